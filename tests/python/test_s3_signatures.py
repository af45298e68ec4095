# SPDX-License-Identifier: Apache-2.0
"""What s3.so signs is judged by S3Proxy, whose checks others wrote: presigned URLs are honoured as they
are and refused when a byte is changed, and so are requests with a wrong key."""
import os
import re
import subprocess
import time
import urllib.error
import urllib.request

import pytest
import servers

SLRUN = os.environ["SLRUN"]
KEY = "a b+ü/%2F~'()*!&=;"
SPEC = r"""
local s3 <const> = require "slrun.s3"

pattern { name = "urls", sla = "30s" }

case "urls" {
  act = function(t)
    s3.create_bucket { Bucket = t.id }
    t:own(s3.prefix { Bucket = t.id, Prefix = "" })
    s3.put_object { Bucket = t.id, Key = KEY, Body = "from slrun" }
    local file <close> = assert(io.open(URLS .. ".new", "w"))
    file:write((s3.presign("get_object", { Bucket = t.id, Key = KEY })), "\n")
    file:write((s3.presign("put_object", { Bucket = t.id, Key = "put", ContentType = "text/x" })), "\n")
    file:close()
    os.rename(URLS .. ".new", URLS)
  end,
  poll = function(t) return s3.get_object { Bucket = t.id, Key = "put" } end,
  check = function(_, found) expect(found):matches { Body = s3.binary "by url", ContentType = "text/x" } end,
}
"""


@pytest.fixture(scope="module", name="s3")
def start_s3():
    with servers.running("s3proxy") as url:
        yield url


def fetch(url, **more):
    try:
        with urllib.request.urlopen(urllib.request.Request(url, **more), timeout=20) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read()


def wait_for(path, process):
    end = time.monotonic() + 30
    while not path.exists():
        assert process.poll() is None and time.monotonic() < end, process.communicate(timeout=30)
        time.sleep(0.02)
    return path.read_text(encoding="utf-8").splitlines()


def test_presigned_urls(s3, tmp_path):
    spec, urls = tmp_path / "urls.lua", tmp_path / "urls"
    spec.write_text(f"local KEY <const>, URLS <const> = [==[{KEY}]==], [==[{urls}]==]\n" + SPEC, encoding="utf-8")
    with subprocess.Popen([SLRUN, "--endpoint-url", s3, "--target-name", "s3proxy", str(spec)], env=servers.ENV,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        get, put = wait_for(urls, process)
        assert fetch(get) == (200, b"from slrun")
        assert fetch(re.sub(r"(Signature=)(\w)", lambda m: m[1] + ("1" if m[2] == "0" else "0"), get))[0] == 403
        assert fetch(get.replace("X-Amz-Expires=3600", "X-Amz-Expires=3601"))[0] == 403
        assert fetch(put, data=b"by url", method="PUT", headers={"Content-Type": "text/y"})[0] == 403
        assert fetch(put, data=b"by url", method="PUT", headers={"Content-Type": "text/x"})[0] == 200
        out, _ = process.communicate(timeout=60)
    assert process.returncode == 0, out


@pytest.mark.parametrize("env, code", [
    ({"AWS_SECRET_ACCESS_KEY": "wrong"}, "SignatureDoesNotMatch"),
    ({"AWS_ACCESS_KEY_ID": "nobody"}, "InvalidAccessKeyId"),
], ids=["secret", "key"])
def test_wrong_keys_are_refused(s3, env, code):
    case = os.path.join(os.environ["SLRUN_SPECS"], "services", "s3.lua") + "::a bucket comes and goes"
    done = subprocess.run([SLRUN, "--endpoint-url", s3, "--target-name", "s3proxy", case], capture_output=True, text=True,
                          timeout=60, env={**servers.ENV, **env})
    assert done.returncode == 1 and code in done.stdout, done.stdout + done.stderr
