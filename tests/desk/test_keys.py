"""A person at the keyboard, in a real Chromium; what the log says afterwards is what counts."""

import re
from pathlib import Path

import pytest

import pipeline.desk
from pipeline import store
from pipeline.review import replay


def verdicts(desk):
    return [each.verdict for each in desk.log]


def found(desk):
    return list(store.read(desk.folder / "documents.jsonl"))


def now(desk, number=0):
    """The first document as the decisions make it."""
    document = found(desk)[number]
    reviewed = replay(document, desk.log)
    assert not reviewed.refused
    return reviewed


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def card(page):
    return page.inner_text("#card")


def select(page, words):
    """As a mouse would select them."""
    page.evaluate(
        """words => {
            const leaves = [...document.querySelectorAll("#paper .leaf")], text = leaves.map(l => l.textContent).join("");
            const spot = at => { for (const leaf of leaves) { if (at <= leaf.textContent.length) return [leaf.firstChild, at]; at -= leaf.textContent.length; } };
            const at = text.indexOf(words);
            getSelection().setBaseAndExtent(...spot(at), ...spot(at + words.length));
        }""",
        words,
    )


def test_accept_reject_skip_flag_each_goes_on_to_the_next(page, desk, tools):
    press(page, "a", "x", "s", "f")
    tools.saved(page)
    assert verdicts(desk) == ["accept", "reject", "skip", "flag"]
    assert [now(desk).standing(f"/claims/{c.id}").status for c in now(desk).document.claims] == [
        "accepted",
        "rejected",
        "skipped",
        "flagged",
        None,
    ]
    assert "5 of 5" in page.inner_text("#card h2")
    assert page.inner_text("#done") == "4 of 5 decided"


def test_every_decision_says_who_when_on_what_and_how_long(page, desk, tools):
    press(page, "a")
    tools.saved(page)
    (one,) = desk.log
    assert (one.who, one.document, one.base, one.blind) == ("ada", "ferry", 0, False)
    assert (
        one.quote.exact.startswith("The harbour council")
        and one.seconds is not None
        and one.when.endswith("Z")
    )


def test_digits_set_the_kind(page, desk, tools):
    press(page, "2")
    tools.saved(page)
    assert now(desk).document.claims[0].kind == "prediction"
    assert "edited by ada" in card(page)


@pytest.mark.parametrize(
    "keys, field, value",
    [
        (("m", "2"), "modality", "probable"), (("p", "2"), "polarity", "negated"), (("y", "3"), "attribution", "organisation"),
        (("t", "2"), "facets", ("causal",)), (("i", "4"), "kind", "evaluation"),
    ],
)  # fmt: skip
def test_menus_take_digits(page, desk, tools, keys, field, value):
    press(page, *keys)
    tools.eventually(lambda: desk.log)
    held = getattr(now(desk).document.claims[0], field)
    assert getattr(held, "value", getattr(held, "source_type", held)) == value


def test_a_relation_takes_a_digit_for_itself_and_one_for_the_other_claim(page, desk, tools):
    press(page, "j", "r", "2", "1")
    tools.eventually(lambda: desk.log)
    first, second = now(desk).document.claims[:2]
    assert (second.parent.claim, second.parent.relation) == (first.id, "elaborates")


def test_undo_and_redo(page, desk, tools):
    press(page, "2")
    tools.saved(page)
    press(page, "u")
    tools.eventually(lambda: verdicts(desk) == ["edit", "undo"])
    assert now(desk).document.claims[0].kind == "fact"
    page.wait_for_selector("#card dd:has-text('fact')")
    press(page, "Shift+U")
    tools.eventually(lambda: verdicts(desk) == ["edit", "undo", "redo"])
    assert now(desk).document.claims[0].kind == "prediction"


def test_going_to_and_fro(page, tools):
    press(page, "j", "j", "k")
    page.wait_for_selector("#card h2:has-text('2 of 5')")
    press(page, "Shift+J")
    page.wait_for_selector("#where:has-text('2 of 2')")
    press(page, "Shift+K")
    page.wait_for_selector("#where:has-text('1 of 2')")


