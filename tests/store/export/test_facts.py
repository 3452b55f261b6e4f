"""Claims as open facts: what the relation takes, and what it leaves to the arguments."""

import re

import pytest

from pipeline import lexicon
from pipeline.record import Attribution, Claim, Edit, Modality, Polarity, Predicate, Role, Ruled, Span
from pipeline.store.export import export
from pipeline.store.export.facts import facts
from pipeline.store.export.tuples import COLUMNS


def at(text, words):
    return Span.of(text, text.index(words), text.index(words) + len(words))


def role(text, words, name, said=None):
    span = at(text, words)
    return Role(role=name, span=span, text=said or words, head=span)


def claim(
    text, subject, verb, *arguments, thing=None, says=None, pieces=None, edits=(), source=None, cue=None
):
    """A claim on the whole text, or on `pieces`; `says`: what the subject's pronoun stands for."""
    words = [at(text, piece) for piece in pieces or [text.rstrip(".")]]
    return Claim(
        id=verb, span=words[0], fragments=tuple(words), sentence=0, paragraph=0, region="body", text=text,
        subject=subject and role(text, subject, "subject", says),
        predicate=Predicate(
            **role(text, verb, "predicate").model_dump(), lemma=verb, tense="past", voice="active"
        ),
        object=thing and role(text, thing, "object"), arguments=tuple(role(text, a, "other") for a in arguments),
        kind="fact", polarity=Polarity(value="affirmed"), modality=Modality(value="asserted"), confidence=0.5,
        attribution=Attribution(
            source_type="unnamed" if source else "author", source=source and at(text, source), cue=cue and at(text, cue)
        ),
        edits=edits, rules=(Ruled(field="attribution", rule="verb+that"),) if source else (),
    )  # fmt: skip


class Holder:
    """As much of a document as facts are made of."""

    def __init__(self, *claims):
        self.claims = claims


def told(*claims, **options):
    found = facts(Holder(*claims), **options)
    return ["; ".join([f.subject.text, f.relation.text, *(a.text for a in f.arguments)]) for f in found]


def test_helpers_and_negations_are_the_relation_s_and_all_arguments_stay():
    text = "The fund has never paid its debts in full since May."
    found = claim(text, "The fund", "paid", "in full", "since May", thing="its debts")
    assert told(found) == ["The fund; has never paid; its debts; in full; since May"]


def test_without_an_object_the_first_preposition_is_the_relation_s():
    text = "In May the port was sold to Oman for $3m."
    found = claim(text, "the port", "was sold", "In May", "to Oman", "for $3m")
    assert told(found) == ["the port; was sold to; Oman; In May; for $3m"]
    assert told(claim("The port closed yesterday.", "The port", "closed", "yesterday")) == [
        "The port; closed; yesterday"
    ]


@pytest.mark.parametrize("row", lexicon.table("prepositions"), ids=lambda row: row["word"])
def test_every_preposition_goes_over_to_the_relation(row):
    text = row["example"].replace("*", "")
    found = claim(text, "The van", "went", f"{row['word']} the harbour")
    assert re.search(r"\*(\w+)\*", row["example"])[1] == row["word"]
    assert told(found) == [f"The van; went {row['word']}; the harbour"]


def test_a_copula_that_was_put_in_is_the_relation():
    text = "Oman, our last friend, paid."
    put_in = Edit(op="insert", text="is", source=(), reason="shared_predicate")
    found = claim(
        text, "Oman", "friend", "our last friend", pieces=["Oman", "our last friend"], edits=(put_in,)
    )
    assert told(found) == ["Oman; is; our last friend"]
    assert told(found.model_copy(update={"edits": ()})) == [], (
        "nothing says what one has to do with the other"
    )


def test_pronouns_are_resolved_or_written_but_relatives_always_resolved():
    text = "It met Oman, which paid the fund."
    oman = Edit(op="replace", text="Oman", source=(at(text, "Oman"),), reason="coreference")
    which = claim(
        text, "which", "paid", thing="the fund", says="Oman", pieces=["which paid the fund"], edits=(oman,)
    )
    it = claim(text, "It", "met", thing="Oman", says="The fund", pieces=["It met Oman"])
    assert told(it, which) == ["The fund; met; Oman", "Oman; paid; the fund"]
    assert told(it, which, written=True) == ["It; met; Oman", "Oman; paid; the fund"]
    (fact,) = facts(Holder(which))
    assert fact.subject.spans == (at(text, "Oman"),)


def test_who_says_it_is_a_fact_of_its_own_and_comes_once():
    text = "Critics say that rents rose and wages fell."
    some = [
        claim(text, subject, verb, pieces=[f"{subject} {verb}"], source="Critics", cue="say")
        for subject, verb in (("rents", "rose"), ("wages", "fell"))
    ]
    assert told(*some) == ["Critics; say; rents rose wages fell", "rents; rose", "wages; fell"]
    assert [fact.saying for fact in facts(Holder(*some))] == [True, False, False]


def test_what_is_left_behind_the_verb_is_an_argument():
    text = "They held a fair in May for thirty painters."
    assert told(claim(text, "They", "held", "in May", thing="a fair")) == [
        "They; held; a fair; in May; for thirty painters"
    ]


def test_a_claim_without_subject_is_no_fact():
    assert told(claim("Pay the nurses.", None, "Pay", thing="the nurses")) == []


def test_one_line_a_fact_with_its_claim_source_and_certainty(documents, formula, tmp_path):
    export(documents, "tuples", tmp_path / "facts.tsv")
    head, *lines = (tmp_path / "facts.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    known = {(d.id, c.id): c for d in documents for c in d.claims}
    assert tuple(head.split("\t")) == COLUMNS
    assert len(rows) == sum(len(list(facts(document))) for document in documents)
    assert all((row[0], row[1]) in known and len(row) >= len(COLUMNS) - 1 for row in rows)
    assert {row[4] for row in rows} == {"affirmed", "negated"}
    assert any(row[3] == known[row[0], row[1]].attribution.source.text for row in rows if row[3])
