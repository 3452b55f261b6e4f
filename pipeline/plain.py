"""A parsed Doc as plain Python: what the rules read.

spaCy keeps tokens in C and makes a Python object anew each time one is asked for; the rules ask a hundred times a
word. `plain(doc)` copies what they ask for, once, into a `Doc`, `Token`s and `Span`s of our own, which bear spaCy's
names and give spaCy's answers, several times as fast. They are to be read only: who changes the tree changes spaCy's.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any, overload
from weakref import ReferenceType, WeakKeyDictionary, ref

import spacy.tokens
from spacy.attrs import (
    DEP,
    ENT_TYPE,
    HEAD,
    IS_ALPHA,
    IS_CURRENCY,
    IS_DIGIT,
    IS_PUNCT,
    IS_SPACE,
    IS_STOP,
    LEMMA,
    LIKE_NUM,
    LOWER,
    MORPH,
    ORTH,
    POS,
    SENT_START,
    SPACY,
    TAG,
)  # fmt: skip

TEXTS = [ORTH, LOWER, LEMMA, POS, TAG, DEP, ENT_TYPE]
FLAGS = [IS_ALPHA, IS_CURRENCY, IS_DIGIT, IS_PUNCT, IS_SPACE, IS_STOP, LIKE_NUM]
"""In the order of `Token`'s arguments."""
CHANGING = [LEMMA, POS, TAG, DEP, ENT_TYPE, MORPH, HEAD, SENT_START]
ANNOTATIONS = ("DEP", "POS", "SENT_START")


class Morph:
    """Features of one token: `Number=Sing|Tense=Past`."""

    __slots__ = ("features", "text")

    def __init__(self, text: str):
        self.text = text
        pairs = (feature.partition("=") for feature in text.split("|") if feature)
        self.features = {name: values.split(",") for name, _, values in pairs}

    def get(self, field: str, default: list[str] | None = None) -> list[str]:
        return self.features.get(field) or default or []

    def __str__(self) -> str:
        return self.text


class Token:
    """One token. `base`: the universal part of its relation, in small letters (`nsubj:pass` → `nsubj`). `children`,
    `lefts` and `rights` are in order of the text; the head of a root is the root. `left` and `right`: the first and
    the last token under it, by index."""

    __slots__ = (
        "base", "children", "dep_", "doc", "ent_type_", "head", "i", "idx", "is_alpha", "is_currency",
        "is_digit", "is_punct", "is_sent_start", "is_space", "is_stop", "left", "lefts", "lemma_", "like_num", "lower_",
        "morph", "pos_", "right", "rights", "tag_", "text", "whitespace_",
    )  # fmt: skip
    head: "Token"
    base: str
    left: int
    right: int
    lefts: Sequence["Token"]
    rights: Sequence["Token"]
    children: Sequence["Token"]

    def __init__(  # all at once, for there is one call for each word of each text
        self, doc: "Doc", i: int, idx: int, text: str, lower_: str, lemma_: str, pos_: str, tag_: str, dep_: str,
        ent_type_: str, morph: Morph, is_alpha: bool, is_currency: bool, is_digit: bool, is_punct: bool,
        is_space: bool, is_stop: bool, like_num: bool, whitespace_: str, is_sent_start: bool,
    ):  # fmt: skip
        self.doc, self.i, self.idx, self.text, self.lower_, self.lemma_ = doc, i, idx, text, lower_, lemma_
        self.pos_, self.tag_, self.dep_, self.ent_type_, self.morph = pos_, tag_, dep_, ent_type_, morph
        self.is_alpha, self.is_currency, self.is_digit = is_alpha, is_currency, is_digit
        self.is_punct, self.is_space, self.is_stop, self.like_num = is_punct, is_space, is_stop, like_num
        self.whitespace_, self.is_sent_start = whitespace_, is_sent_start
        self.lefts = self.rights = self.children = ()

    @property
    def left_edge(self) -> "Token":
        return self.doc.tokens[self.left]

    @property
    def right_edge(self) -> "Token":
        return self.doc.tokens[self.right]

    @property
    def sent(self) -> "Span":
        return self.doc.sentence_at(self.i)

    @property
    def subtree(self) -> Iterator["Token"]:
        """The token and all below it, from left to right; without recursion, for a bad parse may be very deep."""
        todo: list[tuple[Token, bool]] = [(self, False)]
        while todo:
            token, ready = todo.pop()
            if ready or not token.children:
                yield token
            else:
                todo.extend((one, False) for one in reversed(token.rights))
                todo.append((token, True))
                todo.extend((one, False) for one in reversed(token.lefts))

    @property
    def ancestors(self) -> Iterator["Token"]:
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, other: "Token") -> bool:
        return any(above is self for above in other.ancestors)

    def nbor(self, step: int = 1) -> "Token":
        if not 0 <= self.i + step < len(self.doc):
            raise IndexError(f"no token {step} from {self.i}")
        return self.doc.tokens[self.i + step]

    def __len__(self) -> int:
        return len(self.text)

    def __lt__(self, other: "Token") -> bool:
        return self.i < other.i

    def __gt__(self, other: "Token") -> bool:
        return self.i > other.i

    def __str__(self) -> str:
        return self.text


