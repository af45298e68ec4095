/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers of Amazon SNS as bytes, and what is undone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

#define TOPIC "arn:aws:sns:us-east-1:1:t"

static void expect_body(const char *op, const char *args, const char *body)
{
    struct call call;
    struct slrun_request req;
    assert_int_equal(call_open(&call, op), 0);
    assert_int_equal(call_build(&call, args, &req), 0);
    assert_int_equal(req.body.size, strlen(body));
    assert_memory_equal(req.body.data, body, strlen(body));
    call_close(&call);
}

static void requests(void **state)
{
    (void)state;
    expect_body("list_topics", "{}", "Action=ListTopics&Version=2010-03-31");
    expect_body("create_topic",
                "{\"Name\":\"t\",\"Attributes\":{\"DisplayName\":\"d\"},"
                "\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}]}",
                "Action=CreateTopic&Version=2010-03-31&Name=t&Attributes.entry.1.key=DisplayName"
                "&Attributes.entry.1.value=d&Tags.member.1.Key=k&Tags.member.1.Value=v");
    expect_body("publish",
                "{\"TopicArn\":\"t\",\"Message\":\"a b\",\"MessageAttributes\":{\"n\":{"
                "\"DataType\":\"String\",\"StringValue\":\"v\"},\"b\":{\"DataType\":\"Binary\","
                "\"BinaryValue\":{\"$slrun\":\"binary\",\"value\":\"AAE=\"}}}}",
                "Action=Publish&Version=2010-03-31&TopicArn=t&Message=a%20b"
                "&MessageAttributes.entry.1.Name=n&MessageAttributes.entry.1.Value.DataType=String"
                "&MessageAttributes.entry.1.Value.StringValue=v&MessageAttributes.entry.2.Name=b"
                "&MessageAttributes.entry.2.Value.DataType=Binary"
                "&MessageAttributes.entry.2.Value.BinaryValue=AAE%3D");
}

static void expect_parsed(const char *op, const char *xml, const char *json)
{
    struct call call;
    assert_int_equal(call_open(&call, op), 0);
    json_t *result = call_parse(&call, 200, xml);
    char *text = sorted_text(result);
    assert_non_null(text);
    assert_string_equal(text, json);
    free(text);
    json_decref(result);
    call_close(&call);
}

static void answers(void **state)
{
    struct call call;
    (void)state;
    expect_parsed("get_subscription_attributes",
                  "<GetSubscriptionAttributesResponse><GetSubscriptionAttributesResult><Attributes>"
                  "<entry><key>Owner</key><value>1</value></entry><entry><key>Protocol</key>"
                  "<value>sqs</value></entry></Attributes></GetSubscriptionAttributesResult>"
                  "</GetSubscriptionAttributesResponse>",
                  "{\"Attributes\":{\"Owner\":\"1\",\"Protocol\":\"sqs\"}}");
    expect_parsed("publish_batch",
                  "<PublishBatchResponse><PublishBatchResult><Successful><member><Id>1</Id>"
                  "<MessageId>m</MessageId></member></Successful><Failed><member><Id>2</Id>"
                  "<Code>c</Code><SenderFault>true</SenderFault></member></Failed>"
                  "</PublishBatchResult></PublishBatchResponse>",
                  "{\"Failed\":[{\"Code\":\"c\",\"Id\":\"2\",\"SenderFault\":true}],"
                  "\"Successful\":[{\"Id\":\"1\",\"MessageId\":\"m\"}]}");
    assert_int_equal(call_open(&call, "publish"), 0);
    assert_null(call_parse(&call, 404,
                           "<ErrorResponse><Error><Type>Sender</Type><Code>NotFound</Code>"
                           "<Message>Topic does not exist</Message></Error></ErrorResponse>"));
    assert_string_equal(call.error.code, "NotFound");
    call_close(&call);
}

static void expect_undo(const char *op, const char *args_text, const char *result_text,
                        const char *wanted)
{
    struct call call;
    struct slrun_undo undo = {.kind = NULL};
    json_t *args = json_loads(args_text, 0, NULL), *result = json_loads(result_text, 0, NULL);
    assert_int_equal(call_open(&call, op), 0);
    assert_int_equal(call.ctx.op->undo(&call.ctx, args, NULL, &undo), 1);
    assert_int_equal(call.ctx.op->undo(&call.ctx, args, result, &undo), 0);
    json_t *all = json_pack("{s:s, s:s, s:o}", "name", undo.name, "op", undo.op, "args", undo.args);
    char *text = sorted_text(all);
    assert_string_equal(text, wanted);
    free(text);
    json_decref(all);
    json_decref(args);
    json_decref(result);
    call_close(&call);
}

static void undo(void **state)
{
    struct call call;
    struct slrun_undo none;
    (void)state;
    expect_undo("create_topic", "{\"Name\":\"t\"}", "{\"TopicArn\":\"" TOPIC "\"}",
                "{\"args\":{\"TopicArn\":\"" TOPIC "\"},\"name\":\"t\",\"op\":\"delete_topic\"}");
    expect_undo("subscribe", "{\"TopicArn\":\"" TOPIC "\",\"Endpoint\":\"q\"}",
                "{\"SubscriptionArn\":\"" TOPIC ":i\"}",
                "{\"args\":{\"SubscriptionArn\":\"" TOPIC ":i\"},\"name\":\"q of " TOPIC
                "\",\"op\":\"unsubscribe\"}");
    json_t *args = json_object(),
           *pending = json_pack("{s:s}", "SubscriptionArn", "pending confirmation");
    assert_int_equal(call_open(&call, "subscribe"), 0);
    assert_int_equal(call.ctx.op->undo(&call.ctx, args, pending, &none), 1);
    call_close(&call);
    json_decref(args);
    json_decref(pending);
}

static void tags(void **state)
{
    struct call call;
    json_t *args =
        json_pack("{s:s, s:[{s:s, s:s}]}", "Name", "t", "Tags", "Key", "mine", "Value", "1");
    json_t *more = json_pack("{s:s, s:s}", "mine", "2", "run", "r");
    (void)state;
    assert_int_equal(call_open(&call, "create_topic"), 0);
    assert_int_equal(call.ctx.op->tag(&call.ctx, args, more), 0);
    char *text = sorted_text(args);
    assert_string_equal(text, "{\"Name\":\"t\",\"Tags\":[{\"Key\":\"mine\",\"Value\":\"1\"},"
                              "{\"Key\":\"run\",\"Value\":\"r\"}]}");
    free(text);
    json_decref(args);
    json_decref(more);
    call_close(&call);
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
