/* SPDX-License-Identifier: Apache-2.0 */
/* What operations ask of their call. */
#include <string.h>

#include "service.h"
#include "stream/store.h"

const char *call_string(const struct call *call, const char *name)
{
    return json_string_value(json_object_get(call->args, name));
}

int64_t call_integer(const struct call *call, const char *name, int64_t otherwise)
{
    const json_t *value = json_object_get(call->args, name);
    return value == NULL ? otherwise : (int64_t)json_number_value(value);
}

json_t *no_answer(bool failed)
{
    (void)failed;
    return NULL;
}

static struct stream *by_id(const struct call *call, const char *id)
{
    const struct service *service = call->service;
    for (size_t i = 0; i < service->streams.n; i++) {
        struct stream *stream = service_stream(service, i);
        if (strcmp(stream->stream_id, id) == 0 &&
            strcmp(stream->account, call->exchange->account) == 0 &&
            strcmp(stream->region, call->exchange->region) == 0)
            return stream;
    }
    return NULL;
}

/* The name at the end of the stream's ARN. */
static const char *arn_name(const char *arn)
{
    const char *mark = arn == NULL ? NULL : strstr(arn, ":stream/");
    return mark == NULL ? NULL : mark + strlen(":stream/");
}

static struct stream *by_arn(const struct call *call, const char *arn)
{
    struct stream *stream =
        service_find(call->service, call->exchange->account, call->exchange->region, arn_name(arn));
    return stream != NULL && strcmp(stream->arn, arn) == 0 ? stream : NULL;
}

struct stream *call_find_stream(const struct call *call)
{
    const char *name = call_string(call, "StreamName"), *arn = call_string(call, "StreamARN");
    const char *id = call_string(call, "StreamId");
    if (name != NULL) {
        struct stream *stream =
            service_find(call->service, call->exchange->account, call->exchange->region, name);
        return arn == NULL || stream == NULL || strcmp(stream->arn, arn) == 0 ? stream : NULL;
    }
    if (arn != NULL)
        return arn_name(arn) == NULL ? NULL : by_arn(call, arn);
    return id == NULL ? NULL : by_id(call, id);
}

const char *call_stream_name(const struct call *call, const struct stream *stream)
{
    const char *name = call_string(call, "StreamName");
    name = stream != NULL ? stream->name : name;
    name = name != NULL ? name : arn_name(call_string(call, "StreamARN"));
    name = name != NULL ? name : call_string(call, "StreamId");
    return name != NULL ? name : "null";
}

/* Is `text` at `*at` up to a colon, which is skipped? */
static bool skip(const char **at, const char *text)
{
    size_t length = strlen(text);
    if (strncmp(*at, text, length) != 0 || (*at)[length] != ':')
        return false;
    *at += length + 1;
    return true;
}

/* AWS looks at the parts of an ARN before it looks for the stream. */
static bool check_arn(struct call *call)
{
    const char *arn = call_string(call, "StreamARN"), *name = call_string(call, "StreamName");
    const char *at = arn == NULL ? NULL : strstr(arn, ":kinesis:");
    if (at == NULL || arn_name(arn) == NULL)
        return true;
    at += strlen(":kinesis:");
    if (!skip(&at, call->exchange->region)) {
        return fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                         "The region specified in the ARN '%s' does not match the endpoint region",
                         arn);
    }
    if (!skip(&at, call->exchange->account)) {
        return fault_set(&call->fault, FAULT_UNKNOWN_CLIENT,
                         "No account found for the given parameters");
    }
    return name == NULL || strcmp(name, arn_name(arn)) == 0 ||
           fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                     "Input stream name %s doesn't match the inferred name in stream arn %s", name,
                     arn_name(arn));
}

struct stream *call_stream(struct call *call)
{
    struct stream *stream = check_arn(call) ? call_find_stream(call) : NULL;
    if (stream == NULL && call->fault.kind == FAULT_NONE) {
        fault_set(&call->fault, FAULT_NOT_FOUND, "Stream %s under account %s not found.",
                  call_stream_name(call, NULL), call->exchange->account);
    }
    return stream;
}

bool call_ends_dry(struct call *call)
{
    if (!json_is_true(json_object_get(call->args, "DryRun")))
        return false;
    fault_set(&call->fault, FAULT_DRY_RUN,
              "DryRunOperation validation succeeded while calling %s operation.: Request would "
              "have succeeded, but DryRun flag is set.",
              call->operation->name);
    return true;
}

struct stream *call_active_stream(struct call *call)
{
    struct stream *stream = call_stream(call);
    if (stream != NULL && stream->status != STATUS_ACTIVE) {
        fault_set(&call->fault, FAULT_IN_USE,
                  "Stream %s under account %s not ACTIVE, instead in state %s", stream->name,
                  stream->account, status_name(stream->status));
        return NULL;
    }
    return stream;
}

void call_changed(struct call *call, struct stream *stream)
{
    service_note_change(call->service, stream);
    store_stream(call->service->store, stream);
}

int64_t call_due(const struct call *call, const struct stream *stream)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    return call->now + (cloud->chance(cloud, "at-once", stream->arn) ? 0 : CHANGE_MS);
}

json_t *call_change(struct call *call, struct stream *stream, json_t *pending)
{
    if (!change_begin(stream, STATUS_UPDATING, pending, call_due(call, stream)))
        return no_answer(fault_bare(&call->fault, FAULT_INTERNAL));
    call_changed(call, stream);
    return json_null();
}

bool call_rate_exceeded(const struct stream *stream, const struct shard *shard, struct fault *fault)
{
    char id[SHARD_ID_SIZE];
    shard_id(shard->number, id);
    return fault_set(fault, FAULT_THROUGHPUT_EXCEEDED,
                     "Rate exceeded for shard %s in stream %s under account %s.", id, stream->name,
                     stream->account);
}
