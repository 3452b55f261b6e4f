"""Stage `claims`: what the op-ed asserts, one row a claim.

Reads the parse (Universal Dependencies, lemmas, features) and what tokenize, entities, money, dates and
attribution left; each of those may be missing. Writes rows shaped like `record.Claim` into `doc._.claims`, and
the sentences that gave none, each with a reason, into `doc._.skipped`.

Which idea lives in which file, in the order in which a claim is made:

1.  `write` goes from sentence to sentence; `annotations` is what the stages before it left, read once.
        `tree` what all files ask of a dependency tree; `near` what touches a stretch of text;
        `speech` the rows of attribution: words of saying, and who says a claim.
2.  `clauses` walks down the tree: which words assert; how a clause hangs on the one above is its `link`.
        `openers` where a clause opens, one rule for each relation: `coordinated_clauses` ("and", "but"),
        `complement_clauses` ("that"), `adjunct_clauses` ("after", "which") with `adverbials` ("when", "since", "as"),
        `appositives` ("a former judge"); `subjects` its subject, own or borrowed;
        `recovered_subjects` one that the parser lost; `noun_phrases` the words of a noun.
        Read from the words, where parsers fail: `trailing_phrases` behind a comma ("up from 187"), `apposed` a bare
        amount there, `parts` of a total ("including $4m for roads"), `verbless` ("house rent, Tk 3,350").
3.  `lists` makes of a clause its propositions, one for each figure, by the `chains` of figures.
        `respective` "$2bn and $7m respectively"; `gapping` a verb said once; `counted_nouns` nouns with a figure each;
        `contrasts` "and not every five"; `comparisons` "as against $2m in 2010".
        What they share: `shared_conditions` a condition, the whole they count in; `shared_dates` a day;
        `shared_objects` an object.
4.  `claim` makes of a proposition a row. First the verb that carries it, and what the verbs above do to its truth:
        `frame`; `auxiliaries` its helpers and adverbs; `predicate` words, lemma, tense, voice;
        `roles` subject, object and arguments, `arguments` which role a dependent plays.
5.  What its words stand for, asked in `coreference` (the subject) and `pronouns` (the rest):
        `relatives` "which", "who", "whose"; `sentential` "which" for a whole clause; `definites` "the scheme";
        `office_holders` "the minister"; `source_entity` whoever is made to say it;
        `referring_expressions` how a thing is called a second time.
6.  `labels`: `kind`, `modality`, `polarity`; `questions` that assert; `facets`; `inherited_dates` the date that a
        length of time is counted from.
7.  `transfer` money that moves: `transfer_verb` its verb and its sum, `amount_syntax` where a figure hangs,
        `transfer_context` the claim around it, `payer_recipient` who pays whom, `transfer_status` how firm it is, how
        its sum adds up, and when.
8.  `wording` the claim as a sentence that stands alone, with every edit, put together from `pieces`: its `own_words`
        and its `borrowed_words`.
        `restored_clauses` words put back without which it says nothing, `left_out` a verb that is not said again;
        `substitutions` what is put for words: finite verbs (`inflection` of participles, `infinitives`), `nominative`
        for an object, `denials` for "neither" and "nor".
9.  Is it one? `well_formed` whether it stands on its own feet; `context_dependence` and `elliptical` what it lacks, for
        `abstained`.
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
    """The component `opclaims_claims`; it has no settings."""
    declare("claims")
    declare("skipped")
    return Claims()
