/* SPDX-License-Identifier: Apache-2.0 */
/* Every operation: arguments to request bytes, answers to results and errors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "client/ops.h"
#include "expect.h"

/* Arguments and the body they give; with NULL the body is the arguments. */
static const struct {
    const char *op;
    const char *api;
    const char *args;
    const char *body;
} builds[] = {
    {"create_table", "CreateTable",
     "{\"AttributeDefinitions\":[{\"AttributeName\":\"PK\",\"AttributeType\":\"S\"}],"
     "\"BillingMode\":\"PAY_PER_REQUEST\","
     "\"KeySchema\":[{\"AttributeName\":\"PK\",\"KeyType\":\"HASH\"}],\"TableName\":\"t\"}",
     NULL},
    {"describe_table", "DescribeTable", "{\"TableName\":\"t\"}", NULL},
    {"delete_table", "DeleteTable", "{\"TableName\":\"t\"}", NULL},
    {"list_tables", "ListTables", "{}", NULL},
    {"list_tables", "ListTables", "{\"ExclusiveStartTableName\":\"t\",\"Limit\":2}", NULL},
    {"tag_resource", "TagResource",
     "{\"ResourceArn\":\"arn\",\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}]}", NULL},
    {"untag_resource", "UntagResource", "{\"ResourceArn\":\"arn\",\"TagKeys\":[\"k\"]}", NULL},
    {"list_tags_of_resource", "ListTagsOfResource", "{\"ResourceArn\":\"arn\"}", NULL},
    {"put_item", "PutItem", "{\"TableName\":\"t\",\"Item\":{\"PK\":\"a\",\"n\":1,\"z\":null}}",
     "{\"Item\":{\"PK\":{\"S\":\"a\"},\"n\":{\"N\":\"1\"},\"z\":{\"NULL\":true}},"
     "\"TableName\":\"t\"}"},
    {"put_item", "PutItem",
     "{\"TableName\":\"t\",\"Item\":{\"$slrun\":\"map\",\"value\":{\"$slrun\":\"x\"}}}",
     "{\"Item\":{\"$slrun\":{\"S\":\"x\"}},\"TableName\":\"t\"}"},
    {"put_item", "PutItem",
     "{\"TableName\":\"t\",\"Item\":{},\"Expected\":{\"a\":{\"Value\":null,\"Exists\":true},"
     "\"b\":{\"ComparisonOperator\":\"IN\",\"AttributeValueList\":[1,\"x\"]}},"
     "\"ConditionalOperator\":\"OR\"}",
     "{\"ConditionalOperator\":\"OR\",\"Expected\":{"
     "\"a\":{\"Exists\":true,\"Value\":{\"NULL\":true}},"
     "\"b\":{\"AttributeValueList\":[{\"N\":\"1\"},{\"S\":\"x\"}],\"ComparisonOperator\":\"IN\"}},"
     "\"Item\":{},\"TableName\":\"t\"}"},
    {"get_item", "GetItem", "{\"TableName\":\"t\",\"Key\":{\"PK\":2.5},\"ConsistentRead\":true}",
     "{\"ConsistentRead\":true,\"Key\":{\"PK\":{\"N\":\"2.5\"}},\"TableName\":\"t\"}"},
    {"update_item", "UpdateItem",
     "{\"TableName\":\"t\",\"Key\":{\"PK\":\"a\"},\"UpdateExpression\":\"SET #n = :v\","
     "\"ExpressionAttributeNames\":{\"#n\":\"n\"},\"ExpressionAttributeValues\":{\":v\":[]}}",
     "{\"ExpressionAttributeNames\":{\"#n\":\"n\"},"
     "\"ExpressionAttributeValues\":{\":v\":{\"L\":[]}},\"Key\":{\"PK\":{\"S\":\"a\"}},"
     "\"TableName\":\"t\",\"UpdateExpression\":\"SET #n = :v\"}"},
    {"update_item", "UpdateItem",
     "{\"TableName\":\"t\",\"Key\":{\"PK\":\"a\"},"
     "\"AttributeUpdates\":{\"n\":{\"Action\":\"ADD\",\"Value\":1}}}",
     "{\"AttributeUpdates\":{\"n\":{\"Action\":\"ADD\",\"Value\":{\"N\":\"1\"}}},"
     "\"Key\":{\"PK\":{\"S\":\"a\"}},\"TableName\":\"t\"}"},
    {"delete_item", "DeleteItem", "{\"TableName\":\"t\",\"Key\":{\"PK\":\"a\"}}",
     "{\"Key\":{\"PK\":{\"S\":\"a\"}},\"TableName\":\"t\"}"},
    {"query", "Query",
     "{\"TableName\":\"t\",\"KeyConditionExpression\":\"PK = :p\",\"ScanIndexForward\":false,"
     "\"ExpressionAttributeValues\":{\":p\":\"a\"},\"ExclusiveStartKey\":{\"PK\":\"a\",\"SK\":3},"
     "\"Limit\":2}",
     "{\"ExclusiveStartKey\":{\"PK\":{\"S\":\"a\"},\"SK\":{\"N\":\"3\"}},"
     "\"ExpressionAttributeValues\":{\":p\":{\"S\":\"a\"}},"
     "\"KeyConditionExpression\":\"PK = :p\",\"Limit\":2,\"ScanIndexForward\":false,"
     "\"TableName\":\"t\"}"},
    {"query", "Query",
     "{\"TableName\":\"t\",\"KeyConditions\":{\"PK\":{\"ComparisonOperator\":\"EQ\","
     "\"AttributeValueList\":[\"a\"]}},\"QueryFilter\":{\"n\":{\"ComparisonOperator\":\"NULL\"}}}",
     "{\"KeyConditions\":{\"PK\":{\"AttributeValueList\":[{\"S\":\"a\"}],"
     "\"ComparisonOperator\":\"EQ\"}},"
     "\"QueryFilter\":{\"n\":{\"ComparisonOperator\":\"NULL\"}},\"TableName\":\"t\"}"},
    {"scan", "Scan",
     "{\"TableName\":\"t\",\"Segment\":0,\"TotalSegments\":2,\"ScanFilter\":{\"n\":"
     "{\"ComparisonOperator\":\"GT\",\"AttributeValueList\":[1]}}}",
     "{\"ScanFilter\":{\"n\":{\"AttributeValueList\":[{\"N\":\"1\"}],"
     "\"ComparisonOperator\":\"GT\"}},\"Segment\":0,\"TableName\":\"t\",\"TotalSegments\":2}"},
    {"batch_write_item", "BatchWriteItem",
     "{\"RequestItems\":{\"t\":[{\"PutRequest\":{\"Item\":{\"PK\":\"a\"}}},"
     "{\"DeleteRequest\":{\"Key\":{\"PK\":\"b\"}}}],\"u\":[]}}",
     "{\"RequestItems\":{\"t\":[{\"PutRequest\":{\"Item\":{\"PK\":{\"S\":\"a\"}}}},"
     "{\"DeleteRequest\":{\"Key\":{\"PK\":{\"S\":\"b\"}}}}],\"u\":[]}}"},
    {"batch_get_item", "BatchGetItem",
     "{\"RequestItems\":{\"t\":{\"Keys\":[{\"PK\":\"a\"},{\"PK\":1}],\"ConsistentRead\":true}}}",
     "{\"RequestItems\":{\"t\":{\"ConsistentRead\":true,"
     "\"Keys\":[{\"PK\":{\"S\":\"a\"}},{\"PK\":{\"N\":\"1\"}}]}}}"},
    {"transact_write_items", "TransactWriteItems",
     "{\"ClientRequestToken\":\"t\",\"TransactItems\":[{\"Put\":{\"Item\":{\"PK\":\"a\"},"
     "\"TableName\":\"t\"}},{\"Delete\":{\"Key\":{\"PK\":1},\"TableName\":\"t\"}}]}",
     "{\"ClientRequestToken\":\"t\",\"TransactItems\":[{\"Put\":{\"Item\":{\"PK\":{\"S\":\"a\"}},"
     "\"TableName\":\"t\"}},{\"Delete\":{\"Key\":{\"PK\":{\"N\":\"1\"}},\"TableName\":\"t\"}}]}"},
    {"transact_get_items", "TransactGetItems",
     "{\"TransactItems\":[{\"Get\":{\"Key\":{\"PK\":\"a\"},\"TableName\":\"t\"}}]}",
     "{\"TransactItems\":[{\"Get\":{\"Key\":{\"PK\":{\"S\":\"a\"}},\"TableName\":\"t\"}}]}"},
    {"execute_statement", "ExecuteStatement",
     "{\"Statement\":\"SELECT * FROM t WHERE PK = ?\",\"Parameters\":[\"a\"],\"Limit\":2,"
     "\"NextToken\":\"n\"}",
     "{\"Limit\":2,\"NextToken\":\"n\",\"Parameters\":[{\"S\":\"a\"}],"
     "\"Statement\":\"SELECT * FROM t WHERE PK = ?\"}"},
    {"batch_execute_statement", "BatchExecuteStatement",
     "{\"Statements\":[{\"Statement\":\"s\",\"Parameters\":[1,{\"a\":null}]},{\"Statement\":\"s\"}]"
     "}",
     "{\"Statements\":[{\"Parameters\":[{\"N\":\"1\"},{\"M\":{\"a\":{\"NULL\":true}}}],"
     "\"Statement\":\"s\"},{\"Statement\":\"s\"}]}"},
    {"execute_transaction", "ExecuteTransaction",
     "{\"ClientRequestToken\":\"t\",\"TransactStatements\":[{\"Statement\":\"s\","
     "\"Parameters\":[true]}]}",
     "{\"ClientRequestToken\":\"t\",\"TransactStatements\":[{\"Parameters\":[{\"BOOL\":true}],"
     "\"Statement\":\"s\"}]}"},
    {"update_table", "UpdateTable", "{\"BillingMode\":\"PAY_PER_REQUEST\",\"TableName\":\"t\"}",
     NULL},
    {"update_time_to_live", "UpdateTimeToLive",
     "{\"TableName\":\"t\",\"TimeToLiveSpecification\":{\"AttributeName\":\"a\",\"Enabled\":true}}",
     NULL},
    {"describe_time_to_live", "DescribeTimeToLive", "{\"TableName\":\"t\"}", NULL},
    {"update_continuous_backups", "UpdateContinuousBackups",
     "{\"PointInTimeRecoverySpecification\":{\"PointInTimeRecoveryEnabled\":false},"
     "\"TableName\":\"t\"}",
     NULL},
    {"describe_continuous_backups", "DescribeContinuousBackups", "{\"TableName\":\"t\"}", NULL},
    {"put_resource_policy", "PutResourcePolicy", "{\"Policy\":\"{}\",\"ResourceArn\":\"arn\"}",
     NULL},
    {"get_resource_policy", "GetResourcePolicy", "{\"ResourceArn\":\"arn\"}", NULL},
    {"delete_resource_policy", "DeleteResourcePolicy", "{\"ResourceArn\":\"arn\"}", NULL},
    {"describe_limits", "DescribeLimits", "{}", NULL},
    {"describe_endpoints", "DescribeEndpoints", "{}", NULL},
    {"list_streams", "ListStreams", "{\"Limit\":1,\"TableName\":\"t\"}", NULL},
    {"describe_stream", "DescribeStream", "{\"StreamArn\":\"arn\"}", NULL},
    {"get_shard_iterator", "GetShardIterator",
     "{\"ShardId\":\"s\",\"ShardIteratorType\":\"LATEST\",\"StreamArn\":\"arn\"}", NULL},
    {"get_records", "GetRecords", "{\"Limit\":1,\"ShardIterator\":\"i\"}", NULL},
};

