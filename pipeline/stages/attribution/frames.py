"""Which verbs, nouns and phrases make somebody say something, read from the tables. Knows no spaCy.

`takes` of a verb, in `reporting_verbs.csv`:
`that` a finite clause · `quote` direct speech before or after it · `to` an infinitive ("claims to") · `hearer` an
object may be the one who is told · `told` so that "the bank, told that" is a passive · `raise` "expects orders to
shrink" (not "urged Tokyo to act": an act, no assertion) · `figure` "forecast $2bn" · `as` "described it as
fruitful" · `obj` "called it shameful" · `of` `for` `with` "accused him of stealing" · `noun` "rejected the claim
that" · `wh` "questioned whether" · `passive` "is said to" · `as-it` "as she put it".
`source`: `evidence` verbs speak only for people and documents ("the survey shows", not "the collapse shows");
`example` verbs not for places either ("Peru shows that it can be done").
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline import lexicon


@dataclass(frozen=True)
class Frame:
    """A verb or noun of saying: how its speaker stands to the content."""

    lemma: str
    stance: str
    negates: bool
    takes: frozenset[str] = frozenset()
    evidence: bool = False
    example: bool = False


@cache
def verbs() -> dict[str, Frame]:
    """Lemma, or lemma and particle ("point out"), to frame."""
    return {
        row["lemma"]: Frame(
            row["lemma"],
            row["stance"],
            row["negates"] == "1",
            frozenset(row["takes"].split()),
            row["source"] in {"evidence", "example"},
            row["source"] == "example",
        )
        for row in lexicon.table("reporting_verbs")
    }


@cache
def helpers() -> dict[str, bool]:
    """Verbs before "to say", to whether it is said then: "used to say", but "refused to say"."""
    return {row["lemma"]: row["said"] == "1" for row in lexicon.table("saying_helpers")}


@cache
def nouns() -> dict[str, Frame]:
    """ "the claim that …": lemma to frame."""
    rows = lexicon.table("attribution_nouns")
    return {r["lemma"]: Frame(r["lemma"], r["stance"], r["negates"] == "1") for r in rows}


@cache
def adverbs() -> dict[str, Frame]:
    """ "reportedly", "allegedly": somebody says so, nobody is named."""
    return {frame.lemma: frame for (case, _), frame in phrases().items() if not case}


@cache
def phrases() -> dict[tuple[str, str], Frame]:
    """ "in her view": (preposition, noun lemma) to frame."""
    rows = lexicon.table("attribution_phrases")
    return {(r["preposition"], r["noun"]): Frame(r["noun"], r["stance"], False) for r in rows}


@cache
def phrases_with(how: str) -> frozenset[tuple[str, str]]:
    """(noun lemma, preposition) of the phrases whose noun is the source `itself` ("by its own report"), or which speak
    only where something is `quoted`, or only set off by commas (`aside`)."""
    rows = lexicon.table("attribution_phrases")
    return frozenset((r["noun"], r["preposition"]) for r in rows if how in r["source"].split())


ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", "e"),
    ("s", ""),
    ("ed", "e"),
    ("ed", ""),
    ("ing", "e"),
    ("ing", ""),
)


@lru_cache(maxsize=50_000)
def known_as(lemma: str, form: str) -> str | None:
    """The lemma as the table has it; None where no entry begins with it, as of most words."""
    table = verbs()
    if lemma not in table:
        stems = [form[: -len(old)] + new for old, new in ENDINGS if form.endswith(old)]
        stems.append(lexicon.mapping("irregular_verbs", "past", "lemma").get(form, lemma))
        lemma = next((stem for stem in stems if stem in table), lemma)
    return lemma if lemma in _openers() else None


@cache
def _openers() -> frozenset[str]:
    return frozenset(entry.partition(" ")[0] for entry in verbs()) | verbs().keys()


def verb(lemma: str, companions: list[str], form: str = "") -> Frame | None:
    """The frame of a verb, its particle or preposition considered first: `verb("point", ["out"])`.
    `form` helps where a lemmatizer errs: "insiste" for "insisted", "swor" for "swore"."""
    table, lemma = verbs(), known_as(lemma, form) or lemma
    for word in companions:
        if found := table.get(f"{lemma} {word}"):
            return found
    return table.get(lemma)


@cache
def speaker_types() -> dict[str, str]:
    """Head lemma of a speaker to its source type."""
    return {row["lemma"]: row["source_type"] for row in lexicon.table("speakers")}


LABEL_TYPES = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "organisation",
    "NORP": "organisation",
    "FAC": "organisation",
    "LOC": "organisation",
    "LAW": "document",
    "WORK_OF_ART": "document",
}
"""Entity label → source type of one who speaks: a place that speaks is its government."""

FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})
NOBODY = frozenset({"nobody", "none", "no", "no-one", "few", "neither"})
HARDLY = frozenset({"hardly", "barely", "scarcely"})  # "hardly anyone believes"
NEGATORS = frozenset({"not", "n't", "n’t", "never"})
SUPPOSING = frozenset({"can", "could", "may", "might", "would", "'d", "’d"})
"""Where "you could say" stands, nobody in particular is addressed."""
