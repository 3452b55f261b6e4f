"""Only what is known of a name teaches."""

from types import SimpleNamespace

import pytest

torch = pytest.importorskip(
    "torch", reason="PyTorch trains the model and is not needed to use it (pip install .[train])"
)

import losses  # noqa: E402
from samples import NEITHER, OPEN  # noqa: E402

TAGS = ["O", "B-PERSON", "I-PERSON", "B-LAW", "I-LAW"]
SCORES = torch.tensor([[[2.0, 1.0, 0.0, 1.0, 0.0]]])


def test_a_known_tag_is_cross_entropy():
    found = losses.names(SCORES, torch.tensor([[1]]), losses.finer(TAGS))
    assert found.item() == pytest.approx(
        torch.nn.functional.cross_entropy(SCORES[0], torch.tensor([1])).item()
    )


def test_neither_person_nor_place_leaves_the_others_to_choose_from():
    found = losses.names(SCORES, torch.tensor([[NEITHER]]), losses.finer(TAGS))
    likely = SCORES.softmax(-1)[0, 0]
    assert found.item() == pytest.approx(-torch.log(likely[0] + likely[3] + likely[4]).item())


def test_what_is_open_counts_nothing():
    two = torch.cat([SCORES, SCORES.flip(-1)], 1)
    assert losses.names(two, torch.tensor([[1, OPEN]]), losses.finer(TAGS)).item() == pytest.approx(
        losses.names(SCORES, torch.tensor([[1]]), losses.finer(TAGS)).item()
    )


def test_worth_is_the_weighed_vote_of_each_sentence():
    worth = torch.tensor([[[0.0, 1.0], [0.0, 3.0], [5.0, -1.0], [0.0, 9.0]]])
    found = losses.worth(SimpleNamespace(worth=worth), torch.tensor([[1, 1, 2, -1]]))
    assert found[0, :3].tolist() == pytest.approx([2.0, 2.0, -1.0])
