# SPDX-License-Identifier: Apache-2.0
"""The stacks of specs/, deployed by the AWS CLI as users deploy them; and a local cloud that stands for AWS."""
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import urllib.request

from with_local import environment, start

AWS = pathlib.Path(sys.executable).with_name("aws")
BUCKET = "artifacts"
LIMIT = 240  # seconds; nothing here is about time, it only ends what hangs
AT_ONCE = 4


def patterns(specs):
    """{name of the spec: (folder of its stack, parameters)}, of all specs with a stack."""
    found = {}
    for spec in sorted(specs.glob("*.lua")):
        text = spec.read_text(encoding="utf-8")
        stack = re.search(r'^ *stack *= "(.*)"', text, re.MULTILINE)
        if stack:
            given = re.search(r"^ *parameters *= \{(.*)\}", text, re.MULTILINE)
            pairs = re.findall(r'(\w+) = "(\w*)"', given[1]) if given else []
            found[spec.stem] = (specs / stack[1], [f"{name}={value}" for name, value in pairs])
    return found


def aws(environment, folder, *arguments):
    run = subprocess.run([AWS, *arguments], cwd=folder, env=environment, text=True, capture_output=True, timeout=LIMIT,
                         check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def deploy(environment, folder, name, pattern):
    template, parameters = pattern
    packaged = folder / f"{name}.yaml"
    aws(environment, folder, "cloudformation", "package", "--template-file", template / "template.yaml", "--s3-bucket",
        BUCKET, "--output-template-file", packaged)
    aws(environment, folder, "cloudformation", "deploy", "--template-file", packaged, "--stack-name", name,
        "--capabilities", "CAPABILITY_IAM", *(["--parameter-overrides", *parameters] if parameters else []))


def deploy_all(environment, folder, stacks):
    """Side by side: the CLI mostly waits."""
    aws(environment, folder, "s3", "mb", f"s3://{BUCKET}")
    with concurrent.futures.ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        for ended in [pool.submit(deploy, environment, folder, name, pattern) for name, pattern in stacks.items()]:
            ended.result()


def faults(url, method, fault=None):
    """What local_cloud.fail asks of a local cloud, from outside of the run."""
    request = urllib.request.Request(f"{url}/_slrun/faults", method=method, data=fault and json.dumps(fault).encode())
    urllib.request.urlopen(request, timeout=30).close()


class Cloud:
    """A local cloud that stands for AWS: it refuses every signature that is not of this one pair of keys. Runs of slrun
    beside it find it by AWS_ENDPOINT_URL."""

    def __init__(self, folder, key, secret, **variables):
        self.folder = folder
        keys = folder / "keys"
        keys.write_text(f"[ci]\naws_access_key_id = {key}\naws_secret_access_key = {secret}\n")
        self.process, self.url = start(os.environ["SLRUN"], "--strict-signatures", "--credentials", str(keys))
        self.environment = {
            **environment(self.url), "PATH": os.environ["PATH"], "HOME": str(folder), "NO_COLOR": "1",
            "AWS_ACCESS_KEY_ID": key, "AWS_SECRET_ACCESS_KEY": secret, **variables,
            **{name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}}

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=20)

    def slrun(self, *arguments, **variables):
        """The exit code, and all that was said."""
        run = subprocess.run([os.environ["SLRUN"], *map(str, arguments)], cwd=self.folder, text=True, stdin=subprocess.DEVNULL,
                             env={**self.environment, **variables}, capture_output=True, timeout=LIMIT, check=False)
        assert "Sanitizer" not in run.stderr, run.stderr
        said = run.stdout + run.stderr
        assert self.environment["AWS_SECRET_ACCESS_KEY"] not in said
        return run.returncode, said

    def faults(self, method, fault=None):
        faults(self.url, method, fault)
