"""Numbers that only the tree makes amounts, on hand-built Docs."""

import pytest
import spacy
from spacy.tokens import Doc

from pipeline import lexicon
from pipeline.stages.money.amount import find
from pipeline.stages.money.tree import standings

VOCAB = spacy.blank("en").vocab


def doc_of(*tokens):
    """Tokens as (word, tag of speech, head, dependency[, lemma]); the last one is the full stop's neighbour."""
    words, pos, heads, deps, *_ = zip(*(t[:4] for t in tokens), strict=True)
    lemmas = [t[4] if len(t) > 4 else t[0].lower() for t in tokens]
    return Doc(VOCAB, words=list(words), pos=list(pos), heads=list(heads), deps=list(deps), lemmas=lemmas)


def told(*tokens):
    doc = doc_of(*tokens)
    return {
        doc.char_span(at, at + 1, alignment_mode="expand").text: how for at, how in standings(doc).items()
    }


def test_a_subject_and_an_object_count():
    found = told(
        ("61", "NUM", 1, "nsubj"), ("gave", "VERB", 1, "ROOT", "give"), ("water", "NOUN", 1, "obj"),
        ("and", "CCONJ", 4, "cc"), ("lost", "VERB", 1, "conj", "lose"), ("six", "NUM", 4, "obj"),
    )  # fmt: skip
    assert found == {"61": "subject", "six": "object"}


def test_a_number_before_its_noun_is_left_to_the_text():
    assert told(("61", "NUM", 1, "nummod"), ("towns", "NOUN", 2, "nsubj"), ("slept", "VERB", 2, "ROOT")) == {}


def test_one_counts_only_beside_others():
    sent = [("She", "PRON", 1, "nsubj"), ("signed", "VERB", 1, "ROOT", "sign")]
    assert told(*sent, ("one", "NUM", 1, "obj")) == {}
    both = told(*sent, ("two", "NUM", 1, "obj"), (",", "PUNCT", 4, "punct"), ("one", "NUM", 2, "conj"))
    assert both == {"two": "object", "one": "subject"}


def test_the_same_verb_with_a_length_of_time_makes_a_length_of_time():
    took = [
        ("took", "VERB", 0, "ROOT", "take"),
        ("seven", "NUM", 2, "nummod"),
        ("months", "NOUN", 0, "obj", "month"),
    ]
    assert told(*took, ("takes", "VERB", 0, "conj", "take"), ("13", "NUM", 3, "obj")) == {}
    assert told(*took, ("needs", "VERB", 0, "conj", "need"), ("13", "NUM", 3, "obj")) == {"13": "object"}


@pytest.mark.parametrize(("subject", "number", "expected"), [
    ("she", "79", {"79": "age"}), ("who", "26", {"26": "age"}), ("It", "11", {}), ("she", "one", {}),
    ("ours", "900", {"900": "subject"}), ("she", "2010", {}), ("she", "31²", {}), ("she", "³", {}),
])  # fmt: skip
def test_who_is_how_old(subject, number, expected):
    tokens = ((subject, "PRON", 2, "nsubj"), ("is", "AUX", 2, "cop", "be"), (number, "NUM", 2, "ROOT"))
    assert told(*tokens) == expected


def test_without_a_tree_nothing_is_told():
    assert standings(Doc(VOCAB, words=["She", "is", "79"])) == {}


@pytest.mark.parametrize("row", lexicon.table("people"), ids=lambda row: row["noun"])
def test_a_person_of_an_age(row):
    words = row["example"].removesuffix(".").split()
    pos = ["DET", "NOUN", "ADP", "NUM", "VERB", "DET", "NOUN"]
    deps = ["det", "nsubj", "case", "nmod", "ROOT", "det", "obj"]
    lemmas = [word.lower() for word in words]
    doc = Doc(VOCAB, words=words, pos=pos, heads=[1, 4, 3, 1, 4, 6, 4], deps=deps, lemmas=lemmas)
    (amount,) = find(doc.text, standings=standings(doc))
    assert (
        words[1] == row["noun"] and amount.unit == "year" and doc.text[amount.start : amount.end] == words[3]
    )


@pytest.mark.parametrize("row", lexicon.table("not_one"), ids=lambda row: row["noun"])
def test_one_before_a_word_that_is_no_thing(row):
    words = row["example"].removesuffix(".").split()
    at = next(i for i, word in enumerate(words) if word.lower() == "one")
    pos = ["NUM" if i == at else "NOUN" if i == at + 1 else "X" for i in range(len(words))]
    deps = ["nummod" if i == at else "obl" if i == at + 1 else "dep" for i in range(len(words))]
    heads = [at + 1 for _ in words]

    def seen(word):
        changed = [word if i == at + 1 else w for i, w in enumerate(words)]
        doc = Doc(VOCAB, words=changed, pos=pos, heads=heads, deps=deps, lemmas=[w.lower() for w in changed])
        return standings(doc)

    assert (
        words[at + 1] == row["noun"] and seen(row["noun"]) == {} and list(seen("law").values()) == ["subject"]
    )


def test_a_relative_or_a_named_person_has_an_age():
    son = [
        ("Her", "PRON", 1, "nmod:poss"), ("son", "NOUN", 4, "nsubj"), ("would", "AUX", 4, "aux"),
        ("be", "AUX", 4, "cop"), ("33", "NUM", 4, "ROOT"),
    ]  # fmt: skip
    assert told(*son) == {"33": "age"}


def test_a_place_where_one_was_is_no_age():
    been = [
        ("I", "PRON", 3, "nsubj"), ("was", "AUX", 3, "cop"), ("on", "ADP", 3, "case"), ("two", "NUM", 3, "ROOT"),
    ]  # fmt: skip
    assert told(*been) == {}
