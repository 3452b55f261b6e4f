"""Every way in, and every bad input a sentence that names the file or the line."""

import datetime as dt
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.read import MAX_CHARS, count, read
from pipeline.read.sources import KNOWN
from pipeline.record import Article, Failure, Skip


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def one(source, **options):
    (item,) = read([source], **options)
    return item


def failure(source):
    item = one(source)
    assert isinstance(item, Failure)
    return f"{item.where}: {item.reason}"


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("notes.txt", b"", "notes.txt: is empty"),
        ("notes.txt", b"\xef\xbb\xbf", "notes.txt: is empty"),
        ("notes.txt", b" \r\n\t\n", "notes.txt: holds no words"),
        ("notes.md", b"", "notes.md: is empty"),
        ("notes.md", b"---\ntitle: x\n---\n", "notes.md: is empty"),
        ("notes.jsonl", b"", "notes.jsonl: is empty"),
        ("notes.jsonl", b"\n \n", "notes.jsonl: holds no records"),
        (
            "a.txt",
            b"\xff\xfeH",
            "a.txt: has the byte order mark of UTF-16 and breaks off or is damaged (byte 2)",
        ),
        ("a.txt", b"\xef\xbb\xbfcaf\xe9", "a.txt: is not UTF-8 (byte 0xe9 at position 6); save it as UTF-8"),
        ("a.txt", b"Hi\0", "a.txt: holds a NUL character at position 2: is it text?"),
        (
            "big.txt",
            b"word " * 1_000_000,
            "big.txt: has 5,000,000 characters on one line; an op-ed has at most 200,000: split it",
        ),
        (
            "big.txt",
            b"word\n" * 40_001,
            "big.txt: has 200,005 characters on 40,001 lines; an op-ed has at most 200,000: split it",
        ),
        ("f.jsonl", b'{"text" "x"}', "f.jsonl line 1: is not JSON (Expecting ':' delimiter at column 9)"),
        ("f.jsonl", b'{"text": "x', "f.jsonl line 1: is not JSON (Unterminated string at column 10)"),
        ("f.jsonl", b"\n[1]", "f.jsonl line 2: is not a JSON object ({…})"),
        ("f.jsonl", b"[" * 100_000, "f.jsonl line 1: is not JSON (nested too deeply)"),
        ("f.jsonl", b'{"a": ' + b"9" * 5000 + b"}", "f.jsonl line 1: is not JSON (a number is too long)"),
        ("f.jsonl", b'{"title": "x"}', 'f.jsonl line 1: has no "text"'),
        ("f.jsonl", b'{"text": null}', 'f.jsonl line 1: has no "text"'),
        ("f.jsonl", b'{"text": 5}', 'f.jsonl line 1: "text" is not a string'),
        ("f.jsonl", b'{"text": ""}', 'f.jsonl line 1: "text" is empty'),
        (
            "f.jsonl",
            b'{"text": "a\\ud800"}',
            'f.jsonl line 1: "text" holds half a surrogate pair (\\ud800) at position 1',
        ),
        (
            "m.md",
            b"---\nid: x\ntitle: A: b\n---\nHi",
            "m.md: has front matter that is not YAML (line 3: mapping values are not allowed here)",
        ),
        ("m.md", b"---\n- x\n---\nHi", 'm.md: has front matter that is not "key: value" lines'),
        (
            "m.md",
            b"---\ntitle: x\nHi",
            "m.md: opens front matter on line 1 and never closes it (a line of three hyphens)",
        ),
        ("m.md", b"---\nx: \x07\n---\nHi", "m.md: has front matter that is not YAML"),
        ("m.md", b"---\n" + b"[" * 50_000 + b"\n---\nHi", "m.md: has front matter that is not YAML"),
        ("m.doc", b"Hi", f"m.doc: is of a kind I cannot read; give it as {KNOWN}"),
        ("m.tar.gz", b"Hi", f"m.tar.gz: is of a kind I cannot read; give it as {KNOWN}"),
        ("README", b"Hi", f"README: is of a kind I cannot read; give it as {KNOWN}"),
    ],
)  # fmt: skip
def test_a_bad_file_is_one_sentence(here, name, data, sentence):
    (here / name).write_bytes(data)
    assert failure(name) == sentence


