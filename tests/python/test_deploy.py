# SPDX-License-Identifier: Apache-2.0
"""slrun deploy and slrun destroy: which commands of the SAM CLI are run, for whom, and when none is. In place of `sam`
stands a script that writes down how it was called; the real one deploys to a local cloud where there is one."""
import json
import os
import pathlib
import shutil
import stat
import subprocess
import sys

import pytest

from aws_peer import Place, start_peer  # pylint: disable=unused-import
from with_local import environment, start

SLRUN, SPECS = os.environ["SLRUN"], pathlib.Path(os.environ["SLRUN_SPECS"])
BESIDE = SPECS.parent / "build/sam-cli/bin/sam"
SAM = str(BESIDE) if BESIDE.exists() else shutil.which("sam")
LIMIT = 300  # seconds; it only ends what hangs
FAKE = f"""#!{sys.executable}
import json, os, sys
names = ("AWS_ENDPOINT_URL", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE")
with open("calls", "a") as file:
    file.write(json.dumps([sys.argv[1:], {{n: os.environ.get(n) for n in names}}]) + "\\n")
print("sam says something", flush=True)
sys.exit(3 if "fails" in sys.argv else 0)
"""
SPEC = 'pattern { name = "%s", stack = "%s", parameters = { %s } }\ncase "x" (function() end)\n'
FIXED = ["--resolve-s3", "--capabilities", "CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND",
         "--no-confirm-changeset", "--no-fail-on-empty-changeset"]


@pytest.fixture
def place(tmp_path, peer):
    place = Place(tmp_path, peer)
    (tmp_path / "bin").mkdir()
    place.stand_for_aws(PATH=f"{tmp_path}/bin")
    fake = tmp_path / "bin" / "sam"
    fake.write_text(FAKE)
    fake.chmod(fake.stat().st_mode | stat.S_IXUSR)
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "template.yaml").write_text("Resources: {}\n")
    write(place, "a", "one", 'Words = "two \\"words\\"", Number = 3')
    write(place, "b", "two", "")
    return place


def write(place, name, stack, parameters):
    (place.path / f"{name}.lua").write_text(SPEC % (name, stack, parameters))


def run(place, *words, answer=None):
    done = subprocess.run([SLRUN, *words], cwd=place.path, text=True, env=place.environment(), input=answer,
                          stdin=None if answer else subprocess.DEVNULL, capture_output=True, timeout=LIMIT)
    assert "Sanitizer" not in done.stderr and "secret of" not in done.stdout + done.stderr, done.stderr
    return done.returncode, done.stdout + done.stderr


def calls(place):
    path = place.path / "calls"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def test_deploy(place, peer):
    code, said = run(place, "deploy", "--yes", "--stack", "mine", "a.lua")
    assert code == 0, said
    build, deploy = (words for words, _ in calls(place))
    template = f"{place.path}/one/template.yaml"
    assert build == ["build", "--template-file", template, "--build-dir", ".slrun/sam/mine"]
    assert deploy == ["deploy", "--template-file", ".slrun/sam/mine/template.yaml", "--stack-name", "mine", *FIXED,
                      "--region", "eu-west-1", "--parameter-overrides", "Number=3", 'Words="two \\"words\\""']
    lines = said.splitlines()
    assert lines[0] == "target aws, region eu-west-1" and lines[1].startswith("account 123456789012, as arn:"), said
    assert lines[2] == "pattern a: stack mine"
    assert lines[3] == f"$ sam build --template-file {template} --build-dir .slrun/sam/mine", said
    assert lines[4] == "sam says something"
    assert lines[5].startswith("$ sam deploy ") and lines[5].endswith("""Number=3 'Words="two \\"words\\""'"""), said


def test_several_and_shared_stacks(place, peer):
    write(place, "c", "two", "")
    code, said = run(place, "deploy", "-y", "--no-build", "--stack", "a=first", "--stack", "second", "a.lua", "b.lua", "c.lua")
    assert code == 0, said
    assert [(words[0], words[2], words[4]) for words, _ in calls(place)] == [
        ("deploy", f"{place.path}/one/template.yaml", "first"), ("deploy", f"{place.path}/two/template.yaml", "second")]
    code, said = run(place, "deploy", "-y", "--stack", "same", "a.lua", "b.lua")
    assert code == 4 and "the patterns a and b have different stacks, and both are named same" in said, said


def test_destroy(place, peer):
    place.variables["AWS_SAM_STACK_NAME"] = "mine"
    place.write("config", "[profile dev]\nregion = eu-north-1\nrole_arn = arn:r\nsource_profile = base\n")
    place.write("credentials", "[base]\naws_access_key_id = BASE\naws_secret_access_key = secret of BASE\n")
    del place.variables["AWS_REGION"]
    code, said = run(place, "destroy", "--yes", "--profile", "dev", "a.lua")
    assert code == 0, said
    (words, _), = calls(place)
    assert words == ["delete", "--stack-name", "mine", "--no-prompts", "--region", "eu-north-1", "--profile", "dev"]


