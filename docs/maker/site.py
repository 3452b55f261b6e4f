"""What the site holds besides `docs/`: pages of the rest of the repository, generated pages, files to take along.

`mkdocs build` gets it through `hook.py`; whatever else builds from Markdown, by `python docs/write.py --into FOLDER`.
"""

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from maker import DOCS, ROOT, notebook, tables

LIFTED = {
    "README.md": "about/readme.md",
    "ARCHITECTURE.md": "about/architecture.md",
    "CONTRIBUTING.md": "about/contributing.md",
    "CHANGELOG.md": "about/changelog.md",
    "SECURITY.md": "about/security.md",
    "corpus/README.md": "about/corpus.md",
    "corpus/GUIDELINES.md": "about/guidelines.md",
    "models/README.md": "about/model.md",
    "benchmarks/README.md": "about/benchmarks.md",
    "pipeline/gold/NOTES.md": "about/notes.md",
    "outputs/README.md": "outputs.md",
}
"""Page of the repository → page of the site."""
TAKEN = {
    "LICENSE": "files/LICENSE.txt",
    "models/LICENSE": "files/LICENSE-model.txt",
    "schema/opclaims-1.json": "files/opclaims-1.json",
    "schema/opclaims-1.dbt.yml": "files/opclaims-1.dbt.yml",
}
"""Files that pages link to."""
LINK = re.compile(r"(!?\[(?:[^\[\]]|\[[^\[\]]*\])*\])\(([^()\s#]*)(#[^()\s]*)?\)")
CODE = re.compile(r"(^```.*?^```[^\S\n]*$|`[^`]+`)", re.MULTILINE | re.DOTALL)


@cache
def homes() -> dict[str, str]:
    """Where a file of the repository stands in the site, from the root of each."""
    own = {f"docs/{name}": name for name in _docs()} | {"docs/tutorial.ipynb": "tutorial.md"}
    reasons = {f"decisions/{path.name}": f"decisions/{path.name}" for path in _decisions()}
    rows = {f"pipeline/lexicon/{one.name}.csv": f"tables/{one.name}.md" for one in tables.tables()}
    folders = {"decisions": "decisions/index.md", "docs": "README.md", "pipeline/lexicon": "tables.md"}
    return own | LIFTED | TAKEN | reasons | rows | folders


@cache
def sources() -> dict[str, str]:
    """A page of the site → the page of the repository that it is, for relative links."""
    return {page: source for source, page in homes().items() if source.endswith((".md", ".ipynb"))}


def added() -> Iterator[tuple[str, str | bytes]]:
    """Path in the site and content of all that is not in `docs/`; links are those of the repository."""
    for source, page in (LIFTED | TAKEN).items():
        yield page, (ROOT / source).read_text(encoding="utf-8")
    for path in _decisions():
        yield f"decisions/{path.name}", path.read_text(encoding="utf-8")
    yield "decisions/index.md", _list_of_decisions()
    for one in tables.tables():
        yield f"tables/{one.name}.md", tables.page(one)
        yield f"tables/{one.name}.csv", (tables.LEXICON / f"{one.name}.csv").read_bytes()
    page, pictures = _tutorial()
    yield "tutorial.md", page
    yield from pictures.items()


def relinked(text: str, page: str) -> str:
    """Links of a page of the repository, as the site has them; what the site does not have becomes plain words."""
    source = sources().get(page)
    if source is None:
        return text
    parts = CODE.split(text)
    return "".join(
        part if n % 2 else LINK.sub(lambda link: _relinked(link, source, page), part)
        for n, part in enumerate(parts)
    )


def _relinked(link: re.Match[str], source: str, page: str) -> str:
    words, target, place = link[1], link[2], link[3] or ""
    if not target or re.match(r"[a-z]+:", target):
        return link[0]
    wanted = posixpath.normpath(posixpath.join(posixpath.dirname(source), target))
    home = homes().get(wanted)
    if home is None:
        return words[1:-1]
    return f"{words}({posixpath.relpath(home, posixpath.dirname(page) or '.')}{place})"


def _docs() -> list[str]:
    kinds = (".md", ".png", ".webp", ".svg", ".ipynb")
    found = [path.relative_to(DOCS).as_posix() for path in sorted(DOCS.rglob("*")) if path.suffix in kinds]
    return [*found, *_tutorial()[1]]


@cache
def _tutorial() -> tuple[str, dict[str, bytes]]:
    return notebook.page(DOCS / "tutorial.ipynb")


def _decisions() -> list[Path]:
    return sorted((ROOT / "decisions").glob("*.md"))


def _list_of_decisions() -> str:
    lines = [
        f"- [{path.read_text(encoding='utf-8').splitlines()[0].removeprefix('# ')}]({path.name})"
        for path in _decisions()
    ]
    return "# Decisions\n\nWhy things are as they are: context, choice, price.\n\n" + "\n".join(lines) + "\n"
