"""The words around a date that say how it bounds the time: since, by, until, before, around, and beyond."""

import re
from typing import NamedTuple

from pipeline.lexicon import table
from pipeline.stages.dates.reading import Reading
from pipeline.stages.dates.words import DASH, FULL_WEEKDAY, MONTH, SEASON, UNIT, UNITS_PLURAL, W, alternation

WEEKDAYS = rf"{FULL_WEEKDAY}s\b"
FEASTS = frozenset(row["form"] for row in table("holidays"))
RELATIONS = {row["form"]: row["relation"] for row in table("relations")}
LONG = {row["form"]: row["relation"] or None for row in table("duration_cues")}
HOW_LONG = re.compile(
    rf"(?<![\w$€£’'-])(?P<cue>{alternation(LONG)}){W}(?:(?:the|those|these|all|all{W}of|all{W}the){W})?(?:(?:whole|full|entire|long|last|just|only|barely|exactly|fully){W})?$",
    re.IGNORECASE,
)
OR_TWO = rf"two(?!{W}(?:\w{{3,12}}{W})?(?:{UNITS_PLURAL}|{UNIT})\b)"  # not "six months or two years"
OR_SO = re.compile(rf"{W}or{W}(?:(?P<so>so)|more|longer|less|{OR_TWO})(?!\w)", re.IGNORECASE)
OF_A_NOUN = re.compile(rf"['’]s?{W}\w|['’]{W}\w")
"""six months' notice: the length belongs to the noun, and the preposition too."""
_GLUED = [form for form in RELATIONS if form.endswith("-")]
_SPACED = [form for form in RELATIONS if not form.endswith("-")]
LEAST = rf"at{W}least|at{W}most|perhaps|probably|possibly|maybe|just|only|about|around|roughly|approximately"
CUE = re.compile(
    rf"(?<![\w$€£'’{DASH[2:-1]}-])(?:(?P<glued>{alternation(_GLUED)})(?:the{W})?"
    rf"|(?P<cue>{alternation(_SPACED)}){W}(?P<least>(?:{LEAST}){W})?(?P<det>(?:the|that|its|their|a|an|this){W}(?:years?{W})?|(?:the{W})?years?{W})?)$",
    re.IGNORECASE,
)
DETERMINER = re.compile(
    r"\b(?:the|a|an|its|their|his|her|our|this|that|each|every|\w{2,20}['’]s?)\s$", re.IGNORECASE
)
NOUN_FOLLOWS = re.compile(
    rf"(?:{W}|{DASH})(?!(?:and|or|but|to|when|while|as|with|in|on|at|by|for|from|of|is|was|were|had|has|have|that|who"
    r"|it|he|she|we|they|you|i|there|this|these|those|his|her|its|our|their|my|some|most|all|no|not|nobody|only|just|about|over|nearly"
    r"|which|until|through|a|an|the|onwards?)\b)[\w]",
    re.IGNORECASE,
)
ON_AND_ON = re.compile(
    rf"{W}(?:onwards?|on(?=[,.;:!?)”]|{W}[—–]|$)|and{W}(?:beyond|after|later|onwards?)|or{W}later)(?!\w|{W}than\b)",
    re.IGNORECASE,
)
AND_BEFORE = re.compile(rf"{W}(?:or|and){W}(?:earlier|before)(?=[.,;:!?)”—–]|$|\s[a-z])", re.IGNORECASE)
ROUGH = re.compile(r"\b(?:around|about|roughly|circa|approximately)\b")
BARE = re.compile(rf"(?:last|next|this){W}(?!century|decade|past|period)", re.IGNORECASE)
GOES = re.compile(
    r"\b(?:(?P<lasts>runs?|running|ran|lasts?|lasted|extends?|extended|stretch(?:es|ed)?|continued?s?|valid|open|shut|closed)"
    r"|run-up|lead-up|approach|prelude|put\s(?:off|back)|postponed|delayed|moved|pushed(?:\sback)?|shifted|deferred|forward|slipped)\s$",
    re.IGNORECASE,
)
GOT = re.compile(
    r"\b(?:g[eo]t(?:s|ting|ten)?|c[oa]me|made\sit|makes?\sit|making\sit|pull(?:ed|s)?|scrap(?:ed?|es|ing)|muddl(?:ed?|es|ing))\s$",
    re.IGNORECASE,
)
"""A verb whose "through" is its own: "the bridges got through last winter"."""
BACK = re.compile(
    r"\b(?:ha(?:ve|s|d|ving)|get(?:s|ting)?|got|g[ai]ven?|giv(?:es|ing)|puts?|t[ao]ken?|took|bring(?:s|ing)?|brought"
    rf"|com(?:es?|ing)|came|go(?:es|ing)?|went|pay(?:s|ing)?|paid|hand(?:s|ed)?|sent|sends?){W}(?:(?:the|his|her|its|their|our|my){W})?(?:\w{{1,12}}{W})?$",
    re.IGNORECASE,
)
"""A verb whose "back" is its own: "they may have it back in July"."""
FOR = re.compile(rf"\bfor{W}(?:most{W}of{W}|much{W}of{W}|all{W}of{W}|all{W}|at{W}least{W})?$", re.IGNORECASE)
MOVED = re.compile(
    r"\b(?:moved?|postponed?|delay(?:ed)?|deferr?(?:ed)?|rescheduled?|brought forward|(?:put|pushed) (?:off|back))\b"
    r"[^.;:!?,]{0,40}$",
    re.IGNORECASE,
)
COMPARED = re.compile(r"(?:%|\bper\s?cent|\bup|\bdown)\s$", re.IGNORECASE)  # "up 31% from 2019"
DAYLIKE = ("day", "week", "weekend")
AT_ONCE = ("since", "until", "during")  # these take "the 2008 crisis" as a time; before it is still in 2008
WITH_VAGUE = (
    "in", "over", "during", "within", "throughout", "since", "until", "till", "back in", "at", "by", "before", "after",
    "around", "through", "from", "up to",
)  # fmt: skip
NARROW = {
    "to": ("year", "decade", "century"),
    "over": ("decade", "century", "weekend", "season", "quarter"),
    "past": ("year", "decade"),
}


