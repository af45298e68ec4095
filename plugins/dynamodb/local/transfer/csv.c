/* SPDX-License-Identifier: Apache-2.0 */
/* CSV (RFC 4180, with other delimiters) as items: all is a string, but for the keys of the table
 * and of its indexes, which have their types. */
#include <string.h>

#include "transfer/reader.h"

/* A field in quotes, from behind the first: how far it goes, with the last; 0: it is not whole. */
static size_t quoted(const char *data, size_t size, struct text *field)
{
    for (size_t i = 0; i < size; i++) {
        if (data[i] != '"') {
            text_append(field, data + i, 1);
        } else if (i + 1 < size && data[i + 1] == '"') {
            text_append(field, data + i++, 1);
        } else {
            return i + 1;
        }
    }
    return 0;
}

static size_t plain(const struct reader *reader, const char *data, size_t size, struct text *field)
{
    size_t n = 0;
    while (n < size && data[n] != reader->delimiter && data[n] != '\n') {
        n++;
    }
    size_t shown = n > 0 && (n == size || data[n] == '\n') && data[n - 1] == '\r' ? n - 1 : n;
    text_append(field, data, shown);
    return n;
}

static bool add_field(json_t *row, struct text *field)
{
    bool ok = !field->failed &&
              json_array_append_new(row, json_stringn(text_string(field), field->size)) == 0;
    text_free(field);
    *field = (struct text){0};
    return ok;
}

json_t *csv_row(const struct reader *reader, const char *data, size_t *size, bool last)
{
    json_t *row = json_array();
    struct text field = {0};
    size_t at = 0;
    bool more = true, ok = row != NULL;
    while (ok && more) {
        bool quotes = at < *size && data[at] == '"';
        size_t n = quotes ? quoted(data + at + 1, *size - at - 1, &field) : 0;
        ok = !quotes || n > 0;
        at += quotes ? n + 1 : 0;
        at += ok ? plain(reader, data + at, *size - at, &field) : 0;
        ok = ok && (at < *size || last) && add_field(row, &field);
        more = ok && at < *size && data[at++] == reader->delimiter;
    }
    text_free(&field);
    if (!ok) {
        json_decref(row);
        return NULL;
    }
    *size = at;
    return row;
}

static enum value_type type_in(const struct expr_key_schema *keys, const char *name)
{
    for (size_t i = 0; i < keys->n; i++) {
        if (strcmp(keys->of[i].name, name) == 0) {
            return keys->of[i].type;
        }
    }
    return VALUE_NONE;
}

static enum value_type type_of(const struct table *table, const char *name)
{
    enum value_type type = type_in(&table->keys, name);
    for (size_t i = 0; type == VALUE_NONE && i < table->n_indexes; i++) {
        type = type_in(&table->indexes[i].keys, name);
    }
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
