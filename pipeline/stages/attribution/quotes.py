"""Direct speech: where quotation marks, not the parse, give the edges of what is said, and who says it."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from pipeline.marks import Row, read
from pipeline.stages.attribution import clause, frames
from pipeline.stages.attribution.found import Saying
from pipeline.stages.attribution.frames import Frame

NEAR = 12  # tokens on either side of a quotation in which its verb of saying is sought
SILENT = Frame("", "neutral", False)


def spoken(doc: Doc) -> list[Row]:
    """The quotation rows that hold speech: not scare quotes."""
    return [row for row in read(doc, "tokenize") if row["kind"] == "quote" and not row["scare"]]


def edges(doc: Doc, sayings: list[Saying]) -> list[Saying]:
    """Sayings whose content is one whole quotation get its inner edges."""
    rows = spoken(doc)
    return [_with_quote(one, rows) for one in sayings]


def _with_quote(one: Saying, rows: list[Row]) -> Saying:
    start, end = one.edges
    for row in rows:
        inner = row["inner"]
        if inner["start"] <= start < inner["end"] and end <= row["span"]["end"]:
            covers = end - start >= 0.6 * len(inner["text"]) or _sentence_start(one, inner)
            return replace(one, quote=_said(row)) if covers else one
    return one


def _sentence_start(one: Saying, inner: Row) -> bool:
    """The parse found the first sentence of a longer quotation."""
    return one.content[0].idx - inner["start"] <= 2


def _said(row: Row) -> tuple[int, int]:
    """The inner edges, less the comma that leads over to "said X"."""
    inner = row["inner"]
    return inner["start"], inner["start"] + len(inner["text"].rstrip(", \n"))


def find(doc: Doc, sayings: list[Saying]) -> Iterator[Saying]:
    """Quotations that no saying covers yet: by a verb beside them, a colon, a dash, or as the same speaker's next."""
    taken = [one.edges for one in sayings]
    last: tuple[Row, Saying] | None = None
    for row in spoken(doc):
        inner = row["inner"]
        owner = next((s for s, e in zip(sayings, taken, strict=True) if _overlaps(e, inner)), None)
        made = None
        span = doc.char_span(inner["start"], inner["end"], alignment_mode="expand")
        if owner is None and span is not None and _is_statement(span):
            made = (
                _after(span, row)
                or _continued(span, row, last)
                or _before(span, row)
                or _colon(span, row)
                or _dash(span, row)
            )
        if made is not None:
            yield made
        if owner is not None or made is not None:
            last = (row, made or owner)  # type: ignore[assignment]


def _overlaps(found: tuple[int, int], inner: Row) -> bool:
    return min(found[1], inner["end"]) - max(found[0], inner["start"]) > 0.5 * len(inner["text"])


def _is_statement(span: Span) -> bool:
    """A clause of its own: a verb with a subject, or a sentence that ends inside the marks."""
    verbs = [t for t in span if t.pos_ in {"VERB", "AUX"}]
    return len(span) >= 3 and bool(verbs) and any(t.dep_ in clause.SUBJECTS or t.dep_ == "expl" for t in span)


def _after(span: Span, row: Row) -> Saying | None:
    """A verb of saying with a subject right behind the marks: “…,” said X, where the parser lost the link."""
    window = [t for t in span.doc[span.end : span.end + NEAR] if t.idx >= row["span"]["end"]]
    return _by_verb(span, row, _until_stop(window))


def _before(span: Span, row: Row) -> Saying | None:
    """The same, right before the marks, if need be in the sentence before."""
    window = [t for t in span.doc[max(0, span.start - NEAR) : span.start] if t.idx < row["span"]["start"]]
    return _by_verb(span, row, _until_stop(window[::-1]))


def _by_verb(span: Span, row: Row, window: list[Token]) -> Saying | None:
    for verb in window:
        frame = frames.verb(verb.lemma_.lower(), []) if verb.pos_ == "VERB" else None
        speaker = clause.subject(verb) if frame is not None and "quote" in frame.takes else None
        if frame is not None and speaker is not None and not span.start <= speaker.i < span.end:
            return _made(span, row, speaker, [verb], frame, "quote beside verb")
    return None


def _until_stop(window: list[Token]) -> list[Token]:
    """The window up to the end of its sentence or the next quotation mark; the marks nearest the quotation pass."""
    kept: list[Token] = []
    for token in window:
        if kept and (token.text in {".", "!", "?"} or token.text in clause.QUOTE_MARKS):
            break
        if token.text in {".", "!", "?"} or (token.text not in clause.EDGES and not token.is_space) or kept:
            kept.append(token)
    return kept


def _colon(span: Span, row: Row) -> Saying | None:
    """ "Tanaka: “…”": a name and a colon before the marks."""
    at = _outside(span, row, before=True)
    if at is None or at.text != ":" or at.i == 0:
        return None
    name = at.nbor(-1)
    starts = name.sent.start == next((t.i for t in name.subtree), name.i)
    return _made(span, row, name, [at], SILENT, "name and colon") if starts and name.pos_ == "PROPN" else None


def _dash(span: Span, row: Row) -> Saying | None:
    """ "“…” — Yuki Tanaka"."""
    at = _outside(span, row, before=False)
    if at is None or at.text not in {"—", "–", "--", "―"} or at.i + 1 >= len(span.doc):
        return None
    name = at.nbor(1)
    while name.pos_ == "PROPN" and name.head.pos_ == "PROPN" and name.head.i > at.i and name.head != name:
        name = name.head
    ends = all(t.pos_ in {"PROPN", "PUNCT", "SPACE"} for t in span.doc[at.i + 1 : at.sent.end])
    return _made(span, row, name, [at], SILENT, "dash and name") if name.pos_ == "PROPN" and ends else None


def _outside(span: Span, row: Row, *, before: bool) -> Token | None:
    """The first token beyond the marks that is not white space."""
    doc, step = span.doc, -1 if before else 1
    i = span.start - 1 if before else span.end
    while 0 <= i < len(doc) and (doc[i].is_space or row["span"]["start"] <= doc[i].idx < row["span"]["end"]):
        i += step
    return doc[i] if 0 <= i < len(doc) else None


def _continued(span: Span, row: Row, last: tuple[Row, Saying] | None) -> Saying | None:
    """The same speaker goes on: nothing but the saying itself, or white space, stands between two quotations."""
    if last is None:
        return None
    before, one = last
    doc = span.doc
    between = doc.text[before["span"]["end"] : row["span"]["start"]]
    words = [t for t in doc if before["span"]["end"] <= t.idx < row["span"]["start"] and t.is_alpha]
    ours = {t.i for t in one.cue} | ({t.i for t in one.speaker.subtree} if one.speaker is not None else set())
    ours |= {t.i for v in one.cue for t in v.subtree}
    if any(t.i not in ours for t in words) or (between.count("\n\n") and words):
        return None
    frame = Frame(one.lemma, one.stance, one.negates)
    return _made(span, row, one.speaker, list(one.cue), frame, "same speaker", one.source_type)


def _made(
    span: Span,
    row: Row,
    speaker: Token | None,
    cue: list[Token],
    frame: Frame,
    rule: str,
    kind: str | None = None,
) -> Saying:
    inner = _said(row)
    return Saying(
        tuple(span),
        tuple(cue),
        speaker,
        frame.lemma,
        frame.stance,
        frame.negates,
        rule,
        source_type=kind,
        quote=inner,
    )
