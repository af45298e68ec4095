# SPDX-License-Identifier: Apache-2.0
"""--trace and --trace=FILE: what they say of calls, whose file it is at any moment, and that no secret is in it."""
import base64
import json
import os
import re
import shutil
import signal
import subprocess
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

SLRUN = os.environ["SLRUN"]
SPEC = Path(__file__).parent / "trace.lua"
WITHIN = 60
KEYS = {"AWS_ACCESS_KEY_ID": "AKIDMARKEDAKIDMARKED", "AWS_SECRET_ACCESS_KEY": "MARKED/secret+access=key",
        "AWS_SESSION_TOKEN": "MARKED/session/token==", "AWS_EC2_METADATA_DISABLED": "true"}
SESSION = """<GetSessionTokenResponse><GetSessionTokenResult><Credentials><AccessKeyId>ASIA1</AccessKeyId>
<SecretAccessKey>MARKED&amp;new/secret</SecretAccessKey><SessionToken>MARKED-new-token</SessionToken>
<Expiration>2030-01-01T00:00:00Z</Expiration></Credentials></GetSessionTokenResult></GetSessionTokenResponse>"""


class Peer(BaseHTTPRequestHandler):
    """Answers everything, some of it badly."""
    protocol_version = "HTTP/1.1"
    slow = 0

    def reply(self, status, body, **headers):
        self.send_response(status)
        for name, value in {"x-amzn-RequestId": "id-of-peer", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def dynamodb(self, body):
        if b"Denied" in body:
            error = {"__type": "AccessDeniedException", "message": "User: me is not authorized"}
            return self.reply(400, json.dumps(error).encode(), Content_Type="application/x-amz-json-1.0")
        if b'"slow"' in body and self.server.slow.pop("left", 0):
            return self.reply(503, b'{"__type":"ServiceUnavailable"}')
        return self.reply(200, b"{}", Content_Type="application/x-amz-json-1.0")

    def any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if "X-Amz-Target" in self.headers:
            return self.dynamodb(body)
        if b"GetSessionToken" in body:
            return self.reply(200, SESSION.encode(), Content_Type="text/xml")
        if self.path == "/login":
            return self.reply(200, b'{"token": "MARKED-token", "n": 1}', Content_Type="application/json",
                              Set_Cookie="session=MARKED-set-cookie")
        if self.path == "/hang":
            self.server.hangs.set()
            time.sleep(WITHIN)
        kind = "application/json" if "/functions/" in self.path or "/apikeys" in self.path else "text/plain"
        return self.reply(200, body if body and b"\0" not in body else b"{}", Content_Type=kind)

    do_GET = do_POST = do_PUT = any

    def log_message(self, *_):
        pass


@pytest.fixture(name="peer")
def starts_peer():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Peer)
    server.daemon_threads, server.slow, server.hangs = True, {"left": 1}, threading.Event()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def environment(url):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    return {**clean, **KEYS, "PEER": url, "GITHUB_ACTIONS": "", "HOME": "/nonexistent"}


def slrun(url, folder, *args, spec=SPEC):
    shutil.copy(spec, folder / "trace.lua")
    return subprocess.run([SLRUN, "--endpoint-url", url, "--region=us-east-1", "-j1", *args, "trace.lua"], cwd=folder, timeout=WITHIN,
                          env=environment(url), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)


def read(path):
    return json.loads(path.read_text())["log"]


def test_lines(peer, tmp_path):
    done = slrun(peer[1], tmp_path, "--trace")
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stderr.splitlines()
    who = r"^\d\d:\d\d:\d\d\.\d{3} trace\.lua::"
    assert all(re.match(who, line) for line in lines), done.stderr
    put, slow, get, refused = lines[:4]
    assert re.search(who + r"an item seed dynamodb\.put_item TableName=T1 Item=\{\"Note\":\"n{20,60}\.\.\. -> 200 id-of-peer \d+\.\d ms$", put), put
    assert re.search(r" act dynamodb\.get_item .* -> 503 ServiceUnavailable, after \d+ ms 200 id-of-peer \d+\.\d ms \(2 tries\)$", slow), slow
    assert re.search(r" poll dynamodb\.get_item ", get), get
    assert re.search(r"a refusal act dynamodb\.get_item .* -> 400 AccessDeniedException id-of-peer", refused), refused
    assert "Key=k?[31m" in lines[4] and not any("\33" in line for line in lines)
    assert "trace.lua::" not in done.stdout.replace("trace.lua::secrets", "") and "4 passed" in done.stdout


