# SPDX-License-Identifier: Apache-2.0
"""The specs of patterns pass with --target aws, by the code path of AWS: their stacks are deployed by the AWS CLI on a
local cloud that stands for AWS, which refuses every signature that is not of the run's own keys, and AWS_ENDPOINT_URL
leads there. What is only for a local cloud (controls) is skipped.
"""
import os
import pathlib
import re
import types

import boto3
import pytest

import deployed

SPECS = pathlib.Path(os.environ["SLRUN_SPECS"])
PATTERNS = deployed.patterns(SPECS)
JOBS = 8
ALL_JOBS = 16  # cases at once in the run of all specs: their functions start cold
KEY, SECRET = "AKIDOFTHETEST", "a secret/of+the test"
ONE = f"{SPECS}/sqs-lambda.lua::the function books the orders of a batch[1]"  # where it is about no spec
NO_PARAMETERS = types.SimpleNamespace(params={})
OUTCOME = re.compile(r"^(\S.*?::.*) (PASSED|FAILED|ERROR|SKIPPED|TIMEOUT|FLAKY)\b", re.MULTILINE)


def specs_of(items):
    """The specs that the tests to be run are about."""
    return sorted({item.callspec.params["spec"] for item in items if "spec" in getattr(item, "callspec", NO_PARAMETERS).params})


@pytest.fixture(scope="module", name="cloud")
def start_with_stacks(request, tmp_path_factory):
    """With the stacks that the tests to be run need."""
    cloud = deployed.Cloud(tmp_path_factory.mktemp("cloud"), KEY, SECRET)
    wanted = {"sqs-lambda", "kinesis-lambda-dynamodb", *specs_of(request.session.items)}
    try:
        deployed.deploy_all(cloud.environment, cloud.folder, {name: PATTERNS[name] for name in PATTERNS if name in wanted})
        yield cloud
    finally:
        cloud.stop()


@pytest.fixture(scope="module", name="run")
def run_of_all(request, cloud):
    """One run of all specs, for most of their time is waiting: its exit code, {spec: [(case, outcome)]}, and what it said."""
    specs = specs_of(request.session.items)
    stacks = [word for spec in specs for word in ("--stack", f"{spec}={spec}")]
    code, said = cloud.slrun("--target", "aws", *stacks, "-v", "-j", ALL_JOBS, *(SPECS / f"{spec}.lua" for spec in specs))
    found = {spec: [] for spec in specs}
    for case, outcome in OUTCOME.findall(said):
        found[pathlib.Path(case.split(".lua::")[0]).name].append((case, outcome))
    return code, found, said


@pytest.mark.parametrize("spec", PATTERNS)
def test_spec_passes(spec, run, cloud):
    code, found, said = run
    found = found[spec]
    local = len(re.findall(r"^  controls = ", (SPECS / f"{spec}.lua").read_text(encoding="utf-8"), re.MULTILINE))
    assert {outcome for _, outcome in found} <= {"PASSED", "SKIPPED"}, said
    skipped = [name for name, outcome in found if outcome == "SKIPPED"]
    assert len(skipped) >= local and all("controls" in line for line in said.splitlines() if " SKIPPED" in line), said
    assert len(found) > len(skipped) and f"endpoint {cloud.url}" in said
    assert code == 0 or any(outcome not in ("PASSED", "SKIPPED") for cases in run[1].values() for _, outcome in cases), said


def test_signatures_are_checked(cloud):
    """Else all of this would prove little."""
    code, said = cloud.slrun("--target", "aws", "--stack", "sqs-lambda", SPECS / "sqs-lambda.lua",
                             AWS_SECRET_ACCESS_KEY="another")
    assert code == 4 and "AWS does not take the credentials (env)" in said, said
    code, said = cloud.slrun("--target", "aws", "--stack", "sqs-lambda", SPECS / "sqs-lambda.lua",
                             AWS_ACCESS_KEY_ID="unknown")
    assert code == 4 and "AWS does not take the credentials (env)" in said, said


