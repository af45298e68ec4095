# SPDX-License-Identifier: Apache-2.0
"""What SNS answered when LocalStack's tests recorded it at AWS (tests/aws/services/sns/test_sns.snapshot.json, October to
December 2025): push notifications, SMS, regions; and what the Developer Guide says of subscribers by http.

Endpoint, region and keys come from the environment alone (with_local.py).
"""
import base64
import contextlib
import http.server
import json
import queue
import threading
import urllib.request
import uuid

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from sdk import refused

SNS = boto3.client("sns")
CREDENTIALS = {"PlatformPrincipal": "dummy", "PlatformCredential": "dummy"}


@pytest.fixture(name="name")
def make_name():
    return f"recorded-{uuid.uuid4().hex[:10]}"


@pytest.fixture(name="application")
def make_application(name):
    arn = SNS.create_platform_application(Name=name, Platform="ADM", Attributes=CREDENTIALS)["PlatformApplicationArn"]
    yield arn
    SNS.delete_platform_application(PlatformApplicationArn=arn)


@pytest.fixture(name="device")
def make_device(application):
    return SNS.create_platform_endpoint(PlatformApplicationArn=application, Token="token_1")["EndpointArn"]


# ---- platform applications ----


def test_an_application_keeps_its_credentials_to_itself(application, name):
    assert application.endswith(f":app/ADM/{name}")
    listed = SNS.list_platform_applications()["PlatformApplications"]
    assert {"PlatformApplicationArn": application, "Attributes": {"Enabled": "true"}} in listed
    SNS.set_platform_application_attributes(PlatformApplicationArn=application, Attributes={"SuccessFeedbackSampleRate": "50"})
    assert SNS.get_platform_application_attributes(PlatformApplicationArn=application)["Attributes"] == {
        "Enabled": "true", "SuccessFeedbackSampleRate": "50"}


@pytest.mark.parametrize("wrong, code, message", [
    ({"Attributes": {}}, "ValidationError", "1 validation error detected: Value null at 'attributes' failed to satisfy "
     "constraint: Member must not be null"),
    ({"Attributes": {"PlatformPrincipal": "p"}}, "InvalidParameter", "Invalid parameter: Attributes Reason: PlatformPrincipal "
     "attribute provided without PlatformCredential"),
    ({"Attributes": {"PlatformCredential": "c"}}, "InvalidParameter", "Invalid parameter: Attributes Reason: PlatformCredential "
     "attribute provided without PlatformPrincipal"),
    ({"Name": "a" * 257}, "InvalidParameter", f"Invalid parameter: {'a' * 257} Reason: must be at most 256 characters long"),
    ({"Name": ""}, "InvalidParameter", "Invalid parameter:  Reason: cannot be empty"),
    ({"Name": "@name"}, "InvalidParameter", "Invalid parameter: @name Reason: must contain only characters 'a'-'z', 'A'-'Z', "
     "'0'-'9', '_', '-', and '.'"),
    ({"Platform": "AAA"}, "InvalidParameter", "Invalid parameter: Platform Reason: AAA is not supported"),
])
def test_applications_that_are_none(name, wrong, code, message):
    refused(SNS.create_platform_application, code, message, **{"Name": name, "Platform": "ADM", "Attributes": CREDENTIALS} | wrong)


def test_an_application_that_is_not_there(application):
    gone = application + "-none"
    for call in (SNS.get_platform_application_attributes, SNS.list_endpoints_by_platform_application):
        refused(call, "NotFound", "PlatformApplication does not exist", PlatformApplicationArn=gone)
    refused(SNS.create_platform_endpoint, "NotFound", "PlatformApplication does not exist", PlatformApplicationArn=gone, Token="t")
    refused(SNS.get_platform_application_attributes, "InvalidParameter",
            "Invalid parameter: PlatformApplicationArn Reason: An ARN must have at least 6 elements, not 1",
            PlatformApplicationArn="invalid-arn")


# ---- endpoints of devices ----


