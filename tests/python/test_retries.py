# SPDX-License-Identifier: Apache-2.0
"""Retries against botocore's standard mode: the same faults of a scripted peer, the number of tries
and how they end; and, for the same random numbers, the same pauses, costs and kinds.

SLRUN_RETRY_TOOL names the built tests/unit/plugin/retry_tool."""
import contextlib
import datetime
import functools
import json
import os
import random
import subprocess
from unittest import mock

import botocore.loaders
import botocore.session
import pytest
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.retries import quota, standard

from aws_peer import Place, WAIT, raw, reset, start_peer  # pylint: disable=unused-import

GET, QUEUE, SEND = "DynamoDB_20120810.GetItem", "AmazonSQS.GetQueueUrl", "AmazonSQS.SendMessage"
DATE = "%a, %d %b %Y %H:%M:%S GMT"


@pytest.fixture
def place(tmp_path, peer):
    place = Place(tmp_path, peer)
    place.variables = {"AWS_ACCESS_KEY_ID": "E", "AWS_SECRET_ACCESS_KEY": "secret of E", "AWS_REGION": "eu-west-1"}
    return place


def slrun(place, spec, *options, target="endpoint", code=0):
    (place.path / "x_spec.lua").write_text(spec)
    where = ["--endpoint-url", place.peer.url] if target == "endpoint" else []
    done = subprocess.run([os.environ["SLRUN"], "--target", target, *where, *options, "x_spec.lua"], cwd=place.path,
                          text=True, env=place.environment(), capture_output=True, timeout=WAIT)
    text = done.stdout + done.stderr
    assert done.returncode == code, text
    return text


# ------------------------------------------------------------------------- decisions, one by one

