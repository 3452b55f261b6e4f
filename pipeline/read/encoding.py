"""Bytes → text: strict UTF-8; else what a byte order mark says; else a guess, which is noted. The one place that
imports charset-normalizer."""

import codecs

from pipeline.read.check import Unreadable

BOM = codecs.BOM_UTF8
_MARKS = (  # those of UTF-32 first: they begin as those of UTF-16 do
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ("utf_16_le", "utf_16_be", "utf_32")
_EAST = ("cp932", "euc_jp", "gb18030", "big5", "cp949")
_OTHER_LETTERS = ("cp1251", "koi8_r", "cp1253", "cp1255", "cp1256")
_WESTERN = ("cp1252", "mac_roman")
"""What is guessed among: what English is written in, and other scripts, so that they are not taken for English. The
many neighbours of windows-1252 are left out: in an English text they differ in a sign or two, and win by chance."""


def strict(data: bytes) -> str:
    """UTF-8, a byte order mark at the start left off. Raises Unreadable, naming the byte."""
    try:
        return data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start + (len(BOM) if data.startswith(BOM) else 0)
        raise Unreadable(f"is not UTF-8 (byte 0x{data[at]:02x} at position {at}); save it as UTF-8") from None


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, and a note where it was not UTF-8. Raises Unreadable where nothing fits."""
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _marked(data, marked), (f"was read as {marked.upper()}, by its byte order mark",)
    name: str | None
    try:
        text = strict(data)
    except Unreadable:
        name = None if data.startswith(BOM) else guess(data, (*_WIDE, *_EAST, *_OTHER_LETTERS, *_WESTERN))
        if name is None:
            raise
    else:
        name = guess(data, _WIDE) if "\0" in text else None
        if name is None:
            return text, ()
    return data.decode(name), (f"is not UTF-8, and was read as {codecs.lookup(name).name} (guessed)",)


def guess(data: bytes, names: tuple[str, ...]) -> str | None:
    """The likeliest of these encodings; windows-1252 where it is one of other letters and hardly any stand there."""
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(names)).best()
    if best is None:
        return None
    text = str(best)
    letters = sum(character.isalpha() for character in text)
    ascii_letters = sum(character.isascii() and character.isalpha() for character in text)
    if best.encoding in _OTHER_LETTERS and 2 * ascii_letters > letters and _fits(data, "cp1252"):
        return "cp1252"
    return best.encoding if _fits(data, best.encoding) else None


def _marked(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        reason = (
            f"has the byte order mark of {name.upper()} and breaks off or is damaged (byte {error.start})"
        )
        raise Unreadable(reason, "save it again as UTF-8") from None


def _fits(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return False
    return True
