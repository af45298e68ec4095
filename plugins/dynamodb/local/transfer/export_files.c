/* SPDX-License-Identifier: Apache-2.0 */
/* Items as the data files of an export: a JSON object a line, compressed by gzip. They are read in
 * one go, so that they are of one moment; what waits for S3 is compressed. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "table/table.h"
#include "transfer/export.h"
#include "transfer/gzip.h"

#define LINE_FULL "{\"Item\":"

enum { FILE_BYTES = 8 * 1024 * 1024, NAME_CHARS = 26 };

/* What is written. */
struct output {
    struct transfer *transfer;
    const struct table *table;
    const struct export_span *span;
    struct text lines;
    json_int_t items, all_items, bytes;
};

static json_t *data_key(const struct transfer *transfer)
{
    static const char signs[] = "abcdefghijklmnopqrstuvwxyz234567";
    const struct slrun_cloud *cloud = transfer->service->cloud;
    char name[NAME_CHARS + 1];
    for (size_t i = 0; i < NAME_CHARS; i++)
        name[i] = signs[cloud->random(cloud) % (sizeof signs - 1)];
    name[NAME_CHARS] = '\0';
    json_t *file = json_sprintf("data/%s.json.gz", name);
    json_t *key = export_key(transfer, json_string_value(file));
    json_decref(file);
    return key;
}

static bool flush(struct output *out)
{
    struct text packed = {0};
    bool ok = !out->lines.failed && gzip_pack(&out->lines, &packed);
    ok = ok && export_add(out->transfer, data_key(out->transfer), &packed);
    json_t *objects = out->transfer->objects;
    ok = ok && json_object_set_new(json_array_get(objects, json_array_size(objects) - 1),
                                   "ItemCount", json_integer(out->items)) == 0;
    text_free(&packed);
    text_free(&out->lines);
    out->lines = (struct text){0};
    out->all_items += out->items;
    out->items = 0;
    return ok;
}

static bool end_line(struct output *out, size_t bytes)
{
    text_append(&out->lines, "}\n", 2);
    out->items++;
    out->bytes += (json_int_t)bytes;
    return !out->lines.failed && (out->lines.size < FILE_BYTES || flush(out));
}

static bool add_items(struct output *out, int64_t part)
{
    struct store *store = out->transfer->service->store;
    struct store_cursor *cursor =
        store_cursor_open(store, &(struct store_range){.part = part, .last_hash = UINT32_MAX});
    int more = 1;
    while (more == 1) {
        struct store_row row = {0};
        more = store_cursor_next(cursor, &row);
        if (more == 1) {
            text_append(&out->lines, LINE_FULL, strlen(LINE_FULL));
            text_append(&out->lines, row.text, row.length);
            more = end_line(out, row.size) ? 1 : -1;
        }
        store_row_clear(&row);
    }
    store_cursor_close(cursor);
    return more == 0;
}

/* As they were: in a part of their own, which is gone again at the end. */
static bool add_items_at(struct output *out)
{
    struct store *store = out->transfer->service->store;
    bool ok = store_begin(store) &&
              store_items_copy_at(store, out->table->part, STORE_PART_NONE, out->span->to_ms) &&
              add_items(out, STORE_PART_NONE);
    store_rollback(store);
    return ok;
}

static void add_image(struct output *out, const char *name, const char *image)
{
    if (image != NULL) {
        text_add(&out->lines, ",\"%s\":", name);
        text_append(&out->lines, image, strlen(image));
    }
}

static bool add_keys(struct output *out, const char *image)
{
    json_t *item = json_loads(image, JSON_ALLOW_NUL, NULL);
    json_t *keys = item == NULL ? NULL : key_attributes(out->table, NULL, item);
    char *text = keys == NULL ? NULL : json_dumps(keys, JSON_COMPACT);
    text_add(&out->lines, ",\"Keys\":%s", text == NULL ? "{}" : text);
    json_decref(item);
    json_decref(keys);
    free(text);
    return text != NULL;
}

/* An item that came and went within the time has no image, and nothing is left that says which it
 * was. */
static bool add_change(void *arg, const struct store_span_change *change)
{
    struct output *out = arg;
    const char *any = change->now != NULL ? change->now : change->old;
    if (any == NULL)
        return true;
    text_add(&out->lines, "{\"Metadata\":{\"WriteTimestampMicros\":{\"N\":\"%" PRId64 "\"}}",
             change->last_ms * 1000);
    bool ok = add_keys(out, any);
    add_image(out, "OldImage", out->span->old ? change->old : NULL);
    add_image(out, "NewImage", change->now);
    return ok && end_line(out, strlen(any));
}

static bool add_changes(struct output *out)
{
    const struct store_span span = {out->table->part, out->span->from_ms, out->span->to_ms};
    return store_history_span(out->transfer->service->store, &span, add_change, out);
}

bool export_files(struct transfer *transfer, const struct table *table,
                  const struct export_span *span)
{
    const struct slrun_cloud *cloud = transfer->service->cloud;
    struct output out = {.transfer = transfer, .table = table, .span = span};
    json_t *doc = transfer_doc(transfer);
    struct text nothing = {0};
    bool ok = export_add(transfer, export_key(transfer, "_started"), &nothing);
    if (ok && span->increment) {
        ok = add_changes(&out);
    } else if (ok) {
        ok =
            span->to_ms >= cloud->now_ms(cloud) ? add_items(&out, table->part) : add_items_at(&out);
    }
    ok = ok && ((out.items == 0 && out.all_items > 0) || flush(&out));
    text_free(&out.lines);
    return ok && json_object_set_new(doc, "ItemCount", json_integer(out.all_items)) == 0 &&
           json_object_set_new(doc, "BilledSizeBytes", json_integer(out.bytes)) == 0;
}
