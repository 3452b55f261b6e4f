"""What counts as what: endings, days, values of tables, marks of encodings, tags; and how long is too long, to the point."""

import codecs
import datetime as dt
import io
import json
from pathlib import Path

import files
import pytest

from pipeline.read import count, read
from pipeline.read.check import MAX_BYTES, Unreadable, check_characters, lines, whole
from pipeline.read.columns import plain
from pipeline.read.encoding import decode
from pipeline.read.html import fragment
from pipeline.read.language import other
from pipeline.read.metadata import day, metadata
from pipeline.read.pdf import paragraphs
from pipeline.read.sources import format_of
from pipeline.record import Article, Failure


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.txt", "text"), ("a.text", "text"), ("a.md", "markdown"), ("a.markdown", "markdown"), ("a.html", "html"),
        ("a.htm", "html"), ("a.pdf", "pdf"), ("a.docx", "docx"), ("a.jsonl", "jsonl"), ("a.ndjson", "jsonl"), ("a.csv", "table"),
        ("a.tsv", "table"), ("a.parquet", "parquet"), ("a.xml", "feed"), ("a.rss", "feed"), ("a.atom", "feed"), ("a.zip", "zip"),
        ("A.TXT", "text"), ("a.b.Md", "markdown"), ("a.txt.gz", "gz"), ("a.JSONL.GZ", "gz"),
        ("a.gz", None), ("a.doc.gz", None), ("a.zip.gz", None), ("a.txt.gz.gz", None), ("a", None), (".txt", None), ("a.doc", None),
        ("txt", None),
    ],
)  # fmt: skip
def test_the_reader_of_a_file_by_its_ending(name, form):
    assert format_of(name) == form


WRITTEN = ("documents.jsonl", "documents.parquet", "claims.csv", "amounts.csv", "dates.csv", "sums.csv", "entities.csv",
           "duplicates.csv", "errors.jsonl", "notes.jsonl", "scores.csv", "changes.csv", "report.html")  # fmt: skip


def test_what_a_run_wrote_is_no_op_ed_unless_it_is_named(here):
    Path("out/shards").mkdir(parents=True)
    for name in (*WRITTEN, "shards/0.jsonl.gz", "run.json"):
        Path("out", name).write_text("x")
    for folder in ("csv", "tsv", "parquet"):
        Path("out", folder).mkdir()
        Path("out", folder, f"claims.{folder}").write_text("x")
    Path("out/mine.txt").write_text("Mine.")
    assert [item.where for item in read(["out"])] == ["out/mine.txt"]
    assert [item.where for item in read(["out/errors.jsonl"])] == ["out/errors.jsonl line 1"]
    Path("out/run.json").unlink()
    read_now = {item.where.split(" ")[0] for item in read(["out"])}
    assert read_now == {f"out/{name}" for name in (*WRITTEN, "mine.txt", "shards/0.jsonl.gz", "csv/claims.csv",
                                                   "tsv/claims.tsv", "parquet/claims.parquet")}  # fmt: skip


def test_a_run_json_alone_hides_nothing(here):
    Path("csv").mkdir()
    Path("csv/claims.csv").write_text("text\nOne.\n")
    Path("run.json").write_text("{}")
    assert [item.text for item in read(["."])] == ["One."]


@pytest.mark.parametrize(
    "written",
    ["2024-05-31", "2024-05-31T23:59", "2024-05-31 23:59", "2024-05-31T23:59:01", "2024-05-31T23:59:01.5Z",
     "2024-05-31T23:59Z", "2024-05-31T23:59:01+02:00", "2024-05-31T23:59:01.123456789-0530"],
)  # fmt: skip
def test_a_day_with_or_without_a_time(written):
    assert day(written) == dt.date(2024, 5, 31)


@pytest.mark.parametrize(
    "written",
    ["2024-5-31", "31.05.2024", "2024-05-31T", "2024-05-31T23", "2024-05-31X23:59", "2024-05-31T23:59:01.", "2024-13-01",
     "2024-02-30", "2024-05-31 or so", "٢٠٢٤-٠٥-٣١", "x" * 50],
)  # fmt: skip
def test_what_is_no_day(written):
    with pytest.raises(Unreadable) as error:
        day(written)
    assert (
        str(error.value)
        == f"is {json.dumps(written[:40], ensure_ascii=False)}, which is not a date (YYYY-MM-DD)"
    )


