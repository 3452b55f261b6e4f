"""The site: it is built without a complaint, loads nothing from elsewhere, and links of the repository hold in it."""

import base64
import json
import re

from maker import ROOT, notebook, site


def test_links_lead_to_the_page_that_the_site_has():
    text = "[a](../ARCHITECTURE.md#the-stages) [b](review.md) ![c](img/review-desk.png) [d](https://e.org/x.md) [f](#g)"
    assert site.relinked(text, "decides.md") == text.replace("../ARCHITECTURE.md", "about/architecture.md")


def test_a_page_from_elsewhere_has_links_from_its_new_place():
    assert site.relinked("[a](docs/schema.md) [b](LICENSE)", "about/readme.md") == (
        "[a](../schema.md) [b](../files/LICENSE.txt)"
    )


def test_tables_have_a_page_and_files_that_the_site_lacks_become_words():
    text = "[x](../pipeline/lexicon/units.csv), [pipeline/stages/money](../pipeline/stages/money)"
    assert site.relinked(text, "decides.md") == "[x](tables/units.md), pipeline/stages/money"


def test_code_is_left_alone():
    text = "`[a](../LICENSE)`\n\n```\n[a](../LICENSE)\n```\n"
    assert site.relinked(text, "decides.md") == text


def test_a_notebook_becomes_a_page(tmp_path):
    picture = base64.b64encode(b"png").decode()
    cells = [
        {"cell_type": "markdown", "source": ["# T\n", "\n", "Words."]},
        {"cell_type": "code", "source": "1 + 1", "outputs": [
            {"data": {"text/plain": ["2"]}}, {"text": ["said\n"]},
            {"data": {"text/html": "<style>x</style><table>\n <tr></tr></table>", "text/plain": "frame"}},
            {"data": {"image/png": picture, "text/plain": "<Figure>"}},
        ]},
    ]  # fmt: skip
    (tmp_path / "n.ipynb").write_text(json.dumps({"cells": cells}), encoding="utf-8")
    page, pictures = notebook.page(tmp_path / "n.ipynb")
    assert page.startswith(
        '# T\n\n<a href="n.ipynb" download>The same as a notebook</a>\n\nWords.\n\n```python\n1 + 1\n```'
    )
    assert "```text\n2\n```" in page and "```text\nsaid\n```" in page
    assert '<div class="frame"><table><tr></tr></table></div>' in page and "<style>" not in page
    assert pictures == {"n-1.png": b"png"} and "(n-1.png)" in page


def test_it_is_built_with_a_page_for_each_table_and_decision(built):
    pages = {path.relative_to(built).as_posix() for path in built.rglob("*.html")}
    assert {
        "index.html",
        "tour.html",
        "tutorial.html",
        "tables/units.html",
        "about/architecture.html",
    } <= pages
    assert {f"decisions/{path.stem}.html" for path in (ROOT / "decisions").glob("*.md")} <= pages
    for path in built.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        shown = re.findall(r"<img[^>]*?\ssrc=\"([^\"]+)\"", page)
        assert all((path.parent / name).is_file() for name in shown), path.name
    page = (built / "tutorial.html").read_text(encoding="utf-8")
    assert (
        "tutorial-1.png" in page and 'href="tutorial.ipynb"' in page and (built / "tutorial.ipynb").is_file()
    )
    assert 'href="tutorial.html"' in (built / "index.html").read_text(encoding="utf-8")
    assert not any("maker" in path.as_posix() or path.suffix == ".py" for path in built.rglob("*"))


def test_no_page_loads_anything_from_elsewhere(built):
    loads = re.compile(r"<(?:script|link|img|iframe)\b[^>]*?\s(?:src|href)=[\"']?(?:https?:)?//[^\"'>\s]*")
    for path in sorted(built.rglob("*.html")):
        assert loads.findall(path.read_text(encoding="utf-8")) == [], path.name
    for path in sorted(built.rglob("*.css")):
        assert re.findall(r"(?:url\(|@import )[\"']?https?:", path.read_text(encoding="utf-8")) == [], (
            path.name
        )