static void arguments_become_requests(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof builds / sizeof *builds; i++) {
        struct call call;
        struct slrun_request req;
        char target[64];
        assert_int_equal(call_open(&call, builds[i].op), 0);
        bool streams = call.ctx.op->service == &dynamodb_streams_service;
        strcpy(target, streams ? "DynamoDBStreams_20120810." : "DynamoDB_20120810.");
        if (call_build(&call, builds[i].args, &req) != 0)
            fail_msg("%s: %s", builds[i].op, call.error.message);
        const struct slrun_host *host = call.ctx.host;
        strcat(target, builds[i].api);
        assert_string_equal(host->header_get(req.headers, req.n_headers, "x-amz-target"), target);
        assert_string_equal(host->header_get(req.headers, req.n_headers, "content-type"),
                            "application/x-amz-json-1.0");
        const char *body = builds[i].body != NULL ? builds[i].body : builds[i].args;
        assert_int_equal(req.body.kind, SLRUN_BODY_BYTES);
        assert_int_equal(req.body.size, strlen(body));
        assert_memory_equal(req.body.data, body, strlen(body));
        call_close(&call);
    }
}

static void wrong_arguments_send_nothing(void **state)
{
    static const struct {
        const char *op;
        const char *args;
        const char *message;
    } rows[] = {
        {"put_item", "{\"Item\":{\"tags\":[1,2,{\"$slrun\":\"binary\",\"value\":1}]}}",
         "Item.tags[3]: not valid base64"},
        {"put_item", "{\"Item\":[]}", "Item: not a map"},
        {"put_item", "{\"Item\":{\"$slrun\":\"binary\",\"value\":\"\"}}", "Item: not a map"},
        {"put_item", "{\"Expected\":{\"a\":1}}", "Expected.a: not a structure"},
        {"query", "{\"ExpressionAttributeValues\":{\":v\":{\"$slrun\":\"?\",\"value\":1}}}",
         "ExpressionAttributeValues.:v: DynamoDB has no type for this kind of value"},
        {"batch_write_item",
         "{\"RequestItems\":{\"t\":[{\"PutRequest\":{\"Item\":{\"n\":"
         "{\"$slrun\":\"number\",\"value\":\"\"}}}}]}}",
         "RequestItems.t[1].PutRequest.Item.n: the text of this dynamodb.number is no decimal "
         "number"},
        {"batch_get_item", "{\"RequestItems\":{\"t\":{\"Keys\":{}}}}",
         "RequestItems.t.Keys: not a list"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct call call;
        struct slrun_request req;
        assert_int_equal(call_open(&call, rows[i].op), 0);
        assert_int_equal(call_build(&call, rows[i].args, &req), -1);
        assert_int_equal(call.error.kind, SLRUN_E_USAGE);
        assert_string_equal(call.error.message, rows[i].message);
        call_close(&call);
    }
}

/* An answer and its result; NULL: the result is the body. */
static const struct {
    const char *op;
    const char *body;
    const char *result;
} parses[] = {
    {"create_table", "{\"TableDescription\":{\"TableName\":\"t\",\"TableStatus\":\"CREATING\"}}",
     NULL},
    {"describe_table", "{\"Table\":{\"ItemCount\":0,\"TableName\":\"t\"}}", NULL},
    {"delete_table", "{\"TableDescription\":{\"TableName\":\"t\"}}", NULL},
    {"list_tables", "{\"LastEvaluatedTableName\":\"b\",\"TableNames\":[\"a\",\"b\"]}", NULL},
    {"tag_resource", "", "{}"},
    {"untag_resource", "", "{}"},
    {"list_tags_of_resource", "{\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}]}", NULL},
    {"put_item", "{}", NULL},
    {"put_item",
     "{\"Attributes\":{\"PK\":{\"S\":\"a\"}},\"ItemCollectionMetrics\":{\"ItemCollectionKey\":"
     "{\"PK\":{\"S\":\"a\"}},\"SizeEstimateRangeGB\":[0.0,1.0]}}",
     "{\"Attributes\":{\"PK\":\"a\"},\"ItemCollectionMetrics\":{\"ItemCollectionKey\":"
     "{\"PK\":\"a\"},\"SizeEstimateRangeGB\":[0.0,1.0]}}"},
    {"get_item", "{}", NULL},
    {"get_item", "{\"Item\":null}", "{}"},
    {"get_item", "{\"Item\":{\"PK\":{\"S\":\"a\"},\"$slrun\":{\"N\":\"1\"}}}",
     "{\"Item\":{\"$slrun\":\"map\",\"value\":{\"$slrun\":1,\"PK\":\"a\"}}}"},
    {"update_item", "{\"Attributes\":{\"n\":{\"NS\":[\"1\"]}}}",
     "{\"Attributes\":{\"n\":{\"$slrun\":\"number_set\",\"value\":[1]}}}"},
    {"delete_item", "{\"ConsumedCapacity\":{\"CapacityUnits\":1.0,\"TableName\":\"t\"}}", NULL},
    {"query",
     "{\"Count\":1,\"Items\":[{\"PK\":{\"S\":\"a\"},\"v\":{\"L\":[{\"N\":\"1.5\"}]}}],"
     "\"LastEvaluatedKey\":{\"PK\":{\"S\":\"a\"}},\"ScannedCount\":3}",
     "{\"Count\":1,\"Items\":[{\"PK\":\"a\",\"v\":[1.5]}],"
     "\"LastEvaluatedKey\":{\"PK\":\"a\"},\"ScannedCount\":3}"},
    {"scan", "{\"Count\":0,\"Items\":[],\"LastEvaluatedKey\":null,\"ScannedCount\":0}",
     "{\"Count\":0,\"Items\":[],\"ScannedCount\":0}"},
    {"batch_write_item",
     "{\"ItemCollectionMetrics\":{\"t\":[{\"ItemCollectionKey\":{\"PK\":{\"N\":\"1\"}}}]},"
     "\"UnprocessedItems\":{\"t\":[{\"DeleteRequest\":{\"Key\":{\"PK\":{\"S\":\"b\"}}}}]}}",
     "{\"ItemCollectionMetrics\":{\"t\":[{\"ItemCollectionKey\":{\"PK\":1}}]},"
     "\"UnprocessedItems\":{\"t\":[{\"DeleteRequest\":{\"Key\":{\"PK\":\"b\"}}}]}}"},
    {"batch_get_item",
     "{\"Responses\":{\"t\":[{\"PK\":{\"S\":\"a\"}}]},"
     "\"UnprocessedKeys\":{\"t\":{\"Keys\":[{\"PK\":{\"S\":\"b\"}}]}}}",
     "{\"Responses\":{\"t\":[{\"PK\":\"a\"}]},"
     "\"UnprocessedKeys\":{\"t\":{\"Keys\":[{\"PK\":\"b\"}]}}}"},
};

static void answers_become_results(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof parses / sizeof *parses; i++) {
        struct call call;
        assert_int_equal(call_open(&call, parses[i].op), 0);
        json_t *result = call_parse(&call, 200, parses[i].body);
        if (result == NULL)
            fail_msg("%s: %s", parses[i].op, call.error.message);
        char *text = sorted_text(result);
        assert_string_equal(text, parses[i].result != NULL ? parses[i].result : parses[i].body);
        free(text);
        json_decref(result);
        call_close(&call);
    }
}

