"""Texts that nobody wrote, for fuzz.py: random characters, op-eds of the corpus that were damaged, and word salad.

Each maker takes a seeded `random.Random` and gives a text of at most a few thousand characters. Same seed, same text.
"""

import csv
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
LEXICON = ROOT / "pipeline" / "lexicon"
Maker = Callable[[Random], str]

CLASSES = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789", " \t\n\r ", ".,;:!?…", "\"'“”‘’«»„`",
    "()[]{}<>", "-–—−/\\_", "$€£¥₹₦₿¢%‰+*=~^|#@&", "àéîõüßœøčşłžğİı", "ЖЩыяΩλжא", "ﷺمرحبا שלום ‏‎‪‮",
    "中文日本語テスト한국어", "😀👍🏽🇫🇷👨‍👩‍👧❤️", "\u0300\u0301\u0308\u0338\u20dd", "\u200b\u200c\u200d\ufeff\u00ad",
    "\x01\x07\x0b\x0c\x1b\x7f\x85\u2028\u2029",
    "\xa0\u2002\u2009\u202f\u3000", "½⅓²³₄①Ⅷ٣४፪ൠ", "𝔸𝒷𝟛𐍈\ue000\ufffd\uffff",
)  # fmt: skip
"""Characters by what may go wrong with them: letters, digits, marks, scripts, controls …"""
MARKS = ".,;:!?—–-…\"'“”‘’()[]$€%/&"
QUOTES = "\"“”‘’'"


def characters(random: Random) -> str:
    """Runs of characters, each run of one class or of any."""
    runs = []
    for _ in range(random.randint(1, 60)):
        kind = random.choice((*CLASSES, "".join(CLASSES), CLASSES[0], CLASSES[0]))
        runs.append("".join(random.choice(kind) for _ in range(random.randint(1, 12))))
    return random.choice(("", " ", " ")).join(runs)


def damaged(random: Random) -> str:
    """A piece of an op-ed, with two to six kinds of damage."""
    paragraphs = random.choice(articles()).split("\n\n")
    first = random.randrange(len(paragraphs))
    text = "\n\n".join(paragraphs[first : first + random.randint(1, 5)])
    for damage in random.choices(DAMAGES, k=random.randint(2, 6)):
        text = damage(text, random)
    return text


def salad(random: Random) -> str:
    """Entries of all the tables of the lexicon, some with a mark behind, some as their table writes an example."""
    words = _words()
    parts = []
    for _ in range(random.randint(5, 250)):
        mark = random.choice(MARKS) if random.random() < 0.2 else ""
        word = random.choice(words) if random.random() < 0.8 else random.choice(GLUE)
        parts.append((word.title() if random.random() < 0.15 else word) + mark)
    return random.choice((" ", " ", "\n")).join(parts)


GLUE = (
    "the", "a", "of", "and", "or", "that", "he", "it", "they", "said", "says", "to", "in", "by", "not", "is", "was",
    "who",     "which",
    "$3", "2019", "5", "per cent", "million", "Mr", "May", "because", "if", "but", "than", "more", "there", "what",
)  # fmt: skip


def shuffled(text: str, random: Random) -> str:
    pieces = _sentences(text)
    random.shuffle(pieces)
    return " ".join(pieces)


def cut(text: str, random: Random) -> str:
    ends = ((piece, random.randint(1, len(piece))) for piece in _sentences(text))
    return " ".join(piece[:end] if random.random() < 0.4 else piece for piece, end in ends)


def doubled(text: str, random: Random) -> str:
    return " ".join(" ".join([piece] * random.choice((1, 1, 1, 2, 3))) for piece in _sentences(text))


def dropped(text: str, random: Random) -> str:
    share = random.choice((0.05, 0.2, 0.5))
    return " ".join(word for word in text.split(" ") if random.random() > share)


def swapped(text: str, random: Random) -> str:
    words = text.split(" ")
    for place in range(len(words) - 1):
        if random.random() < 0.1:
            words[place], words[place + 1] = words[place + 1], words[place]
    return " ".join(words)


def remarked(text: str, random: Random) -> str:
    return "".join(random.choice(MARKS) if char in MARKS and random.random() < 0.3 else char for char in text)


def unmarked(text: str, random: Random) -> str:
    return "".join(char for char in text if char not in MARKS or random.random() > 0.8)


def unbalanced(text: str, random: Random) -> str:
    words = text.split(" ")
    for place in range(len(words)):
        if random.random() < 0.06:
            mark = random.choice(QUOTES)
            words[place] = mark + words[place] if random.random() < 0.5 else words[place] + mark
    return " ".join(words)


def recased(text: str, random: Random) -> str:
    case = random.choice((str.upper, str.lower, str.title, str.swapcase))
    if random.random() < 0.3:
        return case(text)
    return " ".join(case(word) if random.random() < 0.3 else word for word in text.split(" "))


def redigited(text: str, random: Random) -> str:
    return re.sub(r"\d", lambda _: random.choice("0123456789"), text)


FIGURES = (
    "0", "00", "1/0", "99999999999999999999", "1e9", "$0.00", "-5", "3-1", "31/02/2020", "12,34,567", "0%",
    "1,000.000.1",
    "9999", "10000 BC", "$1-$", "1000000000000 centuries",
)  # fmt: skip


def figured(text: str, random: Random) -> str:
    """Words put out by figures of any length."""
    return " ".join(random.choice(FIGURES) if random.random() < 0.08 else word for word in text.split(" "))


def joined(text: str, random: Random) -> str:
    return text.replace("\n\n", random.choice((" ", "", "\n", "\r\n\r\n", "\n \n", "\u2028")))


def strange(text: str, random: Random) -> str:
    """Characters put in anywhere."""
    odd = "".join(CLASSES[6:])
    return "".join(char + (random.choice(odd) if random.random() < 0.02 else "") for char in text)


DAMAGES = (
    shuffled, cut, doubled, dropped, swapped, remarked, unmarked, unbalanced, recased, redigited, figured, joined,
    strange,
)  # fmt: skip
MAKERS: dict[str, Maker] = {"characters": characters, "damaged": damaged, "salad": salad}


def _sentences(text: str) -> list[str]:
    return [piece for piece in re.split(r"(?<=[.!?])\s+", text) if piece]


@cache
def articles() -> tuple[str, ...]:
    """Op-eds of dev and train: those of test are not looked at, not even in pieces."""
    with (ROOT / "corpus" / "split.csv").open(encoding="utf-8", newline="") as file:
        names = [row["document"] for row in csv.DictReader(file) if row["split"] != "test"]
    return tuple((ROOT / "corpus" / "articles" / f"{name}.md").read_text(encoding="utf-8") for name in names)


@cache
def _words() -> tuple[str, ...]:
    """Every cell of every table, parted at ";"; with the examples, which are sentences."""
    found: dict[str, None] = {}
    for path in sorted(LEXICON.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                found.update((part.strip(), None) for cell in row for part in cell.split(";") if part.strip())
    return tuple(found)
