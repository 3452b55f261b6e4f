"""A list of figures in a sentence: "$20m for clinics, $25m for schools and $15m for towns"."""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.stages.sums.cues import Cue, at, called_rest, ending, leaves_open, light
from pipeline.stages.sums.figure import Figure
from pipeline.stages.sums.sentence import Sentence, Word

SEPARATORS = (",", ";", "and", "plus", "&")
LONGEST = 6  # words of a name before its figure: "the regional police forces $25m"
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADV", "ADP", "PART", "NUM", "CCONJ"})


class Listed(NamedTuple):
    """`sure`: every figure up to the end of the list is one of its parts; `guess`: nobody says where it begins.
    `open`: a part has no figure. `rest`: what calls the last part the rest. `closed`: "and" stands before the last.
    `alike`: the same preposition follows each ("for …, for …")."""

    parts: tuple[Figure, ...]
    sure: bool
    open: bool
    rest: Cue | None
    closed: bool
    alike: bool
    guess: bool = False


def listed(sentence: Sentence, first: Figure, since: int, stop: int) -> Listed:
    """The list that begins with `first` and ends before the code point `stop`. The words between `since` and
    `first` lead to it: the other parts may leave their verb out, or repeat it. The list ends early, and is not
    sure, at a figure that is no part."""
    like = [f for f in sentence.others(first) if first.start <= f.start and f.end <= stop]
    lead = sentence.between(since, first.start)
    verbs = frozenset(word.low for word in lead if word.tag in ("VERB", "AUX"))
    parts = [first]
    for figure in like[1:]:
        if not joined(sentence.between(parts[-1].end, figure.start), verbs):
            break
        parts.append(figure)
    sure = (
        len(parts) == len(like)
        and not _ends(sentence.between(parts[-1].end, stop))
        and len({part.kind for part in parts}) == 1
        and not _unread(sentence, since, stop)
        and not _strays(sentence, parts, stop)
    )
    rest = called_rest(sentence.between(sentence.start, parts[-1].start))
    left = rest is None and leaves_open(sentence, since)
    closed = len(parts) > 1 and _closes(sentence.between(parts[-2].end, parts[-1].start))
    return Listed(tuple(parts), sure, left, rest, closed, _alike(sentence, parts, stop))


def unsure(parts: Sequence[Figure]) -> Listed:
    """Figures that may be parts, and are where they make the total."""
    return Listed(tuple(parts), sure=False, open=False, rest=None, closed=False, alike=False, guess=True)


def joined(gap: Sequence[Word], verbs: frozenset[str] = frozenset()) -> bool:
    """Do these words, between two figures, make the second one the next item of a list?"""
    place = max((i for i, word in enumerate(gap) if word.low in SEPARATORS), default=None)
    lows = [word.low for word in gap]
    if place is None or _ends(gap):
        return False
    if called_rest(gap) or ending(gap, "adds"):
        return True
    if lows.count("(") != lows.count(")"):
        return False
    lead = gap[place + 1 :]
    lead = lead[:-1] if lead and lead[-1].low == "(" else lead
    return light(lead) or _names(lead, verbs)


def _names(lead: Sequence[Word], verbs: frozenset[str]) -> bool:
    """ "schools", "the navy", or "the navy got" where the first item had the verb: who or what the figure is for."""
    if len(lead) > LONGEST or lead[0].tag == "ADP" or lead[-1].tag == "ADP":
        return False
    nouns = any(word.tag in ("NOUN", "PROPN") for word in lead)
    return nouns and all(word.tag in NOMINAL or word.low in verbs for word in lead)


def _closes(gap: Sequence[Word]) -> bool:
    return any(word.low in ("and", "plus", "&") for word in gap)


def _alike(sentence: Sentence, parts: Sequence[Figure], stop: int) -> bool:
    ends = [*(part.start for part in parts[1:]), stop]
    behind = [sentence.between(part.end, end) for part, end in zip(parts, ends, strict=True)]
    links = {next((word.low for word in words if word.tag == "ADP"), None) for words in behind}
    return len(links) == 1 and None not in links


def _ends(behind: Sequence[Word]) -> bool:
    """Do the words behind a figure say that it is no part ("$5m more than")?"""
    return bool(behind) and at(behind, 0, "ends") is not None


def _strays(sentence: Sentence, parts: Sequence[Figure], stop: int) -> bool:
    """Is there a figure of another kind where a part could be?"""
    for figure in sentence.figures:
        if parts[0].start < figure.start and figure.end <= stop and not figure.like(parts[0]):
            before = max(part.end for part in parts if part.end <= figure.start)
            if joined(sentence.between(before, figure.start)):
                return True
    return False


def _unread(sentence: Sentence, since: int, stop: int) -> bool:
    """Is there a figure that is neither an amount nor a date?"""
    known = [*((figure.start, figure.end) for figure in sentence.figures), *sentence.dates]
    return any(
        word.low[0].isdigit() and not _year(word.low)
        for word in sentence.between(since, stop)
        if not any(start <= word.start and word.end <= end for start, end in known)
    )


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and 1500 <= int(word) <= 2100
