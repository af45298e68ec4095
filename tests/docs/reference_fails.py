#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The reference cannot be made, or is stale, once something in the sources is not documented.

usage: reference_fails.py SOURCE
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

TEMPLATE, LANG, MATCHERS = "docs/spec-language.md.in", "core/lua/language/lang.c", "core/lua/parts/matchers.lua"

# What is changed (file, text, by what), and what must be said.
CHANGES = [
    ("a key without a comment", LANG, '    {"rows",', '    {"columns", KEY_TABLE, "a list", false},\n    {"rows",',
     "'rows' (case) has no comment that documents it"),
    ("a key with a comment, on no page", LANG, "    /** `seed(t)`",
     '    /** New. */\n    {"sow", KEY_FUNCTION, "a function", false},\n    /** `seed(t)`',
     "'sow' (case) stands nowhere on the page"),
    ("a key that is no more", LANG, '    {"stays", KEY_DURATION, "a duration such as \\"3s\\"", false},\n', "",
     "'stays' (case) is no word of the sources any more"),
    ("a row of another form", LANG, '    {"rows", KEY_TABLE,', '    {"rows", ANYTHING(KEY_TABLE),', "a form of its own"),
    ("a matcher without a comment", MATCHERS, "--- `:exists()` Holds", "-- `:exists()` Holds",
     "'exists' (expect) has no comment that documents it"),
    ("a matcher without its argument", MATCHERS, "-- @param tolerance a number from 0 @default `1e-9`\n", "",
     "its @param lines say ['want']"),
    ("a word without an example", TEMPLATE, "expect(1.5):is_a \"float\"\n", "", "no example (```lua run) behind 'float'"),
    ("an error that is not shown", LANG, "takes a table: pattern { name = ... }", "wants a table",
     "no example shows this error: pattern wants a table"),
    ("another default", MATCHERS, "@default `1e-9`", "@default `1e-6`", "is stale: run script/docs"),
    ("a kind of value that editors are not told", LANG, '"a path"', '"a way"', "does not know which type 'a way' is"),
    ("another figure", "core/lua/language/params.h", "PARAMS_AXES_MAX = 8", "PARAMS_AXES_MAX = 9", "is stale: run script/docs"),
    ("a figure that is no more", "core/lua/language/params.h", "PARAMS_AXES_MAX = 8", "AXES_MAX = 8", "no figure of the sources"),
    ("a link to nowhere", TEMPLATE, "](#waits)", "](#wait)", "no heading behind the link #wait"),
    ("a word of preludes without a row", "core/lua/parts/values.lua", "function slrun.error(", "function slrun.fault(",
     "its table of `slrun.`"),
]


def outcome(folder):
    done = subprocess.run([sys.executable, folder / "tests/docs/reference", "--check"], capture_output=True,
                          text=True, check=False, timeout=60)
    return done.returncode, done.stdout + done.stderr


def main():
    source, bad = pathlib.Path(sys.argv[1]), 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for part in ("core", "docs", "include", "tests/docs"):
            shutil.copytree(source / part, folder / part)
        code, said = outcome(folder)
        if code != 0:
            sys.exit(f"without a change: exit code {code}\n{said}")
        for what, file, text, by, wanted in CHANGES:
            before = (folder / file).read_text("utf-8")
            (folder / file).write_text(before.replace(text, by, 1), "utf-8")
            code, said = outcome(folder)
            if text not in before or code != 1 or wanted not in said:
                print(f"{what}: exit code {code}, wanted: {wanted}\n{said}")
                bad += 1
            (folder / file).write_text(before, "utf-8")
    print(f"{len(CHANGES)} changes, {bad} not noticed")
    sys.exit(bad > 0)


main()
