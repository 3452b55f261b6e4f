"""Clauses on "when", "since" and "as": inside the clause above, beside it, or no claim. corpus/GUIDELINES.md, 10 (52, 59)."""

import pytest

CLOSED = "The/DT/mill:det mill/NN/closed:nsubj closed=close/VBD/root"
WHEN = "when/WRB/fell:advmod rents/NNS/fell:nsubj fell=fall/VBD/closed:advcl ."
TIMES = {
    "a year": "in/IN/1981:case 1981/CD/closed:obl",
    "a day": "on/IN/7:case 7/CD/closed:obl May/NNP/7:nmod:unmarked",
    "an American day": "on/IN/May:case May/NNP/closed:obl 7/CD/May:nummod",
    "a decade": "in/IN/1980s:case the/DT/1980s:det 1980s/NNS/closed:obl",
    "this month": "this/DT/month:det month/NN/closed:obl:unmarked",
}


@pytest.mark.parametrize("time", TIMES.values(), ids=TIMES)
@pytest.mark.parametrize("comma", [",", ",/,/fell:punct"])
def test_behind_a_date_and_a_comma_it_stands_beside(claimed, time, comma):
    read = claimed(f"{CLOSED} {time} {comma} {WHEN}")
    assert read.spans == [read.doc.text.split(",")[0], "rents fell"]


@pytest.mark.parametrize(
    "time", ["in/IN/1981:case 1981/CD/closed:obl", "a/DT/month:det month/NN/closed:obl:unmarked ,"]
)
def test_without_a_comma_or_a_date_it_stays_inside(claimed, time):
    read = claimed(f"{CLOSED} {time} {WHEN}")
    assert read.spans == [read.doc.text.removesuffix("."), "rents fell"]


def test_it_is_of_the_date_also_where_the_comma_hangs_inside(claimed):
    read = claimed(f"{CLOSED} {TIMES['a year']} ,/,/fell:punct {WHEN}", dates="in 1981")
    assert [row["dates"] for row in read.claims] == [["d1"], ["d1"]]


@pytest.mark.parametrize(
    ("since", "span"),
    [
        ("has/VBZ/shrunk:aux shrunk=shrink/VBN/root since/IN/closed:mark mills/NNS/closed:nsubj closed=close/VBD/shrunk:advcl .",
         "Lima has shrunk since mills closed"),
        ("has/VBZ/shrunk:aux shrunk=shrink/VBN/root , since/IN/pays:mark nobody/NN/pays:nsubj pays/VBZ/shrunk:advcl .",
         "Lima has shrunk"),
        ("can/MD/pay:aux pay/VB/root , since/IN/closed:mark mills/NNS/closed:nsubj closed=close/VBD/pay:advcl .",
         "Lima can pay"),
    ],
    ids=["time", "told as now", "beside no perfect"],
)  # fmt: skip
def test_since_of_time_stays_and_of_reason_does_not(claimed, since, span):
    read = claimed(f"Lima/NNP/#3:nsubj {since}")
    assert read.spans[0] == span
    assert len(read.spans) == 2


SPENT = "They/PRP/spent:nsubj spent=spend/VBD/root it/PRP/spent:obj"


@pytest.mark.parametrize(
    "tail",
    [
        "as/IN/will:mark states/NNS/will:nsubj will/MD/spent:advcl .",
        "as/IN/say:mark papers/NNS/say:nsubj say/VBP/spent:advcl .",
        "as/RB/long:advmod long/RB/spent:advmod as/IN/remember:mark I/PRP/remember:nsubj remember/VBP/long:advcl .",
    ],
    ids=["no more than a helper", "manner", "as long as"],
)
def test_as_that_tells_nothing_of_its_own(claimed, tail):
    assert len(claimed(f"{SPENT} {tail}").claims) == 1


def test_as_behind_a_comma_tells(claimed):
    read = claimed(f"{SPENT} , as/IN/say:mark papers/NNS/say:nsubj say/VBP/spent:advcl now/RB/say:advmod .")
    assert read.spans[1] == "papers say now"


def test_where_behind_a_comma_is_a_relative(claimed):
    read = claimed(
        "Rents/NNS/fell:nsubj fell=fall/VBD/root here/RB/fell:advmod , where/WRB/live:advmod"
        " clerks/NNS/live:nsubj live/VBP/fell:advcl:relcl ."
    )
    assert read.spans == ["Rents fell here", "clerks live"]
