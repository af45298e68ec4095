# SPDX-License-Identifier: Apache-2.0
"""What a run shows on a terminal, drawn by a terminal emulator (pyte): the live line, wide characters, sizes, colours; and
what it shows where there is none."""
import fcntl
import os
import pty
import re
import select
import shlex
import struct
import subprocess
import termios
import time

import pyte
import pytest

SLRUN = os.environ["SLRUN"]
LIMIT = 60  # seconds

# A wait ends when the test makes a file: nothing here depends on how fast the machine is.
SPEC = """
local function there(name)
  local file = io.open(name)
  if file then file:close() end
  return file and "done" or "pending"
end
local function waits(name)
  return {
    sla = "50s", timeout = "55s",
    poll = function() return { status = there(name) } end,
    check = function(_, found) expect(found.status):equals "done" end,
  }
end
case "passes" (function() end)
case "fails" (function() expect(1):equals(2) end)
case "an order is shipped" (waits "shipped")
case "ご注文の発送を待っています" (waits "wide")
"""
MANY = """
for i = 1, 150 do case("passes " .. i) (function() end) end
case "waits" {
  sla = "50s", timeout = "55s",
  poll = function() return io.open "shipped" end,
  check = function(_, file) expect(file):exists() end,
}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.lua").write_text(SPEC, encoding="utf-8")
    (tmp_path / "many.lua").write_text(MANY, encoding="utf-8")
    return tmp_path


def environment(folder, **more):
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "TERM": "xterm"} | more
    return env | {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}


class Terminal:
    """slrun on a terminal of that size."""

    def __init__(self, folder, *words, columns=80, lines=24, **env):
        self.screen = pyte.HistoryScreen(columns, lines, history=5000)
        self.stream, self.raw = pyte.ByteStream(self.screen), b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            self.size(0, columns, lines)
            os.execve(SLRUN, [SLRUN, "--clock=real", *words], environment(folder, **env))
        self.size(self.fd, columns, lines)

    @staticmethod
    def size(fd, columns, lines):
        fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def resize(self, columns, lines=24):
        self.size(self.fd, columns, lines)
        self.screen.resize(lines, columns)

    def text(self):
        history = ["".join(line[x].data for x in range(self.screen.columns)) for line in self.screen.history.top]
        return "\n".join(line.rstrip() for line in [*history, *self.screen.display])

    def feed(self):
        """False: slrun has ended."""
        if not select.select([self.fd], [], [], 1)[0]:
            return True
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            data = b""
        self.raw += data
        self.stream.feed(data)
        return bool(data)

    def until(self, pattern):
        end = time.monotonic() + LIMIT
        while not re.search(pattern, self.text()):
            assert time.monotonic() < end and self.feed(), self.text()
        return self.text()

    def end(self):
        limit = time.monotonic() + LIMIT
        while self.feed():
            assert time.monotonic() < limit, self.text()
        os.close(self.fd)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def plain(folder, *words, code=1, **env):
    done = subprocess.run([SLRUN, "--clock=real", *words], cwd=folder, env=environment(folder, **env), capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, timeout=LIMIT, check=False)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def release(folder, *names):
    for name in names or ("shipped", "wide"):
        (folder / name).write_text("")


LIVE = r"(?m)^\d+/\d+(, \d+ failed)?, \d+ in flight \| "


@pytest.mark.parametrize("n", ["0", "1"])
def test_the_live_line(folder, n):
    t = Terminal(folder, "a.lua", "--tb=no", "-n", n, columns=120)
    text = t.until(r'2/4, 1 failed, 2 in flight \| .*: wait \d+s, found.status: expected "done"')
    letters, live = text.rstrip().split("\n")[-2:]
    assert letters == ".F" and "a.lua::an order is shipped: wait" in live
    release(folder, "shipped")
    t.until(r"3/4, 1 failed, 1 in flight \| a.lua::ご")
    release(folder)
    assert t.end() == 1
    text = t.text()
    assert not re.search(LIVE, text) and "in flight" not in text, text
    assert re.search(r"(?m)^\.F\.\. +\[100%\]$", text) and "1 failed, 3 passed in" in text
    assert len(re.findall(r"(?m)^FAILED a.lua::fails - expected 2, got 1$", text)) == 1


def test_cases_of_one_name_in_two_files(folder):
    """Both are a worker's: it tells of each what it does."""
    (folder / "one.lua").write_text('case "same" { timeout = "55s", act = function(t) repeat t:sleep "20ms" until io.open "shipped" end }')
    (folder / "two.lua").write_text('case "same" { sla = "50s", timeout = "55s", poll = function() return io.open "shipped" end,\n'
                                    'check = function(_, file) expect(file):exists() end }')
    t = Terminal(folder, "one.lua", "two.lua", "-n1", columns=200)
    t.until(r"2 in flight \|(?=.* one.lua::same: act )(?=.* two.lua::same: wait )")
    release(folder)
    assert t.end() == 0


