# SPDX-License-Identifier: Apache-2.0
"""A scripted peer for all that gives out credentials (STS, IAM Identity Center, containers, the
instance metadata service) and for services that fail, and the tool that asks it
(tests/unit/net/credential_tool.c)."""
import datetime
import json
import os
import shutil
import socket
import ssl
import subprocess
import threading
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

WAIT = 30  # seconds that anything may take at most
GLANCE = 0.02  # seconds between two looks of a server at whether it is to end; Python's half a second is one of each test


def stamp(seconds):
    """So many seconds from now."""
    at = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds)
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


class Server(ThreadingHTTPServer):
    request_queue_size = 256  # with Python's 5 a crowd of connections is let in seconds later, signed long before


class Request:
    def __init__(self, handler, body):
        self.method, self.path = handler.command, handler.path
        self.headers = {name.lower(): value for name, value in handler.headers.items()}
        self.raw_headers = list(handler.headers.items())
        self.body = body
        self.form = dict(urllib.parse.parse_qsl(body.decode("latin-1")))


def reset(handler):
    """Ends the connection so that the other side gets an error, and no end of the stream."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    os.close(handler.connection.detach())


def raw(data):
    """Answers with these bytes, then closes."""
    return lambda handler: handler.wfile.write(data)


class Peer:
    """Answers each kind of question; `script[kind]` is a function of the request in place of the
    usual answer. It returns (status, body), (status, body, headers), or a function of the handler
    that does what it likes with the connection, which then ends. `tls`: (certificate, key) files."""

    def __init__(self, tls=None):
        self.requests, self.script, self.life, self.lock = [], {}, 3600, threading.Lock()
        self.ends = None  # when the last credentials do, since 1970: stamps have whole seconds, so their life is up to one shorter
        self.released = threading.Event()
        peer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # head and body are two packets

            def answer(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                request = Request(self, body)
                answer = peer.answer(request)
                if callable(answer):
                    self.close_connection = True
                    answer(self)
                    return
                status, text, *more = answer
                headers = more[0] if more else {}
                data = text.encode() if isinstance(text, str) else text
                self.send_response_only(status)
                for name, value in ({"Date": self.date_time_string()} | headers).items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST = do_PUT = answer

            def log_message(self, *args):
                pass

            def handle(self):
                try:
                    super().handle()
                except OSError:
                    pass  # whoever asked has gone

        self.server = Server(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*tls)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True,
                                                     do_handshake_on_connect=False)
        self.port = self.server.server_port
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}"
        threading.Thread(target=self.server.serve_forever, args=(GLANCE,), daemon=True).start()

    def close(self):
        self.released.set()
        self.server.shutdown()
        self.server.server_close()

    @staticmethod
    def kind(request):
        path = request.path.split("?")[0]
        if "x-amz-target" in request.headers:
            return request.headers["x-amz-target"]
        if "/s3/aws4_request" in request.headers.get("authorization", ""):
            return "s3"
        if path == "/":
            return request.form.get("Action", "?")
        return {"/latest/api/token": "imds-token", "/token": "oidc", "/federation/credentials": "sso",
                "/latest/meta-data/iam/security-credentials/": "imds-role",
                "/latest/meta-data/placement/region": "imds-region"}.get(
                    path, "imds" if path.startswith("/latest/") else "container")

    def answer(self, request):
        kind = self.kind(request)
        with self.lock:
            self.requests.append((kind, request))
            number = sum(1 for other, _ in self.requests if other == kind)
        if kind in self.script:
            return self.script[kind](request)
        return self.usual(kind, number)

    def silent(self, _):
        """An answer that comes when the test is over."""
        self.released.wait(WAIT)
        return 500, ""

    def usual(self, kind, number):
        key, end = f"{kind.upper()}{number}", stamp(self.life)
        self.ends = datetime.datetime.fromisoformat(end.replace("Z", "+00:00")).timestamp()
        flat = {"AccessKeyId": key, "SecretAccessKey": f"secret of {key}", "Token": f"token of {key}",
                "Expiration": end, "Code": "Success"}
        if kind in ("imds", "container"):
            return 200, json.dumps(flat)
        if kind == "sso":
            return 200, json.dumps({"roleCredentials": {
                "accessKeyId": key, "secretAccessKey": f"secret of {key}",
                "sessionToken": f"token of {key}", "expiration": int((time.time() + self.life) * 1000)}})
        if kind == "oidc":
            return 200, json.dumps({"accessToken": "renewed", "expiresIn": 28800, "refreshToken": "r2"})
        if kind == "GetCallerIdentity":
            return 200, ("<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/ada"
                         "</Arn><UserId>A</UserId><Account>123456789012</Account></GetCallerIdentityResult>"
                         "</GetCallerIdentityResponse>")
        if "." in kind:
            return 200, "{}"
        if kind.startswith("AssumeRole"):
            return 200, (f"<R xmlns='https://sts.amazonaws.com/doc/2011-06-15/'><AssumedRoleUser><Arn>a</Arn>"
                         f"</AssumedRoleUser><Credentials><AccessKeyId>{key}</AccessKeyId><SecretAccessKey>"
                         f"secret of {key}</SecretAccessKey><SessionToken>token of {key}</SessionToken>"
                         f"<Expiration>{end}</Expiration></Credentials></R>")
        return 200, {"imds-token": "the token", "imds-role": "the-role", "imds-region": "eu-south-2"}[kind]

    def asked(self, kind):
        return [request for other, request in self.requests if other == kind]


class Place:
    """A home directory with the files, and the environment for it."""

    def __init__(self, path, peer):
        self.path, self.peer, self.variables = path, peer, {}
        (path / ".aws" / "sso" / "cache").mkdir(parents=True)

    def write(self, name, text):
        path = self.path / ".aws" / name
        path.write_text(text)
        return path

    def environment(self):
        url = self.peer.url
        kept = {name: value for name, value in os.environ.items()
                if not name.startswith("AWS_") and "proxy" not in name.lower()}
        return kept | {"HOME": str(self.path), "AWS_ENDPOINT_URL_STS": url, "AWS_ENDPOINT_URL_SSO": url,
                       "AWS_ENDPOINT_URL_SSO_OIDC": url, "AWS_EC2_METADATA_DISABLED": "true"} | self.variables

    def stand_for_aws(self, **more):
        """Runs of slrun find AWS, and its keys, at the peer."""
        self.variables = {"AWS_ENDPOINT_URL": self.peer.url, "AWS_ACCESS_KEY_ID": "E", "AWS_REGION": "eu-west-1", "NO_COLOR": "1",
                          "AWS_SECRET_ACCESS_KEY": "secret of EEEEEEEE"} | more

    def tool(self, *options):
        return Tool(self, options)

    def want(self, *options):
        with self.tool(*options) as tool:
            return tool.ask("want 1")


@pytest.fixture(name="peer")
def start_peer():
    peer = Peer()
    yield peer
    peer.close()


class Tool:
    def __init__(self, place, options):
        command = os.environ["SLRUN_CREDENTIAL_TOOL"]
        self.process = subprocess.Popen([command, *options], env=place.environment(), text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=place.path)
        self.killer = threading.Timer(WAIT, self.process.kill)
        self.killer.start()

    def ask(self, line):
        try:
            self.process.stdin.write(line + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        answer = self.process.stdout.readline()
        assert answer, f"the tool ended with {self.process.wait()}"
        return json.loads(answer)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        status = self.process.wait(WAIT)
        self.killer.cancel()
        self.process.stdout.close()
        assert status == 0, f"the tool ended with {status}"


def shell(text):
    """A credential_process that runs this text."""
    return f"{shutil.which('sh')} -c '{text}'"
