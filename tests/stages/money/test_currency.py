"""Which currency an ambiguous mark means, and on what basis."""

import pytest

from pipeline import lexicon
from pipeline.stages.money import context, currency
from pipeline.stages.money.amount import find


def basis(text, **options):
    amount = find(text, **options)[0]
    return amount.currency, amount.currency_basis


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They paid KHR 4,000.", ("KHR", "code")),
        ("They paid €4,000.", ("EUR", "unique_mark")),
        ("They paid A$4,000.", ("AUD", "unique_mark")),
        ("They paid 4,000 yen.", ("JPY", "word")),
        ("They paid 4,000 Canadian dollars.", ("CAD", "word")),
        ("They paid $4,000.", ("USD", "default")),
        ("They paid ¥4,000.", ("JPY", "default")),
        ("Beijing of China paid ¥4,000.", ("CNY", "context")),
        ("Japan paid ¥4,000.", ("JPY", "context")),
        ("The renminbi slid. They paid ¥4,000.", ("CNY", "context")),
        ("The yen slid. They paid ¥4,000.", ("JPY", "context")),
        ("China is far. " + "Days went by. " * 40 + "Osaka paid ¥4,000, says Japan.", ("JPY", "context")),
        ("Japan is far. China paid ¥4,000.", ("CNY", "context")),
        ("The yuan slid. Japan paid ¥4,000.", ("JPY", "context")),
        ("Sri Lanka paid Rs 4,000, and Pakistan watched.", ("LKR", "context")),
        ("They paid $4,000, then C$9,000.", ("CAD", "context")),
        ("They paid $4,000. All sums are in Australian dollars.", ("AUD", "context")),
        ("They paid $4,000, C$9,000 and US$3,000.", ("USD", "default")),
        ("A visitor from Canada paid $4,000.", ("USD", "default")),
        ("Pakistan paid Rs 4,000.", ("PKR", "context")),
        ("They paid Rs 4,000.", ("INR", "default")),
        ("Chile has mines. Mexico paid 4,000 pesos.", ("MXN", "context")),
        ("They paid 4,000 pesos.", (None, "ambiguous")),
        ("They paid 4,000 kr.", (None, "ambiguous")),
        ("Sweden paid 4,000 kr.", ("SEK", "context")),
        ("Egypt paid 4 million pounds.", ("EGP", "context")),
        ("Canada votes. Ottawa paid $5.", ("CAD", "context")),
        ("Canada votes. Canada waits. Canada paid $5.", ("CAD", "context")),
        ("Canada votes. Canada paid $5.", ("USD", "default")),
        ("Ottawa waits. Ottawa paid $5.", ("USD", "default")),
        ("Canada votes. Ottawa waits. Spain paid $5.", ("CAD", "context")),
        ("Canada votes. Ottawa waits. France and Spain paid $5.", ("USD", "default")),
        ("Canada votes. Ottawa waits. Australia paid $5.", ("CAD", "context")),
        ("Canada votes. Ottawa waits. Australia and Sydney paid $5.", ("USD", "default")),
        ("Ottawa voted, and canada and Canada paid $5.", ("CAD", "context")),
        ("The yen slid. Days went by. China paid ¥4,000.", ("CNY", "context")),
        ("They paid ¥4,000 in Japan.", ("JPY", "context")),
        ("They paid ¥4,000. All sums are in Japanese yen.", ("JPY", "context")),
        ("They paid 4,000 pesos in Mexico.", ("MXN", "context")),
        ("They paid 4,000 pesos in Mexico and Chile.", ("MXN", "context")),
        ("Chile and Mexico paid 4,000 pesos.", ("MXN", "context")),
        ("They paid 4 million pounds.", ("GBP", "default")),
    ],
)
def test_basis(text, expected):
    assert basis(text) == expected


def test_a_choice_names_its_candidates_default_first():
    amount = find("It cost $5.")[0]
    assert amount.candidates[0] == "USD"
    assert {"AUD", "CAD", "NZD", "SGD", "HKD"} <= set(amount.candidates)
    assert find("It cost €5.")[0].candidates == ()


@pytest.mark.parametrize("row", lexicon.table("outlets"), ids=lambda row: row["outlet"])
def test_every_outlet_settles_its_example(row):
    amount = find(row["example"], outlet=f"The {row['outlet'].title()}")[0]
    assert amount.currency == row["currency"]
    assert amount.currency_basis in (
        "outlet",
        "default" if row["currency"] in amount.candidates[:1] else "outlet",
    )


def test_a_place_in_the_name_of_an_outlet_settles_it():
    assert basis("They paid $4,000.", outlet="Fiji Sun") == ("FJD", "outlet")
    assert basis("They paid $4,000.", outlet="A Paper Nobody Knows") == ("USD", "default")


def test_an_explicit_mention_outweighs_the_outlet():
    assert basis("They paid $4,000, then C$9,000.", outlet="The Guardian") == ("CAD", "context")


def test_adding_a_currency_is_adding_one_row(monkeypatch):
    new = {
        "code": "XLN", "name": "Lunar crown", "marks": "☾", "words": "lunar", "subunits": "crater:100",
        "places": "Moon;Lunarian", "weak": "", "default_for": "", "example": "",
    }  # fmt: skip
    table = lexicon.table

    def with_new(name):
        return (*table(name), new) if name == "currencies" else table(name)

    caches = [
        value
        for module in (currency, context)
        for value in vars(module).values()
        if hasattr(value, "cache_clear")
    ]
    monkeypatch.setattr(lexicon, "table", with_new)
    for cached in caches:
        cached.cache_clear()
    try:
        found = find("It cost ☾40 million, then XLN 5, then 3 Lunarian lunars and at last 50 craters.")
        assert [(str(a.value), a.currency) for a in found] == [
            ("40000000", "XLN"), ("5", "XLN"), ("3", "XLN"), ("0.5", "XLN"),
        ]  # fmt: skip
    finally:
        for cached in caches:
            cached.cache_clear()


def test_a_land_named_in_passing_settles_only_what_stands_near():
    home = "Senegal votes. Dakar waits, and Senegal pays. " + "The rains came late and left early. " * 20
    text = (
        f"{home}Conakry sent a note. {'The rains came late and left early. ' * 20}It cost 3 million francs."
    )
    assert [amount.currency for amount in find(text)] == ["XOF"]
    assert [amount.currency for amount in find("Conakry lent 3 million francs.")] == ["GNF"]


def test_a_sum_told_again_in_another_currency_lends_nothing():
    text = "It owes 9 billion rand, about €450m. Its revenue was 3.2 billion."
    assert [amount.currency for amount in find(text)] == ["ZAR", "EUR", "ZAR"]
