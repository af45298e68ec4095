/* SPDX-License-Identifier: Apache-2.0 */
/* The service as a whole: its headers, its separation by region and account, reset, kept state. */
#define _DEFAULT_SOURCE /* mkdtemp */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <zlib.h>

#include "cloud.h"
#include "local.h"

#define CREATE                                                                                     \
    "{\"TableName\":\"things\",\"BillingMode\":\"PAY_PER_REQUEST\",\"KeySchema\":[{"               \
    "\"AttributeName\":\"p\",\"KeyType\":\"HASH\"}],\"AttributeDefinitions\":[{"                   \
    "\"AttributeName\":\"p\",\"AttributeType\":\"S\"},{\"AttributeName\":\"g\","                   \
    "\"AttributeType\":\"S\"}],\"GlobalSecondaryIndexes\":[{\"IndexName\":\"by-g\","               \
    "\"KeySchema\":[{\"AttributeName\":\"g\",\"KeyType\":\"HASH\"}],"                              \
    "\"Projection\":{\"ProjectionType\":\"ALL\"}}]}"
#define PUT "{\"TableName\":\"things\",\"Item\":{\"p\":{\"S\":\"a\"},\"g\":{\"S\":\"b\"}}}"
#define GET "{\"TableName\":\"things\",\"Key\":{\"p\":{\"S\":\"a\"}}}"
#define PUT_POLICY                                                                                 \
    "{\"ResourceArn\":\"arn:aws:dynamodb:us-east-1:000000000000:table/things\",\"Policy\":"        \
    "\"{\\\"Id\\\":\\\"one\\\"}\"}"
#define TAGS                                                                                       \
    "{\"ResourceArn\":\"arn:aws:dynamodb:us-east-1:000000000000:table/things\",\"Tags\":[{"        \
    "\"Key\":\"k\",\"Value\":\"v\"}]}"
/* by-g goes, another index takes its place in the list. */
#define ADD_INDEX                                                                                  \
    "{\"TableName\":\"things\",\"AttributeDefinitions\":[{\"AttributeName\":\"g\","                \
    "\"AttributeType\":\"S\"}],\"GlobalSecondaryIndexUpdates\":[{\"Create\":{\"IndexName\":"       \
    "\"also\",\"KeySchema\":[{\"AttributeName\":\"g\",\"KeyType\":\"HASH\"}],\"Projection\":{"     \
    "\"ProjectionType\":\"ALL\"}}}]}"
#define DROP_INDEX                                                                                 \
    "{\"TableName\":\"things\",\"GlobalSecondaryIndexUpdates\":[{\"Delete\":{\"IndexName\":"       \
    "\"by-g\"}}]}"
#define COUNT_ALSO "{\"TableName\":\"things\",\"IndexName\":\"also\",\"Select\":\"COUNT\"}"
#define EXPIRE                                                                                     \
    "{\"TableName\":\"things\",\"TimeToLiveSpecification\":{\"Enabled\":true,"                     \
    "\"AttributeName\":\"t\"}}"
#define PUT_SHORT                                                                                  \
    "{\"TableName\":\"things\",\"Item\":{\"p\":{\"S\":\"s\"},\"t\":{\"N\":\"1700000005\"}}}"
#define COUNT     "{\"TableName\":\"things\",\"Select\":\"COUNT\"}"
#define LIST_TAGS "{\"ResourceArn\":\"arn:aws:dynamodb:us-east-1:000000000000:table/things\"}"

/* Sends and forgets the answer's JSON; the status. */
static int send(struct cloud *cloud, const char *operation, const char *body)
{
    json_decref(cloud_call_bytes(cloud, operation, body, strlen(body)));
    return cloud->status;
}

static void headers_fit_the_body(void **state)
{
    struct cloud cloud;
    char crc[32];
    (void)state;
    cloud_open(&cloud, NULL);
    const char *const operations[] = {"ListTables", "DescribeTable", "Nothing"};
    for (size_t i = 0; i < 3; i++) {
        send(&cloud, operations[i], "{}");
        snprintf(crc, sizeof crc, "%lu",
                 crc32(0, (const unsigned char *)cloud.body, (unsigned)cloud.size));
        assert_string_equal(exchange_header(cloud.exchanges, "x-amz-crc32"), crc);
        assert_string_equal(cloud.content_type, "application/x-amz-json-1.0");
    }
    cloud_close(&cloud);
}

