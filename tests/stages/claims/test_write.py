"""The stage as a component: ids, spans, who says it, what is skipped, and rows that survive a journey."""

import json
import pickle
import re

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline.record import Claim, Skipped
from pipeline.stages.claims import Claims, make

NLP = spacy.blank("en")
PERU = "Peru/NNP/sold:nsubj sold=sell/VBD/root tin/NN/sold:obj and/CC/built:cc built=build/VBD/sold:conj dams/NNS/built:obj ."
RENTS = "Rents/NNS/rose:nsubj rose=rise/VBD/root in/IN/Lima:case Lima/NNP/rose:obl ."
TALE = "A/DT/tale:det sad/JJ/tale:amod tale/NN/root ."
ASKED = "Who/WP/paid:nsubj paid=pay/VBD/root rent/NN/paid:obj ?"
HARDLY = "Hardly/RB/root ."
SAFE = (
    "Officials/NNS/said:nsubj said=say/VBD/root that/IN/safe:mark the/DT/dam:det dam/NN/safe:nsubj was/VBD/safe:cop"
    " safe/JJ/said:ccomp ."
)


def test_ids_do_not_change_when_a_paragraph_is_put_before(parsed):
    alone, after = (Claims()(with_id(parsed(parse)))._.claims for parse in (PERU, f"{RENTS}\n\n{PERU}"))
    assert [row["id"] for row in alone] == [row["id"] for row in after][1:]
    assert [row["paragraph"] for row in after] == [0, 1, 1]
    assert [row["sentence"] for row in after] == [0, 1, 1]


def test_another_article_gives_other_ids(parsed):
    one, two = (Claims()(with_id(parsed(PERU), name))._.claims for name in ("a", "b"))
    assert {row["id"] for row in one}.isdisjoint(row["id"] for row in two)


def test_the_same_sentence_twice_has_two_ids(claimed):
    read = claimed(f"{RENTS}\n{RENTS}")
    assert read.claims[0]["id"] != read.claims[1]["id"]
    assert read.claims[0]["span"] != read.claims[1]["span"]


def with_id(doc, name="a"):
    from pipeline.marks import declare_metadata

    declare_metadata()
    doc._.article_id = name
    return doc


REASONS = {
    "question": (ASKED, {}, "question"),
    "fragment": (HARDLY, {}, "fragment"),
    "no verb": (TALE, {}, "no_predicate"),
    "headline": (TALE, {"headline": "A sad tale."}, "heading"),
    "byline": (RENTS, {"byline": "Rents rose in Lima."}, "byline"),
    "dateline": (TALE, {"dateline": "A sad tale."}, "dateline"),
    "boilerplate": (RENTS, {"boilerplate": "Rents rose in Lima."}, "boilerplate"),
}  # fmt: skip


@pytest.mark.parametrize(("parse", "regions", "reason"), REASONS.values(), ids=REASONS)
def test_skipped_with_its_reason(claimed, parse, regions, reason):
    read = claimed(f"{PERU}\n{parse}", regions=regions)
    (row,) = read.skipped
    assert (row["sentence"], row["reason"]) == (1, reason)
    Skipped.model_validate(row)


@pytest.mark.parametrize("parse", [PERU, RENTS, SAFE])
def test_nothing_is_skipped_that_claims(claimed, parse):
    assert claimed(parse).skipped == []


def test_every_sentence_is_claimed_or_skipped_and_never_both(claimed):
    read = claimed("\n".join([PERU, ASKED, RENTS, HARDLY, TALE, SAFE]))
    claims, skipped = ({row["sentence"] for row in rows} for rows in (read.claims, read.skipped))
    assert claims | skipped == set(range(6))
    assert claims & skipped == set()


def test_a_quotation_s_claim_stands_in_the_region_quote(claimed):
    read = claimed(f"“ {RENTS.removesuffix('.')} , ” she/PRP/said:nsubj said=say/VBD/rose:parataxis .",
                   said="she | said | Rents rose in Lima | person | direct")  # fmt: skip
    (row,) = read.claims
    assert (row["region"], row["span"]["text"]) == ("quote", "Rents rose in Lima")


def test_scare_quotes_are_no_quotation(claimed):
    (row,) = claimed(
        "The/DT/reform:det “ reform/NN/failed:nsubj ” failed/VBD/root Peru/NNP/failed:obj ."
    ).claims
    assert (row["region"], row["attribution"]["source_type"]) == ("body", "author")


SAID = "Officials | said | the dam was safe | unnamed | indirect"


