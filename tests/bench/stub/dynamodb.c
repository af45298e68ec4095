/* SPDX-License-Identifier: Apache-2.0 */
/* The DynamoDB half of the stub server. */
#include "stub/dynamodb.h"

#include "common/util.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define BUCKETS      (1u << 17)
#define KEY_MAX      255u
#define FNV_START    2166136261u
#define FNV_PRIME    16777619u
#define NS_PER_MS    1000000u
#define DELAY_PREFIX "delay"

struct item {
    struct item *next;
    uint64_t visible; /* when GetItem begins to find it */
    size_t table_len;
    size_t key_len;
    char name[]; /* table, then key */
};

struct place {
    struct slice table;
    struct slice key;
    struct item **link; /* points at the item, or at where it would be linked */
};

static uint32_t hash(struct slice s, uint32_t h)
{
    for (size_t i = 0; i < s.len; i++)
        h = (h ^ (unsigned char)s.at[i]) * FNV_PRIME;
    return h;
}

void dynamodb_init(struct dynamodb *db)
{
    db->buckets = zeroed(BUCKETS, sizeof *db->buckets);
}

void dynamodb_reset(struct dynamodb *db)
{
    for (size_t i = 0; i < BUCKETS; i++) {
        while (db->buckets[i] != NULL) {
            struct item *item = db->buckets[i];
            db->buckets[i] = item->next;
            free(item);
        }
    }
}

void dynamodb_close(struct dynamodb *db)
{
    dynamodb_reset(db);
    free(db->buckets);
    db->buckets = NULL;
}

static bool is_at(const struct item *item, const struct place *p)
{
    return item->table_len == p->table.len && item->key_len == p->key.len &&
           memcmp(item->name, p->table.at, p->table.len) == 0 &&
           memcmp(item->name + p->table.len, p->key.at, p->key.len) == 0;
}

/* Reads table and key from the body and finds their place. */
static bool find_place(struct dynamodb *db, struct slice body, struct place *p)
{
    if (!scan_string(body, "TableName", &p->table) || !scan_attribute(body, "pk", &p->key) ||
        p->table.len > KEY_MAX || p->key.len > KEY_MAX)
        return false;
    uint32_t h = hash(p->key, hash(p->table, FNV_START));
    p->link = &db->buckets[h % BUCKETS];
    while (*p->link != NULL && !is_at(*p->link, p))
        p->link = &(*p->link)->next;
    return true;
}

static struct item *new_item(const struct place *p)
{
    struct item *item = zeroed(1, sizeof *item + p->table.len + p->key.len);
    item->table_len = p->table.len;
    item->key_len = p->key.len;
    memcpy(item->name, p->table.at, p->table.len);
    memcpy(item->name + p->table.len, p->key.at, p->key.len);
    return item;
}

/* How long an item of this table stays unseen: N ms of a table delay<N>. */
static uint64_t delay_ns(struct slice table)
{
    uint64_t ms = 0;
    if (!slice_cut(&table, DELAY_PREFIX))
        return 0;
    for (size_t i = 0; i < table.len && table.at[i] >= '0' && table.at[i] <= '9'; i++)
        ms = ms * 10 + (uint64_t)(table.at[i] - '0');
    return ms * NS_PER_MS;
}

static bool put_item(struct place *p, struct slice body, struct stats *stats,
                     struct http_answer *answer)
{
    struct slice value;
    if (!scan_attribute(body, "v", &value) || !slice_is(value, "hello"))
        return false;
    if (*p->link == NULL)
        *p->link = new_item(p);
    (*p->link)->visible = clock_ns() + delay_ns(p->table);
    stats->put++;
    http_answer(answer, 200, "{}");
    return true;
}

static bool get_item(struct place *p, struct slice body, struct stats *stats,
                     struct http_answer *answer)
{
    (void)body;
    if (*p->link == NULL || (*p->link)->visible > clock_ns()) {
        stats->get_miss++;
        http_answer(answer, 200, "{}");
        return true;
    }
    stats->get_hit++;
    http_answer(answer, 200,
                "{\"Item\":{\"pk\":{\"S\":\"%.*s\"},\"v\":{\"S\":\"hello\"},\"n\":{\"N\":\"42\"}}}",
                (int)p->key.len, p->key.at);
    return true;
}

static bool delete_item(struct place *p, struct slice body, struct stats *stats,
                        struct http_answer *answer)
{
    (void)body;
    struct item *item = *p->link;
    if (item != NULL) {
        *p->link = item->next;
        free(item);
    }
    stats->del++;
    http_answer(answer, 200, "{}");
    return true;
}

static const struct operation {
    const char *name;
    bool (*serve)(struct place *, struct slice body, struct stats *, struct http_answer *);
} operations[] = {
    {"GetItem", get_item},
    {"PutItem", put_item},
    {"DeleteItem", delete_item},
};

void dynamodb_serve(struct dynamodb *db, struct stats *stats, const struct http_request *request,
                    struct http_answer *answer)
{
    struct place place;
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++)
        if (slice_is(request->target, operations[i].name) &&
            find_place(db, request->body, &place) &&
            operations[i].serve(&place, request->body, stats, answer))
            return;
    stats->other++;
    http_answer(answer, 400, "{\"__type\":\"UnknownOperationException\"}");
}
