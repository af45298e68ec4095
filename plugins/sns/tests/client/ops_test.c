/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers of Amazon SNS as bytes, and what is undone. */
#include "harness/cmocka_all.h"

#include "expect.h"

#define TOPIC "arn:aws:sns:us-east-1:1:t"

static void requests(void **state)
{
    (void)state;
    expect_request("list_topics", "{}", .body = "Action=ListTopics&Version=2010-03-31");
    expect_request(
        "create_topic",
        "{\"Name\":\"t\",\"Attributes\":{\"DisplayName\":\"d\"},"
        "\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}]}",
        .body = "Action=CreateTopic&Version=2010-03-31&Name=t&Attributes.entry.1.key=DisplayName"
                "&Attributes.entry.1.value=d&Tags.member.1.Key=k&Tags.member.1.Value=v");
    expect_request(
        "publish",
        "{\"TopicArn\":\"t\",\"Message\":\"a b\",\"MessageAttributes\":{\"n\":{"
        "\"DataType\":\"String\",\"StringValue\":\"v\"},\"b\":{\"DataType\":\"Binary\","
        "\"BinaryValue\":{\"$slrun\":\"binary\",\"value\":\"AAE=\"}}}}",
        .body = "Action=Publish&Version=2010-03-31&TopicArn=t&Message=a%20b"
                "&MessageAttributes.entry.1.Name=n&MessageAttributes.entry.1.Value.DataType=String"
                "&MessageAttributes.entry.1.Value.StringValue=v&MessageAttributes.entry.2.Name=b"
                "&MessageAttributes.entry.2.Value.DataType=Binary"
                "&MessageAttributes.entry.2.Value.BinaryValue=AAE%3D");
}

static void answers(void **state)
{
    (void)state;
    expect_result("get_subscription_attributes",
                  "<GetSubscriptionAttributesResponse><GetSubscriptionAttributesResult><Attributes>"
                  "<entry><key>Owner</key><value>1</value></entry><entry><key>Protocol</key>"
                  "<value>sqs</value></entry></Attributes></GetSubscriptionAttributesResult>"
                  "</GetSubscriptionAttributesResponse>",
                  "{\"Attributes\":{\"Owner\":\"1\",\"Protocol\":\"sqs\"}}");
    expect_result("publish_batch",
                  "<PublishBatchResponse><PublishBatchResult><Successful><member><Id>1</Id>"
                  "<MessageId>m</MessageId></member></Successful><Failed><member><Id>2</Id>"
                  "<Code>c</Code><SenderFault>true</SenderFault></member></Failed>"
                  "</PublishBatchResult></PublishBatchResponse>",
                  "{\"Failed\":[{\"Code\":\"c\",\"Id\":\"2\",\"SenderFault\":true}],"
                  "\"Successful\":[{\"Id\":\"1\",\"MessageId\":\"m\"}]}");
    expect_error("publish",
                 "<ErrorResponse><Error><Type>Sender</Type><Code>NotFound</Code>"
                 "<Message>Topic does not exist</Message></Error></ErrorResponse>",
                 "NotFound: Topic does not exist");
}

static void undo(void **state)
{
    (void)state;
    expect_undo("create_topic", .args = "{\"Name\":\"t\"}");
    expect_undo(
        "create_topic", .args = "{\"Name\":\"t\"}", .result = "{\"TopicArn\":\"" TOPIC "\"}",
        .undo = "{\"args\":{\"TopicArn\":\"" TOPIC "\"},\"name\":\"t\",\"op\":\"delete_topic\"}");
    expect_undo("subscribe", .args = "{\"TopicArn\":\"" TOPIC "\",\"Endpoint\":\"q\"}");
    expect_undo("subscribe", .args = "{\"TopicArn\":\"" TOPIC "\",\"Endpoint\":\"q\"}",
                .result = "{\"SubscriptionArn\":\"" TOPIC ":i\"}",
                .undo = "{\"args\":{\"SubscriptionArn\":\"" TOPIC ":i\"},\"name\":\"q of " TOPIC
                        "\",\"op\":\"unsubscribe\"}");
    expect_undo("subscribe", .args = "{}",
                .result = "{\"SubscriptionArn\":\"pending confirmation\"}");
}

static void tags(void **state)
{
    (void)state;
    expect_tag("create_topic", "{\"Name\":\"t\",\"Tags\":[{\"Key\":\"mine\",\"Value\":\"1\"}]}",
               "{\"Name\":\"t\",\"Tags\":[{\"Key\":\"mine\",\"Value\":\"1\"},"
               "{\"Key\":\"run\",\"Value\":\"r\"}]}");
    expect_tag("create_topic", "{\"Tags\":[{\"Key\":\"run\",\"Value\":\"mine\"}]}",
               "{\"Tags\":[{\"Key\":\"run\",\"Value\":\"mine\"}]}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(requests),
        cmocka_unit_test(answers),
        cmocka_unit_test(undo),
        cmocka_unit_test(tags),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
