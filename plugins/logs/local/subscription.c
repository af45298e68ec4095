/* SPDX-License-Identifier: Apache-2.0 */
/* What subscription filters send: events that match, as JSON that gzip has packed (User Guide,
 * "Real-time processing of log data with subscriptions"). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include <slrun/iam.h>
#include <slrun/member.h>

#include "local/destination.h"
#include "local/filter.h"
#include "local/pattern.h"

enum { GZIP_BITS = 15 + 16, EVENT_ID_SIZE = 64 };

bool subscription_reaches(const char *arn)
{
    return strncmp(arn, "arn:", 4) == 0 &&
           (strstr(arn, ":lambda:") || (strstr(arn, ":kinesis:") && strstr(arn, ":stream/")));
}

/* ---- the message ---- */

/* How many filters have let an event through, and the name of the first of them. */
struct passed {
    size_t n;
    const char *name;
};

struct sending {
    const struct slrun_json_call *call;
    const char *group;
    size_t first, end;
    json_t *filters;       /* their patterns by their names */
    struct passed *passed; /* of each event; NULL: no memory, then nothing is told */
};

static void note_passed(const struct sending *s, size_t event, const json_t *filter)
{
    struct passed *passed = s->passed ? &s->passed[event - s->first] : NULL;
    if (passed && passed->n++ == 0)
        passed->name = slrun_text_or(filter, "filterName", "");
}

static json_t *matching(const struct sending *s, const json_t *filter)
{
    const json_t *events = json_object_get(s->call->args, "logEvents");
    char error[PATTERN_ERROR_MAX], id[EVENT_ID_SIZE];
    struct pattern *pattern =
        pattern_parse(json_string_value(json_object_get(filter, "filterPattern")), error);
    json_t *list = json_array();
    for (size_t i = s->first; pattern && i < s->end; i++) {
        const json_t *event = json_array_get(events, i);
        json_t *at = json_object_get(event, "timestamp"), *text = json_object_get(event, "message");
        (void)snprintf(id, sizeof id, "3%013lld%026llu%016zu", (long long)json_integer_value(at),
                       (unsigned long long)s->call->cloud->random(s->call->cloud), i);
        if (!pattern_matches(pattern, json_string_value(text)))
            continue;
        note_passed(s, i, filter);
        (void)json_array_append_new(
            list, json_pack("{s:s, s:O, s:O}", "id", id, "timestamp", at, "message", text));
    }
    pattern_free(pattern);
    return list;
}

/* The JSON of a message; NULL: nothing matches, or no memory. free() it. */
static char *message_of(const struct sending *s, const json_t *filter)
{
    json_t *events = matching(s, filter);
    json_t *message =
        json_array_size(events) > 0
            ? json_pack("{s:s, s:s, s:s, s:s, s:[O], s:O}", "messageType", "DATA_MESSAGE", "owner",
                        s->call->x->account, "logGroup", s->group, "logStream",
                        call_string(s->call, "logStreamName"), "subscriptionFilters",
                        json_object_get(filter, "filterName"), "logEvents", events)
            : NULL;
    char *text = message ? json_dumps(message, JSON_COMPACT) : NULL;
    json_decref(message);
    json_decref(events);
    return text;
}

/* A blob of the packed text, as base64 inside; NULL: no memory. */
static json_t *packed(const struct slrun_cloud *cloud, const char *text)
{
    z_stream z = {.zalloc = Z_NULL};
    size_t n = strlen(text);
    if (deflateInit2(&z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, GZIP_BITS, 8, Z_DEFAULT_STRATEGY) !=
        Z_OK)
        return NULL;
    size_t most = deflateBound(&z, (uLong)n);
    unsigned char *out = malloc(most);
    z.next_in = (unsigned char *)(uintptr_t)text;
    z.avail_in = (uInt)n;
    z.next_out = out;
    z.avail_out = (uInt)most;
    bool ok = out && deflate(&z, Z_FINISH) == Z_STREAM_END;
    json_t *blob = ok ? cloud->host->blob_new(out, z.total_out) : NULL;
    (void)deflateEnd(&z);
    free(out);
    return blob;
}

/* ---- sending ---- */

static void sent(void *arg, const json_t *result, const struct slrun_error *error)
{
    const struct slrun_cloud *cloud = arg;
    (void)result;
    if (error)
        cloud->host->log(SLRUN_LOG_WARNING,
                         "logs: events of a subscription filter could not be delivered: %s: %s",
                         error->code, error->message);
}

static json_t *function_args(const struct slrun_cloud *cloud, const char *arn, const json_t *blob)
{
    json_t *inner = NULL;
    (void)cloud->host->tagged_get(blob, &inner);
    json_t *event = json_pack("{s:{s:O}}", "awslogs", "data", inner);
    char *text = event ? json_dumps(event, JSON_COMPACT) : NULL;
    json_t *args = text ? json_pack("{s:s, s:s, s:s}", "FunctionName", arn, "InvocationType",
                                    "Event", "Payload", text)
                        : NULL;
    free(text);
    json_decref(event);
    return args;
}