def test_attribution_is_that_of_the_content(claimed):
    (row,) = claimed(SAFE, said=SAID).claims
    said = row["attribution"]
    assert (said["source"]["text"], said["cue"]["text"], said["source_type"]) == (
        "Officials",
        "said",
        "unnamed",
    )
    assert (said["content"], said["chain"], row["polarity"]["value"]) == ("indirect", [], "affirmed")


def test_the_author_s_claims_have_no_source(claimed):
    for row in claimed(PERU).claims:
        assert row["attribution"] == {
            "source_type": "author",
            "speaker": None,
            "entity": None,
            "source": None,
            "cue": None,
            "content": "none",
            "chain": [],
        }


def test_what_the_neighbour_says_is_not_put_in_the_speaker_s_mouth(claimed):
    read = claimed(f"{SAFE}\n{RENTS}", said=SAID)
    assert [row["attribution"]["source_type"] for row in read.claims] == ["unnamed", "author"]


def test_a_denial_turns_what_is_denied(claimed):
    (row,) = claimed(
        SAFE.replace("said=say", "denied=deny").replace("said", "denied"),
        said=SAID.replace("said", "denied") + " | negates",
    ).claims
    assert row["polarity"]["value"] == "negated"
    assert [cue["text"] for cue in row["polarity"]["cues"]] == ["denied"]


def test_a_denied_denial_is_affirmed(claimed):
    parse = (
        SAFE.replace("said=say", "denied=deny")
        .replace("said", "denied")
        .replace("safe/JJ", "not/RB/safe:advmod safe/JJ")
    )
    (row,) = claimed(
        parse, said="Officials | denied | the dam was not safe | unnamed | indirect | negates"
    ).claims
    assert (row["polarity"]["value"], len(row["polarity"]["cues"])) == ("affirmed", 2)


def test_figures_dates_and_names_are_those_inside(claimed):
    read = claimed(
        f"{PERU.removesuffix('.')} for/IN/$3m:case $3m/CD/built:obl .\nRents/NNS/rose:nsubj rose=rise/VBD/root"
        " in/IN/2019:case 2019/CD/rose:obl .",
        money="$3m", dates="in 2019", entities="GPE Peru",
    )  # fmt: skip
    assert [row["amounts"] for row in read.claims] == [[], ["m1"], []]
    assert [row["dates"] for row in read.claims] == [[], [], ["d1"]]
    assert [row["entities"] for row in read.claims] == [["e1"], ["e1"], []]


def test_runs_on_a_doc_without_any_other_stage_s_rows(parsed):
    doc = parsed(PERU, layout=False)
    rows = Claims()(doc)._.claims
    assert [row["span"]["text"] for row in rows] == ["Peru sold tin", "built dams"]
    assert {row["paragraph"] for row in rows} == {0}


@pytest.mark.parametrize("parse", ["\n".join([PERU, ASKED, RENTS, HARDLY, TALE, SAFE]), f"{PERU}\n\n{RENTS}"])
def test_rows_are_records_of_json_with_exact_spans(claimed, parse):
    read = claimed(parse, entities="GPE Peru", said=SAID if "Officials" in parse else "")
    for row in read.claims:
        claim = Claim.model_validate(json.loads(json.dumps(row)))
        for span in (claim.span, *claim.fragments, claim.predicate.span):
            assert read.doc.text[span.start : span.end] == span.text
        assert claim.span.start <= claim.predicate.span.start < claim.predicate.span.end <= claim.span.end


@pytest.mark.parametrize("parse", [PERU, SAFE, f"{PERU}\n{RENTS}"])
def test_ids_are_distinct_and_parents_exist(claimed, parse):
    ids = [row["id"] for row in claimed(parse).claims]
    assert len(set(ids)) == len(ids)
    assert {row["parent"]["claim"] for row in claimed(parse).claims if row["parent"]} <= set(ids)


def test_every_claim_shows_the_rules_that_made_it(claimed):
    for row in claimed(PERU).claims:
        assert {"span", "modality", "kind"} <= {one["field"] for one in row["rules"]}


def test_the_same_doc_gives_the_same_rows(parsed):
    one, two = (Claims()(parsed(f"{PERU}\n{SAFE}"))._.claims for _ in range(2))
    assert one == two


def test_component_pickles_and_docs_travel(parsed):
    component = pickle.loads(pickle.dumps(make(NLP, "claims")))
    doc = component(parsed(PERU))
    there = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert there._.claims == doc._.claims
    assert [span.text for span in there.spans["claims"]] == ["Peru sold tin", "built dams"]


