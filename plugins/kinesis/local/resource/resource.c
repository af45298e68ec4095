/* SPDX-License-Identifier: Apache-2.0 */
/* ARNs of streams and consumers. */
#include "resource/resource.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

void resource_consumer_arn(const struct stream *stream, const struct consumer *consumer,
                           char arn[CONSUMER_ARN_SIZE])
{
    (void)snprintf(arn, CONSUMER_ARN_SIZE, "%s/consumer/%s:%" PRId64, stream->arn, consumer->name,
                   consumer->created_ms / 1000);
}

struct consumer *resource_consumer(const struct stream *stream, const char *arn)
{
    char own[CONSUMER_ARN_SIZE];
    for (size_t i = 0; i < stream->n_consumers; i++) {
        resource_consumer_arn(stream, stream->consumers[i], own);
        if (strcmp(own, arn) == 0)
            return stream->consumers[i];
    }
    return NULL;
}

static struct stream *find_stream(const struct call *call, const char *arn, size_t length)
{
    for (size_t i = 0; i < call->service->streams.n; i++) {
        struct stream *stream = service_stream(call->service, i);
        if (strlen(stream->arn) == length && strncmp(stream->arn, arn, length) == 0)
            return stream;
    }
    return NULL;
}

bool resource_find(struct call *call, const char *arn, struct resource *resource)
{
    const char *consumer = strstr(arn, "/consumer/"), *name = strstr(arn, ":stream/");
    size_t length = consumer == NULL ? strlen(arn) : (size_t)(consumer - arn);
    *resource = (struct resource){find_stream(call, arn, length), NULL};
    if (resource->stream != NULL && consumer != NULL)
        resource->consumer = resource_consumer(resource->stream, arn);
    if (resource->stream != NULL && (consumer == NULL || resource->consumer != NULL))
        return true;
    if (resource->stream != NULL) {
        return fault_set(&call->fault, FAULT_NOT_FOUND, "Consumer %s, account %s not found.", arn,
                         call->exchange->account);
    }
    name = name == NULL ? arn : name + strlen(":stream/");
    length = consumer == NULL || consumer < name ? strlen(name) : (size_t)(consumer - name);
    return fault_set(&call->fault, FAULT_NOT_FOUND, "Stream %.*s under account %s not found.",
                     (int)length, name, call->exchange->account);
}
