"""Gold Docs → samples: columns go together, what is not known stays open."""

import pytest
import samples
import spacy
from samples import Sample
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab


def tree(words, heads, starts):
    n = len(words)
    return Sample(words, [True] * n, starts=starts, heads=heads, deps=["dep"] * n, tags=["X"] * n,
                  morphs=["X|"] * n, lemmas=["lower-0+"] * n)  # fmt: skip


@pytest.fixture
def two():
    return tree(["She", "left", ".", "Rain", "fell"], [1, -1, 1, 4, -1], [True, False, False, True, False])


def test_a_cut_counts_heads_from_its_own_start(two):
    part = two.cut(3, 5)
    assert (part.words, part.heads, part.starts) == (["Rain", "fell"], [1, -1], [True, False])


def test_trees_and_names_from_docs(tmp_path):
    doc = Doc(Vocab(), words=["Ama", "left"], heads=[1, 1], deps=["nsubj", "ROOT"], tags=["NNP", "VBD"],
              pos=["PROPN", "VERB"], morphs=["Number=Sing", "Tense=Past"], lemmas=["Ama", "leave"])  # fmt: skip
    DocBin(docs=[doc]).to_disk(tmp_path / "a.spacy")
    (found,) = samples.trees(tmp_path / "a.spacy", Vocab())
    assert found.heads == [1, -1]
    assert found.morphs == ["PROPN|Number=Sing", "VERB|Tense=Past"]
    doc = Doc(Vocab(), words=["Ama", "Mensah", "left", "Zorb"], ents=["B-PERSON", "I-PERSON", "O", ""])
    DocBin(docs=[doc]).to_disk(tmp_path / "b.spacy")
    (found,) = samples.named(tmp_path / "b.spacy", Vocab(), False)
    assert found.names == ["B-PERSON", "I-PERSON", "O", samples.UNKNOWN]
    (found,) = samples.named(tmp_path / "b.spacy", Vocab(), True)
    assert found.names[-1] == samples.NO_COARSE


def test_names_are_put_on_trees_of_the_same_words(two):
    texts = [
        Sample(["She", "left"], [True] * 2, names=["O", "O"]),
        Sample([".", "Rain", "fell"], [True] * 3, names=["O", "", "O"]),
    ]
    (found,) = samples.with_names([two], texts)
    assert found.names == ["O", "O", "O", "", "O"]


def test_labels_come_by_number_and_rare_ones_are_left_out():
    given = [Sample(["a", "b", "c"], [True] * 3, tags=["X", "Y", "Y"]), Sample(["d"], [True], names=[""])]
    assert samples.labels(given, "tags") == ["Y", "X"]
    assert samples.labels(given, "tags", 2) == ["Y"]
    assert samples.labels(given, "names") == []


def test_long_texts_are_cut_at_sentence_ends():
    words = [*(["word"] * 9 + ["."]) * 30, "end"]
    parts = samples.short([Sample(words, [True] * len(words), names=["O"] * len(words))], longest=50)
    assert [word for part in parts for word in part.words] == words
    assert all(len(part.words) <= 51 for part in parts)
    assert all(part.words[-1] == "." for part in parts[:-1])


def one_piece_a_word(words):
    return [(1,) for _ in words]


@pytest.mark.parametrize(("sentences", "cut"), [([70, 70], [140]), ([70, 70, 30], [140, 30]), ([9, 200, 9], [9, 209]),
                                                ([100, 59, 1, 2], [160, 2])])  # fmt: skip
def test_a_paragraph_is_cut_as_it_is_read(sentences, cut):
    words, heads, starts = [], [], []
    for length in sentences:
        heads += [-1, *[len(words)] * (length - 1)]
        starts += [True, *[False] * (length - 1)]
        words += [f"w{len(words) + at}" for at in range(length)]
    parts = list(samples.fitting([tree(words, heads, starts)], one_piece_a_word))
    assert [word for part in parts for word in part.words] == words
    assert [len(part.words) for part in parts] == cut
    assert all(part.starts[0] and part.heads[0] == -1 for part in parts)
    assert all(0 <= head < len(part.words) for part in parts for head in part.heads if head != -1)


def test_judged_sentences_stand_among_their_neighbours():
    rows = [{"sentence_id": n, "label": n % 2, "text": f" Word {n}. "} for n in (3, 1, 2, 0)]
    one, two, three = samples.judged(rows, spacy.blank("en").tokenizer)
    assert [one.words, three.words] == [["Word", "0", "."], ["Word", "3", "."]]
    assert two.words == ["Word", "1", ".", "Word", "2", "."]
    assert two.worth == [1.0] * 3 + [0.0] * 3
    assert two.starts == [True, False, False] * 2
    assert two.spaces[2] and not two.spaces[1]
