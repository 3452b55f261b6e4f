"""A figure: a number with its mark, scale and unit. No cues, no bounds, no judgement yet."""

from dataclasses import dataclass, replace
from decimal import Decimal

from .currency import Mark
from .scale import Number
from .scan import Token

TREE = ("tree.subject", "tree.object")  # the rules of figures that the tree knows to count


@dataclass(frozen=True, slots=True)
class Figure:
    """`first`, `last`: token indices of the core, half-open. `start`, `end`: its code points. `value` None: vague,
    then `low` holds. `high`: only of a range."""

    number: Number
    first: int
    last: int
    start: int
    end: int
    value: Decimal | None
    low: Decimal | None
    rule: str
    high: Decimal | None = None
    mark: Mark | None = None
    unit: str | None = None
    per: str | None = None

    @property
    def size(self) -> Decimal:
        """The largest figure that is written, without its sign."""
        return abs(self.value or self.high or self.low or Decimal(0))

    @property
    def bare(self) -> bool:
        """Neither money nor percent nor a measure: at most a count."""
        return self.mark is None and self.unit is None

    @property
    def looks_like_money(self) -> bool:
        """Has it a scale, separators or decimals? A weak mark ("K", "COP") needs one of them."""
        number = self.number
        written = (number.sure or number.raw % 1 != 0) and not number.words
        return written or number.scale > 1 or self.value is None

    @property
    def year_like(self) -> bool:
        """Four bare digits that may be a year."""
        number = self.number
        plain = not number.words and not number.sure and number.scale == 1
        return plain and self.bare and self.value is not None and 1500 <= abs(self.value) <= 2100

    def up_to(self, tokens: list[Token], last: int, value: Decimal | None, rule: str) -> "Figure":
        """The figure with its end moved behind token `last - 1`, a new value, and the rule that found it."""
        rule = rule if value is not None else self.rule
        return replace(self, last=last, end=tokens[last - 1].end, value=value, rule=rule)
