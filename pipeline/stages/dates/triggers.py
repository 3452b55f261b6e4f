"""Where a form can be at all: the words one of which every form of a kind must hold, and their surroundings.

Some fifty patterns tried at every letter of a text would cost more than a parser; most letters are near no word
of time. The result is the same as that of a search everywhere (tests/stages/dates/test_properties.py).
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.lexicon import table

WORD = re.compile(r"[^\W\d_]+|\d+")
LETTERS, FIGURES = re.compile(r"[^\W\d_]+"), re.compile(r"\d+")
NUMBERS = ("digit", "figure")
OF_DIGITS = {1: (*NUMBERS, "day_first"), 2: (*NUMBERS, "day_first"), 4: (*NUMBERS, "year_first")}
ELEVEN = (*OF_DIGITS[2], "eleven")  # 9/11
AROUND = (64, 64)  # characters before and after a word: more than the longest form has
WIDTHS = {
    "figure": (32, 32), "length": (64, 32), "vague": (40, 48), "set": (40, 48), "year_first": (1, 24),
    "day_first": (1, 32),
}  # fmt: skip
"""Narrower where forms are short: figures alone, which begin with one; lengths, which end in their unit."""
Places = list[tuple[int, int]]
Windows = dict[str, Places]


def _triggers() -> dict[str, tuple[str, ...]]:
    """Word → the kinds of forms that can be near it."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for name, kind in (("months", "month"), ("weekdays", "weekday"), ("seasons", "season")):
        for row in table(name):
            kinds[row["form"]].append(kind)
            kinds[row["form"] + "s"].append(kind)
    for form in table("date_bounds"):
        kinds[WORD.findall(form["form"].lower())[-1]].append("bound")
    for row in table("date_units"):
        for key in ("form", "plural"):
            kinds[row[key]] += ["unit", "length"]
    for row in table("date_numbers"):
        kinds[row["cardinal"]].append("count")
        if row["ordinal"]:
            kinds[row["ordinal"]].append("ordinal")
    for kind, words in SINGLE.items():
        for word in words.split():
            kinds[word].append(kind)
    for name, (kind, key) in PHRASES.items():
        for row in table(name):
            # the longest word is the rarest, as a rule; of two, the last ("at that time")
            words = reversed(WORD.findall(row[key].lower()))
            kinds[max(words, key=lambda word: (word not in OFTEN, len(word)))].append(kind)
    return {word: tuple(dict.fromkeys(found)) for word, found in kinds.items()}


OFTEN = ("world", "american", "these", "those", "great", "middle", "second")
PHRASES = {
    "vague_dates": ("vague", "form"), "date_sets": ("set", "form"), "holidays": ("holiday", "form"),
    "periods": ("period", "name"), "event_times": ("event", "form"),
}  # fmt: skip
SINGLE = {
    "day": "today tonight tomorrow yesterday morning afternoon evening night overnight",
    "century": "century centuries cent millennium",
    "decade": "twenties thirties forties fifties sixties seventies eighties nineties noughties tens",
    "hundred": "seventeen eighteen nineteen twenty thousand",
    "hundreds": "hundred",
    "anniversary": "anniversary",
    "offensive": "offensive offensives campaign campaigns counter uprising fighting harvest harvests budget election"
    " elections",
    "out_of_unit": "years era",
    "count": "half several hundred dozen thousand million",
    "tens": "twenty thirty",
    "long": "long",
    "ago": "ago",
    "era": "b bc bce ad d ce c",
    "plural": "s",
    "between": "from between",
    "from": "from hence time",
    "times": "times once twice thrice",
    "every": "every each",
    "weekend": "weekend",
    "quarter": "quarter q",
    "half": "half h",
    "piece": "first second third fourth st nd rd th final last latter end close part half middle rest beginning start"
    " opening closing",
    "ordinal": "st nd rd th",
    "nth": "first second third fourth fifth st nd rd th last final opening closing",
    "point": "this last next current past previous preceding coming upcoming",
    "that": "that same following next ensuing intervening subsequent succeeding previous preceding prior",
    "out": "out over up through",
    "since": "since followed",
    "fiscal": "fy cy fiscal financial tax budget",
    "term": "school academic season year harvest session",
    "turn": "turn",
    "late": "early earlier late later",
    "mid": "mid",
    "week_of": "of beginning starting commencing",
    "date": "date",
    "new": "new",
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
    known, small = TRIGGERS.get, text.lower()
    if len(small) != len(text):  # a few letters of other scripts grow
        small = "".join(letter.lower() if letter.isascii() else letter for letter in text)
    for word in LETTERS.finditer(small):
        if kinds := known(word[0]):
            _mark(found, kinds, word.start(), word.end())
    for figure in FIGURES.finditer(text):
        kinds = ELEVEN if figure[0] == "11" else OF_DIGITS.get(len(figure[0]), NUMBERS)
        _mark(found, kinds, figure.start(), figure.end())
    at = text.find("/")
    while at >= 0:
        _mark(found, ("slash",), at, at + 1)
        at = text.find("/", at + 1)
    return found


def _mark(found: Windows, kinds: tuple[str, ...], start: int, end: int) -> None:
    for kind in kinds:
        left, right = WIDTHS.get(kind, AROUND)
        _add(found[kind], max(0, start - left), end + right)


def places(found: Windows, near: tuple[str, ...]) -> Places:
    """Where a rule is searched: around any of its kinds of words, or where two kinds that it needs meet (`a&b`)."""
    every = [found[kind] if kind in found else _both(found, kind) for kind in near]
    if len(every) == 1:
        return every[0]
    merged: Places = []
    for start, end in sorted(place for each in every for place in each):
        _add(merged, start, end)
    return merged


def _both(found: Windows, kinds: str) -> Places:
    """The stretches near words of all kinds in `a&b`, kept for the next rule that asks."""
    one, *others = kinds.split("&")
    shared = found.get(one, [])
    for other in others:
        shared = list(_shared(shared, found.get(other, [])))
    if others:
        found[kinds] = shared
    return shared


def _shared(ones: Places, others: Places) -> Iterator[tuple[int, int]]:
    at = on = 0
    while at < len(ones) and on < len(others):
        start, end = max(ones[at][0], others[on][0]), min(ones[at][1], others[on][1])
        if start < end:
            yield start, end
        if ones[at][1] < others[on][1]:
            at += 1
        else:
            on += 1


def _add(merged: Places, start: int, end: int) -> None:
    if merged and start <= merged[-1][1]:
        merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
    else:
        merged.append((start, end))