ASKED = re.compile(
    r"\b(?:ask(?:ed|s|ing)?|plead(?:ed|s|ing)?|press(?:ed|es|ing)?|begg(?:ed|ing)|beg)\s$", re.IGNORECASE
)
"""A verb whose "for" is its own: "they asked for seven years"."""


class Related(NamedTuple):
    start: int
    end: int
    relation: str | None
    rough: bool = False


def relate(
    text: str, start: int, end: int, reading: Reading, *, named: bool = False, left: int = 0
) -> Related:
    """The stretch with its relation words. A year before a noun ("the 1999 loan") has none: relation null."""
    kind, grain = reading.kind, reading.grain or reading.unit
    if kind == "set":
        return _often(text, start, end, reading, left)
    if kind == "vague" and reading.lead:
        return Related(start, end, reading.relation)
    if kind == "duration" or (kind == "vague" and reading.timex.startswith(("PX", "PTX"))):
        return _long(text, start, end, reading, left)
    if beyond := ON_AND_ON.match(text, end):
        cue = _cue(text, start, left)
        return Related(cue.start if cue else start, beyond.end(), "since")
    tail = AND_BEFORE.match(text, end) if grain else None
    found = _cue(text, start, left)
    if tail and kind == "date":
        return Related(found.start if found else start, tail.end(), "by")
    if found is None and kind == "date" and reading.length and (so_far := FOR.search(text[left:start])):
        return Related(left + so_far.start(), end, "during")
    modifying = kind == "date" and grain == "year" and _modifies(text, start, end)
    if found is None or (modifying and (found.relation not in AT_ONCE or found.cue == "to")):
        return Related(start, end, None)  # "according to a 2023 study"
    if found.cue in ("from", "to") and is_moved(text, found.start):
        return Related(start, end, None)
    if found.cue == "from" and COMPARED.search(text[max(0, found.start - 12) : found.start]):
        return Related(start, end, None)
    if not _fits(text, start, end, found, reading, named):
        return Related(start, end, None)
    relation = (
        None if found.cue == "within" and reading.length else found.relation
    )  # within the next six months
    return Related(found.start, end, relation, found.rough or ROUGH.search(found.cue) is not None)


