"""`opclaims run`: what is written, what is said, and the exit code."""

import json
from pathlib import Path

import pytest

FILES = [
    "amounts.csv", "claims.csv", "dates.csv", "documents.jsonl", "entities.csv", "run.json", "shards", "sums.csv",
]  # fmt: skip


def written(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_all_done_is_0_and_standard_output_stays_empty(here, opclaims):
    (here / "a.txt").write_text("Apples.")
    done = opclaims("run", "a.txt")
    assert (done.exit_code, done.stdout) == (0, "")
    assert sorted(path.name for path in (here / "outputs").iterdir()) == FILES
    assert "documents" in done.stderr
    assert "seconds" in done.stderr


def test_the_currency_asked_for_is_in_run_json_with_the_version_of_the_rates(here, opclaims):
    (here / "a.txt").write_text("Apples.")
    assert opclaims("run", "a.txt", "--convert", "eur", "-q").exit_code == 0
    manifest = json.loads((here / "outputs" / "run.json").read_text())
    assert manifest["options"]["convert"] == "EUR"
    assert manifest["versions"]["CurrencyConverter"]
    assert opclaims("run", "a.txt", "-q").exit_code == 0
    assert "CurrencyConverter" not in json.loads((here / "outputs" / "run.json").read_text())["versions"]


def test_sums_are_counted(here, opclaims, with_sum):
    (here / "a.txt").write_text("Apples.")
    done = opclaims("run", "a.txt", obj={"extract": with_sum})
    assert "contradicted 1" in done.stderr
    counts = json.loads((here / "outputs" / "run.json").read_text())["counts"]
    assert (counts["sums"], counts["contradicted_sums"]) == (1, 1)


def test_a_bad_file_is_3_and_the_rest_is_done(here, opclaims):
    (here / "a.txt").write_text("Apples.")
    (here / "b.txt").write_bytes(b"a\0b")
    (here / "c.jsonl").write_text('{"text": "poison"}\n{\n{"text": "Figs."}\n')
    done = opclaims("run", ".", "--out", "out", "--quiet")
    assert done.exit_code == 3
    assert done.stderr.splitlines() == [
        "b.txt: holds a NUL character at position 1: is it text?",
        "c.jsonl line 1: cannot be parsed",
        "c.jsonl line 2: is not JSON (Expecting property name enclosed in double quotes at column 2)",
    ]
    manifest = json.loads((here / "out" / "run.json").read_text())
    assert (manifest["counts"]["documents"], manifest["counts"]["failures"]) == (2, 3)
    assert manifest["sources"] == ["."]
    errors = [json.loads(line) for line in (here / "out" / "errors.jsonl").read_text().splitlines()]
    assert [f"{error['where']}: {error['reason']}" for error in errors] == done.stderr.splitlines()


def test_a_bad_day_costs_the_day_and_not_the_op_ed(here, opclaims):
    (here / "a.csv").write_text("text,published\nApples.,2024-05-31\nFigs.,31 Feb\n")
    done = opclaims("run", "a.csv", "-q")
    note = '"published" is "31 Feb", which is not a date (YYYY-MM-DD): left unknown'
    assert (done.exit_code, done.stderr) == (0, f"a.csv row 2: {note}\n")
    assert (here / "outputs" / "documents.jsonl").read_bytes().count(b"\n") == 2
    noted = json.loads((here / "outputs" / "notes.jsonl").read_text())
    assert (noted["where"], noted["note"]) == ("a.csv row 2", note)


def test_of_many_notes_the_first_are_said(here, opclaims):
    (here / "a.csv").write_text("text,published\n" + "".join(f"Figs {n}.,soon\n" for n in range(30)))
    lines = opclaims("run", "a.csv", "-q").stderr.splitlines()
    assert len(lines) == 21
    assert lines[-1] == f"and 10 more, in {Path('outputs', 'notes.jsonl')}"


def test_a_missing_file_is_1(here, opclaims):
    done = opclaims("run", "missing.txt", "-q")
    assert (done.exit_code, done.stderr) == (1, "missing.txt: does not exist\n")


@pytest.mark.parametrize(
    "arguments", [("missing.txt",), ("empty.txt",), (".",), ("-",), ("bad.jsonl", "*.md")]
)
@pytest.mark.parametrize("options", [(), ("--dry-run",), ("--limit", "1")])
def test_where_nothing_can_be_read_no_model_is_loaded_and_nothing_is_written(
    tmp_path, monkeypatch, opclaims, arguments, options
):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    Path("empty.txt").touch()
    Path("bad.jsonl").write_text("{\n{\n")
    (tmp_path / "outputs" / "shards").mkdir(parents=True)
    (tmp_path / "outputs" / "documents.jsonl").write_text("of yesterday")
    done = opclaims(
        "run", *arguments, *options, "--out", "../outputs", "--model", "no/such/model", obj={"extract": None}
    )
    assert done.exit_code == 1
    assert "the pipeline" not in done.stderr and "documents" not in done.output
    assert sorted(path.name for path in (tmp_path / "outputs").iterdir()) == ["documents.jsonl", "shards"]
    assert sorted(path.name for path in Path().iterdir()) == ["bad.jsonl", "empty.txt"]


@pytest.mark.parametrize("name", ["claims.csv", "notes.jsonl", "run.json"])
def test_a_file_of_yours_is_not_written_over(here, opclaims, name):
    mine = here / name
    mine.write_text("id,text\na,Mills closed.\n")
    done = opclaims("run", name, "--out", ".")
    said = f"opclaims: {name} was made by no run and would be written over: name another --out\n"
    assert (done.exit_code, done.stderr) == (2, said)
    assert mine.read_text() == "id,text\na,Mills closed.\n"
    assert [path.name for path in here.iterdir()] == [name]


def test_of_very_many_that_cannot_be_read_the_folder_has_all(here, opclaims):
    (here / "bad.jsonl").write_text("{\n" * 120)
    done = opclaims("run", "bad.jsonl", "-q")
    assert (done.exit_code, done.stderr.count("\n")) == (1, 101)
    assert (here / "outputs" / "errors.jsonl").read_bytes().count(b"\n") == 120


def test_stopping_at_the_first_error_is_3(here, opclaims):
    (here / "a.jsonl").write_text('{"text": "One."}\n{')
    done = opclaims("run", "a.jsonl", "-q", "--on-error", "stop")
    assert done.exit_code == 3
    assert "the same command goes on from there" in done.stderr


def test_a_dry_run_says_what_would_be_done_and_writes_nothing(here, opclaims):
    (here / "a.jsonl").write_text('{"text": "One of two."}\n{"text": "Two."}\n{')
    done = opclaims("run", "a.jsonl", "--dry-run")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "to do    2 op-eds, 4 words",
        "done     0 in the folder already",
        "not read 1; passed over 0",
        "time     about 0:00:01 with 1 worker",
    ]
    assert not (here / "outputs").exists()


