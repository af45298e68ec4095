# SPDX-License-Identifier: Apache-2.0
"""What a run does where its surroundings fail it: a crash, another slrun, a directory that cannot be
written to, a full disk, a standard output that is closed. docs/command-line.md has the list."""
import contextlib
import json
import os
import pty
import re
import resource
import shutil
import signal
import subprocess
import time
import xml.etree.ElementTree as ET

import pytest

from started import SLRUN, begin, environment, no_process_is_left  # pylint: disable=unused-import

LIMIT = 60  # seconds; ends what hangs

SPEC = """
case "passes" (function() end)
case "fails" (function() error "no" end)
"""
STAYS = """
case "fails" (function() error "no" end)
case "stays" (function(t) io.open("reached", "w"):close() t:sleep "1h" end)
"""


def slrun(folder, *words, **options):
    process = begin(folder, *words, **options)
    out, err = process.communicate(timeout=LIMIT)
    assert "Sanitizer" not in (err or ""), err
    return process.returncode, out, err


def last(out):
    return re.sub(r" in .*", "", out.strip().splitlines()[-1]).strip("= ")


def wait_for(path, process, text=""):
    """Until the file is there, and holds that."""
    end = time.monotonic() + LIMIT
    while not path.exists() or text not in path.read_text(encoding="utf-8"):
        assert process.poll() is None and time.monotonic() < end
        time.sleep(0.02)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.lua").write_text(SPEC)
    return tmp_path


# Crashes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV])
def test_last_failed_after_a_crash(folder, number):
    """The cache is that of the last run that came to its end; reports have what had ended."""
    assert slrun(folder)[0] == 1
    (folder / "b.lua").write_text(STAYS)
    process = begin(folder, "b.lua", "--junitxml=j.xml", "--report-json=r.jsonl", "--clock=real")
    wait_for(folder / "reached", process)
    wait_for(folder / "r.jsonl", process, "b.lua::stays")  # what is told comes some milliseconds later
    wait_for(folder / "j.xml", process, "</testcase>")
    process.send_signal(number)
    process.communicate(timeout=LIMIT)
    assert process.returncode != 0
    suite = ET.parse(folder / "j.xml").getroot()[0]
    assert (suite.get("tests"), suite.get("failures")) == ("1", "1"), "whole, with what had ended"
    lines = [json.loads(line) for line in open(folder / "r.jsonl", encoding="utf-8")]
    assert [line["event"] for line in lines].count("case_end") == 1 and lines[-1]["event"] != "run_end"
    code, out, _ = slrun(folder, "--lf", "-v", "a.lua", "b.lua")
    assert code == 1 and "rerun previous 1 failure" in out and re.findall(r"^(\S+) FAILED", out, re.MULTILINE) == ["a.lua::fails"]
    code, out, _ = slrun(folder, "merge", "r.jsonl")
    assert code == 2 and last(out) == "1 failed, 1 error" and "ERROR b.lua::stays - its run ended before it did" in out


# Two at a time ----------------------------------------------------------------------------------


def test_two_in_one_directory(folder):
    for i in range(8):
        (folder / f"t{i}.lua").write_text('case "c" (function(t) t:sleep "50ms" error "no" end)\n')
    runs = [begin(folder, f"t{i}.lua", "--clock=real", f"--junitxml={i}.xml") for i in range(8)]
    for run in runs:
        out, err = run.communicate(timeout=LIMIT)
        assert run.returncode == 1 and err == "" and last(out) == "1 failed"
    failed = json.loads((folder / ".slrun/cache/lastfailed").read_text())
    assert sorted(failed) == [f"t{i}.lua::c" for i in range(8)], "nothing of any run is lost"
    assert all(ET.parse(folder / f"{i}.xml").getroot()[0].get("failures") == "1" for i in range(8))


# A directory that cannot be written to ----------------------------------------------------------


def nobody(folder):
    """Words that run what follows without the rights of root; None: it cannot be done here."""
    if os.getuid() != 0:
        return ()
    tool = shutil.which("setpriv")
    if not tool:
        return None
    words = (tool, "--reuid=65534", "--regid=65534", "--clear-groups")
    able = subprocess.run([*words, SLRUN, "--version"], cwd=folder, capture_output=True, check=False)
    return words if able.returncode == 0 else None


