/* SPDX-License-Identifier: Apache-2.0 */
/* The tables that exist, ordered by account, region and name. */
#include "store/catalog.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/sorted.h>

#include "table/destination.h"

struct catalog {
    struct store *store;
    struct slrun_sorted tables; /* of struct table, by account, region and name */
};

static void table_free(struct table *table)
{
    if (table == NULL)
        return;
    free(table->account);
    free(table->region);
    free(table->name);
    json_decref(table->definition);
    json_decref(table->tags);
    free(table->indexes);
    free(table);
}

static enum value_type defined_type(const json_t *definition, const char *name)
{
    size_t i;
    json_t *attribute;
    json_array_foreach (json_object_get(definition, "AttributeDefinitions"), i, attribute)
        if (strcmp(json_string_value(json_object_get(attribute, "AttributeName")), name) == 0)
            return value_type_named(json_string_value(json_object_get(attribute, "AttributeType")));
    return VALUE_NONE;
}

static void read_keys(const json_t *definition, const json_t *holder, struct expr_key_schema *out)
{
    size_t i;
    json_t *element;
    *out = (struct expr_key_schema){.n = 0};
    json_array_foreach (json_object_get(holder, "KeySchema"), i, element) {
        const char *name = json_string_value(json_object_get(element, "AttributeName"));
        const char *type = json_string_value(json_object_get(element, "KeyType"));
        if (i < EXPR_KEY_MAX) {
            out->of[i] = (struct expr_key_attribute){name, defined_type(definition, name)};
            out->n_hash += strcmp(type, "HASH") == 0;
            out->n = i + 1;
        }
    }
}

/* Indexes are counted off unless the definition says otherwise. */
static int64_t index_part(const struct table *table, const char *name)
{
    const json_t *part = json_object_get(json_object_get(table->definition, "IndexParts"), name);
    return store_part(table->id,
                      part == NULL ? table->n_indexes + 1 : (size_t)json_integer_value(part));
}

static void read_indexes(struct table *table, const char *member, bool global)
{
    size_t i;
    json_t *json;
    json_array_foreach (json_object_get(table->definition, member), i, json) {
        struct index *index = &table->indexes[table->n_indexes];
        const json_t *projection = json_object_get(json, "Projection");
        const char *type = json_string_value(json_object_get(projection, "ProjectionType"));
        index->name = json_string_value(json_object_get(json, "IndexName"));
        index->global = global;
        index->part = index_part(table, index->name);
        index->all = type != NULL && strcmp(type, "ALL") == 0;
        index->non_key = json_object_get(projection, "NonKeyAttributes");
        index->definition = json;
        read_keys(table->definition, json, &index->keys);
        table->n_indexes++;
    }
}

/* Everything that the definition says, ready for use. */
static bool table_prepare(struct table *table)
{
    size_t n = json_array_size(json_object_get(table->definition, "LocalSecondaryIndexes")) +
               json_array_size(json_object_get(table->definition, "GlobalSecondaryIndexes"));
    table->part = store_part(table->id, 0);
    read_keys(table->definition, table->definition, &table->keys);
    table->ttl = json_string_value(
        json_object_get(json_object_get(table->definition, "TimeToLive"), "AttributeName"));
    table->recovers = json_object_get(table->definition, "PointInTimeRecovery") != NULL;
    table->destination = destination_of(table->definition, &table->destination_micro);
    if (n == 0)
        return true;
    table->indexes = calloc(n, sizeof *table->indexes);
    if (table->indexes == NULL)
        return false;
    read_indexes(table, "LocalSecondaryIndexes", false);
    read_indexes(table, "GlobalSecondaryIndexes", true);
    return true;
}

struct table_key {
    const char *account, *region, *name;
};

static int compare(const void *entry, const void *key)
{
    const struct table *table = entry;
    const struct table_key *to = key;
    int order = strcmp(table->account, to->account);
    order = order != 0 ? order : strcmp(table->region, to->region);
    return order != 0 ? order : strcmp(table->name, to->name);
}

/* Where a table is, or would be. */
static size_t place_of(const struct catalog *catalog, const struct table *table)
{
    const struct table_key key = {table->account, table->region, table->name};
    return slrun_sorted_place(&catalog->tables, &key, compare);
}

static bool insert(struct catalog *catalog, struct table *table)
{
    return slrun_sorted_add(&catalog->tables, place_of(catalog, table), table);
}

static struct table *table_new(const struct table_spec *spec)
{
    struct table *table = calloc(1, sizeof *table);
    if (table == NULL)
        return NULL;
    table->account = strdup(spec->account);
    table->region = strdup(spec->region);
    table->name = strdup(spec->name);
    table->created_ms = spec->created_ms;
    table->definition = value_deep_copy(spec->definition);
    table->tags = value_deep_copy(spec->tags);
    if (table->account == NULL || table->region == NULL || table->name == NULL ||
        table->definition == NULL || table->tags == NULL) {
        table_free(table);
        return NULL;
    }
    return table;
}