def test_an_endpoint_is_the_same_for_the_same_token(application, device, name):
    assert f":endpoint/ADM/{name}/" in device
    assert SNS.create_platform_endpoint(PlatformApplicationArn=application, Token="token_1")["EndpointArn"] == device
    refused(SNS.create_platform_endpoint, "InvalidParameter", f"Invalid parameter: Token Reason: Endpoint {device} already exists "
            "with the same Token, but different attributes.", PlatformApplicationArn=application, Token="token_1",
            Attributes={"Enabled": "false"})
    assert SNS.list_endpoints_by_platform_application(PlatformApplicationArn=application)["Endpoints"] == [
        {"EndpointArn": device, "Attributes": {"Enabled": "true", "Token": "token_1"}}]
    SNS.delete_endpoint(EndpointArn=device)
    assert SNS.list_endpoints_by_platform_application(PlatformApplicationArn=application)["Endpoints"] == []


def test_what_stands_among_the_attributes_counts_first(application):
    arn = SNS.create_platform_endpoint(PlatformApplicationArn=application, Token="t", CustomUserData="bar",
                                       Attributes={"CustomUserData": "foo"})["EndpointArn"]
    assert SNS.get_endpoint_attributes(EndpointArn=arn)["Attributes"] == {"CustomUserData": "foo", "Enabled": "true", "Token": "t"}


@pytest.mark.parametrize("attributes, reason", [
    ({"PlatformPrincipal": "p"}, "Invalid attribute name: PlatformPrincipal"),
    ({"InvalidKey": "v"}, "Invalid attribute name: InvalidKey"),
    ({"CustomUserData": "A" * 2050},
     "Invalid value for attribute: CustomUserData: must be at most 2048 bytes long in UTF-8 encoding"),
])
def test_attributes_that_no_endpoint_has(application, device, attributes, reason):
    message = f"Invalid parameter: Attributes Reason: {reason}"
    refused(SNS.set_endpoint_attributes, "InvalidParameter", message, EndpointArn=device, Attributes=attributes)
    refused(SNS.create_platform_endpoint, "InvalidParameter", message, PlatformApplicationArn=application, Token="other",
            Attributes=attributes)


def test_a_disabled_endpoint_takes_nothing(application, device):
    assert "MessageId" in SNS.publish(TargetArn=device, Message="m")
    SNS.set_endpoint_attributes(EndpointArn=device, Attributes={"Enabled": "false"})
    refused(SNS.publish, "EndpointDisabled", "Endpoint is disabled", TargetArn=device, Message="m")
    refused(SNS.get_endpoint_attributes, "NotFound", "Endpoint does not exist", EndpointArn=device + "0")
    refused(SNS.set_endpoint_attributes, "InvalidParameter", "Invalid parameter: EndpointArn Reason: Wrong number of slashes in "
            "relative portion of the ARN.", EndpointArn=application, Attributes={"Enabled": "false"})


