"""A claim → for each of its fields what decided it: the rule, the words that led to it, and the row of the table."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.page import figures, times
from pipeline.page.lookup import Lemmas, Row, Word, meaning, named, rows, spoken, words
from pipeline.record import Claim, Document, Role, Span

SHOWN = 4
"""Features of check-worthiness that are told; the others are in the record."""


class Reason(NamedTuple):
    """`meaning`: of the rule, in a few words; `cues`: words of the op-ed; each may be missing."""

    field: str
    value: str
    rule: str | None = None
    meaning: str | None = None
    cues: tuple[Span, ...] = ()
    rows: tuple[Row, ...] = ()


def reasons(document: Document, claim: Claim, lemmas: Lemmas | None = None) -> list[Reason]:
    """In the order of the record. `lemmas`: of the words of its sentence; without them only forms are looked up that
    stand in the op-ed as they stand in a table."""
    known = lemmas or {}
    parts = (
        _cut(claim),
        _roles(claim, known),
        _meant(claim, known),
        _said(claim, known),
        _values(document, claim),
    )
    return [reason for part in (*parts, _transfer(claim, known), _judged(claim)) for reason in part]


def _cut(claim: Claim) -> Iterator[Reason]:
    rule = _rule(claim, "span") or ""
    steps = [meaning("span", step) or step for step in rule.split("/") if step]
    found = rows("span", [named(rule.rsplit("/", 1)[-1])])
    yield Reason(
        "span", claim.span.text, rule or None, " › ".join(steps) or None, claim.fragments, tuple(found)
    )


def _roles(claim: Claim, lemmas: Lemmas) -> Iterator[Reason]:
    if claim.subject is not None:
        yield Reason(
            "subject", claim.subject.text, claim.subject.origin, None, _antecedent(claim, claim.subject)
        )
    verb = claim.predicate
    rule = _rule(claim, "predicate")
    said = f"{verb.lemma}, {verb.tense}, {verb.voice}"
    found = rows("predicate", [named(rule)]) if rule else []
    yield Reason("predicate", said, rule, rule and meaning("predicate", rule), (verb.span,), tuple(found))
    if claim.object is not None:
        yield Reason("object", claim.object.text, claim.object.origin, None, (claim.object.span,))
    for one in claim.arguments:
        opens = [
            word for word in words([one.span], lemmas) if word.span and word.span.start == one.span.start
        ]
        yield Reason(
            one.role, one.text, one.origin, None, (one.span,), tuple(rows("argument", opens, [one.role]))
        )


def _meant(claim: Claim, lemmas: Lemmas) -> Iterator[Reason]:
    for field, value, cues in (
        ("polarity", claim.polarity.value, claim.polarity.cues),
        ("modality", claim.modality.value, claim.modality.cues),
    ):
        rule = _rule(claim, field)
        looked = [*words(cues, lemmas), *([named(rule)] if rule else [])]
        found = rows(field, looked, [value])
        yield Reason(field, value, rule, rule and meaning(field, rule), cues, tuple(found))
    rule = _rule(claim, "kind")
    places = [word.span for word in spoken(claim.fragments) if rule and word.form == named(rule).form]
    cues = tuple(span for span in places[:1] if span is not None)
    found = rows("kind", [named(rule)]) if rule else []
    yield Reason("kind", claim.kind, rule, rule and meaning("kind", rule), cues, tuple(found))
    for facet in claim.facets:
        found = rows("facet", words(claim.fragments, lemmas), [facet])
        yield Reason("facet", facet, None, None, _cues(found), tuple(found))


def _said(claim: Claim, lemmas: Lemmas) -> Iterator[Reason]:
    said, rule = claim.attribution, _rule(claim, "attribution")
    cues = (said.cue,) if said.cue is not None else ()
    found = rows("attribution", words(cues, lemmas)) if cues else []
    who = f"{said.source_type}, {said.content}" if said.content != "none" else said.source_type
    yield Reason("attribution", who, rule, rule and meaning("attribution", rule), cues, tuple(found))
    if said.source is not None:
        found = rows("source", words([said.source], lemmas), [said.source_type])
        yield Reason("source", said.source.text, None, None, (said.source,), tuple(found))
    if said.speaker is not None:
        yield Reason("speaker", said.speaker.text, None, None, (said.speaker,), ())


def _values(document: Document, claim: Claim) -> Iterator[Reason]:
    for amount in document.amounts:
        if amount.id in claim.amounts:
            values = (amount.comparator, amount.currency, amount.unit, amount.per)
            found = rows("amount", spoken([amount.span]), values)
            yield Reason(
                "amount",
                figures.exact(amount),
                amount.rule,
                amount.currency_basis,
                (amount.span,),
                tuple(found),
            )
    for date in document.dates:
        if date.id in claim.dates:
            found = rows("date", spoken([date.span]), (date.relation, date.modifier, date.grain))
            counted = f"counted from: {date.anchored_to}"
            yield Reason("date", times.spoken(date), date.rule, counted, (date.span,), tuple(found))


def _transfer(claim: Claim, lemmas: Lemmas) -> Iterator[Reason]:
    if (moved := claim.transfer) is not None:
        found = rows(
            "transfer", [Word(claim.predicate.lemma, claim.predicate.span), *words(claim.fragments, lemmas)]
        )
        parties = {"payer": moved.payer, "recipient": moved.recipient, "purpose": moved.purpose}
        told = [f"{name} {span.text}" for name, span in parties.items() if span is not None]
        value = ", ".join([moved.status, moved.aggregation, *told])
        yield Reason("transfer", value, None, None, (claim.predicate.span,), tuple(found))


def _judged(claim: Claim) -> Iterator[Reason]:
    if claim.parent is not None:
        yield Reason("parent", f"{claim.parent.relation} {claim.parent.claim}")
    if claim.check_worthiness is not None:
        features = [each for each in claim.check_worthiness.features if not each.name.startswith("word ")][
            :SHOWN
        ]
        found = [row for each in features for row in rows("check-worthiness", [Word(each.name, None)])]
        told = ", ".join(f"{each.name} {each.weight:+.2f}" for each in features)
        yield Reason(
            "check-worthiness", f"{claim.check_worthiness.score:.2f}", None, told or None, (), tuple(found)
        )
    if claim.confidence is not None:
        last = (_rule(claim, "span") or "").rsplit("/", 1)[-1]
        found = rows("confidence", [Word(last, None)], ["span"])
        counted = [f"{row.row['right']} of {row.row['n']} claims of “{last}” were right" for row in found]
        yield Reason(
            "confidence", f"{claim.confidence:.2f}", None, next(iter(counted), None), (), tuple(found)
        )
    for each in claim.abstained:
        yield Reason("abstained", each.field, each.reason)


def _rule(claim: Claim, field: str) -> str | None:
    return next((each.rule for each in claim.rules if each.field == field), None)


def _cues(found: Iterable[Row]) -> tuple[Span, ...]:
    return tuple(row.said for row in found if row.said is not None)


def _antecedent(claim: Claim, role: Role) -> tuple[Span, ...]:
    """Where the role stands, and where what its pronoun stands for does."""
    taken = [
        span
        for edit in claim.edits
        for span in edit.source
        if re.match(re.escape(edit.text), role.text, re.I)
    ]
    return (role.span, *taken) if role.text != role.span.text else (role.span,)
