/* SPDX-License-Identifier: Apache-2.0 */
/* DynamoDB as a local half: opening and closing, and the way of a request to its operation. */
#include "service.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "local.h"
#include "look.h"
#include "params/params.h"
#include "request.h"
#include "resource/resource.h"
#include "table/destination.h"
#include "table/table.h"
#include "table/ttl.h"
#include "transfer/transfer.h"
#include "wording.h"

enum { CRC_SIZE = 11 /* ten digits and a NUL */ };

#define CONTENT_TYPE "application/x-amz-json-1.0"
#define STREAMS      "DynamoDBStreams_"

/* X-Amz-Target: DynamoDB_20120810 and DynamoDBStreams_20120810. */
static const struct operation operations[] = {
    {"GetItem", params_get_item, op_get_item, EXPR_WORDS_NEWER},
    {"PutItem", params_put_item, op_put_item, EXPR_WORDS_ENVELOPED},
    {"Query", params_query, op_query, EXPR_WORDS_NEWER},
    {"UpdateItem", params_update_item, op_update_item, EXPR_WORDS_ENVELOPED},
    {"DeleteItem", params_delete_item, op_delete_item, EXPR_WORDS_ENVELOPED},
    {"Scan", params_scan, op_scan},
    {"BatchGetItem", params_batch_get_item, op_batch_get_item, EXPR_WORDS_NEWER},
    {"BatchWriteItem", params_batch_write_item, op_batch_write_item},
    {"TransactWriteItems", params_transact_write, op_transact_write_items},
    {"TransactGetItems", params_transact_get, op_transact_get_items},
    {"ExecuteStatement", params_execute_statement, op_execute_statement},
    {"BatchExecuteStatement", params_batch_execute_statement, op_batch_execute_statement},
    {"ExecuteTransaction", params_execute_transaction, op_execute_transaction},
    {"DescribeTable", params_table, op_describe_table},
    {"CreateTable", params_create_table, op_create_table},
    {"UpdateTable", params_update_table, op_update_table},
    {"DeleteTable", params_table, op_delete_table},
    {"ListTables", params_list_tables, op_list_tables},
    {"TagResource", params_tag, op_tag_resource},
    {"UntagResource", params_untag, op_untag_resource},
    {"ListTagsOfResource", params_list_tags, op_list_tags_of_resource},
    {"DescribeEndpoints", params_none, op_describe_endpoints},
    {"DescribeLimits", params_none, op_describe_limits},
    {"DescribeTimeToLive", params_table, op_describe_time_to_live},
    {"UpdateTimeToLive", params_update_time_to_live, op_update_time_to_live},
    {"DescribeContinuousBackups", params_table, op_describe_continuous_backups},
    {"UpdateContinuousBackups", params_update_continuous_backups, op_update_continuous_backups},
    {"CreateBackup", params_create_backup, op_create_backup},
    {"DescribeBackup", params_backup, op_describe_backup},
    {"ListBackups", params_list_backups, op_list_backups},
    {"DeleteBackup", params_backup, op_delete_backup},
    {"RestoreTableFromBackup", params_restore_from_backup, op_restore_table_from_backup},
    {"RestoreTableToPointInTime", params_restore_to_time, op_restore_table_to_point_in_time},
    {"EnableKinesisStreamingDestination", params_destination, op_enable_destination, .asks = true},
    {"DisableKinesisStreamingDestination", params_destination, op_disable_destination},
    {"DescribeKinesisStreamingDestination", params_table, op_describe_destination},
    {"UpdateKinesisStreamingDestination", params_update_destination, op_update_destination},
    {"DescribeContributorInsights", params_describe_insights, op_describe_contributor_insights},
    {"UpdateContributorInsights", params_update_insights, op_update_contributor_insights},
    {"ListContributorInsights", params_list_insights, op_list_contributor_insights},
    {"ExportTableToPointInTime", params_export_table, op_export_table},
    {"DescribeExport", params_describe_export, op_describe_export},
    {"ListExports", params_list_exports, op_list_exports},
    {"ImportTable", params_import_table, op_import_table},
    {"DescribeImport", params_describe_import, op_describe_import},
    {"ListImports", params_list_imports, op_list_imports},
    {"PutResourcePolicy", params_put_resource_policy, op_put_resource_policy},
    {"GetResourcePolicy", params_resource_policy, op_get_resource_policy},
    {"DeleteResourcePolicy", params_resource_policy, op_delete_resource_policy},
};

