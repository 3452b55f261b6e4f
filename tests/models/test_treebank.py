"""CoNLL-U → gold Docs."""

import treebank
from spacy.vocab import Vocab

ROWS = """# newdoc id = a
# newpar
# text = Don't wait, Ama!
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\tMood=Imp\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\twait\twait\tVERB\tVB\tMood=Imp\t0\troot\t_\tSpaceAfter=No
3.1\tghost\t_\t_\t_\t_\t_\t_\t_\t_
4\t,\t,\tPUNCT\t,\t_\t5\tpunct\t_\t_
5\tAma\tAma\tPROPN\tNNP\t_\t3\tvocative\t_\tSpaceAfter=No
6\t!\t!\tPUNCT\t.\t_\t3\tpunct\t_\t_

# text = Go.
1\tGo\tgo\tVERB\tVB\tMood=Imp\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_

# newpar
# text = Yes.
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_
"""


def docs(tmp_path):
    path = tmp_path / "a.conllu"
    path.write_text(ROWS, encoding="utf-8")
    return list(treebank.docs(path, Vocab()))


def test_a_paragraph_is_a_doc_and_its_text_is_the_treebanks(tmp_path):
    assert [doc.text.strip() for doc in docs(tmp_path)] == ["Don't wait, Ama! Go.", "Yes."]


def test_heads_labels_and_sentences(tmp_path):
    doc = docs(tmp_path)[0]
    assert [(token.head.text, token.dep_) for token in doc][:3] == [
        ("wait", "aux"),
        ("wait", "advmod"),
        ("wait", "ROOT"),
    ]
    assert [sent.text for sent in doc.sents] == ["Don't wait, Ama!", "Go."]
    assert (doc[1].tag_, doc[1].pos_, doc[1].lemma_, str(doc[0].morph)) == ("RB", "PART", "not", "Mood=Imp")


def test_a_paragraph_has_at_most_so_many_sentences(tmp_path, monkeypatch):
    monkeypatch.setattr(treebank, "LONGEST", 1)
    assert len(docs(tmp_path)) == 3
