"""What looks like a figure and is no amount: years, dates, ages, durations, labels, scores, codes, addresses."""

from functools import cache

from pipeline import lexicon

from . import levels, units
from .around import moves, read_per
from .bounds import Bound
from .figure import TREE, Figure
from .labels import labels, may_be_dated
from .nounless import stands_for_a_noun
from .scale import number_words
from .scan import ENDS, STOPS, Token, at, glued, low
from .vocabulary import group
from .votes import is_tally

REACH = 24  # code points of an idiom looked for on either side of a figure
SENTENCE = 40  # tokens looked back for what "of them" points to
CHUNK = 80  # code points looked back for the begin of a web address


@cache
def _idioms() -> tuple[str, ...]:
    return tuple(row["phrase"] for row in lexicon.table("idioms"))


def is_amount(text: str, tokens: list[Token], figure: Figure, bound: Bound) -> bool:
    """Does this figure state an amount?"""
    if is_tally(tokens, figure):
        return True
    if _inside_a_word(text, tokens, figure) or _in_address(text, figure.start) or _idiom(text, figure):
        return False
    if figure.mark is not None:
        return True
    if figure.unit is not None:
        raced = labels("after").starting(tokens, figure.number.last)
        if raced is not None and raced[0] == "race":
            return False  # "the 110 metres hurdles"
        return not labels("before").ending(tokens, figure.first) or figure.number.sure
    return _is_count(tokens, figure, bound)


def _is_count(tokens: list[Token], figure: Figure, bound: Bound) -> bool:
    if figure.number.fraction or figure.number.comma or low(tokens, figure.first - 1) == "per":
        return False
    if _occasions(tokens, figure, bound):
        return True
    if _labelled(tokens, figure, bound) or _part_of_longer(tokens, figure):
        return False
    if low(tokens, figure.last) == "per" and not figure.year_like:
        return True  # "3.6 per 1,000 births"
    if (low(tokens, figure.last), low(tokens, figure.last + 1)) == ("of", "them") and _of_times(
        tokens, figure
    ):
        return False
    if figure.rule in TREE:
        return True
    if figure.size >= 2 and (read_per(tokens, bound.last) or _the_other(tokens, figure)):
        return True  # "some 315 a day", "the other 600"
    if figure.size >= 2 and not figure.year_like and stands_for_a_noun(tokens, figure):
        return True
    plural = units.counted(tokens, bound.last)
    if plural is not None and labels("after").starting(tokens, plural):
        return False  # "three long years"
    noun = plural is not None or _of_those(tokens, figure)
    if figure.year_like:
        return bound.cue is not None and bound.cue.place == "before" and noun
    if figure.number.sure:
        return figure.value is not None or figure.high is not None or noun or _stands_alone(tokens, figure)
    if bound.cue is not None and " " in bound.cue.text and figure.size >= 10 and not figure.number.words:
        return True  # "more than 45"; not "over 45", "about 45"
    if bound.cue is not None and bound.cue.place == "before" and noun:
        return True
    if not noun:
        return figure.size >= 2 and levels.is_level(tokens, figure, bound.first)
    several = figure.size >= 2 or (
        figure.value is not None and figure.value % 1 != 0
    )  # "0.7 children a woman"
    return several and not _named(tokens, figure, bound)


def _the_other(tokens: list[Token], figure: Figure) -> bool:
    return (low(tokens, figure.first - 2), low(tokens, figure.first - 1)) == (
        "the",
        "other",
    ) and figure.size >= 10


def _occasions(tokens: list[Token], figure: Figure, bound: Bound) -> bool:
    """ "debated three times, in April", "no fewer than 57 times.": how often. "three times the rate", "grew three
    times", "four times that" are multiples; "rise and fall four times" tells how often."""
    following = low(tokens, bound.last + 1)
    if low(tokens, bound.last) != "times" or figure.size < 2 or figure.value is None or figure.value % 1:
        return False
    to_and_fro = low(tokens, bound.first - 2) == "and" and low(tokens, bound.first - 1) in group("to and fro")
    grown = moves(tokens, bound.first, by=True) and not to_and_fro
    of_that = following == "that" and not low(tokens, bound.last + 2).isalpha()  # "four times that."
    multiplied = low(tokens, bound.first - 1) in group("multiplied") or grown or of_that
    return not multiplied and (following in ENDS or following in group("behind occasions"))


