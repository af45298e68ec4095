# SPDX-License-Identifier: Apache-2.0
"""The zygote: a process that has imported boto3, and of which the processes of Python functions are copies (fork).

slrun's <slrun/cloud.h> says how it is asked (process_zygote). A copy goes on in bootstrap.py as a process that was
started for its function would: with that function's environment, folders and descriptors. Where the two could be told
apart by more than modules that are there already, the zygote refuses, and the function is started without it.
"""
import array
import ctypes
import gc
import importlib
import io
import itertools
import logging
import os
import re
import socket
import sys
import time

NO_BOTO3, HAS_THREADS = 3, 4  # exit codes
REFUSED, MADE, COPY = range(3)
PR_SET_PDEATHSIG, SIGKILL = 1, 9
REQUEST_MAX = 128 << 10
FILES_MAX, SOURCES_MAX, BYTES_MAX = 4096, 64, 1 << 20  # looked at, and read, of a function's package
SERVICES_MAX = 32  # whose data is at hand

# What is read before a function's code runs: a zygote that has other values is of no use.
EARLY = re.compile(r"PYTHON|LD_|LC_|LANG|GLIBC_|MALLOC_|OPENSSL_|GCONV_PATH$|LOCPATH$|BOTO_|TZ$|HOME$|AWS_LAMBDA_EXEC_WRAPPER$")
FOLDERS = ("PYTHONPATH", "LD_LIBRARY_PATH")  # these are compared folder by folder
NATIVE = re.compile(r"\.so(\.|$)")
ASKED_FOR = re.compile(rb"\b(?:client|resource)\(\s*(?:service_name\s*=\s*)?[\"']([a-z0-9-]+)[\"']")
MODULES = {"s3": "boto3.s3.inject", "dynamodb": "boto3.dynamodb.transform"}  # imported when a client is made


def folders_of(environment, name):
    return [folder for folder in environment.get(name, "").split(":") if folder]


class Data:
    """What botocore reads from its data files for clients: a loader that has read it, for the first session of a copy.

    Nothing of it has been used, so it is as a new loader is but for the time that reading takes."""

    def __init__(self):
        self.services = set()
        self.loader = None
        try:
            import boto3  # pylint: disable=import-outside-toplevel
            import botocore.session  # pylint: disable=import-outside-toplevel
            self.session = botocore.session
            self.create = botocore.session.create_loader
            self.loader = self.create(os.environ.get("AWS_DATA_PATH"))
            self.resources = os.path.join(os.path.dirname(boto3.__file__), "data")
            self.read(("endpoints", "partitions", "_retry", "sdk-default-configuration"))
            self.loader.list_available_services(type_name="service-2")
            self.session.create_loader = self.first
        except Exception:  # pylint: disable=broad-except
            self.loader = None  # a botocore that does this otherwise reads as it likes

    def read(self, names):
        for name in names:
            try:
                self.loader.load_data(name)
            except Exception:  # pylint: disable=broad-except
                pass  # not in this version

    def read_service(self, name):
        if not self.loader or name in self.services or len(self.services) >= SERVICES_MAX:
            return
        self.services.add(name)
        for kind in ("service-2", "endpoint-rule-set-1", "resources-1"):
            if kind == "resources-1":
                self.loader.search_paths.append(self.resources)
            try:
                self.loader.load_service_model(name, kind, api_version=None)
                if kind == "service-2" and name in MODULES:
                    importlib.import_module(MODULES[name])
            except Exception:  # pylint: disable=broad-except
                pass  # there is no such service, or no such data of it
        self.loader.search_paths.remove(self.resources)

    def first(self, *rest, **named):
        self.session.create_loader = self.create
        loader = self.create(*rest, **named)
        return self.loader if loader.search_paths == self.loader.search_paths else loader


