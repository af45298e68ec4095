/* SPDX-License-Identifier: Apache-2.0 */
/* Capacity units and how they are reported. */
#include "table/capacity.h"

#include <string.h>

enum { READ_UNIT = 4096, WRITE_UNIT = 1024 };

static double units(size_t bytes, size_t unit)
{
    return bytes == 0 ? 1 : (double)((bytes + unit - 1) / unit);
}

double capacity_read(size_t bytes, bool consistent)
{
    return units(bytes, READ_UNIT) * (consistent ? 1 : 0.5);
}

double capacity_write(size_t bytes)
{
    return units(bytes, WRITE_UNIT);
}

static bool wants(const char *wanted)
{
    return wanted != NULL && strcmp(wanted, "NONE") != 0;
}

/* Adds the amount under its name or names. */
static json_t *with_units(json_t *json, const struct capacity *capacity, double amount)
{
    if (json == NULL || json_object_set_new(json, "CapacityUnits", json_real(amount)) != 0 ||
        (capacity->unit != NULL &&
         json_object_set_new(json, capacity->unit, json_real(amount)) != 0)) {
        json_decref(json);
        return NULL;
    }
    return json;
}

static bool add_indexes(json_t *json, const struct table *table, const struct capacity *capacity,
                        bool global)
{
    json_t *indexes = json_object();
    if (indexes == NULL)
        return false;
    for (size_t i = 0; i < table->n_indexes; i++) {
        if (table->indexes[i].global == global && capacity->index[i] > 0 &&
            json_object_set_new_nocheck(indexes, table->indexes[i].name,
                                        with_units(json_object(), capacity, capacity->index[i])) !=
                0) {
            json_decref(indexes);
            return false;
        }
    }
    if (json_object_size(indexes) == 0) {
        json_decref(indexes);
        return true;
    }
    return json_object_set_new(json, global ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes",
                               indexes) == 0;
}

/* ConsumedCapacity: a new reference, or NULL without memory. */
static json_t *describe(const struct table *table, const struct capacity *capacity, bool detail)
{
    double total = capacity->table;
    for (size_t i = 0; i < table->n_indexes; i++)
        total += capacity->index[i];
    json_t *json = with_units(json_pack("{s:s}", "TableName", table->name), capacity, total);
    if (json == NULL || !detail)
        return json;
    if (json_object_set_new(json, "Table", with_units(json_object(), capacity, capacity->table)) !=
            0 ||
        !add_indexes(json, table, capacity, false) || !add_indexes(json, table, capacity, true)) {
        json_decref(json);
        return NULL;
    }
    return json;
}

bool capacity_answer(json_t *answer, const struct table *table, const struct capacity *capacity,
                     const char *wanted)
{
    return !wants(wanted) ||
           json_object_set_new(answer, "ConsumedCapacity",
                               describe(table, capacity, strcmp(wanted, "INDEXES") == 0)) == 0;
}

bool capacity_append(json_t *answer, const struct table *table, const struct capacity *capacity,
                     const char *wanted)
{
    if (!wants(wanted))
        return true;
    json_t *list = json_object_get(answer, "ConsumedCapacity");
    if (list == NULL) {
        list = json_array();
        if (json_object_set_new(answer, "ConsumedCapacity", list) != 0)
            return false;
    }
    return json_array_append_new(list, describe(table, capacity, strcmp(wanted, "INDEXES") == 0)) ==
           0;
}

void capacity_double(struct capacity *capacity, const struct table *table)
{
    capacity->table *= 2;
    for (size_t i = 0; i < table->n_indexes; i++)
        capacity->index[i] *= 2;
}
