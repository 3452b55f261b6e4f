"""The stage on hand-built parses: constraints that no weight overrules, and what the rows hold."""

import pytest

from pipeline import marks
from pipeline.stages.reference.candidates import CANDIDATES, Text
from pipeline.stages.reference.reference import Reference, question

RESIGNED = "{}/PROPN/NNP/nsubj/2 resigned/VERB/VBD/root/0 ./PUNCT/./punct/2"
TIRED = "{}/PRON/PRP/nsubj/3 was/AUX/VBD/cop/3 tired/ADJ/JJ/root/0 ./PUNCT/./punct/3"


def named(doc):
    return [(row["span"]["text"], row["antecedent"]["text"]) for row in Reference()(doc)._.reference]


def test_a_person_named(parsed):
    doc = parsed(f"{RESIGNED.format('Rana')}\n{TIRED.format('She')}", "PERSON Rana")
    assert named(doc) == [("She", "Rana")]
    (row,) = doc._.reference
    assert row["id"] == "r1"
    assert 0.7 <= row["probability"] <= 1
    assert doc.text[row["antecedent"]["start"] : row["antecedent"]["end"]] == "Rana"


@pytest.mark.parametrize(("label", "pronoun"), [("GPE", "She"), ("PERSON", "It"), ("PERSON", "They")])
def test_what_does_not_fit_is_not_named(parsed, label, pronoun):
    assert named(parsed(f"{RESIGNED.format('Rana')}\n{TIRED.format(pronoun)}", f"{label} Rana")) == []


def test_who_was_she_is_not_he(parsed):
    texts = [RESIGNED.format("Rana"), TIRED.format("She"), TIRED.format("He")]
    assert ("He", "Rana") not in named(parsed("\n".join(texts), "PERSON Rana"))


def test_a_chain_of_pronouns_keeps_its_name(parsed):
    texts = [RESIGNED.format("Rana"), *[TIRED.format("She")] * 6]
    assert named(parsed("\n".join(texts), "PERSON Rana")) == [("She", "Rana")] * 6


def test_too_far_back(parsed):
    rained = "Shops/NOUN/NNS/nsubj/2 shut/VERB/VBD/root/0 ./PUNCT/./punct/2"
    assert (
        named(parsed("\n".join([RESIGNED.format("Rana"), *[rained] * 4, TIRED.format("She")]), "PERSON Rana"))
        == []
    )


def test_subject_and_object_of_one_verb_are_two(parsed):
    doc = parsed(
        "Rana/PROPN/NNP/nsubj/2 saw/VERB/VBD/root/0 her/PRON/PRP/obj/2 ./PUNCT/./punct/2", "PERSON Rana"
    )
    assert named(doc) == []


def test_but_its_owner_may_be_the_subject(parsed):
    doc = parsed(
        "Rana/PROPN/NNP/nsubj/2 sold/VERB/VBD/root/0 her/PRON/PRP$/nmod:poss/4 mill/NOUN/NN/obj/2",
        "PERSON Rana",
    )
    (pronoun,) = (token for token in doc if token.text == "her")
    text = Text.of(doc)
    for token in doc[: pronoun.i]:
        text.pass_by(token)
    assert [one.mention.head.text for one, _ in question(text, pronoun, "she")[1]] == ["Rana"]


@pytest.mark.parametrize(("adverb", "found"), [("still", [("They", "still gamblers")]), ("not", [])])
def test_what_is_denied_to_be_there_is_not_meant(parsed, adverb, found):
    are = f"There/PRON/EX/expl/4 are/AUX/VBP/cop/4 {adverb}/PART/RB/advmod/4 gamblers/NOUN/NNS/root/0 ./PUNCT/./punct/4"
    assert named(parsed(f"{are}\n{TIRED.format('They')}")) == found


def test_nothing_before_it(parsed):
    doc = parsed(TIRED.format("She"))
    assert named(doc) == []
    assert marks.read(doc, "reference") == []


def test_many_candidates_cost_no_more_than_some(parsed):
    """Not timed against a clock, but counted: a pronoun looks at a bounded number of candidates."""
    nouns = " ".join("mill/NOUN/NN/dep/1" for _ in range(400))
    doc = parsed(f"{nouns}\n{TIRED.format('It')}")
    text = Text.of(doc)
    for token in doc[:400]:
        text.pass_by(token)
    assert len(question(text, doc[400], "it")[1]) == CANDIDATES


