"""Open ends by the book (§ 5, § 6), numbers as they are written, ids and spans of a record, things lent by another one."""

from decimal import Decimal
from typing import Any

import pytest

from pipeline.gold.figures import number, number_in
from pipeline.gold.lend import with_things
from pipeline.gold.problems import Wrong
from pipeline.gold.ranges import open_ends
from pipeline.gold.raw import dangling, entry, misplaced
from pipeline.record import Amount, Date, Document, digest

TEXT = "Ana paid $5 in May."


def at(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def reasons(thing: Amount | Date) -> list[str]:
    return list(open_ends(thing))


def money(comparator: str, value: str | None, low: str | None, high: str | None, **other: Any) -> Amount:
    about = {"id": "m1", "span": at("$5"), "core": at("$5"), "rule": "gold", "unit": "currency", "currency": "USD",
             "currency_basis": "default"}  # fmt: skip
    return Amount.model_validate(
        {**about, "comparator": comparator, "value": value, "low": low, "high": high, **other}
    )


@pytest.mark.parametrize(
    ("comparator", "value", "low", "high"),
    [
        ("eq", "5", "5", "5"), ("gt", "5", "5", None), ("ge", "5", "5", None), ("lt", "5", None, "5"), ("le", "5", None, "5"),
        ("range", None, "4", "5"), ("range", None, "5", "5"), ("approx", "5", None, None), ("approx", "5", "4", "6"),
        ("vague", None, "1", None), ("vague", None, None, None),
    ],
)  # fmt: skip
def test_the_bounds_that_a_comparator_has(
    comparator: str, value: str | None, low: str | None, high: str | None
) -> None:
    assert reasons(money(comparator, value, low, high)) == []


@pytest.mark.parametrize(
    ("comparator", "value", "low", "high", "said"),
    [
        ("eq", "5", "5", None, ["is 'eq' with the bounds 5 and None", "is 'eq' with the value 5 and the bounds 5 and None"]),
        ("eq", "5", "4", "5", ["is 'eq' with the value 5 and the bounds 4 and 5"]),
        ("eq", "5", "5", "6", ["is 'eq' with the value 5 and the bounds 5 and 6"]),
        ("gt", "5", "5", "6", ["is 'gt' with the bounds 5 and 6"]),
        ("ge", "5", None, "5", ["is 'ge' with the bounds None and 5"]),
        ("lt", "5", "4", "5", ["is 'lt' with the bounds 4 and 5"]),
        ("le", "5", "5", None, ["is 'le' with the bounds 5 and None"]),
        ("range", None, None, "5", ["is 'range' with the bounds None and 5"]),
        ("range", "5", "4", "5", ["is 'range' with the value 5"]),
        ("vague", "5", None, None, ["is 'vague' with the value 5"]),
        ("approx", None, "4", "6", ["is 'approx' with the value None"]),
        ("range", None, "6", "5", ["has the bounds 6 and 5 the wrong way round"]),
    ],
)  # fmt: skip
def test_bounds_that_cannot_be(
    comparator: str, value: str | None, low: str | None, high: str | None, said: list[str]
) -> None:
    assert reasons(money(comparator, value, low, high)) == said


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"currency": None, "candidates": ["USD", "CAD"]}, []),
        ({"currency": None}, ["has the unit 'currency' and the currency None"]),
        ({"currency_basis": None}, ["has the unit 'currency' and the basis None"]),
        ({"unit": "count", "currency": None, "currency_basis": None}, []),
        ({"unit": "count", "currency_basis": None}, ["has the unit 'count' and the currency USD"]),
        ({"unit": "count", "currency": None}, ["has the unit 'count' and the basis default"]),
    ],
)
def test_money_has_a_currency_and_a_basis_and_nothing_else_has(
    other: dict[str, Any], said: list[str]
) -> None:
    assert reasons(money("eq", "5", "5", "5", **other)) == said


@pytest.mark.parametrize(
    ("kind", "relation", "first", "last", "said"),
    [
        ("date", "in", "1999-01-01", "1999-12-31", []),
        ("date", "in", None, None, []),
        ("date", "in", "1999-01-01", None, ["has the relation 'in' and one day open"]),
        ("date", None, None, "1999-12-31", ["has the relation None and one day open"]),
        *(("date", one, None, "1999-12-31", []) for one in ("by", "until", "before")),
        *(("date", one, "1999-01-01", "1999-12-31", [f"has the relation '{one}' and a first day"]) for one in ("by", "until", "before")),
        *(("date", one, "1999-01-01", None, []) for one in ("since", "after")),
        *(("date", one, "1999-01-01", "1999-12-31", [f"has the relation '{one}' and a last day"]) for one in ("since", "after")),
        ("duration", None, None, None, []),
        ("duration", None, "1999-01-01", None, ["is a duration and has days"]),
        ("vague", None, None, "1999-12-31", ["is a vague and has days"]),
    ],
)  # fmt: skip
def test_the_days_that_a_relation_has(
    kind: str, relation: str | None, first: str | None, last: str | None, said: list[str]
) -> None:
    about = {"id": "d1", "span": at("in May"), "core": at("May"), "edtf": None, "timex": None, "grain": None,
             "anchored_to": "none", "rule": "gold"}  # fmt: skip
    day = Date.model_validate({**about, "kind": kind, "relation": relation, "first": first, "last": last})
    assert reasons(day) == said


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("7", 7), ("2,800,000", 2_800_000), ("2,50,000", 250_000), ("0.50", "0.5"), ("2.0", 2), ("5k", 5_000), ("5 thousand", 5_000),
        ("3.5lakh", 350_000), ("5m", 5_000_000), ("5mn", 5_000_000), ("5 Million", 5_000_000), ("2 crore", 20_000_000),
        ("5bn", 5 * 10**9), ("5b", 5 * 10**9), ("1.25 billion", 125 * 10**7), ("5tn", 5 * 10**12), ("5 trillion", 5 * 10**12),
        ("1.5 lakh crore", 15 * 10**11), (" 5bn ", 5 * 10**9), ("100", 100), ("10.50", "10.5"),
    ],
)  # fmt: skip
def test_a_number_and_its_scale(written: str, value: int | str) -> None:
    assert str(number(written)) == str(value)
    assert str(number_in(written, money=True)) == str(value)


