"""A bare amount behind the comma at the end of a clause: what the thing before the comma comes to.

"deducts the difference, between $3m and $5m a month", "sold for what it costs, $10 a tonne".
"""

from pipeline.lexicon import column
from pipeline.marks import Row, tokens_of
from pipeline.plain import Doc, Token
from pipeline.stages.claims.link import Link
from pipeline.stages.claims.subjects import Clause
from pipeline.stages.claims.tree import base, subtree


def made(above: Clause, head: Token, name: str, words: list[int], subject: list[int], noun: Token) -> Clause:
    """The clause of a tail: its head, link, words and subject."""
    clause = Clause(head, Link(name, "elaborates"), above, own=words, path=f"{above.path}/tail")
    clause.subject, clause.subject_words = noun, subject
    clause.borrowed = [i for i in subject if i not in set(words)]
    return clause


def apposed(clause: Clause, doc: Doc, words: list[int], amounts: list[Row]) -> Clause | None:
    """The amount fills all that is left up to the next comma; the noun before it has none of its own."""
    ends = next((n for n, i in enumerate(words) if doc[i].text in (",", "—", "–")), len(words))
    said = [i for i in words[:ends] if not doc[i].is_punct and not doc[i].is_space]
    spans = (tokens_of(doc, row["span"]) for row in amounts)
    whole = [
        one for one in spans if one is not None and said and (one.start, one.end) == (said[0], said[-1] + 1)
    ]
    noun = _thing(clause, doc, words[0] - 2) if whole and doc[words[0] - 1].text in (",", "—", "–") else None
    if noun is None:
        return None
    subject = [i for i in subtree(noun) if i < words[0] - 1 and i in set(clause.own)]
    while subject and doc[subject[0]].pos_ == "ADP":
        subject.pop(0)
    taken = any(row["span"]["start"] <= doc[i].idx < row["span"]["end"] for row in amounts for i in subject)
    if taken or not subject or subject[-1] != words[0] - 2:
        return None
    return made(clause, whole[0].root, "appositive", said, subject, noun)


def _thing(clause: Clause, doc: Doc, last: int) -> Token | None:
    """The noun phrase (or "what it costs") that ends before the comma, behind the verb."""
    noun = doc[last]
    while noun.head.i > clause.head.i and noun.head.i <= last and noun.head != noun:
        noun = noun.head
    time = noun.lemma_.lower() in column("date_units", "form") or noun.ent_type_ == "DATE"
    free = noun.lower_ == "what" and any(base(one) == "acl" for one in noun.rights)
    return noun if (noun.pos_ == "NOUN" and not time) or free else None
