"""`opclaims explain`: why a claim is as it is, with its sentence, its parse, and the row that decided each field."""

import json as js
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.message import FAILED, reason, say, stop

if TYPE_CHECKING:
    from pipeline.page.why import Reason
    from pipeline.record import Claim, Document
    from pipeline.trial.parse import Word

LISTED = 3
"""Claims that are named where an id begins several."""
Held = tuple["Document", "Claim"]


def explain(
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A claim's id, or as much of it as no other id begins with.",
            show_default=False,
        ),
    ],
    found: Annotated[
        Path, typer.Argument(exists=True, metavar="FOUND", help="documents.jsonl, or the folder it is in.")
    ] = Path("outputs"),
    json: Annotated[bool, typer.Option("--json", help="Print JSON instead.")] = False,
    parse: Annotated[
        bool,
        typer.Option("--parse/--no-parse", help="Read the op-ed again, to show how its sentence was parsed."),
    ] = True,
    model: Annotated[
        str | None, typer.Option(metavar="PATH", help="A spaCy pipeline to use instead of our own.")
    ] = None,
    width: Annotated[
        int | None, typer.Option(min=40, metavar="N", help="Columns; else the terminal's, at most 100.")
    ] = None,
) -> None:
    """Explain a claim: its sentence, how that was parsed, and for each field the rule, the words that led to it with
    their place in the op-ed, and the row of the table that decided.

    Where no row is named the rule looks at the parse alone. Colours are left out in a pipe, or where NO_COLOR is set.

    Examples:

    - `opclaims explain 9d4c20bf83949418`

    - `opclaims explain 9d4c outputs --json`
    """
    from pipeline.page.why import reasons

    try:
        document, claim = _the_one(id, found)
        words = _parsed(document, claim, model) if parse else []
        why = reasons(document, claim, {(word.start, word.end): word.lemma for word in words})
    except (ValueError, OSError) as error:
        stop(reason(error), FAILED)
    if json:
        typer.echo(js.dumps(_data(document, claim, words, why), ensure_ascii=False, indent=2))
    else:
        from pipeline.cli.explained import paint

        paint(document, claim, words, why, width)


def _the_one(id: str, found: Path) -> Held:
    """The claim with this id, or the only one whose id begins with it."""
    from pipeline import store

    known = [(document, claim) for document in store.read(found) for claim in _matching(document, id)]
    exact = [each for each in known if each[1].id == id]
    chosen = exact or known
    if not id or not chosen:
        raise ValueError(f'{found}: no claim has an id that begins with "{id}"')
    if len(chosen) > 1:
        ids = [f"{claim.id} ({document.id})" for document, claim in islice(chosen, LISTED)]
        more = f" and {len(chosen) - LISTED} more" if len(chosen) > LISTED else ""
        raise ValueError(f'{found}: "{id}" begins the ids of {len(chosen)} claims: {", ".join(ids)}{more}')
    return chosen[0]


def _matching(document: "Document", id: str) -> "Iterator[Claim]":
    return (claim for claim in document.claims if claim.id.startswith(id))


def _parsed(document: "Document", claim: "Claim", model: str | None) -> "list[Word]":
    from pipeline import assemble
    from pipeline.trial.parse import parsed

    if document.text is None:
        say(f"opclaims: {document.id} was written without its text: there is nothing to parse")
        return []
    nlp = assemble.load(model)
    name, _ = assemble.describe(nlp)
    if name != document.made_by.model:
        say(
            f"opclaims: the record was made by {document.made_by.model}; this is how {name} parses the sentence"
        )
    return parsed(nlp, document, claim)


def _data(document: "Document", claim: "Claim", words: "list[Word]", why: "list[Reason]") -> dict[str, Any]:
    return {
        "document": document.id,
        "claim": claim.id,
        "text": claim.text,
        "parse": [word._asdict() for word in words],
        "fields": [
            {
                **each._asdict(),
                "cues": [cue.model_dump() for cue in each.cues],
                "rows": [
                    {
                        "file": row.file,
                        "line": row.line,
                        "row": row.row,
                        "said": row.said and row.said.model_dump(),
                    }
                    for row in each.rows
                ],
            }
            for each in why
        ],
    }
