"""Direct speech that no verb of the parse claims: who says it, from what stands beside the quotation marks."""

from collections.abc import Iterator

from pipeline.marks import Row, tokens_of
from pipeline.plain import Doc, Span, Token
from pipeline.stages.attribution import clause, frames
from pipeline.stages.attribution.clause import children
from pipeline.stages.attribution.frames import Frame
from pipeline.stages.attribution.introduced import colon, dash, direct
from pipeline.stages.attribution.quotes import Quotes
from pipeline.stages.attribution.saying import Saying, cue_of

NEAR = 12  # tokens on either side of a quotation in which its verb of saying is sought
STOPS = frozenset({".", "!", "?", "!!", "??", "!?", "?!", "!!!", "???"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def find(doc: Doc, quotes: Quotes, sayings: list[Saying]) -> Iterator[Saying]:
    """Quotations that no saying covers yet: by a verb beside them, as the same speaker's next, a colon, a dash."""
    owners = _owners(quotes, sayings)
    last: tuple[Row, Saying] | None = None
    for row in quotes.spoken:
        inner = row["inner"]
        owner = owners.get(inner["start"])
        span = tokens_of(doc, inner)
        if owner is None and span is not None:
            owner = _claimed(span, row, last)
            if owner is not None:
                yield owner
        if owner is not None:
            last = (row, owner)


def _owners(quotes: Quotes, sayings: list[Saying]) -> dict[int, Saying]:
    """Start of a quotation → the first saying that covers more than half of it."""
    found: dict[int, Saying] = {}
    for one in sayings:
        for row in quotes.touching(*one.edges):
            if _overlaps(one.edges, row["inner"]):
                found.setdefault(row["inner"]["start"], one)
    return found


def _claimed(span: Span, row: Row, last: tuple[Row, Saying] | None) -> Saying | None:
    if not _is_statement(span):
        return _continued(span, row, last)
    found = _after(span, row) or _continued(span, row, last) or _before(span, row)
    return found or colon(span, row) or dash(span, row)


def _overlaps(found: tuple[int, int], inner: Row) -> bool:
    return min(found[1], inner["end"]) - max(found[0], inner["start"]) > len(inner["text"]) / 2


def _is_statement(span: Span) -> bool:
    """Words enough to say something, and a verb among them; not “a yield of 7.5%, secured by land”, a mere object."""
    thing = span.root.pos_ == "NOUN" and span.root.dep_ in {"obj", "obl", "nmod"}
    bare = thing and not children(span.root, "cop", *clause.SUBJECTS)
    return len(span) >= 3 and not bare and any(t.pos_ in {"VERB", "AUX"} for t in span)


def _after(span: Span, row: Row) -> Saying | None:
    """A verb of saying right behind the marks: “…,” said X, where the parser lost the link."""
    if span[-1].text == ".":
        return None
    window = [t for t in span.doc[span.end : span.end + NEAR] if t.idx >= row["span"]["end"]]
    return _by_verb(span, row, _until_stop(window))


def _before(span: Span, row: Row) -> Saying | None:
    """The same right before the marks; in the sentence before, only by its main verb."""
    window = [t for t in span.doc[max(0, span.start - NEAR) : span.start] if t.idx < row["span"]["start"]]
    near = _until_stop(window[::-1])
    if near and near[0].text in STOPS:
        near = [t for t in near if t.head == t]
    return _by_verb(span, row, near)


def _by_verb(span: Span, row: Row, window: list[Token]) -> Saying | None:
    for verb in window:
        frame = frames.verb(verb.lemma_.lower(), [], verb.lower_) if verb.pos_ == "VERB" else None
        if frame is None or "quote" not in frame.takes or frame.negates or verb.dep_ in {"acl", "acl:relcl"}:
            continue
        speaker = clause.subject(verb)
        if speaker is None or span.start <= speaker.i < span.end or speaker.sent != verb.sent:
            speaker = _beside(verb, window)
        if speaker is not None:
            return direct(span, row, speaker, cue_of(verb, frame), frame, "quote beside verb")
    return None


def _beside(verb: Token, window: list[Token]) -> Token | None:
    """The topmost nominal before the verb, or behind it, where the parser gave the verb no subject."""
    here = {t.i for t in window}
    for words in ([t for t in window if t.i < verb.i], [t for t in window if t.i > verb.i]):
        top = [t for t in words if t.pos_ in NOMINAL and (t.head.i not in here or t.head == verb)]
        if top and not (top[0].head == verb and top[0].dep_ in {"iobj", "obj", "obl"}):
            return top[0]
    return None


def _until_stop(window: list[Token]) -> list[Token]:
    """The window up to the end of its sentence or the next quotation mark; the marks nearest the quotation pass."""
    kept: list[Token] = []
    for token in window:
        if kept and (token.text in STOPS or token.text in clause.QUOTE_MARKS):
            break
        if kept or token.text in STOPS or not (token.text in clause.EDGES or token.is_space):
            kept.append(token)
    return kept


def _continued(span: Span, row: Row, last: tuple[Row, Saying] | None) -> Saying | None:
    """The same speaker goes on: nothing but the saying itself, or white space, stands between two quotations."""
    if last is None:
        return None
    before, one = last
    between = span.doc.char_span(before["span"]["end"], row["span"]["start"], alignment_mode="contract")
    words = [t for t in between or () if t.is_alpha]
    ours = {
        t.i for top in (*one.cue, *([one.speaker] if one.speaker is not None else [])) for t in top.subtree
    }
    if len(words) > 3 * NEAR or any(t.i not in ours for t in words) or (words and "\n\n" in between.text):
        return None
    frame = Frame(one.lemma, one.stance, one.negates)
    return direct(span, row, one.speaker, list(one.cue), frame, "same speaker", one.source_type)
