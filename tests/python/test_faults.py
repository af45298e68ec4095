# SPDX-License-Identifier: Apache-2.0
"""What goes wrong ends with its own outcome and message, and the other cases of the run pass: those
beside it in its spec file, and those of another file, all in flight together.
"""
import json
import os
import re
import signal
import socket
import subprocess
import threading
import time

import pytest

SLRUN = os.environ["SLRUN"]
LIMIT = 60 # seconds; ends what hangs
ENDLESS = 1 << 30 # bytes; nobody takes so many

LIB = """
local dynamodb <const> = require "slrun.dynamodb"
local function ask(name) return dynamodb.get_item { TableName = name, Key = { PK = "a" } } end
local function mark(name) io.open(name, "w"):close() end
local function healthy(t)
  for _ = 1, 5 do
    expect(ask(t.id).Item):equals { PK = "a" }
    t:sleep "20ms"
  end
  mark("healthy-" .. t.id)
end
"""
BESIDE = LIB + """
case "healthy one" (healthy)
%s
case "healthy two" (healthy)
"""
OTHER = LIB + """
case "healthy three" (healthy)
case "healthy four" (healthy)
"""


# -------------------------------------------------------------------------------------------- peer

def answer(body, *headers, length=None, status="200 OK"):
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def pour(connection, begin, piece):
    """Sends without end, until the other side has had enough."""
    connection.sendall(begin)
    for _ in range(ENDLESS // len(piece)):
        connection.sendall(piece)


def reset(connection):
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")


HEALTHY = b'{"Item":{"PK":{"S":"a"}}}'
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

# What the peer does about a request for a table of that name, before it closes the connection.
DOES = {
    "silent": lambda c: c.recv(1), # until the other side closes
    "closes": lambda c: None,
    "resets": reset,
    "closes-in-head": lambda c: c.sendall(b"HTTP/1.1 200 OK\r\nContent-Le"),
    "closes-in-body": lambda c: c.sendall(answer(HEALTHY, length=1000)),
    "stalls-in-body": lambda c: (c.sendall(answer(HEALTHY, length=1000)), c.recv(1)),
    "closes-in-chunk": lambda c: c.sendall(CHUNKED + b"100\r\n{"),
    "bad-chunk": lambda c: c.sendall(CHUNKED + b"zz\r\n{}\r\n0\r\n\r\n"),
    "not-http": lambda c: c.sendall(b"\0\1\2 220 smtp.example.com ESMTP\r\n\r\n"),
    "not-json": lambda c: c.sendall(answer(b"<!doctype html><html>Welcome</html>")),
    "not-utf8": lambda c: c.sendall(answer(b'{"Item":{"PK":{"S":"\xff\xfe"}}}')),
    "json-of-another-kind": lambda c: c.sendall(answer(b"[1,2]")),
    "too-long-length": lambda c: c.sendall(answer(HEALTHY, length=len(HEALTHY) + 1)),
    "too-short-length": lambda c: (c.sendall(answer(HEALTHY, length=len(HEALTHY) - 5)), c.recv(1)),
    "negative-length": lambda c: c.sendall(answer(HEALTHY, length=-1)),
    "length-is-no-number": lambda c: c.sendall(answer(HEALTHY, length="many")),
    "error-page": lambda c: c.sendall(answer(b"<html>Forbidden</html>", status="403 Forbidden")),
    "endless-head": lambda c: pour(c, b"HTTP/1.1 200 OK\r\n", b"X-Filler: " + b"x" * 1000 + b"\r\n"),
    "endless-header": lambda c: pour(c, b"HTTP/1.1 200 OK\r\nX-Filler: ", b"x" * 4096),
    "endless-body": lambda c: pour(c, b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 65536),
    "endless-chunks": lambda c: pour(c, CHUNKED, b"10000\r\n" + b"x" * 65536 + b"\r\n"),
}


class Peer:
    """Answers each request for an item by the name of its table; a healthy table has it."""

    def __init__(self):
        self.server = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.url = f"http://127.0.0.1:{self.server.getsockname()[1]}"
        self.seen = threading.Event()
        self.asked = [] # names of tables
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                connection = self.server.accept()[0]
            except OSError:
                return
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        with connection:
            try:
                while table := self.request(connection):
                    self.asked.append(table)
                    if table not in DOES:
                        connection.sendall(answer(HEALTHY, "Content-Type: application/x-amz-json-1.0"))
                        continue
                    self.seen.set()
                    DOES[table](connection)
                    return
            except OSError:
                pass

    @staticmethod
    def request(connection):
        data = b""
        while b"\r\n\r\n" not in data:
            more = connection.recv(65536)
            if not more:
                return None
            data += more
        head, body = data.split(b"\r\n\r\n", 1)
        length = int(re.search(rb"(?i)content-length: *(\d+)", head)[1])
        while len(body) < length:
            body += connection.recv(65536)
        return json.loads(body)["TableName"]

    def close(self):
        self.server.close()


@pytest.fixture
def peer():
    peer = Peer()
    yield peer
    peer.close()


def start(tmp_path, peer, fault, *words):
    (tmp_path / "beside.lua").write_text(BESIDE % fault)
    (tmp_path / "other.lua").write_text(OTHER)
    env = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")}
    env |= {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "NO_COLOR": "1"}
    return subprocess.Popen([SLRUN, "-v", *words, "--endpoint-url", peer.url, "beside.lua", "other.lua"], cwd=tmp_path,
                            env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def run(tmp_path, peer, fault, *words):
    process = start(tmp_path, peer, fault, *words)
    try:
        out = process.communicate(timeout=LIMIT)[0]
    finally:
        process.kill()
    assert "Sanitizer" not in out, out
    return process.returncode, out


def judge(code, out, verdict, *words):
    """The fault has that verdict, the run says so once, and the four others passed."""
    assert code == 1, out
    assert f"beside.lua::fault {verdict}" in out, out
    assert len(re.findall(r"::healthy (?:one|two|three|four) PASSED", out)) == 4, out
    for word in words:
        assert re.search(word, out), f"not said: {word}\n{out}"


def marks(tmp_path):
    """What has run."""
    return {name for name in ("act", "stack", "teardown") if (tmp_path / name).exists()}


# ---------------------------------------------------------------------------- what a server can do

CLOSED_EARLY = "closed: http://127.0.0.1:[0-9]+ closed the connection before it answered"
CLOSED_LATE = "closed: http://127.0.0.1:[0-9]+ closed the connection in the middle of its answer"
NO_HTTP = "protocol: http://127.0.0.1:[0-9]+ does not answer in HTTP"
NO_JSON = "protocol: the answer is not JSON"
TOO_LARGE = "too-large: the answer of http://127.0.0.1:[0-9]+ "

SAID = {
    "closes": CLOSED_EARLY,
    "resets": CLOSED_EARLY,
    "closes-in-head": CLOSED_LATE + ": its header lines do not come to an end",
    "closes-in-body": CLOSED_LATE,
    "closes-in-chunk": CLOSED_LATE,
    "too-long-length": CLOSED_LATE,
    "bad-chunk": CLOSED_LATE + ": .*chunked",
    "not-http": NO_HTTP,
    "negative-length": NO_HTTP + ": .*Content-Length",
    "length-is-no-number": NO_HTTP + ": .*Content-Length",
    "not-json": NO_JSON,
    "not-utf8": NO_JSON,
    "too-short-length": NO_JSON,
    "json-of-another-kind": "protocol: the answer is not a JSON object",
    "error-page": "HTTP403: <html>Forbidden</html>",
    "endless-head": TOO_LARGE + "has over [0-9]+ header lines",
    "endless-header": TOO_LARGE + "has a header line without an end",
    "endless-body": TOO_LARGE + "is over [0-9]+ bytes",
    "endless-chunks": TOO_LARGE + "is over [0-9]+ bytes",
}


@pytest.mark.parametrize("fault", SAID)
def test_an_answer_that_is_none(tmp_path, peer, fault):
    code, out = run(tmp_path, peer, f'case "fault" (function() ask "{fault}" end)')
    judge(code, out, "FAILED", "E  dynamodb.get_item: " + SAID[fault], "1 failed, 4 passed")


@pytest.mark.parametrize("fault", ["closes-in-body", "not-http", "not-json", "endless-body"])
def test_a_wait_ends_at_once_with_an_answer_that_is_none(tmp_path, peer, fault):
    code, out = run(tmp_path, peer, f"""
case "fault" {{
  sla = "50s",
  poll = function() return ask "{fault}" end,
  check = function(_, found) expect(found.Item):exists() end,
}}""")
    judge(code, out, "FAILED", "E  dynamodb.get_item: " + SAID[fault], "1 failed, 4 passed")


@pytest.mark.parametrize("fault", ["silent", "stalls-in-body"])
def test_a_server_that_does_not_answer(tmp_path, peer, fault):
    code, out = run(tmp_path, peer, f"""
case "fault" {{
  sla = "300ms",
  poll = function() return ask "{fault}" end,
  check = function(_, found) expect(found.Item):exists() end,
}}""")
    judge(code, out, "FAILED", "gave up after 0.3 s|no answer|not answered", "1 failed, 4 passed")


def test_an_error_that_the_spec_catches(tmp_path, peer):
    code, out = run(tmp_path, peer, """
case "fault" (function(t)
  for _, name in ipairs { "closes-in-body", "not-http", "not-json", "endless-head", "too-short-length" } do
    local ok, problem = pcall(ask, name)
    expect(ok):equals(false)
    expect(problem.kind):because(name):matches "^[cpt]"
    healthy(t)
  end
end)""")
    assert code == 0 and "5 passed" in out, out


# -------------------------------------------------------------------------- an error in each phase

PHASES = ["seed", "listen", "act", "poll", "check", "teardown"]
VERDICT = {"seed": "ERROR", "listen": "ERROR", "act": "FAILED", "poll": "FAILED", "check": "FAILED",
           "teardown": "PASSED"}
BREAKS = {
    'error "it breaks"': "E  it breaks",
    "local nothing nothing.field = 1": "E  attempt to index a nil value",
    'ask "closes-in-body"': "E  dynamodb.get_item: " + CLOSED_LATE,
}


def in_phase(phase, code, timeout="20s"):
    return f"""
case "fault" {{
  timeout = "{timeout}",
  sla = "15s",
  seed = function(t) t:defer(function() mark "stack" end) end,
  {"" if phase in ("seed", "poll") else "poll = function() return {} end,"}
  {phase} = function(t)
    {'t:defer(function() mark "stack" end)' if phase == "seed" else ""}
    {code}
  end,
  {"" if phase == "teardown" else 'teardown = function() mark "teardown" end,'}
}}"""


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("breaks", BREAKS)
def test_an_error_in_a_phase(tmp_path, peer, phase, breaks):
    code, out = run(tmp_path, peer, in_phase(phase, breaks))
    judge(code, out, VERDICT[phase], BREAKS[breaks],
          {"PASSED": "5 passed, 1 error", "ERROR": "4 passed, 1 error", "FAILED": "1 failed, 4 passed"}[VERDICT[phase]])
    assert ("ERROR in clean-up of beside.lua::fault" in out) == (phase == "teardown"), out
    assert marks(tmp_path) == {"stack", "teardown"} - {phase}


FIXTURE = """
fixture "thing" {{
  scope = "{scope}",
  setup = function(t)
    t:defer(function() mark "stack" end)
    {setup}
    return "thing"
  end,
  teardown = function() {teardown} end,
}}
case "fault" {{ uses = {{ "thing" }}, act = function() mark "act" end }}"""


@pytest.mark.parametrize("scope", ["case", "file", "run"])
@pytest.mark.parametrize("part", ["setup", "teardown"])
@pytest.mark.parametrize("breaks", BREAKS)
def test_an_error_in_a_fixture(tmp_path, peer, scope, part, breaks):
    spec = FIXTURE.format(scope=scope, **{"setup": "", "teardown": "", part: breaks})
    code, out = run(tmp_path, peer, spec)
    judge(code, out, "ERROR" if part == "setup" else "PASSED", BREAKS[breaks],
          "4 passed, 1 error" if part == "setup" else "5 passed, 1 error")
    assert marks(tmp_path) == ({"stack"} if part == "setup" else {"stack", "act"})


# ------------------------------------------------------------------------------ cut in mid-request

@pytest.mark.parametrize("phase", PHASES[:-1])
@pytest.mark.parametrize("fault", ["silent", "stalls-in-body"])
def test_a_time_limit_in_mid_request(tmp_path, peer, phase, fault):
    code, out = run(tmp_path, peer, in_phase(phase, f'ask "{fault}"', "300ms"))
    within = "poll" if phase == "check" else phase # a wait is both
    judge(code, out, "TIMEOUT", f"timeout after 0.3 s in phase {within}", "1 timeout, 4 passed")
    assert marks(tmp_path) == {"stack", "teardown"}


def test_the_limit_of_the_clean_up_in_mid_request(tmp_path, peer):
    """Half a minute, which cannot be changed: the one slow test here."""
    code, out = run(tmp_path, peer, in_phase("teardown", 'ask "silent"'))
    judge(code, out, "PASSED", "ERROR in clean-up of beside.lua::fault", "clean-up given up after 30.0 s in phase teardown",
          "not run: 1 step of the clean-up behind it", "5 passed, 1 error")


@pytest.mark.parametrize("body", ["while true do end", "while true do pcall(error) end",
                                  "pcall(function() while true do end end) while true do end",
                                  "coroutine.wrap(function() while true do end end)()"])
def test_a_loop_that_never_waits(tmp_path, peer, body):
    code, out = run(tmp_path, peer, in_phase("act", body, "300ms"))
    judge(code, out, "TIMEOUT", "timeout after 0.3 s in phase act, in Lua code that never waits", "1 timeout, 4 passed")
    assert marks(tmp_path) == {"stack", "teardown"}


def until(condition):
    end = time.monotonic() + LIMIT
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def signalled(tmp_path, peer, fault, *numbers):
    """A run that gets the signals, each once the one before shows; when the four others have passed."""
    process = start(tmp_path, peer, fault)
    try:
        assert peer.seen.wait(LIMIT)
        until(lambda: len(list(tmp_path.glob("healthy-*"))) == 4)
        began = time.monotonic()
        process.send_signal(numbers[0])
        for number in numbers[1:]:
            until(lambda: len(peer.asked) > 4 * 5 + 1)
            process.send_signal(number)
        out = process.communicate(timeout=LIMIT)[0]
    finally:
        process.kill()
    assert "Sanitizer" not in out and process.returncode == 2 and "4 passed" in out and "interrupted" in out, out
    assert time.monotonic() - began < LIMIT / 4 # it did not wait for an answer
    return out


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("fault", ["silent", "stalls-in-body"])
@pytest.mark.parametrize("phase", ["act", "poll"])
def test_a_signal_in_mid_request(tmp_path, peer, number, fault, phase):
    out = signalled(tmp_path, peer, in_phase(phase, f'ask "{fault}"'), number)
    assert "beside.lua::fault ERROR" in out and marks(tmp_path) == {"stack", "teardown"}, out


def test_a_second_signal_while_the_clean_up_is_in_mid_request(tmp_path, peer):
    out = signalled(tmp_path, peer, """
case "fault" {
  act = function() ask "silent" end,
  teardown = function() ask "stalls-in-body" end,
}""", signal.SIGINT, signal.SIGINT)
    assert "interrupted: Ctrl-C, in phase act" in out and " 4 passed, 1 error in " in out, out
