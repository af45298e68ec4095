# SPDX-License-Identifier: Apache-2.0
"""The local cloud and its peers as processes on loopback, ended whatever happens."""
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass, field, replace

SUBJECT = "slrun"
MOTO = "moto"
READY_S = 60
STOP_S = 5
PEERS = pathlib.Path(__file__).resolve().parent.parent / "peers"


@dataclass(frozen=True)
class Places:
    """Where the programs are; `modules` is a node_modules, "" where there is no npm."""
    slrun: str
    python: str
    node: str
    modules: str


@dataclass(frozen=True)
class Server:
    name: str
    services: tuple
    command: object              # (places, port, folder) -> list of arguments
    node: bool = False           # a Node.js server
    shown: tuple = ()            # services in which no goal is against it
    access_key: str = "test"
    secret_key: str = "test"
    environment: dict = field(default_factory=dict)


def _slrun(places, port, folder):
    return [places.slrun, "local", "--port", port]


def _moto(places, port, folder):
    return [places.python, "-m", "moto.server", "-H", "127.0.0.1", "-p", port]


def _dynalite(places, port, folder):
    return [places.node, f"{places.modules}/dynalite/cli.js", "--host", "127.0.0.1", "--port", port,
            "--createTableMs", "0"]


def _kinesalite(places, port, folder):
    return [places.node, f"{places.modules}/kinesalite/cli.js", "--host", "127.0.0.1", "--port",
            port, "--createStreamMs", "0", "--shardLimit", "1000"]


def _s3rver(places, port, folder):
    return [places.node, f"{places.modules}/s3rver/bin/s3rver.js", "-s", "-a", "127.0.0.1", "-p",
            port, "-d", f"{folder}/s3rver"]


def _fauxqs(places, port, folder):
    return [places.node, str(PEERS / "fauxqs.mjs"), places.modules, port]


SERVERS = (
    Server(SUBJECT, ("dynamodb", "sqs", "kinesis", "s3"), _slrun),
    Server(MOTO, ("dynamodb", "sqs", "kinesis", "s3"), _moto),
    Server("dynalite", ("dynamodb",), _dynalite, node=True),
    # Its S3 checks no signature and no checksum.
    Server("fauxqs", ("sqs", "s3"), _fauxqs, node=True, shown=("s3",)),
    Server("kinesalite", ("kinesis",), _kinesalite, node=True),
    Server("s3rver", ("s3",), _s3rver, node=True, access_key="S3RVER", secret_key="S3RVER"),
)

# The local cloud once more, asked with keys that it does not know: then it checks no signature, as Node's servers never do.
UNCHECKED = replace(SERVERS[0], name="unchecked", access_key="unchecked", secret_key="unchecked")


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def command_of(server, places, port, folder):
    """The command; the system ends the process when the one that starts it ends."""
    arguments = [str(a) for a in server.command(places, port, folder)]
    return [shutil.which("setpriv"), "--pdeathsig", "KILL", *arguments]


def environment_of(server, folder):
    """A small one. Node's servers are told that this is earnest."""
    return {"PATH": "/usr/bin:/bin", "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8",
            "NODE_ENV": "production", "PYTHONDONTWRITEBYTECODE": "", **server.environment}


class Running:
    """A server at work, for a `with`."""

    def __init__(self, server, places):
        self.server, self.places = server, places
        self.port = free_port()
        self._folder = tempfile.TemporaryDirectory(prefix="slrun-bench-")
        self._process = None

    def __enter__(self):
        folder = self._folder.name
        self._log = open(f"{folder}/log", "wb")
        self._process = subprocess.Popen(
            command_of(self.server, self.places, self.port, folder), stdin=subprocess.DEVNULL,
            stdout=self._log, stderr=self._log, cwd=folder,
            env=environment_of(self.server, folder))
        try:
            self._wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _wait(self):
        end = time.monotonic() + READY_S
        while time.monotonic() < end and self._process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.02)
        text = pathlib.Path(self._folder.name, "log").read_text(errors="replace")
        raise RuntimeError(f"{self.server.name} did not start: {text[-600:]}")

    def __exit__(self, *_):
        self._process.terminate()
        try:
            self._process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()
        self._folder.cleanup()

    def cpu_s(self):
        """Processor time that it has taken, all threads."""
        text = pathlib.Path(f"/proc/{self._process.pid}/stat").read_text()
        fields = text.rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_mb(self):
        """RSS and PSS of the process, in MB."""
        text = pathlib.Path(f"/proc/{self._process.pid}/smaps_rollup").read_text()
        values = dict(line.split(":") for line in text.splitlines()[1:])
        return tuple(int(values[name].split()[0]) / 1024 for name in ("Rss", "Pss"))