def test_read_only_directory(folder):
    before = nobody(folder)
    if before is None:
        pytest.skip("as root, a directory is never read-only, and another user cannot run slrun here")
    folder.chmod(0o555)
    try:
        code, out, err = slrun(folder, before=before)
        assert code == 1 and last(out) == "1 failed, 1 passed"
        assert err == "slrun: the cache .slrun/cache cannot be written: Permission denied\n"
        code, out, err = slrun(folder, "--junitxml=out/j.xml", before=before)
        assert code == 4 and out == "" and "out/j.xml: the JUnit report cannot be written: Permission denied" in err
        code, out, err = slrun(folder, "-k", "passes", before=before)
        assert code == 0 and err == "" and last(out) == "1 passed, 1 deselected"
    finally:
        folder.chmod(0o755)


# Something else than a file ---------------------------------------------------------------------


@pytest.mark.parametrize("name, words, code, told", [
    ("conftest.lua", [], 2, "conftest.lua: it is no regular file"),
    ("slrun.yaml", [], 4, "slrun.yaml: the configuration file cannot be read: it is no regular file"),
    (".slrun/cache/lastfailed", ["--lf"], 1, "1 failed, 1 passed"),
    (".slrun/ledger/r4k09x2mqa.jsonl", ["sweep"], 1, "r4k09x2mqa.jsonl cannot be opened: it is no regular file"),
    ("stacks/s/template.yaml", ["s.lua"], 2, "there is no stack at stacks/s"),
    ("template.yaml", ["local", "--port", "0", "template.yaml"], 4, "template.yaml"),
])
def test_a_fifo_holds_nobody(folder, name, words, code, told):
    """Whoever opened it would wait for ever."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(folder / name)
    if "s.lua" in words:
        (folder / "s.lua").write_text('pattern { name = "s", stack = "stacks/s" }\n' + SPEC)
    got, out, err = slrun(folder, *words)
    assert got == code and told in out + err, out + err


PUTS = """
local s3 <const> = require "slrun.s3"
case "puts" (function(t)
  s3.create_bucket { Bucket = t.id }
  s3.put_object { Bucket = t.id, Key = "k", Body = s3.file "given" }
end)
"""


@pytest.mark.parametrize("words, variable, code, told", [
    (["@given"], "", 4, "@given: the file cannot be read: it is no regular file"),
    (["merge", "given"], "", 4, "given: no report of --report-json can be read: it is no regular file"),
    (["local", "--port", "0", "--credentials", "given"], "", 4, "given: it is no regular file"),
    (["--target", "aws"], "AWS_CONFIG_FILE", 4, "given: it is no regular file"),
    (["--target", "aws"], "AWS_SHARED_CREDENTIALS_FILE", 4, "given: it is no regular file"),
    (["--target", "aws"], "AWS_CA_BUNDLE", 4, "given: no certificates can be read from it: it is no regular file"),
    (["--target", "aws"], "AWS_WEB_IDENTITY_TOKEN_FILE", 4, "the token file given: it is no regular file"),
    (["schema.lua"], "", 1, "there is no schema: given: it is no regular file"),
    (["puts.lua"], "", 1, "given is not a file"),
])
def test_a_fifo_that_is_given_holds_nobody(folder, words, variable, code, told):
    os.mkfifo(folder / "given")
    (folder / "schema.lua").write_text('case "c" (function() expect({}):conforms_to "given" end)')
    (folder / "puts.lua").write_text(PUTS)
    env = environment(folder) | {"AWS_ROLE_ARN": "arn:aws:iam::123456789012:role/r", "AWS_REGION": "us-east-1"}
    got, out, err = slrun(folder, *words, env=env | ({variable: "given"} if variable else {}))
    assert got == code and told in out + err, out + err


def test_what_a_shell_makes_of_a_process_is_read(folder):
    """`<(...)` is a pipe below /dev; what has no end there is bounded, and Ctrl-C ends a wait."""
    code, out, err = slrun(folder, "-c", '"$0" @<(echo a.lua; echo -kpasses)', SLRUN, program="bash")
    assert code == 0 and last(out) == "1 passed, 1 deselected", out + err
    assert slrun(folder, "--report-json=a.jsonl", "-kpasses")[0] == 0
    code, out, err = slrun(folder, "-c", '"$0" merge <(cat a.jsonl)', SLRUN, program="bash")
    assert code == 0 and "1 passed" in out, out + err
    code, out, err = slrun(folder, "--target", "aws", env=environment(folder) | {"AWS_CONFIG_FILE": "/dev/zero"})
    assert code == 4 and "/dev/zero: over 1048576 bytes" in err, err
    (folder / "sleeps.sh").write_text('"$1" @<(echo; touch reached; exec sleep 60)')
    waits = begin(folder, "sleeps.sh", SLRUN, program="bash", start_new_session=True)
    wait_for(folder / "reached", waits)
    os.killpg(waits.pid, signal.SIGINT)
    waits.wait(timeout=LIMIT)
    with contextlib.suppress(ProcessLookupError):  # bash has what it starts aside ignore SIGINT, where it had begun
        os.killpg(waits.pid, signal.SIGKILL)
    waits.communicate(timeout=LIMIT)
    assert waits.returncode != 0


# A full disk ------------------------------------------------------------------------------------

ON_TMPFS = """
mount -t tmpfs -o size=64k none "$1" && cd "$1" && cp ../a.lua . || exit 99
dd if=/dev/zero of=fill bs=1k 2>/dev/null
shift
"$@"
code=$?
rm -f fill
cp -r .slrun *.xml *.jsonl .. 2>/dev/null
exit $code
"""


def on_full_disk(folder, *words):
    """Runs slrun where a small tmpfs has no byte left."""
    (folder / "full").mkdir(exist_ok=True)
    (folder / "run.sh").write_text(ON_TMPFS)
    done = subprocess.run(["unshare", "-rm", "sh", "../run.sh", str(folder / "full"), SLRUN, *words], cwd=folder / "full",
                          env=environment(folder), text=True, capture_output=True, timeout=LIMIT, check=False)
    if done.returncode == 99 or "unshare failed" in done.stderr or "Operation not permitted" in done.stderr:
        pytest.skip("no mount of a tmpfs of our own: " + done.stderr.strip())
    assert "Sanitizer" not in done.stderr, done.stderr
    return done


def test_full_disk(folder):
    done = on_full_disk(folder)
    assert done.returncode == 1 and last(done.stdout) == "1 failed, 1 passed", done.stdout + done.stderr
    assert re.match(r"slrun: the cache \S+ cannot be written: No space left on device\n$", done.stderr), done.stderr


def test_reports_on_a_full_disk(folder):
    done = on_full_disk(folder, "a.lua::passes", "--junitxml=j.xml", "--report-json=r.jsonl", "--html=p.html")
    assert done.returncode == 3 and last(done.stdout) == "1 passed", done.stdout + done.stderr
    for name in "j.xml: the JUnit", "r.jsonl: the JSON", "p.html: the HTML":  # each of them
        assert f"{name} report is not complete: No space left on device" in done.stderr, done.stderr
    assert not (folder / "j.xml.part").exists()


def test_files_that_may_grow_no_more(folder):
    """ulimit -f: the kernel's signal ends nothing."""
    (folder / "b.lua").write_text('case "passes" (function(t) t:defer(function() io.open("undone", "w"):close() end) end)')
    code, out, err = slrun(folder, "b.lua", "--junitxml=j.xml", "--report-json=r.jsonl", "--html=p.html",
                           preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64)))
    assert code == 3 and last(out) == "1 passed" and (folder / "undone").exists(), out + err
    for name in "j.xml: the JUnit", "r.jsonl: the JSON", "p.html: the HTML":
        assert f"{name} report is not complete: File too large" in err, err


