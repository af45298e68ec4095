/* SPDX-License-Identifier: Apache-2.0 */
/* Creating, changing and deleting global secondary indexes of a table that is there (Developer
 * Guide, "Managing Global Secondary Indexes in DynamoDB"). */
#include "table/update_index.h"

#include <string.h>

#include <slrun/member.h>

#include "table/table.h"
#include "table/throughput.h"

#define INDEXES "GlobalSecondaryIndexes"

static const char *const actions[] = {"Update", "Create", "Delete"};

/* What the update does: its one action; NULL if it has none. */
static const json_t *action_of(const json_t *update)
{
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (json_object_get(update, actions[i]) != NULL)
            return json_object_get(update, actions[i]);
    return NULL;
}

static bool check_one(const json_t *update, struct fault *fault)
{
    if (action_of(update) == NULL) {
        return fault_invalid(fault, INVALID "One of GlobalSecondaryIndexUpdate.Update, "
                                            "GlobalSecondaryIndexUpdate.Create, "
                                            "GlobalSecondaryIndexUpdate.Delete must not be null");
    }
    return json_object_size(update) == 1 ||
           fault_invalid(fault, INVALID "Only one of GlobalSecondaryIndexUpdate.Update, "
                                        "GlobalSecondaryIndexUpdate.Create, "
                                        "GlobalSecondaryIndexUpdate.Delete may be given");
}

bool index_updates_check(const json_t *updates, struct fault *fault)
{
    for (size_t i = 0; i < json_array_size(updates); i++) {
        if (!check_one(json_array_get(updates, i), fault))
            return false;
        const char *name = slrun_text(action_of(json_array_get(updates, i)), "IndexName");
        for (size_t j = 0; j < i; j++) {
            if (strcmp(name, slrun_text(action_of(json_array_get(updates, j)), "IndexName")) == 0) {
                return fault_invalid(fault,
                                     INVALID "Only one global secondary index update per index is "
                                             "allowed simultaneously. Index: %s",
                                     name);
            }
        }
    }
    return true;
}

/* The place of the index called `name` in a list of definitions; its size: there is none. */
static size_t place(const json_t *indexes, const char *name)
{
    size_t i = 0;
    while (i < json_array_size(indexes) &&
           strcmp(slrun_text(json_array_get(indexes, i), "IndexName"), name) != 0)
        i++;
    return i;
}

static bool not_found(struct fault *fault)
{
    return fault_set(fault, FAULT_NOT_FOUND, "Requested resource not found");
}

static bool set_units(struct call *call, const json_t *definition, json_t *index,
                      json_t *throughput)
{
    if (throughput == NULL)
        return true;
    if (table_says(definition, "BillingMode", "PAY_PER_REQUEST")) {
        return fault_invalid(&call->fault,
                             INVALID "Neither ReadCapacityUnits nor WriteCapacityUnits can be "
                                     "specified when BillingMode is PAY_PER_REQUEST");
    }
    return json_object_set(index, "ProvisionedThroughput", throughput) == 0 ||
           fault_internal(&call->fault);
}

static bool update(struct call *call, json_t *definition, const json_t *action)
{
    json_t *indexes = json_object_get(definition, INDEXES);
    const char *name = slrun_text(action, "IndexName");
    json_t *index = json_array_get(indexes, place(indexes, name));
    if (index == NULL)
        return not_found(&call->fault);
    struct throughput_change change = {
        .mode = definition, .old = index, .change = action, .index = name};
    if (!set_units(call, definition, index, json_object_get(action, "ProvisionedThroughput")) ||
        !throughput_check_change(&change, &call->fault))
        return false;
    return throughput_set(index, action) || fault_internal(&call->fault);
}

/* An attribute keeps its type as long as a key has it. */
static bool check_type(const json_t *old, const json_t *new, struct fault *fault)
{
    const char *name = slrun_text(new, "AttributeName");
    if (strcmp(slrun_text(old, "AttributeName"), name) != 0 || json_equal(old, new) == 1)
        return true;
    return fault_invalid(
        fault,
        INVALID "Attributes cannot be redefined. Please check that your attribute has the same "
                "type as previously defined. Existing schema: Schema:[SchemaElement: key{%s:%s}] "
                "New schema: Schema:[SchemaElement: key{%s:%s}]",
        name, slrun_text(old, "AttributeType"), name, slrun_text(new, "AttributeType"));
}

static bool has(const json_t *attributes, const char *name)
{
    for (size_t i = 0; i < json_array_size(attributes); i++)
        if (strcmp(slrun_text(json_array_get(attributes, i), "AttributeName"), name) == 0)
            return true;
    return false;
}

/* Adds what the request defines to what the table has. */
static bool define(struct call *call, json_t *definition)
{
    json_t *old = json_object_get(definition, "AttributeDefinitions");
    size_t i;
    json_t *new;
    json_array_foreach (json_object_get(call->args, "AttributeDefinitions"), i, new) {
        for (size_t j = 0; j < json_array_size(old); j++)
            if (!check_type(json_array_get(old, j), new, &call->fault))
                return false;
        if (!has(old, slrun_text(new, "AttributeName")) && json_array_append(old, new) != 0)
            return fault_internal(&call->fault);
    }
    return true;
}

static bool in_any_key(const json_t *definition, const char *name)
{
    static const char *const lists[] = {"LocalSecondaryIndexes", INDEXES};
    if (has(json_object_get(definition, "KeySchema"), name))
        return true;
    for (size_t i = 0; i < 2; i++) {
        const json_t *indexes = json_object_get(definition, lists[i]);
        for (size_t j = 0; j < json_array_size(indexes); j++)
            if (has(json_object_get(json_array_get(indexes, j), "KeySchema"), name))
                return true;
    }
    return false;
}

