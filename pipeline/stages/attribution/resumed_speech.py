"""Sayings that run on past a semicolon: "…; that …", "…; the owners, that …", "not this, I am told; it is that"."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from pipeline.plain import Doc, Span, Token
from pipeline.stages.attribution import clause
from pipeline.stages.attribution.clause import children, first
from pipeline.stages.attribution.saying import Saying

OTHERS = frozenset({"another", "others", "some"})
SAME = frozenset({"it", "he", "she", "they"})


def find(doc: Doc, sayings: list[Saying]) -> Iterator[Saying]:
    """What stands behind a semicolon and is said by the saying before it, or in its words by another."""
    sayings = sorted((one for one in sayings if one.quote is None), key=_cue)
    last: Saying | None = None
    for before, after in pairwise(doc.sents):
        if not _runs_on(before):
            last = None
            continue
        last = _last(before, sayings) or last  # none of its own: what ran on before runs on
        made = _resumed(last, after) if last is not None else None
        last = made
        if made is not None:
            yield made


def _runs_on(stretch: Span) -> bool:
    """Its last sign is a semicolon."""
    return next((t.text for t in reversed(stretch) if not t.is_space), "") == ";"


def _cue(one: Saying) -> int:
    return one.cue[0].i


def _last(sentence: Span, sayings: list[Saying]) -> Saying | None:
    """The saying of the main verb, or else the widest that reaches to the end of a stretch."""
    end = next((t.i for t in reversed(sentence) if t.is_alpha), sentence.start)
    inside = sayings[
        slice(*(bisect_left(sayings, edge, key=_cue) for edge in (sentence.start, sentence.end)))
    ]
    main = next((one for one in inside if sentence.root in one.cue), None)
    reaching = [one for one in inside if max(one.content[-1].i, one.cue[-1].i) >= end]
    return main or max(reaching, key=lambda one: (len(one.content), -one.cue[0].i), default=None)


def _resumed(last: Saying, stretch: Span) -> Saying | None:
    words = [t for t in stretch if not t.is_space and not t.is_punct]
    start = 1 if len(words) > 1 and words[0].dep_ == "cc" else 0
    that = next((t for t in words[start:] if t.lower_ == "that" and t.tag_ == "IN"), None)
    if that is not None and that == words[start]:
        return _made(last, stretch, that.i + 1, last.speaker, last.source_type)
    if that is not None and that.nbor(-1).text == "," and (speaker := _gapped(stretch, that)) is not None:
        return _made(last, stretch, that.i + 1, speaker, None)
    if start == 0 and _denied(last) and _goes_on(stretch.root, words[0]):
        return _made(last, stretch, words[0].i, last.speaker, last.source_type)
    return None


def _made(last: Saying, stretch: Span, start: int, speaker: Token | None, kind: str | None) -> Saying | None:
    content = [t for t in stretch if t.i >= start]
    while content and (content[-1].is_space or content[-1].text in clause.EDGES | {"."}):
        content.pop()
    if not content:
        return None
    return replace(last, content=tuple(content), speaker=speaker, source_type=kind, rule="runs on")


def _gapped(stretch: Span, that: Token) -> Token | None:
    """The speaker of "the owners, that …": a noun that can speak, and no verb before the clause."""
    ahead = [t for t in stretch if t.i < that.i]
    nouns = [t for t in ahead if t.pos_ in {"NOUN", "PROPN", "PRON"} or t.lower_ in OTHERS]
    return nouns[0] if nouns and not any(t.pos_ in {"VERB", "AUX"} for t in ahead) else None


def _denied(last: Saying) -> bool:
    """What was said last is a denial: it goes on with what is so instead."""
    inside = set(last.content)
    heads = [t for t in last.content if t.head not in inside or t.head == t]
    return any(clause.is_negated(t, None) or _no_longer(t) for t in heads)


def _no_longer(verb: Token) -> bool:
    return any(c.lower_ == "longer" for c in children(verb, "advmod"))


def _goes_on(root: Token, opens: Token) -> bool:
    """The same subject, affirmed, with a predicate of its own: not "they are not", not "they do"."""
    subject = first(root, *clause.SUBJECTS)
    whole = root.pos_ != "AUX" and not clause.is_negated(root, subject)
    return subject == opens and opens.lower_ in SAME and whole