def test_the_end_moves_by_words_and_with_alt_by_characters(page, desk, tools):
    press(page, "j", "Shift+ArrowLeft", "Shift+ArrowLeft")
    tools.eventually(lambda: desk.log)
    assert len(desk.log) == 1  # keys that rest are one decision
    press(page, "u")
    tools.eventually(lambda: len(desk.log) == 2)
    tools.saved(page)
    press(page, ".", "Alt+Shift+ArrowLeft")
    tools.eventually(lambda: len(desk.log) == 3)
    assert now(desk).document.claims[1].subject.span.text == "The ferr"


def test_words_beyond_emoji_are_counted_in_code_points(page, desk, tools):
    press(page, "j", ".", "Shift+ArrowDown")  # the subject's start, one word later
    tools.eventually(lambda: desk.log)
    subject = now(desk).document.claims[1].subject.span
    assert subject.text == "ferry" and tools.TEXT[subject.start : subject.end] == "ferry"


def test_selected_words_fill_a_field(page, desk, tools):
    press(page, "j", "j", "j")
    select(page, "Two")
    press(page, "w")
    page.click("dialog button:has-text('subject')")
    tools.eventually(lambda: desk.log)
    assert now(desk).document.claims[3].subject.span.text == "Two"


def test_a_new_claim_of_selected_words(page, desk, tools):
    select(page, "It is a scandal 🤷🏽 of our own making")
    press(page, "n")
    tools.eventually(lambda: verdicts(desk) == ["add"])
    assert now(desk).document.claims[-1].span.text == "It is a scandal 🤷🏽 of our own making"
    page.wait_for_selector("#card h2:has-text('6 of 6')")
    assert "added by ada" in card(page)


def test_a_new_claim_by_keys_alone(page, desk, tools):
    press(page, "j", "j", "j", "j", "v", "ArrowLeft", "ArrowLeft", "ArrowLeft", "Shift+ArrowRight", "n")
    tools.eventually(lambda: verdicts(desk) == ["add"])
    assert now(desk).document.claims[-2].span.text == "Ane Lund"


def test_split_and_undo(page, desk, tools):
    select(page, "on a ferry")
    press(page, "d")
    tools.eventually(lambda: verdicts(desk) == ["split"])
    tools.saved(page)
    assert len(now(desk).document.claims) == 6
    page.wait_for_selector("#count:has-text('6 of 6')")
    press(page, "u")
    page.wait_for_selector("#count:has-text('5 of 5')")
    assert now(desk).document.claims == found(desk)[0].claims


def test_merge(page, desk, tools):
    press(page, "j", "g", "2")  # with the next
    tools.eventually(lambda: verdicts(desk) == ["merge"])
    page.wait_for_selector("#count:has-text('4 of 4')")
    assert len(now(desk).document.claims) == 4


def test_the_text_that_stands_alone(page, desk, tools):
    press(page, "e")
    page.fill("dialog textarea", "The council has spent over €40 million on one ferry.")
    press(page, "Enter")
    tools.eventually(lambda: desk.log)
    assert now(desk).document.claims[0].text == "The council has spent over €40 million on one ferry."


def test_a_comment_changes_nothing_else(page, desk, tools):
    press(page, "c")
    page.fill("dialog textarea", "Is this the same ferry?")
    press(page, "Enter")
    page.wait_for_selector(".comments:has-text('Is this the same ferry?')")
    assert now(desk).document.claims == found(desk)[0].claims


def test_an_amount_is_mended(page, desk, tools):
    page.click(".values button:has-text('40 million')")
    page.fill("dialog input[name=value]", "41000000")
    press(page, "Enter")
    tools.eventually(lambda: desk.log)
    assert now(desk).document.amounts[0].value == 41_000_000
    page.wait_for_selector(".values b:has-text('41,000,000')")


