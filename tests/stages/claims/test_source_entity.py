"""Who a source is: what its pronoun stands for, and the name that it has."""

SAID = (
    "\nShe/PRP/said:nsubj said=say/VBD/root rents/NNS/rose:nsubj rose=rise/VBD/said:ccomp .",
    "She | said | rents rose | person | indirect",
)


def voice(read, source="person"):
    (row,) = (row["attribution"] for row in read.claims if row["attribution"]["source_type"] == source)
    return row["speaker"] and row["speaker"]["text"], row["entity"]


def test_a_pronoun_is_who_it_stands_for(claimed):
    first = "Ana/NNP/paid:nsubj Lima/NNP/Ana:flat paid=pay/VBD/root ././paid:punct"
    read = claimed(first + SAID[0], said=SAID[1], refers="She | Ana Lima", entities="PERSON Ana Lima")
    assert voice(read) == ("Ana Lima", "e1")
    row = next(row for row in read.claims if row["attribution"]["source"])
    assert row["attribution"]["source"]["text"] == "She"


def test_words_without_a_name_have_no_entity(claimed):
    first = "A/DT/nurse:det nurse/NN/paid:nsubj paid=pay/VBD/root ././paid:punct"
    assert voice(claimed(first + SAID[0], said=SAID[1], refers="She | A nurse")) == ("A nurse", None)


def test_nobody_is_guessed(claimed):
    first = "Ana/NNP/paid:nsubj paid=pay/VBD/root ././paid:punct"
    assert voice(claimed(first + SAID[0], said=SAID[1], entities="PERSON Ana")) == (None, None)


NOUN = "{}/said:nsubj said=say/VBD/root rents/NNS/rose:nsubj rose=rise/VBD/said:ccomp ."


def test_a_noun_is_the_person_beside_it(claimed):
    words = "The/DT/director:det director/NN/said:nsubj ,/,/Lima:punct Ana/NNP/Lima:compound Lima/NNP/director:appos ,/,/Lima:punct"
    text = words + " said=say/VBD/root rents/NNS/rose:nsubj rose=rise/VBD/said:ccomp ."
    read = claimed(
        text,
        said="The director, Ana Lima | said | rents rose | person | indirect",
        entities="PERSON Ana Lima",
    )
    assert voice(read) == (None, "e1")


def test_a_noun_is_not_the_body_it_belongs_to(claimed):
    text = (
        "The/DT/director:det director/NN/said:nsubj of/IN/Eskom:case Eskom/NNP/director:nmod "
        + NOUN.split(" ", 1)[1]
    )
    read = claimed(
        text, said="The director of Eskom | said | rents rose | person | indirect", entities="ORG Eskom"
    )
    assert voice(read) == (None, None)


def test_of_two_neither(claimed):
    text = "Ana/NNP/said:nsubj and/CC/Bo:cc Bo/NNP/Ana:conj " + NOUN.split(" ", 1)[1]
    read = claimed(
        text, said="Ana and Bo | said | rents rose | person | indirect", entities="PERSON Ana; PERSON Bo"
    )
    assert voice(read) == (None, None)


def test_the_author_is_nobody_else(claimed):
    read = claimed("Rents/NNS/rose:nsubj rose=rise/VBD/root .")
    assert voice(read, "author") == (None, None)
