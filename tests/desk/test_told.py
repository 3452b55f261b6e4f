"""What the page says to whoever sees it, and where it stands after something went away or could not be opened."""

import pytest

from pipeline import store


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def told(page, words):
    page.wait_for_selector(f"#told:visible:has-text('{words}')")


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["w"], "Select words first"),
        (["n"], "Select the words of the new claim first"),
        (["."] * 2 + ["Delete"], "This field cannot be empty"),
        (["k"], "This is the first claim"),
        (["Shift+K"], "This is the first document"),
        (["h"], "There is no other version"),
        (["u"], "There is nothing to undo in this op-ed"),
        (["Shift+U"], "There is nothing to redo in this op-ed"),
    ],
)
def test_what_a_key_cannot_do_is_seen(page, keys, words):
    press(page, *keys)
    told(page, words)
    assert page.query_selector("dialog") is None


def test_what_is_undone_is_not_undone_twice(page, desk, tools):
    """Pressed until it is seen: the answer to the undo before may come late, and says its own."""
    press(page, "a", "u")
    tools.eventually(lambda: [each.verdict for each in desk.log] == ["accept", "undo"])

    def refused():
        press(page, "u")
        return (
            page.query_selector("#told:visible:has-text('There is nothing to undo in this op-ed')")
            is not None
        )

    tools.eventually(refused)
    assert [each.verdict for each in desk.log] == ["accept", "undo"]


def test_undo_is_of_the_op_ed_that_is_open(page, desk, tools):
    press(page, "a", "Shift+J")
    page.wait_for_selector("#where:has-text('2 of 2')")
    press(page, "u")
    told(page, "There is nothing to undo in this op-ed")
    press(page, "Shift+K")
    page.wait_for_selector("#where:has-text('1 of 2')")
    press(page, "u")
    tools.eventually(lambda: [each.verdict for each in desk.log] == ["accept", "undo"])


def test_glued_to_the_one_before_the_claim_that_holds_both_is_shown(page, tools):
    press(page, "j", "g", "1")
    page.wait_for_selector("#count:has-text('4 of 4')")
    page.wait_for_selector("#card h2:has-text('1 of 4')")


def test_a_new_claim_that_is_undone_leaves_its_neighbour(page, tools):
    press(page, "j", "j", "v", "Shift+ArrowRight", "n")
    page.wait_for_selector("#count:has-text('6 of 6')")
    press(page, "u")
    page.wait_for_selector("#count:has-text('5 of 5')")
    page.wait_for_selector("#card h2:has-text('of 5')")


def test_a_filter_leaves_no_stale_place_on_the_card(page):
    press(page, "/")
    page.keyboard.type("zzzz")
    page.wait_for_selector("#none:visible:has-text('No claim fits.')")
    page.wait_for_selector("#card h2:has-text('– of 0')")


@pytest.mark.parametrize("broken", ["a", "b"])
def test_a_broken_record_is_told_and_passed(tmp_path, start, context, tools, broken):
    for name in ("a", "b", "c"):
        store.write([tools.ferry(name)], tmp_path / f"{name}.jsonl")
    path = tmp_path / f"{broken}.jsonl"
    path.write_bytes(path.read_bytes()[:900] + b"\n")
    page = context.new_page()
    page.goto(start(tmp_path).address)
    if broken == "b":
        tools.ready(page)
        press(page, "Shift+J")
    told(page, f"{broken}.jsonl line 1")
    press(page, "Shift+J")
    after = "2 of 3" if broken == "a" else "3 of 3"
    page.wait_for_selector(f"#where:has-text('{after}')")


def test_the_list_is_there_in_a_narrow_window(page):
    page.set_viewport_size({"width": 1024, "height": 700})
    assert page.is_visible("#list") and page.is_visible("#card") and page.is_visible("#paper")
    assert page.evaluate("document.querySelector('.top').offsetHeight") < 90
