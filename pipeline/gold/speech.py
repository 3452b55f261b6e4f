"""Who is made to say a claim: `by`, `speaker`, `cue`, `content` and `chain` → an Attribution, by § 4."""

import re
from collections.abc import Mapping

from pipeline.gold.closed import choice
from pipeline.gold.notes import Entry
from pipeline.gold.problems import Wrong
from pipeline.gold.quotes import Edge, Source, find, holds
from pipeline.gold.sentences import Sentence
from pipeline.record import Attribution, ContentType, SourceType, Span, Speech, names

OPENING = re.compile("[“„«‹‘\"']")
CLOSING = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’", '"': '"', "'": "'"}


def attribution(source: Source, given: Mapping[str, Entry], sentence: int, own: list[Edge]) -> Attribution:
    """Raises Wrong where the keys do not fit together."""
    said_by = choice(given.get("by"), SourceType, "author")
    links = given["chain"].items() if "chain" in given else []
    chain = tuple(_link(source, entry, sentence) for entry in links)
    speaker, cue = (_span(source, given.get(key), sentence) for key in ("speaker", "cue"))
    if chain:
        speaker, cue = speaker or chain[-1].source, cue or chain[-1].cue
    if said_by == "author" and speaker:
        raise Wrong(f"somebody speaks: say what they are, by: {' '.join(names(SourceType))}")
    if said_by != "author" and not (speaker or cue):
        raise Wrong(f"by {said_by} wants a speaker, or at least a cue")
    default = "none" if said_by == "author" else _content(source, sentence, own)
    content = choice(given.get("content"), ContentType, default)
    if (content == "none") != (said_by == "author"):
        raise Wrong(f"content {content!r} does not go with by {said_by!r}: only the author has none")
    return Attribution(source_type=said_by, source=speaker, cue=cue, content=content, chain=chain)


def is_quoted(source: Source, sentence: int, own: list[Edge], said_by: Attribution) -> bool:
    """All of the claim's own words stand in quotation marks that report speech."""
    return said_by.content == "direct" and _content(source, sentence, own) == "direct"


def quotations(source: Source, sentence: int) -> list[Edge]:
    """What stands between quotation marks in the paragraph of a sentence; open ones end with the paragraph."""
    number = source.sentence(sentence).paragraph
    same: list[Sentence] = [s for s in source.sentences if s.paragraph == number]
    at, end = same[0].start, same[-1].end
    found: list[Edge] = []
    while mark := OPENING.search(source.text, at, end):
        at = mark.end()
        if not _opens(source.text, mark.start(), end):
            continue
        stop = _close(source.text, at, end, CLOSING[mark.group()])
        if stop is None and mark.group() in "‘'‹":
            continue
        found.append((mark.end(), end if stop is None else stop))
        at = end if stop is None else stop + 1
    return found


def _opens(text: str, at: int, end: int) -> bool:
    if text[at] in "“„«‹‘":
        return True
    return (
        not (at and (text[at - 1].isalnum() or text[at - 1] in ".,!?"))
        and not text[at + 1 : at + 2].isspace()
    )


def _close(text: str, at: int, end: int, marks: str) -> int | None:
    """Where a quotation ends. An apostrophe in a word or behind a plural s ends none while a better mark follows."""
    doubtful = None
    for found in re.compile(f"[{re.escape(marks)}]").finditer(text, at, end):
        place, after = found.start(), text[found.end() : found.end() + 1]
        if marks in "’'" and after.isalnum():
            continue
        if marks in "’'" and text[place - 1] == "s" and after == " ":
            doubtful = doubtful or place
            continue
        return place
    return doubtful


def _content(source: Source, sentence: int, own: list[Edge]) -> str:
    """direct, mixed or indirect: whether all, part or none of the words stand in quotation marks."""
    quoted = quotations(source, sentence)
    if all(any(holds(quotation, piece) for quotation in quoted) for piece in own):
        return "direct"
    return "mixed" if any(holds(piece, quotation) for quotation in quoted for piece in own) else "indirect"


def _link(source: Source, entry: Entry, sentence: int) -> Speech:
    """`the treasurer / had admitted`; a dash for the one that is not said."""
    both = [part.strip() for part in entry.words().split(" / ")]
    if len(both) != 2:
        raise Wrong("a link of a chain is: speaker / cue (a dash where there is none)")
    speaker, cue = (None if part == "-" else find(source, part, sentence) for part in both)
    return Speech(source=_cut(source, speaker), cue=_cut(source, cue))


def _span(source: Source, entry: Entry | None, sentence: int) -> Span | None:
    return _cut(source, find(source, entry.words(), sentence)) if entry else None


def _cut(source: Source, edge: Edge | None) -> Span | None:
    return source.span(*edge) if edge else None
