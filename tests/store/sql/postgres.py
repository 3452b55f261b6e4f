"""A PostgreSQL server of our own: a private folder, a free port on 127.0.0.1, ended with the tests.

Debian's `postgresql` (apt-get install postgresql) or any other that is installed. The server refuses to run as root, so then
it runs as the user `postgres`.
"""

import os
import shutil
import socket
import subprocess
from contextlib import contextmanager
from pathlib import Path

import psycopg

PASSWORD = "s3cret-in-tests"


def binaries():
    """The folder of initdb and pg_ctl; None where no server is installed."""
    folders = [Path(found).parent for found in [shutil.which("initdb")] if found]
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next(
        (folder for folder in folders if (folder / "initdb").exists() and (folder / "pg_ctl").exists()), None
    )


def why_not():
    """Why there can be no server here, or None."""
    if binaries() is None:
        return "no PostgreSQL server is installed: apt-get install postgresql"
    if os.geteuid() == 0 and not shutil.which("runuser"):
        return "PostgreSQL does not run as root, and there is no runuser"
    return None


@contextmanager
def server(folder):
    """A running server; gives the URL of its first database. `folder` has a short path: a socket lies in it."""
    as_user = []
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
        as_user = ["runuser", "-u", "postgres", "--"]

    def do(program, *arguments):
        command = [*as_user, str(binaries() / program), *map(str, arguments)]
        subprocess.run(
            command, check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=60
        )

    password = folder / "password"
    password.write_text(PASSWORD)
    password.chmod(0o644)
    data = folder / "data"
    do(
        "initdb",
        "-D",
        data,
        "-U",
        "tester",
        "-A",
        "scram-sha-256",
        "--pwfile",
        password,
        "-E",
        "UTF8",
        "--locale",
        "C.UTF-8",
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c shared_buffers=64MB"
    do("pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
    try:
        yield f"postgresql+psycopg://tester:{PASSWORD}@127.0.0.1:{port}/postgres"
    finally:
        do("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def database(url, name):
    """A new database on the server of a URL; gives its URL."""
    plain = url.replace("+psycopg", "")
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
    return url.rsplit("/", 1)[0] + f"/{name}"
