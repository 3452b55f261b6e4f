"""How often each rule decided something, and how often it was right."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.record import Claim
from pipeline.score import dates, money
from pipeline.score.attribution import right_source
from pipeline.score.claims import CLOSED, ROLES, right_role, same_predicate
from pipeline.score.match import Match
from pipeline.score.pair import Pair


@dataclass(frozen=True)
class RuleCount:
    """`fired` times a rule decided `field` of what was found; `right` of these stand in gold like that."""

    stage: str
    field: str
    rule: str
    fired: int
    right: int
    precision: float


Fired = tuple[str, str, str, bool]
"""Stage, field, rule, whether it was right."""


def rule_counts(matches: Iterable[Match]) -> list[RuleCount]:
    """Stage by stage, the rule that was wrong most often first."""
    seen: dict[tuple[str, str, str], list[bool]] = defaultdict(list)
    for match in matches:
        for stage, field, rule, right in (*_values(match), *_claims(match)):
            seen[stage, field, rule].append(right)
    counts = [RuleCount(*key, len(found), sum(found), sum(found) / len(found)) for key, found in seen.items()]
    stages = list(dict.fromkeys(count.stage for count in counts))
    return sorted(counts, key=lambda c: (stages.index(c.stage), c.field, c.right - c.fired, c.rule))


def _values(match: Match) -> Iterator[Fired]:
    """Amounts (value, currency, comparator and bounds) and dates (days and relation): the whole has to be right."""
    amounts = {id(p.found): not money.wrong(p.gold, p.found) for p in match.amounts.pairs}
    days = {id(p.found): not dates.wrong(p.gold, p.found) for p in match.dates.pairs}
    for amount in match.amounts.found:
        yield "money", "amount", amount.rule, amounts.get(id(amount), False)
    for date in match.dates.found:
        yield "dates", "date", date.rule, days.get(id(date), False)


def _right(field: str, gold: Claim, found: Claim) -> bool:
    """Whether a field is right in a pair; of anything that is not scored: whether the claim is one of gold."""
    if field in CLOSED:
        return CLOSED[field](gold) == CLOSED[field](found)
    if field in ROLES:
        return right_role(ROLES[field](gold), ROLES[field](found))
    if field == "predicate":
        return same_predicate(gold, found)
    if field == "attribution":
        g, f = gold.attribution, found.attribution
        return g.source_type == f.source_type and right_source(g.source, f.source)
    return field != "transfer" or gold.transfer is not None


def _claims(match: Match) -> Iterator[Fired]:
    """A field of a claim that is none of gold cannot be right."""
    answer: dict[int, Pair[Claim]] = {id(p.found): p for p in match.same_claims}
    for claim in match.claims.found:
        pair = answer.get(id(claim))
        for ruled in claim.rules:
            right = pair is not None and _right(ruled.field, pair.gold, claim)
            yield "claims", ruled.field, _last(ruled.rule), right


def _last(rule: str) -> str:
    """Of a way through the sentence ("root/conj/advcl_as") the last step, which made the claim."""
    return rule.split("/")[-1]
