/* SPDX-License-Identifier: Apache-2.0 */
/* Facts and tables for the local cloud's page, within bounds. */
#include "local/page/look.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/json_text.h"
#include "local/page/drawing.h"

struct slrun_look {
    const struct look_question *question;
    json_t *answer;       /* {"facts", "tables", "see", "boxes"} */
    json_t *table, *rows; /* of the last table; borrowed */
    const json_t *last;   /* row, borrowed; NULL: it is not shown */
    size_t n_tables, row, n_rows, bytes, searched;
    bool failed;
};

/* ---- what is too long ---- */

/* As much as may be shown, whole characters of UTF-8. */
static json_t *beginning(const char *text)
{
    size_t n = LOOK_TEXT_MAX;
    while (n > 0 && ((unsigned char)text[n] & 0xc0) == 0x80)
        n--;
    return json_stringn(text, n);
}

/* The value (a reference that is taken over), or the beginning of its text; then its size, else 0.
 */
static json_t *shorten(json_t *value, size_t *size)
{
    char *text = NULL;
    *size = json_string_length(value);
    if (json_is_object(value) || json_is_array(value))
        text = json_text(value, JSON_REAL_PRECISION(15), size);
    if (*size <= LOOK_TEXT_MAX) {
        *size = 0;
        free(text);
        return value;
    }
    json_t *cut = beginning(text ? text : json_string_value(value));
    free(text);
    json_decref(value);
    return cut ? cut : json_null();
}

/* ---- what is looked for ---- */

static bool text_has(const char *text, const char *find)
{
    for (size_t n = strlen(find); *text; text++)
        if (!strncasecmp(text, find, n))
            return true;
    return false;
}

static bool has(const json_t *value, const char *find);

static bool members_have(const json_t *object, const char *find)
{
    const char *name;
    json_t *member;
    json_object_foreach ((json_t *)object, name, member)
        if (text_has(name, find) || has(member, find))
            return true;
    return false;
}

/* Values nest no deeper than the services' own bounds allow. */
static bool has(const json_t *value, const char *find)
{
    char number[32];
    if (json_is_string(value))
        return text_has(json_string_value(value), find);
    if (json_is_object(value))
        return members_have(value, find);
    for (size_t i = 0; i < json_array_size(value); i++)
        if (has(json_array_get(value, i), find))
            return true;
    if (!json_is_number(value))
        return false;
    (void)snprintf(number, sizeof number, "%.17g", json_number_value(value));
    return text_has(number, find);
}

static bool searches(const struct slrun_look *look)
{
    return look->question->find && *look->question->find;
}

/* ---- slrun_cloud.looks ---- */

static json_t *list_of(struct slrun_look *look, const char *name, size_t most)
{
    json_t *list = json_object_get(look->answer, name);
    if (!list && !json_object_set_new(look->answer, name, json_array()))
        list = json_object_get(look->answer, name);
    look->failed |= !list;
    return list && json_array_size(list) < most ? list : NULL;
}

static void add_fact(struct slrun_look *look, const char *name, json_t *value)
{
    size_t size;
    json_t *facts = list_of(look, "facts", LOOK_FACTS_MAX);
    if (!facts || !value || json_is_null(value)) {
        json_decref(value);
        return;
    }
    value = shorten(value, &size);
    json_t *fact = json_pack("[s o]", name, value);
    if (size && fact)
        look->failed |= json_array_append_new(fact, json_integer((json_int_t)size)) != 0;
    look->failed |= json_array_append_new(facts, fact) != 0;
}

static void add_table(struct slrun_look *look, const char *title, const char *columns,
                      const char *leads)
{
    json_t *tables = list_of(look, "tables", LOOK_TABLES_MAX);
    look->table = tables ? json_pack("{s:s, s:s, s:s?, s:[]}", "title", title, "columns", columns,
                                     "leads", leads, "rows")
                         : NULL;
    look->rows = json_object_get(look->table, "rows");
    look->failed |= tables && json_array_append_new(tables, look->table) != 0;
    look->n_tables++;
    look->row = look->n_rows = look->bytes = look->searched = 0;
}

