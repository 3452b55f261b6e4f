"""Who is made to say each claim."""

from pipeline.record import Claim, Span
from pipeline.score.claims import both_scopes
from pipeline.score.figures import Key, Tally, agreement
from pipeline.score.match import Match
from pipeline.score.spans import shared


def tally(match: Match) -> Tally:
    """`source` (the spans overlap), `source_type` and `content` with every value, and `reported`: claims that
    someone other than the author makes, the rare class that matters."""
    gold, found, pairs = match.claims.gold, match.claims.found, match.same_claims
    counts: Tally = {}
    for field in ("source_type", "content"):
        values = [(_read(p.gold, field), _read(p.found, field)) for p in pairs]
        wanted, given = [_read(c, field) for c in gold], [_read(c, field) for c in found]
        counts |= agreement(Key("attribution", field), wanted, given, values)
    named = sum(same_source(p.gold.attribution.source, p.found.attribution.source) for p in pairs)
    counts |= both_scopes(
        Key("attribution", "source"), match, lambda c: c.attribution.source is not None, named
    )
    said = sum(_reported(p.gold) and _reported(p.found) for p in pairs)
    counts |= both_scopes(Key("attribution", "reported"), match, _reported, said)
    return counts


def same_source(gold: Span | None, found: Span | None) -> bool:
    """Both there and overlapping."""
    return gold is not None and found is not None and shared(gold, found) > 0


def right_source(gold: Span | None, found: Span | None) -> bool:
    """Overlapping words on both sides, or nobody on both."""
    return same_source(gold, found) or (gold is None and found is None)


def _read(claim: Claim, field: str) -> str:
    return str(getattr(claim.attribution, field))


def _reported(claim: Claim) -> bool:
    return claim.attribution.source_type != "author"