static json_t *stream_args(const struct sending *s, const json_t *filter, const json_t *blob)
{
    const char *to =
        destination_resolve(s->call, json_string_value(json_object_get(filter, "destinationArn")));
    const char *how = json_string_value(json_object_get(filter, "distribution"));
    json_t *key =
        how && strcmp(how, "Random") == 0
            ? json_sprintf("%016llx", (unsigned long long)s->call->cloud->random(s->call->cloud))
            : json_string(call_string(s->call, "logStreamName"));
    return json_pack("{s:s, s:O, s:o}", "StreamARN", to, "Data", blob, "PartitionKey", key);
}

/* By the filter's role, or as CloudWatch Logs itself, which the function must let in. */
static void judge(const struct sending *s, const json_t *filter, struct slrun_calling *calling)
{
    const struct slrun_cloud *cloud = s->call->cloud;
    json_t *source = cloud->iam ? call_group_arn(s->call, s->group, ":*") : NULL;
    if (source)
        cloud->iam->on_behalf(calling,
                              &(struct slrun_iam_caller){.service = "logs.amazonaws.com",
                                                         .role = slrun_text(filter, "roleArn"),
                                                         .name = slrun_text(filter, "filterName"),
                                                         .source = json_string_value(source)});
    json_decref(source);
}

static void send_one(void *arg, const json_t *filter)
{
    struct sending *s = arg;
    const struct slrun_cloud *cloud = s->call->cloud;
    const char *to =
        destination_resolve(s->call, json_string_value(json_object_get(filter, "destinationArn")));
    (void)json_object_set(s->filters, slrun_text_or(filter, "filterName", ""),
                          json_object_get(filter, "filterPattern"));
    bool function = strstr(to, ":lambda:") != NULL;
    char *text = message_of(s, filter);
    json_t *blob = text ? packed(cloud, text) : NULL;
    struct slrun_cloud_call order = {.service = function ? "lambda" : "kinesis",
                                     .operation = function ? "invoke" : "put_record",
                                     .args = !blob      ? NULL
                                             : function ? function_args(cloud, to, blob)
                                                        : stream_args(s, filter, blob),
                                     .region = s->call->x->region,
                                     .account = s->call->x->account,
                                     .caller = "logs",
                                     .done = sent,
                                     .arg = (void *)(uintptr_t)cloud};
    if (order.args)
        judge(s, filter, cloud->call(cloud, &order));
    json_decref(blob);
    free(text);
}

/* ---- what goes no further ---- */

/* What Lambda writes of an invocation is nobody's event. */
static bool is_of_lambda(const char *message)
{
    static const char *const heads[] = {
        "START RequestId: ", "END RequestId: ", "REPORT RequestId: ", "INIT_START ",
        "{\"time\":"}; /* LogFormat JSON */
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (strncmp(message, heads[i], strlen(heads[i])) == 0)
            return *heads[i] != '{' || strstr(message, "\"platform.") != NULL;
    return false;
}

/* Events that some filters have let pass by. */
static void tell_left(const struct sending *s)
{
    const struct slrun_cloud *cloud = s->call->cloud;
    char why[1024];
    size_t n = json_object_size(s->filters);
    const char *plural = n == 1 ? "" : "s";
    for (size_t i = s->first; i < s->end; i++) {
        const json_t *event = json_array_get(json_object_get(s->call->args, "logEvents"), i);
        const struct passed *passed = &s->passed[i - s->first];
        if (passed->n == n || is_of_lambda(slrun_text_or(event, "message", "")))
            continue;
        if (passed->n == 0)
            (void)snprintf(why, sizeof why, "matched none of its %zu subscription filter%s", n,
                           plural);
        else
            (void)snprintf(why, sizeof why, "matched only %.600s of its %zu subscription filter%s",
                           passed->name, n, plural);
        json_t *what = json_pack("{s:O, s:O}", "message", json_object_get(event, "message"),
                                 "subscriptionFilters", s->filters);
        cloud->left_out(cloud, &(struct slrun_left_out){"log group", s->group, why, what});
        json_decref(what);
    }
}

void subscriptions_send(const struct slrun_json_call *call, const char *group, size_t first,
                        size_t end)
{
    struct sending sending = {.call = call, .group = group, .first = first, .end = end};
    if (first >= end || json_object_size(service_of(call)->kept) == 0)
        return;
    sending.passed = calloc(end - first, sizeof *sending.passed);
    sending.filters = json_object();
    subscriptions_each(call, group, send_one, &sending);
    if (sending.passed && json_object_size(sending.filters) > 0)
        tell_left(&sending);
    json_decref(sending.filters);
    free(sending.passed);
}
