"""Names by their form: "NAIROBI —" at the head of a text, "Section 13(1)", "the Dangote refinery"; and what only looks
like a name: the mark of a sum ("Tk 10"), a feast ("Easter"). Knows no spaCy."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.lexicon import column, table
from pipeline.stages.entities.name import Found, Known, lookup

_CAPITALS = r"[^\W\d_](?:[^\W\d_]|['’.-]){1,20}"
_DATELINE = re.compile(
    rf"\s{{0,4}}(?P<name>{_CAPITALS}(?: {_CAPITALS}){{0,3}})(?:, [A-Z][a-z.]{{1,15}})?\s?(?:—|–|--|-)\s?(?=[A-Z“\"‘'])"
)
_NUMBER = r"[0-9]{1,6}(?:[,./-][0-9]{1,5}){0,3}[A-Z]?|[IVX]{1,5}"
_OWNERS = ("GPE", "ORG", "LOC", "FAC", "PERSON")
_SMALL = re.compile(r"\s?(?:cents?|dollars?|¢)\b")


def datelines(text: str) -> Iterator[Found]:
    """The town in capitals that a text begins with, before its dash."""
    match = _DATELINE.match(text)
    if (
        match is not None
        and match["name"].isupper()
        and not any(_is_a_word(word) for word in match["name"].lower().split())
    ):
        name = match["name"].title()
        known = lookup(name)
        yield Found(*match.span("name"), Known("GPE", known.name if known else name, "dateline"))


def _is_a_word(word: str) -> bool:
    """ "WHY WE FIGHT — The case": a title, and "OPINION — ": a rubric."""
    return word in column("function_words", "word") or word in column("not_datelines", "word")


def provisions(text: str) -> Iterator[Found]:
    """ "Section 232", "Article 122", "Executive Order 62", "Law No. 27,742"."""
    for match in _provision().finditer(text):
        yield Found(*match.span(), Known("LAW", match.group(), "provision"))


@cache
def _provision() -> re.Pattern[str]:
    heads = "|".join(sorted((row["head"] for row in table("law_heads")), key=lambda head: (-len(head), head)))
    return re.compile(rf"\b(?:{heads}) (?:No\.? ?)?(?:{_NUMBER})\b(?:\([0-9a-zA-Z]{{1,4}}\)){{0,3}}")


def numbered(text: str) -> Iterator[Found]:
    """ "Route 7", "Hall 4"; "the M25"."""
    for match in _numbered().finditer(text):
        start, end = match.span("name" if match["name"] else "road")
        yield Found(start, end, Known("FAC", text[start:end], "numbered"))


@cache
def _numbered() -> re.Pattern[str]:
    words = (row["head"] for row in table("numbered_places"))
    heads = "|".join(sorted(words, key=lambda head: (-len(head), head)))
    road = r"(?:along|beside|down|from|leave|near|off|on|onto|to|up) the (?P<road>[AEMN][1-9]\d{0,2})"
    return re.compile(rf"\b(?:(?P<name>(?:{heads}) [1-9]\d{{0,2}}[A-Z]?)|{road})\b")


def facilities(text: str, names: list[Found]) -> list[Found]:
    """The names; one behind "the" that a kind of building follows in small letters is the building's."""
    return [_facility(text, name) for name in names]


def _facility(text: str, name: Found) -> Found:
    if name.known.label not in _OWNERS or not text[: name.start].lower().endswith("the "):
        return name
    noun = _buildings().match(text, name.end)
    if noun is None:
        return name
    return Found(name.start, noun.end(), Known("FAC", text[name.start : noun.end()], "facility"))


@cache
def _buildings() -> re.Pattern[str]:
    nouns = sorted(column("facility_nouns", "noun"), key=lambda noun: (-len(noun), noun))
    return re.compile(rf" (?:{'|'.join(re.escape(noun) for noun in nouns)})\b(?!-)")


def of_laws(text: str, names: list[Found]) -> list[Found]:
    """The names; a section and its law are one: "Section 13(1) of the Labour Act"."""
    done: list[Found] = []
    for name in names:
        last = done[-1] if done else None
        laws = last is not None and last.known.rule == "provision" and name.known.label == "LAW"
        if last is not None and laws and text[last.end : name.start] in (" of the ", " of "):
            done[-1] = Found(last.start, name.end, Known("LAW", text[last.start : name.end], "provision"))
        else:
            done.append(name)
    return done


def is_no_name(text: str, name: Found) -> bool:
    """Is it the mark of a sum ("Tk", "P15", the "US" of "6.9 US cents"), a feast, which is a date, or the
    beginning of a title?"""
    words = text[name.start : name.end]
    if words.lower() in column("holidays", "form") or _opens_a_title(text, name):
        return True
    if words in ("US", "U.S.") and _SMALL.match(text, name.end):
        return text[: name.start].rstrip()[-1:].isdigit() or text[: name.start].rstrip().endswith(_NUMBERS)
    mark = words.rstrip("0123456789 ,.")
    digits = words != mark or text[name.end : name.end + 2].strip()[:1].isdigit()
    return digits and mark in _marks()


def _opens_a_title(text: str, name: Found) -> bool:
    """The "Cabinet" of "the Cabinet Secretary"."""
    behind = re.match(r" ([A-Z][a-z]{2,15})\b", text[name.end : name.end + 20])
    return behind is not None and f"{text[name.start : name.end]} {behind[1]}".lower() in column(
        "titles", "title"
    )


_NUMBERS = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "million",
    "billion",
)


@cache
def _marks() -> frozenset[str]:
    marks = (mark for row in table("currencies") for mark in (*row["marks"].split(";"), row["code"]))
    return frozenset(mark for mark in marks if mark and mark[0].isalpha())
