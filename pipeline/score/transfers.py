"""Money and goods that move: counted on the claims that carry them."""

from pipeline.record import Transfer
from pipeline.score.attribution import right_source
from pipeline.score.claims import linked, links
from pipeline.score.figures import Key, Tally, count
from pipeline.score.match import Match

PARTIES = ("payer", "recipient")


def tally(match: Match) -> Tally:
    """`transfer` (the same claim has one), then of these `amount`, `payer`, `recipient`, `status`, `aggregation`."""
    both = [
        (p.gold.transfer, p.found.transfer)
        for p in match.same_claims
        if p.gold.transfer is not None and p.found.transfer is not None
    ]
    known = links(match.amounts)
    right = {
        "transfer": len(both),
        "amount": sum(linked((g.amount,), (f.amount,), known) for g, f in both),
        "payer": sum(same_party(g, f, "payer") for g, f in both),
        "recipient": sum(same_party(g, f, "recipient") for g, f in both),
        "status": sum(g.status == f.status for g, f in both),
        "aggregation": sum(g.aggregation == f.aggregation for g, f in both),
    }
    sides = (match.claims.gold, match.claims.found)
    return {
        Key("transfers", name): count(*sides, lambda claim: claim.transfer is not None, n)
        for name, n in right.items()
    }


def same_party(gold: Transfer, found: Transfer, party: str) -> bool:
    """Overlapping words on both sides, or nobody on both."""
    return right_source(getattr(gold, party), getattr(found, party))