/* What roles are judged by: the table's, also for its indexes and streams. */
static void a_table_tells_its_policy(void **state)
{
    static const char *const arns[] = {
        "arn:aws:dynamodb:us-east-1:000000000000:table/things",
        "arn:aws:dynamodb:us-east-1:000000000000:table/things/index/g"};
    static const char *const others[] = {"arn:aws:dynamodb:us-west-2:000000000000:table/things",
                                         "arn:aws:dynamodb:us-east-1:000000000000:table/thing",
                                         "arn:aws:dynamodb:us-east-1"};
    struct cloud cloud;
    (void)state;
    cloud_open(&cloud, NULL);
    assert_int_equal(send(&cloud, "CreateTable", CREATE), 200);
    assert_null(dynamodb_local.policy(cloud.service, arns[0]));
    assert_int_equal(send(&cloud, "PutResourcePolicy", PUT_POLICY), 200);
    for (size_t i = 0; i < 2; i++) {
        json_t *policy = dynamodb_local.policy(cloud.service, arns[i]);
        assert_string_equal(json_string_value(json_object_get(policy, "Id")), "one");
        json_decref(policy);
    }
    for (size_t i = 0; i < 3; i++)
        assert_null(dynamodb_local.policy(cloud.service, others[i]));
    cloud_close(&cloud);
}

static void tag_answers_have_no_body(void **state)
{
    struct cloud cloud;
    (void)state;
    cloud_open(&cloud, NULL);
    assert_int_equal(send(&cloud, "CreateTable", CREATE), 200);
    assert_int_equal(send(&cloud, "TagResource", TAGS), 200);
    assert_int_equal(cloud.size, 0);
    assert_string_equal(exchange_header(cloud.exchanges, "x-amz-crc32"), "0");
    cloud_close(&cloud);
}

static void regions_and_accounts_are_apart(void **state)
{
    struct cloud cloud;
    (void)state;
    cloud_open(&cloud, NULL);
    assert_int_equal(send(&cloud, "CreateTable", CREATE), 200);
    cloud.region = "eu-west-1";
    assert_int_equal(send(&cloud, "PutItem", PUT), 400);
    assert_int_equal(send(&cloud, "CreateTable", CREATE), 200);
    cloud.account = "111111111111";
    assert_int_equal(send(&cloud, "PutItem", PUT), 400);
    send(&cloud, "ListTables", "{}");
    assert_string_equal(cloud.body, "{\"TableNames\":[]}");
    cloud_close(&cloud);
}

static void reset_forgets_everything(void **state)
{
    struct cloud cloud;
    (void)state;
    cloud_open(&cloud, NULL);
    assert_int_equal(send(&cloud, "CreateTable", CREATE), 200);
    assert_int_equal(send(&cloud, "PutItem", PUT), 200);
    dynamodb_local.reset(cloud.service);
    assert_int_equal(send(&cloud, "PutItem", PUT), 400);
    assert_int_equal(send(&cloud, "CreateTable", CREATE), 200);
    assert_int_equal(send(&cloud, "GetItem", GET), 200);
    assert_string_equal(cloud.body, "{}");
    cloud_close(&cloud);
}

static void state_outlives_the_process(void **state)
{
    struct cloud cloud;
    char directory[] = "/tmp/slrun-dynamodb-XXXXXX";
    char file[128];
    (void)state;
    assert_non_null(mkdtemp(directory));
    cloud_open(&cloud, directory);
    assert_int_equal(send(&cloud, "CreateTable", CREATE), 200);
    assert_int_equal(send(&cloud, "PutItem", PUT), 200);
    assert_int_equal(send(&cloud, "TagResource", TAGS), 200);
    assert_int_equal(send(&cloud, "UpdateTable", ADD_INDEX), 200);
    assert_int_equal(send(&cloud, "UpdateTable", DROP_INDEX), 200);
    assert_int_equal(send(&cloud, "UpdateTimeToLive", EXPIRE), 200);
    assert_int_equal(send(&cloud, "PutItem", PUT_SHORT), 200);
    cloud_close(&cloud);
    cloud_open(&cloud, directory);
    assert_int_equal(send(&cloud, "GetItem", GET), 200);
    assert_string_equal(cloud.body, "{\"Item\":{\"p\":{\"S\":\"a\"},\"g\":{\"S\":\"b\"}}}");
    assert_int_equal(send(&cloud, "Scan", COUNT_ALSO), 200);
    assert_string_equal(cloud.body, "{\"Count\":1,\"ScannedCount\":1}");
    assert_int_equal(send(&cloud, "Scan", COUNT), 200);
    assert_string_equal(cloud.body, "{\"Count\":2,\"ScannedCount\":2}");
    cloud_advance(&cloud, 6000);
    assert_int_equal(send(&cloud, "Scan", COUNT), 200);
    assert_string_equal(cloud.body, "{\"Count\":1,\"ScannedCount\":1}");
    assert_int_equal(send(&cloud, "ListTagsOfResource", LIST_TAGS), 200);
    assert_string_equal(cloud.body, "{\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}]}");
    assert_int_equal(send(&cloud, "CreateTable", CREATE), 400);
    cloud_close(&cloud);
    snprintf(file, sizeof file, "%s/dynamodb.sqlite", directory);
    assert_int_equal(unlink(file), 0);
    assert_int_equal(rmdir(directory), 0);
}

