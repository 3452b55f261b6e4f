"""What decided each field of a claim."""

import pytest

from pipeline.page.why import reasons


def why(document, key, lemmas=None, **changes):
    claim = next(claim for claim in document.claims if claim.id == key)
    found = reasons(document, claim.model_copy(update=changes), lemmas)
    return {reason.field: reason for reason in found}


def lines(reason):
    return [row.file.rsplit("/", 1)[-1] for row in reason.rows]


def test_every_field_that_is_there_has_a_reason(document):
    assert list(why(document, "c2")) == [
        "span", "subject", "predicate", "polarity", "modality", "kind", "facet", "attribution", "amount", "date",
        "transfer", "check-worthiness", "confidence",
    ]  # fmt: skip


def test_every_cue_stands_in_the_op_ed(document):
    for claim in document.claims:
        cues = [cue for reason in reasons(document, claim) for cue in reason.cues]
        assert cues and all(document.text[cue.start : cue.end] == cue.text for cue in cues)


def test_the_way_through_the_sentence_is_told_step_by_step(document):
    claim = next(claim for claim in document.claims if claim.id == "c3")
    rules = [rule.model_copy(update={"field": "span", "rule": "root/conj/item2"}) for rule in claim.rules]
    found = why(document, "c3", rules=tuple(rules))["span"]
    assert found.rule == "root/conj/item2"
    assert (
        found.meaning
        == "the main clause of the sentence › a clause joined to the one above › an item of a list"
    )


@pytest.mark.parametrize(
    ("key", "field", "table"),
    [
        ("c6", "polarity", "negations.csv"),
        ("c8", "modality", "modals.csv"),
        ("c2", "amount", "comparators.csv"),
        ("c2", "amount", "currencies.csv"),
        ("c2", "date", "relations.csv"),
        ("d0", "date", "months.csv"),
        ("c2", "check-worthiness", "weights.csv"),
    ],
)
def test_the_row_that_decided_is_named(document, key, field, table):
    assert table in lines(why(document, key)[field])


def test_lemmas_find_the_rows_of_verbs(document):
    assert "transfer_verbs.csv" not in lines(why(document, "c2")["transfer"])
    verb = next(claim for claim in document.claims if claim.id == "c2").predicate.span
    found = why(document, "c2", {(verb.start, verb.end): "spend"})["transfer"]
    assert "transfer_verbs.csv" in lines(found) or "money_verbs.csv" in lines(found)
    cue = next(claim for claim in document.claims if claim.id == "c6").attribution.cue
    assert lines(why(document, "c6")["attribution"]) == []
    assert lines(why(document, "c6", {(cue.start, cue.start + 4): "tell"})["attribution"]) == [
        "reporting_verbs.csv"
    ]


def test_what_is_plain_names_no_row(document):
    found = why(document, "c1")
    assert found["polarity"].rows == found["modality"].rows == found["attribution"].rows == ()


def test_what_stays_unknown_says_why(document):
    found = why(document, "db")["span"]
    assert found.value == "They deserve an answer"
    from pipeline.record import Abstained

    told = why(document, "db", abstained=(Abstained(field="subject", reason="no_antecedent"),))["abstained"]
    assert (told.value, told.rule) == ("subject", "no_antecedent")


def test_confidence_says_how_often_its_rule_was_right(document):
    claim = next(claim for claim in document.claims if claim.id == "c2")
    rules = (claim.rules[0].model_copy(update={"field": "span", "rule": "root/relative"}),)
    found = why(document, "c2", rules=rules)["confidence"]
    assert found.value == "0.91" and lines(found) == ["rule_precision.csv"]
    assert found.meaning.endswith("claims of “relative” were right")
