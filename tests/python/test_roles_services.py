# SPDX-License-Identifier: Apache-2.0
"""What services call for others: rules, topics, buckets, APIs, state machines, destinations of functions. Each by the policy
of what it calls, or by its role."""
import json
import time
import urllib.error
import urllib.request

import pytest
from lambda_cloud import WITHIN, Cloud, until

SYSTEM = '''
Resources:
  Queue: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs}}
  Dead: {Type: AWS::SQS::Queue, Properties: {QueueName: dead}}
  Done: {Type: AWS::SQS::Queue, Properties: {QueueName: done}}
  Feed: {Type: AWS::SQS::Queue, Properties: {QueueName: feed}}
  Topic: {Type: AWS::SNS::Topic, Properties: {TopicName: news}}
  Bucket:
    Type: AWS::S3::Bucket
    DependsOn: AFTER
    Properties:
      BucketName: roles-services
      NotificationConfiguration:
        QueueConfigurations: [{Event: "s3:ObjectCreated:*", Queue: !GetAtt Queue.Arn}]

  Work:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: work
      Runtime: python3.12
      Handler: index.handler
      Role: !GetAtt WorkRole.Arn
      Code: {ZipFile: "def handler(event, context):\\n    return {'fine': 1 / event.get('by', 1)}\\n"}
      DeadLetterConfig: {TargetArn: !GetAtt Dead.Arn}
  WorkRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: {Effect: Allow, Action: "sts:AssumeRole", Principal: {Service: WORKER}}}
      Policies:
        - PolicyName: own
          PolicyDocument: {Statement: [{Effect: Allow, Action: "logs:*", Resource: "*"}, WORKS]}
  Config:
    Type: AWS::Lambda::EventInvokeConfig
    Properties:
      FunctionName: !Ref Work
      Qualifier: $LATEST
      MaximumRetryAttempts: 0
      DestinationConfig: {OnSuccess: {Destination: !GetAtt Done.Arn}}
  Mapping: {Type: AWS::Lambda::EventSourceMapping, DependsOn: AFTER, Properties: {FunctionName: !Ref Work, EventSourceArn: !GetAtt Feed.Arn}}

  ToQueue: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref Topic, Protocol: sqs, Endpoint: !GetAtt Queue.Arn, RawMessageDelivery: true}}
  Bus: {Type: AWS::Events::EventBus, Properties: {Name: orders}}
  Rule:
    Type: AWS::Events::Rule
    Properties:
      Name: placed
      EventBusName: !Ref Bus
      EventPattern: {source: [shop]}
      Targets:
        - {Id: queue, Arn: !GetAtt Queue.Arn, Input: '"by rule"'}
        - {Id: function, Arn: !GetAtt Work.Arn, Input: '{}', DeadLetterConfig: {Arn: !GetAtt Dead.Arn}}
        - {Id: topic, Arn: !Ref Topic, Input: '"by topic"'}
        - {Id: machine, Arn: !Ref Machine, RoleArn: !GetAtt RuleRole.Arn, Input: '{}'}
  RuleRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: {Effect: Allow, Action: "sts:AssumeRole", Principal: {Service: events.amazonaws.com}}}
      Policies: [{PolicyName: own, PolicyDocument: {Statement: [STARTS]}}]
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      StateMachineName: flow
      RoleArn: !GetAtt MachineRole.Arn
      DefinitionString: !Sub |
        {"StartAt": "Tell", "States": {"Tell": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
         "Parameters": {"QueueUrl": "${Queue}", "MessageBody": "by machine"}, "ResultPath": "$.sent", "Next": "Look",
         "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.told", "Next": "Look"}]},
         "Look": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sqs:listQueues", "ResultPath": "$.queues", "End": true}}}
  MachineRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: {Effect: Allow, Action: "sts:AssumeRole", Principal: {Service: states.us-east-1.amazonaws.com}}}
      Policies: [{PolicyName: own, PolicyDocument: {Statement: [TELLS]}}]
  Lines: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: /lines/of}}
  Filter: {Type: AWS::Logs::SubscriptionFilter, Properties: {LogGroupName: !Ref Lines, FilterPattern: "", DestinationArn: !GetAtt Work.Arn}}
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: api, ProtocolType: HTTP, Target: !GetAtt Work.Arn}}
Outputs:
  Api: {Value: !GetAtt Api.ApiEndpoint}
'''
POLICIES = '''
  QueuePolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument:
        Statement:
          - {Effect: Allow, Action: "sqs:SendMessage", Resource: !GetAtt Queue.Arn, Principal: {Service: events.amazonaws.com}, Condition: {ArnEquals: {"aws:SourceArn": !GetAtt Rule.Arn}}}
          - {Effect: Allow, Action: "sqs:SendMessage", Resource: !GetAtt Queue.Arn, Principal: "*", Condition: {ArnLike: {"aws:SourceArn": !Ref Topic}}}
          - {Effect: Allow, Action: "sqs:SendMessage", Resource: !GetAtt Queue.Arn, Principal: {Service: s3.amazonaws.com}, Condition: {ArnLike: {"aws:SourceArn": "arn:aws:s3:::roles-*"}, StringEquals: {"aws:SourceAccount": "000000000000"}}}
  TopicPolicy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Topic]
      PolicyDocument: {Statement: [{Effect: Allow, Action: "sns:Publish", Resource: !Ref Topic, Principal: {Service: [events.amazonaws.com]}}]}
  ByRule: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref Work, Action: "lambda:InvokeFunction", Principal: events.amazonaws.com, SourceArn: !GetAtt Rule.Arn}}
  ByLogs: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref Work, Action: "lambda:InvokeFunction", Principal: logs.amazonaws.com, SourceArn: !GetAtt Lines.Arn}}
  ByApi: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref Work, Action: "lambda:InvokeFunction", Principal: apigateway.amazonaws.com, SourceArn: !Sub "arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/$default"}}
'''

