"""A claim in which money moves → who pays whom how much, for what, by which instrument, how firmly.

`transfer_verb` finds the verb and its sum, `transfer_context` is the claim around them, `payer_recipient` says who
stands on either side, `transfer_status` is status, aggregation and period. Rulings: corpus/GUIDELINES.md, 8.
"""

from decimal import Decimal

from pipeline.lexicon import column
from pipeline.marks import Row, cut_span
from pipeline.plain import Token
from pipeline.stages.claims.amount_syntax import MONEY, kind_of, marker_of
from pipeline.stages.claims.payer_recipient import parties_of
from pipeline.stages.claims.transfer_context import TransferContext
from pipeline.stages.claims.transfer_status import aggregation_of, dates_of, period_of, status_of
from pipeline.stages.claims.transfer_verb import ANY, Move, moves_of
from pipeline.stages.claims.tree import base

WANTED: dict[str, set[str]] = {
    "object": set(), "source": {"payer"}, "target": {"recipient"}, "aim": {"payer", "recipient", "purpose"},
}  # fmt: skip
LARGE = 50_000
"""A price from here on is an event ("sold for $3 million"), below it may be the price of any such thing."""


def transfer_of(
    context: TransferContext, amounts: list[Row], dates: list[Row], modality: str, tense: str, polarity: str
) -> Row | None:
    """A row shaped like record.Transfer; None where no verb of the claim moves one of the sums of its sentence.
    `dates`: those of the claim; `modality`, `tense`, `polarity`: what was found of its verb."""
    readings = moves_of(context.frame, context.proposition, amounts)
    move = next((move for move in readings if _is_met(move, context)), None)
    if move is None or _is_asked(move) or (modality == "counterfactual" and not _is_reckoned(move, context)):
        return None
    sides, own = parties_of(move, context), dates_of(move, context, dates)
    if "recipient" not in sides and _is_change(move):
        return None
    return {
        "amount": move.amount["id"],
        "payer": sides.get("payer"),
        "recipient": sides.get("recipient"),
        "purpose": sides.get("purpose"),
        "instrument": _instrument(move, context),
        "status": status_of(move, context, modality, tense, polarity),
        "aggregation": aggregation_of(move, context, own, modality),
        "period": period_of(own),
    }


def _is_reckoned(move: Move, context: TransferContext) -> bool:
    """ "It would have cost $3 million", "they would have had to pay"; any other sum the claim says did not move."""
    had_to = any(one.lemma_.lower() == "have" and one.i < move.verb.i for one in context.frame.chain)
    return move.row["subject"] == "purpose" or (had_to and move.row["subject"] == "payer")


def _is_change(move: Move) -> bool:
    """ "They announced £3bn *of cuts*", "tax rises of £40bn": nobody is given that."""
    root, nouns = move.carriers[0], column("not_given", "noun")
    behind = (one for one in (*root.children, *move.verb.children) if one.i > root.i)
    below = [one for one in behind if marker_of(one, move.amount) in ("of", "in")]
    return any(one.lemma_.lower() in nouns for one in (*below, *move.carriers))


def _is_asked(move: Move) -> bool:
    """ "I should like to know who received it": a question inside the claim."""
    opens = move.verb.left_edge
    return base(move.verb) == "ccomp" and opens.tag_ in ("WP", "WRB", "WP$") and opens.head == move.verb


def _is_met(move: Move, context: TransferContext) -> bool:
    """One of the conditions of the verb's row, if it has any; those joined by "+" together."""
    needs = move.row["needs"].split()
    return not needs or any(all(_has(part, move, context) for part in need.split("+")) for need in needs)


def _has(need: str, move: Move, context: TransferContext) -> bool:
    """`large`, `yearly`: the sum is; `party`: somebody does it; `object`, `source`, `target`, `aim`: it is said to
    whom, from whom, by whom it is got, or any of these and what for; else a kind of table instruments is named, for
    `kind` any that is money."""
    if need == "large":
        return _is_large(move, context.actor(move))
    if need == "yearly":
        return move.amount.get("per") == "year"
    if need == "party":
        actor = context.actor(move)
        return actor is not None and context.is_party(actor)
    if need in WANTED:
        wanted = {move.row["object"]} if need == "object" else WANTED[need]
        return bool(wanted & parties_of(move, context).keys())
    kinds = {kind_of(one) for one in move.carriers}
    if move.row["lemma"] != ANY:  # "the bill was put at $3 million" moves nothing
        kinds.add(context.kind_of_actor(move))
    return bool(kinds & MONEY) if need == "kind" else need in kinds


def _is_large(move: Move, actor: Token | None) -> bool:
    """Too much for a price of daily life; a price by the tonne is never large."""
    goods = column("units", "unit")
    by_unit = move.amount.get("per") in goods or (actor is not None and actor.lemma_.lower() in goods)
    sizes = [Decimal(move.amount[key]) for key in ("value", "low", "high") if move.amount.get(key)]
    return not by_unit and max(sizes, default=Decimal(0)) >= LARGE


def _instrument(move: Move, context: TransferContext) -> Row | None:
    """The noun that says what sort of money it is, with its adjectives: "$3 million in *yen loans*"."""
    doc, near = move.verb.doc, {move.verb, *move.carriers}
    words = [doc[i] for i in context.proposition.words if doc[i].head in near]
    behind = [one for one in words if marker_of(one, move.amount) in ("in", "as", "with", "through")]
    subject = [one for one in words if base(one) == "nsubj" and not move.row["subject"]]
    nouns = [one for one in (*move.carriers, *behind, *subject) if kind_of(one) in MONEY - {"debt"}]
    if not nouns:
        return None
    first, figures = nouns[0].i, context.know.figure_at
    while first > 0 and first - 1 not in figures and _is_part(doc[first - 1], nouns[0]):
        first -= 1
    return cut_span(doc[first : nouns[0].i + 1])


def _is_part(word: Token, noun: Token) -> bool:
    return word.head == noun and base(word) in ("compound", "amod")
