# SPDX-License-Identifier: Apache-2.0
"""The page of a local cloud in a browser (GET /): what boto3 made stands there, and looking changes nothing."""
import http.client
import io
import json
import os
import re
import time
import zipfile
from urllib.parse import quote, urlsplit

import boto3
import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

import chromium
import with_local
from chromium import until

WITHIN = 60
EVIL = "<img src=x onerror=\"document.title='broken'\"><b>bold</b>&amp;"
in_browser = chromium.wanted


@pytest.fixture(name="url", scope="module")
def one_cloud():
    process, url = with_local.start(os.environ["SLRUN"])
    yield url
    process.terminate()
    assert process.wait(timeout=20) == 0


@pytest.fixture(name="aws", scope="module")
def clients(url):
    def client(service, key="test"):
        return boto3.client(service, endpoint_url=url, region_name="eu-central-1", aws_access_key_id=key, aws_secret_access_key="test")
    return client


@pytest.fixture(name="browser", scope="module")
def one_browser():
    yield from chromium.browser(WITHIN)


def complaints(browser):
    """Chromium asks for an icon by itself."""
    return chromium.complaints(browser, but="favicon.ico")


def shown(browser):
    return browser.execute_script("return document.getElementById('shown').innerText")


def wait_for(browser, *words):
    try:
        until(browser, lambda b: all(word in shown(b) for word in words))
    except Exception as error:
        raise AssertionError(f"not there: {[word for word in words if word not in shown(browser)]} in {shown(browser)}") from error


def open_at(browser, url, *path):
    browser.get("about:blank")
    browser.get(url + "/#" + "/".join(quote(word, safe="") for word in path))
    until(browser, lambda b: b.find_elements(By.CSS_SELECTOR, "#services a"))


def click(browser, text):
    def clicked(b):
        b.find_element(By.LINK_TEXT, text).click()
        return True
    until(browser, clicked)


