"""An ONNX graph → one that gives the same digits on every x86-64 processor with AVX2 and FMA, with every ONNX Runtime.

    python scripts/steady.py MODEL_DIR      # a shipped model, once more; export.py does it by itself

Softmax and LayerNormalization add up many 32-bit numbers, as many at a time as the processor or that version of the
runtime likes; the order decides the last bit, and after rounding to 8-bit integers now and then a tag. Both are written
out here, with their sums in 64 bits: what the order changes there is lost when they become 32. All else in the graph
works on each element by itself, on integers, or adds in the order of the rows (decisions/0022).
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from onnx import NodeProto, TensorProto, helper, numpy_helper

from pipeline import trust

LAST, EPSILON = "steady_last_axis", "steady_epsilon"
GRAPH = Path("model") / "network.onnx"


def steady(model: onnx.ModelProto) -> onnx.ModelProto:
    """The same, with what is WRITTEN_OUT written out. Opset 13 to 17. Raises ValueError where it is not over the last
    axis, or has several epsilons."""
    made = onnx.ModelProto()
    made.CopyFrom(model)
    del made.graph.node[:]
    for node in model.graph.node:
        made.graph.node.extend(WRITTEN_OUT[node.op_type](node) if node.op_type in WRITTEN_OUT else [node])
    for name, value in ((LAST, np.array([-1])), (EPSILON, np.array(_epsilon(model)))):
        made.graph.initializer.append(numpy_helper.from_array(value, name))
    onnx.checker.check_model(made)
    return made


def _softmax(node: NodeProto) -> Iterator[NodeProto]:
    """exp(x − max) over the sum of these."""
    (x,), (out,) = node.input, node.output
    yield helper.make_node("ReduceMax", [x], [f"{out}_max"], axes=[-1])
    yield helper.make_node("Sub", [x, f"{out}_max"], [f"{out}_less"])
    yield helper.make_node("Exp", [f"{out}_less"], [f"{out}_exp"])
    yield _cast(f"{out}_exp", f"{out}_exp64", TensorProto.DOUBLE)
    yield helper.make_node("ReduceSum", [f"{out}_exp64", LAST], [f"{out}_sum64"])
    yield _cast(f"{out}_sum64", f"{out}_sum", TensorProto.FLOAT)
    yield helper.make_node("Div", [f"{out}_exp", f"{out}_sum"], [out])


def _normalised(node: NodeProto) -> Iterator[NodeProto]:
    """(x − mean) / √(variance + ε) · weight + bias."""
    (x, weight, bias), (out,) = node.input, node.output
    yield _cast(x, f"{out}_in64", TensorProto.DOUBLE)
    yield helper.make_node("ReduceMean", [f"{out}_in64"], [f"{out}_mean64"], axes=[-1])
    yield _cast(f"{out}_mean64", f"{out}_mean", TensorProto.FLOAT)
    yield helper.make_node("Sub", [x, f"{out}_mean"], [f"{out}_less"])
    yield helper.make_node("Mul", [f"{out}_less", f"{out}_less"], [f"{out}_square"])
    yield _cast(f"{out}_square", f"{out}_square64", TensorProto.DOUBLE)
    yield helper.make_node("ReduceMean", [f"{out}_square64"], [f"{out}_variance64"], axes=[-1])
    yield helper.make_node("Add", [f"{out}_variance64", EPSILON], [f"{out}_more64"])
    yield helper.make_node("Sqrt", [f"{out}_more64"], [f"{out}_deviation64"])
    yield _cast(f"{out}_deviation64", f"{out}_deviation", TensorProto.FLOAT)
    yield helper.make_node("Div", [f"{out}_less", f"{out}_deviation"], [f"{out}_plain"])
    yield helper.make_node("Mul", [f"{out}_plain", weight], [f"{out}_weighed"])
    yield helper.make_node("Add", [f"{out}_weighed", bias], [out])


WRITTEN_OUT = {"Softmax": _softmax, "LayerNormalization": _normalised}


def _cast(source: str, target: str, to: int) -> NodeProto:
    return helper.make_node("Cast", [source], [target], to=to)


def _epsilon(model: onnx.ModelProto) -> float:
    """That of all LayerNormalizations. Raises ValueError where they differ, or an operator is over another axis."""
    found = set[float]()
    for node in model.graph.node:
        given = {one.name: helper.get_attribute_value(one) for one in node.attribute}
        if node.op_type in WRITTEN_OUT and given.get("axis", -1) != -1:
            raise ValueError(f"{node.op_type} {node.output[0]!r} is not over the last axis")
        if node.op_type == "LayerNormalization":
            found.add(given.get("epsilon", 1e-5))
    if len(found) > 1:
        raise ValueError(f"LayerNormalization with several epsilons: {sorted(found)}")
    return max(found, default=0.0)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("model", type=Path, help="the folder of a shipped model")
    folder = options.parse_args().model
    onnx.save(steady(onnx.load(folder / GRAPH)), folder / GRAPH)
    trust.seal(folder)


if __name__ == "__main__":
    main()
