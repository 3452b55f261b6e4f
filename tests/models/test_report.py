"""Figures into the card, in place."""

import json

import report

SCORE = {"p": 90.0, "r": 80.0, "f": 84.7, "n": 12}
METRICS = {
    "speed": {"words": 10, "words_per_second": 5},
    "syntax": {"dev": {"words": 10, "dep_uas": 88.1}},
    "names": {"dev": {system: {"all": SCORE, "ORG": SCORE} for system in report.SYSTEMS}},
}


def test_the_card_gets_the_figures_between_its_marks_and_twice_is_once(tmp_path):
    (tmp_path / "m.json").write_text(json.dumps(METRICS))
    (tmp_path / "meta.json").write_text('{"name": "oped"}')
    card = tmp_path / "README.md"
    card.write_text(f"before\n{report.OPEN}\nold\n{report.CLOSE}\nafter\n")
    report.main(str(tmp_path / "m.json"), str(card), str(tmp_path))
    once = card.read_text()
    report.main(str(tmp_path / "m.json"), str(card), str(tmp_path))
    assert card.read_text() == once
    assert "old" not in once and "88.1" in once and once.startswith("before") and once.endswith("after\n")
    assert json.loads((tmp_path / "meta.json").read_text())["performance"]["speed"]["words"] == 10
