"""What the rest of the text, and the outlet, say about a mark that leaves a choice (`$`, `kr`, `Rs`, pound, peso).

Order: an explicit mention of one candidate elsewhere in the text ("C$", "AUD", "Canadian dollars"); for marks
that have no world-wide default owner as strong as `$`, the place named nearest before; the outlet's country; for
`$`, the land that the text is at home in; the usual default; else nothing, and the basis is `ambiguous`.
"""

from bisect import bisect_right
from collections import Counter
from functools import cache, cached_property
from typing import NamedTuple

from pipeline import lexicon

from . import currency
from .phrases import Phrases
from .scan import Token, scan

NEAR = 500  # code points: about a paragraph


class Choice(NamedTuple):
    currency: str | None
    basis: str
    candidates: tuple[str, ...]


class Context:
    """Read once a text, and only as far as some mark asks for it."""

    def __init__(self, tokens: list[Token], explicit: frozenset[str], outlet: str | None):
        self.tokens = tokens
        self.explicit = explicit
        self.outlet = outlet

    def choose(self, mark: currency.Mark, where: int, other_than: str | None = None) -> Choice:
        """The currency of a mark at code point `where`; not `other_than`, if a place is near that has another."""
        if len(mark.codes) == 1:
            return Choice(mark.codes[0], mark.basis, ())
        if other_than is not None:
            codes = tuple(code for code in mark.codes if code != other_than)
            elsewhere = self._nearest_place(mark._replace(codes=codes, default=None), where)
            if elsewhere is not None:
                return Choice(elsewhere, "context", mark.codes)
        said = [code for code in mark.codes if code in self.explicit | self.named]
        if len(said) == 1:
            return Choice(said[0], "context", mark.codes)
        place = None if mark.dollar else self._nearest_place(mark, where)
        if place is not None and not said:
            return Choice(place, "context", mark.codes)
        home = [code for code in mark.codes if code in outlet_currencies(self.outlet)]
        if len(home) == 1:
            return Choice(home[0], "outlet", mark.codes)
        land = self.dollar_land if mark.dollar else None
        if land in mark.codes:
            return Choice(land, "context", mark.codes)
        if mark.default is not None:
            return Choice(mark.default, "default", mark.codes)
        return Choice(None, "ambiguous", mark.codes)

    @cached_property
    def named(self) -> frozenset[str]:
        """Codes whose currency is named in full anywhere ("all figures in Australian dollars")."""
        table, found = currency.words(), set()
        for i, token in enumerate(self.tokens):
            hit = table.starting(self.tokens, i) if token.low in table.by_first else None
            if hit is not None and len(hit[0].codes) == 1 and hit[1] - i > 1:
                found.add(hit[0].codes[0])
        return frozenset(found)

    @cached_property
    def mentions(self) -> tuple[list[int], list[tuple[str, ...]]]:
        """Where places, and currencies that leave no choice ("renminbi"), are named (code points, ascending), and
        the currencies of each."""
        places, words, starts, codes = currency.lands(), currency.words(), [], []
        for i, token in enumerate(self.tokens):
            here = places.starting(self.tokens, i) if token.text[0].isupper() else None
            if here is not None:
                starts.append(token.start)
                codes.append(here[0])
            elif (word := words.starting(self.tokens, i)) is not None and len(word[0].codes) == 1:
                starts.append(token.start)
                codes.append(word[0].codes)
        return starts, codes

    @cached_property
    def dollar_land(self) -> str | None:
        """The currency of the one land that the text is at home in: of those whose own papers write a bare `$`
        (`dollar_lands.csv`), if it is named in two ways ("Canada", "Ottawa") or three times, and more often than all
        other lands together (their towns do not count)."""
        table, lands = _dollar_lands(), currency.places()
        named, ways, taken, others = Counter[str](), set[tuple[str, str]](), 0, Counter[tuple[str, ...]]()
        for i, token in enumerate(self.tokens):
            if not token.text[0].isupper() or i < taken:
                continue  # also the "British" of British Columbia
            if (hit := table.starting(self.tokens, i)) is not None:
                named[hit[0]] += 1
                ways.add((hit[0], token.low))
                taken = hit[1]
            elif (land := lands.starting(self.tokens, i)) is not None:
                others[land[0]] += 1
        (most, times), *_ = named.most_common(1) or [("", 0)]
        elsewhere = sum(n for codes, n in others.items() if most not in codes) + sum(named.values()) - times
        known = times >= 3 or sum(code == most for code, _ in ways) >= 2
        return most if known and times > elsewhere else None

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """The currencies of all places that are named."""
        return frozenset(code for codes in self.mentions[1] for code in codes)

    def _nearest_place(self, mark: currency.Mark, where: int) -> str | None:
        """The one candidate of the place named nearest before `where`, at most 40 mentions back; else of the
        first one behind it. Where the outlet's own, the usual default (¥: the yen) or the one
        that is named most is at home in the text, another counts only within `NEAR` code points."""
        candidates = mark.codes
        home = {code for code in mark.codes if code in outlet_currencies(self.outlet)}
        home |= {code for code in (mark.default,) if code in self.mentioned}
        home |= set() if mark.dollar else self._most_at_home(candidates)
        starts, codes = self.mentions
        here = bisect_right(starts, where)
        for k in (*range(here - 1, max(here - 41, -1), -1), *range(here, min(here + 20, len(starts)))):
            fitting = [code for code in candidates if code in codes[k]]
            near = not home or abs(starts[k] - where) <= NEAR
            if len(fitting) == 1 and (near or fitting[0] in home):
                return fitting[0]
        return None

    def _most_at_home(self, candidates: tuple[str, ...]) -> set[str]:
        """The candidate whose places are named more than twice as often as those of each other."""
        named = Counter(code for codes in self.mentions[1] for code in codes if code in candidates)
        (first, times), (_, next_times) = [*named.most_common(2), ("", 0), ("", 0)][:2]
        return {first} if times > 2 * next_times else set()


@cache
def _dollar_lands() -> Phrases[str]:
    rows = lexicon.table("dollar_lands")
    return Phrases(((row["place"], row["currency"]) for row in rows), exact_short=True)


@cache
def outlet_currencies(outlet: str | None) -> frozenset[str]:
    """The currencies of an outlet's country: from `outlets.csv`, else from a place in its name."""
    if not outlet:
        return frozenset()
    name = outlet.lower().removeprefix("the ").strip()
    for row in lexicon.table("outlets"):
        if row["outlet"] == name:
            return frozenset({row["currency"]})
    tokens, table = scan(outlet), currency.places()
    hits = [hit for i in range(len(tokens)) if (hit := table.starting(tokens, i))]
    return frozenset(code for codes, _ in hits for code in codes)