class Span:
    """The tokens from `start` to `end` (half-open)."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: "Doc", start: int, end: int):
        self.doc, self.start, self.end = doc, start, end

    @property
    def start_char(self) -> int:
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        if self.end == self.start:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        return self.doc.text[self.start_char : self.end_char] if self.end > self.start else ""

    @property
    def sent(self) -> "Span":
        return self.doc.sentence_at(self.start)

    @property
    def root(self) -> Token:
        """The token nearest to the root of the sentence, of several the first."""
        inside = self.doc.tokens[self.start : self.end]
        for token in inside:
            if token.head is token:
                return token
        tops = [token for token in inside if not self.start <= token.head.i < self.end]
        return min(tops, key=_depth, default=self.doc.tokens[self.start])

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> "Span": ...
    def __getitem__(self, at: int | slice) -> "Token | Span":
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.tokens[self.start : self.end][at]


def _depth(token: Token) -> int:
    """How far below the root; white space and marks with nothing under them come last."""
    if not token.children and (token.is_space or token.is_punct):
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)


class Doc:
    """A text with its tokens. `_` and the rows behind it are those of spaCy's Doc, which must outlive this one."""

    def __init__(self, doc: spacy.tokens.Doc, tokens: list[Token]):
        self.tokens = tokens
        self._source: ReferenceType[spacy.tokens.Doc] = ref(doc)
        self._found: dict[tuple[int, int, str], Span | None] = {}
        self._annotations = frozenset(name for name in ANNOTATIONS if doc.has_annotation(name))

    @cached_property
    def text(self) -> str:
        return "".join([token.text + token.whitespace_ for token in self.tokens])

    @property
    def _(self) -> Any:
        source = self._source()
        if source is None:
            raise ReferenceError("spaCy's Doc is gone")
        return source._

    @cached_property
    def _starts(self) -> list[int]:
        return [token.i for token in self.tokens if token.is_sent_start or token.i == 0]

    @cached_property
    def sents(self) -> list[Span]:
        """Raises ValueError where nobody parted the sentences."""
        if not self.has_annotation("SENT_START"):
            raise ValueError("the text is not parted into sentences")
        edges = [*self._starts, len(self)]
        return [Span(self, *pair) for pair in pairwise(edges)]

    def sentence_at(self, index: int) -> Span:
        """The sentence around a token."""
        return self.sents[bisect_right(self._starts, index) - 1]

    def has_annotation(self, name: str) -> bool:
        """For one of `ANNOTATIONS`."""
        return name in self._annotations

    @cached_property
    def _ends(self) -> list[int]:
        """Where each token's own space ends, in code points."""
        return [token.idx + len(token.text) + len(token.whitespace_) for token in self.tokens]

    def char_span(self, start: int, end: int, alignment_mode: str = "strict") -> Span | None:
        """The tokens between two code points: `strict` these and no others, `contract` those inside, `expand` all that
        are touched; None where there are none. The rules ask again and again for the same rows."""
        asked = start, end, alignment_mode
        if asked not in self._found:
            self._found[asked] = self._char_span(*asked)
        return self._found[asked]

    def _char_span(self, start: int, end: int, alignment_mode: str) -> Span | None:
        first, last = bisect_right(self._ends, start), bisect_right(self._ends, end - 1)
        if start < 0 or end < 1 or max(first, last) >= len(self):
            return None
        opening, closing = self.tokens[first], self.tokens[last]
        close = closing.idx + len(closing.text)
        if alignment_mode == "strict" and (opening.idx != start or close != end):
            return None
        if alignment_mode == "contract":
            first, last = first + (opening.idx < start), last - (end < close)
            return Span(self, first, last + 1) if first <= last else None
        if alignment_mode == "expand" and start == opening.idx + len(opening.text):
            first += 1  # the space behind a token is none of it
        return Span(self, first, max(first, last + 1))

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if at.__class__ is slice:
            start, end, _ = at.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[at]  # type: ignore[return-value]


