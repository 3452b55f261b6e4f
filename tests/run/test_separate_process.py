"""Files that hang or bring down whoever reads them; and files that were read before."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from pipeline.read import read, read_file
from pipeline.record import Article
from pipeline.run.file_cache import MOST, Remembered
from pipeline.run.separate_process import Apart


@pytest.fixture
def apart(monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).parent / "stand_ins")
    import readers

    made = Apart(3, readers.serve)
    yield made
    made.close()


def said(folder, opened):
    found = read([str(folder)], opened=opened)
    return [item.text if isinstance(item, Article) else item.reason for item in found]


def test_a_file_that_hangs_or_kills_costs_itself_alone(tmp_path, apart):
    for name in ("a.pdf", "die.pdf", "e.pdf", "hang.pdf", "z.pdf", "z.txt"):
        (tmp_path / name).write_text(f"This is {name}.")
    assert said(tmp_path, apart) == [
        "This is a.pdf.", "ended the process that read it (exit code 9)", "This is e.pdf.",
        "took longer than 3 s to read", "This is z.pdf.", "This is z.txt.",
    ]  # fmt: skip


def test_what_is_left_of_a_file_that_nobody_wants_is_not_given_for_the_next(tmp_path):
    (tmp_path / "a.zip").write_bytes(zipped({"1.txt": "One.", "2.txt": "Two."}))
    (tmp_path / "b.zip").write_bytes(zipped({"3.txt": "Three."}))
    apart = Apart(60)
    assert next(iter(read([str(tmp_path / "a.zip")], opened=apart))).text == "One."
    assert said(tmp_path / "b.zip", apart) == ["Three."]
    apart.close()


def zipped(files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()


def test_the_process_reads_as_we_do(tmp_path):
    (tmp_path / "a.html").write_text("<html><body><p></p></body></html>")
    (tmp_path / "b.txt.gz").write_bytes(b"no gzip")
    apart = Apart(60)
    assert list(read([str(tmp_path)], opened=apart)) == list(read([str(tmp_path)]))
    assert apart.close() == "signal 9" and apart.close() == ""


def test_a_file_is_read_once_in_each_of_its_states(tmp_path):
    opened = []

    def counting(found, path, columns):
        opened.append(path.name)
        return read_file(found, path, columns)

    (tmp_path / "a.txt").write_text("Apples.")
    (tmp_path / "b.jsonl").write_text('{"text": "Pears."}\n{"text": ""}\n')
    (tmp_path / "c.jsonl").write_text('{"text": "Plums."}\n' * (MOST + 1))
    remembered = Remembered(counting)
    first = said(tmp_path, remembered)
    assert said(tmp_path, remembered) == first
    assert opened == ["a.txt", "b.jsonl", "c.jsonl", "c.jsonl"]
    (tmp_path / "a.txt").write_text("Apples, again.")
    os.utime(tmp_path / "a.txt", ns=(1, 1))
    assert said(tmp_path, remembered)[0] == "Apples, again." and opened[4:] == ["a.txt", "c.jsonl"]
