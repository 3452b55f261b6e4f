"""A Word file is one op-ed. The one place that imports python-docx (`opclaims[docx]`)."""

import io
import zipfile
from collections.abc import Iterable, Iterator

from pipeline.read.check import Unreadable, missing, whole
from pipeline.read.columns import Columns
from pipeline.read.metadata import metadata
from pipeline.read.parted import parted
from pipeline.record import Article, Failure

_UNPACKED = 64 * 2**20  # bytes; a text of the longest kind has one
_TIMES = 200  # so much smaller nothing becomes that was written by people


def read(stream: Iterable[bytes], where: str, columns: Columns) -> Iterator[Article | Failure]:
    """The paragraphs of the body, an empty line between them: one article, of a very long text its parts.

    Raises Unreadable."""
    data = whole(stream)
    _harmless(data)
    try:
        import docx
    except ImportError:
        raise missing("python-docx", "docx") from None
    try:
        document = docx.Document(io.BytesIO(data))
        text = "\n\n".join(one.text for one in document.paragraphs if one.text.strip())
        title, author = (getattr(document.core_properties, name) for name in ("title", "author"))
        tables = len(document.tables)
    except Exception as error:  # a damaged file raises whatever its damage leads to
        raise Unreadable(f"is no Word file, or is damaged ({str(error).splitlines()[0][:100]})") from None
    notes = (f"{tables} table{'s' if tables > 1 else ''} of the file left out",) if tables else ()
    known, lost = metadata({"title": title, "byline": author})
    yield from parted(where, text, (*notes, *lost), **known)


def _harmless(data: bytes) -> None:
    """Raises Unreadable for what unpacks to far more than a text."""
    if not data:
        raise Unreadable("is empty")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(one.file_size for one in packed.infolist() if one.filename.endswith((".xml", ".rels")))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise Unreadable("is no Word file, or is damaged (.doc is another kind)") from None
    if size > _UNPACKED or size > _TIMES * len(data):
        raise Unreadable(f"unpacks to {size:,} bytes of text from {len(data):,}: is it a bomb?")
