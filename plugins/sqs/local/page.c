/* SPDX-License-Identifier: Apache-2.0 */
/* Pages. A token is the name of the last queue on the page before, in base64. */
#include "page.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>

#include "constraint.h"

enum { PAGE_MAX = 1000, TOKEN_MAX = QUEUE_NAME_MAX * 2 };

static bool token_name(struct call *call, char name[QUEUE_NAME_MAX + 1])
{
    const char *token = call_string(call, "NextToken");
    size_t size = 0, length = token == NULL ? 0 : strlen(token);
    name[0] = '\0';
    if (length == 0)
        return true;
    char *plain = length > TOKEN_MAX ? NULL : slrun_base64_bytes(token, length, &size);
    bool ok = plain != NULL && size <= QUEUE_NAME_MAX && strlen(plain) == size;
    if (ok)
        memcpy(name, plain, size + 1);
    free(plain);
    return ok || fault_value(&call->fault, "Invalid or expired next token.");
}

static bool belongs(const struct call *call, const struct queue *queue, const char *after)
{
    return strcmp(queue->account, call->exchange->account) == 0 &&
           strcmp(queue->region, call->exchange->region) == 0 && strcmp(queue->name, after) > 0;
}

json_t *page_of_queues(struct call *call, const char *member,
                       bool (*wanted)(const struct call *call, const struct queue *queue))
{
    char after[QUEUE_NAME_MAX + 1];
    bool paged = json_object_get(call->args, "MaxResults") != NULL;
    size_t most = (size_t)call_integer(call, "MaxResults", PAGE_MAX);
    if (most < 1 || most > PAGE_MAX) {
        fault_value(&call->fault,
                    "Value for parameter MaxResults is invalid. Reason: MaxResults must be an "
                    "integer between 1 and 1000.");
        return NULL;
    }
    if (!token_name(call, after))
        return NULL;
    json_t *result = json_object(), *urls = json_array();
    const struct queue *last = NULL;
    for (size_t i = 0; i < call->service->queues.n; i++) {
        const struct queue *queue = service_queue(call->service, i);
        if (!belongs(call, queue, after) || !wanted(call, queue))
            continue;
        if (json_array_size(urls) == most) {
            if (paged) {
                json_object_set_new(result, "NextToken",
                                    slrun_base64_json(last->name, strlen(last->name)));
            }
            break;
        }
        json_array_append_new(urls, call_url(call, queue));
        last = queue;
    }
    json_object_set_new(result, member, urls);
    return result;
}
