#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Links between pages lead somewhere: to a file that is there, and to a heading that it has.

usage: links.py SOURCE
"""
import pathlib
import re
import sys

LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)")
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def anchors(page):
    """As GitHub makes them of headings: lower case, without signs, hyphens for blanks."""
    headings = re.findall(r"^#+ (.*)$", FENCED.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()).replace(" ", "-") for heading in headings}


def wrong(page):
    for match in LINK.finditer(FENCED.sub(lambda block: "\n" * block[0].count("\n"), page.read_text("utf-8"))):
        to = (page.parent / match[1]).resolve() if match[1] else page
        if not to.exists():
            yield f"{page}: there is no {match[1]}"
        elif match[2] and to.suffix == ".md" and match[2] not in anchors(to):
            yield f"{page}: {to.name} has no heading #{match[2]}"


def main():
    source = pathlib.Path(sys.argv[1])
    pages = [*source.glob("*.md"), *source.glob("docs/**/*.md"), *source.glob("plugins/*/README.md")]
    problems = [problem for page in pages for problem in wrong(page)]
    print("\n".join(problems) or f"{len(pages)} pages link to what is there")
    sys.exit(bool(problems) or not pages)


main()
