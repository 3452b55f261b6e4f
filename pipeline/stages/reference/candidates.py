"""What a pronoun could stand for: the mentions before it that fit, each with what has gone before under its name."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Set
from dataclasses import dataclass, field

from pipeline.lexicon import column
from pipeline.marks import Row, read, tokens_of
from pipeline.plain import Doc, Span, Token
from pipeline.stages.reference.mention import Mention, mentions_of, relative_of, renamed

SENTENCES_BACK = 3
CANDIDATES = 24  # the nearest so many; a pronoun further from what it means would be misread by a person, too


@dataclass(frozen=True)
class Candidate:
    """`mention` said at `at`: its own place, or that of a pronoun which was found to mean it."""

    mention: Mention
    at: Token


@dataclass
class Text:
    """A Doc as this stage sees it. `busy`: tokens of dates and amounts, for which no pronoun of ours stands; `days`:
    those of dates. Of each token: `sentence`, `quote` (-1: none) and `paragraph`, ordinals; `starts`: the first token
    of each sentence. `seen` counts how often a thing was mentioned so far, `genders` what earlier pronouns made of
    it."""

    doc: Doc
    entity_at: dict[int, Row]
    busy: set[int]
    days: set[int]
    sentence: list[int]
    starts: list[int]
    quote: list[int]
    paragraph: list[int]
    candidates: list[Candidate] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    genders: dict[str, str] = field(default_factory=dict)
    same_at: dict[int, str] = field(default_factory=dict)  # token → the thing it mentions
    first: dict[int, int] = field(default_factory=dict)  # sentence → its first noun

    @classmethod
    def of(cls, doc: Doc) -> "Text":
        entity_at: dict[int, Row] = {}
        for row in read(doc, "entities"):
            for token in _tokens(doc, row["span"]):
                entity_at.setdefault(token.i, row)
        days, sums = (
            {token.i for row in read(doc, stage) for token in _tokens(doc, row["span"])}
            for stage in ("dates", "money")
        )
        sentence, starts = [0] * len(doc), list[int]()
        for number, sent in enumerate(doc.sents):
            starts.append(sent.start)
            sentence[sent.start : sent.end] = [number] * len(sent)
        quote = [-1] * len(doc)
        for number, row in enumerate(row for row in read(doc, "tokenize") if row["kind"] == "quote"):
            for token in _tokens(doc, row["span"]):
                quote[token.i] = number
        begins = [row["span"]["start"] for row in read(doc, "tokenize") if row["kind"] == "paragraph"]
        paragraph = [bisect_right(begins, token.idx) for token in doc]
        return cls(doc, entity_at, days | sums, days, sentence, starts, quote, paragraph)

    def pass_by(self, token: Token) -> None:
        """Read one more token: what it heads can be meant from now on."""
        if self._is_in_a_name(token):
            return
        noun = relative_of(token)
        if noun is not None and noun.i in self.same_at:
            meant = next(one.mention for one in reversed(self.candidates) if one.mention.head == noun)
            self.candidates.append(Candidate(meant, token))
            return
        again = renamed(token)
        same = self.same_at.get(again.i, "") if again is not None else ""
        for mention in mentions_of(token, self.entity_at.get(token.i), self.busy, same):
            self.candidates.append(Candidate(mention, token))
            self.same_at.setdefault(token.i, mention.same)
            self.seen[mention.same] += 1
            self.first.setdefault(self.sentence[token.i], token.i)

    def _is_in_a_name(self, token: Token) -> bool:
        """The "Industry" of "the Chamber of Industry"."""
        row, above = self.entity_at.get(token.i), self.entity_at.get(token.head.i)
        return row is not None and token.head != token and above is row and token.dep_ in ("nmod", "conj")

    def stands_for(self, pronoun: Token, mention: Mention, group: str) -> None:
        """Remember what a pronoun was found to mean: it is a mention of it, too."""
        self.candidates.append(Candidate(mention, pronoun))
        self.seen[mention.same] += 1
        if group in ("he", "she"):
            self.genders.setdefault(mention.same, group)

    def before(self, pronoun: Token, group: str) -> list[Candidate]:
        """Those that fit, the nearest first; of several for one thing all, since where they stand tells."""
        if group == "it" and is_expletive(pronoun, self.days):
            return []
        first = self.starts[max(0, self.sentence[pronoun.i] - SENTENCES_BACK)]
        found: list[Candidate] = []
        for one in reversed(self.candidates):
            if one.at.i < first or len(found) == CANDIDATES:
                break
            if self._may_mean(pronoun, group, one):
                found.append(one)
        return found

    def _may_mean(self, pronoun: Token, group: str, one: Candidate) -> bool:
        mention = one.mention
        if _counts_out(pronoun) and not mention.plural:
            return False
        if not mention.fits(group) or (
            self.genders.get(mention.same, group) != group and group in ("he", "she")
        ):
            return False
        if pronoun.dep_ == "nmod:poss" or pronoun.lower_.endswith(("self", "selves")):
            return not _is_inside(pronoun, one.at)
        beside = any(pronoun.head == member.head for member in (one.at, *mention.members))
        return not beside and not _is_inside(pronoun, one.at)


def _counts_out(pronoun: Token) -> bool:
    """ "none of *them*", "two of *them*": of several, never of one ministry."""
    if pronoun.lower_ != "them" or pronoun.head.pos_ not in ("NUM", "PRON", "DET", "ADJ"):
        return False
    return any(one.dep_ == "case" and one.lower_ == "of" for one in pronoun.children)


def is_expletive(it: Token, days: Set[int] = frozenset()) -> bool:
    """ "It is, however, hard to believe that …": an adjective or noun that a later infinitive or that-clause fills.
    `days`: tokens of dates."""
    head = it.head
    if it.dep_ != "nsubj" or not any(one.dep_ == "cop" for one in head.children):
        return it.dep_.startswith("expl") or _takes(it)
    if head.i in days and head.pos_ in ("NOUN", "PROPN", "NUM"):
        return True  # "it was May"
    if head.lower_ == "so" or _is_cleft(head):
        return True
    filled = (
        one
        for one in head.children
        if one.i > head.i and one.dep_ in ("csubj", "xcomp", "ccomp", "advcl", "acl")
    )
    marks = (mark.lower_ for one in filled for mark in one.children if mark.dep_ == "mark" and mark.i < one.i)
    judged = head.pos_ == "ADJ" and any(
        head.lemma_.lower() in column(name, "word") for name in ("extraposed", "evaluative")
    )
    compared = head.tag_ == "JJR" or any(
        one.tag_ == "RBR" for one in head.children
    )  # "cheaper, they say, to wait"
    return (judged or compared) and any(mark in ("to", "that") for mark in marks)


def _is_cleft(head: Token) -> bool:
    """ "it was not a storm that emptied the port", "it was Peru that paid"."""
    told = any(
        one.dep_ == "acl:relcl" and any(word.lower_ in ("that", "who") for word in one.children)
        for one in head.children
    )
    denied = any(one.lower_ in ("not", "n't", "only") for one in head.children)
    return told and (denied or head.pos_ == "PROPN")


def _takes(it: Token) -> bool:
    """ "it takes a kilo to make a loaf", "it pays to wait"."""
    verb = it.head
    to = any(one.lower_ == "to" and one.pos_ == "PART" and one.i > verb.i for one in verb.subtree)
    return it.dep_ == "nsubj" and verb.lemma_.lower() in ("take", "pay") and to and verb.tag_ != "VBN"


def _is_inside(pronoun: Token, head: Token) -> bool:
    """The noun phrase holds the pronoun: "the levy that it paid" is not what "it" means; "nine members, two of them"
    is."""
    part = pronoun.dep_ == "nmod" and pronoun.head.dep_ == "appos" and pronoun.head.head == head
    return (
        head.is_ancestor(pronoun)
        and not part
        and not any(
            child.dep_.split(":")[0] in ("conj", "parataxis", "ccomp", "advcl")
            and (child == pronoun or child.is_ancestor(pronoun))
            for child in head.children
        )
    )


def _tokens(doc: Doc, span: Row) -> Span | tuple[()]:
    return tokens_of(doc, span) or ()
