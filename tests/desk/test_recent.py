"""What was asked for last is held; what was not asked for longest is made anew."""

from pipeline.desk.recent import KEPT, Recent


def test_what_was_asked_for_last_is_held():
    made = []
    recent = Recent()

    def make(number):
        made.append(number)
        return f"document {number}"

    for number in (*range(KEPT), 0, KEPT, 0, 1):
        assert recent.get(number, make) == f"document {number}"
    assert made == [*range(KEPT), KEPT, 1]
    assert len(list(recent)) == KEPT


def test_what_cannot_be_made_is_not_held():
    recent = Recent()
    for _ in range(2):
        try:
            recent.get(0, {}.__getitem__)
        except KeyError:
            continue
        raise AssertionError("nothing was refused")
    assert list(recent) == []
