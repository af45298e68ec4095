/* SPDX-License-Identifier: Apache-2.0 */
/* ReceiveMessage, and the way to the dead-letter queue. */
#include "receive.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "attempt.h"
#include "attributes.h"
#include "constraint.h"
#include "handle.h"
#include "model/digest.h"
#include "store.h"
#include "wait.h"

enum { WAIT_MAX = 20, VISIBILITY_MAX = 43200 };

#define ATTEMPT "ReceiveRequestAttemptId"

/* System attributes of messages: as content has them, or computed. */
static const char *const in_content[] = {
    "SenderId",       "SequenceNumber", "MessageDeduplicationId",
    "MessageGroupId", "AWSTraceHeader", "DeadLetterQueueSourceArn"};
enum { IN_CONTENT = sizeof in_content / sizeof *in_content };
static const char *const computed[] = {"SentTimestamp", "ApproximateReceiveCount",
                                       "ApproximateFirstReceiveTimestamp"};
enum { COMPUTED = sizeof computed / sizeof *computed };

/* ---- what of a message is told ---- */

/* Does a list of names have this one, or All? */
static bool asks(const json_t *names, const char *name)
{
    size_t i;
    json_t *wanted;
    json_array_foreach ((json_t *)(uintptr_t)names, i, wanted) {
        const char *text = json_string_value(wanted);
        if (strcmp(text, name) == 0 || strcmp(text, "All") == 0)
            return true;
    }
    return false;
}

static bool asks_system(const struct call *call, const char *name)
{
    return asks(json_object_get(call->args, "AttributeNames"), name) ||
           asks(json_object_get(call->args, "MessageSystemAttributeNames"), name);
}

static void add_system(const struct call *call, const struct message *message, json_t *out)
{
    if (json_object_get(call->args, "AttributeNames") == NULL &&
        json_object_get(call->args, "MessageSystemAttributeNames") == NULL)
        return;
    const json_t *sent = json_object_get(message->content, MESSAGE_SENT);
    const int64_t values[COMPUTED] = {sent == NULL ? message->sent_ms : json_integer_value(sent),
                                      message->receives, message->first_ms};
    json_t *attributes = json_object();
    for (size_t i = 0; i < COMPUTED; i++)
        if (asks_system(call, computed[i]))
            json_object_set_new(attributes, computed[i], json_sprintf("%" PRId64, values[i]));
    for (size_t i = 0; i < IN_CONTENT; i++) {
        json_t *value = json_object_get(message->content, in_content[i]);
        if (value != NULL && asks_system(call, in_content[i]))
            json_object_set(attributes, in_content[i], value);
    }
    if (json_object_size(attributes) > 0)
        json_object_set(out, "Attributes", attributes);
    json_decref(attributes);
}

/* "All", "*" and ".*" are all; "abc.*" is what begins with "abc". */
static bool asks_attribute(const json_t *names, const char *name)
{
    size_t i;
    json_t *wanted;
    json_array_foreach ((json_t *)(uintptr_t)names, i, wanted) {
        const char *text = json_string_value(wanted);
        size_t n = strlen(text);
        bool prefix = n >= 2 && strcmp(text + n - 2, ".*") == 0;
        if (strcmp(text, "All") == 0 || strcmp(text, "*") == 0 || strcmp(text, name) == 0 ||
            (prefix && strncmp(name, text, n - 2) == 0))
            return true;
    }
    return false;
}

/* The digest is that of what is told. */
static void add_attributes(const struct call *call, const struct message *message, json_t *out)
{
    const json_t *names = json_object_get(call->args, "MessageAttributeNames");
    if (names == NULL)
        return;
    json_t *all = json_object_get(message->content, "MessageAttributes"), *value;
    json_t *told = json_object();
    const char *name;
    char hex[DIGEST_MD5_HEX];
    json_object_foreach (all, name, value)
        if (asks_attribute(names, name))
            json_object_set(told, name, value);
    if (json_object_size(told) > 0 && digest_attributes(told, hex)) {
        json_object_set(out, "MessageAttributes", told);
        json_object_set_new(out, "MD5OfMessageAttributes", json_string(hex));
    }
    json_decref(told);
}

static json_t *message_json(const struct call *call, const struct message *message)
{
    json_t *out = json_object();
    json_object_set_new_nocheck(out, "MessageId", json_string_nocheck(message->id));
    json_object_set_new_nocheck(out, "ReceiptHandle", handle_new(message));
    json_object_set_nocheck(out, "MD5OfBody", json_object_get(message->content, "MD5OfBody"));
    json_object_set_nocheck(out, "Body", json_object_get(message->content, "Body"));
    add_system(call, message, out);
    add_attributes(call, message, out);
    return out;
}

/* ---- taking ---- */

/* Developer Guide, "Dead-letter queues": a message that has been received so often already goes
 * there instead. Without such a queue it stays. */
static bool redrive(struct call *call, struct queue *queue, struct message *message)
{
    const struct settings *s = &queue->settings;
    int64_t before = json_integer_value(json_object_get(message->content, MESSAGE_BEFORE));
    if (s->target == NULL || message->receives - before < s->max_receives)
        return false;
    struct queue *target = service_find_arn(call->service, s->target);
    return target != NULL && target != queue &&
           service_move(call->service, message, target, queue->arn) != MOVED_NOT;
}

static void mark(struct call *call, struct message *message, int64_t until)
{
    message->receives++;
    message->receipt = call->service->cloud->random(call->service->cloud) >> 1;
    if (message->first_ms == 0)
        message->first_ms = call->now;
    queue_hide(message, until);
    store_message_state(call->service->store, message);
}

