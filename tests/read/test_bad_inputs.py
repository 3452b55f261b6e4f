"""What goes wrong in a folder of a hundred thousand files: each is one clear line, and its neighbours are read.

All lie in one folder and are read by one process, whose memory is measured (numpy and the language model take some 200 MB of it)."""

import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import files
import pytest

from pipeline.read import read as read_here

ROOT = Path(__file__).parents[2]
BOMB = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha">' + b"".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 20}">'.encode() for n in range(8)
)
XXE = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
PROGRAM = """
import json, re, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from pipeline.read import read
from pipeline.record import Article
for item in read(["."], only_english=True):
    found = dict(text=item.text[:200]) if isinstance(item, Article) else dict(reason=item.reason)
    print(json.dumps(dict(where=item.where, notes=getattr(item, "notes", ()), **found)))
print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""


JAPANESE = "日本の大臣は診療所のために三億円を約束したが、誰も払わなかった。首相は会見で述べた。" * 4
WORDS = " ".join(files.TEXT)


def xml_docx(document):
    """A Word file with this for its text."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(files.docx())) as packed:
        members = {one.filename: packed.read(one) for one in packed.infolist()}
    return files.zipped({**members, "word/document.xml": document})


def bomb_docx():
    return xml_docx(b"<w:document>" + b"<w:p/>" * 20_000_000 + b"</w:document>")


CASES = {
    "bomb.docx": (bomb_docx, "unpacks to 120,"),
    "entities.docx": (lambda: xml_docx(BOMB + b"]><r>&i;</r>"), "is no Word file, or is damaged"),
    "old.docx": (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "is no Word file, or is damaged"),
    "pages.pdf": (lambda: files.pdf([["A page."]] * 10_000), "has 10,000 pages; an op-ed has at most 200"),
    "broken.pdf": (lambda: files.pdf([[*files.TEXT]])[:-400], None),
    "scan.pdf": (lambda: files.pdf([[]]), "holds no text, perhaps pictures of it"),
    "nested.html": (lambda: b"<div>" * 100_000 + WORDS.encode(), "more than 250 elements within each other"),
    "empty.html": (lambda: b"<html><body><p></p></body></html>", "no article is found"),
    "xxe.xml": (lambda: XXE + b"<rss version='2.0'><channel><item><description>&x;</description></item></channel></rss>", "declares entities of its own"),
    "laughs.xml": (lambda: BOMB + b"]><rss version='2.0'><channel><item><description>&i;</description></item></channel></rss>", "declares entities of its own"),
    "other.xml": (lambda: b"<note>Hello.</note>", "is XML, but no RSS or Atom feed"),
    "cut.parquet": (lambda: files.parquet({"text": [WORDS] * 9})[:-200], "is no Parquet file, or is damaged"),
    "wide.txt": (lambda: WORDS.encode("utf-16"), ""),
    "japanese.txt": (lambda: JAPANESE.encode("shift_jis"), "is not English, but “ja”, as it seems"),
    "half.jsonl": (lambda: b'{"text": "a \\ud800 b"}', "holds half a surrogate pair (\\ud800) at position 2"),
    "nul.txt": (lambda: b"It rained.\0\0 And how it rained.", "holds a NUL character at position 10"),
    "line.txt": (lambda: b"word " * 20_000_000, "has more than 16 MB"),
    "line.jsonl": (lambda: b'{"text": "' + b"word " * 20_000_000 + b'"}\n{"text": "After a long line."}', "has more than 16 MB on one line"),
    "line.csv": (lambda: b'text\n"' + b"word " * 20_000_000 + b'"\n', "has more than 16 MB on line 2"),
    "bomb.txt.gz": (lambda: files.gzipped(b"word " * 20_000_000), "has more than 16 MB"),
    "cut.txt.gz": (lambda: files.gzipped(os.urandom(90_000).hex().encode())[:-900], "is damaged"),
    "broken.zip": (lambda: files.zipped({"a.txt": "Apples."})[:-30], "is damaged"),
    "locked.zip": (lambda: _locked(), "is locked with a password"),
    "list.zip": (lambda: _misnamed(b"PK\x01\x02", 46), "has a file whose name is said to be UTF-8 and is not"),
    "member.zip": (lambda: _misnamed(b"PK\x03\x04", 30), "has a file whose name is said to be UTF-8 and is not"),
    "short.zip": (lambda: _short(), "is damaged ("),
    "nameless.zip": (lambda: _nameless(), "holds no files"),
    "blank.csv": (lambda: b"text\n\n\n", "holds no rows"),
    "no-text.xml": (lambda: b"<rss version='2.0'><item<description</content:encoded<", "has no content"),
    "clock.xml": (lambda: _feed(b"<pubDate>Fri, 31 May 2024 23:0" + b"6" * 60 + b":00 -0500</pubDate><description>It rained.</description>"), ""),
    "control.xml": (lambda: _feed(b"<description><![CDATA[It rained.<\1/p><script>no()</script>\1]]></description>"), "is a page that cannot be parsed (All strings must be XML compatible"),
    "space.xml": (lambda: "<rss xmlns:a='b\u00a0c'><a:d>".encode(), "is no feed, or is damaged (ValueError)"),
    "mac.csv": (lambda: b"id,text\r1,It rained.\n2,It poured.\n", "is not CSV in its line of names (new-line character"),
    "zeros.docx": (lambda: b"", "is empty"),
}  # fmt: skip


