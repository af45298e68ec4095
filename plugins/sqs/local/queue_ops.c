/* SPDX-License-Identifier: Apache-2.0 */
/* CreateQueue, DeleteQueue, GetQueueUrl, ListQueues, ListDeadLetterSourceQueues and the attributes.
 */
#include <string.h>
#include <strings.h>

#include "attributes.h"
#include "constraint.h"
#include "page.h"
#include "store.h"
#include "wait.h"

/* ---- redrive policies ---- */

static bool bad_redrive(struct call *call, const json_t *policy, const char *reason)
{
    const char *text = json_string_value(policy);
    return fault_value(&call->fault, "Value %s for parameter RedrivePolicy is invalid. Reason: %s",
                       text, reason);
}

/* RedriveAllowPolicy of the target (Developer Guide, "Dead-letter queues"). */
static bool allows(const struct queue *target, const char *source)
{
    const json_t *allow = target->settings.allow;
    const char *permission = json_string_value(json_object_get(allow, "redrivePermission"));
    if (permission == NULL || strcmp(permission, "allowAll") == 0)
        return true;
    size_t i;
    json_t *arn;
    if (strcmp(permission, "byQueue") == 0) {
        json_array_foreach (json_object_get(allow, "sourceQueueArns"), i, arn)
            if (json_is_string(arn) && strcmp(json_string_value(arn), source) == 0)
                return true;
    }
    return false;
}

/* What a policy names must fit: an existing queue of the same kind that allows it. */
static bool check_redrive(struct call *call, const json_t *all, const char *source, bool fifo)
{
    const json_t *text = json_object_get(all, "RedrivePolicy");
    json_t *policy = text == NULL ? NULL : json_loads(json_string_value(text), 0, NULL);
    const char *arn = json_string_value(json_object_get(policy, "deadLetterTargetArn"));
    const struct queue *target = arn == NULL ? NULL : service_find_arn(call->service, arn);
    bool ok = true;
    if (text != NULL && target == NULL)
        ok = fault_set(&call->fault, FAULT_NO_QUEUE, "The specified queue does not exist.");
    else if (text != NULL && target->settings.fifo != fifo)
        ok = bad_redrive(call, text, "Dead-letter queue must be same type of queue as the source.");
    else if (text != NULL && !allows(target, source))
        ok = bad_redrive(call, text, "The dead-letter queue does not allow this source queue.");
    json_decref(policy);
    return ok;
}

static bool check_allow(struct call *call, const json_t *all)
{
    static const char *const words[] = {"allowAll", "denyAll", "byQueue"};
    const char *text = json_string_value(json_object_get(all, "RedriveAllowPolicy"));
    json_t *policy = text == NULL ? NULL : json_loads(text, 0, NULL);
    const char *permission = json_string_value(json_object_get(policy, "redrivePermission"));
    size_t arns = json_array_size(json_object_get(policy, "sourceQueueArns"));
    bool known = text == NULL;
    for (size_t i = 0; !known && permission != NULL && i < 3; i++) {
        bool by_queue = i == 2;
        known = strcmp(permission, words[i]) == 0 && (arns > 0) == by_queue && arns <= 10;
    }
    json_decref(policy);
    return known ||
           fault_value(&call->fault, "Value %s for parameter RedriveAllowPolicy is invalid.", text);
}

/* ---- making and removing ---- */

static json_t *url_result(const struct call *call, const struct queue *queue)
{
    json_t *result = json_object();
    json_object_set_new(result, "QueueUrl", call_url(call, queue));
    return result;
}

/* The queue is there: that is fine if nothing is wanted that it does not have. */
static json_t *existing(struct call *call, const struct queue *queue)
{
    const json_t *wanted = json_object_get(call->args, "Attributes");
    json_t *all = attributes_merge(NULL, wanted, queue->settings.fifo, &call->fault);
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)(uintptr_t)wanted, name, value) {
        if (all != NULL && call->fault.kind == FAULT_NONE &&
            !json_equal(json_object_get(all, name), json_object_get(queue->attributes, name))) {
            fault_set(&call->fault, FAULT_QUEUE_EXISTS,
                      "A queue already exists with the same name and a different value for "
                      "attribute %s",
                      name);
        }
    }
    json_decref(all);
    return call->fault.kind == FAULT_NONE ? url_result(call, queue) : NULL;
}

static bool fill(struct call *call, struct queue *queue, json_t *attributes)
{
    const json_t *tags = json_object_get(call->args, "tags");
    attributes_apply(queue, attributes);
    queue->created_s = queue->modified_s = call->now / 1000;
    return tags == NULL || json_object_update(queue->tags, (json_t *)(uintptr_t)tags) == 0;
}

