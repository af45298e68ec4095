/* SPDX-License-Identifier: Apache-2.0 */
/* Policies of buses. They are kept and told; the local cloud lets everybody do everything. */
#include <string.h>

#include "local/service.h"

static json_t *statement(const struct slrun_json_call *call, const char *bus)
{
    const char *principal = call_text(call, "Principal");
    const json_t *condition = json_object_get(call->args, "Condition");
    bool all = strcmp(principal, "*") == 0;
    json_t *who = all ? json_string("*")
                      : json_pack("{s:o}", "AWS", json_sprintf("arn:aws:iam::%s:root", principal));
    json_t *made =
        json_pack("{s:s, s:s, s:o, s:s, s:s}", "Sid", call_text(call, "StatementId"), "Effect",
                  "Allow", "Principal", who, "Action", call_text(call, "Action"), "Resource", bus);
    if (condition)
        (void)json_object_set_new(made, "Condition",
                                  json_pack("{s:{s:s}}", slrun_text(condition, "Type"),
                                            slrun_text(condition, "Key"),
                                            slrun_text(condition, "Value")));
    return made;
}

json_t *op_put_permission(struct slrun_json_call *call)
{
    const char *text = call_text(call, "Policy");
    json_t *bus = call_bus(call, "EventBusName"), *policy = json_object_get(bus, "Policy");
    if (!bus)
        return NULL;
    if (text) {
        policy = json_loads(text, 0, NULL);
        if (!json_is_object(policy)) {
            json_decref(policy);
            return call_invalid(call, "This policy contains invalid Json");
        }
        (void)json_object_set_new(bus, "Policy", policy);
    } else {
        if (!call_text(call, "Principal") || !call_text(call, "Action") ||
            !call_text(call, "StatementId"))
            return call_invalid(call, "Parameter(s) Principal, Action and StatementId, or Policy, "
                                      "must be specified.");
        if (strcmp(call_text(call, "Action"), "events:PutEvents") != 0)
            return call_invalid(call, "Provided value in parameter 'action' is not supported.");
        if (!policy)
            (void)json_object_set_new(
                bus, "Policy",
                policy = json_pack("{s:s, s:[]}", "Version", "2012-10-17", "Statement"));
        json_t *list = json_object_get(policy, "Statement");
        (void)json_array_remove(list, slrun_list_at(list, "Sid", call_text(call, "StatementId")));
        (void)json_array_append_new(list, statement(call, slrun_text(bus, "Arn")));
    }
    bus_keep(call->service, slrun_text(bus, "Arn"));
    return json_null();
}

json_t *op_remove_permission(struct slrun_json_call *call)
{
    json_t *bus = call_bus(call, "EventBusName"), *policy = json_object_get(bus, "Policy");
    json_t *list = json_object_get(policy, "Statement");
    const char *id = call_text(call, "StatementId");
    if (!bus)
        return NULL;
    if (!policy)
        return call_fail(call, "ResourceNotFoundException", "EventBus does not have a policy.");
    if (json_is_true(json_object_get(call->args, "RemoveAllPermissions")))
        (void)json_array_clear(list);
    else if (!id || slrun_list_at(list, "Sid", id) == json_array_size(list))
        return call_fail(call, "ResourceNotFoundException",
                         "Statement with the provided id does not exist.");
    else
        (void)json_array_remove(list, slrun_list_at(list, "Sid", id));
    if (json_array_size(list) == 0)
        (void)json_object_del(bus, "Policy");
    bus_keep(call->service, slrun_text(bus, "Arn"));
    return json_null();
}