static void every_operation_tells_service_errors(void **state)
{
    (void)state;
    for (size_t i = 0; i < DYNAMODB_OPS; i++) {
        struct call call;
        assert_int_equal(call_open(&call, dynamodb_ops[i].name), 0);
        assert_null(call_parse(&call, 400,
                               "{\"__type\":\"com.amazonaws.dynamodb.v20120810#"
                               "ResourceNotFoundException\",\"message\":\"not found\"}"));
        assert_int_equal(call.error.kind, SLRUN_E_SERVICE);
        assert_string_equal(call.error.code, "ResourceNotFoundException");
        assert_string_equal(call.error.message, "not found");
        assert_int_equal(call.error.status, 400);
        call_close(&call);
    }
}

static void a_failed_condition_has_its_item(void **state)
{
    static const char *const rows[][2] = {
        {"{\"PK\":{\"S\":\"a\"},\"n\":{\"N\":\"3\"}}", "{\"PK\":\"a\",\"n\":3}"},
        {"{\"PK\":{\"X\":1}}", "{\"PK\":{\"X\":1}}"}, /* unreadable: the error stays what it is */
    };
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct call call;
        char body[256] = "{\"__type\":\"x#ConditionalCheckFailedException\","
                         "\"message\":\"The conditional request failed\",\"Item\":";
        strcat(strcat(body, rows[i][0]), "}");
        assert_int_equal(call_open(&call, "put_item"), 0);
        assert_null(call_parse(&call, 400, body));
        assert_string_equal(call.error.code, "ConditionalCheckFailedException");
        assert_string_equal(call.error.message, "The conditional request failed");
        char *text = sorted_text(json_object_get(call.error.detail, "Item"));
        assert_string_equal(text, rows[i][1]);
        free(text);
        call_close(&call);
    }
}

