"""The record refuses what would break a promise: wrong offsets, floats, unknown keys, dangling ids."""

import json
from decimal import Decimal

import pytest
from pydantic import ValidationError

from pipeline.record import Alternative, Amount, Document, digest, spans

TEXT = "Japan gave $3 million."
MADE_BY = {"version": "0", "model": "none", "config": "none"}
AMOUNT = {
    "id": "m1", "span": {"start": 11, "end": 21, "text": "$3 million"}, "core": {"start": 11, "end": 21, "text": "$3 million"},
    "value": "3000000", "low": "3000000", "high": "3000000", "comparator": "eq", "unit": "currency", "currency": "USD",
    "currency_basis": "default", "rule": "sign",
}  # fmt: skip


SUM = {
    "id": "s1", "span": {"start": 11, "end": 21, "text": "$3 million"}, "cue": {"start": 6, "end": 10, "text": "gave"},
    "parts": ["m1", "m2"], "total": "m1", "value": "6000000", "low": "6000000", "high": None, "holds": False, "rule": "colon",
}  # fmt: skip
PART = {**AMOUNT, "id": "m2"}


def document(**changes):
    whole = {"id": "a", "sha256": digest(TEXT), "text": TEXT, "made_by": MADE_BY, "amounts": [AMOUNT]}
    return Document.model_validate({**whole, **changes})


def test_it_holds_what_it_was_given():
    made = document()
    assert made.amounts[0].value == Decimal(3_000_000)
    assert Document.model_validate_json(made.to_json()) == made
    assert json.loads(made.to_json())["amounts"][0]["value"] == "3000000"


def test_a_sum_names_its_amounts():
    made = document(amounts=[AMOUNT, PART], sums=[SUM])
    assert Document.model_validate_json(made.to_json()) == made
    assert json.loads(made.to_json())["sums"][0] == SUM
    assert document().sums == ()


def test_big_money_has_no_exponent():
    huge = Amount.model_validate({**AMOUNT, "value": Decimal("2.8E+12")})
    assert json.loads(huge.model_dump_json())["value"] == "2800000000000"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"text": "Japan gave $4 million.", "sha256": digest("Japan gave $4 million.")}, "the text '\\$4 million'"),
        ({"sha256": "0" * 64}, "sha256 is not that of its text"),
        ({"nonsense": 1}, "Extra inputs are not permitted"),
        ({"amounts": [{**AMOUNT, "value": 3e6}]}, "not a binary float"),
        ({"amounts": [{**AMOUNT, "value": "1e999999"}]}, "no figure of an op-ed has more than 60 digits"),
        ({"amounts": [{**AMOUNT, "low": "1e-60"}]}, "no figure of an op-ed has more than 60 digits"),
        ({"amounts": [{**AMOUNT, "currency": "dollars"}]}, "pattern"),
        ({"amounts": [{**AMOUNT, "comparator": "about"}]}, "Input should be"),
        ({"amounts": [AMOUNT, AMOUNT]}, "id 'm1' is given twice"),
        ({"sums": [SUM]}, "sum s1 names amount 'm2', which does not exist"),
        ({"amounts": [AMOUNT, PART], "sums": [{**SUM, "total": "m9"}]}, "sum s1 names amount 'm9'"),
        ({"amounts": [AMOUNT, PART], "sums": [SUM, SUM]}, "id 's1' is given twice"),
        ({"amounts": [AMOUNT, PART], "sums": [{**SUM, "parts": ["m1"]}]}, "at least 2 items"),
        (
            {"entities": [{"id": "e1", "span": {"start": 0, "end": 5, "text": "Japan"}, "label": "GPE", "name": "Japan",
                           "same_as": "e9"}]},
            "names entity 'e9', which does not exist",
        ),
    ],
)  # fmt: skip
def test_it_refuses(changes, message):
    with pytest.raises(ValidationError, match=message):
        document(**changes)