ALLOWED = {
    "AFTER": "QueuePolicy", "WORKER": "lambda.amazonaws.com",
    "WORKS": '{Effect: Allow, Action: "sqs:*", Resource: "*"}',
    "STARTS": '{Effect: Allow, Action: "states:StartExecution", Resource: !Ref Machine}',
    "TELLS": '{Effect: Allow, Action: ["sqs:SendMessage", "sqs:ListQueues"], Resource: "*"}',
}
FORGOTTEN = {
    "AFTER": "Queue", "WORKER": "lambda.amazonaws.com",
    "WORKS": '{Effect: Allow, Action: "sqs:GetQueueUrl", Resource: "*"}',
    "STARTS": '{Effect: Allow, Action: "states:StartExecution", Resource: !Sub "${Machine}2"}',
    "TELLS": '{Effect: Allow, Action: "sqs:ListQueues", Resource: "*"}',
}


def filled(text, words):
    for word, means in words.items():
        text = text.replace(word, means)
    return text


class System:
    def __init__(self, folder, template, *options):
        (folder / "template.yaml").write_text(template)
        self.cloud = Cloud(*options)
        self.sqs = self.cloud.client("sqs")
        stacks = self.cloud.client("cloudformation")
        stacks.create_stack(StackName="shop", TemplateBody=template, Capabilities=["CAPABILITY_IAM"])
        stacks.get_waiter("stack_create_complete").wait(StackName="shop", WaiterConfig={"Delay": 0.2, "MaxAttempts": 500})
        outputs = stacks.describe_stacks(StackName="shop")["Stacks"][0]["Outputs"]
        self.api = next(output["OutputValue"] for output in outputs if output["OutputKey"] == "Api")
        self.work()

    def settle(self):
        request = urllib.request.Request(f"{self.cloud.url}/_slrun/settle", method="POST")
        urllib.request.urlopen(request, timeout=WITHIN).close()

    def work(self):
        """All that can happen, happens."""
        self.cloud.client("sns").publish(TopicArn="arn:aws:sns:us-east-1:000000000000:news", Message="by subscription")
        self.cloud.client("events").put_events(Entries=[{"EventBusName": "orders", "Source": "shop", "DetailType": "order", "Detail": "{}"}])
        self.cloud.client("s3").put_object(Bucket="roles-services", Key="a", Body=b"x")
        logs = self.cloud.client("logs")
        logs.create_log_stream(logGroupName="/lines/of", logStreamName="s")
        logs.put_log_events(logGroupName="/lines/of", logStreamName="s", logEvents=[{"timestamp": int(time.time() * 1000), "message": "line"}])
        lam = self.cloud.client("lambda")
        for by in (1, 0):
            lam.invoke(FunctionName="work", InvocationType="Event", Payload=json.dumps({"by": by}))
        self.sqs.send_message(QueueUrl="feed", MessageBody="x")
        try:
            with urllib.request.urlopen(self.api, timeout=WITHIN) as answer:
                self.answer = answer.status
        except urllib.error.HTTPError as error:
            self.answer = error.code
        states = self.cloud.client("stepfunctions")
        started = states.start_execution(stateMachineArn="arn:aws:states:us-east-1:000000000000:stateMachine:flow")
        until(lambda: states.describe_execution(executionArn=started["executionArn"])["status"] != "RUNNING")
        self.execution = states.describe_execution(executionArn=started["executionArn"])
        self.settle()

    def received(self, queue):
        bodies = []
        while messages := self.sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages"):
            bodies += [message["Body"] for message in messages]
        return sorted(bodies)

    def kinds(self, queue):
        return [body if len(body) < 20 else "s3" if "s3:TestEvent" in body or '"aws:s3"' in body else
                "record" if '"requestContext"' in body else body for body in self.received(queue)]

    def denied(self):
        with urllib.request.urlopen(f"{self.cloud.url}/_slrun/denied", timeout=WITHIN) as answer:
            return json.load(answer)["denied"]


