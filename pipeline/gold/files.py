"""A notes file and the folder of articles → a Document."""

from pathlib import Path

from pipeline.gold.build import build
from pipeline.gold.problems import Problem, Problems
from pipeline.read import read
from pipeline.record import Document, Failure


def read_notes(path: Path, articles: Path) -> tuple[Document | None, list[Problem]]:
    """The document of `<id>.yaml` with the text of `articles/<id>.md`, or None and all that is wrong."""
    problems = Problems(path.name)
    article = articles / f"{path.stem}.md"
    try:
        notes = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        problems.add(None, "", f"cannot be read ({error})")
        return None, problems.found
    item = next(iter(read([str(article)])), None)
    if item is None or isinstance(item, Failure):
        problems.add(None, "", f"its article {article} {item.reason if item else 'is not there'}")
        return None, problems.found
    if item.id != path.stem:
        problems.add(None, "", f"its article {article} has the id {item.id!r}, not {path.stem!r}")
        return None, problems.found
    return build(notes, item, problems), problems.found
