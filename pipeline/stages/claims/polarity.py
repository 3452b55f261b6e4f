"""Words of a claim → affirmed or negated, with the cues. Rulings: corpus/GUIDELINES.md, 3; table: negations."""

from pipeline.lexicon import column, select
from pipeline.plain import Token
from pipeline.stages.claims.frame import Frame
from pipeline.stages.claims.tree import base, child

Cues = list[list[Token]]


def polarity(frame: Frame, words: set[int]) -> tuple[str, Cues]:
    """Negated where an odd number of cues deny the predicate: "cannot ignore" is affirmed."""
    cues: Cues = [*frame.negations]
    for head in frame.chain:
        for one in head.children:
            if one.i in words and base(one) in ("nsubj", "obj"):
                cues += [[word] for word in (one, *one.children) if _is_negative_determiner(word, one)]
        if child(head, "cop") is not None:
            determiners = (one for one in head.children if base(one) in ("det", "amod", "advmod"))
            cues += [[word] for word in determiners if _is_negative_determiner(word, head)]
            cues += filter(None, [far_from(head)])
    cues += [_with_longer(one) for one in adverbs_of(frame) if one.i in words and negates(one)]
    cues = [cue for number, cue in enumerate(cues) if cue not in cues[:number]]
    return ("negated" if len(cues) % 2 else "affirmed"), cues


def adverbs_of(frame: Frame) -> list[Token]:
    """The adverbs of the verbs, and whatever stands between a helper and its verb or right behind a copula."""
    found = {one.i for head in frame.chain for one in head.children if base(one) in ("advmod", "cc", "det")}
    for head in frame.chain:
        verbs = [one.i for one in head.children if base(one) in ("aux", "cop")]
        if verbs and min(verbs) < head.i:
            found |= set(range(min(verbs) + 1, min(head.i, max(verbs) + 3)))
    doc = frame.verb.doc
    near = {i for head in frame.chain for i in (head.i, head.i + 1) if i < len(doc)}
    found |= {i for i in near if doc[i].lower_ in ("not", "n't", "n’t")}  # "They are not."
    return [doc[i] for i in sorted(found) if doc[i].pos_ in ("ADV", "PART", "CCONJ", "DET")]


def negates(token: Token) -> bool:
    """ "not", "never", "no longer"; but "not only" and "not just" deny nothing."""
    if token.lower_ in ("longer", "more"):
        return token.i > 0 and token.doc[token.i - 1].lower_ == "no"
    if token.lower_ in ("no", "few", "none") or token.lower_ not in column("negations", "word"):
        return False
    return not (token.i + 1 < len(token.doc) and is_focused(token.doc[token.i + 1]))


def is_focused(after: Token) -> bool:
    """A focusing adverb that takes its denial from the "not" before it: "not *only*", "not *least*"."""
    return after.lower_ in select("focus_adverbs", "word", "stands", "after_not")


def _with_longer(token: Token) -> list[Token]:
    return [token.doc[token.i - 1], token] if token.lower_ in ("longer", "more") else [token]


def _is_negative_determiner(word: Token, head: Token) -> bool:
    if word.lower_ in ("nobody", "nothing", "none") or (word.lower_ == "neither" and base(word) == "nsubj"):
        return True
    if word.lower_ == "neither" and base(word) in ("cc", "det", "advmod"):
        return word != head
    if word == head or base(word) not in ("det", "amod", "advmod"):
        return False
    before = word.doc[word.i - 1].lower_ if word.i else ""
    if word.lower_ == "few":
        return before != "a"
    if word.lower_ in ("hardly", "scarcely"):
        return head.lower_.startswith("any") or any(one.lower_ == "any" for one in head.children)
    if word.lower_ == "not":  # "not one krone", "not a single nurse"
        return word.nbor().lower_ in ("one", "a") if word.i + 1 < len(word.doc) else False
    return word.lower_ == "no"


def far_from(head: Token) -> list[Token] | None:
    """ "is *far from* perfect", "is *anything but* fair" deny what follows; "is far from the sea" does not."""
    doc = head.doc
    for at in range(max(head.i - 3, 0), min(head.i + 1, len(doc) - 2)):
        words, after = (doc[at].lower_, doc[at + 1].lower_), doc[at + 2]
        if words == ("far", "from") and (after.tag_ in ("JJ", "VBG", "RB") or after.lower_ in ("a", "an")):
            return list(doc[at : at + 2])
        if words == ("anything", "but"):
            return list(doc[at : at + 2])
    return None