def test_each_key_is_taken_over_without_the_space_around_it():
    given = {"id": 7, "title": " A ", "byline": "B", "outlet": "C", "url": "D", "language": "en", "published": "2024-05-31",
             "mood": "sad"}  # fmt: skip
    fields, notes = metadata(given)
    assert fields == {"id": "7", "title": "A", "byline": "B", "outlet": "C", "url": "D", "language": "en",
                      "published": dt.date(2024, 5, 31)}  # fmt: skip
    assert notes == ()
    assert metadata({}) == (dict.fromkeys(fields), ())
    fields, notes = metadata({"title": True, "byline": 1.5, "url": "a\0"}, {"title": "head"})
    assert set(fields.values()) == {None}
    assert notes == (
        '"head" is not a string: left unknown', '"byline" is not a string: left unknown',
        '"url" holds a NUL character at position 1: is it text?: left unknown',
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "as_json"),
    [
        (dt.date(2024, 5, 31), "2024-05-31"), (dt.datetime(2024, 5, 31, 23, 59), "2024-05-31T23:59:00"), (1.0, 1), (-2.0, -2),
        (1.5, "1.5"), (float("nan"), None), (7, 7), (True, True), ("x", "x"), (None, None),
    ],
)  # fmt: skip
def test_values_of_tables_as_json_would_have_them(value, as_json):
    found = plain(value)
    assert found == as_json and type(found) is type(as_json)


@pytest.mark.parametrize(
    ("mark", "encoding", "name"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"), (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"), (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    ],
)  # fmt: skip
def test_a_byte_order_mark_is_believed(mark, encoding, name):
    assert decode(mark + "It rained, é.".encode(encoding)) == (
        "It rained, é.", (f"was read as {name}, by its byte order mark",),
    )  # fmt: skip
    with pytest.raises(
        Unreadable, match=rf"has the byte order mark of {name} and breaks off or is damaged \(byte \d+\)"
    ) as error:
        decode(mark + "It".encode(encoding)[:-1])
    assert error.value.advice == "save it again as UTF-8"


def test_half_a_surrogate_pair_at_either_end_of_its_range():
    for character in ("\ud800", "\udbff", "\udc00", "\udfff"):
        with pytest.raises(
            Unreadable, match=rf"half a surrogate pair \(\\u{ord(character):04x}\) at position 1"
        ):
            check_characters(f"a{character}")
    assert check_characters("\ud7ff\ue000\x01") == "\ud7ff\ue000\x01"


def test_how_long_a_file_and_a_line_may_be():
    assert MAX_BYTES == 16 * 1024 * 1024
    assert len(whole([b"x" * 10], most=10)) == 10
    with pytest.raises(Unreadable, match="has more than 1 MB") as error:
        whole([b"x" * 2**20, b"x"], most=2**20)
    assert error.value.advice == "split it"
    longest = b"x" * (MAX_BYTES - 1) + b"\n"
    assert list(lines(io.BytesIO(longest + b"y\n"))) == [longest, b"y\n"]
    assert list(lines(io.BytesIO(b"x" * MAX_BYTES + b"more\ny\n"))) == [None, b"y\n"]
    assert list(lines(io.BytesIO(b"x" * MAX_BYTES * 2 + b"\ny"))) == [None, b"y"]


def test_how_many_pages_a_pdf_may_have(here):
    Path("a.pdf").write_bytes(files.pdf([["It rained."]] * 200))
    Path("b.pdf").write_bytes(files.pdf([["It rained."]] * 201))
    full, more = read(["."])
    assert isinstance(full, Article) and full.text.count("It rained.") == 200
    assert (more.reason, more.advice) == ("has 201 pages; an op-ed has at most 200", "split it")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nadie ha visto desde entonces ni un centavo de aquel dinero que nos prometieron.", "es"),  # eighty
        ("Nadie ha visto desde entonces ni un centavo de aquel dinero que nos prometiero.", None),
        ("  Nadie ha visto desde entonces ni un centavo de aquel dinero que nos prometiero.\n", None),
    ],
)
def test_of_fewer_than_eighty_characters_no_language_is_told(text, language):
    assert other(Article(where="a", text=text)) == language


@pytest.mark.parametrize(
    "block", ["p", "div", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "section", "article"]
)
def test_a_block_is_a_paragraph(block):
    assert (
        fragment(f"One <b>and</b>\n two.<{block}>Three.</{block}>Four.") == "One and two.\n\nThree.\n\nFour."
    )


def test_rows_and_broken_lines_are_paragraphs_and_other_elements_are_not():
    assert fragment("<table><tr><td>One.</td></tr><tr><td>Two.</td></tr></table>") == "One.\n\nTwo."
    assert fragment("One.<br>Two.<br/>Three.") == "One.\n\nTwo.\n\nThree."
    assert fragment("One <i>and</i> <span>two</span>.") == "One and two."


@pytest.mark.parametrize("element", ["script", "style", "template", "noscript"])
def test_what_is_no_text_of_a_page(element):
    assert fragment(f"<p>One.<{element}>no()</{element}></p><p>Two.</p>") == "One.\n\nTwo."


