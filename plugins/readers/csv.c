/* SPDX-License-Identifier: Apache-2.0 */
#include "readers/csv.h"

#include <stdlib.h>
#include <string.h>

/* Behind the quotation mark that ends the field; more than `size`: there is none. */
static size_t behind_quotes(const char *data, size_t size)
{
    for (size_t i = 1; i < size; i++) {
        if (data[i] != '"')
            continue;
        if (i + 1 == size || data[i + 1] != '"')
            return i + 1;
        i++; /* two are one */
    }
    return size + 1;
}

/* Bytes of the field, without its delimiter; more than `size`: its quotation marks do not end. */
static size_t field_size(char delimiter, const char *data, size_t size)
{
    size_t n = size > 0 && *data == '"' ? behind_quotes(data, size) : 0;
    while (n < size && data[n] != delimiter && data[n] != '\n')
        n++;
    return n;
}

/* A field without its quotation marks; what stands behind them is part of it. */
static size_t without_quotes(const char *data, size_t size, char *plain)
{
    size_t n = 0, end = behind_quotes(data, size);
    for (size_t i = 1; i + 1 < end; i++) {
        plain[n++] = data[i];
        i += data[i] == '"';
    }
    memcpy(plain + n, data + end, size - end);
    return n + size - end;
}

static json_t *field_text(const char *data, size_t size)
{
    if (size == 0 || *data != '"')
        return json_stringn(data, size);
    char *plain = malloc(size);
    json_t *field = plain ? json_stringn(plain, without_quotes(data, size, plain)) : NULL;
    free(plain);
    return field;
}

/* The list with the field, which it owns; NULL: one of the two is not there. */
static json_t *with_field(json_t *fields, json_t *field)
{
    if (!fields)
        json_decref(field);
    else if (json_array_append_new(fields, field) == 0)
        return fields;
    json_decref(fields);
    return NULL;
}

size_t csv_row(const struct csv_text *text, json_t **fields)
{
    json_t *row = text->size > 0 ? json_array() : NULL;
    size_t at = 0;
    bool more = text->size > 0;
    *fields = NULL;
    while (more) {
        const char *field = text->data + at;
        size_t left = text->size - at, n = field_size(text->delimiter, field, left);
        if (n > left || (n == left && !text->last)) {
            json_decref(row);
            return text->last ? text->size : 0;
        }
        more = n < left && field[n] == text->delimiter;
        bool returned = !more && n > 0 && field[n - 1] == '\r';
        row = with_field(row, field_text(field, returned ? n - 1 : n));
        at += n < left ? n + 1 : n;
    }
    *fields = row;
    return at;
}
