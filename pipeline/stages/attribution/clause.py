"""Reading a Universal Dependencies parse: who is the subject, what belongs to a clause, where a noun phrase ends."""

from collections.abc import Iterable
from functools import cache

from pipeline.lexicon import table
from pipeline.plain import Token
from pipeline.stages.attribution.frames import HARDLY, NEGATORS, NOBODY

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
CLAUSES = frozenset(
    {
        "ROOT",
        "root",
        "ccomp",
        "advcl",
        "advcl:relcl",
        "acl:relcl",
        "acl",
        "conj",
        "parataxis",
        "csubj",
        "xcomp",
    }
)
RELATIVES = frozenset({"who", "which", "that", "whom"})
INTERROGATIVES = frozenset({"whether", "if", "why", "how", "what", "who", "where", "when", "which", "whom"})
QUOTE_MARKS = frozenset("\"“”„‟«»‹›'‘’‚`") | {"``", "''"}
EDGES = QUOTE_MARKS | frozenset(",.;:—–-―…()[]") | {"--", "..."}
DEEPEST = 8  # how far a subject is sought upwards: a bound, so that no parse can cost more than a few steps


def children(token: Token, *deps: str) -> list[Token]:
    """What hangs on the token by one of these relations, in text order."""
    return [child for child in token.children if child.dep_ in deps]


def first(token: Token, *deps: str) -> Token | None:
    """The first of `children`."""
    for child in token.children:
        if child.dep_ in deps:
            return child
    return None


def marked(token: Token, *words: str) -> bool:
    """Is the clause or phrase introduced by one of these words?"""
    return any(
        child.lower_ in words and child.i < token.i and child.dep_ in ("mark", "case", "advmod")
        for child in token.children
    )


def after_comma(token: Token) -> bool:
    """Does a comma part the token and what hangs on it from what stands before?"""
    start = token.left_edge
    return start.text == "," or (start.i > 0 and start.nbor(-1).text == ",")


def comments(content: Token) -> list[Token]:
    """What the author adds behind what is said: "…, which is true of any tax", "…, a sum that would pay for it"."""
    last = content.right_edge
    while last.is_punct and last.i > content.i:
        last = last.nbor(-1)
    found = [t for t in content.subtree if t.dep_ == "advcl:relcl" and after_comma(t)]
    for top in content.subtree:
        aside = top.i > content.i and top.right_edge.i >= last.i and top.dep_ in {"acl:relcl", "appos"}
        if (
            aside
            and after_comma(top)
            and (top.left_edge.lower_ != "that" if top.dep_ == "acl:relcl" else _tells(top))
        ):
            found.append(top)
    return found


def _tells(noun: Token) -> bool:
    """ "a range so wide that …", "a law which …": the apposition has a clause of its own."""
    return any(t.dep_ in {"acl:relcl", "advcl", "acl"} for t in noun.subtree)


def is_thing(verb: Token) -> bool:
    """ "at its results briefing", read as a participle: nouns before it, behind a preposition."""
    before = [c for c in verb.lefts if c.dep_ in {"obl", "compound", "nmod:poss", "det", "amod"}]
    return verb.tag_ == "VBG" and any(c.i == verb.i - 1 and _is_cased(c) for c in before)


