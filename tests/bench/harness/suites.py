# SPDX-License-Identifier: Apache-2.0
"""Writes a runner's suite for a workload from its template.

A template is the runner's own language: a head, a line "@each@", and one case. In the case @KEY@
is unique to it, @I@ is its number in the file and @NEXT@ the number after; @TABLE@ and @EVERY@ (ms)
are the workload's. Files beside the templates are copied as they are.
"""
import pathlib

TEMPLATES = pathlib.Path(__file__).resolve().parent.parent / "suites"

# How each runner wants its files named: workload and number of the file.
FILE_NAMES = {
    "slrun": "{w}{n:02}.lua",
    "floor": "{w}{n:02}.lua",
    "pytest": "test_{w}{n:02}.py",
    "busted": "{w}{n:02}_spec.lua",
    "vitest": "{w}{n:02}.test.mjs",
    "jest": "{w}{n:02}.test.js",
}


def template_of(suite, workload):
    """The template's path, or None when this runner has none for the workload."""
    found = list(TEMPLATES.joinpath(suite).glob(workload.template + ".*.in"))
    return found[0] if found else None


def _write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def _fill(text, values):
    for name, value in values.items():
        text = text.replace(f"@{name}@", str(value))
    return text


def _file_text(head, case, prefix, workload):
    parts = [head]
    for i in range(workload.cases_per_file):
        parts.append(_fill(case, {
            "KEY": f"{prefix}-{i:03}", "I": f"{i}", "NEXT": i + 1,
            "TABLE": workload.table, "EVERY": workload.every_ms}))
    return "".join(parts).lstrip("\n")


def write_suite(root, suite, workload):
    """Writes the files under root/suite and returns their folder and paths, in order."""
    folder = root / suite
    for common in TEMPLATES.joinpath(suite).iterdir():
        if common.suffix != ".in":
            _write(folder / common.name, common.read_text())
    head, case = template_of(suite, workload).read_text().split("@each@\n")
    # d-list and d-run share their files.
    inside = workload.template if workload.suite == "d" else workload.name
    paths = []
    for n in range(workload.files):
        path = folder / inside / FILE_NAMES[suite].format(w=inside, n=n)
        _write(path, _file_text(head, case, f"{suite}-{inside}-{n:02}", workload))
        paths.append(path)
    _remove_others(folder / inside, paths)
    return folder, paths


def _remove_others(folder, paths):
    """Suites of an earlier shape must not be collected with this one."""
    for old in folder.iterdir():
        if old.is_file() and old not in paths:
            old.unlink()
