"""Doc → a row for each pronoun whose noun is known."""

from collections.abc import Iterator

import spacy.tokens

from pipeline.marks import Row, cut_span, cut_token, put
from pipeline.plain import Token, plain
from pipeline.stages.reference.candidates import Candidate, Text
from pipeline.stages.reference.choice import BESIDE, COLUMNS, ENOUGH, choose
from pipeline.stages.reference.features import Asking, Features
from pipeline.stages.reference.mention import PRONOUNS, Mention, words_of


class Reference:
    """The component; it keeps no state."""

    def __call__(self, doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        rows = list(_rows(Text.of(plain(doc))))
        return put(doc, "reference", [{"id": f"r{n}", **row} for n, row in enumerate(rows, 1)])


def _rows(text: Text) -> Iterator[Row]:
    for token in text.doc:
        group = PRONOUNS.get(token.lower_) if token.pos_ == "PRON" else None
        if group is None:
            text.pass_by(token)
            continue
        asking, asked = question(text, token, group)
        options = [(one.mention.same, its) for one, its in asked]
        choice = choose(options, asking.features_of_nothing(), COLUMNS[group])
        enough = ENOUGH[COLUMNS[group]] + (0 if token.dep_.startswith("nsubj") else BESIDE)
        if choice.same is None or choice.probability < enough:
            continue
        meant = [one.mention for one, _ in asked if one.mention.same == choice.same]
        if all(_is_denied(one.head) for one in meant):
            continue
        words = words_of(_most_telling(meant))
        text.stands_for(token, meant[0], group)
        yield {
            "span": cut_token(token),
            "antecedent": cut_span(text.doc[words[0] : words[-1] + 1]),
            "probability": choice.probability,
        }


def _most_telling(meant: list[Mention]) -> Mention:
    """The nearest that needs no other text: "her target" says less than "the target of 2040", "a general" (which he
    is) less than "the general", "the mayor" less than his name."""
    return min(meant, key=lambda one: (_leans(one), _is_predicate(one.head), not one.named))


def _is_denied(noun: Token) -> bool:
    """ "these are not people who gambled": no people are there to be meant."""
    return any(one.lower_ in ("not", "n't") for one in noun.children)


def _leans(mention: Mention) -> bool:
    return any(mention.head.doc[i].pos_ == "PRON" for i in words_of(mention))


def _is_predicate(noun: Token) -> bool:
    return any(one.dep_ == "cop" for one in noun.children)


def question(text: Text, pronoun: Token, group: str) -> tuple[Asking, list[tuple[Candidate, Features]]]:
    """The candidates for a pronoun, the nearest first, each with what speaks for it."""
    found = text.before(pronoun, group)
    asking = Asking.of(text, pronoun, found)
    return asking, [(one, asking.features(one, rank)) for rank, one in enumerate(found)]
