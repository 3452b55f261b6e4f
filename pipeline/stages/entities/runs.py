"""Text → capitalised runs that their first or last word explains: "Suez Canal", "President Ruth Otieno".

What a small model misses most. Knows no spaCy.
"""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.lexicon import column
from pipeline.stages.entities.name import LEADING, Found, Known, head_label, heads, lookup

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][^\W_]*(?:['’-][^\W_]+){0,3}"
_JOIN = r"(?:of|for|on)(?: the)?(?! (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
_RUN = re.compile(
    rf"\b{_CAPITAL}(?:(?:–| ){_CAPITAL}){{0,6}}(?: {_JOIN} {_CAPITAL}(?:(?: and)? {_CAPITAL}){{0,4}}){{0,2}}"
)
_OWNER = re.compile(r"([^’']{1,40})['’]s ")
_JOINT = re.compile(r" (for|on|and) (?:the )?([^ ]{1,40})")
_OF = re.compile(r" of (?:the )?")
_POSSESSIVE = re.compile(r"['’]s?$")
_OPENER = re.compile(
    r"(?:an?|and|as|at|but|by|during|for|from|how|if|in|its?|last|like|near|not?|of|on|once|or|our|since|so|that|the|"
    r"their|then|these|this|those|through|to|under|unlike|until|we|what|when|where|while|why|with|without|yet) ",
    re.IGNORECASE,
)
_NO_FIRST_NAME = frozenset({"acting", "former", "deputy", "director", "general", "major", "speaker", "miss"})


def headed(text: str) -> Iterator[Found]:
    """Runs of two words or more whose head word the table `name_heads` knows."""
    for run in _RUN.finditer(text):
        start = run.start() + _lead(run.group())
        name = _cut(text[start : run.end()])
        if head_label(name) is None and (joint := _OF.search(name)) is not None:
            start, name = start + joint.end(), name[joint.end() :]  # "Ruth Otieno of Makerere University"
        if label := head_label(name):
            yield Found(start, start + len(name), Known(label, name, "name_heads"))


def _cut(run: str) -> str:
    """Without a possessive, and ended where "for", "on" or "and" joins on another name ("Craig for the Alliance")."""
    for joint in _JOINT.finditer(run):
        before = run[: joint.start()]
        another = lookup(joint.group(2)) if joint.group(1) == "and" else before.split()[-1] not in heads()
        if another:
            run = before
            break
    return _POSSESSIVE.sub("", run)


def _lead(run: str) -> int:
    """How much of the front is no part of the name: a word that opens the sentence, an owner ("Egypt's")."""
    cut = 0
    if opener := _OPENER.match(run):
        cut = opener.end()
    owner = _OWNER.match(run, cut)
    if owner and (known := lookup(owner.group(1))) and known.label in ("GPE", "LOC"):
        cut = owner.end()
    return cut


def shortened_heads(text: str) -> Iterator[Found]:
    """ "the Fund", "a House hearing": a body or a law of the text by its head word alone."""
    for match in _short().finditer(text):
        name = match["name"]
        if not lookup(name) and name.lower() not in column("not_names", "word"):
            yield Found(*match.span("name"), Known(heads()[name], name, "name_heads"))


@cache
def _short() -> re.Pattern[str]:
    names = sorted(head for head, label in heads().items() if label in ("ORG", "LAW") and head not in LEADING)
    return re.compile(
        rf"(?:\b[Tt]he |\b[a-z]{{1,20}},? (?:(?:an?|its|our) )?)(?P<name>{'|'.join(names)})(?![\w-])(?! [A-Z0-9])"
    )


@cache
def _title() -> re.Pattern[str]:
    titles = sorted(column("titles", "title") - _NO_FIRST_NAME, key=lambda title: (-len(title), title))
    words = "|".join(re.escape(title.title()) for title in titles if title.isascii())
    return re.compile(
        rf"\b(?:{words}) (?P<name>{_CAPITAL}(?: (?:(?:[A-Z]\.|de|van|bin|al) )?{_CAPITAL}){{0,3}})"
    )


def titled(text: str) -> Iterator[Found]:
    """The capitalised run behind a person's title, unless a table or its head word makes it something else."""
    for match in _title().finditer(text):
        start, end = match.span("name")
        name = _POSSESSIVE.sub("", text[start:end])
        if not head_label(match.group()) and not lookup(name) and not lookup(match.group()):
            yield Found(start, start + len(name), Known("PERSON", name, "titles"))
