"""What a form says before anything outside it is known: a value with gaps, and what would fill them."""

import re
from collections.abc import Callable
from typing import NamedTuple


class Reading(NamedTuple):
    """One form, read. `timex` may hold `X` where the text leaves a gap (`XXXX-05`, `XXXX-WXX-2`).

    `unit` and `steps`: so many units from the anchor (-1 month: last month), `timex` empty.
    `anchor`: what fills the gap: `published`, `sentence` (the date before), `nearest` (either), `then`
    (the date before is what is meant), `next` (the date that follows), `order` (of numbers), or nothing.
    `direction`: -1 the nearest before the anchor, 1 the nearest after, 0 the one in the anchor's own year or
    week, None by the tense of the sentence. `length`: so many units that end (-) or begin (+) at the anchor.
    `lead`: how many characters at the front are a bound ("over"), inside the span and outside the core.
    `part` of the day: `TMO`, `TNI`, `T15:00`. `steps_to`: where a stretch of steps ends ("two or three days ago").
    `span`: how the length is read if nothing says from where it is counted: how many characters it has, its
    TIMEX value, its grain, whether it is approximate ("three years", of "three years before the flood").
    `keep`: the unit of the anchor that is kept through the steps ("twenty years ago today": the day).
    """

    timex: str = ""
    kind: str = "date"
    grain: str | None = None
    unit: str | None = None
    steps: int = 0
    length: int = 0
    anchor: str | None = None
    direction: int | None = None
    modifier: str | None = None
    approximate: bool = False
    relation: str | None = None
    edtf: str | None = None
    lead: int = 0
    part: str = ""
    steps_to: int | None = None
    keep: str | None = None
    span: tuple[int, str, str | None, bool] | None = None


class Rule(NamedTuple):
    """A named form: `read` gives None where the match is no date after all.

    `near`: the kinds of words (see `triggers.py`) one of which is in every match, so that only their
    surroundings are searched.
    """

    name: str
    near: tuple[str, ...]
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Reading | None]


class Found(NamedTuple):
    """A reading and where its words stand (code points of the text)."""

    start: int
    end: int
    rule: str
    reading: Reading


Reader = Callable[[re.Match[str]], Reading | None]


def rule(
    rules: list[Rule], near: str, pattern: str, flags: int = re.IGNORECASE
) -> Callable[[Reader], Reader]:
    """Add a function that reads a match to a list of rules, under its own name."""

    def add(read: Reader) -> Reader:
        rules.append(Rule(read.__name__, tuple(near.split()), re.compile(pattern, flags), read))
        return read

    return add


def before(match: re.Match[str], width: int = 24) -> str:
    """The text just before a match."""
    return match.string[max(0, match.start() - width) : match.start()]


def after(match: re.Match[str], width: int = 24) -> str:
    """The text just after a match."""
    return match.string[match.end() : match.end() + width]
