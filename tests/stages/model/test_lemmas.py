"""Lemmas as rules on the form: strings in, strings out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages.model.lemmas import Lemmas, apply, rule, taught

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
RULES = st.builds(
    "{}-{}+{}".format, st.sampled_from(["keep", "lower"]), st.integers(0, 9), st.text("aY+-=\n", max_size=4)
)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_a_rule_leads_from_its_form_to_its_lemma(form, lemma):
    assert apply(rule(form, lemma), form) == lemma


@settings(deadline=None)
@given(st.text("aAbB", min_size=1, max_size=6), st.text("aAbB+-=0", min_size=1, max_size=6))
def test_so_it_does_where_both_begin_alike(form, lemma):
    assert apply(rule(form, lemma), form) == lemma


@pytest.mark.parametrize(
    ("form", "lemma", "expected"),
    [
        ("Studies", "study", "lower-3+y"),
        ("The", "the", "lower-0+"),
        ("NATO", "NATO", "keep-0+"),
        ("Germans", "German", "keep-1+"),
        ("was", "be", "=be"),
        ("I", "I", "keep-0+"),
        ("’s", "be", "=be"),
        ("İ", "i̇", "lower-0+"),
    ],
)
def test_the_rule_of(form, lemma, expected):
    assert rule(form, lemma) == expected


@pytest.mark.parametrize(
    ("form", "lemma", "other", "expected"),
    [
        ("Studies", "study", "Parties", "party"),
        ("walked", "walk", "TALKED", "talk"),
        ("Germans", "German", "Indians", "Indian"),
        ("was", "be", "were", "be"),
    ],
)
def test_a_rule_serves_words_it_was_not_made_from(form, lemma, other, expected):
    assert apply(rule(form, lemma), other) == expected


@pytest.mark.parametrize(("rule", "form"), [("lower-3+y", "is"), ("lower-2+", "is"), ("keep-5+ing", "a")])
def test_a_rule_that_cuts_more_than_there_is_does_not_fit(rule, form):
    assert apply(rule, form) is None


@settings(deadline=None)
@given(RULES, WORDS)
def test_a_rule_fits_or_it_does_not_and_never_leaves_nothing(rule, form):
    found = apply(rule, form)
    cut = int(rule.split("-")[1].split("+")[0])
    assert found != ""
    assert found is None or cut <= max(len(form), len(form.lower()))


@pytest.mark.parametrize(
    ("ranked", "expected"),
    [
        (["lower-0+", "=be"], "is"),
        (["lower-3+y", "=be"], "be"),
        (["lower-2+", "lower-9+", "keep-0+"], "Is"),
        (["lower-3+y"], "Is"),
        ([], "Is"),
    ],
)
def test_the_first_rule_that_fits_else_the_form(ranked, expected):
    assert Lemmas({}, [])("Is", ranked) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("b", "billion"),
        ("billion", "billion"),
        ("firemen", "fireman"),
        ("omen", "oman"),
        ("lumens", "lumens"),
        ("is", "be"),
    ],
)
def test_a_rule_of_few_forms_serves_forms_like_them(form, expected):
    few = taught([("lower-0+illion", "b"), ("lower-0+illion", "M"), ("lower-2+an", "gunmen"), ("=be", "is")])
    assert few == {"lower-0+illion": ["b", "m"], "lower-2+an": ["men"], "=be": ["is"]}
    assert Lemmas(few, [])(form, ["lower-0+illion", "lower-2+an", "=be", "lower-0+"]) == expected


def test_a_rule_of_many_forms_serves_all():
    assert taught(("lower-1+", f"word{n}s") for n in range(50)) == {}


@pytest.mark.parametrize(
    ("form", "ranked", "expected"),
    [
        ("totaling", ["lower-3+e", "lower-3+"], "total"),
        ("totaling", ["lower-0+", "lower-3+"], "totaling"),
        ("Totaling", ["keep-3+e", "lower-3+"], "Totale"),
        ("losses", ["lower-1+", "lower-2+"], "loss"),
        ("waived", ["lower-1+", "lower-3+"], "waive"),
    ],
)
def test_a_lemma_is_rather_a_known_word(form, ranked, expected):
    assert Lemmas({}, ["total", "totaling", "loss", "wai"])(form, ranked) == expected