/* What no key has any more, and what the request defined in vain, goes. */
void table_undefine(json_t *definition)
{
    json_t *all = json_object_get(definition, "AttributeDefinitions");
    for (size_t i = json_array_size(all); i-- > 0;)
        if (!in_any_key(definition, slrun_text(json_array_get(all, i), "AttributeName")))
            json_array_remove(all, i);
}

/* IndexParts says where the entries of an index are; a table that never changed counts them off. */
static json_t *parts_of(const struct table *table, json_t *definition)
{
    json_t *parts = json_object_get(definition, "IndexParts");
    if (parts != NULL)
        return parts;
    parts = json_object();
    for (size_t i = 0; i < table->n_indexes; i++) {
        json_object_set_new(parts, table->indexes[i].name,
                            json_integer(table->indexes[i].part - table->part));
    }
    return json_object_set_new(definition, "IndexParts", parts) == 0 ? parts : NULL;
}

static bool part_is_free(const json_t *parts, json_int_t part)
{
    const char *name;
    json_t *taken;
    json_object_foreach ((json_t *)(uintptr_t)parts, name, taken)
        if (json_integer_value(taken) == part)
            return false;
    return true;
}

static bool take_part(json_t *parts, const char *name)
{
    json_int_t part = 1;
    while (part < STORE_PARTS && !part_is_free(parts, part))
        part++;
    return part < STORE_PARTS && json_object_set_new(parts, name, json_integer(part)) == 0;
}

static bool check_new(struct call *call, const json_t *definition, const json_t *index)
{
    json_t *args = json_pack("{s:O*, s:O*}", "AttributeDefinitions",
                             json_object_get(call->args, "AttributeDefinitions"), "BillingMode",
                             json_object_get(definition, "BillingMode"));
    bool ok =
        args == NULL ? fault_internal(&call->fault) : table_check_index(args, index, &call->fault);
    json_decref(args);
    if (ok && json_array_size(json_object_get(definition, INDEXES)) == GLOBAL_INDEXES_MAX) {
        return fault_invalid(&call->fault, INVALID
                             "GlobalSecondaryIndex count exceeds the per-table limit of 20");
    }
    return ok;
}

static bool create(struct call *call, const struct table *table, json_t *definition,
                   const json_t *index)
{
    const char *name = slrun_text(index, "IndexName");
    json_t *parts = parts_of(table, definition);
    if (table_index(table, name) != NULL)
        return fault_invalid(&call->fault, "Attempting to create an index which already exists");
    if (!check_new(call, definition, index) || !define(call, definition))
        return false;
    if (json_object_get(definition, INDEXES) == NULL)
        json_object_set_new(definition, INDEXES, json_array());
    json_t *copy = value_deep_copy(index);
    bool ok = parts != NULL && take_part(parts, name) &&
              json_array_append(json_object_get(definition, INDEXES), copy) == 0;
    json_decref(copy);
    return ok || fault_internal(&call->fault);
}

static bool delete (struct call *call, const struct table *table, json_t *definition,
                    const json_t *action)
{
    json_t *indexes = json_object_get(definition, INDEXES);
    size_t at = place(indexes, slrun_text(action, "IndexName"));
    json_t *parts = parts_of(table, definition);
    if (at == json_array_size(indexes))
        return not_found(&call->fault);
    json_object_del(parts, slrun_text(action, "IndexName"));
    json_array_remove(indexes, at);
    return true;
}

static bool apply(struct call *call, const struct table *table, json_t *definition,
                  const json_t *one)
{
    const json_t *action = action_of(one);
    return json_object_get(one, "Create") != NULL   ? create(call, table, definition, action)
           : json_object_get(one, "Delete") != NULL ? delete (call, table, definition, action)
                                                    : update(call, definition, action);
}

bool index_updates_apply(struct call *call, const struct table *table, json_t *definition,
                         struct index_change *change)
{
    const json_t *updates = json_object_get(call->args, "GlobalSecondaryIndexUpdates");
    size_t i;
    size_t changed = 0;
    json_t *one;
    json_array_foreach (updates, i, one) {
        changed += json_object_get(one, "Update") == NULL;
        change->created = json_object_get(one, "Create");
        change->deleted = slrun_text(json_object_get(one, "Delete"), "IndexName");
    }
    if (changed > 1) {
        return fault_set(&call->fault, FAULT_LIMIT,
                         "Subscriber limit exceeded: Only 1 online index can be created or deleted "
                         "simultaneously per table");
    }
    json_array_foreach (updates, i, one)
        if (!apply(call, table, definition, one))
            return false;
    table_undefine(definition);
    return true;
}

static bool add_entry(struct store *store, const struct table *table, const struct index *index,
                      struct store_row *row)
{
    struct entry_key at = {0};
    if (store_row_item(row) == NULL)
        return false;
    if (!key_in_index(index, row->item))
        return true;
    bool ok = key_encode(&table->keys, row->item, &at.base) &&
              key_encode(&index->keys, row->item, &at.key) &&
              store_entry_add(store, index->part, &at, row->id);
    item_key_free(&at.base);
    item_key_free(&at.key);
    return ok;
}

bool index_backfill(struct store *store, const struct table *table, const struct index *index)
{
    struct store_row row = {0};
    int result = 0;
    bool ok = true;
    struct store_cursor *cursor = store_cursor_open(
        store, &(struct store_range){.part = table->part, .last_hash = UINT32_MAX});
    while (ok && (result = store_cursor_next(cursor, &row)) == 1) {
        ok = add_entry(store, table, index, &row);
        store_row_clear(&row);
    }
    store_cursor_close(cursor);
    return ok && result == 0;
}
