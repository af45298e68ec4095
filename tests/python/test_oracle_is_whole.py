# SPDX-License-Identifier: Apache-2.0
"""Every operation of every plugin is compared with botocore: its requests, and its results where it has some.

What plugins there are says `slrun plugins --json`, what is compared the tests named python.PLUGIN.requests: those of
ctest, with their environment, as pytest collects them.
"""
import functools
import json
import os
import pathlib
import re
import subprocess
import sys

import pytest

SLRUN = os.environ["SLRUN"]
BUILD = pathlib.Path(SLRUN).resolve().parent.parent
APART = {"lambda": {"invoke": "test_parse_invoke"}, "s3": {"get_bucket_location": "test_location"}} # results of another kind
OWN = {"http": "it is no service of AWS: test_http.py judges it, and its signatures"}


def run(*command, **options):
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=300, check=True, **options).stdout


def listed(plugin):
    """The operations of a plugin; those that answer with something."""
    operations = json.loads(run(SLRUN, "plugins", plugin, "--json"))["operations"]
    return {one["name"] for one in operations}, {one["name"] for one in operations if one["result"]}


PLUGINS = sorted(set(one["name"] for one in json.loads(run(SLRUN, "plugins", "--json"))) - set(OWN))


@functools.lru_cache
def ctests():
    """The tests of the build by their names: command and environment."""
    tests = json.loads(run("ctest", "--test-dir", str(BUILD), "--show-only=json-v1", "-R", r"^python\..*\.requests$"))["tests"]
    environments = {}
    for test in tests:
        values = [p["value"] for p in test["properties"] if p["name"] == "ENVIRONMENT"]
        environments[test["name"]] = test["command"], dict(entry.split("=", 1) for entry in sum(values, []))
    return environments


def compared(plugin):
    """Operations by the test that takes them."""
    command, environment = ctests()[f"python.{plugin}.requests"]
    assert pathlib.Path(environment["SLRUN_OP_PLUGIN"]).stem == plugin
    collected = run(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--collect-only", command[-1],
                    env=os.environ | environment)
    found = {"all": set(re.findall(r"::(test_\w+)\[", collected))}
    for test, op in re.findall(r"::(test_\w+)\[([a-z0-9_]+)\]$", collected, re.MULTILINE):
        found.setdefault(test, set()).add(op)
    return found


def test_there_are_plugins():
    wanted = {"dynamodb", "sqs", "kinesis", "s3", "lambda", "cloudformation", "logs", "sts", "events", "sns", "apigateway",
              "apigatewayv2", "states", "ssm", "secretsmanager", "pipes", "scheduler"}
    assert wanted <= set(PLUGINS)


@pytest.mark.parametrize("plugin", PLUGINS)
def test_every_operation_is_compared(plugin):
    assert f"python.{plugin}.requests" in ctests(), f"no test compares {plugin} with botocore"
    operations, answering = listed(plugin)
    found = compared(plugin)
    assert found.get("test_build", set()) == operations
    apart = APART.get(plugin, {})
    assert set(apart.values()) <= found["all"]
    assert answering <= found.get("test_parse", set()) | set(apart), "results"
