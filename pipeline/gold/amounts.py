"""`more than <US$5bn> = gt USD unique_mark` → an Amount, by § 5 of the guidelines. Pure but for the quote's place."""

import re
from decimal import Decimal
from typing import Any

from pipeline.gold import marked
from pipeline.gold.closed import fields
from pipeline.gold.figures import number, number_in
from pipeline.gold.problems import Wrong
from pipeline.gold.quotes import Source
from pipeline.record import Amount, Change, Comparator, CurrencyBasis, names

UNITS = ("currency", "percent", "percentage_points", "count")
CLOSED = {
    "comparator": names(Comparator),
    "currency_basis": names(CurrencyBasis),
    "change": names(Change),
    "unit": UNITS,
}
KEYED = ("per", "unit", "candidates", "low", "high", "value")
PERCENT = re.compile(r"%|\bper ?cent\b|\bpercent\b|\bpc\b")
OWN_CORE = ("approx", "gt", "ge", "lt", "le")
"""With these the words that compare are in the span, and the figure has to be marked in it."""


def amount(source: Source, line: str, sentence: int) -> Amount:
    """The amount that a line of notes says, with the id "m". Raises Wrong."""
    found = marked.read(line)
    edge, core = marked.locate(source, found, sentence)
    rest = found.rest if ".." in found.rest else found.rest.replace(",", " ")
    given = fields(rest.split(), CLOSED, _other)
    comparator = given.setdefault("comparator", "range" if "low" in given and "high" in given else "eq")
    if comparator in OWN_CORE and found.inner is None:
        raise Wrong(
            f"with {comparator!r}, mark the figure without its comparator in angle brackets: more than <$3m>"
        )
    words = source.text[slice(*core)]
    money = bool(given.get("currency") or given.get("candidates"))
    given.setdefault("unit", "currency" if money else "percent" if PERCENT.search(words) else "count")
    _agree(given)
    bounds = _bounds(comparator, given, words, money)
    return Amount(
        id="m", span=source.span(*edge), core=source.span(*core), rule="gold", **{**given, **bounds}
    )


def _other(token: str) -> dict[str, Any]:
    """The fields in a word that is in no closed set."""
    key, colon, value = token.partition(":")
    if colon and key in KEYED:
        if key == "candidates":
            return {key: tuple(value.replace("/", " ").split())}
        return {key: value if key in ("per", "unit") else number(value)}
    if re.fullmatch(r"[A-Z]{3}", token):
        return {"currency": token}
    if ".." in token:
        low, high = token.split("..", 1)
        return {"low": number(low), "high": number(high)}
    if token[0].isdigit():
        return {"value": number(token)}
    raise Wrong(
        f"{token!r} is no comparator ({' '.join(names(Comparator))}), no number, no currency such as USD, no basis "
        f"({' '.join(names(CurrencyBasis))}), no unit ({' '.join(UNITS)}, or unit:tonne), no up or down, no per:year"
    )


def _agree(given: dict[str, Any]) -> None:
    """Money has a currency or candidates, and says on what basis; nothing else does."""
    money = bool(given.get("currency") or given.get("candidates"))
    if (given["unit"] == "currency") != money:
        raise Wrong("an amount of money wants a currency (USD) or candidates:USD/AUD, other amounts none")
    if money != ("currency_basis" in given):
        raise Wrong(f"a currency wants its basis: {', '.join(names(CurrencyBasis))}")
    if (given.get("currency_basis") == "ambiguous") != ("currency" not in given and money):
        raise Wrong("ambiguous means candidates and no currency")


def _bounds(comparator: str, given: dict[str, Any], core: str, money: bool) -> dict[str, Decimal | None]:
    """`value`, `low` and `high` by the table of comparators; what is given beats the table."""
    if comparator == "range":
        if "low" not in given or "high" not in given or "value" in given:
            raise Wrong("a range wants both ends and no value: 6m..8m")
        return {"value": None, "low": given["low"], "high": given["high"]}
    if comparator == "vague":
        low = given.get("low", given.get("value"))
        if low is None:
            raise Wrong("a vague amount wants one of its unit: vague 1m for millions, vague 12 for dozens")
        return {"value": None, "low": low, "high": given.get("high")}
    value = given["value"] if "value" in given else number_in(core, money=money)
    low = value if comparator in ("eq", "gt", "ge") else None
    high = value if comparator in ("eq", "lt", "le") else None
    return {"value": value, "low": given.get("low", low), "high": given.get("high", high)}
