from collections.abc import Callable

import pytest

from pipeline.score import score
from pipeline.score.baselines import sentences, trivial


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("One fell. Two fell.", ["One fell.", "Two fell."]),
        ("Who pays $3.2bn? Nobody!", ["Who pays $3.2bn?", "Nobody!"]),
        ("A heading\n\nIt rained", ["A heading", "It rained"]),
        ("", []),
        ("...", []),
    ],
)
def test_sentences_are_cut_at_stops_and_lines(text: str, cut: list[str]) -> None:
    found = sentences(text)
    assert [span.text for span in found] == cut
    assert all(text[span.start : span.end] == span.text for span in found)


def test_the_trivial_reading_of_a_text(draft: Callable) -> None:
    text = "Ana Sol paid €2.5 million in 1987. It was 98765 in 3000."
    (read,) = trivial([draft(text).name("Ana Sol", "PERSON").claim("Ana Sol paid", "paid").done()])
    assert [(e.name, e.label) for e in read.entities] == [("Ana Sol", "PERSON"), ("It", "PERSON")]
    assert [(str(a.value), a.currency) for a in read.amounts] == [("2.5E+6", "EUR")]
    assert [(d.span.text, d.relation, d.first and d.first.year) for d in read.dates] == [
        ("in 1987", "in", 1987)
    ]
    assert [c.span.text for c in read.claims] == ["Ana Sol paid €2.5 million in 1987", "It was 98765 in 3000"]
    assert {c.attribution.source_type for c in read.claims} == {"author"}
    assert [(c.amounts, c.dates) for c in read.claims] == [(("m0",), ("d0",)), ((), ())]


def test_labels_are_the_majority_of_gold(draft: Callable) -> None:
    text = "A fell. B may fall. C may fall."
    gold = draft(text).claim("A fell", "fell").claim("B may fall", "fall", modality="possible")
    gold.claim("C may fall", "fall", modality="possible")
    (read,) = trivial([gold.done()])
    assert [c.modality.value for c in read.claims] == ["possible"] * 3


def test_the_baseline_stands_beside_the_figure(draft: Callable) -> None:
    text = "The dam broke. The town slept and the bank closed."
    gold = draft(text).claim("The dam broke", "broke").claim("The town slept", "slept")
    rows = score([gold.done()], [gold.claim("the bank closed", "closed").done()]).rows()
    strict = next(r for r in rows if (r.stage, r.measure) == ("claims", "strict"))
    assert strict.baseline == pytest.approx(2 * 1 / (3 + 2))
    assert strict.f1 == pytest.approx(0.8)
