"""The figures of the accuracy page, lifted from README.md, and its examples of errors, from a run over the corpus.

The examples are chosen in `errors.csv`: what to look at, and what a person says of it. Only documents of `dev` are
looked at: errors of `test` are nobody's to read.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from maker import ROOT, markdown_table
from maker.blocks import fill
from pipeline.cli.records import of_parts
from pipeline.score import score
from pipeline.score.error import Error
from pipeline.store import read

CHOSEN = Path(__file__).parent / "errors.csv"
GOLD = ROOT / "corpus" / "gold"
BEGIN, END = "<!-- figures: python benchmarks/figures.py outputs --write -->\n", "<!-- end of figures -->"
LONGEST = 110
"""Characters of an answer that are shown."""


def filled(page: str) -> str:
    """With the figures, and what is said of them, as README.md has both: one source."""
    section = (
        (ROOT / "README.md").read_text(encoding="utf-8").split("\n## How good is it?\n")[1].split("\n## ")[0]
    )
    figures, prose = section.split(BEGIN)[1].split(END)
    return fill(fill(page, "figures", figures), "prose", relative(prose.split("\nSpeed:")[0]))


def relative(text: str) -> str:
    """Links of a page in the root, as a page in docs/ has them."""
    return re.sub(r"\]\((?!https?:|#)([^)\s]+)\)", lambda link: f"]({_from_docs(link[1])})", text)


def _from_docs(target: str) -> str:
    return target.removeprefix("docs/") if target.startswith("docs/") else f"../{target}"


def with_errors(page: str, found: Path) -> str:
    """With the chosen errors as a run makes them. Raises LookupError naming those that it does not make any more."""
    gold = of_parts(list(read(GOLD)), ["dev"], GOLD)
    made = list(score(list(read(found)), gold).errors())
    rows, mended = [], []
    for each in chosen():
        error = next(_fitting(each, made), None)
        if error is None:
            mended.append(f"{each['document']} {each['stage']}: {each['words']}")
        else:
            answers = [_said(answer, error.field) for answer in (error.gold, error.found)]
            rows.append([f"**{each['what']}**: {_sentence(error)}", *answers, each["why"]])
    if mended:
        raise LookupError(f"mended; choose others in {CHOSEN.name}: {'; '.join(mended)}")
    head = ["the sentence", "gold", "found", "why"]
    return fill(page, "errors", markdown_table(head, rows))


def chosen() -> list[dict[str, str]]:
    with CHOSEN.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _fitting(each: dict[str, str], made: list[Error]) -> Iterator[Error]:
    for error in made:
        place = (error.document, error.stage, error.field or "")
        if place == (each["document"], each["stage"], each["field"]) and each["words"] in error.sentence:
            yield error


def _sentence(error: Error) -> str:
    """The words around the error, and the op-ed they are from."""
    text, at = error.sentence, error.start - error.offset
    begin = 0 if at < 90 else text.rfind(" ", 0, at - 60) + 1
    end = len(text) if len(text) - begin < 200 else text.rfind(" ", 0, begin + 190)
    shown = f"{'… ' if begin else ''}{text[begin:end]}{' …' if end < len(text) else ''}"
    return f"{_plain(shown)} ({error.document})"


def _said(answer: str | None, field: str | None) -> str:
    """With the name of the field, where it is not the thing itself."""
    name = f"{field}: ".replace("_", " ") if field else ""
    if not answer:
        return f"{name}nothing"
    return name + _plain(answer if len(answer) <= LONGEST else f"{answer[:LONGEST].rstrip()} …")


def _plain(text: str) -> str:
    return text.replace("<", "&lt;").replace("*", "\\*").replace("$", "&#36;").replace("_", "\\_")
