import datetime as dt
from collections.abc import Callable
from decimal import Decimal

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
    assert {one.rule for one in (*read.amounts, *read.dates)} == {"baseline"}
    (year,) = read.dates
    assert (year.core.text, year.grain, year.first, year.last, year.anchored_to) == (
        "1987", "year", dt.date(1987, 1, 1), dt.date(1987, 12, 31), "absolute",
    )  # fmt: skip
    (sum_,) = read.amounts
    assert (sum_.span, sum_.low, sum_.high, sum_.comparator, sum_.unit, sum_.currency_basis) == (
        sum_.core, sum_.value, sum_.value, "eq", "currency", "default",
    )  # fmt: skip


def test_without_gold_the_usual_label_is_taken(draft: Callable) -> None:
    (read,) = trivial([draft("Lethe drowned.").done()])
    assert [e.label for e in read.entities] == ["GPE"]
    assert [(c.kind, c.polarity.value, c.modality.value, c.predicate.lemma) for c in read.claims] == [
        ("fact", "affirmed", "asserted", "be")
    ]


def test_only_names_have_a_say_in_the_label_of_names(draft: Callable) -> None:
    gold = draft("Lethe paid $5 in 1999.").name("Lethe", "ORG").name("$5", "MONEY").name("1999", "DATE")
    assert [e.label for e in trivial([gold.done()])[0].entities] == ["ORG"]


def test_of_two_majorities_the_first_in_the_alphabet(draft: Callable) -> None:
    gold = draft("Ruvia paid Lethe.").name("Ruvia", "PERSON").name("Lethe", "ORG")
    assert [e.label for e in trivial([gold.done()])[0].entities] == ["ORG", "ORG"]


def test_a_document_without_its_text_has_no_baseline(draft: Callable) -> None:
    one, other = draft("It rained.", "a").done(), draft("It rained.", "b").done()
    assert len(trivial([one, other])) == 2
    assert trivial([one, other.model_copy(update={"text": None})]) == []


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


@pytest.mark.parametrize(
    ("words", "value", "currency"),
    [
        ("$5", "5", "USD"),
        ("US$5.25", "5.25", "USD"),
        ("A$1,200,000", "1200000", "USD"),
        ("HK$ 9 million", "9000000", "USD"),
        ("€3m", "3000000", "EUR"),
        ("£4 billion", "4000000000", "GBP"),
        ("£4bn", "4000000000", "GBP"),
        ("¥2 trillion", "2000000000000", "JPY"),
        ("₹1.5tn", "1500000000000", "INR"),
        ("$7", "7", "USD"),
    ],
)
def test_a_mark_and_a_scale(draft: Callable, words: str, value: str, currency: str) -> None:
    (read,) = trivial([draft(f"It cost {words}, they say.").done()])
    (amount,) = read.amounts
    assert (amount.span.text, amount.value, amount.currency) == (words, Decimal(value), currency)
    assert amount.low == amount.high == amount.value


@pytest.mark.parametrize(
    ("words", "year"),
    [("999", None), ("1000", 1000), ("in 1999", 1999), ("In 2099", 2099), ("2100", 2100), ("2101", None), ("12019", None)],
)  # fmt: skip
def test_a_year_from_1000_to_2100(draft: Callable, words: str, year: int | None) -> None:
    (read,) = trivial([draft(f"Then, {words}, it fell.").done()])
    found = [(date.span.text, date.first, date.last) for date in read.dates]
    assert found == ([(words, dt.date(year, 1, 1), dt.date(year, 12, 31))] if year else [])


def test_marks_at_the_edges_of_a_sentence_are_in_no_claim(draft: Callable) -> None:
    (read,) = trivial([draft("“It fell!” «Nobody», they said; so…").done()])
    assert [claim.span.text for claim in read.claims] == ["It fell", "Nobody», they said; so"]
    assert [claim.predicate.text for claim in read.claims] == ["It", "Nobody"]


def test_of_labels_as_frequent_the_first_of_the_alphabet(draft: Callable) -> None:
    gold = draft("Ruvia and Ana fell.").name("Ruvia", "ORG").name("Ana", "GPE").done()
    assert {entity.label for entity in trivial([gold])[0].entities} == {"GPE"}


def test_figures_and_days_are_no_names(draft: Callable) -> None:
    gold = (
        draft("Ruvia fell in May and in June.")
        .name("Ruvia", "ORG")
        .name("May", "DATE")
        .name("June", "DATE")
        .done()
    )
    assert {entity.label for entity in trivial([gold])[0].entities} == {"ORG"}
    read = trivial([draft("It cost $5 in 1987.").done()])[0]
    assert {item.rule for item in (*read.amounts, *read.dates)} == {"baseline"}


def test_no_text_no_baseline(draft: Callable) -> None:
    gold = draft("It fell.").done()
    assert trivial([gold, gold.model_copy(update={"text": None})]) == []


def test_the_trivial_claim_has_what_a_claim_needs(draft: Callable) -> None:
    text = "It rained.\n\n“Nobody” came, ever!"
    (read,) = trivial(
        [draft(text).claim("It rained", "rained", lemma="rain", kind="evaluation", polarity="negated").done()]
    )
    assert [(c.sentence, c.paragraph, c.region) for c in read.claims] == [(0, 0, "body"), (1, 0, "body")]
    assert [(c.kind, c.polarity.value, c.predicate.lemma) for c in read.claims] == [
        ("evaluation", "negated", "rain")
    ] * 2
    assert [(c.predicate.tense, c.predicate.voice, c.predicate.role) for c in read.claims] == [
        ("none", "active", "predicate")
    ] * 2
    assert [(c.span.start, c.span.text) for c in read.claims] == [
        (0, "It rained"),
        (13, "Nobody” came, ever"),
    ]
    assert [(c.predicate.span.start, c.predicate.span.text) for c in read.claims] == [
        (0, "It"),
        (13, "Nobody"),
    ]
    assert all(text[c.predicate.span.start : c.predicate.span.end] == c.predicate.text for c in read.claims)
    assert {(c.subject, c.object, c.attribution.source) for c in read.claims} == {(None, None, None)}


@pytest.mark.parametrize("mark", "\"'“”‘’«».?!…,;:")
def test_a_mark_at_either_edge_is_cut_off_and_a_letter_is_not(draft: Callable, mark: str) -> None:
    (read,) = trivial([draft(f"{mark}Xe came by taX{mark}").done()])
    assert [claim.span.text for claim in read.claims] == ["Xe came by taX"]


def test_amounts_and_dates_belong_to_the_claim_they_stand_in(draft: Callable) -> None:
    (read,) = trivial([draft("Ana had $5. In 1999 Bo had €6 million and £7.").done()])
    assert [(c.amounts, c.dates) for c in read.claims] == [(("m0",), ()), (("m1", "m2"), ("d0",))]
    assert [(date.kind, date.edtf, date.timex) for date in read.dates] == [("date", None, None)]
    assert [(e.id, e.name, e.span.text) for e in read.entities] == [
        ("e0", "Ana", "Ana"), ("e1", "In", "In"), ("e2", "Bo", "Bo"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("It rose to 3.5 percent. Then it fell.", ["It rose to 3.5 percent.", "Then it fell."]),
        ("“It fell.” Bo wept.", ["“It fell.", "” Bo wept."]),
        ("It fell.  \nBo wept  \n", ["It fell.", "Bo wept"]),
        ("Why?! Nobody knew", ["Why?!", "Nobody knew"]),
    ],
)
def test_stops_within_figures_marks_after_stops_and_space_at_ends(text: str, cut: list[str]) -> None:
    assert [span.text for span in sentences(text)] == cut
