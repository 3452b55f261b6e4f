"""Claim → the verb by which money moves in it, and the sum that it moves.

A sum counts where the verb's row in table transfer_verbs says that it stands: "spent *$3 million* on roads" (the
object, or the subject of the passive), "*$3 million* went to roads" (the subject), "bought the mill *for $3 million*"
(behind a preposition). A sum that stands elsewhere ("gave advice to a firm with debts of $3 million") does not move.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.lexicon import by, column, table
from pipeline.marks import Row
from pipeline.plain import Token
from pipeline.stages.claims.amount_syntax import MEASURES, is_passive, kind_of, marker_of, root_of
from pipeline.stages.claims.frame import Frame
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.predicate import particles_of
from pipeline.stages.claims.tree import base, child, is_infinitive, mark_of

ANY = "*"  # the row for verbs that have none of their own: "built the port with a loan of $3 million"
HUNG = frozenset({"xcomp", "ccomp", "conj", "parataxis", "advcl"})


@dataclass(frozen=True)
class Move:
    """`row` is one of transfer_verbs; `carriers` lead from the sum's head up to the verb, itself not among them."""

    verb: Token
    row: dict[str, str]
    amount: Row
    carriers: list[Token]


def moves_of(frame: Frame, proposition: Proposition, amounts: list[Row]) -> Iterator[Move]:
    """Every reading of the claim as one in which its verb moves one of these sums, the likeliest first."""
    doc, own = frame.verb.doc, {*proposition.own, *proposition.subject_words}
    sums = [(row, root) for row in amounts if row["unit"] == "currency" and (root := root_of(doc, row))]
    if proposition.is_item and any(root.i in proposition.own for _, root in sums):
        own = set(proposition.own)  # "$3m will go to schools, $2m to roads": the first is another's
    for amount, root in sorted(sums, key=lambda one: one[1].i not in proposition.own):
        gap = _gap(frame.chain[0], root)
        if gap is not None:
            part = _part(frame.chain[0], amount, amounts)
            yield from (move for verb in frame.chain[::-1] for move in _read(verb, part, [root], gap))
        elif root.i in own:
            yield from _governed(frame, _share(amount, root, amounts), root)
            if proposition.is_item and root.i in proposition.own:
                marker = marker_of(root, amount)  # "costed at $2m in March and at $3m by July"
                for slot in (
                    (marker,) if marker else ("object", "subject")
                ):  # the parser lost it: as the first item
                    yield from _read(frame.verb, amount, [root], slot)
    for amount, root in sums:
        if root.i in proposition.own:
            yield from _inside(amount, root)


def _inside(amount: Row, root: Token) -> Iterator[Move]:
    """By a clause that hangs on the sum: "they ask for the $3 million *that was promised*"."""
    for verb in root.children:
        if base(verb) == "acl" and verb.i > root.i and (gap := _gap(verb, root)) is not None:
            yield from _read(verb, amount, [root], gap)


def _part(verb: Token, whole: Row, amounts: list[Row]) -> Row:
    """ "$3 million, *half* of which was paid", "of which less than a tenth was spent": that part of the sum."""
    roots = [(row, root_of(verb.doc, row)) for row in amounts if row["unit"] == "percent"]
    return next((row for row, root in roots if root is not None and root.head == verb), whole)


def _share(amount: Row, root: Token, amounts: list[Row]) -> Row:
    """Of "a tenth of the $3 million" the tenth: the amount on which the sum hangs by "of"."""
    above = [row for row in amounts if row["unit"] == "percent" and root_of(root.doc, row) == root.head]
    return above[0] if above and marker_of(root, amount) == "of" else amount


def _governed(frame: Frame, amount: Row, root: Token) -> Iterator[Move]:
    """By the verb above the sum, or by one below that: "wants $3 million *spent* on roads"."""
    due = next((one for one in root.children if one.pos_ == "ADJ" and child(one, "cop") == frame.verb), None)
    if due is not None:  # "we were due $3 million": the parser hangs the adjective on the sum
        yield from (Move(root, row, amount, [root]) for row in rows_of(due.lower_, "object"))
    carriers, headless = [root], root == frame.verb and child(root, "cop") is None
    while carriers[-1].head != carriers[-1] and not _governs(carriers[-1].head, frame):
        carriers.append(carriers[-1].head)
    verb = root if root == frame.verb and not headless else carriers[-1].head
    if not (headless or _is_open(verb, frame)):
        return
    slot = _slot(carriers, amount, verb)
    yield from _read(verb, amount, carriers, slot)
    if slot == "subject" and verb in frame.chain[:-1]:
        yield from _read(frame.chain[-1], amount, carriers, slot)  # "$3 million ought to go to schools"
    if slot == "object" and verb.lemma_.lower() in helpers():
        for below in (one for one in (*root.children, *verb.children) if one.i > root.i):
            if base(below) in ("acl", "xcomp", "ccomp", "parataxis") and is_passive(below):
                yield from _read(below, amount, carriers, "object")


