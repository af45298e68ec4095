#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every example of a page is true.

    ```c demo.c          stands in that file of what `slrun plugins new demo` writes, word for word
    ```c                 compiles alone
    ```lua               is Lua
    ```json              is JSON

usage: examples.py SLRUN CC INCLUDE PAGE          (INCLUDE: folder of <slrun/...>)
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

# Languages whose examples are not looked at: shell commands, and what programs print.
TALK = {"sh", ""}


def blocks(page):
    """(line, language, file or None, text) of each fenced block."""
    text = page.read_text(encoding="utf-8")
    for match in re.finditer(r"^```([^\n]*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        words = match[1].split()
        line = text.count("\n", 0, match.start()) + 1
        yield line, words[0] if words else "", words[1] if len(words) > 1 else None, match[2]


def skeletons(slrun, work):
    """Path -> text of both skeletons."""
    files = {}
    for flags in (["--cpp"], []):
        folder = work / ("cpp" if flags else "c")
        folder.mkdir()
        subprocess.run([slrun, "plugins", "new", "demo", "--dir", folder, *flags], check=True,
                       stdout=subprocess.DEVNULL)
        for file in (folder / "demo").rglob("*"):
            if file.is_file():
                files[file.relative_to(folder / "demo").as_posix()] = file.read_text("utf-8")
    return files


def fault(command, text):
    process = subprocess.run(command, input=text, text=True, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, check=False)
    return process.stdout if process.returncode else None


def judge(language, file, text, files, compiler):
    if file:
        if file not in files:
            return f"the skeleton has no {file}"
        return None if text in files[file] else f"does not stand in {file} of the skeleton"
    if language == "c":
        return fault([*compiler, "-include", "string.h", "-x", "c", "-"], text)
    if language == "lua":
        check = "local f, e = load(io.read('a')) if not f then print(e) os.exit(1) end"
        return fault(["lua5.4", "-e", check], text)
    if language == "json":
        json.loads(text)
        return None
    return None if language in TALK else f"nobody looks at examples in '{language}'"


def main():
    slrun, cc, include, page = sys.argv[1:]
    flags = subprocess.run(["pkg-config", "--cflags", "jansson"], text=True, check=True,
                           stdout=subprocess.PIPE).stdout.split()
    compiler = [cc, "-std=c11", "-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic", "-Werror",
                "-I" + include, *flags]
    wrong, n = [], 0
    with tempfile.TemporaryDirectory() as work:
        files = skeletons(slrun, pathlib.Path(work))
        for line, language, file, text in blocks(pathlib.Path(page)):
            why = judge(language, file, text, files, compiler)
            n += 1
            if why:
                wrong.append(f"{page}:{line}: {why}")
    if n == 0:
        wrong.append(f"{page}: no examples")
    print("\n".join(wrong) or f"{n} examples are true")
    sys.exit(1 if wrong else 0)


main()