/* Standard queues may deliver twice and out of order; here they do where a test asks for it. */
static bool seldom(const struct call *call, const struct queue *queue, const char *what)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    return !queue->settings.fifo && cloud->chance(cloud, what, queue->arn) != 0;
}

static struct message *next(const struct call *call, const struct queue *queue,
                            const struct message *after)
{
    bool several = queue->visible.n > 1 && !queue->settings.fifo;
    if (several && seldom(call, queue, "disorder"))
        return queue_last(queue);
    return queue_next(queue, after);
}

static void take(struct call *call, struct queue *queue, int64_t until, struct taken *taken)
{
    size_t most = (size_t)call_integer(call, "MaxNumberOfMessages", 1);
    struct message *after = NULL, *message;
    while (taken->n < most && queue->count[MESSAGE_IN_FLIGHT] < QUEUE_IN_FLIGHT_MAX &&
           (message = next(call, queue, after)) != NULL) {
        if (redrive(call, queue, message)) {
            after = NULL;
            continue;
        }
        bool again = message->receives == 0 && seldom(call, queue, "duplicate");
        mark(call, message, again ? call->now : until);
        taken->messages[taken->n++] = message;
        after = message;
    }
}

/* Of a FIFO queue: what the same attempt has got, hidden anew. */
static bool repeat(struct call *call, struct queue *queue, int64_t until, struct taken *taken)
{
    const char *attempt = queue->settings.fifo ? call_string(call, ATTEMPT) : NULL;
    if (attempt == NULL || !attempt_find(queue, attempt, call->now, taken))
        return false;
    for (size_t i = 0; i < taken->n; i++) {
        queue_hide(taken->messages[i], until);
        store_message_state(call->service->store, taken->messages[i]);
    }
    return true;
}

json_t *receive_now(struct call *call, struct queue *queue)
{
    int64_t visibility = call_integer(call, "VisibilityTimeout", -1);
    int64_t until =
        call->now + (visibility < 0 ? queue->settings.visibility_ms : visibility * 1000);
    struct taken taken = {.n = 0};
    if (!repeat(call, queue, until, &taken))
        take(call, queue, until, &taken);
    if (queue->settings.fifo && call_string(call, ATTEMPT) != NULL && taken.n > 0)
        attempt_note(queue, call_string(call, ATTEMPT), call->now, &taken);
    json_t *messages = json_array(), *result = json_object();
    for (size_t i = 0; i < taken.n; i++)
        json_array_append_new(messages, message_json(call, taken.messages[i]));
    if (json_array_size(messages) > 0)
        json_object_set_nocheck(result, "Messages", messages);
    json_decref(messages);
    if (result == NULL)
        fault_internal(&call->fault);
    return result;
}

/* ---- the operation ---- */

static const struct range {
    const char *name;
    int64_t least, most;
    const char *reason;
} ranges[] = {
    {"MaxNumberOfMessages", 1, RECEIVE_MAX, "Must be between 1 and 10, if provided."},
    {"WaitTimeSeconds", 0, WAIT_MAX, "Must be >= 0 and <= 20, if provided."},
    {"VisibilityTimeout", 0, VISIBILITY_MAX, "Must be between 0 and 43200."},
};

static bool check_ranges(struct call *call)
{
    bool good = true;
    for (size_t i = 0; good && i < sizeof ranges / sizeof *ranges; i++) {
        const struct range *r = &ranges[i];
        int64_t value = call_integer(call, r->name, r->least);
        good =
            (value >= r->least && value <= r->most) ||
            fault_value(&call->fault, "Value %" PRId64 " for parameter %s is invalid. Reason: %s",
                        value, r->name, r->reason);
    }
    return good;
}

static bool check_names(struct call *call, const char *parameter)
{
    size_t i;
    json_t *wanted;
    json_array_foreach (json_object_get(call->args, parameter), i, wanted) {
        const char *name = json_string_value(wanted);
        bool known = strcmp(name, "All") == 0 || attributes_known(name);
        for (size_t k = 0; k < IN_CONTENT; k++)
            known = known || strcmp(name, in_content[k]) == 0;
        for (size_t k = 0; k < COMPUTED; k++)
            known = known || strcmp(name, computed[k]) == 0;
        if (!known)
            return fault_set(&call->fault, FAULT_ATTRIBUTE_NAME, "Unknown Attribute %s.", name);
    }
    return true;
}

static bool check_attempt(struct call *call)
{
    const char *attempt = call_string(call, ATTEMPT);
    return attempt == NULL || constraint_id(ATTEMPT, attempt, &call->fault);
}

static bool check(struct call *call)
{
    return check_ranges(call) && check_attempt(call) && check_names(call, "AttributeNames") &&
           check_names(call, "MessageSystemAttributeNames");
}

json_t *op_receive_message(struct call *call)
{
    struct queue *queue = call_queue(call);
    if (queue == NULL || !check(call))
        return NULL;
    int64_t wait = call_integer(call, "WaitTimeSeconds", queue->settings.wait_s);
    /* FIFO queues wait silently; Developer Guide, "Amazon SQS visibility timeout". */
    if (!queue->settings.fifo && wait == 0 &&
        queue->count[MESSAGE_IN_FLIGHT] >= QUEUE_IN_FLIGHT_MAX) {
        fault_set(&call->fault, FAULT_OVER_LIMIT, "The queue has %d messages in flight.",
                  QUEUE_IN_FLIGHT_MAX);
        return NULL;
    }
    json_t *result = receive_now(call, queue);
    wait_received(call->service, queue);
    if (result == NULL || json_object_size(result) > 0 || wait == 0)
        return result;
    json_decref(result);
    if (!wait_park(call, queue, wait))
        fault_internal(&call->fault);
    return NULL;
}