@pytest.fixture
def tool():
    with subprocess.Popen([os.environ["SLRUN_RETRY_TOOL"]], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          text=True) as process:
        def ask(**what):
            process.stdin.write(json.dumps(what) + "\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())
        yield ask
        process.stdin.close()
        assert process.wait(WAIT) == 0


class Answer:
    def __init__(self, status, headers):
        self.status_code, self.headers, self.content = status, headers, b""


@functools.cache
def model(service):
    operations = {"dynamodb": "PutItem", "sqs": "SendMessage", "sts": "AssumeRole", "s3": "GetObject"}
    return botocore.session.Session().get_service_model(service).operation_model(operations[service])


def context(service, status, code, attempt=1, headers=None):
    return standard.RetryContext(attempt, model(service), {"Error": {"Code": code}}, Answer(status, headers or {}))


CODES = (standard.ThrottledRetryableChecker._THROTTLED_ERROR_CODES
         + standard.TransientRetryableChecker._TRANSIENT_ERROR_CODES
         + ["ValidationException", "AccessDenied", "InternalError", "", "throttling", "BadDigest",
            "IDPCommunicationError", "ExpiredToken", "RequestTimeTooSkewed", "ConditionalCheckFailedException"])


@pytest.mark.parametrize("service", ["dynamodb", "sqs", "sts", "s3"])
def test_kinds(tool, service):
    detector = standard.ThrottlingErrorDetector(standard.RetryEventAdapter())
    conditions = standard.StandardRetryConditions(max_attempts=9)
    for code in CODES:
        for status in (400, 403, 409, 429, 500, 501, 502, 503, 504, 509):
            given = context(service, status, code)
            theirs = "never" if not conditions.is_retryable(given) else (
                "throttling" if detector.is_throttling_error_from_context(given) else "transient")
            if status == 429 and code == "ConditionalCheckFailedException" and service == "dynamodb":
                theirs = "throttling"  # the model has this error, always with another status
            ours = tool(do="kind", service=service, error="service", code=code, status=status)["kind"]
            assert ours == theirs, (service, code, status)


@pytest.mark.parametrize("service", ["dynamodb", "dynamodb-streams", "sqs"])
def test_pauses(tool, service):
    detector = standard.ThrottlingErrorDetector(standard.RetryEventAdapter())
    numbers = random.Random(1)
    for attempt in range(1, 20):
        for code, status in (("ThrottlingException", 400), ("InternalError", 500)):
            for asked in (None, "0", "30", "4000", "400000", "-1", "x"):
                r = numbers.random()
                backoff = standard.ExponentialBackoff(random=lambda: r, service_name=service,
                                                      throttling_detector=detector)
                headers = {} if asked is None else {"x-amz-retry-after": asked}
                theirs = backoff.delay_amount(context("sqs", status, code, attempt, headers))
                ours = tool(do="pause", kind="throttling" if status == 400 else "transient", random=r, attempt=attempt,
                            service="dynamodb" if "dynamodb" in service else service, headers=headers)["ms"]
                assert ours == pytest.approx(theirs * 1000, abs=1e-6), (attempt, code, asked)


def test_quota(tool):
    detector = standard.ThrottlingErrorDetector(standard.RetryEventAdapter())
    theirs = quota.RetryQuota()
    checker = standard.RetryQuotaChecker(theirs, detector)
    numbers = random.Random(2)
    taken = []
    for _ in range(400):
        if taken and numbers.random() < 0.4:
            cost = taken.pop(numbers.randrange(len(taken)))
            checker.release_retry_quota({"retry_quota_capacity": cost} if cost else {}, Answer(200, {}))
            assert tool(do="give", cost=cost)["left"] == theirs.available_capacity
        else:
            throttled = numbers.random() < 0.5
            given = context("sqs", *((400, "Throttling") if throttled else (500, "InternalError")))
            got = checker.acquire_retry_quota(given)
            ours = tool(do="take", kind="throttling" if throttled else "transient")
            assert (ours["cost"] > 0, ours["left"]) == (got, theirs.available_capacity)
            taken.append(ours["cost"])


def test_numbers_of_attempts(tool):
    for service in ("dynamodb", "sqs"):
        theirs = standard._SERVICE_MAX_ATTEMPTS.get(service, standard.DEFAULT_MAX_ATTEMPTS)
        assert tool(do="attempts", service=service)["n"] == theirs
    assert tool(do="attempts", service="dynamodb", attempts="7")["n"] == 7


# --------------------------------------------------------------------------------- whole exchanges

def fault_json(code, status=400):
    return status, json.dumps({"__type": f"com.amazonaws#{code}", "message": "no"}), {"x-amzn-ErrorType": code}


def fault_xml(code, status):
    return status, f"<Error><Code>{code}</Code><Message>no</Message></Error>"


def fault_query(code, status):
    return status, f"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>no</Message></Error></ErrorResponse>"


def silent(handler):
    handler.connection.settimeout(WAIT)
    with contextlib.suppress(OSError):
        handler.connection.recv(1)  # until the other side gives up


CUT = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{}")
CUT_CHUNK = raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n100\r\n{")
CUT_HEAD = raw(b"HTTP/1.1 200 OK\r\nContent-Le")
CLOSED = raw(b"")

# kind of request -> service, method, arguments, in Lua, a good answer
CALLS = {
    GET: ("dynamodb", "get_item", {"TableName": "t", "Key": {"k": {"S": "v"}}}, '{TableName = "t", Key = {k = "v"}}', (200, "{}")),
    QUEUE: ("sqs", "get_queue_url", {"QueueName": "q"}, '{QueueName = "q"}', (200, '{"QueueUrl": "http://q"}')),
    SEND: ("sqs", "send_message", {"QueueUrl": "http://127.0.0.1/q", "MessageBody": "m"},
           '{QueueUrl = "http://127.0.0.1/q", MessageBody = "m"}', (200, '{"MessageId": "m", "MD5OfMessageBody": '
                                                                   '"6f8f57715090da2632453988d9a1501b"}')),
    "s3": ("s3", "get_object", {"Bucket": "b", "Key": "k"}, '{Bucket = "b", Key = "k"}', (200, "text")),
    "GetCallerIdentity": ("sts", "get_caller_identity", {}, "{}", None),
}

SPEC = """
local service <const> = require "slrun.%s"
case "one" (function()
  local out <const> = io.open("outcome", "w")
  for _ = 1, %d do
    local ok, e = pcall(service.%s, %s)
    out:write(ok and "ok" or e.code ~= "" and e.code or e.kind, "\\n")
  end
  out:close()
end)
"""


def play(place, kind, faults):
    """Has the peer answer with these, then well."""
    left = list(faults)

    def answer(_):
        if left:
            return left.pop(0)
        return CALLS[kind][4] or place.peer.usual(kind, 1)
    place.peer.script[kind] = answer
    place.peer.requests.clear()


def ours(place, kind, faults, *options, calls=1, target="endpoint"):
    """How often it was sent, and how each call ended."""
    service, name, _, arguments, _ = CALLS[kind]
    play(place, kind, faults)
    slrun(place, SPEC % (service, calls, name, arguments), *options, target=target)
    outcomes = (place.path / "outcome").read_text().split()
    return len(place.peer.asked(kind)), [outcome.removeprefix("HTTP") for outcome in outcomes]


LOADER = botocore.loaders.create_loader()  # reading the models takes most of the time


def theirs(place, kind, faults, calls=1, **config):
    service, name, arguments, _, _ = CALLS[kind]
    play(place, kind, faults)
    session = botocore.session.Session()
    session.register_component("data_loader", LOADER)
    session.set_credentials("a", "b")
    client = session.create_client(service, region_name="eu-west-1", endpoint_url=place.peer.url, config=Config(
        retries={"mode": "standard"}, s3={"addressing_style": "path"}, **config))
    outcomes = []
    with mock.patch("time.sleep"):
        for _ in range(calls):
            try:
                getattr(client, name)(**arguments)
                outcomes.append("ok")
            except ClientError as e:
                outcomes.append(e.response["Error"]["Code"])
            except BotoCoreError:
                outcomes.append("closed")
    client.close()
    return len(place.peer.asked(kind)), outcomes


THROTTLE, INTERNAL = fault_json("ThrottlingException"), fault_json("InternalServerError", 500)
FAULTS = [
    (GET, [THROTTLE]), (GET, [INTERNAL] * 3), (GET, [INTERNAL] * 4), (GET, [fault_json("ValidationException")]),
    (GET, [fault_json("ProvisionedThroughputExceededException"), INTERNAL, reset]),
    (GET, [reset, CLOSED]), (GET, [CUT_CHUNK, reset]), (GET, [CUT_CHUNK] * 5),
    (QUEUE, [THROTTLE]), (QUEUE, [INTERNAL] * 2), (QUEUE, [INTERNAL] * 3), (QUEUE, [(429, "{}")]),
    (QUEUE, [(502, "<html>"), (504, "")]), (QUEUE, [(501, "{}")]), (QUEUE, [fault_json("AccessDenied", 403)]),
    (QUEUE, [fault_json("RequestTimeout"), fault_json("RequestTimeoutException", 408)]), (QUEUE, [reset] * 2),
    (QUEUE, [fault_json("ServiceUnavailable", 503), CLOSED]), (QUEUE, [reset, CLOSED, CUT_CHUNK]),
    (SEND, [INTERNAL]), (SEND, [fault_json("RequestThrottled", 403)]),
    ("s3", [fault_xml("SlowDown", 503)]), ("s3", [fault_xml("InternalError", 500)] * 3),
    ("s3", [fault_xml("RequestTimeout", 400), fault_xml("NoSuchKey", 404)]),
    ("GetCallerIdentity", [fault_query("IDPCommunicationError", 400)]),
    ("GetCallerIdentity", [fault_query("Throttling", 400), fault_query("ServiceUnavailable", 503)]),
]


@pytest.mark.parametrize("kind, faults", FAULTS, ids=range(len(FAULTS)))
def test_as_botocore(place, kind, faults):
    assert ours(place, kind, faults) == theirs(place, kind, faults)


# Where slrun departs: a send that may have arrived and is not idempotent, what is no HTTP; and answers that end in
# their head, or are shorter than they say, which botocore takes for whole.
@pytest.mark.parametrize("kind, fault, our_tries, our_outcome, their_tries", [
    (SEND, reset, 1, "closed", 2), (SEND, CLOSED, 1, "closed", 2), (SEND, CUT, 1, "closed", 1), (SEND, CUT_CHUNK, 1, "closed", 2),
    (QUEUE, raw(b"220 smtp.example.com ESMTP\r\n\r\n"), 1, "protocol", 2), (GET, CUT_HEAD, 2, "ok", 1), (GET, CUT, 2, "ok", 1),
])
def test_other_than_botocore(place, kind, fault, our_tries, our_outcome, their_tries):
    assert ours(place, kind, [fault]) == (our_tries, [our_outcome])
    assert theirs(place, kind, [fault]) == (their_tries, ["ok"])


def test_silence(place):
    """Of a whole second each, since there is no shorter one."""
    assert ours(place, QUEUE, [silent, silent], "--read-timeout", "1") == (3, ["ok"])
    assert theirs(place, QUEUE, [silent, silent], read_timeout=1) == (3, ["ok"])
    assert ours(place, SEND, [silent], "--read-timeout", "1") == (1, ["timeout"])


def test_quota_of_a_client(place):
    """Retries end when so many calls have failed, and come back with success."""
    for faults, calls in (([INTERNAL] * 70, 40), ([INTERNAL, (200, '{"QueueUrl": "u"}')] * 45, 45),
                          ([INTERNAL] * 60 + [(200, '{"QueueUrl": "u"}')] * 16 + [INTERNAL] * 9, 60)):
        assert ours(place, QUEUE, faults, calls=calls) == theirs(place, QUEUE, faults, calls=calls)


def test_each_service_has_its_own_quota(place):
    place.peer.script[QUEUE] = lambda _: INTERNAL
    play(place, GET, [INTERNAL])
    slrun(place, """
local sqs <const>, dynamodb <const> = require "slrun.sqs", require "slrun.dynamodb"
case "one" (function()
  for _ = 1, 30 do pcall(sqs.get_queue_url, { QueueName = "q" }) end
  local _, e = pcall(sqs.get_queue_url, { QueueName = "q" })
  expect(e):matches { tries = 1, status = 500 }
  expect(e.hint):contains "quota"
  dynamodb.get_item { TableName = "t", Key = { k = "v" } }
  _, e = pcall(sqs.with(sqs, { region = "us-east-2" }).get_queue_url, { QueueName = "q" })
  expect(e.tries):equals(3)
end)""")
    assert len(place.peer.asked(GET)) == 2


# ------------------------------------------------------------------------------------- settings

@pytest.mark.parametrize("variables, config, tries", [
    ({"AWS_MAX_ATTEMPTS": "1"}, "", 1), ({"AWS_MAX_ATTEMPTS": "2"}, "max_attempts = 5", 2),
    ({}, "max_attempts = 5\nretry_mode = standard", 5), ({"AWS_RETRY_MODE": "standard"}, "", 4),
])
def test_settings(place, variables, config, tries):
    place.variables |= variables | {"AWS_ENDPOINT_URL": place.peer.url}
    place.write("config", f"[default]\n{config}\n")
    sent, _ = ours(place, GET, [INTERNAL] * 9, target="aws")
    with mock.patch.dict(os.environ, variables | {"AWS_CONFIG_FILE": str(place.path / ".aws" / "config")}):
        assert (sent, sent) == (tries, theirs(place, GET, [INTERNAL] * 9)[0])


def test_other_modes_are_told(place):
    place.variables["AWS_RETRY_MODE"] = "adaptive"
    play(place, GET, [INTERNAL])
    spec = SPEC % ("dynamodb", 1, "get_item", CALLS[GET][3])
    assert "retries: as the mode standard has them" in slrun(place, spec)
    assert len(place.peer.asked(GET)) == 2
    place.variables["AWS_RETRY_MODE"] = "fast"
    assert "there is no mode 'fast'" in slrun(place, spec, code=4)
    place.variables |= {"AWS_RETRY_MODE": "standard", "AWS_MAX_ATTEMPTS": "0"}
    assert "AWS_MAX_ATTEMPTS, max_attempts: '0' is no number from 1 to 100" in slrun(place, spec, code=4)


def test_not_on_local(place):
    place.variables |= {"AWS_RETRY_MODE": "fast", "AWS_MAX_ATTEMPTS": "none"}
    slrun(place, 'case "one" (function() end)\n', target="local")


# ------------------------------------------------------------------------------------- time

LATER = (400, THROTTLE[1], {"x-amz-retry-after": "5000"})  # so the pause is 5 s at least


def test_the_wait_wins(place):
    """Its end is nearer than the next try would be: the error comes at once, and says so."""
    play(place, QUEUE, [LATER] * 9)
    text = slrun(place, """
local sqs <const> = require "slrun.sqs"
case "one" { sla = "1s", poll = function() return sqs.get_queue_url { QueueName = "q" } end, check = function() end }
""", code=1)
    assert "sqs.get_queue_url: ThrottlingException: no" in text and "the time would have been over before" in text
    assert len(place.peer.asked(QUEUE)) == 1


def test_the_case_wins(place):
    play(place, QUEUE, [INTERNAL, LATER, LATER])
    text = slrun(place, """
local sqs <const> = require "slrun.sqs"
case "one" { timeout = "1s", act = function() sqs.get_queue_url { QueueName = "q" } end }
""", code=1)
    assert "timeout after 1.0 s in phase act" in text
    assert "get_queue_url failed 2 times before, the last time so: ThrottlingException: no" in text


def test_what_a_failure_tells(place):
    play(place, SEND, [reset])
    spec = """
local sqs <const> = require "slrun.sqs"
case "one" (function() sqs.send_message { QueueUrl = "http://127.0.0.1/q", MessageBody = "m" } end)
"""
    assert "it was not sent again, since it may have arrived and is not idempotent" in slrun(place, spec, code=1)
    play(place, SEND, [INTERNAL] * 3)
    assert "sqs.send_message: InternalServerError: no (tried 3 times)" in slrun(place, spec, code=1)


def test_pauses_on_the_virtual_clock(place):
    """Thousands of them would take an hour. What is measured is the local cloud's time alone."""
    slrun(place, """
local sqs <const>, local_cloud <const> = require "slrun.sqs", require "slrun.local_cloud"
case "throttled" { controls = { "faults" }, timeout = "20s", act = function(t)
  local before = t:now()
  for _ = 1, 60 do
    local_cloud.fail { service = "sqs", operation = "list_queues", throttle = true, times = 2 }
    sqs.list_queues {}
  end
  expect(t:now() - before):is_at_least(30)
end }
""", target="local")


# ------------------------------------------------------------------------------------- clocks

def clock(ahead, code, wrong=lambda request: False):
    """A service whose clock is ahead by so many seconds, and which minds."""
    def answer(request):
        now = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=ahead)
        signed = datetime.datetime.strptime(request.headers["x-amz-date"] + "+0000", "%Y%m%dT%H%M%SZ%z")
        if abs((now - signed).total_seconds()) > 300 or wrong(request):
            return 403, json.dumps({"__type": code, "message": "Signature expired"}), {"Date": now.strftime(DATE)}
        return 200, '{"QueueUrl": "http://q"}'
    return answer


@pytest.mark.parametrize("ahead", [3600, -7200, 400])
@pytest.mark.parametrize("code", ["RequestTimeTooSkewed", "InvalidSignatureException", "SignatureDoesNotMatch", "RequestExpired"])
def test_a_wrong_clock_is_put_right(place, ahead, code):
    """botocore does not do it, other SDKs do. Later calls are signed well at once."""
    place.variables["AWS_MAX_ATTEMPTS"] = "1"
    place.peer.script[QUEUE] = clock(ahead, code)
    slrun(place, SPEC % ("sqs", 3, "get_queue_url", CALLS[QUEUE][3]))
    assert (place.path / "outcome").read_text().split() == ["ok"] * 3
    assert len(place.peer.asked(QUEUE)) == 4


@pytest.mark.parametrize("ahead, requests", [(0, 1), (200, 1), (3600, 2)])
def test_a_signature_that_is_wrong_anyway(place, ahead, requests):
    place.peer.script[QUEUE] = clock(ahead, "SignatureDoesNotMatch", wrong=lambda _: True)
    slrun(place, SPEC % ("sqs", 1, "get_queue_url", CALLS[QUEUE][3]))
    assert (place.path / "outcome").read_text().split() == ["SignatureDoesNotMatch"]
    assert len(place.peer.asked(QUEUE)) == requests


def test_a_wrong_clock_on_aws(place):
    """Also before the first case: STS is asked who we are."""
    place.variables["AWS_ENDPOINT_URL"] = place.peer.url
    usual, late = place.peer.usual, clock(3600, "x")

    def caller(request):
        status, _, *more = late(request)
        if status == 200:
            return usual("GetCallerIdentity", 1)
        return status, "<E><Code>SignatureDoesNotMatch</Code><Message>Signature expired</Message></E>", *more
    place.peer.script["GetCallerIdentity"] = caller
    place.peer.script[QUEUE] = clock(3600, "InvalidSignatureException")
    text = slrun(place, SPEC % ("sqs", 1, "get_queue_url", CALLS[QUEUE][3]), target="aws")
    assert "account 123456789012" in text
    assert (place.path / "outcome").read_text().split() == ["ok"]
    assert len(place.peer.asked("GetCallerIdentity")) == 2
