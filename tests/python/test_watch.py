# SPDX-License-Identifier: Apache-2.0
"""slrun watch: what a change runs again, however it is saved; keys; and how it ends."""
import fcntl
import os
import pty
import re
import select
import signal
import subprocess
import termios
import time

import pytest

SLRUN = os.environ["SLRUN"]
LIMIT = 90  # seconds
PASSES = 'case "{}" (function() end)\n'


def environment(folder, **more):
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "TERM": "xterm"} | more
    return env | {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}


class Watch:
    """slrun watch, with its output in a pipe or on a terminal."""

    def __init__(self, folder, *words, terminal=False):
        self.seen, self.folder = "", folder
        command = [SLRUN, "watch", "-v", *words]
        if terminal:
            self.fd, other = pty.openpty()
            self.before = termios.tcgetattr(self.fd)
            self.process = subprocess.Popen(command, cwd=folder, env=environment(folder), stdin=other, stdout=other, stderr=other,
                                            start_new_session=True, preexec_fn=take_terminal)
            os.close(other)
        else:
            self.process = subprocess.Popen(command, cwd=folder, env=environment(folder), stdin=subprocess.DEVNULL,
                                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
            self.fd = self.process.stdout.fileno()

    def feed(self, seconds):
        if select.select([self.fd], [], [], seconds)[0]:
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                data = b""
            self.seen += data.decode("utf-8", "replace").replace("\r\n", "\n")
            return bool(data)
        return True

    def until(self, pattern):
        """What was shown up to the pattern, which is then forgotten."""
        end = time.monotonic() + LIMIT
        while not (found := re.search(pattern, self.seen)):
            assert time.monotonic() < end and self.feed(1), self.seen
        before, self.seen = self.seen[:found.end()], self.seen[found.end():]
        return before

    def round(self):
        """The words of the cases of the next round."""
        said = self.until(r"\nwatching \d+ specs?: .*\n")
        return sorted(re.findall(r"^(\S+)::\S.* (?:PASSED|FAILED)", re.sub(r"\033\[[\d;]*[a-zA-Z]", "", said), re.MULTILINE)), said

    def keys(self, text):
        os.write(self.fd, text.encode())

    def end(self, number=signal.SIGINT):
        if number:
            self.process.send_signal(number)
        limit = time.monotonic() + LIMIT
        while self.process.poll() is None and time.monotonic() < limit:
            self.feed(0.2)
        return self.process.wait(5)

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def take_terminal():
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.fixture
def watch(tmp_path):
    running = []
    for folder in ("specs/sub", "specs/other"):
        (tmp_path / folder).mkdir(parents=True)
    for file in ("specs/a.lua", "specs/sub/b.lua", "specs/other/c.lua"):
        (tmp_path / file).write_text(PASSES.format("passes"))

    def start(*words, **more):
        running.append(Watch(tmp_path, *words, **more))
        return running[-1]
    start.folder = tmp_path
    yield start
    for one in running:
        one.close()


ALL = ["specs/a.lua", "specs/other/c.lua", "specs/sub/b.lua"]


def test_a_spec_runs_its_cases(watch):
    w = watch("-j", "1")
    assert w.round()[0] == ALL
    (watch.folder / "specs/a.lua").write_text(PASSES.format("one") + PASSES.format("two"))
    cases, said = w.round()
    assert cases == ["specs/a.lua"] * 2 and "changed: specs/a.lua\n" in said and "-j 1" in said
    assert "\033[" not in said
    assert w.end() == 2


def test_however_it_is_saved(watch):
    w = watch()
    w.round()
    spec = watch.folder / "specs/a.lua"
    (watch.folder / "specs/a.lua.new").write_text(PASSES.format("renamed"))
    (watch.folder / "specs/a.lua.new").rename(spec)
    assert "::renamed PASSED" in w.round()[1]
    spec.rename(watch.folder / "specs/a.lua~")  # as Vim does it with a backup
    spec.write_text(PASSES.format("written anew"))
    assert "::written anew PASSED" in w.round()[1]
    spec.unlink()
    (watch.folder / "specs/sub/new").mkdir()
    (watch.folder / "specs/sub/new/d.lua").write_text(PASSES.format("new"))
    assert w.round()[0] == ["specs/sub/new/d.lua"]
    (watch.folder / "specs/sub/new/d.lua").write_text(PASSES.format("changed"))
    assert "::changed PASSED" in w.round()[1]
    spec.write_text(PASSES.format("back"))
    assert w.round()[0] == ["specs/a.lua"]


def test_a_syntax_error_is_shown_and_mended(watch):
    w = watch()
    w.round()
    (watch.folder / "specs/a.lua").write_text("case (")
    assert "ERROR collecting specs/a.lua" in w.round()[1]
    (watch.folder / "specs/a.lua").write_text(PASSES.format("mended"))
    assert w.round()[0] == ["specs/a.lua"]
    (watch.folder / "slrun.yaml").write_text("nonsense: 1\n")
    (watch.folder / "specs/a.lua").write_text(PASSES.format("again"))
    w.until("unknown key 'nonsense'")
    (watch.folder / "slrun.yaml").unlink()
    (watch.folder / "specs/a.lua").write_text(PASSES.format("at last"))
    assert "::at last PASSED" in w.round()[1]


def test_what_specs_share(watch):
    (watch.folder / "slrun.yaml").write_text("jobs: 3\n")
    (watch.folder / "specs/sub/conftest.lua").write_text("")
    (watch.folder / "specs/lib").mkdir()
    w = watch("specs/a.lua", "specs/sub", "specs/other/c.lua::passes")
    assert w.round()[0] == ALL
    (watch.folder / "specs/sub/conftest.lua").write_text("-- changed")
    assert w.round()[0] == ["specs/sub/b.lua"]
    (watch.folder / "specs/conftest.lua").write_text("-- new")
    assert w.round()[0] == ALL
    (watch.folder / "specs/other/c.lua").write_text(PASSES.format("passes") + PASSES.format("not asked for"))
    assert w.round()[0] == ["specs/other/c.lua"]
    (watch.folder / "slrun.yaml").write_text("jobs: 2\n")
    cases, said = w.round()
    assert cases == ALL and "-j 2" in said
    (watch.folder / "report.xml").write_text("")
    (watch.folder / "specs/notes.txt").write_text("")
    (watch.folder / "specs/a.lua").write_text(PASSES.format("the next"))
    assert w.round()[0] == ["specs/a.lua"]


def test_what_a_stack_is_made_of(tmp_path):
    subprocess.run([SLRUN, "init"], cwd=tmp_path, check=True, timeout=LIMIT, stdout=subprocess.DEVNULL)
    (tmp_path / "specs/other.lua").write_text(PASSES.format("passes"))
    (tmp_path / "layer").mkdir()
    (tmp_path / "layer/tool.py").write_text("")
    template = tmp_path / "stacks/hello/template.yaml"
    template.write_text(template.read_text() + "# CodeUri: ../../layer\n")
    w = Watch(tmp_path)
    try:
        assert len(w.round()[0]) == 4
        handler = tmp_path / "stacks/hello/src/app.py"
        handler.write_text(handler.read_text().replace("Hello", "Goodbye"))
        cases, said = w.round()
        assert cases == ["specs/hello.lua"] * 3 and "3 failed" in said
        handler.write_text(handler.read_text().replace("Goodbye", "Hello"))
        assert "3 passed" in w.round()[1]
        template.write_text(template.read_text().replace("Timeout: 5", "Timeout: 6"))
        assert w.round()[0] == ["specs/hello.lua"] * 3
        (tmp_path / "layer/tool.py").write_text("# changed")
        assert w.round()[0] == ["specs/hello.lua"] * 3
    finally:
        w.end()
        w.close()


def test_keys(watch):
    (watch.folder / "specs/a.lua").write_text('case "fails" (function() expect(1):equals(2) end)\n')
    w = watch(terminal=True)
    cases, said = w.round()
    assert cases == ALL and "Enter runs all, f what failed, q quits" in said and "\033[2J" not in said
    w.keys("f")
    cases, said = w.round()
    assert cases == ["specs/a.lua"] and "\033[2J" in said
    w.keys("\r")
    assert w.round()[0] == ALL
    w.keys("x")
    w.keys("q")
    assert w.end(None) == 0
    assert termios.tcgetattr(w.fd) == w.before


WAITS = """
case "waits" {
  sla = "80s",
  act = function() print "begun" end,
  poll = function() return io.open "never" end,
  teardown = function() local file <close> = io.open("cleaned", "a") file:write "once\\n" end,
}
"""


@pytest.mark.parametrize("how", ["Ctrl-C", "SIGINT", "SIGTERM", "q"])
def test_the_end_of_a_round_that_is_under_way(watch, how):
    (watch.folder / "specs/a.lua").write_text(WAITS)
    w = watch("-s", "--clock=real", terminal=True)
    w.until("begun")
    if how in ("Ctrl-C", "q"):
        w.keys("\x03" if how == "Ctrl-C" else "q")
        assert w.end(None) == (0 if how == "q" else 2)
    else:
        assert w.end(getattr(signal, how)) == 2
    assert (watch.folder / "cleaned").read_text() == "once\n"
    assert "Traceback" not in w.seen and subprocess.run(["pgrep", "-s", str(w.process.pid)], check=False, stdout=subprocess.PIPE).stdout == b""


def test_a_change_during_a_round_comes_after_it(watch):
    (watch.folder / "specs/a.lua").write_text(WAITS.replace('io.open "never"', 'io.open "go"'))
    w = watch("-s", "--clock=real")
    w.until("begun")
    (watch.folder / "specs/other/c.lua").write_text(PASSES.format("changed meanwhile"))
    (watch.folder / "go").write_text("")
    assert w.round()[0] == ALL
    assert w.round()[0] == ["specs/other/c.lua"]
    assert w.end(signal.SIGTERM) == 2


def test_wrong_words(watch):
    for words, wanted in ((["--nonsense"], "unknown option --nonsense"), (["missing.lua"], "missing.lua")):
        done = subprocess.run([SLRUN, "watch", *words], cwd=watch.folder, env=environment(watch.folder), text=True,
                              capture_output=True, stdin=subprocess.DEVNULL, timeout=LIMIT, check=False)
        assert done.returncode == 4 and wanted in done.stderr
