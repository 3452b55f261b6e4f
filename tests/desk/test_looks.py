"""What the desk looks like to those who see little, and to those who do not see: contrast, roles, focus."""

import re
from pathlib import Path

import pytest

import pipeline.desk

CSS = (Path(pipeline.desk.__file__).parent / "static" / "desk.css").read_text("utf-8")
INKS = {  # ground → what is written on it
    "paper": ("ink", "soft", "source", "fact", "prediction", "recommendation", "evaluation"),
    "card": ("ink", "soft", "good", "wrong", "focus", "prediction"),
    "bar": ("ink", "soft", "good", "wrong", "prediction"),
    "lit": ("ink", "soft", "source", "good", "wrong", "prediction"),
    "press": ("ink", "soft"),
    "amount": ("ink", "source"),
    "date": ("ink", "source"),
    "entity": ("ink", "source"),
    "active": ("ink",),
    "preview": ("ink",),
    "fact": ("on",),
    "prediction": ("on",),
    "recommendation": ("on",),
    "evaluation": ("on",),
}


def colours(dark):
    blocks = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
    found = {}
    for block in blocks[: 2 if dark else 1]:
        found |= dict(re.findall(r"--([a-z]+): (#[0-9a-f]{3,8})", block))
    return found


def light(colour):
    digits = colour[1:] if len(colour) > 4 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a, b):
    high, low = sorted((light(a), light(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("ground, ink", [(ground, ink) for ground, inks in INKS.items() for ink in inks])
def test_every_pair_has_the_contrast_of_aa(ground, ink, dark):
    found = colours(dark)
    assert contrast(found[ground], found[ink]) >= 4.5


MEASURE = r"""() => {
    const parse = text => { const m = text.match(/[\d.]+/g).map(Number); return m.length > 3 ? m : [...m, 1]; };
    const lum = ([r, g, b]) => { const f = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b); };
    const bad = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.parentElement;
        if (!node.textContent.trim() || !at.checkVisibility() || at.closest(".sr, select, noscript")) continue;
        let ground = [255, 255, 255, 1];
        for (let up = at; up; up = up.parentElement) { const c = parse(getComputedStyle(up).backgroundColor); if (c[3] > 0.99) { ground = c; break; } }
        const ink = parse(getComputedStyle(at).color), [high, low] = [lum(ink), lum(ground)].sort((a, b) => b - a);
        const ratio = (high + 0.05) / (low + 0.05);
        if (ratio < 4.5) bad.push([node.textContent.trim().slice(0, 40), ratio.toFixed(2), at.className]);
    }
    return bad;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_written_on_the_page_has_the_contrast_of_aa(chromium, desk, tools, scheme):
    page = chromium.new_context(color_scheme=scheme, viewport={"width": 1440, "height": 900}).new_page()
    page.goto(desk.address)
    tools.ready(page)
    page.keyboard.press("a")
    page.keyboard.press("x")
    tools.saved(page)
    assert page.evaluate(MEASURE) == []
    for key in ("m", "?", "o"):
        page.keyboard.press(key)
        page.wait_for_selector("dialog h2")
        assert page.evaluate(MEASURE) == []
        page.keyboard.press("Escape")
    page.context.close()


def test_everything_that_can_be_pressed_has_a_name_and_is_reached_by_tab(page):
    nameless = page.evaluate(
        """() => [...document.querySelectorAll("button, input, select, textarea, [role=listbox], [tabindex='0']")]
            .filter(node => !(node.innerText?.trim() || node.ariaLabel || node.labels?.length)).map(node => node.outerHTML)"""
    )
    assert nameless == []
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.add(
            page.evaluate(
                "(n => n.id || n.name || n.dataset.act || n.dataset.field || n.tagName)(document.activeElement)"
            )
        )
        ring = page.evaluate(
            "(n => n === document.body || getComputedStyle(n).outlineStyle !== 'none')(document.activeElement)"
        )
        assert ring, page.evaluate("document.activeElement.outerHTML")
    assert {"documents-open", "search", "list", "paper", "accept", "reject", "modality", "subject"} <= seen


def test_the_list_is_a_listbox_whose_options_know_their_place(page):
    page.keyboard.press("j")
    assert page.get_attribute("#list", "aria-activedescendant") == "list-1"
    option = page.locator("#list-1")
    assert (option.get_attribute("role"), option.get_attribute("aria-selected")) == ("option", "true")
    assert (option.get_attribute("aria-posinset"), option.get_attribute("aria-setsize")) == ("2", "5")


def test_what_happens_is_said_aloud(page, tools):
    page.keyboard.press("j")
    page.wait_for_selector(
        "#say:has-text('Claim 2 of 5, fact, unreviewed: The ferry has never sailed.')", state="attached"
    )
    assert (
        page.get_attribute("#say", "aria-live") == "polite"
        and page.get_attribute("#saved", "role") == "status"
    )


def test_the_focus_stays_where_it_was_on_the_card(page, tools):
    page.focus("[data-field=subject]")
    page.keyboard.press("Enter")
    page.keyboard.press("a")
    tools.saved(page)
    assert page.evaluate("document.activeElement.dataset.field") == "subject"


def test_a_dialog_gives_the_focus_back(page):
    page.focus("[data-act=modality]")
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog h2")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.act") == "modality"


def test_marks_differ_by_more_than_colour(page):
    lines = page.evaluate(
        """() => ["fact", "prediction", "recommendation", "evaluation"].map(kind => { const n = document.createElement("span"); n.className = `claim ${kind}`;
            document.querySelector(".sheet").append(n); const s = getComputedStyle(n); return s.backgroundSize + s.backgroundImage.replace(/rgb[^)]*\\)/g, ""); })"""
    )
    assert len(set(lines)) == 4
    frames = page.evaluate(
        """() => ["amount", "date", "entity"].map(name => getComputedStyle(document.querySelector(`.sheet .${name}`)).outlineStyle)"""
    )
    assert frames == ["solid", "dashed", "none"]