class Zygote:
    def __init__(self):
        self.cloud = os.getppid()
        self.environment = dict(os.environ)
        self.environment.pop("SLRUN_ZYGOTE")
        self.path = folders_of(self.environment, "PYTHONPATH")
        self.machine_path = [folder for folder in sys.path[1:] if folder not in self.path]
        self.prctl = ctypes.CDLL(None).prctl
        self.control = socket.socket(fileno=os.dup(0))
        null = os.open(os.devnull, os.O_RDONLY)
        os.dup2(null, 0)
        os.close(null)
        importlib.import_module("encodings.idna")  # for the first connection
        try:
            importlib.import_module("boto3")
        except ImportError:
            os._exit(NO_BOTO3)
        self.data = Data()

    # ---- requests ----

    def receive(self):
        room = socket.CMSG_SPACE(2 * array.array("i").itemsize)
        request, control, _, _ = self.control.recvmsg(REQUEST_MAX, room)
        fds = array.array("i")
        for level, kind, data in control:
            if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
                fds.frombytes(data)
        if len(fds) != 2:
            os._exit(0)  # the local cloud is gone
        return request, list(fds)

    def serve(self):
        """Comes back in a copy."""
        while True:
            request, fds = self.receive()
            number, directory, *variables = os.fsdecode(request).split("\0")
            environment = dict(variable.split("=", 1) for variable in variables)
            try:
                made = self.suits(environment) and self.fork(number, directory, fds)
            except OSError:
                made = REFUSED
            if made == COPY:
                self.become(environment)
                return
            if not made:
                self.answer(number, 0)
            for fd in fds:
                os.close(fd)

    def answer(self, number, pid):
        self.control.send(f"{number} {pid}".encode())

    # ---- whether a copy would be the same ----

    def suits(self, environment):
        for name in {*environment, *self.environment}:
            if EARLY.match(name) and name not in FOLDERS and environment.get(name) != self.environment.get(name):
                return False
        task = environment["LAMBDA_TASK_ROOT"]
        path = folders_of(environment, "PYTHONPATH")
        others = [folder for folder in path if folder not in self.path]
        libraries = folders_of(environment, "LD_LIBRARY_PATH")
        known = folders_of(self.environment, "LD_LIBRARY_PATH")
        if [folder for folder in path if folder in self.path] != self.path or not all(map(os.path.isabs, path)):
            return False
        if any(self.has_native(folder) for folder in libraries if folder not in known):
            return False
        self.data_of(task)
        taken = {name.partition(".")[0] for name in sys.modules} | {"sitecustomize", "usercustomize"}
        return not any(self.hides(folder, taken) for folder in [task, *others])

    @staticmethod
    def names_in(folder):
        try:
            return os.listdir(folder)
        except FileNotFoundError:
            return []

    def has_native(self, folder):
        """Whether a library would be found there that is not looked for in a process that has begun already."""
        return any(NATIVE.search(name) for name in self.names_in(folder))

    def hides(self, folder, taken):
        """Whether a function finds a module there that is here from elsewhere."""
        return any(name.partition(".")[0] in taken for name in self.names_in(folder))

    def data_of(self, task):
        """Reads what clients in a function's sources will ask for."""
        size = BYTES_MAX
        files = (os.path.join(folder, name) for folder, _, names in os.walk(task) for name in names)
        sources = (file for file in itertools.islice(files, FILES_MAX) if file.endswith(".py"))
        for file in itertools.islice(sources, SOURCES_MAX):
            with open(file, "rb") as source:
                text = source.read(size)
            size -= len(text)
            for service in ASKED_FOR.findall(text):
                self.data.read_service(service.decode())

    # ---- copies ----

    def fork(self, number, directory, fds):
        """A copy's parent ends at once, so that the copy becomes a child of the local cloud."""
        gc.collect()
        gc.freeze()
        if len(os.listdir("/proc/self/task")) > 1:
            os._exit(HAS_THREADS)
        orphaned, held = os.pipe()
        between = os.fork()
        if between == 0:
            try:
                if os.fork() > 0:
                    os._exit(0)
            except OSError:
                os._exit(1)
            os.close(held)
            self.begin(number, directory, fds, orphaned)
            return COPY
        _, status = os.waitpid(between, 0)
        os.close(held)
        os.close(orphaned)
        return MADE if status == 0 else REFUSED

    def begin(self, number, directory, fds, orphaned):
        """Is the local cloud's from here on, or ends."""
        try:
            os.setsid()
            os.read(orphaned, 1)  # the pipe ends when there is no parent between any more
            self.prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0)
            if os.getppid() != self.cloud:
                os._exit(0)
            try:
                os.chdir(directory or ".")
                self.answer(number, os.getpid())
            except OSError:
                self.answer(number, 0)  # the local cloud finds out why
                os._exit(0)
        except OSError:
            os._exit(0)  # nobody waits for it any more
        self.control.close()
        os.dup2(fds[0], 1)
        os.dup2(fds[1], 2)
        for name in os.listdir("/proc/self/fd"):
            if int(name) > 2:
                try:
                    os.close(int(name))
                except OSError:
                    pass  # what listed them

    def become(self, environment):
        """All that a new process would find otherwise than it is here."""
        os.environ.clear()
        os.environ.update(environment)
        time.tzset()
        old = sys.stdin
        sys.stdin = sys.__stdin__ = io.open(0, encoding=old.encoding, errors=old.errors, closefd=False)
        sys.stdin.buffer.raw.name = "<stdin>"
        path = [sys.path[0]]
        for folder in [*folders_of(environment, "PYTHONPATH"), *self.machine_path]:
            folder = os.path.abspath(folder)
            if folder not in path[1:]:
                path.append(folder)
        sys.path[:] = path
        importlib.invalidate_caches()
        logging._startTime = time.time_ns() if isinstance(logging._startTime, int) else time.time()
        del sys.modules[__name__]


def serve():
    Zygote().serve()
