"""A dependent of the verb → the role it plays, from its relation, its marker (table argument_roles) and what is
known to stand there: a date, a named place.
"""

from dataclasses import dataclass, field
from functools import cache

from pipeline.lexicon import by, column, table
from pipeline.marks import Row, read, tokens_of
from pipeline.plain import Doc, Token
from pipeline.stages.claims.definites import Fuller, fuller_at
from pipeline.stages.claims.office_holders import Holder, holders_of
from pipeline.stages.claims.tree import NOMINAL, SUBJECTS, base, child, is_infinitive, mark_of


@dataclass
class Around:
    """What else is known about the Doc, by token: entities, amounts (first and last token), heads of dates, and of
    abbreviations the span where the text spells them out."""

    entity_at: dict[int, Row]
    dates: set[int]
    figure_at: dict[int, tuple[int, int]]
    spelled_out: dict[int, Row]
    stands_for: dict[int, Row] = field(default_factory=dict)
    """Of pronouns, what they stand for."""
    fuller: dict[int, Fuller] = field(default_factory=dict)
    """Of bare noun phrases ("the scheme"), by their first token, what they were called in full."""
    holders: dict[str, list[Holder]] = field(default_factory=dict)
    """Of nouns for a person, where they stand and whose name stands beside them."""


def around(doc: Doc, entities: list[Row], dates: list[Row], amounts: list[Row]) -> Around:
    """Read once for the whole Doc."""
    entity_at: dict[int, Row] = {}
    for row in entities:
        span = tokens_of(doc, row["span"])
        for token in span if span is not None else ():
            entity_at.setdefault(token.i, row)
    figure_at: dict[int, tuple[int, int]] = {}
    for row in amounts:
        span = tokens_of(doc, row["span"])
        figure_at |= {token.i: (span.start, span.end) for token in span} if span is not None else {}
    days: set[int] = set()
    for row in dates:
        span = tokens_of(doc, row["span"])
        if span is not None:
            days.add(span.root.i)
            days.update(token.i for token in span if token.is_digit)
    return Around(
        entity_at,
        days,
        figure_at,
        _spelled_out(entity_at, entities),
        _stands_for(doc),
        fuller_at(doc, entities),
        holders_of(doc, entity_at),
    )


def _stands_for(doc: Doc) -> dict[int, Row]:
    rows = ((tokens_of(doc, row["span"]), row) for row in read(doc, "reference"))
    return {span[0].i: row["antecedent"] for span, row in rows if span is not None}


def _spelled_out(entity_at: dict[int, Row], entities: list[Row]) -> dict[int, Row]:
    spans = {row["id"]: row["span"] for row in entities}
    return {
        index: spans[row["same_as"]]
        for index, row in entity_at.items()
        if row["same_as"] in spans
        and row["span"]["text"].isupper()
        and spans[row["same_as"]]["text"] == row["name"]
    }


def argument_role(one: Token, indices: list[int], know: Around) -> str | None:
    """As in record.Role; None for what is no argument. `indices`: the words of the dependent."""
    label = base(one)
    if label == "compound" or one.dep_ in SUBJECTS:
        return None
    if label == "iobj":
        return "recipient"
    if one.dep_ == "obl:agent":
        return "cause"
    if label in ("xcomp", "ccomp", "csubj"):
        return "complement"
    if label == "advcl":
        return _clause_role(one)
    if one.i in know.dates or (one.dep_ in ("obl:tmod", "obl:unmarked") and set(indices) & know.dates):
        return "time"
    if label == "advmod":
        opening = one.i == one.sent.start or one.lower_ == "only"
        return "manner" if one.lower_.endswith("ly") and one.head.pos_ == "VERB" and not opening else None
    return _oblique_role(one, know) if label in ("obl", "nmod") else "other"


def _clause_role(one: Token) -> str:
    mark = mark_of(one)
    if not mark:
        return "purpose" if is_infinitive(one) else "manner"
    for name, key in (("argument_roles", "marker"), ("subordinators", "mark")):
        for row in by(name, key).get(mark, ()):
            if row.get("relation") != "oblique":
                return row["role"]
    return "other"


def _oblique_role(one: Token, know: Around) -> str:
    case = child(one, "case")
    if case is None:
        return "other"
    words = " ".join(word.lower_ for word in (case, *(w for w in case.children if base(w) == "fixed")))
    rows = by("argument_roles", "marker").get(words, ())
    role = next((row["role"] for row in rows if row["relation"] == "oblique"), "other")
    entity = know.entity_at.get(one.i)
    if words == "at" and one.lower_ == "all":
        return "manner"
    if role == "recipient" or (role == "purpose" and is_party(one, know)):
        return _receiver(one, know)
    named_place = entity is not None and entity["label"] in ("GPE", "LOC", "FAC")
    if role == "place" and not named_place and words in ("in", "on", "under", "at"):
        return "other" if one.pos_ in NOMINAL and not _is_concrete_place(one) else "place"
    return role


NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
THINGS = frozenset({"it", "this", "that", "which", "what", "these", "those"})


def is_party(token: Token, know: Around) -> bool:
    """Somebody who can hold money or be given something: a name, a person, a body, "the poor"."""
    entity = know.entity_at.get(token.i)
    if entity is not None:
        return entity["label"] in NAMED
    if token.pos_ == "PRON":
        return token.lower_ not in THINGS
    if token.tag_.startswith("JJ"):
        return any(one.lower_ == "the" for one in token.children)
    return token.lemma_.lower() in _parties()


@cache
def _parties() -> frozenset[str]:
    speakers = {row["lemma"] for row in table("speakers") if row["source_type"] != "document"}
    return column("payees", "lemma") | speakers


def _receiver(one: Token, know: Around) -> str:
    """ "lends to farmers": who is given or told something; "rose to 9 per cent" a measure, "went to Lima" a place."""
    if one.i in know.figure_at or one.pos_ in ("NUM", "SYM"):
        return "complement"
    entity = know.entity_at.get(one.i)
    given = any(base(sibling) in ("obj", "iobj", "ccomp") for sibling in one.head.children)
    if entity is not None and entity["label"] in ("GPE", "LOC", "FAC") and not given:
        verb = one.head.lemma_.lower()
        told = verb in column("reporting_verbs", "lemma") or verb in column("transfer_verbs", "lemma")
        return "recipient" if told else "place"
    return "recipient" if is_party(one, know) else "other"


def _is_concrete_place(token: Token) -> bool:
    return token.lemma_.lower() in column("place_nouns", "lemma")