def test_an_endpoint_is_subscribed_after_its_end(name, device):
    topic = SNS.create_topic(Name=name)["TopicArn"]
    SNS.subscribe(TopicArn=topic, Protocol="application", Endpoint=device)
    SNS.delete_endpoint(EndpointArn=device)
    assert [s["Endpoint"] for s in SNS.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"]] == [device]
    SNS.delete_topic(TopicArn=topic)


# ---- SMS ----


def test_settings_of_sms():
    there = boto3.client("sns", region_name="eu-west-1")
    assert there.get_sms_attributes()["attributes"] == {"MonthlySpendLimit": "1"}
    SNS.set_sms_attributes(attributes={"DefaultSenderID": "Test", "DefaultSMSType": "Promotional"})
    assert SNS.get_sms_attributes()["attributes"]["MonthlySpendLimit"] == "1"
    assert SNS.get_sms_attributes(attributes=["DefaultSenderID", "DefaultSMSType"])["attributes"] == {
        "DefaultSenderID": "Test", "DefaultSMSType": "Promotional"}
    refused(SNS.set_sms_attributes, "InvalidParameter", "InvalidAttribute is not a valid attribute",
            attributes={"InvalidAttribute": "invalid"})
    refused(SNS.set_sms_attributes, "InvalidParameter", "DefaultSMSType is invalid", attributes={"DefaultSMSType": "invalid"})


def test_numbers():
    assert "MessageId" in SNS.publish(PhoneNumber="+15555550100", Message="m")
    for number in ("+1a234", "NAA+15551234567"):
        refused(SNS.publish, "InvalidParameter", f"Invalid parameter: PhoneNumber Reason: {number} is not valid to publish to",
                PhoneNumber=number, Message="m")
    SNS.opt_in_phone_number(phoneNumber="+4411111111")
    refused(SNS.opt_in_phone_number, "InvalidParameter", "Invalid parameter: PhoneNumber Reason: input incorrectly formatted",
            phoneNumber="invalid")
    assert SNS.check_if_phone_number_is_opted_out(phoneNumber="+15555550100")["isOptedOut"] is False
    assert SNS.list_phone_numbers_opted_out()["phoneNumbers"] == []


def test_numbers_of_the_sandbox():
    """By the model of the service: nobody recorded these."""
    assert SNS.get_sms_sandbox_account_status()["IsInSandbox"] is True
    SNS.create_sms_sandbox_phone_number(PhoneNumber="+15555550100")
    assert SNS.list_sms_sandbox_phone_numbers()["PhoneNumbers"] == [{"PhoneNumber": "+15555550100", "Status": "Pending"}]
    SNS.create_sms_sandbox_phone_number(PhoneNumber="+15555550101")
    first = SNS.list_sms_sandbox_phone_numbers(MaxResults=1)
    assert len(first["PhoneNumbers"]) == 1 and len(SNS.list_sms_sandbox_phone_numbers(NextToken=first["NextToken"])["PhoneNumbers"]) == 1
    SNS.delete_sms_sandbox_phone_number(PhoneNumber="+15555550101")
    with pytest.raises(SNS.exceptions.VerificationException):
        SNS.verify_sms_sandbox_phone_number(PhoneNumber="+15555550100", OneTimePassword="123456")
    SNS.delete_sms_sandbox_phone_number(PhoneNumber="+15555550100")
    with pytest.raises(SNS.exceptions.ResourceNotFoundException):
        SNS.delete_sms_sandbox_phone_number(PhoneNumber="+15555550100")


@pytest.mark.parametrize("call, most", [("list_origination_numbers", 30), ("list_sms_sandbox_phone_numbers", 100)])
def test_pages_of_numbers_are_bounded(call, most):
    raw = boto3.client("sns", config=Config(parameter_validation=False))
    getattr(raw, call)(MaxResults=most)
    for wrong, constraint in ((0, "greater than or equal to 1"), (most + 1, f"less than or equal to {most}")):
        refused(getattr(raw, call), "ValidationError", f"1 validation error detected: Value '{wrong}' at 'maxResults' failed to satisfy "
                f"constraint: Member must have value {constraint}", MaxResults=wrong)


# ---- topics ----


def test_a_topic_is_not_there_for_other_regions(name):
    topic = SNS.create_topic(Name=name)["TopicArn"]
    there = boto3.client("sns", region_name="eu-west-1")
    for call, more in ((there.get_topic_attributes, {}), (there.delete_topic, {}), (there.list_subscriptions_by_topic, {}),
                       (there.set_topic_attributes, {"AttributeName": "DisplayName", "AttributeValue": "d"}),
                       (there.subscribe, {"Protocol": "email", "Endpoint": "a@example.com"})):
        refused(call, "InvalidParameter", "Invalid parameter: TopicArn", TopicArn=topic, **more)
    SNS.delete_topic(TopicArn=topic)


def test_a_policy_that_masks_data(name):
    topic = SNS.create_topic(Name=name)["TopicArn"]
    assert SNS.get_data_protection_policy(ResourceArn=topic)["DataProtectionPolicy"] == ""
    SNS.put_data_protection_policy(ResourceArn=topic, DataProtectionPolicy='{"Name":"p","Statement":[]}')
    assert SNS.get_data_protection_policy(ResourceArn=topic)["DataProtectionPolicy"] == '{"Name":"p","Statement":[]}'
    SNS.delete_topic(TopicArn=topic)
    refused(SNS.get_data_protection_policy, "NotFound", "Topic does not exist", ResourceArn=topic)


# ---- subscribers by http on this machine ----


class Subscriber:
    """A server of the test's own: what was posted to it, oldest first."""

    def __init__(self, statuses=()):
        self.posts, statuses = queue.Queue(), list(statuses)

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(handler): # pylint: disable=invalid-name,no-self-argument
                body = handler.rfile.read(int(handler.headers["Content-Length"])).decode()
                self.posts.put((dict(handler.headers), body))
                handler.send_response(statuses.pop(0) if statuses else 200)
                handler.end_headers()

            def log_message(handler, *_): # pylint: disable=arguments-differ,no-self-argument
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def next(self):
        headers, body = self.posts.get(timeout=30)
        return {name.lower(): value for name, value in headers.items()}, body

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@contextlib.contextmanager
def subscribed(name, statuses=(), user="", **attributes):
    """A topic with a confirmed subscriber by http; the confirmation's headers."""
    subscriber = Subscriber((200, *statuses))
    topic = SNS.create_topic(Name=name)["TopicArn"]
    arn = SNS.subscribe(TopicArn=topic, Protocol="http", Endpoint=f"http://{user}127.0.0.1:{subscriber.port}/in?a=1",
                        Attributes=attributes, ReturnSubscriptionArn=True)["SubscriptionArn"]
    try:
        headers, body = subscriber.next()
        document = json.loads(body)
        assert (headers["x-amz-sns-message-type"], document["Type"]) == ("SubscriptionConfirmation",) * 2
        assert headers["x-amz-sns-message-id"] == document["MessageId"] and "x-amz-sns-subscription-arn" not in headers
        with urllib.request.urlopen(document["SubscribeURL"], timeout=30) as answer:
            assert answer.status == 200
        yield topic, arn, subscriber, headers
    finally:
        SNS.delete_topic(TopicArn=topic)
        subscriber.close()


def test_a_subscriber_on_this_machine(name):
    with subscribed(name) as (topic, arn, subscriber, confirmation):
        assert confirmation["content-type"] == "text/plain; charset=UTF-8"
        assert SNS.get_subscription_attributes(SubscriptionArn=arn)["Attributes"]["PendingConfirmation"] == "false"
        sent = SNS.publish(TopicArn=topic, Message="m", Subject="s")["MessageId"]
        headers, body = subscriber.next()
        document = json.loads(body)
        assert (document["Type"], document["Message"], document["Subject"], document["MessageId"]) == ("Notification", "m", "s", sent)
        assert {name: headers.get(name) for name in ("x-amz-sns-message-type", "x-amz-sns-message-id", "x-amz-sns-topic-arn",
                "x-amz-sns-subscription-arn", "x-amz-sns-rawdelivery", "authorization")} == {
            "x-amz-sns-message-type": "Notification", "x-amz-sns-message-id": sent, "x-amz-sns-topic-arn": topic,
            "x-amz-sns-subscription-arn": arn, "x-amz-sns-rawdelivery": None, "authorization": None}


def test_a_subscriber_gets_the_message_alone_and_is_told_who_sends(name):
    with subscribed(name, user="me:pass@", RawMessageDelivery="true") as (topic, _, subscriber, confirmation):
        assert "x-amz-sns-rawdelivery" not in confirmation
        SNS.publish(TopicArn=topic, Message="plain")
        headers, body = subscriber.next()
        assert (body, headers["x-amz-sns-rawdelivery"]) == ("plain", "true")
        assert headers["authorization"] == "Basic " + base64.b64encode(b"me:pass").decode()


def test_what_a_subscriber_refuses_goes_to_the_dead_letter_queue(name):
    """4xx but 429 is final (Developer Guide, "Amazon SNS message delivery retries")."""
    sqs = boto3.client("sqs")
    url = sqs.create_queue(QueueName=name)["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    with subscribed(name, statuses=(404,), RedrivePolicy=json.dumps({"deadLetterTargetArn": arn})) as (topic, _, subscriber, _):
        SNS.publish(TopicArn=topic, Message="refused")
        subscriber.next()
        messages = sqs.receive_message(QueueUrl=url, WaitTimeSeconds=20)["Messages"]
        assert json.loads(messages[0]["Body"])["Message"] == "refused"


def test_a_subscriber_elsewhere_is_refused(name):
    topic = SNS.create_topic(Name=name)["TopicArn"]
    for endpoint in ("http://example.com/", "http://127.0.0.1.example.com/", "http://localhost@example.com/"):
        with pytest.raises(ClientError, match="addresses of this machine alone"):
            SNS.subscribe(TopicArn=topic, Protocol="http", Endpoint=endpoint)
    refused(SNS.subscribe, "InvalidParameter", "Invalid parameter: Endpoint must match the specified protocol", TopicArn=topic,
            Protocol="https", Endpoint="http://127.0.0.1:1/")
    refused(SNS.subscribe, "InvalidParameter", "Invalid SMS endpoint: NAA+15551234567", TopicArn=topic, Protocol="sms",
            Endpoint="NAA+15551234567")
    SNS.delete_topic(TopicArn=topic)
