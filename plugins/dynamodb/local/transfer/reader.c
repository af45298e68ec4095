/* SPDX-License-Identifier: Apache-2.0 */
/* Records of an object: JSON objects with an Item, one behind the other, or lines of CSV. */
#include "transfer/reader.h"

#include <stdlib.h>
#include <string.h>

#include "item/write.h"
#include "readers/csv.h"

bool reader_begin(struct reader *reader)
{
    reader->open = true;
    reader->broken = false;
    reader->stream = (z_stream){.zalloc = Z_NULL};
    reader->columns = reader->header == NULL ? NULL : json_incref((json_t *)reader->header);
    return !reader->gzip || inflateInit2(&reader->stream, GZIP_WINDOW) == Z_OK;
}

void reader_clear(struct reader *reader)
{
    if (reader->open && reader->gzip)
        inflateEnd(&reader->stream);
    reader->open = false;
    text_free(&reader->pending);
    reader->pending = (struct text){0};
    json_decref(reader->columns);
    reader->columns = NULL;
}

/* ---- an item ---- */

/* 1: it is written, 0: it cannot be, -1: the store fails. */
static int write_one(struct reader *reader, json_t *item)
{
    struct store *store = reader->service->store;
    struct fault fault = {.kind = FAULT_NONE};
    struct item_key key;
    struct store_row old = {0};
    struct capacity capacity = {0};
    if (value_item_size(item) > VALUE_ITEM_SIZE_MAX ||
        !key_of_item(reader->table, item, &key, &fault)) {
        fault_clear(&fault);
        return 0;
    }
    const struct slrun_cloud *cloud = reader->service->cloud;
    bool ok = store_get(store, reader->table->part, &key, &old) &&
              write_item(&(struct write){.cloud = cloud,
                                         .store = store,
                                         .table = reader->table,
                                         .key = &key,
                                         .old = &old,
                                         .item = item,
                                         .now_ms = cloud->now_ms(cloud)},
                         &capacity);
    item_key_free(&key);
    store_row_clear(&old);
    return ok ? 1 : -1;
}

/* NULL: it was no item. False when the store fails. */
static bool take(struct reader *reader, const json_t *given)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    json_t *item = json_is_object(given) ? value_item_canonical(given, &error) : NULL;
    int written = item == NULL ? 0 : write_one(reader, item);
    json_decref(item);
    reader->processed++;
    reader->imported += written == 1;
    reader->errors += written == 0;
    return written >= 0;
}

/* ---- records ---- */

static bool is_blank(const char *data, size_t size)
{
    return strspn(data, " \t\r\n") >= size;
}

/* Bytes up to the next line. */
static size_t line_of(const char *data, size_t size)
{
    const char *end = memchr(data, '\n', size);
    return end == NULL ? size : (size_t)(end - data) + 1;
}

/* Bytes that were read; 0: the record is not whole. What is no JSON is passed over by its line. */
static size_t json_record(struct reader *reader, const char *data, size_t size, bool last)
{
    json_error_t error;
    json_t *json = json_loadb(data, size, JSON_DISABLE_EOF_CHECK | JSON_ALLOW_NUL, &error);
    if (json == NULL && json_error_code(&error) == json_error_premature_end_of_input && !last)
        return 0;
    size_t read = json == NULL ? line_of(data, size) : (size_t)error.position;
    reader->broken = !take(reader, json_object_get(json, "Item")) || reader->broken;
    json_decref(json);
    return read;
}

static size_t csv_record(struct reader *reader, const char *data, size_t size, bool last)
{
    json_t *row;
    size_t taken = csv_row(&(struct csv_text){data, size, last, reader->delimiter}, &row);
    if (row != NULL && reader->columns == NULL) {
        reader->columns = json_incref(row);
    } else if (taken > 0) {
        json_t *item = row == NULL ? NULL : csv_item(reader, row);
        reader->broken = !take(reader, item) || reader->broken;
        json_decref(item);
    }
    json_decref(row);
    return taken;
}

/* Passes over what lies between records. */
static size_t skip(const struct reader *reader, const char *data, size_t size)
{
    size_t n = 0;
    while (n < size && (data[n] == '\n' || data[n] == '\r' ||
                        (!reader->csv && (data[n] == ' ' || data[n] == '\t'))))
        n++;
    return n;
}

/* All whole records of what is pending, in one transaction. */
static bool read_records(struct reader *reader, bool last)
{
    struct store *store = reader->service->store;
    struct text *text = &reader->pending;
    size_t at = 0, read = 1;
    bool ok = store_begin(store);
    while (ok && read > 0 && !reader->broken) {
        at += skip(reader, text_string(text) + at, text->size - at);
        const char *data = text_string(text) + at;
        size_t size = text->size - at;
        read = size == 0     ? 0
               : reader->csv ? csv_record(reader, data, size, last)
                             : json_record(reader, data, size, last);
        at += read;
    }
    ok = ok && !reader->broken && store_commit(store);
    if (!ok) {
        store_rollback(store);
        return false;
    }
    text->size -= at;
    if (at > 0)
        memmove(text->data, text->data + at, text->size + 1);
    return true;
}

/* Nothing of the rest of the object can be read. */
static void give_up(struct reader *reader)
{
    reader->processed++;
    reader->errors++;
    text_free(&reader->pending);
    reader->pending = (struct text){0};
    reader->broken = true;
}

bool reader_feed(struct reader *reader, const void *data, size_t size)
{
    size_t before = reader->pending.size;
    if (reader->broken)
        return true;
    if (reader->gzip && !gzip_unpack(&reader->stream, data, size, &reader->pending)) {
        give_up(reader);
        return true;
    }
    if (!reader->gzip)
        text_append(&reader->pending, data, size);
    reader->bytes += (json_int_t)(reader->pending.size - before);
    if (reader->pending.failed || !read_records(reader, false))
        return false;
    if (reader->pending.size > READER_RECORD_MAX)
        give_up(reader);
    return true;
}

bool reader_end(struct reader *reader)
{
    return reader->broken || is_blank(text_string(&reader->pending), reader->pending.size) ||
           read_records(reader, true);
}