static void broken_answers_are_protocol_errors(void **state)
{
    static const char *const rows[] = {
        "{\"Items\":{}}",
        "{\"Items\":[1]}",
        "{\"Items\":[{\"PK\":{\"S\":1}}]}",
        "[]",
        "{",
        "1",
        "{\"LastEvaluatedKey\":[]}",
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct call call;
        assert_int_equal(call_open(&call, "query"), 0);
        assert_null(call_parse(&call, 200, rows[i]));
        assert_int_equal(call.error.kind, SLRUN_E_PROTOCOL);
        assert_int_not_equal(call.error.message[0], '\0');
        call_close(&call);
    }
}

/* What is read is written back with the same bytes: put(get()). */
static void what_is_read_is_written_back(void **state)
{
    static const char wire[] =
        "{\"Item\":{\"$slrun\":{\"M\":{\"$slrun\":{\"S\":\"x\"},\"value\":{\"L\":[]}}},"
        "\"b\":{\"B\":\"/+8=\"},\"bs\":{\"BS\":[\"AA==\",\"AQ==\"]},\"e\":{\"M\":{}},"
        "\"f\":{\"BOOL\":false},\"l\":{\"L\":[{\"L\":[]},{\"M\":{}},{\"NULL\":true}]},"
        "\"n\":{\"N\":\"3.1415926535897932384626433832795028841\"},\"n0\":{\"N\":\"0\"},"
        "\"n1\":{\"N\":\"-0.000001\"},\"ns\":{\"NS\":[\"1\",\"2.5\",\"1E-130\"]},"
        "\"s\":{\"S\":\"\"},\"ss\":{\"SS\":[\"b\",\"a\"]}}}";
    struct call call;
    struct slrun_request req;
    (void)state;
    assert_int_equal(call_open(&call, "get_item"), 0);
    json_t *result = call_parse(&call, 200, wire);
    assert_non_null(result);
    char *text = sorted_text(result);
    json_decref(result);
    call_close(&call);
    assert_int_equal(call_open(&call, "put_item"), 0);
    assert_int_equal(call_build(&call, text, &req), 0);
    assert_int_equal(req.body.size, strlen(wire));
    assert_memory_equal(req.body.data, wire, strlen(wire));
    free(text);
    call_close(&call);
}