@pytest.mark.parametrize("columns", [40, 41, 79, 80, 81, 132])
def test_no_line_is_wider_than_the_terminal(folder, columns):
    t = Terminal(folder, "a.lua", "many.lua", "-r", "fp", columns=columns, lines=200)
    t.until(r"in flight \| a")
    release(folder)
    assert t.end() == 1
    lines = t.text().rstrip().split("\n")
    # a line that the terminal had to wrap would leave its rest in the next one
    for line in lines:
        if re.match(r"[.F]+ +\[", line):
            assert len(line) == columns - 1 and line.endswith("%]"), lines
        if re.match(r"[=_]{2,}.*[=_]{2,}$", line):
            assert len(line) <= columns
    assert any(line.startswith("= ") or line.startswith("==") for line in lines)
    for name in ("passes 1'", "passes 150'", "waits"):
        assert any(name in line for line in lines), name


def test_wide_characters(folder):
    t = Terminal(folder, "a.lua", "-v", "-k", "ご or passes")
    t.until(r"1/2, 1 in flight \| ご")
    live = [line for line in t.screen.display if "in flight" in line][0]
    assert "…" in live or len(live.rstrip()) < 80
    release(folder)
    assert t.end() == 0
    line = [line for line in t.screen.display if "PASSED" in line and "ご" in line][0]
    buffer = t.screen.buffer[t.screen.display.index(line)]
    assert "".join(buffer[x].data for x in range(80)).rstrip().endswith("[100%]")
    assert buffer[78].data == "]" and buffer[79].data == " " # by columns, not by characters


def test_verbose_lines_and_the_live_line(folder):
    t = Terminal(folder, "a.lua", "-v", "--tb=no")
    t.until(r"(?m)^a.lua::passes PASSED +\[ 25%\]$")
    t.until(LIVE)
    release(folder)
    assert t.end() == 1
    assert len(re.findall(r"(?m)^a.lua::\S.* (PASSED|FAILED) +\[ *\d+%\]$", t.text())) == 4 and "in flight" not in t.text()


def test_resizing(folder):
    t = Terminal(folder, "many.lua", columns=120, lines=50)
    t.until(r"150/151, 1 in flight")
    t.resize(60, 50)
    t.until(r"(?m)^150/151, 1 in flight \| .{0,40}$")
    for _ in range(3):
        t.feed()
    release(folder)
    assert t.end() == 0
    assert "in flight" not in t.text(), t.text()
    rule = [line for line in t.text().split("\n") if "151 passed" in line][0]
    assert len(rule.rstrip()) <= 60 # the width that there is at the end


def test_at_the_bottom_of_the_screen(folder):
    """The live line makes the screen scroll, and leaves no hole in it."""
    t = Terminal(folder, "a.lua", "--tb=no", lines=5)
    t.until(LIVE)
    t.until(r"(?m)^2/4, 1 failed")
    release(folder)
    assert t.end() == 1
    text = t.text()
    assert "in flight" not in text and re.search(r"collected 4 cases in 1 file\n\n\.F\.\. +\[100%\]\n=+ short", text), text


@pytest.mark.parametrize("env", [{"CI": "true"}, {"TERM": "dumb"}, {"BUILD_NUMBER": "7"}])
def test_no_live_line(folder, env):
    release(folder)
    t = Terminal(folder, "a.lua", "--tb=no", **env)
    assert t.end() == 1
    assert b"in flight" not in t.raw and b"\x1b[A" not in t.raw and b"1 failed, 3 passed" in t.raw


def test_the_same_lines_everywhere(folder):
    """None is lost for the live line, and none is added."""
    def lines(text):
        text = re.sub(r"\x1b\[[0-9;]*m", "", text.replace("\r", ""))
        return [re.sub(r"\d+\.\d+s|run r\w+|:\d{4,5}|\d+%,?|\(\d+ polls.*\)| \(waited.*|=|\[ *", "", line).rstrip() for line in text.rstrip().split("\n")]
    t = Terminal(folder, "a.lua", "-v", columns=120, lines=300)
    t.until(LIVE)
    release(folder)
    assert t.end() == 1
    shown = [line.rstrip() for line in t.text().rstrip().split("\n")]
    assert sorted(lines("\n".join(shown))) == sorted(lines(plain(folder, "a.lua", "-v", COLUMNS="120")))


