"""Makes the pages of the documentation that are made, and writes those that are kept in the repository.

    python docs/write.py                  # commands.md, record.md, tables.md, parts of decides.md and accuracy.md
    python docs/write.py --tour           # what the terminal says in tour.md (runs the program, 30 s)
    python docs/write.py --notebook       # docs/tutorial.ipynb, run anew (nbclient, ipykernel, matplotlib)
    python docs/write.py --pictures       # docs/img/tour-*.webp (playwright and a chromium)
    python docs/write.py --errors outputs # the examples of errors in accuracy.md, from a run over the corpus
    python docs/write.py --into FOLDER    # all pages of the site as Markdown, for whatever builds it

`mkdocs build --strict` makes the site of them; `tests/docs` holds them to the code.
"""

import argparse
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from maker import DOCS, accuracy, commands, decides, fields, site, tables, tour  # noqa: E402


def kept() -> dict[str, str]:
    """Page in docs/ → what it has to hold."""
    return {
        "commands.md": commands.page(),
        "record.md": fields.page(),
        "tables.md": tables.index(),
        "decides.md": decides.filled(text("decides.md")),
        "accuracy.md": accuracy.filled(text("accuracy.md")),
    }


def text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def put(name: str, content: str) -> None:
    """Write a page, if it changes."""
    path = DOCS / name
    if not path.exists() or path.read_text(encoding="utf-8") != content:
        path.write_text(content, encoding="utf-8", newline="")
        print(f"written: docs/{name}")


def into(folder: Path) -> None:
    """All that the site is made of, links and all, in a folder of its own."""
    shutil.copytree(
        DOCS, folder, ignore=shutil.ignore_patterns("maker", "*.py", "__pycache__"), dirs_exist_ok=True
    )
    for name, content in site.added():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    for path in folder.rglob("*.md"):
        page = path.relative_to(folder).as_posix()
        path.write_text(site.relinked(path.read_text(encoding="utf-8"), page), encoding="utf-8")


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--tour", action="store_true")
    options.add_argument("--notebook", action="store_true")
    options.add_argument("--pictures", action="store_true")
    options.add_argument("--errors", type=Path, metavar="FOUND")
    options.add_argument("--into", type=Path, metavar="FOLDER")
    chosen = options.parse_args()
    if tables.missing():
        sys.exit("\n".join(tables.missing()))
    if chosen.tour:
        put("tour.md", tour.rerun(text("tour.md")))
    if chosen.notebook:
        from maker import tutorial

        tutorial.save()
    if chosen.pictures:
        from maker import pictures

        pictures.take()
    if chosen.errors:
        put("accuracy.md", accuracy.with_errors(text("accuracy.md"), chosen.errors))
    if chosen.into:
        into(chosen.into)
    for name, content in kept().items():
        put(name, content)


if __name__ == "__main__":
    main()
