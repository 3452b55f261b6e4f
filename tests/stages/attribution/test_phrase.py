"""The noun phrase of a speaker, also where the parser took white space for one."""

import spacy
from spacy.tokens import Doc

from pipeline.stages.attribution.phrase import noun_phrase


def test_white_space_taken_for_a_speaker_is_no_crash():
    words = ["\xa0", "Rents", "rose", "said"]
    doc = Doc(
        spacy.blank("en").vocab, words=words, heads=[3, 0, 3, 3], deps=["nsubj", "compound", "ccomp", "ROOT"]
    )
    assert next(token.text for token in noun_phrase(doc[0])) == "\xa0"
