"""Features: each row of the tables is proved by its example, and the record's fields raise what they should."""

import pytest

from pipeline import lexicon
from pipeline.stages.worth.features import Word, checkable, features
from pipeline.stages.worth.wording import NAME

TAGS = {"highest": "JJS", "higher": "JJR", "tokyo": "NNP", "japan": "NNP"}
POS = {"NNP": "PROPN", "JJS": "ADJ", "JJR": "ADJ"}
NUMBERS = {"four", "two", "dozen"}
BACK = {
    "thanks": "thank",
    "tolls": "toll",
    "doubled": "double",
    "vetoed": "veto",
    "years": "year",
    "was": "be",
}
# What the claim row must hold for a feature that is read from it, not from the words.
ROWS = {
    "amount": {"amounts": ["m1"]},
    "date": {"dates": ["d1"]},
    "entity": {"entities": ["e1"]},
    "many entities": {"entities": ["e1", "e2", "e3"]},
    "amount and date": {"amounts": ["m1"], "dates": ["d1"]},
    "prediction": {"kind": "prediction"},
    "recommendation": {"kind": "recommendation"},
    "evaluation": {"kind": "evaluation"},
    "hedged": {"modality": {"value": "possible"}},
    "question": {"modality": {"value": "question"}},
    "negated": {"polarity": {"value": "negated"}},
    "past": {"predicate": {"tense": "past"}},
    "attributed": {"attribution": {"source_type": "generic"}},
    "comparison": {"facets": ["comparison"]},
    "causal facet": {"facets": ["causal"]},
}
PLAIN = {
    "amounts": [], "dates": [], "entities": [], "kind": "fact", "facets": [], "modality": {"value": "asserted"},
    "polarity": {"value": "affirmed"}, "predicate": {"tense": "present"}, "attribution": {"source_type": "author"},
}  # fmt: skip


def words(text):
    found = []
    for raw in text.replace(",", " ,").replace(".", " .").replace("?", " ?").split():
        low = raw.lower()
        tag = TAGS.get(low, "")
        pos = POS.get(tag, "NUM" if low in NUMBERS else "PUNCT" if raw in {",", ".", "?"} else "X")
        lemma = BACK.get(low, low.rstrip("s") if low.rstrip("s") in checkable() else low)
        found.append(Word(low, lemma, pos, tag, ""))
    return found


ROWS_OF_FEATURES = [row for row in lexicon.table("weights")[1:] if row["feature"] != NAME]


@pytest.mark.parametrize("row", ROWS_OF_FEATURES, ids=lambda row: row["feature"])
def test_every_weight_is_proved_by_its_example(row):
    given = {**PLAIN, **ROWS.get(row["feature"], {})}
    assert row["feature"] in features(given, words(row["example"]))


@pytest.mark.parametrize("row", ROWS_OF_FEATURES, ids=lambda row: row["feature"])
def test_no_feature_holds_of_nothing(row):
    assert row["feature"] not in features(
        PLAIN, words("The harbour is a place where the ships of the coast lie.")
    )


@pytest.mark.parametrize("row", lexicon.table("checkable"), ids=lambda row: row["lemma"])
def test_every_checkable_word_is_proved_by_its_example(row):
    said = row["example"].lower().replace(",", "").rstrip(".?").split()
    assert row["lemma"] in said
    assert row["feature"] in features(PLAIN, [Word(word, word, "X", "", "") for word in said])


def test_the_order_of_features_is_fixed():
    given = {**PLAIN, "amounts": ["m1"], "dates": ["d1"]}
    said = words("In 1999 we saw the highest budget.")
    assert list(features(given, said)) == list(features(given, said))
    assert list(features(given, said))[:3] == ["amount", "date", "amount and date"]


def test_every_feature_that_can_hold_has_a_weight():
    listed = {row["feature"] for row in lexicon.table("weights")}
    assert {row["feature"] for row in lexicon.table("checkable")} <= listed
    assert set(ROWS) <= listed


def test_punctuation_is_no_word():
    long = words("a " * 25 + ". . . . .")
    assert "long" not in features(PLAIN, long)
    assert "short" in features(PLAIN, words("Ports , , , , , , , matter ."))
