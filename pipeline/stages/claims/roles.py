"""Proposition → subject, predicate, object and arguments, each a row shaped like record.Role."""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from pipeline.lexicon import column, table
from pipeline.marks import Row, cut, token_span
from pipeline.stages.claims.frame import Frame
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.meaning import adverbs_of
from pipeline.stages.claims.tree import (
    NOMINAL,
    SUBJECTS,
    base,
    child,
    is_finite,
    is_infinitive,
    mark_of,
    runs,
    subtree,
)

AUTHORS = frozenset({"i", "we", "me", "us", "'s", "’s"})
SILENT = frozenset(
    {"punct", "cc", "mark", "aux", "cop", "expl", "discourse", "vocative", "case", "conj", "reparandum"}
)


@dataclass
class Roles:
    """Rows; `tokens` are the heads, for the stage's later questions."""

    subject: Row | None
    predicate: Row
    object: Row | None
    arguments: list[Row] = field(default_factory=list)


@dataclass
class Around:
    """What else is known about the Doc, by token: entities, amounts (first and last token), heads of dates."""

    entity_at: dict[int, Row]
    dates: set[int]
    figure_at: dict[int, tuple[int, int]]


def around(doc: Doc, entities: list[Row], dates: list[Row], amounts: list[Row]) -> Around:
    entity_at: dict[int, Row] = {}
    for row in entities:
        span = token_span(doc, row["span"]["start"], row["span"]["end"])
        for token in span if span is not None else ():
            entity_at.setdefault(token.i, row)
    figure_at: dict[int, tuple[int, int]] = {}
    for row in amounts:
        span = token_span(doc, row["span"]["start"], row["span"]["end"])
        figure_at |= {token.i: (span.start, span.end) for token in span} if span is not None else {}
    days: set[int] = set()
    for row in dates:
        span = token_span(doc, row["span"]["start"], row["span"]["end"])
        if span is not None:
            days.add(span.root.i)
            days.update(token.i for token in span if token.is_digit)
    return Around(entity_at, days, figure_at)


def roles_of(proposition: Proposition, frame: Frame, know: Around) -> Roles:
    clause, doc = proposition.clause, frame.verb.doc
    words = set(proposition.words)
    subject = None if frame.subjectless else frame.subject or clause.subject
    found = Roles(_subject(subject, proposition, frame, know), _predicate(frame), None)
    if clause.link.name in ("appositive", "contrast") or child(frame.verb, "cop") is not None:
        _add_complement(found, frame.verb, words, know)
    for head in frame.chain:
        for one in head.children:
            if one.i in words and one not in frame.chain and one != subject and base(one) not in SILENT:
                _add(found, doc, one, words, know)
    _add_item(found, proposition, frame, know)
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


def _subject(subject: Token | None, proposition: Proposition, frame: Frame, know: Around) -> Row | None:
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


def _predicate(frame: Frame) -> Row:
    """The verb group: auxiliaries, copula, negation and adverbs between them, verb and particle."""
    verb = frame.verb
    copula = child(verb, "cop")
    core = copula if copula is not None else verb
    particles = [] if copula is not None else particles_of(verb)
    group = [core, *particles, *(one for one in verb.children if base(one) == "aux" and one.i < core.i)]
    group += [one for one in adverbs_of(frame) if _in_group(one, core, verb)]
    subjects = [one.i for one in verb.children if one.dep_ in SUBJECTS]
    first = min(token.i for token in group)
    if any(first < subject < core.i for subject in subjects):  # inverted: "had the council listened"
        first = core.i
    span = verb.doc[first : max(token.i for token in group) + 1]
    lemma = (
        "be" if copula is not None else " ".join([verb.lemma_.lower(), *(one.lower_ for one in particles)])
    )
    return {
        "role": "predicate", "span": _cut(span), "text": span.text, "head": _cut(verb.doc[core.i : core.i + 1]),
        "entity": None, "origin": "explicit", "lemma": lemma, "tense": _tense(frame), "voice": _voice(verb),
    }  # fmt: skip


