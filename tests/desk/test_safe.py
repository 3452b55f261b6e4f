"""What is lost when something breaks (nothing), and what an evil record can do (nothing)."""

import json
import time

import pytest

from pipeline import store
from pipeline.record import Entity


@pytest.fixture
def desk(start, found):
    """A process of its own, which can be killed."""
    return start(found)


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def ids(desk):
    return [each.id for each in desk.log]


def test_a_reload_shows_what_was_decided(page, desk, tools):
    press(page, "a", "x")
    tools.saved(page)
    page.reload()
    tools.ready(page)
    assert page.inner_text("#done") == "2 of 5 decided"
    assert "3 of 5" in page.inner_text("#card h2")


def test_a_reload_right_after_a_key_loses_nothing(page, desk, tools):
    for _ in range(3):
        press(page, "a")
        page.reload()
        tools.ready(page)
    tools.eventually(lambda: len(desk.log) == 3)


def test_the_server_is_killed_and_comes_back(page, desk, tools, context):
    press(page, "a", "a")
    tools.saved(page)
    desk.kill()
    press(page, "4", "x")
    page.wait_for_selector("#saved[data-state=waiting]:has-text('Not saved: 2 waiting')")
    assert page.inner_text("#done") == "3 of 5 decided"  # the page goes on meanwhile
    desk.start()
    again = context.new_page()  # the new token comes with the new address, into the cookie of both
    again.goto(desk.address)
    tools.ready(again)
    page.wait_for_selector("#saved[data-state=saved]", timeout=15_000)
    assert [each.verdict for each in desk.log] == ["accept", "accept", "edit", "reject"]
    assert len(set(ids(desk))) == 4


def test_the_server_is_killed_and_the_page_is_closed(context, desk, tools):
    page = context.new_page()
    page.goto(desk.address)
    tools.ready(page)
    desk.kill()
    press(page, "a", "x")
    page.wait_for_selector("#saved:has-text('2 waiting')")
    page.close()
    desk.start()
    later = context.new_page()
    later.goto(desk.address)
    tools.ready(later)
    tools.eventually(lambda: [each.verdict for each in desk.log] == ["accept", "reject"])
    later.wait_for_selector("#done:has-text('2 of 5 decided')")


def test_killed_again_and_again_every_decision_is_there_once(page, desk, tools, context):
    made = 0
    for _ in range(3):
        for key in ("2", "1", "3", "1"):  # each changes the kind
            press(page, key)
            made += 1
        time.sleep(0.02)
        desk.kill()
        desk.start()
        helper = context.new_page()
        helper.goto(desk.address)
        tools.ready(helper)
        page.wait_for_selector("#saved[data-state=saved]", timeout=15_000)
        helper.close()
    tools.eventually(lambda: len(desk.log) == made)
    assert len(set(ids(desk))) == made


def test_an_answer_that_got_lost_is_written_once(page, desk, tools, context):
    lost = []

    def lose(route):
        route.fetch()  # the server has it
        lost.append(1)
        route.abort() if len(lost) == 1 else route.continue_()

    page.route("**/api/decisions", lose)
    press(page, "a")
    while len(lost) < 2:
        page.wait_for_timeout(50)
    tools.saved(page)
    assert [each.verdict for each in desk.log] == ["accept"]


def test_two_tabs_the_later_is_told(context, desk, tools):
    one, two = context.new_page(), context.new_page()
    for tab in (one, two):
        tab.goto(desk.address)
        tools.ready(tab)
    two.route("**/since*", lambda route: route.abort())  # it has not heard yet
    press(one, "x")
    tools.eventually(lambda: len(desk.log) == 1)
    press(two, "2")
    two.wait_for_selector("dialog.conflict:has-text('Somebody was faster')")
    assert "ada" in two.inner_text("dialog.conflict")
    assert [each.verdict for each in desk.log] == ["reject"]
    press(two, "Enter")  # keep theirs
    two.wait_for_selector("#card .badge.rejected")
    two.wait_for_selector("#saved[data-state=saved]")
    assert "fact" in two.inner_text(".labels") and len(desk.log) == 1


def test_two_tabs_mine_on_top(context, desk, tools):
    one, two = context.new_page(), context.new_page()
    for tab in (one, two):
        tab.goto(desk.address)
        tools.ready(tab)
    two.route("**/since*", lambda route: route.abort())
    press(one, "x")
    tools.eventually(lambda: len(desk.log) == 1)
    press(two, "2")
    two.click("dialog.conflict button:has-text('Put mine on top')")
    tools.eventually(lambda: [each.verdict for each in desk.log] == ["reject", "edit"])
    assert desk.log[1].base == 1


