/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::DynamoDB::Table and GlobalTable: properties of a stack's table as operations. */
#include "resource/resource.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "resource/resource_calls.h"
#include "service.h"

const char *resource_table_name(const struct slrun_resource *r)
{
    const char *name = json_string_value(json_object_get(r->properties, "TableName"));
    return r->physical_id != NULL ? r->physical_id : name != NULL ? name : r->suggested_name;
}

void calls_add(struct calls *calls, const char *operation, json_t *args)
{
    if (calls->n < CALLS_MAX)
        calls->all[calls->n++] = (struct slrun_resource_call){.operation = operation, .args = args};
    else
        json_decref(args);
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
        if (value != NULL)
            (void)json_object_set(args, *names, value);
    }
}

json_t *resource_stream(const json_t *properties)
{
    json_t *type =
        json_object_get(json_object_get(properties, "StreamSpecification"), "StreamViewType");
    return type != NULL ? json_pack("{s:b, s:O}", "StreamEnabled", 1, "StreamViewType", type)
                        : json_pack("{s:b}", "StreamEnabled", 0);
}

json_t *resource_encryption(const json_t *properties)
{
    const json_t *given = json_object_get(properties, "SSESpecification");
    return json_pack("{s:b, s:O*, s:O*}", "Enabled",
                     json_is_true(json_object_get(given, "SSEEnabled")), "SSEType",
                     json_object_get(given, "SSEType"), "KMSMasterKeyId",
                     json_object_get(given, "KMSMasterKeyId"));
}

json_t *resource_index(const json_t *index)
{
    json_t *one = value_copy(index);
    (void)json_object_del(one, "ContributorInsightsSpecification");
    return one;
}

static json_t *indexes_of(const json_t *properties)
{
    json_t *list = json_array(), *index;
    size_t i;
    json_array_foreach (json_object_get(properties, "GlobalSecondaryIndexes"), i, index)
        (void)json_array_append_new(list, resource_index(index));
    return list;
}

void resource_expiry(struct calls *calls, const struct slrun_resource *r, const json_t *given)
{
    calls_add(calls, "update_time_to_live",
              json_pack("{s:s, s:O}", "TableName", resource_table_name(r),
                        "TimeToLiveSpecification", given));
}

/* ---- create ---- */

static void table_described(void *state, struct slrun_resource *r, const json_t *results)
{
    const struct service *service = state;
    const json_t *last = json_array_get(results, json_array_size(results) - 1);
    const json_t *table = json_object_get(last, "Table");
    json_t *all = json_pack("{s:O, s:O*, s:O*}", "Arn", json_object_get(table, "TableArn"),
                            "StreamArn", json_object_get(table, "LatestStreamArn"), "TableId",
                            json_object_get(table, "TableId"));
    service->cloud->resource_done(r, &(struct slrun_resource_result){
                                         .physical_id = resource_table_name(r), .attributes = all});
    json_decref(all);
}

/* Describes the table as the last thing, for its attributes. */
static void run_and_describe(const struct service *service, struct slrun_resource *r,
                             struct calls *calls)
{
    calls_add(calls, "describe_table", json_pack("{s:s}", "TableName", resource_table_name(r)));
    run(service, r, calls, table_described);
}

static void plan_create(struct calls *calls, const struct slrun_resource *r)
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
    json_t *policy = resource_policy_text(p);
    json_t *args =
        json_pack("{s:s, s:o*}", "TableName", resource_table_name(r), "ResourcePolicy", policy);
    copy(args, p, same);
    if (json_object_get(p, "GlobalSecondaryIndexes") != NULL)
        (void)json_object_set_new(args, "GlobalSecondaryIndexes", indexes_of(p));
    if (json_object_get(p, "StreamSpecification") != NULL)
        (void)json_object_set_new(args, "StreamSpecification", resource_stream(p));
    if (json_object_get(p, "SSESpecification") != NULL)
        (void)json_object_set_new(args, "SSESpecification", resource_encryption(p));
    calls_add(calls, "create_table", args);
    if (json_is_true(json_object_get(expiry, "Enabled")))
        resource_expiry(calls, r, expiry);
    resource_settings(calls, r);
}

static void table_create(void *state, struct slrun_resource *r)
{
    struct calls calls = {.n = 0};
    plan_create(&calls, r);
    run_and_describe(state, r, &calls);
}

/* ---- update ---- */

static void table_update(void *state, struct slrun_resource *r)
{
    struct calls calls = {.n = 0};
    resource_update_plan(&calls, r);
    run_and_describe(state, r, &calls);
}

/* ---- global tables ---- */

static void refuse_global(const struct service *service, struct slrun_resource *r)
{
    struct slrun_error error = {.kind = SLRUN_E_SERVICE};
    snprintf(error.code, sizeof error.code, "ValidationError");
    snprintf(error.message, sizeof error.message,
             "Replicas must have one for the region of the stack, %.64s", r->region);
    service->cloud->resource_done(r, &(struct slrun_resource_result){.error = &error});
}

/* By the calls that a table with the properties of its replica here needs. */
static void run_global(const struct service *service, struct slrun_resource *r,
                       void (*plan)(struct calls *calls, const struct slrun_resource *r))
{
    struct slrun_resource table = *r;
    struct calls calls = {.n = 0};
    table.properties = resource_of_global(r->properties, r->region);
    table.old = r->old == NULL ? NULL : resource_of_global(r->old, r->region);
    if (table.properties == NULL) {
        refuse_global(service, r);
    } else {
        plan(&calls, &table);
        run_and_describe(service, r, &calls);
    }
    json_decref((json_t *)(uintptr_t)table.properties);
    json_decref((json_t *)(uintptr_t)table.old);
}

static void global_create(void *state, struct slrun_resource *r)
{
    run_global(state, r, plan_create);
}

static void global_update(void *state, struct slrun_resource *r)
{
    run_global(state, r, resource_update_plan);
}

/* ---- remove ---- */

static void table_remove(void *state, struct slrun_resource *r)
{
    struct calls calls = {.n = 0};
    calls_add(&calls, "delete_table", json_pack("{s:s}", "TableName", r->physical_id));
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
    {.type = "AWS::DynamoDB::GlobalTable",
     .doc = "Its replica in the region of the stack; those of other regions are not made.",
     .properties = resource_global_properties,
     .attributes = (const char *const[]){"Arn", "StreamArn", "TableId", NULL},
     .replacing = (const char *const[]){"TableName", "KeySchema", "LocalSecondaryIndexes", NULL},
     .create = global_create,
     .update = global_update,
     .remove = table_remove},
    {.type = NULL},
};
