"""Blind: what the program found does not reach the browser. Adjudication: two versions, one is chosen."""

import json

import pytest

from pipeline import store
from pipeline.desk import comparison
from pipeline.desk.take import taken
from pipeline.record import Attribution
from pipeline.review import blank, replay


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def now(desk):
    document = next(iter(store.read(desk.folder / "documents.jsonl")))
    reviewed = replay(blank(document) if desk.log[0].blind else document, desk.log)
    assert not reviewed.refused
    return reviewed.document


def test_blind_sends_nothing_that_was_found(context, start, found, tools):
    desk = start(found, "--blind")
    page = context.new_page()
    bodies = []
    page.on("response", lambda response: bodies.append(response))
    page.goto(desk.address)
    page.wait_for_selector("#card .empty")
    press(page, "o")
    page.wait_for_selector("#documents [role=option]")
    press(page, "Escape")
    sent = "".join(each.text() for each in bodies if "/api/" in each.url)
    record = json.loads((found / "documents.jsonl").read_text().splitlines()[0])
    assert "harbour council" in sent
    for claim in record["claims"]:
        assert claim["id"] not in sent and (claim["text"] in tools.TEXT or claim["text"] not in sent)
    for word in (
        "40000000",
        "Ane Lund, PERSON",
        'confidence":0',
        "symbol",
        '"m1"',
        '"d1"',
        '"e1"',
        "modal_will",
    ):
        assert word not in sent


def test_a_blind_annotator_makes_claims_of_the_bare_text(context, start, found, tools):
    desk = start(found, "--blind")
    page = context.new_page()
    page.goto(desk.address)
    page.wait_for_selector("#card .empty")
    press(page, "v", *["ArrowRight"] * 5, *["Shift+ArrowRight"] * 2, "n")
    tools.ready(page)
    tools.eventually(lambda: desk.log)
    (claim,) = now(desk).claims
    assert claim.span.text == "The harbour council" and desk.log[0].blind
    assert (found / "reviews-ada.jsonl").exists() and not (found / "reviews.jsonl").exists()


def test_two_blind_annotators_do_not_see_each_other(context, start, found, tools):
    ada = start(found, "--blind")
    page = context.new_page()
    page.goto(ada.address)
    page.wait_for_selector("#card .empty")
    press(page, "v", "n")
    tools.eventually(lambda: ada.log)
    bo = start(found, "--blind", "--as", "bo", at=ada.port + 1)
    other = context.new_page()
    other.goto(bo.address)
    other.wait_for_selector("#card .empty")


@pytest.fixture
def gold(tools, tmp_path):
    """The same op-ed by another: one claim told otherwise, one that was not found, one that is not there, an amount
    with another value."""
    folder = tmp_path / "gold"
    folder.mkdir()
    m, was = tools.Maker(), tools.ferry()
    says = Attribution(
        source_type="person", source=m.at("Captain Ane Lund"), cue=m.at("said"), content="direct"
    )
    one, two, three, four = was.claims[:4]
    document = m.document(
        "ferry",
        claims=(
            one.model_copy(update={"amounts": ("m7",), "dates": ()}),
            two.model_copy(
                update={"id": "g2", "kind": "evaluation", "text": "The ferry has not sailed even once."}
            ),
            three.model_copy(update={"id": "g3"}),
            four.model_copy(update={"id": "g4"}),
            m.claim("Nobody asked us", "Nobody", "asked", attribution=says),
        ),
        amounts=(was.amounts[0].model_copy(update={"id": "m7", "comparator": "ge"}),),
    )
    store.write([document], folder / "ferry.jsonl")
    return folder


def test_two_versions_are_beside_each_other_and_one_is_taken(context, start, found, gold, tools):
    desk = start(found, "--gold", str(gold))
    page = context.new_page()
    page.goto(desk.address)
    tools.ready(page)
    press(page, "j")
    page.wait_for_selector(".versions:has-text('2 fields differ')")
    row = page.inner_text(".versions tr:has-text('kind')")
    assert "fact" in row and "evaluation" in row
    press(page, "l")
    tools.eventually(lambda: desk.log)
    second = now(desk).claims[1]
    assert (second.kind, second.text, second.id) == (
        "evaluation",
        "The ferry has not sailed even once.",
        tools.ferry().claims[1].id,
    )
    press(page, "k")
    page.wait_for_selector(".versions:has-text('equal in every field')")
    press(page, "k", "h")
    tools.eventually(lambda: [each.verdict for each in desk.log] == ["edit", "accept"])


def test_what_only_the_other_has_is_taken_or_left(context, start, found, gold, tools):
    desk = start(found, "--gold", str(gold))
    page = context.new_page()
    page.goto(desk.address)
    tools.ready(page)
    page.wait_for_selector("#count:has-text('6 of 6')")
    page.click("#list [role=option]:has-text('Nobody asked us')")
    page.wait_for_selector("#card h2:has-text('Only in B')")
    press(page, "h")
    tools.eventually(lambda: [each.verdict for each in desk.log] == ["comment"])
    page.reload()
    tools.ready(page)
    page.click("#list [role=option]:has-text('Nobody asked us')")
    page.wait_for_selector("#card .badge:has-text('left out')")
    press(page, "l")
    tools.eventually(lambda: [each.verdict for each in desk.log] == ["comment", "add"])
    added = next(claim for claim in now(desk).claims if claim.span.text == "Nobody asked us")
    assert added.attribution.source.text == "Captain Ane Lund"
    page.wait_for_selector("#count:has-text('6 of 6')")


def test_only_disagreements_are_listed(context, start, found, gold, tools):
    desk = start(found, "--gold", str(gold))
    page = context.new_page()
    page.goto(desk.address)
    tools.ready(page)
    page.check("input[name=apart]")
    page.wait_for_selector("#count:has-text('3 of 6')")  # told otherwise, only in B, only in A


def test_taking_a_claim_brings_the_amounts_that_it_speaks_of(tools, gold):
    document, other = tools.ferry(), next(iter(store.read(gold)))
    ours = document.claims[0].id
    own, patch = taken(document, other, other.claims[0].id, ours)
    paths = [op["path"] for op in patch]
    assert own == ours and "/amounts/m1/comparator" in paths and f"/claims/{ours}/dates" in paths
    assert not any("m7" in json.dumps(op) for op in patch)


def test_pairs_are_the_closest_first_and_each_once(tools):
    m = tools.Maker()
    whole, part = (
        m.claim("The ferry has never sailed", "The ferry", "has never sailed"),
        m.claim("ferry has never sailed", "ferry", "has never sailed"),
    )
    assert comparison.pairs([whole], [part]) == {whole.id: part.id}
    assert comparison.pairs([whole, part], [part]) == {part.id: part.id}
    assert (
        comparison.pairs([whole], [m.claim("Two captains have resigned", "Two captains", "have resigned")])
        == {}
    )