static json_t *with_table(const char *text)
{
    json_t *args = json_loads(text, 0, NULL);
    json_object_set_new(args, "TableName", json_string("things"));
    return args;
}

/* Backups, the history of a table, and records that Kinesis has not taken yet. */
static void what_is_kept_beside_items_outlives_the_process(void **state)
{
    static const char stream[] = "arn:aws:kinesis:us-east-1:000000000000:stream/changes";
    static const char recovery[] =
        "{\"PointInTimeRecoverySpecification\":{\"PointInTimeRecoveryEnabled\":true}}";
    struct cloud cloud;
    char directory[] = "/tmp/slrun-dynamodb-XXXXXX", file[128];
    json_t *none = json_object();
    (void)state;
    assert_non_null(mkdtemp(directory));
    cloud_open(&cloud, directory);
    assert_int_equal(send(&cloud, "CreateTable", CREATE), 200);
    json_decref(cloud_request(&cloud, "UpdateContinuousBackups", with_table(recovery)));
    json_decref(cloud_request(&cloud, "CreateBackup", with_table("{\"BackupName\":\"one\"}")));
    cloud_advance(&cloud, 1000);
    json_t *enable = json_pack("{s:s, s:s}", "TableName", "things", "StreamArn", stream);
    char *text = json_dumps(enable, JSON_COMPACT);
    cloud_post(&cloud, "EnableKinesisStreamingDestination", text);
    free(text);
    json_decref(enable);
    cloud_answer_call(&cloud, none, NULL);
    assert_int_equal(send(&cloud, "PutItem", PUT), 200);
    assert_string_equal(cloud.calls->operation, "put_records");
    cloud_close(&cloud); /* before that was answered */
    cloud_open(&cloud, directory);
    cloud_advance(&cloud, 3000);
    assert_non_null(cloud.calls);
    assert_string_equal(cloud.calls->operation, "put_records");
    json_decref(
        cloud_request(&cloud, "RestoreTableToPointInTime",
                      json_pack("{s:s, s:s, s:f}", "SourceTableName", "things", "TargetTableName",
                                "past", "RestoreDateTime", (double)CLOUD_NOW_MS / 1000.0 + 0.5)));
    assert_int_equal(send(&cloud, "Scan", "{\"TableName\":\"past\",\"Select\":\"COUNT\"}"), 200);
    assert_string_equal(cloud.body, "{\"Count\":0,\"ScannedCount\":0}");
    json_t *backups = cloud_request(&cloud, "ListBackups", json_object());
    assert_int_equal(json_array_size(json_object_get(backups, "BackupSummaries")), 1);
    json_decref(backups);
    json_decref(none);
    cloud_close(&cloud);
    snprintf(file, sizeof file, "%s/dynamodb.sqlite", directory);
    assert_int_equal(unlink(file), 0);
    assert_int_equal(rmdir(directory), 0);
}

/* The sequence numbers of all records of a stream. */
static json_t *records_of(struct cloud *cloud, const char *arn)
{
    json_t *answer = cloud_request(cloud, "DescribeStream", json_pack("{s:s}", "StreamArn", arn));
    json_t *shard =
        json_array_get(json_object_get(json_object_get(answer, "StreamDescription"), "Shards"), 0);
    json_t *iterator = cloud_request(cloud, "GetShardIterator",
                                     json_pack("{s:s, s:O, s:s}", "StreamArn", arn, "ShardId",
                                               json_object_get(shard, "ShardId"),
                                               "ShardIteratorType", "TRIM_HORIZON"));
    json_decref(answer);
    answer = cloud_request(cloud, "GetRecords", iterator);
    json_t *numbers = json_array();
    size_t i;
    json_t *record;
    json_array_foreach (json_object_get(answer, "Records"), i, record) {
        json_array_append(numbers,
                          json_object_get(json_object_get(record, "dynamodb"), "SequenceNumber"));
    }
    json_decref(answer);
    return numbers;
}

