# SPDX-License-Identifier: Apache-2.0
"""The Python runtime: asks the Runtime API for events and calls the handler, as AWS's own client does.

Lambda Developer Guide, "Using the Lambda runtime API" and "Building Lambda functions with Python".
Two things are between this file and slrun: a log record of several lines is written with "\\0+" before
each line end but the last, and a line "\\0slrun" ends the output of an invocation on both streams.
"""
import importlib
import json
import logging
import os
import resource
import socket
import sys
import time
import traceback

ROOT = "/2018-06-01/runtime/"


class Api:
    """The Runtime API on one connection; each request is one write."""

    def __init__(self, address):
        host, _, self.prefix = address.partition("/")
        self.host = host
        name, _, port = host.rpartition(":")
        self.socket = socket.create_connection((name, int(port)))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.prefix = "/" + self.prefix if self.prefix else ""
        self.rest = b""

    def ask(self, method, path, body=b"", **headers):
        lines = [f"{method} {self.prefix}{ROOT}{path} HTTP/1.1", f"Host: {self.host}", f"Content-Length: {len(body)}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.socket.sendall("\r\n".join(lines + ["", ""]).encode() + body)
        while b"\r\n\r\n" not in self.rest:
            self.receive()
        head, _, self.rest = self.rest.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        answer = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:])}
        size = int(answer.get("content-length", 0))
        while len(self.rest) < size:
            self.receive()
        body, self.rest = self.rest[:size], self.rest[size:]
        return answer, body

    def receive(self):
        more = self.socket.recv(1 << 18)
        if not more:
            os._exit(0)  # the local cloud is gone
        self.rest += more


class Fault(Exception):
    """An error of which AWS fixes the type."""

    def __init__(self, kind, message, trace=()):
        super().__init__(message)
        self.kind, self.trace = kind, list(trace)


class Named:
    """An object with some attributes of a mapping."""

    def __init__(self, names, values):
        for name in names:
            setattr(self, name, (values or {}).get(name))

    def __repr__(self):
        return f"{type(self).__name__}([{','.join(f'{k}={v}' for k, v in vars(self).items())}])"


class Client(Named):
    pass


class ClientContext(Named):
    pass


class CognitoIdentity(Named):
    pass


class LambdaContext:
    """What a handler gets as its second argument."""

    def __init__(self, head):
        environ = os.environ
        self.aws_request_id = head["lambda-runtime-aws-request-id"]
        self.log_group_name = environ.get("AWS_LAMBDA_LOG_GROUP_NAME")
        self.log_stream_name = environ.get("AWS_LAMBDA_LOG_STREAM_NAME")
        self.function_name = environ.get("AWS_LAMBDA_FUNCTION_NAME")
        self.memory_limit_in_mb = environ.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")
        self.function_version = environ.get("AWS_LAMBDA_FUNCTION_VERSION")
        self.invoked_function_arn = head["lambda-runtime-invoked-function-arn"]
        self.tenant_id = head.get("lambda-runtime-aws-tenant-id")
        self.client_context = None
        if head.get("lambda-runtime-client-context"):
            given = json.loads(head["lambda-runtime-client-context"])
            self.client_context = ClientContext(("custom", "env", "client"), given)
            self.client_context.client = Client(("installation_id", "app_title", "app_version_name",
                                                 "app_version_code", "app_package_name"), given.get("client"))
        given = json.loads(head.get("lambda-runtime-cognito-identity") or "{}")
        self.identity = CognitoIdentity((), {})
        self.identity.cognito_identity_id = given.get("cognitoIdentityId")
        self.identity.cognito_identity_pool_id = given.get("cognitoIdentityPoolId")
        self._deadline = int(head["lambda-runtime-deadline-ms"])

    def get_remaining_time_in_millis(self):
        return max(self._deadline - int(time.time() * 1000), 0)

    def log(self, message):
        sys.stdout.write(str(message))

    def __repr__(self):
        return f"LambdaContext([{','.join(f'{k}={v}' for k, v in vars(self).items() if k[0] != '_')}])"


def record(text):
    """One log event, of however many lines."""
    sys.stdout.write(text.rstrip("\n").replace("\n", "\0+\n") + "\n")


class Handler(logging.Handler):
    """What AWS sets up for the root logger before the handler's module is imported."""

    request_id = ""

    def __init__(self):
        super().__init__()
        form = logging.Formatter("[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s",
                                 "%Y-%m-%dT%H:%M:%S")
        form.converter = time.gmtime
        self.setFormatter(form)

    def emit(self, entry):
        entry.aws_request_id = self.request_id
        record(self.format(entry))


