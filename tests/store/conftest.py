"""Documents of any text, with records of every kind, in every state a table must hold."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import strategies as st

from pipeline import record
from pipeline.record import Document, Span, digest

# A NUL is no text (pipeline/read/check.py), and csv of Python 3.10 can neither write nor read one.
any_character = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
texts = st.text(any_character, min_size=1, max_size=60)
words = st.text(any_character, max_size=20)
cells = st.sampled_from(
    ["=", "+1", "-2", "@x", "\t", "\r", "\n", "'", "'=", "''-", '"', ",", "é", "😀", "\u2028", "x"]
)
digits = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15) | st.just(
    Decimal("1E+12")
)


def maybe(strategy):
    return st.none() | strategy


@st.composite
def spans(draw, text):
    start = draw(st.integers(0, len(text) - 1))
    return Span.of(text, start, draw(st.integers(start + 1, len(text))))


def amounts(text, id):
    return st.builds(
        record.Amount, id=st.just(id), span=spans(text), core=spans(text), value=maybe(digits), low=maybe(digits),
        high=maybe(digits), comparator=st.sampled_from(record.names(record.Comparator)), unit=words,
        currency=st.sampled_from([None, "USD"]), candidates=st.just(("USD", "CAD")), per=maybe(words), rule=words,
        converted=maybe(st.builds(
            record.Converted, value=maybe(digits), low=maybe(digits), high=maybe(digits), currency=st.just("EUR"),
            rate=digits, day=st.dates(),
        )),
        abstained=st.sampled_from([(), (record.Abstained(field="converted", reason="no_day"),)]),
    )  # fmt: skip


def dates(text, id):
    return st.builds(
        record.Date, id=st.just(id), span=spans(text), core=spans(text),
        kind=st.sampled_from(record.names(record.DateKind)), relation=st.none(), edtf=maybe(words), timex=maybe(words),
        grain=st.none(), first=maybe(st.dates(max_value=dt.date(2000, 1, 1))),
        last=maybe(st.dates(min_value=dt.date(2000, 1, 1))), approximate=st.booleans(), anchored_to=st.just("none"),
        rule=words,
    )  # fmt: skip


def sums(text, id):
    return st.builds(
        record.Sum, id=st.just(id), span=spans(text), parts=st.just(("m1", "m1")), total=st.sampled_from(["m1", None]),
        value=maybe(digits), low=maybe(digits), high=maybe(digits), holds=st.booleans(), cue=spans(text), rule=words,
    )  # fmt: skip


def entities(text, id):
    return st.builds(
        record.Entity, id=st.just(id), span=spans(text), label=st.just("ORG"), name=words, same_as=st.just(id)
    )


def claims(text, id):
    role = {"span": spans(text), "text": words, "head": spans(text)}
    attribution = st.builds(
        record.Attribution, source_type=st.just("person"), source=maybe(spans(text)), cue=maybe(spans(text))
    )
    return st.builds(
        record.Claim, id=st.just(id), span=spans(text), fragments=st.tuples(spans(text)), sentence=st.integers(0, 9),
        paragraph=st.integers(0, 9), region=st.just("body"), text=words,
        subject=maybe(st.builds(record.Role, role=st.just("subject"), **role)), object=st.none(),
        predicate=st.builds(
            record.Predicate, role=st.just("predicate"), lemma=words, tense=st.just("past"), voice=st.just("active"),
            **role,
        ),
        kind=st.sampled_from(record.names(record.Kind)), facets=st.just(("quantity", "causal")),
        polarity=st.just(record.Polarity(value="negated")), modality=st.just(record.Modality(value="asserted")),
        attribution=attribution, amounts=st.just(("m1",)), dates=st.just(("d1",)), entities=st.just(("e1",)),
        transfer=maybe(st.builds(record.Transfer, amount=st.just("m1"), payer=maybe(spans(text)))),
        parent=maybe(st.just(record.Parent(claim=id, relation="elaborates"))),
        check_worthiness=maybe(st.builds(record.CheckWorthiness, score=st.floats(0, 1))),
        confidence=maybe(st.floats(0, 1)),
    )  # fmt: skip


@st.composite
def documents(draw):
    text = draw(texts | cells | st.lists(cells, min_size=1, max_size=5).map("".join))
    return Document(
        id=draw(words.filter(bool)), sha256=digest(text), title=draw(maybe(words)), outlet=draw(maybe(cells)),
        published=draw(maybe(st.dates())), text=draw(st.sampled_from([text, None])),
        made_by=record.MadeBy(version="0", model="", config=""), entities=(draw(entities(text, "e1")),),
        amounts=(draw(amounts(text, "m1")),), dates=(draw(dates(text, "d1")),),
        sums=(draw(sums(text, "s1")),), claims=(draw(claims(text, "c1")),),
    )  # fmt: skip


@pytest.fixture(scope="session")
def any_document():
    return documents()
