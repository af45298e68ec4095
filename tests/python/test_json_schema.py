# SPDX-License-Identifier: Apache-2.0
"""expect(x):conforms_to(schema) beside the JSON Schema Test Suite (Debian's json-schema-test-suite), draft 7.

Each test of the suite becomes a case. What slrun refuses is left out by name, and must be refused.
"""
import json
import os
import pathlib
import re
import subprocess

import pytest

SUITE = pathlib.Path("/usr/share/json-schema-test-suite/tests/draft7")
LIMIT = 120  # seconds; it only ends what hangs
LEFT_OUT = {"refRemote.json"}  # documents on other machines
FILES = sorted(path.name for path in SUITE.glob("*.json") if path.name not in LEFT_OUT)


def is_refused(group):
    """Whether a $ref of the group's schema leaves the document."""
    refs = re.findall(r'"\$ref": "([^"]*)"', json.dumps(group["schema"]))
    return any(not (ref == "#" or ref.startswith("#/")) for ref in refs)


def lua(text):
    return f"[==[{text}]==]" if not text.startswith("\n") else f"[==[\n{text}]==]"


def case(name, schema, test):
    matcher = "conforms_to" if test["valid"] else "never():conforms_to"
    return f"case({lua(name)})(function() expect({lua(json.dumps(test['data']))}):json():{matcher} {lua(schema)} end)\n"


def cases(name, folder):
    """(spec, number of its cases): each test of the file that is not refused."""
    text, n = "", 0
    for g, group in enumerate(json.loads((SUITE / name).read_text(encoding="utf-8"))):
        if is_refused(group):
            continue
        schema = group["schema"]
        if isinstance(schema, dict):
            schema = {"$schema": "http://json-schema.org/draft-07/schema#", **schema}
        (folder / f"{g}.json").write_text(json.dumps(schema), encoding="utf-8")
        for t, test in enumerate(group["tests"]):
            text += case(f"{g}.{t} {group['description']} {test['description']}", f"{g}.json", test)
            n += 1
    return text, n


def run(folder, text):
    (folder / "suite.lua").write_text(text, encoding="utf-8")
    return subprocess.run([os.environ["SLRUN"], "--color", "no", "suite.lua"], cwd=folder, text=True, capture_output=True,
                          timeout=LIMIT, check=False)


@pytest.mark.parametrize("name", FILES)
def test_the_suite(name, tmp_path):
    text, n = cases(name, tmp_path)
    if n == 0:
        pytest.skip("each of its schemas names another document")
    done = run(tmp_path, text)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{n} passed in" in done.stdout


def test_the_suite_is_there():
    assert len(FILES) > 30


@pytest.mark.parametrize("schema, message", [
    ({"$ref": "http://json-schema.org/draft-07/schema#"}, "goes into the same document"),
    ({"$ref": "#/definitions/none"}, "the schema has no #/definitions/none"),
    ({"$ref": "#"}, "leads to itself"),
    ({"unevaluatedProperties": False}, "'unevaluatedProperties', which is none of draft 7"),
    ({"type": "strin"}, "a schema has no type \"strin\""),
    ({"pattern": "(?=a)"}, "(?=, which POSIX's regular expressions do not have"),
    ({"pattern": "(a"}, "the pattern (a of a schema is none"),
    ({"properties": {"a": 1}}, "a schema is a table or a boolean, got 1"),
])
def test_what_is_refused_is_an_error(schema, message, tmp_path):
    (tmp_path / "0.json").write_text(json.dumps(schema), encoding="utf-8")
    data = '{"a": 1}' if "properties" in schema else '"a"'
    done = run(tmp_path, f"case('a')(function() expect({lua(data)}):json():never():conforms_to '0.json' end)\n")
    assert done.returncode == 1 and message in done.stdout, done.stdout


@pytest.mark.parametrize("pattern, text, found", [
    (r"^\d+$", "12", True), (r"^\d+$", "1a", False), (r"^[\d\-x]+$", "1-x", True), (r"^[\w.]+$", "a.b_c", True),
    (r"^\S+$", "a b", False), (r"^(?:ab)+$", "abab", True), (r"a\/b\.c", "a/b.c", True), (r"a\/b\.c", "a/bxc", False),
    (r"^[^\]a]$", "]", False), (r"^\$\{x\}$", "${x}", True), (r"\x41", "A", None), (r"a*?", "a", None), (r"[\b]", "a", None),
])
def test_patterns(pattern, text, found, tmp_path):
    (tmp_path / "0.json").write_text(json.dumps({"pattern": pattern}), encoding="utf-8")
    matcher = "conforms_to" if found else "never():conforms_to"
    done = run(tmp_path, f"case('a')(function() expect({lua(text)}):{matcher} '0.json' end)\n")
    assert ("1 passed" in done.stdout) == (found is not None), done.stdout
    assert found is not None or "which POSIX's regular expressions do not have" in done.stdout
