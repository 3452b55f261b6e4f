"""Known holes in what opclaims brings along: `python benchmarks/audit.py` (needs pip-audit and a network).

Asks PyPI's advisories about every package that opclaims or an extra of it needs, as installed here. Exits with 1
where one has a hole that is known, with 2 where the list cannot be reached.
"""

import json
import subprocess
import sys
from importlib import metadata
from tempfile import NamedTemporaryFile

from licences import canonicalize_name, closure, direct


def main() -> int:
    installed = {canonicalize_name(found.metadata["Name"]): found for found in metadata.distributions()}
    wanted = closure([one for many in direct().values() for one in many], installed)
    pinned = [f"{name}=={installed[name].version}" for name in sorted(wanted & installed.keys())]
    with NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(pinned))
        file.flush()
        command = [
            "-m",
            "pip_audit",
            "--requirement",
            file.name,
            "--no-deps",
            "--disable-pip",
            "--format",
            "json",
        ]
        done = subprocess.run([sys.executable, *command], capture_output=True, text=True)
    if not done.stdout:
        sys.exit(f"pip-audit says: {done.stderr.strip().splitlines()[-1]}")
    found = json.loads(done.stdout)["dependencies"]
    asked = [one for one in found if "skip_reason" not in one]
    for one in asked:
        for hole in one["vulns"]:
            print(
                f"{one['name']} {one['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'none'}"
            )
    holes = sum(len(one["vulns"]) for one in asked)
    print(f"{len(asked)} of {len(pinned)} packages asked about, {holes} known holes")
    return 2 if not asked else int(holes > 0)


if __name__ == "__main__":
    sys.exit(main())
