# SPDX-License-Identifier: Apache-2.0
"""What shells complete: bash, zsh and fish themselves are asked; the words come from slrun's own tables. And the manual page."""
import os
import pty
import re
import select
import shlex
import shutil
import subprocess
import time

import pytest

SLRUN = os.environ["SLRUN"]
LIMIT = 60  # seconds
SPEC = 'print "read"\ncase "an order is shipped" (function() end)\ncase "it\'s 5 $" (function() end)\ncase "last" (function() end)\n'


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "specs").mkdir()
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/slrun").symlink_to(SLRUN)
    (tmp_path / "specs/orders.lua").write_text(SPEC, encoding="utf-8")
    (tmp_path / "specs/endless.lua").write_text("while true do end\n", encoding="utf-8")
    return tmp_path


def environment(folder):
    env = {"PATH": f"{folder}/bin:{os.environ['PATH']}", "HOME": str(folder), "LC_ALL": "C.UTF-8", "TERM": "dumb"}
    return env | {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}


def run(folder, *words, **more):
    return subprocess.run(words, cwd=folder, env=environment(folder), text=True, capture_output=True,
                          stdin=subprocess.DEVNULL, timeout=LIMIT, check=False, **more)


def told(folder, *words):
    return run(folder, "slrun", *words).stdout


def completed(folder, *words):
    """Directive, and the candidates."""
    first, *rest = told(folder, "completion", "--words", "--", *words).splitlines()
    return first, [line.split("\t")[0] for line in rest]


def options_of(folder, *command):
    return set(re.findall(r"^ .{2,6}(--[\w-]+)", told(folder, *command, "--help"), re.MULTILINE))


def commands_of(folder):
    return re.findall(r"^  slrun (\w+)", told(folder, "--help").split("\ncommands:\n")[1], re.MULTILINE)


def test_commands_and_options_are_those_of_help(folder):
    commands = commands_of(folder)
    files, found = completed(folder, "")
    assert files == "files" and found == commands and "sweep" in commands
    assert set(completed(folder, "--")[1]) == options_of(folder)
    for command in commands:
        assert set(completed(folder, command, "--")[1]) == options_of(folder, command)


@pytest.mark.parametrize("words, expected", [
    (["--tb", ""], ("none", ["auto", "long", "short", "line", "no"])),
    (["--tb=l"], ("none", ["--tb=long", "--tb=line"])),
    (["-x", "--target", "a"], ("none", ["aws"])),
    (["-vn", ""], ("none", ["auto"])),
    (["--html", "sp"], ("files", [])),
    (["--rootdir", ""], ("folders", [])),
    (["-k", ""], ("none", [])),
    (["--", "--t"], ("files", [])),
    (["--stepwise-s"], ("none", ["--stepwise-skip"])),
    (["matrix", "--by", "s"], ("none", ["shard="])),
    (["help", "swe"], ("none", ["sweep"])),
    (["completion", ""], ("none", ["bash", "fish", "zsh"])),
    (["specs/orders.lua", "swe"], ("files", [])),
    (["specs/orders.lua::an"], ("none", ["specs/orders.lua::an order is shipped"])),
    (["specs/orders.lua::nothing"], ("none", [])),
    (["specs/missing.lua::"], ("none", [])),
    (["plugins", "sqs", "send_message_"], ("none", ["send_message_batch"])),
    (["plugins", "dynam"], ("none", ["dynamodb"])),
    (["plugins", "check", ""], ("files", [])),
    (["plugins", "sqs", "send_message", ""], ("none", [])),
])
def test_words(folder, words, expected):
    assert completed(folder, *words) == expected


def test_a_spec_that_does_not_end_holds_no_shell_up(folder):
    began = time.monotonic()
    assert run(folder, "slrun", "completion", "--words", "--", "specs/endless.lua::").stdout in ("", "none\n")
    assert time.monotonic() - began < LIMIT


# bash ---------------------------------------------------------------------------------------------

BASH = r"""
source <(slrun completion bash)
COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=9 COMP_KEY=9
compopt() { echo "compopt $*"; }
_slrun slrun
printf '%s\n' "${COMPREPLY[@]}"
"""


def bash(folder, line):
    done = run(folder, "bash", "--norc", "-c", BASH, "bash", line)
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.parametrize("line, expected", [
    ("slrun --tb l", ["long", "line"]),
    ("slrun --tb=l", ["long", "line"]),
    ("slrun matrix --by sh", ["compopt -o nospace", "shard="]),
    ("slrun specs/orders.lua::", [r"an\ order\ is\ shipped", r"it\'s\ 5\ \$", "last"]),
    (r"slrun specs/orders.lua::an\ or", [r"an\ order\ is\ shipped"]),
    ('slrun "specs/orders.lua::an or', ["specs/orders.lua::an order is shipped"]),
    ('slrun "specs/orders.lua::it', [r"specs/orders.lua::it's 5 \$"]),
    ("slrun 'specs/orders.lua::it", [r"specs/orders.lua::it'\''s 5 $"]),
    ("slrun specs/or", ["compopt -o default", ""]),
    ("slrun s", ["compopt -o filenames", "sweep", "specs"]),
    ("slrun --rootdir ", ["compopt -o dirnames", ""]),
])
def test_bash(folder, line, expected):
    found = bash(folder, line)
    assert found == expected or [word for word in found if word not in ("stubs", "init")] == expected