def _is_cased(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and (bool(children(noun, "case")) or bool(children(noun.head, "case")))


@cache
def _told() -> frozenset[str]:
    """Verbs of whose hearer it can be said in the passive: "the bank was *told* that"."""
    return frozenset(row["lemma"] for row in table("reporting_verbs") if "told" in row["takes"].split())


def is_passive(verb: Token) -> bool:
    """By its auxiliary or subject; a bare participle by what it says ("told that …") or stands beside."""
    if children(verb, "aux:pass", "nsubj:pass", "csubj:pass"):
        return True
    participle = verb.tag_ == "VBN" or (
        "Part" in verb.morph.get("VerbForm") and "Past" in verb.morph.get("Tense")
    )
    if not participle or children(verb, "aux", "nsubj"):
        return False
    if any(c.lower_ == "that" for clause in children(verb, "ccomp") for c in children(clause, "mark")):
        return agent(verb) is not None or verb.lemma_.lower() in _told()  # "no one I met believed that …"
    shared = verb.dep_ == "conj" and verb.head != verb and is_passive(verb.head)
    return shared or (verb.dep_ in {"acl", "advcl"} and not children(verb, "obj"))


def subject(verb: Token) -> Token | None:
    """The one who does it, also where the clause does not say so again: shared by conjuncts, controlled,
    the antecedent of a participle or of a relative pronoun."""
    for _ in range(DEEPEST):
        own = _own_subject(verb) or _bare_quantifier(verb)
        if own is not None:
            relative = own.lower_ in RELATIVES and verb.dep_ == "acl:relcl"
            return verb.head if relative else own
        if verb.dep_ == "acl" and verb.head.pos_ not in {"VERB", "AUX"}:
            return _said_of(verb)
        if verb.dep_ == "advcl" and verb.tag_ == "VBG" and marked(verb, "as") and children(verb.head, "obj"):
            return first(verb.head, "obj")  # "quoted witnesses as saying"
        if verb.dep_ not in {"conj", "xcomp", "advcl"} or verb.head == verb or marked(verb, "without"):
            return None
        if verb.dep_ == "xcomp" and verb.head.lemma_ == "have":
            return _own_subject(verb.head)  # "some would have us believe that"
        if verb.dep_ == "xcomp" and (verb.head.lemma_ == "let" or children(verb.head, "obj", "iobj")):
            return first(verb.head, "obj", "iobj") if verb.head.lemma_ != "let" else None
        verb = verb.head
    return None


def _said_of(participle: Token) -> Token | None:
    """The noun that it hangs on; behind a comma the subject of the clause: "Rana wants a vote, saying that …"."""
    noun = participle.head
    if participle.tag_ != "VBG" or not after_comma(participle) or noun.dep_ in SUBJECTS:
        return noun
    above = around(noun)
    return _own_subject(above) or noun


def _own_subject(verb: Token) -> Token | None:
    """Of two that a comma parts the nearer one: "After 31 years, most of them abroad, I think …"."""
    found = [c for c in children(verb, *SUBJECTS) if c.i < verb.i] or children(verb, *SUBJECTS)
    if len(found) > 1 and any(t.text == "," for t in verb.doc[found[0].i : found[-1].i]):
        return found[-1]
    return found[0] if found else None


def around(token: Token) -> Token:
    """The head of the clause a word stands in; an infinitive is part of the clause above it."""
    while (token.dep_ not in CLAUSES or token.dep_ == "xcomp") and token.head != token:
        token = token.head
    return token


def _bare_quantifier(verb: Token) -> Token | None:
    """ "Some argue", "Few doubt", where the parser took the quantifier for a determiner."""
    return next((c for c in children(verb, "det", "amod") if c.i < verb.i and verb.pos_ == "VERB"), None)


def agent(verb: Token) -> Token | None:
    """The "by X" of a passive."""
    for child in children(verb, "obl:agent", "obl"):
        if child.dep_ == "obl:agent" or marked(child, "by"):
            return child
    return None


def is_negated(verb: Token, speaker: Token | None) -> bool:
    """ "does not say", "nobody says", "few experts say"; `speaker`: the subject, where that shall count."""
    if any(c.lower_ in NEGATORS or c.lemma_ in NEGATORS for c in children(verb, "advmod", "neg")):
        return True
    if speaker is None:
        return False
    return speaker.lower_ in NOBODY or any(
        c.lower_ in {"no", "few", "neither"} | HARDLY
        for c in children(speaker, "det", "amod", "advmod", "cc", "cc:preconj")
    )


def tokens(root: Token, without: Iterable[Token] = ()) -> list[Token]:
    """The words of a clause in text order, less the subtrees of `without`, trimmed of its complementizer,
    leading connective, quotation marks and edge punctuation."""
    out = {t.i for top in without for t in top.subtree}
    kept = sorted((t for t in root.subtree if t.i not in out), key=lambda t: t.i)  # a tree may cross itself
    that = next((c for c in children(root, "mark") if c.lower_ == "that"), None)
    if that in kept[:3]:  # "only that …", ", that …"
        kept = kept[kept.index(that) + 1 :]
    while kept and (_is_edge(kept[0]) or _opens(kept[0], root)):
        kept = kept[1:]
    while kept and _is_edge(kept[-1]):
        kept = kept[:-1]
    return kept


def _is_edge(token: Token) -> bool:
    return token.is_space or token.text in EDGES


def _opens(token: Token, root: Token) -> bool:
    if token.lower_ == "that" and (token.dep_ == "mark" or token.pos_ == "SCONJ"):
        return True
    return token.dep_ == "cc" and token.head == root