_COPIES: WeakKeyDictionary[spacy.tokens.Doc, tuple[bytes, Doc]] = WeakKeyDictionary()


def plain(doc: spacy.tokens.Doc | Doc) -> Doc:
    """The plain copy of a Doc, which all stages share until one changes a token; then there is a new one."""
    if isinstance(doc, Doc):
        return doc
    now = doc.to_array(CHANGING).tobytes()
    before, copy = _COPIES.get(doc) or (b"", None)
    if copy is None or before != now:
        copy = _copied(doc)
        _COPIES[doc] = now, copy
    return copy


def _copied(doc: spacy.tokens.Doc) -> Doc:
    tokens: list[Token] = []
    copy = Doc(doc, tokens)
    strings, cells = doc.vocab.strings, doc.to_array([*TEXTS, MORPH, HEAD])
    *texts, morphs, heads = cells.T.tolist()
    said = {key: strings[key] for key in {key for column in texts for key in column}}
    bases = {said[key]: said[key].partition(":")[0].lower() for key in set(texts[TEXTS.index(DEP)])}
    morph = {key: Morph(strings[key].strip("_")) for key in set(morphs)}
    flags = (doc.to_array(FLAGS) != 0).T.tolist()
    spaces = [" " if space else "" for space in doc.to_array(SPACY).tolist()]
    starts = (doc.to_array(SENT_START) == 1).tolist()
    words = ([said[key] for key in column] for column in texts)
    columns = zip(*words, [morph[key] for key in morphs], *flags, spaces, starts, strict=True)
    idx = 0
    for i, (text, *known) in enumerate(columns):
        tokens.append(Token(copy, i, idx, text, *known))
        idx += len(text) + len(spaces[i])
    for token, away, original in zip(tokens, heads, doc, strict=True):
        token.head, token.base = tokens[(token.i + away) % 2**64], bases[token.dep_]
        token.left, token.right = original.left_edge.i, original.right_edge.i
    _hang(tokens)
    return copy


def _hang(tokens: list[Token]) -> None:
    """Most tokens have nothing under them, and most heads only on one side: so few lists are made as can be."""
    lefts, rights = defaultdict[Token, list[Token]](list), defaultdict[Token, list[Token]](list)
    for token in tokens:
        if token.head is not token:
            (lefts if token.i < token.head.i else rights)[token.head].append(token)
    for head, found in lefts.items():
        head.lefts = head.children = found
    for head, found in rights.items():
        head.rights, head.children = found, [*head.lefts, *found] if head.lefts else found
