"""What the record says about a claim → words a person reads: "according to the ministry", "negated"."""

import re

from pipeline.record import Attribution, Claim, Document, Speech

_SPOKEN = {"direct": "quoting", "mixed": "partly quoting"}
_OPENING = 60  # characters
_DATELINE = 120  # characters at the start of a text that a dateline may take up
_IMPLIED = {"prediction": "predicted", "recommendation": "recommended"}
_OBJECTS = {"i": "me", "you": "you", "he": "him", "she": "her", "we": "us", "they": "them", "who": "whom"}
# Words that have a capital only because a sentence starts with them; "American critics" keeps its own.
_SMALL = re.compile(
    r"(?:The|An?|This|These|Those|Some|Many|Most|Few|Others?|Our|His|Her|Its|Their|My|Your|Critics|Experts|Analysts|"
    r"Officials|Economists|Opponents|Supporters|Defenders|Observers|Sources|Studies|Surveys|People)\b"
)


def said(attribution: Attribution) -> str:
    """Who is made to say it: `according to the ministry`, `quoting her (the mayor)`; empty where it is the author."""
    if attribution.source_type == "author" and not attribution.chain:
        return ""
    links = attribution.chain or (Speech(source=attribution.source, cue=attribution.cue),)
    names = [_as_object(link.source.text) if link.source else "someone unnamed" for link in links]
    who = f" ({flat(attribution.speaker.text)})" if attribution.speaker else ""
    return f"{_SPOKEN.get(attribution.content, 'according to')} {', citing '.join(names)}{who}"


def unusual(claim: Claim) -> tuple[str, ...]:
    """What sets a claim apart from a plain assertion of its kind: `negated`, `possible` …"""
    polarity = () if claim.polarity.value == "affirmed" else (claim.polarity.value,)
    # A prediction that is "predicted" says nothing its kind has not said.
    plain = claim.modality.value in ("asserted", _IMPLIED.get(claim.kind))
    return polarity if plain else (*polarity, claim.modality.value)


def heading(document: Document) -> str:
    """The title; without one the first words of the op-ed that are no dateline."""
    text = document.text or document.id
    places = [found.span.end for found in document.found if found.field in ("place", "published")]
    start = max((end for end in places if end < _DATELINE), default=0)
    return document.title or opening(text[start : start + 200].lstrip(" \t\r\n.,:;)]–—-"))


def opening(text: str) -> str:
    """The first words, on one line."""
    line = flat(text[: 4 * _OPENING])
    return line if len(line) <= _OPENING else line[:_OPENING].rsplit(" ", 1)[0] + " …"


def count(number: int, noun: str) -> str:
    """`1 claim`, `2 claims`, `no entities`."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number or 'no'} {noun if number == 1 else plural}"


def flat(text: str) -> str:
    """On one line."""
    return " ".join(text.split())


def join(*parts: str) -> str:
    """The parts that say something, with spaces between."""
    return " ".join(part for part in parts if part)


def _as_object(source: str) -> str:
    """A source's words as they stand after "quoting" and "to": `The report` → `the report`, `She` → `her`."""
    line = flat(source)
    if line.lower() in _OBJECTS:
        return _OBJECTS[line.lower()]
    return line[:1].lower() + line[1:] if _SMALL.match(line) else line