static const struct operation stream_operations[] = {
    {"GetRecords", params_get_records, op_get_records},
    {"GetShardIterator", params_get_shard_iterator, op_get_shard_iterator},
    {"DescribeStream", params_describe_stream, op_describe_stream},
    {"ListStreams", params_list_streams, op_list_streams},
};

/* What AWS has besides. */
static const char *const absent[] = {
    "CancelBulkOperation",         "CreateGlobalTable",  "DescribeBulkOperation",
    "DescribeGlobalTable",         "ListBulkOperations", "DescribeTableReplicaAutoScaling",
    "DescribeGlobalTableSettings", "ListGlobalTables",   "SearchVectors",
    "StartBulkPutItems",           "UpdateGlobalTable",  "UpdateTableReplicaAutoScaling",
    "UpdateGlobalTableSettings"};

/* AWS says nothing of an operation that it does not have. */
static bool refuse_unknown(struct fault *fault, const char *name)
{
    for (size_t i = 0; name != NULL && i < sizeof absent / sizeof *absent; i++) {
        if (strcmp(absent[i], name) == 0) {
            return fault_set(fault, FAULT_UNKNOWN_OPERATION,
                             "The local cloud's DynamoDB does not have %s.", name);
        }
    }
    return fault_set(fault, FAULT_UNKNOWN_OPERATION, NULL);
}

static const struct operation *find_in(const struct operation *list, size_t n, const char *name)
{
    for (size_t i = 0; name != NULL && i < n; i++)
        if (strcmp(list[i].name, name) == 0)
            return &list[i];
    return NULL;
}

static const struct operation *find_operation(const struct slrun_cloud *cloud,
                                              const struct slrun_exchange *x)
{
    const char *target = cloud->host->header_get(x->headers, x->n_headers, "x-amz-target");
    if (strcmp(x->method, "POST") != 0)
        return NULL;
    bool streams = target != NULL && strncmp(target, STREAMS, strlen(STREAMS)) == 0;
    return streams ? find_in(stream_operations,
                             sizeof stream_operations / sizeof *stream_operations, x->operation)
                   : find_in(operations, sizeof operations / sizeof *operations, x->operation);
}

/* What is shown as it is, then the other members. */
static void write_body(const struct call *call, struct text *body, const struct text *shown,
                       const json_t *json)
{
    size_t size = 0;
    char *rest = call->service->cloud->host->json_text(json, JSON_REAL_PRECISION(15), &size);
    if (shown->size > 0) {
        text_append(body, "{", 1);
        text_append(body, shown->data, shown->size);
    }
    size_t start = body->size;
    text_append(body, rest == NULL ? "" : rest, size);
    body->failed = shown->failed || body->failed || rest == NULL;
    free(rest);
    if (start > 0 && !body->failed) {
        body->data[start] = json_object_size(json) > 0 ? ',' : '}';
        body->size = json_object_size(json) > 0 ? body->size : start + 1;
    }
}

/* Each answer has one. */
static const char *write_number(char text[CRC_SIZE], unsigned long number)
{
    char *at = text + CRC_SIZE - 1;
    *at = '\0';
    do {
        *--at = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0 && at > text);
    return at;
}

static void answer(const struct call *call, struct slrun_exchange *x, int status,
                   const json_t *json)
{
    static const char failed[] =
        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#InternalServerError\"}";
    struct text body = {0};
    char crc[CRC_SIZE];
    if (!json_is_null(json)) /* else it is an operation without output */
        write_body(call, &body, status == 200 ? &call->shown : &(struct text){0}, json);
    if (json == NULL || body.failed) {
        text_free(&body);
        status = 500;
        text_append(&body, failed, sizeof failed - 1);
    }
    unsigned long sum = crc32_z(0, (const unsigned char *)text_string(&body), body.size);
    struct slrun_header header = {"x-amz-crc32", write_number(crc, sum)};
    call->service->cloud->reply(x, &(struct slrun_reply){.status = status,
                                                         .content_type = CONTENT_TYPE,
                                                         .headers = &header,
                                                         .n_headers = 1,
                                                         .body = text_string(&body),
                                                         .size = body.size});
    text_free(&body);
}

