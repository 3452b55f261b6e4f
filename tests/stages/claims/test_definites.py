"""A bare noun phrase is said in full, where the text said so before and nothing competes."""

import pytest

LEVY = "The/DT/levy:det new/JJ/levy:amod road/NN/levy:compound levy/NN/failed:nsubj failed=fail/VBD/root ."
THEN = "{}/DT/levy:det levy/NN/cost:nsubj cost=cost/VBD/root millions/NNS/cost:obj ."


@pytest.mark.parametrize("word", ["The", "This", "That"])
def test_the_full_words_are_put(claimed, word):
    row = claimed(f"{LEVY}\n{THEN.format(word)}").claims[-1]
    assert (row["text"], row["abstained"]) == ("The new road levy cost millions.", [])
    (edit,) = row["edits"]
    assert (edit["op"], edit["reason"], edit["text"]) == ("replace", "coreference", "the new road levy")
    assert edit["source"][0]["text"] == "The new road levy"
    assert row["subject"]["text"].endswith("levy")


OTHER = "A/DT/levy:det rail/NN/levy:compound levy/NN/passed:nsubj passed=pass/VBD/root ."
PLAIN = "A/DT/levy:det levy/NN/passed:nsubj passed=pass/VBD/root ."
FIRST = "The/DT/levy:det levy/NN/passed:nsubj passed=pass/VBD/root ."


@pytest.mark.parametrize(
    "before",
    [f"{LEVY}\n{OTHER}", f"{LEVY}\n{PLAIN}", f"{PLAIN}\n{LEVY}", f"{FIRST}\n{LEVY}", ""],
    ids=["two things", "any other", "first any", "first bare", "never"],
)
def test_left_where_it_may_be_another(claimed, before):
    assert claimed(f"{before}\n{THEN.format('The')}".strip()).texts[-1] == "The levy cost millions."


def test_within_a_sentence_too(claimed):
    both = (
        "The/DT/levy:det road/NN/levy:compound levy/NN/failed:nsubj failed=fail/VBD/root and/CC/cost:cc "
        "the/DT/#7:det levy/NN/cost:nsubj cost/VBD/failed:conj millions/NNS/cost:obj ."
    )
    assert "The road levy cost millions." in claimed(both).texts


def test_of_a_noun_with_more_words_nothing_is_put(claimed):
    more = THEN.format("The").replace("levy/NN", "old/JJ/levy:amod levy/NN", 1)
    assert claimed(f"{LEVY}\n{more}").texts[-1] == "The old levy cost millions."


def test_a_pronoun_gets_the_full_words_too(claimed):
    rose = "It/PRP/rose:nsubj rose=rise/VBD/root ."
    assert (
        claimed(f"{LEVY}\n{THEN.format('The')}\n{rose}", refers="It | The levy").texts[-1]
        == "The new road levy rose."
    )
