# SPDX-License-Identifier: Apache-2.0
"""The ledger: what a run writes down before it makes something, and what it undoes where an answer is not certain."""
import http.server
import json
import os
import re
import resource
import signal
import threading

import pytest

from ledgers import cloud, LIB, place, until  # pylint: disable=unused-import


class Script(http.server.ThreadingHTTPServer):
    """Answers each operation from a list, the last answer again and again; keeps what was asked."""

    def __init__(self, answers):
        super().__init__(("127.0.0.1", 0), Answers)
        self.answers, self.asked, self.sent = {k: list(v) for k, v in answers.items()}, [], []
        self.url = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()


class Answers(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        operation = self.headers["X-Amz-Target"].split(".")[1]
        self.server.asked.append(operation)
        self.server.sent.append(sent)
        left = self.server.answers[operation]
        status, code = left.pop(0) if len(left) > 1 else left[0]
        if status is None: # says nothing, and goes
            self.close_connection = True
            return
        code = code(self.server) if callable(code) else code
        told = code if isinstance(code, dict) else {"__type": f"x#{code}", "message": code} if code else {}
        body = json.dumps(told).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


GONE, IN_USE, BROKEN, OK = (400, "ResourceNotFoundException"), (400, "ResourceInUseException"), (
    500, "InternalServerError"), (200, None)
THROTTLED = (400, "ThrottlingException")


@pytest.mark.parametrize("create, delete, deletes", [
    ([OK], [OK], 1),
    ([OK], [GONE], 1), # somebody was faster
    ([OK], [IN_USE, IN_USE, OK], 3), # still being made
    ([OK], [THROTTLED] * 5 + [OK], 6), # more often than a call is tried
    ([IN_USE], [OK], 0), # it was there before
    ([BROKEN, IN_USE], [OK], 1), # and the first attempt may have made it
    ([BROKEN], [GONE, OK], 2), # "not there" is believed when it is said twice: it came late
    ([(None, None)], [GONE], 2),
])
def test_a_create_that_is_not_certain_is_undone(place, create, delete, deletes):
    server = Script({"CreateTable": create, "DeleteTable": delete})
    spec = place.spec(LIB + 'case "makes" (function(t) pcall(make, t.id .. "-table") end)')
    code, out = place.run("--endpoint-url", server.url, spec)
    server.shutdown()
    assert code == 0, out
    assert server.asked.count("DeleteTable") == deletes, server.asked
    assert not place.ledgers()


def test_an_only_try_that_broke_may_have_made_it(place):
    server = Script({"CreateTable": [BROKEN], "DeleteTable": [OK]})
    spec = place.spec(LIB + 'case "makes" (function(t) pcall(make, t.id .. "-table") end)')
    code, out = place.run("--endpoint-url", server.url, spec, env={"AWS_MAX_ATTEMPTS": "1"})
    server.shutdown()
    assert code == 0, out
    assert server.asked == ["CreateTable", "DeleteTable"] and not place.ledgers(), server.asked


def table_of(server):
    return server.sent[server.asked.index("CreateTable")]


DESCRIBED = (200, {"Table": {"TableName": "fixed", "TableStatus": "ACTIVE", "TableArn": "arn:fixed"}})
CREATING = (200, {"Table": {"TableName": "fixed", "TableStatus": "CREATING", "TableArn": "arn:fixed"}})
MINE = (200, lambda server: {"Tags": table_of(server)["Tags"]})
THEIRS = (200, {"Tags": [{"Key": "a", "Value": "b"}, {"Key": "slrun:run", "Value": "rother"}]})
NONE = (200, {"Tags": []})
MORE = (200, {"Tags": [{"Key": "a", "Value": "b"}], "NextToken": "t"})
NO_TAGS = (400, "UnknownOperationException")
DENIED = (400, "AccessDeniedException")
ANOTHER = "stays: its tags say that another run made it"
NOBODYS = "stays: its tags do not say that this run made it"


@pytest.mark.parametrize("create, describe, tags, deletes, code, said", [
    ([OK], [DESCRIBED], [MINE], 1, 0, None),
    ([OK], [DESCRIBED], [MORE, MINE], 1, 0, None), # on the second page
    ([OK], [CREATING, DESCRIBED], [MINE], 1, 0, None),
    ([OK], [DESCRIBED], [NONE, NONE, MINE], 1, 0, None), # they come late
    ([OK], [GONE], [NONE], 0, 0, None), # somebody was faster
    ([(None, None)], [GONE], [NONE], 0, 0, None),
    ([BROKEN, IN_USE], [DESCRIBED], [MINE], 1, 0, None), # the first attempt has made it
    ([BROKEN, IN_USE], [DESCRIBED], [THEIRS], 0, 0, ANOTHER),
    ([OK], [DESCRIBED], [NONE], 0, 0, NOBODYS),
    ([OK], [DESCRIBED], [NO_TAGS], 0, 0, NOBODYS), # DynamoDB Local
    ([OK], [DESCRIBED], [DENIED], 0, 1, "AccessDeniedException"),
    ([IN_USE], [DESCRIBED], [MINE], 0, 0, None), # it was there before: the tags are not even asked
])
def test_whose_a_table_of_a_fixed_name_is(place, create, describe, tags, deletes, code, said):
    server = Script({"CreateTable": create, "DescribeTable": describe, "ListTagsOfResource": tags,
                     "DeleteTable": [OK]})
    spec = place.spec(LIB + 'case "makes" (function(t) pcall(make, "fixed") end)')
    got, out = place.run("--endpoint-url", server.url, spec)
    server.shutdown()
    assert got == code and server.asked.count("DeleteTable") == deletes, (server.asked, out)
    assert "the table 'fixed' is created without t.id in its name" in out
    assert "deleted at the end only if its tags say that this run made it" in out
    assert said in out if said else "stays:" not in out
    if create == [IN_USE]:
        assert "ListTagsOfResource" not in server.asked
    sent = {tag["Key"]: tag["Value"] for tag in table_of(server)["Tags"]}
    assert sent["slrun:run"] in out and re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", sent["slrun:expires"])
    assert bool(place.ledgers()) == (code == 1)
    for ledger in place.ledgers():
        ledger.unlink()


def test_a_tag_that_the_spec_gives_wins(place):
    server = Script({"CreateTable": [OK], "DeleteTable": [OK]})
    spec = place.spec("""
local dynamodb <const> = require "slrun.dynamodb"
case "makes" (function(t)
  dynamodb.create_table { TableName = t.id, Tags = { { Key = "slrun:expires", Value = "never" } } }
end)""")
    assert place.run("--endpoint-url", server.url, spec)[0] == 0
    server.shutdown()
    assert {"Key": "slrun:expires", "Value": "never"} in table_of(server)["Tags"]
    assert len(table_of(server)["Tags"]) == 2


TICKETS = os.environ.get("SLRUN_TICKETS", "")
TICKET_SPEC = """
local ticket <const> = require "slrun.ticket"
case "opens" (function(t)
  ticket.%s { Name = t.id .. "-ticket" }
  if %s then
    io.open("reached", "w"):close()
    t:sleep "60s"
  end
end)"""


@pytest.mark.skipif(not TICKETS, reason="SLRUN_TICKETS names no plugin")
@pytest.mark.parametrize("operation, api", [("open_ticket", "OpenTicket"), ("open_named", "OpenNamed")])
@pytest.mark.parametrize("killed", [False, True])
def test_what_the_answer_tells_is_what_is_undone(place, operation, api, killed):
    server = Script({api: [(200, {"Id": "T-17"})], "CloseTicket": [OK]})
    words = ["--endpoint-url", server.url, "--plugin-path", TICKETS]
    spec = place.spec(TICKET_SPEC % (operation, str(killed).lower()))
    if killed:
        process = place.start(*words, spec)
        assert until((place.path / "reached").exists)
        until(lambda: any('"type":"made"' in ledger.read_text() for ledger in place.ledgers()))  # written, though nobody waits for it
        process.kill()
        process.communicate()
        code, out = place.run("sweep", *words)
        assert "1 undone" in out
    else:
        code, out = place.run(*words, spec)
    server.shutdown()
    assert code == 0, out
    assert server.asked == [api, "CloseTicket"] and server.sent[1] == {"Id": "T-17"}
    assert not place.ledgers()


# ------------------------------------------------------------------------------------------ ledger


def test_no_ledger_without_something_to_undo(place):
    spec = place.spec(LIB + 'case "reads" (function(t) dynamodb.list_tables {} end)')
    assert place.run("--endpoint-url", place.url, spec)[0] == 0
    assert not (place.path / ".slrun/ledger").exists()


def test_waiting_for_the_disk_in_a_coroutine_of_the_specs_own(place):
    spec = place.spec(LIB + """
case "makes" (function(t)
  local step = coroutine.wrap(function(name)
    make(name)
    local key = coroutine.yield("made")
    t:own(dynamodb.partition { TableName = "shared", Key = { PK = key } })
    put(key)
    return "owned"
  end)
  expect(step(t.id .. "-table")):equals("made")
  expect(step(t.id)):equals("owned")
  local fails = coroutine.create(function() make(t.id .. "-table") end)
  local ok, problem = coroutine.resume(fails)
  expect(ok):equals(false)
  expect(problem.code):equals("ResourceInUseException")
end)""")
    code, out = place.run("--endpoint-url", place.url, spec)
    assert code == 0, out
    assert not place.ledgers()


def test_no_ledger_for_the_local_cloud(place):
    spec = place.spec(LIB + 'case "makes" (function(t) make(t.id .. "-x") end)')
    assert place.run(spec)[0] == 0
    assert not (place.path / ".slrun/ledger").exists()


def test_no_secrets_in_it(place):
    place.env |= {"AWS_ACCESS_KEY_ID": "AKIAQQQQQQQQSECRETID", "AWS_SECRET_ACCESS_KEY": "SeCrEtKeY",
                  "AWS_SESSION_TOKEN": "SeSsIoNtOkEn"}
    place.leave()
    ledger = place.ledgers()[0]
    text = ledger.read_text()
    assert "AKIA..." in text
    for secret in ("QQQQSECRETID", "SeCrEtKeY", "SeSsIoNtOkEn"):
        assert secret not in text
    assert ledger.stat().st_mode & 0o777 == 0o600


def no_room():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


def break_directory(place):
    (place.path / ".slrun").write_text("a file where the directory should be")


@pytest.mark.parametrize("preexec, spoil, reason", [
    (no_room, None, "File too large"), (None, break_directory, "Not a directory")])
def test_what_cannot_be_written_down_is_not_made(place, cloud, preexec, spoil, reason):
    spec = place.spec(LIB + """
case "makes" (function(t) make(t.id .. "-x") end)
case "owns" (function(t)
  t:own(dynamodb.partition { TableName = "shared", Key = { PK = t.id } })
  put(t.id)
end)""")
    if spoil:
        spoil(place)
    code, out = place.run("--endpoint-url", place.url, spec, preexec_fn=preexec)
    assert code == 1 and "2 failed" in out, out
    assert out.count(f"cannot be {'made' if spoil else 'written'}: {reason}") >= 2, out
    assert "hint: nothing was sent" in out
    assert "are left" not in out
    if spoil:
        (place.path / ".slrun").unlink()
    assert not place.ledgers() and cloud.content() == cloud.before
