"""How the treebank and people's answers are read, on a sentence of our own."""

import pytest
from factuality import _token, f1, treebank

BLOCK = """# sent_id = own-1
# text = Rents didn't rise.
1\tRents\trent\tNOUN\tNNS\t_\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\trise\trise\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

"""


def test_each_word_is_found_in_its_sentence(tmp_path):
    (tmp_path / "own.conllu").write_text(BLOCK, encoding="utf-8")
    ((sent_id, text, starts),) = treebank(tmp_path / "own.conllu")
    assert sent_id == "own-1"
    assert {n: text[at:].split(" ")[0] for n, at in starts.items()} == {
        1: "Rents", 2: "didn't", 3: "n't", 4: "rise.", 5: ".",
    }  # fmt: skip


def test_the_number_in_the_name_of_a_predicate():
    assert _token("ewt-dev-12-semantics-pred-7") == 7


def test_f1_of_either_answer():
    pairs = [(True, True), (True, False), (False, False), (False, False)]
    assert f1(pairs, True) == pytest.approx(2 * 1 / 3)
    assert f1(pairs, False) == pytest.approx(2 * 2 / 5)
    assert f1([], True) == 0
