"""Words of a claim → its facets: quantity, causal, comparison … Table: facets."""

from pipeline.lexicon import mapping, select
from pipeline.stages.claims.frame import Frame
from pipeline.stages.claims.tree import child, subject_of


def facets(frame: Frame, words: list[int], figures: set[int]) -> list[str]:
    """In the order of the record's enum. `figures`: tokens inside amounts ("more than 30" compares nothing)."""
    measured = bool(figures & set(words))
    found = {*frame.facets, *(["quantity"] if measured else [])}
    rows = mapping("facets", "lemma", "facet")
    main = {token.lemma_.lower() for token in frame.chain}
    for token in (frame.verb.doc[index] for index in words if index not in figures):
        lemma = token.lemma_.lower()
        facet = rows.get(lemma) or rows.get(token.lower_)
        if facet and facet != "rule":
            word_will_do = token.lower_ == "because" or (facet == "comparison" and token.pos_ != "VERB")
            if word_will_do or (lemma in main and (facet != "comparison" or measured)):
                found.add(facet)
        graded = token.tag_ in ("JJR", "RBR", "JJS") and token.lower_ not in ("more", "less", "most", "least")
        if graded and token.doc[max(0, token.i - 1)].lower_ != "no":
            found.add("comparison")
    subject = subject_of(frame.chain[0])
    if subject is not None and rows.get(subject.lemma_.lower()) == "rule":
        found.add("rule")
    past = any("Past" in verb.morph.get("Tense", []) for verb in frame.chain)
    if subject is not None and subject.lower_ in ("i", "we") and past:
        found.add("experience")
    if _defines(frame):
        found.add("definition")
    order = ("quantity", "causal", "comparison", "definition", "commitment", "rule", "experience")
    return [facet for facet in order if facet in found]


def _defines(frame: Frame) -> bool:
    """`Stima means electricity`; `a levy is a kind of tax`."""
    verb = frame.verb
    if (
        verb.lemma_.lower() in select("defining_words", "lemma", "part", "verb")
        and child(verb, "obj") is not None
    ):
        return True
    return child(verb, "cop") is not None and verb.lemma_.lower() in select(
        "defining_words", "lemma", "part", "noun"
    )
