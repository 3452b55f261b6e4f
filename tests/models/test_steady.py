"""The written-out graph against the operators of ONNX Runtime that it stands for."""

from pathlib import Path

import numpy as np
import pytest
from onnxruntime import InferenceSession

onnx = pytest.importorskip("onnx", reason="ONNX is needed only to export a model (pip install .[train])")

from onnx import TensorProto, helper  # noqa: E402
from steady import WRITTEN_OUT, steady  # noqa: E402

SHIPPED = Path(__file__).parents[2] / "models" / "en_oped" / "model" / "network.onnx"
WIDTH = 48


def graph(*nodes):
    """x, w, b → y; w and b as wide as the last axis of x."""
    shapes = {"x": [None, None, WIDTH], "w": [WIDTH], "b": [WIDTH]}
    given = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()]
    found = [helper.make_tensor_value_info("y", TensorProto.FLOAT, shapes["x"])]
    opset = [helper.make_opsetid("", 17)]
    return helper.make_model(helper.make_graph(nodes, "a", given, found), opset_imports=opset, ir_version=8)


def run(model, **given):
    return InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"]).run(None, given)[0]


@pytest.fixture
def numbers():
    drawn = np.random.default_rng(7)
    x = drawn.normal(3, 5, size=(2, 9, WIDTH)).astype("float32")
    return {
        "x": x,
        "w": drawn.normal(size=WIDTH).astype("float32"),
        "b": drawn.normal(size=WIDTH).astype("float32"),
    }


SOFTMAX = helper.make_node("Softmax", ["x"], ["y"], axis=-1)
NORM = helper.make_node("LayerNormalization", ["x", "w", "b"], ["y"], axis=-1, epsilon=0.3)


@pytest.mark.parametrize("node", [SOFTMAX, NORM], ids=lambda node: node.op_type)
def test_it_gives_what_the_operator_gives_but_for_the_last_digits(node, numbers):
    before, after = run(graph(node), **numbers), run(steady(graph(node)), **numbers)
    assert np.abs(before).max() > 0.1
    np.testing.assert_allclose(after, before, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("node", [SOFTMAX, NORM], ids=lambda node: node.op_type)
def test_the_order_of_what_is_added_up_changes_no_digit(node, numbers):
    """A processor that adds eight at a time adds in another order than one that adds sixteen."""
    turned = {name: np.ascontiguousarray(value[..., ::-1]) for name, value in numbers.items()}
    made = steady(graph(node))
    np.testing.assert_array_equal(run(made, **turned)[..., ::-1], run(made, **numbers))


def test_large_scores_do_not_overflow(numbers):
    found = run(steady(graph(SOFTMAX)), **{**numbers, "x": numbers["x"] * 1000})
    np.testing.assert_allclose(found.sum(-1), 1, rtol=1e-6)


def test_the_shipped_model_has_been_through_it():
    assert not {node.op_type for node in onnx.load(SHIPPED).graph.node} & set(WRITTEN_OUT)


@pytest.mark.parametrize(
    ("nodes", "words"),
    [
        ([helper.make_node("Softmax", ["x"], ["y"], axis=1)], "'y' is not over the last axis"),
        (
            [
                helper.make_node("LayerNormalization", ["x", "w", "b"], ["h"], epsilon=0.1),
                helper.make_node("LayerNormalization", ["h", "w", "b"], ["y"], epsilon=0.2),
            ],
            "several epsilons",
        ),
    ],
)
def test_what_it_cannot_write_out_is_refused(nodes, words):
    with pytest.raises(ValueError, match=words):
        steady(graph(*nodes))
