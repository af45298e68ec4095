/* SPDX-License-Identifier: Apache-2.0 */
#include "local/batch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/text.h"
#include "local/way.h"
#include "readers/engine.h"

static void go_on(struct batch *batch);

/* ---- the end ---- */

static json_int_t count_of(const json_t *pipe, const char *name)
{
    return json_integer_value(json_object_get(json_object_get(pipe, "Counts"), name));
}

#define FILTERED " did not pass the filters"

void batch_count(json_t *pipe, const char *name, size_t n)
{
    const char *reason = slrun_text(pipe, "StateReason");
    (void)json_object_set_new(json_object_get(pipe, "Counts"), name,
                              json_integer(count_of(pipe, name) + (json_int_t)n));
    json_int_t out = count_of(pipe, "FilteredOut"),
               all = out + count_of(pipe, "Passed") + count_of(pipe, "Failed");
    if (out > 0 && (!reason || strstr(reason, FILTERED)))
        (void)json_object_set_new(pipe, "StateReason",
                                  json_sprintf("%" JSON_INTEGER_FORMAT " of %" JSON_INTEGER_FORMAT
                                               " records" FILTERED,
                                               out, all));
}

/* Why the batch failed, where that is another reason than that of the batch before, `old`. */
static void tell_problem(const struct batch *batch, json_t *pipe, const json_t *old)
{
    const struct slrun_cloud *cloud = batch->service->cloud;
    json_t *reason = json_sprintf("The last batch failed: %.460s", batch->problem);
    if (!json_equal(reason, old))
        cloud->host->log(SLRUN_LOG_WARNING, "pipes: %s: %s", slrun_text(batch->pipe, "Name"),
                         batch->problem);
    (void)json_object_set_new(pipe, "StateReason", reason);
}

static void tell(const struct batch *batch, size_t n_failed)
{
    json_t *pipe = pipe_find(batch->service, slrun_text(batch->pipe, "Arn"));
    json_t *old = json_incref(json_object_get(pipe, "StateReason"));
    size_t n = json_array_size(batch->events);
    (void)json_object_del(pipe, "StateReason");
    batch_count(pipe, "Passed", n > n_failed ? n - n_failed : 0);
    batch_count(pipe, "Failed", n_failed);
    if (n_failed > 0)
        tell_problem(batch, pipe, old);
    json_decref(old);
}

static void batch_free(struct batch *batch)
{
    const struct slrun_cloud *cloud = batch->service->cloud;
    struct batch **at = &batch->service->batches;
    while (*at != batch)
        at = &(*at)->next;
    *at = batch->next;
    if (batch->timer)
        cloud->timer_stop(batch->timer);
    if (batch->calling)
        cloud->call_cancel(batch->calling);
    if (batch->sending)
        destination_free(batch->sending);
    json_decref(batch->pipe);
    json_decref(batch->events);
    json_decref(batch->failed);
    free(batch);
}

/* `answer`: a partial batch response, or NULL. `whole`: none of the records went through. */
static void finish(struct batch *batch, const json_t *answer, bool whole)
{
    size_t n_failed = whole ? json_array_size(batch->events)
                            : json_array_size(json_object_get(answer, "batchItemFailures"));
    char *text = answer ? json_dumps(answer, JSON_COMPACT | JSON_ENCODE_ANY) : NULL;
    const struct invoke_end end = {.request_id = batch->id,
                                   .error = whole ? "Unhandled" : NULL,
                                   .payload = text ? text : "",
                                   .size = text ? strlen(text) : 0};
    tell(batch, n_failed);
    if (batch->done)
        batch->done(batch->arg, &end);
    batch_free(batch);
    free(text);
}

void batch_forget(struct batch *batch)
{
    batch->done = NULL;
}

void batches_end(struct service *service)
{
    while (service->batches)
        finish(service->batches, NULL, true);
}

/* ---- what came back ---- */

/* What an enrichment returns takes the place of the events: a list as it is, anything else as the
 * one event; nothing ends it. */
static void enriched(struct batch *batch, json_t *answer)
{
    bool nothing = !answer || json_is_null(answer) ||
                   (json_is_string(answer) && json_string_length(answer) == 0) ||
                   (json_is_object(answer) && json_object_size(answer) == 0);
    json_t *events = nothing                 ? json_array()
                     : json_is_array(answer) ? json_incref(answer)
                                             : json_pack("[O]", answer);
    json_decref(batch->events);
    batch->events = events;
    batch->enriched = true;
    if (json_array_size(events))
        go_on(batch);
    else
        finish(batch, NULL, false);
}