@pytest.mark.parametrize(
    ("name", "data", "note"),
    [
        ("f.jsonl", b'{"text": "Hi", "title": "\\udfff"}',
         '"title" holds half a surrogate pair (\\udfff) at position 0: left unknown'),
        ("f.jsonl", b'{"text": "Hi", "outlet": ["x"]}', '"outlet" is not a string: left unknown'),
        ("f.jsonl", b'{"text": "Hi", "id": true}', '"id" is not a string: left unknown'),
        ("f.jsonl", b'{"text": "Hi", "published": "31 Feb"}',
         '"published" is "31 Feb", which is not a date (YYYY-MM-DD): left unknown'),
        ("f.csv", b"text,published\nHi,2023-02-29\n",
         '"published" is "2023-02-29", which is not a date (YYYY-MM-DD): left unknown'),
        ("m.md", b"---\npublished: tomorrow\n---\nHi",
         '"published" is "tomorrow", which is not a date (YYYY-MM-DD): left unknown'),
        ("m.md", b"---\ntitle: [x]\n---\nHi", '"title" is not a string: left unknown'),
        ("f.xml", b"<rss version='2.0'><channel><item><pubDate>soon</pubDate><description>Hi</description></item>"
         b"</channel></rss>", 'its day of publication is "soon", which is not a date (YYYY-MM-DD): left unknown'),
    ],
)  # fmt: skip
def test_what_cannot_be_used_beside_the_text_is_noted_and_the_text_is_read(here, name, data, note):
    (here / name).write_bytes(data)
    article = one(name)
    assert (article.text, note in article.notes) == ("Hi", True)
    assert (article.id, article.title, article.outlet, article.published) == (None,) * 4


def test_a_note_has_the_name_that_the_file_has_for_a_field(here):
    (here / "f.csv").write_text("text,when\nHi,soon\n")
    (article,) = read(["f.csv"], columns={"published": "when"})
    assert article.notes == ('"when" is "soon", which is not a date (YYYY-MM-DD): left unknown',)


def test_what_is_not_there(here):
    (here / "empty").mkdir()
    (here / "empty" / "x.doc").touch()
    assert failure("missing.txt") == "missing.txt: does not exist"
    assert failure("missing/") == "missing/: does not exist"
    assert failure("*.txt") == "*.txt: matches no files that I can read"
    assert failure("empty") == "empty: holds no files that I can read"
    assert failure("") == '"": names no file'
    (here / "gone.txt").symlink_to("nowhere")
    assert failure("gone.txt") == "gone.txt: cannot be read (No such file or directory)"


def test_a_good_line_survives_its_neighbours(here):
    lines = [
        b'{"text": "One."}',
        b"{",
        b"",
        b'{"text": "caf\xe9"}',
        b'{"text": "Two."}\r',
        b'{"x": 1}',
        b'{"text": "Three."}',
    ]
    (here / "f.jsonl").write_bytes(b"\xef\xbb\xbf" + b"\n".join(lines))
    found = [(item.where[8:], getattr(item, "text", None)) for item in read(["f.jsonl"])]
    assert found == [
        ("line 1", "One."),
        ("line 2", None),
        ("line 4", None),
        ("line 5", "Two."),
        ("line 6", None),
        ("line 7", "Three."),
    ]
    assert count(["f.jsonl"]) == 6


def test_front_matter(here):
    source = (
        "---\r\n# a comment\r\nid: 007\r\ntitle: 'Yes: or no'\r\nbyline: null\r\noutlet:\r\npublished: 2024-02-29\r\n"
        "mood: [a, {b: c}]\r\nurl: https://example.org/?a=1\r\nlanguage: no\r\n"
        "---  \r\n\r\n\r\nOne.\r\nTwo. \n---\nThree."
    )
    (here / "a.md").write_bytes(source.encode())
    assert one("a.md") == Article(
        where="a.md",
        text="\r\nOne.\r\nTwo. \n---\nThree.",
        id="007",
        title="Yes: or no",
        published=dt.date(2024, 2, 29),
        url="https://example.org/?a=1",
        language="no",
    )


@pytest.mark.parametrize(
    "source", ["# Title\n\nText.", "--- dashed\n---\n", "----\nText.\n---\n", " ---\nx\n---\n", "\n---\nx"]
)
def test_markdown_without_front_matter_is_all_text(here, source):
    (here / "a.md").write_bytes(source.encode())
    item = one("a.md")
    assert item == Article(where="a.md", text=source)


def test_front_matter_may_be_empty_and_the_file_may_begin_with_a_byte_order_mark(here):
    (here / "a.md").write_bytes(b"\xef\xbb\xbf---\n---\nText.")
    assert one("a.md").text == "Text."


def test_metadata_of_a_line(here):
    record = {
        "text": "Hi.",
        "id": 12,
        "title": " A ",
        "byline": "",
        "url": None,
        "published": "2024-05-31T23:59:00+02:00",
    }
    (here / "a.ndjson").write_text(json.dumps(record))
    item = one("a.ndjson")
    assert (item.id, item.title, item.byline, item.url) == ("12", "A", None, None)
    assert item.published == dt.date(2024, 5, 31)


