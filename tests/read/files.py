"""Small files of every kind, made on the spot."""

import gzip
import io
import zipfile

TEXT = (
    "The minister promised £20m for the clinics of the north by 2027, and nobody has seen a penny of it since.",
    "Critics say that only half of the sum was ever meant to be paid, and that the other half will be forgotten.",
    "We should ask her, before the vote in May, where the money has gone and who was told.",
)
PAGE = (
    "<html><head><title>Where it went</title><meta name='author' content='Ana Lima'>"
    "<meta property='article:published_time' content='2024-05-31T22:00:00-05:00'>"
    "<meta property='og:site_name' content='Daily Bell'></head><body><nav><a href='/'>Home</a></nav><article>"
    "<h1>Where it went</h1>{}</article><footer>All rights</footer></body></html>"
).format("".join(f"<p>{one}</p>" for one in TEXT))
FEED = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Daily Bell</title>
<item><title>Where it went</title><link>https://example.org/1</link><pubDate>Fri, 31 May 2024 23:00:00 -0500</pubDate>
<description>In short.</description><content:encoded><![CDATA[<p>It <b>rained</b>.<br>And how.</p><script>no()</script><p>Nobody left.</p>]]></content:encoded></item>
<item><title>Nothing</title></item>
<item><title>Shorter</title><description>Only a summary &amp; no more.</description></item>
</channel></rss>"""


def docx(paragraphs=TEXT, title="Where it went"):
    import docx as library

    document = library.Document()
    document.core_properties.title, document.core_properties.author = title, "Ana Lima"
    for one in paragraphs:
        document.add_paragraph(one)
    return saved(document.save)


def parquet(columns):
    import pyarrow
    from pyarrow import parquet as library

    return saved(lambda file: library.write_table(pyarrow.table(columns), file))


def zipped(members):
    def write(file):
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, data in members.items():
                packed.writestr(name, data)

    return saved(write)


def gzipped(data):
    return gzip.compress(data, mtime=0)


def pdf(pages):
    """A PDF of pages, each a list of lines."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for lines in pages:
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream = f"BT /F1 11 Tf 40 800 Td {shown}ET".encode("latin-1")
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 850]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
        objects.append(page % len(objects))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    out, starts = bytearray(b"%PDF-1.4\n"), []
    for number, one in enumerate(objects, start=1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return bytes(out + head + table + trailer)


def saved(write):
    file = io.BytesIO()
    write(file)
    return file.getvalue()
