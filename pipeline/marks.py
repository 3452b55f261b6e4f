"""What a stage leaves on a Doc, and how the next one reads it.

A stage called `money` leaves rows in `doc._.money`, its span group is `doc.spans["money"]`, and
`span._.money` is the row that stands on exactly that span (or None). A row is a JSON-able dict shaped like its
record in `record/`: `{"id": "m1", "span": {"start": 0, "end": 2, "text": "$5"}, ...}`; offsets are code points of
`doc.text`. Only strings, numbers, booleans, None, lists and dicts: anything else would break `doc.to_bytes()`
and with it `nlp.pipe(n_process=2)`.
"""

from typing import Any, overload
from weakref import WeakKeyDictionary

from spacy.tokens import Doc, Span, SpanGroup, Token

from pipeline import plain

Row = dict[str, Any]

METADATA = ("article_id", "published", "outlet", "byline")
"""What `extract` stamps on a Doc before it runs: strings or None; `published` as YYYY-MM-DD."""


def declare_metadata() -> None:
    """Register the metadata's extensions; safe to call again."""
    for name in METADATA:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


def metadata(doc: Doc | plain.Doc, name: str) -> str | None:
    """One piece of metadata; None where it was never stamped."""
    return doc._.get(name) if Doc.has_extension(name) else None


VOTES = "votes"
"""What the trained network says of each token's part in check-worthiness: `[weight, vote]`, floats; the score of a
stretch is the mean of its votes, weighed by the exponentials of the weights. None where a model says nothing."""


def declare_votes() -> None:
    """Register the extension; safe to call again."""
    if not Doc.has_extension(VOTES):
        Doc.set_extension(VOTES, default=None)


def votes(doc: Doc | plain.Doc) -> list[list[float]] | None:
    """One pair a token, or None."""
    found: list[list[float]] | None = doc._.get(VOTES) if Doc.has_extension(VOTES) else None
    return found


ARCS = "arcs"
"""How sure the trained network is of each token's head: log-probabilities, 0 for certain. None where a model says
nothing."""


def declare_arcs() -> None:
    """Register the extension; safe to call again."""
    if not Doc.has_extension(ARCS):
        Doc.set_extension(ARCS, default=None)


def arcs(doc: Doc | plain.Doc) -> list[float] | None:
    """One log-probability a token, or None."""
    found: list[float] | None = doc._.get(ARCS) if Doc.has_extension(ARCS) else None
    return found


def declare(stage: str) -> None:
    """Register the extensions of a stage; safe to call again. A factory calls it before it returns."""
    if not Doc.has_extension(stage):
        Doc.set_extension(stage, default=None)
    if not Span.has_extension(stage):
        Span.set_extension(stage, getter=lambda span: _row_of(span, stage))


def put(doc: Doc, stage: str, rows: list[Row]) -> Doc:
    """Leave `rows` on the Doc. Rows are put in order of start, then end; those with edges inside a token
    keep their exact offsets in the row, and get the tokens around them in the span group."""
    declare(stage)
    rows = sorted(rows, key=lambda row: (row["span"]["start"], row["span"]["end"]))
    doc._.set(stage, rows)
    found = [tokens_of(doc, row["span"]) for row in rows]
    doc.spans[stage] = SpanGroup(doc, name=stage, spans=[span for span in found if span is not None])
    return doc


def read(doc: Doc | plain.Doc, stage: str) -> list[Row]:
    """The rows a stage left, or none if it did not run."""
    if not Doc.has_extension(stage):
        return []
    return doc._.get(stage) or []


_TEXTS: WeakKeyDictionary[Doc, str] = WeakKeyDictionary()


def text_of(doc: Doc | plain.Doc) -> str:
    """`doc.text`, put together once: spaCy joins all tokens anew at every call, which makes a stage quadratic."""
    if isinstance(doc, plain.Doc):
        return doc.text
    text = _TEXTS.get(doc)
    if text is None:
        text = _TEXTS[doc] = doc.text
    return text


def cut(doc: Doc | plain.Doc, start: int, end: int) -> Row:
    """A span row for two code point offsets."""
    return {"start": start, "end": end, "text": text_of(doc)[start:end]}


def cut_span(span: Span | plain.Span) -> Row:
    """The span row of some tokens."""
    return cut(span.doc, span.start_char, span.end_char)


def cut_token(token: Token | plain.Token) -> Row:
    """The span row of one token."""
    return cut(token.doc, token.idx, token.idx + len(token))


@overload
def token_span(doc: Doc, start: int, end: int) -> Span | None: ...
@overload
def token_span(doc: plain.Doc, start: int, end: int) -> plain.Span | None: ...
def token_span(doc: Doc | plain.Doc, start: int, end: int) -> Span | plain.Span | None:
    """The tokens that cover these code points."""
    return doc.char_span(start, end, alignment_mode="expand")


@overload
def tokens_of(doc: Doc, span: Row) -> Span | None: ...
@overload
def tokens_of(doc: plain.Doc, span: Row) -> plain.Span | None: ...
def tokens_of(doc: Doc | plain.Doc, span: Row) -> Span | plain.Span | None:
    """The tokens that cover a span row."""
    return token_span(doc, span["start"], span["end"])


def _row_of(span: Span, stage: str) -> Row | None:
    for row in read(span.doc, stage):
        tokens = tokens_of(span.doc, row["span"])
        if tokens is not None and (tokens.start, tokens.end) == (span.start, span.end):
            return row
    return None
