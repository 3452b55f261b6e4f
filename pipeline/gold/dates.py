"""`since <2019> = since 2019` → a Date, its days by the table of § 6. Pure but for the quote's place."""

import datetime as dt
from typing import Any

from pydantic import ValidationError

from pipeline.complaint import first
from pipeline.gold import marked
from pipeline.gold.closed import fields
from pipeline.gold.problems import Wrong
from pipeline.gold.quotes import Source
from pipeline.gold.units import Unit, third, unit
from pipeline.record import AnchoredTo, Date, DateKind, DateRelation, Grain, Modifier, names

CLOSED = {
    "kind": names(DateKind),
    "relation": names(DateRelation),
    "grain": names(Grain),
    "modifier": names(Modifier),
    "anchored_to": names(AnchoredTo),
}
ONE_DAY = dt.timedelta(days=1)
WITHOUT_MARK = (None, "between")
"""Relations that may have no word of their own in the span: "2019–2021"."""


def date(source: Source, line: str, sentence: int) -> Date:
    """The date that a line of notes says, with the id "d". Raises Wrong."""
    found = marked.read(line)
    edge, core = marked.locate(source, found, sentence)
    given = fields(found.rest.replace(",", " ").split(), CLOSED, _other)
    relation = given.setdefault("relation", None)
    if relation not in WITHOUT_MARK and found.inner is None:
        raise Wrong(f"with {relation!r}, mark the date without that word in angle brackets: since <2019>")
    dated = given.get("kind", "date") == "date"
    usual = {
        "kind": "date",
        "approximate": relation == "around",
        "anchored_to": "absolute" if dated else "none",
    }
    usual |= {"grain": None, "edtf": None, "timex": None, "rule": "gold"}
    spans = {"span": source.span(*edge), "core": source.span(*core)}
    try:
        return Date.model_validate({"id": "d", **spans, **usual, **_days(given, relation), **given})
    except ValidationError as error:
        raise Wrong(first(error)[1]) from None


def _other(token: str) -> dict[str, Any]:
    """The field in a word that is in no closed set."""
    key, colon, value = token.partition(":")
    if colon and key in ("first", "last"):
        return {key: None if value == "none" else unit(value).first if key == "first" else unit(value).last}
    if token == "approximate":
        return {token: True}
    if token[0].isdigit():
        unit(token)
        return {"unit": token}
    known = "; ".join(f"{field}: {' '.join(values)}" for field, values in CLOSED.items())
    raise Wrong(
        f"{token!r} is no unit such as 2019, 2024-05 or 2007..2023, not approximate, and none of these: {known}"
    )


def _days(given: dict[str, Any], relation: str | None) -> dict[str, Any]:
    """`first`, `last` and `grain`; takes the unit out of what is given. Without a unit there are no days."""
    written = given.pop("unit", None)
    if written is None:
        return {"first": None, "last": None}
    if given.get("kind", "date") != "date":
        raise Wrong(f"a {given['kind']} has no days: leave {written} out")
    whole = unit(written)
    if "modifier" in given and ".." not in written:
        whole = third(whole, given["modifier"])
    first, last = _ends(whole, relation)
    return {"first": first, "last": last, "grain": whole.grain}


def _ends(whole: Unit, relation: str | None) -> tuple[dt.date | None, dt.date | None]:
    """The table of relations; None is open."""
    if relation == "since":
        return whole.first, None
    if relation in ("by", "until"):
        return None, whole.last
    if relation == "before":
        return None, whole.first - ONE_DAY
    if relation == "after":
        return whole.last + ONE_DAY, None
    return whole.first, whole.last
