"""Gives a verb its subject back, where what stands between commas parts the two.

"Ruvian rice, which nobody bought, fell to $499": small parsers make the noun the root and hang the verb on the
relative clause; or the participle behind the noun takes the subject ("The bank, having seen this, now lends"); or
the noun is joined to one before it (", and the cap, which came late, was broken").
"""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from pipeline.lexicon import column
from pipeline.stages.parse.labels import FINITE, HELPERS, NOUNS, SUBJECTS
from pipeline.stages.parse.tree import Tree

LOOSE = frozenset({"ROOT", "parataxis", "conj", "acl", "acl:relcl", "ccomp", "dep"})
RELATIVE = frozenset({"WDT", "WP", "WP$"})
FRONT = 3  # words before a relative pronoun: "on the board of which"


def rejoin(doc: Doc) -> None:
    """Change heads and labels in place, inside a sentence only, once in each."""
    for sentence in list(doc.sents):
        for verb in sentence:
            start = _start(verb)
            noun = next(_parted(verb, start), None) if start else None
            if noun is not None:
                tree = Tree(doc)  # one for each: what would make two sentences of one is not written
                _rejoin(tree, noun, verb, start)
                tree.write()
                break


def _start(verb: Token) -> int:
    """The first word of a verb that has no subject and stands right behind a comma; 0 for any other."""
    if verb.dep_ not in LOOSE or any(one.dep_ in SUBJECTS or one.dep_ == "mark" for one in verb.children):
        return 0
    lefts = [one for one in verb.lefts if one.dep_ not in ("punct", "cc", "advcl")]
    helpers = [one for one in lefts if one.dep_ in HELPERS]
    finite = [one for one in (verb, *helpers) if one.tag_ in FINITE or (one.tag_ == "VB" and not helpers)]
    start = min([verb.i, *(one.i for one in lefts)])
    adverbs = verb.doc[start : finite[0].i] if finite else []
    if any(one.pos_ not in ("ADV", "PART") and one.lower_ != "no" for one in adverbs) or not (
        finite or _is_active(verb, lefts)
    ):
        return 0
    return start if start > verb.sent.start and verb.doc[start - 1].text == "," else 0


def _is_active(verb: Token, lefts: list[Token]) -> bool:
    """`revived 1,150 flats`: a past tense that was taken for a participle, as its object tells."""
    return verb.tag_ == "VBN" and not lefts and any(one.dep_ == "obj" for one in verb.rights)


def _parted(verb: Token, start: int) -> Iterator[Token]:
    """The noun whose verb this is, if what stands between them is an aside from comma to comma."""
    below = (one for one in verb.lefts if one.dep_ == "advcl")
    for above in (*verb.ancestors, *below):
        if above.dep_ == "ROOT" and above.pos_ in NOUNS and above.i < start:
            bare = not any(one.dep_ in (*SUBJECTS, *HELPERS) for one in above.children)
            if bare and verb.tag_ != "VB" and _aside(above, start):
                yield above
        subject = next((one for one in above.lefts if one.dep_ in SUBJECTS), None)
        named = subject is not None and subject.pos_ in NOUNS and _is_participle(above, subject)
        if named and not any(one.dep_ == "cc" for one in verb.lefts):
            yield subject
    if verb.tag_ in FINITE or any(one.tag_ in FINITE for one in verb.lefts):
        yield from (one for one in verb.sent if _is_joined_noun(one, verb, start))


def _is_participle(above: Token, subject: Token) -> bool:
    """The verb right behind the subject's comma is no finite one: "The bank, having seen this, …"; nor is what looks
    like a past tense there: "The tax, introduced in 1974, …"."""
    lefts = [one for one in above.lefts if one.i > subject.i and one.dep_ != "punct"]
    bare = above.tag_ == "VBD" and not lefts and above.lower_ not in _pasts()
    if (above.tag_ not in ("VBN", "VBG") and not bare) or any(one.tag_ in FINITE for one in lefts):
        return False
    first = min([above.i, *(one.left_edge.i for one in lefts)])
    return above.doc[first - 1].text == "," and all(
        one.i <= subject.i or one.is_punct for one in above.doc[subject.i : first] if one.head != subject
    )


@cache
def _pasts() -> frozenset[str]:
    """Past tenses that are no participles: "saw", "went"."""
    return column("irregular_verbs", "past") - column("irregular_participles", "participle")


def _is_joined_noun(noun: Token, verb: Token, start: int) -> bool:
    """`…, and the cap, which came late, [was broken]`"""
    if noun.dep_ != "conj" or noun.pos_ not in NOUNS or noun.i >= start or noun.is_ancestor(verb):
        return False
    joints = [one for one in (*noun.lefts, *verb.lefts) if one.dep_ == "cc" and one.i < noun.i]
    opens = any(one.i > 0 and one.nbor(-1).text == "," and one.lower_ in ("and", "but") for one in joints)
    return opens and _aside(noun, start) and noun.right_edge.i in (start - 1, start - 2)


def _aside(noun: Token, start: int) -> bool:
    """A relative clause, participle or "according to" behind a comma, the first of what follows the noun."""
    for one in noun.rights:
        first = noun.doc[one.left_edge.i]
        words = [word for word in one.subtree if not word.is_punct]
        if one.i >= start or not words or (first.text != "," and first.nbor(-1).text != ","):
            continue
        relative = any(word.tag_ in RELATIVE for word in words[:FRONT])
        return relative or words[0].tag_ in ("VBN", "VBG")
    return False


def _rejoin(tree: Tree, noun: Token, verb: Token, start: int) -> None:
    doc, old = verb.doc, noun.head
    if noun.dep_ == "ROOT":
        tree.hang(verb, verb, "ROOT")
    elif old.head == verb:
        tree.hang(noun, verb)
        tree.hang(old, noun, "acl")
    elif noun.dep_ in SUBJECTS:
        tree.hang(verb, verb if old.head == old else old.head, old.dep_)
        tree.hang(noun, verb)
        tree.hang(old, noun, "acl")
        if old.tag_ == "VBD":
            old.tag_ = "VBN"
            old.set_morph("Tense=Past|VerbForm=Part")
    else:
        tree.hang(verb, verb.head, "conj")
        for one in noun.lefts:
            if one.dep_ == "cc" or (one.dep_ == "punct" and one.i < noun.i):
                tree.hang(one, verb)
    passive = any(one.dep_ == "aux:pass" for one in verb.children)
    tree.hang(noun, verb, "nsubj:pass" if passive else "nsubj")
    for one in doc[verb.i + 1 : verb.sent.end]:  # what goes on behind the verb hangs on nothing before it
        if (one.head.i < start and verb.i not in tree.above(one)[1:]) or (
            one.head == noun and one.i > verb.i
        ):
            tree.hang(one, verb)
    if verb.tag_ == "VBN" and not any(one.dep_.startswith("aux") for one in verb.children):
        verb.tag_ = "VBD"
        verb.set_morph("Mood=Ind|Tense=Past|VerbForm=Fin")