def is_moved(text: str, start: int) -> bool:
    """ "The vote was put off from May to March": a day that gives way to another is no stretch."""
    return MOVED.search(text[max(0, start - 64) : start]) is not None


def _often(text: str, start: int, end: int, reading: Reading, left: int) -> Related:
    """On a July afternoon, by the tenth of every month, in August, any year's; "every year" takes no preposition."""
    named = re.match(rf"(?:the|an?|any){W}|{MONTH}|{SEASON}|{WEEKDAYS}", text[start:end], re.IGNORECASE)
    found = _cue(text, start, left) if named or text[start:end] in FEASTS else None
    if found is None or found.cue not in ("on", "in", "by", "at", "during", "before", "after"):
        return Related(start, end, reading.relation)
    return Related(found.start, end, found.relation)


def _long(text: str, start: int, end: int, reading: Reading, left: int) -> Related:
    """A length takes its preposition in: "for nine years" during, "within a week" with no relation; and "or so".
    Not the preposition of a noun ("for 10-year bonds", "after six months' notice")."""
    left = max(left, start - 40)
    tail = OR_SO.match(text, end)
    stop, rough = (tail.end(), tail["so"] is not None) if tail else (end, False)
    own = Related(start, stop, reading.relation, rough)
    of_noun = re.search(rf"{DASH}[a-z]+$", text[start:end], re.IGNORECASE) or OF_A_NOUN.match(text, end)
    match = HOW_LONG.search(text[left:start])
    if match is None or of_noun:
        return own
    cue, at = re.sub(r"\s+", " ", match["cue"].lower()), left + match.start()
    if cue == "for" and ASKED.search(text[max(0, at - 16) : at]):
        return own
    return Related(at, stop, LONG[cue], rough)


def _modifies(text: str, start: int, end: int) -> bool:
    """The 1999 loan, its 2023 budget."""
    left = text[max(0, start - 24) : start]
    return DETERMINER.search(left) is not None and NOUN_FOLLOWS.match(text, end) is not None


class _Cue(NamedTuple):
    start: int
    cue: str
    relation: str
    rough: bool = False
    bare: bool = True


def _cue(text: str, start: int, left: int) -> _Cue | None:
    left = max(left, start - 40)
    match = CUE.search(text[left:start])
    if not match:
        return None
    form = re.sub(r"\s+", " ", (match["cue"] or match["glued"]).lower())
    form = re.sub(DASH, "-", form)
    if form == "back in" and BACK.search(text[max(0, left + match.start() - 40) : left + match.start()]):
        return _Cue(left + match.start() + len("back "), "in", "in", False, match["det"] is None)
    rough = match["least"] is not None and ROUGH.search(match["least"]) is not None
    return _Cue(left + match.start(), form, RELATIONS[form], rough, match["det"] is None)


def _fits(text: str, start: int, end: int, found: _Cue, reading: Reading, named: bool) -> bool:
    """Whether the preposition is one of time before this kind of date: "on 2024" is about it, not in it."""
    grain = reading.grain or reading.unit
    if reading.length and reading.timex:
        return found.relation == "during" or found.cue == "in"
    if reading.kind == "vague":
        return found.cue in WITH_VAGUE
    as_if = found.cue.startswith("as ") and found.relation != "as_of"
    if (found.cue == "in" or as_if) and found.bare and BARE.match(text, start, end):
        return False  # "brought in last year"
    if found.cue == "on":
        return grain in DAYLIKE
    if found.cue == "to" and grain == "decade" and found.bare and NOUN_FOLLOWS.match(text, end):
        return False  # "listen to 1990s music"
    if found.cue == "to" and (verb := GOES.search(text[max(0, found.start - 24) : found.start])):
        return verb["lasts"] is not None  # "runs to July", and "put off to 2031"
    if found.cue == "through" and GOT.search(text[max(0, found.start - 16) : found.start]):
        return False
    if found.cue in NARROW and not named:
        return grain in NARROW[found.cue]
    return True
