"""Why claims are as they are, on texts that the model reads: rules fire where their examples say."""

import datetime as dt
from fnmatch import fnmatchcase

import pytest

from pipeline import extract, lexicon
from pipeline.page.lookup import meaning
from pipeline.page.why import reasons
from pipeline.trial.parse import parsed


@pytest.mark.parametrize(
    "row", lexicon.table("rule_meanings"), ids=lambda row: f"{row['field']} {row['rule']}"
)
def test_every_rule_fires_in_its_example(nlp, row):
    found = extract(row["example"], nlp=nlp, published=dt.date(2025, 3, 1))
    fired = {
        step
        for claim in found.claims
        for ruled in claim.rules
        if ruled.field == row["field"]
        for step in (ruled.rule.split("/") if row["field"] == "span" else [ruled.rule])
    }
    assert any(fnmatchcase(step, row["rule"]) for step in fired), fired


def test_every_way_through_a_sentence_can_be_told(nlp, corpus):
    found = [extract(article.text, nlp=nlp) for article in corpus[:3]]
    steps = {
        step
        for one in found
        for claim in one.claims
        for ruled in claim.rules
        if ruled.field == "span"
        for step in ruled.rule.split("/")
    }
    assert len(steps) > 8 and [step for step in sorted(steps) if meaning("span", step) is None] == []


def test_a_sentence_is_parsed_again_as_it_was(nlp):
    text = "The fund closed. Rents will not rise, the minister said, because Norway paid $3 million."
    document = extract(text, nlp=nlp)
    claim = next(each for each in document.claims if "rise" in each.text)
    words = parsed(nlp, document, claim)
    assert [word.text for word in words][:3] == ["Rents", "will", "not"]
    assert {word.head for word in words} <= {word.at for word in words}
    assert all(text[word.start : word.end] == word.text and 0 < word.sure <= 1 for word in words)
    assert {"rise", "not"} <= {word.text for word in words if word.own}
    found = {
        reason.field: reason
        for reason in reasons(document, claim, {(word.start, word.end): word.lemma for word in words})
    }
    assert [row.row["word"] for row in found["polarity"].rows] == ["not"]
    assert [row.row["word"] for row in found["modality"].rows] == ["will"]
    assert [row.row["lemma"] for row in found["attribution"].rows] == ["say"]
    assert {row.said.text for row in found["source"].rows} == {"minister"}
