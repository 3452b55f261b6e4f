"""A reviewed document becomes gold by the rules of the book."""

import pytest

from pipeline import record
from pipeline.gold import merged
from pipeline.gold.rules import broken
from pipeline.record import Document, Span, digest
from pipeline.review import Reviewed, acts, blank, draft

TEXT = "Perra paid 3 million dollars in 2020. It was not enough. A sad tale."


def span(words):
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def claim(id, words, verb, sentence, **more):
    own = span(words)
    return record.Claim(
        id=id, span=own, fragments=(own,), sentence=sentence, paragraph=0, region="body", text=words + ".", subject=None,
        object=None, kind="fact", confidence=0.5, rules=(record.Ruled(field="kind", rule="past"),),
        predicate=record.Predicate(
            role="predicate", span=span(verb), text=verb, head=span(verb), lemma=verb, tense="past", voice="active"
        ),
        polarity=record.Polarity(value="affirmed"), modality=record.Modality(value="asserted"),
        attribution=record.Attribution(source_type="author"), **more,
    )  # fmt: skip


@pytest.fixture
def reviewed():
    amount = record.Amount(
        id="m1", span=span("3 million dollars"), core=span("3 million dollars"), value=3000000, low=3000000, high=3000000,
        comparator="eq", unit="currency", currency="USD", currency_basis="word", rule="scaled",
    )  # fmt: skip
    entities = (
        record.Entity(id="e1", span=span("Perra"), label="GPE", name="Perra"),
        record.Entity(id="e2", span=span("2020"), label="DATE", name="2020"),
    )
    document = Document(
        id="perra", sha256=digest(TEXT), text=TEXT, made_by=record.MadeBy(version="1", model="m", config="c"),
        entities=entities, amounts=(amount,),
        claims=(
            claim("c1", "Perra paid 3 million dollars in 2020", "paid", 0, amounts=("m1",), entities=("e1", "e2")),
            claim("c2", "It was not enough", "was", 7, parent=record.Parent(claim="c1", relation="elaborates")),
        ),
    )  # fmt: skip
    return Reviewed(document)


def decide(reviewed, verdict, claim, patch=(), who="ada"):
    id = f"r{len(reviewed.standings)}-{claim}-{verdict}"
    reviewed.take(draft(reviewed, verdict, claim, patch, id=id, when="2026-03-01T10:00:00Z", who=who))


def test_a_document_on_which_all_is_decided_is_gold(reviewed):
    decide(reviewed, "accept", "c1")
    decide(reviewed, "reject", "c2", who="bob")
    made = merged(reviewed)
    assert made.complete and not list(broken(made.document))
    assert [each.id for each in made.document.claims] == ["c1"]
    (kept,) = made.document.claims
    assert (kept.confidence, kept.rules, kept.entities) == (None, (), ("e1",))
    assert [each.label for each in made.document.entities] == ["GPE"]
    assert made.document.amounts[0].rule == "gold" and made.document.leeway is None
    assert made.document.made_by == record.MadeBy(
        version="gold", model="reviews by ada, bob", config="guidelines-2"
    )
    assert [(each.sentence, each.reason) for each in made.document.skipped] == [
        (1, "no_predicate"),
        (2, "no_predicate"),
    ]


def test_what_nobody_decided_on_counts_neither_way(reviewed):
    decide(reviewed, "accept", "c2")
    made = merged(reviewed)
    assert not made.complete and made.undecided == (("c1", "nobody has decided on it"),)
    assert set(made.document.leeway.optional) == {"e1", "m1", "c1"} and made.findings == ()


@pytest.mark.parametrize("verdict", ["skip", "flag"])
def test_skipped_and_flagged_claims_are_open(reviewed, verdict):
    decide(reviewed, "accept", "c1")
    decide(reviewed, verdict, "c2")
    assert [claim for claim, _ in merged(reviewed).undecided] == ["c2"]


def test_after_a_blind_review_gold_says_nothing_of_what_was_found(reviewed):
    found = reviewed.original
    blind = Reviewed(blank(found))
    new, patch = acts.add(blind.document, 0, TEXT.index("."))
    decide(blind, "add", new, patch)
    start = TEXT.index("paid")
    decide(blind, "edit", new, acts.set_role(blind.document, new, "predicate", start, start + 4))
    made = merged(blind, found)
    assert made.complete and made.document.claims[0].amounts == ("m1",)
    assert set(made.document.leeway.optional) == {"m1", "e1"}
    assert not merged(blind).document.amounts


def test_a_predicate_that_nobody_has_set_is_open(reviewed):
    decide(reviewed, "accept", "c1")
    decide(reviewed, "reject", "c2")
    new, patch = acts.add(reviewed.document, TEXT.index("A sad"), len(TEXT) - 1)
    decide(reviewed, "add", new, patch)
    assert merged(reviewed).undecided == ((new, "nobody has set its predicate"),)
    patch = acts.set_role(reviewed.document, new, "predicate", TEXT.index("tale"), TEXT.index("tale") + 4)
    decide(reviewed, "edit", new, patch)
    made = merged(reviewed)
    assert made.complete and [each.sentence for each in made.document.claims] == [0, 2]


def test_what_breaks_the_book_is_said(reviewed):
    decide(
        reviewed, "edit", "c1", acts.set_field(reviewed.document, "c1", "attribution/source_type", "person")
    )
    decide(reviewed, "accept", "c2")
    made = merged(reviewed)
    assert not made.complete and "is said by 'person'" in made.findings[0][1]


def test_an_edited_field_is_in_gold(reviewed):
    decide(reviewed, "edit", "c1", acts.set_field(reviewed.document, "c1", "kind", "evaluation"))
    assert merged(reviewed).document.claims[0].kind == "evaluation"
