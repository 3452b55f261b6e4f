"""A move of money → how firm it is, how its sum adds up, and when. Rulings: corpus/GUIDELINES.md, 8."""

from datetime import date
from functools import cache

from pipeline.lexicon import column, table
from pipeline.marks import Row
from pipeline.stages.claims.amount_syntax import is_passive, kind_of, root_of
from pipeline.stages.claims.transfer_context import TransferContext
from pipeline.stages.claims.transfer_verb import HUNG, Move, helpers
from pipeline.stages.claims.tree import base, child, is_infinitive

UNSETTLED = frozenset({"recommended", "obligatory", "possible", "question"})
YEARLY = frozenset({"year", "season"})
SHORT = frozenset({"day", "week", "month"})
MONTH, LONG = 32, 400  # days: no more than one month, more than one year


def status_of(move: Move, context: TransferContext, modality: str, tense: str, polarity: str) -> str:
    """By what the claim says of its truth, then by a helper ("promised to pay"), then by the verb's own row."""
    status = _told(move, context, modality, tense)
    unpaid = polarity == "negated" and status == "disbursed"
    return "unspecified" if unpaid else status  # "had not been released": by no word of the claim did it move


def _told(move: Move, context: TransferContext, modality: str, tense: str) -> str:
    inside = move.verb not in context.frame.chain and base(move.verb) == "acl"
    if inside and move.verb.head in move.carriers:
        return move.row["status"]  # "they ask for the $3 million that was promised"
    if modality in UNSETTLED:
        return "unspecified"
    if modality in ("conditional", "counterfactual"):
        return "estimated"
    own, chain = move.row["status"], context.frame.chain
    if move.verb not in chain and base(move.verb) == "advcl" and not is_infinitive(move.verb):
        return own  # "Having paid $3 million, it wants it back"
    outer = [chain[0].head] if chain[0].tag_ == "VBG" and base(chain[0]) in ("xcomp", "ccomp") else []
    above = [_helping().get(one.lemma_.lower()) for one in (*chain[::-1], *outer) if one != move.verb]
    if any(above):
        return next(status for status in above if status)
    if move.verb not in chain and base(move.verb) in HUNG and not _is_done(move):
        return "unspecified"  # "ordered Peru to pay" says not that it did
    if (tense == "future" or modality == "predicted") and own == "disbursed":
        return _ahead(move)
    if own == "unspecified" and context.payment(move) is not None:
        return "disbursed"
    told = any(one.tag_ == "VBD" for one in chain)  # "ended up costing"
    costs = tense == "present" and not told and move.row["subject"] == "purpose" and own == "disbursed"
    return "unspecified" if costs else own  # what a thing costs is not what somebody paid for it


def _is_done(move: Move) -> bool:
    """ "It ended up costing $3 million", "it keeps paying"."""
    return move.verb.tag_ == "VBG" and move.verb.head.lemma_.lower() in column("phase_verbs", "lemma")


@cache
def _helping() -> dict[str, str]:
    """Verbs with an infinitive: "*promised* to pay", "*wants* to borrow"."""
    rows = [row for row in table("transfer_verbs") if "object" in row["sum"]]
    firm = {row["lemma"]: row["status"] for row in rows if row["status"] in ("pledged", "committed")}
    return firm | helpers()


def _ahead(move: Move) -> str:
    """ "will give" is a promise, "will cost" an estimate, "will go to" and "will be spent" a plan."""
    if is_passive(move.verb):
        return "planned"
    return {"payer": "pledged", "purpose": "estimated"}.get(move.row["subject"], "planned")


def aggregation_of(move: Move, context: TransferContext, dates: list[Row], modality: str) -> str:
    """How the sum adds up over time. `dates`: those of the move itself."""
    kinds = {context.kind_of_actor(move), *map(kind_of, move.carriers)}
    if move.row["aggregation"] == "stock" or "debt" in kinds:
        return "stock"
    if move.amount.get("per") in YEARLY:
        return "annual"
    if _is_total(context) or any(_spans(row, move, modality) for row in dates):
        return "cumulative"
    days = [row for row in dates if row["kind"] == "date"]
    rate = modality in UNSETTLED or move.amount.get("per")  # "sold at $3 a bag"
    if move.row["aggregation"] and not (move.row["aggregation"] == "one_off" and rate):
        return move.row["aggregation"]
    settled = modality not in UNSETTLED and move.row["status"] != "estimated"
    if settled and any(_is_short(row) for row in days):
        return "one_off"
    return "annual" if any(_is_this_year(row) for row in days) else "unspecified"


def _is_total(context: TransferContext) -> bool:
    doc = context.frame.verb.doc
    words = f" {' '.join(doc[i].lower_ for i in context.proposition.words)} "
    return any(f" {phrase} " in words for phrase in column("totals", "phrase"))


def _is_this_year(row: Row) -> bool:
    """ "last year", "this year"; a sum in "2019" is told as an event, not as a rate."""
    return row.get("grain") == "year" and row.get("anchored_to") == "published" and row["relation"] is None


def _spans(row: Row, move: Move, modality: str) -> bool:
    if row["relation"] == "by":  # what has been paid by a day adds up; what shall be paid by then need not
        return modality in ("asserted", "probable") and move.row["status"] == "disbursed"
    if row["relation"] == "in" and (_length(row) or 0) > LONG:
        return True  # "in the three years to March"
    lasting = row["kind"] == "duration" and row["relation"] == "during"
    return lasting or row["relation"] in ("since", "between")


def _is_short(row: Row) -> bool:
    """A day, a week or a month; not the year that ends with one."""
    length = _length(row)
    day = row.get("relation") in (None, "in", "on", "during", "by")
    return day and row.get("grain") in SHORT and (length is None or length < MONTH)


def _length(row: Row) -> int | None:
    """In days; None where an end is open or unknown."""
    if not row.get("first") or not row.get("last"):
        return None
    return (date.fromisoformat(row["last"]) - date.fromisoformat(row["first"])).days


def dates_of(move: Move, context: TransferContext, dates: list[Row]) -> list[Row]:
    """The dates of the move itself, not those that belong to a noun or a clause inside it ("last year's budget")."""
    near, units = {move.verb, *move.carriers, *context.frame.chain}, column("date_units", "form")
    found = []
    for row in dates:
        token = root_of(move.verb.doc, row)
        if token is None:
            continue
        case = child(token, "case")
        related = (
            row["relation"] is not None and case is not None and case.lower_ not in ("for", "of", "'s", "’s")
        )
        if token.head not in near and (related or token.head.lemma_.lower() in units):
            token = token.head  # "royalties between 2000 and 2020", "in the dry year of 2020"
        if token in near or token.head in near:
            found.append(row)
    return found


def period_of(dates: list[Row]) -> str | None:
    """The id of the last one that has days, else of the first."""
    days = [row["id"] for row in dates if row["kind"] == "date"]
    return days[-1] if days else next((row["id"] for row in dates), None)
