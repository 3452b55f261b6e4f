"""Which noun phrases a pronoun may stand for at all, and their words."""

import pytest

from pipeline import lexicon
from pipeline.stages.reference.mention import mentions_of, words_of

BANK = "The/DET/DT/det/3 old/ADJ/JJ/amod/3 bank/NOUN/NN/nsubj/4 closed/VERB/VBD/root/0"


def mentions(doc, word, entity=None, busy=frozenset()):
    token = next(one for one in doc if one.text == word)
    return mentions_of(token, entity, set(busy))


FITS = {
    "mill": ("The/DET/DT/det/2 mill/NOUN/NN/nsubj/3 closed/VERB/VBD/root/0", "it"),
    "banks": ("The/DET/DT/det/2 banks/NOUN/NNS/nsubj/3 closed/VERB/VBD/root/0", "they"),
    "minister": ("The/DET/DT/det/2 minister/NOUN/NN/nsubj/3 left/VERB/VBD/root/0", "he she"),
    "widow": ("The/DET/DT/det/2 widow/NOUN/NN/nsubj/3 left/VERB/VBD/root/0", "she"),
    "committee": ("The/DET/DT/det/2 committee/NOUN/NN/nsubj/3 left/VERB/VBD/root/0", "it they"),
    "Minister": ("The/DET/DT/det/3 Prime/PROPN/NNP/compound/3 Minister/PROPN/NNP/nsubj/4 left/VERB/VBD/root/0", "he she"),
}  # fmt: skip


@pytest.mark.parametrize(("word", "given"), FITS.items(), ids=FITS)
def test_number_person_and_gender(parsed, word, given):
    parse, groups = given
    (mention,) = mentions(parsed(parse), word)
    assert [group for group in ("he", "she", "it", "they") if mention.fits(group)] == groups.split()


@pytest.mark.parametrize(("label", "groups"), [("PERSON", "he she"), ("ORG", "it they"), ("GPE", "it")])
def test_a_name_by_its_label(parsed, label, groups):
    entity = {"id": "e1", "same_as": None, "label": label}
    (mention,) = mentions(parsed("Rana/PROPN/NNP/nsubj/2 left/VERB/VBD/root/0"), "Rana", entity)
    assert [group for group in ("he", "she", "it", "they") if mention.fits(group)] == groups.split()
    assert (mention.named, mention.same) == (True, "e1")


def test_two_that_and_joins_are_they(parsed):
    doc = parsed("Peru/PROPN/NNP/nsubj/4 and/CCONJ/CC/cc/3 Chile/PROPN/NNP/conj/1 left/VERB/VBD/root/0")
    one, both = mentions(doc, "Peru")
    assert (one.fits("they"), both.fits("they"), both.fits("it")) == (False, True, False)
    assert [doc[i].text for i in words_of(both)] == ["Peru", "and", "Chile"]


def test_two_that_or_joins_are_not(parsed):
    doc = parsed("Peru/PROPN/NNP/nsubj/4 or/CCONJ/CC/cc/3 Chile/PROPN/NNP/conj/1 left/VERB/VBD/root/0")
    assert len(mentions(doc, "Peru")) == 1


@pytest.mark.parametrize("word", ["no", "every", "each", "neither", "any"])
def test_nobody_in_particular(parsed, word):
    doc = parsed(f"{word}/DET/DT/det/2 minister/NOUN/NN/nsubj/3 left/VERB/VBD/root/0")
    assert mentions(doc, "minister") == []


def test_a_date_or_an_amount_is_none(parsed):
    assert mentions(parsed(BANK), "bank", busy={2}) == []
    assert mentions(parsed(BANK), "closed") == []


def test_words_without_what_is_said_about_it(parsed):
    doc = parsed(
        "The/DET/DT/det/2 bank/NOUN/NN/nsubj/8 of/ADP/IN/case/4 Peru/PROPN/NNP/nmod/2 ,/PUNCT/,/punct/7 which/PRON/WDT/nsubj/7"
        " lent/VERB/VBD/acl:relcl/2 closed/VERB/VBD/root/0"
    )
    (mention,) = mentions(doc, "bank")
    assert [doc[i].text for i in words_of(mention)] == ["The", "bank", "of", "Peru"]


@pytest.mark.parametrize("row", lexicon.table("genders"), ids=lambda row: row["word"])
def test_every_word_with_a_gender_is_proved_by_its_example(row, parsed):
    words = row["example"].rstrip(".").split()
    at = [word.lower() for word in words].index(row["word"])
    name = words[at + 1][0].isupper()
    head = at + 1 if name else at
    tokens = [
        f"{w}/PROPN/NNP/nsubj/{head + 2}" if i == head and name
        else f"{w}/NOUN/NN/nsubj/{head + 2}" if i == head
        else f"{w}/PROPN/NNP/compound/{head + 1}" if i == at
        else f"{w}/DET/DT/det/{head + 1}" if i < head
        else f"{w}/VERB/VBD/root/0" if i == head + 1
        else f"{w}/X/XX/dep/{head + 2}"
        for i, w in enumerate(words)
    ]  # fmt: skip
    doc = parsed(" ".join(tokens))
    (mention,) = mentions_of(doc[head], None, set())
    assert mention.of == row["pronoun"] == words[-3]
