# SPDX-License-Identifier: Apache-2.0
"""slrun.http against a server of Python's standard library: what a spec sends, and what it gets."""
import datetime
import http.server
import json
import os
import re
import subprocess
import threading

import botocore.auth
import pytest
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

SPEC = """
local http <const> = require "slrun.http"
local base <const> = "BASE"

pattern { name = "http" }

case "a get with a query and headers" (function(t)
  local answer = http.get(base .. "/echo?a=1", { query = { b = { 2, "c d" } }, headers = { ["X-Id"] = t.id } })
  expect(answer.status):equals(200)
  expect(answer.json.target):equals("/echo?a=1&b=2&b=c%20d")
  expect(answer.json.headers["x-id"]):equals(t.id)
  expect(answer.json.headers.authorization):is_absent()
  expect(answer.headers["content-type"]):equals("application/json")
end)

case "an answer of 404 is an answer" (function()
  local answer = http.get { url = base .. "/status/404" }
  expect(answer.status):equals(404)
  expect(answer.json):is_absent()
end)

case "an answer of 503 is not tried again" (function()
  expect(http.get(base .. "/count/503").body):equals("1")
end)

case "bodies" (function()
  local json = http.post(base .. "/echo", { json = { list = http.list {}, n = 1 } }).json
  expect(json.body):equals('{"list":[],"n":1}')
  expect(json.headers["content-type"]):equals("application/json")
  expect(http.put(base .. "/echo", { body = "plain" }).json.body):equals("plain")
  expect(http.delete(base .. "/echo").json.method):equals("DELETE")
  expect(http.request { url = base .. "/echo", method = "PURGE" }.json.method):equals("PURGE")
end)

case "a signed request" (function()
  local sent = http.post(base .. "/echo", { json = { a = 1 }, sign = true }).json.headers
  expect(sent.authorization):contains("/execute-api/aws4_request")
end)

case "a poll waits for an answer" {
  sla = "10s",
  poll = function(t) return http.get(base .. "/third/" .. t.id) end,
  check = function(t, found) expect(found.status):equals(200) end,
}

case "two arguments that are not an address and a table" {
  act = function() http.get(base, "x") end,
}

case "an address that nobody listens at" {
  act = function() http.get "http://127.0.0.1:1/" end,
}
"""


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    counts = {}

    def told(self):
        """Method, target, headers by names in lower case, body."""
        headers = {name.lower(): value for name, value in self.headers.items()}
        return self.command, self.path, headers, self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def reply(self, text):
        self.send_response(200)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        kind, _, rest = self.path[1:].partition("/")
        count = self.counts[self.path] = self.counts.get(self.path, 0) + 1
        status, text, content_type = 200, str(count), "text/plain"
        if kind in ("status", "count"):
            status = int(rest)
        elif kind == "third":
            status = 200 if count >= 3 else 404
        else:
            content_type = "application/json"
            headers = {name.lower(): value for name, value in self.headers.items()}
            text = json.dumps({"method": self.command, "target": self.path, "headers": headers, "body": body})
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    do_GET = do_POST = do_PUT = do_DELETE = do_PURGE = answer

    def log_message(self, *args):
        pass


@pytest.fixture
def server():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as it:
        it.daemon_threads = True
        threading.Thread(target=it.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{it.server_address[1]}"
        it.shutdown()


def test_spec(server, tmp_path):
    spec = tmp_path / "http.lua"
    spec.write_text(SPEC.replace("BASE", server))
    done = subprocess.run([os.environ["SLRUN"], str(spec)], capture_output=True, text=True, timeout=120)
    said = done.stdout + done.stderr
    assert "2 failed, 6 passed" in said, said
    assert 'http.get takes an address and one table, such as http.get(url, { query = { n = 1 } })' in said
    assert "127.0.0.1:1" in said and "refused" in said.lower()
    assert "AssertionError" not in said and done.returncode == 1


AT_ENDPOINT = """
local http <const> = require "slrun.http"

pattern { name = "http" }

case "what AWS serves under a host of its own is asked of the endpoint" {
  rows = {
    { name = "API", url = "https://a1b2.execute-api.eu-west-1.amazonaws.com/Prod/echo", host = "a1b2.execute-api.HOST",
      scope = "/eu-west-1/execute-api/aws4_request" },
    { name = "function", url = "https://u1.lambda-url.eu-west-1.on.aws/echo", host = "u1.lambda-url.eu-west-1.HOST",
      scope = "/eu-west-1/lambda/aws4_request" },
    { name = "other", url = "http://HOST/echo", host = "HOST",
      scope = "/us-east-1/execute-api/aws4_request" },
  },
  act = function(t) return http.get { url = t.url, sign = true } end,
  check = function(t, answer)
    expect(answer.json.headers.host):equals(t.host)
    expect(answer.json.headers.authorization):contains(t.scope)
    expect(answer.json.target):contains "/echo"
  end,
}
"""


def test_an_endpoint_stands_for_the_hosts_of_aws(server, tmp_path):
    spec = tmp_path / "endpoint.lua"
    spec.write_text(AT_ENDPOINT.replace("HOST", server.removeprefix("http://")))
    done = subprocess.run([os.environ["SLRUN"], "--endpoint-url", server, str(spec)], capture_output=True, text=True,
                          timeout=120, cwd=tmp_path)
    assert "3 passed" in done.stdout and done.returncode == 0, done.stdout + done.stderr


SIGNED = r"""
local http <const> = require "slrun.http"
local base <const> = "BASE"

case "signed" (function()
  http.get(base .. "/echo/a b%20c/\u{fc}?z=1&a=%2F&a", { sign = true, query = { ["x y"] = "1+2" } })
  http.post(base .. "/echo/", { sign = true, json = { a = "\u{fc}" }, headers = { ["X-Id"] = "  two  blanks " } })
  http.request { url = base, method = "PATCH", sign = true, form = { a = 1 } }
end)
"""


def test_signatures_are_those_of_botocore(server, tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr(Handler, "do_GET", lambda self: (seen.append(self.told()), self.reply("{}")), raising=False)
    for method in ("POST", "PATCH"):
        monkeypatch.setattr(Handler, f"do_{method}", Handler.do_GET, raising=False)
    spec = tmp_path / "signed.lua"
    spec.write_text(SIGNED.replace("BASE", server), encoding="utf-8")
    keys = {"AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            "AWS_SESSION_TOKEN": "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI"}
    done = subprocess.run([os.environ["SLRUN"], "--endpoint-url", server, "--region", "eu-west-1", str(spec)], capture_output=True,
                          text=True, timeout=120, cwd=tmp_path, env=os.environ | keys)
    assert done.returncode == 0, done.stdout + done.stderr
    credentials = Credentials(*keys.values())
    assert [method for method, *_ in seen] == ["GET", "POST", "PATCH"]
    for method, target, headers, body in seen:
        request = AWSRequest(method, server + target, data=body)
        names = re.search("SignedHeaders=([^,]+),", headers["authorization"])[1].split(";")
        for name in names:
            if name not in ("host", "x-amz-date", "x-amz-security-token"):
                request.headers[name] = headers[name]
        moment = datetime.datetime.strptime(headers["x-amz-date"], "%Y%m%dT%H%M%SZ")
        monkeypatch.setattr(botocore.auth, "get_current_datetime", lambda moment=moment: moment)
        botocore.auth.SigV4Auth(credentials, "execute-api", "eu-west-1").add_auth(request)
        assert headers["authorization"] == request.headers["Authorization"], (method, target)
        assert headers["x-amz-security-token"] == keys["AWS_SESSION_TOKEN"]
