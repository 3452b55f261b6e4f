"""One proposition → one row shaped like record.Claim."""

from pipeline.marks import Row, cut, cut_span
from pipeline.plain import Doc, Span, Token
from pipeline.record import claim_id
from pipeline.stages.claims.annotations import Annotations
from pipeline.stages.claims.clauses import Clause
from pipeline.stages.claims.context_dependence import is_of_a_time
from pipeline.stages.claims.facets import facets as facets_of
from pipeline.stages.claims.frame import Frame
from pipeline.stages.claims.inherited_dates import inherited_date
from pipeline.stages.claims.labels import labels_of
from pipeline.stages.claims.left_out import left_out
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.pronouns import named_inside, points_out
from pipeline.stages.claims.referring_expressions import name_of
from pipeline.stages.claims.restored_clauses import with_restored_clause
from pipeline.stages.claims.roles import Roles, roles_of
from pipeline.stages.claims.source_entity import source_entity
from pipeline.stages.claims.speech import turned
from pipeline.stages.claims.transfer import transfer_of
from pipeline.stages.claims.transfer_context import TransferContext
from pipeline.stages.claims.tree import runs
from pipeline.stages.claims.well_formed import is_well_formed
from pipeline.stages.claims.wording import wording


def claim_of(
    noted: Annotations,
    proposition: Proposition,
    frame: Frame,
    subject: tuple[Row | None, str | None],
    number: int,
    ids: dict[int, str],
) -> Row | None:
    """None where it is none. `subject`: what its pronoun stands for, or why that is not known; `number`: of its
    sentence; `ids`: the claims of the clauses so far, to which its own is added."""
    (antecedent, unresolved), clause, doc = subject, proposition.clause, noted.doc
    own, pieces = list(runs(doc, proposition.own)), list(runs(doc, proposition.words))
    if not _says_something(own, clause):
        return None
    span = cut(doc, own[0].start_char, own[-1].end_char)
    path = _path(noted, span, proposition)
    amounts, dates, entities = (
        _within(pieces, rows) for rows in (noted.amounts, noted.dates, noted.entities)
    )
    labels = labels_of(proposition, frame, bool(amounts or dates), noted.ahead(dates))
    if not is_well_formed(proposition, frame, labels.imperative, antecedent is not None):
        return None
    roles = _roles(noted, proposition, frame, antecedent)
    attribution, denied, saying = noted.speech.of_span(span)
    counted = inherited_date(proposition, noted)
    behind = {**(counted.behind if counted else {}), **left_out(clause)}
    outside = denied if labels.affirmed else None
    text, edits = wording(proposition, antecedent, noted.know, labels.said, behind, outside)
    context = _context(noted, proposition, frame, roles, antecedent)
    held = _held(doc, proposition, dates)
    decided = {"modality": labels.modality_rule, "kind": labels.kind_rule, "attribution": saying}
    row = {
        "id": claim_id(noted.document, span["text"], path),
        "span": span,
        "fragments": [cut_span(piece) for piece in pieces],
        "sentence": number,
        "paragraph": noted.paragraph(span["start"]),
        "region": _quoted_region(noted, span),
        "text": text,
        "edits": edits,
        "subject": roles.subject,
        "predicate": roles.predicate,
        "object": roles.object,
        "arguments": roles.arguments,
        "kind": labels.kind,
        "facets": facets_of(frame, proposition.words, noted.figures),
        "polarity": turned(labels.polarity, _cues(doc, labels.polarity_cues), denied),
        "modality": {"value": labels.modality, "cues": _cues(doc, labels.modality_cues)},
        "attribution": attribution | source_entity(doc, attribution["source"], noted.know),
        "amounts": [one["id"] for one in amounts],
        "dates": [one["id"] for one in ([counted.date] if counted else []) + dates],
        "entities": [one["id"] for one in entities],
        "transfer": transfer_of(
            context, noted.amounts, held, labels.modality, roles.predicate["tense"], labels.polarity
        ),
        "parent": _parent(proposition, ids),
        "rules": _rules(proposition, frame, decided),
        "abstained": _abstained(noted, proposition, antecedent, unresolved),
    }
    ids.setdefault(id(clause), row["id"])
    return row


def _says_something(own: list[Span], clause: Clause) -> bool:
    """It has words (a bare sum may be one), and one with a meaning of its own."""
    least = 2 if clause.link.relation == "elaborates" else 1
    words = sum(token.is_alpha or token.like_num or token.is_currency for span in own for token in span)
    return words >= least and any(_tells(token) for span in own for token in span)


