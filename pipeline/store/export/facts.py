"""Claims as open facts, (subject; relation; argument; …), as open information extraction has them; with what others
leave out: who says it, whether it is denied, and how sure it is said to be.

The relation is what a claim says between its subject and its arguments, in the order of the text: the verb with its
helpers, negations and adverbs, and the preposition of its first argument where it has no object ("was killed in").
Whoever says it is a fact of its own ("critics; say; half was paid").
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.lexicon import column
from pipeline.record import Claim, Document, Role, Span

WORD = re.compile(r"\w")
OPENS = re.compile(r"[A-Za-z]{1,12}(?= )")
EDGES = " \t\r\n,;:—–-"
RELATIVE = frozenset({"who", "whom", "which", "that"})
Stretch = tuple[int, int]
"""Code points, half-open."""


class Phrase(NamedTuple):
    """Words, and where in the op-ed they stand; none where they were put in."""

    text: str
    spans: tuple[Span, ...]


class Fact(NamedTuple):
    """`saying`: that somebody says something, and not what is said."""

    claim: Claim
    subject: Phrase
    relation: Phrase
    arguments: tuple[Phrase, ...]
    saying: bool = False


def facts(document: Document, *, written: bool = False) -> Iterator[Fact]:
    """Every claim that says something of a subject, and before the first of those that somebody is made to say, that
    he says them. `written`: pronouns stay, but for relative ones, where the op-ed has them."""
    said: dict[Stretch, list[Claim]] = {}
    for claim in document.claims:
        cue = claim.attribution.cue
        if cue is not None and claim.attribution.source is not None:
            said.setdefault((cue.start, cue.end), []).append(claim)
    for claim in document.claims:
        cue = claim.attribution.cue
        if cue is not None and (same := said.pop((cue.start, cue.end), None)):
            yield from _saying(same)
        if claim.subject is not None and (fact := _fact(claim, claim.subject, written)):
            yield fact


def _fact(claim: Claim, subject: Role, written: bool) -> Fact | None:
    roles = _apart(claim)
    taken = [(one.span.start, one.span.end) for one in (subject, *roles)]
    relation, loose = _around(claim, list(_left(claim.fragments, taken)))
    arguments = [
        *(_phrase(one, claim, written) for one in roles),
        *(Phrase(each.text, (each,)) for each in loose),
    ]
    if claim.object is None and relation:
        relation, arguments = _with_preposition(relation, arguments)
    said = Phrase(" ".join(each.text for each in relation), tuple(relation))
    if not relation:
        said = Phrase(
            next((e.text for e in claim.edits if not e.source and e.reason == "shared_predicate"), ""), ()
        )
    return Fact(claim, _phrase(subject, claim, written), said, tuple(arguments)) if said.text else None


def _saying(claims: Sequence[Claim]) -> Iterator[Fact]:
    """A fact of the source and of all that it is made to say with one cue, if that is a verb's."""
    first = claims[0]
    source, cue = first.attribution.source, first.attribution.cue
    rule = next((each.rule for each in first.rules if each.field == "attribution"), "")
    if source is not None and cue is not None and "verb" in rule:
        pieces = sorted({(p.start, p.end, p.text) for claim in claims for p in claim.fragments})
        spans = tuple(Span(start=a, end=b, text=text) for a, b, text in pieces)
        said = Phrase(" ".join(span.text for span in spans), spans)
        yield Fact(first, Phrase(source.text, (source,)), Phrase(cue.text, (cue,)), (said,), saying=True)


def _apart(claim: Claim) -> list[Role]:
    """Object, then arguments, in their order; none that lies in another."""
    every = [*([claim.object] if claim.object else []), *claim.arguments]
    return [one for one in every if not any(o is not one and _inside(one.span, o.span) for o in every)]


def _inside(one: Span, other: Span) -> bool:
    return other.start <= one.start and one.end <= other.end


def _left(pieces: Iterable[Span], taken: Sequence[Stretch]) -> Iterator[Span]:
    """The stretches of the pieces with a word in them that nothing has taken."""
    for piece in pieces:
        at = piece.start
        for start, end in [*sorted(taken), (piece.end, piece.end)]:
            if at < min(start, piece.end) and (span := _trimmed(piece, at, min(start, piece.end))):
                yield span
            at = max(at, end)


def _trimmed(piece: Span, start: int, end: int) -> Span | None:
    text = piece.text[start - piece.start : end - piece.start]
    if not WORD.search(text):
        return None
    start += len(text) - len(text.lstrip(EDGES))
    return Span(start=start, end=start + len(text.strip(EDGES)), text=text.strip(EDGES))


def _around(claim: Claim, left: list[Span]) -> tuple[list[Span], list[Span]]:
    """What belongs to the relation: up to the predicate's last word; and what was left over behind it."""
    end = claim.predicate.span.end
    return [span for span in left if span.start < end], [span for span in left if span.start >= end]


def _phrase(role: Role, claim: Claim, written: bool) -> Phrase:
    """The role's words, or what its pronoun stands for."""
    if role.text == role.span.text or (written and role.span.text.lower() not in RELATIVE):
        return Phrase(role.span.text, (role.span,))
    sources = [edit.source for edit in claim.edits if edit.text == role.text and edit.source]
    return Phrase(role.text, sources[0] if sources else ())


def _with_preposition(relation: list[Span], arguments: list[Phrase]) -> tuple[list[Span], list[Phrase]]:
    """The preposition that opens the first argument behind the relation goes over to the relation."""
    end = relation[-1].end
    for at, one in enumerate(arguments):
        if one.spans and one.spans[0].start >= end:
            span = one.spans[0]
            opens = OPENS.match(span.text)
            if (
                len(one.spans) > 1
                or opens is None
                or opens.group().lower() not in column("prepositions", "word")
            ):
                break
            word = Span(start=span.start, end=span.start + opens.end(), text=opens.group())
            rest = Span(start=word.end + 1, end=span.end, text=span.text[opens.end() + 1 :])
            others = [*arguments[:at], *arguments[at + 1 :]]
            return [*relation, word], [Phrase(rest.text, (rest,)), *others]
    return relation, arguments
