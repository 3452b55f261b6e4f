"""In CI the property tests draw the same examples every time: a red gate must mean that the change is wrong.
At home they go on looking for new ones."""

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True, print_blob=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
