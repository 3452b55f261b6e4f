"""`opclaims schema`: the record as JSON Schema."""

import json

import typer


def schema() -> None:
    """The JSON Schema (2020-12) of one line of documents.jsonl.

    Example:

    - `opclaims schema > claim-record.schema.json`
    """
    from pipeline.record import Document

    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Document.model_json_schema(mode="serialization"),
    }
    typer.echo(json.dumps(whole, indent=2, sort_keys=True, ensure_ascii=False))
