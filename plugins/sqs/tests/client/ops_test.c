/* SPDX-License-Identifier: Apache-2.0 */
/* Every operation: arguments to request bytes, answers to results and errors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "client/ops.h"
#include "expect.h"
#include "plugin/check.h"

#define URL "\"QueueUrl\":\"u\""

/* Arguments, as good ones, and the body they give; with NULL the body is the arguments. */
static const struct {
    const char *op;
    const char *api;
    const char *args;
    const char *body;
} builds[] = {
    {"create_queue", "CreateQueue",
     "{\"Attributes\":{\"DelaySeconds\":\"1\"},\"QueueName\":\"q\",\"tags\":{\"a\":\"b\"}}", NULL},
    {"delete_queue", "DeleteQueue", "{" URL "}", NULL},
    {"get_queue_url", "GetQueueUrl", "{\"QueueName\":\"q\"}", NULL},
    {"list_queues", "ListQueues", "{}", NULL},
    {"list_queues", "ListQueues",
     "{\"MaxResults\":2,\"NextToken\":\"t\",\"QueueNamePrefix\":\"q\"}", NULL},
    {"get_queue_attributes", "GetQueueAttributes", "{\"AttributeNames\":[\"All\"]," URL "}", NULL},
    {"set_queue_attributes", "SetQueueAttributes", "{\"Attributes\":{\"Policy\":\"\"}," URL "}",
     NULL},
    {"list_dead_letter_source_queues", "ListDeadLetterSourceQueues", "{" URL "}", NULL},
    {"purge_queue", "PurgeQueue", "{" URL "}", NULL},
    {"tag_queue", "TagQueue", "{" URL ",\"Tags\":{\"a\":\"b\"}}", NULL},
    {"untag_queue", "UntagQueue", "{" URL ",\"TagKeys\":[\"a\"]}", NULL},
    {"list_queue_tags", "ListQueueTags", "{" URL "}", NULL},
    {"add_permission", "AddPermission",
     "{\"AWSAccountIds\":[\"1\"],\"Actions\":[\"*\"],\"Label\":\"l\"," URL "}", NULL},
    {"remove_permission", "RemovePermission", "{\"Label\":\"l\"," URL "}", NULL},
    {"send_message", "SendMessage", "{\"DelaySeconds\":1,\"MessageBody\":\"b\"," URL "}", NULL},
    {"send_message", "SendMessage",
     "{\"MessageAttributes\":{\"a\":{\"BinaryValue\":{\"$slrun\":\"binary\",\"value\":\"AAH/\"},"
     "\"DataType\":\"Binary\"},"
     "\"c\":{\"DataType\":\"String\",\"StringValue\":\"s\"}},\"MessageBody\":\"b\","
     "\"MessageSystemAttributes\":{\"AWSTraceHeader\":{\"DataType\":\"String\","
     "\"StringValue\":\"t\"}}," URL "}",
     "{\"MessageAttributes\":{\"a\":{\"BinaryValue\":\"AAH/\",\"DataType\":\"Binary\"},"
     ""
     "\"c\":{\"DataType\":\"String\",\"StringValue\":\"s\"}},\"MessageBody\":\"b\","
     "\"MessageSystemAttributes\":{\"AWSTraceHeader\":{\"DataType\":\"String\","
     "\"StringValue\":\"t\"}}," URL "}"},
    {"send_message_batch", "SendMessageBatch",
     "{\"Entries\":[{\"Id\":\"1\",\"MessageAttributes\":{\"a\":{\"BinaryValue\":{\"$slrun\":"
     "\"binary\",\"value\":\"AA==\"},\"DataType\":\"Binary\"}},\"MessageBody\":\"b\"}]," URL "}",
     "{\"Entries\":[{\"Id\":\"1\",\"MessageAttributes\":{\"a\":{\"BinaryValue\":\"AA==\","
     "\"DataType\":\"Binary\"}},\"MessageBody\":\"b\"}]," URL "}"},
    {"receive_message", "ReceiveMessage",
     "{\"AttributeNames\":[\"All\"],\"MaxNumberOfMessages\":10," URL ",\"WaitTimeSeconds\":20}",
     NULL},
    {"delete_message", "DeleteMessage", "{" URL ",\"ReceiptHandle\":\"h\"}", NULL},
    {"delete_message_batch", "DeleteMessageBatch",
     "{\"Entries\":[{\"Id\":\"1\",\"ReceiptHandle\":\"h\"}]," URL "}", NULL},
    {"change_message_visibility", "ChangeMessageVisibility",
     "{" URL ",\"ReceiptHandle\":\"h\",\"VisibilityTimeout\":0}", NULL},
    {"change_message_visibility_batch", "ChangeMessageVisibilityBatch",
     "{\"Entries\":[{\"Id\":\"1\",\"ReceiptHandle\":\"h\",\"VisibilityTimeout\":5}]," URL "}",
     NULL},
    {"start_message_move_task", "StartMessageMoveTask",
     "{\"MaxNumberOfMessagesPerSecond\":5,\"SourceArn\":\"a\"}", NULL},
    {"list_message_move_tasks", "ListMessageMoveTasks", "{\"SourceArn\":\"a\"}", NULL},
    {"cancel_message_move_task", "CancelMessageMoveTask", "{\"TaskHandle\":\"t\"}", NULL},
};

