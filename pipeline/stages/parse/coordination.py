"""Words in a row — "grown by women, sold by men and eaten by soldiers" — hung on those that they are joined to, where a
small parser hangs the later ones on the nearest noun.

Each function takes a token and returns whether it changed it; `line_up` runs them in order.
"""

from spacy.tokens import Doc, Token

from pipeline.lexicon import column
from pipeline.stages.parse.labels import SUBJECTS
from pipeline.stages.parse.nouns import joint_of, mend_noun

LOOSE = frozenset({"parataxis", "conj", "appos"})


def line_up(doc: Doc) -> None:
    """Change labels and heads in place; heads stay inside their sentence."""
    for token in doc:
        if token.dep_ == "acl":
            _of_passive(token)
        elif token.dep_ == "acl:relcl":
            _of_relative(token)
        elif token.dep_ == "ccomp":
            _of_content(token)
        elif token.dep_ in LOOSE:
            mend_noun(token) or _infinitive(token) or _of_clause(token)
        if token.lower_ in ("let", "neither"):
            _let_alone(token) or _neither(token)


def _of_passive(token: Token) -> bool:
    """ "The rice is grown by women, [sold by men] and eaten by soldiers": a third participle makes it a list, and each
    has an agent, or none has."""
    if token.tag_ != "VBN" or token.i < 1 or token.nbor(-1).text != ",":
        return False
    verb = token.head.head
    passive = verb.tag_ == "VBN" and any(one.dep_ == "aux:pass" for one in verb.lefts)
    third = any(
        one.dep_ == "conj" and one.tag_ == "VBN" and joint_of(one) is not None for one in token.rights
    )
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


def _of_relative(token: Token) -> bool:
    """ "a city whose mayor left and [who came back]": a second relative clause behind "and" is joined to the first."""
    first = next((one for one in token.head.rights if one.dep_ == "acl:relcl" and one.i < token.i), None)
    if first is None or joint_of(token) is None:
        return False
    token.head, token.dep_ = first, "conj"
    return True


def _let_alone(let: Token) -> bool:
    """ "has not been built, let alone [opened]": the two words join what follows to the verb, like "and"."""
    doc, alone = let.doc, let.i + 1
    if (
        let.lower_ != "let"
        or alone + 1 >= len(doc)
        or doc[alone].lower_ != "alone"
        or doc[let.i - 1].text != ","
    ):
        return False
    behind = (one for one in doc[alone + 1 : let.sent.end] if one.head.i <= alone)
    told = next((one for one in behind if one.pos_ in ("VERB", "NOUN", "PROPN", "ADJ")), None)
    if told is None or let.dep_ == "cc" or told.head.i > let.i:
        return False
    if told.head == let:
        told.head = let.head
    let.head, let.dep_, told.dep_ = told, "cc", "conj"
    doc[alone].head, doc[alone].dep_ = let, "fixed"
    return True


def _neither(word: Token) -> bool:
    """ "…, and [neither] has much to show": the subject of a verb that has none, where no "nor" follows."""
    verb, doc = word.head, word.doc
    if word.dep_ not in ("advmod", "det", "cc") or word.lower_ != "neither" or verb.i < word.i:
        return False
    group = [verb, *(one for one in verb.lefts if one.dep_ in ("aux", "aux:pass", "cop"))]
    opens = word.i == word.sent.start or doc[word.i - 1].lower_ in ("and", "but", ";")
    if (
        not opens
        or min(one.i for one in group) != word.i + 1
        or any(one.dep_ in SUBJECTS for one in verb.children)
    ):
        return False
    finite = any(one.tag_ in ("VBD", "VBZ", "VBP", "MD") for one in group)
    if not finite or any(one.lower_ == "nor" for one in doc[word.i : word.sent.end]):
        return False
    word.dep_, word.pos_ = "nsubj", "PRON"
    return True


def _infinitive(token: Token) -> bool:
    """ "would shorten the voyage and [halve] its cost": no tense behind a modal, whatever its tag."""
    first = token.head
    if (
        token.dep_ != "conj"
        or token.tag_ not in ("VBD", "VBP", "NN")
        or first.tag_ != "VB"
        or joint_of(token) is None
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


def _of_content(token: Token) -> bool:
    """ "“It is ours,” they said, “and [was so] in May”": what goes on without a subject is joined to what was said."""
    first = next((one for one in token.head.lefts if one.dep_ == "ccomp"), None)
    named = any(one.dep_ in SUBJECTS for one in token.children)
    if first is None or named or joint_of(token) is None or token.i < token.head.i:
        return False
    token.head, token.dep_ = first, "conj"
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
        one.dep_ == "conj" and one.tag_ in ("VB", "VBP") and joint_of(one) is not None for one in token.rights
    )
    first = next((one for one in reversed(list(token.doc[head.i + 1 : token.i])) if _is_led(one)), None)
    if first is None or not row or any(one.tag_ in ("VBZ", "VBD") for one in token.doc[first.i : token.i]):
        return False
    token.head, token.dep_, token.tag_ = first, "conj", "VB"
    return True


def _is_led(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(one.tag_ in ("MD", "TO") for one in verb.lefts)