def test_other_options_are_named_before_the_work(here, opclaims):
    (here / "a.txt").write_text("Apples.")
    opclaims("run", "a.txt", "-q")
    done = opclaims("run", "a.txt", "-q", "--published", "2024-05-31")
    changed = "--published: none then, 2024-05-31 now"
    said = f"what is in outputs was made otherwise ({changed}): all is done anew\n"
    assert (done.exit_code, done.stderr) == (0, said)
    assert opclaims("run", "a.txt", "-q", "--published", "2024-05-31").stderr == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "SOURCE"),
        (("a.txt", "--published", "31 Feb"), '--published is "31 Feb", which is not a date (YYYY-MM-DD)'),
        (("a.txt", "--workers", "0"), "workers"),
        (("a.txt", "--gold", "missing"), "missing"),
        (("a.txt", "--nonsense"), "nonsense"),
        (("a.txt", "--limit", "0"), "limit"),
        (("a.txt", "--on-error", "cry"), "on-error"),
        (("a.txt", "--out", "a.txt"), "cannot write to a.txt"),
        (("a.txt", "--convert", "KHR"), "--convert: there are no rates for 'KHR'; there are for AUD, BGN"),
    ],
)
def test_bad_usage_is_2_and_nothing_is_written(here, opclaims, arguments, said):
    (here / "a.txt").write_text("Apples.")
    done = opclaims("run", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.output
    assert not (here / "outputs").exists()


def test_a_model_that_is_not_there_is_2(here, opclaims):
    (here / "a.txt").write_text("Apples.")
    done = opclaims("run", "a.txt", "--model", "no/such/model", obj={"extract": None})
    assert done.exit_code == 2
    assert done.stderr.startswith("opclaims: cannot load the pipeline: ")
    assert done.stderr.count("\n") == 1


def test_standard_input(here, opclaims):
    assert opclaims("run", "-", "-q", input="Apples are dear.").exit_code == 0
    assert json.loads((here / "outputs" / "documents.jsonl").read_text())["text"] == "Apples are dear."
    assert opclaims("run", "-", "-q", input="").exit_code == 1


def test_an_interrupt_is_130_and_keeps_what_is_finished(here, opclaims, extract):
    (here / "a.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')

    def interrupted(articles):
        yield next(extract(articles))
        raise KeyboardInterrupt

    done = opclaims("run", "a.jsonl", obj={"extract": interrupted})
    assert done.exit_code == 130
    assert "interrupted" in done.stderr
    assert (here / "outputs" / "documents.jsonl").read_bytes().count(b"\n") == 1


def test_twice_gives_the_same_bytes(here, opclaims):
    (here / "a.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n{')
    for out in ("one", "two"):
        assert opclaims("run", "a.jsonl", "--out", out).exit_code == 3
    assert written(here / "one") == written(here / "two")
    assert len(written(here / "one")) > len(FILES)


def test_gold_prints_the_scores_and_writes_them(here, opclaims):
    (here / "a.txt").write_text("Apples are dear.")
    opclaims("run", "a.txt", "--out", "gold")
    done = opclaims("run", "a.txt", "--gold", "gold")
    assert done.exit_code == 0
    assert "entities" in done.stdout
    scores = json.loads((here / "outputs" / "scores.json").read_text())
    assert next(row for row in scores["rows"] if row["stage"] == "entities")["f1"] == 1.0


def test_bad_gold_is_said_before_the_work(here, opclaims):
    (here / "a.txt").write_text("Apples.")
    (here / "gold.jsonl").write_text("{}")
    done = opclaims("run", "a.txt", "--gold", "gold.jsonl")
    assert done.exit_code == 1
    assert "gold.jsonl line 1: " in done.stderr
    assert not (here / "outputs").exists()


def test_columns_of_other_names(here, opclaims):
    (here / "a.csv").write_text("body;when\nApples are dear.;2024-05-31\n")
    assert (
        opclaims("run", "a.csv", "-q", "--column", "text=body", "--column", "published=when").exit_code == 0
    )
    done = opclaims("run", "a.csv", "-q", "--column", "words=body")
    assert done.exit_code == 2
    assert "--column words=body: is not FIELD=NAME with a field of text, published" in done.stderr


def test_what_is_not_english_is_passed_over_unless_asked(here, opclaims):
    (here / "a.txt").write_text(
        "Die Ministerin versprach den Kliniken zwanzig Millionen, und niemand hat sie seither gesehen."
    )
    assert opclaims("run", "a.txt", "-q").exit_code == 0
    assert json.loads((here / "outputs" / "run.json").read_text())["counts"]["skipped"] == 1
    opclaims("run", "a.txt", "-q", "--any-language")
    assert json.loads((here / "outputs" / "run.json").read_text())["counts"]["documents"] == 1


def test_a_watch_ends_with_130(here, opclaims, monkeypatch):
    def ended(seconds):
        raise KeyboardInterrupt

    monkeypatch.setattr("pipeline.run.arrivals.time.sleep", ended)
    done = opclaims("run", "--watch", ".")
    assert done.exit_code == 130
    assert "what was finished is kept" in done.stderr


def test_another_run_into_the_folder_is_said(here, opclaims):
    from pipeline.run.files import alone

    (here / "a.txt").write_text("Apples.")
    (here / "outputs" / "shards").mkdir(parents=True)
    with alone(here / "outputs" / "shards" / "lock"):
        done = opclaims("run", "a.txt")
    assert (done.exit_code, done.stderr) == (2, "opclaims: another run is writing to outputs\n")


@pytest.mark.parametrize("format", ["csv", "tsv", "parquet", "parquet-flat"])
def test_what_was_exported_is_no_op_ed(here, opclaims, format):
    (here / "a.txt").write_text("Apples.")
    (here / "csv").mkdir()
    (here / "csv" / "b.csv").write_text("text\nPears.\n")
    assert opclaims("run", ".", "-q").exit_code == 0
    before = written(here / "outputs")
    assert opclaims("export", "outputs", "--as", format).exit_code == 0
    again = opclaims("run", ".", "-q")
    assert (again.exit_code, again.stderr) == (0, "")
    after = written(here / "outputs")
    assert {path: after[path] for path in before} == before
    assert before[Path("documents.jsonl")].count(b"\n") == 2
