#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Options stand in both places: what --help of a command lists is told where the pages tell of that command, and what pages
name, slrun takes. So do environment variables, in the manual and the pages.

usage: options.py SLRUN SOURCE
"""
import functools
import pathlib
import re
import subprocess
import sys

# The page that tells of a command; of the others it is the section of docs/command-line.md with the command in its heading.
PAGES = {"local": "local-cloud.md", "iam": "aws.md", "plugins": "writing-plugins.md", "sweep": "cleanup.md"}
SILENT = {"--help"}
# Pages that are about other programs' options, such as script/bench's; and those of others elsewhere. What differs from
# pytest has a section of its own, which is not looked at.
FOR_USERS = {"README.md", "command-line.md", "local-cloud.md", "aws.md", "reports.md", "cleanup.md"}
ELSEWHERE, FOREIGN = {"benchmarks.md", "fidelity.md", "testing.md"}, {"--parameter-overrides"}


@functools.cache
def said(slrun, *words):
    done = subprocess.run([slrun, *words], capture_output=True, text=True, check=False, timeout=30, stdin=subprocess.DEVNULL)
    return done.stdout + done.stderr


class Program:
    def __init__(self, slrun):
        self.slrun = slrun
        self.commands = re.findall(r"^  slrun (\w+)", said(slrun, "--help").split("\ncommands:\n")[1], re.MULTILINE)

    def options(self, *command):
        return set(re.findall(r"^ .{2,6}(--[\w-]+)", said(self.slrun, *command, "--help"), re.MULTILINE)) - SILENT

    def takes(self, command, option):
        """Whether it does, also by a second name, which no help lists."""
        words = [command] if command else []
        return option in self.options(*words) | SILENT or "unknown option" not in said(self.slrun, *words, option)


def section(text, command):
    """What the page says of a command, from a heading that has it on; or all of the page."""
    parts = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    found = [part for part in parts if re.match(rf"## .*slrun {command}\b", part)]
    return "\n".join(found) or text


def told(program, docs):
    """Options that a help lists and no page tells."""
    page = (docs / "command-line.md").read_text("utf-8")
    tables = " ".join(re.findall(r"^\| (`-[^|]*)\|", page, re.MULTILINE))
    for option in sorted(program.options() - set(re.findall(r"--[\w-]+", tables))):
        yield f"docs/command-line.md: {option} has no row in a table"
    if program.options("watch") != program.options():
        yield "slrun watch has other options than a run"
    for command in sorted(set(program.commands) - {"watch"}):
        name = PAGES.get(command, "command-line.md")
        text = section((docs / name).read_text("utf-8"), command)
        for option in sorted(program.options(command) - set(re.findall(r"--[\w-]+", text))):
            yield f"docs/{name}: nothing is said of {option} of slrun {command}"


def pieces(text):
    """(line, text) of all that stands between backticks, and of each line of blocks."""
    text = text.split("## What differs from pytest")[0] + text.partition("## What differs from pytest")[2].partition("\n## ")[2]
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("```"):
            inside = not inside
        elif inside:
            yield number, line.split(" #")[0]
        else:
            yield from ((number, span) for span in re.findall(r"`([^`]+)`", line))


def named(program, page):
    """Options that the page names and slrun does not take."""
    every = set().union(program.options(), *(program.options(command) for command in program.commands)) | SILENT
    for number, text in pieces(page.read_text("utf-8")):
        for call in re.findall(r"(?:^|[\s$&|;(])slrun((?: [^&|;<>()]+)?)", text):
            words = call.split()
            command = words[0] if words and words[0] in program.commands else ""
            for option in re.findall(r"(?:^| )(--[a-z][\w-]*)", call):
                if not program.takes(command, option):
                    yield f"{page.name}:{number}: slrun {command} takes no {option}"
        option = re.match(r"(--[a-z][\w-]*)?", text)[0]
        if option and page.name not in ELSEWHERE and option not in every | FOREIGN and not program.takes("", option):
            yield f"{page.name}:{number}: nothing of slrun takes {option}"


def variables(program, pages):
    """Environment variables that the manual or the pages tell alone."""
    manual = set(re.findall(r"^\.B (SLRUN_\w+)", said(program.slrun, "help", "--man"), re.MULTILINE))
    there = set(re.findall(r"`(SLRUN_[A-Z_]+)(?:=off)?`", "".join(page.read_text("utf-8") for page in pages if page.name in FOR_USERS)))
    return [f"{name}: in the manual or the pages, and not in both" for name in sorted(manual ^ there)]


def main():
    program, source = Program(str(pathlib.Path(sys.argv[1]).resolve())), pathlib.Path(sys.argv[2])
    pages = [source / "README.md", *sorted((source / "docs").rglob("*.md")), *sorted(source.glob("plugins/*/README.md"))]
    problems = [*told(program, source / "docs"), *variables(program, pages)]
    for page in pages:
        problems += named(program, page)
    print("\n".join(problems) or f"{len(program.commands)} commands and {len(pages)} pages agree")
    sys.exit(bool(problems))


main()
