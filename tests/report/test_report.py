"""The page: whole, self-contained, harmless; what it shows is what was scored."""

import json
import re
from html.parser import HTMLParser

import pytest

from pipeline.record import Document, digest
from pipeline.report import render
from pipeline.score import compare, score

MADE_BY = {"version": "t", "model": "t", "config": "t"}


def document(
    text: str, label: str, id: str = "a", date: tuple[str, str | None] = ("date", "in"), **claim: object
) -> Document:
    span = {"start": 0, "end": 4, "text": text[:4]}
    role = {
        "role": "predicate",
        "span": span,
        "text": "x",
        "head": span,
        "lemma": "x",
        "tense": "past",
        "voice": "active",
    }
    row = {"id": "c1", "span": span, "fragments": [span], "sentence": 0, "paragraph": 0, "region": "body", "text": "x",
           "subject": None, "object": None, "predicate": role, "kind": "fact", "polarity": {"value": "affirmed"},
           "modality": {"value": "asserted"}, "attribution": {"source_type": "author"}} | claim  # fmt: skip
    name = {"id": "e1", "span": span, "label": label, "name": text[:4]}
    at = text.index("1999")
    year = {"start": at, "end": at + 4, "text": "1999"}
    day = {"id": "d1", "span": year, "core": year, "kind": date[0], "relation": date[1], "edtf": None, "timex": None,
           "grain": None, "first": None, "last": None, "anchored_to": "none", "rule": "t"}  # fmt: skip
    about = {"id": id, "sha256": digest(text), "text": text, "made_by": MADE_BY}
    return Document.model_validate({**about, "entities": [name], "dates": [day], "claims": [row]})


EVIL = "Lyra</script><b>&amp; paid “a” 🐟 in 1999."


def data(page: str) -> dict[str, list[list[object]]]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    read: dict[str, list[list[object]]] = json.loads(found[1])
    return read


def test_no_text_of_an_op_ed_becomes_markup() -> None:
    page = render(score([document(EVIL, "ORG")], [document(EVIL, "GPE")]))
    assert EVIL not in page and "<b>&amp;" not in page
    assert data(page)["sentences"] == [[0, EVIL]]


def test_the_page_needs_no_network() -> None:
    page = render(score([document(EVIL, "ORG")], [document(EVIL, "GPE")]))
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//|@import|url\(""", page)


def test_every_error_is_in_the_list_with_both_sides() -> None:
    scores = score([document(EVIL, "ORG", kind="evaluation")], [document(EVIL, "GPE")])
    read = data(render(scores))
    fields, words = read["fields"], read["words"]
    told = [{name: words[n] for name, n in zip(fields, row, strict=False)} for row in read["rows"]]
    assert [(t["stage"], t["field"], t["gold"], t["found"]) for t in told] == [
        ("claims", "kind", "fact", "evaluation"),
        ("entities", "label", "GPE", "ORG"),
    ]
    assert [row[len(fields) :] for row in read["rows"]] == [[0, 0, 4, 0, 4]] * 2


def test_a_click_on_a_figure_names_a_filter_that_the_list_has() -> None:
    """Every button's filter must fit at least one error: the matrices and the list are made apart."""
    found = document(EVIL, "ORG", kind="evaluation", date=("vague", None))
    page = render(score([found], [document(EVIL, "GPE")]))
    read = data(page)
    fields, words = read["fields"], read["words"]
    told = [{str(name): words[n] for name, n in zip(fields, row, strict=False)} for row in read["rows"]]  # type: ignore[call-overload]
    filters = [json.loads(found.replace("&#34;", '"')) for found in re.findall(r"data-filter='(.*?)'", page)]
    assert len(filters) >= 8
    for wanted in filters:
        assert any(all((row[name] or "none") == value for name, value in wanted.items()) for row in told), (
            wanted
        )


def test_a_comparison_marks_new_errors_and_lists_mended_ones() -> None:
    gold = document(EVIL, "GPE")
    scores, other = (
        score([document(EVIL, "ORG")], [gold]),
        score([document(EVIL, "LOC", kind="evaluation")], [gold]),
    )
    for page, states in (
        (render(scores, compare(scores, other)), ["mended", "otherwise"]),
        (render(other, compare(other, scores)), ["new", "otherwise"]),
    ):
        read = data(page)
        at = read["fields"].index("state")  # type: ignore[arg-type]
        assert sorted(str(read["words"][row[at]]) for row in read["rows"]) == states  # type: ignore[call-overload]
    assert "1 new errors" in page and "0 mended" in page and "1 wrong otherwise" in page


@pytest.mark.parametrize("confidence", [None, 0.8])
def test_confidence_is_drawn_only_where_there_is_some(confidence: float | None) -> None:
    gold = document(EVIL, "GPE")
    page = render(score([document(EVIL, "GPE", confidence=confidence)], [gold]))
    assert ("<polyline" in page) == (confidence is not None)
    assert ("No claim says how sure it is" in page) == (confidence is None)


def test_the_markup_is_balanced() -> None:
    class Balance(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.open: list[str] = []

        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag not in ("meta", "link", "input", "br"):
                self.open.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    parser = Balance()
    page = render(score([document(EVIL, "ORG")], [document(EVIL, "GPE")]))
    parser.feed(re.sub(r"<path[^>]*/>|<polyline[^>]*/>", "", page))
    assert parser.open == []


def test_nothing_at_all_makes_a_page_too() -> None:
    assert "0 documents with gold" in render(score([], []))
