"""What the tree says of a date: the tense of the clause it stands in, and whether an earlier date stands aside."""

from pipeline.plain import Doc, Token
from pipeline.stages.dates.generic import DATED, generic
from pipeline.stages.dates.predicate import tense_of, verb_over
from pipeline.stages.dates.reading import Found
from pipeline.stages.dates.tense import Tense

BOUND = ("by", "until", "till", "before", "after", "from")
AHEAD_OF = ("for", "before", "until")
ARRANGED = (
    "set",
    "scheduled",
    "slated",
    "planned",
    "booked",
    "fixed",
    "called",
    "billed",
    "pencilled",
    "earmarked",
)
LEVEL = 7  # words from "from" on: "from about 4.5 per cent in January"
COMPARED = ("from", "than", "against", "like", "unlike")
LEVELS = ("up", "down")
ASIDE = ("acl", "acl:relcl", "appos", "parataxis")
ATTRIBUTE = ("compound", "nummod", "amod")


class Syntax:
    """Questions of two places in one parsed Doc; offsets are code points of its text."""

    def __init__(self, doc: Doc):
        self.doc = doc

    def tense(self, start: int, end: int) -> Tense:
        """The tense of the clause around a date; `past` where there is no verb."""
        root = self._root(start, end)
        if root is None:
            return "past"
        cues = [child.text.lower() for child in root.children if child.dep_ == "case"]
        if "since" in cues:
            return "perfect"
        verb = verb_over(root)
        if verb is None:
            return "future" if _bound(cues, BOUND[:3]) else "past"
        tense = tense_of(verb, bound=_bound(cues, BOUND))
        if tense in ("future", "present") and _is_level(root):
            return "past"
        if _is_set_for(root, verb):
            return "open" if tense == "past" else "future"
        if tense == "present" and root.dep_ == "nmod:poss" and _is_case(root.head, AHEAD_OF):
            return tense  # "returns for Saturday's derby"
        if tense == "past" and root.dep_ == "nmod" and "for" in cues:
            return "open"  # "it said that orders for November were healthy"
        if tense == "present" and root.dep_ in ATTRIBUTE and _is_some(root.head):
            return "open"  # "the odds of a December cut"
        if tense == "present" and ("of" in cues or root.dep_ in (*ATTRIBUTE, "nmod:poss")):
            return "past"  # "Tuesday's budget says", "a letter of July 2 lists"
        return "future" if tense == "open" and _bound(cues, BOUND[:3]) else tense

    def any_year(self, found: Found) -> bool:
        """Whether a month, a season, a feast without its year is said of every year: "in August there is none"."""
        open_year = found.reading.timex.startswith("XXXX-") and found.reading.direction is None
        root = self._root(found.start, found.end) if found.rule in DATED and open_year else None
        verb = verb_over(root) if root is not None else None
        if root is None or verb is None or self.tense(found.start, found.end) != "present":
            return False
        return generic(root, verb, found.rule)

    def aside(self, before: tuple[int, int], here: tuple[int, int]) -> bool:
        """Whether the first of two dates of one sentence belongs to a noun or a clause of its own, and does not
        set the time of the second: "a trust set up in 2019 held six million on 31 March"."""
        first, second = self._root(*before), self._root(*here)
        if first is None or second is None or first.sent.start != second.sent.start:
            return False
        if first.dep_ in ATTRIBUTE or _in_attribution(second):
            return True
        goal = verb_over(second)
        above = {token.i for token in (goal, *goal.ancestors)} if goal is not None else set()
        token = first
        while token.i not in above and token.head.i != token.i:
            measured = token.text.lower() in LEVELS or _is_case(token, COMPARED)
            if token.dep_ in ASIDE or (token.i != first.i and measured):
                return True  # "down from $9m in 2023, but it paid $2m in January"
            token = token.head
        return False

    def _root(self, start: int, end: int) -> Token | None:
        span = self.doc.char_span(start, end, alignment_mode="expand")
        return None if span is None else span.root


def _is_case(token: Token, words: tuple[str, ...]) -> bool:
    return any(child.dep_ == "case" and child.text.lower() in words for child in token.children)


def _is_some(noun: Token) -> bool:
    return any(child.dep_ == "det" and child.text.lower() in ("a", "an") for child in noun.children)


def _in_attribution(token: Token) -> bool:
    """ "According to a deposition unsealed in May": told from the day of the text, whatever year the story is in."""
    above = (one for one in (token, *token.ancestors) if one.i != token.i)
    return any(_is_case(one, ("according",)) for one in above)


def _is_level(root: Token) -> bool:
    """ "It will fall from 4 per cent *in January*": the level it falls from is known."""
    words = [token.text.lower() for token in root.doc[max(0, root.i - LEVEL) : root.i]]
    if "from" not in words or words[-1] not in ("in", "on"):
        return False
    between = root.doc[root.i - len(words) + words.index("from") : root.i]
    figure = any(token.pos_ == "NUM" for token in between)
    return figure and not any(token.is_punct or token.pos_ == "VERB" for token in between)


def _is_set_for(root: Token, verb: Token) -> bool:
    """ "A trial has been set for 4 March", "is due in May"."""
    arranged = verb.text.lower() in ARRANGED
    return arranged and (_is_case(root, AHEAD_OF[:1]) or _is_case(root.head, AHEAD_OF[:1]))


def _bound(cues: list[str], words: tuple[str, ...]) -> bool:
    return any(cue in words for cue in cues)
