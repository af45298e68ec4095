# SPDX-License-Identifier: Apache-2.0
"""Before the first act of a pattern its stack is complete and all of it is ready, against a scripted peer that stands
for AWS: what is waited for, with which words, how long, and what can never be ready."""
import json
import os
import re
import subprocess
import threading

import pytest

from aws_peer import Peer, Place, WAIT

GET = "DynamoDB_20120810.GetItem"
TABLE = "DynamoDB_20120810.DescribeTable"
STREAM = "Kinesis_20131202.DescribeStreamSummary"
FUNCTION, MAPPING = "GetFunctionConfiguration", "GetEventSourceMapping"
RESOURCES = {"Orders": ("AWS::Kinesis::Stream", "orders-1"), "Book": ("AWS::DynamoDB::Table", "book-1"),
             "Booker": ("AWS::Lambda::Function", "booker-1"), "Feed": ("AWS::Lambda::EventSourceMapping", "uuid-1"),
             "Role": ("AWS::IAM::Role", "role-1"), "Half": ("AWS::Unknown::Thing", "thing-1")}
SPEC = """
local dynamodb <const> = require "slrun.dynamodb"
pattern { name = "p", stack = "template.yaml" }
for i = 1, 3 do
  case("case " .. i) (function(t) dynamodb.get_item { TableName = t.resources.Book, Key = { k = "v" } } end)
end
"""


def xml(action, inner):
    return f"<{action}Response xmlns='http://cloudformation.amazonaws.com/doc/2010-05-15/'><{action}Result>{inner}" \
        f"</{action}Result></{action}Response>"


def event(name, status, why):
    return (f"<member><LogicalResourceId>{name}</LogicalResourceId><ResourceType>AWS::SQS::Queue</ResourceType>"
            f"<ResourceStatus>{status}</ResourceStatus><ResourceStatusReason>{why}</ResourceStatusReason>"
            "<Timestamp>2026-01-01T00:00:00Z</Timestamp></member>")


def failed(name, why):
    return event(name, "CREATE_FAILED", why)


class Aws(Peer):
    """`states[kind]`: one after the other for each question, the last for ever."""

    def __init__(self):
        super().__init__()
        self.states = {"stack": ["CREATE_COMPLETE"], TABLE: ["ACTIVE"], STREAM: ["ACTIVE"], FUNCTION: ["Active Successful"],
                       MAPPING: ["Enabled"]}
        self.events = [""]
        answers = {"DescribeStacks": self.stack, "ListStackResources": self.resources, "DescribeStackEvents": self.reasons,
                   TABLE: lambda s: json.dumps({"Table": {"TableStatus": s}}),
                   STREAM: lambda s: json.dumps({"StreamDescriptionSummary": {"StreamStatus": s}}),
                   FUNCTION: lambda s: json.dumps(dict(zip(("State", "LastUpdateStatus", "StateReason"), s.split(" ", 2)))),
                   MAPPING: lambda s: json.dumps({"State": s, "UUID": "uuid-1"})}
        for kind, answer in answers.items():
            self.script[kind] = self.teller(kind, answer)

    @staticmethod
    def kind(request):
        path = request.path.split("?")[0]
        if path.endswith("/configuration"):
            return FUNCTION
        return MAPPING if "/event-source-mappings/" in path else Peer.kind(request)

    def teller(self, kind, answer):
        def tell(_):
            states = self.states.get("stack" if kind == "DescribeStacks" else kind, [""])
            state = states.pop(0) if len(states) > 1 else states[0]
            return state if isinstance(state, tuple) else (200, answer(state))
        return tell

    @staticmethod
    def stack(state):
        return xml("DescribeStacks", "<Stacks><member><StackName>s</StackName><CreationTime>2026-01-01T00:00:00Z"
                                     f"</CreationTime><StackStatus>{state}</StackStatus></member></Stacks>")

    @staticmethod
    def resources(_):
        members = "".join(
            f"<member><LogicalResourceId>{name}</LogicalResourceId><PhysicalResourceId>{own}</PhysicalResourceId>"
            f"<ResourceType>{kind}</ResourceType><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>"
            for name, (kind, own) in RESOURCES.items())
        return xml("ListStackResources", f"<StackResourceSummaries>{members}</StackResourceSummaries>")

    def reasons(self, _):
        """`events`: of a page; the last for ever."""
        events = self.events.pop(0) if len(self.events) > 1 else self.events[0]
        token = f"<NextToken>{len(self.events)}</NextToken>" if events is not self.events[0] else ""
        return xml("DescribeStackEvents", f"<StackEvents>{events}</StackEvents>{token}")


