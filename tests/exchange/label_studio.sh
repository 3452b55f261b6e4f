#!/bin/sh
# A real Label Studio, in an environment of its own, for tests/exchange/test_real_label_studio.py.
#   sh tests/exchange/label_studio.sh ROOM     (some minutes and about 1.5 GB the first time)
set -eu
room=${1:?where its environment may be made}
[ -x "$room/bin/label-studio" ] || { python3 -m venv "$room" && "$room/bin/pip" install --quiet "label-studio>=1.20,<2"; }
OPCLAIMS_LABEL_STUDIO="$room/bin/label-studio" exec python -m pytest tests/exchange/test_real_label_studio.py -v
