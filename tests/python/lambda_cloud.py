# SPDX-License-Identifier: Apache-2.0
"""Functions on local clouds of their own: what the tests of them share."""
import base64
import hashlib
import json
import os
import signal

import boto3
import pytest
from botocore.config import Config
import sdk
from sdk import zipped
from with_local import start

SLRUN = os.environ["SLRUN"]
ROLE = "arn:aws:iam::000000000000:role/none"
WITHIN = 300  # seconds that anything may take: pip and npm are slow where much else runs


class Cloud:
    def __init__(self, *options):
        self.process, self.url = start(SLRUN, *options)
        self.stopped = False

    def client(self, name, region="us-east-1", key="test"):
        return boto3.client(name, endpoint_url=self.url, region_name=region, aws_access_key_id=key,
                            aws_secret_access_key="test", config=Config(retries={"max_attempts": 0}, read_timeout=WITHIN))

    def stop(self, number=signal.SIGTERM):
        """Once: a second signal would find it without its handlers, at the end of its end."""
        if not self.stopped:
            self.process.send_signal(number)
        self.stopped = True
        assert self.process.wait(timeout=WITHIN) in (0, -signal.SIGKILL)


@pytest.fixture(name="open_cloud")
def open_clouds(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    clouds = []

    def open_cloud(*options):
        clouds.append(Cloud(*options))
        return clouds[-1]
    yield open_cloud
    for cloud in clouds:
        cloud.stop()


def create(lam, name, code, runtime="python3.12", **more):
    source = {"ZipFile": zipped(code)} if isinstance(code, dict) else {"S3Bucket": code[0], "S3Key": code[1]}
    made = lam.create_function(FunctionName=name, Runtime=runtime, Role=ROLE, Handler="app.handler", Code=source, Timeout=30, **more)
    lam.get_waiter("function_active_v2").wait(FunctionName=name)
    return made


def invoke(lam, name, event=None):
    return json.loads(lam.invoke(FunctionName=name, Payload=json.dumps(event or {}))["Payload"].read())


def until(look):
    return sdk.until(look, WITHIN)


def runs(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def make_wheel(folder, version, name="slrun-probe", module="slrun_probe"):
    """A package that is nowhere else."""
    files = {f"{module}.py": f"version = '{version}'\n",
             f"{module}-{version}.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
             f"{module}-{version}.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"}
    lines = [f"{file},sha256={base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip('=')},{len(text)}"
             for file, text in files.items()]
    files[f"{module}-{version}.dist-info/RECORD"] = "\n".join(lines + [f"{module}-{version}.dist-info/RECORD,,"])
    folder.mkdir(exist_ok=True)
    (folder / f"{module}-{version}-py3-none-any.whl").write_bytes(zipped(files))