@pytest.mark.parametrize("words, env, terminal, colored", [
    ([], {}, True, True), ([], {}, False, False), ([], {"NO_COLOR": "1"}, True, False), ([], {"FORCE_COLOR": "1"}, False, True),
    ([], {"NO_COLOR": ""}, True, True), ([], {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False), ([], {"TERM": "dumb"}, True, False),
    (["--color=yes"], {"NO_COLOR": "1"}, False, True), (["--color=no"], {"FORCE_COLOR": "1"}, True, False), (["--color=auto"], {}, True, True),
])
def test_colours(folder, words, env, terminal, colored):
    if terminal:
        t = Terminal(folder, "a.lua", "-k", "passes", *words, **env)
        assert t.end() == 0
        text = t.raw.decode()
    else:
        text = plain(folder, "a.lua", "-k", "passes", *words, code=0, **env)
    assert ("\x1b[32m" in text) == colored


# The short summary ---------------------------------------------------------------------------------

NASTY = ["two words", "it's", 'say "no"', "$HOME `id` \\\\", "a;b|c&d>e<f(g)", "-x", "*", "日本", "é {x} !#~"]


def test_ids_can_be_pasted_back(folder):
    cases = "".join(f"case([=[{name}]=]) {{ each = {{ n = {{ 1 }} }}, act = function() error 'no' end }}\n" for name in NASTY)
    (folder / "it's $x.lua").write_text(cases, encoding="utf-8")
    out = plain(folder, "it's $x.lua", "--tb=no", code=1)
    lines = [line for line in out.splitlines() if line.startswith("FAILED ")]
    assert len(lines) == len(NASTY)
    for name, line in zip(NASTY, lines):
        word = line.removeprefix("FAILED ").rsplit(" - ", 1)[0]
        assert shlex.split(word) == [f"it's $x.lua::{name}[1]"]
        done = subprocess.run(f"{shlex.quote(SLRUN)} --co -q {word}", shell=True, cwd=folder, env=environment(folder), capture_output=True,
                              text=True, timeout=LIMIT, check=True)
        assert done.stdout.splitlines()[0] == f"it's $x.lua::{name}[1]"


CONTROLS = r"""
case "names\27[2J\7 \u{9b}1m\0" { each = { v = { "x\27[2J\0\u{9b}" } }, act = function() print "said \27[31m" error("raised \27]0;title\7") end }
case "skipped" { skip = "since \27[2J\r", act = function() end }
case "expected" { xfail = "known \u{9b}2J", act = function() expect(1):equals(2) end }
case "cleans" { act = function(t) t:defer(function() error "left \27[2J" end) end }
"""


def test_nothing_controls_the_terminal(folder):
    """Of what a run says of cases; what they print is shown as it is, as pytest does."""
    (folder / "controls.lua").write_text(CONTROLS, encoding="utf-8")
    out = plain(folder, "controls.lua", "-v", "-rA", "--durations=0", code=1)
    controls = [line for line in out.splitlines() if any(c < " " or "\x7f" <= c < "\xa0" for c in line)]
    assert controls == ["said \x1b[31m"], out
    id = r"controls.lua::names\x1b[2J\x07 \x9b1m\x00[x\x1b\x5b2J\x00\x9b]"
    for text in (f"{id} FAILED", f"FAILED '{id}' - ", r"raised \x1b]0;title\x07", r"(since \x1b[2J\x0d)", r"known \x9b2J",
                 r"left \x1b[2J"):
        assert text in out, f"{text}\n{out}"
    assert f"{id}\n" in plain(folder, "--co", "-q", f"controls.lua::{id.split('::')[1]}", code=0)


def test_the_summary_fits_a_terminal_and_is_whole_elsewhere(folder):
    (folder / "long.lua").write_text("case 'long' (function() error(('x'):rep(200), 0) end)")
    assert "FAILED long.lua::long - " + "x" * 200 in plain(folder, "long.lua")
    t = Terminal(folder, "long.lua")
    assert t.end() == 1
    assert [line for line in t.screen.display if line.startswith("FAILED")] == ["FAILED long.lua::long - " + "x" * 55 + "…"]
    t = Terminal(folder, "long.lua", "-vv")
    assert t.end() == 1
    assert "FAILED long.lua::long - " + "x" * 200 in t.raw.decode().replace("\x1b[31mFAILED\x1b[0m", "FAILED")


def test_what_cases_print_is_shown_at_once(folder):
    (folder / "says.lua").write_text('case "talks" { sla = "50s", act = function() print "here I am" end,\n'
                                     'poll = function() return io.open "shipped" end }')
    t = Terminal(folder, "says.lua", "-s")
    t.until(r"(?m)^talks \| here I am$")
    t.until(r"0/1, 1 in flight")
    release(folder)
    assert t.end() == 0 and "in flight" not in t.text()
