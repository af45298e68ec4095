/* SPDX-License-Identifier: Apache-2.0 */
#include "asl/items.h"

#include <stdlib.h>
#include <string.h>

#include "readers/csv.h"

#define READER_FAILED "States.ItemReaderFailed"

struct reading {
    const struct asl_reader *reader;
    const char *at, *end;
    struct asl_error *error;
};

static bool is_full(const struct reading *r, const json_t *items)
{
    return r->reader->most > 0 && json_array_size(items) >= r->reader->most;
}

/* ---- JSON ---- */

/* One member of a pointer, without its escapes, in `name`; where the next one begins. */
static const char *pointer_step(const char *pointer, char *name, size_t size)
{
    size_t n = 0;
    for (pointer++; *pointer && *pointer != '/'; pointer++) {
        bool escape = *pointer == '~' && (pointer[1] == '0' || pointer[1] == '1');
        char c = escape ? (*++pointer == '0' ? '~' : '/') : *pointer;
        if (n + 1 < size)
            name[n++] = c;
    }
    name[n] = '\0';
    return pointer;
}

/* Borrowed; NULL: it leads nowhere. */
static json_t *pointed(json_t *value, const char *pointer)
{
    char name[ASL_NAME_SIZE];
    while (value && pointer && *pointer == '/') {
        pointer = pointer_step(pointer, name, sizeof name);
        value = json_is_array(value) ? json_array_get(value, strtoul(name, NULL, 10))
                                     : json_object_get(value, name);
    }
    return value;
}

static json_t *read_json(struct reading *r)
{
    json_error_t why;
    json_t *all =
        json_loadb(r->at, (size_t)(r->end - r->at), JSON_DECODE_ANY | JSON_ALLOW_NUL, &why);
    if (!all)
        return asl_fail(r->error, READER_FAILED, "Attempting to read invalid JSON: %s", why.text);
    json_t *list = json_incref(pointed(all, r->reader->pointer));
    json_decref(all);
    if (!json_is_array(list)) {
        json_decref(list);
        return asl_fail(r->error, READER_FAILED, "Attempting to map over non-iterable node.");
    }
    while (r->reader->most > 0 && json_array_size(list) > r->reader->most)
        (void)json_array_remove(list, json_array_size(list) - 1);
    return list;
}

/* ---- JSON Lines ---- */

static bool is_blank(const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!strchr(" \t\r", text[i]))
            return false;
    return true;
}

static json_t *read_lines(struct reading *r)
{
    json_t *items = json_array();
    while (r->at < r->end && !is_full(r, items)) {
        const char *newline = memchr(r->at, '\n', (size_t)(r->end - r->at));
        size_t n = (size_t)((newline ? newline : r->end) - r->at);
        json_error_t why;
        json_t *one = is_blank(r->at, n)
                          ? NULL
                          : json_loadb(r->at, n, JSON_DECODE_ANY | JSON_ALLOW_NUL, &why);
        if (one) {
            (void)json_array_append_new(items, one);
        } else if (!is_blank(r->at, n)) {
            json_decref(items);
            return asl_fail(r->error, READER_FAILED, "Attempting to read invalid JSON: %s",
                            why.text);
        }
        r->at += n + (newline ? 1 : 0);
    }
    return items;
}

/* ---- CSV ---- */

static char delimiter_of(const struct asl_reader *reader)
{
    static const struct {
        const char *name;
        char c;
    } all[] = {{"COMMA", ','}, {"PIPE", '|'}, {"SEMICOLON", ';'}, {"SPACE", ' '}, {"TAB", '\t'}};
    for (size_t i = 0; reader->delimiter && i < sizeof all / sizeof *all; i++)
        if (strcmp(all[i].name, reader->delimiter) == 0)
            return all[i].c;
    return ',';
}

/* The fields of the next row; NULL: there is none, or it cannot be read (the error). */
static json_t *row(struct reading *r)
{
    const struct csv_text left = {r->at, (size_t)(r->end - r->at), true, delimiter_of(r->reader)};
    json_t *fields;
    size_t taken = csv_row(&left, &fields);
    r->at += taken;
    if (taken > 0 && !fields)
        return asl_fail(r->error, READER_FAILED,
                        "Attempting to read CSV that ends within quotation marks or is not UTF-8.");
    return fields;
}

static bool is_empty_row(const json_t *fields)
{
    return json_array_size(fields) == 1 && json_string_length(json_array_get(fields, 0)) == 0;
}

static bool has_duplicates(const json_t *headers)
{
    json_t *seen = json_object(), *one;
    size_t i;
    json_array_foreach (headers, i, one)
        (void)json_object_set_new(seen, json_string_value(one) ? json_string_value(one) : "",
                                  json_null());
    bool twice = json_object_size(seen) < json_array_size(headers);
    json_decref(seen);
    return twice;
}

/* A row as an object; fields that it does not have are empty, those without a header go. */
static json_t *named(const json_t *headers, const json_t *fields)
{
    json_t *item = json_object(), *header;
    size_t i;
    json_array_foreach (headers, i, header) {
        json_t *value = json_array_get(fields, i);
        (void)json_object_set_new(item, json_string_value(header),
                                  value ? json_incref(value) : json_string(""));
    }
    return item;
}

static json_t *read_rows(struct reading *r, const json_t *headers)
{
    json_t *items = json_array(), *fields;
    while (!is_full(r, items) && (fields = row(r))) {
        if (!is_empty_row(fields))
            (void)json_array_append_new(items, named(headers, fields));
        json_decref(fields);
    }
    if (!*r->error->name)
        return items;
    json_decref(items);
    return NULL;
}

static json_t *read_csv(struct reading *r)
{
    const char *place = r->reader->header_place;
    bool given = place && strcmp(place, "GIVEN") == 0;
    json_t *headers = given ? json_incref((json_t *)(uintptr_t)r->reader->headers) : row(r);
    json_t *items = NULL;
    if (has_duplicates(headers))
        (void)asl_fail(r->error, READER_FAILED, "CSV headers cannot contain duplicates.");
    else if (!*r->error->name)
        items = read_rows(r, headers);
    json_decref(headers);
    return items;
}

/* ---- the table ---- */

static const struct {
    const char *type;
    json_t *(*read)(struct reading *r);
} readers[] = {{"CSV", read_csv}, {"JSON", read_json}, {"JSONL", read_lines}};

bool asl_items_known(const char *type)
{
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (strcmp(readers[i].type, type) == 0)
            return true;
    return false;
}

json_t *asl_items(const struct asl_reader *reader, const char *bytes, size_t size,
                  struct asl_error *error)
{
    struct reading r = {.reader = reader, .at = bytes, .end = bytes + size, .error = error};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (strcmp(readers[i].type, reader->type) == 0)
            return readers[i].read(&r);
    return asl_fail(error, READER_FAILED, "slrun's local cloud reads no items of InputType %s.",
                    reader->type);
}
