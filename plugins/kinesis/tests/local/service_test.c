/* SPDX-License-Identifier: Apache-2.0 */
/* The service as a whole: what is kept, what is too large, what is no request. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cloud.h"
#include "local.h"

enum { MIB = 1024 * 1024, MANY = 3000, BODY_SIZE = 1024 };

#define PUT "{\"StreamName\":\"s\",\"PartitionKey\":\"a\",\"Data\":\"YQ==\"}"

static void ok(struct cloud *cloud, const char *operation, const char *body)
{
    json_decref(cloud_call(cloud, operation, body));
    if (cloud->status != 200)
        fail_msg("%s: %d %s", operation, cloud->status, cloud->body);
}

static void make_stream(struct cloud *cloud, const char *body)
{
    ok(cloud, "CreateStream", body);
    cloud->now_ms += 200;
}

/* How many records a shard has, read to its end by pages of 10 MB at most. */
static size_t count(struct cloud *cloud, const char *shard)
{
    char body[BODY_SIZE];
    size_t n = 0, got = 1;
    snprintf(body, sizeof body,
             "{\"StreamName\":\"s\",\"ShardId\":\"%s\",\"ShardIteratorType\":\"TRIM_HORIZON\"}",
             shard);
    json_t *answer = cloud_call(cloud, "GetShardIterator", body);
    assert_int_equal(cloud->status, 200);
    const char *member = "ShardIterator";
    while (got > 0) {
        snprintf(body, sizeof body, "{\"ShardIterator\":\"%s\"}",
                 json_string_value(json_object_get(answer, member)));
        json_decref(answer);
        answer = cloud_call(cloud, "GetRecords", body);
        assert_int_equal(cloud->status, 200);
        got = json_array_size(json_object_get(answer, "Records"));
        n += got;
        member = "NextShardIterator";
    }
    json_decref(answer);
    return n;
}

static char *description(struct cloud *cloud)
{
    json_t *answer = cloud_call(cloud, "DescribeStream", "{\"StreamName\":\"s\"}");
    assert_int_equal(cloud->status, 200);
    char *text = json_dumps(answer, JSON_COMPACT | JSON_SORT_KEYS);
    json_decref(answer);
    return text;
}

/* The process ends and starts again. */
static void open_again(struct cloud *cloud, const char *directory)
{
    int64_t now = cloud->now_ms;
    cloud_close(cloud);
    cloud_open(cloud, directory);
    cloud->now_ms = now;
}

static void fill(struct cloud *cloud)
{
    make_stream(cloud, "{\"StreamName\":\"s\",\"ShardCount\":2,\"Tags\":{\"a\":\"b\"}}");
    ok(cloud, "PutRecord", PUT);
    ok(cloud, "AddTagsToStream", "{\"StreamName\":\"s\",\"Tags\":{\"c\":\"d\"}}");
    ok(cloud, "IncreaseStreamRetentionPeriod",
       "{\"StreamName\":\"s\",\"RetentionPeriodHours\":48}");
    ok(cloud, "RegisterStreamConsumer",
       "{\"StreamARN\":\"arn:aws:kinesis:us-east-1:000000000000:stream/"
       "s\",\"ConsumerName\":\"c\",\"Tags\":{\"x\":\"y\"}}");
    ok(cloud, "PutResourcePolicy",
       "{\"ResourceARN\":\"arn:aws:kinesis:us-east-1:000000000000:stream/s\",\"Policy\":\"{}\"}");
    ok(cloud, "StartStreamEncryption",
       "{\"StreamName\":\"s\",\"EncryptionType\":\"KMS\",\"KeyId\":\"k\"}");
    cloud->now_ms += 200;
    ok(cloud, "EnableEnhancedMonitoring", "{\"StreamName\":\"s\",\"ShardLevelMetrics\":[\"ALL\"]}");
    ok(cloud, "PutRecord", PUT);
}