def _of_those(tokens: list[Token], figure: Figure) -> bool:
    """Is a part of several named, as in "12 of the 27 members", "43 of 120 seats"? Not "the two of them"."""
    behind = at(tokens, figure.last + 1)
    if low(tokens, figure.last) != "of" or behind is None:
        return False
    if behind.low == "them":
        return low(tokens, figure.first - 1) not in ("the", "both")
    return behind.kind == "number" or behind.low in group("of those")


def _of_times(tokens: list[Token], figure: Figure) -> bool:
    """ "for 22 years, and for 21 of them": what was counted last in the sentence is a length of time."""
    for j in range(figure.first - 1, max(figure.first - SENTENCE, 0), -1):
        if low(tokens, j) in (*STOPS, ";"):
            return False
        if tokens[j].kind == "number" or tokens[j].low in number_words():
            after = labels("after").starting(tokens, j + 1)
            return after is not None and after[0] == "duration"
    return False


def _stands_alone(tokens: list[Token], figure: Figure) -> bool:
    """A vague "millions" or "dozens" without a noun: not where it is a name or an adjective."""
    i = figure.number.first
    return (
        tokens[i].text.islower()
        or i == 0
        or tokens[i - 1].low in _OPENERS
        or low(tokens, figure.last) == "of"
    )


def _labelled(tokens: list[Token], figure: Figure, bound: Bound) -> bool:
    before = labels("before").ending(tokens, figure.first)
    if before is None and low(tokens, figure.first - 1) in ("and", ",", "&"):
        before = labels("before").ending(tokens, figure.first - 2)
        listed = low(tokens, figure.first - 1) != "," or not units.counts(tokens, bound.last)
        if (
            before is not None
            and before[0] == "date"
            and not (listed and len(low(tokens, figure.first - 2)) < 3)
        ):
            before = None  # "in February 2020, 64 families", "on October 7, 12 families"
    if (
        before is None
        and low(tokens, figure.first - 1) == "."
        and not tokens[figure.first].text[:1].isupper()
    ):
        before = labels("before").ending(tokens, figure.first - 1)
    if before is not None and _holds(tokens, figure, *before):
        return True
    j = bound.last + (low(tokens, bound.last) == "-")
    after = labels("after").starting(tokens, j)
    if after is None:
        return False
    return after[0] != "date" or tokens[j].text[:1].isupper()


def _holds(tokens: list[Token], figure: Figure, why: str, first: int) -> bool:
    """Not "may 12 men", "in October 1,200 people", "no 12 men"."""
    named = tokens[first].text[:1].isupper()
    if why == "date":
        return named and may_be_dated(figure)
    return named or (not figure.number.sure and low(tokens, first) != "no")


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
    if before.isalnum() or (before and before in "/\\=_@#&?%^*'’." and not _quoted(two, figure)):
        return True
    if before == "-" and two[:1].isalnum() and figure.mark is None:
        return not two[:1].isdigit() or figure.bare
    after = text[figure.end : figure.end + 1]
    if after.isalnum() or (after and after in "_@^\\"):
        return True
    return after in ("'", "’") and figure.bare and text[figure.end + 1 : figure.end + 2].isalpha()


def _quoted(two: str, figure: Figure) -> bool:
    """A typewriter's mark with nothing before it opens a quotation ('£3m'); before two bare digits, a year ('90)."""
    opens = two == "'" or (two[1:] == "'" and not two[0].isalnum())
    return opens and not (figure.bare and figure.size < 100)


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


def _named(tokens: list[Token], figure: Figure, bound: Bound) -> bool:
    """ "Boeing 737 jets", "Title 42 cases": a capital before the figure, unless it only begins the sentence.
    "the Seven Sisters", "Three Gorges": the figure is a capitalised word inside a sentence, or before another."""
    i, before = figure.number.first, at(tokens, figure.first - 1)
    capital = before is not None and before.kind == "word" and before.text[:1].isupper()
    if figure.number.words:
        if not tokens[i].text[:1].isupper():
            return False
        behind = at(tokens, bound.last)
        name = figure.size < 10 and behind is not None and behind.text[:1].isupper()
        return name or (before is not None and before.kind == "word" and before.end + 1 == tokens[i].start)
    opens = figure.first < 2 or low(tokens, figure.first - 2) in _OPENERS
    return capital and before is not None and not (opens and units.is_function_word(before.low))


_OPENERS = (".", "!", "?", ":", ";", "“", '"', "—", "–", "(", "‘")