def _feed(entry):
    return b"<rss version='2.0'><channel><item>" + entry + b"</item></channel></rss>"


def _nameless():
    """Of one member, whose name in the directory is empty."""
    data = bytearray(files.zipped({"a.txt": "Apples."}))
    at, end = data.index(b"PK\1\2"), data.index(b"PK\5\6")
    data[end + 12] -= 5  # the directory's length
    data[at + 28] = 0  # the name's
    del data[at + 46 : at + 51]
    return bytes(data)


def _short():
    """The list of members says that more is packed than the file has."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
        packed.writestr("a.txt", "Apples.")
    data = bytearray(file.getvalue())
    sizes = data.index(b"PK\1\2") + 20  # packed and unpacked
    data[sizes : sizes + 8] = 2 * (10_000).to_bytes(4, "little")
    return bytes(data)


def _misnamed(record, names_at):
    """One byte of a name is broken: in the list of members at the end, or before the member itself."""
    data = bytearray(files.zipped({"é.txt": "Apples."}))
    data[data.index(record) + names_at] = 0x83
    return bytes(data)


def _locked():
    data = bytearray(files.zipped({"a.txt": "Apples."}))
    data[6] |= 1  # the flag of the member, and of its entry in the directory
    data[data.index(b"PK\1\2") + 8] |= 1
    return bytes(data)


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bad")
    for name, (make, _) in CASES.items():
        (folder / name).write_bytes(make())
    (folder / "a-good.txt").write_text("It rained in the north.")
    (folder / "z-good.txt").write_text("It rained in the south.")
    (folder / "folder.txt").mkdir()
    (folder / "link.txt").symlink_to("nowhere.txt")
    os.mkfifo(folder / "pipe.txt")
    done = subprocess.run(
        [sys.executable, "-W", "error::ResourceWarning", "-c", PROGRAM.format(root=str(ROOT))],
        cwd=folder, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    *lines, peak = done.stdout.splitlines()
    return [json.loads(line) for line in lines], int(peak), done.stderr


@pytest.mark.parametrize("name", CASES)
def test_each_is_one_clear_line(read, name):
    items, said = [item for item in read[0] if item["where"].startswith(name)], CASES[name][1]
    bad = [item for item in items if "reason" in item]
    if said is None:  # the library makes something of it, or says that it cannot; either will do
        assert len(items) == 1
        return
    assert len(bad) == (1 if said else 0), items
    if said:
        assert said in bad[0]["reason"]
        assert "\n" not in bad[0]["reason"] and len(bad[0]["reason"]) < 250


def test_what_is_no_file_is_said(read):
    reasons = {item["where"]: item["reason"] for item in read[0] if "reason" in item}
    assert reasons["link.txt"] == "cannot be read (No such file or directory)"
    assert reasons["pipe.txt"] == "is no regular file"
    assert "folder.txt" not in reasons


def test_what_may_not_be_read_is_said():
    """As somebody else, where we are root, who may read all."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    folder.chmod(0o755)
    shut = folder / "shut.txt"
    shut.write_text("Nobody may read this.")
    shut.chmod(0)
    me = os.geteuid()
    try:
        if me == 0:
            os.seteuid(65534)
        (item,) = read_here([str(shut)])
    finally:
        os.seteuid(me)
        shutil.rmtree(folder)
    assert item.reason == "cannot be read (Permission denied)"


def test_nothing_else_is_lost_or_said(read):
    texts = {item["where"]: item["text"] for item in read[0] if "text" in item}
    assert texts["a-good.txt"] == "It rained in the north."
    assert texts["z-good.txt"] == "It rained in the south."
    assert texts["line.jsonl line 2"] == "After a long line."
    assert texts["wide.txt"].startswith(files.TEXT[0])
    assert read[2] == ""


def test_no_secret_is_read_through_an_entity(read):
    assert "root:" not in json.dumps(read[0])


def test_no_more_than_500_mb_are_used(read):
    assert read[1] < 500 * 1024  # kB, the most that the process had


@pytest.mark.skipif(os.name != "posix", reason="wants links")
def test_links_that_go_round_in_circles_cost_themselves_alone(tmp_path):
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    (tmp_path / "c.txt").write_text("Mills closed.")
    (tmp_path / "d.txt").symlink_to(tmp_path / "nowhere")
    a, b, c, d = read_here([str(tmp_path)])
    assert c.text == "Mills closed."
    assert [each.reason for each in (a, b)] == ["cannot be read (Too many levels of symbolic links)"] * 2
    assert d.reason == "cannot be read (No such file or directory)"
