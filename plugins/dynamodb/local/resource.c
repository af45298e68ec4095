/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::DynamoDB::Table: properties of a stack's table as operations. */
#include "resource.h"

#include <stdbool.h>
#include <string.h>

#include "service.h"

enum { CALLS_MAX = 48 }; /* 20 indexes may go and 20 come, each with a call */

struct calls {
    struct slrun_resource_call all[CALLS_MAX];
    size_t n;
};

static const char *table_name(const struct slrun_resource *r)
{
    const char *name = json_string_value(json_object_get(r->properties, "TableName"));
    return r->physical_id != NULL ? r->physical_id : name != NULL ? name : r->suggested_name;
}

static void add(struct calls *calls, const char *operation, json_t *args)
{
    if (calls->n < CALLS_MAX) {
        calls->all[calls->n++] = (struct slrun_resource_call){.operation = operation, .args = args};
    } else {
        json_decref(args);
    }
}

static void run(const struct service *service, struct slrun_resource *r, const struct calls *calls,
                void (*done)(void *, struct slrun_resource *, const json_t *))
{
    service->cloud->resource_run(
        service->cloud, r, &(struct slrun_resource_run){"dynamodb", calls->all, calls->n, done});
}

/* ---- properties as arguments ---- */

/* Members that CreateTable, UpdateTable and the properties have alike. */
static void copy(json_t *args, const json_t *properties, const char *const *names)
{
    for (; *names != NULL; names++) {
        json_t *value = json_object_get(properties, *names);
        if (value != NULL) {
            (void)json_object_set(args, *names, value);
        }
    }
}

static json_t *stream_of(const json_t *properties)
{
    json_t *type =
        json_object_get(json_object_get(properties, "StreamSpecification"), "StreamViewType");
    return type != NULL ? json_pack("{s:b, s:O}", "StreamEnabled", 1, "StreamViewType", type)
                        : json_pack("{s:b}", "StreamEnabled", 0);
}

static json_t *encryption_of(const json_t *properties)
{
    const json_t *given = json_object_get(properties, "SSESpecification");
    return json_pack("{s:b, s:O*, s:O*}", "Enabled",
                     json_is_true(json_object_get(given, "SSEEnabled")), "SSEType",
                     json_object_get(given, "SSEType"), "KMSMasterKeyId",
                     json_object_get(given, "KMSMasterKeyId"));
}

static json_t *index_of(const json_t *index)
{
    json_t *one = json_copy((json_t *)index);
    (void)json_object_del(one, "ContributorInsightsSpecification");
    return one;
}

static json_t *indexes_of(const json_t *properties)
{
    json_t *list = json_array(), *index;
    size_t i;
    json_array_foreach (json_object_get(properties, "GlobalSecondaryIndexes"), i, index) {
        (void)json_array_append_new(list, index_of(index));
    }
    return list;
}

static void add_expiry(struct calls *calls, const struct slrun_resource *r, const json_t *given)
{
    add(calls, "update_time_to_live",
        json_pack("{s:s, s:O}", "TableName", table_name(r), "TimeToLiveSpecification", given));
}

/* ---- create ---- */

static void table_described(void *state, struct slrun_resource *r, const json_t *results)
{
    const struct service *service = state;
    const json_t *last = json_array_get(results, json_array_size(results) - 1);
    const json_t *table = json_object_get(last, "Table");
    json_t *all = json_pack("{s:O, s:O*}", "Arn", json_object_get(table, "TableArn"), "StreamArn",
                            json_object_get(table, "LatestStreamArn"));
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){.physical_id = table_name(r), .attributes = all});
    json_decref(all);
}

/* Describes the table as the last thing, for its attributes. */
static void run_and_describe(const struct service *service, struct slrun_resource *r,
                             struct calls *calls)
{
    add(calls, "describe_table", json_pack("{s:s}", "TableName", table_name(r)));
    run(service, r, calls, table_described);
}

