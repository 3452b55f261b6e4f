"""Claims: were they found, were they cut at the right places, are their fields right."""

from collections.abc import Callable

from pipeline.record import Amount, Claim, Date, Role
from pipeline.score.figures import Count, Key, Tally, agreement, count
from pipeline.score.match import PAIRED, Match
from pipeline.score.pair import Pair, Pairing
from pipeline.score.spans import claim_words, same, shared, word_f1, words

CLOSED: dict[str, Callable[[Claim], str]] = {
    "kind": lambda claim: claim.kind,
    "polarity": lambda claim: claim.polarity.value,
    "modality": lambda claim: claim.modality.value,
}
ROLES: dict[str, Callable[[Claim], Role | None]] = {
    "subject": lambda claim: claim.subject,
    "object": lambda claim: claim.object,
}
WHOLE = 0.8  # word F1 from which nothing of weight is lacking
Links = frozenset[tuple[str, str]]
"""(id in gold, id in found) of paired amounts or dates."""


def tally(match: Match) -> Tally:
    """Detection (`strict` same edges, `partial` the same claim, `words` shared words, `whole` nearly all words and the
    right predicate and subject), then every field."""
    gold, found, pairs = match.claims.gold, match.claims.found, match.same_claims
    counts = _detection(match)
    for field, read in CLOSED.items():
        values = [(read(p.gold), read(p.found)) for p in pairs]
        counts |= agreement(Key("claims", field), [read(c) for c in gold], [read(c) for c in found], values)
    lemmas = sum(same_predicate(p.gold, p.found) for p in pairs)
    counts |= both_scopes(Key("claims", "predicate"), match, lambda claim: 1, lemmas)
    for field, role in ROLES.items():
        counts |= _role(field, role, match)
    counts |= _linked("amounts", lambda claim: claim.amounts, links(match.amounts), match)
    counts |= _linked("dates", lambda claim: claim.dates, links(match.dates), match)
    return counts


def whole(pair: Pair[Claim]) -> bool:
    """A claim that an editor would take as it is: words F1 of .8 or more, predicate and subject right."""
    return (
        pair.weight >= WHOLE
        and same_predicate(pair.gold, pair.found)
        and right_role(pair.gold.subject, pair.found.subject)
    )


def same_predicate(gold: Claim, found: Claim) -> bool:
    """The same lemma, small letters or capitals."""
    return gold.predicate.lemma.lower() == found.predicate.lemma.lower()


def both_scopes(key: Key, match: Match, size: Callable[[Claim], int], right: float) -> Tally:
    """What `size` counts in claims, over all claims and over those that are paired."""
    pairs = match.same_claims
    return {
        key: count(match.claims.gold, match.claims.found, size, right),
        key._replace(scope="paired"): count([p.gold for p in pairs], [p.found for p in pairs], size, right),
    }


def same_role(gold: Role | None, found: Role | None) -> bool:
    """Both there, and at least half of their words shared (F1)."""
    return (
        gold is not None and found is not None and word_f1(words([gold.span]), words([found.span])) >= PAIRED
    )


def right_role(gold: Role | None, found: Role | None) -> bool:
    """The same role, or none on both sides."""
    return same_role(gold, found) or (gold is None and found is None)


def links(pairing: Pairing[Amount] | Pairing[Date]) -> Links:
    """Which amount (date) of gold is which of found."""
    return frozenset((pair.gold.id, pair.found.id) for pair in (*pairing.pairs, *pairing.aside))


def linked(gold: tuple[str, ...], found: tuple[str, ...], known: Links) -> int:
    """How many of the ids a gold claim names are named by the found claim too."""
    return sum((g, f) in known for g in gold for f in found)


def splits(match: Match) -> list[Claim]:
    """Found claims that are a further piece of a gold claim already paired with another."""
    pairs = match.claims.pairs
    return [c for c in match.claims.spurious if any(_mostly_inside(c, p.gold) for p in pairs)]


def merges(match: Match) -> list[Claim]:
    """Gold claims that were swallowed by a found claim already paired with another."""
    pairs = match.claims.pairs
    return [c for c in match.claims.missed if any(_mostly_inside(c, p.found) for p in pairs)]


def _mostly_inside(piece: Claim, whole: Claim) -> bool:
    """More than half of the words of the piece's own span are words of the whole."""
    if not shared(piece.span, whole.span):
        return False
    own = words([piece.span])
    return 2 * len(own & claim_words(whole)) > len(own)


def _detection(match: Match) -> Tally:
    sides = match.claims
    sizes = (len(sides.gold), len(sides.found))
    in_common = sum(len(claim_words(p.gold) & claim_words(p.found)) for p in sides.pairs)
    return {
        Key("claims", "strict"): Count(*sizes, sum(same(p.gold.span, p.found.span) for p in sides.pairs)),
        Key("claims", "partial"): Count(*sizes, len(match.same_claims)),
        Key("claims", "words"): count(sides.gold, sides.found, lambda c: len(claim_words(c)), in_common),
        Key("claims", "whole"): Count(*sizes, sum(map(whole, sides.pairs))),
    }


def _role(field: str, read: Callable[[Claim], Role | None], match: Match) -> Tally:
    """A role that neither side has is no answer, right or wrong."""
    right = sum(same_role(read(p.gold), read(p.found)) for p in match.same_claims)
    return both_scopes(Key("claims", field), match, lambda claim: read(claim) is not None, right)


def _linked(field: str, read: Callable[[Claim], tuple[str, ...]], known: Links, match: Match) -> Tally:
    right = sum(linked(read(p.gold), read(p.found), known) for p in match.same_claims)
    return both_scopes(Key("claims", field), match, lambda claim: len(read(claim)), right)