def test_an_id_is_used_once(here):
    (here / "a.jsonl").write_text('{"id": "x", "text": "One."}\n{"id": "x", "text": "Two."}\n')
    first, again = read(["."])
    assert first.text == "One."
    assert again.reason == 'the id "x" is already that of a.jsonl line 1'
    assert again.advice == "give each op-ed an id of its own, or none"


def test_the_same_words_are_another_article_where_the_metadata_differ_and_else_a_copy(here):
    (here / "a.txt").write_text("One more.")
    (here / "b.md").write_text("---\noutlet: Bell\n---\nOne more.")
    (here / "c.txt").write_text("One more.")
    (here / "d.md").write_text("---\noutlet: Bell\n---\nOne more.")
    (here / "e.md").write_text("---\noutlet: Post\n---\nOne more.")
    one, two, copy, again, three = read(["."])
    assert (one.id, two.id, three.id) == (None, f"{copy.of}-2", f"{copy.of}-3")
    assert copy == Skip(
        where="c.txt", reason="is word for word a.txt, which is read already", kind="copy", of=copy.of
    )
    assert (again.where, again.of) == ("d.md", f"{copy.of}-2")


def test_folders_are_read_in_order_without_what_is_hidden_or_of_another_kind(here):
    for name in ["b/2.TXT", "b/10.txt", "a.md", ".git/x.txt", "b/.x.txt", "b/x.doc", "a/z/y.markdown"]:
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(f"Words of {name}.")
    everything = ["a/z/y.markdown", "a.md", "b/10.txt", "b/2.TXT"]
    assert [item.where for item in read(["."])] == everything
    assert [item.where for item in read([str(here)])] == [(here / name).as_posix() for name in everything]
    assert [item.where for item in read(["**/*.txt"])] == ["b/10.txt"]
    assert [item.where for item in read(["b/*", "a.md", "*"])] == [
        "b/10.txt",
        "b/2.TXT",
        "a.md",
        "a/z/y.markdown",
    ]
    assert [item.where for item in read(["."], without=[here / "a.md"])] == [everything[0], *everything[2:]]
    assert [item.where for item in read(["a.md"], without=[here / "a.md"])] == ["a.md"]
    assert one(".git/x.txt").text == "Words of .git/x.txt."
    assert count([".", "missing"]) == 5


def test_a_name_may_hold_the_signs_of_a_pattern(here):
    (here / "what [sic].txt").write_text("Sic.")
    assert one("what [sic].txt").text == "Sic."


def test_a_name_that_a_terminal_cannot_hold_is_spelled_out(here):
    assert failure("\x1b]2Jx\udce9.txt") == "\\x1b]2Jx\\udce9.txt: does not exist"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"Just words.\n", [("standard input", "Just words.\n")]),
        (
            b'\n\n {"text": "A."}\n{"text": "B."}',
            [("standard input line 3", "A."), ("standard input line 4", "B.")],
        ),
        (b'\xef\xbb\xbf{"text": "A."}', [("standard input line 1", "A.")]),
    ],
)
def test_standard_input_is_json_lines_or_text(data, found):
    assert [(item.where, item.text) for item in read(["-"], stdin=io.BytesIO(data))] == found


def test_standard_input_may_be_empty_or_bad():
    assert one("-", stdin=io.BytesIO(b"")) == Failure(where="standard input", reason="is empty")
    assert "UTF-8" in one("-", stdin=io.BytesIO(b"\xef\xbb\xbf\xff")).reason
    assert count(["-"]) is None


texts = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=200
).filter(lambda text: any(map(str.isalnum, text)) and not text.startswith("\ufeff"))


@settings(deadline=None)
@given(texts)
def test_no_code_point_is_changed_whatever_the_format(tmp_path_factory, text):
    here = tmp_path_factory.mktemp("formats")
    (here / "a.txt").write_bytes(text.encode())
    (here / "b.md").write_bytes(b"---\nid: b\n---\n\n" + text.encode())
    (here / "c.jsonl").write_bytes(json.dumps({"id": "c", "text": text}, ensure_ascii=False).encode())
    assert [item.text for item in read([str(here)])] == [text] * 3


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_raise(data):
    for head in (b"", b"---\n", b"{"):
        for item in read(["-"], stdin=io.BytesIO(head + data)):
            assert isinstance(item, Article) or "\n" not in item.reason


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_no_front_matter_raises(tmp_path_factory, data):
    file = tmp_path_factory.mktemp("md") / "a.md"
    file.write_bytes(b"---\n" + data + b"\n---\nText.")
    assert one(str(file)).where.endswith("a.md")


def test_the_longest_text_is_read(here):
    (here / "a.txt").write_text("x" * MAX_CHARS)
    assert len(one("a.txt").text) == MAX_CHARS
