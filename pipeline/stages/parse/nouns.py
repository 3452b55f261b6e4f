"""Nouns in a row, or behind an aside, hung on what they belong to: "Rana, a welder and a poet,", "growth of 4, war
and debt", "the road got trucks", "has stopped, by its count, one crossing".

Each function takes a token and returns whether it changed it; `mend_noun` runs them in order.
"""

from spacy.tokens import Token

from pipeline.stages.parse.labels import NOUNS, SUBJECTS


def mend_noun(token: Token) -> bool:
    """A noun that is called a conjunct or an appositive; heads stay inside their sentence."""
    return _of_verb(token) or _listed(token) or _of_appositive(token) or _lost_object(token)


def _of_appositive(token: Token) -> bool:
    """ "The governor, a lawyer and [a rancher], spoke": what "and" joins inside the commas is no second governor."""
    noun, joint, doc = token.head, joint_of(token), token.doc
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


def _of_verb(token: Token) -> bool:
    """ "got a road, the road got [trucks]": right behind a verb without an object, joined by nothing, it is that."""
    doc, first = token.doc, token.left_edge.i
    if token.dep_ != "conj" or token.pos_ not in NOUNS or first < 1 or joint_of(token) is not None:
        return False
    verb = doc[first - 1]
    held = any(one.dep_ in ("obj", "ccomp", "xcomp", "aux:pass") for one in verb.children)
    if verb.pos_ != "VERB" or held or token.head.i >= verb.i or token.is_ancestor(verb):
        return False
    if verb.tag_ in ("VBN", "VBG") or any(one.dep_ == "case" for one in token.lefts):
        return False
    token.head, token.dep_ = verb, "obj"
    return True


def _listed(token: Token) -> bool:
    """ "growth of 4, [inflation of 9] and [a surplus]": what "and" joins to a noun is no appositive of it, nor is what
    stands between without an article."""
    noun, joint = token.head, joint_of(token)
    if token.dep_ != "appos" or joint is None or joint.lower_ not in ("and", "or") or token.pos_ not in NOUNS:
        return False
    between = [one for one in noun.rights if one.dep_ == "appos" and noun.i < one.i < token.i]
    if any(one.dep_ == "det" for inner in between for one in inner.lefts):
        return False
    for one in (*between, token):
        one.dep_ = "conj"
    return True


def _lost_object(token: Token) -> bool:
    """ "has stopped, on the best estimate, [one crossing]": behind what two commas part from a verb without object."""
    aside, verb, doc = token.head, token.head.head, token.doc
    if token.dep_ != "appos" or aside.dep_ != "obl" or verb.pos_ != "VERB" or not verb.i < aside.i < token.i:
        return False
    first = min((one.i for one in aside.subtree if not one.is_punct), default=aside.i)
    words = [one.i for one in token.subtree if not one.is_punct]
    parted = doc[verb.i + 1].text == "," and first == verb.i + 2 and doc[min(words) - 1].text == ","
    held = any(one.dep_ in ("obj", "ccomp", "xcomp", "aux:pass") for one in verb.children)
    if not parted or held or not any(one.dep_ == "case" for one in aside.lefts):
        return False
    token.head, token.dep_ = verb, "obj"
    subject = next((one for one in verb.lefts if one.dep_ == "nsubj:pass"), None)
    if subject is not None and verb.tag_ == "VBN" and not any(one.dep_ == "aux" for one in verb.lefts):
        subject.dep_, verb.tag_ = "nsubj", "VBD"
        verb.set_morph("Mood=Ind|Tense=Past|VerbForm=Fin")
    return True


def joint_of(token: Token) -> Token | None:
    return next((one for one in token.lefts if one.dep_ == "cc"), None)
