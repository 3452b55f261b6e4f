"""Two joined verbs that share what stands behind the second."""

import pytest

SHARED = {
    "with a preposition each": (
        "It/PRP/listen:nsubj must/MD/listen:aux listen/VB/root to/IN/listen:obl , and/CC/learn:cc learn/VB/listen:conj"
        " from/IN/farmers:case , farmers/NNS/learn:obl .",
        ["It must listen to farmers.", "It must learn from farmers."],
    ),
    "one denied": (
        "Laws/NNS/name:nsubj name/VBP/root , but/CC/forbid:cc do/VBP/forbid:aux not/RB/forbid:advmod"
        " forbid/VB/name:conj , the/DT/toll:det toll/NN/forbid:obj .",
        ["Laws name the toll.", "Laws do not forbid the toll."],
    ),
    "two subjects, hung on the first": (
        "Unions/NNS/fought:nsubj fought=fight/VBD/root , and/CC/backed:cc firms/NNS/backed:nsubj"
        " backed=back/VBD/fought:conj , the/DT/toll:det toll/NN/fought:parataxis .",
        ["Unions fought the toll.", "Firms backed the toll."],
    ),
    "between dashes": (
        "Crews/NNS/hope:nsubj hope/VBP/root —/:/#6:punct and/CC/hoped:cc have/VBP/hoped:aux hoped=hope/VBN/hope:conj"
        " since/IN/May:case May/NNP/hoped:obl —/:/#12:punct that/IN/fails:mark it/PRP/fails:nsubj fails/VBZ/hoped:ccomp .",
        ["Crews hope that it fails.", "Crews have hoped since May that it fails."],
    ),
}
WHOLE = {
    "no second comma": (
        "It/PRP/came:nsubj came=come/VBD/root , and/CC/sold:cc sold=sell/VBD/came:conj farms/NNS/sold:obj .",
        ["It came.", "It sold farms."],
    ),
    "an adverbial behind it": (
        "It/PRP/came:nsubj came=come/VBD/root , and/CC/left:cc left=leave/VBD/came:conj , in/IN/May:case May/NNP/left:obl .",
        ["It came.", "It left in May."],
    ),
    "the first has its own": (
        "It/PRP/sold:nsubj sold=sell/VBD/root farms/NNS/sold:obj , and/CC/bought:cc bought=buy/VBD/sold:conj"
        " , boats/NNS/bought:obj .",
        ["It sold farms.", "It bought boats."],
    ),
    "a pair": (
        "It/PRP/listens:nsubj listens=listen/VBZ/root to/IN/listens:obl and/CC/helps:cc helps/VBZ/listens:conj"
        " us/PRP/helps:obj .",
        ["It listens to and helps us."],
    ),
}


@pytest.mark.parametrize(("parse", "texts"), SHARED.values(), ids=SHARED)
def test_what_both_take_is_put_behind_both(claimed, parse, texts):
    assert claimed(parse).texts == texts


@pytest.mark.parametrize(("parse", "texts"), WHOLE.values(), ids=WHOLE)
def test_nothing_is_lent(claimed, parse, texts):
    assert claimed(parse).texts == texts


def test_the_object_that_is_lent_is_the_verbs_object_and_an_edit_says_so(claimed):
    first = claimed(SHARED["one denied"][0]).claims[0]
    assert (first["object"]["text"], first["object"]["origin"]) == ("the toll", "elided")
    assert [(one["text"], one["reason"]) for one in first["edits"]] == [("the toll", "elided_argument")]
