"""`had run out = run out, past` → a Predicate: the verb group, its lemma, tense and voice."""

from pipeline.gold.heads import verb_head
from pipeline.gold.notes import Entry
from pipeline.gold.problems import Wrong
from pipeline.gold.roles import Where, fields
from pipeline.record import Predicate, Tense, Voice, names


def predicate(where: Where, entry: Entry) -> Predicate:
    """Raises Wrong; the lemma and the tense have no default, the voice is active."""
    words, _, written = entry.words().partition(" = ")
    lemma, features = _features(written)
    base = fields(
        where,
        "predicate",
        Entry(entry.line, words),
        guess=lambda source, edge: verb_head(source, edge, lemma),
    )
    return Predicate(**{**base, **features, "lemma": lemma, "entity": None})


def _features(written: str) -> tuple[str, dict[str, str]]:
    lemma, _, rest = written.partition(",")
    words = rest.replace(",", " ").split()
    tense = [word for word in words if word in names(Tense)]
    voice = [word for word in words if word in names(Voice)]
    if not lemma.strip() or len(tense) != 1 or len(voice) > 1 or len(words) != len(tense) + len(voice):
        raise Wrong(
            f"wants behind its words the lemma, the tense ({' '.join(names(Tense))}) and, if it is passive, the voice: "
            "had run out = run out, past"
        )
    return lemma.strip(), {"tense": tense[0], "voice": voice[0] if voice else "active"}
