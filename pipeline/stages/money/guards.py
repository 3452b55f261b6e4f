"""What looks like a figure and is no amount: years, dates, ages, durations, labels, scores, codes, addresses."""

from functools import cache

from pipeline import lexicon

from . import units
from .bounds import Bound
from .figure import Figure
from .phrases import Phrases
from .scan import Token, at, glued, low

REACH = 24  # code points of an idiom looked for on either side of a figure
CHUNK = 80  # code points looked back for the begin of a web address


@cache
def _labels(place: str) -> Phrases[str]:
    return Phrases((row["word"], row["why"]) for row in lexicon.table("not_amounts") if row["place"] == place)


@cache
def _idioms() -> tuple[str, ...]:
    return tuple(row["phrase"] for row in lexicon.table("idioms"))


def is_amount(text: str, tokens: list[Token], figure: Figure, bound: Bound) -> bool:
    """Does this figure state an amount?"""
    if _inside_a_word(text, tokens, figure) or _in_address(text, figure.start) or _idiom(text, figure):
        return False
    if figure.mark is not None:
        return True
    if figure.unit is not None:
        return not _labels("before").ending(tokens, figure.first) or figure.number.sure
    return _is_count(tokens, figure, bound)


def dated(tokens: list[Token], figure: Figure) -> bool:
    """Does a bare figure stand in a date: "in 2001", "since March 2001", "on 9 March"; "2001" before "to $5"?"""
    if not figure.bare:
        return False
    before = _labels("before").ending(tokens, figure.first)
    if before is not None and before[0] in ("date", "year") and figure.number.scale == 1:
        return before[0] == "year" or tokens[before[1]].text[:1].isupper()
    after = _labels("after").starting(tokens, figure.last)
    if after is not None and after[0] == "date" and tokens[figure.last].text[:1].isupper():
        return True
    return figure.year_like and low(tokens, figure.first - 1) in _DATES


_DATES = (
    "in",
    "since",
    "by",
    "until",
    "till",
    "during",
    "before",
    "after",
    "of",
    "early",
    "late",
    "mid",
    "around",
)


def _is_count(tokens: list[Token], figure: Figure, bound: Bound) -> bool:
    if figure.number.fraction or figure.number.comma or low(tokens, figure.first - 1) == "per":
        return False
    if _labelled(tokens, figure, bound) or _part_of_longer(tokens, figure):
        return False
    if low(tokens, figure.last) == "per" and not figure.year_like:
        return True  # "3.6 per 1,000 births"
    noun = units.counts(tokens, bound.last) or _of_those(tokens, figure.last)
    if figure.year_like:
        return bound.cue is not None and bound.cue.place == "before" and noun
    if figure.number.sure:
        return figure.value is not None or noun or _stands_alone(tokens, figure)
    if bound.cue is not None:
        if figure.size < 10:
            return noun and bound.cue.place == "before"
        return noun or (not figure.number.words and _cue_is_clear(bound))
    return noun and figure.size >= 10 and not _after_name(tokens, figure.first)


def _cue_is_clear(bound: Bound) -> bool:
    """ "more than 45" is an amount without a noun; "over 45" and "about 45" are not."""
    return bound.cue is not None and " " in bound.cue.text


def _of_those(tokens: list[Token], j: int) -> bool:
    """Is a part of several named, as in "12 of the 27 members", "43 of 120 seats"?"""
    behind = at(tokens, j + 1)
    if low(tokens, j) != "of" or behind is None:
        return False
    return behind.kind == "number" or behind.low in ("the", "them", "those", "these", "its", "their", "our")


def _stands_alone(tokens: list[Token], figure: Figure) -> bool:
    """A vague "millions" or "dozens" without a noun: not where it is a name or an adjective."""
    i = figure.number.first
    return (
        tokens[i].text.islower() or i == 0 or tokens[i - 1].low in ".!?" or low(tokens, figure.last) == "of"
    )


def _labelled(tokens: list[Token], figure: Figure, bound: Bound) -> bool:
    before = _labels("before").ending(tokens, figure.first)
    if before is None and low(tokens, figure.first - 1) in ("and", ",", "&"):
        before = _labels("before").ending(tokens, figure.first - 2)
    if before is None and low(tokens, figure.first - 1) == ".":
        before = _labels("before").ending(tokens, figure.first - 1)
    if before is not None and not (before[0] == "date" and tokens[before[1]].text.islower()):
        plain = before[0] == "date" or not figure.number.sure
        if (plain and low(tokens, before[1]) != "no") or tokens[before[1]].text[:1].isupper():
            return True
    j = bound.last + (low(tokens, bound.last) in ("-", "‑"))
    after = _labels("after").starting(tokens, j)
    if after is None:
        return False
    return after[0] != "date" or tokens[j].text[:1].isupper()


def _part_of_longer(tokens: list[Token], figure: Figure) -> bool:
    """Dates, scores, phone and section numbers: digits tied to other digits by - / : ."""
    first, last = figure.first, figure.last
    for j, other in ((first - 1, first - 2), (last, last + 1)):
        sign, beyond = at(tokens, j), at(tokens, other)
        if sign is None or beyond is None or sign.low not in "-–/:.+#'’" or beyond.kind != "number":
            continue
        near = sign.end == tokens[first].start if j < first else sign.start == tokens[last - 1].end
        if near and (glued(tokens, j + 1) if j >= last else glued(tokens, j)):
            return True
    spelled = at(tokens, last)
    return figure.number.words and spelled is not None and spelled.kind == "number"


def _inside_a_word(text: str, tokens: list[Token], figure: Figure) -> bool:
    """Letters, digits or signs of code glued to the figure: G7, F-16, 20th, 1990s, 3x, #5, a=5, 30%25."""
    before = text[figure.start - 1 : figure.start] if figure.start else ""
    two = text[max(figure.start - 2, 0) : figure.start]
    if before.isalnum() or (before and before in "/\\=_@#&?%^*'’."):
        return True
    if before in ("-", "‑") and two[:1].isalnum() and figure.mark is None:
        return not two[:1].isdigit() or figure.bare
    after = text[figure.end : figure.end + 1]
    if after.isalnum() or (after and after in "_@^\\"):
        return True
    return after in ("'", "’") and figure.bare and text[figure.end + 1 : figure.end + 2].isalpha()


def _in_address(text: str, start: int) -> bool:
    chunk = text[max(start - CHUNK, 0) : start]
    tail = chunk[max(chunk.rfind(space) for space in " \n\t") + 1 :]
    return "://" in tail or "www." in tail or "@" in tail


def _idiom(text: str, figure: Figure) -> bool:
    begin = max(figure.start - REACH, 0)
    window = text[begin : figure.end + REACH].lower()
    for phrase in _idioms():
        at = window.find(phrase)
        if at >= 0 and begin + at < figure.end and figure.start < begin + at + len(phrase):
            return True
    return False


def _after_name(tokens: list[Token], first: int) -> bool:
    """ "Boeing 737 jets", "Title 42 cases": a capital before the figure, unless it only begins the sentence."""
    before = at(tokens, first - 1)
    if before is None or before.kind != "word" or not before.text[:1].isupper():
        return False
    opens = first < 2 or low(tokens, first - 2) in _OPENERS
    return not (opens and units.is_function_word(before.low))


_OPENERS = (".", "!", "?", ":", ";", "“", '"', "—", "–", "(", "‘")