DENIED = [
    # what the local cloud refuses; what slrun says of it, in the spec's own call
    ({"service": "dynamodb", "operation": "query"}, "AccessDeniedException",
     ["E  .*dynamodb.query: AccessDeniedException", "permission dynamodb:Query on TableName 'kinesis-lambda-dynamodb-"]),
    ({"service": "kinesis", "operation": "put_records"}, "AccessDeniedException",
     ["kinesis.put_records: AccessDeniedException", "permission kinesis:PutRecords on StreamName 'kinesis-lambda-dynamodb-"]),
    ({"service": "lambda", "operation": "invoke"}, "AccessDeniedException",
     ["lambda.invoke: AccessDeniedException", "permission lambda:InvokeFunction on FunctionName 'kinesis-lambda-dynamodb-"]),
]


@pytest.mark.parametrize("fault, code, says", DENIED, ids=lambda value: value["operation"] if isinstance(value, dict) else "")
def test_access_denied(fault, code, says, cloud):
    """At once, long before the SLA, and with the operation, the permission and the resource."""
    spec = "kinesis-lambda-dynamodb"
    cloud.faults("POST", {**fault, "error": code, "status": 400, "message": "Not so."})
    try:
        exit_code, said = cloud.slrun("--target", "aws", "--stack", spec, "-j", JOBS, "-x", SPECS / f"{spec}.lua")
    finally:
        cloud.faults("DELETE")
    assert exit_code == 1 and "failed" in said, said
    for text in says:
        assert re.search(text, said), f"{text}\n{said}"
    assert "it ended a wait" in said or fault["operation"] != "query", said


def test_access_denied_to_the_stack(cloud):
    cloud.faults("POST", {"service": "cloudformation", "operation": "describe_stacks", "error": "AccessDenied", "status": 403})
    try:
        code, said = cloud.slrun("--target", "aws", "--stack", "sqs-lambda", SPECS / "sqs-lambda.lua")
    finally:
        cloud.faults("DELETE")
    assert code == 1 and "the stack: cloudformation.describe_stacks: AccessDenied" in said, said
    assert "permission cloudformation:DescribeStacks on StackName 'sqs-lambda'" in said, said


def test_permissions_that_gates_lack(cloud):
    """What may not be asked is named, and the cases run."""
    cloud.faults("POST", {"service": "lambda", "operation": "get_function_configuration", "error": "AccessDeniedException"})
    cloud.faults("POST", {"service": "cloudformation", "operation": "list_stack_resources", "error": "AccessDenied",
                          "status": 403, "times": 1})
    try:
        code, said = cloud.slrun("--target", "aws", "--stack", "sqs-lambda", ONE)
        assert "no permission for cloudformation:ListStackResources: its resources are not known" in said, said
        code, said = cloud.slrun("--target", "aws", "--stack", "sqs-lambda", ONE)
    finally:
        cloud.faults("DELETE")
    assert code == 0, said
    assert re.search("no permission for lambda:GetFunctionConfiguration: whether it is ready is not known of [A-Z]", said), said


def test_head_names_stacks(cloud):
    code, said = cloud.slrun("--target", "aws", ONE, AWS_SAM_STACK_NAME="sqs-lambda")
    assert code == 0 and "\nstack sqs-lambda\n" in said, said
    code, said = cloud.slrun("--target", "aws", "--stack", "sqs-lambda=sqs-lambda", "--stack", "other=x",
                             ONE, AWS_SAM_STACK_NAME="gone")
    assert code == 0 and "\nstack sqs-lambda=sqs-lambda\nnot used: --stack other=x, AWS_SAM_STACK_NAME\n" in said, said
    code, said = cloud.slrun("--target", "aws", "--stack", "sqs-lambda=sqs-lambda", "--stack", "sns-lambda=x", ONE)
    assert code == 0 and "\nnot used: --stack sns-lambda=x\n" in said, said  # near another that has its own
    code, said = cloud.slrun(SPECS / "services/dynamodb.lua", AWS_SAM_STACK_NAME="gone")
    assert code == 0 and re.search("not used: .*AWS_SAM_STACK_NAME.*--target aws", said), said


@pytest.mark.parametrize("stack, code, says", [
    (["sqs-lamda=x"], 2, "--stack sqs-lambda=NAME; did you mean that by --stack sqs-lamda=...?"),
    (["sqs-lamda=x", "sqs-lambda"], 4, "did you mean --stack sqs-lambda=x?"),
    (["sqs-lambd"], 1, "there is no stack 'sqs-lambd' in us-east-1; did you mean 'sqs-lambda'?"),
])
def test_misspelt(stack, code, says, cloud):
    words = [word for name in stack for word in ("--stack", name)]
    exit_code, said = cloud.slrun("--target", "aws", *words, SPECS / "sqs-lambda.lua")
    assert exit_code == code and says in said, said