static json_t *run(struct call *call, const struct operation *operation)
{
    call->args = request_read(call->service->cloud, call->exchange, &call->fault);
    call->fault.words = wording_for(call->args, call->fault.words);
    return call->args != NULL && param_check(operation->params, call->args, &call->fault)
               ? operation->run(call)
               : NULL;
}

static void serve_operation(struct service *service, struct slrun_exchange *x,
                            const struct operation *operation, bool no_stream)
{
    struct call call = {.service = service, .exchange = x, .no_stream = no_stream};
    call.fault.words =
        wording_in(x->region, operation == NULL ? EXPR_WORDS_OLDER : operation->words);
    json_t *result = NULL;
    if (operation == NULL)
        refuse_unknown(&call.fault, x->operation);
    else
        result = run(&call, operation);
    if (result != NULL) {
        answer(&call, x, 200, result);
    } else {
        result = fault_json(&call.fault);
        answer(&call, x, fault_status(&call.fault), result);
    }
    ttl_arm(service);
    delivery_go(service);
    json_decref(result);
    json_decref(call.args);
    fault_clear(&call.fault);
    text_free(&call.shown);
}

static void asked(struct service *service, struct slrun_exchange *x, bool found)
{
    serve_operation(service, x, find_operation(service->cloud, x), !found);
}

static void serve(void *state, struct slrun_exchange *x)
{
    struct service *service = state;
    const struct operation *operation = find_operation(service->cloud, x);
    bool asks = operation != NULL && operation->asks;
    if (!asks || !destination_ask(service, x, asked))
        serve_operation(service, x, operation, asks);
}

static void close_service(void *state)
{
    struct service *service = state;
    ttl_disarm(service);
    delivery_stop(service);
    transfers_close(service);
    streams_close(service->streams);
    catalog_close(service->catalog);
    store_close(service->store);
    free(service);
}

static int open_service(const struct slrun_cloud *cloud, void **state, struct slrun_error *error)
{
    struct service *service = calloc(1, sizeof *service);
    if (service == NULL) {
        error->kind = SLRUN_E_MEMORY;
        return -1;
    }
    service->cloud = cloud;
    service->store = transfers_open(service) ? store_open(cloud, error) : NULL;
    service->catalog = service->store == NULL ? NULL : catalog_open(service->store);
    service->streams =
        service->catalog == NULL ? NULL : streams_open(service->store, service->catalog);
    if (service->streams == NULL) {
        if (service->store != NULL) {
            error->kind = SLRUN_E_IO;
            snprintf(error->message, sizeof error->message,
                     "dynamodb: the kept tables cannot be read");
        }
        close_service(service);
        return -1;
    }
    transfers_give_up(service);
    ttl_arm(service);
    delivery_start(service);
    *state = service;
    return 0;
}

static void reset(void *state)
{
    struct service *service = state;
    if (!store_reset(service->store))
        service->cloud->host->log(SLRUN_LOG_ERROR, "dynamodb: the state could not be deleted");
    ttl_disarm(service);
    delivery_stop(service);
    transfers_reset(service);
    streams_reset(service->streams);
    catalog_reset(service->catalog);
}

static json_t *grant_args(void *state, struct slrun_exchange *x, const struct slrun_op *op)
{
    const struct service *service = state;
    struct fault fault = {.kind = FAULT_NONE};
    (void)op;
    json_t *args = request_read(service->cloud, x, &fault);
    fault_clear(&fault);
    return args;
}

static json_t *policy(void *state, const char *arn)
{
    return policy_of_arn(state, arn);
}

const struct slrun_local dynamodb_local = {
    .open = open_service,
    .close = close_service,
    .serve = serve,
    .reset = reset,
    .resources = dynamodb_resources,
    .looks = dynamodb_looks,
    .grant_args = grant_args,
    .policy = policy,
};
