"""A claim's reasons in the terminal: the sentence, its tree, and field by field what decided."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from pipeline.cli.paint import KINDS, safe
from pipeline.cli.show import WIDEST
from pipeline.page.lookup import Row
from pipeline.page.why import Reason
from pipeline.record import Claim, Document, Span
from pipeline.trial.parse import Word

FIELD, KIND = 17, 6
"""Columns of a field's name, and of what a line under it is."""
DOUBTFUL = 0.6
"""Heads that the network is less sure of are marked."""
LONG = 70
"""Characters of a cue that are shown."""


def paint(
    document: Document, claim: Claim, words: Sequence[Word], why: Sequence[Reason], width: int | None
) -> None:
    console = Console(width=width, highlight=False)
    if width is None and console.width > WIDEST:
        console.width = WIDEST
    head = f"{claim.id} · {document.id} · sentence {claim.sentence + 1}, paragraph {claim.paragraph + 1}"
    console.print(Text(safe(head), "dim"))
    console.print(Text(safe(claim.text), f"bold {KINDS[claim.kind]}"))
    if words:
        console.print()
        console.print(_sentence(document, words))
        for tree in _trees(words):
            console.print(tree)
    for each in why:
        console.print()
        for line in _lines(each):
            console.print(line, soft_wrap=width is None and not console.is_terminal)


def _sentence(document: Document, words: Sequence[Word]) -> Text:
    """As it stands, the claim's own words bright."""
    text, said = document.text or "", Text()
    end = words[0].start
    for word in words:
        said.append(safe(text[end : word.start]))
        said.append(safe(word.text), "" if word.own else "dim")
        end = word.end
    return said


def _trees(words: Sequence[Word]) -> Iterator[Tree]:
    """A tree a sentence; marks of punctuation are left out."""
    shown = [word for word in words if word.pos != "PUNCT"]
    nodes = {word.at: Tree(_label(word), guide_style="dim") for word in shown}
    for word in shown:
        if word.head in nodes and word.head != word.at:
            nodes[word.head].children.append(nodes[word.at])
    for word in shown:
        if word.head == word.at or word.head not in nodes:
            yield nodes[word.at]


def _label(word: Word) -> Text:
    said = Text(safe(word.text), "bold" if word.own else "")
    said.append(f"  {word.dep.lower()} {word.pos}", "cyan")
    if word.lemma != word.text.lower():
        said.append(f" {safe(word.lemma)}", "dim")
    if word.sure is not None and word.sure < DOUBTFUL:
        said.append(f"  doubtful: {word.sure:.2f}", "yellow")
    return said


def _lines(each: Reason) -> Iterator[Text]:
    yield Text.assemble((each.field.ljust(FIELD), "bold"), safe(each.value))
    rule = ": ".join(safe(part) for part in (each.rule, each.meaning) if part)
    if rule:
        yield _line("rule" if each.rule else "why", rule)
    for cue in each.cues:
        yield _line("words", f"“{_short(cue)}”", f"  {cue.start}–{cue.end}")
    for row in each.rows:
        yield _line("table", f"{row.file}:{row.line}", f"  {_told(row)}")


def _line(kind: str, what: str, more: str = "") -> Text:
    return Text.assemble((" " * FIELD + kind.ljust(KIND), "dim"), what, (more, "dim"))


def _short(cue: Span) -> str:
    text = safe(cue.text)
    return text if len(text) <= LONG else f"{text[: LONG // 2].rstrip()} … {text[-LONG // 2 :].lstrip()}"


def _told(row: Row) -> str:
    """What the row says, but for its example."""
    told = [
        f"{name} {safe(value)}"
        for name, value in row.row.items()
        if value and name not in ("example", "reads")
    ]
    said = f"“{_short(row.said)}”: " if row.said is not None else ""
    return said + " · ".join(told)[: 2 * LONG]