def at(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def role(words, name="subject", **other):
    return {"role": name, "span": at(words), "text": words, "head": at(words), "origin": "explicit", **other}


CLAIM = {
    "id": "c1", "span": at(TEXT[:-1]), "fragments": [at(TEXT[:-1])], "sentence": 0, "paragraph": 0, "region": "body", "text": TEXT,
    "subject": role("Japan"), "predicate": role("gave", "predicate", lemma="give", tense="past", voice="active"),
    "object": role("$3 million", "object"), "kind": "fact", "polarity": {"value": "affirmed"}, "modality": {"value": "asserted"},
    "attribution": {"source_type": "author"},
}  # fmt: skip
TRANSFER = {"amount": "m1", "payer": at("Japan"), "recipient": None, "purpose": None, "instrument": None,
            "status": "disbursed", "aggregation": "one_off", "period": None}  # fmt: skip
JAPAN = {"id": "e1", "span": at("Japan"), "label": "GPE", "name": "Japan"}
DAY = {
    "id": "d1", "span": at("gave"), "core": at("gave"), "kind": "date", "relation": None, "edtf": None, "timex": None, "grain": "day",
    "first": "2019-05-01", "last": "2019-05-02", "anchored_to": "absolute", "rule": "t",
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"amounts": ["m9"]}, "amount 'm9'"),
        ({"dates": ["d9"]}, "date 'd9'"),
        ({"entities": ["e9"]}, "entity 'e9'"),
        ({"subject": role("Japan", entity="e9")}, "entity 'e9'"),
        ({"object": role("$3 million", "object", entity="e9")}, "entity 'e9'"),
        ({"arguments": [role("Japan", "place"), role("gave", "time", entity="e9")]}, "entity 'e9'"),
        ({"parent": {"claim": "c9", "relation": "conjunct_of"}}, "claim 'c9'"),
        ({"transfer": {**TRANSFER, "amount": "m9"}}, "amount 'm9'"),
        ({"transfer": {**TRANSFER, "period": "d9"}}, "date 'd9'"),
    ],
)  # fmt: skip
def test_a_claim_names_what_exists(change, named):
    right = {"amounts": ["m1"], "dates": ["d1"], "entities": ["e1"], "transfer": {**TRANSFER, "period": "d1"},
             "parent": {"claim": "c1", "relation": "conjunct_of"}, "subject": role("Japan", entity="e1")}  # fmt: skip
    rest = {"dates": [DAY], "entities": [JAPAN]}
    assert document(claims=[{**CLAIM, **right}], **rest).claims[0].transfer.amount == "m1"
    with pytest.raises(ValidationError, match=f"document a: claim c1 names {named}, which does not exist"):
        document(claims=[{**CLAIM, **right, **change}], **rest)


@pytest.mark.parametrize(
    ("name", "items"),
    [
        ("entities", [JAPAN, JAPAN]),
        ("dates", [DAY, DAY]),
        ("claims", [CLAIM, CLAIM]),
        ("amounts", [PART, AMOUNT, PART]),
    ],
)
def test_no_id_is_given_twice(name, items):
    assert document(**{name: items[:1]})
    with pytest.raises(ValidationError, match=f"id '{items[0]['id']}' is given twice"):
        document(**{name: items})


def test_of_several_ids_that_are_given_twice_the_first_is_named():
    later = {**PART, "id": "m3"}
    with pytest.raises(ValidationError, match="id 'm2' is given twice"):
        document(amounts=[later, PART, later, PART])


def test_a_date_begins_before_it_ends():
    assert document(dates=[{**DAY, "last": DAY["first"]}]).dates[0].first
    assert document(dates=[{**DAY, "last": None}]) and document(dates=[{**DAY, "first": None}])
    with pytest.raises(ValidationError, match="date d1: first 2019-05-03 is after last 2019-05-02"):
        document(dates=[{**DAY, "first": "2019-05-03"}])


@pytest.mark.parametrize(
    "change",
    [
        {"start": -1, "end": 4}, {"start": 0, "end": 0, "text": ""}, {"start": 1, "end": 5}, {"start": 0, "end": 6},
    ],
)  # fmt: skip
def test_a_span_is_one_of_the_text(change):
    with pytest.raises(ValidationError):
        document(entities=[{**JAPAN, "span": {**JAPAN["span"], **change}}])


@pytest.mark.parametrize("change", [{"sentence": -1}, {"paragraph": -1}, {"confidence": 1.1}, {"confidence": -0.1},
                                    {"kind": "truth"}, {"region": "margin"}])  # fmt: skip
def test_a_claim_is_within_its_bounds(change):
    assert document(claims=[{**CLAIM, "sentence": 0, "paragraph": 0, "confidence": 1}])
    with pytest.raises(ValidationError):
        document(claims=[{**CLAIM, **change}])


ACCEPTED = [
    ("d1", "days", "2019-01-01/2019-12-31", True), ("d1", "days", "2019-01-01/..", True), ("d1", "days", "../2019-01-01", True),
    ("d1", "days", "../..", True), ("d1", "days", None, True), ("d1", "days", "2019-01-01/2019-01-01", True),
    ("d1", "days", "2019-01-02/2019-01-01", False), ("d1", "days", "2019-02-30/..", False), ("d1", "days", "2019-01-01", False),
    ("d1", "days", "٢٠١٩-01-01/..", False), ("d1", "relation", None, True), ("d1", "relation", "by", True),
    ("d1", "relation", "near", False), ("m1", "value", "3.5", True), ("m1", "value", "3.5.1", False), ("m1", "value", "-3", False),
    ("m1", "value", "", False), ("m1", "comparator", "gt", True), ("m1", "comparator", None, False), ("c1", "kind", None, False),
    ("c1", "predicate", "hand over", True), ("m1", "kind", "fact", False), ("e1", "label", "ORG", True), ("e1", "days", "../..", False),
    ("x1", "kind", "fact", False),
]  # fmt: skip


