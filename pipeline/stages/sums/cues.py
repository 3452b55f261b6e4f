"""The table `sum_cues.csv`: what announces a total, a list of its parts, or the last of them. Places:

- `before`, `after`: next to a total ("altogether $60m", "$60m in all"); `names`: before one whose parts follow ("came
  to $60m"); `closes`: between parts and total ("for a total of"); `link`: there, where another cue follows ("or $60m in
  all");
- `opens`: between a total and its parts ("$60m, of which $20m …"); `them`: behind the first part ("$20m of it");
- `starts`: before a total at the start of a sentence ("Of the $60m …, $20m …"); `back`: there, too, meaning the total
  of the sentence before ("Of this, $20m …"); `next`: there, behind the parts ("That makes $60m");
- `rest`: before the last part ("the remaining $15m"): there is no other, but "the other $15m" may be another town's;
- `adds`: before one more part ("another $15m"); `lead`: words that may stand between a comma and a part; `ends`: words
  behind a figure that is no part ("$5m more than"); `open`: anywhere; a part has no figure ("the rest was wasted").

`whole`: the parts are all there is. `some`: they may be only a few of them.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from pipeline import lexicon
from pipeline.stages.sums.figure import Figure
from pipeline.stages.sums.sentence import Sentence, Word, split

CONNECTIVES = ("but", "and", "yet", "so", "“", '"', "‘")
"""May stand before the first cue of a sentence."""


class Cue(NamedTuple):
    """Where it stands, in code points, and whether it says that the parts are all."""

    start: int
    end: int
    whole: bool


@cache
def phrases(place: str) -> tuple[tuple[tuple[str, ...], bool], ...]:
    """The cues of one place, the longest first, and whether each says `whole`."""
    rows = [row for row in lexicon.table("sum_cues") if row["place"] == place]
    found = [(split(row["cue"]), row["says"] == "whole") for row in rows]
    return tuple(sorted(found, key=lambda entry: -len(entry[0])))


@cache
def single(place: str) -> frozenset[str]:
    """The cues of one place that are one word."""
    return frozenset(words[0] for words, _ in phrases(place) if len(words) == 1)


def at(words: Sequence[Word], i: int, place: str) -> Cue | None:
    """The cue that begins with word `i`."""
    head = words[i].low if i < len(words) else ""
    for cue, whole in phrases(place):
        if cue[0] == head and tuple(word.low for word in words[i : i + len(cue)]) == cue:
            return Cue(words[i].start, words[i + len(cue) - 1].end, whole)
    return None


def ending(words: Sequence[Word], place: str) -> Cue | None:
    """The cue that the words end with."""
    last = words[-1].low if words else ""
    for cue, whole in phrases(place):
        if (
            cue[-1] == last
            and len(cue) <= len(words)
            and tuple(word.low for word in words[len(words) - len(cue) :]) == cue
        ):
            return Cue(words[len(words) - len(cue)].start, words[-1].end, whole)
    return None


def starting(words: Sequence[Word], place: str) -> Cue | None:
    """The cue that a sentence begins with, behind a "but" or a quotation mark."""
    first = next((i for i, word in enumerate(words) if word.low not in CONNECTIVES), len(words))
    return at(words, first, place)


def is_cue(words: Sequence[Word], place: str) -> bool:
    """Are the words a cue, from first to last?"""
    found = ending(words, place)
    return found is not None and found.start == words[0].start


def light(words: Sequence[Word]) -> bool:
    """Nothing but words that say nothing: "a further", "and only"."""
    return all(word.low in single("lead") or word.low in ("and", ",") for word in words)


def before(sentence: Sentence, total: Figure, place: str) -> Cue | None:
    """The cue before a total, or inside its span ("a total of")."""
    ahead = (sentence.between(sentence.start, edge) for edge in (total.start, total.core_start))
    return next((cue for words in ahead if (cue := ending(words, place))), None)


def after(sentence: Sentence, total: Figure) -> Cue | None:
    """The cue behind a total."""
    return at(sentence.between(total.end, sentence.end), 0, "after")


def named(sentence: Sentence, total: Figure) -> Cue | None:
    """What calls a figure a total whose parts follow."""
    places = ("names", "before", "closes")
    found = next((cue for place in places if (cue := before(sentence, total, place))), None)
    return found or after(sentence, total)


def called_rest(words: Sequence[Word]) -> Cue | None:
    """What calls the figure behind these words the rest ("the remaining $15m", "the rest, $15m")."""
    return ending(words[:-1] if words and words[-1].low == "," else words, "rest")


def leaves_open(sentence: Sentence, since: int) -> bool:
    """Does the sentence say, from a code point on, that a part has no figure ("the rest was wasted")?"""
    words = sentence.between(since, sentence.end)
    cues = (at(words, i, "open") for i in range(len(words)))
    starts = {figure.start for figure in sentence.figures}
    return any(cue is not None and starts.isdisjoint((cue.end, cue.end + 1)) for cue in cues)
