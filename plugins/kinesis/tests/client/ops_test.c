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

#define NAME "\"StreamName\":\"s\""
#define ARN  "\"StreamARN\":\"a\""
#define BLOB "{\"$slrun\":\"binary\",\"value\":\"AAH/\"}"

/* Arguments, as good ones, and the body they give; with NULL the body is the arguments. */
static const struct {
    const char *op;
    const char *api;
    const char *args;
    const char *body;
} builds[] = {
    {"create_stream", "CreateStream",
     "{\"ShardCount\":2,\"StreamModeDetails\":{\"StreamMode\":\"PROVISIONED\"}," NAME
     ",\"Tags\":{\"a\":\"b\"}}",
     NULL},
    {"delete_stream", "DeleteStream", "{\"EnforceConsumerDeletion\":true," NAME "}", NULL},
    {"describe_stream", "DescribeStream", "{\"ExclusiveStartShardId\":\"x\",\"Limit\":3," NAME "}",
     NULL},
    {"describe_stream_summary", "DescribeStreamSummary", "{" ARN "}", NULL},
    {"describe_limits", "DescribeLimits", "{}", NULL},
    {"list_streams", "ListStreams", "{\"ExclusiveStartStreamName\":\"s\",\"Limit\":1}", NULL},
    {"increase_stream_retention_period", "IncreaseStreamRetentionPeriod",
     "{\"RetentionPeriodHours\":48," NAME "}", NULL},
    {"decrease_stream_retention_period", "DecreaseStreamRetentionPeriod",
     "{\"RetentionPeriodHours\":24," NAME "}", NULL},
    {"enable_enhanced_monitoring", "EnableEnhancedMonitoring",
     "{\"ShardLevelMetrics\":[\"ALL\"]," NAME "}", NULL},
    {"disable_enhanced_monitoring", "DisableEnhancedMonitoring",
     "{\"ShardLevelMetrics\":[\"IncomingBytes\"]," NAME "}", NULL},
    {"start_stream_encryption", "StartStreamEncryption",
     "{\"EncryptionType\":\"KMS\",\"KeyId\":\"k\"," NAME "}", NULL},
    {"stop_stream_encryption", "StopStreamEncryption",
     "{\"EncryptionType\":\"KMS\",\"KeyId\":\"k\"," NAME "}", NULL},
    {"update_stream_mode", "UpdateStreamMode",
     "{" ARN ",\"StreamModeDetails\":{\"StreamMode\":\"ON_DEMAND\"}}", NULL},
    {"update_max_record_size", "UpdateMaxRecordSize", "{\"MaxRecordSizeInKiB\":2048," ARN "}",
     NULL},
    {"update_stream_warm_throughput", "UpdateStreamWarmThroughput",
     "{" NAME ",\"WarmThroughputMiBps\":7}", NULL},
    {"update_stream_record_distribution_strategy", "UpdateStreamRecordDistributionStrategy",
     "{\"RecordDistributionStrategy\":\"AUTO\"," ARN "}", NULL},
    {"describe_account_settings", "DescribeAccountSettings", "{}", NULL},
    {"update_account_settings", "UpdateAccountSettings",
     "{\"MinimumThroughputBillingCommitment\":{\"Status\":\"ENABLED\"}}", NULL},
    {"list_shards", "ListShards",
     "{\"ShardFilter\":{\"Timestamp\":1.5,\"Type\":\"FROM_TIMESTAMP\"}," NAME "}", NULL},
    {"list_shards", "ListShards", "{\"MaxResults\":5,\"NextToken\":\"t\"}", NULL},
    {"list_shards", "ListShards", "{\"MaxResults\":5,\"NextToken\":\"t\"," NAME "}",
     "{\"MaxResults\":5,\"NextToken\":\"t\"}"},
    {"split_shard", "SplitShard", "{\"NewStartingHashKey\":\"1\",\"ShardToSplit\":\"x\"," NAME "}",
     NULL},
    {"merge_shards", "MergeShards",
     "{\"AdjacentShardToMerge\":\"y\",\"ShardToMerge\":\"x\"," NAME "}", NULL},
    {"update_shard_count", "UpdateShardCount",
     "{\"ScalingType\":\"UNIFORM_SCALING\"," NAME ",\"TargetShardCount\":4}", NULL},
    {"put_record", "PutRecord", "{\"Data\":" BLOB ",\"PartitionKey\":\"k\"," NAME "}",
     "{\"Data\":\"AAH/\",\"PartitionKey\":\"k\"," NAME "}"},
    {"put_records", "PutRecords",
     "{\"Records\":[{\"Data\":" BLOB ",\"ExplicitHashKey\":\"0\",\"PartitionKey\":\"k\"},"
     "{\"Data\":{\"$slrun\":\"binary\",\"value\":\"\"},\"PartitionKey\":\"k\"}]," NAME "}",
     "{\"Records\":[{\"Data\":\"AAH/\",\"ExplicitHashKey\":\"0\",\"PartitionKey\":\"k\"},"
     "{\"Data\":\"\",\"PartitionKey\":\"k\"}]," NAME "}"},
    {"get_shard_iterator", "GetShardIterator",
     "{\"ShardId\":\"x\",\"ShardIteratorType\":\"AT_TIMESTAMP\"," NAME ",\"Timestamp\":1700000000}",
     NULL},
    {"get_records", "GetRecords", "{\"Limit\":10,\"ShardIterator\":\"i\"}", NULL},
    {"register_stream_consumer", "RegisterStreamConsumer", "{\"ConsumerName\":\"c\"," ARN "}",
     NULL},
    {"deregister_stream_consumer", "DeregisterStreamConsumer", "{\"ConsumerARN\":\"c\"}", NULL},
    {"describe_stream_consumer", "DescribeStreamConsumer", "{\"ConsumerName\":\"c\"," ARN "}",
     NULL},
    {"list_stream_consumers", "ListStreamConsumers", "{\"MaxResults\":1," ARN "}", NULL},
    {"add_tags_to_stream", "AddTagsToStream", "{" NAME ",\"Tags\":{\"a\":\"\"}}", NULL},
    {"remove_tags_from_stream", "RemoveTagsFromStream", "{" NAME ",\"TagKeys\":[\"a\"]}", NULL},
    {"list_tags_for_stream", "ListTagsForStream",
     "{\"ExclusiveStartTagKey\":\"a\",\"Limit\":1," NAME "}", NULL},
    {"tag_resource", "TagResource", "{\"ResourceARN\":\"a\",\"Tags\":{}}", NULL},
    {"untag_resource", "UntagResource", "{\"ResourceARN\":\"a\",\"TagKeys\":[]}", NULL},
    {"list_tags_for_resource", "ListTagsForResource", "{\"ResourceARN\":\"a\"}", NULL},
    {"put_resource_policy", "PutResourcePolicy", "{\"Policy\":\"{}\",\"ResourceARN\":\"a\"}", NULL},
    {"get_resource_policy", "GetResourcePolicy", "{\"ResourceARN\":\"a\"}", NULL},
    {"delete_resource_policy", "DeleteResourcePolicy", "{\"ResourceARN\":\"a\"}", NULL},
};

