"""What the bar says."""

import pytest

from pipeline.cli.bar import bar, duration, spoken
from pipeline.run import Told


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "5 s"), (38, "40 s"), (54, "55 s"), (55, "1 min"), (130, "2 min"), (3_590, "1 h 00 min"),
        (12_345, "3 h 20 min"), (86_300, "23 h 50 min"), (200_000, "2 d 8 h"),
    ],
)  # fmt: skip
def test_time_left_is_as_exact_as_it_is_sure(seconds, said):
    assert duration(seconds) == said


@pytest.mark.parametrize(
    ("rate", "left", "said"),
    [(None, None, ""), (4_012.3, None, "4,012 words/s"), (4_012.3, 700, "4,012 words/s, 12 min left")],
)
def test_what_is_not_known_is_not_said(rate, left, said):
    assert spoken(rate, left) == said


def test_it_is_told_how_far_a_run_is_and_says_nothing_where_hidden(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("It rained.")
    with bar([str(tmp_path)], tmp_path / "out", hidden=True) as tell:
        assert tell is None
    with bar([str(tmp_path)], tmp_path / "out", hidden=False) as tell:
        tell(Told(done=0, words=0, begun=1, known=0, taken=2))
        tell(Told(done=1, words=2, begun=1, known=0, taken=2))
    assert capsys.readouterr().out == ""
