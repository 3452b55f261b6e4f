"""Pages that are made are as the code would make them now, and name everything there is."""

import ast
import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest
import typer

import write
from maker import DOCS, LEXICON, ROOT, blocks, commands, decides, tables
from pipeline.cli import app, message, reread, score_files
from pipeline.convert import convert
from pipeline.exchange.remember import BY_HAND
from pipeline.exchange.values import NOT_GIVEN
from pipeline.record import Document, SkipReason
from pipeline.review.rates import Rate
from pipeline.review.reshape import UNKNOWN
from pipeline.run import output
from pipeline.score import Row
from pipeline.score.diff import Difference
from pipeline.score.error import Error
from pipeline.stages.worth.unknown import unknown
from pipeline.store import TABLES
from pipeline.store.export import tuples

KEPT = write.kept()


@pytest.mark.parametrize("name", KEPT)
def test_a_page_is_fresh(name):
    assert (DOCS / name).read_text(encoding="utf-8") == KEPT[name], "python docs/write.py"


def below(command, name):
    yield name, command
    for each, found in getattr(command, "commands", {}).items():
        yield from below(found, f"{name} {each}")


@pytest.mark.parametrize(("name", "command"), list(below(typer.main.get_command(app), "opclaims")))
def test_every_command_and_option_is_on_the_page(name, command):
    """Against what typer makes of the functions, which the page does not look at."""
    section = KEPT["commands.md"].split(f"\n## {name}\n")[1].split("\n## ")[0]
    head = KEPT["commands.md"].split("\n| ")[0]
    for one in command.params:
        if {"--install-completion", "--show-completion"} & set(one.opts):
            assert one.opts[0] in head
            continue
        for written in (*one.opts, *one.secondary_opts) if one.param_type_name == "option" else ():
            if written not in ("--help", "-h"):
                assert re.search(rf"`(?:--[\w-]+/)?{re.escape(written)}[ `/]", section), written
        if one.param_type_name == "argument":
            assert f"| `{one.metavar or one.name.upper()}` |" in section, one.name
        assert " ".join((one.help or "").split()).replace("|", "\\|") in section


def test_a_command_is_told_with_its_default_and_its_closed_values():
    page = commands.page()
    assert "| `--out DIR` | Folder to write to. | `outputs` |" in page
    assert "One of `local`, `ray`. | `local` |" in page
    assert "| `--resume/--fresh` |" in page and "| `--resume` |" in page
    assert "opclaims explain ID [FOUND] [OPTIONS]" in page


def models(schema):
    return {"Document": schema, **schema["$defs"]}