def test_a_new_amount_of_selected_words(page, desk, tools):
    press(page, "j", "j", "j")
    select(page, "Two")
    press(page, "w", "$")
    page.fill("dialog input[name=value]", "2")
    page.fill("dialog input[name=unit]", "count")
    press(page, "Enter")
    tools.eventually(lambda: desk.log)
    document = now(desk).document
    assert (
        document.claims[3].amounts == ("m2",) and {a.id: a.span.text for a in document.amounts}["m2"] == "Two"
    )


def test_what_the_record_would_not_take_is_refused_with_the_field(page, desk, tools):
    page.click(".values button:has-text('40 million')")
    page.fill("dialog input[name=value]", "a lot")
    press(page, "Enter")
    page.wait_for_selector("dialog.conflict:has-text('/amounts/m1/value')")
    assert desk.log == []
    page.click("dialog.conflict .main")
    assert "40,000,000" in card(page)


def test_an_edge_is_dragged(page, desk, tools):
    press(page, "j", ".")
    handle = page.locator(".edge.end")
    box = handle.bounding_box()
    target = page.evaluate(
        """() => { const leaf = [...document.querySelectorAll("#paper .leaf")].find(l => l.textContent.startsWith("The ferry has"));
            const range = document.createRange(); range.setStart(leaf.firstChild, 11); range.setEnd(leaf.firstChild, 13);
            const at = range.getBoundingClientRect(); return [at.right, at.top + at.height / 2]; }"""
    )
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(*target, steps=5)
    page.mouse.up()
    tools.eventually(lambda: desk.log)
    assert now(desk).document.claims[1].subject.span.text == "The ferry has"


def test_search_and_filters(page, tools):
    press(page, "/")
    page.keyboard.type("captains")
    page.wait_for_selector("#count:has-text('1 of 5')")
    press(page, "Escape")
    page.fill("#search", "")
    page.select_option("select[name=kind]", "recommendation")
    page.wait_for_selector("#count:has-text('1 of 5')")
    page.select_option("select[name=kind]", "")
    page.check("input[name=amount]")
    page.wait_for_selector("#count:has-text('1 of 5')")
    page.uncheck("input[name=amount]")
    page.select_option("select[name=order]", "least confident")
    page.wait_for_selector("#list [role=option] >> nth=4 >> text=The ferry has never sailed")
    page.select_option("select[name=order]", "what teaches most")
    page.wait_for_selector("#list [role=option] >> nth=4 >> text=The ferry has never sailed")


def test_a_key_while_the_next_document_is_coming_decides_nothing(page, desk, tools):
    page.evaluate(
        """() => { for (const [key, shiftKey] of [["J", true], ["a", false]])
            document.body.dispatchEvent(new KeyboardEvent("keydown", {key, shiftKey, bubbles: true})); }"""
    )
    page.wait_for_selector("#where:has-text('2 of 2')")
    tools.ready(page)
    assert desk.log == []


def test_the_queue(page, desk, tools):
    press(page, "o")
    page.wait_for_selector("#documents [role=option]")
    page.keyboard.type("second")
    page.wait_for_selector(".count:has-text('1 of 2')")
    press(page, "Enter")
    page.wait_for_selector("#where:has-text('2 of 2')")


def test_help_names_every_key(page):
    press(page, "?")
    page.wait_for_selector("dialog.help h2")
    assert "put the selected words into a field" in page.inner_text("dialog.help")
    press(page, "Escape")
    page.wait_for_selector("dialog", state="detached")


def test_the_page_for_annotators_names_every_key_that_the_desk_has():
    root = Path(pipeline.desk.__file__).parents[2]
    table = (root / "pipeline/desk/static/keys.js").read_text("utf-8")
    rows = re.findall(r'\["([^"]+)", "([^"]+)", "[A-Za-z_0-9]+"', table)
    told = (root / "docs/review.md").read_text("utf-8")
    assert len(rows) > 35
    assert [what for _, what in rows if what not in told and what != "kind, from a list"] == []
