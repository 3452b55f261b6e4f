"""What notes leave open → the record's leeway."""

import pytest

TEXT = "In recent years Ruvia paid about $5 million or a day's pay to Mindoro. The dam broke."
HEAD = "sentences:\n- s: 0\n  skip: fragment\n"
CLAIM = "- s: 1\n  claims:\n  - span: The dam broke\n    predicate: broke = break, past\n    kind: fact\n"
SKIP = "- s: 1\n  skip: fragment\n"


def opened(annotate, notes):
    document, said = annotate(TEXT, notes)
    assert said == []
    return document


@pytest.mark.parametrize(
    ("key", "line", "field", "value"),
    [
        ("entities", "LOC Mindoro | accept label GPE", "label", "GPE"),
        ("amounts", "about <$5 million> = approx USD context | accept comparator eq", "comparator", "eq"),
        ("amounts", "about <$5 million> = approx USD context | accept value 5.1m", "value", "5100000"),
        ("dates", "In <recent years> = vague in | accept relation none", "relation", None),
        ("dates", "In <recent years> = vague in | accept days 2020-03..none", "days", "2020-03-01/.."),
        ("dates", "In <recent years> = vague in | accept days 2020", "days", "2020-01-01/2020-12-31"),
        ("dates", "In <recent years> = vague in | accept days none", "days", None),
    ],
)
def test_another_answer_stands_behind_a_bar(annotate, key, line, field, value):
    document = opened(annotate, f"{HEAD}  {key}:\n  - {line}\n{SKIP}")
    (item,) = getattr(document, key)
    (other,) = document.leeway.accept
    assert (other.of, other.field, other.value, other.span) == (item.id, field, value, None)
    assert document.leeway.optional == ()


def test_several_answers_and_optional_go_together(annotate):
    line = "a day = duration | optional | accept span a day's pay"
    document = opened(annotate, f"{HEAD}  dates:\n  - {line}\n{SKIP}")
    assert document.leeway.optional == ("d1",)
    assert document.leeway.accept[0].span.text == "a day's pay"


def test_a_claim_says_it_in_its_keys(annotate):
    more = "    optional: yes\n    accept:\n    - kind evaluation\n    - subject dam\n    - object -\n"
    document = opened(annotate, HEAD + CLAIM + more)
    claim = document.claims[0].id
    assert document.leeway.optional == (claim,)
    said = [(o.of, o.field, o.value, o.span and o.span.text) for o in document.leeway.accept]
    assert said == [
        (claim, "kind", "evaluation", None),
        (claim, "subject", None, "dam"),
        (claim, "object", None, None),
    ]


def test_without_it_there_is_none(annotate):
    assert opened(annotate, HEAD + CLAIM).leeway is None
    assert opened(annotate, HEAD + CLAIM + "    optional: no\n").leeway is None


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("    optional: maybe\n", "optional is yes or no, not 'maybe'"),
        ("    accept: colour red\n", "accept wants a field (span, kind,"),
        ("    accept: kind\n", "accept kind wants its other answer"),
        ("    accept: kind truth\n", "'truth' is none of fact, prediction"),
        ("    accept: span the weir\n", "'the weir' is not in sentence 1"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(annotate, more, message):
    document, said = annotate(TEXT, HEAD + CLAIM + more)
    assert document is None
    assert len(said) == 1 and "sentence 1, claim 1" in said[0] and message in said[0]


def test_a_bar_with_something_else_behind_it(annotate):
    document, said = annotate(TEXT, f"{HEAD}  dates:\n  - a day = duration | perhaps\n{SKIP}")
    assert document is None
    assert said == [
        't.yaml line 5, sentence 0, dates 1: \'perhaps\': behind a bar stands "optional" or "accept FIELD VALUE"'
    ]


def test_another_span_may_have_a_gap(annotate):
    document = opened(annotate, HEAD + CLAIM + "    accept: span The [...] broke\n")
    (other,) = document.leeway.accept
    assert other.span.text == "The dam broke"
    assert [piece.text for piece in other.fragments] == ["The", "broke"]
