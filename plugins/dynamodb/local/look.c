/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud's page shows: tables, their items, the records of their streams. */
#include "look.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "service.h"
#include "stream/shard.h"

enum {
    COUNTED_MAX = 10000,
    NUMBER_DIGITS_MAX = 15,
    COLUMNS_SIZE = 640,
    ARN_SIZE = 512,
    COUNT_SIZE = 32
};

/* ---- values without their types ---- */

static json_t *plain(const json_t *value);

static json_t *plain_number(const char *text)
{
    char *end;
    double number = strtod(text, &end);
    if (strlen(text) > NUMBER_DIGITS_MAX || *end != '\0')
        return json_string(text); /* it has more digits than a double */
    return strpbrk(text, ".eE") == NULL ? json_integer((json_int_t)strtoll(text, NULL, 10))
                                        : json_real(number);
}

static json_t *plain_list(const json_t *list, bool numbers, bool typed)
{
    json_t *plain_one = json_array();
    for (size_t i = 0; i < json_array_size(list); i++) {
        json_t *member = json_array_get(list, i);
        json_array_append_new(plain_one, typed     ? plain(member)
                                         : numbers ? plain_number(json_string_value(member))
                                                   : json_incref(member));
    }
    return plain_one;
}

static json_t *plain_map(const json_t *map)
{
    json_t *plain_one = json_object(), *member;
    const char *name;
    json_object_foreach ((json_t *)(uintptr_t)map, name, member)
        json_object_set_new(plain_one, name, plain(member));
    return plain_one;
}

/* Values nest no deeper than DynamoDB lets them (32 levels). */
static json_t *plain(const json_t *value)
{
    const char *type = json_object_iter_key(json_object_iter((json_t *)(uintptr_t)value));
    json_t *inner = json_object_get(value, type == NULL ? "" : type);
    if (inner == NULL || strcmp(type, "NULL") == 0)
        return json_null();
    if (strcmp(type, "N") == 0)
        return plain_number(json_string_value(inner));
    if (strcmp(type, "M") == 0)
        return plain_map(inner);
    if (strcmp(type, "B") == 0)
        return json_pack("{s:O}", "base64", inner);
    return json_is_array(inner) ? plain_list(inner, strcmp(type, "NS") == 0, *type == 'L')
                                : json_incref(inner);
}

/* ---- tables ---- */

static void write_arn(const struct table *table, char arn[ARN_SIZE])
{
    snprintf(arn, ARN_SIZE, "arn:aws:dynamodb:%s:%s:table/%s", table->region, table->account,
             table->name);
}

/* Its items: "12", or "over 10000". */
static void count(const struct service *service, const struct table *table, char text[COUNT_SIZE])
{
    int64_t n = store_count_to(service->store, table->part, COUNTED_MAX + 1);
    bool many = n > COUNTED_MAX;
    snprintf(text, COUNT_SIZE, "%s%lld", many ? "over " : "", many ? COUNTED_MAX : (long long)n);
}

static json_t *keys_text(const struct table *table)
{
    const struct expr_key_attribute *of = table->keys.of;
    return table->keys.n == 1 ? json_string(of[0].name)
                              : json_sprintf("%s, %s", of[0].name, of[1].name);
}

static void row(const struct service *service, struct slrun_look *look, const struct table *table)
{
    const struct slrun_looks *looks = service->cloud->looks;
    const struct stream *stream = table->stream;
    bool open = stream != NULL && stream_is_open(stream);
    char arn[ARN_SIZE], n[COUNT_SIZE], says[COUNT_SIZE + 16] = "table";
    count(service, table, n);
    if (strcmp(n, "0") != 0)
        snprintf(says, sizeof says, "table: %s item%s", n, strcmp(n, "1") == 0 ? "" : "s");
    write_arn(table, arn);
    looks->row(look, arn,
               json_pack("[s o o I s? s s]", table->name,
                         *n == 'o' ? json_string(n) : json_integer(strtoll(n, NULL, 10)),
                         keys_text(table), (json_int_t)table->n_indexes, open ? stream->view : NULL,
                         table->region, table->account));
    looks->box(look, &(struct slrun_look_box){.says = says});
}

static void list_tables(void *state, struct slrun_look *look)
{
    const struct service *service = state;
    const struct table *table;
    for (size_t i = 0; (table = catalog_at(service->catalog, i)) != NULL; i++) {
        int wanted = service->cloud->looks->want(look);
        if (wanted < 0)
            return;
        if (wanted)
            row(service, look, table);
    }
}

/* ---- items ---- */

