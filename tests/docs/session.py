# SPDX-License-Identifier: Apache-2.0
"""A session of a shell on a page: lines that begin with "$ " are typed, what is below them is what they print.

    $ slrun specs/orders.lua
    ...                                   any lines
    FAILED 'orders.lua::one' - got ...    any rest of the line

What differs from run to run (ids, times, counts of polls, rules as long as a name leaves room) is compared by its
form alone. `slrun local` goes on behind the commands that follow it until the session ends, at a port of its own in
the place of 4566.
"""
import os
import pathlib
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "golden"))

from forms import normal

LIMIT = 120  # seconds
BUILD = pathlib.Path(__file__).resolve().parents[2] / "build"  # where script/test puts what tests need
PAGES_PORT, PAGES_FOLDER = 4566, "/home/me/orders"

# What differs from run to run beside what golden tests leave out, and what stands for it. Blanks and the length of rules go
# by what stands beside them.
FORMS = [
    (r"\br[0-9a-z]{9}\b", "RUN"),
    (r"\b\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?(?: UTC|Z)?", "DATE"),
    (r"\b\d\d:\d\d:\d\d\.\d{3}\b", "TIME"),
    (r"\b\d+(?:\.\d+)?(?= s\b|s\b)", "N"),
    (r"([=_-])\1{3,}", r"\1\1\1\1"),
    (r"[ \t]+", " "),
]


def formed(text):
    """Line by line, in one form for what is said and what is printed."""
    text = normal(text)
    for pattern, by in FORMS:
        text = re.sub(pattern, by, text)
    return [line.strip() for line in text.splitlines()]


def steps(code):
    """(command, lines that it is said to print) of each."""
    found = []
    for line in code.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found and found[-1][0].endswith("\\"):
            found[-1] = (f"{found[-1][0]}\n{line}", [])
        elif found:
            found[-1][1].append(line)
        else:
            raise ValueError("the first line of a session is a command: $ ...")
    return found


def agrees(lines, printed):
    """Whether a command printed what the page says; nothing said: nothing is compared."""
    parts = [r"(?:.*\n)*?" if line == "..." else r".*".join(map(re.escape, line.split("..."))) + r"\n"
             for line in formed("\n".join(lines))]
    return not lines or re.fullmatch("".join(parts), "".join(f"{line}\n" for line in formed(printed))) is not None


def lacks(need):
    """A need of a session that cannot be met here."""
    return need == "node" and not (shutil.which("node") and (BUILD / "node/node_modules/@aws-sdk").is_dir())


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def script_of(commands, port, mark):
    """One shell for all: each command is followed by a line with the mark and its exit code."""
    lines = ["exec 2>&1", "trap 'kill $background 2>/dev/null; wait' EXIT", "background="]
    for command in commands:
        command = command.replace(str(PAGES_PORT), str(port))
        if re.match(r"slrun local\b", command):
            lines += [": >local.log", f"slrun local --port {port} {command[len('slrun local'):]} >local.log 2>&1 &", "background=$!",
                      "until grep -q 'ready at' local.log || ! kill -0 $background; do sleep 0.05; done; sed -n '/ready at/,$p' local.log"]
        else:
            lines += [command]
        lines += [f"printf '\\n%s %d\\n' {mark} $?"]
    return "\n".join(lines) + "\n"


def environment(slrun, folder):
    """slrun is found by its name, as are Python with boto3 and the AWS CLI; nothing else of the user's counts."""
    names = pathlib.Path(folder, ".bin")
    names.mkdir()
    (names / "slrun").write_text(f'#!/bin/sh\nexec {shlex.quote(slrun)} "$@"\n', encoding="utf-8")
    (names / "slrun").chmod(0o755)
    path = [str(names), f"{BUILD}/venv/bin", os.environ["PATH"]]
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("AWS_", "SLRUN_", "GITHUB_")) and k != "CI"}
    return kept | {"PATH": ":".join(path), "NO_COLOR": "1", "HOME": folder, "NODE_PATH": str(BUILD / "node/node_modules"),
                   "NODE_NO_WARNINGS": "1"}


def typed(slrun, example, folder):
    """The exit code of the last command, and what each printed."""
    port, mark = free_port(), "ended-with"
    for name, text in example.files.items():
        pathlib.Path(folder, name).write_text(text.replace(str(PAGES_PORT), str(port)), encoding="utf-8")
    script = script_of([command for command, _ in steps(example.code)], port, mark)
    with subprocess.Popen(["bash", "--noprofile", "--norc", "-c", script], cwd=folder, env=environment(slrun, folder),
                          text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, start_new_session=True) as shell:
        try:
            said, _ = shell.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            os.killpg(shell.pid, signal.SIGKILL)
            raise
    said = said.replace(str(port), str(PAGES_PORT)).replace(folder, PAGES_FOLDER)
    pieces = re.split(rf"\n{mark} (\d+)\n", said)
    return [int(code) for code in pieces[1::2]], pieces[:-1:2]


def faults(slrun, example, folder):
    """What is wrong with a session, one text for each command that printed something else."""
    codes, printed = typed(slrun, example, folder)
    for (command, lines), said in zip(steps(example.code), printed):
        if "Sanitizer" in said or not agrees(lines, said):
            yield f"$ {command}\nprinted:\n{said}"
    wanted = int(example.demands.get("exit", 0))
    if len(codes) != len(steps(example.code)) or codes[-1] != wanted:
        yield f"exit codes {codes}, the last one not {wanted}"
