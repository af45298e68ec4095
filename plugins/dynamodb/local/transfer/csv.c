/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of CSV as items: all is a string, but for the keys of the table and of its indexes, which
 * have their types. */
#include <string.h>

#include "transfer/reader.h"

static enum value_type type_in(const struct expr_key_schema *keys, const char *name)
{
    for (size_t i = 0; i < keys->n; i++)
        if (strcmp(keys->of[i].name, name) == 0)
            return keys->of[i].type;
    return VALUE_NONE;
}

static enum value_type type_of(const struct table *table, const char *name)
{
    enum value_type type = type_in(&table->keys, name);
    for (size_t i = 0; type == VALUE_NONE && i < table->n_indexes; i++)
        type = type_in(&table->indexes[i].keys, name);
    return type == VALUE_NONE ? VALUE_S : type;
}

json_t *csv_item(const struct reader *reader, const json_t *row)
{
    size_t n = json_array_size(reader->columns);
    json_t *item = n == json_array_size(row) ? json_object() : NULL;
    for (size_t i = 0; item != NULL && i < n; i++) {
        const char *name = json_string_value(json_array_get(reader->columns, i));
        const char *type = value_type_name(type_of(reader->table, name));
        json_object_set_new(item, name, json_pack("{s:O}", type, json_array_get(row, i)));
    }
    return item;
}