@pytest.mark.parametrize(
    "tag", ["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "p", "li", "td",
            "tr", "th", "option", "BR"],
)  # fmt: skip
def test_elements_that_need_no_end_do_not_make_a_page_deep(tag):
    assert fragment(f"<{tag}>" * 600 + "<p>One.</p>") == "One."


def test_250_elements_within_each_other_are_read_and_one_more_is_not():
    assert fragment("<b>" * 250 + "One." + "</b>" * 250) == "One."
    assert fragment("<b>One.</b>" * 600) == "One." * 600
    assert fragment("</b>" * 9 + "<b>" * 250 + "One.") == "One."
    with pytest.raises(Unreadable, match="is a page of more than 250 elements within each other: is it one"):
        fragment("<b>" * 251 + "One.")


def test_what_the_parser_would_leave_out_without_a_word_is_refused():
    """It knows no end of `<wbr>` and stands in it until the paragraph ends; a list item counts for nothing here."""
    assert fragment("<p>One." + "<wbr>" * 240 + "Two.</p>Three.") == "One.Two.\n\nThree."
    for page in ("<p>" + "<wbr>" * 260 + "One.</p>", "<ul><li>" * 130 + "One." + "</li></ul>" * 130 + "Two."):
        with pytest.raises(Unreadable, match="more than 250 elements within each other"):
            fragment(page)


@pytest.mark.parametrize(("words", "noted"), [(29, 0), (30, 1)])
def test_a_paragraph_of_thirty_words_that_is_left_out_is_noted(here, words, noted):
    aside = " ".join(["Subscribe"] * words)
    Path("a.html").write_text(files.PAGE.replace("</footer>", f"<p>{aside}</p></footer>"))
    (item,) = read(["a.html"])
    assert len(item.notes) == noted and "Subscribe" not in item.text


def test_two_paragraphs_left_out_are_noted_together(here):
    asides = "".join(f"<p>{' '.join([word] * 30)}</p>" for word in ("Subscribe", "Subscribe", "Donate"))
    Path("a.html").write_text(files.PAGE.replace("</footer>", f"{asides}</footer>"))
    (item,) = read(["a.html"])
    assert item.notes == (
        "3 long paragraphs of the page (90 words) left out, as no part of the article: "
        f"“{'Subscribe ' * 6}…”",
    )


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["A long line of words that goes on and", "is short.", "Another line of words that goes on"], ["A long line of words that goes on and is short.", "Another line of words that goes on"]),
        (["A long line of words that goes on and", "is short", "and more"], ["A long line of words that goes on and is short and more"]),
        (["A long line of words that goes on and.", "A second line that is as long as it is."], ["A long line of words that goes on and. A second line that is as long as it is."]),
        (["A long line of words that goes on and", "is short.”)", "Another line of words that goes on"], ["A long line of words that goes on and is short.”)", "Another line of words that goes on"]),
        (["the gov-", "ernment of the Anglo-", "Saxon kings"], ["the government of the Anglo- Saxon kings"]),
        (["in 1990-", "four"], ["in 1990- four"]),
        (["", "", "One", "", ""], ["One"]),
        (["  One \t two ", ""], ["One two"]),
    ],
)  # fmt: skip
def test_where_a_paragraph_of_lines_ends(lines, found):
    assert list(paragraphs(lines)) == found


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"x", 1), ("a.doc", b"x", 1), ("missing.txt", None, 1),
        ("a.jsonl", b'{}\n\n  \n{}', 2), ("a.jsonl", b"", 0),
        ("a.csv", b"text\nOne.\n\nTwo.\n", 2), ("a.csv", b'text\n"One.\nstill one"\n', 1), ("a.csv", b"text\n", 0), ("a.csv", b"", 0),
        ("a.jsonl.gz", files.gzipped(b"{}\n{}\n{}\n"), 3), ("a.txt.gz", files.gzipped(b"x"), 1), ("a.csv.gz", files.gzipped(b"text\nOne."), 1),
        ("a.zip", files.zipped({"a.jsonl": "{}\n{}", "b.txt": "x", "c.doc": "x"}), 4), ("a.zip", b"x", 1), ("a.jsonl.gz", b"x", 1),
        ("a.parquet", files.parquet({"text": ["a", "b", "c"]}), 3), ("a.parquet", b"x", 1),
    ],
)  # fmt: skip
def test_how_many_articles_to_expect(here, name, data, expected):
    if data is not None:
        Path(name).write_bytes(data)
    assert count([name]) == expected


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_table_is_parted_as_its_line_of_names_is(here, sign):
    Path("a.csv").write_bytes(
        codecs.BOM_UTF8
        + f"id{sign}text{sign}title\n1{sign}One, two; three.\n".replace(", two; three", "").encode()
    )
    (item,) = read(["a.csv"])
    assert (item.id, item.text, item.title) == ("1", "One.", None)