/* Keys first; the other attributes in an object. */
static json_t *item_row(const struct table *table, json_t *item)
{
    json_t *all = plain_map(item), *cells = json_array();
    for (size_t i = 0; i < table->keys.n; i++) {
        json_array_append(cells, json_object_get(all, table->keys.of[i].name));
        json_object_del(all, table->keys.of[i].name);
    }
    json_array_append_new(cells, all);
    return cells;
}

/* A bar or a colon in the name of a key would be taken for another column. */
static void item_columns(const struct table *table, char columns[COLUMNS_SIZE])
{
    const struct expr_key_attribute *of = table->keys.of;
    bool sorted = table->keys.n > 1;
    snprintf(columns, COLUMNS_SIZE, "%s%s%s", of[0].name, sorted ? "\n" : "",
             sorted ? of[1].name : "");
    for (char *at = columns; *at != '\0'; at++)
        *at = *at == '\n' ? '|' : *at == '|' || *at == ':' ? '_' : *at;
    size_t n = strlen(columns);
    snprintf(columns + n, COLUMNS_SIZE - n, "|attributes:members");
}

static void show_items(const struct service *service, struct slrun_look *look,
                       const struct table *table)
{
    const struct slrun_looks *looks = service->cloud->looks;
    const struct store_range range = {.part = table->part, .last_hash = UINT32_MAX};
    struct store_row row = {.id = 0};
    char columns[COLUMNS_SIZE];
    item_columns(table, columns);
    looks->table(look, "Items", columns, NULL);
    struct store_cursor *cursor = store_cursor_open(service->store, &range);
    while (cursor != NULL && store_cursor_next(cursor, &row) == 1) {
        int wanted = looks->want(look);
        json_t *item = wanted > 0 ? store_row_item(&row) : NULL;
        if (item != NULL)
            looks->row(look, NULL, item_row(table, item));
        store_row_clear(&row);
        if (wanted < 0)
            break;
    }
    if (cursor != NULL)
        store_cursor_close(cursor);
}

/* ---- records of the stream ---- */

struct records {
    const struct slrun_looks *looks;
    struct slrun_look *look;
};

static json_t *image(const json_t *change, const char *name)
{
    const json_t *item = json_object_get(change, name);
    return item == NULL ? json_null() : plain_map(item);
}

static bool show_record(void *arg, int64_t number, const char *text)
{
    const struct records *records = arg;
    int wanted = records->looks->want(records->look);
    json_t *record = wanted > 0 ? json_loads(text, 0, NULL) : NULL;
    if (record != NULL) {
        const json_t *change = json_object_get(record, "dynamodb");
        records->looks->row(records->look, NULL,
                            json_pack("[O? o o o I]", json_object_get(record, "eventName"),
                                      image(change, "Keys"), image(change, "OldImage"),
                                      image(change, "NewImage"),
                                      (json_int_t)(number / SHARD_NUMBERS_A_MS)));
    }
    json_decref(record);
    return wanted >= 0;
}

static void show_stream(const struct service *service, struct slrun_look *look,
                        const struct stream *stream)
{
    const struct slrun_looks *looks = service->cloud->looks;
    struct records records = {looks, look};
    const struct store_record_range range = {
        stream->id, shard_horizon(service->cloud->now_ms(service->cloud)), INT64_MAX};
    looks->table(look, "Records of the stream", "event|keys|old image|new image|at:time", NULL);
    store_records(service->store, &range, show_record, &records);
}

static int show_table(void *state, struct slrun_look *look, const char *arn)
{
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    const struct table *table;
    char own[ARN_SIZE] = "";
    for (size_t i = 0; (table = catalog_at(service->catalog, i)) != NULL; i++) {
        write_arn(table, own);
        if (strcmp(own, arn) == 0)
            break;
    }
    if (table == NULL)
        return -1;
    looks->fact(look, "ARN", json_string(own));
    looks->fact(look, "created at", json_integer((json_int_t)table->created_ms));
    looks->fact(look, "time to live", json_string(table->ttl));
    for (size_t i = 0; i < table->n_indexes; i++)
        looks->fact(look, "index", json_incref((json_t *)(uintptr_t)table->indexes[i].definition));
    looks->fact(look, "tags", json_incref(table->tags));
    show_items(service, look, table);
    if (table->stream != NULL)
        show_stream(service, look, table->stream);
    return 0;
}

const struct slrun_look_kind dynamodb_looks[] = {
    {"tables", "Tables", "name|items:number|keys|indexes:number|stream|region|account", list_tables,
     show_table},
    {NULL, NULL, NULL, NULL, NULL},
};
