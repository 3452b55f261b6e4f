"""A claim where money moves → who pays whom how much, for what, by which instrument, how firmly."""

from pipeline.lexicon import column, table
from pipeline.marks import Row
from pipeline.stages.claims.frame import Frame
from pipeline.stages.claims.roles import Roles

CUMULATIVE = frozenset({"cumulative", "total", "totaling", "totalling", "totaled", "totalled", "altogether"})


def transfer_of(
    frame: Frame, roles: Roles, words: list[int], amounts: list[Row], dates: list[Row]
) -> Row | None:
    """None unless the verb is one of giving (table transfer_verbs) and the claim has a sum of money."""
    sums = [row for row in amounts if row["unit"] == "currency"]
    verbs = {row["lemma"]: row for row in table("transfer_verbs")}
    verb = next((verbs[token.lemma_.lower()] for token in frame.chain if token.lemma_.lower() in verbs), None)
    if not sums or verb is None:
        return None
    status, takes = verb["status"], verb["direction"] == "takes"
    promised = frame.chain[0].lemma_.lower() in ("pledge", "promise", "vow", "commit")
    future = roles.predicate["tense"] == "future"
    return {
        "amount": sums[0]["id"],
        "payer": _span(roles, "source") if takes else _payer(roles) if verb["direction"] == "gives" else None,
        "recipient": roles.subject["span"] if takes and roles.subject else _span(roles, "recipient"),
        "purpose": _span(roles, "purpose"),
        "instrument": _instrument(frame, words),
        "status": "pledged" if promised else "planned" if future and status == "disbursed" else status,
        "aggregation": _aggregation(frame, words, sums[0], dates),
        "period": dates[0]["id"] if dates else None,
    }


def _payer(roles: Roles) -> Row | None:
    if roles.predicate["voice"] == "passive":
        return _span(roles, "cause")
    return roles.subject["span"] if roles.subject else None


def _span(roles: Roles, *names: str) -> Row | None:
    return next((row["span"] for name in names for row in roles.arguments if row["role"] == name), None)


def _instrument(frame: Frame, words: list[int]) -> Row | None:
    """The noun that says what kind of money it is: "in yen loans", "grant aid"."""
    doc = frame.verb.doc
    for index in words:
        token = doc[index]
        if token.lemma_.lower() in column("instruments", "lemma") and token.pos_ == "NOUN":
            first = index
            while first - 1 in words and doc[first - 1].dep_ == "compound" and doc[first - 1].head == token:
                first -= 1
            span = doc[first : index + 1]
            return {"start": span.start_char, "end": span.end_char, "text": span.text}
    return None


def _aggregation(frame: Frame, words: list[int], amount: Row, dates: list[Row]) -> str:
    doc = frame.verb.doc
    if amount.get("per") == "year":
        return "annual"
    cumulative = any(doc[index].lower_ in CUMULATIVE for index in words)
    if cumulative or any(row["relation"] in ("since", "by") for row in dates):
        return "cumulative"
    return "one_off" if any(row["relation"] == "in" for row in dates) else "unspecified"