/* What the reader knows a record by. */
static const char *identifier(const json_t *event)
{
    const char *id = slrun_text(event, "messageId");
    id = id ? id : slrun_text(event, "sequenceNumber");
    return id ? id : slrun_text_or(json_object_get(event, "dynamodb"), "SequenceNumber", "");
}

/* Records are kept in order: behind one that failed none is sent. */
static bool is_ordered(const struct batch *batch)
{
    const char *source = slrun_text(batch->pipe, "Source");
    size_t n = strlen(source);
    return !strstr(source, ":sqs:") || (n > 5 && strcmp(source + n - 5, ".fifo") == 0);
}

static void add_failure(struct batch *batch, size_t i)
{
    const json_t *event = json_array_get(batch->events, i);
    (void)json_array_append_new(batch->failed,
                                json_pack("{s:s}", "itemIdentifier", identifier(event)));
}

/* The event at `at` is sent, or failed. */
static void one_done(struct batch *batch, bool ok)
{
    size_t n = json_array_size(batch->events);
    if (!ok)
        add_failure(batch, batch->at);
    batch->at++;
    while (!ok && is_ordered(batch) && batch->at < n)
        add_failure(batch, batch->at++);
    if (batch->at < n) {
        go_on(batch);
        return;
    }
    size_t failed = json_array_size(batch->failed);
    bool whole = failed > 0 && (batch->enriched || failed == n);
    json_t *answer = json_pack("{s:O}", "batchItemFailures", batch->failed);
    finish(batch, whole ? NULL : answer, whole);
    json_decref(answer);
}

static const struct way *way_of(const struct batch *batch, bool *enriches)
{
    const char *enrichment = slrun_text(batch->pipe, "Enrichment");
    *enriches = enrichment && *enrichment && !batch->enriched;
    return way_to(*enriches ? enrichment : slrun_text(batch->pipe, "Target"), *enriches);
}

static void failed(struct batch *batch)
{
    bool enriches;
    const struct way *way = way_of(batch, &enriches);
    if (enriches || way->whole)
        finish(batch, NULL, true);
    else
        one_done(batch, false);
}

/* Failures that a function or machine tells mean records only as long as these are the events. */
static void whole_done(struct batch *batch, const json_t *answer)
{
    const json_t *failures = json_object_get(answer, "batchItemFailures");
    bool some = json_array_size(failures) > 0;
    if (some)
        (void)snprintf(batch->problem, sizeof batch->problem,
                       "the target named %zu of %zu events as failed", json_array_size(failures),
                       json_array_size(batch->events));
    finish(batch, some && !batch->enriched ? answer : NULL, some && batch->enriched);
}

/* ---- calls ---- */

typedef void on_done(void *arg, const json_t *result, const struct slrun_error *error);

/* With the pipe's role, where the ARN of the enrichment or target says; `args` is taken over. */
static void call(struct batch *batch, const char *name, json_t *args, on_done *done)
{
    const struct slrun_cloud *cloud = batch->service->cloud;
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    bool enriches;
    const struct way *way = way_of(batch, &enriches);
    slrun_arn_place(slrun_text(batch->pipe, enriches ? "Enrichment" : "Target"), region, account);
    batch->calling = cloud->call(cloud, &(struct slrun_cloud_call){.service = way->service,
                                                                   .operation = name,
                                                                   .args = args,
                                                                   .region = region,
                                                                   .account = account,
                                                                   .caller = "pipes",
                                                                   .done = done,
                                                                   .arg = batch});
    if (cloud->iam)
        cloud->iam->on_behalf(batch->calling,
                              &(struct slrun_iam_caller){.service = PIPES_PRINCIPAL,
                                                         .role = slrun_text(batch->pipe, "RoleArn"),
                                                         .source = slrun_text(batch->pipe, "Arn")});
}

/* Whether that worked shows when it is used. */
static void prepared(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct batch *batch = arg;
    (void)result, (void)error;
    batch->calling = NULL;
    go_on(batch);
}

/* Makes what the target wants to have first. */
static void prepare(struct batch *batch)
{
    static const char *const names[] = {"logGroupName", "logStreamName", NULL};
    bool enriches;
    const struct way *way = way_of(batch, &enriches);
    json_t *all = way->args(batch, "", json_array_get(batch->events, batch->at));
    json_t *args = json_object();
    slrun_copy_members(args, all, names);
    json_decref(all);
    batch->prepared = true;
    call(batch, way->prepare, args, prepared);
    if (!batch->calling)
        failed(batch);
}

