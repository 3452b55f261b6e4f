"""Particles tied to their verbs, on hand-made trees; each row of the table by its example."""

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.lexicon import table
from pipeline.stages.parse.phrasal import tie

VOCAB = spacy.blank("en").vocab


def mistaken(verb, particle, words):
    """ "They will VERB PARTICLE …" as a parser has it that takes the particle for a preposition of the last word."""
    words = ["They", "will", verb, particle, *words]
    last = len(words) - 1
    prepositions = {i for i in range(3, last) if i == 3 or words[i] in PREPOSITIONS}
    heads = [2, 2, 2, *(last for _ in words[3:-1]), 2]
    deps = ["nsubj", "aux", "ROOT", *("case" if i in prepositions else "det" for i in range(3, last)), "obl"]
    pos = ["PRON", "AUX", "VERB", *("ADP" if i in prepositions else "DET" for i in range(3, last)), "NOUN"]
    return Doc(VOCAB, words=words, heads=heads, deps=deps, pos=pos, lemmas=words, tags=[""] * len(words))


PREPOSITIONS = {row["takes"] for row in table("phrasal_verbs")} - {"object"}
ROWS = [(row["verb"], row["particle"], row["takes"], row["example"]) for row in table("phrasal_verbs")]


@pytest.mark.parametrize(("verb", "particle", "takes", "example"), ROWS, ids=lambda value: value[:24])
def test_every_row_by_its_example(verb, particle, takes, example):
    assert f"*{verb} {particle}*" in example
    made = mistaken(verb, particle, example.rstrip(".").split("*")[2].split())
    tie(made)
    assert (made[3].dep_, made[3].head.text) == ("compound:prt", verb)
    assert made[-1].dep_ == ("obj" if takes == "object" else "obl")


@pytest.mark.parametrize(
    ("verb", "particle", "words"),
    [
        ("hand", "over", ["in", "March"]),
        ("bring", "in", ["March"]),
        ("pay", "off", ["Monday"]),
        ("run", "out", ["the", "door"]),
        ("walk", "over", ["the", "hill"]),
    ],
)
def test_what_stays_a_preposition(verb, particle, words):
    made = mistaken(verb, particle, words)
    before = [(token.dep_, token.head.i) for token in made]
    tie(made)
    assert [(token.dep_, token.head.i) for token in made] == before


def test_an_object_is_enough():
    made = mistaken("hand", "over", ["the", "ground"])
    made[1].dep_, made[1].pos_ = "obj", "NOUN"
    tie(made)
    assert made[3].dep_ == "case"


def tree(rows):
    """Lines of `word UPOS head label`."""
    cells = [row.split() for row in rows.strip().splitlines()]
    words, pos, heads, deps = (list(values) for values in zip(*cells, strict=True))
    lemmas = [{"threw": "throw", "walked": "walk"}.get(word, word) for word in words]
    return Doc(VOCAB, words=words, pos=pos, heads=[int(head) for head in heads], deps=deps, lemmas=lemmas)


def test_behind_its_object():
    made = tree(
        "she PRON 1 nsubj\nthrew VERB 1 ROOT\nhalf NOUN 1 obj\nof ADP 4 case\nit PRON 2 nmod\naway ADV 1 advmod"
    )
    tie(made)
    assert made[5].dep_ == "compound:prt"


@pytest.mark.parametrize(
    ("word", "pos", "label"), [("circle", "NOUN", "compound:prt"), ("40", "NUM", "advmod")]
)
def test_an_adverb_that_was_hung_on_the_noun(word, pos, label):
    made = tree(
        f"she PRON 1 nsubj\nwalked VERB 1 ROOT\nup ADV 4 advmod\nto ADP 4 case\n{word} {pos} 1 obl\n. PUNCT 1 punct"
    )
    tie(made)
    assert made[2].dep_ == label


def test_a_march_is_a_month_only_with_a_capital():
    for word, label in (("march", "obj"), ("March", "obl")):
        made = mistaken("call", "off", [word])
        tie(made)
        assert made[-1].dep_ == label
