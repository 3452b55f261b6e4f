"""The stage on hand-made Docs: guesses stand for a trained `ner`."""

import json

import pytest
import spacy
from spacy.tokens import Doc, Span

from pipeline.stages.entities.entities import Entities
from pipeline.stages.tokenize import Tokenize
from pipeline.stages.tokenize.tokenizer import OpedTokenizer


@pytest.fixture(scope="module")
def nlp():
    nlp = spacy.blank("en")
    nlp.tokenizer = OpedTokenizer(nlp)
    return nlp


def run(nlp, text, *guesses):
    doc = nlp(text)
    spans = []
    for words, label in guesses:
        start = text.index(words)
        spans.append(doc.char_span(start, start + len(words), label=label, alignment_mode="expand"))
    doc.ents = spans
    return Entities()(doc)


def rows(doc: Doc, *keys):
    return [
        tuple(row["span"]["text"] if key == "span" else row[key] for key in keys) for row in doc._.entities
    ]


def test_offsets_and_ids_are_those_of_the_record(nlp):
    doc = run(nlp, "Kenya sued Chad. Then Kenya won.")
    assert rows(doc, "id", "span", "same_as") == [
        ("e1", "Kenya", None),
        ("e2", "Chad", None),
        ("e3", "Kenya", "e1"),
    ]
    for row in doc._.entities:
        assert doc.text[row["span"]["start"] : row["span"]["end"]] == row["span"]["text"]
    json.dumps(doc._.entities)


def test_a_surname_goes_with_the_earlier_full_name(nlp):
    text = "Dr. Ama Boateng wrote it. Boateng meant it."
    doc = run(nlp, text, ("Ama Boateng", "PERSON"), ("Boateng meant", "PERSON"))
    assert rows(doc, "span", "name")[0] == ("Ama Boateng", "Ama Boateng")
    doc = nlp(text)
    doc.ents = [doc.char_span(0, 15, label="PERSON"), doc.char_span(26, 33, label="PERSON")]
    doc = Entities()(doc)
    assert rows(doc, "span", "name", "same_as") == [
        ("Ama Boateng", "Ama Boateng", None),
        ("Boateng", "Ama Boateng", "e1"),
    ]


def test_an_abbreviation_defined_here_carries_its_long_form(nlp):
    doc = run(nlp, "The Lakes Fishing Council (LFC) met. The LFC voted.", ("Lakes Fishing Council", "ORG"))
    assert rows(doc, "span", "label", "name", "same_as") == [
        ("Lakes Fishing Council", "ORG", "Lakes Fishing Council", None),
        ("LFC", "ORG", "Lakes Fishing Council", "e1"),
        ("LFC", "ORG", "Lakes Fishing Council", "e1"),
    ]


def test_common_words_with_an_abbreviation_are_no_name(nlp):
    assert rows(run(nlp, "Foreign direct investment (FDI) fell and FDI stayed low."), "span") == []


def test_a_guess_that_runs_two_countries_together_is_split(nlp):
    doc = run(nlp, "The Peru-Chile border is calm.", ("Peru-Chile", "GPE"))
    assert rows(doc, "span", "rule") == [("Peru", "places"), ("Chile", "places")]


def test_a_longer_guess_keeps_the_country_inside_it(nlp):
    doc = run(nlp, "The Peru-Chile Border Committee met.", ("Peru-Chile Border Committee", "ORG"))
    assert rows(doc, "span", "label", "rule") == [("Peru-Chile Border Committee", "ORG", "name_heads")]


@pytest.mark.parametrize(
    ("guess", "label", "expected"),
    [
        ("the Oslo Accords", "ORG", [("Oslo Accords", "LAW")]),
        ("the Kenyan", "LOC", [("Kenyan", "NORP")]),
        ("the Volta Bridge's", "ORG", [("Volta Bridge", "FAC")]),
        ("the government", "ORG", []),
    ],
)
def test_a_guess_is_cleaned(nlp, guess, label, expected):
    doc = run(nlp, f"They praised {guess} role.", (guess, label))
    assert rows(doc, "span", "label") == expected


def test_labels_that_other_stages_own_are_left_to_them(nlp):
    doc = run(nlp, "It cost $5 in May.", ("$5", "MONEY"), ("May", "DATE"))
    assert rows(doc, "span") == []


def test_the_spans_are_in_doc_ents_too(nlp):
    doc = run(nlp, "Japan and the EU met.")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Japan", "GPE"), ("EU", "ORG")]
    assert doc[0:1]._.entities["id"] == "e1"


def test_the_rows_survive_bytes(nlp):
    doc = run(nlp, "Japan and the EU met.")
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.entities == doc._.entities


def test_an_empty_text_has_no_names(nlp):
    assert Entities()(nlp(""))._.entities == []


def test_a_country_belongs_to_its_institution_but_not_to_an_alliance(nlp):
    doc = run(nlp, "The Peruvian Congress sat. The Turkish NATO envoy left.")
    assert rows(doc, "span", "label") == [("Peruvian Congress", "ORG"), ("Turkish", "NORP"), ("NATO", "ORG")]