WORDS = [
    "Peru",
    "and",
    "sold",
    "which",
    ",",
    "not",
    "to",
    "$3m",
    "—",
    "if",
    "will",
    "it",
    "(",
    "“",
    "because",
    "let",
    "us",
]
LABELS = [
    "nsubj",
    "obj",
    "conj",
    "cc",
    "ccomp",
    "xcomp",
    "advcl",
    "acl:relcl",
    "appos",
    "parataxis",
    "mark",
    "punct",
    "obl",
]
TAGS = ["NN", "NNP", "VBD", "VBG", "VB", "JJ", "PRP", "CC", "IN", "MD"]
POS = ["NOUN", "PROPN", "VERB", "VERB", "VERB", "ADJ", "PRON", "CCONJ", "ADP", "AUX"]
TOKEN = st.tuples(
    st.sampled_from(WORDS), st.sampled_from(LABELS), st.integers(0, len(TAGS) - 1), st.integers(0, 9)
)


@settings(deadline=None, max_examples=300)
@given(st.lists(TOKEN, min_size=1, max_size=10), st.data())
def test_whatever_the_tree_rows_are_valid(tokens, data):
    """Random trees: no crash, every sentence claimed or skipped, spans exact, no word of the text from nowhere."""
    root = data.draw(st.integers(0, len(tokens) - 1))
    heads = [root if i == root else one[3] % i if i > root and i else root for i, one in enumerate(tokens)]
    doc = Doc(
        NLP.vocab, words=[one[0] for one in tokens], lemmas=[one[0].lower() for one in tokens],
        deps=["ROOT" if i == root else one[1] for i, one in enumerate(tokens)], heads=heads,
        tags=[TAGS[one[2]] for one in tokens], pos=[POS[one[2]] for one in tokens],
    )  # fmt: skip
    Claims()(doc)
    assert len({row["sentence"] for row in (*doc._.claims, *doc._.skipped)}) == len(list(doc.sents))
    for row in doc._.claims:
        claim = Claim.model_validate(row)
        known = f"{doc.text} {' '.join(edit.text for edit in claim.edits)}".lower()
        said = re.sub("[,“”]", " ", claim.text.lower().strip(".")).split()  # a comma clings to its word
        assert set(said) <= set(re.sub("[,“”]", " ", known).split())


def told(words, tags, deps, heads):
    """The claims of one sentence whose parse may be as wrong as you like."""
    pos = [{"NNS": "NOUN", "NNP": "PROPN", "CD": "NUM", "PRP": "PRON", "VB": "VERB", "VBD": "VERB", ",": "PUNCT"}[t] for t in tags.split()]  # fmt: skip
    doc = Doc(
        NLP.vocab, words=words.split(), lemmas=words.lower().split(), tags=tags.split(), pos=pos, deps=deps.split(),
        heads=heads,
    )  # fmt: skip
    return [Claim.model_validate(row) for row in Claims()(doc)._.claims]


def test_a_cue_whose_words_stand_the_wrong_way_round_is_one_stretch():
    found = told("us Peru let sell", "PRP NNP VB VB", "obj obj ROOT ccomp", [2, 2, 2, 2])
    assert [cue.text for claim in found for cue in claim.modality.cues] == ["us Peru let"]


def test_a_figure_with_nothing_but_marks_under_it_is_no_crash():
    assert told("rents , ) sank", "NNS , CD VBD", "nsubj punct appos ROOT", [3, 2, 0, 3])


@pytest.mark.parametrize("relation", ["obl", "conj", "acl:relcl", "ccomp"])
def test_a_deep_tree_is_no_crash(relation):
    many = 2000
    doc = Doc(
        NLP.vocab, words=["sold"] * many, lemmas=["sell"] * many, tags=["VBD"] * many, pos=["VERB"] * many,
        deps=["ROOT"] + [relation] * (many - 1), heads=[max(0, i - 1) for i in range(many)],
    )  # fmt: skip
    Claims()(doc)
    assert len(doc._.claims) + len(doc._.skipped) >= 1


def test_a_wide_tree_is_read():
    many = 2000
    doc = Doc(
        NLP.vocab, words=["Rana", *["sold"] * many], lemmas=["Rana", *["sell"] * many], tags=["NNP", *["VBD"] * many],
        pos=["PROPN", *["VERB"] * many], deps=["nsubj", "ROOT", *["obl"] * (many - 1)], heads=[1] * (many + 1),
    )  # fmt: skip
    assert len(Claims()(doc)._.claims) == 1
