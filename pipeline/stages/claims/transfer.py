"""A claim where money moves → who pays whom how much, for what, by which instrument, how firmly."""

from pipeline.lexicon import column, table
from pipeline.marks import Row, token_span
from pipeline.stages.claims.frame import Frame
from pipeline.stages.claims.roles import Roles
from pipeline.stages.claims.tree import cut_span

CUMULATIVE = frozenset({"cumulative", "total", "totaling", "totalling", "totaled", "totalled", "altogether"})


def transfer_of(
    frame: Frame, roles: Roles, words: list[int], amounts: list[Row], dates: list[Row]
) -> Row | None:
    """None unless the verb is one of giving (table transfer_verbs) and the claim has a sum of money; a verb that
    only measures ("reached", "cost") needs a kind of money besides: "loans reached $3m"."""
    sums = [row for row in amounts if row["unit"] == "currency"]
    verbs = {row["lemma"]: row for row in table("transfer_verbs")}
    verb = next((verbs[token.lemma_.lower()] for token in frame.chain if token.lemma_.lower() in verbs), None)
    instrument = _instrument(frame, words)
    if not sums or verb is None or (verb["direction"] == "measures" and instrument is None):
        return None
    period = _period(roles, dates)
    return {
        "amount": sums[0]["id"],
        **_sides(roles, verb["direction"], frame),
        "purpose": _inner(frame, roles, "purpose"),
        "instrument": instrument,
        "status": _status(frame, roles, verb["status"]),
        "aggregation": _aggregation(frame, words, sums[0], dates),
        "period": period["id"] if period else None,
    }


def _sides(roles: Roles, direction: str, frame: Frame) -> Row:
    """Who pays and who receives; verbs of getting turn the sides, measuring verbs name none."""
    subject = roles.subject["span"] if roles.subject else None
    if direction == "takes":
        return {"payer": _inner(frame, roles, "source"), "recipient": subject}
    payer = _inner(frame, roles, "cause") if roles.predicate["voice"] == "passive" else subject
    return {"payer": payer if direction == "gives" else None, "recipient": _inner(frame, roles, "recipient")}


def _status(frame: Frame, roles: Roles, status: str) -> str:
    if frame.chain[0].lemma_.lower() in ("pledge", "promise", "vow"):
        return "pledged"
    return "pledged" if roles.predicate["tense"] == "future" and status == "disbursed" else status


def _inner(frame: Frame, roles: Roles, name: str) -> Row | None:
    """The first argument in this role, without its preposition."""
    row = next((row for row in roles.arguments if row["role"] == name), None)
    span = token_span(frame.verb.doc, row["span"]["start"], row["span"]["end"]) if row else None
    while span is not None and len(span) > 1 and span[0].pos_ in ("ADP", "SCONJ"):
        span = span[1:]
    return cut_span(span) if span is not None else None


def _period(roles: Roles, dates: list[Row]) -> Row | None:
    """The last date that is an argument of the verb itself; else the first of the claim."""
    times = [row["span"] for row in roles.arguments if row["role"] == "time"]
    own = [
        row
        for row in dates
        for span in times
        if span["start"] == row["span"]["start"] and row["kind"] == "date"
    ]
    return own[-1] if own else next(iter(dates), None)


def _instrument(frame: Frame, words: list[int]) -> Row | None:
    """The noun that says what kind of money it is: "in yen loans", "grant aid", "technical cooperation"."""
    doc = frame.verb.doc
    kinds = [
        doc[i]
        for i in words
        if doc[i].lemma_.lower() in column("instruments", "lemma") and doc[i].pos_ == "NOUN"
    ]
    if not kinds:
        return None
    noun = kinds[0].head if kinds[0].dep_ == "compound" and kinds[0].head in kinds else kinds[0]
    first = noun.i
    while first - 1 in words and doc[first - 1].head == noun and doc[first - 1].dep_ in ("compound", "amod"):
        first -= 1
    return cut_span(doc[first : noun.i + 1])


def _aggregation(frame: Frame, words: list[int], amount: Row, dates: list[Row]) -> str:
    doc = frame.verb.doc
    if amount.get("per") == "year":
        return "annual"
    cumulative = any(doc[index].lower_ in CUMULATIVE for index in words)
    if cumulative or any(row["relation"] in ("since", "by") for row in dates):
        return "cumulative"
    return "one_off" if any(row["kind"] == "date" and row["first"] for row in dates) else "unspecified"
