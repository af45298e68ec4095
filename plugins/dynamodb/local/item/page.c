/* SPDX-License-Identifier: Apache-2.0 */
/* One page of a query or scan. */
#include <stdint.h>

#include "item/read.h"
#include "item/write.h"
#include "table/capacity.h"

struct page {
    const struct read *read;
    json_t *items; /* NULL: only counted, or as text */
    bool as_text;  /* items are shown as they lie in the store */
    json_t *last;  /* LastEvaluatedKey, or NULL */
    size_t count;
    size_t scanned;
    size_t bytes;   /* read from the table or the index */
    double fetched; /* units for items taken from the table on an index's behalf */
    size_t limit;
};

static void show(struct page *page, const struct store_row *row)
{
    struct text *shown = &page->read->call->shown;
    if (page->count > 1)
        text_append(shown, ",", 1);
    text_append(shown, row->text, row->length);
}

/* Filters, projects and counts one item (borrowed). An index filters what it has itself. */
static bool take(struct page *page, const json_t *filtered, json_t *item)
{
    const struct expressions *expressions = &page->read->expressions;
    const struct expr *projection = expressions->of[EXPR_PROJECTION];
    if (!expr_matches(expressions->of[EXPR_FILTER], filtered))
        return true;
    page->count++;
    return page->items == NULL ||
           json_array_append_new(page->items, projection == NULL
                                                  ? json_incref(item)
                                                  : expr_project(projection, item)) == 0;
}

/* The same with as little work as an item of the table needs. */
static bool take_from_table(struct page *page, struct store_row *row)
{
    const struct expr *filter = page->read->expressions.of[EXPR_FILTER];
    bool look = filter != NULL || page->items != NULL;
    if (look && store_row_item(row) == NULL)
        return false;
    if (!page->as_text)
        return take(page, row->item, row->item);
    if (expr_matches(filter, row->item)) {
        page->count++;
        show(page, row);
    }
    return true;
}

static bool take_from_index(struct page *page, struct store_row *row)
{
    const struct read *read = page->read;
    json_t *whole = store_row_item(row);
    json_t *item = whole == NULL ? NULL : index_project(read->table, read->index, whole);
    if (item == NULL)
        return false;
    page->bytes += read->index->all ? row->size : value_item_size(item);
    if (read->whole)
        page->fetched += capacity_read(row->size, call_bool(read->call, "ConsistentRead", false));
    bool ok = take(page, item, read->whole ? whole : item);
    json_decref(item);
    return ok;
}

/* 1: go on, 0: the page is full, -1: failed. */
static int take_row(struct page *page, struct store_row *row)
{
    const struct read *read = page->read;
    page->scanned++;
    if (read->index == NULL)
        page->bytes += row->size;
    if (!(read->index == NULL ? take_from_table(page, row) : take_from_index(page, row)))
        return -1;
    if (page->scanned < page->limit && page->bytes < PAGE_BYTES_MAX)
        return 1;
    json_t *item = store_row_item(row);
    page->last = item == NULL ? NULL : key_attributes(read->table, read->index, item);
    return page->last == NULL ? -1 : 0;
}

static bool walk_range(struct page *page)
{
    struct store_row row = {0};
    struct store_cursor *cursor =
        store_cursor_open(page->read->call->service->store, &page->read->range);
    int result;
    while ((result = store_cursor_next(cursor, &row)) == 1) {
        result = take_row(page, &row);
        store_row_clear(&row);
        if (result != 1)
            break;
    }
    store_cursor_close(cursor);
    return result != -1;
}

static bool walk(struct page *page)
{
    struct text *shown = &page->read->call->shown;
    if (page->as_text)
        text_add(shown, "\"Items\":[");
    bool ok = walk_range(page);
    if (page->as_text)
        text_append(shown, "]", 1);
    return ok;
}

static struct capacity consumed(const struct page *page)
{
    const struct read *read = page->read;
    struct capacity capacity = {.table = page->fetched};
    double units = capacity_read(page->bytes, call_bool(read->call, "ConsistentRead", false));
    if (read->index == NULL)
        capacity.table = units;
    else
        capacity.index[read->index - read->table->indexes] = units;
    return capacity;
}

static json_t *answer(const struct page *page)
{
    const struct read *read = page->read;
    struct capacity capacity = consumed(page);
    json_t *json = json_object();
    if (json == NULL || (page->items != NULL && json_object_set(json, "Items", page->items) != 0) ||
        json_object_set_new(json, "Count", json_integer((json_int_t)page->count)) != 0 ||
        json_object_set_new(json, "ScannedCount", json_integer((json_int_t)page->scanned)) != 0 ||
        (page->last != NULL && json_object_set(json, "LastEvaluatedKey", page->last) != 0) ||
        !capacity_answer(json, read->table, &capacity,
                         call_string(read->call, "ReturnConsumedCapacity"))) {
        json_decref(json);
        return NULL;
    }
    return json;
}

json_t *read_page(struct read *read)
{
    const json_t *limit = json_object_get(read->call->args, "Limit");
    struct page page = {.read = read,
                        .limit = limit == NULL ? SIZE_MAX : (size_t)json_integer_value(limit)};
    json_t *result = NULL;
    bool counting = call_says(read->call, "Select", "COUNT");
    page.as_text =
        !counting && read->index == NULL && read->expressions.of[EXPR_PROJECTION] == NULL;
    page.items = counting || page.as_text ? NULL : json_array();
    if ((counting || page.as_text || page.items != NULL) && walk(&page))
        result = answer(&page);
    json_decref(page.items);
    json_decref(page.last);
    if (result == NULL)
        fault_internal(&read->call->fault);
    return result;
}
