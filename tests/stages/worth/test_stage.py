"""The stage: writes into the claim rows, survives what a pipeline does to it, and does nothing without claims."""

import math
import pickle

import spacy
from spacy.tokens import Doc

from pipeline import marks
from pipeline.record import CheckWorthiness
from pipeline.stages.worth import make
from pipeline.stages.worth.score import weights

NLP = spacy.blank("en")


def claim(doc, amounts, start=0, end=None):
    return {
        "id": f"c{start}", "span": marks.cut(doc, start, len(doc.text) if end is None else end),
        "amounts": amounts, "dates": [], "entities": [], "kind": "fact", "facets": [],
        "modality": {"value": "asserted"}, "polarity": {"value": "affirmed"},
        "predicate": {"tense": "past", "lemma": "cost"}, "attribution": {"source_type": "author"},
    }  # fmt: skip


def doc_of(text="The port cost 39 million dollars."):
    return NLP.make_doc(text)


def test_every_claim_gets_a_score_with_its_features():
    doc = doc_of()
    marks.put(doc, "claims", [claim(doc, ["m1"])])
    (row,) = make(NLP, "worth")(doc)._.claims
    worth = CheckWorthiness.model_validate(row["check_worthiness"])
    assert 0.5 < worth.score <= 1
    assert "amount" in {feature.name for feature in worth.features}


def test_a_figure_is_worth_more_than_none():
    doc = doc_of()
    marks.put(doc, "claims", [claim(doc, ["m1"], 0, 20), claim(doc, [], 4, 13)])
    with_figure, without = make(NLP, "worth")(doc)._.claims
    assert with_figure["check_worthiness"]["score"] > without["check_worthiness"]["score"]


def test_votes_of_the_model_are_heard_and_their_words_named():
    marks.declare_votes()
    worths = []
    for vote in (-5.0, 5.0):
        doc = doc_of()
        marks.put(doc, "claims", [claim(doc, ["m1"])])
        doc._.votes = [[9.0 if token.text == "million" else 0.0, vote] for token in doc]
        worths.append(make(NLP, "worth")(doc)._.claims[0]["check_worthiness"])
    assert worths[0]["score"] < worths[1]["score"]
    assert worths[1]["features"][0]["name"] == 'word "million"'
    total = sum(feature["weight"] for feature in worths[1]["features"]) + weights()["base"]
    assert abs(1 / (1 + math.exp(-total)) - worths[1]["score"]) < 0.001


def test_a_doubtful_tree_makes_a_doubtful_claim():
    marks.declare_arcs()
    found = []
    for sure in (-0.01, -1.5):
        doc = doc_of()
        doc[0].is_sent_start = True
        for token in doc[1:]:
            token.is_sent_start = False
        marks.put(doc, "claims", [claim(doc, ["m1"])])
        doc._.arcs = [sure] * len(doc)
        found.append(make(NLP, "worth")(doc)._.claims[0]["confidence"])
    assert 1 >= found[0] > found[1] >= 0


def test_what_is_not_known_of_the_values_is_said():
    doc = doc_of()
    peso = {"id": "m1", "span": marks.cut(doc, 14, 32), "currency_basis": "ambiguous"}
    marks.put(marks.put(doc, "money", [peso]), "claims", [claim(doc, ["m1"])])
    (row,) = make(NLP, "worth")(doc)._.claims
    assert row["abstained"] == [{"field": "amounts", "reason": "currency_ambiguous"}]


def test_without_claims_nothing_happens():
    worth = make(NLP, "worth")
    doc = doc_of()
    assert worth(doc) is doc and marks.read(doc, "claims") == []
    assert worth(NLP.make_doc("")).text == ""


def test_other_fields_stay_as_they_are():
    doc = doc_of()
    before = claim(doc, ["m1"])
    marks.put(doc, "claims", [before])
    (row,) = make(NLP, "worth")(doc)._.claims
    added = ("check_worthiness", "confidence")
    assert {key: value for key, value in row.items() if key not in added} == before


def test_survives_bytes_and_pickle():
    worth = pickle.loads(pickle.dumps(make(NLP, "worth")))
    doc = doc_of()
    marks.put(doc, "claims", [claim(doc, ["m1"])])
    again = Doc(NLP.vocab).from_bytes(worth(doc).to_bytes())
    assert again._.claims == doc._.claims