def test_an_office_with_an_abbreviation_names_nobody(nlp):
    assert rows(run(nlp, "A Member of Parliament (MP) rose; the MP sat."), "span") == [("Parliament",)]


@pytest.mark.parametrize(
    ("words", "pos", "label", "expected"),
    [
        (["They", "left"], ["PRON", "VERB"], "ORG", []),
        (["But", "Zorbia", "won"], ["CCONJ", "PROPN", "VERB"], "PERSON", [("Zorbia",)]),
        (["Zorbian", "rice"], ["ADJ", "NOUN"], "NORP", [("Zorbian",)]),
        (["Building", "sites"], ["VERB", "NOUN"], "GPE", []),
        (["Money", "talks"], ["NOUN", "VERB"], "GPE", []),
    ],
)
def test_the_tags_say_what_cannot_be_a_name(nlp, words, pos, label, expected):
    doc = Doc(nlp.vocab, words=words, pos=pos)
    doc.ents = [Span(doc, 0, len(words) - 1, label=label)]
    assert rows(Entities()(doc), "span") == expected


def test_a_surname_alone_is_the_person_named_before(nlp):
    doc = run(nlp, "Otieno came. Ruth Otieno spoke. Then Otieno left.", ("Ruth Otieno", "PERSON"))
    assert rows(doc, "span", "name", "same_as", "rule") == [
        ("Ruth Otieno", "Ruth Otieno", None, "ner"),
        ("Otieno", "Ruth Otieno", "e1", "surname"),
    ]


def test_of_equal_spans_the_table_speaks_before_the_head_word(nlp):
    doc = run(nlp, "They cited the Affordable Care Act and the Cold War.", ("Cold War", "LOC"))
    assert rows(doc, "span", "rule") == [("Affordable Care Act", "name_heads"), ("Cold War", "named_things")]


def test_the_same_words_carry_the_label_most_of_them_were_given(nlp):
    doc = nlp("Zorb won. Zorb lost. Zorb left.")
    doc.ents = [Span(doc, 0, 1, "PERSON"), Span(doc, 3, 4, "GPE"), Span(doc, 6, 7, "GPE")]
    assert [label for (label,) in rows(Entities()(doc), "label")] == ["GPE", "GPE", "GPE"]


def test_a_stop_word_is_no_name(nlp):
    assert rows(run(nlp, "None came.", ("None", "GPE")), "span") == []


def test_a_capital_inside_a_sentence_is_enough(nlp):
    doc = Doc(
        nlp.vocab,
        words=["The", "Zorbate", "met"],
        pos=["DET", "NOUN", "VERB"],
        sent_starts=[True, False, False],
    )
    doc.ents = [Span(doc, 1, 2, label="ORG")]
    assert rows(Entities()(doc), "span") == [("Zorbate",)]


def test_a_currency_mark_is_no_country_even_if_guessed(nlp):
    doc = nlp("It cost US$40m.")
    doc.ents = [Span(doc, 2, 3, label="GPE")]
    assert doc[2].text == "US"
    assert rows(Entities()(doc), "span") == []


def test_who_signed_is_a_person(nlp):
    """By the row that `tokenize` itself leaves: a row of our own would say nothing of what the stage is handed."""
    text = "The canals are dry.\n\nMeera Jadhav-Kulkarni"
    doc = Tokenize()(nlp(text))
    doc.ents = [doc.char_span(text.index("Meera"), len(text), label="ORG")]
    assert rows(Entities()(doc), "span", "label") == [("Meera Jadhav-Kulkarni", "PERSON")]


def test_the_front_of_a_longer_name_is_its_short_form(nlp):
    text = "Harlan State University raised fees. Harlan State is rich. So is Harlan."
    doc, start = nlp(text), text.index("Harlan State is")
    doc.ents = [doc.char_span(start, start + 12, label="GPE")]
    assert rows(Entities()(doc), "span", "label", "same_as") == [
        ("Harlan State University", "ORG", None),
        ("Harlan State", "ORG", "e1"),
    ]


def test_a_capital_that_acts_is_a_place_unless_somebody_bears_its_name(nlp):
    doc = run(nlp, "Then Nairobi announced its tariffs.", ("Nairobi", "PERSON"))
    assert rows(doc, "span", "label") == [("Nairobi", "GPE")]
    doc = run(nlp, "Then Kofi Nairobi spoke. Later Nairobi left.", ("Kofi Nairobi", "PERSON"))
    assert ("Kofi Nairobi", "PERSON") in rows(doc, "span", "label")


def test_marks_of_sums_and_feasts_are_no_names(nlp):
    doc = run(nlp, "He paid Tk 10 before Easter.", ("Tk", "ORG"), ("Easter", "EVENT"))
    assert rows(doc, "span") == []


def test_a_dateline_is_a_town_whatever_was_guessed(nlp):
    doc = run(nlp, "NAIVASHA — I grow kale.", ("NAIVASHA", "PERSON"))
    assert rows(doc, "span", "label", "name") == [("NAIVASHA", "GPE", "Naivasha")]
