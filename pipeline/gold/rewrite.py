"""The claim standing alone, with what was changed marked in it → its text and its edits.

    <It => The ministry | coreference | The Ministry of Health> has published <+ nothing | shared_predicate> .

`<old => new>` replaces, `<+ new>` inserts, `<- old>` deletes; behind bars the reason (coreference if none is
given) and the words it was taken from (the new words themselves, wherever they stand, if none are given).
"""

import re
from typing import NamedTuple

from pipeline.gold.problems import Wrong
from pipeline.gold.quotes import Edge, Quote, Source, find, is_whole, occurrences, parts
from pipeline.record import Edit, EditReason, Span, names

MARK = re.compile(r"<((?:=>|=(?!>)|[^<>=])*)>")
ARTICLE = re.compile(r"^(?:the|a|an)\s", re.IGNORECASE)
REASONS = names(EditReason)


class Rewritten(NamedTuple):
    """`text` stands alone; `base` is what it was made of, all changes taken back."""

    text: str
    base: str
    edits: tuple[Edit, ...]


def rewritten(source: Source, written: str, sentence: int, own: list[Edge]) -> Rewritten:
    """`own`: edges of the claim's own words, where what is replaced or deleted is sought. Raises Wrong."""
    text, base, edits, at = "", "", [], 0
    for mark in MARK.finditer(written):
        old, new, edit = _edit(source, mark[1], sentence, own)
        between = written[at : mark.start()]
        text, base, at = text + between + new, base + between + old, mark.end()
        edits.append(edit)
    text, base = text + written[at:], base + written[at:]
    if re.search(r"[<>]", text):
        raise Wrong(f"the angle brackets in {text!r} do not pair")
    return Rewritten(finished(text), base, tuple(edits))


def finished(text: str) -> str:
    """One sentence: single spaces, a capital first, a full stop last."""
    text = re.sub(r"\s+([,.;:?!])", r"\1", " ".join(text.split())).rstrip(",;: ")
    first = re.search(r"\w", text)
    text = text[: first.start()] + first.group().upper() + text[first.end() :] if first else text
    return text if text.endswith((".", "!", "?", "…", ".”", '."')) else text + "."


def words(text: str) -> list[str]:
    """For comparing: words and figures in small letters, no marks."""
    return re.findall(r"\w+", text.casefold())


def _edit(source: Source, mark: str, sentence: int, own: list[Edge]) -> tuple[str, str, Edit]:
    """(words before, words after, Edit) of what stands between angle brackets."""
    change, reason, origin = _three(mark)
    old, new = _change(change)
    op = "replace" if old and new else "insert" if new else "delete"
    spans = tuple(source.span(*edge) for edge in _origins(source, origin, old, new, sentence, own))
    edit = {"op": op, "text": new or old, "source": spans, "reason": reason}
    return old, new, Edit.model_validate(edit)


def _three(mark: str) -> tuple[str, str, str]:
    """(change, reason, origin); a reason may be cut short: `coref`, `elided`."""
    change, *rest = (part.strip() for part in mark.split("|"))
    if len(rest) > 2:
        raise Wrong(f"<{mark}> has more than a change, a reason and a source")
    short = rest[0] if rest and rest[0] else "coreference"
    reasons = [reason for reason in REASONS if reason.startswith(short)]
    if len(reasons) != 1:
        raise Wrong(f"<{mark}>: {short!r} is no reason; there are {', '.join(REASONS)}")
    return change, reasons[0], rest[1] if len(rest) == 2 else ""


def _change(change: str) -> tuple[str, str]:
    """(old, new) words; "" for none."""
    if change.startswith("+"):
        old, new = "", change[1:].strip()
    elif change.startswith("-"):
        old, new = change[1:].strip(), ""
    else:
        old, arrow, new = (part.strip() for part in change.partition("=>"))
        if not (old and arrow and new):
            raise Wrong(f"<{change}> is none of <old => new>, <+ new> and <- old>")
    if not old and not new:
        raise Wrong(f"<{change}> has no words")
    return old, new


def _origins(source: Source, origin: str, old: str, new: str, sentence: int, own: list[Edge]) -> list[Edge]:
    """Where the words of an edit were taken from. Raises Wrong where that has to be said."""
    if origin:
        return [_wherever(source, part, sentence) for part in parts(origin)]
    if not new:
        return [find(source, old, sentence, [own])]
    plain = len(new.split()) == 1 and new[0].islower()  # "is", "has": one far away would be chance
    place = _first(source, new, [sentence] if plain else _outwards(source, sentence))
    if place is None and plain and len(old.split()) == 1:
        place = find(source, old, sentence, [own])  # agreement: "have" → "has" comes from "have"
    if place is None:
        raise Wrong(f"{new!r} does not stand there: say what it is taken from, <… {new} | reason | words>")
    return [place]


def _wherever(source: Source, written: str, sentence: int) -> Edge:
    quote = Quote.of(written)
    if quote.nth is not None or quote.sentence is not None:
        return find(source, written, sentence)
    if (place := _first(source, quote.words, _outwards(source, sentence))) is None:
        raise Wrong(f"{quote.words!r} stands nowhere in the text")
    return place


def _outwards(source: Source, sentence: int) -> list[int]:
    """The sentence, those before it, nearest first, and those behind it."""
    return [*range(sentence, -1, -1), *range(sentence + 1, len(source.sentences))]


def _first(source: Source, new: str, order: list[int]) -> Edge | None:
    """The words as they are, else without their article or 's, in the first sentence that holds them whole."""
    bare = ARTICLE.sub("", new)
    for candidate in dict.fromkeys((new, bare, re.sub(r"['’]s?$", "", new), re.sub(r"['’]s?$", "", bare))):
        for home in (source.sentences[number] for number in order):
            places = occurrences(source.text, candidate, home.start, home.end) if candidate else []
            if places and is_whole(source.text, places[0]):
                return places[0]
    return None


def lent(edits: tuple[Edit, ...], home: Edge) -> list[Span]:
    """What inserted words were borrowed from the claim's own sentence."""
    borrowed = ("elided_argument", "shared_predicate", "shared_adjunct")
    inserts = [edit for edit in edits if edit.op == "insert" and edit.reason in borrowed]
    return [span for edit in inserts for span in edit.source if home[0] <= span.start and span.end <= home[1]]