def test_a_table_that_breaks_off_says_from_which_row_on(here):
    Path("a.csv").write_bytes(b"text\nOne.\nT\rwo.\nThree.\n")
    one, broken = read(["a.csv"])
    assert one.text == "One."
    assert isinstance(broken, Failure) and broken.where == "a.csv"
    assert broken.reason.startswith("is not CSV from row 2 on (")


def test_tables_of_a_word_file_are_left_out_and_noted(here):
    import docx

    document = docx.Document()
    document.add_paragraph("It rained.")
    document.add_table(rows=1, cols=1).cell(0, 0).text = "Left out."
    Path("a.docx").write_bytes(files.saved(document.save))
    document.add_table(rows=1, cols=1)
    Path("b.docx").write_bytes(files.saved(document.save))
    one, two = read(["."])
    assert (one.text, one.notes) == ("It rained.", ("1 table of the file left out",))
    assert two.reason.startswith("is word for word") or two.notes == ("2 tables of the file left out",)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp932", "大臣は北部の診療所に三億円を約束したが、それ以来だれも一円も見ていない。首相はそのことを会見で述べた。"),
        ("euc_jp", "大臣は北部の診療所に三億円を約束したが、それ以来だれも一円も見ていない。首相はそのことを会見で述べた。"),
        ("gb18030", "部长答应给北方的诊所两千万元,但是从那以后谁也没有见过一分钱。我们应该在投票之前问问她钱到哪里去了。"),
        ("big5", "部長答應給北方的診所兩千萬元,但是從那以後誰也沒有見過一分錢。我們應該在投票之前問問她錢到哪裡去了。"),
        ("cp949", "장관은 북부의 진료소에 이천만 원을 약속했지만 그 뒤로 아무도 한 푼도 보지 못했다. 우리는 투표 전에 물어야 한다."),
        ("cp1251", "Министр пообещала клиникам севера двадцать миллионов, и с тех пор никто не видел ни копейки из этих денег."),
        ("koi8_r", "Министр пообещала клиникам севера двадцать миллионов, и с тех пор никто не видел ни копейки из этих денег."),
        ("cp1253", "Η υπουργός υποσχέθηκε είκοσι εκατομμύρια στις κλινικές του βορρά και κανείς δεν έχει δει δεκάρα από τότε."),
        ("cp1255", "השרה הבטיחה עשרים מיליון למרפאות בצפון ומאז איש לא ראה אגורה אחת מן הכסף הזה ואיש לא שאל לאן הלך."),
        ("cp1256", "وعدت الوزيرة عيادات الشمال بعشرين مليونا ولم ير أحد منذ ذلك الحين فلسا واحدا من هذا المال ولم يسأل أحد."),
    ],
)  # fmt: skip
def test_other_scripts_are_not_taken_for_english(encoding, text):
    found, (note,) = decode((text * 3).encode(encoding))
    assert found == text * 3
    assert note == f"is not UTF-8, and was read as {codecs.lookup(encoding).name} (guessed)"


def test_a_page_may_begin_as_xml():
    assert fragment('<?xml version="1.0" encoding="utf-8"?>\n<p>One.</p>') == "One."


ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Daily  Bell</title>
<entry><title>One
 more</title><author><name>Ana Lima</name></author><updated>2024-05-31T23:00:00-05:00</updated>
<content type="html"> </content><summary>It rained.</summary></entry>
<entry><published>2024-06-01T00:00:00Z</published><updated>2024-07-01T00:00:00Z</updated><content type="html">&lt;p&gt;It poured.&lt;/p&gt;</content></entry>
</feed>"""


def test_an_atom_feed(here):
    Path("a.atom").write_text(ATOM)
    one, two = read(["a.atom"])
    assert one == Article(
        where="a.atom entry 1", text="It rained.", title="One more", byline="Ana Lima", outlet="Daily Bell",
        published=dt.date(2024, 5, 31), notes=("only a summary is in the feed",),
    )  # fmt: skip
    assert two == Article(
        where="a.atom entry 2", text="It poured.", outlet="Daily Bell", published=dt.date(2024, 6, 1)
    )


def test_a_feed_without_entries_and_one_without_anything(here):
    Path("a.xml").write_text("<rss version='2.0'><channel><title>Bell</title></channel></rss>")
    Path("b.xml").write_text(" \n")
    assert [item.reason for item in read(["."])] == ["is a feed without entries", "is empty"]