static void a_created_table_is_undone(void **state)
{
    struct call call;
    struct slrun_undo undo = {.kind = NULL};
    (void)state;
    assert_int_equal(call_open(&call, "create_table"), 0);
    json_t *args = json_pack("{s:s}", "TableName", "t-1"), *none = json_object();
    assert_int_equal(call.ctx.op->undo(&call.ctx, args, NULL, &undo), 0);
    assert_string_equal(undo.kind, "table");
    assert_string_equal(undo.name, "t-1");
    assert_string_equal(undo.op, "delete_table");
    assert_string_equal(undo.gone, "ResourceNotFoundException");
    assert_string_equal(undo.tags_op, "tags_of_table");
    assert_string_equal(undo.tags_list, "Tags");
    assert_true(json_equal(undo.args, args));
    json_decref(undo.args);
    assert_int_equal(call.ctx.op->undo(&call.ctx, none, NULL, &undo), 1);
    json_decref(args);
    json_decref(none);
    call_close(&call);
}

static bool has(const struct slrun_param *params, const char *name)
{
    for (; params != NULL && params->name != NULL; params++)
        if (strcmp(params->name, name) == 0)
            return true;
    return false;
}

static void check_members(const struct slrun_param *params)
{
    for (; params != NULL && params->name != NULL; params++) {
        const struct slrun_shape *shape = &params->shape;
        assert_non_null(params->doc);
        assert_null(strchr(params->doc, '\n'));
        while (shape->type == SLRUN_LIST || shape->type == SLRUN_MAP) {
            shape = shape->of;
            assert_non_null(shape);
        }
        if (shape->type == SLRUN_STRUCTURE) {
            assert_non_null(shape->members);
            check_members(shape->members);
        }
    }
}