def ask(url, target, method="GET", **headers):
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=WITHIN)
    connection.request(method, target, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read()


def look(url, *path, query=""):
    status, _, body = ask(url, "/".join(["/_slrun/look", *(quote(word, safe="") for word in path)]) + query)
    assert status == 200, body
    return json.loads(body)


# ---- over the wire ----

def test_who_gets_the_page(url):
    status, headers, body = ask(url, "/", Accept="text/html,application/xhtml+xml,*/*;q=0.8")
    assert status == 200 and headers["Content-Type"].startswith("text/html") and headers["X-Frame-Options"] == "DENY"
    assert b"default-src 'none'" in body and b"http://" not in body.replace(b"http://www.w3.org/2000/svg", b"")
    for accept in ("*/*", "application/json", ""):
        status, headers, body = ask(url, "/", Accept=accept)
        assert status == 200 and json.loads(body)["status"] == "ok", accept


def test_who_may_ask(url):
    port = urlsplit(url).port
    for host in ("localhost", "127.0.0.1", "[::1]", "a.localhost"):
        assert ask(url, "/_slrun/look", Host=f"{host}:{port}")[0] == 200, host
    for headers in ({"Host": f"example.com:{port}"}, {"Host": "127.0.0.1.nip.io"}, {"Origin": "http://example.com"}, {"Origin": "null"},
                    {"Sec_Fetch_Site": "cross-site"}, {"Sec_Fetch_Site": "same-site"}):
        for method, target in (("GET", "/_slrun/look"), ("POST", "/_slrun/reset"), ("GET", "/_slrun/clock")):
            status, answered, body = ask(url, target, method, **headers)
            assert status == 403 and b"services" not in body, (headers, target)
            assert not any(name.lower().startswith("access-control") for name in answered)
    status, headers, _ = ask(url, "/_slrun/look")
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin" and headers["X-Content-Type-Options"] == "nosniff"
    assert not any(name.lower().startswith("access-control") for name in headers)


@pytest.mark.parametrize("target", ["/_slrun/look/none", "/_slrun/look/sqs", "/_slrun/look/sqs/none", "/_slrun/look/sqs/queues/none",
                                    "/_slrun/look/sqs/queues/a/b", "/_slrun/look/s3/objects", "/_slrun/look/s3/objects/99999999",
                                    "/_slrun/look/logs/groups/arn%3Aaws%3Alogs%3Ax", "/_slrun/look/", "/_slrun/looks", "/_slrun/look/%00"])
def test_what_is_not_there(url, target):
    assert ask(url, target)[0] == 404


def test_nothing_can_be_changed(url):
    for method in ("POST", "PUT", "DELETE"):
        assert ask(url, "/_slrun/look", method)[0] in (404, 405)


# ---- what services have ----

def test_messages_are_only_looked_at(url, aws):
    sqs = aws("sqs")
    queue = sqs.create_queue(QueueName="looked-at")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    for i in range(3):
        sqs.send_message(QueueUrl=queue, MessageBody=f"m{i}", MessageAttributes={"n": {"DataType": "Number", "StringValue": str(i)}})
    sqs.send_message(QueueUrl=queue, MessageBody="later", DelaySeconds=600)
    taken = sqs.receive_message(QueueUrl=queue, AttributeNames=["All"])["Messages"][0]
    for _ in range(5):
        rows = [row["cells"] for row in look(url, "sqs", "queues", arn)["tables"][0]["rows"]]
    assert [row[:2] for row in rows] == [[f"m{i}", "in flight" if f"m{i}" == taken["Body"] else "visible"] for i in range(3)] + [["later", "delayed"]]
    assert [row[3] for row in rows if row[1] == "in flight"] == [1] and [row[3] for row in rows if row[1] != "in flight"] == [0, 0, 0]
    (listed,) = [row["cells"] for row in look(url, "sqs", "queues")["tables"][0]["rows"] if row["key"] == arn]
    assert listed == ["looked-at", 2, 1, 1, None, "eu-central-1", "000000000000"]
    received = []
    while len(received) < 2:
        received += sqs.receive_message(QueueUrl=queue, AttributeNames=["All"], MaxNumberOfMessages=10)["Messages"]
    assert {message["Attributes"]["ApproximateReceiveCount"] for message in received} == {"1"}


def test_secrets_are_not_told(url, aws):
    aws("ssm").put_parameter(Name="/a/plain", Value="open-value", Type="String")
    aws("ssm").put_parameter(Name="/a/hidden", Value="hush-hush", Type="SecureString")
    aws("secretsmanager").create_secret(Name="s", SecretString="hush-hush")
    told = json.dumps([look(url)] + [look(url, service, kind, row["key"])
                                     for service, kind in (("ssm", "parameters"), ("secretsmanager", "secrets"))
                                     for row in look(url, service, kind)["tables"][0]["rows"]])
    assert "open-value" in told and "(secret)" in told and "hush" not in told


def test_records_are_text_where_they_are(url, aws):
    kinesis = aws("kinesis")
    kinesis.create_stream(StreamName="mixed", ShardCount=2)
    kinesis.get_waiter("stream_exists").wait(StreamName="mixed", WaiterConfig={"Delay": 1})
    kinesis.put_record(StreamName="mixed", Data="grün\n".encode(), PartitionKey="p")
    kinesis.put_record(StreamName="mixed", Data=b"\xff\x00", PartitionKey="q")
    (row,) = [row for row in look(url, "kinesis", "streams")["tables"][0]["rows"] if row["cells"][0] == "mixed"]
    assert row["cells"][1:4] == ["ACTIVE", 2, 2]
    tables = look(url, "kinesis", "streams", row["key"])["tables"]
    assert {row["cells"][1]: row["cells"][0] for row in tables[0]["rows"]} == {"p": "grün\n", "q": {"base64": "/wA="}}
    assert [row["cells"][0] for row in tables[1]["rows"]] == ["shardId-000000000000", "shardId-000000000001"]


def test_versions_of_objects(url, aws):
    s3 = aws("s3")
    s3.create_bucket(Bucket="versions", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
    s3.put_bucket_versioning(Bucket="versions", VersioningConfiguration={"Status": "Enabled"})
    for body in (b"one", b"x" * 200000):
        s3.put_object(Bucket="versions", Key="a/b c.txt", Body=body, ContentType="text/plain", Metadata={"m": "1"})
    s3.delete_object(Bucket="versions", Key="a/b c.txt")
    rows = look(url, "s3", "buckets", "versions")["tables"][0]["rows"]
    assert [(row["cells"][0], row["cells"][1], row["cells"][4]) for row in rows] == [
        ("a/b c.txt", 0, "delete marker"), ("a/b c.txt", 200000, "older"), ("a/b c.txt", 3, "older")]
    large, small = (look(url, "s3", "objects", row["key"])["tables"][0] for row in rows[1:])
    assert large["title"] == "The body begins with" and large["rows"][0]["cells"] == ["x" * 8192]
    assert small["title"] == "Body" and small["rows"][0]["cells"] == ["one"]


def test_values_without_types(url, aws):
    dynamodb = aws("dynamodb")
    dynamodb.create_table(TableName="typed", BillingMode="PAY_PER_REQUEST",
                          KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
                          AttributeDefinitions=[{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "N"}],
                          StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"})
    long_number = "1234567890123456789012345"
    dynamodb.put_item(TableName="typed", Item={
        "pk": {"S": "p"}, "sk": {"N": "1"}, "map": {"M": {"a": {"L": [{"N": "1.5"}, {"BOOL": True}, {"NULL": True}]}}}, "set": {"SS": ["x"]},
        "numbers": {"NS": ["2"]}, "bytes": {"B": b"\xff"}, "long": {"N": long_number}})
    told = look(url, "dynamodb", "tables", "arn:aws:dynamodb:eu-central-1:000000000000:table/typed")
    assert told["tables"][0]["columns"] == "pk|sk|attributes:members"
    assert told["tables"][0]["rows"][0]["cells"] == ["p", 1, {"map": {"a": [1.5, True, None]}, "set": ["x"], "numbers": [2],
                                                             "bytes": {"base64": "/w=="}, "long": long_number}]
    assert told["tables"][1]["rows"][0]["cells"][:2] == ["INSERT", {"pk": "p", "sk": 1}]


def test_accounts_are_told_apart(url, aws):
    aws("sqs", "111122223333").create_queue(QueueName="elsewhere")
    assert "111122223333" in [row["cells"][-1] for row in look(url, "sqs", "queues")["tables"][0]["rows"]]


HANDED_ON = """
Transform: AWS::Serverless-2016-10-31
Resources:
  Orders: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3}}}
  Dead: {Type: AWS::SQS::Queue}
  Clicks: {Type: AWS::Kinesis::Stream, Properties: {ShardCount: 1}}
  Items:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      KeySchema: [{AttributeName: id, KeyType: HASH}]
      AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
      StreamSpecification: {StreamViewType: NEW_IMAGE}
  Bucket: {Type: AWS::S3::Bucket, Properties: {NotificationConfiguration: {QueueConfigurations: [{Event: "s3:ObjectCreated:*", Queue: !GetAtt Orders.Arn}]}}}
  Work:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.12
      Handler: index.handler
      InlineCode: "def handler(event, context): return 1 / 0"
      Environment: {Variables: {TABLE: !Ref Items, PASSWORD: hush-hush}}
      DeadLetterQueue: {Type: SQS, TargetArn: !GetAtt Dead.Arn}
      Events:
        Queue: {Type: SQS, Properties: {Queue: !GetAtt Orders.Arn, Enabled: false}}
        Stream: {Type: Kinesis, Properties: {Stream: !GetAtt Clicks.Arn, StartingPosition: LATEST}}
        Http: {Type: HttpApi, Properties: {Path: /, Method: GET}}
        Rest: {Type: Api, Properties: {Path: /, Method: GET}}
  News: {Type: AWS::SNS::Topic, Properties: {Subscription: [{Protocol: sqs, Endpoint: !GetAtt Orders.Arn}]}}
  Bus: {Type: AWS::Events::EventBus, Properties: {Name: own-bus}}
  Rule: {Type: AWS::Events::Rule, Properties: {EventBusName: !Ref Bus, EventPattern: {source: [shop]}, Targets: [{Id: m, Arn: !Ref Machine, RoleArn: !GetAtt Role.Arn}]}}
  Role: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}}}
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      Definition: {StartAt: A, States: {A: {Type: Task, Resource: "arn:aws:states:::sns:publish", Parameters: {TopicArn: !Ref News, Message: x}, End: true}}}
  Pipe: {Type: AWS::Pipes::Pipe, Properties: {RoleArn: !GetAtt Role.Arn, Source: !GetAtt Items.StreamArn, SourceParameters: {DynamoDBStreamParameters: {StartingPosition: LATEST}}, Target: !Ref Machine}}
  Schedule: {Type: AWS::Scheduler::Schedule, Properties: {ScheduleExpression: rate(1 day), FlexibleTimeWindow: {Mode: "OFF"}, Target: {Arn: !GetAtt Orders.Arn, RoleArn: !GetAtt Role.Arn}}}
"""
WAYS = {"Orders>Dead", "Orders>Work", "Clicks>Work", "Work>Items", "Work>Dead", "Bucket>Orders", "HTTP API>Work", "REST API>Work", "News>Orders", "Bus>Rule",
        "Rule>Machine", "Machine>News", "Items>Pipe", "Pipe>Machine", "Schedule>Orders"}


@pytest.fixture(name="system", scope="module")
def one_system():
    """A local cloud of its own with a stack in which everything hands on to something."""
    process, url = with_local.start(os.environ["SLRUN"])

    def client(service):
        return boto3.client(service, endpoint_url=url, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test")
    stacks = client("cloudformation")
    stacks.create_stack(StackName="system", TemplateBody=HANDED_ON, Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"])
    stacks.get_waiter("stack_create_complete").wait(StackName="system", WaiterConfig={"Delay": 1})
    ids = {r["LogicalResourceId"]: r["PhysicalResourceId"] for r in stacks.describe_stack_resources(StackName="system")["StackResources"]}
    client("sqs").send_message(QueueUrl=ids["Orders"], MessageBody="one")  # beside the test event of S3
    client("lambda").invoke(FunctionName=ids["Work"])
    yield url, {re.split("[/:|]", physical)[-1]: logical for logical, physical in ids.items()}
    process.terminate()
    assert process.wait(timeout=20) == 0


def test_who_hands_on_to_whom(system):
    url, logical = system
    told = look(url)
    boxes = told["drawing"]["boxes"]
    assert "hush" not in json.dumps(told) and all(set(box) == {"kind", "key", "name", "says", "failed"} for box in boxes)

    def called(i):
        return boxes[i]["says"] if boxes[i]["kind"] == "apigateway/apis" else logical[boxes[i]["name"]]
    assert {f"{called(i)}>{called(j)}" for i, j in told["drawing"]["ways"]} == WAYS
    says = {called(i): (box["says"], box["failed"]) for i, box in enumerate(boxes)}
    assert says["Orders"] == ("queue: 2 visible", False) and says["Work"] == ("function: ZeroDivisionError", True)
    assert says["Items"] == ("table", False) and says["Schedule"] == ("schedule: rate(1 day)", False)
    assert "drawing" not in look(url, "sqs", "queues") and "boxes" not in look(url, "sqs", "queues")


# ---- in a browser ----

def make_function(aws, name, code):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("app.py", code)
    functions = aws("lambda")
    functions.create_function(FunctionName=name, Runtime="python3.12", Handler="app.handler", Role="arn:aws:iam::000000000000:role/r",
                              Environment={"Variables": {"API_TOKEN": "hush-hush"}}, Code={"ZipFile": archive.getvalue()})
    functions.get_waiter("function_active_v2").wait(FunctionName=name)
    return functions


TEMPLATE = """
Resources:
  Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: of-a-stack}}
  News: {Type: AWS::SNS::Topic, Properties: {TopicName: news, Subscription: [{Protocol: sqs, Endpoint: !GetAtt Jobs.Arn}]}}
  Hourly: {Type: AWS::Events::Rule, Properties: {Name: hourly, ScheduleExpression: rate(1 hour), Targets: [{Id: jobs, Arn: !GetAtt Jobs.Arn}]}}
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: front-door, ProtocolType: HTTP}}
Outputs:
  JobsName: {Value: !GetAtt Jobs.QueueName}
"""


@in_browser
def test_nothing_yet_and_then_something(browser, aws):
    process, url = with_local.start(os.environ["SLRUN"])
    try:
        open_at(browser, url)
        wait_for(browser, "Nothing is there yet.")
        boto3.client("sqs", endpoint_url=url, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test").create_queue(QueueName="new-one")
        wait_for(browser, "new-one")  # by itself
        assert complaints(browser) == []
    finally:
        process.terminate()
        assert process.wait(timeout=20) == 0
    until(browser, lambda b: "does not answer" in b.find_element(By.ID, "state").text)
    browser.get("about:blank")
    browser.get_log("browser")


@in_browser
def test_a_queue(browser, url, aws):
    sqs = aws("sqs")
    queue = sqs.create_queue(QueueName="on-the-page")["QueueUrl"]
    sqs.send_message(QueueUrl=queue, MessageBody=EVIL)
    open_at(browser, url)
    click(browser, "on-the-page")
    wait_for(browser, EVIL, "visible", "arn:aws:sqs:eu-central-1:000000000000:on-the-page")
    sqs.send_message(QueueUrl=queue, MessageBody="and another")
    wait_for(browser, "and another")
    assert browser.title == "slrun local cloud" and not browser.find_elements(By.CSS_SELECTOR, "#shown b, #shown img")
    received = sqs.receive_message(QueueUrl=queue, AttributeNames=["All"])["Messages"]
    assert received[0]["Attributes"]["ApproximateReceiveCount"] == "1" and received[0]["Body"] == EVIL
    wait_for(browser, "in flight")
    assert complaints(browser) == []


@in_browser
def test_tables_of_ten_thousand_items(browser, url, aws):
    dynamodb = boto3.resource("dynamodb", endpoint_url=url, region_name="eu-central-1", aws_access_key_id="test", aws_secret_access_key="test")
    table = dynamodb.create_table(TableName="many", BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
                                  AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}])
    with table.batch_writer() as batch:
        for i in range(10000):
            batch.put_item(Item={"id": f"item-{i}", "name": EVIL if i == 4321 else f"name {i}", "nested": {"n": i}})
    open_at(browser, url)
    click(browser, "many")
    wait_for(browser, "nested", "rows 1 to 100", "more rows")
    assert len(browser.find_elements(By.CSS_SELECTOR, "#shown tbody tr")) == 100
    began = time.monotonic()
    browser.find_element(By.ID, "find").send_keys("item-4321")
    wait_for(browser, EVIL)
    assert [row.text.split()[0] for row in browser.find_elements(By.CSS_SELECTOR, "#shown tbody tr")] == ["item-4321"]
    assert "find=item-4321" in browser.current_url
    browser.refresh()
    wait_for(browser, EVIL)
    assert browser.find_element(By.ID, "find").get_attribute("value") == "item-4321"
    browser.find_element(By.ID, "find").send_keys(Keys.CONTROL, "a")
    browser.find_element(By.ID, "find").send_keys(Keys.BACKSPACE)
    wait_for(browser, "rows 1 to 100")
    until(browser, lambda b: b.find_element(By.XPATH, "//button[text()='more rows']").click() or True)
    wait_for(browser, "rows 101 to 200")
    browser.back()
    wait_for(browser, "rows 1 to 100")
    assert time.monotonic() - began < WITHIN  # it would not come back
    assert not browser.find_elements(By.CSS_SELECTOR, "#shown b, #shown img") and complaints(browser) == []


@in_browser
def test_a_function_with_its_log(browser, url, aws):
    functions = make_function(aws, "shown-function", "def handler(event, context):\n    print('said', event['word'])\n    return 1 / event['by']\n")
    functions.invoke(FunctionName="shown-function", Payload=json.dumps({"word": EVIL, "by": 1}))
    failed = functions.invoke(FunctionName="shown-function", Payload=json.dumps({"word": "zero", "by": 0}))
    request_id = failed["ResponseMetadata"]["RequestId"]
    open_at(browser, url)
    click(browser, "shown-function")
    wait_for(browser, "Last invocations", "ZeroDivisionError", "ok", request_id, "said " + EVIL, "REPORT RequestId: " + request_id, "API_TOKEN")
    assert "hush" not in shown(browser) and not browser.find_elements(By.CSS_SELECTOR, "#shown b, #shown img")
    until(browser, lambda b: b.find_element(By.XPATH, f"//button[text()='{request_id}']").click() or True)
    until(browser, lambda b: "said " + EVIL not in shown(b) and "REPORT RequestId: " + request_id in shown(b))
    assert complaints(browser) == []


@in_browser
def test_streams_buckets_and_their_places(browser, url, aws):
    kinesis, s3 = aws("kinesis"), aws("s3")
    kinesis.create_stream(StreamName="flow", ShardCount=1)
    kinesis.get_waiter("stream_exists").wait(StreamName="flow", WaiterConfig={"Delay": 1})
    kinesis.put_record(StreamName="flow", Data=EVIL.encode(), PartitionKey="p-1")
    s3.create_bucket(Bucket="pail", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
    s3.put_object(Bucket="pail", Key=EVIL, Body=EVIL.encode(), ContentType="text/html")
    open_at(browser, url)
    click(browser, "flow")
    wait_for(browser, EVIL, "p-1", "shardId-000000000000")
    browser.back()
    click(browser, "pail")
    click(browser, EVIL)
    wait_for(browser, "Body", "text/html", EVIL)
    place = browser.current_url
    browser.get("about:blank")
    browser.get(place)
    wait_for(browser, "Body", "text/html", EVIL)
    assert not browser.find_elements(By.CSS_SELECTOR, "#shown b, #shown img") and complaints(browser) == []


@in_browser
def test_a_stack_and_what_is_in_it(browser, url, aws):
    stacks = aws("cloudformation")
    stacks.create_stack(StackName="shop", TemplateBody=TEMPLATE)
    stacks.get_waiter("stack_create_complete").wait(StackName="shop", WaiterConfig={"Delay": 1})
    open_at(browser, url)
    wait_for(browser, "news", "hourly", "front-door", "shop")
    click(browser, "shop")
    wait_for(browser, "CREATE_COMPLETE", "JobsName", "of-a-stack", "AWS::SNS::Topic", "Jobs")
    for start, words in (("news", ["sqs", "confirmed", ":of-a-stack"]), ("hourly", ["rate(1 hour)", "jobs", ":of-a-stack"]), ("front-door", ["Routes"])):
        open_at(browser, url)
        click(browser, start)
        wait_for(browser, *words)
    assert complaints(browser) == []


def drawn(browser):
    """What stands in the boxes of the drawing."""
    return {box.text.replace("\n", " ") for box in browser.find_elements(By.CSS_SELECTOR, "#shown svg .resource")}


@in_browser
def test_the_system_is_drawn(browser, system):
    url, _ = system
    open_at(browser, url)
    until(browser, lambda b: len(drawn(b)) == 14)
    assert len(browser.find_elements(By.CSS_SELECTOR, "#shown svg path.way")) == len(WAYS)
    assert [box.find_element(By.CSS_SELECTOR, ".name").text for box in browser.find_elements(By.CSS_SELECTOR, "#shown svg .is-error")] == ["Work"]
    box = next(b for b in browser.find_elements(By.CSS_SELECTOR, "#shown svg .resource") if b.text.startswith("Orders"))
    box.click()
    wait_for(browser, "Dead-letter queue", "one")
    until(browser, lambda b: [n.text for n in b.find_elements(By.CSS_SELECTOR, "#shown svg .named .name")] == ["Orders"])
    browser.find_element(By.ID, "find").send_keys("nowhere")
    until(browser, lambda b: not b.find_elements(By.CSS_SELECTOR, "#shown svg"))
    assert complaints(browser) == []


@in_browser
def test_pause_clock_and_keys(browser, url, aws):
    open_at(browser, url)
    browser.find_element(By.ID, "pause").click()
    assert browser.find_element(By.ID, "state").text == "paused"
    drawn = browser.execute_script("return document.body.dataset.drawn")
    aws("sqs").create_queue(QueueName="while-it-is-paused")
    assert ask(url, "/_slrun/clock", "POST")[0] == 400
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=WITHIN)
    connection.request("POST", "/_slrun/clock", body='{"advance": "90s"}')
    assert connection.getresponse().status == 200
    assert "ahead" not in browser.find_element(By.ID, "clock").text
    assert browser.execute_script("return document.body.dataset.drawn") == drawn
    browser.find_element(By.TAG_NAME, "body").send_keys("p")
    wait_for(browser, "while-it-is-paused")
    until(browser, lambda b: "90.00 s ahead of real time" in b.find_element(By.ID, "clock").text)
    browser.find_element(By.TAG_NAME, "body").send_keys("/")
    assert browser.switch_to.active_element.get_attribute("id") == "find"
    assert complaints(browser) == []


@in_browser
def test_it_can_be_used_by_all(browser, url):
    open_at(browser, url)
    until(browser, lambda b: b.find_elements(By.CSS_SELECTOR, "#shown table"))
    assert browser.execute_script("""return [...document.querySelectorAll("button, a, input")]
        .filter((e) => !(e.getAttribute("aria-label") || e.textContent.trim())).length""") == 0
    assert browser.execute_script("return [...document.querySelectorAll('th')].every((th) => th.scope === 'col')")
    assert browser.find_element(By.CSS_SELECTOR, "html").get_attribute("lang") == "en"
    backs = set()
    for scheme in ("light", "dark"):
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
        backs.add(browser.execute_script("return getComputedStyle(document.body).backgroundColor"))
    assert len(backs) == 2
