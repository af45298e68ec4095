/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/record.h"

#include <string.h>

const char *record_text(const json_t *record, const char *member)
{
    const char *text = json_string_value(json_object_get(record, member));
    return text ? text : "";
}

void record_follow(json_t *record, const json_t *entry)
{
    static const char *const members[] = {"DependsOn", "DeletionPolicy", "UpdateReplacePolicy",
                                          "Metadata"};
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        json_t *value = json_object_get(entry, members[i]);
        if (value)
            (void)json_object_set_new(record, members[i], json_deep_copy(value));
        else
            (void)json_object_del(record, members[i]);
    }
}

json_t *record_new(const char *id, const json_t *entry)
{
    json_t *record = json_pack("{s:s, s:O}", "LogicalResourceId", id, "ResourceType",
                               json_object_get(entry, "Type"));
    record_follow(record, entry);
    return record;
}

void record_status(struct stack *stack, json_t *record, const char *status, const char *reason)
{
    struct stack_event event = {.logical_id = record_text(record, "LogicalResourceId"),
                                .physical_id = record_text(record, "PhysicalResourceId"),
                                .type = record_text(record, "ResourceType"),
                                .status = status,
                                .reason = reason,
                                .properties = json_object_get(record, "Properties")};
    (void)json_object_set_new(record, "ResourceStatus", json_string(status));
    (void)json_object_set_new(record, "Timestamp", engine_now(stack->engine));
    if (reason)
        (void)json_object_set_new(record, "ResourceStatusReason", json_string(reason));
    else
        (void)json_object_del(record, "ResourceStatusReason");
    stack_event(stack, &event);
}

void record_made(json_t *record, const char *physical_id, const json_t *attributes)
{
    if (physical_id)
        (void)json_object_set_new(record, "PhysicalResourceId", json_string(physical_id));
    if (attributes)
        (void)json_object_set_new(record, "Attributes", json_deep_copy(attributes));
}

bool record_is_retained(const json_t *record, bool creating)
{
    const char *policy = record_text(record, "DeletionPolicy");
    return strcmp(policy, "Retain") == 0 ||
           (strcmp(policy, "RetainExceptOnCreate") == 0 && !creating);
}