def test_the_configuration_file_counts(place, peer):
    (place.path / "slrun.yaml").write_text("testpaths: [a.lua]\nstacks: { a: configured }\nregion: eu-north-1\nallowed-region: [eu-north-1]\n")
    code, said = run(place, "destroy", "--yes")
    assert code == 0, said
    (words, _), = calls(place)
    assert words[:3] == ["delete", "--stack-name", "configured"] and words[-1] == "eu-north-1"
    code, said = run(place, "destroy", "--yes", "--region", "us-east-1")
    assert code == 4 and "the region us-east-1 is not among those allowed" in said, said
    code, said = run(place, "destroy", "--yes", "--stack", "a=said")
    assert code == 0 and calls(place)[-1][0][2] == "said", said


def test_an_endpoint(place, peer):
    place.variables["AWS_ENDPOINT_URL"] = "http://127.0.0.1:1"
    del place.variables["AWS_ACCESS_KEY_ID"]
    code, said = run(place, "destroy", "--yes", "--endpoint-url", peer.url, "--stack", "mine", "a.lua")
    assert code == 0, said
    assert calls(place)[0][1] == {"AWS_ENDPOINT_URL": peer.url, "AWS_ACCESS_KEY_ID": "test",
                                  "AWS_SECRET_ACCESS_KEY": "test", "AWS_PROFILE": None}


@pytest.mark.parametrize("options, code, says", [
    (["--allowed-account", "210987654321"], 4, "the account 123456789012 is not among those allowed"),
    (["--allowed-region", "us-east-1"], 4, "the region eu-west-1 is not among those allowed"),
    (["--stack", "c=x"], 4, "--stack c=x: there is no pattern 'c'"),
    (["nothing.lua"], 4, "nothing.lua"),
    (["plain.lua"], 4, "no pattern in 1 file has a stack"),
])
@pytest.mark.parametrize("command", ["deploy", "destroy"])
def test_nothing_is_run(place, peer, command, options, code, says):
    (place.path / "plain.lua").write_text('case "x" (function() end)\n')
    specs = [] if options[0].endswith(".lua") else ["a.lua"]
    exit_code, said = run(place, command, "--yes", "--stack", "mine", *options, *specs)
    assert exit_code == code and says in said and not calls(place), said


def test_names_are_needed(place, peer):
    code, said = run(place, "deploy", "--yes", "a.lua")
    assert code == 4 and "--stack a=NAME" in said and "nothing was done" in said and not calls(place), said


def test_it_asks(place, peer):
    code, said = run(place, "destroy", "--stack", "mine", "a.lua")
    assert code == 4 and "nobody can be asked here" in said and "--yes" in said and not calls(place), said
    for answer, runs in (("n\n", 0), ("\n", 0), ("y\n", 1)):
        main, terminal = os.openpty()
        process = subprocess.Popen([SLRUN, "destroy", "--stack", "mine", "a.lua"], cwd=place.path, env=place.environment(),
                                   stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        os.write(main, answer.encode())
        said, _ = process.communicate(timeout=LIMIT)
        os.close(main)
        os.close(terminal)
        assert "delete 1 stack? [y/N] " in said and len(calls(place)) == runs, said
        assert process.returncode == (0 if runs else 2) and ("nothing was done" in said) == (not runs), said


def test_sam_fails(place, peer):
    code, said = run(place, "deploy", "--yes", "--stack", "a=fails", "--stack", "b=second", "a.lua", "b.lua")
    assert code == 1 and "`sam deploy` ended with 3" in said, said
    assert [words[0] for words, _ in calls(place)] == ["build", "deploy"], "the first failure ends it"


def test_there_is_no_sam(place, peer):
    (place.path / "bin" / "sam").unlink()
    code, said = run(place, "deploy", "--yes", "--stack", "mine", "a.lua")
    assert code == 4 and "there is no `sam` in PATH" in said and "pip install aws-sam-cli" in said, said
    assert not peer.requests
    for words, says in ((["nothing.lua"], "nothing.lua"), (["--stack", "mine", "--stack", "c=x", "a.lua"], "there is no pattern 'c'")):
        code, said = run(place, "deploy", "--yes", *words)
        assert code == 4 and says in said and "sam" not in said, said


@pytest.mark.skipif(not SAM, reason="there is no SAM CLI in PATH or in build/sam-cli")
def test_up_tested_and_down_again(tmp_path):
    process, url = start(SLRUN)
    env = {**environment(url), "PATH": f"{pathlib.Path(SAM).parent}:{os.environ['PATH']}", "HOME": str(tmp_path),
           "SAM_CLI_TELEMETRY": "0", "NO_COLOR": "1", "AWS_PAGER": "",
           **{name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}}

    def slrun(*words):
        done = subprocess.run([SLRUN, *words, str(SPECS / "lambda-mock.lua")], cwd=tmp_path, env=env, text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=LIMIT)
        return done.returncode, done.stdout + done.stderr
    try:
        code, said = slrun("deploy", "--yes", "--no-build", "--stack", "mock")
        assert code == 0 and "Successfully created/updated stack - mock" in said, said
        code, said = slrun("--target", "aws", "--stack", "mock")
        assert code == 0 and "passed" in said, said
        code, said = slrun("destroy", "--yes", "--stack", "mock")
        assert code == 0 and "Deleted successfully" in said, said
        code, said = slrun("--target", "aws", "--stack", "mock")
        assert code == 1 and "there is no stack 'mock'" in said, said
    finally:
        process.terminate()
        process.wait(timeout=20)
