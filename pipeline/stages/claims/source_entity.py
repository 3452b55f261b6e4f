"""The words of a source → who that is: for a pronoun the words that the stage `reference` found for it, for "the
minister" the name of the only minister so far, and the named thing that it is.
"""

from pipeline.marks import Row, tokens_of
from pipeline.plain import Doc, Span
from pipeline.stages.claims.arguments import Around
from pipeline.stages.claims.office_holders import office_holder
from pipeline.stages.claims.tree import base

SAME = frozenset({"appos", "flat", "nmod"})
"""What hangs on a noun and may be its name: "the director, *Ana Lima*", "Governor *Lima*"."""


def source_entity(doc: Doc, source: Row | None, know: Around) -> Row:
    """`{"speaker": span row or None, "entity": id or None}`, as in record.Attribution."""
    words = tokens_of(doc, source) if source else None
    if words is None:
        return {"speaker": None, "entity": None}
    speaker = know.stands_for.get(words.root.i)
    fuller = tokens_of(doc, speaker) if speaker else None
    entity = _entity(fuller if fuller is not None else words, know)
    holder = office_holder(words, know.holders) if speaker is None and entity is None else None
    if holder is not None:
        return {"speaker": holder["span"], "entity": str(holder["id"])}
    return {"speaker": speaker, "entity": entity}


def _entity(words: Span, know: Around) -> str | None:
    """The id of the name at the head of these words, or of the person or body that an apposition calls by name; of
    several that are joined, none."""
    head = words.root
    if any(base(one) == "conj" for one in head.children):
        return None
    heads = [head, *(one for one in head.children if base(one) in SAME and one in words)]
    rows = [know.entity_at[one.i] for one in heads if one.i in know.entity_at]
    if not rows:
        return None
    return str(rows[0]["id"]) if head.i in know.entity_at else _called(rows)


def _called(rows: list[Row]) -> str | None:
    """Beside a noun only a person's name is another word for it: the "director of Eskom" is not Eskom."""
    return next((str(row["id"]) for row in rows if row["label"] == "PERSON"), None)
