"""A PDF file is one op-ed. The one place that imports pypdf (`opclaims[pdf]`).

A PDF knows lines, not paragraphs: lines are joined to paragraphs here, a word parted at a line's end is made whole, and
this text is the article's.
"""

import io
import logging
import re
from collections.abc import Iterable, Iterator
from statistics import median
from typing import Any

from pipeline.read.check import Unreadable, missing, whole
from pipeline.read.columns import Columns
from pipeline.read.metadata import metadata
from pipeline.read.parted import parted
from pipeline.record import Article, Failure

MAX_PAGES = 200
"""An op-ed has two or three; a book is no op-ed."""
_MOST = 64 * 2**20  # bytes
_PARTED = re.compile(r"(?<=[a-z])-$")
_ENDS = re.compile(r"[.!?:][”’\"')]{0,3}$")


def read(stream: Iterable[bytes], where: str, columns: Columns) -> Iterator[Article | Failure]:
    """One article, of a very long text its parts.

    Raises Unreadable for what is no PDF, is locked, or holds pictures of text."""
    data = whole(stream, _MOST)
    if not data:
        raise Unreadable("is empty")
    try:
        import pypdf
    except ImportError:
        raise missing("pypdf", "pdf") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # who reads a thousand files wants no warnings
    try:
        title, author, pages = _opened(pypdf.PdfReader(io.BytesIO(data)))
    except Unreadable:
        raise
    except Exception as error:  # a damaged file raises whatever its damage leads to
        raise Unreadable(f"is no PDF, or is damaged ({str(error).splitlines()[0][:100]})") from None
    text = "\n\n".join(paragraphs([line for page in pages for line in page.split("\n")]))
    if not text:
        raise Unreadable("holds no text, perhaps pictures of it", "recognise the text first (ocrmypdf)")
    known, lost = metadata({"title": title, "byline": author})
    yield from parted(where, text, lost, **known)


def _opened(reader: Any) -> tuple[str, str, list[str]]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("is locked with a password", "save it without one")
    if len(reader.pages) > MAX_PAGES:
        raise Unreadable(f"has {len(reader.pages):,} pages; an op-ed has at most {MAX_PAGES}", "split it")
    known = reader.metadata or {}
    title, author = (str(known.get(name) or "") for name in ("/Title", "/Author"))
    return title, author, [(page.extract_text() or "").strip() for page in reader.pages]


def paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines → paragraphs: one ends at an empty line, or where a line that is clearly short ends a sentence."""
    lines = [" ".join(line.split()) for line in lines]
    usual = median([len(line) for line in lines if line] or [0])
    text = ""
    for line in lines:
        if not line:
            yield from (text,) if text else ()
            text = ""
            continue
        parted = _PARTED.search(text) and line[0].islower()
        text = text[:-1] + line if parted else f"{text} {line}".strip()
        if len(line) < 0.7 * usual and _ENDS.search(line):
            yield text
            text = ""
    yield from (text,) if text else ()
