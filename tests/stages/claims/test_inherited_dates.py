"""A length of time at the head of a sentence is counted from the one date of the sentence before."""

OPENED = "It/PRP/opened:nsubj opened/VBD/root in/IN/2016:case 2016/CD/opened:obl ."
SHUT = (
    "Within/IN/years:case four/CD/years:nummod years/NNS/shut:obl the/DT/bridge:det bridge/NN/shut:nsubj"
    " was/VBD/shut:aux:pass shut=shut/VBN/root ."
)
SHUTS = SHUT.replace("was/VBD/shut:aux:pass", "will/MD/shut:aux").replace("shut=shut/VBN", "shut=shut/VB")
GIVEN = "in 2016; Within four years"


def last(read):
    row = read.claims[-1]
    return row["text"], row["dates"], [(edit["reason"], edit["op"], edit["text"]) for edit in row["edits"]]


def test_a_length_is_counted_from_the_date_before(claimed):
    text, dates, edits = last(claimed(f"{OPENED}\n{SHUT}", dates=GIVEN))
    assert text == "Within four years of 2016 the bridge was shut."
    assert dates == ["d1", "d2"]
    assert edits == [("inherited_date", "insert", "of 2016")]


def test_its_source_is_the_date_itself(claimed):
    edit = claimed(f"{OPENED}\n{SHUT}", dates=GIVEN).claims[-1]["edits"][0]
    assert [source["text"] for source in edit["source"]] == ["2016"]


def test_what_lies_ahead_is_counted_from_today(claimed):
    assert last(claimed(f"{OPENED}\n{SHUTS}", dates=GIVEN))[1:] == (["d2"], [])


def test_another_paragraph_lends_none(claimed):
    assert last(claimed(f"{OPENED}\n\n{SHUT}", dates=GIVEN))[1:] == (["d2"], [])


def test_of_two_dates_none_is_taken(claimed):
    two = OPENED.replace(
        " .", " and/CC/sold:cc was/VBD/sold:aux:pass sold/VBN/opened:conj in/IN/2019:case 2019/CD/sold:obl ."
    )
    assert last(claimed(f"{two}\n{SHUT}", dates="in 2016; in 2019; Within four years"))[1:] == (["d3"], [])


def test_a_deadline_is_no_start(claimed):
    by = OPENED.replace("in/IN", "by/IN")
    assert last(claimed(f"{by}\n{SHUT}", dates="by 2016; Within four years"))[1:] == (["d2"], [])
