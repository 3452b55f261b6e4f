"""The claim around a move of money: who does it, and who in it can hold money at all."""

import re
from dataclasses import dataclass
from functools import cache

from pipeline.lexicon import column, mapping, table
from pipeline.marks import Row, cut_span
from pipeline.plain import Token
from pipeline.stages.claims.amount_syntax import kind_of
from pipeline.stages.claims.arguments import Around, is_party
from pipeline.stages.claims.frame import Frame
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.noun_phrases import phrase_of
from pipeline.stages.claims.transfer_verb import Move
from pipeline.stages.claims.tree import base, is_infinitive, runs, subject_of, subtree

BARE = ("defence", "defense", "defences", "defenses")
"""With an article somebody, in a court ("the defence"); without, what money is spent on."""
TIMED = ("in", "on", "since", "by", "until", "during")


@cache
def _people() -> frozenset[str]:
    return column("human_nouns", "noun") | column("people", "noun") | column("professions", "word")


@cache
def _paying() -> frozenset[str]:
    rows = [row for row in table("transfer_verbs") if "object" in row["sum"].split()]
    return frozenset(
        row["lemma"] for row in rows if (row["subject"], row["status"]) == ("payer", "disbursed")
    )


@dataclass(frozen=True)
class TransferContext:
    """`subject`: the claim's, as a span row; of "which", the noun it stands for. `named`: the words that a pronoun
    stands for, if it is one and they are known."""

    frame: Frame
    proposition: Proposition
    know: Around
    subject: Row | None
    named: str | None = None

    def actor(self, move: Move) -> Token | None:
        """The noun that does it; for a verb below the claim's, the one who is asked or made to."""
        verb, whole = move.verb, self.proposition.clause.subject
        own = subject_of(verb)
        if verb in self.frame.chain:
            subject = None if self.frame.subjectless else self.frame.subject or whole
            inner = own is not None and subject is not None and subject.i < own.i
            return own if inner else subject  # of "none of which the city paid" the city
        if own is None and (
            base(verb) in ("xcomp", "ccomp") or (base(verb) == "advcl" and is_infinitive(verb))
        ):
            own = next((one for one in verb.head.children if base(one) in ("obj", "iobj")), None)
        if own is None:  # "let the bank lend": what the parser takes for an object stands before the verb
            own = next((one for one in verb.children if base(one) == "obj" and one.i < verb.i), None)
        return own or whole

    def actor_span(self, move: Move) -> Row | None:
        """Its words; None where the sum itself is the subject."""
        token = self.actor(move)
        if token is None or token in move.carriers:
            return None
        known = token in (self.proposition.clause.subject, self.frame.subject)
        return self.subject if known else self.span(token)

    def payment(self, move: Move) -> Token | None:
        """The verb that pays it beside the subject: "the premium that a platform *pays* comes to $3 million"."""
        actor = self.actor(move) if not move.row["subject"] else None
        relatives = [one for one in actor.children if one.dep_ == "acl:relcl"] if actor is not None else []
        return next((one for one in relatives if one.lemma_.lower() in _paying()), None)

    def kind_of_actor(self, move: Move) -> str:
        """What sort of money the subject is, if any: "the *debt* stood at $3 million"; of "it", what it stands for."""
        token = self.actor(move)
        if token is None or token.pos_ != "PRON" or not self.named:
            return kind_of(token)
        words = re.split(r" (?:of|for|to|in|on|from|that|which) ", self.named.lower(), maxsplit=1)[0].split()
        last = words[-1].removesuffix("s") if words else ""
        return mapping("instruments", "lemma", "kind").get(last, "")

    def is_party(self, token: Token) -> bool:
        """Somebody who can hold money: a name, a person, a body, "the poor"."""
        bare = token.lower_ in BARE and not any(base(one) == "det" for one in token.children)
        return not bare and (is_party(token, self.know) or token.lemma_.lower() in _people())

    def span(self, token: Token) -> Row | None:
        """The words under a token that are the claim's, without its preposition or possessive 's."""
        words = set(self.proposition.words)
        kept = [i for i in subtree(token) if i in words] if token.i in words else phrase_of(token)
        cases = {one.i for one in token.children if base(one) == "case"} | self._times(token)
        if base(token) == "compound" and kept[0] - 1 in words and token.doc[kept[0] - 1].pos_ == "DET":
            kept = [kept[0] - 1, *kept]  # "cost the treasury $3 million", hung on the sum
        spans = runs(token.doc, [i for i in kept if i not in cases])
        return next((cut_span(span) for span in spans if span.start <= token.i < span.end), None)

    def _times(self, token: Token) -> set[int]:
        """ "to survivors *in 2023*": when it was paid, and no part of who they are."""
        dates = [one for one in token.rights if one.i in self.know.dates and not one.pos_.startswith("V")]
        own = [
            one
            for one in dates
            if any(base(case) == "case" and case.lower_ in TIMED for case in one.children)
        ]
        return {i for one in own for i in subtree(one)}