def particles_of(verb: Token) -> list[Token]:
    """`set aside`, `hand over`: the particle right behind the verb, or behind its object."""
    return [
        one
        for one in verb.children
        if one.dep_ == "compound:prt" or (one.tag_ == "RP" and one.i == verb.i + 1)
    ]


def _in_group(adverb: Token, core: Token, verb: Token) -> bool:
    """`is not`, `no longer pays`, `has now come`: negation next to the verb, and what stands between its words."""
    first = min([core.i, *(one.i for one in verb.children if base(one) == "aux")])
    between = first < adverb.i < core.i
    negation = adverb.lower_ in ("not", "n't", "n’t", "never")
    near = core.i - 2 <= adverb.i <= core.i + 1 if core is not verb else core.i - 2 <= adverb.i < core.i
    return between or (negation and near)


def _tense(frame: Frame) -> str:
    """Future by `will` and `shall`; none after another modal but `can`, or where a helper says what is intended or
    expected; a perfect counts as past, because it tells what happened (corpus/README.md)."""
    helpers = [one for one in frame.verb.children if base(one) in ("aux", "cop")] + frame.shared
    if any(one.lower_ in ("will", "shall", "wo", "'ll", "’ll") for one in helpers):
        return "future"
    if any(one.tag_ == "MD" and one.lower_ not in ("can", "ca") for one in helpers):
        return "none"
    helper = frame.chain[-2] if len(frame.chain) > 1 else None
    if helper is not None and (frame.modality is not None or frame.rule in ("let_us", "extraposed")):
        return "none"
    verbs = [*helpers, helper or frame.verb]
    if any("Past" in one.morph.get("Tense", []) and one.tag_ not in ("VBN", "VBG") for one in verbs):
        return "past"
    if any(one.lemma_ == "have" for one in helpers):
        return "past"
    return (
        "present"
        if any("Pres" in one.morph.get("Tense", []) and one.tag_ != "VBG" for one in verbs)
        else "none"
    )


def _voice(verb: Token) -> str:
    if any(one.dep_ in ("aux:pass", "nsubj:pass", "csubj:pass") for one in verb.children):
        return "passive"
    past = verb.tag_ == "VBN" or (
        "Part" in verb.morph.get("VerbForm", []) and "Past" in verb.morph.get("Tense", [])
    )
    helped = any(base(one) == "aux" for one in verb.children)
    return "passive" if past and not helped and base(verb) in ("acl", "advcl") else "active"


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


def _add(found: Roles, doc: Doc, one: Token, words: set[int], know: Around) -> None:
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
    role = _argument_role(one, indices, know)
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


def _argument_role(one: Token, indices: list[int], know: Around) -> str | None:
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
        for row in table(name):
            if row[key] == mark and row.get("relation") != "oblique":
                return row["role"]
    return "other"


def _oblique_role(one: Token, know: Around) -> str:
    case = child(one, "case")
    if case is None:
        return "other"
    words = " ".join(word.lower_ for word in (case, *(w for w in case.children if base(w) == "fixed")))
    role = next(
        (
            row["role"]
            for row in table("argument_roles")
            if row["marker"] == words and row["relation"] == "oblique"
        ),
        "other",
    )
    entity = know.entity_at.get(one.i)
    named_place = entity is not None and entity["label"] in ("GPE", "LOC", "FAC")
    if role == "place" and not named_place and words in ("in", "on", "under", "at"):
        return "other" if one.pos_ in NOMINAL and not _is_concrete_place(one) else "place"
    return role


def _is_concrete_place(token: Token) -> bool:
    return token.lemma_.lower() in column("place_nouns", "lemma")


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
        "role": role, "span": _cut(span), "text": span.text, "head": _cut(head.doc[head.i : head.i + 1]),
        "entity": entity["id"] if entity else None, "origin": "explicit",
    }  # fmt: skip


def _cut(span) -> Row:  # type: ignore[no-untyped-def]
    return cut(span.doc, span.start_char, span.end_char)
