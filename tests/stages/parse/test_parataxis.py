"""Sayings between commas: found by their parts of speech, and hung on what is said, on hand-made trees."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline.stages.parse.asides import asides
from pipeline.stages.parse.parataxis import hang

VOCAB = spacy.blank("en").vocab
TAGS = {
    "noted": "VBN", "said": "VBD", "told": "VBN", "am": "VBP", "scolded": "VBD", "failed": "VBD", "reported": "VBN",
    "say": "VB", "had": "VBD",
}  # fmt: skip
LEMMAS = {
    "noted": "note", "said": "say", "told": "tell", "am": "be", "scolded": "scold", "critics": "critic", "officials": "official",
    "reported": "report", "had": "have",
}  # fmt: skip


def doc(rows):
    """Lines of `word UPOS head label`."""
    cells = [row.split() for row in rows.strip().splitlines()]
    words, pos, heads, deps = (list(values) for values in zip(*cells, strict=True))
    return Doc(
        VOCAB, words=words, pos=pos, heads=[int(head) for head in heads], deps=deps,
        tags=[TAGS.get(word, "") for word in words], lemmas=[LEMMAS.get(word, word) for word in words],
    )  # fmt: skip


def hung(rows):
    made = doc(rows)
    hang(made)
    assert len(list(made.sents)) == 1
    return [f"{token.text}:{token.dep_}>{token.head.text}" for token in made if token.pos_ != "PUNCT"]


AUDIT = """
Eight NUM 7 nsubj
, PUNCT 4 punct
an DET 3 det
audit NOUN 7 nsubj
noted VERB 3 acl
in ADP 6 case
May PROPN 4 obl
failed VERB 7 ROOT
. PUNCT 7 punct
""".replace("failed VERB 7 ROOT", ", PUNCT 8 punct\nfailed VERB 8 ROOT").replace(" 7 ", " 8 ")


def test_a_saying_taken_for_a_participle():
    assert hung(AUDIT) == [
        "Eight:nsubj>failed", "an:det>audit", "audit:nsubj>noted", "noted:parataxis>failed", "in:case>May",
        "May:obl>noted", "failed:ROOT>failed",
    ]  # fmt: skip


def test_a_saying_taken_for_an_interjection():
    tree = "Tolls NOUN 1 nsubj\nfailed VERB 1 ROOT\n, PUNCT 3 punct\nsay INTJ 4 discourse\ncritics NOUN 1 obl\n. PUNCT 1 punct"
    assert hung(tree)[2:] == ["say:parataxis>failed", "critics:nsubj>say"]


def test_a_saying_taken_for_the_root_becomes_a_part():
    tree = "Tolls NOUN 1 nsubj\nfailed VERB 4 ccomp\n, PUNCT 4 punct\nofficials NOUN 1 obj\nsaid VERB 4 ROOT\n. PUNCT 4 punct"
    assert hung(tree) == [
        "Tolls:nsubj>failed",
        "failed:ROOT>failed",
        "officials:nsubj>said",
        "said:parataxis>failed",
    ]


def test_told_in_the_passive():
    tree = "Tolls NOUN 1 nsubj\nfailed VERB 1 ROOT\n, PUNCT 5 punct\nI PRON 5 dep\nam AUX 5 aux:pass\ntold VERB 1 conj\n. PUNCT 1 punct"
    assert hung(tree)[2:] == ["I:nsubj:pass>told", "am:aux:pass>told", "told:parataxis>failed"]


@pytest.mark.parametrize(
    "words",
    [
        "reported/VERB losses/NOUN",  # a participle and its noun
        "an/DET amount/NOUN reported/VERB by/ADP banks/NOUN",
        "the/DET tide/NOUN had/VERB",  # no verb of saying
        "critics/NOUN said/VERB tolls/NOUN failed/VERB",  # another clause
        "the/DET bank/NOUN reported/VERB losses/NOUN",
        "the/DET wind/NOUN noted/VERB",  # nobody who can speak
    ],
)
def test_no_saying(words):
    inside = [word.split("/") for word in words.split()]
    n = len(inside) + 3
    rows = ["Tolls NOUN 1 nsubj", "failed VERB 1 ROOT", ", PUNCT 1 punct"]
    rows += [f"{word} {pos} 1 dep" for word, pos in inside]
    made = doc("\n".join([*rows, ", PUNCT 1 punct"]))
    assert n == len(made) - 1 and list(asides(made)) == []


CHUNKS = st.sampled_from(
    [["critics", "said", ","], ["I", "am", "told", ","], ["say", "critics", ","], ["failed"], [","], ["an"]]
)
POS = {
    "critics": "NOUN", "said": "VERB", "say": "VERB", "told": "VERB", ",": "PUNCT", "failed": "VERB", "an": "DET", "am": "AUX",
    "I": "PRON",
}  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_whatever_the_tree_a_sentence_stays_one(data):
    """Sayings that hang on each other, too: no circle, one root."""
    words = [word for chunk in data.draw(st.lists(CHUNKS, min_size=2, max_size=6)) for word in chunk]
    n, root = len(words), data.draw(st.integers(0, len(words) - 1))
    order = data.draw(st.permutations([i for i in range(n) if i != root]))
    heads, known = [root] * n, [root]
    for i in order:
        heads[i] = data.draw(st.sampled_from(known))
        known.append(i)
    labels = st.sampled_from(["nsubj", "parataxis", "conj", "ccomp", "obj"])
    made = Doc(
        VOCAB, words=words, heads=heads, deps=["ROOT" if i == root else data.draw(labels) for i in range(n)],
        pos=[POS[word] for word in words], tags=[TAGS.get(word, "") for word in words],
        lemmas=[LEMMAS.get(word, word) for word in words],
    )  # fmt: skip
    hang(made)
    assert sum(token.head == token for token in made) == 1
    for token in made:
        steps = 0
        while token.head != token:
            token, steps = token.head, steps + 1
            assert steps < n