static void streams_outlive_the_process(void **state)
{
    static const char create[] =
        "{\"TableName\":\"streamed\",\"BillingMode\":\"PAY_PER_REQUEST\","
        "\"KeySchema\":[{\"AttributeName\":\"p\",\"KeyType\":\"HASH\"}],"
        "\"AttributeDefinitions\":[{\"AttributeName\":\"p\",\"AttributeType\":\"S\"}],"
        "\"StreamSpecification\":{\"StreamEnabled\":true,\"StreamViewType\":\"KEYS_ONLY\"}}";
    static const char arn[] = "arn:aws:dynamodb:us-east-1:000000000000:table/streamed/stream/"
                              "2023-11-14T22:13:20.000";
    struct cloud cloud;
    char directory[] = "/tmp/slrun-dynamodb-XXXXXX";
    char file[128];
    (void)state;
    assert_non_null(mkdtemp(directory));
    for (int run = 0; run < 2; run++) {
        char put[128];
        cloud_open(&cloud, directory);
        if (run == 0)
            assert_int_equal(send(&cloud, "CreateTable", create), 200);
        snprintf(put, sizeof put, "{\"TableName\":\"streamed\",\"Item\":{\"p\":{\"S\":\"%d\"}}}",
                 run);
        assert_int_equal(send(&cloud, "PutItem", put), 200);
        json_t *numbers = records_of(&cloud, arn);
        json_t *wanted = json_pack("[s]", "170000000000000000000");
        if (run == 1) /* numbers go on where they were */
            json_array_append_new(wanted, json_string("170000000000000001000"));
        assert_true(json_equal(numbers, wanted));
        json_decref(numbers);
        json_decref(wanted);
        cloud_close(&cloud);
    }
    snprintf(file, sizeof file, "%s/dynamodb.sqlite", directory);
    assert_int_equal(unlink(file), 0);
    assert_int_equal(rmdir(directory), 0);
}

static void a_directory_that_is_not_there_is_an_error(void **state)
{
    struct slrun_error error;
    (void)state;
    cloud_refuse("/nowhere/at/all", &error);
    assert_int_equal(error.kind, SLRUN_E_IO);
    assert_non_null(strstr(error.message, "/nowhere/at/all"));
}

static void strings_may_hold_nul(void **state)
{
    static const char put[] = "{\"TableName\":\"things\",\"Item\":{\"p\":{\"S\":\"a\\u0000b\"}}}";
    static const char get[] = "{\"TableName\":\"things\",\"Key\":{\"p\":{\"S\":\"a\\u0000b\"}}}";
    struct cloud cloud;
    (void)state;
    cloud_open(&cloud, NULL);
    assert_int_equal(send(&cloud, "CreateTable", CREATE), 200);
    assert_int_equal(send(&cloud, "PutItem", put), 200);
    assert_int_equal(send(&cloud, "GetItem", get), 200);
    assert_string_equal(cloud.body, "{\"Item\":{\"p\":{\"S\":\"a\\u0000b\"}}}");
    cloud_close(&cloud);
}

enum { ZLIB = MAX_WBITS, GZIP = MAX_WBITS + 16, MEMORY_LEVEL = 8 };

/* One member of gzip, or a zlib stream. Its size. */
static size_t pack(int format, const char *plain, size_t size, unsigned char *packed, size_t room)
{
    z_stream stream = {.next_in = (z_const Bytef *)plain,
                       .avail_in = (uInt)size,
                       .next_out = packed,
                       .avail_out = (uInt)room};
    assert_int_equal(deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, format, MEMORY_LEVEL,
                                  Z_DEFAULT_STRATEGY),
                     Z_OK);
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    deflateEnd(&stream);
    return stream.total_out;
}

static int put_encoded(struct cloud *cloud, const char *encoding, const void *body, size_t size)
{
    const struct message message = {.operation = "PutItem",
                                    .body = body,
                                    .size = size,
                                    .headers = {{"Content-Encoding", encoding}},
                                    .n_headers = 1};
    return cloud_send(cloud, &message)->status;
}

