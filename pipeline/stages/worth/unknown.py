"""What a reader would ask of a claim's values and the op-ed does not say: (field, reason), for `abstained`. Pure.

- `dates`, `no_publication_day`: "last month", and nobody knows from which day it is measured;
- `amounts`, `currency_ambiguous`: "20 pesos", and nothing tells whose.
"""

from collections.abc import Iterable, Mapping
from typing import Any

Row = Mapping[str, Any]


def unknown(
    claim: Row, amounts: Iterable[Row], dates: Iterable[Row], published: str | None
) -> list[dict[str, str]]:
    """What is to be added to the claim's own `abstained`; each reason once. `published`: YYYY-MM-DD or None."""
    said = {(each["field"], each["reason"]) for each in claim.get("abstained") or ()}
    reasons = {
        ("amounts", "currency_ambiguous"): any(
            each["id"] in claim["amounts"] and each.get("currency_basis") == "ambiguous" for each in amounts
        ),
        ("dates", "no_publication_day"): published is None
        and any(each["id"] in claim["dates"] and _floats(each) for each in dates),
    }
    return [{"field": f, "reason": r} for (f, r), holds in reasons.items() if holds and (f, r) not in said]


def _floats(date: Row) -> bool:
    """A date that is no vague one and has no days."""
    return date.get("kind") == "date" and date.get("first") is None and date.get("last") is None
