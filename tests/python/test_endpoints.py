# SPDX-License-Identifier: Apache-2.0
"""Endpoints against botocore's: AWS's own by region, FIPS and dual-stack, and configured ones.

SLRUN_CREDENTIAL_TOOL names the built tests/unit/net/credential_tool."""
import itertools
import os
from unittest import mock

import botocore.session
import pytest
from botocore.config import Config
from botocore.exceptions import BotoCoreError

from aws_peer import Place, start_peer  # pylint: disable=unused-import

SERVICES = {"dynamodb": "dynamodb", "dynamodbstreams": "streams.dynamodb", "sqs": "sqs", "kinesis": "kinesis", "s3": "s3",
            "lambda": "lambda", "cloudformation": "cloudformation", "logs": "logs", "sts": "sts", "events": "events",
            "sns": "sns", "stepfunctions": "states", "ssm": "ssm", "secretsmanager": "secretsmanager",
            "apigateway": "apigateway", "sso": "portal.sso", "sso-oidc": "oidc", "cloudwatch": "monitoring", "xray": "xray", "pipes": "pipes", "scheduler": "scheduler"}
REGIONS = ["us-east-1", "us-west-2", "eu-west-1", "cn-north-1", "us-gov-west-1", "us-iso-east-1", "eusc-de-east-1"]
# The operation that is asked for, where the first one has rules of its own.
OPERATIONS = {"s3": "ListBuckets", "kinesis": "ListStreams", "dynamodb": "ListTables"}


@pytest.fixture
def place(tmp_path, peer):
    return Place(tmp_path, peer)


def theirs(session, service, region, **config):
    """botocore's endpoint; None where there is none."""
    config = Config(account_id_endpoint_mode="disabled", **config)
    try:
        client = session.create_client(service, region_name=region, config=config)
        model = client.meta.service_model
        operation = OPERATIONS.get(service, model.operation_names[0])
        context = {"client_region": region, "auth_type": None, "has_streaming_input": False, "client_config": config}
        return client._ruleset_resolver.construct_endpoint(model.operation_model(operation), {}, context).url
    except BotoCoreError:
        return None


@pytest.mark.parametrize("fips, dual", list(itertools.product((False, True), repeat=2)))
def test_names_on_aws(place, fips, dual):
    session = botocore.session.Session()
    session.set_credentials("a", "b")
    place.variables = {"AWS_ENDPOINT_URL_STS": "", "AWS_ENDPOINT_URL_SSO": "", "AWS_ENDPOINT_URL_SSO_OIDC": "",
                       "AWS_USE_FIPS_ENDPOINT": str(fips).lower(), "AWS_USE_DUALSTACK_ENDPOINT": str(dual)}
    wrong = []
    with place.tool() as tool:
        for (service, prefix), region in itertools.product(SERVICES.items(), REGIONS):
            wanted = theirs(session, service, region, use_fips_endpoint=fips, use_dualstack_endpoint=dual)
            if service == "s3" and wanted == "https://s3.amazonaws.com":
                wanted = "https://s3.us-east-1.amazonaws.com"  # the global name is botocore's habit alone
            ours = tool.ask(f"endpoint {prefix} {region}").get("endpoint")
            if ours != wanted:
                wrong.append((service, region, ours, wanted))
    assert not wrong


FILE = """[profile p]
endpoint_url = http://profile:1
services = mine
[profile q]
services = mine
[profile i]
endpoint_url = http://profile:1
ignore_configured_endpoint_urls = true
[services mine]
dynamodb =
  endpoint_url = http://dynamodb:2
sfn =
  endpoint_url = http://states:3
api_gateway =
  endpoint_url = http://gateway:4
"""
IDS = {"dynamodb": "DYNAMODB", "dynamodbstreams": "DYNAMODB_STREAMS", "stepfunctions": "SFN", "apigateway": "API_GATEWAY",
       "logs": "CLOUDWATCH_LOGS", "events": "EVENTBRIDGE", "secretsmanager": "SECRETS_MANAGER", "sqs": "SQS", "s3": "S3",
       "cloudwatch": "CLOUDWATCH", "sso-oidc": "SSO_OIDC", "sso": "SSO", "lambda": "LAMBDA"}


@pytest.mark.parametrize("profile, variables", [
    ("p", {}), ("q", {}), ("i", {}),
    ("p", {"AWS_ENDPOINT_URL": "http://all:5"}), ("q", {"AWS_ENDPOINT_URL": "http://all:5"}),
    ("p", {"own": "http://own:600"}), ("q", {"own": "http://own:600", "AWS_ENDPOINT_URL": "http://all:5"}),
    ("p", {"own": "http://own:600", "AWS_ENDPOINT_URL": "http://all:5", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true"}),
])
def test_configured(place, profile, variables):
    path = place.write("config", FILE)
    clear = {"AWS_ENDPOINT_URL_STS": "", "AWS_ENDPOINT_URL_SSO": "", "AWS_ENDPOINT_URL_SSO_OIDC": ""}
    variables = dict(variables)
    own = variables.pop("own", None)
    if own:
        variables |= {f"AWS_ENDPOINT_URL_{name}": f"{own}{i}" for i, name in enumerate(list(IDS.values())[::2])}
    place.variables = clear | variables
    with mock.patch.dict(os.environ, variables | {"AWS_CONFIG_FILE": str(path), "AWS_PROFILE": profile}), \
            place.tool(f"profile={profile}") as tool:
        session = botocore.session.Session()
        session.set_credentials("a", "b")
        for service in IDS:
            wanted = theirs(session, service, "eu-west-1")
            assert tool.ask(f"endpoint {SERVICES[service]} eu-west-1")["endpoint"] == wanted, service


@pytest.mark.parametrize("file, why", [
    ("[default]\nservices = gone\n", "[services gone]"),
    ("[default]\ns3 =\n  addressing_style = side\n", "'side'"),
])
def test_files_that_are_wrong(place, file, why):
    place.write("config", file)
    with place.tool() as tool:
        assert why in tool.ask("endpoint sqs eu-west-1")["error"]


def test_an_endpoint_that_is_none(place):
    place.variables = {"AWS_ENDPOINT_URL": "localhost:4566"}
    with place.tool() as tool:
        assert "AWS_ENDPOINT_URL: 'localhost:4566' is no endpoint" in tool.ask("endpoint sqs eu-west-1")["error"]
