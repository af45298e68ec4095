/* SPDX-License-Identifier: Apache-2.0 */
/* The operations on consumers with enhanced fan-out. */
#include <string.h>

#include "record/page.h"
#include "resource/resource.h"
#include "service.h"
#include "stream/describe.h"
#include "stream/tagging.h"

enum { CONSUMERS_MAX = 20, CONSUMERS_DEFAULT = 100 };

static json_t *consumer_json(const struct stream *stream, const struct consumer *consumer)
{
    char arn[CONSUMER_ARN_SIZE];
    resource_consumer_arn(stream, consumer, arn);
    return json_pack("{s:s, s:s, s:s, s:o}", "ConsumerName", consumer->name, "ConsumerARN", arn,
                     "ConsumerStatus", status_name(consumer->status), "ConsumerCreationTimestamp",
                     describe_time(consumer->created_ms));
}

/* ---- RegisterStreamConsumer ---- */

static bool check_new(struct call *call, const struct stream *stream, const char *name)
{
    if (stream_find_consumer(stream, name) != NULL) {
        return fault_set(&call->fault, FAULT_IN_USE,
                         "Consumer %s under stream %s already exists for account %s.", name,
                         stream->name, stream->account);
    }
    return stream->n_consumers < CONSUMERS_MAX ||
           fault_set(&call->fault, FAULT_LIMIT_EXCEEDED,
                     "Stream %s under account %s cannot have more than %d consumers.", stream->name,
                     stream->account, CONSUMERS_MAX);
}

json_t *op_register_stream_consumer(struct call *call)
{
    struct stream *stream = call_stream(call);
    const char *name = call_string(call, "ConsumerName");
    if (stream == NULL || !check_new(call, stream, name))
        return NULL;
    struct consumer *consumer = stream_add_consumer(stream, name);
    if (consumer == NULL)
        return no_answer(fault_bare(&call->fault, FAULT_INTERNAL));
    const struct tagged tagged = {consumer->tags, "consumer", name};
    if (!tagging_add(call, &tagged, json_object_get(call->args, "Tags"))) {
        stream_remove_consumer(stream, consumer);
        return NULL;
    }
    consumer->created_ms = call->now;
    consumer->due_ms = call_due(call, stream);
    consumer->status = STATUS_CREATING;
    call_changed(call, stream);
    return json_pack("{s:o}", "Consumer", consumer_json(stream, consumer));
}

/* ---- one consumer ---- */

/* By ConsumerARN, or by StreamARN and ConsumerName. */
static bool find(struct call *call, struct resource *found)
{
    const char *arn = call_string(call, "ConsumerARN"), *name = call_string(call, "ConsumerName");
    if (arn != NULL)
        return resource_find(call, arn, found);
    if (name == NULL || json_object_get(call->args, "StreamARN") == NULL) {
        return fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                         "Either ConsumerARN, or StreamARN and ConsumerName must be provided.");
    }
    found->stream = call_stream(call);
    found->consumer = found->stream == NULL ? NULL : stream_find_consumer(found->stream, name);
    return found->consumer != NULL ||
           (found->stream != NULL &&
            fault_set(&call->fault, FAULT_NOT_FOUND, "Consumer %s, account %s not found.", name,
                      call->exchange->account));
}

json_t *op_deregister_stream_consumer(struct call *call)
{
    struct resource found;
    if (!find(call, &found))
        return NULL;
    found.consumer->status = STATUS_DELETING;
    found.consumer->due_ms = call_due(call, found.stream);
    call_changed(call, found.stream);
    return json_null();
}

json_t *op_describe_stream_consumer(struct call *call)
{
    struct resource found;
    if (!find(call, &found))
        return NULL;
    json_t *json = consumer_json(found.stream, found.consumer);
    json_object_set_new(json, "StreamARN", json_string(found.stream->arn));
    return json_pack("{s:o}", "ConsumerDescription", json);
}

/* ---- ListStreamConsumers ---- */

json_t *op_list_stream_consumers(struct call *call)
{
    const struct stream *stream = call_stream(call);
    size_t limit = (size_t)call_integer(call, "MaxResults", CONSUMERS_DEFAULT);
    struct page page = {.list = "consumers"};
    if (stream == NULL || !page_read(call, &page))
        return NULL;
    json_t *list = json_array(), *answer = json_pack("{s:o}", "Consumers", list);
    const char *last = "";
    bool skip = *page.after != '\0';
    for (size_t i = 0; i < stream->n_consumers; i++) {
        const struct consumer *consumer = stream->consumers[i];
        if (skip) {
            skip = strcmp(consumer->name, page.after) != 0;
        } else if (json_array_size(list) == limit) {
            json_object_set_new(answer, "NextToken",
                                page_token(call, &(struct page){.list = "consumers"}, last));
            break;
        } else {
            json_array_append_new(list, consumer_json(stream, consumer));
            last = consumer->name;
        }
    }
    return answer;
}
