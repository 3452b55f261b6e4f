"""A model is read only if it is as it was made, and holds no pickle."""

import gzip
import json
import pickle
import zipfile
from pathlib import Path

import pytest
import spacy

from pipeline import assemble, trust
from pipeline.trust import SEAL, Untrusted, check, seal

OURS = Path(__file__).parents[1] / "models" / "en_oped"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "model"
    (made / "inner").mkdir(parents=True)
    (made / "meta.json").write_text("{}")
    (made / "inner" / "weights").write_bytes(bytes(range(256)))
    (made / "key2row").write_bytes(b"\x80")  # an empty map of MessagePack, no pickle
    (made / "empty").touch()
    return made


def test_the_shipped_model_is_as_it_was_sealed():
    check(OURS, sealed=True)
    listed = json.loads((OURS / SEAL).read_text(encoding="utf-8"))
    found = {path.relative_to(OURS).as_posix() for path in OURS.rglob("*") if path.is_file()}
    assert found == {*listed, SEAL}
    assert not any(trust.pickled(OURS / name) for name in listed)


def test_a_sealed_folder_holds_and_the_seal_is_the_same_twice(folder):
    seal(folder)
    once = (folder / SEAL).read_bytes()
    seal(folder)
    assert (folder / SEAL).read_bytes() == once
    check(folder, sealed=True)


@pytest.mark.parametrize("name", ["meta.json", "inner/weights", "key2row", "empty"])
def test_a_file_that_differs_is_named(folder, name):
    seal(folder)
    content = (folder / name).read_bytes()
    (folder / name).write_bytes(bytes([*content[:-1], 7]))
    with pytest.raises(
        Untrusted, match=rf"{name} is not the file that hashes\.json lists: reinstall the model$"
    ):
        check(folder)


def test_a_file_that_is_gone_is_named(folder):
    seal(folder)
    (folder / "inner" / "weights").unlink()
    with pytest.raises(Untrusted, match=r"weights is missing, which hashes\.json lists"):
        check(folder)


def test_a_seal_is_asked_of_ours_not_of_others(folder):
    check(folder)
    with pytest.raises(Untrusted, match=r"hashes\.json cannot be read, so the model is not trusted"):
        check(folder, sealed=True)


@pytest.mark.parametrize(
    ("content", "said"), [("{", "cannot be read"), ("[]", "lists no"), ("{}", "lists no")]
)
def test_a_broken_seal_is_no_seal(folder, content, said):
    (folder / SEAL).write_text(content)
    with pytest.raises(Untrusted, match=said):
        check(folder)


def archive(path, inside="archive/data.pkl"):
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("archive/version", "3")
        file.writestr(inside, "x")


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
def test_a_pickle_is_refused_whatever_its_name(folder, protocol):
    (folder / "inner" / "pytorch_model.bin").write_bytes(pickle.dumps({"a": [1]}, protocol))
    with pytest.raises(Untrusted, match=r"pytorch_model\.bin is or holds a pickle"):
        check(folder)


@pytest.mark.parametrize("name", ["a.pkl", "a.PICKLE", "a.joblib", "a.pt", "a.pth"])
def test_names_of_pickles_are_refused_whatever_they_hold(folder, name):
    (folder / name).write_bytes(gzip.compress(b"anything"))
    with pytest.raises(Untrusted, match=f"{name} is or holds a pickle"):
        check(folder)


def test_what_pytorch_saved_is_refused_even_inside_another_file(folder):
    archive(folder / "plain.bin")
    with pytest.raises(Untrusted, match=r"plain\.bin"):
        check(folder)
    packed = (folder / "plain.bin").read_bytes()
    (folder / "plain.bin").unlink()
    (folder / "model").write_bytes(b"\x82\xa6config\x01\xa5state" + packed)
    with pytest.raises(Untrusted, match=r"model is or holds a pickle"):
        check(folder)


def test_an_archive_of_arrays_is_no_pickle(folder):
    archive(folder / "arcs.npz", inside="arc_root.npy")
    check(folder)


def test_a_sealed_pickle_is_a_pickle(folder):
    (folder / "x").write_bytes(pickle.dumps(1))
    seal(folder)
    with pytest.raises(Untrusted, match="x is or holds a pickle"):
        check(folder)


def test_a_pickle_laid_beside_our_files_is_found(folder):
    seal(folder)
    (folder / "y.bin").write_bytes(pickle.dumps(1))
    with pytest.raises(Untrusted, match=r"y\.bin is or holds a pickle"):
        check(folder, sealed=True)


def test_loading_asks_first(folder, monkeypatch):
    monkeypatch.setattr(spacy, "load", lambda *_, **__: pytest.fail("it was opened"))
    (folder / "x").write_bytes(pickle.dumps(1))
    with pytest.raises(Untrusted, match="x is or holds a pickle"):
        assemble.load(folder)
    (folder / "x").unlink()
    monkeypatch.setattr(assemble, "own_model", lambda: folder)
    with pytest.raises(Untrusted, match=SEAL):
        assemble.load()
    seal(folder)
    (folder / "meta.json").write_text("[]")
    with pytest.raises(Untrusted, match=r"meta\.json is not the file"):
        assemble.load()


def test_a_plain_spacy_pipeline_of_somebody_else_is_no_pickle(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("tagger").add_label("X")
    nlp.initialize()
    nlp.to_disk(tmp_path / "other")
    assert not [path for path in (tmp_path / "other").rglob("*") if path.is_file() and trust.pickled(path)]