static void arguments_become_requests(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof builds / sizeof *builds; i++) {
        char target[64];
        snprintf(target, sizeof target, "Kinesis_20131202.%s", builds[i].api);
        expect_request(builds[i].op, builds[i].args, .target = target,
                       .type = "application/x-amz-json-1.1",
                       .body = builds[i].body != NULL ? builds[i].body : builds[i].args);
    }
}

static void every_operation_is_built(void **state)
{
    (void)state;
    for (size_t k = 0; k < KINESIS_OPS; k++) {
        size_t i = 0;
        while (i < sizeof builds / sizeof *builds && strcmp(builds[i].op, kinesis_ops[k].name) != 0)
            i++;
        assert_true(i < sizeof builds / sizeof *builds);
        assert_string_equal(builds[i].api, kinesis_ops[k].api);
    }
}

/* ---- answers ---- */

static void data_come_as_bytes(void **state)
{
    static const struct {
        const char *body, *result;
    } rows[] = {
        {"{\"Records\":[{\"Data\":\"AAH/\",\"PartitionKey\":\"k\"},{\"Data\":\"\"}],"
         "\"MillisBehindLatest\":0}",
         "{\"MillisBehindLatest\":0,\"Records\":[{\"Data\":" BLOB ",\"PartitionKey\":\"k\"},"
         "{\"Data\":{\"$slrun\":\"binary\",\"value\":\"\"}}]}"},
        {"{\"Records\":[]}", "{\"Records\":[]}"},
        {"{\"Records\":[{\"Data\":1},{}],\"x\":1}", "{\"Records\":[{\"Data\":1},{}],\"x\":1}"},
        {"{\"Records\":{}}", "{\"Records\":{}}"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct call call;
        assert_int_equal(call_open(&call, "get_records"), 0);
        json_t *result = call_parse(&call, 200, rows[i].body);
        char *text = sorted_text(result);
        assert_string_equal(text, rows[i].result);
        free(text);
        json_decref(result);
        call_close(&call);
    }
}

static void errors_have_the_shapes_name(void **state)
{
    struct call call;
    (void)state;
    assert_int_equal(call_open(&call, "get_records"), 0);
    assert_null(call_parse(&call, 400,
                           "{\"__type\":\"ExpiredIteratorException\","
                           "\"message\":\"Iterator expired.\"}"));
    assert_int_equal(call.error.kind, SLRUN_E_SERVICE);
    assert_string_equal(call.error.code, "ExpiredIteratorException");
    assert_string_equal(call.error.message, "Iterator expired.");
    call_close(&call);
}

/* ---- undo and tags ---- */

static void what_is_created_is_undone(void **state)
{
    static const struct {
        const char *op, *args, *kind, *undo; /* undo NULL: nothing to undo */
    } rows[] = {
        {"create_stream", "{\"StreamName\":\"s-1\",\"ShardCount\":1}", "stream",
         "{\"args\":{\"EnforceConsumerDeletion\":true,\"StreamName\":\"s-1\"},\"name\":\"s-1\","
         "\"op\":\"delete_stream\"}"},
        {"create_stream", "{}", NULL, NULL},
        {"register_stream_consumer", "{\"ConsumerName\":\"c-1\"," ARN "}", "consumer",
         "{\"args\":{\"ConsumerName\":\"c-1\"," ARN "},\"name\":\"c-1\","
         "\"op\":\"deregister_stream_consumer\"}"},
        {"register_stream_consumer", "{" ARN "}", NULL, NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect_undo(rows[i].op, .args = rows[i].args, .kind = rows[i].kind, .undo = rows[i].undo,
                    .gone = "ResourceNotFoundException", .busy = "ResourceInUseException");
}

#define RUN_TAGS "{\"slrun:run\":\"r1\",\"slrun:expires\":\"t\"}"

static void a_created_stream_is_tagged(void **state)
{
    static const struct {
        const char *args, *tagged;
    } rows[] = {
        {"{}", "{\"Tags\":{\"slrun:expires\":\"t\",\"slrun:run\":\"r1\"}}"},
        {"{\"Tags\":{\"a\":\"b\",\"slrun:run\":\"mine\"}}",
         "{\"Tags\":{\"a\":\"b\",\"slrun:expires\":\"t\",\"slrun:run\":\"mine\"}}"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect_tags("create_stream", .args = rows[i].args, .tags = RUN_TAGS,
                    .tagged = rows[i].tagged);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arguments_become_requests), cmocka_unit_test(every_operation_is_built),
        cmocka_unit_test(data_come_as_bytes),        cmocka_unit_test(errors_have_the_shapes_name),
        cmocka_unit_test(what_is_created_is_undone), cmocka_unit_test(a_created_stream_is_tagged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