static void state_is_kept(void **state)
{
    char directory[] = "/tmp/slrun-kinesis-XXXXXX", command[64];
    struct cloud cloud;
    (void)state;
    assert_non_null(mkdtemp(directory));
    cloud_open(&cloud, directory);
    fill(&cloud);
    char *before = description(&cloud);
    open_again(&cloud, directory);
    char *after = description(&cloud);
    assert_string_equal(before, after);
    free(before);
    free(after);
    assert_int_equal(count(&cloud, "shardId-000000000000"), 2);
    json_t *answer =
        cloud_call(&cloud, "ListTagsForResource",
                   "{\"ResourceARN\":\"arn:aws:kinesis:us-east-1:000000000000:stream/s\"}");
    assert_int_equal(json_array_size(json_object_get(answer, "Tags")), 2);
    json_decref(answer);
    ok(&cloud, "GetResourcePolicy",
       "{\"ResourceARN\":\"arn:aws:kinesis:us-east-1:000000000000:stream/s\"}");
    ok(&cloud, "DescribeStreamConsumer",
       "{\"StreamARN\":\"arn:aws:kinesis:us-east-1:000000000000:stream/"
       "s\",\"ConsumerName\":\"c\"}");
    ok(&cloud, "PutRecord", PUT); /* its number is above those before */
    assert_int_equal(count(&cloud, "shardId-000000000000"), 3);
    cloud.now_ms += INT64_C(49) * 3600000;
    assert_int_equal(count(&cloud, "shardId-000000000000"), 0);
    open_again(&cloud, directory);
    assert_int_equal(count(&cloud, "shardId-000000000000"), 0);
    cloud_close(&cloud);
    snprintf(command, sizeof command, "rm -r %s", directory);
    assert_int_equal(system(command), 0);
}

static void a_change_goes_on_after_a_restart(void **state)
{
    char directory[] = "/tmp/slrun-kinesis-XXXXXX", command[64];
    struct cloud cloud;
    (void)state;
    assert_non_null(mkdtemp(directory));
    cloud_open(&cloud, directory);
    ok(&cloud, "CreateStream", "{\"StreamName\":\"s\",\"ShardCount\":1}");
    open_again(&cloud, directory);
    cloud.now_ms += 200;
    ok(&cloud, "SplitShard",
       "{\"StreamName\":\"s\",\"ShardToSplit\":\"0\",\"NewStartingHashKey\":\"9\"}");
    open_again(&cloud, directory);
    assert_int_equal(count(&cloud, "shardId-000000000000"), 0);
    cloud.now_ms += 200;
    assert_int_equal(count(&cloud, "shardId-000000000002"), 0);
    ok(&cloud, "DeleteStream", "{\"StreamName\":\"s\"}");
    open_again(&cloud, directory);
    cloud.now_ms += 200;
    json_decref(cloud_call(&cloud, "DescribeStream", "{\"StreamName\":\"s\"}"));
    assert_int_equal(cloud.status, 400);
    make_stream(&cloud, "{\"StreamName\":\"s\",\"ShardCount\":1}");
    ok(&cloud, "PutRecord", PUT);
    kinesis_local.reset(cloud.service);
    open_again(&cloud, directory);
    json_decref(cloud_call(&cloud, "DescribeStream", "{\"StreamName\":\"s\"}"));
    assert_int_equal(cloud.status, 400);
    cloud_close(&cloud);
    snprintf(command, sizeof command, "rm -r %s", directory);
    assert_int_equal(system(command), 0);
}

static void all_of_many_come_once(void **state)
{
    struct cloud cloud;
    (void)state;
    cloud_open(&cloud, NULL);
    make_stream(&cloud, "{\"StreamName\":\"s\",\"ShardCount\":1}");
    for (int i = 0; i < MANY; i++)
        ok(&cloud, "PutRecord", PUT);
    assert_int_equal(count(&cloud, "shardId-000000000000"), MANY);
    cloud_close(&cloud);
}

