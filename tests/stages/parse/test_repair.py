"""Each slip on a hand-made tree, and what must stay as it is."""

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.lexicon import column, table
from pipeline.stages.parse.repair import repair


def parsed(rows, tags=None):
    """Lines of `word UPOS head label`; `tags` by place."""
    cells = [row.split() for row in rows.strip().splitlines()]
    words, pos, heads, deps = (list(values) for values in zip(*cells, strict=True))
    doc = Doc(spacy.blank("en").vocab, words=words, pos=pos, heads=[int(head) for head in heads], deps=deps)
    for place, tag in (tags or {}).items():
        doc[place].tag_ = tag
    repair(doc)
    return [f"{token.text}:{token.dep_}>{token.head.text}" for token in doc]


WHOSE = """
firms NOUN 0 ROOT
, PUNCT 3 punct
{case}
whose PRON {noun} nmod:poss
names NOUN {head} {label}
clerks NOUN {verb} nsubj
know VERB {noun} acl:relcl
"""


@pytest.mark.parametrize(
    ("case", "label"), [("", "obj"), ("by ADP 4 case", "obl")], ids=["object", "behind a preposition"]
)
def test_the_noun_behind_whose_is_inside_its_relative_clause(case, label):
    noun, verb = (4, 6) if case else (3, 5)
    rows = WHOSE.format(case=case, noun=noun, head=0, label="acl:relcl" if not case else "obl", verb=verb)
    found = parsed("\n".join(row for row in rows.splitlines() if row), tags={noun - 1: "WP$"})
    assert f"names:{label}>know" in found and "know:acl:relcl>firms" in found


DAM = """
dam NOUN 2 nsubj:pass
was AUX 2 aux:pass
built VERB 2 ROOT
by ADP 4 case
{word} {pos} 2 obl:agent
"""


@pytest.mark.parametrize(
    ("word", "pos", "label"),
    [
        ("2027", "NUM", "obl"),
        ("$", "SYM", "obl"),
        ("farmers", "NOUN", "obl:agent"),
        ("Kenya", "PROPN", "obl:agent"),
    ],
)
def test_a_year_builds_nothing(word, pos, label):
    assert parsed(DAM.format(word=word, pos=pos))[4] == f"{word}:{label}>built"


BACK = """
loans NOUN 3 nsubj:pass
would AUX 3 aux
be AUX 3 aux:pass
{word} {pos} 3 ROOT
"""


@pytest.mark.parametrize(
    ("word", "pos", "label"), [("back", "ADV", "cop"), ("gone", "VERB", "cop"), ("paid", "VERB", "aux:pass")]
)
def test_what_nobody_does_is_no_passive(word, pos, label):
    cells = [row.split() for row in BACK.format(word=word, pos=pos).strip().splitlines()]
    words, kinds, heads, deps = (list(values) for values in zip(*cells, strict=True))
    doc = Doc(
        spacy.blank("en").vocab, words=words, pos=kinds, heads=[int(head) for head in heads], deps=deps,
        lemmas=["loan", "would", "be", word],
    )  # fmt: skip
    repair(doc)
    assert (doc[2].dep_, doc[0].dep_) == (label, "nsubj" if label == "cop" else "nsubj:pass")


def test_without_a_passive_there_is_no_agent():
    tree = "prices NOUN 1 nsubj\nfell VERB 1 ROOT\nby ADP 3 case\nhalf NOUN 1 obl:agent"
    assert parsed(tree)[3] == "half:obl>fell"


def test_the_months_are_there_to_be_asked():
    assert "may" in column("months", "form") and "monday" in column("weekdays", "form")


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        ("$ SYM 0 ROOT\nin ADP 2 case\nloans NOUN 0 conj", "loans:nmod>$"),
        ("grew VERB 0 ROOT\nin ADP 2 case\nMali PROPN 0 conj", "Mali:obl>grew"),
        (
            "in ADP 1 case\nMali PROPN 1 ROOT\nand CCONJ 4 cc\nin ADP 4 case\nChad PROPN 1 conj",
            "Chad:conj>Mali",
        ),
        ("rice NOUN 0 ROOT\n, PUNCT 2 punct\nbeans NOUN 0 conj", "beans:conj>rice"),
    ],
)
def test_a_conjunct_needs_something_that_joins(tree, expected):
    assert parsed(tree)[-1] == expected


