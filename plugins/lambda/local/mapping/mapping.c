/* SPDX-License-Identifier: Apache-2.0 */
/* The operations on event source mappings; create.c has the first of them. */
#include <string.h>

#include <slrun/member.h>

#include "local/bytes.h"
#include "local/function.h"
#include "local/mapping/registry.h"
#include "local/mapping/settings.h"

static struct mapping *named(struct call *call)
{
    struct mapping *mapping = registry_find(call->service, call_string(call, "UUID"));
    if (!mapping)
        call_fail(call, "ResourceNotFoundException", "The resource you requested does not exist.");
    return mapping;
}

json_t *op_get_event_source_mapping(struct call *call)
{
    const struct mapping *mapping = named(call);
    return mapping ? registry_told(mapping) : NULL;
}

/* Whether a mapping is of the function that the call names, if it names one. */
static bool is_of(const struct mapping *mapping, const char *function, const char *source)
{
    const json_t *config = registry_config(mapping);
    return (!function || strcmp(slrun_text_or(config, "FunctionArn", ""), function) == 0) &&
           (!source || strcmp(slrun_text_or(config, "EventSourceArn", ""), source) == 0);
}

json_t *op_list_event_source_mappings(struct call *call)
{
    const char *source = call_string(call, "EventSourceArn");
    struct function_name name;
    char arn[ARN_SIZE];
    bool given = call_string(call, "FunctionName") != NULL;
    if (given && !function_name_read(call, call_string(call, "FunctionName"), NULL, &name))
        return NULL;
    if (given)
        name_arn(&name, name.qualifier, arn);
    json_t *list = json_array();
    for (const struct mapping *m = registry_all(call->service); m; m = m->next)
        if (strcmp(slrun_text_or(m->doc, "Region", ""), call->region) == 0 &&
            strcmp(slrun_text_or(m->doc, "Account", ""), call->account) == 0 &&
            is_of(m, given ? arn : NULL, source))
            (void)json_array_append_new(list, registry_told(m));
    return call_page(call, "EventSourceMappings", list);
}

static bool changed(struct call *call, json_t *config)
{
    struct target target;
    if (call_string(call, "FunctionName")) {
        if (!settings_target(call, &target))
            return false;
        (void)put(config, "FunctionArn", json_string(target.arn));
    }
    return settings_apply(call, config, false) && settings_check(call, config);
}

json_t *op_update_event_source_mapping(struct call *call)
{
    struct mapping *mapping = named(call);
    json_t *config = mapping ? registry_told(mapping) : NULL;
    if (!config)
        return NULL;
    if (strcmp(slrun_text_or(config, "State", ""), "Deleting") == 0) {
        json_decref(config);
        return call_fail(call, "ResourceInUseException",
                         "Cannot update the event source mapping because it is in use.");
    }
    if (!changed(call, config)) {
        json_decref(config);
        return NULL;
    }
    const json_t *enabled = call_get(call, "Enabled");
    bool was = registry_is_on(mapping), on = enabled ? json_is_true(enabled) : was;
    (void)put(mapping->doc, "Config", config);
    registry_move(mapping,
                  on == was ? "Updating"
                  : on      ? "Enabling"
                            : "Disabling",
                  on ? "Enabled" : "Disabled");
    if (on)
        (void)registry_start(mapping, NULL);
    else
        registry_stop(mapping, false);
    return registry_told(mapping);
}

json_t *op_delete_event_source_mapping(struct call *call)
{
    struct mapping *mapping = named(call);
    if (!mapping)
        return NULL;
    if (strcmp(slrun_text_or(registry_config(mapping), "State", ""), "Deleting") == 0)
        return call_fail(call, "ResourceInUseException",
                         "Cannot delete the event source mapping because it is in use.");
    registry_stop(mapping, true);
    registry_move(mapping, "Deleting", "");
    return registry_told(mapping);
}
