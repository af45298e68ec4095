# SPDX-License-Identifier: Apache-2.0
"""What AWS answered when others recorded it, of Lambda, API Gateway, CloudWatch Logs and change sets.

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import json
import time
import urllib.error
import urllib.request
import uuid

import boto3
import pytest
from botocore.config import Config

from sdk import fails, queue_arn, refused, zipped

LAMBDA, APIGATEWAY, LOGS, CLOUDFORMATION, KINESIS = (
    boto3.client(n, config=Config(parameter_validation=False, retries={"total_max_attempts": 1}))
    for n in ("lambda", "apigateway", "logs", "cloudformation", "kinesis"))
CODE = zipped({"index.py": "def handler(event, context):\n    return event\n"})
ROLE = "arn:aws:iam::000000000000:role/r"
HERE = "arn:aws:lambda:us-east-1:000000000000"
NAME = ("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?"
        "([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?")


@pytest.fixture(name="name")
def make_name():
    return f"recorded-{uuid.uuid4().hex[:10]}"


def create(name, **more):
    return LAMBDA.create_function(**{"FunctionName": name, "Runtime": "python3.12", "Handler": "index.handler", "Role": ROLE,
                                     "Code": {"ZipFile": CODE}} | more)


@pytest.fixture(name="function")
def make_function(name):
    create(name)
    LAMBDA.get_waiter("function_active_v2").wait(FunctionName=name)
    yield name
    LAMBDA.delete_function(FunctionName=name)


# ---- Lambda: names ----


def unfit(value, place, pattern):
    return (f"1 validation error detected: Value '{value}' at '{place}' failed to satisfy constraint: "
            f"Member must satisfy regular expression pattern: {pattern}")


@pytest.mark.parametrize("wrong", [
    f"{HERE[:15]}invalid-region:000000000000:function:f", "arn:aws:lambda::000000000000:function:f", "arn:aws:lambda:us-east-1::function:f",
    "invalid:function:f", "arn:aws:ec2:us-east-1:000000000000:instance:i", f"{HERE}:function:f:$LATES", f"{HERE}:function:f:1:2", "f!"])
def test_functions_are_named_as_a_pattern_says(wrong):
    refused(LAMBDA.get_function, "ValidationException", unfit(wrong, "functionName", NAME), FunctionName=wrong)


def test_older_operations_have_a_narrower_pattern():
    older = NAME.replace("_\\.]", "_]").replace("(\\.PUBLISHED)?", "")
    refused(LAMBDA.publish_version, "ValidationException", unfit("a.b", "functionName", older), FunctionName="a.b")
    assert fails("ResourceNotFoundException", LAMBDA.get_function, FunctionName="a.b") == f"Function not found: {HERE}:function:a.b"
    assert "less than or equal to 140" in fails("ValidationException", LAMBDA.publish_version, FunctionName="a" * 141)


@pytest.mark.parametrize("qualifier, code, message", [
    ("$LATEST", "InvalidParameterValueException", "$LATEST version cannot be deleted without deleting the function."),
    ("live", "InvalidParameterValueException", "Deletion of aliases is not currently supported."),
    ("7", "ResourceNotFoundException", f"Function not found: {HERE}:function:none")])
def test_what_cannot_be_deleted(qualifier, code, message):
    refused(LAMBDA.delete_function, code, message, FunctionName="none", Qualifier=qualifier)


def test_an_alias_of_no_function_misses_the_version():
    refused(LAMBDA.create_alias, "ResourceNotFoundException", f"Function not found: {HERE}:function:none:1", FunctionName="none", Name="a",
            FunctionVersion="1")


def test_an_event_of_a_destination_names_its_bus_first(name, function):
    events, sqs = boto3.client("events"), boto3.client("sqs")
    queue = sqs.create_queue(QueueName=name)["QueueUrl"]
    bus = events.create_event_bus(Name=name)["EventBusArn"]
    events.put_rule(Name=name, EventBusName=name, EventPattern='{"source": ["lambda"]}')
    events.put_targets(Rule=name, EventBusName=name, Targets=[{"Id": "q", "Arn": queue_arn(sqs, queue)}])
    LAMBDA.put_function_event_invoke_config(FunctionName=function, DestinationConfig={"OnSuccess": {"Destination": bus}})
    LAMBDA.invoke(FunctionName=function, InvocationType="Event", Payload=b"{}")
    [message] = sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=20)["Messages"]
    assert json.loads(message["Body"])["resources"] == [bus, f"{HERE}:function:{name}:$LATEST"]
    events.remove_targets(Rule=name, EventBusName=name, Ids=["q"])
    events.delete_rule(Name=name, EventBusName=name)
    events.delete_event_bus(Name=name)


def test_what_is_wrong_with_elements_is_told_of_their_list(name):
    refused(create, "ValidationException", "1 validation error detected: Value '[X86_64]' at 'architectures' failed to satisfy constraint: Member "
            "must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64], Member must not be null]",
            name=name, Architectures=["X86_64"])
    refused(LAMBDA.create_alias, "ValidationException", "1 validation error detected: Value '{$LATEST=0.5}' at "
            "'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length less "
            "than or equal to 1024, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [0-9]+]",
            FunctionName=name, Name="a", FunctionVersion="1", RoutingConfig={"AdditionalVersionWeights": {"$LATEST": 0.5}})


# ---- Lambda: versions, aliases, concurrency, layers ----


def test_provisioned_concurrency_is_of_versions_and_aliases(function):
    LAMBDA.publish_version(FunctionName=function)
    LAMBDA.create_alias(FunctionName=function, Name="live", FunctionVersion="1")
    named = {"FunctionName": function, "ProvisionedConcurrentExecutions": 1}
    refused(LAMBDA.get_provisioned_concurrency_config, "InvalidParameterValueException",
            "The function resource provided must be an alias or a published version.", FunctionName=function, Qualifier="$LATEST")
    refused(LAMBDA.get_provisioned_concurrency_config, "ResourceNotFoundException", f"Cannot find alias arn: {HERE}:function:none:a",
            FunctionName="none", Qualifier="a")
    begun = LAMBDA.put_provisioned_concurrency_config(Qualifier="1", **named)
    assert (begun["Status"], begun["AllocatedProvisionedConcurrentExecutions"]) == ("IN_PROGRESS", 0)
    assert LAMBDA.get_provisioned_concurrency_config(FunctionName=function, Qualifier="1")["Status"] == "READY"
    refused(LAMBDA.put_provisioned_concurrency_config, "ResourceConflictException",
            "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version", Qualifier="live", **named)
    LAMBDA.delete_provisioned_concurrency_config(FunctionName=function, Qualifier="1")
    LAMBDA.put_provisioned_concurrency_config(Qualifier="live", **named)
    refused(LAMBDA.put_provisioned_concurrency_config, "ResourceConflictException", "Version is pointed by a Provisioned Concurrency alias",
            Qualifier="1", **named)
    LAMBDA.delete_alias(FunctionName=function, Name="live")
    LAMBDA.create_alias(FunctionName=function, Name="live", FunctionVersion="1")
    fails("ProvisionedConcurrencyConfigNotFoundException", LAMBDA.get_provisioned_concurrency_config, FunctionName=function, Qualifier="live")
    refused(LAMBDA.put_provisioned_concurrency_config, "InvalidParameterValueException",
            "Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [1000].",
            **named | {"Qualifier": "1", "ProvisionedConcurrentExecutions": 1001})


def test_aliases_have_names_and_are_not_found_in_two_ways(function):
    refused(LAMBDA.create_alias, "ValidationException", unfit("2024", "name", "(?!^[0-9]+$)([a-zA-Z0-9-_]+)"),
            FunctionName=function, Name="2024", FunctionVersion="$LATEST")
    arn = f"{HERE}:function:{function}:none"
    refused(LAMBDA.get_alias, "ResourceNotFoundException", f"Cannot find alias arn: {arn}", FunctionName=function, Name="none")
    refused(LAMBDA.update_alias, "ResourceNotFoundException", f"Alias not found: {arn}", FunctionName=function, Name="none")


def test_policies_of_layers_and_of_functions(name, function):
    LAMBDA.publish_layer_version(LayerName=name, Content={"ZipFile": CODE})
    refused(LAMBDA.get_layer_version_policy, "ResourceNotFoundException", f"Layer version {HERE}:layer:{name}:2 does not exist.",
            LayerName=name, VersionNumber=2)
    grant = {"LayerName": name, "VersionNumber": 1, "StatementId": "s", "Action": "lambda:GetLayerVersion", "Principal": "*"}
    refused(LAMBDA.add_layer_version_permission, "ValidationException", unfit("*", "action", "lambda:GetLayerVersion"), **grant | {"Action": "*"})
    LAMBDA.add_layer_version_permission(**grant)
    assert "Call the GetLayerPolicy API" in fails("PreconditionFailedException", LAMBDA.remove_layer_version_permission, RevisionId="x",
                                                  **{k: grant[k] for k in ("LayerName", "VersionNumber", "StatementId")})
    assert "Layers are expected to be in region us-east-1." in fails(
        "InvalidParameterValueException", LAMBDA.update_function_configuration, FunctionName=function,
        Layers=["arn:aws:lambda:eu-west-1:000000000000:layer:l:1"])
    allow = {"FunctionName": function, "StatementId": "s", "Action": "lambda:InvokeFunction"}
    fails("InvalidParameterValueException", LAMBDA.add_permission, Principal="invalid.nonaws.com", **allow)
    assert "Call the GetPolicy API" in fails("PreconditionFailedException", LAMBDA.add_permission, Principal="s3.amazonaws.com",
                                             RevisionId="x", **allow)
    LAMBDA.delete_layer_version(LayerName=name, VersionNumber=1)


def test_recursion_is_told(function):
    assert LAMBDA.get_function_recursion_config(FunctionName=function)["RecursiveLoop"] == "Terminate"
    LAMBDA.put_function_recursion_config(FunctionName=function, RecursiveLoop="Allow")
    assert LAMBDA.get_function_recursion_config(FunctionName=function)["RecursiveLoop"] == "Allow"
    assert fails("ValidationException", LAMBDA.put_function_recursion_config, FunctionName=function,
                 RecursiveLoop="x").endswith("Member must satisfy enum value set: [Terminate, Allow]")


def test_event_source_mappings_are_judged_before_their_function(name):
    refused(LAMBDA.create_event_source_mapping, "InvalidParameterValueException",
            "Unsupported DestinationConfig parameter for given event source mapping type.", FunctionName=name,
            EventSourceArn="arn:aws:sqs:us-east-1:000000000000:q", DestinationConfig={"OnFailure": {"Destination": "arn:aws:sqs:us-east-1:0:d"}})


def test_urls_write_values_anew_and_go_with_their_alias(function):
    LAMBDA.create_alias(FunctionName=function, Name="live", FunctionVersion="$LATEST")
    LAMBDA.update_function_code(FunctionName=function, ZipFile=zipped({
        "index.py": "def handler(event, context):\n    return ['a, b', {'c': 1.1}, '\\\\', 'd: \"e\"']\n"}))
    url = LAMBDA.create_function_url_config(FunctionName=function, Qualifier="live", AuthType="NONE")["FunctionUrl"]
    with urllib.request.urlopen(url, timeout=60) as answer:
        assert answer.read() == b'["a, b",{"c":1.1},"\\\\","d: \\"e\\""]'
    LAMBDA.delete_alias(FunctionName=function, Name="live")
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(url, timeout=60)
    assert (caught.value.code, caught.value.headers["x-amzn-ErrorType"]) == (403, "AccessDeniedException")


# ---- API Gateway ----


@pytest.fixture(name="api")
def make_api(name):
    api = APIGATEWAY.create_rest_api(name=name)
    yield {"restApiId": api["id"]}, api["rootResourceId"]
    APIGATEWAY.delete_rest_api(restApiId=api["id"])


def patch(op, path, *value):
    return [{"op": op, "path": path, **({"value": value[0]} if value else {})}]


BAD = "BadRequestException"


@pytest.mark.parametrize("wrong, code, message", [
    ({"description": ""}, BAD, "Description cannot be an empty string"),
    ({"minimumCompressionSize": -1}, BAD, "Invalid minimum compression size, must be between 0 and 10485760"),
    ({"endpointConfiguration": {"types": []}}, BAD, "REGIONAL Configuration and EDGE Configuration cannot be both DISABLED."),
    ({"endpointConfiguration": {"types": ["EDGE", "REGIONAL"]}}, BAD, "Cannot create an api with multiple Endpoint Types."),
    ({"endpointConfiguration": {"types": ["wrong"], "ipAddressType": "ipv5"}}, "ValidationException",
     "2 validation errors detected: Value '[wrong]' at 'createRestApiInput.endpointConfiguration.types' failed to satisfy constraint: Member must "
     "satisfy constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]; Value 'ipv5' at "
     "'createRestApiInput.endpointConfiguration.ipAddressType' failed to satisfy constraint: Member must satisfy enum value set: [ipv4, dualstack]")])
def test_rest_apis_are_judged(wrong, code, message):
    refused(APIGATEWAY.create_rest_api, code, message, name="a", **wrong)


def test_patches_of_rest_apis(api):
    api, _ = api
    def update(*of):
        return APIGATEWAY.update_rest_api(**api, patchOperations=patch(*of))
    update("add", "/binaryMediaTypes/image~1png")
    update("add", "/binaryMediaTypes/image~1jpeg")
    assert update("replace", "/binaryMediaTypes/image~1png", "image/gif")["binaryMediaTypes"] == ["image/jpeg", "image/gif"]
    assert update("replace", "/minimumCompressionSize", "0")["minimumCompressionSize"] == 0
    assert "minimumCompressionSize" not in update("replace", "/minimumCompressionSize", "")
    assert update("replace", "/endpointConfiguration/types/0", "PRIVATE")["endpointConfiguration"] == {
        "types": ["PRIVATE"], "ipAddressType": "dualstack"}
    for of, message in (
            (("add", "/minimumCompressionSize", "1"), "Invalid patch operation specified. Must be one of: [replace]"),
            (("replace", "/minimumCompressionSize", "x"), "Invalid minimum compression size, must be between 0 and 10485760"),
            (("add", "/binaryMediaTypes", "x"), "Invalid patch path /binaryMediaTypes"),
            (("replace", "/endpointConfiguration/ipAddressType", "ipv4"), "Only dualstack ipAddressType is supported for Private APIs."),
            (("replace", "/endpointConfiguration/types/0", "x"), "Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE")):
        refused(APIGATEWAY.update_rest_api, BAD, message, **api, patchOperations=patch(*of))


def test_resources_move(api):
    api, root = api
    one = APIGATEWAY.create_resource(**api, parentId=root, pathPart="one")["id"]
    two = APIGATEWAY.create_resource(**api, parentId=one, pathPart="two")["id"]
    greedy = APIGATEWAY.create_resource(**api, parentId=root, pathPart="{rest+}")["id"]
    refused(APIGATEWAY.create_resource, BAD, "Cannot create a child of a resource with a greedy path variable: {rest+}",
            **api, parentId=greedy, pathPart="x")
    for resource, of, code, message in (
            (one, ("replace", "/parentId", two), BAD, "Resources cannot be cyclical."),
            (one, ("replace", "/parentId", "none"), "NotFoundException", "Invalid Resource identifier specified"),
            (root, ("replace", "/pathPart", "x"), BAD, "Root resource cannot update its pathPart."),
            (one, ("add", "/pathPart", "x"), BAD, "Invalid patch path  '/pathPart' specified for op 'add'. Please choose supported operations"),
            (one, ("replace", "/path", "x"), BAD,
             "Invalid patch path  '/path' specified for op 'replace'. Must be one of: [/parentId, /pathPart]")):
        refused(APIGATEWAY.update_resource, code, message, **api, resourceId=resource, patchOperations=patch(*of))
    assert APIGATEWAY.update_resource(**api, resourceId=two, patchOperations=patch("replace", "/parentId", root))["path"] == "/two"
    refused(APIGATEWAY.update_resource, "ConflictException", "Another resource with the same parent already has this name: one",
            **api, resourceId=two, patchOperations=patch("replace", "/pathPart", "one"))


def test_methods_name_what_there_is(api):
    api, root = api
    method = {**api, "resourceId": root, "httpMethod": "ANY"}
    needs = ("Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.")
    for wrong, message in (
            ({"httpMethod": "FETCH"}, "Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY"),
            ({"authorizationType": "CUSTOM"}, needs), ({"requestValidatorId": "none"}, "Invalid Request Validator identifier specified"),
            ({"requestModels": {"application/json": "None"}}, "Invalid model identifier specified: None"),
            ({"requestParameters": {"method.request.header.a": True, "method.request.querystring.a": True}},
             "Parameter names must be unique across querystring, header and path")):
        refused(APIGATEWAY.put_method, BAD, message, **{"authorizationType": "NONE"} | method | wrong)
    APIGATEWAY.create_model(**api, name="Pet", contentType="application/json", schema='{"type": "object"}', description="")
    assert "id" in APIGATEWAY.get_model(**api, modelName="Pet")
    APIGATEWAY.put_method(**method, authorizationType="NONE", requestModels={"application/json": "Pet"})
    refused(APIGATEWAY.delete_model, "ConflictException", "Cannot delete model 'Pet', is referenced in method request: //ANY", **api, modelName="Pet")
    refused(APIGATEWAY.get_model, "NotFoundException", "Invalid model name specified: Dog", **api, modelName="Dog")
    refused(APIGATEWAY.create_model, BAD, "Model schema must have at least 1 property or array items defined",
            **api, name="Dog", contentType="application/json")
    refused(APIGATEWAY.update_method, BAD, needs, **method, patchOperations=patch("replace", "/authorizationType", "CUSTOM"))
    refused(APIGATEWAY.update_method, "NotFoundException", "Invalid parameter name specified", **method,
            patchOperations=patch("remove", "/requestParameters/method.request.header.b"))
    changed = APIGATEWAY.update_method(**method, patchOperations=patch("remove", "/requestModels/application~1json"))
    assert "requestModels" not in changed
    refused(APIGATEWAY.get_method, "NotFoundException", "Invalid Resource identifier specified", **method | {"restApiId": "none"})


def test_gateway_responses_have_defaults(api):
    api, _ = api
    of = {**api, "responseType": "THROTTLED"}
    found = APIGATEWAY.get_gateway_response(**of)
    assert (found["statusCode"], found["defaultResponse"]) == ("429", True)
    assert len(APIGATEWAY.get_gateway_responses(**api)["items"]) == 21
    changed = APIGATEWAY.update_gateway_response(**of, patchOperations=patch("replace", "/statusCode", "418"))
    assert (changed["statusCode"], changed["defaultResponse"], changed["responseParameters"]) == ("418", False, {})
    refused(APIGATEWAY.update_gateway_response, BAD, "Invalid patch path /statusCode", **of, patchOperations=patch("add", "/statusCode", "418"))
    assert "at 'responseType' failed" in fails("ValidationException", APIGATEWAY.get_gateway_response, **of | {"responseType": "x"})
    APIGATEWAY.delete_gateway_response(**of)
    refused(APIGATEWAY.delete_gateway_response, "NotFoundException", "Gateway response type not defined on api", **of)


def test_validators_and_parts_of_documentation(api):
    api, _ = api
    made = APIGATEWAY.create_request_validator(**api, name="v")
    assert (made["validateRequestBody"], made["validateRequestParameters"]) == (False, False)
    changed = APIGATEWAY.update_request_validator(**api, requestValidatorId=made["id"], patchOperations=patch("replace", "/validateRequestBody"))
    assert changed["validateRequestBody"] is False
    refused(APIGATEWAY.create_request_validator, BAD, "Invalid REST API identifier specified", restApiId="none", name="v")
    part = APIGATEWAY.create_documentation_part(**api, location={"type": "API"}, properties='{"description": "d"}')
    assert [p["id"] for p in APIGATEWAY.get_documentation_parts(**api)["items"]] == [part["id"]]
    refused(APIGATEWAY.update_documentation_part, BAD,
            "Invalid patch path  '/location' specified for op 'replace'. Must be one of: [/properties]", **api, documentationPartId=part["id"],
            patchOperations=patch("replace", "/location", "x"))
    assert "at 'createDocumentationPartInput.location.type' failed" in fails(
        "ValidationException", APIGATEWAY.create_documentation_part, **api, location={"type": "x"}, properties="{}")


def without(answer, *members):
    return {k: v for k, v in answer.items() if k not in ("ResponseMetadata", *members)}


def key_members(name, value=None):
    told = {"enabled": False, "stageKeys": []} | ({"name": name} if name else {})
    return told | ({"value": value} if value else {})


def test_api_keys_show_their_values_where_they_are_asked_for(name):
    dates = ("id", "createdDate", "lastUpdatedDate")
    value = name * 2
    first, second = (APIGATEWAY.create_api_key(name=f"{name}-{n}", value=f"{value}{n}") for n in (1, 2))
    refused(APIGATEWAY.create_api_key, "ConflictException", "API Key already exists", value=value + "1")
    assert set(dates) < set(first) and without(first, *dates) == key_members(f"{name}-1", value + "1")
    both = [second["id"], first["id"]]  # the newest first
    listed = APIGATEWAY.get_api_keys(nameQuery=name)["items"]
    assert [k["id"] for k in listed] == both and without(listed[1], *dates) == key_members(f"{name}-1")
    assert [k["value"] for k in APIGATEWAY.get_api_keys(nameQuery=name, includeValues=True)["items"]] == [value + "2", value + "1"]
    for query in (name.upper(), name[1:], name + "x"):
        assert APIGATEWAY.get_api_keys(nameQuery=query)["items"] == []
    page = APIGATEWAY.get_api_keys(nameQuery=name, limit=1)
    assert [k["id"] for k in page["items"] + APIGATEWAY.get_api_keys(nameQuery=name, limit=1, position=page["position"])["items"]] == both
    assert "value" not in APIGATEWAY.get_api_key(apiKey=first["id"])
    assert APIGATEWAY.get_api_key(apiKey=first["id"], includeValue=True)["value"] == value + "1"
    changed = APIGATEWAY.update_api_key(apiKey=first["id"], patchOperations=[{"op": "replace", "path": "/enabled", "value": "true"}])
    assert without(changed, *dates) == key_members(f"{name}-1") | {"enabled": True, "tags": {}}
    plan = APIGATEWAY.create_usage_plan(name=name)
    assert without(plan, "id") == {"name": name, "apiStages": []}
    for key in (first, second):
        APIGATEWAY.create_usage_plan_key(usagePlanId=plan["id"], keyId=key["id"], keyType="API_KEY")
    assert [k["id"] for k in APIGATEWAY.get_usage_plan_keys(usagePlanId=plan["id"])["items"]] == both
    assert [k["id"] for k in APIGATEWAY.get_usage_plan_keys(usagePlanId=plan["id"], nameQuery=name + "-1")["items"]] == both[1:]
    assert APIGATEWAY.get_usage_plan_keys(usagePlanId="none")["items"] == []
    other = APIGATEWAY.create_usage_plan(name=name)
    assert [p["id"] for p in APIGATEWAY.get_usage_plans(keyId=first["id"])["items"]] == [plan["id"]]
    assert {plan["id"], other["id"]} <= {p["id"] for p in APIGATEWAY.get_usage_plans(limit=500)["items"]}
    for one in (plan, other):
        APIGATEWAY.delete_usage_plan(usagePlanId=one["id"])
    for key in both:
        APIGATEWAY.delete_api_key(apiKey=key)


@pytest.mark.parametrize("wrong, message", [
    ({"name": "n" * 1025}, "Invalid API Key name, can be at most 1024 characters."),
    ({"value": "short"}, "API Key value should be at least 20 characters"),
    ({"value": "v" * 129}, "API Key value exceeds maximum size of 128 characters"),
    ({"description": "d" * 125001}, "Invalid API Key description specified.")])
def test_api_keys_are_judged(wrong, message):
    refused(APIGATEWAY.create_api_key, "BadRequestException", message, **wrong)


def test_empty_texts_of_api_keys_are_none():
    key = APIGATEWAY.create_api_key(name="", value="")
    assert without(key, "id", "createdDate", "lastUpdatedDate", "value") == key_members(None) and len(key["value"]) >= 20
    refused(APIGATEWAY.update_api_key, "BadRequestException", "Invalid patch path  '/id' specified for op 'replace'. Must be one of: "
            "[/description, /enabled, /name, /customerId]", apiKey=key["id"], patchOperations=[{"op": "replace", "path": "/id", "value": "x"}])
    refused(APIGATEWAY.update_api_key, "BadRequestException", "Invalid API Key description specified.", apiKey=key["id"],
            patchOperations=[{"op": "replace", "path": "/description", "value": "d" * 125001}])
    APIGATEWAY.delete_api_key(apiKey=key["id"])


def test_stages_of_usage_plans_are_patched(api, name):
    (of, root), api = api, api[0]["restApiId"]
    APIGATEWAY.put_method(**of, resourceId=root, httpMethod="GET", authorizationType="NONE")
    APIGATEWAY.put_integration(**of, resourceId=root, httpMethod="GET", type="MOCK")
    APIGATEWAY.create_deployment(**of, stageName="dev")
    plan = APIGATEWAY.create_usage_plan(name=name, description="d")["id"]

    def patches(*all_of_them):
        return {"usagePlanId": plan, "patchOperations": [one for words in all_of_them for one in patch(*words)]}
    stages = [{"apiId": api, "stage": "dev"}]
    told = APIGATEWAY.update_usage_plan(**patches(
        ("add", "/apiStages", f"{api}:dev"), ("replace", "/throttle/burstLimit", "100"), ("replace", "/throttle/rateLimit", "200"),
        ("replace", "/quota/limit", "5000"), ("replace", "/quota/period", "MONTH"), ("replace", "/quota/offset", "0")))
    assert without(told, "id") == {"name": name, "description": "d", "apiStages": stages, "tags": {}, "throttle": {"burstLimit": 100, "rateLimit": 200.0},
                                   "quota": {"limit": 5000, "offset": 0, "period": "MONTH"}}
    wrong = "Invalid API Stage specified"
    refused(APIGATEWAY.update_usage_plan, "BadRequestException", wrong, **patches(("add", "/apiStages")))
    refused(APIGATEWAY.update_usage_plan, "BadRequestException", wrong, **patches(("remove", "/apiStages", "dev")))
    for value, message in ((f"{api}b:dev", f"{{api: {api}b, stage: dev}}"), (f"{api}:none", f"{{api: {api}, stage: none}}")):
        refused(APIGATEWAY.update_usage_plan, "NotFoundException", f"Invalid API Stage {message} specified for usageplan {plan}",
                **patches(("add", "/apiStages", value)))
    assert APIGATEWAY.get_usage_plan(usagePlanId=plan)["apiStages"] == stages
    assert APIGATEWAY.update_usage_plan(**patches(("remove", "/apiStages", f"{api}:dev")))["apiStages"] == []
    refused(APIGATEWAY.update_usage_plan, "NotFoundException", "Invalid Usage Plan ID specified", **patches(("add", "/apiStages", f"{api}:dev")) | {"usagePlanId": "none"})
    APIGATEWAY.delete_usage_plan(usagePlanId=plan)


# ---- CloudWatch Logs ----


def test_resource_policies_are_told(name):
    policy = {"Statement": [{"Effect": "Allow", "Principal": {"Service": ["es.amazonaws.com"]}, "Action": "logs:*", "Resource": "*"}]}
    LOGS.put_resource_policy(policyName=name, policyDocument=json.dumps(policy))
    told = {p["policyName"]: p for p in LOGS.describe_resource_policies()["resourcePolicies"]}[name]
    assert told["policyScope"] == "ACCOUNT" and json.loads(told["policyDocument"]) == {
        "Version": "2008-10-17", "Statement": [policy["Statement"][0] | {"Principal": {"Service": "es.amazonaws.com"}}]}
    LOGS.delete_resource_policy(policyName=name)
    refused(LOGS.delete_resource_policy, "ResourceNotFoundException", f"Policy with name [{name}] does not exist.", policyName=name)


def test_destinations_stand_for_streams(name):
    KINESIS.create_stream(StreamName=name, ShardCount=1)
    KINESIS.get_waiter("stream_exists").wait(StreamName=name)
    stream = KINESIS.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]["StreamARN"]
    made = LOGS.put_destination(destinationName=name, targetArn=stream, roleArn=ROLE)["destination"]
    LOGS.put_destination_policy(destinationName=name, accessPolicy="{}")
    assert LOGS.describe_destinations(DestinationNamePrefix=name)["destinations"] == [made | {"accessPolicy": "{}"}]
    LOGS.create_log_group(logGroupName=name, tags={"a": "b"})
    LOGS.create_log_stream(logGroupName=name, logStreamName="s")
    LOGS.tag_log_group(logGroupName=name, tags={"c": "d"})
    LOGS.untag_log_group(logGroupName=name, tags=["a"])
    assert LOGS.list_tags_log_group(logGroupName=name)["tags"] == {"c": "d"}
    LOGS.put_subscription_filter(logGroupName=name, filterName="f", filterPattern="", destinationArn=made["arn"], roleArn=ROLE)
    assert LOGS.describe_subscription_filters(logGroupName=name)["subscriptionFilters"][0]["applyOnTransformedLogs"] is False
    LOGS.put_log_events(logGroupName=name, logStreamName="s", logEvents=[{"timestamp": 1700000000000, "message": "old"}])
    fails("InvalidParameterException", LOGS.put_subscription_filter, logGroupName=name, filterName="g", filterPattern="",
          destinationArn=made["arn"] + "x", roleArn=ROLE)
    LOGS.delete_destination(destinationName=name)
    fails("ResourceNotFoundException", LOGS.delete_destination, destinationName=name)
    LOGS.delete_log_group(logGroupName=name)
    KINESIS.delete_stream(StreamName=name)


# ---- change sets ----


def topics(*names, **second):
    first = {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": {"Ref": "Name"}}}
    other = {"Type": "AWS::SNS::Topic", "Properties": second}
    return json.dumps({"Parameters": {n: {"Type": "String"} for n in ("Name",) + names}, "Resources": {"A": first, "B": other}})


def details(stack, template, **values):
    parameters = [{"ParameterKey": k, "ParameterValue": v} for k, v in values.items()]
    CLOUDFORMATION.create_change_set(StackName=stack, ChangeSetName="c", TemplateBody=template, Parameters=parameters)
    CLOUDFORMATION.get_waiter("change_set_create_complete").wait(StackName=stack, ChangeSetName="c", WaiterConfig={"Delay": 1})
    found = CLOUDFORMATION.describe_change_set(StackName=stack, ChangeSetName="c")["Changes"]
    CLOUDFORMATION.delete_change_set(StackName=stack, ChangeSetName="c")
    return {c["ResourceChange"]["LogicalResourceId"]: [(d["ChangeSource"], d["Evaluation"], d.get("CausingEntity"))
                                                       for d in c["ResourceChange"]["Details"]] for c in found}


def test_change_sets_tell_why(name):
    template = topics("Word", DisplayName={"Fn::Sub": "${A.TopicName} ${Word}"})
    CLOUDFORMATION.create_stack(StackName=name, TemplateBody=template, Parameters=[
        {"ParameterKey": "Name", "ParameterValue": f"{name}-1"}, {"ParameterKey": "Word", "ParameterValue": "x"}])
    CLOUDFORMATION.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    direct = ("DirectModification", "Dynamic", None)
    assert details(name, template, Name=f"{name}-1", Word="y") == {"B": [("ParameterReference", "Static", "Word"), direct]}
    assert details(name, template, Name=f"{name}-2", Word="x") == {
        "A": [("ParameterReference", "Static", "Name"), direct], "B": [("ResourceAttribute", "Static", "A.TopicName")]}
    assert details(name, topics("Word", DisplayName="z"), Name=f"{name}-1", Word="x") == {"B": [("DirectModification", "Static", None)]}
    assert details(name, topics("Word", DisplayName={"Ref": "Word"}), Name=f"{name}-1", Word="y") == {
        "B": [direct, ("ParameterReference", "Static", "Word")]}
    CLOUDFORMATION.delete_stack(StackName=name)


def test_references_may_be_joined(name):
    """What the CDK writes: a dynamic reference in pieces."""
    boto3.client("ssm").put_parameter(Name=name, Value="looked-up", Type="String")
    CLOUDFORMATION.create_stack(StackName=name, Parameters=[{"ParameterKey": "P", "ParameterValue": name}], TemplateBody=json.dumps({
        "Parameters": {"P": {"Type": "String"}}, "Resources": {
            "A": {"Type": "AWS::SNS::Topic", "Properties": {"DisplayName": {"Fn::Join": ["", ["{{resolve:ssm:", {"Ref": "P"}, "}}"]]}}},
            "B": {"Type": "AWS::SNS::Topic", "Properties": {"DisplayName": {"Fn::GetAtt": ["A", "DisplayName"]}}}}}))
    CLOUDFORMATION.get_waiter("stack_create_complete").wait(StackName=name, WaiterConfig={"Delay": 1})
    for topic in CLOUDFORMATION.describe_stack_resources(StackName=name)["StackResources"]:
        told = boto3.client("sns").get_topic_attributes(TopicArn=topic["PhysicalResourceId"])["Attributes"]["DisplayName"]
        assert told == "looked-up"
    CLOUDFORMATION.delete_stack(StackName=name)
    boto3.client("ssm").delete_parameter(Name=name)


def test_a_new_stack_may_have_nothing(name):
    template = {"Conditions": {"C": {"Fn::Equals": ["a", "b"]}}, "Resources": {"T": {"Type": "AWS::SNS::Topic", "Condition": "C"}}}
    CLOUDFORMATION.create_change_set(StackName=name, ChangeSetName="c", ChangeSetType="CREATE", TemplateBody=json.dumps(template))
    found = CLOUDFORMATION.describe_change_set(StackName=name, ChangeSetName="c")
    assert (found["Status"], found["Changes"]) == ("CREATE_COMPLETE", [])
    with pytest.raises(CLOUDFORMATION.exceptions.ChangeSetNotFoundException) as caught:
        CLOUDFORMATION.describe_change_set(StackName=name, ChangeSetName="none")
    assert caught.value.response["ResponseMetadata"]["HTTPStatusCode"] == 404
    CLOUDFORMATION.delete_stack(StackName=name)


def results(query, **more):
    found = LOGS.get_query_results(queryId=LOGS.start_query(queryString=query, **more)["queryId"])
    assert found["status"] == "Complete"
    return [{cell["field"]: cell["value"] for cell in row if cell["field"] != "@ptr"} for row in found["results"]], found["statistics"]


def test_queries_of_logs_insights(name):
    at = int(time.time())
    for i, group in enumerate((name + "-1", name + "-2")):
        LOGS.create_log_group(logGroupName=group)
        LOGS.create_log_stream(logGroupName=group, logStreamName="s")
        LOGS.put_log_events(logGroupName=group, logStreamName="s", logEvents=[
            {"timestamp": (at - 10) * 1000 + 2 * j + i, "message": json.dumps({"n": 2 * j + i})} for j in range(3)])
    of = {"startTime": at - 60, "endTime": at, "logGroupName": name + "-1"}
    rows, statistics = results("fields n | filter n > 0", **of)
    assert rows == [{"n": "4"}, {"n": "2"}] and (statistics["recordsMatched"], statistics["recordsScanned"]) == (2, 3)
    both = {k: of[k] for k in ("startTime", "endTime")} | {"logGroupNames": [name + "-1", name + "-2"]}
    assert [r["n"] for r in results("fields n", **both)[0]] == list("543210")
    assert results("fields n", limit=1, **both)[0] == [{"n": "5"}]
    assert results("stats sum(n) as s by @logStream", **both)[0] == [{"@logStream": "s", "s": "15"}]
    told = LOGS.describe_queries(logGroupName=name + "-1")["queries"][-1]
    assert told["queryString"] == f'SOURCE "{name}-1" START={at - 60}000 END={at}999 | fields n | filter n > 0'
    assert LOGS.describe_queries(logGroupName=name + "-1", status="Running")["queries"] == []
    assert fails("MalformedQueryException", LOGS.start_query, queryString="find n", **of).startswith("unexpected symbol found find n at line 1")
    assert fails("ResourceNotFoundException", LOGS.start_query, queryString="fields n", **of | {"logGroupName": "none"}).startswith(
        "Log group 'none' does not exist for account ID '000000000000' (Service: AWSLogs;")
    fails("ResourceNotFoundException", LOGS.get_query_results, queryId="none")
    for group in (name + "-1", name + "-2"):
        LOGS.delete_log_group(logGroupName=group)


# ---- API Gateway: methods that are tried without a deployment ----


def lines(log):
    return [line.split(" : ", 1)[-1] for line in log.splitlines()]


@pytest.fixture(name="pets")
def make_pets(name):
    api = APIGATEWAY.create_rest_api(name=name)
    path = {"restApiId": api["id"], "resourceId": APIGATEWAY.create_resource(
        restApiId=api["id"], parentId=api["rootResourceId"], pathPart="{petId}")["id"], "httpMethod": "POST"}
    APIGATEWAY.put_method(**path, authorizationType="AWS_IAM", apiKeyRequired=True)
    APIGATEWAY.put_method_response(**path, statusCode="200")
    APIGATEWAY.put_integration(**path, type="MOCK", requestTemplates={"application/json": '{"statusCode": 200}'})
    APIGATEWAY.put_integration_response(**path, statusCode="200", responseTemplates={
        "application/json": '{"petId": "$input.params(\'petId\')", "q": "$input.params(\'q\')", "v": "$stageVariables.v", '
                            '"stage": "$context.stage", "path": "$context.path", "h": "$input.params(\'H\')"}'})
    yield path
    APIGATEWAY.delete_rest_api(restApiId=api["id"])


def test_a_method_is_tried_without_deployment_key_or_signature(pets):
    told = APIGATEWAY.test_invoke_method(**pets, pathWithQueryString="/12?q=a%20b", body='{"a": 1}', headers={"H": "one"},
                                         stageVariables={"v": "var"})
    assert json.loads(told["body"]) == {"petId": "12", "q": "a b", "v": "var", "stage": "test-invoke-stage", "path": "/12", "h": "one"}
    assert (told["status"], told["headers"], told["multiValueHeaders"]) == (
        200, {"Content-Type": "application/json"}, {"Content-Type": ["application/json"]})
    assert isinstance(told["latency"], int)
    log = lines(told["log"])
    request = log[0].removeprefix("Execution log for request ")
    assert log[1:] == [
        f"Starting execution for request: {request}", "HTTP Method: POST, Resource Path: /12", "Method request path: {petId=12}",
        "Method request query string: {q=a b}", "Method request headers: {H=one}", 'Method request body before transformations: {"a": 1}',
        f"Method response body after transformations: {told['body']}", "Method response headers: {Content-Type=application/json}",
        "Successfully completed execution", "Method completed with status: 200"]


@pytest.mark.parametrize("path, got", [({}, "{petId}"), ({"pathWithQueryString": "/a/b"}, "")])
def test_a_path_that_is_not_the_resources_has_no_parameters(pets, path, got):
    assert json.loads(APIGATEWAY.test_invoke_method(**pets, **path)["body"])["petId"] == got


@pytest.mark.parametrize("change, what", [({"httpMethod": "HEAD"}, "Method"), ({"resourceId": "abcdef"}, "Resource"),
                                          ({"restApiId": "abcdef"}, "Resource")])
def test_what_is_not_there_is_not_tried(pets, change, what):
    refused(APIGATEWAY.test_invoke_method, "NotFoundException", f"Invalid {what} identifier specified", **{**pets, **change})


def test_a_function_is_tried_with_what_it_says_and_how_it_fails(pets, function):
    uri = f"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{HERE}:function:{function}/invocations"
    APIGATEWAY.put_integration(**pets, type="AWS_PROXY", integrationHttpMethod="POST", uri=uri)
    told = APIGATEWAY.test_invoke_method(**pets, pathWithQueryString="/1", body="x", multiValueHeaders={"A": ["1", "2"]})
    assert (told["status"], told["headers"]) == (502, {"x-amzn-ErrorType": "InternalServerErrorException"})
    log = lines(told["log"])
    event = json.loads(next(line for line in log if line.startswith("Endpoint request body")).split(": ", 1)[1])
    assert (event["body"], event["multiValueHeaders"], event["requestContext"]["stage"]) == ("x", {"A": ["1", "2"]}, "test-invoke-stage")
    assert event["requestContext"]["identity"]["sourceIp"] == "test-invoke-source-ip"
    assert f"Endpoint request URI: https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/{HERE}:function:{function}/invocations" in log
    assert log[-2:] == ["Execution failed due to configuration error: Malformed Lambda proxy response", "Method completed with status: 502"]


def test_functions_are_invoked_by_post_alone(pets, function):
    uri = f"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{HERE}:function:{function}/invocations"
    APIGATEWAY.put_integration(**pets, type="AWS_PROXY", integrationHttpMethod="GET", uri=uri)
    told = APIGATEWAY.test_invoke_method(**pets)
    assert (told["status"], json.loads(told["body"])) == (500, {"message": "Internal server error"})
    assert "Execution failed due to configuration error: the integration of a function must have the httpMethod POST" in lines(told["log"])


AUTHORIZER = """
def handler(event, context):
    token = event["authorizationToken"]
    if token == "nobody":
        raise Exception("Unauthorized")
    return {"principalId": "user", "policyDocument": {"Version": "2012-10-17", "Statement": [
        {"Action": "execute-api:Invoke", "Effect": token, "Resource": event["methodArn"]}]}}
