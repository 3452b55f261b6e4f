"""Proposition → subject, predicate, object and arguments, each a row shaped like record.Role."""

from dataclasses import dataclass, field

from pipeline.marks import Row, cut_span, cut_token
from pipeline.plain import Doc, Token
from pipeline.stages.claims.arguments import Around, argument_role
from pipeline.stages.claims.frame import Frame
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.predicate import predicate_of
from pipeline.stages.claims.subjects import VERBLESS
from pipeline.stages.claims.tree import NOMINAL, SUBJECTS, base, child, is_finite, runs, subtree

AUTHORS = frozenset({"i", "we", "me", "us", "'s", "’s"})
SILENT = frozenset(
    {"punct", "cc", "mark", "aux", "cop", "expl", "discourse", "vocative", "case", "conj", "reparandum"}
)


@dataclass
class Roles:
    """Rows shaped like record.Role; the predicate like record.Predicate."""

    subject: Row | None
    predicate: Row
    object: Row | None
    arguments: list[Row] = field(default_factory=list)


def roles_of(proposition: Proposition, frame: Frame, know: Around) -> Roles:
    """Arguments in the order of the text."""
    clause = proposition.clause
    words = set(proposition.words)
    subject = None if frame.subjectless else frame.subject or clause.subject
    found = Roles(_subject(subject, proposition, frame, know), predicate_of(frame), None)
    if clause.link.name in VERBLESS or child(frame.verb, "cop") is not None:
        _add_complement(found, frame.verb, words, know)
        found.predicate["lemma"] = "be"  # also where the copula is left out
    for head in frame.chain:
        for one in head.children:
            if one.i in words and one not in frame.chain and one != subject and base(one) not in SILENT:
                _add(found, one, words, know)
    _add_item(found, proposition, frame, know)
    _add_shared(found, clause.shared, know, frame.verb.doc)
    found.arguments.sort(key=lambda row: (row["span"]["start"], row["span"]["end"]))
    return found


def _add_item(found: Roles, proposition: Proposition, frame: Frame, know: Around) -> None:
    """A later item of a list of figures fills the slot of the first one."""
    verb_object = child(frame.verb, "obj")
    if found.object is not None or not proposition.is_item or verb_object is None:
        return
    item = [i for i in proposition.own if i > verb_object.i]
    if item:
        found.object = _role("object", verb_object.doc[item[0]], item, know)


def _add_shared(found: Roles, words: list[int], know: Around, doc: Doc) -> None:
    """The object that the verb beside it has ("defines, but does not forbid, *the practice*")."""
    root = doc[words[0] : words[-1] + 1].root if words else None
    if root is not None and found.object is None and child(root, "case") is None and root.pos_ in NOMINAL:
        found.object = _role("object", root, words, know)
        if found.object is not None:
            found.object["origin"] = "elided"


def _subject(subject: Token | None, proposition: Proposition, frame: Frame, know: Around) -> Row | None:
    own = [i for i in proposition.own if proposition.gap and i < proposition.gap]
    if own:  # each item has a subject of its own
        return _role("subject", frame.verb.doc[own[0] : own[-1] + 1].root, own, know)
    if subject is None:
        return None
    clause = proposition.clause
    indices = clause.subject_words if subject == clause.subject else subtree(subject)
    cases = {
        one.i for one in subject.children if base(one) in ("case", "mark") and one.lower_ in ("for", "with")
    }
    row = _role("subject", subject, [i for i in indices if i not in cases], know)
    if row is None:
        return None
    if subject.lower_ in AUTHORS and subject.pos_ in ("PRON", "X", "PART", "AUX"):
        row["origin"] = "author"
    elif subject == clause.subject and clause.borrowed and subject.i in clause.borrowed:
        row["origin"] = "elided"
    return row


def _add_complement(found: Roles, head: Token, words: set[int], know: Around) -> None:
    skip = frozenset(
        one.i for one in head.children
        if one.dep_ in SUBJECTS
        or base(one) in ("cop", "aux", "punct", "mark", "cc", "expl", "advcl", "parataxis", "conj")
    )  # fmt: skip
    keep = [i for i in subtree(head, skip) if i in words]
    keep += [
        i
        for one in head.children
        if base(one) == "conj" and one.i in words
        for i in subtree(one)
        if i in words
    ]
    row = _role("complement", head, sorted(set(keep)), know)
    if row is not None:
        found.arguments.append(row)


def _add(found: Roles, one: Token, words: set[int], know: Around) -> None:
    copular = any(row["role"] == "complement" and _inside(one, row) for row in found.arguments)
    if copular and base(one) not in ("advcl", "obl"):
        return
    indices = [i for i in subtree(one) if i in words]
    if base(one) == "obj" and found.object is None:
        _add_object(found, one, indices, know)
        return
    if base(one) == "ccomp" and found.object is None and is_finite(one) and child(one.head, "obj") is None:
        found.object = _role("object", one, indices, know)
        return
    role = argument_role(one, indices, know)
    row = _role(role, one, indices, know) if role else None
    if row is not None and not (copular and role != "time"):
        found.arguments.append(row)


def _add_object(found: Roles, noun: Token, indices: list[int], know: Around) -> None:
    """A named place or a date at the end of an object belongs to the verb: "serves 14,000 people in Nakuru"."""
    place = next((one for one in noun.children if one.i in indices and _is_place_or_time(one, know)), None)
    if place is not None:
        inner = subtree(place)
        found.arguments += filter(
            None, [_role("time" if place.i in know.dates else "place", place, inner, know)]
        )
        indices = [i for i in indices if i < inner[0]]
    found.object = _role("object", noun, indices, know)


def _is_place_or_time(one: Token, know: Around) -> bool:
    case = child(one, "case")
    if base(one) != "nmod" or case is None or case.lower_ not in ("in", "at", "since", "by", "until"):
        return False
    entity = know.entity_at.get(one.i)
    return one.i in know.dates or (entity is not None and entity["label"] in ("GPE", "LOC", "FAC"))


def _inside(one: Token, row: Row) -> bool:
    return bool(row["span"]["start"] <= one.idx < row["span"]["end"])


def _role(role: str, head: Token, indices: list[int], know: Around) -> Row | None:
    """The longest run that holds the head; a role is one stretch of the source."""
    spans = list(runs(head.doc, indices))
    span = next((span for span in spans if span.start <= head.i < span.end), None)
    if span is None:
        return None
    if head.i in know.figure_at:  # an amount is one thing, however the parser cut it
        first, last = know.figure_at[head.i]
        span = head.doc[min(span.start, first) : max(span.end, last)]
    entity = know.entity_at.get(head.i)
    return {
        "role": role, "span": cut_span(span), "text": span.text, "head": cut_token(head),
        "entity": entity["id"] if entity else None, "origin": "explicit",
    }  # fmt: skip
