"""Words in a row — "grown by women, sold by men and eaten by soldiers" — hung on those that they are joined to, where a
small parser hangs the later ones on the nearest noun.

Each function takes a token and returns whether it changed it; `line_up` runs them in order.
"""

from spacy.tokens import Doc, Token

from pipeline.lexicon import column
from pipeline.stages.parse.labels import NOUNS, SUBJECTS

LOOSE = frozenset({"parataxis", "conj", "appos"})


def line_up(doc: Doc) -> None:
    """Change labels and heads in place; heads stay inside their sentence."""
    for token in doc:
        if token.dep_ == "acl":
            _of_passive(token)
        elif token.dep_ in LOOSE:
            _of_appositive(token) or _infinitive(token) or _of_clause(token)


def _of_passive(token: Token) -> bool:
    """ "The rice is grown by women, [sold by men] and eaten by soldiers": a third participle makes it a list, and each
    has an agent, or none has."""
    if token.tag_ != "VBN" or token.i < 1 or token.nbor(-1).text != ",":
        return False
    verb = token.head.head
    passive = verb.tag_ == "VBN" and any(one.dep_ == "aux:pass" for one in verb.lefts)
    third = any(one.dep_ == "conj" and one.tag_ == "VBN" and _joint(one) is not None for one in token.rights)
    if not passive or not third or not token.head.dep_.startswith("obl") or verb.i > token.i:
        return False
    if _has_agent(token) != _has_agent(verb):
        return False
    token.head, token.dep_ = verb, "conj"
    for one in token.rights:
        if one.dep_ == "conj" and one.tag_ == "VBN":
            one.head = verb
    return True


def _has_agent(verb: Token) -> bool:
    return any(one.lower_ == "by" for noun in verb.rights for one in noun.lefts if one.dep_ == "case")


def _of_appositive(token: Token) -> bool:
    """ "The governor, a lawyer and [a rancher], spoke": what "and" joins inside the commas is no second governor."""
    noun, joint, doc = token.head, _joint(token), token.doc
    if token.dep_ != "conj" or joint is None or token.pos_ not in NOUNS or doc[joint.i - 1].text == ",":
        return False
    inner = [one for one in noun.rights if one.dep_ == "appos" and noun.i < one.i < joint.i]
    last = max((one.i for one in token.subtree if not one.is_punct), default=token.i)
    closed = last + 1 < len(doc) and doc[last + 1].text == ","
    opened = bool(inner) and "," in (doc[inner[0].left_edge.i].text, doc[inner[0].left_edge.i - 1].text)
    if not opened or not closed:
        return False
    if noun.dep_ not in SUBJECTS and noun.dep_ != "obj":
        return False
    token.head = inner[0]
    return True


def _infinitive(token: Token) -> bool:
    """ "would shorten the voyage and [halve] its cost": no tense behind a modal, whatever its tag."""
    first = token.head
    if (
        token.dep_ != "conj"
        or token.tag_ not in ("VBD", "VBP", "NN")
        or first.tag_ != "VB"
        or _joint(token) is None
    ):
        return False
    led = any(one.tag_ in ("MD", "TO") for one in first.lefts)
    past = token.lower_ in column("irregular_verbs", "past") or token.lower_.endswith(("ed", "s"))
    alone = not any(one.dep_ in ("aux", "cop", "mark", "det", "case", *SUBJECTS) for one in token.lefts)
    if not led or past or not alone or (token.pos_ != "VERB"):
        return False
    token.tag_, token.lemma_ = "VB", token.lower_
    token.set_morph("VerbForm=Inf")
    return True


def _of_clause(token: Token) -> bool:
    """ "She hires men who can read books, [write letters] and add": a bare verb has the modal of the clause before it,
    not the main verb's tense."""
    head = token.head
    if token.tag_ not in ("VB", "VBP") or token.nbor(-1 if token.i else 0).text != "," or head.i > token.i:
        return False
    if any(one.dep_ in ("aux", "cop", "mark", "cc", *SUBJECTS) for one in token.lefts):
        return False
    told = head.tag_ in ("VBZ", "VBD") and not any(one.tag_ == "MD" for one in head.lefts)
    if not told and token.dep_ != "parataxis":
        return False
    row = any(
        one.dep_ == "conj" and one.tag_ in ("VB", "VBP") and _joint(one) is not None for one in token.rights
    )
    first = next((one for one in reversed(list(token.doc[head.i + 1 : token.i])) if _is_led(one)), None)
    if first is None or not row or any(one.tag_ in ("VBZ", "VBD") for one in token.doc[first.i : token.i]):
        return False
    token.head, token.dep_, token.tag_ = first, "conj", "VB"
    return True


def _is_led(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(one.tag_ in ("MD", "TO") for one in verb.lefts)


def _joint(token: Token) -> Token | None:
    return next((one for one in token.lefts if one.dep_ == "cc"), None)