static json_t *make(struct call *call, const char *name, bool fifo)
{
    const struct slrun_exchange *x = call->exchange;
    json_t *attributes =
        attributes_merge(NULL, json_object_get(call->args, "Attributes"), fifo, &call->fault);
    struct queue *queue = attributes == NULL ? NULL : queue_new(x->account, x->region, name);
    if (queue == NULL) {
        json_decref(attributes);
        if (call->fault.kind == FAULT_NONE)
            fault_internal(&call->fault);
        return NULL;
    }
    if (!check_redrive(call, attributes, queue->arn, fifo) || !check_allow(call, attributes)) {
        json_decref(attributes);
        queue_free(queue);
        return NULL;
    }
    if (!fill(call, queue, attributes) || !service_add(call->service, queue)) {
        queue_free(queue);
        fault_internal(&call->fault);
        return NULL;
    }
    store_queue(call->service->store, queue);
    return url_result(call, queue);
}

json_t *op_create_queue(struct call *call)
{
    const struct slrun_exchange *x = call->exchange;
    const char *name = call_string(call, "QueueName");
    const char *fifo_word =
        json_string_value(json_object_get(json_object_get(call->args, "Attributes"), "FifoQueue"));
    bool fifo = fifo_word != NULL && strcasecmp(fifo_word, "true") == 0;
    if (!constraint_queue_name(name, fifo, &call->fault))
        return NULL;
    const struct queue *queue = service_find(call->service, x->account, x->region, name);
    return queue != NULL ? existing(call, queue) : make(call, name, fifo);
}

json_t *op_delete_queue(struct call *call)
{
    struct queue *queue = call_queue(call);
    if (queue == NULL)
        return NULL;
    service_remove(call->service, queue);
    return json_null();
}

json_t *op_get_queue_url(struct call *call)
{
    const struct slrun_exchange *x = call->exchange;
    const char *owner = call_string(call, "QueueOwnerAWSAccountId");
    const struct queue *queue = service_find(call->service, owner == NULL ? x->account : owner,
                                             x->region, call_string(call, "QueueName"));
    if (queue == NULL) {
        fault_set(&call->fault, FAULT_NO_QUEUE, "The specified queue does not exist%s.",
                  call->query ? " for this wsdl version" : "");
        return NULL;
    }
    return url_result(call, queue);
}

/* ---- lists ---- */

static bool has_prefix(const struct call *call, const struct queue *queue)
{
    const char *prefix = call_string(call, "QueueNamePrefix");
    return prefix == NULL || strncmp(queue->name, prefix, strlen(prefix)) == 0;
}

json_t *op_list_queues(struct call *call)
{
    json_t *result = page_of_queues(call, "QueueUrls", has_prefix);
    if (json_array_size(json_object_get(result, "QueueUrls")) == 0)
        json_object_del(result, "QueueUrls");
    return result;
}

static bool redrives_here(const struct call *call, const struct queue *queue)
{
    const struct queue *target = call->exchange->service;
    return queue->settings.target != NULL && strcmp(queue->settings.target, target->arn) == 0;
}

json_t *op_list_dead_letter_source_queues(struct call *call)
{
    call->exchange->service = call_queue(call);
    return call->exchange->service == NULL ? NULL
                                           : page_of_queues(call, "queueUrls", redrives_here);
}

/* ---- attributes ---- */

struct wanted {
    const struct queue *queue;
    json_t *out;
};

static void add_attribute(void *arg, const char *name)
{
    struct wanted *w = arg;
    json_t *value = attributes_value(w->queue, name);
    if (json_is_null(value))
        json_decref(value);
    else
        json_object_set_new(w->out, name, value);
}

json_t *op_get_queue_attributes(struct call *call)
{
    struct queue *queue = call_queue(call);
    struct wanted w = {queue, queue == NULL ? NULL : json_object()};
    const json_t *names = json_object_get(call->args, "AttributeNames");
    for (size_t i = 0; queue != NULL && i < json_array_size(names); i++) {
        const char *name = json_string_value(json_array_get(names, i));
        if (strcmp(name, "All") == 0) {
            attributes_each(add_attribute, &w);
        } else if (attributes_known(name)) {
            add_attribute(&w, name);
        } else {
            fault_set(&call->fault, FAULT_ATTRIBUTE_NAME, "Unknown Attribute %s.", name);
            json_decref(w.out);
            return NULL;
        }
    }
    json_t *result = queue == NULL ? NULL : json_object();
    if (json_object_size(w.out) > 0)
        json_object_set(result, "Attributes", w.out);
    json_decref(w.out);
    return result;
}

json_t *op_set_queue_attributes(struct call *call)
{
    struct queue *queue = call_queue(call);
    const json_t *wanted = json_object_get(call->args, "Attributes");
    if (queue == NULL)
        return NULL;
    if (json_object_size(wanted) == 0) {
        fault_missing(&call->fault, "Attributes");
        return NULL;
    }
    json_t *all = attributes_merge(queue, wanted, queue->settings.fifo, &call->fault);
    bool ok = all != NULL &&
              (json_object_get(wanted, "RedrivePolicy") == NULL ||
               check_redrive(call, all, queue->arn, queue->settings.fifo)) &&
              check_allow(call, all);
    if (!ok) {
        json_decref(all);
        return NULL;
    }
    attributes_apply(queue, all);
    queue->modified_s = call->now / 1000;
    store_queue(call->service->store, queue);
    return json_null();
}
