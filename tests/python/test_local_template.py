# SPDX-License-Identifier: Apache-2.0
"""slrun local TEMPLATE: a stack beside the local cloud, for whoever works on a system by hand."""
import os
import subprocess

import pytest

TEMPLATE = """
Parameters:
  Name: {Type: String, Default: plain}
Resources:
  Queue: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref Name}}
Outputs:
  QueueName: {Value: !GetAtt Queue.QueueName}
"""
LIMIT = 60


def local(*words):
    return subprocess.Popen([os.environ["SLRUN"], "local", "--port", "0", *map(str, words)],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def ended(*words):
    process = local(*words)
    out, err = process.communicate(timeout=LIMIT)
    return process.returncode, out, err


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "my queue"
    folder.mkdir()
    (folder / "template.yaml").write_text(TEMPLATE)
    return folder


def up(*words):
    """What it says until the outputs are there; then it is stopped."""
    process = local(*words)
    try:
        lines = []
        for line in process.stdout:
            lines.append(line)
            if "QueueName" in line:
                break
        return "".join(lines) + ("" if process.poll() is None else process.stderr.read())
    finally:
        process.terminate()
        assert process.wait(timeout=LIMIT) == 0


def test_a_directory_with_parameters(project):
    assert "stack my-queue is up\n  QueueName  jobs\n" in up(project, "--parameter", "Name=jobs")


def test_a_file_again_with_its_data(project, tmp_path):
    data = tmp_path / "data"
    assert "QueueName  plain" in up(project / "template.yaml", "--data", data)
    assert "stack my-queue is up\n  QueueName  plain\n" in up(project / "template.yaml", "--data", data)
    assert "QueueName  other" in up(project / "template.yaml", "--data", data, "--parameter", "Name=other")


def test_a_stack_that_fails(project):
    (project / "template.yaml").write_text(TEMPLATE.replace("!Ref Name", '"not a name"'))
    code, _, err = ended(project)
    assert code and "stack my-queue: ROLLBACK_COMPLETE; Queue (AWS::SQS::Queue): " in err


def test_an_update_that_fails_tells_its_own_reasons(project, tmp_path):
    data = tmp_path / "data"
    many = "".join(f"  More{i}: {{Type: AWS::SQS::Queue}}\n" for i in range(60))
    assert "QueueName  plain" in up(project, "--data", data)
    for wrong in ("9999", "5000"):  # behind more events than a page has
        (project / "template.yaml").write_text(TEMPLATE.replace("Outputs:", many + "  Late:\n    Type: AWS::SQS::Queue\n    DependsOn: More59\n"
                                                                f"    Properties: {{DelaySeconds: {wrong}}}\nOutputs:"))
        code, _, err = ended(project, "--data", data)
        assert code and "stack my-queue: UPDATE_ROLLBACK_COMPLETE; Late (AWS::SQS::Queue): " in err
        assert err.count("Late (AWS::SQS::Queue)") == 1, err


def test_a_template_that_is_wrong(project):
    (project / "template.yaml").write_text(TEMPLATE.replace("!Ref Name", "!Ref Nmae"))
    template = project / "template.yaml"
    code, _, err = ended(project)
    assert code == 4 and f"slrun: {template}:5: Template format error: Unresolved resource dependencies [Nmae]" in err
    template.write_text("Resources:\n  Queue: {\n")
    code, _, err = ended(template)
    assert code == 4 and f"slrun: {template}:3: Template format error: YAML not well-formed." in err
    template.write_text(TEMPLATE.replace(", Default: plain", ""))
    code, _, err = ended(project)
    assert code == 4 and f"slrun: {template}: Parameters: [Name] must have values" in err


@pytest.mark.parametrize("words, said", [
    (["nowhere"], "slrun local: there is no template at nowhere"),
    (["--parameter", "Name"], "--parameter Name: write NAME=VALUE"),
    (["a", "b"], "slrun local takes one template; 'b' is the second"),
    (["--credentials", "/"], "slrun: /: Is a directory"),
    (["--credentials", "nowhere"], "slrun: nowhere: No such file or directory"),
    (["--data", __file__], f"--data {__file__}: cannot be made: Not a directory"),
])
def test_mistakes(words, said):
    code, out, err = ended(*words)
    assert code == 4 and said in err and not out


def test_what_sam_build_made(project):
    """.aws-sam/build is taken for the project, until a source is newer."""
    built = project / ".aws-sam/build"
    built.mkdir(parents=True)
    (built / "template.yaml").write_text(TEMPLATE.replace("Default: plain", "Default: built"))
    times = {project / "template.yaml": 1000, built / "template.yaml": 2000}
    for file, when in times.items():
        os.utime(file, (when, when))
    assert "stack my-queue is up\n  QueueName  built\n" in up(project)
    os.utime(project / "template.yaml", (3000, 3000))
    assert "QueueName  plain" in up(project)


def test_an_output_that_cannot_be_made_is_told(project):
    (project / "template.yaml").write_text(TEMPLATE + "  Second: {Value: !Select [1, !Split ['/', !GetAtt Queue.QueueName]]}\n")
    code, _, err = ended(project)
    assert code == 4 and "ROLLBACK_COMPLETE; my-queue (AWS::CloudFormation::Stack): " in err and "(line 8). Rollback requested by user." in err, err


NAMES_A_FILE = {
    "code": """
  F: {Type: AWS::Serverless::Function, Properties: {Runtime: python3.12, Handler: a.h, CodeUri: ./fifo}}""",
    "layer": """
  L: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: ./fifo}}""",
    "definition of an API": """
  A: {Type: AWS::Serverless::Api, Properties: {StageName: live, DefinitionUri: ./fifo}}""",
    "definition of a state machine": """
  M: {Type: AWS::Serverless::StateMachine, Properties: {DefinitionUri: ./fifo, Role: !Sub "arn:aws:iam::${AWS::AccountId}:role/r"}}""",
    "snippet": """
  Q: {Type: AWS::SQS::Queue, Properties: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: ./fifo}}}}""",
    "stack": """
  S: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./fifo}}""",
}


@pytest.mark.parametrize("what", NAMES_A_FILE)
def test_what_would_keep_it_waiting_is_not_read(project, what):
    os.mkfifo(project / "fifo")
    (project / "template.yaml").write_text("Transform: AWS::Serverless-2016-10-31\nResources:" + NAMES_A_FILE[what] + "\n")
    code, _, err = ended(project)
    assert code and "/fifo" in err, err


FUNCTION = """Transform: AWS::Serverless-2016-10-31
Resources:
  Priced:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Runtime: python3.12
      InlineCode: "def handler(event, context): pass"
"""


@pytest.mark.parametrize("template, line, word", [
    ("Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: q\n      DelaySeconds: 9999\n", 6, "DelaySeconds"),
    ("Resources:\n  A: {Type: AWS::SQS::Queue}\n  P:\n    Type: AWS::SSM::Parameter\n    Properties: {Type: String, Value: a, Name: '/aws/Pipeline x'}\n", 5, "/aws/Pipeline"),
    ("Resources:\n  Q: {Type: AWS::SQS::Queue}\n  P:\n    Type: AWS::SSM::Parameter\n    Properties: {Type: String, Value: a, Name: /aws/x}\n", 5, "/aws/x"),
    (FUNCTION + "      Timeout: 2000\n", 9, "900"),  # the service says "timeout"
    (FUNCTION + "      Events:\n        Q: {Type: SQS, Properties: {Queue: !GetAtt Q.Arn, BatchSize: 100}}\n  Q: {Type: AWS::SQS::Queue}\n", 3,
     "batch window"),  # PricedQ is made of Priced
    (FUNCTION + "      Policies:\n        - DynamoDBCrudPolcy: {TableName: t}\n", 9, 'did you mean "DynamoDBCrudPolicy"?'),
    ("Globals:\n  Function:\n    Timout: 3\n" + FUNCTION, 3, 'did you mean "Timeout"?'),
    ("Transform: NoSuch\nResources:\n  Q: {Type: AWS::SQS::Queue}\n", 1, "No transform named 000000000000::NoSuch found.")])
def test_what_cannot_be_made_is_told_with_its_line(project, template, line, word):
    (project / "template.yaml").write_text(template)
    code, _, err = ended(project)
    assert code and f"template.yaml:{line}: " in err and word in err, err
