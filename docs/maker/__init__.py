"""What the documentation is made of besides the pages that people write: generated pages, and pages from elsewhere.

Two sorts of generated pages. Short ones are committed, so that they can be read on GitHub; `python docs/write.py`
writes them, and `tests/docs` holds them to the code. Long ones (a page a table, the notebook, the pages of the rest of
the repository) are made when the site is built (`hook.py`).
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
LEXICON = ROOT / "pipeline" / "lexicon"


def markdown_table(head: list[str], rows: list[list[str]]) -> str:
    """A table; what would break a cell is escaped."""
    lines = [head, ["---"] * len(head), *([cell(each) for each in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def code(text: str) -> str:
    """As code, also where the text holds backticks; nothing for nothing."""
    if not text:
        return ""
    fence = "``" if "`" in text else "`"
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