/* A request of `n` records with `size` bytes each, all of the same key. */
static char *batch(size_t n, size_t size)
{
    const char *open = "{\"PartitionKey\":\"a\",\"Data\":\"", *close = "\"},";
    size_t length = (size + 2) / 3 * 4, at = 0;
    char *body = malloc(64 + n * (strlen(open) + length + strlen(close)));
    assert_non_null(body);
    at += (size_t)sprintf(body, "{\"StreamName\":\"s\",\"Records\":[");
    for (size_t i = 0; i < n; i++) {
        at += (size_t)sprintf(body + at, "%s", open);
        memset(body + at, 'A', length);
        at += length;
        memset(body + at - (3 - size % 3) % 3, '=', (3 - size % 3) % 3);
        at += (size_t)sprintf(body + at, "%s", close);
    }
    sprintf(body + at - 1, "]}");
    return body;
}

static json_int_t failed_of(struct cloud *cloud, size_t n, size_t size)
{
    char *body = batch(n, size);
    json_t *answer = cloud_call(cloud, "PutRecords", body);
    json_int_t failed = cloud->status == 200
                            ? json_integer_value(json_object_get(answer, "FailedRecordCount"))
                            : -1;
    json_decref(answer);
    free(body);
    return failed;
}

static void sizes_are_bounded(void **state)
{
    struct cloud cloud;
    (void)state;
    cloud_open(&cloud, NULL);
    make_stream(&cloud, "{\"StreamName\":\"s\",\"ShardCount\":1}");
    assert_int_equal(failed_of(&cloud, 1, MIB), 0);
    assert_int_equal(failed_of(&cloud, 1, MIB + 1), -1);
    assert_non_null(strstr(cloud.body,
                           "lim=1048577 cap=1048577]' at 'records.1.member.data' failed to satisfy "
                           "constraint: Member must have length less than or equal to 1048576"));
    ok(&cloud, "UpdateMaxRecordSize",
       "{\"StreamARN\":\"arn:aws:kinesis:us-east-1:000000000000:stream/"
       "s\",\"MaxRecordSizeInKiB\":2048}");
    assert_int_equal(failed_of(&cloud, 1, MIB + 1), 0);
    assert_int_equal(failed_of(&cloud, 10, MIB), -1);
    assert_non_null(strstr(cloud.body, "Records size exceeds 10 MB limit"));
    assert_int_equal(failed_of(&cloud, 9, MIB), 0);
    assert_int_equal(failed_of(&cloud, 501, 1), -1);
    assert_int_equal(count(&cloud, "shardId-000000000000"), 11); /* more than one answer holds */
    cloud_close(&cloud);
}

static void some_of_a_batch_fail(void **state)
{
    struct cloud cloud;
    (void)state;
    cloud_open(&cloud, NULL);
    make_stream(&cloud,
                "{\"StreamName\":\"s\",\"ShardCount\":1,\"Tags\":{\"slrun:limits\":\"on\"}}");
    assert_int_equal(failed_of(&cloud, 500, 1), 0);
    assert_int_equal(failed_of(&cloud, 500, 1), 0);
    char *body = batch(2, 1);
    json_t *answer = cloud_call(&cloud, "PutRecords", body);
    const json_t *second = json_array_get(json_object_get(answer, "Records"), 1);
    assert_int_equal(json_integer_value(json_object_get(answer, "FailedRecordCount")), 2);
    assert_string_equal(json_string_value(json_object_get(second, "ErrorCode")),
                        "ProvisionedThroughputExceededException");
    assert_string_equal(
        json_string_value(json_object_get(second, "ErrorMessage")),
        "Rate exceeded for shard shardId-000000000000 in stream s under account 000000000000.");
    assert_null(json_object_get(second, "SequenceNumber"));
    json_decref(answer);
    free(body);
    cloud.now_ms += 1;
    assert_int_equal(failed_of(&cloud, 2, 1), 1);
    json_decref(cloud_call(&cloud, "PutRecord", PUT));
    assert_int_equal(cloud.status, 400);
    cloud.now_ms += 2000;
    assert_int_equal(failed_of(&cloud, 3, MIB / 2 - 1), 1);
    assert_int_equal(count(&cloud, "shardId-000000000000"), 1003);
    cloud_close(&cloud);
}

