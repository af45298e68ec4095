/* SPDX-License-Identifier: Apache-2.0 */
/* CreateEventSourceMapping: whether it may be, whether the source is there, and the answer once the
 * place in the source is taken. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/arn.h>
#include <slrun/member.h>

#include "local/bytes.h"
#include "local/function.h"
#include "local/mapping/registry.h"
#include "local/mapping/settings.h"
#include "local/outgoing.h"

/* ---- what does not depend on others ---- */

static json_t *config_new(struct call *call, const char *function)
{
    bool queue = settings_kind(call_string(call, "EventSourceArn")) == KIND_SQS;
    char uuid[UUID_SIZE];
    uuid_make(uuid);
    json_t *config = json_pack("{s:s, s:s, s:s, s:s}", "UUID", uuid, "EventSourceArn",
                               call_string(call, "EventSourceArn"), "FunctionArn", function,
                               "StateTransitionReason", queue ? "USER_INITIATED" : "User action");
    (void)put(config, "EventSourceMappingArn",
              json_sprintf("arn:aws:lambda:%s:%s:event-source-mapping:%s", call->region,
                           call->account, uuid));
    if (!queue)
        (void)put(config, "LastProcessingResult", json_string("No records processed"));
    return config;
}

static bool is_duplicate(struct call *call, const json_t *config, const struct function *f)
{
    const char *arn = slrun_text_or(config, "EventSourceArn", "");
    for (const struct mapping *m = registry_all(call->service); m; m = m->next) {
        const json_t *other = registry_config(m);
        if (strcmp(slrun_text_or(other, "EventSourceArn", ""), arn) != 0 ||
            strcmp(slrun_text_or(other, "FunctionArn", ""),
                   slrun_text_or(config, "FunctionArn", "")) != 0)
            continue;
        if (settings_kind(arn) == KIND_SQS)
            call_fail(call, "ResourceConflictException",
                      "An event source mapping with SQS arn (\" %.300s \") and function (\" %.150s "
                      "\") already exists. Please update or delete the existing mapping with UUID "
                      "%.40s",
                      arn, f->name, slrun_text_or(other, "UUID", ""));
        else
            call_fail(call, "ResourceConflictException",
                      "The event source arn (\" %.300s \") and function (\" %.150s \") provided "
                      "mapping already exists. Please update or delete the existing mapping with "
                      "UUID %.40s",
                      arn, f->name, slrun_text_or(other, "UUID", ""));
        return true;
    }
    return false;
}

/* ---- the source ---- */

struct creation {
    struct call *call;
    json_t *config;
    int64_t timeout; /* of the function, seconds */
};

static void creation_end(struct creation *creation, json_t *result)
{
    struct call *call = creation->call;
    json_decref(creation->config);
    free(creation);
    call_end(call, result);
}

static void creation_drop(void *arg)
{
    creation_end(arg, NULL);
}

static void not_found(struct creation *creation, const struct slrun_error *error)
{
    const char *arn = slrun_text_or(creation->config, "EventSourceArn", "");
    bool none = strcmp(error->code, "QueueDoesNotExist") == 0; /* as the JSON protocol has it */
    if (settings_kind(arn) == KIND_SQS)
        call_fail(creation->call, "InvalidParameterValueException",
                  "Error occurred while ReceiveMessage. SQS Error Code: %.100s. SQS Error Message: "
                  "%.400s",
                  none ? "AWS.SimpleQueueService.NonExistentQueue" : error->code, error->message);
    else
        call_fail(creation->call, "InvalidParameterValueException", "Stream not found: %.400s",
                  arn);
}

static void on_ready(void *arg)
{
    struct mapping *mapping = arg;
    struct call *call = mapping->creating;
    mapping->creating = NULL;
    call_end(call, registry_told(mapping));
}

static json_t *doc_of(const struct creation *creation, int64_t visibility)
{
    json_t *tags = json_deep_copy(call_get(creation->call, "Tags"));
    return json_pack("{s:s, s:s, s:O, s:o, s:{s:I}}", "Account", creation->call->account, "Region",
                     creation->call->region, "Config", creation->config, "Tags",
                     tags ? tags : json_object(), "Engine", "VisibilityTimeout",
                     (json_int_t)visibility);
}

/* The source is there. The answer comes when the place in it is taken: what comes to a stream after
 * it is then read, also from LATEST. */
static void make(struct creation *creation, int64_t visibility)
{
    const json_t *enabled = call_get(creation->call, "Enabled");
    bool off = json_is_false(enabled);
    struct mapping *mapping = registry_add(creation->call->service, doc_of(creation, visibility));
    if (!mapping) {
        call_fail(creation->call, "ServiceException", "There are too many event source mappings.");
        creation_end(creation, NULL);
        return;
    }
    registry_move(mapping, off ? "Disabled" : "Creating", off ? "Disabled" : "Enabled");
    if (off) {
        creation_end(creation, registry_told(mapping));
        return;
    }
    mapping->creating = creation->call;
    json_decref(creation->config);
    free(creation);
    if (!registry_start(mapping, on_ready) && mapping->creating)
        on_ready(mapping);
}

