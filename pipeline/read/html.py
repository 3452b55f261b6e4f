"""A web page is one op-ed; its body, title, author and day are found by trafilatura (`opclaims[html]`). The one
place that imports it, and lxml.

The text of the article is the text that was extracted, and offsets count there. trafilatura leaves out, without a
word, what it takes for no part of the article: what is long enough to be missed is noted.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.read.check import Unreadable, missing, whole
from pipeline.read.columns import Columns
from pipeline.read.encoding import decode
from pipeline.read.metadata import metadata
from pipeline.read.parted import parted
from pipeline.record import Article, Failure

LONG = 30
"""Words of a paragraph whose absence is noted."""
_DEEPEST = 250  # elements within elements; at 256 libxml2 stops, and leaves out what follows without a word
_TOO_DEEP = f"is a page of more than {_DEEPEST} elements within each other: is it one?"
_BLOCKS = (
    "p", "div", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "pre", "section", "article",
)  # fmt: skip
_NO_TEXT = ("script", "style", "template", "noscript")
_XML_HEAD = re.compile(r"^\s{0,100}<\?xml[^>]{0,200}\?>")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
_OPEN = ("p", "li", "td", "tr", "th", "option")  # need no end


def read(stream: Iterable[bytes], where: str, columns: Columns) -> Iterator[Article | Failure]:
    """One article, of a very long text its parts. Raises Unreadable where no article is found in the page."""
    source, notes = decode(whole(stream))
    if not source.strip():
        raise Unreadable("is empty")
    found = _extracted(source)
    text = "\n\n".join(line for line in (found.text or "").split("\n") if line.strip()) if found else ""
    if not text:
        raise Unreadable("is a page in which no article is found", "save its text as .txt")
    said = {"title": found.title, "byline": found.author, "outlet": found.sitename}
    known, lost = metadata({**said, "url": found.url, "published": found.date})
    yield from parted(where, text, (*notes, *lost, *_left_out(source, text)), **known)


def fragment(source: str) -> str:
    """The text of a piece of HTML, whole: blocks become paragraphs. Raises Unreadable."""
    return "\n\n".join(_blocks(_tree(source)))


def _extracted(source: str) -> Any:
    try:
        import trafilatura
    except ImportError:
        raise missing("trafilatura", "html") from None
    return trafilatura.bare_extraction(
        _tree(source),
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"extensive_search": False},  # a day of the page's head, not any day in it
    )


def _tree(source: str) -> Any:
    try:
        from lxml import etree, html
    except ImportError:
        raise missing("trafilatura", "html") from None
    if _depth(source) > _DEEPEST:
        raise Unreadable(_TOO_DEEP)
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(_XML_HEAD.sub("", source, count=1), parser=parser)
        for element in tree.xpath("|".join(f"//{name}" for name in _NO_TEXT)):
            if element.getparent() is not None and element.get("type") != "application/ld+json":
                element.drop_tree()  # control characters beside it are a ValueError, too
    except (etree.ParserError, ValueError) as error:
        raise Unreadable(f"is a page that cannot be parsed ({error})") from None
    if any(said.type_name == "ERR_RESOURCE_LIMIT" for said in parser.error_log):
        # what follows is not read
        raise Unreadable(_TOO_DEEP)
    return tree


def _depth(source: str) -> int:
    """How deep elements stand in each other, as far as tags tell; those that need no end do not count."""
    deepest = depth = 0
    for tag in _TAG.finditer(source):
        if tag[2].lower() not in (*_VOID, *_OPEN):
            depth = max(0, depth - 1) if tag[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _blocks(element: Any) -> Iterator[str]:
    """The texts of blocks, in order, white space folded."""
    pieces: list[str] = []

    def flush() -> Iterator[str]:
        if text := " ".join("".join(pieces).split()):
            yield text
        pieces.clear()

    for event, node in _walk(element):
        if node.tag in _BLOCKS or node.tag == "br":
            yield from flush()
        if event == "end":
            pieces.append(node.tail or "")  # what follows an element is none of it
        elif node.tag not in ("head", "title", "script"):
            pieces.append(node.text or "")
    yield from flush()


def _walk(element: Any) -> Iterator[tuple[str, Any]]:
    from lxml import etree

    yield from etree.iterwalk(element, events=("start", "end"))


def _left_out(source: str, text: str) -> tuple[str, ...]:
    """A note on long paragraphs of the page that are not in the text."""
    kept = " ".join(text.split())
    paragraphs = (" ".join(node.text_content().split()) for node in _tree(source).iter("p"))
    long = Counter(one for one in paragraphs if len(one.split()) >= LONG)
    lost = [one for one, times in long.items() for _ in range(times - kept.count(one))]
    if not lost:
        return ()
    words = sum(len(one.split()) for one in lost)
    some = "one long paragraph" if len(lost) == 1 else f"{len(lost)} long paragraphs"
    return (f"{some} of the page ({words} words) left out, as no part of the article: “{lost[0][:60]}…”",)
