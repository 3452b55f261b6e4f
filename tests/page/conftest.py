"""A Document built by hand: an op-ed of our own with nested, overlapping, quoted and borrowed pieces."""

import datetime as dt
import hashlib
from decimal import Decimal

import pytest

from pipeline.record import (
    Amount,
    Attribution,
    CheckWorthiness,
    Claim,
    Date,
    Document,
    Edit,
    Entity,
    Feature,
    MadeBy,
    Modality,
    Parent,
    Polarity,
    Predicate,
    Role,
    Ruled,
    Span,
    Speech,
    Transfer,
)  # fmt: skip

TEXT = """\
A harbour is not a gift

Since reopening the port in 1998, Norland has spent more than €1.4 billion on Port Amsel by 2019, with totals \
reaching roughly €900 million in soft loans and €350 million in grants. No other neighbour failed us less.

“The dredging never stopped,” Harbour Minister Ilse Brandt told the <Amsel Courier> last month, and she \
said that engineers' reports put the delay at “3 to 4 weeks”. Critics say the loans could cost R&D jobs. \
If traffic falls by 12%, the harbour will not break even.

Parliament must publish the contract before June 2025. Let us not confuse patience with silence: our \
fishermen have waited for decades. 🚢 They deserve an answer.
"""


def at(words: str, nth: int = 0, within: str = TEXT) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = within.index(words, start + 1)
    return Span.of(within, start, start + len(words))


def amount(key, span, core, value, comparator="eq", low=None, high=None, **more):
    number = None if value is None else Decimal(value)
    more = {"unit": "currency", "currency": "EUR", "currency_basis": "unique_mark"} | more
    return Amount(
        id=key, span=at(span), core=at(core), value=number, comparator=comparator, rule="money.symbol",
        low=Decimal(low) if low else None, high=Decimal(high) if high else None, **more,
    )  # fmt: skip


def date(key, span, core, relation, first, last, **more):
    more = {"kind": "date", "grain": "year", "anchored_to": "absolute", "rule": "dates.year"} | more
    first, last = (day and dt.date.fromisoformat(day) for day in (first, last))
    edtf, timex = more.pop("edtf", None), more.pop("timex", None)
    return Date(
        id=key, span=at(span), core=at(core), relation=relation, first=first, last=last, edtf=edtf,
        timex=timex, **more,
    )  # fmt: skip


def claim(key, quote, text, verb, *, kind="fact", fragments=(), sentence=0, paragraph=1, **more):
    span = quote if isinstance(quote, Span) else at(quote)
    where = span.start + span.text.index(verb)
    said = Span.of(TEXT, where, where + len(verb))
    tense = {"fact": "past", "prediction": "future"}.get(kind, "present")
    more = {"subject": None, "object": None, "region": "body"} | more
    more = {"polarity": Polarity(value="affirmed"), "modality": Modality(value="asserted")} | more
    more = {"attribution": Attribution(source_type="author")} | more
    predicate = Predicate(
        role="predicate", span=said, text=verb, head=said, lemma=verb, tense=tense, voice="active"
    )
    return Claim(
        id=key, span=span, fragments=tuple(fragments) or (span,), sentence=sentence, paragraph=paragraph,
        text=text, predicate=predicate, kind=kind, rules=(Ruled(field="kind", rule="kind.default"),), **more,
    )  # fmt: skip


def _amounts():
    return (
        amount("m1", "more than €1.4 billion", "€1.4 billion", "1400000000", "gt", low="1400000000"),
        amount("m2", "roughly €900 million", "€900 million", "900000000", "approx"),
        amount("m3", "€350 million", "€350 million", "350000000"),
        amount("m4", "3 to 4 weeks", "3 to 4 weeks", None, "range", "3", "4", unit="week", currency=None,
               currency_basis=None),
        amount("m5", "by 12%", "12%", "12", unit="percent", currency=None, currency_basis=None, change="down"),
    )  # fmt: skip


def _dates():
    return (
        date("d1", "in 1998", "1998", "in", "1998-01-01", "1998-12-31"),
        date("d2", "by 2019", "2019", "by", None, "2019-12-31"),
        date("d3", "last month", "last month", None, "2025-02-01", "2025-02-28", grain="month",
             anchored_to="published"),
        date("d4", "before June 2025", "June 2025", "before", None, "2025-05-31", grain="month"),
        date("d5", "for decades", "decades", None, None, None, kind="vague", grain=None, anchored_to="none"),
    )  # fmt: skip


def _entities():
    rows = (
        ("Norland", "GPE"), ("Port Amsel", "FAC"), ("Ilse Brandt", "PERSON"), ("<Amsel Courier>", "ORG"),
        ("Parliament", "ORG"),
    )  # fmt: skip
    return tuple(
        Entity(id=f"e{n}", span=at(words), label=label, name=words)
        for n, (words, label) in enumerate(rows, 1)
    )


