"""Every kind of file, read; what was extracted is the text."""

import builtins
import datetime as dt
import json
from pathlib import Path

import files
import pytest

from pipeline.read import count, read
from pipeline.read.html import fragment
from pipeline.read.pdf import paragraphs
from pipeline.record import Article, Failure, Skip

TEXT = "\n\n".join(files.TEXT)


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name, data):
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(data if isinstance(data, bytes) else data.encode())


def test_a_web_page(here):
    put("a.html", files.PAGE)
    (item,) = read(["a.html"])
    assert (item.title, item.byline, item.outlet) == ("Where it went", "Ana Lima", "Daily Bell")
    assert item.published == dt.date(2024, 5, 31)
    assert item.text == f"Where it went\n\n{TEXT}"
    assert item.notes == ()


def test_what_trafilatura_leaves_out_is_noted(here):
    aside = " ".join(["Subscribe to us and to nobody else, for the sake of the truth that we print."] * 4)
    put("a.html", files.PAGE.replace("</footer>", f"<p>{aside}</p></footer>"))
    (item,) = read(["a.html"])
    assert "Subscribe" not in item.text
    assert item.notes == (
        f"one long paragraph of the page ({len(aside.split())} words) left out, as no part of the article: "
        f"“{aside[:60]}…”",
    )


def test_a_word_file(here):
    put("a.docx", files.docx())
    (item,) = read(["a.docx"])
    assert item == Article(where="a.docx", text=TEXT, title="Where it went", byline="Ana Lima")


def test_a_pdf_of_lines_becomes_paragraphs(here):
    first = [
        "The minister promised money for the clinics of the",
        "north, and nobody has seen a penny of it since, how-",
        "ever hard we looked.",
    ]
    put(
        "a.pdf",
        files.pdf(
            [[*first, "Critics say that only half of it was meant to be paid,"], ["and they are right."]]
        ),
    )
    (item,) = read(["a.pdf"])
    assert item.text.split("\n\n") == [
        "The minister promised money for the clinics of the north, and nobody has seen a penny of it since, however "
        "hard we looked.",
        "Critics say that only half of it was meant to be paid, and they are right.",
    ]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([], []),
        (["One.", "", "Two."], ["One.", "Two."]),
        (["A line as long as the others here", "ends so.", "The next paragraph begins here and"], ["A line as long as the others here ends so.", "The next paragraph begins here and"]),
        (["Non-", "Governmental bodies"], ["Non- Governmental bodies"]),
    ],
)  # fmt: skip
def test_lines_are_joined(lines, found):
    assert list(paragraphs(lines)) == found


ROWS = {
    "body": ["It rained.", None, "Nobody left."],
    "day": [dt.date(2024, 5, 31), None, dt.date(2024, 6, 1)],
    "nr": [1.0, 2.0, None],
}
COLUMNS = {"text": "body", "published": "day", "id": "nr"}


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.parquet", "a.jsonl"])
def test_tables_with_columns_of_other_names(here, name):
    rows = [dict(zip(ROWS, values, strict=True)) for values in zip(*ROWS.values(), strict=True)]
    plain = [
        {
            k: v.isoformat() if isinstance(v, dt.date) else v and (int(v) if isinstance(v, float) else v)
            for k, v in row.items()
        }
        for row in rows
    ]
    if name.endswith("parquet"):
        put(name, files.parquet(ROWS))
    elif name.endswith("jsonl"):
        put(name, "\n".join(json.dumps(row) for row in plain))
    else:
        sign = "\t" if name.endswith("tsv") else ";"
        put(
            name,
            "\n".join(
                sign.join("" if v is None else str(v) for v in row)
                for row in [tuple(ROWS), *(row.values() for row in plain)]
            ),
        )
    first, bad, last = read([name], columns=COLUMNS)
    assert (first.text, first.published, first.id) == ("It rained.", dt.date(2024, 5, 31), "1")
    assert (bad.reason, bad.where.split(" ", 1)[0]) == ('has no "body"', name)
    assert (last.text, last.id) == ("Nobody left.", None)
    assert count([name]) == 3


def test_a_table_without_the_column_says_what_to_do(here):
    put("a.csv", "body\nIt rained.\n")
    (item,) = read(["a.csv"])
    assert item == Failure(
        where="a.csv row 1",
        reason='has no "text"',
        advice="say which column holds the text: --column text=NAME",
    )


def test_a_csv_cell_keeps_its_line_ends_and_an_encoding_is_noted(here):
    put(
        "a.csv", b'id,text\n1,"One ""two"".\r\n\r\nThree caf\xe9s were there, and they were full."\n2,Four.\n'
    )
    first, second = read(["a.csv"])
    assert first.text == 'One "two".\r\n\r\nThree cafés were there, and they were full.'
    assert first.notes == ("is not UTF-8, and was read as cp1252 (guessed)",)
    assert (second.text, second.notes) == ("Four.", ())


def test_a_feed(here):
    put("a.xml", files.FEED)
    one, none, short = read(["a.xml"])
    assert one == Article(
        where="a.xml entry 1", text="It rained.\n\nAnd how.\n\nNobody left.", title="Where it went",
        outlet="Daily Bell", url="https://example.org/1", published=dt.date(2024, 5, 31),
    )  # fmt: skip
    assert (none.reason, none.advice) == ("has no content", "a feed with the whole text is needed")
    assert (short.text, short.notes) == ("Only a summary & no more.", ("only a summary is in the feed",))


