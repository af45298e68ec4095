/* SPDX-License-Identifier: Apache-2.0 */
/* CreateTable, DescribeTable, DeleteTable, ListTables. */
#include "table/table.h"

#include <string.h>

#include "params/params.h"
#include "table/backup.h"
#include "uuid.h"

/* What CreateTable keeps of its arguments. */
static const char *const kept[] = {
    "AttributeDefinitions",      "KeySchema",          "LocalSecondaryIndexes",
    "GlobalSecondaryIndexes",    "BillingMode",        "ProvisionedThroughput",
    "StreamSpecification",       "SSESpecification",   "TableClass",
    "DeletionProtectionEnabled", "OnDemandThroughput", "WarmThroughput"};

static void make_id(const struct call *call, char out[UUID_SIZE])
{
    const struct slrun_exchange *x = call->exchange;
    uuid_of((const char *const[]){call_string(call, "TableName"), x->region, x->account,
                                  x->request_id, NULL},
            (uint64_t)call_now_ms(call), out);
}

static json_t *make_definition(struct call *call)
{
    char id[UUID_SIZE];
    json_t *definition = json_object();
    make_id(call, id);
    for (size_t i = 0; definition != NULL && i < sizeof kept / sizeof *kept; i++) {
        json_t *value = json_object_get(call->args, kept[i]);
        if (value != NULL && json_object_set(definition, kept[i], value) != 0) {
            json_decref(definition);
            return NULL;
        }
    }
    json_t *policy = json_object_get(call->args, "ResourcePolicy");
    if (definition != NULL &&
        (json_object_set_new(definition, "TableId", json_string(id)) != 0 ||
         (policy != NULL && json_object_set_new(definition, "ResourcePolicy",
                                                policy_new(call, policy, NULL)) != 0))) {
        json_decref(definition);
        return NULL;
    }
    return definition;
}

/* If StreamSpecification wants one. */
static bool enable_stream(struct call *call, struct table *table)
{
    const json_t *stream = json_object_get(table->definition, "StreamSpecification");
    return !json_is_true(json_object_get(stream, "StreamEnabled")) ||
           streams_enable(call->service->streams, table,
                          json_string_value(json_object_get(stream, "StreamViewType")),
                          call_now_ms(call));
}

static struct table *create(struct call *call, const json_t *tags)
{
    const struct slrun_exchange *x = call->exchange;
    json_t *definition = make_definition(call);
    struct table *table = NULL;
    if (definition != NULL) {
        table = catalog_add(call->service->catalog,
                            &(struct table_spec){.account = x->account,
                                                 .region = x->region,
                                                 .name = call_string(call, "TableName"),
                                                 .created_ms = call_now_ms(call),
                                                 .definition = definition,
                                                 .tags = tags});
    }
    json_decref(definition);
    if (table != NULL && !enable_stream(call, table)) {
        catalog_remove(call->service->catalog, table);
        table = NULL;
    }
    if (table == NULL)
        fault_internal(&call->fault);
    return table;
}

/* {name: description} */
static json_t *answer(struct call *call, const char *name, const struct table *table,
                      const char *status)
{
    json_t *description = table_describe(call, table, status);
    return description == NULL ? NULL : json_pack("{s:o}", name, description);
}

static bool check_free(struct call *call)
{
    const struct slrun_exchange *x = call->exchange;
    const char *name = call_string(call, "TableName");
    return catalog_find(call->service->catalog, x->account, x->region, name) == NULL ||
           fault_set(&call->fault, FAULT_IN_USE, "Table already exists: %s", name);
}

struct table *table_create(struct call *call)
{
    json_t *tags = json_object();
    struct table *table = NULL;
    if (tags != NULL && table_check(call->args, &call->fault) &&
        policy_check(json_object_get(call->args, "ResourcePolicy"), &call->fault) &&
        tags_read(json_object_get(call->args, "Tags"), tags, &call->fault) && check_free(call))
        table = create(call, tags);
    json_decref(tags);
    return table;
}

json_t *op_create_table(struct call *call)
{
    const struct table *table = table_create(call);
    return table == NULL ? NULL : answer(call, "TableDescription", table, "CREATING");
}

json_t *op_describe_table(struct call *call)
{
    const struct table *table = call_named_table(call);
    return table == NULL ? NULL
                         : answer(call, "Table", table, table->importing ? "CREATING" : "ACTIVE");
}

/* What AWS leaves out of the description of a table that is being deleted. */
static void shorten(json_t *result)
{
    static const char *const left_out[] = {"AttributeDefinitions", "KeySchema", "CreationDateTime",
                                           "LocalSecondaryIndexes", "GlobalSecondaryIndexes"};
    json_t *description = json_object_get(result, "TableDescription");
    for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++)
        json_object_del(description, left_out[i]);
}

/* A table with point in time recovery leaves a backup behind, for 35 days. */
static bool keep_system_backup(struct call *call, const struct table *table)
{
    if (!table->recovers)
        return true;
    json_t *name = json_sprintf("%s$DeletedTableBackup", table->name);
    json_t *details =
        name == NULL ? NULL : backup_keep(call, table, json_string_value(name), "SYSTEM");
    json_decref(name);
    json_decref(details);
    return details != NULL || fault_internal(&call->fault);
}

json_t *op_delete_table(struct call *call)
{
    struct table *table = call_named_table(call);
    if (table == NULL || !call_check_made(call, table))
        return NULL;
    if (json_is_true(json_object_get(table->definition, "DeletionProtectionEnabled"))) {
        fault_invalid(&call->fault,
                      "Resource cannot be deleted as it is currently protected against deletion. "
                      "Disable deletion protection first.");
        return NULL;
    }
    json_t *result = answer(call, "TableDescription", table, "DELETING");
    if (result != NULL && !keep_system_backup(call, table)) {
        json_decref(result);
        return NULL;
    }
    if (result != NULL && (!streams_disable(call->service->streams, table, call_now_ms(call)) ||
                           !catalog_remove(call->service->catalog, table))) {
        json_decref(result);
        fault_internal(&call->fault);
        return NULL;
    }
    shorten(result);
    return result;
}

static bool list(struct call *call, json_t *names, const char **last)
{
    const struct slrun_exchange *x = call->exchange;
    const json_t *limit = json_object_get(call->args, "Limit");
    size_t most = limit == NULL ? LIST_TABLES_MAX : (size_t)json_integer_value(limit);
    const char *after = call_string(call, "ExclusiveStartTableName");
    const struct table *table =
        catalog_after(call->service->catalog, x->account, x->region, after == NULL ? "" : after);
    while (table != NULL && json_array_size(names) < most) {
        if (json_array_append_new(names, json_string(table->name)) != 0)
            return false;
        *last = table->name;
        table = catalog_after(call->service->catalog, x->account, x->region, table->name);
    }
    if (table == NULL)
        *last = NULL; /* the list is complete */
    return true;
}

json_t *op_list_tables(struct call *call)
{
    const char *last = NULL;
    json_t *names = json_array();
    json_t *result = names == NULL ? NULL : json_pack("{s:O}", "TableNames", names);
    if (result == NULL || !list(call, names, &last) ||
        (last != NULL &&
         json_object_set_new(result, "LastEvaluatedTableName", json_string(last)) != 0)) {
        json_decref(result);
        result = NULL;
        fault_internal(&call->fault);
    }
    json_decref(names);
    return result;
}