# Standard output --------------------------------------------------------------------------------


def test_a_full_standard_output(folder):
    with open("/dev/full", "w", encoding="utf-8") as full:
        process = begin(folder, "a.lua::passes", "--junitxml=j.xml", stdout=full)
        _, err = process.communicate(timeout=LIMIT)
    assert process.returncode == 3 and err == "slrun: standard output could not be written whole: No space left on device\n", err
    assert ET.parse(folder / "j.xml").getroot()[0].get("tests") == "1", "reports are not harmed"
    with open("/dev/full", "w", encoding="utf-8") as full:
        assert slrun(folder, stdout=full)[0] == 1, "a failure stays one"
        assert slrun(folder, "--co", "-q", stdout=full)[0] == 3, "a list that is not whole is none"


def test_a_pipe_that_is_closed(folder):
    """As `slrun | head -1`: the run goes on to its end, with all clean-ups."""
    (folder / "b.lua").write_text('case "slow" { each = { i = { 1, 2, 3 } }, act = function(t) t:defer(function() io.open("undone", "a"):write("x"):close() end) t:sleep "300ms" end }\n')
    process = begin(folder, "b.lua", "-v", "--clock=real", "--junitxml=j.xml")
    process.stdout.readline()
    process.stdout.close()
    err = process.stderr.read()
    assert process.wait(timeout=LIMIT) == 3 and err == "slrun: standard output could not be written whole: Broken pipe\n", err
    assert (folder / "undone").read_text() == "xxx" and ET.parse(folder / "j.xml").getroot()[0].get("tests") == "3"


