"""What is done to a guess: the other half of a double name, titles, and labels that the words around it decide."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from pipeline.stages.entities.entities import merged
from pipeline.stages.entities.guesses import guessed
from pipeline.stages.entities.name import Found, Known, find
from pipeline.stages.entities.runs import headed

NLP = spacy.blank("en")


def doc_of(words, *ents):
    """`Word/POS`, glued to the next where it ends in "~"; ents: (first, end, label)."""
    pairs = [word.rsplit("/", 1) for word in words.split()]
    texts = [text.removesuffix("~") for text, _ in pairs]
    spaces = [not text.endswith("~") for text, _ in pairs]
    doc = Doc(
        NLP.vocab,
        words=texts,
        spaces=spaces,
        pos=[pos for _, pos in pairs],
        lemmas=[t.lower() for t in texts],
    )
    doc.ents = [Span(doc, *ent) for ent in ents]
    return doc


def names(doc):
    return [(doc.text[f.start : f.end], f.known.label) for f in guessed(doc)]


@pytest.mark.parametrize(
    ("words", "ent", "expected"),
    [
        (
            "Oliver/PROPN Ashcombe~/PROPN -~/PUNCT Pryle/PROPN left/VERB",
            (0, 2, "PERSON"),
            "Oliver Ashcombe-Pryle",
        ),
        ("so/ADV Kvarala~/PROPN -~/PUNCT Dolidze/PROPN left/VERB", (3, 4, "PERSON"), "Kvarala-Dolidze"),
        ("Oliver/PROPN Ashcombe/PROPN -/PUNCT Pryle/PROPN left/VERB", (0, 2, "PERSON"), "Oliver Ashcombe"),
        (
            "Oliver/PROPN Ashcombe~/PROPN -~/PUNCT Berlin/PROPN talks/NOUN",
            (0, 2, "PERSON"),
            "Oliver Ashcombe",
        ),
        ("the/DET Zorka~/PROPN -~/PUNCT Brill/PROPN plant/NOUN", (1, 2, "ORG"), "Zorka"),
    ],
)
def test_a_double_name_is_one(words, ent, expected):
    assert [name for name, _ in names(doc_of(words, ent))] == [expected]


def test_two_surnames_at_a_hyphen_are_two_persons():
    doc = doc_of("the/DET Dorvan~/PROPN -~/PUNCT Kessil/PROPN talks/NOUN", (1, 2, "PERSON"), (3, 4, "PERSON"))
    assert names(doc) == [("Dorvan", "PERSON"), ("Kessil", "PERSON")]


@pytest.mark.parametrize(
    ("words", "ent", "expected"),
    [
        ("gravel/NOUN from/ADP the/DET Sirrot/PROPN ./PUNCT", (3, 4, "GPE"), "LOC"),
        ("gravel/NOUN from/ADP Sirrot/PROPN ./PUNCT", (2, 3, "GPE"), "GPE"),
        ("in/ADP the/DET Sirrot/PROPN government/NOUN", (2, 3, "GPE"), "GPE"),
        ("in/ADP the/DET Gambia/PROPN ./PUNCT", (2, 3, "GPE"), "GPE"),
        ("in/ADP the/DET Torrils/PROPN ./PUNCT", (2, 3, "GPE"), "GPE"),
        ("he/PRON said/VERB in/ADP Polish/ADJ ./PUNCT", (3, 4, "NORP"), "LANGUAGE"),
        ("who/PRON speak/VERB Polish/ADJ with/ADP care/NOUN", (2, 3, "NORP"), "LANGUAGE"),
        ("in/ADP Polish/ADJ towns/NOUN", (1, 2, "NORP"), "NORP"),
        ("Polish/ADJ ,/PUNCT he/PRON said/VERB", (0, 1, "NORP"), "NORP"),
    ],
)
def test_the_words_around_decide_the_label(words, ent, expected):
    assert [label for _, label in names(doc_of(words, ent))] == [expected]


def test_a_row_behind_in_is_of_places():
    doc = doc_of("clinics/NOUN in/ADP Dorvan/PROPN and/CCONJ Kessil/PROPN", (2, 3, "ORG"), (4, 5, "PERSON"))
    heads, deps = [0, 2, 0, 4, 2], ["ROOT", "case", "nmod", "cc", "conj"]
    for token, head, dep in zip(doc, heads, deps, strict=True):
        token.head, token.dep_ = doc[head], dep
    assert names(doc) == [("Dorvan", "GPE"), ("Kessil", "GPE")]
    doc[0].lemma_ = "faith"
    assert names(doc) == [("Dorvan", "ORG"), ("Kessil", "PERSON")]


def test_a_title_alone_is_nobody():
    assert names(doc_of("so/ADV Justice/PROPN waits/VERB", (1, 2, "PERSON"))) == []


def test_words_that_lead_on_are_cut():
    assert names(doc_of("the/DET Zorka/PROPN Works/PROPN in/ADP Rabat/PROPN", (1, 4, "ORG"))) == [
        ("Zorka Works", "ORG")
    ]


def test_a_guessed_person_comes_before_a_city_of_the_same_words():
    (city,) = find("Victoria")
    assert city.known.label == "GPE"
    person = Found(0, 8, Known("PERSON", "Victoria", "ner"))
    assert merged([city, person]) == [person]
    assert merged([city, Found(0, 8, Known("ORG", "Victoria", "ner"))]) == [city]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They crossed the Red Sea on Saturday.", []),
        ("Then Hurricane Lorna came.", [("Hurricane Lorna", "EVENT")]),
        ("The ferry MV Tarana sank.", [("MV Tarana", "PRODUCT")]),
        ("A report by the Ministry of Housing on Friday said so.", [("Ministry of Housing", "ORG")]),
    ],
)
def test_runs_that_a_head_explains(text, expected):
    found = [(text[f.start : f.end], f.known.label) for f in headed(text)]
    assert [pair for pair in found if pair[0] != "Red Sea"] == expected
