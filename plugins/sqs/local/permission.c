/* SPDX-License-Identifier: Apache-2.0 */
/* AddPermission, RemovePermission: statements of the queue's Policy, which counts where functions
 * are judged by their roles (slrun/iam.h). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "attributes.h"
#include "service.h"
#include "store.h"

enum { ACTIONS_MAX = 7, TEXT_MAX = 256 };

static const char *const actions[] = {
    "*",           "ChangeMessageVisibility", "DeleteMessage",
    "GetQueueUrl", "GetQueueAttributes",      "ListDeadLetterSourceQueues",
    "PurgeQueue",  "ReceiveMessage",          "SendMessage",
};

static bool is_action(const char *name)
{
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (strcmp(actions[i], name) == 0)
            return true;
    return false;
}

/* The policy of the queue (a new reference), a new one if it has none. */
static json_t *policy_of(const struct queue *queue)
{
    const char *text = json_string_value(json_object_get(queue->attributes, "Policy"));
    json_t *policy = text == NULL ? NULL : json_loads(text, 0, NULL);
    if (policy == NULL) {
        json_t *id = json_sprintf("%s/SQSDefaultPolicy", queue->arn);
        policy = json_pack("{s:s, s:o, s:[]}", "Version", "2008-10-17", "Id", id, "Statement");
    }
    return policy;
}

/* The place of the statement with that label, or -1. */
static int find_statement(const json_t *policy, const char *label)
{
    const json_t *statements = json_object_get(policy, "Statement");
    for (size_t i = 0; i < json_array_size(statements); i++) {
        const char *sid = json_string_value(json_object_get(json_array_get(statements, i), "Sid"));
        if (sid != NULL && strcmp(sid, label) == 0)
            return (int)i;
    }
    return -1;
}

static bool set_policy(struct call *call, struct queue *queue, json_t *policy)
{
    bool any = json_array_size(json_object_get(policy, "Statement")) > 0;
    char *text = any ? json_dumps(policy, JSON_COMPACT) : strdup("");
    json_t *all = json_copy(queue->attributes);
    bool ok = text != NULL && all != NULL;
    if (ok && any)
        ok = json_object_set_new(all, "Policy", json_string(text)) == 0;
    else if (ok)
        json_object_del(all, "Policy");
    free(text);
    if (!ok) {
        json_decref(all);
        return fault_internal(&call->fault);
    }
    attributes_apply(queue, all);
    store_queue(call->service->store, queue);
    return true;
}

/* A list of one is written as that one. */
static json_t *one_or_list(json_t *list)
{
    if (json_array_size(list) != 1)
        return list;
    json_t *one = json_incref(json_array_get(list, 0));
    json_decref(list);
    return one;
}

static json_t *each(const json_t *names, const char *format)
{
    json_t *list = json_array();
    for (size_t i = 0; i < json_array_size(names); i++) {
        char text[TEXT_MAX];
        const char *name = json_string_value(json_array_get(names, i));
        const char *at = strchr(format, '$');
        (void)snprintf(text, sizeof text, "%.*s%s%s", (int)(at - format), format, name, at + 1);
        json_array_append_new(list, json_string(text));
    }
    return one_or_list(list);
}

static bool check(struct call *call)
{
    const json_t *names = json_object_get(call->args, "Actions");
    size_t n = json_array_size(names);
    if (n == 0)
        return fault_missing(&call->fault, "Actions");
    if (n > ACTIONS_MAX) {
        return fault_set(&call->fault, FAULT_OVER_LIMIT,
                         "%zu Actions were found, maximum allowed is %d.", n, ACTIONS_MAX);
    }
    if (json_array_size(json_object_get(call->args, "AWSAccountIds")) == 0) {
        return fault_value(&call->fault, "Value [] for parameter PrincipalId is invalid. Reason: "
                                         "Unable to verify.");
    }
    for (size_t i = 0; i < n; i++) {
        const char *name = json_string_value(json_array_get(names, i));
        if (!is_action(name)) {
            return fault_value(&call->fault,
                               "Value SQS:%s for parameter ActionName is invalid. Reason: Only the "
                               "queue owner is allowed to invoke this action.",
                               name);
        }
    }
    return true;
}

json_t *op_add_permission(struct call *call)
{
    struct queue *queue = call_queue(call);
    const char *label = call_string(call, "Label");
    if (queue == NULL || !check(call))
        return NULL;
    json_t *policy = policy_of(queue);
    bool ok =
        find_statement(policy, label) < 0 ||
        fault_value(&call->fault,
                    "Value %s for parameter Label is invalid. Reason: Already exists.", label);
    if (ok) {
        json_t *statement = json_pack(
            "{s:s, s:s, s:{s:o}, s:o, s:s}", "Sid", label, "Effect", "Allow", "Principal", "AWS",
            each(json_object_get(call->args, "AWSAccountIds"), "arn:aws:iam::$:root"), "Action",
            each(json_object_get(call->args, "Actions"), "SQS:$"), "Resource", queue->arn);
        json_array_append_new(json_object_get(policy, "Statement"), statement);
        ok = set_policy(call, queue, policy);
    }
    json_decref(policy);
    return ok ? json_null() : NULL;
}

json_t *op_remove_permission(struct call *call)
{
    struct queue *queue = call_queue(call);
    const char *label = call_string(call, "Label");
    if (queue == NULL)
        return NULL;
    json_t *policy = policy_of(queue);
    int at = find_statement(policy, label);
    bool ok =
        at >= 0 ||
        fault_value(&call->fault,
                    "Value %s for parameter Label is invalid. Reason: can't find label%s.", label,
                    json_object_get(queue->attributes, "Policy") == NULL ? ""
                                                                         : " on existing policy");
    if (ok) {
        json_array_remove(json_object_get(policy, "Statement"), (size_t)at);
        ok = set_policy(call, queue, policy);
    }
    json_decref(policy);
    return ok ? json_null() : NULL;
}