static void arguments_become_requests(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof builds / sizeof *builds; i++) {
        char target[64];
        snprintf(target, sizeof target, "AmazonSQS.%s", builds[i].api);
        expect_request(builds[i].op, builds[i].args, .target = target,
                       .type = "application/x-amz-json-1.0",
                       .body = builds[i].body != NULL ? builds[i].body : builds[i].args);
    }
}

static void every_operation_is_built(void **state)
{
    (void)state;
    for (size_t k = 0; k < SQS_OPS; k++) {
        size_t i = 0;
        while (i < sizeof builds / sizeof *builds && strcmp(builds[i].op, sqs_ops[k].name) != 0)
            i++;
        assert_true(i < sizeof builds / sizeof *builds);
        assert_string_equal(builds[i].api, sqs_ops[k].api);
    }
}

/* ---- answers ---- */

#define MESSAGE(md5, attributes)                                                                   \
    "{\"Messages\":[{\"MessageId\":\"m\",\"Body\":\"test\",\"MD5OfBody\":\"" md5 "\"" attributes   \
    "}]}"
#define GOOD "098f6bcd4621d373cade4e832627b4f6"
#define ATTRIBUTES(md5)                                                                            \
    ",\"MD5OfMessageAttributes\":\"" md5                                                           \
    "\",\"MessageAttributes\":{\"attr1\":{\"DataType\":\"Binary\",\"BinaryValue\":"                \
    "\"dHJhY2VwYXJlbnQeMDAtNzc0MDYyZDZjMzcwODFhNWEwYjliNWI4OGUzMDYyN2MtMmQyNDgyMjExZjY0ODlkYS0w"   \
    "MQ==\"}}"