static void entries_are_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < DYNAMODB_OPS; i++) {
        const struct slrun_op *op = &dynamodb_ops[i];
        assert_non_null(op->name);
        assert_non_null(op->api);
        assert_non_null(op->doc);
        assert_non_null(op->params);
        assert_non_null(op->retry);
        assert_non_null(op->build);
        assert_non_null(op->parse);
        check_members(op->params);
        check_members(op->result);
        if (op->paging.input != NULL) {
            assert_true(has(op->params, op->paging.input));
            assert_true(has(op->result, op->paging.output));
            assert_true(has(op->result, op->paging.items));
            assert_true(op->paging.limit == NULL || has(op->params, op->paging.limit));
        }
    }
}

#define TAG(key, value) "{\"Key\":\"" key "\",\"Value\":\"" value "\"}"

/* Allocations of jansson until those that fail; negative: none does. */
static long allocations = -1;

static void *failing_malloc(size_t size)
{
    return allocations >= 0 && allocations-- == 0 ? NULL : malloc(size);
}

static const char three_statements[] =
    "{\"TransactStatements\":[{\"Statement\":\"EXISTS(SELECT * FROM a WHERE p = 1)\"},"
    "{\"Statement\":\"no statement\"},{\"Statement\":\"DELETE FROM b WHERE p = 1\"}]}";

