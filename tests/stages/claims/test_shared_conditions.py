"""What a joined clause takes over from the front of the one before it."""

IF = (
    "If/IN/fall:mark rents/NNS/fall:nsubj fall/VBP/close:advcl , mills/NNS/close:nsubj will/MD/close:aux close/VB/root"
    " and/CC/shrink:cc towns/NNS/shrink:nsubj will/MD/shrink:aux shrink/VB/close:conj{own} ."
)
OF = (
    "Of/IN/bills:case 9/CD/bills:nummod bills/NNS/signed:obl Rana/NNP/signed:nsubj signed/VBD/root two/CD/signed:obj , vetoed=veto/VBD/signed:conj"
    " one/CD/vetoed:obj{own} ."
)


def test_both_stand_under_one_condition(claimed):
    read = claimed(IF.format(own=""))
    assert read.texts == ["If rents fall, mills will close.", "Towns will shrink if rents fall."]
    assert [piece["text"] for piece in read.claims[1]["fragments"]] == ["If rents fall", "towns will shrink"]
    assert read.claims[1]["span"]["text"] == "towns will shrink"


def test_a_condition_of_its_own_is_enough(claimed):
    read = claimed(IF.format(own=" unless/IN/rise:mark wages/NNS/rise:nsubj rise/VBP/shrink:advcl"))
    assert read.texts[1] == "Towns will shrink unless wages rise."


def test_the_whole_that_is_counted_in(claimed):
    read = claimed(OF.format(own=""), money="9; two; one")
    assert read.texts[1] == "Of 9 bills, Rana vetoed one."
    assert read.claims[1]["amounts"] == ["m1", "m3"]


def test_a_whole_of_its_own_is_enough(claimed):
    read = claimed(OF.format(own=" of/IN/them:case them/PRP/one:nmod"), money="9; two; one")
    assert read.texts[1] == "Rana vetoed one of them."