@pytest.mark.parametrize(("of", "field", "value", "right"), ACCEPTED)
def test_another_answer_is_one_that_can_be(of, field, value, right):
    rest = {"dates": [DAY], "entities": [JAPAN], "claims": [CLAIM]}
    leeway = {"optional": ["c1"], "accept": [{"of": of, "field": field, "value": value}]}
    if right:
        assert document(leeway=leeway, **rest).leeway.accept[0].value == value
    else:
        with pytest.raises(ValidationError):
            document(leeway=leeway, **rest)


def test_what_is_optional_exists_once():
    with pytest.raises(ValidationError, match="leeway names 'm9', which does not exist"):
        document(leeway={"optional": ["m9"]})
    with pytest.raises(
        ValidationError,
        match="leeway names 'm1', which is the id of more than one thing \\(entity, amount\\)",
    ):
        document(entities=[{**JAPAN, "id": "m1"}], leeway={"optional": ["m1"]})


def test_figures_are_decimal_and_read_back_as_they_were():
    for value in ("0.10", "2800000000000000000000000.000000001", None):
        held = document(amounts=[{**AMOUNT, "value": value, "low": value, "high": None}])
        assert json.loads(held.to_json())["amounts"][0]["value"] == value
    with pytest.raises(ValidationError, match="not a binary float"):
        document(amounts=[{**AMOUNT, "low": 0.5}])


def test_a_record_cannot_be_changed():
    with pytest.raises(ValidationError, match="frozen"):
        document().id = "b"


def test_without_the_text_only_lengths_are_checked():
    assert document(text=None).amounts[0].span.text == "$3 million"


def test_every_span_is_found_however_deep():
    assert [span.text for span in spans(document())] == ["$3 million", "$3 million"]


FIELDS = {
    "span": None, "label": "ORG", "value": "5", "comparator": "gt", "relation": "by", "days": "2019-05-01/..", "kind": "evaluation",
    "polarity": "negated", "modality": "possible", "source_type": "person", "predicate": "grant", "subject": None, "object": None,
}  # fmt: skip
OPEN = {
    "c1": {"span", "kind", "polarity", "modality", "source_type", "predicate", "subject", "object"},
    "e1": {"span", "label"},
    "m1": {"span", "comparator", "value"},
    "d1": {"span", "relation", "days"},
}


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("of", OPEN)
def test_what_may_be_answered_otherwise(of, field):
    """Of a claim, a name, an amount and a date, those fields that readers read differently; no others."""
    parts = {"claims": [CLAIM], "entities": [JAPAN], "dates": [DAY]}
    accept = {"of": of, "field": field, "value": FIELDS[field]}
    if field in ("span", "subject", "object"):
        accept["span"] = at("Japan")
    if field in OPEN[of]:
        (kept,) = document(**parts, leeway={"accept": [accept]}).leeway.accept
        assert (kept.of, kept.field, kept.value) == (of, field, FIELDS[field])
    else:
        thing = {"c1": "claim", "e1": "entity", "m1": "amount", "d1": "date"}[of]
        message = f"leeway accepts another {field} of the {thing} '{of}', which has none"
        with pytest.raises(ValidationError, match=message):
            document(**parts, leeway={"accept": [accept]})


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("kind", "truth", "accepts 'truth' as kind, which is none of fact, prediction"), ("polarity", None, "accepts None as polarity"),
        ("label", "TOWN", "accepts 'TOWN' as label"), ("comparator", None, "accepts None as comparator"),
        ("relation", "near", "accepts 'near' as relation"), ("source_type", "bird", "accepts 'bird' as source_type"),
        ("modality", "sure", "accepts 'sure' as modality"),
        ("value", None, "accepts the value None, which is no figure"), ("value", "", "accepts the value '', which"),
        ("value", "1.2.3", "accepts the value '1.2.3', which"), ("value", "five", "accepts the value 'five'"),
        ("days", "2019", "accepts the days '2019': a first and a last day"), ("days", "2019-05-02/2019-05-01", "accepts the days"),
        ("days", "2019-02-30/..", "accepts the days"), ("days", "2019-05-01/", "accepts the days"),
    ],
)  # fmt: skip
def test_answers_that_no_field_can_have(field, value, said):
    with pytest.raises(ValidationError, match=said):
        Alternative(of="x", field=field, value=value)