static void table_create(void *state, struct slrun_resource *r)
{
    static const char *const same[] = {"AttributeDefinitions",
                                       "KeySchema",
                                       "LocalSecondaryIndexes",
                                       "BillingMode",
                                       "ProvisionedThroughput",
                                       "OnDemandThroughput",
                                       "WarmThroughput",
                                       "TableClass",
                                       "DeletionProtectionEnabled",
                                       "Tags",
                                       NULL};
    const json_t *p = r->properties;
    const json_t *expiry = json_object_get(p, "TimeToLiveSpecification");
    struct calls calls = {.n = 0};
    json_t *args = json_pack("{s:s}", "TableName", table_name(r));
    copy(args, p, same);
    if (json_object_get(p, "GlobalSecondaryIndexes") != NULL) {
        (void)json_object_set_new(args, "GlobalSecondaryIndexes", indexes_of(p));
    }
    if (json_object_get(p, "StreamSpecification") != NULL) {
        (void)json_object_set_new(args, "StreamSpecification", stream_of(p));
    }
    if (json_object_get(p, "SSESpecification") != NULL) {
        (void)json_object_set_new(args, "SSESpecification", encryption_of(p));
    }
    add(&calls, "create_table", args);
    if (json_is_true(json_object_get(expiry, "Enabled"))) {
        add_expiry(&calls, r, expiry);
    }
    run_and_describe(state, r, &calls);
}

/* ---- update ---- */

static bool differs(const struct slrun_resource *r, const char *property)
{
    const json_t *old = json_object_get(r->old, property);
    const json_t *now = json_object_get(r->properties, property);
    return old != now && (old == NULL || now == NULL || !json_equal(old, now));
}

static void add_update(struct calls *calls, const struct slrun_resource *r, const char *member,
                       json_t *value)
{
    add(calls, "update_table", json_pack("{s:s, s:o}", "TableName", table_name(r), member, value));
}

/* Capacity, class and protection go together in one call. */
static void update_settings(struct calls *calls, const struct slrun_resource *r)
{
    static const char *const names[] = {"BillingMode", "ProvisionedThroughput",
                                        "OnDemandThroughput", "TableClass",
                                        "DeletionProtectionEnabled"};
    json_t *args = json_pack("{s:s}", "TableName", table_name(r));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        json_t *value = json_object_get(r->properties, names[i]);
        if (differs(r, names[i]) && value != NULL) {
            (void)json_object_set(args, names[i], value);
        } else if (differs(r, names[i]) && strcmp(names[i], "DeletionProtectionEnabled") == 0) {
            (void)json_object_set_new(args, names[i], json_false());
        }
    }
    if (json_object_get(args, "BillingMode") != NULL &&
        json_object_get(r->properties, "ProvisionedThroughput") != NULL) {
        (void)json_object_set(args, "ProvisionedThroughput",
                              json_object_get(r->properties, "ProvisionedThroughput"));
    }
    if (json_object_size(args) > 1) {
        add(calls, "update_table", args);
    } else {
        json_decref(args);
    }
}

/* A stream that changes is turned off first. */
static void update_stream(struct calls *calls, const struct slrun_resource *r)
{
    if (!differs(r, "StreamSpecification")) {
        return;
    }
    if (json_object_get(r->old, "StreamSpecification") != NULL) {
        add_update(calls, r, "StreamSpecification", json_pack("{s:b}", "StreamEnabled", 0));
    }
    if (json_object_get(r->properties, "StreamSpecification") != NULL) {
        add_update(calls, r, "StreamSpecification", stream_of(r->properties));
    }
}

static const json_t *find_index(const json_t *properties, const char *name)
{
    size_t i;
    json_t *index;
    json_array_foreach (json_object_get(properties, "GlobalSecondaryIndexes"), i, index) {
        if (strcmp(json_string_value(json_object_get(index, "IndexName")), name) == 0) {
            return index;
        }
    }
    return NULL;
}

static bool same_index(const json_t *a, const json_t *b)
{
    return a != NULL && b != NULL &&
           json_equal(json_object_get(a, "KeySchema"), json_object_get(b, "KeySchema")) &&
           json_equal(json_object_get(a, "Projection"), json_object_get(b, "Projection"));
}

