/* SPDX-License-Identifier: Apache-2.0 */
#include "local/source.h"

#include <string.h>

#include "local/batch.h"
#include "readers/engine.h"

/* ---- what a reader is told ---- */

static const struct kind {
    const char *service; /* in the ARN */
    const char *parameters;
    int batch; /* records, unless told */
} kinds[] = {
    {"sqs", "SqsQueueParameters", 10},
    {"kinesis", "KinesisStreamParameters", 100},
    {"dynamodb", "DynamoDBStreamParameters", 100},
};

static const struct kind *kind_of(const char *arn)
{
    const char *service = engine_source(arn);
    for (size_t i = 0; service && i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].service, service) == 0)
            return &kinds[i];
    return NULL;
}

const char *source_parameters(const char *arn)
{
    const struct kind *kind = kind_of(arn);
    return kind ? kind->parameters : NULL;
}

/* The pipe in the words of GetEventSourceMapping. */
static json_t *config_of(const json_t *pipe)
{
    static const char *const same[] = {"BatchSize",
                                       "MaximumBatchingWindowInSeconds",
                                       "StartingPosition",
                                       "StartingPositionTimestamp",
                                       "MaximumRetryAttempts",
                                       "MaximumRecordAgeInSeconds",
                                       "ParallelizationFactor",
                                       NULL};
    const char *arn = slrun_text(pipe, "Source");
    const struct kind *kind = kind_of(arn);
    const json_t *all = json_object_get(pipe, "SourceParameters");
    const json_t *own = kind ? json_object_get(all, kind->parameters) : NULL;
    const char *dead = slrun_text(json_object_get(own, "DeadLetterConfig"), "Arn");
    const char *partial = slrun_text_or(own, "OnPartialBatchItemFailure", "");
    json_t *config =
        json_pack("{s:O, s:O, s:O, s:i, s:[s], s:b, s:{s:{s:s*}}}", "UUID",
                  json_object_get(pipe, "UUID"), "FunctionArn", json_object_get(pipe, "Arn"),
                  "EventSourceArn", json_object_get(pipe, "Source"), "BatchSize",
                  kind ? kind->batch : 1, "FunctionResponseTypes", "ReportBatchItemFailures",
                  "BisectBatchOnFunctionError", strcmp(partial, "AUTOMATIC_BISECT") == 0,
                  "DestinationConfig", "OnFailure", "Destination", dead);
    slrun_copy_members(config, own, same);
    if (json_object_get(all, "FilterCriteria"))
        (void)json_object_set(config, "FilterCriteria", json_object_get(all, "FilterCriteria"));
    return config;
}

/* ---- what it asks ---- */

static enum invoke_answer invoke(void *arg, const struct invoke_start *start, void **invocation)
{
    struct batch *batch = pipe_find(arg, start->consumer) ? batch_start(arg, start) : NULL;
    *invocation = batch;
    return batch ? INVOKE_STARTED : INVOKE_THROTTLED;
}

static void forget(void *invocation)
{
    batch_forget(invocation);
}

static const char *role(void *arg, const char *arn)
{
    const char *found = slrun_text(pipe_find(arg, arn), "RoleArn");
    return found ? found : "";
}

static void on_behalf(void *arg, const char *arn, bool sends, struct slrun_calling *calling)
{
    const struct service *service = arg;
    const struct slrun_cloud *cloud = service->cloud;
    if (cloud->iam)
        cloud->iam->on_behalf(
            calling, &(struct slrun_iam_caller){.service = PIPES_PRINCIPAL,
                                                .role = role(arg, arn),
                                                .source = arn,
                                                .what = sends ? "send to the dead-letter queue of"
                                                              : "read the source of"});
}

static json_t *lost(void *arg, const struct engine_loss *loss)
{
    (void)arg;
    return json_pack("{s:{s:s, s:s}}", "context", "partnerResourceArn", loss->consumer, "condition",
                     loss->condition);
}

static void told(void *arg, const char *uuid, const char *result)
{
    (void)arg, (void)uuid, (void)result; /* a batch says it better */
}

static json_t *pipe_of(const struct service *service, const char *uuid)
{
    const char *arn;
    json_t *pipe;
    json_object_foreach (service->pipes, arn, pipe)
        if (strcmp(slrun_text_or(pipe, "UUID", ""), uuid) == 0)
            return pipe;
    return NULL;
}

static void unreadable(void *arg, const char *uuid, const struct slrun_error *error)
{
    json_t *pipe = pipe_of(arg, uuid);
    if (pipe)
        (void)json_object_set_new(
            pipe, "StateReason",
            json_sprintf("The source cannot be read: %s: %.400s", error->code, error->message));
}

static void left_out(void *arg, const char *uuid, size_t n)
{
    json_t *pipe = pipe_of(arg, uuid);
    if (pipe)
        batch_count(pipe, "FilteredOut", n);
}

/* ---- */

bool source_open(struct service *service)
{
    const struct engine_host host = {.cloud = service->cloud,
                                     .arg = service,
                                     .service = "pipes",
                                     .kind = "pipe",
                                     .by_consumer = true,
                                     .invoke = invoke,
                                     .forget = forget,
                                     .role = role,
                                     .on_behalf = on_behalf,
                                     .lost = lost,
                                     .told = told,
                                     .unreadable = unreadable,
                                     .left_out = left_out};
    service->engine = engine_new(&host);
    return service->engine != NULL;
}

void source_close(struct service *service)
{
    engine_free(service->engine);
    service->engine = NULL;
}

bool source_start(struct service *service, const json_t *pipe, void (*ready)(void *arg), void *arg)
{
    json_t *config = config_of(pipe);
    bool ok = config && engine_start(service->engine, &(struct engine_start){config, ready, arg});
    json_decref(config);
    return ok;
}

void source_stop(struct service *service, const json_t *pipe, bool forget_it)
{
    engine_stop(service->engine, slrun_text_or(pipe, "UUID", ""), forget_it);
}