static bool load(void *arg, const struct store_table *row)
{
    struct catalog *catalog = arg;
    json_t *definition = json_loads(row->definition, 0, NULL);
    json_t *tags = json_loads(row->tags, 0, NULL);
    struct table *table = NULL;
    if (definition != NULL && tags != NULL) {
        table = table_new(&(struct table_spec){.account = row->account,
                                               .region = row->region,
                                               .name = row->name,
                                               .created_ms = row->created_ms,
                                               .definition = definition,
                                               .tags = tags});
    }
    json_decref(definition);
    json_decref(tags);
    if (table == NULL)
        return false;
    table->id = row->id;
    if (!table_prepare(table) || !insert(catalog, table)) {
        table_free(table);
        return false;
    }
    return true;
}

struct catalog *catalog_open(struct store *store)
{
    struct catalog *catalog = calloc(1, sizeof *catalog);
    if (catalog == NULL)
        return NULL;
    catalog->store = store;
    if (!store_tables(store, load, catalog)) {
        catalog_close(catalog);
        return NULL;
    }
    return catalog;
}

void catalog_close(struct catalog *catalog)
{
    if (catalog != NULL) {
        catalog_reset(catalog);
        free(catalog->tables.all);
        free(catalog);
    }
}

void catalog_reset(struct catalog *catalog)
{
    for (size_t i = 0; i < catalog->tables.n; i++)
        table_free(catalog->tables.all[i]);
    catalog->tables.n = 0;
}

struct table *catalog_find(const struct catalog *catalog, const char *account, const char *region,
                           const char *name)
{
    const struct table_key key = {account, region, name};
    return slrun_sorted_find(&catalog->tables, &key, compare);
}

struct table *catalog_of_part(const struct catalog *catalog, int64_t part)
{
    for (size_t i = 0; i < catalog->tables.n; i++) {
        struct table *table = catalog->tables.all[i];
        if (table->part == part)
            return table;
    }
    return NULL;
}

struct table *catalog_after(const struct catalog *catalog, const char *account, const char *region,
                            const char *name)
{
    const struct table_key key = {account, region, name};
    const struct slrun_sorted *tables = &catalog->tables;
    size_t at = slrun_sorted_place(tables, &key, compare);
    if (at < tables->n && compare(tables->all[at], &key) == 0)
        at++;
    struct table *next = at < tables->n ? tables->all[at] : NULL;
    bool same =
        next != NULL && strcmp(next->account, account) == 0 && strcmp(next->region, region) == 0;
    return same ? next : NULL;
}

static bool keep(struct catalog *catalog, struct table *table)
{
    char *definition = json_dumps(table->definition, JSON_COMPACT);
    char *tags = json_dumps(table->tags, JSON_COMPACT);
    struct store_table row = {.created_ms = table->created_ms,
                              .account = table->account,
                              .region = table->region,
                              .name = table->name,
                              .definition = definition,
                              .tags = tags};
    bool ok = definition != NULL && tags != NULL && store_table_add(catalog->store, &row);
    free(definition);
    free(tags);
    table->id = row.id;
    return ok;
}

struct table *catalog_add(struct catalog *catalog, const struct table_spec *spec)
{
    struct table *table = table_new(spec);
    if (table == NULL || !keep(catalog, table)) {
        table_free(table);
        return NULL;
    }
    if (!table_prepare(table) || !insert(catalog, table)) {
        store_table_remove(catalog->store, table->id);
        table_free(table);
        return NULL;
    }
    return table;
}

bool catalog_remove(struct catalog *catalog, struct table *table)
{
    if (!store_table_remove(catalog->store, table->id))
        return false;
    slrun_sorted_remove(&catalog->tables, place_of(catalog, table));
    table_free(table);
    return true;
}

bool catalog_redefine(struct catalog *catalog, struct table *table, const json_t *definition)
{
    struct table old = *table;
    char *text = json_dumps(definition, JSON_COMPACT);
    table->definition = value_deep_copy(definition);
    table->indexes = NULL;
    table->n_indexes = 0;
    if (text != NULL && table->definition != NULL && table_prepare(table) &&
        store_table_define(catalog->store, table->id, text)) {
        json_decref(old.definition);
        free(old.indexes);
        free(text);
        return true;
    }
    free(text);
    free(table->indexes);
    json_decref(table->definition);
    *table = old;
    return false;
}

bool catalog_save_tags(struct catalog *catalog, const struct table *table)
{
    char *tags = json_dumps(table->tags, JSON_COMPACT);
    bool ok = tags != NULL && store_table_tags(catalog->store, table->id, tags);
    free(tags);
    return ok;
}

const struct index *table_index(const struct table *table, const char *name)
{
    for (size_t i = 0; i < table->n_indexes; i++)
        if (strcmp(table->indexes[i].name, name) == 0)
            return &table->indexes[i];
    return NULL;
}

const struct table *catalog_at(const struct catalog *catalog, size_t i)
{
    return i < catalog->tables.n ? catalog->tables.all[i] : NULL;
}