def opened(factory, template, *options):
    system = System(factory.mktemp("services"), template, *options)
    yield system
    system.cloud.stop()


@pytest.fixture(name="allowed", scope="module")
def opens_allowed(tmp_path_factory):
    yield from opened(tmp_path_factory, filled(SYSTEM.replace("Outputs:", POLICIES + "Outputs:"), ALLOWED), "--iam", "enforce")


@pytest.fixture(name="told", scope="module")
def opens_told(tmp_path_factory):
    yield from opened(tmp_path_factory, filled(SYSTEM, FORGOTTEN))


@pytest.fixture(name="refused", scope="module")
def opens_refused(tmp_path_factory):
    yield from opened(tmp_path_factory, filled(SYSTEM, FORGOTTEN), "--iam", "enforce")


JOBS = ["by machine", "by machine", '"by rule"', '"by topic"', "by subscription", "s3", "s3"]


def test_what_is_allowed_arrives(allowed):
    assert sorted(allowed.kinds("jobs")) == sorted(JOBS)
    assert allowed.answer == 200
    assert allowed.kinds("done") == ["record"] * 3  # the event that went well, that of the rule, and the line of the log
    assert allowed.kinds("dead") == ['{"by": 0}']
    assert allowed.execution["status"] == "SUCCEEDED" and set(json.loads(allowed.execution["output"])) == {"sent", "queues"}
    assert allowed.received("feed") == []
    assert allowed.denied() == []


NEEDS = "AWS would refuse to {} of function Work: it needs {}; its role allows only sqs:GetQueueUrl"
TOLD = [
    *(NEEDS.format("create the event source mapping", f"sqs:{action} on queue Feed")
      for action in ("ReceiveMessage", "DeleteMessage", "GetQueueAttributes")),
    NEEDS.format("send to the destination", "sqs:SendMessage on queue Done"),
    "AWS would refuse to create function Work: it needs sqs:SendMessage on queue Dead; its role allows only sqs:GetQueueUrl",
    "AWS would refuse: bucket Bucket called sqs:SendMessage on queue Queue; the queue has no policy that allows it to "
    "s3.amazonaws.com for bucket Bucket",
    "AWS would refuse: topic Topic called sqs:SendMessage on queue Queue; the queue has no policy that allows it to "
    "sns.amazonaws.com for topic Topic",
    *(f"AWS would refuse: rule Rule called {action}; the {kind} has no policy that allows it to events.amazonaws.com for rule Rule"
      for action, kind in (("sqs:SendMessage on queue Queue", "queue"), ("lambda:InvokeFunction on function Work", "function"),
                           ("sns:Publish on topic Topic", "topic"))),
    "AWS would refuse: rule Rule called states:StartExecution on state machine Machine; its role allows that only on "
    "arn:aws:states:us-east-1:000000000000:stateMachine:flow2",
    "AWS would refuse: log group Lines called lambda:InvokeFunction on function Work; the function has no policy that allows it to "
    "logs.amazonaws.com for log group Lines",
    "AWS would refuse: API Api called lambda:InvokeFunction on function Work; the function has no policy that allows it to "
    "apigateway.amazonaws.com for API Api",
    "AWS would refuse: state machine Machine called sqs:SendMessage on queue Queue; its role allows only sqs:ListQueues",
]
OF_RULE = "AWS would refuse: rule Rule called"


def test_what_is_forgotten_arrives_and_is_told(told):
    assert sorted(told.kinds("jobs")) == sorted(JOBS)
    assert told.answer == 200 and told.execution["status"] == "SUCCEEDED"
    assert set(json.loads(told.execution["output"])) == {"sent", "queues"}
    assert sorted(one["text"] for one in told.denied()) == sorted(TOLD)
    assert {one["who"]: one.get("function") for one in told.denied()} == {
        "function Work": "Work", "bucket Bucket": None, "topic Topic": None, "rule Rule": None, "API Api": None, "log group Lines": None,
        "state machine Machine": None}


