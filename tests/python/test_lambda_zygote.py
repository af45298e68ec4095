# SPDX-License-Identifier: Apache-2.0
"""Cold starts of Python functions as copies of a process that has imported boto3: a function sees no difference to
a process of its own, and loses nothing where that process is of no use."""
import base64
import json
import os
import re
import signal
import sys

import pytest
from lambda_cloud import create, invoke, make_wheel, open_clouds, runs, until, zipped  # pylint: disable=unused-import

OFF = {"SLRUN_PYTHON_FORK": "off"}
# Whether the process is a copy: the system still shows the environment that the zygote was started with.
COPIED = "'SLRUN_ZYGOTE=' in open('/proc/self/environ').read()"
PLAIN = f"import os\nimport boto3\ndef handler(e, c): return {COPIED}"


@pytest.fixture(name="cloud")
def one_cloud(open_cloud, monkeypatch):
    """Functions have the interpreter that runs this: it has boto3."""
    monkeypatch.setenv("PATH", os.path.dirname(sys.executable) + ":" + os.environ["PATH"])
    return open_cloud()


def children(pid):
    """As {pid: command line}."""
    found = {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{entry}/stat", encoding="utf-8") as stat:
                state, parent = stat.read().rsplit(")", 1)[1].split()[:2]
            with open(f"/proc/{entry}/cmdline", encoding="utf-8") as line:
                if int(parent) == pid and state != "Z":
                    found[int(entry)] = line.read()
        except OSError:
            pass
    return found


def zygotes(cloud, others=()):
    """Of the processes that run the bootstrap: those that are no function's."""
    return [pid for pid, line in children(cloud.process.pid).items() if "bootstrap.py" in line and pid not in others]


def setting(variables):
    return {"Environment": {"Variables": variables}}


# ---- the same ----

SEEN = """
import boto3
import ctypes, gc, json, locale, logging, os, random, resource, signal, sys, tempfile, threading, time, types

def status():
    names = ("SigBlk", "SigIgn", "SigCgt", "Umask", "Threads", "TracerPid", "NoNewPrivs", "Groups")
    return {line.split(":")[0]: line.split(":")[1].strip() for line in open("/proc/self/status")
            if line.split(":")[0] in names}

def stream(s):
    return [s.name, s.mode, s.encoding, s.errors, s.line_buffering, s.isatty(), s.seekable(), s.buffer.raw.name,
            s.buffer.raw.closefd, s.fileno(), type(s.buffer).__name__, os.get_inheritable(s.fileno())]

def descriptors():
    found = {}
    for fd in os.listdir("/proc/self/fd"):
        try:
            found[fd] = os.readlink("/proc/self/fd/" + fd).split(":")[0]
        except OSError:
            pass
    return found

def fatal():
    number = ctypes.c_int()
    ctypes.CDLL(None).prctl(2, ctypes.byref(number))  # PR_GET_PDEATHSIG
    return number.value

limits = {name: resource.getrlimit(getattr(resource, name)) for name in dir(resource) if name.startswith("RLIMIT")}
AT_IMPORT = [descriptors(), boto3.DEFAULT_SESSION is None, time.time() - logging._startTime / (
    1e9 if logging._startTime > 1e15 else 1) < 60]

def handler(event, context):
    main = sys.modules["__main__"]
    pid = os.getpid()
    return {
        "environ": dict(os.environ), "real": ctypes.CDLL(None).getenv(b"_HANDLER") != 0,
        "path": sys.path, "cwd": os.getcwd(), "argv": sys.argv, "orig": getattr(sys, "orig_argv", None),
        "exe": [sys.executable, sys.prefix, sys.flags, sys.warnoptions, sys.dont_write_bytecode, sys.pycache_prefix],
        "status": status(), "ids": [os.getppid(), os.getpgid(0) == pid, os.getsid(0) == pid, os.getuid(), os.nice(0)],
        "signals": {n: str(signal.getsignal(n)) for n in sorted(signal.valid_signals())}, "fatal": fatal(),
        "limits": limits, "streams": [stream(s) for s in (sys.stdin, sys.stdout, sys.stderr)],
        "same": [sys.stdin is sys.__stdin__, sys.stdout is sys.__stdout__, sys.stderr is sys.__stderr__],
        "stdin": sys.stdin.read(), "import": AT_IMPORT, "descriptors": descriptors(),
        "main": [main.__name__, main.__file__, main.__spec__, sorted(vars(main))],
        "threads": [threading.active_count(), threading.current_thread() is threading.main_thread(),
                    threading.main_thread().ident == threading.get_ident(), threading.current_thread().name],
        "finders": sorted(type(f).__name__ for f in sys.meta_path if not isinstance(f, type)),
        "logging": [type(h).__name__ for h in logging.getLogger().handlers], "level": logging.getLogger().level,
        "time": [time.tzname, time.timezone], "locale": [locale.getlocale(), locale.getpreferredencoding(),
                 sys.getfilesystemencoding(), sys.getdefaultencoding()],
        "gc": [gc.isenabled(), gc.get_threshold()], "temporary": tempfile.gettempdir(),
        "limit": [sys.getrecursionlimit(), sys.getswitchinterval()], "modules": sorted(sys.modules),
        "copied": 'SLRUN_ZYGOTE=' in open('/proc/self/environ').read(),
        "create_loader": boto3.client("sqs") and __import__("botocore.session").session.create_loader.__module__,
    }
"""
OWN = {"AWS_LAMBDA_LOG_STREAM_NAME", "AWS_LAMBDA_RUNTIME_API", "SLRUN_PYTHON_FORK", "_X_AMZN_TRACE_ID"}  # of each process


def seen(lam, name, variables):
    found = invoke(lam, name)
    assert "errorMessage" not in found, found
    assert found.pop("copied") == (variables.get("SLRUN_PYTHON_FORK") != "off")
    environment = found["environ"]
    for variable in OWN:
        environment.pop(variable, None)
    return found, set(found.pop("modules"))


def test_a_function_sees_the_same(cloud):
    lam = cloud.client("lambda")
    layer = lam.publish_layer_version(LayerName="own", Content={"ZipFile": zipped({"python/own.py": "x = 1", "bin/tool": ""})})
    found = []
    for variables in ({}, OFF):
        variables = {**variables, "COLOUR": "blue", "PATH": "/mine", "PYTHONPATH": "/somewhere:/somewhere/../somewhere:/else"}
        create(lam, "f", {"app.py": SEEN}, Layers=[layer["LayerVersionArn"]], **setting(variables))
        found.append(seen(lam, "f", variables))
        lam.delete_function(FunctionName="f")
    (copy, copy_has), (plain, plain_has) = found
    for name, value in plain.items():
        assert copy[name] == value, name
    assert copy["environ"]["COLOUR"] == "blue" and copy["path"][1:3] == ["/somewhere", "/else"]
    assert plain_has <= copy_has
    assert not {"zygote", "slrun"} & copy_has
    assert copy["ids"][0] == cloud.process.pid and copy["fatal"] == signal.SIGKILL


def test_copies_differ_from_each_other(cloud):
    lam = cloud.client("lambda")
    code = {"app.py": "import boto3, os, random, uuid, secrets, tempfile\nat_import = random.random()\n"
                      f"def handler(e, c): return [at_import, random.random(), str(uuid.uuid4()), secrets.token_hex(), {COPIED}]"}
    for name in ("one", "two"):
        create(lam, name, code)
    one, two = invoke(lam, "one"), invoke(lam, "two")
    assert one.pop() and two.pop()
    assert not set(one) & set(two)


def test_credentials_and_region_are_the_functions_own(cloud):
    code = {"app.py": "import boto3, os\nclient = boto3.client('sts')\n"
                      "def handler(e, c): return [client.get_caller_identity()['Account'], client.meta.region_name,\n"
                      f"  boto3.Session().get_credentials().access_key, client.meta.endpoint_url, {COPIED}]"}
    lams = [cloud.client("lambda"), cloud.client("lambda")]
    lams[1] = cloud.client("lambda", region="eu-west-3", key="111122223333")
    for lam in lams:
        create(lam, "f", code)
    found = [invoke(lam, "f") for lam in lams]
    keys = [one.pop(2) for one in found]
    assert found == [["000000000000", "us-east-1", cloud.url, True], ["111122223333", "eu-west-3", cloud.url, True]]
    assert keys[0] != keys[1] and all(key.startswith("ASIA") for key in keys)


def test_each_writes_into_its_own_log(cloud):
    lam, logs = cloud.client("lambda"), cloud.client("logs")
    for name in ("one", "two"):
        create(lam, name, {"app.py": "import boto3, logging, os, sys\nlogging.getLogger().setLevel('INFO')\n"
                                     f"def handler(e, c):\n    print('out of {name}')\n    print('err of {name}', file=sys.stderr)\n"
                                     f"    logging.info('log of {name}')\n    return {COPIED}"})
        assert invoke(lam, name) is True

    def said(name):
        events = logs.filter_log_events(logGroupName=f"/aws/lambda/{name}")["events"]
        return "".join(event["message"] for event in events)
    for name, other in (("one", "two"), ("two", "one")):
        assert until(lambda name=name: "REPORT" in said(name))
        assert all(f"{kind} of {name}" in said(name) and f"{kind} of {other}" not in said(name) for kind in ("out", "err", "log"))


def test_memory_is_reported_as_it_is(cloud):
    lam, used = cloud.client("lambda"), []
    for name, variables in (("copy", {}), ("plain", OFF)):
        create(lam, name, {"app.py": "import boto3\nclient = boto3.client('s3')\ndef handler(e, c):\n    big = b'x' * e['bytes']\n"
                                     "    return len(big)"}, MemorySize=512, **setting(variables))
        for size in (0, 100 << 20):
            invoke(lam, name, {"bytes": size})
            answer = lam.invoke(FunctionName=name, LogType="Tail", Payload=json.dumps({"bytes": 0}))
            text = base64.b64decode(answer["LogResult"]).decode()
            used.append(int(re.search(r"Max Memory Used: (\d+) MB", text)[1]))
    small, large, plain_small, plain_large = used
    assert plain_small / 2 < small < plain_small * 1.5
    assert large - small > 80 and plain_large - plain_small > 80


# ---- where a copy would not be the same ----

def publish(lam, files):
    return [lam.publish_layer_version(LayerName="own", Content={"ZipFile": zipped(files)})["LayerVersionArn"]]


VENDORED = {"boto3/__init__.py": "mine = 'mine'"}
ASKS = f"import boto3, os\ndef handler(e, c): return [boto3.mine, {COPIED}]"


def test_what_a_function_brings_wins(cloud):
    lam = cloud.client("lambda")
    create(lam, "before", {"app.py": PLAIN})
    assert invoke(lam, "before") is True
    create(lam, "task", {"app.py": ASKS, **VENDORED})
    assert invoke(lam, "task") == ["mine", False]
    create(lam, "layer", {"app.py": ASKS}, Layers=publish(lam, {"python/" + name: text for name, text in VENDORED.items()}))
    assert invoke(lam, "layer") == ["mine", False]
    jmespath = "mine = 'mine'\ndef compile(x): pass\ndef __getattr__(name): return mine"
    asks = ASKS.replace("boto3.mine", "jmespath.mine").replace("boto3,", "boto3, jmespath,")
    create(lam, "beside", {"app.py": asks, "jmespath.py": jmespath})
    assert invoke(lam, "beside") == ["mine", False]
    create(lam, "below", {"app.py": asks}, Layers=publish(lam, {"python/jmespath.py": jmespath}))
    assert invoke(lam, "below") == ["mine", False]
    create(lam, "site", {"app.py": f"import boto3, builtins\ndef handler(e, c): return [builtins.mine, {COPIED}]"},
           Layers=publish(lam, {"python/sitecustomize.py": "import builtins\nbuiltins.mine = 'mine'"}))
    assert invoke(lam, "site") == ["mine", False]


def test_packages_that_are_installed(cloud, tmp_path):
    """Functions with the same packages have a zygote with those."""
    make_wheel(tmp_path / "wheels", "1.0")
    make_wheel(tmp_path / "wheels", "99.0", "boto3", "boto3")
    asks = f"--no-index\n--find-links {tmp_path}/wheels\n"
    code = "import boto3, os, sys\ndef handler(e, c): return [getattr(boto3, 'version', 'machine'), os.getpid(), " + COPIED + "]"
    lam = cloud.client("lambda")
    pids = []
    for name, more, version in (("machine", "", "machine"), ("one", "boto3==99.0", "99.0"), ("two", "boto3==99.0", "99.0"),
                                ("probe", "slrun-probe==1.0", "machine")):
        create(lam, name, {"app.py": code, "requirements.txt": asks + more if more else "", "name.txt": name})
        found, pid, copied = invoke(lam, name)
        assert (found, copied) == (version, True), name
        pids.append(pid)
    assert len(zygotes(cloud, pids)) == 3


@pytest.mark.parametrize("variables, asks, answer", [
    ({"PYTHONHASHSEED": "0"}, "hash('slrun')", int(os.popen(
        f"PYTHONHASHSEED=0 {sys.executable} -c \"print(hash('slrun'))\"").read())),
    ({"PYTHONOPTIMIZE": "1"}, "sys.flags.optimize", 1),
    ({"LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "latin-1"}, "os.environ['PYTHONIOENCODING']", "latin-1"),
    ({"LD_PRELOAD": ""}, "os.environ['LD_PRELOAD']", ""),
    ({"AWS_LAMBDA_EXEC_WRAPPER": "/usr/bin/env"}, "1", 1),
    ({"MALLOC_ARENA_MAX": "1"}, "1", 1),
    ({"HOME": "/tmp"}, "os.path.expanduser('~')", "/tmp"),
    ({"PYTHONPATH": "relative"}, "'relative' in os.environ['PYTHONPATH']", True),
    (OFF, "1", 1),
])
def test_what_counts_before_a_function_begins(cloud, variables, asks, answer):
    lam = cloud.client("lambda")
    create(lam, "f", {"app.py": f"import boto3, os, sys\ndef handler(e, c): return [{asks}, {COPIED}]"}, **setting(variables))
    assert invoke(lam, "f") == [answer, False]


def test_native_libraries_are_found(cloud):
    lam = cloud.client("lambda")
    for name, file in (("task", "lib/libown.so"), ("version", "lib/libown.so.1"), ("root", "own.cpython-311-x86_64-linux-gnu.so")):
        create(lam, name, {"app.py": PLAIN, file: ""})
        assert invoke(lam, name) is False
    create(lam, "layer", {"app.py": PLAIN}, Layers=publish(lam, {"lib/libown.so": ""}))
    assert invoke(lam, "layer") is False
    create(lam, "none", {"app.py": PLAIN, "lib/some.so.d/text": "", "data.some": ""})
    assert invoke(lam, "none") is False  # rather too seldom a copy than once too often
    create(lam, "other", {"app.py": PLAIN, "lib/text": ""})
    assert invoke(lam, "other") is True


def test_no_boto3_is_imported_for_nobody(cloud):
    lam = cloud.client("lambda")
    create(lam, "f", {"app.py": "import sys\ndef handler(e, c): return [m for m in sys.modules if 'b' + 'oto' in m]"})
    assert invoke(lam, "f") == []
    assert len(zygotes(cloud)) == 1  # the function itself


def test_it_can_be_switched_off_for_all(open_cloud, monkeypatch):
    monkeypatch.setenv("PATH", os.path.dirname(sys.executable) + ":" + os.environ["PATH"])
    monkeypatch.setenv("SLRUN_PYTHON_FORK", "off")
    lam = open_cloud().client("lambda")
    create(lam, "f", {"app.py": PLAIN})
    assert invoke(lam, "f") is False


def test_an_interpreter_without_boto3(open_cloud, monkeypatch, tmp_path):
    shim = tmp_path / "bin" / "python3"
    shim.parent.mkdir()
    shim.write_text(f"#!/bin/sh\nexec {sys.base_prefix}/bin/python3 -S -I \"$@\"\n")
    probe = tmp_path / "venv"
    assert os.system(f"{sys.executable} -m venv --without-pip {probe}") == 0
    monkeypatch.setenv("PATH", f"{probe}/bin:" + os.environ["PATH"])
    monkeypatch.setenv("PYTHONUSERBASE", str(tmp_path))
    lam = open_cloud().client("lambda")
    create(lam, "f", {"app.py": f"try:\n    import boto3\nexcept ImportError:\n    boto3 = None\ndef handler(e, c): return [boto3 is None, {COPIED}]"})
    assert invoke(lam, "f") == [True, False]


# ---- ends ----

ENDS = f"""
import boto3, os, signal, sys, time
if os.environ.get("HOW") == "raise": raise ValueError("at import")
if os.environ.get("HOW") == "exit": os._exit(4)
def handler(event, context):
    how = event.get("how")
    if how == "exit": os._exit(3)
    if how == "leave": sys.exit(5)
    if how == "kill": os.kill(os.getpid(), signal.SIGKILL)
    if how == "abort": os.abort()
    if how == "sleep": time.sleep(100)
    return [os.getpid(), {COPIED}]
"""


@pytest.mark.parametrize("how, message", [
    ("exit", "exit status 3"), ("leave", "exit status 5"), ("kill", "signal: killed"), ("abort", "signal: Aborted"),
    ("sleep", "Task timed out after 1.00 seconds")])
def test_ends_of_a_copy(cloud, how, message):
    lam = cloud.client("lambda")
    answers = []
    for name, variables in (("copy", {}), ("plain", OFF)):
        create(lam, name, {"app.py": ENDS}, **setting(variables))
        lam.update_function_configuration(FunctionName=name, Timeout=1 if how == "sleep" else 30)
        pid, copied = invoke(lam, name)
        assert copied == (name == "copy")
        answer = invoke(lam, name, {"how": how})
        assert message in answer["errorMessage"]
        assert until(lambda pid=pid: not os.path.exists(f"/proc/{pid}"))  # reaped, too
        answers.append(re.sub(r"[0-9a-f-]{36}", "ID", json.dumps(answer)))
        assert invoke(lam, name)[1] == copied
    assert answers[0] == answers[1]


@pytest.mark.parametrize("how, kind", [("raise", "ValueError"), ("exit", "Runtime.ExitError")])
def test_a_copy_that_cannot_begin(cloud, how, kind):
    lam = cloud.client("lambda")
    answers = []
    for name, variables in (("copy", {}), ("plain", OFF)):
        create(lam, name, {"app.py": ENDS}, **setting({"HOW": how, **variables}))
        answer = invoke(lam, name)
        assert answer["errorType"] == kind
        answers.append(re.sub(r"slrun-lambda-\w+/[^\"]*/app|[0-9a-f-]{36}|[0-9.]+ ms", "ID", json.dumps(answer)))
    assert answers[0] == answers[1]


def test_what_a_copy_starts_ends_with_it(cloud):
    lam = cloud.client("lambda")
    create(lam, "f", {"app.py": "import boto3, os, subprocess\nchild = subprocess.Popen(['sleep', '1000'])\n"
                                f"def handler(e, c):\n    if e.get('end'): os._exit(1)\n    return [os.getpid(), child.pid, {COPIED}]"})
    *pids, copied = invoke(lam, "f")
    assert copied
    invoke(lam, "f", {"end": 1})
    assert until(lambda: not any(map(runs, pids)))


def test_a_zygote_that_is_killed(cloud):
    lam = cloud.client("lambda")
    copied = []
    create(lam, "first", {"app.py": ENDS})
    pids = [invoke(lam, "first")[0]]
    for turn in range(5):
        for pid in zygotes(cloud, pids):
            os.kill(pid, signal.SIGKILL)
        create(lam, f"f{turn}", {"app.py": ENDS})
        pid, copy = invoke(lam, f"f{turn}")
        pids.append(pid)
        copied.append(copy)
    assert copied[-1] is False  # it gives up: something is wrong with it
    assert invoke(lam, "first")[0] == pids[0]  # what was copied before lives on
    assert all(map(runs, pids))


def test_a_zygote_that_is_killed_at_work(cloud):
    """Its copies begin by themselves, whenever it happens."""
    lam = cloud.client("lambda")
    create(lam, "first", {"app.py": ENDS})
    pids = [invoke(lam, "first")[0]]
    zygote, = zygotes(cloud, pids)
    os.kill(zygote, signal.SIGSTOP)
    create(lam, "f", {"app.py": ENDS})
    lam.invoke(FunctionName="f", InvocationType="Event", Payload=b"{}")
    os.kill(zygote, signal.SIGKILL)
    pid, copied = invoke(lam, "f")
    assert runs(pid) and copied in (True, False)


@pytest.mark.parametrize("ends", [signal.SIGTERM, signal.SIGKILL])
def test_nothing_is_left_of_a_local_cloud(cloud, ends):
    lam = cloud.client("lambda")
    pids = []
    for name in ("one", "two"):
        create(lam, name, {"app.py": ENDS})
        pid, copied = invoke(lam, name)
        assert copied
        pids.append(pid)
    pids += zygotes(cloud, pids)
    assert len(pids) == 3
    cloud.stop(ends)
    assert until(lambda: not any(map(runs, pids)))
