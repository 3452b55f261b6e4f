"""The map of the stage, in its docstring, names each of its files, and no other."""

import re
from pathlib import Path

from pipeline.stages import claims


def test_each_file_is_on_the_map():
    _, map_ = claims.__doc__.split("in the order in which a claim is made:")
    named = re.findall(r"`(\w+)`", map_)
    files = {path.stem for path in Path(claims.__file__).parent.glob("*.py")} - {"__init__"}
    assert sorted(set(named) - files) == ["abstained"]
    assert sorted(files - set(named)) == []
