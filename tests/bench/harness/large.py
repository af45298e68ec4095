# SPDX-License-Identifier: Apache-2.0
"""A large object up to and down from the local cloud, and the memory that both halves took for it."""
import hashlib
import json
import os
import pathlib
import subprocess
import tempfile

from .verdicts import Judged

SPEC = pathlib.Path(__file__).resolve().parent.parent / "large.lua"
MB = 1 << 20
GIB = 1 << 30
LIMIT_MB = (64, 64)
TIMEOUT_S = 600
WAYS = ("put_object", "upload")  # the cases of the spec


def write_noise(path, size):
    """A file of bytes of which no two MB are alike; its SHA-256."""
    digest, block = hashlib.sha256(), bytearray(os.urandom(MB))
    with open(path, "wb") as file:
        for number in range(size // MB):
            block[:8] = number.to_bytes(8, "little")
            digest.update(block)
            file.write(block)
    return digest.hexdigest()


def hash_of(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def transfer(meter, slrun, size, environment=()):
    """Puts and gets an object of so many bytes in a run under the meter.

    The peak memory (RSS) of the larger of the two processes, the runner and its local cloud, in MB.
    Raises RuntimeError when the run fails or what came back differs.
    """
    with tempfile.TemporaryDirectory(prefix="slrun-large-") as name:
        folder = pathlib.Path(name)
        sent = write_noise(folder / "sent", size)
        variables = {"PATH": "/usr/bin:/bin", "HOME": name, "TMPDIR": name, "LANG": "C.UTF-8",
                     "LARGE_FOLDER": name, **dict(environment)}
        subprocess.run([meter, "-o", folder / "meter", "-l", folder / "log", "-t", str(TIMEOUT_S),
                        "--", slrun, "-j", "1", str(SPEC)], cwd=folder, env=variables,
                       check=True)
        measured = json.loads((folder / "meter").read_text())
        if measured["code"] or measured["timed_out"]:
            raise RuntimeError((folder / "log").read_text(errors="replace")[-2000:])
        for how in WAYS:
            if hash_of(folder / how) != sent:
                raise RuntimeError(f"{how}: what came back is not what was sent")
        return measured["max_rss_kb"] / 1024


def measure(lab, found):
    found.large_mb.append(transfer(lab.meter, lab.places.slrun, GIB))


def judge(lab, found):
    return [Judged("1 GiB up and down, memory of the larger half", "limit", found.large_mb[-1],
                   *LIMIT_MB, unit="MB")]
