"""What the finders hand to each other: one saying, on tokens."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipeline.stages.attribution import clause
from pipeline.stages.attribution.frames import Frame


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
    """A saying by a verb, with negation read: not denying is conceding, not believing is denying."""
    if len(content) > 3 and content[0].lower_ == "that" and content[1].pos_ not in {"VERB", "AUX"}:
        content = content[1:]  # a complementizer under another label
    if not content:
        return None
    made = Saying(
        tuple(content),
        tuple(cue_of(verb, frame)),
        speaker,
        frame.lemma,
        frame.stance,
        frame.negates,
        rule,
        source_type,
    )
    if not clause.is_negated(verb, speaker):
        return made
    if frame.negates:
        return replace(made, negates=False, stance="concede")
    if frame.stance in {"believe", "hope", "predict"}:
        return replace(made, negates=True)
    return replace(made, stance="doubt")


def cue_of(verb: Token, frame: Frame) -> list[Token]:
    """The verb and, where the frame names one, the particle right after it."""
    parts = frame.lemma.split()
    if len(parts) == 1:
        return [verb]
    particle = [t for t in verb.subtree if t.lower_ == parts[1] and 0 < t.i - verb.i <= 2]
    return [verb, *particle[:1]]