@pytest.mark.parametrize("written", ["", "five", "5 dozen", "5 6", "m", "-5", "5%"])
def test_what_is_no_number(written: str) -> None:
    with pytest.raises(Wrong, match="is not a number such as 2800000000"):
        number(written)


@pytest.mark.parametrize(
    ("core", "money", "value"),
    [
        ("US$5", True, 5), ("40 per cent", False, 40), ("40 tonnes", False, 40), ("$40m", True, 40_000_000), ("40 million", False, 40_000_000),
        ("40m", False, None), ("40k", False, None), ("40b", False, None), ("4 or 5", True, None), ("nine", True, None),
    ],
)  # fmt: skip
def test_the_only_figure_in_words(core: str, money: bool, value: int | None) -> None:
    if value is None:
        with pytest.raises(Wrong, match=r"^what number is .*\? write it behind the =$"):
            number_in(core, money=money)
    else:
        assert number_in(core, money=money) == Decimal(value)


def test_spans_whose_words_stand_elsewhere_and_ids_that_nobody_has() -> None:
    raw: dict[str, Any] = {
        "claims": [{"id": "c1", "span": {"start": 0, "end": 3, "text": "Ana"}, "amounts": ["m1", "m2"], "parent": {"claim": "c2"},
                    "transfer": {"amount": "m3", "period": "d1"}, "attribution": {"entity": "e2"}, "dates": ["d2"], "entities": ["e1"]}],
        "amounts": [{"id": "m1", "span": {"start": 9, "end": 11, "text": "$6"}}, {"id": "m1", "core": {"start": 3, "end": 3, "text": ""}}],
        "dates": [{"id": "d1", "span": {"start": "0", "end": 3, "text": "Ana"}}],
        "entities": [{"id": "e1", "same_as": "e3", "span": {"start": -1, "end": 3, "text": "Ana"}}],
    }  # fmt: skip
    assert list(misplaced(raw, TEXT)) == [
        ("amount 1, span", "span 9:11 says '$6', the text '$5'"),
        ("amount 2, core", "span 3:3 says '', the text None"),
        ("date 1, span", "span 0:3 says 'Ana', the text None"),
        ("name 1, span", "span -1:3 says 'Ana', the text None"),
    ]
    assert list(dangling(raw)) == [
        ("amount 2", "the id 'm1' is given twice"),
        ("claim 1, amounts, 1", "names 'm2', which none of the amounts is"),
        ("claim 1, parent, claim", "names 'c2', which none of the claims is"),
        ("claim 1, transfer, amount", "names 'm3', which none of the amounts is"),
        ("claim 1, attribution, entity", "names 'e2', which none of the entities is"),
        ("claim 1, dates, 0", "names 'd2', which none of the dates is"),
        ("name 1, same_as", "names 'e3', which none of the entities is"),
    ]
    assert list(dangling({"amounts": None})) == []


def test_where_something_stands_in_words() -> None:
    assert entry(("claims", 16, "kind")) == "claim 17, kind"
    assert [entry((key, 0)) for key in ("entities", "amounts", "dates", "skipped", "sums")] == [
        "name 1", "amount 1", "date 1", "skipped 1", "sums, 0",
    ]  # fmt: skip
    assert (entry(("claims",)), entry(("made_by", "model"))) == ("claims", "made_by, model")


def read(*names: tuple[str, str, str | None], amounts: tuple[tuple[str, str], ...] = ()) -> Document:
    """Names and amounts: id, words, for names the first mention."""
    return Document.model_validate({
        "id": "a", "sha256": digest(TEXT), "text": TEXT, "made_by": {"version": "t", "model": "t", "config": "t"},
        "entities": [{"id": id, "span": at(words), "label": "PERSON", "name": words, "same_as": same} for id, words, same in names],
        "amounts": [money("eq", "5", "5", "5").model_dump() | {"id": id, "span": at(words), "core": at(words)} for id, words in amounts],
    })  # fmt: skip


def test_what_another_reading_has_is_lent_where_there_is_nothing() -> None:
    own = read(("e1", "May", None))
    other = read(
        ("e1", "Ana", None),
        ("e2", "May", None),
        ("e3", "paid", "e1"),
        ("e4", "Ana paid", "e2"),
        amounts=(("m1", "$5"),),
    )
    document, lent = with_things(own, other)
    assert [(e.id, e.span.text, e.same_as) for e in document.entities] == [
        ("e2", "Ana", None), ("e4", "Ana paid", None), ("e3", "paid", "e2"), ("e1", "May", None),
    ]  # fmt: skip
    assert ([a.id for a in document.amounts], lent) == (["m1"], {"e2", "e3", "e4", "m1"})


def test_one_letter_in_common_and_nothing_is_lent_and_a_neighbour_is() -> None:
    for held, free in (("Ana", "a paid"), ("Ana paid", "paid"), ("paid", "Ana paid $"), ("paid", "ai")):
        assert with_things(read(("e1", held, None)), read(("e1", free, None)))[1] == frozenset()
    assert with_things(read(("e1", "Ana", None)), read(("e1", " paid", None)))[1] == {"e2"}
    assert with_things(read(("e1", " paid", None)), read(("e1", "Ana", None)))[1] == {"e2"}