static void on_source(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct creation *creation = arg;
    const char *given =
        slrun_text_or(json_object_get(result, "Attributes"), "VisibilityTimeout", "");
    int64_t visibility = strtoll(given, NULL, 10);
    if (!result) {
        not_found(creation, error);
        creation_end(creation, NULL);
    } else if (*given && visibility < creation->timeout) {
        call_fail(creation->call, "InvalidParameterValueException",
                  "Queue visibility timeout: %d seconds is less than Function timeout: %d seconds",
                  (int)visibility, (int)creation->timeout);
        creation_end(creation, NULL);
    } else {
        make(creation, visibility);
    }
}

static json_t *queue_args(const char *arn)
{
    const char *colon = strrchr(arn, ':');
    return json_pack("{s:s, s:[s]}", "QueueUrl", colon ? colon + 1 : "", "AttributeNames",
                     "VisibilityTimeout");
}

/* ...:stream/NAME or ...:stream/NAME/consumer/... */
static json_t *kinesis_args(const char *arn)
{
    const char *slash = strchr(arn, '/');
    const char *name = slash ? slash + 1 : "";
    return json_pack("{s:s%}", "StreamName", name, strcspn(name, "/"));
}

static json_t *dynamodb_args(const char *arn)
{
    return json_pack("{s:s, s:i}", "StreamArn", arn, "Limit", 1);
}

enum { ACTIONS_MAX = 4 };

/* How a source's service is asked whether it is there, and what the function's role must be allowed
 * for it (Developer Guide, "Execution role permissions" of each source). */
static const struct question {
    enum source_kind kind;
    const char *service, *operation;
    json_t *(*args)(const char *arn);
    const char *actions[ACTIONS_MAX];
} questions[] = {
    {KIND_SQS,
     "sqs",
     "get_queue_attributes",
     queue_args,
     {"sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"}},
    {KIND_KINESIS,
     "kinesis",
     "describe_stream_summary",
     kinesis_args,
     {"kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:DescribeStream"}},
    {KIND_DYNAMODB,
     "dynamodb",
     "describe_stream",
     dynamodb_args,
     {"dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:DescribeStream"}},
};

static const struct question *question_of(const char *source)
{
    const struct question *q = questions;
    while (q->kind != settings_kind(source))
        q++;
    return q;
}

/* False after call_fail(): the role may not read the source. */
static bool check_role(struct call *call, const struct function *f, const char *source)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    const struct question *q = question_of(source);
    char arn[ARN_SIZE];
    function_arn(f, NULL, arn);
    for (size_t i = 0; cloud->iam && i < ACTIONS_MAX && q->actions[i]; i++) {
        const struct slrun_iam_need need = {
            .caller = {.service = LAMBDA_PRINCIPAL,
                       .role = slrun_text_or(function_config(f, LATEST), "Role", ""),
                       .name = f->name,
                       .source = arn,
                       .what = "create the event source mapping of"},
            .action = q->actions[i],
            .resource = source,
        };
        if (!cloud->iam->need(cloud, &need))
            continue;
        if (q->kind == KIND_SQS)
            call_fail(call, "InvalidParameterValueException",
                      "The provided execution role does not have permissions to call %s on SQS",
                      strchr(need.action, ':') + 1);
        else
            call_fail(call, "InvalidParameterValueException",
                      "Cannot access stream %.300s. Please ensure the role can perform the "
                      "GetRecords, GetShardIterator, DescribeStream, %sand ListStreams Actions on "
                      "your stream in IAM.",
                      source, q->kind == KIND_KINESIS ? "ListShards, " : "");
        return false;
    }
    return true;
}

static bool ask(struct creation *creation)
{
    const char *arn = slrun_text_or(creation->config, "EventSourceArn", "");
    const struct question *q = question_of(arn);
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    slrun_arn_place(arn, region, account);
    return outgoing_call(creation->call->service,
                         &(struct outgoing_order){q->service, q->operation, q->args(arn), region,
                                                  account, on_source, creation_drop, creation});
}

json_t *op_create_event_source_mapping(struct call *call)
{
    const char *source = call_string(call, "EventSourceArn");
    struct target target;
    if (settings_kind(source) == KIND_NONE)
        return call_fail(call, "InvalidParameterValueException", "Unrecognized event source.");
    if (!settings_known(call, settings_kind(source)) || !settings_target(call, &target))
        return NULL;
    json_t *config = config_new(call, target.arn);
    if (!config)
        return call_no_memory(call);
    struct creation *creation = settings_apply(call, config, true) &&
                                        settings_check(call, config) &&
                                        !is_duplicate(call, config, target.function) &&
                                        check_role(call, target.function, source)
                                    ? calloc(1, sizeof *creation)
                                    : NULL;
    if (!creation) {
        json_decref(config);
        return call->fault.code ? NULL : call_no_memory(call);
    }
    *creation = (struct creation){call, config, target.timeout};
    call->later = ask(creation);
    if (call->later)
        return NULL;
    json_decref(config);
    free(creation);
    return call_no_memory(call);
}