@pytest.mark.parametrize(
    "held", ["<style>b{}</style>", '<script type="application/ld+json">{}</script>', "<!-- no -->"]
)
def test_what_stands_behind_no_text_is_text(held):
    assert fragment(f"<p>One{held} two.</p>{held}<p>Three.</p>") == "One two.\n\nThree."


def test_files_in_files(here):
    inner = {
        "b.txt": "Bees.",
        "a/a.md": "---\nid: x\n---\nAnts.",
        ".x.txt": "no",
        "__MACOSX/a.txt": "no",
        "c.doc": "Cats.",
        "d.jsonl.gz": files.gzipped(b'{"text": "Dogs."}'),
    }
    put("a.zip", files.zipped(inner))
    put("b.txt.gz", files.gzipped(b"Eels."))
    put("c.parquet.gz", files.gzipped(files.parquet({"text": ["Foxes."]})))
    put("d.zip", files.zipped({"e.zip": files.zipped({"f.txt": "no"})}))
    found = [(item.where, getattr(item, "text", None)) for item in read(["."])]
    assert found == [
        ("a.zip/a/a.md", "Ants."),
        ("a.zip/b.txt", "Bees."),
        ("a.zip/c.doc", None),
        ("a.zip/d.jsonl.gz line 1", "Dogs."),
        ("b.txt.gz", "Eels."),
        ("c.parquet.gz row 1", "Foxes."),
        ("d.zip/e.zip", None),
    ]


WESTERN = "The café in Málaga didn’t charge £3 for it — “nobody” paid, and nobody asked. "


@pytest.mark.parametrize(
    ("text", "encoding", "read_as"),
    [
        (WESTERN, "utf-8", None),
        (WESTERN, "cp1252", "cp1252 (guessed)"),
        (WESTERN.replace("’", "'").replace("—", "-").replace("“", '"').replace("”", '"'), "latin-1", "cp1252 (guessed)"),
        ("caf\xe9.", "latin-1", "cp1252 (guessed)"),
        (WESTERN, "mac_roman", "mac-roman (guessed)"),
        (WESTERN, "utf-16", "UTF-16, by its byte order mark"),
        (WESTERN, "utf-32", "UTF-32, by its byte order mark"),
        (WESTERN, "utf-16-le", "utf-16-le (guessed)"),
    ],
)  # fmt: skip
def test_encodings(here, text, encoding, read_as):
    put("a.txt", text.encode(encoding))
    (item,) = read(["a.txt"])
    assert item.text == text
    assert [note.rpartition(" read as ")[2] for note in item.notes] == ([read_as] if read_as else [])


OTHERS = {
    "de": "Die Ministerin versprach den Kliniken im Norden zwanzig Millionen, und niemand hat seither einen Pfennig gesehen.",
    "es": "La ministra prometió veinte millones para las clínicas del norte, y nadie ha visto desde entonces un centavo.",
    "km": "រដ្ឋមន្ត្រីបានសន្យាផ្តល់ប្រាក់ម្ភៃលានសម្រាប់គ្លីនិកនៅភាគខាងជើង ហើយគ្មាននរណាម្នាក់បានឃើញប្រាក់មួយកាក់ណាទេ។",
}


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_passed_over_with_a_reason(here, language):
    put("a.txt", OTHERS[language])
    (item,) = read(["a.txt"], only_english=True)
    assert item == Skip(
        where="a.txt",
        reason=f"is not English, but “{language}”, as it seems",
        advice="if it is English, run with --any-language",
        kind="language",
    )
    assert isinstance(next(read(["a.txt"])), Article)


@pytest.mark.parametrize(
    "text",
    [
        *files.TEXT,
        "Figs.",
        "President Hun Sen of Cambodia met Shinzo Abe and Manmohan Singh in Phnom Penh, Siem Reap and Battambang.",
    ],
)
def test_english_is_not(here, text):
    put("a.txt", text)
    assert isinstance(next(read(["a.txt"], only_english=True)), Article)


def test_an_english_beginning_does_not_make_a_text_english(here):
    put("a.txt", " ".join([*files.TEXT, *[OTHERS["de"]] * 20]))
    put("b.txt", " ".join([*files.TEXT * 9, OTHERS["de"]]))
    first, second = read(["."], only_english=True)
    assert isinstance(first, Skip) and isinstance(second, Article)


def test_what_the_metadata_say_of_the_language_is_believed(here):
    put("a.md", f"---\nlanguage: en-GB\n---\n{OTHERS['de']}")
    put("b.md", f"---\nlanguage: fr\n---\n{TEXT}")
    first, second = read(["."], only_english=True)
    assert isinstance(first, Article)
    assert second.kind == "language"


@pytest.mark.parametrize(
    ("name", "library", "extra"),
    [("a.html", "trafilatura", "html"), ("a.pdf", "pypdf", "pdf"), ("a.docx", "docx", "docx"), ("a.parquet", "pyarrow", "parquet"), ("a.xml", "feedparser", "html")],
)  # fmt: skip
def test_a_missing_library_says_which_install_adds_it(here, monkeypatch, name, library, extra):
    whole = builtins.__import__

    def without(wanted, *rest, **more):
        if wanted.split(".")[0] == library:
            raise ImportError(wanted)
        return whole(wanted, *rest, **more)

    put(name, files.docx() if name == "a.docx" else files.FEED)
    monkeypatch.setattr(builtins, "__import__", without)
    (item,) = read([name])
    assert f"pip install 'opclaims[{extra}]'" in item.reason
    assert item.reason.startswith("cannot be read without ")
