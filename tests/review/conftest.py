"""An op-ed of four sentences with claims of every shape, and a desk that decides on them."""

import pytest

from pipeline import record
from pipeline.record import Document, Span, digest
from pipeline.review import Reviewed, draft

TEXT = (
    "Norland gave Veld $3 million in 2019 and trained its nurses, the ministry said. "
    "Of that, $2 million went to clinics and $1 million to schools.\n\n"
    "Was it enough? The money may not last. Norland should give more."
)


def span(words, n=1):
    start = -1
    for _ in range(n):
        start = TEXT.index(words, start + 1)
    return Span.of(TEXT, start, start + len(words))


def amount(id, words, value):
    return record.Amount(
        id=id, span=span(words), core=span(words), value=value, low=value, high=value, comparator="eq",
        unit="currency", currency="USD", currency_basis="default", rule="sign",
    )  # fmt: skip


def role(slot, words, n=1, **more):
    return record.Role(role=slot, span=span(words, n), text=words, head=span(words.split()[-1], 1), **more)


def claim(id, words, verb, lemma, n=1, **more):
    own = span(words, n)
    at = own.start + words.index(verb)
    verb = Span.of(TEXT, at, at + len(verb))
    made = {
        "id": id, "span": own, "fragments": (own,), "sentence": 0, "paragraph": 0, "region": "body",
        "text": words[0].upper() + words[1:] + ".", "subject": None, "object": None, "kind": "fact",
        "predicate": record.Predicate(
            role="predicate", span=verb, text=verb.text, head=verb, lemma=lemma, tense="past", voice="active"
        ),
        "polarity": record.Polarity(value="affirmed"), "modality": record.Modality(value="asserted"),
        "attribution": record.Attribution(source_type="author"), "confidence": 0.9,
        "rules": (record.Ruled(field="kind", rule="kind_past"), record.Ruled(field="modality", rule="no_modal")),
    }  # fmt: skip
    return record.Claim(**{**made, **more})


def claims():
    ministry = record.Attribution(
        source_type="organisation", source=span("the ministry"), cue=span("said"), content="indirect"
    )
    norland = role("subject", "Norland", entity="e1")
    yield claim(
        "c1", "Norland gave Veld $3 million in 2019", "gave", "give", subject=norland, amounts=("m1",), dates=("d1",),
        entities=("e1", "e2"), attribution=ministry, arguments=(role("recipient", "Veld", entity="e2"),),
        object=role("object", "$3 million"),
        transfer=record.Transfer(amount="m1", payer=span("Norland"), recipient=span("Veld"), period="d1"),
    )  # fmt: skip
    own = span("trained its nurses")
    yield claim(
        "c2", "trained its nurses", "trained", "train", subject=norland.model_copy(update={"origin": "elided"}),
        fragments=(span("Norland"), own), entities=("e1",), attribution=ministry, object=role("object", "its nurses"),
        parent=record.Parent(claim="c1", relation="conjunct_of"), text="Norland trained its nurses.",
        edits=(record.Edit(op="insert", text="Norland", source=(span("Norland"),), reason="elided_argument"),),
    )  # fmt: skip
    yield claim(
        "c3", "$2 million went to clinics", "went", "go", sentence=1, amounts=("m2",), confidence=0.6,
        subject=role("subject", "$2 million"), arguments=(role("recipient", "to clinics"),),
    )  # fmt: skip
    lent = record.Predicate(
        role="predicate", span=span("went"), text="went", head=span("went"), lemma="go", tense="past", voice="active",
        origin="elided",
    )  # fmt: skip
    yield claim(
        "c4", "$1 million to schools", "to", "go", sentence=1, amounts=("m3",), predicate=lent, confidence=0.4,
        fragments=(span("went"), span("$1 million to schools")), text="$1 million went to schools.",
        subject=role("subject", "$1 million"), parent=record.Parent(claim="c3", relation="contrast_with"),
        edits=(record.Edit(op="insert", text="went", source=(span("went"),), reason="shared_predicate"),),
    )  # fmt: skip
    yield claim(
        "c5", "The money may not last", "may not last", "last", sentence=3, paragraph=1, kind="prediction",
        polarity=record.Polarity(value="negated", cues=(span("not"),)), subject=role("subject", "The money"),
        modality=record.Modality(value="possible", cues=(span("may"),)), confidence=0.5,
    )  # fmt: skip
    yield claim(
        "c6", "Norland should give more", "should give", "give", sentence=4, paragraph=1, kind="recommendation",
        subject=role("subject", "Norland", 2, entity="e3"), entities=("e3",),
        modality=record.Modality(value="recommended", cues=(span("should"),)),
    )  # fmt: skip


def made():
    entities = [("e1", "Norland", 1), ("e2", "Veld", 1), ("e3", "Norland", 2)]
    return Document(
        id="norland", sha256=digest(TEXT), text=TEXT, made_by=record.MadeBy(version="0", model="none", config="none"),
        entities=tuple(
            record.Entity(id=id, span=span(name, n), label="GPE", name=name, same_as="e1" if id == "e3" else None)
            for id, name, n in entities
        ),
        amounts=(amount("m1", "$3 million", 3000000), amount("m2", "$2 million", 2000000), amount("m3", "$1 million", 1000000)),
        dates=(
            record.Date(
                id="d1", span=span("in 2019"), core=span("2019"), kind="date", relation="in", edtf="2019", timex="2019",
                grain="year", first="2019-01-01", last="2019-12-31", anchored_to="absolute", rule="year",
            ),
        ),
        sums=(
            record.Sum(
                id="s1", span=span("$2 million went to clinics and $1 million"), parts=("m2", "m3"), total="m1",
                value=3000000, low=3000000, high=3000000, holds=True, cue=span("Of that"), rule="of",
            ),
        ),
        claims=tuple(claims()),
        skipped=(record.Skipped(sentence=2, span=span("Was it enough?"), reason="question"),),
    )  # fmt: skip


class Desk:
    """Decides on a document, one decision after the other."""

    def __init__(self, document, letter="r"):
        self.letter = letter
        self.reviewed = Reviewed(document)
        self.decisions = []

    @property
    def document(self):
        return self.reviewed.document

    def claim(self, id):
        return next(claim for claim in self.document.claims if claim.id == id)

    def decide(self, verdict, claim=None, patch=(), who="ada", **more):
        n = len(self.decisions)
        decision = draft(
            self.reviewed, verdict, claim, patch, id=f"{self.letter}{n}", when=f"2026-03-01T10:{n // 60:02}:{n % 60:02}Z", who=who,
            **more,
        )  # fmt: skip
        self.reviewed.take(decision)
        self.decisions.append(decision)
        return decision


@pytest.fixture(scope="session")
def document():
    return made()


@pytest.fixture
def desk(document):
    return Desk(document)


@pytest.fixture(scope="session")
def make_desk(document):
    return lambda other=document, letter="r": Desk(other, letter)