"""


def test_an_authorizer_is_tried(pets, name):
    create(name, Code={"ZipFile": zipped({"index.py": AUTHORIZER})})
    uri = f"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{HERE}:function:{name}/invocations"
    it = {"restApiId": pets["restApiId"], "authorizerId": APIGATEWAY.create_authorizer(
        restApiId=pets["restApiId"], name="a", type="TOKEN", authorizerUri=uri, identitySource="method.request.header.Auth")["id"]}

    def ask(token):
        return APIGATEWAY.test_invoke_authorizer(**it, headers={"Auth": token})
    for effect, status in (("Allow", 200), ("Deny", 403)):
        told = ask(effect)
        assert (told["clientStatus"], told["principalId"]) == (status, "user")
        assert json.loads(told["policy"])["Statement"] == [{"Action": "execute-api:Invoke", "Effect": effect, "Resource":
                                                            f"arn:aws:execute-api:us-east-1:000000000000:{it['restApiId']}/ESTestInvoke-stage/GET/"}]
    assert ask("nobody")["clientStatus"] == 401
    assert APIGATEWAY.test_invoke_authorizer(**it)["clientStatus"] == 401
    refused(APIGATEWAY.test_invoke_authorizer, "NotFoundException", "Invalid Authorizer identifier specified", **{**it, "authorizerId": "abcdef"})
    LAMBDA.delete_function(FunctionName=name)


def test_a_method_that_is_not_deployed_is_warned_of(pets):
    api = pets["restApiId"]
    APIGATEWAY.create_deployment(restApiId=api, stageName="live")
    late = {"restApiId": api, "resourceId": pets["resourceId"], "httpMethod": "PATCH"}
    APIGATEWAY.put_method(**late, authorizationType="NONE")
    APIGATEWAY.put_integration(**late, type="MOCK", requestTemplates={"application/json": '{"statusCode": 200}'})
    url = APIGATEWAY.meta.endpoint_url
    for path in ("1", "1/2"):  # the second has no method at all
        with pytest.raises(urllib.error.HTTPError) as error:
            urllib.request.urlopen(urllib.request.Request(f"{url}/_api/{api}/live/{path}", method="PATCH"), timeout=60)
        assert error.value.code == 403
    with urllib.request.urlopen(f"{url}/_slrun/warnings", timeout=60) as answer:
        told = [w["text"] for w in json.load(answer)["warnings"] if api in w["text"]]
    assert len(told) == 1 and "PATCH /{petId} was made after deployment " in told[0] and "of stage live" in told[0]
