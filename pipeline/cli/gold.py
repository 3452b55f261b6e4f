"""`opclaims gold`: from an annotator's notes to gold records, and whether they hold together."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.agree import agree
from pipeline.cli.merge import merge, rates
from pipeline.cli.message import FAILED, USAGE, count, plain, say, stop
from pipeline.cli.records import file_name

if TYPE_CHECKING:
    from pipeline.record import Article

app = typer.Typer(
    help="""Gold: notes → records, whether they hold together, how far two annotators agree, and gold from reviews.

    Example:

    - `opclaims gold sentences corpus/articles/rent-islands.md`
    - `opclaims gold build notes/*.yaml --articles corpus/articles --out corpus/gold`
    - `opclaims gold check corpus/gold`
    - `opclaims gold merge outputs --reviews outputs/reviews.jsonl --out gold`
    """,
    no_args_is_help=True,
)
app.command()(agree)
app.command()(merge)
app.command()(rates)

ARTICLES = Path("corpus/articles")
GOLD = Path("corpus/gold")


@app.command()
def sentences(
    article: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, metavar="FILE.md", help="An op-ed.")
    ],
    notes: Annotated[bool, typer.Option("--notes", help="As empty notes, ready to be filled in.")] = False,
) -> None:
    """The sentences of an op-ed with the numbers that notes use.

    Example:

    - `opclaims gold sentences corpus/articles/rent-islands.md --notes > rent-islands.yaml`
    """
    from pipeline.gold import blank, numbered

    item = _article(article)
    written = blank(item.text, item.id or article.stem, "hand") if notes else numbered(item.text)
    typer.echo(written, nl=False)


@app.command()
def build(
    notes: Annotated[
        list[Path], typer.Argument(exists=True, metavar="NOTES…", help="Files <id>.yaml, or folders.")
    ],
    articles: Annotated[
        Path, typer.Option(exists=True, file_okay=False, help="Folder of <id>.md.")
    ] = ARTICLES,
    out: Annotated[
        Path, typer.Option(file_okay=False, metavar="DIR", help="Where <id>.jsonl is written.")
    ] = GOLD,
) -> None:
    """Notes → gold records. What is wrong with a file is said all at once, and then nothing is written for it.

    Example:

    - `opclaims gold build notes/rent-islands.yaml --out corpus/gold`
    """
    failed = 0
    for path in _files(notes):
        failed += not _build(path, articles, out)
    if failed:
        raise typer.Exit(FAILED)


@app.command()
def check(
    gold: Annotated[
        Path, typer.Argument(exists=True, metavar="DIR", help="Folder (or file) of gold records.")
    ] = GOLD,
    articles: Annotated[
        Path | None,
        typer.Option(exists=True, file_okay=False, help="Folder of <id>.md [default: beside DIR]."),
    ] = None,
    split: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            dir_okay=False,
            help="document,split [default: split.csv beside DIR, if there is one].",
        ),
    ] = None,
) -> None:
    """Whether gold holds together: each finding in one sentence, with file and line; exit code 1 if there is any.

    Example:

    - `opclaims gold check corpus/gold`
    """
    from pipeline.gold import check_gold

    beside = (gold if gold.is_dir() else gold.parent).resolve().parent
    articles = articles or beside / "articles"
    if not articles.is_dir():
        stop(f"there is no {articles}: say with --articles where the op-eds are", USAGE)
    split = split or beside / "split.csv"
    if not split.exists():
        say(f"there is no {split}: whether each document is in a part is not looked at")
    findings = check_gold(gold, articles, split if split.exists() else None)
    for finding in findings:
        typer.echo(plain(str(finding)))
    if findings:
        say(f"opclaims: {count(len(findings), 'finding')} in {gold}")
        raise typer.Exit(FAILED)
    say(f"{gold}: nothing found")


def _files(notes: Iterable[Path]) -> list[Path]:
    """The notes, folders opened, by name."""
    found: list[Path] = []
    for path in notes:
        found += sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    if not found:
        stop("no notes: the folder holds no .yaml files", USAGE)
    return found


def _build(path: Path, articles: Path, out: Path) -> bool:
    from pipeline.gold import read_notes
    from pipeline.store import write

    document, problems = read_notes(path, articles)
    for problem in problems:
        say(str(problem))
    if document is None:
        say(f"{path.name}: {count(len(problems), 'problem')}, not built")
        return False
    try:
        out.mkdir(parents=True, exist_ok=True)
        write([document], out / file_name(document.id))
    except OSError as error:
        stop(f"cannot write {error.filename or out}: {error.strerror or error}", FAILED)
    counts = ", ".join(
        f"{len(getattr(document, key))} {key}" for key in ("claims", "amounts", "dates", "entities")
    )
    n = len(document.skipped)
    say(f"{out / document.id}.jsonl: {counts}, {n} sentence{'' if n == 1 else 's'} skipped")
    return True


def _article(path: Path) -> "Article":
    from pipeline.read import read
    from pipeline.record import Failure

    item, *more = read([str(path)])
    if isinstance(item, Failure):
        stop(f"{item.where}: {item.reason}", FAILED)
    if more:
        stop(f"{path} is more than one op-ed", FAILED)
    return item
