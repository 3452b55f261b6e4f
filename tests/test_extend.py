"""What ARCHITECTURE.md tells a newcomer: a stage is one file and one entry point, a currency is one row.

Both are done as a stranger would do them: in a process of its own, with nothing of ours changed.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pipeline
from pipeline import lexicon

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
ENTRY_POINTS = "[spacy_factories]\nshouts = shouts:make\n"

BUILD = """
import json, sys
import spacy
from pipeline.assemble import TOKENIZER

nlp = spacy.blank("en", config={"nlp": {"tokenizer": TOKENIZER}})
for stage in ("tokenize", "money", "dates", "claims", "worth"):
    nlp.add_pipe(f"opclaims_{stage}", name=stage)
nlp.add_pipe("shouts", after="claims")
nlp.to_disk(sys.argv[1])
doc = spacy.load(sys.argv[1])("Peru paid! It owes $3 million! Now.")
print(json.dumps([nlp.pipe_names, doc._.shouts, [span.start for span in doc.spans["shouts"]], len(doc._.money)]))
"""

READ = """
import json, sys
from pathlib import Path
from pipeline import lexicon

lexicon.HERE = Path(sys.argv[1])
from pipeline.stages.money.amount import find

found = [amount for text in sys.argv[2:] for amount in find(text)]
print(json.dumps([[a.currency, a.currency_basis, str(a.value)] for a in found]))
"""


def block(language: str) -> str:
    """The page's first code block in a language."""
    found = re.search(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"ARCHITECTURE.md shows no {language}"
    return found[1]


def python(tmp_path: Path, *arguments: str) -> str:
    """What a fresh interpreter prints, with `tmp_path` and this checkout to import from."""
    paths = [str(tmp_path), str(Path(pipeline.__file__).parents[1])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "COLUMNS": "200"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def install(tmp_path: Path) -> None:
    """What `pip install` of a third party's package leaves: its file, and its entry point."""
    (tmp_path / "shouts.py").write_text(block("python"), encoding="utf-8")
    info = tmp_path / "shouts-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: shouts\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(ENTRY_POINTS, encoding="utf-8")


def test_a_stage_of_a_third_party_runs_is_saved_and_is_listed(tmp_path):
    install(tmp_path)
    names, rows, starts, amounts = json.loads(python(tmp_path, "-c", BUILD, "mine"))
    assert names == ["tokenize", "money", "dates", "claims", "shouts", "worth"]
    assert rows == [
        {"span": {"start": 9, "end": 10, "text": "!"}},
        {"span": {"start": 29, "end": 30, "text": "!"}},
    ]
    assert (len(starts), amounts) == (2, 1)
    listed = python(tmp_path, "-m", "pipeline", "stages", "--model", "mine")
    assert re.search(r"shouts\s+doc\._\.claims\s+doc\._\.shouts", listed)


def test_the_entry_point_shown_is_the_one_installed_here():
    group, line = block("toml").split("\n")[:2]
    assert group == "[project.entry-points.spacy_factories]"
    assert line.replace('"', "") in ENTRY_POINTS


def test_a_currency_is_one_row(tmp_path):
    copy = shutil.copytree(lexicon.HERE, tmp_path / "tables")
    texts = (
        "The dam cost 40 million zeds.",
        "A bus fare of 30 zents.",
        "A loan of Ƶ2.5 billion.",
        "XZD 7 million",
    )
    assert json.loads(python(tmp_path, "-c", READ, str(copy), texts[0]))[0][0] != "XZD"
    with (copy / "currencies.csv").open("a", encoding="utf-8") as table:
        table.write(block("csv"))
    assert json.loads(python(tmp_path, "-c", READ, str(copy), *texts)) == [
        ["XZD", "word", "40000000"],
        ["XZD", "word", "0.3"],
        ["XZD", "unique_mark", "2500000000"],
        ["XZD", "code", "7000000"],
    ]