def test_amounts_in_a_row_are_conjuncts_of_the_first():
    tree = """
    spent VERB 0 ROOT
    $ SYM 0 obj
    2 NUM 1 nummod
    in ADP 4 case
    loans NOUN 1 nmod
    , PUNCT 6 punct
    $ SYM 0 parataxis
    3 NUM 6 nummod
    , PUNCT 10 punct
    and CCONJ 10 cc
    $ SYM 6 conj
    4 NUM 10 nummod
    """
    found = parsed(tree)
    assert (found[1], found[6], found[10]) == ("$:obj>spent", "$:conj>$", "$:conj>$")


def test_an_amount_behind_another_verb_is_left_alone():
    tree = (
        "gave VERB 0 ROOT\n$ SYM 0 obj\nand CCONJ 3 cc\ntook VERB 0 conj\n, PUNCT 5 punct\n$ SYM 3 parataxis"
    )
    assert parsed(tree)[5] == "$:parataxis>took"


INTERRUPTED = """
dam NOUN {head} nsubj
, PUNCT 0 punct
critics NOUN 3 nsubj
say VERB {root} {label}
, PUNCT 3 punct
drowned VERB {verb} {below}
towns NOUN 5 obj
"""


def test_what_is_interrupted_gets_its_subject_back():
    under = INTERRUPTED.format(head=3, root=3, label="ROOT", verb=3, below="ccomp")
    beside = INTERRUPTED.format(head=3, root=5, label="parataxis", verb=5, below="ROOT")
    for tree in (under, beside):
        assert parsed(tree)[0] == "dam:nsubj>drowned"
        assert parsed(tree)[2] == "critics:nsubj>say"


def test_a_verb_with_its_own_subject_takes_no_other():
    tree = INTERRUPTED.format(head=3, root=3, label="ROOT", verb=3, below="ccomp") + "rivers NOUN 5 nsubj\n"
    assert parsed(tree)[0] == "dam:nsubj>say"


SAID = """
rents NOUN 1 nsubj
rose VERB 1 ROOT
, PUNCT 3 punct
{verb} VERB 1 conj
banks NOUN 3 obj
"""


def test_who_warned_stands_behind_the_verb():
    assert said("warned") == ["warned:parataxis>rose", "banks:nsubj>warned"]


def test_a_verb_that_says_nothing_keeps_its_object():
    assert said("ruined") == ["ruined:conj>rose", "banks:obj>ruined"]


def said(verb):
    cells = [row.split() for row in SAID.format(verb=verb).strip().splitlines()]
    words, pos, heads, deps = (list(values) for values in zip(*cells, strict=True))
    lemmas = [{"warned": "warn", "ruined": "ruin"}.get(word, word) for word in words]
    tags = ["VBD" if kind == "VERB" else "NNS" for kind in pos]
    vocab = spacy.blank("en").vocab
    doc = Doc(
        vocab, words=words, pos=pos, tags=tags, lemmas=lemmas, heads=[int(head) for head in heads], deps=deps
    )
    repair(doc)
    return [f"{token.text}:{token.dep_}>{token.head.text}" for token in doc[3:]]


def is_to(words, subject):
    """The tree that the model gives to "The line is to cut fares", whatever its subject."""
    be = next(i for i, word in enumerate(words) if word in ("is", "was") and words[i + 1] == "to")
    deps = ["dep"] * len(words)
    deps[subject], deps[be], deps[be + 1], deps[be + 2] = "nsubj:outer", "cop", "mark", "ROOT"
    tags = ["VB" if i == be + 2 else "NN" for i in range(len(words))]
    pos = ["VERB" if i == be + 2 else "X" for i in range(len(words))]
    lemmas = [word.lower() for word in words]
    heads = [be + 2] * len(words)
    doc = Doc(spacy.blank("en").vocab, words=words, pos=pos, tags=tags, heads=heads, deps=deps, lemmas=lemmas)
    repair(doc)
    return doc[subject].dep_, doc[be].dep_


@pytest.mark.parametrize("row", table("identities"), ids=lambda row: row["noun"])
def test_what_the_aim_is(row):
    before, noun, behind = row["example"].rstrip(".").split("*")
    words, subject = f"{before}{noun}{behind}".split(), len(before.split())
    assert noun.lower() == row["noun"]
    assert is_to(words, subject) == ("nsubj:outer", "cop")
    assert is_to([*words[:subject], "line", *words[subject + 1 :]], subject) == ("nsubj", "aux")
