import os
import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest

from pipeline.page.html import render
from pipeline.record import Document, Parent, digest

HOSTILE = (
    "</p><script>alert('x')</script> & \"quoted\" 'too' {{ 7 * 7 }} <img src=x onerror=y> &amp; \u202e.\n"
)


class Reader(HTMLParser):
    """The elements of a page, and the characters inside `#text`."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.elements, self.inside, self.depth = [], "", 0
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.elements.append((tag, attrs))
        if self.depth or attrs.get("id") == "text":
            self.depth += 1

    def handle_endtag(self, tag):
        self.depth -= self.depth > 0

    def handle_data(self, data):
        self.inside += data if self.depth else ""

    def having(self, **wanted):
        return [attrs for _, attrs in self.elements if all(attrs.get(k) == v for k, v in wanted.items())]


@pytest.fixture(scope="module")
def page(document):
    return Reader(render(document))


def bare(document, text) -> Document:
    nothing = dict.fromkeys(("claims", "amounts", "dates", "entities", "found", "skipped"), ())
    fields = {name: getattr(document, name) for name in Document.model_fields}
    return Document(**{**fields, **nothing, "text": text, "sha256": digest(text)})


def test_inside_the_paper_stand_the_words_of_the_op_ed_and_nothing_else(document, page):
    assert page.inside == document.text


def test_every_claim_has_a_place_in_the_text_and_a_card_that_point_to_each_other(document, page):
    for number in range(1, len(document.claims) + 1):
        assert len(page.having(id=f"t{number}", href=f"#c{number}")) == 1
        assert len(page.having(id=f"c{number}", **{"data-claim": str(number)})) == 1


@pytest.mark.parametrize("kinds", [["fact", "prediction", "recommendation", "evaluation"], ["evaluation"]])
def test_every_link_leads_somewhere_on_the_page(document, kinds):
    orphan = document.claims[-1].model_copy(update={"parent": Parent(claim="c2", relation="elaborates")})
    page = Reader(
        render(document.model_copy(update={"claims": (*document.claims[:-1], orphan)}), kinds=kinds)
    )
    ids = {attrs["id"] for _, attrs in page.elements if "id" in attrs}
    links = [attrs["href"] for tag, attrs in page.elements if tag == "a"]
    assert links
    assert {link.removeprefix("#") for link in links} <= ids


def test_no_id_is_given_twice(page):
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_nothing_is_loaded_from_anywhere(document):
    text = render(document)
    assert not re.search(r"""(?:src|href|action)\s*=\s*["']?\s*(?:https?:)?//""", text)
    assert not re.search(r"@import|url\(|fetch\(|XMLHttpRequest|<link(?![^>]*href=\"data:,\")", text)


def test_the_values_are_spelled_out_with_their_offsets(document):
    text = render(document)
    assert "&gt; 1,400,000,000 EUR" in text
    assert "1998-01-01 … 1998-12-31" in text
    span = document.amounts[0].span
    assert f"{span.start}–{span.end}" in text
    assert "partly quoting Harbour Minister Ilse Brandt, citing engineers&#39; reports" in text


def test_a_hostile_op_ed_stays_text(document):
    hostile = bare(document, HOSTILE).model_copy(
        update={"title": HOSTILE, "byline": HOSTILE, "outlet": HOSTILE}
    )
    page = Reader(render(hostile))
    assert page.inside == HOSTILE
    assert len([tag for tag, _ in page.elements if tag == "script"]) == 1
    assert not [tag for tag, _ in page.elements if tag == "img"]
    assert "alert('x')" not in render(hostile)


def test_markup_in_names_does_not_leave_its_attribute(document):
    entity = document.entities[0].model_copy(update={"name": '"><script>alert(1)</script>'})
    text = render(document.model_copy(update={"entities": (entity, *document.entities[1:])}))
    assert "<script>alert(1)" not in text


def test_only_the_kinds_asked_for_are_marked_and_numbers_stay(document):
    page = Reader(render(document, kinds=["evaluation"]))
    numbers = [n for n, claim in enumerate(document.claims, 1) if claim.kind == "evaluation"]
    assert [attrs["id"] for attrs in page.having(**{"class": "card evaluation"})] == [
        f"c{n}" for n in numbers
    ]
    assert not page.having(**{"class": "card fact"})
    assert page.inside == document.text


def test_words_that_were_filled_in_are_marked_on_the_card(document):
    text = render(document)
    assert ">Our fishermen</ins> deserve an answer." in text
    assert 'title="filled in: inherited date' in text


def test_a_document_without_claims_is_still_a_page(document):
    text = render(bare(document, "Nothing is claimed here?\n"))
    assert "No claims." in text
    assert "no claims" in text


def test_a_document_without_its_text_is_refused_in_one_sentence(document):
    with pytest.raises(ValueError, match="without its text"):
        render(document.model_copy(update={"text": None}))


def test_the_same_document_gives_the_same_page_whatever_the_order_of_sets(document):
    code = "import sys; from pipeline.page.html import render; from pipeline.record import Document\n"
    code += "sys.stdout.buffer.write(render(Document.model_validate_json(sys.stdin.buffer.read())).encode())"
    pages = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=document.to_json().encode(),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert pages == {render(document).encode()}
