# SPDX-License-Identifier: Apache-2.0
"""An HTTP server that notes what it is asked, for tests of what is sent to endpoints."""
import http.server
import threading
import urllib.parse

from sdk import until


class Endpoint(http.server.ThreadingHTTPServer):
    """Notes requests; answers what `answers` has for a path, in turn, and 200 from then on."""

    def __init__(self):
        self.requests, self.answers = [], {}
        endpoint = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def answer(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
                path, _, query = self.path.partition("?")
                left = endpoint.answers.get(path, [])
                status, headers, text = left.pop(0) if left else (200, {}, "{}")
                endpoint.requests.append({"method": self.command, "path": path, "query": dict(urllib.parse.parse_qsl(query)), "body": body,
                                          "headers": {k.lower(): v for k, v in self.headers.items()}})
                self.send_response(status)
                for name, value in {"Content-Length": str(len(text)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(text.encode())
            do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = answer

            def log_message(self, *args):
                pass
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def got(self, n=1, path=None):
        def look():
            found = [r for r in self.requests if path in (None, r["path"])]
            return found if len(found) >= n else None
        return until(look)
