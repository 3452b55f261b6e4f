"""What is put for a pronoun: its noun phrase as one says it a second time.

"a school" → "the school"; "Her team" → "Olano’s team", where it is known who she is.
"""

from typing import NamedTuple

from pipeline.marks import Row, tokens_of
from pipeline.plain import Doc, Span, Token
from pipeline.stages.claims.arguments import Around
from pipeline.stages.claims.coreference import POINTING
from pipeline.stages.claims.pieces import Piece, as_inside
from pipeline.stages.claims.tree import base, verb_group

THIRD = frozenset(
    {"he", "she", "it", "they", "him", "them", "his", "her", "its", "their"}
    | {"himself", "herself", "itself", "themselves", "hers", "theirs"}
)
DEEPEST = 2  # names within names


class Name(NamedTuple):
    """`source`: where its words come from; `small`: only the start of its sentence gave it a capital; `points`: it
    holds a pronoun whose noun is not known."""

    text: str
    source: tuple[Row, ...]
    small: bool
    points: bool
    owner: str
    """As it owns something: "a girl in my clinic" → "the girl", whose mother came."""

    @property
    def inside(self) -> str:
        """As it is written within a sentence."""
        return self.text[0].lower() + self.text[1:] if self.small else self.text

    def piece(self, text: str = "") -> Piece:
        """`text`: the name with what belongs behind it."""
        return Piece(text or self.text, self.source, "coreference", "replace", small=self.small)


def name_of(row: Row, doc: Doc, know: Around, depth: int = 0) -> Name:
    """The noun phrase of a span row, as it is said when it is put for a pronoun."""
    span = tokens_of(doc, row)
    if span is None:
        return Name(row["text"], (row,), False, False, row["text"])
    fuller = know.fuller.get(span.start)
    if fuller is not None and fuller.words == range(span.start, span.start + len(span)):
        return Name(fuller.text, (row, fuller.source), False, False, fuller.text)
    words, source, points = list[str](), [row], False
    small = as_inside(span[0], span.text) != span.text
    for token in span:
        inner = _inner(token, span, know, depth)
        if inner is None:
            words.append(_definite(token, span))
            points = points or _points(token, span, know)
        else:
            words.append(possessive(inner.owner))
            source += inner.source
            points, small = points or inner.points, inner.small if token.i == span.start else small
        words.append(token.whitespace_)
    text = " ".join("".join(words).split())
    return Name(text, tuple(source), small, points, _owner(span, Name(text, (), small, points, "").inside))


def _owner(span: Span, text: str) -> str:
    """Without what stands behind the noun, where that is no name: its mark of possession stands at the noun."""
    root, opens = span.root, span[0].lower_ in ("a", "an", "the")
    if root.i == span.start + len(span) - 1 or root.pos_ != "NOUN" or not opens:
        return text
    return f"the {span.doc[span.start + 1 : root.i + 1].text}"


def possessive(text: str) -> str:
    """`Lima` → "Lima’s", `the shops` → "the shops’"."""
    return text + ("’" if text.endswith("s") else "’s")


def _inner(token: Token, span: Span, know: Around, depth: int) -> Name | None:
    """What a possessive in the phrase stands for: "Her team"."""
    row = know.stands_for.get(token.i)
    if row is None or base(token) != "nmod" or depth == DEEPEST or _overlap(row, span):
        return None
    return name_of(row, token.doc, know, depth + 1)


def _points(token: Token, span: Span, know: Around) -> bool:
    if token.lower_ in POINTING and token.tag_ == "DT":
        return True
    row = know.stands_for.get(token.i)
    return token.pos_ == "PRON" and token.lower_ in THIRD and (row is None or not _overlap(row, span))


def _overlap(row: Row, span: Span) -> bool:
    return bool(row["start"] < span.end_char and span.start_char < row["end"])


def _definite(token: Token, span: Span) -> str:
    """ "a school" → "the school"; not of any school whatever, as in "a school needs teachers"."""
    opens = token.i == span.start and token.lower_ in ("a", "an") and token.head.i < span.end
    if not opens or _is_any(token.head):
        return token.text
    return "The" if token.text[0].isupper() else "the"


def _is_any(noun: Token) -> bool:
    """It stands under a plain present or a modal, which tell of any such thing: "a farmer stores her grain"."""
    verb = noun.head
    group = verb_group(verb)
    there = any(base(one) == "expl" for one in verb.children)
    timeless = any(one.tag_ in ("VBZ", "VBP", "MD") for one in group)
    perfect = any(one.lemma_.lower() == "have" and base(one) == "aux" for one in group)
    return timeless and not there and not perfect
