"""What a clause speaks of, told by its words alone."""

import pytest

from pipeline.stages.dates.tense import told


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("It fell on DATE.", "past"), ("It will fall on DATE.", "future"), ("It shall fall on DATE.", "future"),
        ("It won't fall on DATE.", "future"), ("It is going to fall on DATE.", "future"), ("It is to fall on DATE.", "future"),
        ("They are to meet on DATE.", "future"), ("It is set to fall on DATE.", "future"), ("It is due on DATE.", "future"),
        ("It is scheduled for DATE.", "future"), ("They plan to meet on DATE.", "future"), ("It is expected to fall on DATE.", "future"),
        ("It must fall on DATE.", "future"), ("It should fall on DATE.", "future"), ("He hopes to win on DATE.", "future"),
        ("He aims to win on DATE.", "future"), ("He intends to win on DATE.", "future"), ("The upcoming vote of DATE.", "future"),
        ("Let us meet on DATE.", "future"), ("I'll go on DATE.", "future"), ("On DATE it will fall.", "future"),
        ("On DATE it must fall.", "past"), ("It fell far and wide on DATE and will rise.", "past"),
        ("By DATE it falls.", "future"), ("Until DATE it falls.", "future"), ("Till DATE it falls.", "future"),
        ("By early DATE it falls.", "future"), ("By the DATE it falls.", "future"), ("By DATE it had fallen.", "past"),
        ("It was shut by DATE.", "past"), ("They were shut by DATE.", "past"), ("By DATE it did fall.", "past"),
        ("It will fall. It rose on DATE.", "past"), ("It will fall.\n\nIt rose on DATE.", "past"),
        ("“It will fall.” It rose on DATE.", "past"), ("By DATE it falls. It was so.", "future"),
        ("On DATE it fell. It will rise.", "past"), ("It rose. By DATE it falls.", "future"),
    ],
)  # fmt: skip
def test_the_tense_of_a_clause(text: str, tense: str) -> None:
    start = text.index("DATE")
    assert told(text, start, start + len("DATE")) == tense


def test_no_more_than_the_characters_around_a_date_are_read() -> None:
    far = "It will fall, " + "they say, " * 25 + "on DATE"
    assert told(far, far.index("DATE"), len(far)) == "past"
    near = "It will fall, " + "they say, " * 20 + "on DATE"
    assert told(near, near.index("DATE"), len(near)) == "future"