/* Structures show Java's hash codes. */
static void java_hash_codes(void **state)
{
    struct cloud cloud;
    char *body = batch(501, 0);
    (void)state;
    for (char *key = body; (key = strstr(key, "\"a\"")) != NULL;)
        memcpy(key, "\"\" ", 3);
    cloud_open(&cloud, NULL);
    json_decref(cloud_call(&cloud, "PutRecords", body));
    assert_int_equal(cloud.status, 400);
    assert_non_null(strstr(cloud.body,
                           "10 validation errors detected: Value "
                           "'[com.amazonaws.kinesis.v20131202.PutRecordsRequestEntry@c965e310, "));
    cloud_close(&cloud);
    free(body);
}

static void what_is_no_request(void **state)
{
    static const struct {
        struct message message;
        int status;
        const char *type, *body; /* of the answer; body NULL: CBOR */
    } cases[] = {
        {{"GET", NULL, NULL, "", 0},
         403,
         "",
         "<AccessDeniedException>\n  <Message>Unable to determine service/operation name to be "
         "authorized</Message>\n</AccessDeniedException>\n"},
        {{"POST", "ListStreams", NULL, "", 0},
         400,
         "application/x-amz-json-1.1",
         "{\"__type\":\"SerializationException\"}"},
        {{"POST", "Nothing", NULL, "", 0},
         400,
         "application/x-amz-json-1.1",
         "{\"__type\":\"UnknownOperationException\"}"},
        {{"POST", "ListStreams", NULL, "no", 2},
         400,
         "application/x-amz-json-1.1",
         "{\"__type\":\"SerializationException\"}"},
        {{"POST", "Nothing", NULL, "{}", 2},
         400,
         "application/x-amz-json-1.1",
         "{\"__type\":\"UnknownOperationException\"}"},
        {{"POST", "ListStreams", "", "", 0}, 400, "application/x-amz-cbor-1.1", NULL},
        {{"POST", "ListStreams", "", "{}", 2}, 404, "", "<UnknownOperationException/>\n"},
        {{"POST", "", "", "{}", 2},
         403,
         "",
         "<AccessDeniedException>\n  <Message>Unable to determine service/operation name to be "
         "authorized</Message>\n</AccessDeniedException>\n"},
        {{"POST", "ListStreams", "application/json", "{}", 2},
         404,
         "application/json",
         "{\"Output\":{\"__type\":\"com.amazon.coral.service#UnknownOperationException\"},"
         "\"Version\":\"1.0\"}"},
        {{"POST", "ListStreams", "  application/json ;", "no", 2},
         400,
         "application/json",
         "{\"Output\":{\"__type\":\"com.amazon.coral.service#SerializationException\"},\"Version\":"
         "\"1.0\"}"},
        {{"POST", "ListStreams", " application/x-amz-json-1.1 ; charset=utf-8", "{}", 2},
         200,
         "application/x-amz-json-1.1",
         "{\"StreamNames\":[],\"HasMoreStreams\":false,\"StreamSummaries\":[]}"},
    };
    struct cloud cloud;
    (void)state;
    cloud_open(&cloud, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cloud_send(&cloud, &cases[i].message);
        assert_int_equal(cloud.status, cases[i].status);
        assert_string_equal(cloud.content_type, cases[i].type);
        if (cases[i].body != NULL)
            assert_string_equal(cloud.body, cases[i].body);
    }
    cloud_close(&cloud);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(state_is_kept),         cmocka_unit_test(a_change_goes_on_after_a_restart),
        cmocka_unit_test(all_of_many_come_once), cmocka_unit_test(sizes_are_bounded),
        cmocka_unit_test(some_of_a_batch_fail),  cmocka_unit_test(java_hash_codes),
        cmocka_unit_test(what_is_no_request),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
