"""Two bounds of one quantity: "no fewer than 40 but no more than 60" is a range."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .amount import Amount

_LINKS = ("but", ", but", "and")
_LEAST, _MOST = ("gt", "ge"), ("lt", "le")


def enclosed(text: str, amounts: "list[Amount]") -> "list[Amount]":
    """The amounts, each pair of a lower and a higher bound made one range."""
    done: list[Amount] = []
    for amount in amounts:
        last = done[-1] if done else None
        if last is not None and _encloses(text, last, amount):
            done[-1] = last._replace(
                end=amount.end, core_end=amount.core_end, value=None, high=amount.value, comparator="range",
                unit=amount.unit, currency=amount.currency, currency_basis=amount.currency_basis,
                candidates=amount.candidates, per=amount.per, rule="range",
            )  # fmt: skip
        else:
            done.append(amount)
    return done


def _encloses(text: str, left: "Amount", right: "Amount") -> bool:
    if left.comparator not in _LEAST or right.comparator not in _MOST:
        return False
    alike = left.unit in (right.unit, "count") and left.currency in (None, right.currency)
    rising = left.value is not None and right.value is not None and left.value < right.value
    return rising and alike and text[left.end : right.start].strip().lower() in _LINKS