@pytest.mark.parametrize(
    ("name", "model"), list(models(Document.model_json_schema(mode="serialization")).items())
)
def test_every_field_of_the_record_is_on_its_page(name, model):
    section = KEPT["record.md"].split(f"\n## {name}\n")[1].split("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(model["properties"])
    for field, kind in model["properties"].items():
        assert kind.get("description"), f"{name}.{field} says not what it is"
    assert section.count("One of ") == len(re.findall(r"'(?:enum|const)'", str(model["properties"])))


def test_every_column_of_every_csv_is_on_the_page_of_the_files():
    page = (ROOT / "outputs" / "README.md").read_text(encoding="utf-8")
    for columns in TABLES.values():
        for column in columns:
            assert f"| `{column.name}` | {column.kind} | {column.meaning} |" in page


CSV = {
    "duplicates.csv": output._DUPLICATE,
    "scores.csv": [field.name for field in fields(Row)],
    "changes.csv": ["state", *(field.name for field in fields(Error) if field.name not in score_files.SPANS)],
    "opclaims diff --csv": [field.name for field in fields(Difference)],
    "opclaims gold rates": Rate._fields,
    "opclaims reread --csv": reread.COLUMNS,
    "facts.tsv": tuples.COLUMNS,
}
"""File, or what prints it → its columns, as the code has them."""


def test_every_column_of_the_other_csv_files_is_on_their_page():
    sections = re.split(r"^## ", (DOCS / "columns.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    told = {each.splitlines()[0]: re.findall(r"^\| `(\w+)` \|", each, re.MULTILINE) for each in sections}
    assert told == {name: list(columns) for name, columns in CSV.items()}


CODES = (DOCS / "codes.md").read_text(encoding="utf-8")


def test_every_exit_code_is_on_its_page():
    named = [name for name in vars(message) if name.isupper() and isinstance(getattr(message, name), int)]
    codes = {getattr(message, name) for name in named} | {0}
    assert len(codes) == 5
    assert {int(code) for code in re.findall(r"^\| `(\d+)` \|", CODES, re.MULTILINE)} == codes


def test_every_reason_why_a_sentence_gave_no_claim_is_on_the_page():
    section = CODES.split("## Why a sentence gave no claim")[1].split("## ")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)) == set(get_args(SkipReason))


def test_every_reason_why_a_field_is_empty_is_on_the_page():
    section = CODES.split("## Why a field is empty")[1].split("## ")[0]
    told = set(re.findall(r"^\| \w+ \| `(\w+)` \| `(\w+)` \|", section, re.MULTILINE))
    assert told == reasons()


def test_every_reason_that_people_and_their_tools_leave_is_on_the_page():
    section = CODES.split("## Why a field is empty")[1].split("\n## ")[0]
    told = re.findall(r"^\| `[^|]+` \| `(\w+)` \|", section, re.MULTILINE)
    assert sorted(told) == sorted([UNKNOWN, NOT_GIVEN, BY_HAND.reason])


def reasons():
    """(field, reason) from the code that says so: the stages `claims` and `worth`, and `convert`."""
    found = set()
    for path in sorted((ROOT / "pipeline" / "stages" / "claims").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            parts = [getattr(each, "value", each) for each in getattr(node, "elts", ())]
            if (
                isinstance(node, ast.Tuple)
                and len(parts) == 2
                and parts[0] is None
                and isinstance(parts[1], str)
            ):
                found.add(("subject", parts[1]))  # who it is, or why nobody knows
            if isinstance(node, ast.Dict):
                given = {
                    getattr(key, "value", None): each
                    for key, each in zip(node.keys, node.values, strict=True)
                }
                if {"field", "reason"} <= given.keys() and isinstance(given["reason"], ast.Constant):
                    found.add((given["field"].value, given["reason"].value))
    odd = {"amounts": ["m1"], "dates": ["d1"]}
    floating = {"id": "d1", "kind": "date", "first": None, "last": None}
    found |= {
        (each["field"], each["reason"])
        for each in unknown(odd, [{"id": "m1", "currency_basis": "ambiguous"}], [floating], None)
    }
    text = Path(convert.__file__ or "").read_text(encoding="utf-8")
    return found | {(convert.FIELD, reason) for reason in re.findall(r'_without\(amount, "(\w+)"\)', text)}


def test_every_table_has_a_purpose_and_every_column_a_meaning():
    assert tables.missing() == []
    assert [one.name for one in tables.tables()] == sorted(path.stem for path in LEXICON.glob("*.csv"))
    assert all(one.purpose.endswith((".", "…")) and one.readers for one in tables.tables())


def test_what_nobody_has_said_is_named(monkeypatch):
    monkeypatch.setattr(tables, "_purposes", lambda: {"gone": "x"})
    monkeypatch.setattr(tables, "meanings", lambda: {("units", "gone"): "x", ("*", "example"): "x"})
    said = tables.missing()
    assert "docs/maker/tables.csv: there is no table gone" in said
    assert "docs/maker/columns.csv: there is no column gone in units" in said
    assert "docs/maker/columns.csv: say what forms in units means" in said


@pytest.mark.parametrize("one", tables.tables(), ids=lambda one: one.name)
def test_a_table_is_shown_with_its_rows(one):
    page = tables.page(one)
    rows = page.split("\n## Rows\n")[1]
    shown = len(one.rows) if len(one.rows) <= tables.LONG else tables.SHOWN
    assert rows.count("\n| ") == shown + 2
    assert f"{len(one.rows):,} rows." in rows


def test_every_stage_is_told_in_order():
    page = (DOCS / "decides.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\w+)$", page, re.MULTILINE) == decides.stages()
    assert blocks.names(page) == [*(f"stage {stage}" for stage in decides.stages()), "rules"]


def test_tables_are_read_by_the_stages_whose_code_names_them():
    used = {one.name: one.readers for one in tables.tables()}
    assert used["comparators"] == ("money",)
    assert used["per"] == ("money",), "a key of a row is no table"
    assert "claims" in used["subordinators"], "named in a list of tables"


def test_a_made_part_is_put_between_its_marks():
    page = "a\n<!-- made: x -->\nold\n<!-- end -->\nb\n"
    assert blocks.fill(page, "x", "new") == "a\n<!-- made: x -->\n\nnew\n\n<!-- end -->\nb\n"
    assert blocks.fill(blocks.fill(page, "x", "new"), "x", "new") == blocks.fill(page, "x", "new")
    with pytest.raises(ValueError, match="no place for what is made: y"):
        blocks.fill(page, "y", "new")
