"""Which currency a mark, a code or a word names: before the figure ("US$", "KHR"), or behind it ("euros", "kr").

Everything is read from `lexicon/currencies.csv`; adding a currency is adding one row.
"""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pipeline import lexicon

from .phrases import Phrases
from .scan import SPACES, Token

LONGEST_MARK = 8
ONE = Decimal(1)
MILLIONTH = Decimal("0.000001")


class Mark(NamedTuple):
    """What a mark may stand for. `codes`: more than one where it leaves a choice. `divisor`: 100 for cents.
    `weak`: also an ordinary word or letter, so the figure must look like money by itself."""

    codes: tuple[str, ...]
    basis: str
    divisor: Decimal = ONE
    weak: bool = False
    default: str | None = None
    dollar: bool = False


@cache
def marks() -> dict[str, Mark]:
    """Every mark and code as it is written, upper and lower case kept."""
    found: dict[str, Mark] = {}
    for mark, codes in _holders("marks").items():
        basis = "unique_mark" if len(codes) == 1 else "ambiguous"
        basis = "code" if mark.upper() in codes else basis  # "usd"
        found[mark] = Mark(codes, basis, ONE, _weak(mark), _default(mark), mark == "$")
    for row in lexicon.table("currencies"):
        found[row["code"]] = Mark((row["code"],), "code", weak=_weak(row["code"]))
        found.setdefault(
            f"M{row['code']}", Mark((row["code"],), "code", MILLIONTH, _weak(row["code"]))
        )  # MEUR
    return found


@cache
def small_marks() -> dict[str, Mark]:
    """Marks of subunits, glued behind a figure: `30p`, `20c`, `5¢`."""
    return {word: mark for word, mark in _subunits().items() if len(word) == 1}


@cache
def words() -> Phrases[Mark]:
    """Currency words as they stand behind a figure: "yen", "Canadian dollars", "cents"."""
    found = dict(_subunits())
    for word, codes in _holders("words").items():
        basis = "word" if len(codes) == 1 else "ambiguous"
        found[word] = Mark(codes, basis, weak=_weak(word), default=_default(word), dollar=word == "dollar")
    for row in lexicon.table("currencies"):
        for place in _list(row["places"]):
            for word in _list(row["words"]):
                found[f"{place.lower()} {word}"] = Mark((row["code"],), "word")
            for word, divisor in _small(row):
                found[f"{place.lower()} {word}"] = Mark((row["code"],), "word", divisor)
    entries: dict[str, Mark] = {}
    for word, mark in found.items():
        entries.setdefault(word, mark)
        if len(word) > 2:
            entries.setdefault(_plural(word), mark._replace(weak=mark.weak and word != "buck"))
    return Phrases(entries.items())


@cache
def places() -> Phrases[tuple[str, ...]]:
    """Country and nationality → the currencies of the place."""
    return Phrases(_lands())


def _lands() -> list[tuple[str, tuple[str, ...]]]:
    found: dict[str, list[str]] = {}
    for row in lexicon.table("currencies"):
        for place in _list(row["places"]):
            found.setdefault(place, []).append(row["code"])
    return [(place, tuple(codes)) for place, codes in found.items()]


@cache
def full_names(code: str) -> tuple[str, ...]:
    """What says plainly that a currency is meant, in lower case: its sign, and its name with the place."""
    row = next(row for row in lexicon.table("currencies") if row["code"] == code)
    signs = [mark for mark in _list(row["marks"]) if not any(c.isalnum() or c == "$" for c in mark)]
    return (
        *signs,
        *(f"{place} {word}".lower() for place in _list(row["places"]) for word in _list(row["words"])),
    )


@cache
def lands() -> Phrases[tuple[str, ...]]:
    """Countries, and the towns and regions of those whose money shares its name with others' (`cities.csv`)."""
    towns = ((row["place"], (row["currency"],)) for row in lexicon.table("cities"))
    return Phrases((*towns, *_lands()))


def mark_before(text: str, pos: int) -> tuple[int, Mark] | None:
    """The longest mark or code that ends where the figure begins: its start, and the mark."""
    end = pos
    while end > 0 and pos - end < 2 and text[end - 1] in SPACES:
        end -= 1
    for size in range(min(LONGEST_MARK, end), 0, -1):
        found = marks().get(text[end - size : end])
        if found is None or (text[end - size].isalnum() and _joined(text, end - size)):
            continue
        if size == 1 and text[end - 1].isalpha() and end < pos:
            continue  # "K 5" and "a 5" are no money, K5 may be
        return _with_code(text, end - size, found)
    return None