def test_no_line_is_mixed_with_another(peer, tmp_path):
    shutil.copy(SPEC, tmp_path / "trace.lua")
    done = subprocess.run([SLRUN, "--endpoint-url", peer[1], "--region=us-east-1", "-j1", "--trace", "trace.lua"], cwd=tmp_path,
                          timeout=WITHIN, env=environment(peer[1]), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    lines = done.stdout.splitlines()
    calls = [line for line in lines if " -> " in line]
    assert len(calls) == 15 and all(re.match(r"^\d\d:\d\d:\d\d\.\d{3} ", line) for line in calls), done.stdout
    letters = [line for line in lines if line.startswith(".")][:2]
    assert all(re.fullmatch(r"\. +\[ *\d+%\]", line) for line in letters) and len(letters) == 2, done.stdout


def test_har(peer, tmp_path):
    done = slrun(peer[1], tmp_path, "--trace=out/run.har")
    assert done.returncode == 0 and not done.stderr, done.stdout + done.stderr
    log = read(tmp_path / "out/run.har")
    entries = log["entries"]
    assert log["version"] == "1.2" and log["creator"]["name"] == "slrun" and len(entries) == 15
    own = Counter((entry["_slrun"]["name"], entry["_slrun"]["phase"], entry["_slrun"]["operation"]) for entry in entries[:3])
    assert own == Counter([("an item", "seed", "put_item"), ("an item", "act", "get_item"), ("an item", "poll", "get_item")])
    slow = entries[1]
    assert [t["status"] for t in slow["_slrun"]["tries"]] == [503, 200] and slow["response"]["status"] == 200
    assert slow["timings"]["blocked"] >= slow["_slrun"]["tries"][1]["delay_ms"]
    for entry in entries:
        assert abs(sum(v for v in entry["timings"].values() if v > 0) - entry["time"]) < 0.01
        assert re.match(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", entry["startedDateTime"])
    small, large = (entry for entry in entries if entry["_slrun"]["name"] == "bytes")
    assert base64.b64decode(small["request"]["postData"]["text"]) == b"\0\1\2\xff"
    assert small["request"]["postData"]["_encoding"] == "base64"
    assert len(large["request"]["postData"]["text"]) == 65536 and large["request"]["postData"]["comment"] == "cut"
    assert large["request"]["bodySize"] == 100000 and large["response"]["content"]["text"].startswith("0123456789")


def test_har_as_haralyzer_reads_it(peer, tmp_path):
    haralyzer = pytest.importorskip("haralyzer")
    slrun(peer[1], tmp_path, "--trace=run.har")
    parser = haralyzer.HarParser.from_file(tmp_path / "run.har")
    entries = parser.har_data["entries"]
    assert Counter(e.request.method for e in map(haralyzer.HarEntry, entries)) == {"POST": 9, "PUT": 5, "GET": 1}
    assert {e.status for e in map(haralyzer.HarEntry, entries)} == {200, 400}
    assert all(e.startTime and e.time >= 0 and e.url.startswith(peer[1][:17]) for e in map(haralyzer.HarEntry, entries))


def test_no_secret_is_shown(peer, tmp_path):
    """Neither by the trace nor by what a run leaves behind, in any of the forms that secrets have on their way."""
    shown = slrun(peer[1], tmp_path, "--trace=run.har", "--report-json=run.jsonl", "--junitxml=run.xml")
    lines = slrun(peer[1], tmp_path, "--trace", "-v")
    assert shown.returncode == lines.returncode == 0, shown.stdout
    (tmp_path / "trace.lua").unlink()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {"run.har", "run.jsonl", "run.xml", "lastfailed"} & {path.name for path in files} >= {"run.har", "run.jsonl", "run.xml"}
    texts = {str(path): path.read_text() for path in files}
    texts.update(out=shown.stdout + shown.stderr + lines.stdout, err=lines.stderr)
    for name, text in texts.items():
        for secret in ("MARKED", base64.b64encode(b"MARKED")[:7].decode(), "M4RK", "Signature=0", "Credential=AKID"):
            at = text.find(secret)
            assert at < 0, f"{name}: ...{text[max(0, at - 200):at + 100]}"
    entries = read(tmp_path / "run.har")["entries"]
    assert any("X-Amz-Signature=***" in entry["request"]["url"] for entry in entries)
    hidden = [e for e in entries if e["request"].get("postData", {}).get("comment") == "hidden: it holds a secret"]
    assert len(hidden) == 1


def test_har_is_whole_at_any_moment(peer, tmp_path):
    """While calls are under way, and after an interrupt."""
    spec = tmp_path / "hang.lua"
    spec.write_text(f"""local http <const> = require "slrun.http"
case "hangs" {{ timeout = "60s", act = function() http.get "{peer[1]}/a" http.get "{peer[1]}/hang" end }}""")
    run = subprocess.Popen([SLRUN, "--trace=run.har", "--endpoint-url", peer[1], "hang.lua"], cwd=tmp_path, env=environment(peer[1]),
                           stdout=subprocess.DEVNULL)
    try:
        assert peer[0].hangs.wait(WITHIN)
        assert [e["request"]["url"] for e in read(tmp_path / "run.har")["entries"]] == [f"{peer[1]}/a"]
        run.send_signal(signal.SIGINT)
        assert run.wait(WITHIN) == 2
    finally:
        run.kill()
    last = read(tmp_path / "run.har")["entries"][-1]
    assert last["request"]["url"] == f"{peer[1]}/hang" and last["response"]["status"] == 0
    assert last["_slrun"]["cancelled"] is True and last["_slrun"]["tries"][0]["code"] == "cancelled"


def test_har_into_a_pipe(peer, tmp_path):
    done = slrun(peer[1], tmp_path, "--trace=/dev/stderr")
    assert len(json.loads(done.stderr)["log"]["entries"]) == 15


def test_where_nothing_can_be_written(peer, tmp_path):
    (tmp_path / "folder").mkdir()
    done = slrun(peer[1], tmp_path, "--trace=folder")
    assert done.returncode == 4 and "folder: the HAR report cannot be written" in done.stderr
    done = slrun(peer[1], tmp_path, "--trace=/dev/full")
    assert done.returncode == 3 and "the HAR report is not complete" in done.stderr and "4 passed" in done.stdout


def test_calls_of_fixtures_are_told(peer, tmp_path):
    spec = tmp_path / "fixture.lua"
    spec.write_text("""local dynamodb <const> = require "slrun.dynamodb"
fixture "warm" { scope = "file", setup = function() dynamodb.list_tables {} end }
case "uses it" { uses = { "warm" }, act = function() end }""")
    done = slrun(peer[1], tmp_path, "--trace", spec=spec)
    assert re.search(r" fixture warm setup dynamodb\.list_tables -> 200 ", done.stderr), done.stderr
