import importlib.util
import io
import re
from importlib import import_module
from pathlib import Path

import pytest
import typer
from rich.console import Console
from typer.testing import CliRunner

from pipeline import store
from pipeline.cli.paint import Painted, safe
from pipeline.cli.show import show
from pipeline.record import Failure

app = typer.Typer()
app.command()(show)


def _handmade():
    path = Path(__file__).parents[1] / "page" / "conftest.py"
    spec = importlib.util.spec_from_file_location("handmade_document", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.build()


@pytest.fixture(scope="module")
def document():
    return _handmade()


@pytest.fixture
def records(document, tmp_path):
    path = tmp_path / "documents.jsonl"
    other = document.model_copy(update={"id": "other", "title": "Another one"})
    store.write([document, other], path)
    return str(path)


def call(*args, **env):
    return CliRunner().invoke(app, list(args), env={"TERM": "xterm", **env})


def painted(document, *, width=92, **options):
    out = io.StringIO()
    Console(file=out, width=width, highlight=False, **options).print(Painted(document))
    return out.getvalue()


def test_found_records_are_shown_as_they_are(records):
    result = call(records, "--width", "100")
    assert result.exit_code == 0
    assert "¹Since ²reopening the port in 1998" in result.output
    assert "³·⁴totals reaching" in result.output
    assert "> 1,400,000,000 EUR · in 1998 · by 2019" in result.output
    assert "according to critics · possible" in result.output
    assert "February 2025 · quoting Harbour Minister Ilse Brandt · negated" in result.output


def test_a_pipe_gets_no_colour_codes_and_no_trailing_blanks(records):
    for width in ("30", "44", "80", "120"):
        output = call(records, "--width", width).output
        assert "\x1b" not in output
        assert not [line for line in output.splitlines() if line != line.rstrip()]
        assert max(map(len, output.splitlines())) <= int(width)


def test_a_terminal_gets_colours_unless_no_color_is_set(document, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[1;32m" in painted(document, force_terminal=True, color_system="standard")
    assert "\x1b[1;32m" not in painted(document, force_terminal=True, no_color=True)


def test_every_word_of_the_op_ed_is_there(document):
    shown = re.sub("[⁰¹²³⁴-⁹·]", "", painted(document))
    assert [word for word in document.text.split() if word not in shown] == []


def test_an_op_ed_cannot_write_control_codes_to_the_terminal(document):
    title = "bell\x07 colour\x1b[31m back\x9b31m turn\u202e"
    shown = painted(document.model_copy(update={"title": title}))
    assert not set(shown) & {"\x07", "\x1b", "\x9b", "\u202e"}
    assert safe("a\r\nb\tc") == "a b c"


def test_a_record_is_chosen_by_its_id(records):
    assert "Another one" in call(records, "--id", "other").output
    assert "Another one" not in call(records).output
    missing = call(records, "--id", "nobody")
    assert missing.exit_code == 1
    assert 'no record has the id "nobody"' in missing.stderr


def test_kinds_filter_and_numbers_stay(records):
    output = call(records, "--kind", "recommendation", "--kind", "evaluation").output
    assert "⁵No other neighbour" in output
    assert "¹Since" not in output
    assert "12 evaluation" in output


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--kind", "rumour"], '--kind "rumour" is none of fact, prediction, recommendation, evaluation'),
        (["--published", "soon"], '--published is "soon", which is not a date (YYYY-MM-DD)'),
        (["--convert", "KHR"], "there are no rates for 'KHR'"),
        (["--published", "2024-05-31"], "holds records that were found already"),
    ],
)
def test_a_call_that_makes_no_sense_ends_with_two(records, options, sentence):
    result = call(records, *options)
    assert result.exit_code == 2
    assert sentence in result.stderr


def test_sums_are_shown_in_another_currency_too(records):
    result = call(records, "--convert", "usd", "--width", "120")
    assert result.exit_code == 0
    assert "> 1,400,000,000 EUR ≈ 1.48 billion USD (4 March 2025)" in result.output
    assert "USD" not in call(records).output
    page = call(records, "--convert", "USD", "--html", "-").stdout
    assert "<b>&gt; 1,400,000,000 EUR</b>" in page and "≈ 1.48 billion USD (4 March 2025)</i>" in page


def test_the_folder_of_a_run_is_its_records(records):
    assert call(str(Path(records).parent)).output == call(records).output


def test_an_op_ed_is_chosen_by_its_id(tmp_path, monkeypatch, document):
    path = tmp_path / "op-eds.jsonl"
    path.write_text('{"text": "Apples.", "id": "a"}\n{\n{"text": "Figs.", "id": "b", "published": "soon"}\n')

    def extract_all(articles, **_):
        return iter([document.model_copy(update={"title": articles[0].text})])

    monkeypatch.setattr("pipeline.extraction.extract_all", extract_all)
    assert "Apples." in call(str(path)).output
    done = call(str(path), "--id", "b")
    assert "Figs." in done.output
    assert 'op-eds.jsonl line 3: "published" is "soon", which is not a date' in done.stderr
    missing = call(str(path), "--id", "c")
    assert (missing.exit_code, missing.stdout) == (1, "")
    assert missing.stderr == f'opclaims: {path}: no op-ed has the id "c"; there are a, b\n'


def test_a_page_that_cannot_be_written_is_said(records, tmp_path):
    done = call(records, "--html", str(tmp_path / "no" / "page.html"))
    assert done.exit_code == 1
    assert done.stderr.startswith("opclaims: cannot write ") and done.stderr.count("\n") == 1
    assert "No such file or directory" in done.stderr


def test_a_missing_file_is_one_sentence(tmp_path):
    result = call(str(tmp_path / "nowhere.txt"))
    assert result.exit_code == 1
    assert "nowhere.txt" in result.stderr
    assert "Traceback" not in result.stderr


def test_records_without_text_cannot_be_shown(document, tmp_path):
    path = tmp_path / "documents.jsonl"
    store.write([document.model_copy(update={"text": None})], path)
    for options in ([], ["--html", "-"]):
        result = call(str(path), *options)
        assert result.exit_code == 1
        assert "without its text" in result.stderr


def test_a_page_goes_to_a_file_or_to_standard_output(records, tmp_path):
    target = tmp_path / "page.html"
    assert call(records, "--html", str(target)).exit_code == 0
    page = target.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert call(records, "--html", "-").stdout == page


def test_an_op_ed_is_read_with_the_day_given(document, tmp_path, monkeypatch):
    asked = []

    def extract_all(articles, *, nlp, published):
        asked.extend([article.text for article in articles] + [str(published)])
        yield document

    monkeypatch.setattr(import_module("pipeline.extraction"), "extract_all", extract_all)
    path = tmp_path / "op-ed.txt"
    path.write_text("The harbour is open.", encoding="utf-8")
    result = call(str(path), "--published", "2025-03-04")
    assert result.exit_code == 0
    assert asked == ["The harbour is open.", "2025-03-04"]
    assert "A harbour is not a gift" in result.output


def test_an_op_ed_that_could_not_be_read_is_one_sentence(tmp_path, monkeypatch):
    failure = Failure(where="op-ed.txt", reason="is empty")
    monkeypatch.setattr(import_module("pipeline.extraction"), "extract_all", lambda *_, **__: iter([failure]))
    path = tmp_path / "op-ed.txt"
    path.write_text("Something.", encoding="utf-8")
    result = call(str(path))
    assert (result.exit_code, result.stderr) == (1, "opclaims: op-ed.txt: is empty\n")


def test_a_page_does_not_take_the_place_of_the_op_ed(records, tmp_path):
    before = Path(records).read_bytes()
    for same in (records, str(tmp_path / "." / Path(records).name)):
        done = call(records, "--html", same)
        assert (done.exit_code, done.stderr) == (2, f"opclaims: cannot write {same}: that is what is read\n")
    assert Path(records).read_bytes() == before