static void called(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct batch *batch = arg;
    bool enriches;
    const struct way *way = way_of(batch, &enriches);
    json_t *answer = NULL;
    batch->calling = NULL;
    if (error && way->prepare && !batch->prepared &&
        strcmp(error->code, "ResourceNotFoundException") == 0) {
        prepare(batch);
        return;
    }
    if (error)
        (void)snprintf(batch->problem, sizeof batch->problem, "%s: %.1900s", error->code,
                       error->message);
    if (error || (way->answered && !way->answered(batch, result, &answer)))
        failed(batch);
    else if (enriches)
        enriched(batch, answer);
    else if (way->whole)
        whole_done(batch, answer);
    else
        one_done(batch, true);
}

static void responded(void *arg, const struct slrun_response *response,
                      const struct slrun_error *error)
{
    struct batch *batch = arg;
    json_t *body =
        response ? json_loadb(response->body, response->size, JSON_DECODE_ANY, NULL) : NULL;
    if (response && !body)
        body = json_stringn(response->body, response->size);
    json_t *result = error ? NULL : json_pack("{s:o*}", "Body", body);
    batch->sending = NULL;
    called(batch, result, error);
    json_decref(result);
}

/* To an API destination, with the pipe's role; `args` is taken over. */
static void send_out(struct batch *batch, json_t *args)
{
    bool enriches;
    (void)way_of(batch, &enriches);
    const struct slrun_iam_caller caller = {.service = PIPES_PRINCIPAL,
                                            .role = slrun_text(batch->pipe, "RoleArn"),
                                            .source = slrun_text(batch->pipe, "Arn")};
    const struct destination_order order = {
        .arn = slrun_text(batch->pipe, enriches ? "Enrichment" : "Target"),
        .caller = &caller,
        .parameters = args,
        .text = slrun_text(args, "Text"),
        .done = responded,
        .arg = batch};
    batch->sending = destination_send(&batch->service->destinations, &order);
    json_decref(args);
}

/* ---- on the way ---- */

static void on_failed(void *arg)
{
    struct batch *batch = arg;
    batch->timer = NULL;
    failed(batch);
}

/* Calls what is next; what cannot be called has failed, a turn later. */
static void go_on(struct batch *batch)
{
    const struct slrun_cloud *cloud = batch->service->cloud;
    bool enriches;
    const struct way *way = way_of(batch, &enriches);
    const char *template = slrun_text(
        json_object_get(batch->pipe, enriches ? "EnrichmentParameters" : "TargetParameters"),
        "InputTemplate");
    const json_t *event = way->whole ? NULL : json_array_get(batch->events, batch->at);
    char *text = event ? text_of(batch, template, event) : text_of_all(batch, template);
    json_t *args = text ? way->args(batch, text, event) : NULL;
    free(text);
    const char *other = way->other ? way->other(batch) : NULL;
    if (args && way->operation)
        call(batch, other ? other : way->operation, args, called);
    else if (args)
        send_out(batch, args);
    if (!batch->calling && !batch->sending)
        batch->timer = cloud->timer_start(cloud, cloud->now_ms(cloud), on_failed, batch);
}

/* Records of Kinesis are flat in pipes. */
static json_t *event_of(const json_t *record)
{
    json_t *event = json_copy((json_t *)(uintptr_t)record);
    json_t *kinesis = json_incref(json_object_get(event, "kinesis"));
    if (kinesis) {
        (void)json_object_update(event, kinesis);
        (void)json_object_del(event, "kinesis");
    }
    json_decref(kinesis);
    return event;
}

struct batch *batch_start(struct service *service, const struct invoke_start *start)
{
    const struct slrun_cloud *cloud = service->cloud;
    const json_t *records = json_object_get(start->event, "Records");
    struct batch *batch = calloc(1, sizeof *batch);
    if (!batch)
        return NULL;
    *batch = (struct batch){.next = service->batches,
                            .service = service,
                            .pipe = json_incref(pipe_find(service, start->consumer)),
                            .events = json_array(),
                            .failed = json_array(),
                            .done = start->done,
                            .arg = start->arg};
    service->batches = batch;
    cloud->uuid(cloud, batch->id);
    for (size_t i = 0; i < json_array_size(records); i++)
        (void)json_array_append_new(batch->events, event_of(json_array_get(records, i)));
    go_on(batch);
    return batch;
}
