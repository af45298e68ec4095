/* SPDX-License-Identifier: Apache-2.0 */
/* DeleteMessage, ChangeMessageVisibility, PurgeQueue. */
#include "messages.h"

#include <string.h>

#include "dedup.h"
#include "handle.h"
#include "store.h"
#include "wait.h"

enum { VISIBILITY_MAX = 43200 };

static struct message *find(struct queue *queue, const json_t *args, bool *latest,
                            struct fault *fault)
{
    const char *handle = json_string_value(json_object_get(args, "ReceiptHandle"));
    return handle_find(queue, handle == NULL ? "" : handle, latest, fault);
}

bool messages_delete(struct call *call, struct queue *queue, const json_t *args,
                     struct fault *fault)
{
    bool latest = false;
    struct message *message = find(queue, args, &latest, fault);
    if (message == NULL)
        return fault->kind == FAULT_NONE;
    if (queue->settings.fifo && (!latest || message->state != MESSAGE_IN_FLIGHT)) {
        return fault_value(fault,
                           "Value %s for parameter ReceiptHandle is invalid. Reason: The receipt "
                           "handle has expired.",
                           json_string_value(json_object_get(args, "ReceiptHandle")));
    }
    service_delete(call->service, message);
    wait_wake(call->service, queue); /* the next message of a group may be free now */
    return true;
}

bool messages_set_visibility(struct call *call, struct queue *queue, const json_t *args,
                             struct fault *fault)
{
    bool latest = false;
    json_int_t seconds = json_integer_value(json_object_get(args, "VisibilityTimeout"));
    const char *handle = json_string_value(json_object_get(args, "ReceiptHandle"));
    if (seconds < 0 || seconds > VISIBILITY_MAX) {
        return fault_value(fault,
                           "Value %" JSON_INTEGER_FORMAT " for parameter VisibilityTimeout is "
                           "invalid. Reason: Must be between 0 and 43200.",
                           seconds);
    }
    struct message *message = find(queue, args, &latest, fault);
    if (message == NULL && fault->kind != FAULT_NONE)
        return false;
    if (message == NULL || (queue->settings.fifo && !latest)) {
        return fault_set(fault, FAULT_NOT_AVAILABLE,
                         "Value %s for parameter ReceiptHandle is invalid. Reason: Message does "
                         "not exist or is not available for visibility timeout change.",
                         handle);
    }
    queue_hide(message, call->now + seconds * 1000);
    if (seconds == 0)
        queue_show(message);
    store_message_state(call->service->store, message);
    wait_wake(call->service, queue);
    return true;
}

json_t *op_delete_message(struct call *call)
{
    struct queue *queue = call_queue(call);
    bool ok = queue != NULL && messages_delete(call, queue, call->args, &call->fault);
    return ok ? json_null() : NULL;
}

json_t *op_change_message_visibility(struct call *call)
{
    struct queue *queue = call_queue(call);
    bool ok = queue != NULL && messages_set_visibility(call, queue, call->args, &call->fault);
    return ok ? json_null() : NULL;
}

json_t *op_purge_queue(struct call *call)
{
    struct queue *queue = call_queue(call);
    if (queue == NULL)
        return NULL;
    dedup_clear(call->service->store, queue);
    for (struct message *message; (message = queue_oldest(queue)) != NULL;)
        service_delete(call->service, message);
    return json_null();
}
