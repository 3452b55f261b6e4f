"""`opclaims schema`: the record as JSON Schema, and the tables in words."""

import json
from enum import Enum
from typing import Annotated

import typer

from pipeline.cli.load import room

ID = "urn:opclaims:schema:1"
"""Changes when a reader of the records could break; docs/schema.md says what that means."""


class Shape(str, Enum):
    json = "json"
    dbt = "dbt"
    markdown = "markdown"


def schema(
    shape: Annotated[
        Shape, typer.Option("--as", help="json: of a record; dbt, markdown: of the tables.")
    ] = Shape.json,
) -> None:
    """The JSON Schema (2020-12) of one line of documents.jsonl; or the tables of `opclaims load`, in words, as a source
    file for dbt or as Markdown.

    Examples:

    - `opclaims schema > claim-record.schema.json`

    - `opclaims schema --as dbt > models/sources.yml`
    """
    if shape is Shape.json:
        typer.echo(text())
        return
    room()
    from pipeline.store.sql import dictionary

    typer.echo(dictionary.dbt() if shape is Shape.dbt else dictionary.markdown(), nl=False)


def text() -> str:
    """The JSON Schema of a record, without the last line end."""
    from pipeline.record import Document

    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ID,
        **Document.model_json_schema(mode="serialization"),
    }
    return json.dumps(whole, indent=2, sort_keys=True, ensure_ascii=False)
