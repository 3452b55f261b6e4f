"""The published schema: it is the record's, records obey it, and within a major version it only grows."""

import copy
import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.store.sql.dictionary import closed, dbt, markdown
from pipeline.store.sql.tables import METADATA, TABLES

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "schema" / "opclaims-1.json"
FIRST = Path(__file__).parent / "opclaims-1.0.json"
"""As it was when major version 1 was published. Never written again."""


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def broken(old, new, at="Document"):
    """What a reader of the old schema could stumble over in records that obey the new one."""
    for name, was in old.get("$defs", {}).items():
        if name not in new["$defs"]:
            yield f"{name} is gone"
        else:
            yield from broken(was, new["$defs"][name], name)
    for name, was in old.get("properties", {}).items():
        if name not in new.get("properties", {}):
            yield f"{at}.{name} is gone"
        else:
            yield from _narrowed(was, new["properties"][name], f"{at}.{name}")
    for name in sorted(set(old.get("required", ())) ^ set(new.get("required", ()))):
        yield f"{at}.{name} is {'no longer' if name in old.get('required', ()) else 'now'} required"


def _narrowed(old, new, at):
    kinds = [_kinds(each) for each in (old, new)]
    if kinds[0] != kinds[1]:
        yield f"{at} was {sorted(kinds[0])} and is {sorted(kinds[1])}"
    if lost := _values(old) - _values(new):
        yield f"{at} no longer has {', '.join(sorted(lost))}"


def _kinds(schema):
    """Types and references, however deep."""
    inside = [schema.get("items"), *schema.get("anyOf", ())]
    own = {schema[key] for key in ("type", "$ref", "format", "pattern") if isinstance(schema.get(key), str)}
    return own | {kind for each in inside if isinstance(each, dict) for kind in _kinds(each)}


def _values(schema):
    inside = [schema.get("items"), *schema.get("anyOf", ())]
    return {*schema.get("enum", ())} | {
        value for each in inside if isinstance(each, dict) for value in _values(each)
    }


def test_the_published_schema_is_that_of_the_record():
    """Fails after any change of the record: `python schema/write.py`, if it only adds."""
    assert CliRunner().invoke(app, ["schema"]).stdout == PUBLISHED.read_text(encoding="utf-8")


def test_the_schema_only_grows():
    assert list(broken(load(FIRST), load(PUBLISHED))) == []


def change(schema, path, value):
    made = copy.deepcopy(schema)
    place = made
    for key in path[:-1]:
        place = place[key]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return made


CLAIM = ("$defs", "Claim", "properties")


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ((*CLAIM, "kind"), None, "Claim.kind is gone"),
        (("$defs", "Edit"), None, "Edit is gone"),
        (
            (*CLAIM, "kind", "enum"),
            ["fact"],
            "Claim.kind no longer has evaluation, prediction, recommendation",
        ),
        ((*CLAIM, "sentence", "type"), "string", "Claim.sentence was ['integer'] and is ['string']"),
        (("required",), ["id", "sha256", "text", "made_by", "title"], "Document.title is now required"),
        (("required",), ["id", "sha256", "text"], "Document.made_by is no longer required"),
    ],
)
def test_what_would_break_a_reader_is_seen(path, value, said):
    assert said in list(broken(load(FIRST), change(load(FIRST), path, value)))


def test_what_is_added_breaks_nobody():
    more = change(load(FIRST), (*CLAIM, "mood"), {"type": "string"})
    kinds = [*load(FIRST)["$defs"]["Claim"]["properties"]["kind"]["enum"], "rumour"]
    assert list(broken(load(FIRST), change(more, (*CLAIM, "kind", "enum"), kinds))) == []


def test_it_is_a_schema_and_gold_obeys_it():
    Draft202012Validator.check_schema(load(PUBLISHED))
    validator = Draft202012Validator(load(PUBLISHED))
    for path in sorted((ROOT / "corpus" / "gold").glob("*.jsonl"))[:4]:
        validator.validate(json.loads(path.read_bytes()))
    wrong = json.loads(path.read_bytes())
    wrong["claims"][0]["kind"] = "rumour"
    assert [error.json_path for error in validator.iter_errors(wrong)] == ["$.claims[0].kind"]


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_any_document_obeys_it(any_document, data):
    Draft202012Validator(load(PUBLISHED)).validate(json.loads(data.draw(any_document).to_json()))


def test_every_field_is_explained_in_it():
    schema = load(PUBLISHED)
    for name, each in [("Document", schema), *schema["$defs"].items()]:
        assert [field for field, about in each["properties"].items() if not about.get("description")] == [], (
            name
        )


def test_the_dictionary_is_that_of_the_tables():
    assert (ROOT / "schema" / "opclaims-1.dbt.yml").read_text(encoding="utf-8") == dbt()
    page = (ROOT / "docs" / "schema.md").read_text(encoding="utf-8")
    assert f"<!-- opclaims schema --as markdown -->\n{markdown()}<!-- end -->\n" in page


def test_dbt_finds_every_table_and_column():
    (source,) = yaml.safe_load(dbt())["sources"]
    found = {table["name"]: table for table in source["tables"]}
    assert set(found) == set(METADATA.tables)
    for name, table in found.items():
        assert table["description"]
        assert [column["name"] for column in table["columns"]] == list(METADATA.tables[name].columns.keys())
        assert all(column["description"] and column["data_type"] for column in table["columns"])
    kind = next(column for column in found["claims"]["columns"] if column["name"] == "kind")
    values = ["fact", "prediction", "recommendation", "evaluation"]
    assert kind["data_tests"] == ["not_null", {"accepted_values": {"arguments": {"values": values}}}]
    assert closed(TABLES["claims"], "text") == []