@pytest.fixture
def peer():
    peer = Aws()
    yield peer
    peer.close()


@pytest.fixture
def place(tmp_path, peer):
    place = Place(tmp_path, peer)
    place.stand_for_aws()
    (tmp_path / "template.yaml").write_text("Resources: {}\n")
    (tmp_path / "p.lua").write_text(SPEC)
    return place


def run(place, *options):
    done = subprocess.run([os.environ["SLRUN"], "--target", "aws", "--stack", "s", *options, "p.lua"], cwd=place.path, text=True,
                          env=place.environment(), stdin=subprocess.DEVNULL, capture_output=True, timeout=WAIT)
    assert "Sanitizer" not in done.stderr, done.stderr
    return done.returncode, done.stdout + done.stderr


def test_all_is_waited_for_and_then_the_cases_run(place, peer):
    peer.states |= {"stack": ["UPDATE_IN_PROGRESS", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_COMPLETE"],
                    STREAM: ["CREATING", "UPDATING", "ACTIVE"], TABLE: ["CREATING", "CREATING", "UPDATING"],
                    FUNCTION: ["Pending Successful", "Active InProgress", "Active Successful"],
                    MAPPING: ["Creating", "Enabling", "Enabled"]}
    code, said = run(place)
    assert code == 0 and "3 passed" in said, said
    assert "\nwaiting for stack s, which is UPDATE_IN_PROGRESS\n" in said, said
    line, = re.findall(r"\nwaiting for stack s: (.*)\n", said)
    for part in ("Book (AWS::DynamoDB::Table) is ", "Booker (AWS::Lambda::Function) is ", "Orders (AWS::Kinesis::Stream) is ",
                 "Feed (AWS::Lambda::EventSourceMapping) is "):
        assert part in line, said
    order = [kind for kind, _ in peer.requests]
    first = order.index(GET)
    assert all(order[:first].count(kind) == 3 for kind in (TABLE, STREAM, FUNCTION, MAPPING, "DescribeStacks")), order
    assert set(order[first:]) == {GET}, "read once a run, before the first case"
    assert order.count("ListStackResources") == 1 and order.count("GetCallerIdentity") == 1


def test_nothing_is_said_of_what_is_ready(place, peer):
    code, said = run(place)
    assert code == 0 and "waiting" not in said and "permission" not in said, said
    assert len(peer.asked(STREAM)) == 1


def test_they_are_asked_beside_each_other(place, peer):
    """The first answer comes when all have asked."""
    barrier = threading.Barrier(4, timeout=WAIT)
    for kind in (TABLE, STREAM, FUNCTION, MAPPING):
        usual = peer.script[kind]
        peer.script[kind] = lambda request, usual=usual: (barrier.wait(), usual(request))[1]
    code, said = run(place)
    assert code == 0, said


@pytest.mark.parametrize("kind, states, says", [
    (FUNCTION, ["Failed Successful The image is gone"], "Booker (AWS::Lambda::Function) will not be ready: State Failed: The image is gone"),
    (FUNCTION, ["Active Failed"], "Booker (AWS::Lambda::Function) will not be ready: LastUpdateStatus Failed"),
    (STREAM, ["DELETING"], "Orders (AWS::Kinesis::Stream) will not be ready: DELETING"),
    (TABLE, ["CREATING", "INACCESSIBLE_ENCRYPTION_CREDENTIALS"],
     "Book (AWS::DynamoDB::Table) will not be ready: INACCESSIBLE_ENCRYPTION_CREDENTIALS"),
    (TABLE, [(400, '{"__type": "ResourceNotFoundException", "message": "gone"}')],
     "Book (AWS::DynamoDB::Table) will not be ready: ResourceNotFoundException"),
])
def test_what_will_never_be_ready(place, peer, kind, states, says):
    peer.states[kind] = states
    code, said = run(place)
    assert code == 1 and "3 errors" in said and f"E  stack s: {says}" in said, said
    assert not peer.asked(GET)


@pytest.mark.parametrize("status, says", [
    ("ROLLBACK_COMPLETE", "stack s is ROLLBACK_COMPLETE"),
    ("UPDATE_ROLLBACK_FAILED", "stack s is UPDATE_ROLLBACK_FAILED"),
    ("DELETE_FAILED", "stack s is DELETE_FAILED"),
])
def test_stacks_that_failed(place, peer, status, says):
    peer.states["stack"] = ["ROLLBACK_IN_PROGRESS", status]
    peer.events = [failed("Second", "Resource creation cancelled"), failed("First", "The name is taken")
                   + event("s", "CREATE_IN_PROGRESS", "User Initiated") + failed("Earlier", "Another name was taken")]
    code, said = run(place)
    assert code == 1 and f"E  {says}" in said and "E    First (AWS::SQS::Queue): The name is taken" in said, said
    assert "Second" not in said and "Earlier" not in said, "only the last operation, and of it only what is a cause"
    assert not peer.asked(GET) and not peer.asked(TABLE)


def test_an_update_that_was_rolled_back(place, peer):
    peer.states["stack"] = ["UPDATE_ROLLBACK_COMPLETE"]
    code, said = run(place)
    assert code == 0 and "\nstack s is UPDATE_ROLLBACK_COMPLETE: its last change failed" in said, said


@pytest.mark.parametrize("states, says", [
    ({"stack": ["CREATE_IN_PROGRESS"]}, "stack s is still CREATE_IN_PROGRESS"),
    ({STREAM: ["CREATING"], MAPPING: ["Creating"]},
     "stack s is not ready after [01] s: Feed .AWS::Lambda::EventSourceMapping. is Creating, Orders .AWS::Kinesis::Stream. is CREATING"),
])
def test_it_is_waited_for_no_longer_than_that(place, peer, states, says):
    peer.states |= states
    code, said = run(place, "--stack-timeout", "400ms")
    assert code == 1 and re.search("E  " + says, said) and "hint: --stack-timeout" in said, said
    assert not peer.asked(GET)


def test_missing_permissions_are_told(place, peer):
    denied = (400, '{"__type": "AccessDeniedException", "message": "User: u is not authorized to perform: kinesis:DescribeIt"}')
    peer.states |= {STREAM: [denied], MAPPING: ["Disabled"]}
    code, said = run(place)
    assert code == 0, said
    assert "\nstack s: no permission for kinesis:DescribeIt: whether it is ready is not known of Orders\n" in said, said
    assert "\nstack s: Feed (AWS::Lambda::EventSourceMapping) is Disabled\n" in said, said


def test_reports_have_it_and_quiet_runs_do_not(place, peer):
    peer.states[STREAM] = ["CREATING", "ACTIVE"]
    code, said = run(place, "-q", "--report-json", "run.jsonl")
    lines = [json.loads(line) for line in (place.path / "run.jsonl").read_text().splitlines()]
    notices = [line["text"] for line in lines if line["event"] == "notice"]
    assert code == 0 and "waiting" not in said, said
    assert notices == ["waiting for stack s: Orders (AWS::Kinesis::Stream) is CREATING"], notices


def test_usage(place, peer):
    code, said = run(place, "--stack-timeout", "soon")
    assert code == 4 and "--stack-timeout: 'soon' is no duration" in said, said


CONFIGURED = 'stacks: { p: configured, q: other, pp: near }\n'


@pytest.mark.parametrize("words, variables, name", [
    ([], {"AWS_SAM_STACK_NAME": "of-the-environment"}, "configured"),
    (["--stack", "mine"], {}, "mine"),
    (["--stack", "mine", "--stack", "p=its"], {}, "its"),
    (["--stack", "p=its", "--stack", "mine"], {}, "its"),
])
def test_which_name_counts(place, peer, words, variables, name):
    """The configuration may name stacks of other runs; the command line counts more."""
    (place.path / "slrun.yaml").write_text(CONFIGURED)
    place.variables |= variables
    done = subprocess.run([os.environ["SLRUN"], "--target", "aws", *words, "p.lua"], cwd=place.path, text=True,
                          env=place.environment(), stdin=subprocess.DEVNULL, capture_output=True, timeout=WAIT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert [request.form["StackName"] for request in peer.asked("DescribeStacks")] == [name]
    assert re.search(rf"\nstack (p=)?{name}\n", done.stdout) and "other" not in done.stdout and "near" not in done.stdout


def test_the_local_cloud_needs_no_names(place, peer):
    (place.path / "slrun.yaml").write_text(CONFIGURED)
    (place.path / "p.lua").write_text('case "x" (function() end)\n')
    done = subprocess.run([os.environ["SLRUN"], "p.lua"], cwd=place.path, text=True, env=place.environment(),
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=WAIT)
    assert done.returncode == 0, done.stdout + done.stderr
