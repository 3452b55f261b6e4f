"""A day that a neighbour lends: to a when-clause that hangs on it, and to what is told beside it in the same tense."""

WHEN = (
    "In/IN/2019:case 2019/CD/closed:obl , when/WRB/fell:advmod the/DT/bridge:det bridge/NN/fell:nsubj"
    " fell=fall/VBD/2019:acl:relcl , the/DT/mill:det mill/NN/closed:nsubj closed=close/VBD/root ."
)
FRONTED = (
    "In/IN/2019:case 2019/CD/raised:obl Peru/NNP/raised:nsubj raised/VBD/root wages/NNS/raised:obj and/CC/cut:cc"
    " cut/VBD/raised:conj taxes/NNS/cut:obj ."
)
BEHIND = (
    "Mali/NNP/sold:nsubj sold=sell/VBD/root mills/NNS/sold:obj in/IN/2019:case 2019/CD/sold:obl and/CC/built:cc"
    " built=build/VBD/sold:conj roads/NNS/built:obj ."
)
APART = (
    "Mali/NNP/sold:nsubj sold=sell/VBD/root mills/NNS/sold:obj in/IN/2019:case 2019/CD/sold:obl and/CC/built:cc"
    " Chad/NNP/built:nsubj built=build/VBD/sold:conj roads/NNS/built:obj ."
)
PRESENT = (
    "In/IN/2019:case 2019/CD/raised:obl Peru/NNP/raised:nsubj raised/VBD/root wages/NNS/raised:obj and/CC/cuts:cc"
    " it/PRP/cuts:nsubj cuts=cut/VBZ/raised:conj taxes/NNS/cuts:obj ."
)


def dates(read):
    return [row["dates"] for row in read.claims]


def test_a_when_clause_is_of_the_date_it_hangs_on(claimed):
    read = claimed(WHEN, dates="In 2019")
    by_verb = {row["predicate"]["lemma"]: row for row in read.claims}
    assert by_verb["fall"]["dates"] == by_verb["close"]["dates"] == ["d1"]
    assert [edit["reason"] for edit in by_verb["fall"]["edits"]] == ["shared_adjunct"]


def test_a_date_before_the_subject_is_shared(claimed):
    read = claimed(FRONTED, dates="In 2019")
    assert dates(read) == [["d1"], ["d1"]]
    assert read.texts[1] == "Peru cut taxes in 2019."


def test_a_date_behind_the_verb_is_shared_where_the_subject_is(claimed):
    assert dates(claimed(BEHIND, dates="in 2019")) == [["d1"], ["d1"]]
    assert dates(claimed(APART, dates="in 2019")) == [["d1"], []]


def test_another_tense_borrows_none(claimed):
    assert dates(claimed(PRESENT, dates="In 2019")) == [["d1"], []]


def test_a_deadline_is_not_lent(claimed):
    by = BEHIND.replace("in/IN", "by/IN")
    assert dates(claimed(by, dates="by 2019")) == [["d1"], []]


def test_a_date_of_its_own_is_enough(claimed):
    own = FRONTED.replace(" .", " in/IN/2021:case 2021/CD/cut:obl .")
    assert dates(claimed(own, dates="In 2019; in 2021")) == [["d1"], ["d2"]]
