/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/changes.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>

#include "engine/causes.h"
#include "engine/graph.h"
#include "engine/outputs.h"
#include "engine/record.h"
#include "template/types.h"
#include "template/value.h"

#define UNKNOWN_VALUE "{{changeSet:KNOWN_AFTER_APPLY}}"

struct look {
    const struct stack *stack;
    const struct plan *plan;
    json_t *there; /* resources that will be the same ones */
    json_t *exports;
    json_t *changes; /* logical id to a change */
};

/* `record`: of the resource that is there, or NULL for one that will be. */
static void add(struct look *l, const char *id, const char *action, const json_t *record)
{
    const json_t *planned = json_object_get(l->plan->resources, id);
    const char *type = record ? record_text(record, "ResourceType") : slrun_text(planned, "Type");
    json_t *change = json_pack("{s:s, s:{s:s, s:s, s:s, s:[], s:[]}}", "Type", "Resource",
                               "ResourceChange", "Action", action, "LogicalResourceId", id,
                               "ResourceType", type, "Scope", "Details");
    if (record)
        (void)json_object_set(json_object_get(change, "ResourceChange"), "PhysicalResourceId",
                              json_object_get(record, "PhysicalResourceId"));
    (void)json_object_set_new(l->changes, id, change);
}

static bool same(const json_t *a, const json_t *b)
{
    return a == b || (a && b && json_equal(a, b));
}

static bool is_replacing(const struct slrun_resource_type *type, const char *property)
{
    const char *const *name = type ? type->replacing : NULL;
    for (; name && *name; name++)
        if (strcmp(*name, property) == 0)
            return true;
    return type && !type->update;
}

/* A value as change sets show it: texts as they are, others as JSON; a new reference, or NULL. */
static json_t *shown(const json_t *value)
{
    if (!value || json_is_string(value))
        return value ? json_copy((json_t *)(uintptr_t)value) : NULL;
    if (value_has_unknown(value))
        return json_string(UNKNOWN_VALUE);
    char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
    json_t *string = text ? json_string(text) : NULL;
    free(text);
    return string;
}

/* What is told with IncludePropertyValues alone stands under VALUES. */
static void add_values(json_t *target, const json_t *old, const json_t *now, const char *property)
{
    json_t *values = json_pack("{s:s, s:o, s:o*, s:o*}", "AttributeChangeType",
                               !old   ? "Add"
                               : !now ? "Remove"
                                      : "Modify",
                               "Path", json_sprintf("/Properties/%s", property), "BeforeValue",
                               shown(old), "AfterValue", shown(now));
    (void)json_object_set_new(target, CHANGES_VALUES, values);
}

/* A property that changes. */
struct difference {
    const char *property;
    const json_t *old, *now;
    bool replaces, dynamic;
};

/* One for each of its causes. */
static void add_details(struct look *l, json_t *change, const struct difference *d)
{
    const struct cause_look look = {l->stack, l->plan, l->changes};
    const struct cause_of of = {slrun_text(change, "LogicalResourceId"), d->property, d->dynamic};
    json_t *causes = causes_list(&look, &of), *detail;
    size_t i;
    json_array_foreach (causes, i, detail) {
        json_t *target = json_pack("{s:s, s:s, s:s}", "Attribute", "Properties", "Name",
                                   d->property, "RequiresRecreation",
                                   !d->replaces ? "Never"
                                   : d->dynamic ? "Conditionally"
                                                : "Always");
        add_values(target, d->old, d->now, d->property);
        (void)json_object_set_new(detail, "Target", target);
        (void)json_array_append(json_object_get(change, "Details"), detail);
    }
    json_decref(causes);
}

