"""Ages: "at the age of 40", "aged 12 to 17", "45-year-old", "ten months old", "Ana Ruiz, 45, said". Their unit is the
year where no other is named."""

from functools import cache

from pipeline import lexicon

from .bounds import read_bound
from .figure import Figure
from .phrases import Phrases
from .scan import ENDS, Token, low
from .units import counts, is_function_word
from .vocabulary import group

OLDEST = 120  # of a person whose age stands without "years old"


def age(tokens: list[Token], figure: Figure) -> tuple[str, int] | None:
    """The unit of the age that a bare figure gives, and the index behind its words; None where it gives none."""
    return _old(tokens, figure.last) or (("year", figure.last) if _aged(tokens, figure) else None)


def _old(tokens: list[Token], j: int) -> tuple[str, int] | None:
    """ "-year-old", "months old", "years of age", "yo" from token `j` on."""
    j += low(tokens, j) == "-"
    if low(tokens, j) == "yo":
        return "year", j + 1
    unit = low(tokens, j).removesuffix("s")
    if unit not in ("year", "month", "week", "day"):
        return None
    j += 1 + (low(tokens, j + 1) == "-")
    if low(tokens, j) in ("old", "olds"):
        return unit, j + 1
    return (unit, j + 2) if (low(tokens, j), low(tokens, j + 1)) == ("of", "age") else None


def _aged(tokens: list[Token], figure: Figure) -> bool:
    if figure.number.scale > 1 or figure.number.comma or not 0 < figure.size <= OLDEST:
        return False
    first, behind = read_bound(tokens, figure.first, figure.last).first, figure.last
    first -= low(tokens, first - 1) in ("between", "from")
    if low(tokens, first - 1) in ("aged", "age"):
        return True
    if (low(tokens, first - 2), low(tokens, first - 1)) == ("age", "of"):
        return not counts(tokens, behind)  # "the age of two superpowers"
    return _at(tokens, figure) or _after_name(tokens, figure) or _after_cue(tokens, figure)


def _after_cue(tokens: list[Token], figure: Figure) -> bool:
    """ "left school at fourteen", "those under 65": nothing that it could count stands behind."""
    cue = _cues().ending(tokens, figure.first)
    if cue is None or figure.size < 2:
        return False
    one = cue[0].split()[0].endswith(("one", "body"))  # "anyone over 65 pays": a verb follows
    return one or _ends(tokens, figure.last)


def _ends(tokens: list[Token], j: int) -> bool:
    """Is there no noun, sign of a unit or hour at token `j`?"""
    word = low(tokens, j)
    return word in (*ENDS, "“") or (
        word.isalpha() and (is_function_word(word) or word.endswith("ed") or word == "still")
    )


@cache
def _cues() -> Phrases[str]:
    return Phrases((row["cue"], row["cue"]) for row in lexicon.table("age_cues"))


def _at(tokens: list[Token], figure: Figure) -> bool:
    """ "At 71, the senator": it opens the sentence, and a comma and a person follow."""
    i, person = figure.first, low(tokens, figure.last + 1)
    opens = low(tokens, i - 1) == "at" and tokens[i - 1].text[:1].isupper()
    return opens and low(tokens, figure.last) == "," and figure.size >= 5 and person in group("aged subject")


def _after_name(tokens: list[Token], figure: Figure) -> bool:
    """ "Ana Ruiz, 45, said": digits between commas, behind two capitalised words."""
    i = figure.first
    name = tokens[max(i - 3, 0) : max(i - 1, 0)]
    if len(name) < 2 or low(tokens, i - 1) != "," or low(tokens, figure.last) != ",":
        return False
    named = all(t.kind == "word" and t.text[:1].isupper() and not is_function_word(t.low) for t in name)
    return named and not figure.number.words and figure.size >= 10
