"""What an error is, and the five ways to make one."""

from dataclasses import dataclass
from typing import Any, Literal

from pipeline.record import Span

Sort = Literal["missed", "spurious", "split", "merge", "edges", "wrong"]
Cause = Literal[
    "not found", "not in gold", "cut in pieces", "not split", "too long", "too short", "shifted", "left empty",
    "should be empty", "other value", "inherited",
]  # fmt: skip
"""Why, as far as two records tell. "inherited": an earlier stage did not hand over what was wanted."""
ALONE: dict[Sort, Cause] = {
    "missed": "not found",
    "spurious": "not in gold",
    "split": "cut in pieces",
    "merge": "not split",
}
OF_CLAIMS = ("claims", "attribution", "transfers")
Edges = tuple[int, int]


@dataclass(frozen=True)
class Error:
    """`gold` and `found` are what each side says (None: nothing), `gold_span` and `found_span` where it stands: the
    words that fill a field, or the item they belong to. `field` is set where `sort` is "wrong", `rule` says what
    decided, `claim` whose field it is (its words in gold), `sentence` is the text around it ("" where the record
    holds none), from code point `offset` on."""

    document: str
    stage: str
    sort: Sort
    cause: Cause
    start: int
    gold: str | None
    found: str | None
    gold_span: Edges | None = None
    found_span: Edges | None = None
    field: str | None = None
    rule: str | None = None
    claim: str | None = None
    sentence: str = ""
    offset: int = 0


@dataclass(frozen=True)
class Place:
    """Where errors are made: a stage of a document."""

    document: str
    stage: str

    def missed(self, item: Any, sort: Sort = "missed") -> Error:
        """In gold, and not found."""
        return self._error(sort, ALONE[sort], item.span, item.span, None)

    def spurious(self, item: Any, rule: str | None, sort: Sort = "spurious") -> Error:
        """Found, and not in gold."""
        return self._error(sort, ALONE[sort], item.span, None, item.span, rule=rule)

    def edges(self, gold: Any, found: Any, rule: str | None) -> Error:
        """Both there, with other edges."""
        return self._error(
            "edges", _edges(gold.span, found.span), gold.span, gold.span, found.span, rule=rule
        )

    def wrong(
        self, field: str, gold: Any, found: Any, values: tuple[str | None, str | None], rule: str | None
    ) -> Error:
        """A field with two values; the items stand for the words."""
        return self._error(
            "wrong",
            _differing(*values),
            gold.span,
            gold.span,
            found.span,
            field=field,
            values=values,
            rule=rule,
        )

    def filled(
        self,
        field: str,
        at: Span,
        gold: Span | None,
        found: Span | None,
        rule: str | None,
        cause: Cause | None = None,
    ) -> Error:
        """A field that words fill; None where they do not."""
        return self._error("wrong", cause or _differing(gold, found), at, gold, found, field=field, rule=rule)

    def _error(
        self,
        sort: Sort,
        cause: Cause,
        at: Span,
        gold: Span | None,
        found: Span | None,
        *,
        field: str | None = None,
        values: tuple[str | None, str | None] | None = None,
        rule: str | None = None,
    ) -> Error:
        wanted, given = values or (gold.text if gold else None, found.text if found else None)
        claim = at.text if field and self.stage in OF_CLAIMS else None
        spans = (_ends(gold), _ends(found))
        return Error(
            self.document, self.stage, sort, cause, at.start, wanted, given, *spans, field, rule, claim
        )


def _ends(span: Span | None) -> Edges | None:
    return (span.start, span.end) if span else None


def _differing(gold: object | None, found: object | None) -> Cause:
    if found is None:
        return "left empty"
    return "should be empty" if gold is None else "other value"


def _edges(gold: Span, found: Span) -> Cause:
    if found.start <= gold.start and gold.end <= found.end:
        return "too long"
    return "too short" if gold.start <= found.start and found.end <= gold.end else "shifted"
