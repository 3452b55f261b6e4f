"""Subject–verb–object triples straight from the parse, each taken for a claim of the author's."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from pipeline.record import (
    Amount,
    Attribution,
    Claim,
    Date,
    Modality,
    Polarity,
    Predicate,
    Role,
    RoleName,
    Span,
)

OBJECTS = ("obj", "xcomp", "ccomp")


def triples(doc: Doc, text: str, amounts: Sequence[Amount], dates: Sequence[Date]) -> Iterator[Claim]:
    """A verb with its subject and its object, or a noun with its subject and copula; the stretch from first to last."""
    sentences = {token.i: at for at, sentence in enumerate(doc.sents) for token in sentence}
    for token in doc:
        parts = _parts(token)
        if parts is not None:
            yield _claim(text, parts, sentences[token.i], amounts, dates)


def _parts(head: Token) -> tuple[list[Token], Token, list[Token]] | None:
    """Subject, verb, object."""
    subject = next((child for child in head.children if child.dep_.startswith("nsubj")), None)
    if subject is None:
        return None
    copula = next((child for child in head.children if child.dep_ == "cop"), None)
    if copula is not None:
        taken = {*subject.subtree, copula}
        rest = [token for token in head.subtree if token not in taken and token.i > copula.i]
        return list(subject.subtree), copula, rest
    thing = next((child for child in head.children if child.dep_ in OBJECTS), None)
    return (list(subject.subtree), head, list(thing.subtree)) if thing is not None else None


def _claim(
    text: str,
    parts: tuple[list[Token], Token, list[Token]],
    sentence: int,
    amounts: Sequence[Amount],
    dates: Sequence[Date],
) -> Claim:
    subject, verb, thing = parts
    span = _span(text, [*subject, verb, *thing])
    said = {"lemma": verb.lemma_.lower(), "tense": "none", "voice": "active"}
    inside = {
        name: tuple(item.id for item in items if span.start <= item.span.start and item.span.end <= span.end)
        for name, items in (("amounts", amounts), ("dates", dates))
    }
    return Claim(
        id=f"c{verb.i}.{span.start}", span=span, fragments=(span,), sentence=sentence, paragraph=0, region="body",
        text=span.text, subject=_role(text, "subject", subject),
        predicate=Predicate.model_validate({**_role(text, "predicate", [verb]).model_dump(), **said}),
        object=_role(text, "object", thing) if thing else None, kind="fact", polarity=Polarity(value="affirmed"),
        modality=Modality(value="asserted"), attribution=Attribution(source_type="author"), **inside,
    )  # fmt: skip


def _role(text: str, role: RoleName, tokens: Sequence[Token]) -> Role:
    span = _span(text, tokens)
    return Role(role=role, span=span, text=span.text, head=span)


def _span(text: str, tokens: Sequence[Token]) -> Span:
    return Span.of(text, min(t.idx for t in tokens), max(t.idx + len(t) for t in tokens))
