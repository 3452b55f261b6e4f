"""Doc → rows of claims, and of the sentences that gave none."""

from collections.abc import Iterator

from pipeline.marks import Row, cut_span
from pipeline.plain import Doc, Span
from pipeline.stages.claims.annotations import Annotations
from pipeline.stages.claims.claim import claim_of
from pipeline.stages.claims.clauses import Clause, clauses_of, rescued
from pipeline.stages.claims.comparisons import split_comparison
from pipeline.stages.claims.contrasts import contrasted
from pipeline.stages.claims.coreference import is_of_two, resolve, speaker
from pipeline.stages.claims.frame import Frame, shared_frame
from pipeline.stages.claims.gapping import gapped
from pipeline.stages.claims.inflection import modal_above
from pipeline.stages.claims.lists import Proposition, propositions
from pipeline.stages.claims.openers import is_tag
from pipeline.stages.claims.parts import parts_of
from pipeline.stages.claims.questions import denied_by
from pipeline.stages.claims.relatives import relative_antecedent
from pipeline.stages.claims.respective import respective
from pipeline.stages.claims.sentential import is_sentential, main_clause
from pipeline.stages.claims.shared_objects import share
from pipeline.stages.claims.trailing_phrases import cut_trailing_phrases
from pipeline.stages.claims.tree import runs, word_before
from pipeline.stages.claims.verbless import priced

SKIPPED_REGIONS = {
    "headline": "heading",
    "dateline": "dateline",
    "byline": "byline",
    "boilerplate": "boilerplate",
}
ASIDE = ("relative", "appositive", "participle")  # clauses that are said besides what is said


def write(doc: Doc) -> tuple[list[Row], list[Row]]:
    """`(claims, skipped)` of the whole Doc."""
    noted = Annotations.of(doc)
    claims: list[Row] = []
    skipped: list[Row] = []
    for number, stretches in enumerate(_sentences(doc)):
        claims += _sentence(noted, stretches, number, skipped)
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


def _sentence(noted: Annotations, stretches: list[Span], number: int, skipped: list[Row]) -> list[Row]:
    sentence = noted.doc[stretches[0].start : stretches[-1].end]
    noted = noted.near(sentence)
    reason = _reason_to_skip(noted, sentence)
    rows = [] if reason else [row for stretch in stretches for row in _claims(noted, stretch, number)]
    if not rows:
        stripped = next(iter(runs(noted.doc, list(range(sentence.start, sentence.end)))), sentence)
        skipped.append({"sentence": number, "span": cut_span(stripped), "reason": reason or "no_predicate"})
    return rows


def _reason_to_skip(noted: Annotations, sentence: Span) -> str | None:
    region = _region(noted, sentence.start_char)
    if region in SKIPPED_REGIONS:
        return SKIPPED_REGIONS[region]
    words = [token for token in sentence if not token.is_space and not token.is_punct]
    asks = sentence.text.rstrip("\"'”’»)* \n\r").endswith("?") and not any(
        is_tag(one) for one in sentence.root.rights
    )
    if asks and (sentence.root.sent.text != sentence.text or denied_by(sentence.root.sent) is None):
        return "question"
    return "fragment" if len(words) < 2 else None


def _region(noted: Annotations, start: int) -> str:
    for row in noted.layout:
        if row["kind"] == "region" and row["span"]["start"] <= start < row["span"]["end"]:
            return str(row["region"])
    return "body"


def _claims(noted: Annotations, sentence: Span, number: int) -> Iterator[Row]:
    clauses = _clauses(noted, sentence)
    frames = {id(clause): _frame(clause) for clause in clauses}
    known: dict[int, tuple[Row | None, str | None]] = {}  # a pronoun that is lent stands for the same thing
    in_order = sorted(clauses, key=_place)
    named = {id(one): _named(noted, one, frames[id(one)], known) for one in in_order}
    ids: dict[int, str] = {}
    for clause in sorted(clauses, key=lambda clause: clause.path.count("/")):  # those above come first
        noted.speech.limit(clause)
        if not clause.asserts or not clause.own:
            continue
        frame = frames[id(clause)]
        for proposition in _propositions(clause, noted):
            row = claim_of(noted, proposition, frame, named[id(clause)], number, ids)
            if row is not None:
                yield row


