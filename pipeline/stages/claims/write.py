"""Doc → rows of claims, and of the sentences that gave none."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span

from pipeline.marks import Row, cut, metadata, read, text_of
from pipeline.record import claim_id, digest
from pipeline.stages.claims import meaning
from pipeline.stages.claims.clauses import clauses_of, rescued
from pipeline.stages.claims.coreference import Antecedents, relative_antecedent
from pipeline.stages.claims.frame import Frame, shared_frame
from pipeline.stages.claims.inflection import modal_above
from pipeline.stages.claims.lists import Proposition, propositions
from pipeline.stages.claims.roles import Around, around, roles_of
from pipeline.stages.claims.speech import Speech, turned
from pipeline.stages.claims.transfer import transfer_of
from pipeline.stages.claims.tree import runs, subject_of, word_before
from pipeline.stages.claims.wording import wording

SKIPPED_REGIONS = {
    "headline": "heading",
    "dateline": "dateline",
    "byline": "byline",
    "boilerplate": "boilerplate",
}


@dataclass
class Page:
    """What the earlier stages left on the Doc, read once."""

    doc: Doc
    document: str
    layout: list[Row]
    amounts: list[Row]
    dates: list[Row]
    entities: list[Row]
    speech: Speech
    know: Around
    figures: set[int]
    paragraphs: list[int]
    before: Antecedents = field(default_factory=Antecedents)
    seen: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, doc: Doc) -> "Page":
        entities, dates = read(doc, "entities"), read(doc, "dates")
        document = metadata(doc, "article_id") or digest(text_of(doc))[:16]
        amounts = read(doc, "money")
        layout = read(doc, "tokenize")
        paragraphs = [row["span"]["start"] for row in layout if row["kind"] == "paragraph"]
        know = around(doc, entities, dates, amounts)
        return cls(
            doc, document, layout, amounts, dates, entities,
            Speech.of(doc, read(doc, "attribution")), know, set(know.figure_at), paragraphs,
        )  # fmt: skip

    def near(self, sentence: Span) -> "Page":
        """The same page with only the rows that stand in this sentence: what a claim looks through stays short."""
        first, last = sentence.start_char, sentence.end_char
        amounts, dates, entities = (
            _between(rows, first, last) for rows in (self.amounts, self.dates, self.entities)
        )
        return replace(self, amounts=amounts, dates=dates, entities=entities)


def _between(rows: list[Row], first: int, last: int) -> list[Row]:
    """Rows (in order of start) that start within these code points."""
    edges = (bisect_left(rows, edge, key=lambda row: row["span"]["start"]) for edge in (first, last))
    return rows[slice(*edges)]


def write(doc: Doc) -> tuple[list[Row], list[Row]]:
    """`(claims, skipped)` of the whole Doc."""
    page = Page.of(doc)
    claims: list[Row] = []
    skipped: list[Row] = []
    for number, stretches in enumerate(_sentences(doc)):
        claims += _sentence(page, stretches, number, skipped)
    return claims, skipped


def _sentences(doc: Doc) -> list[list[Span]]:
    """Sentences, each as the stretches between its semicolons (see stages/tokenize/sentences.py)."""
    found: list[list[Span]] = []
    for stretch in doc.sents:
        if not stretch.text.strip():
            continue
        before = word_before(doc, stretch.start)
        if found and before is not None and before.text == ";":
            found[-1].append(stretch)
        else:
            found.append([stretch])
    return found


def _sentence(page: Page, stretches: list[Span], number: int, skipped: list[Row]) -> list[Row]:
    sentence = page.doc[stretches[0].start : stretches[-1].end]
    page = page.near(sentence)
    reason = _reason_to_skip(page, sentence)
    rows = [] if reason else [row for stretch in stretches for row in _claims(page, stretch, number)]
    if not rows:
        stripped = next(iter(runs(page.doc, list(range(sentence.start, sentence.end)))), sentence)
        span = cut(page.doc, stripped.start_char, stripped.end_char)
        skipped.append({"sentence": number, "span": span, "reason": reason or "no_predicate"})
    return rows


def _reason_to_skip(page: Page, sentence: Span) -> str | None:
    region = _region(page, sentence.start_char, sentence.end_char)
    if region in SKIPPED_REGIONS:
        return SKIPPED_REGIONS[region]
    words = [token for token in sentence if not token.is_space and not token.is_punct]
    if sentence.text.rstrip("\"'”’»)* \n\r").endswith("?"):
        return "question"
    return "fragment" if len(words) < 2 else None


def _region(page: Page, start: int, end: int) -> str:
    for row in page.layout:
        if row["kind"] == "region" and row["span"]["start"] <= start and end <= row["span"]["end"] + 2:
            return str(row["region"])
        if row["kind"] == "region" and row["span"]["start"] <= start < row["span"]["end"]:
            return str(row["region"])
    return "body"


def _claims(page: Page, sentence: Span, number: int) -> Iterator[Row]:
    clauses = clauses_of(sentence.root, page.speech.cues)
    if not any(clause.asserts or clause.head.i in page.speech.cues for clause in clauses):
        clauses = rescued(sentence)
    if not any(clause.asserts for clause in clauses):
        clauses += [clause for content in page.speech.contents(sentence) for clause in rescued(content)]
    if not any(clause.asserts for clause in clauses):  # the saying itself is the news
        for clause in clauses:
            clause.asserts = clause.head.i in page.speech.cues and clause.subject is not None
    ids: dict[int, str] = {}
    for clause in sorted(clauses, key=lambda clause: clause.path.count("/")):
        page.speech.limit(clause)
        if not clause.asserts or not clause.own:
            continue
        above = clause.above.head if clause.above is not None else clause.head
        frame = shared_frame(clause.head, above, clause.borrowed)
        frame.shared += filter(None, [modal_above(clause)])
        subject = None if frame.subjectless else frame.subject or clause.subject
        antecedent, unresolved = relative_antecedent(clause) or page.before.resolve(subject, number)
        for proposition in propositions(clause, page.doc, page.amounts, page.dates):
            row = _claim(page, proposition, frame, antecedent, unresolved, number, ids)
            if row is not None:
                yield row
    for clause in clauses:
        if (
            clause.link.name in ("root", "conj", "content", "parataxis")
            and subject_of(clause.head) is not None
        ):
            entity = page.know.entity_at.get(clause.subject.i) if clause.subject is not None else None
            if clause.subject is not None:
                page.before.note(clause.subject, clause.subject_words, entity, number)


def _claim(
    page: Page,
    proposition: Proposition,
    frame: Frame,
    antecedent: Row | None,
    unresolved: str | None,
    number: int,
    ids: dict[int, str],
) -> Row | None:
    clause, doc = proposition.clause, page.doc
    own, pieces = list(runs(doc, proposition.own)), list(runs(doc, proposition.words))
    if sum(token.is_alpha for span in own for token in span) < (
        2 if clause.link.relation == "elaborates" else 1
    ):
        return None
    span = cut(doc, own[0].start_char, own[-1].end_char)
    path = f"{proposition.path}#{page.seen[span['text'] + proposition.path]}"
    page.seen[span["text"] + proposition.path] += 1
    words = set(proposition.words)
    roles = roles_of(proposition, frame, page.know)
    if antecedent is not None and roles.subject is not None:
        roles.subject |= {"text": antecedent["text"], "origin": "coreference"}
    amounts, dates, entities = (
        _within(pieces, rows, doc) for rows in (page.amounts, page.dates, page.entities)
    )
    text, edits = wording(proposition, antecedent)
    value, cues, rule = meaning.modality(frame, words)
    kind, kind_rule = meaning.kind(frame, value, rule, bool(amounts or dates))
    polarity, negations = meaning.polarity(frame, words)
    attribution, denied = page.speech.of_span(span)
    row = {
        "id": claim_id(page.document, span["text"], path),
        "span": span,
        "fragments": [cut(doc, piece.start_char, piece.end_char) for piece in pieces],
        "sentence": number,
        "paragraph": _paragraph(page, span["start"]),
        "region": _quoted_region(page, span),
        "text": text,
        "edits": edits,
        "subject": roles.subject,
        "predicate": roles.predicate,
        "object": roles.object,
        "arguments": roles.arguments,
        "kind": kind,
        "facets": meaning.facets(frame, proposition.words, page.figures),
        "polarity": turned(polarity, [_cues(doc, cue) for cue in negations], denied),
        "modality": {"value": value, "cues": [_cues(doc, cue) for cue in cues if cue]},
        "attribution": attribution,
        "amounts": [one["id"] for one in amounts],
        "dates": [one["id"] for one in dates],
        "entities": [one["id"] for one in entities],
        "transfer": transfer_of(frame, roles, proposition.words, amounts, dates),
        "parent": _parent(proposition, ids),
        "rules": _rules(proposition, frame, rule, kind_rule),
        "abstained": [{"field": "subject", "reason": unresolved}] if unresolved else [],
    }
    ids.setdefault(id(clause), row["id"])
    return row


def _within(pieces: list[Span], rows: list[Row], doc: Doc) -> list[Row]:
    found = []
    for row in rows:
        span = row.get("core") or row["span"]
        if any(piece.start_char <= span["start"] and span["end"] <= piece.end_char for piece in pieces):
            found.append(row)
    return found


def _cues(doc: Doc, tokens: list) -> Row:  # type: ignore[type-arg]
    first, last = tokens[0], tokens[-1]
    return cut(doc, first.idx, last.idx + len(last))


def _paragraph(page: Page, start: int) -> int:
    return max(0, bisect_right(page.paragraphs, start) - 1)


def _quoted_region(page: Page, span: Row) -> str:
    for row in page.layout:
        if row["kind"] == "quote" and not row["scare"]:
            inner = row["inner"]
            if inner["start"] <= span["start"] and span["end"] <= inner["end"]:
                return "quote"
    return "body"


def _parent(proposition: Proposition, ids: dict[int, str]) -> Row | None:
    """The claim of the clause above; of a list's later items, the first item where the clause has none."""
    clause = proposition.clause
    above, relation = clause.above, clause.link.relation
    while above is not None and id(above) not in ids:
        relation = relation if above.link.name in ("saying", "root") else (above.link.relation or relation)
        above = above.above
    if above is not None and relation is not None:
        return {"claim": ids[id(above)], "relation": relation}
    if id(clause) in ids:
        return {"claim": ids[id(clause)], "relation": "conjunct_of"}
    return None


def _rules(proposition: Proposition, frame: Frame, modality: str, kind: str) -> list[Row]:
    rules = [{"field": "span", "rule": proposition.path}, {"field": "modality", "rule": modality}]
    rules.append({"field": "kind", "rule": kind})
    if frame.rule != "head":
        rules.append({"field": "predicate", "rule": frame.rule})
    return rules