static bool is_full(const struct slrun_look *look)
{
    size_t limit = look->question->limit ? look->question->limit : LOOK_ROWS;
    return look->n_rows >= (limit < LOOK_ROWS_MAX ? limit : LOOK_ROWS_MAX) ||
           look->bytes >= LOOK_BYTES_MAX || look->searched >= LOOK_SEARCHED_MAX ||
           look->row >= 2 * (size_t)LOOK_FROM_MAX;
}

static int want(struct slrun_look *look)
{
    const struct look_question *q = look->question;
    size_t from = look->n_tables == q->table + 1 ? q->from : 0;
    if (!look->rows || look->failed)
        return -1;
    if (is_full(look)) {
        look->failed |=
            json_object_set_new(look->table, "next", json_integer((json_int_t)look->row)) != 0;
        return -1;
    }
    if (look->row++ < from)
        return 0;
    look->searched += searches(look);
    return 1;
}

/* The row as the page gets it: {"key", "cells", "cut": {PLACE: its size}}. */
static json_t *row_of(struct slrun_look *look, const char *key, json_t *cells)
{
    json_t *row = json_pack("{s:s?, s:O}", "key", key, "cells", cells), *cut = NULL;
    for (size_t i = 0; row && i < json_array_size(cells); i++) {
        char place[24];
        size_t size;
        json_t *cell = shorten(json_incref(json_array_get(cells, i)), &size);
        (void)json_array_set_new(cells, i, cell);
        look->bytes += json_dumpb(cell, NULL, 0, JSON_COMPACT | JSON_ENCODE_ANY);
        (void)snprintf(place, sizeof place, "%zu", i);
        if (size && !cut && !json_object_set_new(row, "cut", json_object()))
            cut = json_object_get(row, "cut");
        if (size)
            look->failed |= json_object_set_new(cut, place, json_integer((json_int_t)size)) != 0;
    }
    return row;
}

static void add_row(struct slrun_look *look, const char *key, json_t *cells)
{
    look->failed |= !cells;
    look->last = NULL;
    if (cells && look->rows && (!searches(look) || has(cells, look->question->find))) {
        look->failed |= json_array_append_new(look->rows, row_of(look, key, cells)) != 0;
        look->last = json_array_get(look->rows, look->n_rows++);
    }
    json_decref(cells);
}

static void add_see(struct slrun_look *look, const char *title, const char *kind, const char *key)
{
    json_t *list = list_of(look, "see", LOOK_TABLES_MAX);
    json_t *see = json_pack("{s:s, s:s, s:s}", "title", title, "kind", kind, "key", key);
    if (list)
        look->failed |= json_array_append_new(list, see) != 0;
    else
        json_decref(see);
}

static void add_box(struct slrun_look *look, const struct slrun_look_box *box)
{
    json_t *boxes = look->last ? list_of(look, "boxes", LOOK_ROWS_MAX) : NULL;
    const json_t *name = json_array_get(json_object_get(look->last, "cells"), 0);
    const char *key = json_string_value(json_object_get(look->last, "key"));
    if (boxes) {
        look->failed |= json_array_append_new(boxes, drawing_box(key, name, box)) != 0;
    } else {
        json_decref(box->from);
        json_decref(box->to);
    }
}

const struct slrun_looks look_api = {.struct_size = sizeof look_api,
                                     .fact = add_fact,
                                     .table = add_table,
                                     .want = want,
                                     .row = add_row,
                                     .bytes = look_bytes,
                                     .base64 = look_base64,
                                     .see = add_see,
                                     .box = add_box};

/* ---- one question ---- */

static json_t *end(struct slrun_look *look, bool found)
{
    if (found && !look->failed)
        return look->answer;
    json_decref(look->answer);
    return NULL;
}

json_t *look_list(const struct cloud_service *service, const struct slrun_look_kind *kind,
                  const struct look_question *question)
{
    struct slrun_look look = {.question = question, .answer = json_object()};
    if (kind->columns) {
        add_table(&look, kind->title, kind->columns, kind->show ? kind->name : NULL);
        kind->list(service->state, &look);
    }
    return end(&look, kind->columns != NULL);
}

json_t *look_show(const struct cloud_service *service, const struct slrun_look_kind *kind,
                  const char *key, const struct look_question *question)
{
    struct slrun_look look = {.question = question, .answer = json_object()};
    bool found = kind->show && kind->show(service->state, &look, key) == 0;
    return end(&look, found);
}