def _propositions(clause: Clause, noted: Annotations) -> Iterator[Proposition]:
    """What the clause says, each figure of a list, denial and comparison by itself."""
    doc, amounts, dates = noted.doc, noted.amounts, noted.dates
    told = respective(clause, doc, amounts) or gapped(clause, doc, amounts)
    for whole in told or propositions(clause, doc, amounts, dates):
        for part in contrasted(whole, doc):
            yield from split_comparison(part, doc, amounts, dates)


def _clauses(noted: Annotations, sentence: Span) -> list[Clause]:
    """The clauses of the parse; where none asserts, what can be rescued; at last the saying, which then is the news."""
    clauses = clauses_of(sentence.root, noted.speech.cues)
    if not any(clause.asserts or clause.head.i in noted.speech.cues for clause in clauses):
        clauses = rescued(sentence) or priced(sentence, noted.amounts)
    for content in noted.speech.contents(sentence):
        inside = [one for one in clauses if content.start <= one.head.i < content.end and one.asserts]
        if all(one.link.name in ASIDE for one in inside):
            clauses += rescued(content, frozenset(i for one in inside for i in one.own))
    if not any(clause.asserts for clause in clauses):
        for clause in clauses:
            clause.asserts = clause.head.i in noted.speech.cues and clause.subject is not None
    for clause in clauses:
        if clause.link.name == "content" and clause.link.stays and clause.above is not None:
            clause.above.asserts = True
    share(clauses)
    telling = [clause for clause in clauses if clause.asserts]
    parts = [part for clause in telling for part in parts_of(clause, noted.doc, noted.amounts)]
    tails = [tail for clause in telling for tail in cut_trailing_phrases(clause, noted.doc, noted.amounts)]
    return [*clauses, *parts, *tails]


def _frame(clause: Clause) -> Frame:
    above = clause.above.head if clause.above is not None else clause.head
    frame = shared_frame(clause.head, above, clause.borrowed)
    frame.shared += filter(None, [modal_above(clause)])
    return frame


def _place(clause: Clause) -> int:
    """Where the clause names what it is about."""
    own = clause.subject is not None and clause.subject.i in set(clause.own)
    return min(clause.subject.i, clause.head.i) if own and clause.subject is not None else clause.head.i


def _of_speaker(noted: Annotations, clause: Clause) -> tuple[Row | None, str | None] | None:
    who = clause.above.subject if clause.above is not None else None
    row = speaker(clause, noted.know.entity_at.get(who.i)) if who is not None else None
    if row is None and is_of_two(clause):
        return None, "no_antecedent"
    return (row, None) if row is not None else None


def _of_relative(clause: Clause) -> tuple[Row | None, str | None] | None:
    """What "which" or "who" stands for: a noun, or the whole clause above."""
    if not is_sentential(clause):
        return relative_antecedent(clause)
    row = main_clause(clause)
    return (row, None) if row is not None else (None, "whole_clause")


def _named(
    noted: Annotations, clause: Clause, frame: Frame, known: dict[int, tuple[Row | None, str | None]]
) -> tuple[Row | None, str | None]:
    """What the subject's pronoun stands for, or why that is not known."""
    subject = None if frame.subjectless else frame.subject or clause.subject
    lent = known.get(subject.i) if subject is not None else None
    found = _of_relative(clause) or lent or resolve(subject, noted.know.stands_for)
    found = found if found[0] is not None else _of_speaker(noted, clause) or found
    if clause.link.name == "relative" and lent is None and subject is not None and subject.pos_ == "PRON":
        found = found if is_sentential(clause) or relative_antecedent(clause) else (None, "no_antecedent")
    if subject is not None:
        known.setdefault(subject.i, found)
    return found
