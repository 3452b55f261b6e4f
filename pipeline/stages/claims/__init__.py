"""Stage `claims`: what the op-ed asserts, one row a claim.

Reads the parse (Universal Dependencies, lemmas, features) and what tokenize, entities, money, dates and
attribution left; each of those may be missing. Writes rows shaped like `record.Claim` into `doc._.claims`, and
the sentences that gave none, each with a reason, into `doc._.skipped`.

Flow: `clauses` (which words assert), `tails` (what is said after a comma) and `verbless` (a thing and its sum) →
`gapping`, `lists`, `goods`, `contrasts`, `against` (one claim a figure, one for what is denied or set beside) → `frame`
(the verb that carries it) → `roles`, `meaning`, `coreference`, `transfer` → `wording` → `write`.
"""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.marks import declare, put
from pipeline.plain import plain
from pipeline.stages.claims.write import write


class Claims:
    """Doc → Doc, without state."""

    def __call__(self, doc: Doc) -> Doc:
        claims, skipped = write(plain(doc))
        return put(put(doc, "claims", claims), "skipped", skipped)


@Language.factory(
    "opclaims_claims",
    assigns=["doc._.claims", "doc._.skipped"],
    requires=["token.dep", "token.head", "token.pos", "token.lemma", "token.morph"],
)
def make(nlp: Language, name: str) -> Claims:
    declare("claims")
    declare("skipped")
    return Claims()