static void receives_are_checked(void **state)
{
    static const struct {
        const char *body;
        enum slrun_errno kind;
    } answers[] = {
        {"{}", SLRUN_E_NONE},
        {MESSAGE(GOOD, ""), SLRUN_E_NONE},
        {MESSAGE(GOOD, ATTRIBUTES("8cbe4db156db8a94db8b801b7addb984")), SLRUN_E_NONE},
        {MESSAGE("098f6bcd4621d373cade4e832627b4f7", ""), SLRUN_E_PROTOCOL},
        {MESSAGE(GOOD, ATTRIBUTES("8cbe4db156db8a94db8b801b7addb985")), SLRUN_E_PROTOCOL},
        {"[", SLRUN_E_PROTOCOL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        struct call call;
        assert_int_equal(call_open(&call, "receive_message"), 0);
        json_t *result = call_parse(&call, 200, answers[i].body);
        assert_int_equal(result == NULL, answers[i].kind != SLRUN_E_NONE);
        assert_int_equal(call.error.kind, answers[i].kind);
        json_decref(result);
        call_close(&call);
    }
}

/* What was sent: text and bytes, as a spec gives them. */
#define SENT(id)                                                                                   \
    "{" id "\"MessageBody\":\"test\",\"MessageAttributes\":{\"attr1\":{\"DataType\":\"Binary\","   \
    "\"BinaryValue\":{\"$slrun\":\"binary\",\"value\":"                                            \
    "\"dHJhY2VwYXJlbnQeMDAtNzc0MDYyZDZjMzcwODFhNWEwYjliNWI4OGUzMDYyN2MtMmQyNDgyMjExZjY0ODlkYS0w"   \
    "MQ==\"}}}}"
#define ANSWER(id, body, attributes)                                                               \
    "{" id "\"MessageId\":\"m7\",\"MD5OfMessageBody\":\"" body                                     \
    "\",\"MD5OfMessageAttributes\":\"" attributes "\"}"
#define MD5 "8cbe4db156db8a94db8b801b7addb984"
#define BAD "8cbe4db156db8a94db8b801b7addb985"
#define ENTRIES                                                                                    \
    "{\"Entries\":[{\"Id\":\"one\",\"MessageBody\":\"x\"}," SENT("\"Id\":\"two\",") "]," URL "}"
#define BATCH(...) "{\"Successful\":[" __VA_ARGS__ "],\"Failed\":[]}"
#define ONE                                                                                        \
    "{\"Id\":\"one\",\"MessageId\":\"m1\","                                                        \
    "\"MD5OfMessageBody\":\"9dd4e461268c8034f5c8564e155c67a6\"}"

static void sends_are_checked(void **state)
{
    static const struct {
        const char *op, *args, *body, *message; /* NULL: it is right */
    } answers[] = {
        {"send_message", SENT(""), ANSWER("", GOOD, MD5), NULL},
        {"send_message", SENT(""), "{\"MessageId\":\"m7\"}", NULL}, /* not all services tell it */
        {"send_message", SENT(""), ANSWER("", BAD, MD5),
         "message m7: the MD5 of its body is not what the service says"},
        {"send_message", SENT(""), ANSWER("", GOOD, BAD),
         "message m7: the MD5 of its attributes is not what the service says"},
        {"send_message", "{\"MessageBody\":\"test\"}", ANSWER("", GOOD, BAD), NULL},
        {"send_message_batch", ENTRIES, BATCH(ANSWER("\"Id\":\"two\",", GOOD, MD5) "," ONE), NULL},
        {"send_message_batch", ENTRIES, BATCH(ONE "," ANSWER("\"Id\":\"two\",", BAD, MD5)),
         "message m7 (entry 'two' of the batch): the MD5 of its body is not what the service says"},
        {"send_message_batch", ENTRIES, BATCH(ONE "," ANSWER("\"Id\":\"two\",", GOOD, BAD)),
         "message m7 (entry 'two' of the batch): the MD5 of its attributes is not what the service "
         "says"},
        {"send_message_batch", ENTRIES, "{\"Failed\":[{\"Id\":\"two\"}]}", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        struct call call;
        assert_int_equal(call_open(&call, answers[i].op), 0);
        assert_true(call.ctx.op->flags & SLRUN_OP_READS_ARGS);
        json_t *args = json_loads(answers[i].args, 0, NULL);
        assert_non_null(args);
        call.ctx.args = args;
        json_t *result = call_parse(&call, 200, answers[i].body);
        assert_string_equal(call.error.message, answers[i].message ? answers[i].message : "");
        assert_int_equal(result == NULL, answers[i].message != NULL);
        assert_int_equal(call.error.kind, answers[i].message ? SLRUN_E_PROTOCOL : SLRUN_E_NONE);
        json_decref(result);
        json_decref(args);
        call_close(&call);
    }
}

static void binary_values_come_tagged(void **state)
{
    struct call call;
    (void)state;
    assert_int_equal(call_open(&call, "receive_message"), 0);
    json_t *result = call_parse(&call, 200,
                                "{\"Messages\":[{\"Body\":\"b\",\"MessageAttributes\":{\"a\":{"
                                "\"BinaryValue\":\"AAE=\"}}}]}");
    char *text = sorted_text(result);
    assert_string_equal(text, "{\"Messages\":[{\"Body\":\"b\",\"MessageAttributes\":{\"a\":{"
                              "\"BinaryValue\":{\"$slrun\":\"binary\",\"value\":\"AAE=\"}}}}]}");
    free(text);
    json_decref(result);
    call_close(&call);
}

static void errors_have_the_shapes_name(void **state)
{
    struct call call;
    (void)state;
    assert_int_equal(call_open(&call, "send_message"), 0);
    assert_null(call_parse(&call, 400,
                           "{\"__type\":\"com.amazonaws.sqs#QueueDoesNotExist\","
                           "\"message\":\"The specified queue does not exist.\"}"));
    assert_int_equal(call.error.kind, SLRUN_E_SERVICE);
    assert_string_equal(call.error.code, "QueueDoesNotExist");
    call_close(&call);
}

static void a_created_queue_is_undone_by_its_name(void **state)
{
    (void)state;
    expect_undo("create_queue", .args = "{\"QueueName\":\"orders-1\"}", .kind = "queue",
                .gone = "QueueDoesNotExist", .tags_op = "",
                .undo = "{\"args\":{\"QueueUrl\":\"orders-1\"},\"name\":\"orders-1\","
                        "\"op\":\"delete_queue\"}");
}

#define RUN_TAGS "{\"slrun:run\":\"r1\",\"slrun:expires\":\"t\"}"

static void a_created_queue_is_tagged(void **state)
{
    static const struct {
        const char *args, *tagged;
    } rows[] = {
        {"{\"QueueName\":\"q\"}",
         "{\"QueueName\":\"q\",\"tags\":{\"slrun:expires\":\"t\",\"slrun:run\":\"r1\"}}"},
        {"{\"tags\":{\"a\":\"b\",\"slrun:run\":\"mine\"}}",
         "{\"tags\":{\"a\":\"b\",\"slrun:expires\":\"t\",\"slrun:run\":\"mine\"}}"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect_tags("create_queue", .args = rows[i].args, .tags = RUN_TAGS,
                    .tagged = rows[i].tagged);
}

static void a_queue_with_all_the_tags_it_may_have_gets_no_more(void **state)
{
    struct call call;
    char key[16];
    json_t *tags = json_pack("{s:s, s:s}", "slrun:run", "r1", "slrun:expires", "t");
    json_t *mine = json_object(), *args = json_pack("{s:O}", "tags", mine);
    (void)state;
    for (int i = 0; i < 49; i++) {
        snprintf(key, sizeof key, "%d", i);
        json_object_set_new(mine, key, json_string(""));
    }
    assert_int_equal(call_open(&call, "create_queue"), 0);
    assert_int_equal(call.ctx.op->tag(&call.ctx, args, tags), 0);
    assert_int_equal(json_object_size(mine), 49);
    json_object_del(mine, "0");
    assert_int_equal(call.ctx.op->tag(&call.ctx, args, tags), 0);
    assert_int_equal(json_object_size(mine), 50);
    json_decref(mine);
    json_decref(args);
    json_decref(tags);
    call_close(&call);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arguments_become_requests),
        cmocka_unit_test(every_operation_is_built),
        cmocka_unit_test(receives_are_checked),
        cmocka_unit_test(sends_are_checked),
        cmocka_unit_test(binary_values_come_tagged),
        cmocka_unit_test(errors_have_the_shapes_name),
        cmocka_unit_test(a_created_queue_is_undone_by_its_name),
        cmocka_unit_test(a_created_queue_is_tagged),
        cmocka_unit_test(a_queue_with_all_the_tags_it_may_have_gets_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