class Shell:
    """An interactive shell in which keys are pressed."""

    def __init__(self, folder, *words):
        self.seen = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(words[0], words, environment(folder) | {"TERM": "xterm", "PS1": "ready> "})

    def keys(self, text):
        os.write(self.fd, text.encode())

    def until(self, text):
        end = time.monotonic() + LIMIT
        while text not in re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", self.seen.decode("utf-8", "replace")):
            assert time.monotonic() < end, self.seen
            if select.select([self.fd], [], [], 1)[0]:
                self.seen += os.read(self.fd, 65536)
        self.seen = b""

    def end(self):
        os.kill(self.pid, 9)
        os.close(self.fd)
        os.waitpid(self.pid, 0)


def test_bash_at_its_prompt(folder):
    shell = Shell(folder, "bash", "--norc", "--noprofile")
    try:
        shell.until("ready> ")
        shell.keys("source <(slrun completion bash); echo do''ne\r")
        shell.until("done")
        shell.keys("slrun specs/or\t")
        shell.until("specs/orders.lua")
        shell.keys("\b::an\t")
        shell.until(r"\ order\ is\ shipped")
        shell.keys("-v\r")
        shell.until("1 passed")
    finally:
        shell.end()


# zsh, fish ----------------------------------------------------------------------------------------

def needs(shell):
    return pytest.mark.skipif(not shutil.which(shell), reason=f"there is no {shell}")


@needs("zsh")
def test_zsh_at_its_prompt(folder):
    (folder / "init.zsh").write_text("autoload -Uz compinit; compinit -u -d zcompdump; source <(slrun completion zsh); PS1='ready> '\n")
    shell = Shell(folder, "zsh", "-f", "-i")
    try:
        shell.until("ready> ")
        shell.keys("source ./init.zsh; echo do''ne\r")
        shell.until("done")
        shell.keys("slrun specs/orders.lua::an\t")
        shell.until(r"specs/orders.lua::an\ order\ is\ shipped")
        shell.keys("-v\r")
        shell.until("1 passed")
        shell.keys("slrun swee\t--hel\t\r")
        shell.until("usage: slrun sweep")
    finally:
        shell.end()


@needs("fish")
@pytest.mark.parametrize("line, expected", [
    ("slrun --tb l", {"long", "line"}),
    ("slrun swee", {"sweep"}),
    ("slrun specs/orders.lua::an", {"specs/orders.lua::an order is shipped"}),
    ("slrun specs/orders.lua::an\\ o", {"specs/orders.lua::an order is shipped"}),
    ("slrun 'specs/orders.lua::an o", {"specs/orders.lua::an order is shipped"}),
    ("slrun --rootdir sp", {"specs/"}),
    ("slrun specs/o", {"specs/orders.lua"}),
])
def test_fish(folder, line, expected):
    done = run(folder, "fish", "--no-config", "-c", f"slrun completion fish | source; complete -C {shlex.quote(line)}")
    assert {found.split("\t")[0] for found in done.stdout.splitlines()} == expected, done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_scripts_are_sound(folder, shell):
    if not shutil.which(shell):
        pytest.skip(f"there is no {shell}")
    script = folder / f"slrun.{shell}"
    script.write_text(told(folder, "completion", shell))
    assert "slrun" in script.read_text() and run(folder, shell, "-n", str(script)).stderr == ""


def test_an_unknown_shell(folder):
    done = run(folder, "slrun", "completion", "tcsh")
    assert done.returncode == 4 and "'tcsh' is none of bash, fish and zsh" in done.stderr


# help, and the manual page ------------------------------------------------------------------------

def test_help_of_each_command(folder):
    for command in commands_of(folder):
        assert told(folder, "help", command) == told(folder, command, "--help") != ""
    assert told(folder, "help") == told(folder, "--help")
    done = run(folder, "slrun", "help", "destory")
    assert done.returncode == 4 and "did you mean 'destroy'?" in done.stderr


def test_the_manual_has_every_option_and_command(folder):
    page = told(folder, "help", "--man")
    plain = page.replace("\\-", "-")
    for command in commands_of(folder):
        section = re.search(rf"^\.SS slrun {command}\b(.*?)(?=^\.S[SH])", plain, re.MULTILINE | re.DOTALL)[1]
        told_there = set(re.findall(r"^(?:\\fB-\w\\fR, )?\\fB(--[\w-]+)", section, re.MULTILINE))
        assert told_there == (set() if command == "watch" else options_of(folder, command))  # those of a run stand above
    section = plain.split(".SH OPTIONS")[1].split(".SH COMMANDS")[0]
    assert set(re.findall(r"^(?:\\fB-\w\\fR, )?\\fB(--[\w-]+)", section, re.MULTILINE)) == options_of(folder)


@pytest.mark.parametrize("judge", [["mandoc", "-Tlint", "-Wwarning"], ["groff", "-man", "-ww", "-z", "-Tutf8"]], ids=lambda words: words[0])
def test_the_manual_is_sound(folder, judge):
    if not shutil.which(judge[0]):
        pytest.skip(f"there is no {judge[0]}")
    (folder / "slrun.1").write_text(told(folder, "help", "--man"))
    done = run(folder, *judge, "slrun.1")
    # a page that is made by each build has no date
    assert [line for line in (done.stdout + done.stderr).splitlines() if "missing date" not in line] == []