def test_what_would_mend_it(told):
    hints = {one["text"].partition(";")[0]: one["hint"] for one in told.denied()}
    assert hints[f"{OF_RULE} lambda:InvokeFunction on function Work"] == (
        "add the resource WorkPermission: {Type: AWS::Lambda::Permission, Properties: {Action: lambda:InvokeFunction, "
        "FunctionName: !Ref Work, Principal: events.amazonaws.com, SourceArn: !GetAtt Rule.Arn}}")
    assert hints[f"{OF_RULE} sns:Publish on topic Topic"] == (
        "add the resource TopicPolicy: {Type: AWS::SNS::TopicPolicy, Properties: {Topics: [!Ref Topic], PolicyDocument: "
        "{Statement: {Effect: Allow, Principal: {Service: events.amazonaws.com}, Action: sns:Publish, Resource: !Ref Topic, "
        "Condition: {ArnLike: {aws:SourceArn: !GetAtt Rule.Arn}}}}}}")
    of_bucket = hints["AWS would refuse: bucket Bucket called sqs:SendMessage on queue Queue"]
    assert "StringEquals: {aws:SourceAccount: !Ref AWS::AccountId}" in of_bucket and of_bucket.endswith("and to Bucket: DependsOn: QueuePolicy")
    assert "aws:SourceArn: !Ref Topic" in hints["AWS would refuse: topic Topic called sqs:SendMessage on queue Queue"]
    assert hints["AWS would refuse: API Api called lambda:InvokeFunction on function Work"].endswith(
        'SourceArn: !Sub "arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*"}}')
    assert hints["AWS would refuse: log group Lines called lambda:InvokeFunction on function Work"].endswith(
        "Principal: logs.amazonaws.com, SourceArn: !GetAtt Lines.Arn}}")
    assert hints["AWS would refuse: state machine Machine called sqs:SendMessage on queue Queue"].endswith(
        "add to the statements of MachineRole: {Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt Queue.Arn}")


def test_what_is_forgotten_does_not_arrive_where_it_is_enforced(refused):
    assert refused.kinds("jobs") == []
    assert refused.received("done") == [] and refused.received("dead") == []
    assert refused.answer == 500
    told = json.loads(refused.execution["output"])["told"]
    assert refused.execution["status"] == "SUCCEEDED" and told["Error"] == "SQS.AmazonSQSException"
    assert "is not authorized to perform: sqs:sendmessage on resource: arn:aws:sqs" in told["Cause"]
    depth = refused.sqs.get_queue_attributes(QueueUrl="feed", AttributeNames=["All"])["Attributes"]
    assert depth["ApproximateNumberOfMessages"] == "1"
    dead = (f"{OF_RULE} sqs:SendMessage on queue Dead; the queue has no policy that allows it to events.amazonaws.com for rule Rule")
    texts = [one["text"] for one in refused.denied()]
    assert dead in texts  # where the event went that the function did not get
    assert set(TOLD) - set(texts) == set()


def test_events_that_were_refused_go_to_the_dead_letter_queue(refused):
    events, queues = refused.cloud.client("events"), refused.sqs
    for name in ("closed", "open"):
        queues.create_queue(QueueName=name)
    rule = events.put_rule(Name="other", EventPattern='{"source": ["other"]}')["RuleArn"]
    arn = "arn:aws:sqs:us-east-1:000000000000:"
    statement = {"Effect": "Allow", "Action": "SQS:SendMessage", "Resource": f"{arn}open", "Principal": {"AWS": "*"},
                 "Condition": {"ArnEquals": {"aws:SourceArn": rule}}}
    queues.set_queue_attributes(QueueUrl="open", Attributes={"Policy": json.dumps({"Statement": [statement]})})
    events.put_targets(Rule="other", Targets=[{"Id": "1", "Arn": f"{arn}closed", "DeadLetterConfig": {"Arn": f"{arn}open"}}])
    events.put_events(Entries=[{"Source": "other", "DetailType": "x", "Detail": "{}"}])
    refused.settle()
    message = queues.receive_message(QueueUrl="open", MessageAttributeNames=["All"])["Messages"][0]
    assert message["MessageAttributes"]["ERROR_CODE"]["StringValue"] == "NO_PERMISSIONS"
    assert refused.received("closed") == []


def test_a_role_must_trust_its_service(tmp_path):
    words = {**ALLOWED, "WORKER": "edgelambda.amazonaws.com"}
    system = System(tmp_path, filled(SYSTEM.replace("Outputs:", POLICIES + "Outputs:"), words))
    try:
        texts = [one["text"] for one in system.denied()]
        assert texts == ["AWS would refuse to create function Work: it needs sts:AssumeRole on role WorkRole; its role does not trust "
                         "lambda.amazonaws.com"]
        assert "see AssumeRolePolicyDocument of WorkRole: Principal: {Service: lambda.amazonaws.com}" in system.denied()[0]["hint"]
    finally:
        system.cloud.stop()
