"""A participle → the finite verb of a claim that stands alone: "resuming aid" → "resumed aid".

The tense is that of the clause above; a clause above that is no plain past or present leaves the participle as it
is. Irregular forms come from a table, the rest from English spelling.
"""

import re

from pipeline.lexicon import column, mapping
from pipeline.plain import Token
from pipeline.stages.claims.clauses import Clause
from pipeline.stages.claims.tree import base, has_verb_form, is_finite, is_participle, verb_group

VOWELS = "aeiou"


def finite_form(clause: Clause) -> str | None:
    """None where the clause's verb is finite already, or where the tense is not known."""
    verb = clause.head
    ours = _is_aside(clause) or clause.link.name == "conj"
    if not ours or clause.above is None or clause.subject is None or not is_participle(verb):
        return None
    if any(base(one) in ("aux", "cop") for one in verb.children):
        return None
    if any(base(verb.doc[i]) == "aux" for i in clause.borrowed):
        return None
    modal = modal_above(clause)
    if modal is not None and verb.lower_.endswith("ing"):
        return f"{modal.text} {_lemma(verb)}"
    past = _tense_above(clause)
    done = not any(base(one) == "obj" for one in verb.children)
    participle = verb.tag_ == "VBN" or (has_verb_form(verb, "Part") and verb.lower_.endswith("ed"))
    if modal is None and done and participle:  # what is done was done
        return ("were " if _is_plural(clause, clause.subject) else "was ") + verb.lower_
    if past is None:
        return None
    lemma = _lemma(verb)
    return past_of(lemma) if past else lemma if _is_plural(clause, clause.subject) else third_person(lemma)


def past_form(verb: Token) -> str:
    """What the verb is when told of the past: "raises" → "raised"."""
    return past_of(verb.lemma_.lower()) if verb.tag_ in ("VBZ", "VBP", "VB") else verb.text


def modal_above(clause: Clause) -> Token | None:
    """The modal under which a participle stands: "can unlock aid, paving the way" → "can"."""
    above = clause.above
    if not _is_aside(clause) or above is None or is_finite(clause.head):
        return None
    while above.link.name == "conj" and above.above is not None and not is_finite(above.head):
        above = above.above  # "can unlock aid and [can] build, paving"
    return next((one for one in above.head.children if one.tag_ == "MD" and base(one) == "aux"), None)


def _is_aside(clause: Clause) -> bool:
    return clause.link.name in ("participle", "absolute") or clause.link.name.startswith("advcl")


def _tense_above(clause: Clause) -> bool | None:
    """The tense of the nearest clause above that has one."""
    above = clause.above
    while above is not None and above.above is not None and is_participle(above.head):
        above = above.above
    return _is_past(above.head) if above is not None else None


def form_of_be(clause: Clause, subject: Token) -> str:
    """ "is", "are", "was" or "were": what a thing or a sum is, it was when the clause above tells of the past; what a
    person or place is, lasts."""
    name = clause.link.name
    plural = "Plur" in subject.morph.get("Number", [])
    if name == "partitive" and clause.subject_words:  # "200 of them"
        plural = clause.head.doc[clause.subject_words[-1]].lower_ in ("them", "these", "whom")
    quality = (clause.head.pos_ == "ADJ" and name == "appositive") or name == "partitive"
    lasts = subject.pos_ == "PROPN" and not quality
    measure = clause.head.pos_ in ("SYM", "NUM") or any(base(one) == "nummod" for one in clause.head.children)
    if (quality or measure or clause.path.endswith("/tail")) and not lasts and _tense_above(clause):
        return "were" if plural else "was"
    return "are" if plural else "is"


def _is_past(verb: Token) -> bool | None:
    """True for past and perfect, False for present, None for anything else (a modal, an infinitive)."""
    verbs = verb_group(verb)
    if any(one.tag_ == "MD" for one in verbs):
        return None
    if any(
        one.tag_ == "VBD" or (one.lower_ in ("have", "has", "'ve", "’ve") and base(one) == "aux")
        for one in verbs
    ):
        return True
    return False if any(one.tag_ in ("VBZ", "VBP") for one in verbs) else None


def _is_plural(clause: Clause, subject: Token) -> bool:
    """ "Silva, elected in May, and his cabinet": of these the claim is about one."""
    said = set(clause.subject_words)
    joined = any(base(one) == "conj" and one.i in said for one in subject.children)
    return subject.tag_ in ("NNS", "NNPS") or joined


def has_plural(token: Token) -> bool:
    """It takes a verb in the plural: "mills", "the mill and the mine"."""
    return token.tag_ in ("NNS", "NNPS") or any(base(one) == "conj" for one in token.children)


def _lemma(verb: Token) -> str:
    """The base form of an -ing word by spelling and tables: the model's lemma of a rare verb is often wrong."""
    word = verb.lower_
    if not word.endswith("ing"):
        return verb.lemma_.lower()
    stem = word[:-3]
    irregular = column("irregular_verbs", "lemma")
    silent = column("silent_e_verbs", "lemma")
    for candidate in (stem, f"{stem}e", stem[:-1]):
        if candidate in irregular or (candidate in silent and candidate != stem):
            return candidate
    if stem.endswith(("c", "v", "u", "dg", "rg")):
        return f"{stem}e"
    doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeiousfz"
    return stem[:-1] if doubled and (stem[-1] != "l" or len(stem) > 6) else stem


def past_of(lemma: str) -> str:
    """`resume` → "resumed", `carry` → "carried", `go` → "went"."""
    irregular = mapping("irregular_verbs", "lemma", "past")
    if lemma in irregular:
        return irregular[lemma]
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return f"{lemma[:-1]}ied"
    doubled = re.fullmatch(r"[^aeiou]{1,3}[aeiou][^aeiouwxy]|.+(?:mit|fer|cur|pel|bar)", lemma)
    return f"{lemma}{lemma[-1]}ed" if doubled else f"{lemma}ed"


def third_person(lemma: str) -> str:
    """`resume` → "resumes", `carry` → "carries", `reach` → "reaches"."""
    if lemma == "have":
        return "has"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{lemma}es"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return f"{lemma[:-1]}ies"
    return f"{lemma}s"


BE = {"is": ("is", "are"), "are": ("is", "are"), "was": ("was", "were"), "were": ("was", "were"),
      "has": ("has", "have"), "have": ("has", "have")}  # fmt: skip


def agreeing(word: str, subject: Token, singular: bool = False) -> str:
    """The present of a verb for another subject: `keeps` of "the villages" is "keep". A past form stays.

    `singular`: the word is a present of the plural, to be told of one."""
    if singular and subject.tag_ not in ("NNS", "NNPS"):
        return third_person(word)
    plural = has_plural(subject)
    if word in BE:
        return BE[word][plural]
    if plural and word.endswith("s") and not word.endswith("ss"):
        for lemma in (word[:-1], word[:-2], f"{word[:-3]}y"):
            if third_person(lemma) == word:
                return lemma
    return word