def own_frames(trace):
    """The stack from the handler's module on."""
    frames = traceback.extract_tb(trace)
    while frames and frames[0].filename == __file__:
        frames = frames[1:]
    return traceback.format_list(frames)


def error_of(problem, request_id):
    fault = isinstance(problem, Fault)
    return {"errorMessage": str(problem), "errorType": problem.kind if fault else type(problem).__name__,
            "requestId": request_id, "stackTrace": problem.trace if fault else own_frames(problem.__traceback__)}


def log_error(error):
    lines = [f"[ERROR] {error['errorType']}: {error['errorMessage']}"]
    if error["stackTrace"]:
        lines += ["Traceback (most recent call last):"] + [line.rstrip("\n") for line in error["stackTrace"]]
    record("\n".join(lines))


def load(name):
    """The function that _HANDLER names."""
    try:
        module, function = name.rsplit(".", 1)
    except ValueError as problem:
        raise Fault("Runtime.MalformedHandlerName", f"Bad handler '{name}': {problem}") from None
    module = module.replace("/", ".")
    try:
        found = importlib.import_module(module)
    except ImportError as problem:
        advise(problem)
        raise Fault("Runtime.ImportModuleError", f"Unable to import module '{module}': {problem}") from None
    except SyntaxError as problem:
        line = (problem.text or "").strip()
        raise Fault("Runtime.UserCodeSyntaxError", f"Syntax error in module '{module}': {problem}",
                    [f'  File "{problem.filename}" Line {problem.lineno}\n    {line}\n']) from None
    if not hasattr(found, function):
        raise Fault("Runtime.HandlerNotFound", f"Handler '{function}' missing on module '{module}'")
    return getattr(found, function)


def advise(problem):
    """Says how a module gets here that AWS's runtime or a managed layer would have."""
    name = (getattr(problem, "name", None) or "").partition(".")[0]
    packages = {"boto3": "boto3", "botocore": "boto3", "aws_lambda_powertools": "aws-lambda-powertools",
                "aws_xray_sdk": "aws-xray-sdk"}
    if name in packages:
        record(f"slrun: {sys.executable} has no module {name}: pip install {packages[name]}, or name it in requirements.txt")


def marshal(result):
    def other(value):
        import decimal  # pylint: disable=import-outside-toplevel
        if isinstance(value, decimal.Decimal):
            return float(value)
        raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")
    old = os.environ.get("AWS_EXECUTION_ENV", "")[-4:] in {"n3.8", "n3.9", "3.10", "3.11"}
    try:
        return json.dumps(result, default=other, ensure_ascii=old).encode()
    except Exception as problem:
        raise Fault("Runtime.MarshalError", f"Unable to marshal response: {problem}") from None


class OldBotocore:
    """botocore before 1.31 does not know AWS_ENDPOINT_URL: its sessions get it when they are imported."""

    def find_spec(self, name, path=None, target=None):
        if name != "botocore.session":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        if spec and spec.loader:
            load_module = spec.loader.exec_module
            spec.loader.exec_module = lambda module: (load_module(module), self.patch(module))
        return spec

    @staticmethod
    def patch(module):
        version = sys.modules["botocore"].__version__.split(".")
        if (int(version[0]), int(version[1])) >= (1, 31):
            return
        create = module.Session.create_client

        def create_client(self, service_name, region_name=None, api_version=None, use_ssl=True, verify=None,
                          endpoint_url=None, *rest, **named):
            return create(self, service_name, region_name, api_version, use_ssl, verify,
                          endpoint_url or os.environ.get("AWS_ENDPOINT_URL"), *rest, **named)
        module.Session.create_client = create_client


