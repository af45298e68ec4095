# SPDX-License-Identifier: Apache-2.0
"""The tests that are known to fail: known/SUITE.txt, under a line `# reason` those that fail for it."""
import pathlib

HERE = pathlib.Path(__file__).parent / "known"
NONE = "not looked into"
REFUSED = "AWS refuses it too"  # a reason that begins so: the test says nothing about fidelity


def read(suite):
    """The reasons by test."""
    path = HERE / f"{suite}.txt"
    table, reason = {}, NONE
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else []:
        if line.startswith("# "):
            reason = line[2:]
        elif line:
            table[line] = reason
    return table


def write(suite, failed):
    """Keeps the reasons of those that still fail."""
    old = read(suite)
    reasons = {}
    for name in sorted(failed):
        reasons.setdefault(old.get(name, NONE), []).append(name)
    text = "\n".join("\n".join([f"# {reason}", *names, ""]) for reason, names in sorted(reasons.items()))
    HERE.mkdir(exist_ok=True)
    (HERE / f"{suite}.txt").write_text(text, encoding="utf-8")
