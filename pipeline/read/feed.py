"""RSS and Atom files: one op-ed an entry. The one place that imports feedparser (`opclaims[html]`).

The text is that of the entry's content, its HTML tags taken away; a day is taken as it is written, in the time zone
of the paper.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from email.utils import parsedate_to_datetime
from typing import Any

from pipeline.read.check import Unreadable, check, missing, whole
from pipeline.read.columns import Columns
from pipeline.read.html import fragment
from pipeline.read.metadata import day, metadata
from pipeline.record import Article, Failure

_MOST = 64 * 2**20  # bytes of a feed, which is read at once


def read(stream: Iterable[bytes], where: str, columns: Columns) -> Iterator[Article | Failure]:
    """An article or a Failure for each entry. Raises Unreadable for what is no feed."""
    feed = _parsed(whole(stream, _MOST))
    if not feed.version:
        raise Unreadable("is XML, but no RSS or Atom feed")
    if not feed.entries:
        raise Unreadable("is a feed without entries")
    for number, entry in enumerate(feed.entries, start=1):
        place = f"{where} entry {number}"
        try:
            yield _article(entry, place, feed.feed.get("title"))
        except Unreadable as error:
            yield Failure(where=place, reason=str(error), advice=error.advice)


def _parsed(data: bytes) -> Any:
    try:
        import feedparser
    except ImportError:
        raise missing("feedparser", "html") from None
    if not data.strip():
        raise Unreadable("is empty")
    if b"<!ENTITY" in data:  # the door to bombs and to other files; no feed needs it
        raise Unreadable("declares entities of its own, as no feed does")
    try:
        return feedparser.parse(data, resolve_relative_uris=False, sanitize_html=False)
    except Exception as error:  # a damaged file raises whatever its damage leads to
        raise Unreadable(f"is no feed, or is damaged ({type(error).__name__})") from None


def _article(entry: Any, where: str, outlet: str | None) -> Article:
    content = next((one.value for one in entry.get("content", ()) if (one.value or "").strip()), "")
    notes = () if content else ("only a summary is in the feed",)
    source = content or entry.get("summary") or ""
    if not source.strip():
        raise Unreadable("has no content", "a feed with the whole text is needed")
    known = {
        "title": entry.get("title"),
        "byline": entry.get("author"),
        "outlet": outlet,
        "url": entry.get("link"),
    }
    fields, lost = metadata({name: " ".join(value.split()) for name, value in known.items() if value})
    fields["published"], undated = _day(entry.get("published") or entry.get("updated"))
    return Article(where=where, text=check(fragment(source)), notes=(*notes, *lost, *undated), **fields)


def _day(written: str | None) -> tuple[dt.date | None, tuple[str, ...]]:
    """The day of an ISO 8601 or RFC 5322 date; of anything else a note."""
    try:
        return day(written or None), ()
    except Unreadable as error:
        unread = f"its day of publication {error}: left unknown"
    try:
        return parsedate_to_datetime(written or "").date(), ()
    except (ValueError, TypeError, OverflowError):
        return None, (unread,)
