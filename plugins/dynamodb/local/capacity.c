/* SPDX-License-Identifier: Apache-2.0 */
/* Capacity units and how they are reported. */
#include "capacity.h"

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

static json_t *one(double amount)
{
    return json_pack("{s:f}", "CapacityUnits", amount);
}

static bool add_indexes(json_t *json, const struct table *table, const struct capacity *capacity,
                        bool global)
{
    json_t *indexes = json_object();
    if (indexes == NULL) {
        return false;
    }
    for (size_t i = 0; i < table->n_indexes; i++) {
        if (table->indexes[i].global == global && capacity->index[i] > 0 &&
            json_object_set_new_nocheck(indexes, table->indexes[i].name, one(capacity->index[i])) !=
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

json_t *capacity_json(const struct table *table, const struct capacity *capacity, bool detail)
{
    double total = capacity->table;
    for (size_t i = 0; i < table->n_indexes; i++) {
        total += capacity->index[i];
    }
    json_t *json = json_pack("{s:s, s:f}", "TableName", table->name, "CapacityUnits", total);
    if (json == NULL || !detail) {
        return json;
    }
    if (json_object_set_new(json, "Table", one(capacity->table)) != 0 ||
        !add_indexes(json, table, capacity, false) || !add_indexes(json, table, capacity, true)) {
        json_decref(json);
        return NULL;
    }
    return json;
}

bool capacity_answer(json_t *answer, const struct table *table, const struct capacity *capacity,
                     const char *wanted)
{
    if (wanted == NULL || strcmp(wanted, "NONE") == 0) {
        return true;
    }
    return json_object_set_new(answer, "ConsumedCapacity",
                               capacity_json(table, capacity, strcmp(wanted, "INDEXES") == 0)) == 0;
}
