"""What is said after a comma at the end of a clause, in shapes that parsers mostly miss.

"employs 412 administrators, up from 187 in 2003", "spent £9bn, more than we had" and "nine donors, most of whom wanted
photographs" are two claims each. The shape is read from the words; the rest of the clause loses them.
"""

from spacy.tokens import Doc, Token

from pipeline.lexicon import column
from pipeline.marks import Row, token_span
from pipeline.stages.claims.clauses import Clause
from pipeline.stages.claims.openers import Link
from pipeline.stages.claims.tree import NOMINAL

MARKS = frozenset({",", "—", "–", "--"})
PARTS = frozenset(
    {"most", "many", "some", "all", "both", "none", "half", "each", "few", "several", "one", "two"}
)


def cut_tails(clause: Clause, doc: Doc, amounts: list[Row]) -> list[Clause]:
    """The clauses at the end of this one; their words are taken from it."""
    own = sorted(clause.own)
    for place, index in enumerate(own[:-3]):
        if doc[index].text not in MARKS or index < clause.head.i:
            continue
        words = own[place + 1 :]
        tail = (
            _level(clause, doc, words, amounts)
            or _compared(clause, doc, words, amounts)
            or _part(clause, doc, words)
        )
        if tail is not None:
            clause.own = own[:place]
            return [tail]
    return []


def _level(clause: Clause, doc: Doc, words: list[int], amounts: list[Row]) -> Clause | None:
    """`up from 187 in 2003`, said of the amount before it."""
    if doc[words[0]].lower_ not in ("up", "down") or doc[words[1]].lower_ != "from":
        return None
    return _of_amount(clause, doc, doc[words[0]], words, amounts)


def _compared(clause: Clause, doc: Doc, words: list[int], amounts: list[Row]) -> Clause | None:
    """`roughly a fifth of what it costs`, `more than we had`: what the amount before is measured by."""
    adverbs = next((n for n, i in enumerate(words) if doc[i].pos_ != "ADV"), 0)
    for first in range(adverbs + 1):
        said = [doc[i].lower_ for i in words[first : first + 3]]
        opens = " ".join(said[:2]) in column("comparison_tails", "words") and not _is_figure(
            doc, words, amounts
        )
        part = said[2:] == ["of"] and said[1] in column("fractions", "word")
        if opens or part or said[1:2] == ["times"]:
            return _of_amount(clause, doc, doc[words[first]], words, amounts)
    return None


def _is_figure(doc: Doc, words: list[int], amounts: list[Row]) -> bool:
    """ "more than 12 points higher": the comparison is inside a figure."""
    return any(row["span"]["start"] == doc[words[0]].idx for row in amounts)


def _of_amount(clause: Clause, doc: Doc, head: Token, words: list[int], amounts: list[Row]) -> Clause | None:
    """A tail that is said of the last amount before it, if the clause has one."""
    spans = [token_span(doc, row["span"]["start"], row["span"]["end"]) for row in amounts]
    before = [span for span in spans if span is not None and span.end <= words[0]]
    if not before or before[-1].start not in set(clause.own):
        return None
    subject = list(range(before[-1].start, words[0] - 1))
    return _made(clause, head, "appositive", words, subject, _noun(doc, subject))


def _part(clause: Clause, doc: Doc, words: list[int]) -> Clause | None:
    """`most of whom wanted photographs`"""
    if doc[words[0]].lower_ not in PARTS or [doc[i].lower_ for i in words[1:3]] not in (
        ["of", "whom"],
        ["of", "which"],
    ):
        return None
    verb = next((doc[i] for i in words if doc[i].tag_ in ("VBD", "VBZ", "VBP")), None)
    return _made(clause, verb, "relative", words, words[:3], doc[words[2]]) if verb is not None else None


def _noun(doc: Doc, words: list[int]) -> Token:
    return next((doc[i] for i in reversed(words) if doc[i].pos_ in NOMINAL), doc[words[-1]])


def _made(above: Clause, head: Token, name: str, words: list[int], subject: list[int], noun: Token) -> Clause:
    clause = Clause(head, Link(name, "elaborates"), above, own=words, path=f"{above.path}/tail")
    clause.subject, clause.subject_words = noun, subject
    clause.borrowed = [i for i in subject if i not in set(words)]
    return clause
