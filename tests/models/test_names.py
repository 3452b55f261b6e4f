"""Mapped and cleaned names: what is known, what is left open."""

import csv
from pathlib import Path

import mentions
import names
import pytest
from spacy.vocab import Vocab

from pipeline.stages.entities.name import LABELS

MODELS = Path(__file__).parents[2] / "models"


def gold(source, words, *found, measuring=False):
    words = words.split()
    return names.gold(
        Vocab(), source, mentions.Text(words, mentions.guess_spaces(words), list(found)), measuring
    )


def ents(doc):
    return [(ent.text, ent.label_) for ent in doc.ents]


def open_words(doc):
    return [token.text for token in doc if token.ent_iob == 0]


def test_every_target_of_the_mapping_is_known():
    with (MODELS / "ner_mapping.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["target"] for row in rows if row["label"] != "*"} <= {*LABELS, "place", "missing", "none"}
    assert {row["target"] for row in rows if row["label"] == "*"} == {"capitals", "exhaustive"}
    assert {row["source"] for row in rows} == set(names.READERS)


@pytest.mark.parametrize(
    ("source", "words", "mention", "expected"),
    [
        ("uner", "the Ghana government", (1, 2, "ORG"), [("Ghana", "GPE")]),
        ("redocred", "a Kenyan poet", (1, 2, "LOC"), [("Kenyan", "NORP")]),
        ("redocred", "the Volta River", (0, 3, "LOC"), [("Volta River", "LOC")]),
        ("re3d", "all the mourners left", (1, 3, "Organisation"), []),
        ("re3d", "President Ama Boateng spoke", (0, 3, "Person"), [("Ama Boateng", "PERSON")]),
        ("gum", "the Bank of Accra that failed", (0, 6, "organization"), [("Bank of Accra", "ORG")]),
        ("crossner", "the Oslo election", (1, 3, "election"), [("Oslo", "GPE")]),
        ("crossner", "the Velvet Chamber election", (1, 4, "election"), []),
    ],
)
def test_a_mention_is_cleaned(source, words, mention, expected):
    assert ents(gold(source, words, mention)) == expected


def test_capitals_that_a_source_does_not_mark_are_left_open():
    assert open_words(gold("uner", "They read Hamlet in Accra .", (4, 5, "LOC"))) == ["Hamlet"]
    assert open_words(gold("gum", "They read Hamlet in Accra .", (4, 5, "place"))) == []


def test_a_type_that_nobody_can_tell_is_left_open():
    assert open_words(gold("gum", "the Zorb and more", (0, 2, "object"))) == ["Zorb"]


def test_tables_are_not_measured_against_themselves():
    assert ents(gold("uner", "Most Kenyans agreed .")) == [("Kenyans", "NORP")]
    doc = gold("uner", "Most Kenyans agreed .", measuring=True)
    assert ents(doc) == [] and open_words(doc) == ["Kenyans"]


def test_spaces_are_guessed_back():
    words = [
        "He",
        "said",
        ":",
        '"',
        "It",
        "is",
        "n't",
        "(",
        "yet",
        ")",
        "co",
        "-",
        "written",
        ",",
        '"',
        "twice",
        ".",
    ]
    spaces = mentions.guess_spaces(words)
    text = "".join(word + " " * space for word, space in zip(words, spaces, strict=True))
    assert text.strip() == 'He said: "It isn\'t (yet) co-written," twice.'


def test_quotation_marks_are_curled():
    text = mentions.Text(['"', "It", "'s", '"'], [False, False, False, False], [])
    assert names.curled(text).words == ["“", "It", "’s", "”"]


def test_nested_gum_mentions(tmp_path):
    path = tmp_path / "g.conllu"
    rows = [
        "1\tAccra\tAccra\tPROPN\tNNP\t_\t2\tcompound\t_\tEntity=(1-organization-new(2-place-new)",
        "2\tCourt\tCourt\tPROPN\tNNP\t_\t0\troot\t_\tEntity=1)",
        "3\tclerks\tclerk\tNOUN\tNNS\t_\t2\tdep\t_\tEntity=(3-person-new)",
    ]
    path.write_text("# newdoc id = g\n" + "\n".join(rows) + "\n\n", encoding="utf-8")
    (text,) = mentions.gum(path)
    assert sorted(text.mentions) == [(0, 1, "place"), (0, 2, "organization"), (2, 3, "none")]


def test_sentences_are_put_together(monkeypatch):
    monkeypatch.setattr(names, "TOGETHER", 2)
    one = mentions.Text(["In", "Accra", "."], [True, False, False], [(1, 2, "LOC")])
    texts = list(names.grouped([one, one, one]))
    assert [text.mentions for text in texts] == [[(1, 2, "LOC"), (4, 5, "LOC")], [(1, 2, "LOC")]]
    assert texts[0].spaces == [True, False, True, True, False, True]