@cache
def helpers() -> dict[str, str]:
    """Verbs that only say how firmly another one's sum moves: lemma → status, "" where that verb decides."""
    return {row["lemma"]: row["status"] for row in table("transfer_verbs") if not row["sum"]}


def _governs(token: Token, frame: Frame) -> bool:
    measures = base(token) in ("acl", "amod") and token.lower_ in MEASURES
    return token in frame.chain or (token.pos_ in ("VERB", "AUX") and not measures)


def _is_open(verb: Token, frame: Frame) -> bool:
    """The verb is the claim's, or hangs on it as what is wanted, ordered or told besides; not as a condition."""
    for _ in range(6):
        if verb in frame.chain:
            return True
        infinitive = base(verb) == "acl" and is_infinitive(verb)
        if not infinitive and (base(verb) not in HUNG or (base(verb) == "advcl" and mark_of(verb))):
            return False
        verb = verb.head
    return False


def _gap(verb: Token, root: Token) -> str | None:
    """Where the sum would stand in the relative clause or participle that hangs on it: "$3 million, none of *which* was
    paid". None where it hangs on something else."""
    above = verb.head
    for _ in range(3):
        above = above.head if above != root and base(above) in ("appos", "nmod", "nsubj") else above
    if base(verb) != "acl" or above != root:
        return None
    relative = any(one.dep_ == "nsubj" and one.tag_ in ("WDT", "WP") for one in verb.children)
    return "subject" if relative else "object"


def _slot(carriers: list[Token], amount: Row, verb: Token) -> str:
    """`object`, `subject` or the preposition before the sum; "" where it is part of a noun that says something else."""
    if len(carriers) > 1 and carriers[1].pos_ in ("SYM", "NUM") and marker_of(carriers[0], amount) == "to":
        return "to"  # "from $2 million to $3 million", whatever the parser makes of it
    if not all(_belongs(one, amount) for one in carriers[:-1]):
        return ""
    top = carriers[-1]
    if base(top) == "nsubj" and not is_passive(verb):
        link = base(carriers[-2]) if len(carriers) > 1 else "nummod"
        return "subject" if link in ("nmod", "nummod") or (link == "compound" and kind_of(top)) else ""
    return marker_of(top, amount) or "object"


def _belongs(carrier: Token, amount: Row) -> bool:
    """The sum is what the noun above is worth: "a loan *of* $3 million", "a fund *with* $3 million in it"."""
    marker = marker_of(carrier, amount)
    if marker == "for" and kind_of(carrier.head) in ("gift", "contract"):
        return True  # "a cheque for $3 million"
    return marker in ("", *MEASURES) or (marker == "with" and kind_of(carrier.head) in ("gift", "plan"))


def _read(verb: Token, amount: Row, carriers: list[Token], slot: str) -> Iterator[Move]:
    """By the rows of the verb and its particle that want the sum there; then by those for any verb."""
    wanted = [(name, slot) for name in (*_names(verb), ANY)]
    wanted.append((f"{verb.lemma_.lower()} {slot}", "object"))  # "put in $3 million": taken for a preposition
    for name, where in wanted:
        yield from (Move(verb, row, amount, carriers) for row in rows_of(name, where))


def rows_of(lemma: str, slot: str) -> list[dict[str, str]]:
    """The rows of a verb that want their sum in this place."""
    return [row for row in by("transfer_verbs", "lemma").get(lemma, ()) if slot in row["sum"].split()]


def _names(verb: Token) -> list[str]:
    """The lemma with its particle, wherever that stands ("gave the land *away*"), without where it has none. Of a sum
    with a copula, the adjective before it: "we are *due* $3 million"."""
    nominal = verb.pos_ not in ("VERB", "AUX") and child(verb, "aux") is None
    told = child(verb, "nsubj") is not None and child(verb, "cop") is None
    if told and rows_of(verb.lemma_.lower(), "object"):
        nominal = False  # "the port cost $3 million", taken for a noun
    if nominal and child(verb, "obj") is None:  # else "cost taxpayers $3 million", taken for a noun
        before = [one.lower_ for one in (*verb.children, verb) if one.pos_ == "ADJ" and one.i <= verb.i]
        return [*before, "be"]
    lemma, near = verb.lemma_.lower(), particles_of(verb)
    loose = [one for one in verb.children if one.lower_ in column("particles", "word") and one.i > verb.i]
    named = [f"{lemma} {one.lower_}" for one in (*near, *loose)]
    return named if near else [*named, lemma]
