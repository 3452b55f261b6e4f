"""What the finders hand to each other: one saying, on tokens."""

from dataclasses import dataclass, replace

from pipeline.lexicon import column
from pipeline.plain import Token
from pipeline.stages.attribution import clause
from pipeline.stages.attribution.frames import Frame, helpers

PRO_FORMS = frozenset({"yes", "no", "so", "it", "this", "that"})
MOST_BETWEEN = 3  # tokens from a helper to its verb


@dataclass(frozen=True)
class Saying:
    """`content`, `cue`: tokens in text order. `speaker`: the head of the source, None where nobody is named.
    `source_type` is set by a finder that knows it ("it is said"), else read from the speaker."""

    content: tuple[Token, ...]
    cue: tuple[Token, ...]
    speaker: Token | None
    lemma: str
    stance: str
    negates: bool
    rule: str
    source_type: str | None = None
    quote: tuple[int, int] | None = None  # code points of direct speech, where quotation marks give the edges

    @property
    def edges(self) -> tuple[int, int]:
        """Code points, half-open."""
        if self.quote is not None:
            return self.quote
        last = self.content[-1]
        return self.content[0].idx, last.idx + len(last.text)


def saying(
    frame: Frame,
    verb: Token,
    speaker: Token | None,
    content: list[Token],
    rule: str,
    source_type: str | None = None,
) -> Saying | None:
    """A saying by a verb, with negation read."""
    if len(content) > 3 and content[0].lower_ == "that" and content[1].pos_ not in {"VERB", "AUX"}:
        content = content[1:]  # a complementizer under another label
    if not content or (len(content) == 1 and content[0].lower_ in PRO_FORMS):
        return None
    lemma, stance, negates = frame.lemma, frame.stance, frame.negates
    cue = tuple(cue_of(verb, frame))
    made = Saying(tuple(content), cue, speaker, lemma, stance, negates, rule, source_type)
    return _negated(made, verb, frame) if clause.is_negated(verb, speaker) else made


def _negated(made: Saying, verb: Token, frame: Frame) -> Saying | None:
    """Not denying is conceding, not believing is denying; what somebody does not say ("they never mention that …")
    nobody says but the author."""
    if frame.negates:
        return replace(made, negates=False, stance="concede")
    if frame.lemma in column("factives", "lemma"):
        return None  # what nobody foresaw came about
    if frame.stance in {"believe", "hope", "predict"} and verb.pos_ == "VERB":
        return replace(made, negates=True)  # who is not sure denies nothing
    return replace(made, stance="doubt") if not clause.is_negated(verb, None) else None


def cue_of(verb: Token, frame: Frame) -> list[Token]:
    """The words of saying: auxiliaries and the verb ("had told", "is said"), its particle, the "it" of "put it"."""
    parts = frame.lemma.split()
    auxiliaries = [c for c in verb.lefts if c.dep_ in {"aux", "aux:pass"}]
    own = [t for t in verb.doc[verb.i + 1 : verb.i + 3] if t.lower_ in parts[1:]]
    if not own and "as-it" in frame.takes:
        own = [t for t in verb.rights if t.lower_ == "it" and t.i == verb.i + 1]
    start = min((c.i for c in auxiliaries), default=verb.i)
    helper = verb.head if verb.dep_ == "xcomp" and helpers().get(verb.head.lemma_.lower()) else None
    if helper is not None and verb.i - MOST_BETWEEN <= helper.i < verb.i:  # "used to say"
        start = helper.i
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and clause.marked(verb, "as") and verb.head.i < verb.i:
        start = min([verb.head.i, *(c.i for c in verb.head.lefts if c.dep_ in {"aux", "aux:pass", "cop"})])
    asks = any(t.dep_ in clause.SUBJECTS for t in verb.doc[start : verb.i])
    return [*([verb] if asks else verb.doc[start : verb.i + 1]), *own[:1]]


def named(
    frame: Frame,
    content: list[Token],
    cue: list[Token],
    speaker: Token | None,
    rule: str,
    kind: str | None = None,
) -> Saying | None:
    """A saying by a noun or a phrase."""
    if not content:
        return None
    lemma, stance, negates = frame.lemma, frame.stance, frame.negates
    return Saying(tuple(content), tuple(cue), speaker, lemma, stance, negates, rule, source_type=kind)