def _path(noted: Annotations, span: Row, proposition: Proposition) -> str:
    """Its place in the decomposition, counted where the same words stand at the same place once more."""
    at = span["text"] + proposition.path
    path = f"{proposition.path}#{noted.seen[at]}"
    noted.seen[at] += 1
    return path


def _roles(noted: Annotations, proposition: Proposition, frame: Frame, antecedent: Row | None) -> Roles:
    """The roles, with the name of what the subject's pronoun stands for."""
    roles = roles_of(proposition, frame, noted.know)
    if antecedent is not None and roles.subject is not None:
        name = name_of(antecedent, noted.doc, noted.know)
        roles.subject |= {"text": name.text, "origin": "coreference"}
    return roles


def _abstained(
    noted: Annotations, proposition: Proposition, antecedent: Row | None, unresolved: str | None
) -> list[Row]:
    """Why the subject is not named, and that the text lacks what stands elsewhere in the op-ed."""
    if unresolved:
        return [{"field": "subject", "reason": unresolved}]
    proposition, antecedent = with_restored_clause(proposition, antecedent, noted.know)
    if is_of_a_time(proposition.clause, noted.know.dates):
        return [{"field": "text", "reason": "points_out"}]
    named = named_inside(proposition, antecedent, noted.know)
    return [{"field": "text", "reason": "points_out"}] if points_out(proposition, named) else []


def _context(
    noted: Annotations, proposition: Proposition, frame: Frame, roles: Roles, antecedent: Row | None
) -> TransferContext:
    """What the transfer is read from; for "which" and "who" stands the noun that they stand for."""
    pronoun = proposition.clause.subject
    relative = antecedent is not None and pronoun is not None and pronoun.tag_ in ("WDT", "WP")
    subject = antecedent if relative else roles.subject and roles.subject["span"]
    return TransferContext(frame, proposition, noted.know, subject, antecedent and antecedent["text"])


def _tells(token: Token) -> bool:
    """A word with a meaning of its own: "Not only did" has none."""
    return token.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") or (
        token.pos_ == "VERB" and token.lemma_.lower() not in ("do", "be", "have")
    )


def _within(pieces: list[Span], rows: list[Row]) -> list[Row]:
    """The rows that stand inside one of the pieces, an amount or date with its core."""
    edges = [(piece.start_char, piece.end_char) for piece in pieces] if rows else []
    found = []
    for row in rows:
        span = row.get("core") or row["span"]
        if any(start <= span["start"] and span["end"] <= end for start, end in edges):
            found.append(row)
    return found


def _held(doc: Doc, proposition: Proposition, dates: list[Row]) -> list[Row]:
    """The dates but for one that is lent: "since 2022, when they promised a fund" is no sum since 2022."""
    if not proposition.lent:
        return dates
    return _within(list(runs(doc, [i for i in proposition.words if i not in proposition.lent])), dates)


def _cues(doc: Doc, cues: list[list[Token]]) -> list[Row]:
    """Each from the first of its words to the last, in whatever order the tree gives them."""
    return [cut_span(doc[min(words).i : max(words).i + 1]) for words in cues if words]


def _quoted_region(noted: Annotations, span: Row) -> str:
    for row in noted.layout:
        if row["kind"] == "quote" and not row["scare"]:
            inner = row["inner"]
            if inner["start"] <= span["start"] and span["end"] <= inner["end"]:
                return "quote"
    return "body"


def _parent(proposition: Proposition, ids: dict[int, str]) -> Row | None:
    """The claim of the clause above; of a list's later items, the first item where the clause has none."""
    clause = proposition.clause
    if proposition.denial is not None and id(clause) in ids:
        return {"claim": ids[id(clause)], "relation": "contrast_with"}
    above, relation = clause.above, clause.link.relation
    while above is not None and id(above) not in ids:
        relation = relation if above.link.name in ("saying", "root") else (above.link.relation or relation)
        above = above.above
    if above is not None and relation is not None:
        return {"claim": ids[id(above)], "relation": relation}
    if id(clause) in ids:
        return {"claim": ids[id(clause)], "relation": "conjunct_of"}
    return None


def _rules(proposition: Proposition, frame: Frame, decided: dict[str, str | None]) -> list[Row]:
    """What decided each field; a field that nothing in particular decided is left out."""
    rules: dict[str, str | None] = {"span": proposition.path, **decided}
    if frame.rule != "head":
        rules["predicate"] = frame.rule
    return [{"field": field, "rule": rule} for field, rule in rules.items() if rule]
