"""Python on the pages runs as it stands, the notebook too, and what `extending.md` says of a verb is so."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import lexicon

ROOT = Path(__file__).parents[2]
PAGES = [
    path for path in sorted((ROOT / "docs").rglob("*.md")) if path.name != "scale.md"
]  # that wants a cluster
SHOWING = [path for path in PAGES if "\n```python\n" in path.read_text(encoding="utf-8")]


def blocks(path, language):
    return re.findall(
        rf"^```{language}\n(.*?)^```", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )


@pytest.mark.parametrize("path", SHOWING, ids=lambda path: path.stem)
def test_the_python_of_a_page_runs(path, tmp_path, monkeypatch):
    """Block after block, in a folder where `corpus` is the corpus, and `outputs` what was found."""
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    (tmp_path / "outputs").mkdir()
    shutil.copy(ROOT / "corpus" / "gold" / "nairobi-clinics.jsonl", tmp_path / "outputs" / "documents.jsonl")
    monkeypatch.chdir(tmp_path)
    names: dict = {}
    for n, block in enumerate(blocks(path, "python")):
        exec(compile(block, f"{path.name} block {n}", "exec"), names)
    assert names


def test_some_pages_show_python():
    assert {"python", "model", "extending", "exports"} <= {path.stem for path in SHOWING}


def test_the_notebook_runs_and_is_kept_without_errors():
    pytest.importorskip("nbclient", reason="pip install 'opclaims[docs]'")
    pytest.importorskip("ipykernel", reason="pip install 'opclaims[docs]'")
    pytest.importorskip("matplotlib", reason="pip install 'opclaims[docs]'")
    sys.path.insert(0, str(ROOT / "docs"))
    from maker import tutorial

    ran = tutorial.run()
    kept = json.loads(tutorial.NOTEBOOK.read_text(encoding="utf-8"))
    assert kinds(kept["cells"]) == kinds(ran.cells)
    assert any("image/png" in kind for kind in kinds(ran.cells))


def kinds(cells):
    """What sort of output each cell gives."""
    return [
        sorted(output.get("data", {})) or [output["output_type"]]
        for cell in cells
        for output in cell.get("outputs", [])
    ]


READ = """
import json, sys
from pathlib import Path
from pipeline import extract, lexicon

lexicon.HERE = Path(sys.argv[1])
document = extract("The premier telegraphed that taxes would fall.")
print(json.dumps([[claim.text, claim.attribution.source and claim.attribution.source.text] for claim in document.claims]))
"""


def test_a_verb_of_saying_is_one_row(tmp_path):
    (row,) = blocks(ROOT / "docs" / "extending.md", "csv")
    assert row.split(",")[0] not in lexicon.column("reporting_verbs", "lemma")
    copy = shutil.copytree(lexicon.HERE, tmp_path / "tables")
    with (copy / "reporting_verbs.csv").open("a", encoding="utf-8") as table:
        table.write(row)
    done = subprocess.run(
        [sys.executable, "-c", READ, str(copy)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert ["Taxes would fall.", "The premier"] in json.loads(done.stdout)