def test_two_people_on_two_desks_see_each_other(context, start, found, tools):
    ada = start(found)
    bo = start(found, "--as", "bo", at=ada.port + 1)
    one, two = context.new_page(), context.new_page()
    one.goto(ada.address)
    two.goto(bo.address)
    tools.ready(one)
    tools.ready(two)
    press(one, "a")
    two.wait_for_selector("#list .badge.accepted", timeout=10_000)
    press(two, "j", "x")
    one.wait_for_selector("#list .badge.rejected", timeout=10_000)
    assert [(each.who, each.verdict) for each in ada.log] == [("ada", "accept"), ("bo", "reject")]


PAYLOADS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>",
    "javascript:alert(1)", "<a href=javascript:alert(1)>x</a>", "<iframe srcdoc='<script>alert(1)</script>'>", "<body onload=alert(1)>", "<math><mtext></p><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>", "</script><script>alert(1)</script>", "<!--<script>alert(1)</script>", "]]><script>alert(1)</script>", "<style>*{display:none}</style>",
    "<input autofocus onfocus=alert(1)>", "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)>", "<object data=javascript:alert(1)>", "<embed src=javascript:alert(1)>",
    "<link rel=stylesheet href=//evil.example/x.css>", "<meta http-equiv=refresh content='0;url=//evil.example'>", "<base href=//evil.example/>", "{{7*7}}{% raw %}", "${alert(1)}`${alert(1)}`",
    "\" onmouseover=alert(1) x=\"", "' style='background:red' '", "&lt;script&gt;alert(1)&lt;/script&gt;", "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e", "<dialog open><h2>ada</h2></dialog>",
]  # fmt: skip


@pytest.fixture
def evil(tools, tmp_path):
    """Every payload as text, title, name, id, outlet, byline and comment."""
    folder = tmp_path / "evil"
    folder.mkdir()
    documents = []
    for n, payload in enumerate(PAYLOADS):
        m = tools.Maker(
            f"The ferry {payload} has sunk. More follows {payload} here.\n\nAnd {payload} again.\n"
        )
        name = Entity(id=f"e{payload}", span=m.at(payload), label="ORG", name=payload)
        claim = m.claim(
            f"The ferry {payload} has sunk",
            "The ferry",
            "has sunk",
            text=f"The ferry {payload} has sunk.",
            id=f"c{payload}",
            entities=(name.id,),
        )
        said = {"byline": payload, "outlet": payload, "language": payload}
        documents.append(
            m.document(
                f"{n} {payload}", f"{payload} in a title", claims=(claim,), entities=(name,)
            ).model_copy(update=said)
        )
    store.write(documents, folder / "documents.jsonl")
    return folder


def test_thirty_payloads_in_every_field_do_nothing(context, start, evil, tools):
    assert len(PAYLOADS) >= 30
    desk = start(evil, "--as", PAYLOADS[0])
    page = context.new_page()
    foreign = []
    page.on(
        "request",
        lambda request: (
            foreign.append(request.url)
            if not request.url.startswith((f"http://127.0.0.1:{desk.port}/", "data:"))
            else None
        ),
    )
    page.goto(desk.address)
    tools.ready(page)
    for n, payload in enumerate(PAYLOADS):
        page.wait_for_selector(f"#where:has-text('{n + 1} of {len(PAYLOADS)}')")
        page.locator(".standalone p", has_text=payload).wait_for()
        assert page.inner_text("#title") == " ".join(f"{payload} in a title".split())
        press(page, "c")
        page.fill("dialog textarea", payload)
        press(page, "Enter")
        page.wait_for_selector(".comments li")
        assert payload in page.text_content(".comments li")
        assert payload in page.text_content(".standalone p") and payload in page.text_content("#paper")
        page.click(".values button")
        assert page.input_value("dialog input[name=name]") == payload
        press(page, "Escape", "g", "Escape", "Shift+J")
    press(page, "o")
    page.wait_for_selector("#documents [role=option]")
    press(page, "Escape")
    assert not foreign
    strange = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter(node => ["SCRIPT", "STYLE", "IFRAME", "IMG", "SVG", "OBJECT", "EMBED", "VIDEO", "BASE", "MATH"].includes(node.tagName.toUpperCase())
            || [...node.attributes].some(a => a.name.startsWith("on") || /^javascript:/.test(a.value) && a.name === "href")).map(node => node.outerHTML)"""
    )
    assert strange == ['<script type="module" src="/static/desk.js"></script>']
    assert {each.note for each in desk.log} == set(PAYLOADS)
    assert json.loads(page.evaluate("JSON.stringify(document.body.dataset.who)")) == PAYLOADS[0]
