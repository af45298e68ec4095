# SPDX-License-Identifier: Apache-2.0
"""boto3's Step Functions client on the local cloud: distributed Map states, their Map Runs, items and results in S3.
Histories and texts of errors are as AWS records them.

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json
import uuid

import boto3
import pytest

from sdk import fails, until

SFN, S3 = boto3.client("stepfunctions"), boto3.client("s3")
ROLE = "arn:aws:iam::000000000000:role/states"
PASS = {"StartAt": "I", "States": {"I": {"Type": "Pass", "End": True}}}
ROWS = "Col1,Col2,Col3\nValue1,Value2,Value3\n,,,\ntrue,1,'Hello'\nNull,None,\n   \n"


@pytest.fixture(name="machine")
def make_machine():
    made = []

    def make(state, inner=None, **config):
        processor = {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD", **config}, **(inner or PASS)}
        definition = {"StartAt": "M", "States": {"M": {"Type": "Map", "End": True, "ItemProcessor": processor, **state}}}
        made.append(SFN.create_state_machine(name=f"map-{uuid.uuid4().hex[:10]}", definition=json.dumps(definition),
                                             roleArn=ROLE)["stateMachineArn"])
        return made[-1]

    yield make
    for arn in made:
        SFN.delete_state_machine(stateMachineArn=arn)


@pytest.fixture(name="bucket")
def make_bucket():
    name = f"maps-{uuid.uuid4().hex[:10]}"
    S3.create_bucket(Bucket=name)
    yield name
    for one in S3.list_objects_v2(Bucket=name).get("Contents", []):
        S3.delete_object(Bucket=name, Key=one["Key"])
    S3.delete_bucket(Bucket=name)


def run(arn, given):
    started = SFN.start_execution(stateMachineArn=arn, input=json.dumps(given))["executionArn"]

    def look():
        found = SFN.describe_execution(executionArn=started)
        return found if found["status"] != "RUNNING" else None
    return until(look)


def output(found):
    assert found["status"] == "SUCCEEDED", found
    return json.loads(found["output"])


def history(found):
    return [(event["type"], event["previousEventId"]) for event in SFN.get_execution_history(executionArn=found["executionArn"])["events"]]


def map_run(found):
    [one] = SFN.list_map_runs(executionArn=found["executionArn"])["mapRuns"]
    return SFN.describe_map_run(mapRunArn=one["mapRunArn"])


def reader(bucket, key, **config):
    return {"ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": bucket, "Key": key}, "ReaderConfig": config}}


def put(bucket, key, text):
    S3.put_object(Bucket=bucket, Key=key, Body=text)


# ---- runs and their executions ----

def test_the_history_has_the_map_run_and_no_iterations(machine):
    found = run(machine({"Label": "Orders"}), [1, 2])
    assert output(found) == [1, 2]
    assert history(found) == [("ExecutionStarted", 0), ("MapStateEntered", 0), ("MapStateStarted", 2), ("MapRunStarted", 3),
                              ("MapRunSucceeded", 4), ("MapStateSucceeded", 5), ("MapStateExited", 4), ("ExecutionSucceeded", 7)]
    events = SFN.get_execution_history(executionArn=found["executionArn"])["events"]
    assert events[2]["mapStateStartedEventDetails"] == {"length": 2}
    name = found["stateMachineArn"].rsplit(":", 1)[1]
    assert events[3]["mapRunStartedEventDetails"]["mapRunArn"].split(":", 5)[5].startswith(f"mapRun:{name}/Orders:")


def test_a_map_run_is_described(machine):
    found = run(machine({"MaxConcurrency": 1, "ToleratedFailureCount": 1}), [1, 2])
    [listed] = SFN.list_map_runs(executionArn=found["executionArn"])["mapRuns"]
    assert set(listed) == {"executionArn", "mapRunArn", "stateMachineArn", "startDate", "stopDate"}
    assert listed["executionArn"] == found["executionArn"] and listed["stateMachineArn"].startswith(found["stateMachineArn"] + "/")
    told = SFN.describe_map_run(mapRunArn=listed["mapRunArn"])
    counts = {"pending": 0, "running": 0, "succeeded": 2, "failed": 0, "timedOut": 0, "aborted": 0, "total": 2, "resultsWritten": 2,
              "failuresNotRedrivable": 0, "pendingRedrive": 0}
    assert (told["status"], told["maxConcurrency"], told["toleratedFailureCount"], told["toleratedFailurePercentage"]) == ("SUCCEEDED", 1, 1, 0.0)
    assert told["executionCounts"] == told["itemCounts"] == counts
    assert fails("ResourceNotFound", SFN.describe_map_run, mapRunArn=listed["mapRunArn"] + "x").startswith("Resource not found: ")


def test_iterations_are_executions(machine):
    found = run(machine({"ItemSelector": {"n.$": "$$.Map.Item.Value"}, "Label": "L"}), [5])
    [run_arn] = [one["mapRunArn"] for one in SFN.list_map_runs(executionArn=found["executionArn"])["mapRuns"]]
    [child] = SFN.list_executions(mapRunArn=run_arn)["executions"]
    assert child["mapRunArn"] == run_arn and child["itemCount"] == 1 and "/L:" in child["executionArn"]
    told = SFN.describe_execution(executionArn=child["executionArn"])
    assert (told["status"], told["input"], told["output"], told["mapRunArn"]) == ("SUCCEEDED", '{"n":5}', '{"n":5}', run_arn)
    assert [t for t, _ in history(child)] == ["ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"]
    assert child["executionArn"] not in [e["executionArn"] for e in SFN.list_executions(stateMachineArn=found["stateMachineArn"])["executions"]]


def test_the_definition_of_an_iteration(machine):
    found = run(machine({"Label": "Orders"}), [1])
    [one] = SFN.list_executions(mapRunArn=map_run(found)["mapRunArn"])["executions"]
    told = SFN.describe_state_machine_for_execution(executionArn=one["executionArn"])
    assert (told["mapRunArn"], told["label"], told["encryptionConfiguration"]) == (one["mapRunArn"], "Orders", {"type": "AWS_OWNED_KEY"})
    assert json.loads(told["definition"])["StartAt"] == "I" and told["stateMachineArn"].endswith("/Orders")
    assert told["name"] == found["stateMachineArn"].rsplit(":", 1)[1] + "/Orders"


def test_iterations_speak_the_language_of_the_machine(machine):
    jsonata = {"Type": "Pass", "Output": "{% $states.input + 1 %}", "End": True}
    path = {"Type": "Pass", "Parameters": {"in.$": "$"}, "End": True}
    arn = machine({})
    for whole, state, inner, said in (("JSONata", {}, jsonata, [2]), ("JSONata", {}, {**path, "QueryLanguage": "JSONPath"}, None),
                                      ("JSONPath", {"QueryLanguage": "JSONata"}, path, [{"in": 1}])):
        processor = {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "I", "States": {"I": inner}}
        definition = {"QueryLanguage": whole, "StartAt": "M", "States": {"M": {"Type": "Map", "End": True, "ItemProcessor": processor, **state}}}
        if said is None:
            fails("InvalidDefinition", SFN.update_state_machine, stateMachineArn=arn, definition=json.dumps(definition))
            continue
        SFN.update_state_machine(stateMachineArn=arn, definition=json.dumps(definition))
        assert output(run(arn, [1])) == said


def test_iterations_that_time_out(machine):
    inner = {"StartAt": "I", "TimeoutSeconds": 5, "States": {"I": {"Type": "Wait", "SecondsPath": "$", "End": True}}}
    found = run(machine({"ToleratedFailureCount": 1}, inner), [1, 3600])
    assert output(found) == [1, {}]
    counts = map_run(found)["executionCounts"]
    assert (counts["succeeded"], counts["timedOut"], counts["failed"]) == (1, 1, 0)


def test_an_iteration_that_is_stopped(machine):
    inner = {"StartAt": "I", "States": {"I": {"Type": "Wait", "Seconds": 3600, "End": True}}}
    started = SFN.start_execution(stateMachineArn=machine({"ToleratedFailureCount": 1}, inner), input="[1]")["executionArn"]
    [one] = until(lambda: SFN.list_map_runs(executionArn=started)["mapRuns"])
    [child] = until(lambda: SFN.list_executions(mapRunArn=one["mapRunArn"])["executions"])
    SFN.stop_execution(executionArn=child["executionArn"], error="Why", cause="so")
    found = until(lambda: next((e for e in [SFN.describe_execution(executionArn=started)] if e["status"] != "RUNNING"), None))
    assert output(found) == [{"Error": "Why", "Cause": "so"}]
    counts = SFN.describe_map_run(mapRunArn=one["mapRunArn"])["executionCounts"]
    assert (counts["aborted"], counts["failed"], counts["running"]) == (1, 0, 0)


def test_express_iterations_and_their_context(machine):
    inner = {"StartAt": "I", "States": {"I": {"Type": "Pass", "Parameters": {"id.$": "$$.Execution.Id", "in.$": "$$.Execution.Input"}, "End": True}}}
    [one] = output(run(machine({}, inner, ExecutionType="EXPRESS"), [7]))
    assert ":express:map-" in one["id"] and one["in"] == 7


def test_failures_that_are_tolerated_and_one_too_many(machine):
    inner = {"StartAt": "I", "States": {"I": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericGreaterThan": 2, "Next": "F"}], "Default": "S"},
                                        "F": {"Type": "Fail", "Error": "E", "Cause": "C"}, "S": {"Type": "Succeed"}}}
    found = run(machine({"ToleratedFailurePercentage": 50}, inner), [1, 2, 3, 4])
    assert output(found) == [1, 2, {"Error": "E", "Cause": "C"}, {"Error": "E", "Cause": "C"}]
    assert map_run(found)["itemCounts"]["failed"] == 2
    found = run(machine({"ToleratedFailureCount": 1, "MaxConcurrency": 1}, inner), [1, 3, 4, 2])
    assert (found["error"], found["cause"]) == ("States.ExceedToleratedFailureThreshold", "The specified tolerated failure threshold was exceeded")
    assert [t for t, _ in history(found)][4:] == ["MapRunFailed", "MapStateFailed", "ExecutionFailed"]
    told = map_run(found)
    assert told["status"] == "FAILED" and told["executionCounts"]["pending"] == 1
    found = run(machine({"ToleratedFailurePercentagePath": "$[0]"}), [101])
    assert found["cause"].endswith("ToleratedFailurePercentage must be between 0 and 100.") and history(found)[-2][0] == "MapStateStarted"


@pytest.mark.parametrize("given,said", [
    ({"count": -1}, "ToleratedFailureCount cannot be negative."),
    ({"share": -1}, "ToleratedFailurePercentage must be between 0 and 100."),
    ({"share": 100.1}, "ToleratedFailurePercentage must be between 0 and 100."),
    ({"share": "x"}, 'The ToleratedFailurePercentagePath field refers to value "x" which is not a valid float: $.share'),
    ({"count": "x"}, 'The ToleratedFailureCountPath field refers to value "x" which is not a valid integer: $.count'),
])
def test_a_tolerance_that_cannot_be(machine, given, said):
    [name] = given
    field = {"count": "ToleratedFailureCountPath", "share": "ToleratedFailurePercentagePath"}[name]
    found = run(machine({"ItemsPath": "$.items", field: "$." + name}), {"items": [1], **given})
    assert (found["error"], found["cause"].split(". ", 1)[1] if ". " in found["cause"] else "") == ("States.Runtime", said)


def test_batches_count_their_items(machine):
    found = run(machine({"ItemBatcher": {"MaxItemsPerBatch": 2}}), [1, 2, 3])
    assert output(found) == [{"Items": [1, 2]}, {"Items": [3]}]
    told = map_run(found)
    assert (told["executionCounts"]["total"], told["itemCounts"]["total"], told["itemCounts"]["succeeded"]) == (2, 3, 3)
    assert sorted(e["itemCount"] for e in SFN.list_executions(mapRunArn=told["mapRunArn"])["executions"]) == [1, 2]
    by_bytes = run(machine({"ItemBatcher": {"MaxInputBytesPerBatch": 8}}), ["aaaa", "bb", "c"])  # 6, 4 and 3 bytes
    assert output(by_bytes) == [{"Items": ["aaaa"]}, {"Items": ["bb", "c"]}]


def test_stopping_the_execution_aborts_the_map_run(machine):
    inner = {"StartAt": "I", "States": {"I": {"Type": "Wait", "Seconds": 3600, "End": True}}}
    started = SFN.start_execution(stateMachineArn=machine({}, inner), input="[1, 2]")["executionArn"]
    runs = until(lambda: [r for r in SFN.list_map_runs(executionArn=started)["mapRuns"]
                          if SFN.describe_map_run(mapRunArn=r["mapRunArn"])["executionCounts"]["running"] == 2])
    SFN.stop_execution(executionArn=started)
    told = until(lambda: SFN.describe_map_run(mapRunArn=runs[0]["mapRunArn"]))
    assert told["status"] == "ABORTED" and told["executionCounts"]["aborted"] == 2
    assert {e["status"] for e in SFN.list_executions(mapRunArn=runs[0]["mapRunArn"])["executions"]} == {"ABORTED"}


# ---- items in S3 ----

def test_a_tolerance_that_cannot_be_of_items_that_are_read(machine, bucket):
    put(bucket, "k.json", "[1, 2]")
    found = run(machine({**reader(bucket, "k.json", InputType="JSON"), "ToleratedFailureCountPath": "$.count"}), {"count": -1})
    assert found["error"] == "States.Runtime" and found["cause"].endswith("ToleratedFailureCount cannot be negative.")


def test_items_of_json_and_lines(machine, bucket):
    put(bucket, "a.json", '[{"v": 1}, {"v": 2}, {"v": 3}]')
    put(bucket, "a.jsonl", '{"v": 1}\n\n{"v": 2}\r\n')
    put(bucket, "deep.json", '{"a/b": {"rows": [7, 8]}}')
    found = run(machine(reader(bucket, "a.json", InputType="JSON")), {})
    assert output(found) == [{"v": 1}, {"v": 2}, {"v": 3}]
    assert SFN.get_execution_history(executionArn=found["executionArn"])["events"][2]["mapStateStartedEventDetails"] == {"length": 0}
    assert output(run(machine(reader(bucket, "a.json", InputType="JSON", MaxItems=2)), {})) == [{"v": 1}, {"v": 2}]
    assert output(run(machine(reader(bucket, "a.jsonl", InputType="JSONL")), {})) == [{"v": 1}, {"v": 2}]
    assert output(run(machine(reader(bucket, "deep.json", InputType="JSON", ItemsPointer="/a~1b/rows")), {})) == [7, 8]


def test_items_of_csv(machine, bucket):
    put(bucket, "a.csv", ROWS)
    first = machine(reader(bucket, "a.csv", InputType="CSV", CSVHeaderLocation="FIRST_ROW"))
    assert output(run(first, {})) == [
        {"Col1": "Value1", "Col2": "Value2", "Col3": "Value3"}, {"Col1": "", "Col2": "", "Col3": ""},
        {"Col1": "true", "Col2": "1", "Col3": "'Hello'"}, {"Col1": "Null", "Col2": "None", "Col3": ""}, {"Col1": "   ", "Col2": "", "Col3": ""}]
    given = reader(bucket, "a.csv", InputType="CSV", CSVHeaderLocation="GIVEN", CSVHeaders=["H1"], MaxItems=2)
    assert output(run(machine(given), {})) == [{"H1": "Col1"}, {"H1": "Value1"}]
    put(bucket, "b.csv", 'a;b\n"x;1";"say ""hi""\nagain"\n')
    assert output(run(machine(reader(bucket, "b.csv", InputType="CSV", CSVHeaderLocation="FIRST_ROW", CSVDelimiter="SEMICOLON")), {})) == [
        {"a": "x;1", "b": 'say "hi"\nagain'}]


def test_items_that_are_listed(machine, bucket):
    for key in ("in/a", "in/b", "out/c"):
        put(bucket, key, "12345")
    found = output(run(machine({"ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2",
                                               "Parameters": {"Bucket.$": "$.b", "Prefix": "in/", "MaxKeys": 1}}}), {"b": bucket}))
    assert [(one["Key"], one["Size"], one["StorageClass"]) for one in found] == [("in/a", 5, "STANDARD"), ("in/b", 5, "STANDARD")]
    assert found[0]["Etag"] == S3.head_object(Bucket=bucket, Key="in/a")["ETag"]
    assert found[0]["LastModified"] == int(S3.head_object(Bucket=bucket, Key="in/a")["LastModified"].timestamp())


def test_items_that_cannot_be_read(machine, bucket):
    put(bucket, "a.json", '{"v": 1}')
    put(bucket, "twice.csv", "a,a\n1,2\n")
    put(bucket, "open.csv", 'a,b\n1,2\n3,"4\n5,6\n')
    open_end = reader(bucket, "open.csv", InputType="CSV", CSVHeaderLocation="FIRST_ROW")
    twice = reader(bucket, "twice.csv", InputType="CSV", CSVHeaderLocation="FIRST_ROW")
    most = reader(bucket, "a.json", InputType="JSON", MaxItemsPath="$.most")
    for state, cause in ((reader(bucket, "a.json", InputType="JSON"), "Attempting to map over non-iterable node."),
                         (twice, "CSV headers cannot contain duplicates."),
                         (open_end, "Attempting to read CSV that ends within quotation marks or is not UTF-8."), (most, "field MaxItems must be positive")):
        found = run(machine(state), {"most": -1})
        assert (found["error"], found["cause"]) == ("States.ItemReaderFailed", cause)
        assert [t for t, _ in history(found)][2:] == ["MapStateStarted", "MapRunStarted", "MapRunFailed", "MapStateFailed", "ExecutionFailed"]
    found = run(machine(reader(bucket, "none", InputType="JSON")), {})
    assert found["error"] == "States.ItemReaderFailed" and "NoSuchKey" in found["cause"]


@pytest.mark.parametrize("config, said", [({"InputType": "PARQUET"}, "does not read items of InputType 'PARQUET' at /States/M/ItemReader/ReaderConfig/InputType"),
                                          ({"InputType": "CSV", "CSVHeaderLocation": "GIVEN"}, "[CSVHeaders] at /States/M/ItemReader/ReaderConfig")])
def test_readers_that_are_refused(machine, config, said):
    with pytest.raises(SFN.exceptions.InvalidDefinition) as refused:
        machine(reader("b", "k", **config))
    assert said in str(refused.value)


# ---- results in S3 ----

def writer(bucket, **config):
    more = {"WriterConfig": config} if config else {}
    return {"ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": bucket, "Prefix": "jobs"}, **more}}


def read(bucket, key):
    return S3.get_object(Bucket=bucket, Key=key)["Body"].read().decode()


def test_results_are_written_with_a_manifest(machine, bucket):
    found = run(machine({**writer(bucket), "Label": "L"}), ["Hello", "World"])
    told, arn = output(found), map_run(found)["mapRunArn"]
    uid = arn.rsplit(":", 1)[1]
    assert told == {"MapRunArn": arn, "ResultWriterDetails": {"Bucket": bucket, "Key": f"jobs/{uid}/manifest.json"}}
    manifest = json.loads(read(bucket, f"jobs/{uid}/manifest.json"))
    text = read(bucket, f"jobs/{uid}/SUCCEEDED_0.json")
    assert manifest == {"DestinationBucket": bucket, "MapRunArn": arn, "ResultFiles": {
        "FAILED": [], "PENDING": [], "SUCCEEDED": [{"Key": f"jobs/{uid}/SUCCEEDED_0.json", "Size": len(text)}]}}
    assert {(one["Status"], one["Input"], one["Output"]) for one in json.loads(text)} == {
        ("SUCCEEDED", '"Hello"', '"Hello"'), ("SUCCEEDED", '"World"', '"World"')}
    assert set(json.loads(text)[0]) >= {"ExecutionArn", "Name", "StartDate", "StopDate", "StateMachineArn", "RedriveCount", "OutputDetails"}


def test_results_are_transformed(machine, bucket):
    found = run(machine(writer(bucket, Transformation="FLATTEN", OutputType="JSONL")), [[1, 2], [3]])
    key = output(found)["ResultWriterDetails"]["Key"].replace("manifest.json", "SUCCEEDED_0.jsonl")
    assert sorted(read(bucket, key).splitlines()) == ["1", "2", "3"]
    flat = machine({"ResultWriter": {"WriterConfig": {"Transformation": "FLATTEN", "OutputType": "JSON"}}})
    assert sorted(output(run(flat, [[1, 2], [3]]))) == [1, 2, 3]


def test_results_that_cannot_be_written(machine):
    found = run(machine(writer("no-such-bucket-here")), [1])
    assert found["error"] == "States.ResultWriterFailed" and "NoSuchBucket" in found["cause"]
