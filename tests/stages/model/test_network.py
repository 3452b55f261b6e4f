"""What is counted beside the graph: arcs, labels, windows put together. No graph is run."""

import numpy as np
import pytest

from pipeline.stages.model.network import Network, Scores, joined

RNG = np.random.default_rng(0)
WEIGHTS = {
    "arc_root": RNG.normal(size=(1, 4)),
    "label_root": RNG.normal(size=(1, 3)),
    "label": RNG.normal(size=(5, 3)),
    "label_bias": RNG.normal(size=5),
}
WIDTHS = {"lemmas": (3,), "names": (5,), "worth": (2,)} | dict.fromkeys(["arc_child", "arc_head"], (4,))
WIDTHS |= dict.fromkeys(["label_child", "label_head"], (3,))


def scores(words):
    return Scores(*(RNG.normal(size=(words, *WIDTHS.get(name, ()))) for name in Scores._fields))


@pytest.fixture(scope="module")
def network():
    network = Network.__new__(Network)  # without a graph
    network.weights = network.wide = WEIGHTS
    return network


def test_arcs_are_one_product_a_pair_the_root_first(network):
    given = scores(6)
    found = network.arcs(given)
    assert found.shape == (6, 7)
    assert found[2, 0] == pytest.approx(given.arc_child[2] @ WEIGHTS["arc_root"][0])
    assert found[2, 5] == pytest.approx(given.arc_child[2] @ given.arc_head[4])


def test_a_label_is_chosen_of_a_word_and_its_head(network):
    given, heads = scores(4), np.array([0, 1, 4, 1])
    above = [WEIGHTS["label_root"][0], *given.label_head]
    for word, found in enumerate(network.labels(given, heads).argmax(1)):
        hidden = (given.label_child[word] + above[heads[word]]).clip(0)
        assert found == np.argmax(
            [hidden @ row + bias for row, bias in zip(WEIGHTS["label"], WEIGHTS["label_bias"], strict=True)]
        )


def test_one_word(network):
    assert network.arcs(scores(1)).shape == (1, 2)
    assert network.labels(scores(1), np.array([0])).shape == (1, 5)


def test_what_was_cut_is_joined_again():
    given = scores(7)
    again = joined([given.cut(0, 2), given.cut(2, 3), given.cut(3, 7)])
    assert all((a == b).all() for a, b in zip(given, again, strict=True))


def test_a_broken_graph_is_refused():
    with pytest.raises(Exception, match=r"(?i)protobuf|model|onnx"):
        Network(b"no graph", {})