def _with_code(text: str, start: int, mark: Mark) -> tuple[int, Mark]:
    """ "CAD $5", "AUD$5": a code before a mark that leaves a choice."""
    end = start - 1 if start > 0 and text[start - 1] in SPACES else start
    code = text[max(end - 3, 0) : end]
    if len(mark.codes) > 1 and code in mark.codes and not _joined(text, end - 3):
        return end - 3, Mark((code,), "code")
    for size in (3, 2) if end < start and mark.dollar else ():
        spaced = marks().get(f"{text[max(end - size, 0) : end]}$")  # "HK $5 million"
        if spaced is not None and text[end - size].isupper() and not _joined(text, end - size):
            return end - size, spaced
    return start, mark


def mark_behind(text: str, pos: int, *, subunits: bool) -> tuple[int, Mark] | None:
    """The longest mark or code that begins where the figure ends: the index behind it, and the mark."""
    start = pos
    while start < len(text) and start - pos < 2 and text[start] in SPACES:
        start += 1
    if (
        subunits
        and (small := small_marks().get(text[pos : pos + 1]))
        and not text[pos + 1 : pos + 2].isalnum()
    ):
        return pos + 1, small
    for size in range(LONGEST_MARK, 0, -1):
        mark = text[start : start + size]
        found = marks().get(mark) if len(mark) == size else None
        if found is None or (size == 1 and mark.isalpha()) or mark.endswith("."):
            continue
        behind = text[start + size : start + size + 1]
        if not behind.isdigit() and not (mark[-1].isalnum() and behind.isalnum()):
            return start + size, found
    return None


def word_behind(tokens: list[Token], j: int) -> tuple[int, Mark] | None:
    """The currency word at token `j` (a hyphen may stand between): the index behind it, and what it may mean."""
    if j < len(tokens) and tokens[j].low == "-":
        j += 1
    found = words().starting(tokens, j)
    return (found[1], found[0]) if found else None


def _joined(text: str, start: int) -> bool:
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] in "_$€£¥@#&")


def _holders(column: str) -> dict[str, tuple[str, ...]]:
    """mark or word → the codes of the rows that have it, the default first."""
    found: dict[str, list[str]] = {}
    for row in lexicon.table("currencies"):
        for entry in _list(row[column]):
            codes = found.setdefault(entry, [])
            codes.insert(0, row["code"]) if entry in _list(row["default_for"]) else codes.append(row["code"])
    return {entry: tuple(codes) for entry, codes in found.items()}


def _subunits() -> dict[str, Mark]:
    found: dict[str, Mark] = {}
    for row in lexicon.table("currencies"):
        for word, divisor in _small(row):
            codes = found[word].codes if word in found else ()
            default = _default(word)
            codes = (row["code"], *codes) if default == row["code"] else (*codes, row["code"])
            basis = "word" if len(codes) == 1 else "ambiguous"
            found[word] = Mark(codes, basis, divisor, _weak(word), default, word in ("cent", "c", "¢"))
    return found


def _small(row: dict[str, str]) -> list[tuple[str, Decimal]]:
    """The subunits of a row, each with how many make one."""
    parts = (entry.split(":") for entry in _list(row["subunits"]))
    return [(word, Decimal(divisor)) for word, divisor in parts]


@cache
def _defaults() -> dict[str, str]:
    return {entry: row["code"] for row in lexicon.table("currencies") for entry in _list(row["default_for"])}


def _default(entry: str) -> str | None:
    return _defaults().get(entry)


@cache
def _weak_entries() -> frozenset[str]:
    return frozenset(entry for row in lexicon.table("currencies") for entry in _list(row["weak"]))


def _weak(entry: str) -> bool:
    return entry in _weak_entries()


def _list(cell: str) -> list[str]:
    return [part for part in cell.split(";") if part]


def _plural(word: str) -> str:
    return {"penny": "pennies", "kopiyka": "kopiykas"}.get(word, word if word.endswith("s") else f"{word}s")
