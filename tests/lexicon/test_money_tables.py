"""Every row of the tables that stage money reads proves itself: its example is read by it, or silenced by it."""

from decimal import Decimal

import pytest

from pipeline import lexicon
from pipeline.stages.money import vocabulary
from pipeline.stages.money.amount import find


def rows(name):
    return pytest.mark.parametrize("row", lexicon.table(name), ids=lambda row: next(iter(row.values())))


def one(row):
    found = find(row["example"])
    assert found, "nothing found"
    return found[0]


@rows("currencies")
def test_currency(row):
    assert row["code"] in {amount.currency for amount in find(row["example"])}


def test_currency_rows_are_whole():
    codes = [row["code"] for row in lexicon.table("currencies")]
    assert len(set(codes)) == len(codes) >= 155
    for row in lexicon.table("currencies"):
        forms = {form for key in ("marks", "words") for form in row[key].split(";")} | {row["code"]}
        forms |= {sub.split(":")[0] for sub in row["subunits"].split(";")}
        assert {entry for entry in row["weak"].split(";") if entry} <= forms, row["code"]


@rows("scales")
def test_scale(row):
    assert one(row).value == Decimal(row["reads"])


@rows("number_words")
def test_number_word(row):
    assert one(row).value == Decimal(row["reads"])


@rows("comparators")
def test_comparator(row):
    amount = one(row)
    span = row["example"][amount.start : amount.end].lower()
    if row["place"] == "block":
        assert (amount.comparator, amount.start) == ("eq", amount.core_start)
        return
    assert amount.comparator == row["comparator"]
    assert (row["cue"].lower() in span) == (row["place"] != "verb")
    for end in ("low", "high"):
        bound = getattr(amount, end)
        assert bound == (amount.value * Decimal(row[end]) if row[end] else None)


@rows("units")
def test_unit(row):
    amount = one(row)
    assert (amount.unit, amount.per or "") == (row["unit"], row["per"])


@rows("per")
def test_per(row):
    assert one(row).per == row["per"]


@rows("changes")
def test_change(row):
    assert (one(row).change or "") == row["change"]


@rows("vague_amounts")
def test_vague_amount(row):
    amount = one(row)
    assert (amount.comparator, amount.value, amount.low) == ("vague", None, Decimal(row["low"]))


@rows("money_verbs")
def test_money_verb(row):
    amount = one(row)
    assert (amount.unit, amount.currency, amount.currency_basis) == ("currency", None, "ambiguous")


@rows("fractions")
def test_fraction(row):
    amount = one(row)
    over, under = row["reads"].split("/")
    assert amount.unit == "percent"
    assert abs(amount.value * int(under) - 100 * int(over)) <= Decimal("0.005") * int(under)


@rows("vague_factors")
def test_vague_factor(row):
    amount = one(row)
    assert amount.comparator == "vague"
    assert str(amount.low).startswith(row["low"])


@rows("count_nouns")
def test_count_noun(row):
    assert one(row).value in (45, 450, 100)


@rows("idioms")
def test_idiom(row):
    assert row["phrase"].lower() in row["example"].lower()
    assert find(row["example"]) == []


@rows("not_amounts")
def test_not_an_amount(row):
    assert row["word"].rstrip("-") in row["example"].lower()
    assert find(row["example"]) == []


@rows("function_words")
def test_function_word(row):
    assert find(row["example"]) == []


@rows("dollar_lands")
def test_dollar_land(row):
    assert (one(row).currency, one(row).currency_basis) == (row["currency"], "context")


@rows("scale_fillers")
def test_scale_filler(row):
    assert one(row).value == Decimal(row["reads"])


@rows("votes")
def test_vote(row):
    assert [amount.unit for amount in find(row["example"])] == ["count", "count"]


@rows("cities")
def test_city(row):
    assert one(row).currency == row["currency"]


@rows("not_rates")
def test_no_rate(row):
    assert one(row).per is None and f" {row['noun']}" in row["example"]


@rows("age_cues")
def test_age_cue(row):
    amount = one(row)
    assert amount.unit == "year" and row["cue"].split()[0] in row["example"]


@rows("not_single")
def test_no_single(row):
    assert not find(row["example"]) and row["noun"] in row["example"]


@rows("sum_nouns")
def test_a_sum_noun_carries_the_currency_on(row):
    assert [amount.currency for amount in find(row["example"])] == ["ZAR", "ZAR"]
    assert row["noun"] in row["example"]


@rows("part_takers")
def test_part_taker(row):
    assert (one(row).value, one(row).unit) == (50, "percent")


@rows("singular_is")
def test_a_singular_in_is_is_not_counted(row):
    assert not find(row["example"]) and row["noun"] in row["example"]


def told(text):
    """Every amount of a text in a line: the span, and what it comes to."""
    return "; ".join(
        " ".join(part for part in (f"{text[a.start : a.end]}:", *_parts(a)) if part) for a in find(text)
    )


def _parts(a):
    size = f"{a.value:f}" if a.value is not None else f"{a.low:f}..{a.high:f}"
    comparator = a.comparator if a.comparator != "eq" else ""
    return comparator, size, a.currency or a.unit, f"per {a.per}" if a.per else "", a.change


@pytest.mark.parametrize(
    "row", lexicon.table("amount_words"), ids=lambda row: f"{row['group']}: {row['word']}"
)
def test_word_beside_a_figure(row, monkeypatch):
    assert told(row["example"]) == row["reads"]
    without = vocabulary.group(row["group"]) - {row["word"]}
    monkeypatch.setitem(vocabulary.groups(), row["group"], without)
    assert told(row["example"]) != row["reads"], "the row changes nothing"
