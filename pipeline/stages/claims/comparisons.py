"""A figure that is set beside another → two claims: "raises $9m a year, [as against $2m in 2010]".

The second lends subject and verb, told in the past; a figure that is the subject lends what is said of it ("69 cents
went to banks, [against 57 cents a year before]"). What only may be, and what rises or falls to it, lends nothing.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from pipeline.lexicon import column
from pipeline.marks import Row
from pipeline.plain import Doc
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.tree import Edges, edges


def split_comparison(
    proposition: Proposition, doc: Doc, amounts: list[Row], dates: list[Row]
) -> Iterator[Proposition]:
    """The proposition without the figure that it is measured by, and one about that figure; else the proposition."""
    pair = None if proposition.gap else _pair(proposition, doc, amounts)
    if pair is None:
        yield proposition
        return
    first, second = pair
    own, verb = proposition.own, proposition.clause.head
    comma = own.index(second[0] - (3 if doc[second[0] - 2].lower_ == "as" else 2))
    ends = next((n for n, i in enumerate(own) if i >= second[1] and doc[i].text in (",", ";")), len(own))
    item = [i for i in own[comma:ends] if i >= second[0] and not (doc[i].is_punct and i >= second[1])]
    days = {i for row in dates for i in range(*(edges(doc, row) or (0, 0)))}
    behind = [i for i in own[:comma] if i >= first[1] and i not in days]
    subject = set(proposition.clause.subject_words)
    changed = replace(proposition, own=[*own[:comma], *own[ends:]])
    path = f"{proposition.path}/against"
    if first[1] <= verb.i:
        front = [i for i in own if i < first[0] and not (i in days and days & set(item))]
        yield changed
        yield replace(
            changed, own=item, subject_words=[], predicate_words=behind, adjunct_words=front, path=path,
            gap=second[1],
        )  # fmt: skip
    elif not behind:
        before = [i for i in (*own, *proposition.predicate_words) if i < first[0] and i not in days]
        yield changed
        yield replace(
            changed, own=item, predicate_words=sorted(i for i in before if i not in subject), path=path,
            subject_words=sorted({*proposition.subject_words, *(i for i in before if i in subject)}), past=True,
        )  # fmt: skip
    else:
        yield proposition


def _pair(proposition: Proposition, doc: Doc, amounts: list[Row]) -> tuple[Edges, Edges] | None:
    """The figure before "against" and the one behind it, both of one unit."""
    own, verb = set(proposition.own), proposition.clause.head
    modal = any(one.tag_ == "MD" or one.lower_ in ("have", "has", "had") for one in verb.children)
    if modal or verb.pos_ != "VERB":
        return None
    moves = verb.lemma_.lower() in column("changes", "cue")
    rows = [(figure, row) for row in amounts if (figure := edges(doc, row)) and set(range(*figure)) <= own]
    for (first, one), (second, two) in pairwise(rows):
        start = second[0]
        if start < 3 or doc[start - 1].lower_ != "against" or one["unit"] != two["unit"]:
            continue
        if moves and first[0] and doc[first[0] - 1].pos_ == "ADP":
            continue  # "fell to 6%, against 9%"
        comma = start - (3 if doc[start - 2].lower_ == "as" else 2)
        if doc[comma].text == "," and comma in own:
            return first, second
    return None
