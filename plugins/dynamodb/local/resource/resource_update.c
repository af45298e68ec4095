/* SPDX-License-Identifier: Apache-2.0 */
/* What makes a table of a stack another: the calls between old and new properties. */
#include "expr/value.h"
#include "resource/resource_calls.h"

#include <string.h>

bool resource_differs(const struct slrun_resource *r, const char *property)
{
    const json_t *old = json_object_get(r->old, property);
    const json_t *now = json_object_get(r->properties, property);
    return old != now && (old == NULL || now == NULL || !json_equal(old, now));
}

static void add_update(struct calls *calls, const struct slrun_resource *r, const char *member,
                       json_t *value)
{
    calls_add(calls, "update_table",
              json_pack("{s:s, s:o}", "TableName", resource_table_name(r), member, value));
}

static const json_t *find_index(const json_t *properties, const char *name)
{
    size_t i;
    json_t *index;
    json_array_foreach (json_object_get(properties, "GlobalSecondaryIndexes"), i, index)
        if (strcmp(json_string_value(json_object_get(index, "IndexName")), name) == 0)
            return index;
    return NULL;
}

static bool same_index(const json_t *a, const json_t *b)
{
    return a != NULL && b != NULL &&
           json_equal(json_object_get(a, "KeySchema"), json_object_get(b, "KeySchema")) &&
           json_equal(json_object_get(a, "Projection"), json_object_get(b, "Projection"));
}

/* What of an index can be changed while it stays. */
static json_t *index_change(const json_t *old, const json_t *now)
{
    static const char *const names[] = {"ProvisionedThroughput", "OnDemandThroughput",
                                        "WarmThroughput"};
    json_t *change = json_object();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        json_t *value = json_object_get(now, names[i]);
        const json_t *before = json_object_get(old, names[i]);
        if (value != NULL && (before == NULL || !json_equal(before, value)))
            (void)json_object_set(change, names[i], value);
    }
    return change;
}

static void update_index_units(json_t *args, const struct slrun_resource *r)
{
    json_t *updates = json_array(), *index;
    size_t i;
    json_array_foreach (json_object_get(r->properties, "GlobalSecondaryIndexes"), i, index) {
        json_t *name = json_object_get(index, "IndexName");
        const json_t *old = find_index(r->old, json_string_value(name));
        json_t *change = same_index(index, old) ? index_change(old, index) : NULL;
        if (json_object_size(change) > 0) {
            (void)json_object_set(change, "IndexName", name);
            (void)json_array_append_new(updates, json_pack("{s:O}", "Update", change));
        }
        json_decref(change);
    }
    if (json_array_size(updates) > 0)
        (void)json_object_set(args, "GlobalSecondaryIndexUpdates", updates);
    json_decref(updates);
}

/* Capacity, class and protection go together in one call. */
static void update_settings(struct calls *calls, const struct slrun_resource *r)
{
    static const char *const names[] = {"BillingMode",        "ProvisionedThroughput",
                                        "OnDemandThroughput", "WarmThroughput",
                                        "TableClass",         "DeletionProtectionEnabled"};
    json_t *args = json_pack("{s:s}", "TableName", resource_table_name(r));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        json_t *value = json_object_get(r->properties, names[i]);
        if (resource_differs(r, names[i]) && value != NULL)
            (void)json_object_set(args, names[i], value);
        else if (resource_differs(r, names[i]) &&
                 strcmp(names[i], "DeletionProtectionEnabled") == 0)
            (void)json_object_set_new(args, names[i], json_false());
    }
    if (json_object_get(args, "BillingMode") != NULL &&
        json_object_get(r->properties, "ProvisionedThroughput") != NULL) {
        (void)json_object_set(args, "ProvisionedThroughput",
                              json_object_get(r->properties, "ProvisionedThroughput"));
    }
    update_index_units(args, r);
    if (json_object_size(args) > 1)
        calls_add(calls, "update_table", args);
    else
        json_decref(args);
}