def test_survives_bytes(parsed):
    doc = Reference()(parsed(f"{RESIGNED.format('Rana')}\n{TIRED.format('She')}", "PERSON Rana"))
    again = type(doc)(doc.vocab).from_bytes(doc.to_bytes())
    assert marks.read(again, "reference") == marks.read(doc, "reference")


def test_what_an_infinitive_fills_is_no_thing(parsed):
    doc = parsed(
        "Peru/PROPN/NNP/nsubj/2 resigned/VERB/VBD/root/0 ./PUNCT/./punct/2\n"
        "It/PRON/PRP/nsubj/5 is/AUX/VBZ/cop/5 ,/PUNCT/,/punct/4 however/ADV/RB/advmod/5 necessary/ADJ/JJ/root/0 to/PART/TO/mark/7"
        " act/VERB/VB/xcomp/5",
        "GPE Peru",
    )
    assert named(doc) == []


MAYOR = (
    "The/DET/DT/det/2 mayor/NOUN/NN/nsubj/4 Rana/PROPN/NNP/appos/2 resigned/VERB/VBD/root/0 ./PUNCT/./punct/4"
)


def test_an_apposition_is_what_it_renames_and_its_name_is_put(parsed):
    assert named(parsed(f"{MAYOR}\n{TIRED.format('She')}", "PERSON Rana")) == [("She", "Rana")]


def test_a_word_inside_a_name_is_no_mention(parsed):
    closed = (
        "The/DET/DT/det/2 Chamber/PROPN/NNP/nsubj/5 of/ADP/IN/case/4 Tin/PROPN/NNP/nmod/2 closed/VERB/VBD/root/0 "
        "./PUNCT/./punct/5"
    )
    doc = parsed(f"{closed}\n{TIRED.format('It')}", "ORG Chamber of Tin")
    assert [one.mention.head.text for one in _candidates(doc, "It")] == ["Chamber"]


@pytest.mark.parametrize(
    "words",
    [
        "It/PRON/PRP/nsubj/3 was/AUX/VBD/cop/3 so/ADV/RB/root/0",
        "It/PRON/PRP/nsubj/3 may/AUX/MD/aux/3 take/VERB/VB/root/0 days/NOUN/NNS/obj/3 to/PART/TO/mark/6 "
        "wait/VERB/VB/advcl/3",
        "It/PRON/PRP/nsubj/4 was/AUX/VBD/cop/4 not/PART/RB/advmod/4 rain/NOUN/NN/root/0 that/PRON/WDT/nsubj/6 "
        "fell/VERB/VBD/acl:relcl/4",
    ],
    ids=["it was so", "it takes days to", "a cleft"],
)
def test_it_that_means_no_thing(parsed, words):
    assert _candidates(parsed(f"{RESIGNED.format('Peru')}\n{words}", "GPE Peru"), "It") == []


def _candidates(doc, word):
    text = Text.of(doc)
    for token in doc:
        if token.text == word:
            return text.before(token, word.lower())
        text.pass_by(token)
    raise AssertionError(word)


def test_a_relative_pronoun_is_a_mention_of_its_noun(parsed):
    """ "the bank, which sold its mills": the owner stands above the possessive, and yet is meant."""
    doc = parsed(
        "the/DET/DT/det/2 bank/NOUN/NN/root/0 which/PRON/WDT/nsubj/4 sold/VERB/VBD/acl:relcl/2"
        " its/PRON/PRP$/nmod:poss/6 mills/NOUN/NNS/obj/4"
    )
    text = Text.of(doc)
    for token in doc[:4]:
        text.pass_by(token)
    _, asked = question(text, doc[4], "it")
    assert [(one.mention.head.text, one.at.text) for one, _ in asked] == [("bank", "which")]


def test_some_of_them_are_some_of_several(parsed):
    doc = parsed(
        "the/DET/DT/det/2 committee/NOUN/NN/nsubj/3 met/VERB/VBD/root/0 and/CCONJ/CC/cc/8 two/NUM/CD/nsubj/8"
        " of/ADP/IN/case/7 them/PRON/PRP/nmod/5 left/VERB/VBD/conj/3"
    )
    text = Text.of(doc)
    for token in doc[:6]:
        text.pass_by(token)
    assert question(text, doc[6], "they")[1] == []