def test_no_standard_output_at_all(folder):
    process = begin(folder, "--junitxml=j.xml", "--report-json=r.jsonl", before=("sh", "-c", '"$@" >&-', "sh"))
    _, err = process.communicate(timeout=LIMIT)
    assert process.returncode == 1 and "Sanitizer" not in err
    assert ET.parse(folder / "j.xml").getroot()[0].get("tests") == "2", "no report is mixed with the terminal's text"
    assert len(open(folder / "r.jsonl", encoding="utf-8").read().splitlines()) == 6
    assert all(json.loads(line) for line in open(folder / "r.jsonl", encoding="utf-8"))
    assert slrun(folder, "a.lua::passes", before=("sh", "-c", '"$@" >&-', "sh"))[0] == 3


def test_a_terminal_that_is_closed(folder):
    """Whoever closes the window leaves nothing: SIGHUP comes, more than once, and nobody reads any more."""
    (folder / "b.lua").write_text(STAYS.replace('t:sleep "1h" end)', """
  t:defer(function() io.open("undone", "w"):close() end)
  t:sleep "1h"
end)"""))
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.execve(SLRUN, [SLRUN, "--clock=real", "b.lua"], environment(folder))
    end = time.monotonic() + LIMIT
    while not (folder / "reached").exists() and time.monotonic() < end:
        time.sleep(0.02)
    os.read(terminal, 1 << 16)
    os.close(terminal)
    os.kill(pid, signal.SIGHUP)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 2
    assert (folder / "undone").exists()


WITH_FUNCTION = """
local lambda <const> = require "slrun.lambda"
pattern { name = "shop", stack = "shop" }
case "asks" (function() lambda.invoke { FunctionName = "shop-asked", Payload = {} } end)
"""
FUNCTION = """
Resources:
  Asked:
    Type: AWS::Serverless::Function
    Properties: { FunctionName: shop-asked, Runtime: python3.11, Handler: app.handler, CodeUri: . }
"""


def test_no_directory_for_temporary_files(folder):
    """Functions need one, and it is said; nothing else does."""
    (folder / "shop").mkdir()
    (folder / "shop/template.yaml").write_text("Transform: AWS::Serverless-2016-10-31\n" + FUNCTION)
    (folder / "shop/app.py").write_text("def handler(event, context):\n    return 1\n")
    (folder / "b.lua").write_text(WITH_FUNCTION)
    nowhere = ("env", "TMPDIR=/nowhere")
    code, out, err = slrun(folder, "b.lua", before=nowhere)
    assert code == 1 and "ServiceException: The local cloud cannot write to the directory of temporary files." in out, out
    told = "(TMPDIR, or /tmp) cannot be written to: No such file or directory"
    assert err.count(told) == 1, err
    code, out, err = slrun(folder, "a.lua::passes", before=nowhere)
    assert (code, last(out), err) == (0, "1 passed", "")