/* A stream that changes is turned off first. */
static void update_stream(struct calls *calls, const struct slrun_resource *r)
{
    if (!resource_differs(r, "StreamSpecification"))
        return;
    if (json_object_get(r->old, "StreamSpecification") != NULL)
        add_update(calls, r, "StreamSpecification", json_pack("{s:b}", "StreamEnabled", 0));
    if (json_object_get(r->properties, "StreamSpecification") != NULL)
        add_update(calls, r, "StreamSpecification", resource_stream(r->properties));
}

/* Those of `from` that `other` does not have, or has otherwise: each with a call of its own. */
static void update_indexes(struct calls *calls, const struct slrun_resource *r, bool come)
{
    const json_t *from = come ? r->properties : r->old, *other = come ? r->old : r->properties;
    size_t i;
    json_t *index;
    json_array_foreach (json_object_get(from, "GlobalSecondaryIndexes"), i, index) {
        const char *name = json_string_value(json_object_get(index, "IndexName"));
        if (same_index(index, find_index(other, name)))
            continue;
        json_t *change = come ? json_pack("{s:o}", "Create", resource_index(index))
                              : json_pack("{s:{s:s}}", "Delete", "IndexName", name);
        json_t *args = json_pack("{s:s, s:[o]}", "TableName", resource_table_name(r),
                                 "GlobalSecondaryIndexUpdates", change);
        if (come) {
            (void)json_object_set(args, "AttributeDefinitions",
                                  json_object_get(r->properties, "AttributeDefinitions"));
        }
        calls_add(calls, "update_table", args);
    }
}

static void update_expiry(struct calls *calls, const struct slrun_resource *r)
{
    const json_t *old = json_object_get(r->old, "TimeToLiveSpecification");
    const json_t *now = json_object_get(r->properties, "TimeToLiveSpecification");
    bool was = json_is_true(json_object_get(old, "Enabled"));
    bool is = json_is_true(json_object_get(now, "Enabled"));
    if (!resource_differs(r, "TimeToLiveSpecification") || (!was && !is))
        return;
    if (was) { /* it cannot be changed while it is on */
        json_t *off = value_deep_copy(old);
        (void)json_object_set_new(off, "Enabled", json_false());
        resource_expiry(calls, r, off);
        json_decref(off);
    }
    if (is)
        resource_expiry(calls, r, now);
}

static json_t *tag_names(const json_t *properties)
{
    json_t *names = json_array(), *tag;
    size_t i;
    json_array_foreach (json_object_get(properties, "Tags"), i, tag)
        (void)json_array_append(names, json_object_get(tag, "Key"));
    return names;
}

static void update_tags(struct calls *calls, const struct slrun_resource *r)
{
    json_t *names = tag_names(r->old), *tags = json_object_get(r->properties, "Tags");
    json_t *arn = json_sprintf("arn:aws:dynamodb:%s:%s:table/%s", r->region, r->account,
                               resource_table_name(r));
    if (resource_differs(r, "Tags") && json_array_size(names) > 0) {
        calls_add(calls, "untag_resource",
                  json_pack("{s:O, s:O}", "ResourceArn", arn, "TagKeys", names));
    }
    if (resource_differs(r, "Tags") && json_array_size(tags) > 0)
        calls_add(calls, "tag_resource", json_pack("{s:O, s:O}", "ResourceArn", arn, "Tags", tags));
    json_decref(names);
    json_decref(arn);
}

void resource_update_plan(struct calls *calls, const struct slrun_resource *r)
{
    update_indexes(calls, r, false);
    update_settings(calls, r);
    update_stream(calls, r);
    if (resource_differs(r, "SSESpecification"))
        add_update(calls, r, "SSESpecification", resource_encryption(r->properties));
    update_indexes(calls, r, true);
    update_expiry(calls, r);
    update_tags(calls, r);
    resource_settings(calls, r);
}