/* Those of `from` that `other` does not have, or has otherwise: each with a call of its own. */
static void update_indexes(struct calls *calls, const struct slrun_resource *r, bool come)
{
    const json_t *from = come ? r->properties : r->old, *other = come ? r->old : r->properties;
    size_t i;
    json_t *index;
    json_array_foreach (json_object_get(from, "GlobalSecondaryIndexes"), i, index) {
        const char *name = json_string_value(json_object_get(index, "IndexName"));
        if (same_index(index, find_index(other, name))) {
            continue;
        }
        json_t *change = come ? json_pack("{s:o}", "Create", index_of(index))
                              : json_pack("{s:{s:s}}", "Delete", "IndexName", name);
        json_t *args = json_pack("{s:s, s:[o]}", "TableName", table_name(r),
                                 "GlobalSecondaryIndexUpdates", change);
        if (come) {
            (void)json_object_set(args, "AttributeDefinitions",
                                  json_object_get(r->properties, "AttributeDefinitions"));
        }
        add(calls, "update_table", args);
    }
}

static void update_expiry(struct calls *calls, const struct slrun_resource *r)
{
    const json_t *old = json_object_get(r->old, "TimeToLiveSpecification");
    const json_t *now = json_object_get(r->properties, "TimeToLiveSpecification");
    bool was = json_is_true(json_object_get(old, "Enabled"));
    bool is = json_is_true(json_object_get(now, "Enabled"));
    if (!differs(r, "TimeToLiveSpecification") || (!was && !is)) {
        return;
    }
    if (was) { /* it cannot be changed while it is on */
        json_t *off = json_deep_copy(old);
        (void)json_object_set_new(off, "Enabled", json_false());
        add_expiry(calls, r, off);
        json_decref(off);
    }
    if (is) {
        add_expiry(calls, r, now);
    }
}

static json_t *tag_names(const json_t *properties)
{
    json_t *names = json_array(), *tag;
    size_t i;
    json_array_foreach (json_object_get(properties, "Tags"), i, tag) {
        (void)json_array_append(names, json_object_get(tag, "Key"));
    }
    return names;
}

static void update_tags(struct calls *calls, const struct slrun_resource *r)
{
    json_t *names = tag_names(r->old), *tags = json_object_get(r->properties, "Tags");
    json_t *arn =
        json_sprintf("arn:aws:dynamodb:%s:%s:table/%s", r->region, r->account, table_name(r));
    if (differs(r, "Tags") && json_array_size(names) > 0) {
        add(calls, "untag_resource", json_pack("{s:O, s:O}", "ResourceArn", arn, "TagKeys", names));
    }
    if (differs(r, "Tags") && json_array_size(tags) > 0) {
        add(calls, "tag_resource", json_pack("{s:O, s:O}", "ResourceArn", arn, "Tags", tags));
    }
    json_decref(names);
    json_decref(arn);
}

static void table_update(void *state, struct slrun_resource *r)
{
    struct calls calls = {.n = 0};
    update_indexes(&calls, r, false);
    update_settings(&calls, r);
    update_stream(&calls, r);
    if (differs(r, "SSESpecification")) {
        add_update(&calls, r, "SSESpecification", encryption_of(r->properties));
    }
    update_indexes(&calls, r, true);
    update_expiry(&calls, r);
    update_tags(&calls, r);
    run_and_describe(state, r, &calls);
}

/* ---- remove ---- */

static void table_remove(void *state, struct slrun_resource *r)
{
    struct calls calls = {.n = 0};
    add(&calls, "delete_table", json_pack("{s:s}", "TableName", r->physical_id));
    calls.all[0].ignored = "ResourceNotFoundException";
    run(state, r, &calls, NULL);
}

const struct slrun_resource_type dynamodb_resources[] = {
    {.type = "AWS::DynamoDB::Table",
     .doc = "A table with its indexes and its stream.",
     .properties = resource_table_properties,
     .attributes = (const char *const[]){"Arn", "StreamArn", NULL},
     .replacing = (const char *const[]){"TableName", "KeySchema", "LocalSecondaryIndexes",
                                        "ImportSourceSpecification", NULL},
     .create = table_create,
     .update = table_update,
     .remove = table_remove},
    {.type = NULL},
};
