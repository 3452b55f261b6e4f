"""Direct speech that a colon or a dash gives to somebody: "Tanaka: “…”", "her answer: “…”", "“…” — Yuki Tanaka"."""

from pipeline.marks import Row
from pipeline.plain import Span, Token
from pipeline.stages.attribution import clause, frames
from pipeline.stages.attribution.frames import Frame
from pipeline.stages.attribution.quotes import said_in
from pipeline.stages.attribution.saying import Saying

NEAR = 12  # tokens before a colon in which a word for what is said is sought
SILENT = Frame("", "neutral", False)
DASHES = frozenset({"—", "–", "--", "―"})


def colon(span: Span, row: Row) -> Saying | None:
    """ "Tanaka: “…”", "Her answer was short: “…”", "her reply – “…” –": a name, or a word for what is said."""
    at = _outside(span, row, before=True)
    if at is None or at.text not in {":", *DASHES} or at.i == 0:
        return None
    name = at.nbor(-1)
    if at.text == ":" and name.pos_ == "PROPN" and name.sent.start == name.left_edge.i:
        return direct(span, row, name, [at], SILENT, "name and colon")
    ahead = span.doc[max(name.sent.start, at.i - NEAR) : at.i]
    word = next((t for t in ahead if t.lemma_.lower() in frames.nouns() and t.pos_ == "NOUN"), None)
    owner = clause.first(word, "nmod:poss") if word is not None else None
    if word is None or owner is None:
        return _blunt(span, row, at, ahead) if at.text == ":" else None
    return direct(span, row, owner, [word], frames.nouns()[word.lemma_.lower()], "noun and colon")


def _blunt(span: Span, row: Row, colon: Token, ahead: Span) -> Saying | None:
    """ "Reyes, who voted no, was blunter: “…”": what somebody is, and then the words."""
    quality = next((t for t in ahead if t.pos_ == "ADJ" and clause.first(t, "cop") is not None), None)
    who = clause.first(quality, "nsubj") if quality is not None else None
    if quality is None or who is None or quality.i != colon.i - 1:
        return None
    told = who.lower_ in ("he", "she") or any(t.pos_ == "PROPN" for t in (who, *who.children))
    return direct(span, row, who, [quality], SILENT, "quality and colon") if told else None


def dash(span: Span, row: Row) -> Saying | None:
    """ "“…” — Yuki Tanaka"."""
    at = _outside(span, row, before=False)
    if at is None or at.text not in DASHES or at.i + 1 >= len(span.doc):
        return None
    name = at.nbor(1)
    while name.head.pos_ == "PROPN" and name.head.i > at.i and name.head != name:
        name = name.head
    ends = all(t.pos_ in {"PROPN", "PUNCT", "SPACE"} for t in span.doc[at.i + 1 : at.sent.end])
    return direct(span, row, name, [at], SILENT, "dash and name") if name.pos_ == "PROPN" and ends else None


def _outside(span: Span, row: Row, *, before: bool) -> Token | None:
    """The first token beyond the marks that is not white space."""
    doc, step = span.doc, -1 if before else 1
    i = span.start - 1 if before else span.end
    while 0 <= i < len(doc) and (doc[i].is_space or row["span"]["start"] <= doc[i].idx < row["span"]["end"]):
        i += step
    return doc[i] if 0 <= i < len(doc) else None


def direct(
    span: Span,
    row: Row,
    speaker: Token | None,
    cue: list[Token],
    frame: Frame,
    rule: str,
    kind: str | None = None,
) -> Saying:
    """The saying whose content is a whole quotation."""
    lemma, stance, negates = frame.lemma, frame.stance, frame.negates
    return Saying(tuple(span), tuple(cue), speaker, lemma, stance, negates, rule, kind, quote=said_in(row))
