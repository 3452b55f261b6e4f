"""The subject's pronoun → the words that the stage `reference` found for it, or an abstention that says why not."""

from spacy.tokens import Doc, Token

from pipeline.marks import Row, read

PERSONAL = frozenset({"he", "she", "it", "they"})
POINTING = frozenset({"this", "that", "these", "those"})  # in an op-ed they mostly stand for a whole sentence
LONGEST = 80  # characters; a longer antecedent would bury the claim


class Antecedents:
    """What is known of the pronouns of one Doc, by where they begin."""

    def __init__(self, doc: Doc):
        self.known: dict[int, Row] = {
            row["span"]["start"]: row["antecedent"] for row in read(doc, "reference")
        }

    def resolve(self, subject: Token | None) -> tuple[Row | None, str | None]:
        """`(span row, None)`, `(None, reason)` for a pronoun that stays, `(None, None)` for anything else."""
        if subject is None or subject.pos_ != "PRON" or subject.lower_ not in PERSONAL | POINTING:
            return None, None
        antecedent = self.known.get(subject.idx)
        if antecedent is None:
            return None, "no_antecedent"
        return (antecedent, None) if len(antecedent["text"]) <= LONGEST else (None, "antecedent_too_long")
