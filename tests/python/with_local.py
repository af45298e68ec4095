# SPDX-License-Identifier: Apache-2.0
"""Runs a command beside a local cloud: usage: with_local.py SLRUN -- COMMAND...

The local cloud's address is in SLRUN_LOCAL_URL; it ends with the command. What AWS's SDKs and its CLI
take from the environment leads there too: endpoint, region and the keys test/test, and no profile of
whoever runs the tests.
"""
import os
import subprocess
import sys


def start(slrun, *options):
    """A local cloud on a free port: the process and its URL."""
    process = subprocess.Popen([slrun, "local", "--port", "0", *options], stdout=subprocess.PIPE, text=True)
    for line in process.stdout:
        if "http://127.0.0.1:" in line:
            return process, "http://127.0.0.1:" + line.split("http://127.0.0.1:")[1].split()[0].rstrip("/")
    raise SystemExit(f"slrun local ended before it listened (exit code {process.wait()})")


def environment(url):
    return {"SLRUN_LOCAL_URL": url, "AWS_ENDPOINT_URL": url, "AWS_REGION": "us-east-1", "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_CONFIG_FILE": os.devnull, "AWS_SHARED_CREDENTIALS_FILE": os.devnull}


def main():
    slrun, dashes, *command = sys.argv[1:]
    assert dashes == "--"
    process, url = start(slrun)
    try:
        code = subprocess.call(command, env={**os.environ, **environment(url)})
    finally:
        process.terminate()
        process.wait(timeout=20)
    sys.exit(code or (process.returncode and f"slrun local ended with {process.returncode}"))


if __name__ == "__main__":
    main()
