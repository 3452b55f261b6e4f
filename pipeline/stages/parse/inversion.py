"""What stands before a verb and turns the order of words: "Not only has the fund lost …", "To close it now would be …",
and "The bill passed by two votes", where the parser took the verb for a participle.

UD makes the main verb the head; small parsers make a head of the helper or of the noun.
"""

from spacy.tokens import Doc, Token

from pipeline.stages.parse.labels import FINITE, HELPERS, SUBJECTS
from pipeline.stages.parse.tree import Tree

FORMS = {"have": ("VBN",), "do": ("VB",), "be": ("VBG", "VBN")}
BELOW = frozenset({"acl:relcl", "advcl", "advcl:relcl", "ccomp", "csubj", "parataxis"})


def turn(doc: Doc) -> None:
    """Change heads and labels in place, inside a sentence only."""
    tree = Tree(doc)
    for sentence in doc.sents:
        for token in sentence:
            if token.dep_ == "advcl" and _is_subject(token):
                tree.hang(token, token.head, "csubj")
            copula = _answering(token)
            if copula is not None:
                _swap(tree, token, copula, "advmod", "parataxis")
            verb = _helped(token) or _shared(token)
            if verb is not None:
                _swap(tree, token, verb, "aux")
        verb = _lost_verb(sentence.root)
        if verb is not None:
            _swap(tree, sentence.root, verb, "nsubj")
            verb.tag_ = "VBD"
            verb.set_morph("Mood=Ind|Tense=Past|VerbForm=Fin")
    tree.write()


def _is_subject(token: Token) -> bool:
    """ "[To close the clinic now] would be madness": an infinitive that opens its sentence, no comma behind it, and no
    other subject."""
    verb, doc = token.head, token.doc
    led = any(one.tag_ == "TO" and one.i == token.sent.start for one in token.lefts)
    if not led or verb.i < token.i or any(one.dep_ in SUBJECTS for one in verb.children):
        return False
    first = min([verb.i, *(one.i for one in verb.lefts if one.dep_ in HELPERS)])
    finite = any(
        one.tag_ in FINITE for one in (doc[first], *(one for one in verb.lefts if one.dep_ in HELPERS))
    )
    return finite and not any(one.is_punct for one in doc[token.i : first])


def _helped(helper: Token) -> Token | None:
    """ "Not only has the fund [lost] half its value": the verb of a helper whose subject stands behind it."""
    forms = ("VB",) if helper.tag_ == "MD" else FORMS.get(helper.lemma_.lower(), ())
    if helper.tag_ not in FINITE or not forms or any(one.dep_ in SUBJECTS for one in helper.children):
        return None
    if not any(one.dep_ == "advmod" for one in helper.lefts) or helper.dep_ in HELPERS:
        return None
    verbs = (one for one in helper.rights if one.dep_ in ("ccomp", "xcomp") and one.tag_ in forms)
    for verb in verbs:
        subject = next((one for one in verb.lefts if one.dep_ in SUBJECTS), None)
        if subject is not None and subject.left_edge.i == helper.i + 1:
            return verb
    return None


def _shared(modal: Token) -> Token | None:
    """ "Lagos can, and should, [charge] lorries": the verb that two modals share."""
    if modal.tag_ != "MD" or modal.dep_ in HELPERS:
        return None
    verbs = [one for one in modal.rights if one.dep_ == "conj" and one.tag_ in ("VB", "VBN", "VBG")]
    bare = bool(verbs) and not any(one.dep_ in SUBJECTS and one.i > modal.i for one in verbs[-1].children)
    second = any(one.tag_ == "MD" for one in modal.doc[modal.i + 1 : verbs[-1].i]) if bare else False
    return verbs[-1] if second else None


def _lost_verb(noun: Token) -> Token | None:
    """ "The bill [passed] by 61 votes": the participle right behind a definite noun that opens a sentence without a
    finite verb, and that nobody did, is a past tense."""
    words = [one for one in noun.sent if not one.is_space]
    if noun.pos_ not in ("NOUN", "PROPN") or words[-1].text != "." or noun.left_edge.i != words[0].i:
        return None
    verb = next((one for one in noun.rights if one.dep_ == "acl" and one.i == noun.i + 1), None)
    known = noun.pos_ == "PROPN" or words[0].lower_ == "the" or words[0].tag_ == "PRP$"
    if verb is None or not known or not verb.lower_.endswith("ed") or verb.tag_ not in ("VBN", "VBD"):
        return None
    if any(one.dep_ in (*SUBJECTS, *HELPERS, "cc") for one in noun.children) or not list(verb.rights):
        return None
    agent = any(one.dep_ == "obl:agent" for one in verb.rights)
    finite = any(one.tag_ in FINITE and not _is_below(one, noun) for one in words if one != verb)
    return None if agent or finite else verb


def _is_below(token: Token, root: Token) -> bool:
    """In a clause under the root."""
    return any(one.dep_ in BELOW for one in (token, *token.ancestors) if one != root)


def _answering(word: Token) -> Token | None:
    """ "inflation [is] not": the copula of a mere "not" is the verb."""
    if word.lower_ not in ("not", "n't", "n’t") or not any(one.dep_ in SUBJECTS for one in word.lefts):
        return None
    return next((one for one in word.lefts if one.dep_ == "cop" and one.i == word.i - 1), None)


def _swap(tree: Tree, above: Token, verb: Token, label: str, loose: str = "") -> None:
    """The verb takes the place of what it hung on, with all that stands beside it; `loose`: its relation, where it is
    not the root."""
    tree.hang(
        verb,
        verb if above.head == above else above.head,
        loose if loose and above.dep_ == "advmod" else above.dep_,
    )
    for one in above.children:
        noun = label == "nsubj" and one.i < verb.i
        if one != verb and not noun:
            tree.hang(one, verb, "aux" if one.tag_ == "MD" else None)
    tree.hang(above, verb, label)