static void statements_name_tables(void **state)
{
    (void)state;
    json_t *args = json_loads(three_statements, 0, NULL);
    json_t *named = statement_grant_args(args);
    json_t *wanted = json_loads("{\"Select\":[\"a\"],\"Delete\":[\"b\"]}", 0, NULL);
    assert_true(json_equal(named, wanted));
    json_decref(wanted);
    json_decref(named);
    json_decref(args);
}

/* Each allocation fails once: what is left is told, and nothing leaks. */
static void statements_are_named_without_memory(void **state)
{
    (void)state;
    json_t *args = json_loads(three_statements, 0, NULL);
    size_t whole = 0;
    json_set_alloc_funcs(failing_malloc, free);
    for (long n = 0; whole == 0 && n < 100; n++) {
        allocations = n;
        json_t *named = statement_grant_args(args);
        whole = allocations >= 0 ? json_object_size(named) : 0;
        allocations = -1;
        json_decref(named);
    }
    json_set_alloc_funcs(malloc, free);
    assert_int_equal(whole, 2);
    json_decref(args);
}

#define RUN_TAGS "{\"slrun:run\":\"r1\",\"slrun:expires\":\"t\"}"

static void a_created_table_is_tagged(void **state)
{
    static const struct {
        const char *args, *tagged;
    } rows[] = {
        {"{}", "{\"Tags\":[" TAG("slrun:run", "r1") "," TAG("slrun:expires", "t") "]}"},
        {"{\"Tags\":[" TAG("a", "b") "," TAG("slrun:run", "mine") "]}",
         "{\"Tags\":[" TAG("a", "b") "," TAG("slrun:run", "mine") "," TAG("slrun:expires",
                                                                          "t") "]}"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect_tags("create_table", .args = rows[i].args, .tags = RUN_TAGS,
                    .tagged = rows[i].tagged);
}

static void a_table_with_all_the_tags_it_may_have_gets_no_more(void **state)
{
    struct call call;
    json_t *tags = json_pack("{s:s, s:s}", "slrun:run", "r1", "slrun:expires", "t");
    json_t *mine = json_array(), *args = json_pack("{s:O}", "Tags", mine);
    (void)state;
    for (int i = 0; i < 49; i++)
        json_array_append_new(mine, json_pack("{s:s, s:s}", "Key", "k", "Value", ""));
    assert_int_equal(call_open(&call, "create_table"), 0);
    assert_int_equal(call.ctx.op->tag(&call.ctx, args, tags), 0);
    assert_int_equal(json_array_size(mine), 49);
    json_array_remove(mine, 0);
    assert_int_equal(call.ctx.op->tag(&call.ctx, args, tags), 0);
    assert_int_equal(json_array_size(mine), 50);
    json_decref(mine);
    json_decref(args);
    json_decref(tags);
    call_close(&call);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arguments_become_requests),
        cmocka_unit_test(wrong_arguments_send_nothing),
        cmocka_unit_test(answers_become_results),
        cmocka_unit_test(every_operation_tells_service_errors),
        cmocka_unit_test(a_failed_condition_has_its_item),
        cmocka_unit_test(broken_answers_are_protocol_errors),
        cmocka_unit_test(what_is_read_is_written_back),
        cmocka_unit_test(a_created_table_is_undone),
        cmocka_unit_test(statements_name_tables),
        cmocka_unit_test(statements_are_named_without_memory),
        cmocka_unit_test(a_created_table_is_tagged),
        cmocka_unit_test(a_table_with_all_the_tags_it_may_have_gets_no_more),
        cmocka_unit_test(entries_are_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
