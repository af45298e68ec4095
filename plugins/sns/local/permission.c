/* SPDX-License-Identifier: Apache-2.0 */
/* Policies of topics, and their statements. */
#include "local/permission.h"

#include <string.h>

#include "local/service.h"

static const char *const actions[] = {
    "GetTopicAttributes",
    "SetTopicAttributes",
    "AddPermission",
    "RemovePermission",
    "DeleteTopic",
    "Subscribe",
    "ListSubscriptionsByTopic",
    "Publish",
};
enum { N_ACTIONS = sizeof actions / sizeof *actions, LABEL_MAX = 80 };

json_t *permission_default(const char *account, const char *arn)
{
    json_t *list = json_array();
    for (size_t i = 0; i < N_ACTIONS; i++)
        (void)json_array_append_new(list, json_sprintf("SNS:%s", actions[i]));
    return json_pack("{s:s, s:s, s:[{s:s, s:s, s:{s:s}, s:o, s:s, s:{s:{s:s}}}]}", "Version",
                     "2008-10-17", "Id", "__default_policy_ID", "Statement", "Sid",
                     "__default_statement_ID", "Effect", "Allow", "Principal", "AWS", "*", "Action",
                     list, "Resource", arn, "Condition", "StringEquals", "AWS:SourceOwner",
                     account);
}

static bool known(const char *action)
{
    for (size_t i = 0; i < N_ACTIONS; i++)
        if (strcmp(actions[i], action) == 0)
            return true;
    return false;
}

/* A list with more than one element, or the element itself, as AWS writes it. */
static json_t *one_or_many(json_t *list)
{
    if (json_array_size(list) != 1)
        return list;
    json_t *one = json_incref(json_array_get(list, 0));
    json_decref(list);
    return one;
}

static json_t *principals(const json_t *accounts)
{
    json_t *list = json_array();
    for (size_t i = 0; i < json_array_size(accounts); i++)
        (void)json_array_append_new(
            list,
            json_sprintf("arn:aws:iam::%s:root", json_string_value(json_array_get(accounts, i))));
    return one_or_many(list);
}

json_t *op_add_permission(struct call *call)
{
    const char *label = call_text(call, "Label"), *arn = call_text(call, "TopicArn");
    json_t *topic = call_topic(call, "TopicArn");
    json_t *statements = json_object_get(json_object_get(topic, "Policy"), "Statement");
    const json_t *names = json_object_get(call->args, "ActionName");
    json_t *allowed = json_array();
    for (size_t i = 0; i < json_array_size(names); i++) {
        const char *name = json_string_value(json_array_get(names, i));
        if (!known(name))
            call_invalid(call, "Policy statement action out of service scope!");
        (void)json_array_append_new(allowed, json_sprintf("SNS:%s", name));
    }
    if (topic && slrun_list_at(statements, "Sid", label) < json_array_size(statements))
        call_invalid(call, "Statement already exists");
    if (*label == '\0' || strlen(label) > LABEL_MAX)
        call_invalid(call, "Label");
    if (call->code || !topic) {
        json_decref(allowed);
        return NULL;
    }
    (void)json_array_append_new(statements,
                                json_pack("{s:s, s:s, s:{s:o}, s:o, s:s}", "Sid", label, "Effect",
                                          "Allow", "Principal", "AWS",
                                          principals(json_object_get(call->args, "AWSAccountId")),
                                          "Action", one_or_many(allowed), "Resource", arn));
    topic_keep(call->service, arn);
    return json_object();
}

json_t *op_remove_permission(struct call *call)
{
    json_t *topic = call_topic(call, "TopicArn");
    json_t *statements = json_object_get(json_object_get(topic, "Policy"), "Statement");
    if (!topic)
        return NULL;
    (void)json_array_remove(statements, slrun_list_at(statements, "Sid", call_text(call, "Label")));
    topic_keep(call->service, call_text(call, "TopicArn"));
    return json_object();
}