/* Properties as JSON, and those that only the deployment will tell. */
static json_t *context_of(const json_t *properties)
{
    json_t *known = json_object(), *value;
    const char *name;
    json_object_foreach ((json_t *)(uintptr_t)properties, name, value)
        (void)json_object_set_new(known, name,
                                  value_has_unknown(value) ? json_string(UNKNOWN_VALUE)
                                                           : json_incref(value));
    json_t *all = json_pack("{s:o}", "Properties", known);
    char *text = all ? json_dumps(all, JSON_COMPACT) : NULL;
    json_t *string = text ? json_string(text) : NULL;
    free(text);
    json_decref(all);
    return string;
}

static void add_contexts(struct look *l, const char *id, const json_t *before, const json_t *after)
{
    json_t *change = json_object_get(json_object_get(l->changes, id), "ResourceChange");
    (void)json_object_set_new(change, CHANGES_VALUES,
                              json_pack("{s:o*, s:o*}", "BeforeContext",
                                        before ? context_of(before) : NULL, "AfterContext",
                                        after ? context_of(after) : NULL));
}

/* How far it is replaced. */
enum replacement { REPLACE_NOT, REPLACE_PERHAPS, REPLACE_SURELY };

static enum replacement compare(struct look *l, json_t *change, const json_t *old,
                                const json_t *new)
{
    const struct slrun_resource_type *type =
        type_acting(l->stack->engine->cloud, slrun_text(change, "ResourceType"));
    enum replacement most = REPLACE_NOT;
    json_t *names = json_copy((json_t *)old), *value;
    const char *name;
    (void)json_object_update_missing(names, (json_t *)new);
    json_object_foreach (names, name, value) {
        const json_t *now = json_object_get(new, name);
        if (same(json_object_get(old, name), now))
            continue;
        bool replaces = is_replacing(type, name), dynamic = now && value_has_unknown(now);
        add_details(l, change,
                    &(struct difference){name, json_object_get(old, name), now, replaces, dynamic});
        enum replacement this = !replaces ? REPLACE_NOT
                                : dynamic ? REPLACE_PERHAPS
                                          : REPLACE_SURELY;
        most = this > most ? this : most;
    }
    json_decref(names);
    return most;
}

/* What becomes of a resource that goes, or is replaced, by its policy. */
static json_t *policy_action(const char *policy, bool replaced)
{
    bool retain = strncmp(policy, "Retain", 6) == 0, snapshot = strcmp(policy, "Snapshot") == 0;
    return json_sprintf("%s%s", replaced ? "ReplaceAnd" : "",
                        retain     ? "Retain"
                        : snapshot ? "Snapshot"
                                   : "Delete");
}

static void look_at_modified(struct look *l, const char *id, const json_t *record,
                             const json_t *properties)
{
    static const char *const words[] = {"False", "Conditional", "True"};
    if (properties && json_equal(json_object_get(record, "Properties"), properties))
        return;
    add(l, id, "Modify", record);
    json_t *change = json_object_get(json_object_get(l->changes, id), "ResourceChange");
    enum replacement how = compare(l, change, json_object_get(record, "Properties"), properties);
    (void)json_object_set_new(change, "Replacement", json_string(words[how]));
    add_contexts(l, id, json_object_get(record, "Properties"), properties);
    if (how == REPLACE_SURELY)
        (void)json_object_set_new(change, "PolicyAction",
                                  policy_action(record_text(record, "UpdateReplacePolicy"), true));
    (void)json_array_append_new(json_object_get(change, "Scope"), json_string("Properties"));
    if (how != REPLACE_NOT)
        (void)json_object_del(l->there, id);
}

static bool exists(const json_t *record)
{
    return record && *record_text(record, "PhysicalResourceId") &&
           strcmp(record_text(record, "ResourceStatus"), "DELETE_COMPLETE") != 0;
}

static void look_at(struct look *l, const char *id)
{
    struct problems problems = {.n = 0};
    struct plan_look look = {.cloud = l->stack->engine->cloud,
                             .resources = l->there,
                             .exports = l->exports,
                             .early = true,
                             .problems = &problems};
    const json_t *record = json_object_get(json_object_get(l->stack->doc, "Resources"), id);
    json_t *properties = plan_properties(l->plan, &look, id);
    if (!exists(record)) {
        add(l, id, "Add", NULL);
        add_contexts(l, id, NULL, properties);
        json_decref(properties);
        return;
    }
    look_at_modified(l, id, record, properties);
    json_decref(properties);
}

