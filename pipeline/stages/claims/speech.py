"""Rows of the attribution stage → which words are words of saying, and who says a claim."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipeline.marks import Row, read, tokens_of
from pipeline.plain import Doc, Span
from pipeline.stages.claims.clauses import Clause
from pipeline.stages.claims.near import Near

AUTHOR: Row = {"source_type": "author", "source": None, "cue": None, "content": "none", "chain": []}

NAMED = frozenset({"naming", "passive naming"})
RECKONED = frozenset({"verb+figure"})


@dataclass
class Speech:
    """`cues`: token indices of the verbs and phrases of saying; `quotes`: edges of the quotations, marks included."""

    rows: Sequence[Row]
    cues: frozenset[int]
    quotes: Sequence[tuple[int, int]] = ()

    @classmethod
    def of(cls, doc: Doc, rows: list[Row]) -> "Speech":
        """`rows`: those of the stage `attribution`."""
        cues: set[int] = set()
        for row in rows:
            for cue in [row["cue"], *(link["cue"] for link in row["chain"])]:
                span = tokens_of(doc, cue) if cue else None
                if span is not None:
                    cues.update(token.i for token in span)
        marks = [row["span"] for row in read(doc, "tokenize") if row["kind"] == "quote"]
        return cls(rows, frozenset(cues), tuple((mark["start"], mark["end"]) for mark in marks))

    def near(self) -> Callable[[int, int], "Speech"]:
        """`(first, last)` → the same with only what touches these code points."""
        rows, quotes = Near(self.rows, [_edges(row) for row in self.rows]), Near(self.quotes, self.quotes)
        return lambda first, last: replace(
            self, rows=rows.between(first, last), quotes=quotes.between(first, last)
        )

    def contents(self, sentence: Span) -> list[Span]:
        """What is said in this sentence, as tokens."""
        found = []
        for row in self.rows:
            span = tokens_of(sentence.doc, row["span"])
            if span is not None and sentence.start <= span.start and span.end <= sentence.end:
                found.append(span)
        return found

    def limit(self, clause: Clause) -> None:
        """A claim inside a direct quotation has no words outside it, wherever the parser hung them."""
        doc = clause.head.doc
        for row in self.rows:
            pieces = row.get("fragments") or [row["span"]]
            if row["content"] == "direct" and _stands_in(clause.head.idx, pieces):
                clause.own = [i for i in clause.own if _stands_in(doc[i].idx, pieces)]

    def of_span(self, span: Row) -> tuple[Row, Row | None, str | None]:
        """The attribution of a claim on this span, the cue that denies it, if one does, and the rule that found the
        saying, if there is one."""
        around = [row for row in self.rows if _covers(row, span)]
        if not around:
            return dict(AUTHOR), None, None
        row = min(around, key=_innermost)
        chain = row["chain"] if len(row["chain"]) > 1 else []
        attribution = {key: row[key] for key in ("source_type", "source", "cue")}
        attribution |= {"content": self._content(row, span), "chain": chain}
        return attribution, (row["cue"] if row.get("negates") else None), row.get("rule")

    def _content(self, row: Row, claim: Row) -> str:
        """How much of what this claim takes from the saying stands in quotation marks: all, some, nothing."""
        if row["content"] == "none":
            return "none"
        edges = (claim["start"], claim["end"])
        pieces = [piece for one in row.get("fragments") or [row["span"]] if (piece := _shared(one, edges))]
        around = [quote for quote in self.quotes if any(a < quote[1] and quote[0] < b for a, b in pieces)]
        if not around:
            return "indirect"
        whole = all(any(start <= a and b <= end for start, end in around) for a, b in pieces)
        return "direct" if whole else "mixed"


def _edges(row: Row) -> tuple[int, int]:
    """From the first of what is said and the words of saying to the last."""
    parts = [part for part in (row["span"], row["cue"]) if part]
    return min(part["start"] for part in parts), max(part["end"] for part in parts)


def _shared(piece: Row, edges: tuple[int, int]) -> tuple[int, int] | None:
    """The edges of the words that a piece and a claim have in common."""
    start, end = max(piece["start"], edges[0]), min(piece["end"], edges[1])
    words = piece["text"][start - piece["start"] : max(start, end) - piece["start"]]
    left = next((n for n, sign in enumerate(words) if sign.isalnum()), None)
    if left is None:
        return None
    right = next(n for n, sign in enumerate(reversed(words)) if sign.isalnum())
    return start + left, end - right


def _stands_in(place: int, pieces: list[Row]) -> bool:
    return any(piece["start"] <= place < piece["end"] for piece in pieces)


def _innermost(row: Row) -> tuple[int, int, int]:
    """The shortest content; of two that say the same the one that lies deeper in speech within speech."""
    return row["span"]["end"] - row["span"]["start"], -len(row["chain"]), row["span"]["start"]


def _covers(row: Row, claim: Row) -> bool:
    """The saying takes in most of the claim; one that names ("called it rash") or reckons ("expects $3m") may itself be
    the claim: then the first is the author's, the second the source's."""
    cue = row["cue"]
    itself = cue is not None and claim["start"] <= cue["start"] and cue["end"] <= claim["end"]
    if (
        itself
        and row.get("negates")
        and not _stands_in(claim["start"], row.get("fragments") or [row["span"]])
    ):
        return False  # "she denied taking bribes": that she denied it is told by the author
    if itself and row.get("rule") in RECKONED:
        return bool(row["span"]["start"] < claim["end"])
    return _overlap(row["span"], claim) > 0.5 and not (itself and row.get("rule") in NAMED)


def _overlap(content: Row, span: Row) -> float:
    """The share of the claim that stands inside what is said."""
    shared = min(content["end"], span["end"]) - max(content["start"], span["start"])
    return shared / max(1, span["end"] - span["start"])


def turned(polarity: str, cues: list[Row], denied: Row | None) -> Row:
    """The polarity row; a verb that denies ("denied that …") turns it."""
    if denied is None:
        return {"value": polarity, "cues": cues}
    return {"value": "affirmed" if polarity == "negated" else "negated", "cues": [*cues, denied]}
