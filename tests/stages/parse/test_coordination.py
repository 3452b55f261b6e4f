"""Words in a row, hung on those that they are joined to, on hand-made trees."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline.stages.parse.coordination import line_up

VOCAB = spacy.blank("en").vocab


def lined_up(rows):
    """Lines of `word UPOS TAG head label`."""
    cells = [row.split() for row in rows.strip().splitlines()]
    words, pos, tags, heads, deps = (list(values) for values in zip(*cells, strict=True))
    doc = Doc(
        VOCAB, words=words, pos=pos, tags=tags, heads=[int(head) for head in heads], deps=deps, lemmas=words
    )
    line_up(doc)
    assert len(list(doc.sents)) == 1
    return {f"{token.text}:{token.dep_}>{token.head.text}" for token in doc if token.pos_ != "PUNCT"}


PASSIVE = """
Rice NOUN NN 2 nsubj:pass
is AUX VBZ 2 aux:pass
grown VERB VBN 2 ROOT
by ADP IN 4 case
women NOUN NNS 2 obl:agent
, PUNCT , 6 punct
{second} VERB VBN 4 acl
{marker} ADP IN 8 case
men NOUN NNS 6 obl
and CCONJ CC 10 cc
eaten VERB VBN 6 {third}
by ADP IN 12 case
all PRON DT 10 obl:agent
"""
APPOSITIVE = """
Rana PROPN NNP 8 nsubj
, PUNCT , {mark} punct
a DET DT 3 det
welder NOUN NN 0 appos
{comma}and CCONJ CC 6 cc
a DET DT 6 det
poet NOUN NN 0 conj
, PUNCT , 0 punct
sang VERB VBD 8 ROOT
"""
INFINITIVE = """
It PRON PRP 2 nsubj
{helper} 2 aux
cut VERB VB 2 ROOT
tax NOUN NN 2 obj
and CCONJ CC 5 cc
{verb} 2 conj
rent NOUN NN 5 obj
"""
CLAUSE = """
She PRON PRP 1 nsubj
{verb} 1 ROOT
men NOUN NNS 1 obj
who PRON WP 5 nsubj
can AUX MD 5 aux
read VERB VB 2 acl:relcl
books NOUN NNS 5 obj
, PUNCT , 8 punct
write VERB VB 1 {label}
songs NOUN NNS 8 obj
and CCONJ CC 11 cc
add VERB VB 8 conj
"""


@pytest.mark.parametrize(
    ("second", "marker", "third", "told"),
    [
        ("sold", "by", "conj", True),
        ("founded", "in", "conj", False),  # "by women, founded in Lima": no list of agents
        ("sold", "by", "acl", False),  # "by women, sold by men": of the women
    ],
)
def test_participles_with_agents_are_a_list(second, marker, third, told):
    found = lined_up(PASSIVE.format(second=second, marker=marker, third=third))
    assert (f"{second}:conj>grown" in found) is told
    assert ("eaten:conj>grown" in found) is told


@pytest.mark.parametrize("mark", ["0", "3"])
def test_what_and_joins_inside_the_commas_is_of_the_appositive(mark):
    assert "poet:conj>welder" in lined_up(APPOSITIVE.format(mark=mark, comma=""))


def test_behind_a_comma_it_is_a_second_subject():
    rows = APPOSITIVE.format(mark="0", comma="").strip().splitlines()
    shifted = [*rows[:4], ", PUNCT , 7 punct", "and CCONJ CC 7 cc", "a DET DT 7 det", "poet NOUN NN 0 conj"]
    shifted += [", PUNCT , 0 punct", "sang VERB VBD 9 ROOT"]
    shifted[0] = "Rana PROPN NNP 9 nsubj"
    assert "poet:conj>Rana" in lined_up("\n".join(shifted))


@pytest.mark.parametrize(
    ("helper", "verb", "tag"),
    [
        ("would AUX MD", "halve VERB VBD", "VB"),
        ("would AUX MD", "halve VERB VBP", "VB"),
        ("would AUX MD", "raised VERB VBD", "VBD"),
        ("would AUX MD", "sent VERB VBD", "VBD"),
        ("did AUX VBD", "halve VERB VBD", "VBD"),
    ],
)
def test_behind_a_modal_a_verb_has_no_tense(helper, verb, tag):
    words = INFINITIVE.format(helper=helper, verb=verb).strip().splitlines()
    cells = [row.split() for row in words]
    doc = Doc(
        VOCAB,
        words=[cell[0] for cell in cells],
        pos=[cell[1] for cell in cells],
        tags=[cell[2] for cell in cells],
        heads=[int(cell[3]) for cell in cells],
        deps=[cell[4] for cell in cells],
    )
    line_up(doc)
    assert doc[5].tag_ == tag


@pytest.mark.parametrize(
    ("verb", "label", "told"),
    [
        ("hires VERB VBZ", "parataxis", True),
        ("hires VERB VBZ", "conj", True),
        ("hire VERB VB", "parataxis", True),
        ("hire VERB VB", "conj", False),
    ],
)
def test_a_bare_verb_has_the_modal_of_the_clause_before_it(verb, label, told):
    assert ("write:conj>read" in lined_up(CLAUSE.format(verb=verb, label=label))) is told


@given(st.sampled_from(["hires VERB VBZ", "hired VERB VBD"]), st.sampled_from(["parataxis", "conj", "appos"]))
def test_whatever_it_was_called_the_row_is_one_clause(verb, label):
    assert "write:conj>read" in lined_up(CLAUSE.format(verb=verb, label=label))


OBJECT = """
It PRON PRP 1 {subject}
{verb} 1 ROOT
{mark} PUNCT , 6 punct
by ADP IN 6 case
its PRON PRP$ 6 nmod:poss
own ADJ JJ 6 amod
count NOUN NN 1 obl
, PUNCT , 9 punct
nine NUM CD 9 nummod
oaks NOUN NNS 6 appos
"""


@pytest.mark.parametrize(
    ("subject", "verb", "mark", "told"),
    [
        ("nsubj", "planted VERB VBD", ",", True),
        ("nsubj:pass", "planted VERB VBN", ",", True),
        ("nsubj", "planted VERB VBD", "-", False),
    ],
)
def test_an_object_behind_what_two_commas_part(subject, verb, mark, told):
    found = lined_up(OBJECT.format(subject=subject, verb=verb, mark=mark))
    assert ({"oaks:obj>planted", "It:nsubj>planted"} <= found) is told


ALONE = """
Nobody PRON NN 1 nsubj
came VERB VBD 1 ROOT
, PUNCT , 5 punct
let VERB VB 1 parataxis
alone ADJ JJ 3 fixed
stayed VERB VBD {head} advcl
"""


@pytest.mark.parametrize("head", [1, 3])
def test_let_alone_joins_what_follows_to_the_verb(head):
    found = lined_up(ALONE.format(head=head))
    assert {"let:cc>stayed", "stayed:conj>came", "alone:fixed>let"} <= found


NEITHER = """
Rents NOUN NNS 1 nsubj
rose VERB VBD 1 ROOT
, PUNCT , 5 punct
{joint} CCONJ CC 5 cc
neither DET DT 5 advmod
fell VERB VBD 1 conj
{last} NOUN NN 5 obj
"""


@pytest.mark.parametrize(
    ("joint", "last", "told"), [("and", "far", True), ("they", "far", False), ("and", "nor", False)]
)
def test_neither_is_the_subject_of_a_verb_without_one(joint, last, told):
    assert ("neither:nsubj>fell" in lined_up(NEITHER.format(joint=joint, last=last))) is told


RELATIVE = """
towns NOUN NNS 0 ROOT
who PRON WP 2 nsubj
paid VERB VBD 0 acl:relcl
and CCONJ CC 5 cc
who PRON WP 5 nsubj
left VERB VBD 0 acl:relcl
"""
STOLEN = """
Men NOUN NNS 1 nsubj
got VERB VBD 1 ROOT
a DET DT 3 det
road NOUN NN 1 obj
, PUNCT , 6 punct
roads NOUN NNS 6 nsubj
got VERB {tag} 1 conj
trucks NOUN NNS 3 conj
"""
LIST = """
It PRON PRP 1 nsubj
fears VERB VBZ 1 ROOT
war NOUN NN 1 obj
, PUNCT , 5 punct
{det} DET DT 5 {dep}
plague NOUN NN 2 appos
and CCONJ CC 7 cc
debt NOUN NN 2 appos
"""


def test_a_second_relative_clause_is_joined_to_the_first():
    assert "left:conj>paid" in lined_up(RELATIVE)


@pytest.mark.parametrize(("tag", "head"), [("VBD", "obj>got"), ("VBN", "conj>road")])
def test_a_noun_right_behind_a_verb_is_its_object(tag, head):
    assert f"trucks:{head}" in lined_up(STOLEN.format(tag=tag))


@pytest.mark.parametrize(("det", "dep", "label"), [("more", "amod", "conj"), ("a", "det", "appos")])
def test_what_and_joins_is_no_appositive(det, dep, label):
    found = lined_up(LIST.format(det=det, dep=dep))
    assert {f"plague:{label}>war", f"debt:{label}>war"} <= found


SAID = """
It PRON PRP 1 nsubj
sank VERB VBD 3 ccomp
they PRON PRP 3 nsubj
said VERB VBD 3 ROOT
and CCONJ CC 6 cc
{word} 6 {label}
rose VERB VBD 3 ccomp
"""


@pytest.mark.parametrize(
    ("word", "label", "relation"),
    [("soon ADV RB", "advmod", "conj>sank"), ("it PRON PRP", "nsubj", "ccomp>said")],
)
def test_what_was_said_goes_on_behind_the_saying(word, label, relation):
    assert f"rose:{relation}" in lined_up(SAID.format(word=word, label=label))