static void look_at_removed(struct look *l)
{
    const char *id;
    json_t *record;
    json_object_foreach (json_object_get(l->stack->doc, "Resources"), id, record) {
        if (json_object_get(l->plan->resources, id) || !exists(record))
            continue;
        add(l, id, "Remove", record);
        add_contexts(l, id, json_object_get(record, "Properties"), NULL);
        json_t *change = json_object_get(json_object_get(l->changes, id), "ResourceChange");
        (void)json_object_set_new(change, "PolicyAction",
                                  policy_action(record_text(record, "DeletionPolicy"), false));
    }
}

static json_t *values_of(const json_t *map)
{
    json_t *list = json_array(), *value;
    const char *key;
    json_object_foreach ((json_t *)map, key, value)
        (void)json_array_append(list, value);
    return list;
}

json_t *changes_of(const struct stack *stack, const struct plan *plan)
{
    struct look l = {.stack = stack,
                     .plan = plan,
                     .there = json_copy(json_object_get(stack->doc, "Resources")),
                     .exports = engine_export_values(stack->engine, stack_text(stack, "Region"),
                                                     stack_text(stack, "Account")),
                     .changes = json_object()};
    struct graph *graph = graph_new(plan->resources, false);
    const char *id;
    while (graph && (id = graph_next(graph))) {
        look_at(&l, id);
        graph_done(graph, id, true);
    }
    graph_free(graph);
    look_at_removed(&l);
    json_t *list = values_of(l.changes);
    json_decref(l.there);
    json_decref(l.exports);
    json_decref(l.changes);
    return list;
}

static void tell(json_t *object, bool values)
{
    json_t *more = json_object_get(object, CHANGES_VALUES);
    if (values && more)
        (void)json_object_update(object, more);
    (void)json_object_del(object, CHANGES_VALUES);
}

void changes_tell(json_t *changes, bool values)
{
    size_t i, j;
    json_t *change, *detail;
    json_array_foreach (changes, i, change) {
        json_t *resource = json_object_get(change, "ResourceChange");
        tell(resource, values);
        json_array_foreach (json_object_get(resource, "Details"), j, detail)
            tell(json_object_get(detail, "Target"), values);
    }
}

static bool differs_in(const json_t *a, const json_t *b, const char *member)
{
    return !same(json_object_get(a, member), json_object_get(b, member));
}

bool changes_beside(const struct stack *stack, const struct plan *plan, const json_t *tags)
{
    struct problems problems = {.n = 0};
    struct plan_look look = {.cloud = stack->engine->cloud,
                             .resources = json_object_get(stack->doc, "Resources"),
                             .early = true,
                             .problems = &problems};
    json_t *outputs = plan_outputs(plan, &look), *entry;
    bool differs = !same(json_object_get(stack->doc, "Outputs"), outputs) ||
                   (tags && !same(json_object_get(stack->doc, "Tags"), tags));
    const char *id;
    json_object_foreach (plan->resources, id, entry) {
        const json_t *record = json_object_get(json_object_get(stack->doc, "Resources"), id);
        differs = differs || differs_in(record, entry, "Metadata") ||
                  differs_in(record, entry, "DeletionPolicy") ||
                  differs_in(record, entry, "UpdateReplacePolicy");
    }
    json_decref(outputs);
    return differs;
}

const char *changes_type(const struct stack *stack, const struct plan *plan)
{
    const char *id;
    json_t *entry;
    json_object_foreach (plan->resources, id, entry) {
        const json_t *record = json_object_get(json_object_get(stack->doc, "Resources"), id);
        if (exists(record) && strcmp(record_text(record, "ResourceType"),
                                     json_string_value(json_object_get(entry, "Type"))) != 0)
            return id;
    }
    return NULL;
}