def _history():
    subject = Role(role="subject", span=at("Norland"), text="Norland", head=at("Norland"), entity="e1")
    spent = at("Norland has spent more than €1.4 billion on Port Amsel by 2019")
    transfer = Transfer(
        amount="m1", payer=at("Norland"), recipient=at("Port Amsel"), status="disbursed",
        aggregation="cumulative", period="d2",
    )  # fmt: skip
    inherited = Edit(op="insert", text="Since 1998", source=(at("1998"),), reason="inherited_date")
    borrowed = Edit(op="insert", text="totals reaching", source=(at("totals reaching"),),
                    reason="shared_predicate")  # fmt: skip
    return (
        claim("c1", "reopening the port in 1998", "Norland reopened the port in 1998.", "reopening",
              subject=subject.model_copy(update={"origin": "elided"}), dates=("d1",)),
        claim("c2", Span.of(TEXT, at("Since reopening").start, spent.end),
              "Since reopening the port in 1998, Norland has spent more than €1.4 billion on Port Amsel by 2019.",
              "spent", subject=subject, facets=("quantity",), amounts=("m1",), dates=("d1", "d2"),
              entities=("e1", "e2"), transfer=transfer, confidence=0.91,
              check_worthiness=CheckWorthiness(score=0.93, features=(Feature(name="amount", weight=1.2),))),
        claim("c3", "totals reaching roughly €900 million in soft loans",
              "Since 1998, totals reached roughly €900 million in soft loans.", "reaching", amounts=("m2",),
              edits=(inherited,), parent=Parent(claim="c2", relation="elaborates")),
        claim("c4", Span.of(TEXT, at("totals").start, at("in grants").end),
              "Totals reached €350 million in grants.", "reaching", amounts=("m3",), edits=(borrowed,),
              fragments=(at("totals reaching"), at("€350 million in grants")),
              parent=Parent(claim="c2", relation="elaborates")),
        claim("c5", "No other neighbour failed us less", "No other neighbour failed us less.", "failed",
              kind="evaluation", sentence=1, polarity=Polarity(value="negated", cues=(at("No"),))),
    )  # fmt: skip


def _speech():
    minister, told = at("Harbour Minister Ilse Brandt"), at("told the <Amsel Courier> last month")
    reports, put = at("engineers' reports"), at("put")
    said = Attribution(source_type="person", source=minister, cue=told, content="direct")
    chain = Attribution(
        source_type="document", source=reports, cue=put, content="mixed",
        chain=(Speech(source=minister, cue=at("said")), Speech(source=reports, cue=put)),
    )  # fmt: skip
    generic = Attribution(source_type="generic", source=at("Critics"), cue=at("say"), content="indirect")
    return (
        claim("c6", "The dredging never stopped", "The dredging never stopped.", "stopped", region="quote",
              paragraph=2, sentence=2, attribution=said,
              polarity=Polarity(value="negated", cues=(at("never"),)), dates=("d3",)),
        claim("c7", "put the delay at “3 to 4 weeks”", "The delay is 3 to 4 weeks.", "put", paragraph=2,
              sentence=2, attribution=chain, amounts=("m4",)),
        claim("c8", "the loans could cost R&D jobs", "The loans could cost R&D jobs.", "cost", paragraph=2,
              sentence=3, attribution=generic, facets=("causal",),
              modality=Modality(value="possible", cues=(at("could"),))),
        claim("c9", "If traffic falls by 12%, the harbour will not break even",
              "If traffic falls by 12%, the harbour will not break even.", "break", kind="prediction",
              paragraph=2, sentence=4, amounts=("m5",), modality=Modality(value="conditional", cues=(at("If"),)),
              polarity=Polarity(value="negated", cues=(at("not break").model_copy(),))),
    )  # fmt: skip


def _demands():
    return (
        claim("d0", "Parliament must publish the contract before June 2025",
              "Parliament must publish the contract before June 2025.", "publish", kind="recommendation",
              paragraph=3, sentence=5, dates=("d4",), entities=("e5",),
              modality=Modality(value="obligatory", cues=(at("must"),))),
        claim("da", "our fishermen have waited for decades", "Our fishermen have waited for decades.", "waited",
              paragraph=3, sentence=6, dates=("d5",)),
        claim("db", "They deserve an answer", "Our fishermen deserve an answer.", "deserve", kind="evaluation",
              paragraph=3, sentence=7,
              edits=(Edit(op="replace", text="Our fishermen", source=(at("our fishermen"),),
                          reason="coreference"),)),
    )  # fmt: skip


def build() -> Document:
    return Document(
        id="harbour", sha256=hashlib.sha256(TEXT.encode()).hexdigest(), title="A harbour is not a gift",
        byline="Tove Aldén & sons", outlet="Amsel “Courier”", url="https://example.org/?a=1&b=2",
        language="en", published=dt.date(2025, 3, 4), published_from="metadata", text=TEXT,
        made_by=MadeBy(version="0.1.0", model="none 0", config="0" * 8),
        amounts=_amounts(), dates=_dates(), entities=_entities(),
        claims=tuple(sorted(_history() + _speech() + _demands(), key=lambda c: (c.span.start, c.span.end))),
    )  # fmt: skip


@pytest.fixture(scope="session")
def document() -> Document:
    return build()
