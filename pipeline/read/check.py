"""Bytes → text, and what a text must be before the pipeline is handed it. Reasons are for people."""

MAX_CHARS = 200_000
"""Code points in one op-ed. The longest newspaper essays have under 100,000; beyond this it is a mistake
(a whole feed in one file, a dump), and the parser's memory grows with the text."""

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Unreadable(ValueError):
    """Why this file or line gives no article: one clause that follows its name, "is empty"."""


def decode(data: bytes) -> str:
    """Strict UTF-8, a byte order mark at the start left off. Raises Unreadable, naming the byte."""
    try:
        return data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start + (len(_BOM) if data.startswith(_BOM) else 0)
        hint = "; it looks like UTF-16" if data.startswith(_UTF16) else ""
        raise Unreadable(
            f"is not UTF-8 (byte 0x{data[at]:02x} at position {at}){hint}; save it as UTF-8"
        ) from None


def check(text: str) -> str:
    """The text itself, if it can be an op-ed. Raises Unreadable."""
    if not text:
        raise Unreadable("is empty")
    if len(text) > MAX_CHARS:
        lines = text.count("\n") + (not text.endswith("\n"))
        on = "one line" if lines == 1 else f"{lines:,} lines"
        raise Unreadable(
            f"has {len(text):,} characters on {on}; an op-ed has at most {MAX_CHARS:,}: split it"
        )
    check_characters(text)
    if not any(character.isalnum() for character in text):
        raise Unreadable("holds no words")
    return text


def check_characters(text: str) -> str:
    """The text itself, without what UTF-8 cannot hold and what no text holds. Raises Unreadable."""
    for at, character in enumerate(text):
        if character == "\0":
            raise Unreadable(f"holds a NUL character at position {at}: is it text?")
        if "\ud800" <= character <= "\udfff":
            raise Unreadable(f"holds half a surrogate pair (\\u{ord(character):04x}) at position {at}")
    return text
