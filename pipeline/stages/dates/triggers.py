"""Where a form can be at all: the words one of which every form of a kind must hold, and their surroundings.

Some fifty patterns tried at every letter of a text would cost more than a parser; most letters are near no word
of time. The result is the same as that of a search everywhere (tests/stages/dates/test_properties.py).
"""

import re
from collections import defaultdict

from pipeline.lexicon import table

WORD = re.compile(r"[^\W\d_]+|\d+")
AROUND = 64  # characters on either side of a word: more than the longest form has
Windows = dict[str, list[tuple[int, int]]]


def _triggers() -> dict[str, tuple[str, ...]]:
    """Word → the kinds of forms that can be near it."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for name, kind in (("months", "month"), ("weekdays", "weekday"), ("seasons", "season")):
        for row in table(name):
            kinds[row["form"]].append(kind)
            kinds[row["form"] + "s"].append(kind)
    for row in table("date_units"):
        for key in ("form", "plural"):
            kinds[row[key]].append("unit")
    for kind, words in SINGLE.items():
        for word in words.split():
            kinds[word].append(kind)
    for name, (kind, key) in PHRASES.items():
        for row in table(name):
            # the longest word is the rarest, as a rule; of two, the last ("at that time")
            longest = max(reversed(WORD.findall(row[key].lower())), key=len)
            kinds[longest].append(kind)
    return {word: tuple(dict.fromkeys(found)) for word, found in kinds.items()}


PHRASES = {
    "vague_dates": ("vague", "form"), "date_sets": ("set", "form"), "holidays": ("holiday", "form"),
    "periods": ("period", "name"),
}  # fmt: skip
SINGLE = {
    "day": "today tonight tomorrow yesterday morning afternoon evening night overnight",
    "century": "century centuries cent millennium",
    "decade": "twenties thirties forties fifties sixties seventies eighties nineties noughties",
    "hundred": "eighteen nineteen twenty thousand",
    "ago": "ago",
    "then": "then",
    "now": "now",
    "weekday": "weekdays weekends weeknights",
    "time": "time period point era",
    "way": "earlier before previously prior later afterward afterwards after thereafter on",
}
TRIGGERS = _triggers()


def windows(text: str) -> Windows:
    """Kind → the stretches of text around its words, in order, none overlapping."""
    found: Windows = defaultdict(list)
    for word in WORD.finditer(text):
        kinds = TRIGGERS.get(word[0].lower()) or (("digit", "period") if word[0].isdecimal() else ())
        for kind in kinds:
            _add(found[kind], max(0, word.start() - AROUND), word.end() + AROUND)
    return found


def merged(found: Windows, kinds: tuple[str, ...]) -> list[tuple[int, int]]:
    """The stretches of several kinds as one list."""
    places: list[tuple[int, int]] = []
    for start, end in sorted(place for kind in kinds for place in found.get(kind, [])):
        _add(places, start, end)
    return places


def _add(places: list[tuple[int, int]], start: int, end: int) -> None:
    if places and start <= places[-1][1]:
        places[-1] = (places[-1][0], max(end, places[-1][1]))
    else:
        places.append((start, end))