static void requests_may_be_compressed(void **state)
{
    struct cloud cloud;
    unsigned char packed[1024];
    const size_t half = strlen(PUT) / 2;
    (void)state;
    cloud_open(&cloud, NULL);
    send(&cloud, "CreateTable", CREATE);
    size_t size = pack(GZIP, PUT, strlen(PUT), packed, sizeof packed);
    assert_int_equal(put_encoded(&cloud, "gzip", packed, size), 200);
    assert_int_equal(put_encoded(&cloud, "GZIP", packed, size), 200);
    assert_int_equal(put_encoded(&cloud, "gzip", packed, size - 1), 500);
    assert_int_equal(put_encoded(&cloud, "deflate", packed, size), 500);
    memcpy(packed + size, "junk", 4);
    assert_int_equal(put_encoded(&cloud, "gzip", packed, size + 4), 200);
    size = pack(GZIP, PUT, half, packed, sizeof packed);
    size += pack(GZIP, PUT + half, strlen(PUT) - half, packed + size, sizeof packed - size);
    assert_int_equal(put_encoded(&cloud, "gzip", packed, size), 200);
    size = pack(ZLIB, PUT, strlen(PUT), packed, sizeof packed);
    assert_int_equal(put_encoded(&cloud, "deflate", packed, size), 200);
    assert_int_equal(put_encoded(&cloud, "deflate", packed, size + 1), 500);
    assert_int_equal(put_encoded(&cloud, "gzip", PUT, strlen(PUT)), 500);
    assert_int_equal(put_encoded(&cloud, "gzip", "", 0), 500);
    assert_int_equal(put_encoded(&cloud, "deflate", "", 0), 500);
    assert_int_equal(put_encoded(&cloud, "br", PUT, strlen(PUT)), 500);
    cloud_close(&cloud);
}

/* Whatever it is when packed: 16 MB at most. */
static void unpacked_requests_are_bounded(void **state)
{
    enum { SIZE = 16 * 1024 * 1024 + 1, ROOM = 64 * 1024 };
    struct cloud cloud;
    unsigned char *packed = malloc(ROOM);
    char *plain = malloc(SIZE);
    (void)state;
    cloud_open(&cloud, NULL);
    send(&cloud, "CreateTable", CREATE);
    memset(plain, ' ', SIZE);
    memcpy(plain, PUT, strlen(PUT));
    size_t size = pack(GZIP, plain, SIZE, packed, ROOM);
    assert_int_equal(put_encoded(&cloud, "gzip", packed, size), 500);
    size = pack(GZIP, plain, SIZE - 1, packed, ROOM);
    assert_int_equal(put_encoded(&cloud, "gzip", packed, size), 200);
    cloud_close(&cloud);
    free(plain);
    free(packed);
}

/* What a request is judged by is what is carried out. */
static void compressed_requests_tell_their_arguments(void **state)
{
    struct cloud cloud;
    unsigned char packed[1024];
    (void)state;
    cloud_open(&cloud, NULL);
    size_t size = pack(GZIP, GET, strlen(GET), packed, sizeof packed);
    const struct message message = {.operation = "GetItem",
                                    .body = packed,
                                    .size = size,
                                    .headers = {{"Content-Encoding", "gzip"}},
                                    .n_headers = 1};
    struct exchange *exchange = cloud_send(&cloud, &message);
    exchange->base.body = packed;
    exchange->base.size = size;
    json_t *args = dynamodb_local.grant_args(cloud.service, &exchange->base, NULL);
    assert_string_equal(json_string_value(json_object_get(args, "TableName")), "things");
    json_decref(args);
    exchange->base.size = size - 1;
    assert_null(dynamodb_local.grant_args(cloud.service, &exchange->base, NULL));
    cloud_close(&cloud);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headers_fit_the_body),
        cmocka_unit_test(a_table_tells_its_policy),
        cmocka_unit_test(tag_answers_have_no_body),
        cmocka_unit_test(regions_and_accounts_are_apart),
        cmocka_unit_test(reset_forgets_everything),
        cmocka_unit_test(state_outlives_the_process),
        cmocka_unit_test(what_is_kept_beside_items_outlives_the_process),
        cmocka_unit_test(streams_outlive_the_process),
        cmocka_unit_test(a_directory_that_is_not_there_is_an_error),
        cmocka_unit_test(strings_may_hold_nul),
        cmocka_unit_test(requests_may_be_compressed),
        cmocka_unit_test(unpacked_requests_are_bounded),
        cmocka_unit_test(compressed_requests_tell_their_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
