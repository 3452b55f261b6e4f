"""What speaks for a candidate, as named features of 0 to 1. The weights are rows of `antecedents.csv`.

The features are those of the salience tradition (Lappin and Leass 1994; centering, Grosz, Joshi and Weinstein 1995):
where the candidate stands, what part it plays there, how it is worded, how often it was spoken of.
"""

from dataclasses import dataclass

from pipeline.lexicon import column
from pipeline.plain import Token
from pipeline.stages.reference.candidates import Candidate, Text

Features = dict[str, float]
LINKS = frozenset({"xcomp", "ccomp", "conj", "advcl", "parataxis", "acl", "acl:relcl", "csubj"})
DEEPEST = 12  # verbs between a pronoun and the root


@dataclass(frozen=True)
class Asking:
    """The pronoun. `above`: the verbs that govern its own, the nearest first; `alone`: only one thing fits it."""

    text: Text
    pronoun: Token
    above: tuple[Token, ...]
    alone: bool

    @classmethod
    def of(cls, text: Text, pronoun: Token, candidates: list[Candidate]) -> "Asking":
        return cls(text, pronoun, _above(pronoun), len({one.mention.same for one in candidates}) == 1)

    def features(self, one: Candidate, rank: int) -> Features:
        """Of a candidate; `rank`: how many that fit stand between it and the pronoun. Those of 0 are left out."""
        found = {**self._place(one, rank), **self._part(one), **self._bond(one), **self._wording(one)}
        return {name: float(value) for name, value in found.items() if value}

    def features_of_nothing(self) -> Features:
        """What speaks for a pronoun that means no mention: "it is clear that …", "it rains"."""
        pronoun, head = self.pronoun, self.pronoun.head
        behind = {child.dep_.split(":")[0] for child in head.children if child.i > pronoun.i}
        subject = pronoun.dep_.startswith(("nsubj", "expl"))
        found = {
            "nothing": True,
            "nothing: expletive": pronoun.dep_.startswith("expl"),
            "nothing: a clause follows": subject and bool(behind & {"ccomp", "csubj", "xcomp"}),
            "nothing: it is": subject and _has_copula(head),
            "nothing: first of its sentence": bool(pronoun.is_sent_start),
            "nothing: possessive": pronoun.dep_ == "nmod:poss",
            "nothing: object": pronoun.dep_ in ("obj", "iobj"),
        }
        return {name: float(value) for name, value in found.items() if value}

    def _place(self, one: Candidate, rank: int) -> dict[str, float]:
        text, at, i = self.text, one.at.i, self.pronoun.i
        return {
            f"{text.sentence[i] - text.sentence[at]} sentences back": True,
            "one paragraph": text.paragraph[at] == text.paragraph[i],
            "first of its sentence": text.first.get(text.sentence[at]) == at,
            "in the same quotation": text.quote[at] == text.quote[i] >= 0,
            "across a quotation mark": text.quote[at] != text.quote[i],
            "rank": min(rank, 8) / 8,
            "nearest": rank == 0,
            "only one that fits": self.alone,
        }

    def _part(self, one: Candidate) -> dict[str, float]:
        at = one.at
        return {
            "subject": _is_subject(at),
            "subject of the main verb": _is_subject(at) and _is_main(at.head),
            "object": at.dep_ in ("obj", "iobj"),
            "behind a preposition": at.dep_.startswith(("obl", "nmod")) and at.dep_ != "nmod:poss",
            "possessor": at.dep_ == "nmod:poss",
            "apposition or list": at.dep_ in ("appos", "conj"),
            "predicate": _has_copula(at),
        }

    def _bond(self, one: Candidate) -> dict[str, float]:
        """How the part that it plays goes with the pronoun's."""
        at, pronoun = one.at, self.pronoun
        subject, ours = _is_subject(at), pronoun.dep_.startswith("nsubj")
        next_to = self.text.sentence[pronoun.i] - self.text.sentence[at.i] == 1
        speaks = at.head.lemma_.lower() in column("reporting_verbs", "lemma")
        return {
            "both subjects": subject and ours,
            "both possessors or objects": not subject and at.dep_ == pronoun.dep_,
            "main subjects of neighbouring sentences": next_to and subject and ours
            and _is_main(at.head) and _is_main(pronoun.head),
            "subject, of a possessive": subject and pronoun.dep_ == "nmod:poss",
            "subject of the same verb": subject and at.head in (*self.above[:1], pronoun.head.head),
            "governs it": subject and at.head in self.above,
            "says or thinks it": subject and pronoun.head.dep_ in ("ccomp", "xcomp") and at.head == pronoun.head.head,
            "speaker": subject and speaks and at.head in self.above,
            "does what people do": one.mention.kind in ("person", "body")
            and pronoun.head.lemma_.lower() in column("reporting_verbs", "lemma"),
            "the same pronoun": at.lower_ == pronoun.lower_,
        }  # fmt: skip

    def _wording(self, one: Candidate) -> dict[str, float]:
        mention, seen = one.mention, self.text.seen
        determiner = next((child.lower_ for child in mention.head.children if child.dep_ == "det"), "")
        return {
            "said as a pronoun": one.at.pos_ == "PRON",
            "name": mention.named,
            "several": len(mention.members) > 1,
            "the": determiner == "the",
            "this": determiner in ("this", "that", "these", "those", "such"),
            "person": mention.kind == "person",
            "body": mention.kind == "body",
            "kind unknown": mention.kind == "unknown",
            "gender known": bool(mention.of) or mention.same in self.text.genders,
            "spoken of before": min(seen[mention.same] - 1, 4) / 4,
            "with a relative clause or apposition": any(
                child.dep_ in ("acl:relcl", "appos") for child in mention.head.children
            ),
        }


def _is_subject(token: Token) -> bool:
    return bool(token.dep_.startswith(("nsubj", "csubj")))


def _has_copula(token: Token) -> bool:
    return any(child.dep_ == "cop" for child in token.children)


def _is_main(verb: Token) -> bool:
    return verb.dep_ == "ROOT" or (verb.dep_ in ("conj", "ccomp", "parataxis") and verb.head.dep_ == "ROOT")


def _above(pronoun: Token) -> tuple[Token, ...]:
    verb, found = pronoun.head, list[Token]()
    while verb.head != verb and len(found) < DEEPEST:
        if verb.dep_ in LINKS:
            found.append(verb.head)
        verb = verb.head
    return tuple(found)