class Borrowed:
    """Notes what a function's own files import that only this machine has: slrun warns of it."""

    def __init__(self):
        self.task = os.environ["LAMBDA_TASK_ROOT"].rstrip("/") + "/"
        self.seen = set(getattr(sys, "stdlib_module_names", ()))
        self.found = []
        self.judge = None

    @staticmethod
    def load():
        """borrowed.py, which stands beside this file: a function may have one of its own."""
        import importlib.util  # pylint: disable=import-outside-toplevel
        spec = importlib.util.spec_from_file_location("slrun.borrowed", os.path.join(os.path.dirname(__file__), "borrowed.py"))
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def find_spec(self, name, path=None, target=None):
        if path is not None or name in self.seen:
            return None
        frame = sys._getframe(1)
        while frame and frame.f_code.co_filename.startswith("<frozen importlib"):
            frame = frame.f_back
        file = frame.f_code.co_filename if frame else ""
        if not file.startswith(self.task):
            return None
        self.seen.add(name)
        try:
            self.judge = self.judge or self.load()
            folder = self.judge.look(name, file, frame.f_lineno)
            if folder:
                self.found.append(f"{name}={folder}")
        except Exception:  # pylint: disable=broad-except
            pass  # it is no more than advice
        return None

    def news(self):
        """A header for each, once."""
        found, self.found = self.found, []
        return {"Slrun_Borrowed": ",".join(found)} if found else {}


def end_of_output():
    for stream, number in ((sys.stdout, 1), (sys.stderr, 2)):
        try:
            stream.flush()
            os.write(number, b"\0slrun\n")
        except (OSError, ValueError):
            pass  # the handler closed it


def usage():
    return {"Slrun_Memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}


def speak_http_for(body):
    """The answers of custom resources: libraries for them speak https whatever the address says."""
    if b"/_cloudformation/response/" not in body:
        return
    import http.client  # pylint: disable=import-outside-toplevel
    own, connect = os.environ["AWS_ENDPOINT_URL"].split("/")[2], http.client.HTTPSConnection.connect

    def connect_to(self):
        plain = f"{self.host}:{self.port}" == own
        return http.client.HTTPConnection.connect(self) if plain else connect(self)
    if connect.__name__ != connect_to.__name__:  # the first time
        http.client.HTTPSConnection.connect = connect_to


def invoke(api, handler, head, body):
    request_id = Handler.request_id = head["lambda-runtime-aws-request-id"]
    os.environ["_X_AMZN_TRACE_ID"] = head.get("lambda-runtime-trace-id", "")
    try:
        speak_http_for(body)
        path, answer, kind = "response", marshal(handler(json.loads(body), LambdaContext(head))), {}
    except Exception as problem:  # pylint: disable=broad-except
        error = error_of(problem, request_id)
        log_error(error)
        path, answer = "error", json.dumps(error).encode()
        kind = {"Lambda_Runtime_Function_Error_Type": error["errorType"]}
    end_of_output()
    api.ask("POST", f"invocation/{request_id}/{path}", answer, Content_Type="application/json", **kind, **usage())


def keep_bytecode_apart():
    """No __pycache__ beside the sources of a function: bytecode goes to the local cloud's own folder. That which is there
    already is read: boto3 takes three times as long without what pip compiled."""
    prefix = os.path.join(os.environ["HOME"], "pycache")
    machinery = importlib._bootstrap_external
    beside = machinery.cache_from_source

    def cache_from_source(path, *rest, **named):
        found = beside(path, *rest, **named)
        if os.path.exists(found):
            return found
        sys.pycache_prefix = prefix
        try:
            return beside(path, *rest, **named)
        finally:
            sys.pycache_prefix = None
    machinery.cache_from_source = cache_from_source
    return prefix


def main():
    prefix = keep_bytecode_apart()
    sys.meta_path.insert(0, OldBotocore())
    if "SLRUN_ZYGOTE" in os.environ:
        import zygote  # pylint: disable=import-outside-toplevel
        zygote.serve()
    os.environ["PYTHONPYCACHEPREFIX"] = prefix  # of what a handler starts
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)
    sys.path[0] = os.environ["LAMBDA_TASK_ROOT"]
    borrowed = Borrowed()
    sys.meta_path.insert(0, borrowed)
    logging.getLogger().addHandler(Handler())
    api = Api(os.environ["AWS_LAMBDA_RUNTIME_API"])
    try:
        handler = load(os.environ["_HANDLER"])
    except Exception as problem:  # pylint: disable=broad-except
        error = error_of(problem, "")
        log_error(error)
        end_of_output()
        api.ask("POST", "init/error", json.dumps(error).encode(), Content_Type="application/json",
                Lambda_Runtime_Function_Error_Type=error["errorType"])
        sys.exit(1)
    end_of_output()
    while True:
        head, body = api.ask("GET", "invocation/next", Slrun_Runtime="python" + sys.version.split()[0], **usage(), **borrowed.news())
        invoke(api, handler, head, body)


if __name__ == "__main__":
    main()
