"""Figures into the card, in place."""

import json

import report

SCORE = {"p": 90.0, "r": 80.0, "f": 84.7, "n": 12}
NAMES = {"dev": {system: {"all": SCORE, "ORG": SCORE} for system in report.SYSTEMS}}
METRICS = {
    "syntax": {"ewt-test": {"words": 10, "dep_las": 88.1}},
    "names": NAMES,
    "coarse": NAMES,
    "rounding": {"syntax ewt-test": {"dep_las": 0.2}, "names dev": {"f": 0.1}},
    "size": {"megabytes": 25.0, "largest_file": 24.0},
}
CARD = f"before\n{report.OPEN}\nold\n{report.CLOSE}\nafter\n\n## Limits\n\n- Not for\n  tweets.\n- Not for songs.\n\n## More\n\n- x\n"


def test_the_card_gets_the_figures_between_its_marks_and_twice_is_once(tmp_path):
    (tmp_path / "m.json").write_text(json.dumps(METRICS))
    (tmp_path / "meta.json").write_text('{"name": "oped"}')
    card = tmp_path / "README.md"
    card.write_text(CARD)
    report.main(str(tmp_path / "m.json"), str(card), str(tmp_path))
    once = card.read_text()
    report.main(str(tmp_path / "m.json"), str(card), str(tmp_path))
    assert card.read_text() == once
    assert "old" not in once and "88.1" in once and once.startswith("before") and once.endswith("- x\n")


def test_the_model_carries_its_short_card(tmp_path):
    (tmp_path / "m.json").write_text(json.dumps(METRICS))
    (tmp_path / "meta.json").write_text('{"name": "oped"}')
    (tmp_path / "README.md").write_text(CARD)
    report.main(str(tmp_path / "m.json"), str(tmp_path / "README.md"), str(tmp_path))
    meta = json.loads((tmp_path / "meta.json").read_text())
    assert meta["performance"]["size"]["megabytes"] == 25.0
    assert meta["limits"] == ["Not for tweets.", "Not for songs."]
    assert meta["figures"][0]["figure"] == 88.1 and "84.7 capitals" in meta["figures"][-1]["beside"]
