/* SPDX-License-Identifier: Apache-2.0 */
/* Batches. What is wrong with the batch fails the request; what is wrong with an entry fails that
 * entry. */
#include <inttypes.h>
#include <string.h>

#include "constraint.h"
#include "messages.h"
#include "send.h"

static const char *id_of(const json_t *entry)
{
    const char *id = json_string_value(json_object_get(entry, "Id"));
    return id == NULL ? "" : id;
}

static bool check_ids(const json_t *entries, struct fault *fault)
{
    for (size_t i = 0; i < json_array_size(entries); i++) {
        const char *id = id_of(json_array_get(entries, i));
        if (!constraint_batch_id(id)) {
            return fault_set(fault, FAULT_BATCH_ID,
                             "A batch entry id can only contain alphanumeric characters, hyphens "
                             "and underscores. It can be at most 80 letters long.");
        }
        for (size_t k = 0; k < i; k++)
            if (strcmp(id, id_of(json_array_get(entries, k))) == 0)
                return fault_set(fault, FAULT_BATCH_NOT_DISTINCT, "Id %s repeated.", id);
    }
    return true;
}

/* The entries (borrowed), or NULL with the fault filled. */
static const json_t *entries_of(struct call *call)
{
    const json_t *entries = json_object_get(call->args, "Entries");
    size_t n = json_array_size(entries);
    if (n == 0) {
        fault_set(&call->fault, FAULT_BATCH_EMPTY,
                  "There should be at least one %sRequestEntry in the request.",
                  call->operation->name);
        return NULL;
    }
    if (n > BATCH_MAX) {
        fault_set(&call->fault, FAULT_BATCH_TOO_MANY,
                  "Maximum number of entries per request are %d. You have sent %zu.", BATCH_MAX, n);
        return NULL;
    }
    return check_ids(entries, &call->fault) ? entries : NULL;
}

static void add_failed(json_t *result, const json_t *entry, const struct fault *fault)
{
    json_array_append_new(json_object_get(result, "Failed"),
                          json_pack("{s:s, s:s, s:s, s:b}", "Id", id_of(entry), "Code",
                                    fault_code(fault), "Message", fault->message, "SenderFault",
                                    fault_is_sender(fault)));
}

static void add_done(json_t *result, const json_t *entry, json_t *done)
{
    json_object_set_new(done, "Id", json_string(id_of(entry)));
    json_array_append_new(json_object_get(result, "Successful"), done);
}

/* Answers name only the lists that hold something. */
static json_t *tidy(json_t *result)
{
    static const char *const lists[] = {"Successful", "Failed"};
    for (size_t i = 0; i < 2; i++)
        if (json_array_size(json_object_get(result, lists[i])) == 0)
            json_object_del(result, lists[i]);
    return result;
}

static json_t *empty_result(void)
{
    return json_pack("{s:[], s:[]}", "Successful", "Failed");
}

/* ---- delete, visibility ---- */

/* What is wrong with a handle has other words in batches. */
static void say_of_handle(const json_t *entry, struct fault *fault)
{
    if (fault->kind == FAULT_RECEIPT_HANDLE) {
        fault_set(fault, fault->kind,
                  "The input receipt handle \"%s\" is not a valid receipt handle.",
                  json_string_value(json_object_get(entry, "ReceiptHandle")));
    } else if (fault->kind == FAULT_NOT_AVAILABLE) {
        fault_set(fault, FAULT_RECEIPT_HANDLE,
                  "Message does not exist or is not available for visibility timeout change");
    }
}

static json_t *each(struct call *call, bool (*run)(struct call *call, struct queue *queue,
                                                   const json_t *args, struct fault *fault))
{
    struct queue *queue = call_queue(call);
    const json_t *entries = queue == NULL ? NULL : entries_of(call);
    if (entries == NULL)
        return NULL;
    json_t *result = empty_result(), *entry;
    size_t i;
    json_array_foreach ((json_t *)(uintptr_t)entries, i, entry) {
        struct fault fault = {.kind = FAULT_NONE};
        if (run(call, queue, entry, &fault)) {
            add_done(result, entry, json_object());
            continue;
        }
        say_of_handle(entry, &fault);
        add_failed(result, entry, &fault);
    }
    return tidy(result);
}

json_t *op_delete_message_batch(struct call *call)
{
    return each(call, messages_delete);
}

json_t *op_change_message_visibility_batch(struct call *call)
{
    return each(call, messages_set_visibility);
}

/* ---- send ---- */

static bool check_size(const json_t *entries, struct fault *fault)
{
    int64_t size = 0;
    for (size_t i = 0; i < json_array_size(entries); i++) {
        const json_t *entry = json_array_get(entries, i);
        size += constraint_size(json_object_get(entry, "MessageBody"),
                                json_object_get(entry, "MessageAttributes"));
    }
    return size <= BATCH_BYTES_MAX ||
           fault_set(fault, FAULT_BATCH_TOO_LONG,
                     "Batch requests cannot be longer than %d bytes. You have sent %" PRId64
                     " bytes.",
                     BATCH_BYTES_MAX, size);
}

/* What a FIFO queue misses in one entry fails the request, with one code for both. */
static bool check_fifo(const struct queue *queue, const json_t *entries, struct fault *fault)
{
    for (size_t i = 0; queue->settings.fifo && i < json_array_size(entries); i++) {
        const json_t *entry = json_array_get(entries, i);
        if (json_object_get(entry, "MessageGroupId") == NULL)
            return fault_value(fault, "The request must contain the parameter MessageGroupId.");
        if (json_object_get(entry, "MessageDeduplicationId") == NULL &&
            !queue->settings.content_based) {
            return fault_value(fault, "The queue should either have ContentBasedDeduplication "
                                      "enabled or MessageDeduplicationId provided explicitly");
        }
    }
    return true;
}

static bool too_large(const struct queue *queue, const json_t *entry, struct fault *fault)
{
    int64_t most = queue->settings.max_size;
    return constraint_size(json_object_get(entry, "MessageBody"),
                           json_object_get(entry, "MessageAttributes")) > most &&
           !fault_value(fault,
                        "One or more parameters cannot be validated. Reason: Message must be "
                        "shorter than %" PRId64 " bytes.",
                        most);
}

json_t *op_send_message_batch(struct call *call)
{
    struct queue *queue = call_queue(call);
    const json_t *entries = queue == NULL ? NULL : entries_of(call);
    if (entries == NULL || !check_size(entries, &call->fault) ||
        !check_fifo(queue, entries, &call->fault))
        return NULL;
    json_t *result = empty_result(), *entry;
    size_t i;
    json_array_foreach ((json_t *)(uintptr_t)entries, i, entry) {
        struct fault fault = {.kind = FAULT_NONE};
        json_t *done = NULL;
        if (!too_large(queue, entry, &fault) && send_check(queue, entry, &fault)) {
            done = send_now(call, queue, entry);
            fault = call->fault;
        }
        if (done != NULL)
            add_done(result, entry, done);
        else
            add_failed(result, entry, &fault);
    }
    return tidy(result);
}