def test_what_is_not_there_is_told_with_what_is(cloud):
    (cloud.folder / "x.lua").write_text(f"""
pattern {{ name = "x", stack = "{SPECS}/stacks/sqs-lambda" }}
case "one" (function(t) return t.stack.QueueUlr end)
case "two" (function(t) return t.resources.Zzz end)
case "three" (function(t) return t.parameters.Any end)
""")
    code, said = cloud.slrun("--target", "aws", "--stack", "sqs-lambda", "x.lua")
    assert code == 1, said
    assert re.search("the stack sqs-lambda has no output 'QueueUlr'; did you mean 'QueueUrl'. there are: QueueUrl, ", said), said
    assert re.search("the stack sqs-lambda has no resource 'Zzz'; there are: [A-Z]", said), said
    assert "the stack sqs-lambda has no parameter 'Any'; it has none" in said, said


WHOLE = """
local sqs <const>, s3 <const> = require "slrun.sqs", require "slrun.s3"
pattern {{ name = "x", stack = "{stacks}/sqs-lambda" }}
case "refused: a queue" (function(t) t:own(sqs.messages {{ QueueUrl = "{url}" }}) end)
case "refused: a purge" (function(t) sqs.purge_queue {{ QueueUrl = "{url}" }} end)
case "refused: a purge elsewhere" (function(t) sqs:with {{ region = "eu-west-1" }}.purge_queue {{ QueueUrl = t.resources.RefusedOrders }} end)
case "refused: a bucket" (function(t) t:own(s3.prefix {{ Bucket = "artifacts", Prefix = "" }}) end)
case "refused: deleting all" (function(t) s3.delete_prefix {{ Bucket = "artifacts", Prefix = "" }} end)
case "the stack's" (function(t)
  t:own(sqs.messages {{ QueueUrl = t.stack.DeadLetterQueueUrl }})
  sqs.purge_queue {{ QueueUrl = t.resources.RefusedOrders }}
end)
case "the run's own" (function(t)
  local url = sqs.create_queue {{ QueueName = t.id }}.QueueUrl
  sqs.purge_queue {{ QueueUrl = url }}
  t:own(sqs.messages {{ QueueUrl = url }})
end)
case "said to be meant" (function(t) t:own(sqs.messages {{ QueueUrl = "{url}", outside_stack = true }}) end)
case "a prefix" (function(t) t:own(s3.prefix {{ Bucket = "artifacts", Prefix = t.id }}) end)
"""


def test_what_is_emptied(cloud):
    """Only what is the stack's or the run's own."""
    sqs = boto3.client("sqs", endpoint_url=cloud.url, region_name="us-east-1", aws_access_key_id=KEY,
                       aws_secret_access_key=SECRET)
    url = sqs.create_queue(QueueName="production")["QueueUrl"]
    sqs.send_message(QueueUrl=url, MessageBody="precious")

    def precious():
        name = "ApproximateNumberOfMessages"
        return sqs.get_queue_attributes(QueueUrl=url, AttributeNames=[name])["Attributes"][name]
    (cloud.folder / "whole.lua").write_text(WHOLE.format(stacks=SPECS / "stacks", url=url))
    code, said = cloud.slrun("--target", "aws", "--stack", "sqs-lambda", "whole.lua", "-v", "-k", "not meant")
    assert code == 1 and "5 failed, 3 passed, 1 deselected" in said and said.count("refused: ") >= 10, said
    assert "emptied as a whole; the run's stack is in another region" in said, said
    assert len(re.findall(r"^E  .*: on AWS only what is the stack's or made by this run is emptied as a whole; it is not of the stack "
                          "sqs-lambda$", said, re.MULTILINE)) == 4, said
    assert precious() == "1"
    code, said = cloud.slrun("--target", "aws", "--stack", "sqs-lambda", "whole.lua", "-k", "meant")
    assert code == 0 and precious() == "0", said
