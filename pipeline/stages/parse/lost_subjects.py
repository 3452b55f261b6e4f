"""Gives a clause that a colon, a dash or ", and" opens its subject back, where the parser hung the noun on what stands
before and the verb without it behind.

"…: the tax that banks dodge would pay", "— Lima, by contrast, has one", "and its jails, built for 400, hold 800".
"""

from spacy.tokens import Doc, Token

from pipeline.stages.parse.labels import FINITE, HELPERS, NOUNS, SUBJECTS
from pipeline.stages.parse.tree import Tree

VERBS = frozenset({"ROOT", "parataxis", "conj", "ccomp", "acl", "acl:relcl", "appos", "dep"})
LINKS = frozenset({"conj", "parataxis", "appos", "dep", "ROOT"})
RELATIVE = frozenset({"WDT", "WP", "WP$"})
OPENING = frozenset({":", "—", "–", "--", ";"})
JOINTS = frozenset({"and", "but", "yet", "while"})
LONGEST = 9  # tokens of an aside
CLAUSES = frozenset({"acl", "acl:relcl", "appos", "amod", "advcl", "advcl:relcl"})


def open_up(doc: Doc) -> None:
    """Change heads and labels in place, inside a sentence only, once in each."""
    for sentence in list(doc.sents):
        for verb in sentence:
            noun = _noun(verb) if verb.dep_ in VERBS else None
            if noun is not None:
                tree = Tree(doc)  # one for each: what would make two sentences of one is not written
                _hang(tree, noun, verb)
                tree.write()
                break


def _noun(verb: Token) -> Token | None:
    """The noun phrase that ends right before the verb or before an aside in commas, and opens a clause."""
    if any(one.dep_ in SUBJECTS or one.dep_ in ("mark", "expl") for one in verb.lefts):
        return None
    group = [one for one in verb.lefts if one.dep_ in HELPERS]
    finite = [one for one in (verb, *group) if one.tag_ in FINITE]
    if not finite or any(one.tag_ in RELATIVE | {"WRB"} for one in verb.lefts):
        return None
    doc, start = verb.doc, min(one.i for one in finite)
    while start > verb.sent.start and doc[start - 1].pos_ == "ADV":
        start -= 1
    nouns = _ending(doc, verb, start)
    return next(
        (one for one in nouns if _opens(one) and _agrees(one, finite[-1]) and not _waits(one, start)), None
    )


def _waits(noun: Token, start: int) -> bool:
    """`a treaty by which a country that the fish have left [keeps its share]`: a relative clause has no verb yet."""
    between = noun.doc[noun.i + 1 : start]
    pronouns = sum(one.tag_ in RELATIVE for one in between)
    return pronouns > sum(
        (one.tag_ in FINITE and one.dep_ not in HELPERS) or one.tag_ == "MD" for one in between
    )


def _ending(doc: Doc, verb: Token, start: int) -> list[Token]:
    """The loose nouns whose words end right before the verb group, or before the aside that stands between."""
    first = verb.sent.start
    if start - 2 < first or doc[start - 1].pos_ == "CCONJ":
        return []
    ends = {start - 1}
    if doc[start - 1].is_punct:
        ends = {start - 2} if doc[start - 1].text == "," else set()
        comma = next(
            (i for i in range(start - 3, max(first, start - LONGEST), -1) if doc[i].text == ","), None
        )  # an aside has a word
        if ends and comma is not None and _is_aside(doc, comma + 1, start - 1):
            ends.add(comma - 1)
    nouns = (one for one in doc[first:start] if one.dep_ in LINKS and one.pos_ in NOUNS)
    return [
        one
        for one in nouns
        if _last(one, start) in ends and (_last(one, start) == start - 1 or _set_off(one, start))
    ]


def _is_aside(doc: Doc, start: int, end: int) -> bool:
    """`by contrast`, `built for 400,000`: no finite verb, and no second noun of a list."""
    words = doc[start:end]
    opens = words[0].pos_ in ("ADP", "ADV") or words[0].tag_ in ("VBN", "VBG")
    return opens and not any(one.tag_ in FINITE for one in words)


def _set_off(noun: Token, start: int) -> bool:
    """Nothing but an aside stands between the noun and the comma before the verb."""
    inner = [one for one in noun.rights if one.dep_ in CLAUSES and one.i < start]
    commas = [one.i for one in noun.doc[noun.i : start - 1] if one.text == ","]
    return bool(commas) and (not inner or inner[-1].left_edge.i <= commas[-1] + 1 or inner[0].dep_ in CLAUSES)


def _last(noun: Token, start: int) -> int:
    """The last word under the noun before the verb."""
    words = [one.i for one in noun.subtree if one.i < start and not one.is_punct]
    return max(words, default=noun.i)


def _opens(noun: Token) -> bool:
    """It stands behind a colon or dash, or behind a comma and "and", and is no second noun of a list."""
    if any(one.dep_ in ("case", "cop", "mark") or one.dep_ in SUBJECTS for one in noun.lefts):
        return False
    words = [one.left_edge.i for one in noun.lefts if one.dep_ not in ("cc", "punct")]
    first = min([noun.i, *words])
    doc, start = noun.doc, noun.sent.start
    if first == start:
        return noun.dep_ == "ROOT"
    before = doc[first - 1]
    if before.text in OPENING:
        return True
    unlike = noun.dep_ == "conj" and noun.head.pos_ in (
        "VERB",
        "ADJ",
    )  # "are slow and its jails": no second "slow"
    behind = first - 2 >= start and doc[first - 2].text in (",", *OPENING)
    return before.lower_ in JOINTS and (behind or unlike)


def _agrees(noun: Token, verb: Token) -> bool:
    """ "pay" has many payers, "pays" one."""
    many = noun.tag_ in ("NNS", "NNPS") or any(one.dep_ == "conj" for one in noun.rights)
    return {"VBZ": not many, "VBP": many}.get(verb.tag_, True)


def _hang(tree: Tree, noun: Token, verb: Token) -> None:
    joint = next((one for one in noun.lefts if one.dep_ == "cc"), None)
    label = "conj" if joint is not None else "parataxis"
    if noun.dep_ == "ROOT":
        tree.hang(verb, verb, "ROOT")
    elif noun.i in tree.above(verb):
        head = noun.head
        while head.pos_ in NOUNS and head.head != head and not any(one.dep_ in HELPERS for one in head.lefts):
            head = head.head
        tree.hang(verb, head, label)
    elif verb.dep_ != "ROOT":
        tree.hang(verb, verb.head if verb.head.pos_ not in NOUNS else verb.sent.root, label)
    for one in noun.lefts:
        if one.dep_ == "cc":
            tree.hang(one, verb)
    passive = any(one.dep_ == "aux:pass" for one in verb.children)
    tree.hang(noun, verb, "nsubj:pass" if passive else "nsubj")
    for one in noun.doc[noun.i + 1 : verb.i]:  # what stands between is said of the noun
        loose = tree.heads[one.i] < noun.i or (tree.heads[one.i] > verb.i)
        if loose and one.tag_ in ("VBN", "VBG"):
            tree.hang(one, noun, "acl")
