# SPDX-License-Identifier: Apache-2.0
"""Writes docs/spec-language.md from its template and from the tables and comments of the sources, and core/cli/types from the
same comments.

usage: script/docs [--check]       --check: writes nothing, fails where the page is not what it would write
"""
import difflib
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
ROOT = HERE.parents[2]

import annotations
import blocks
import figures
import messages
import page
import words

PAGE, TEMPLATE, AUTHORS = "docs/spec-language.md", "docs/spec-language.md.in", "docs/writing-plugins.md"


def shown_messages(text):
    """What the examples say that they print, a text each."""
    for example in blocks.examples(text):
        yield "\n".join(example.shown) + example.demands.get("out", "")


def check_messages(text):
    missing = messages.missing(ROOT, list(shown_messages(text)))
    if missing:
        raise words.Wrong("\n".join(
            [f"{place}: no example shows this error: {said}" for place, said in missing]
            + [f"Show it in {TEMPLATE}, in a block of ```lua error, with --> and the message below what "
               "provokes it; or say in tests/docs/reference/messages.py why that cannot be."]))


def check_prelude(groups):
    """The table of `slrun.` for authors of plugins has a row for each of its words."""
    page_text = (ROOT / AUTHORS).read_text("utf-8")
    rows = re.search(r"^\| `slrun\.` .*\n\|[- |]+\n((?:\|.*\n)+)", page_text, re.MULTILINE)
    cells = " ".join(re.findall(r"^\| (.*?) \|", rows[1] if rows else "", re.MULTILINE))
    told, there = set(re.findall(r"`(\w+)", cells)), set(groups["prelude"])
    if told != there:
        raise words.Wrong(f"{AUTHORS}: its table of `slrun.` and core/lua/parts/values.lua differ: "
                          + ", ".join(sorted(told ^ there)))


def make():
    groups = words.read_all(ROOT)
    template = (ROOT / TEMPLATE).read_text("utf-8")
    text = page.Page(TEMPLATE, figures.Figures(ROOT).put(template, TEMPLATE), groups).text()
    check_messages(text)
    check_prelude(groups)
    return {PAGE: text} | annotations.make(groups)


def check(file, text):
    path = ROOT / file
    there = path.read_text("utf-8") if path.exists() else ""
    if there == text:
        return 0
    sys.stdout.writelines(list(difflib.unified_diff(
        there.splitlines(True), text.splitlines(True), file, "what script/docs writes"))[:40])
    print(f"\n{file} is stale: run script/docs, and commit it with what changed it.")
    return 1


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__.rstrip())
    try:
        texts = make()
    except (words.Wrong, LookupError, ValueError) as wrong:
        sys.exit(f"{wrong}")
    if sys.argv[1:]:
        sys.exit(max(check(file, text) for file, text in texts.items()))
    for file, text in texts.items():
        (ROOT / file).parent.mkdir(exist_ok=True)
        (ROOT / file).write_text(text, "utf-8")


main()
