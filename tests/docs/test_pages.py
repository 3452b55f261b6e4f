"""The pages tell the truth: files they point to are there, commands they name exist, no part goes unnamed."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
import typer
from thinc.api import Config

from pipeline.cli import app

ROOT = Path(__file__).parents[2]
FOLDERS = (
    ".",
    "benchmarks",
    "corpus",
    "decisions",
    "docs",
    "docs/howto",
    "models",
    "outputs",
    "pipeline/gold",
)
PAGES = [path for folder in FOLDERS for path in sorted((ROOT / folder).glob("*.md"))]
COMMANDS = typer.main.get_command(app).commands
TOP = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
MADE = (
    "outputs/",
    "models/work",
    "models/metrics.json",
    "corpus/articles/ID.md",
    "ID.md",
    "FILE.md",
    "models/sources.yml",
)
"""What the commands and the training write, and names that stand for another: absent in a fresh clone."""


def page(name):
    return (ROOT / name).read_text(encoding="utf-8")


def code(text):
    """Everything in code blocks and code spans."""
    blocks = re.findall(r"^```[a-z]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return [*blocks, *re.findall(r"`([^`\n]+)`", prose)]


def paths(text):
    """Words in code that begin with a folder of the repository's root, or name one of its pages."""
    for piece in code(text):
        for word in re.findall(r"(?<![\w/.@-])[\w.-]+(?:/[\w.*-]+)+|\b[A-Z]+\.md\b", piece):
            if word.split("/")[0] in TOP or re.fullmatch(r"[A-Z]+\.md", word):
                yield word.rstrip(".")


pages = pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))


def prose(path):
    """Without code blocks and code spans."""
    text = re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`]+`", lambda code: code[0].replace("](", "] ("), text)


def anchors(path):
    """The places in a page that a link can name, as GitHub and the site name them: by its headings."""
    seen = Counter()
    for heading in re.findall(r"^#{1,6} (.+)$", prose(path), re.MULTILINE):
        name = re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")
        yield f"{name}-{seen[name]}" if seen[name] else name
        seen[name] += 1


@pages
def test_links_lead_somewhere(path):
    for target, place in re.findall(r"\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]*))?\)", prose(path)):
        found = path.parent / target if target else path
        assert found.exists(), target
        assert not place or (found.suffix == ".md" and place in set(anchors(found))), f"{target}#{place}"


def test_anchors_are_those_of_github(tmp_path):
    page = tmp_path / "x.md"
    page.write_text(
        "# A `code_x` of €5m\n\n```\n# none\n```\n## 4. Why?\n## Again\n## Again\n", encoding="utf-8"
    )
    assert list(anchors(page)) == ["a-code_x-of-5m", "4-why", "again", "again-1"]


def test_pictures_are_small_and_shown():
    shown = {
        name for path in PAGES for name in re.findall(r"!\[[^\]]+\]\([^)]*?([\w-]+\.\w+)\)", prose(path))
    }
    for path in sorted((ROOT / "docs" / "img").iterdir()):
        assert path.stat().st_size < 200_000, path.name
        assert path.name in shown, path.name


@pages
def test_files_named_in_code_are_there(path):
    named = [name for name in paths(path.read_text(encoding="utf-8")) if not name.startswith(MADE)]
    absent = [name for name in named if not any([*ROOT.glob(name), *path.parent.glob(name)])]
    assert absent == []


@pages
def test_commands_and_options_named_exist(path):
    for piece in code(path.read_text(encoding="utf-8")):
        for name, rest in re.findall(r"\bopclaims ([a-z]+)\b([^\n&|]*)", piece):
            assert name in COMMANDS, f"opclaims {name}"
            named = [COMMANDS[name], getattr(COMMANDS[name], "commands", {}).get((rest.split() or [""])[0])]
            known = {
                option
                for each in named
                if each
                for parameter in each.params
                for option in (*parameter.opts, *parameter.secondary_opts)
            } | {"--help"}
            assert set(re.findall(r"(?<!\S)--[a-z-]+", rest)) <= known, f"opclaims {name}{rest}"


def test_the_readme_begins_with_two_commands():
    block = re.search(r"^```[a-z]*\n(.*?)^```", page("README.md"), re.MULTILINE | re.DOTALL)
    assert block is not None
    lines = block[1].splitlines()
    assert len(lines) == 2
    assert "opclaims run corpus" in lines[0]
    assert "pytest" in lines[1]


def test_the_first_page_shows_the_example_of_the_readme():
    """Which `tests/articles` holds to what the program finds."""
    section = page("README.md").split("\n> ")[1]
    example = "> " + section[: section.index("|\n\n") + 2]
    assert example.count("\n") == 7
    assert example in page("docs/README.md")


def test_architecture_names_every_part():
    text = page("ARCHITECTURE.md")
    parts = [path.name for path in (ROOT / "pipeline").iterdir() if (path / "__init__.py").exists()]
    assert len(parts) >= 8
    assert [name for name in parts if f"pipeline/{name}/" not in text] == []


def test_architecture_names_every_stage_in_order():
    order = Config().from_disk(ROOT / "pipeline" / "default.cfg")["nlp"]["pipeline"]
    rows = re.findall(r"^\| [`*](\w+)[`*] \|", page("ARCHITECTURE.md"), re.MULTILINE)
    assert rows == order


def test_the_currency_row_shown_fits_the_table():
    row = re.search(r"^```csv\n(.*?)\n```", page("ARCHITECTURE.md"), re.MULTILINE | re.DOTALL)
    assert row is not None
    with (ROOT / "pipeline/lexicon/currencies.csv").open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    assert len(next(csv.reader([row[1]]))) == len(header)


def test_decisions_are_numbered_and_say_what_they_cost():
    notes = sorted((ROOT / "decisions").glob("*.md"))
    assert [note.name[:4] for note in notes] == [f"{number:04}" for number in range(1, len(notes) + 1)]
    for note in notes:
        found = re.findall(r"^## (.+)$", note.read_text(encoding="utf-8"), re.MULTILINE)
        assert found == ["Context", "Choice", "Price"], note.name


def test_what_the_page_of_questions_shows_fits_a_page():
    """Ten columns of a table, 93 characters of a block: what a site of 1280 pixels has room for."""
    page = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
    heads = re.findall(r"^(\|.*)\n\|---", page, re.MULTILINE)
    blocks = re.findall(r"^```.*?\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert len(heads) > 4 and max(len(re.findall(r"(?<!\\)\|", head)) - 1 for head in heads) <= 10
    assert blocks and max(len(line) for block in blocks for line in block.splitlines()) <= 93
