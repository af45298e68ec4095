/* SPDX-License-Identifier: Apache-2.0 */
/* Query: one partition of a table or index, a range of its sort keys. */
#include <stdlib.h>
#include <string.h>

#include "item/key_parts.h"
#include "item/read.h"

/* Above every sort key: those have at most KEY_RANGE_MAX bytes. */
enum { TOP_SIZE = KEY_RANGE_MAX + 1 };

/* The partition and [low, high) of the query, owned. */
struct bounds {
    struct item_key key;
    struct value_bytes low;
    struct value_bytes high;
};

static bool top(struct value_bytes *out)
{
    out->data = malloc(TOP_SIZE);
    out->size = TOP_SIZE;
    if (out->data != NULL)
        memset(out->data, 0xff, TOP_SIZE);
    return out->data != NULL;
}

/* The least bytes above `bytes`: a NUL more. */
static bool above(const struct value_bytes *bytes, struct value_bytes *out)
{
    unsigned char *data = malloc(bytes->size + 1);
    if (data == NULL)
        return false;
    if (bytes->size != 0)
        memcpy(data, bytes->data, bytes->size);
    data[bytes->size] = 0;
    *out = (struct value_bytes){data, bytes->size + 1};
    return true;
}

/* Above all keys that begin with `bytes`. */
static bool behind(const struct value_bytes *bytes, struct value_bytes *out)
{
    bool unbounded = false;
    return value_key_successor(bytes, out, &unbounded) && (!unbounded || top(out));
}

/* The sort key as far as it is known, and what the last condition is on. */
struct sort_key {
    const struct expr_key_query *query;
    struct value_bytes known; /* the attributes that must be equal */
    bool last;                /* no other attribute follows the one of the last condition */
};

static bool copy(const struct value_bytes *bytes, struct value_bytes *out)
{
    *out = (struct value_bytes){0};
    if (bytes->size == 0)
        return true;
    out->data = malloc(bytes->size);
    if (out->data != NULL) {
        memcpy(out->data, bytes->data, bytes->size);
        out->size = bytes->size;
    }
    return out->data != NULL;
}

/* Where the keys with `value` as their next attribute begin. */
static bool from(const struct sort_key *sort, const json_t *value, struct value_bytes *out)
{
    return copy(&sort->known, out) &&
           key_parts_add(out, value, sort->last ? KEY_PART_LAST : KEY_PART_CLOSED);
}

/* Where they end. */
static bool past(const struct sort_key *sort, const json_t *value, struct value_bytes *out)
{
    struct value_bytes begin = {0};
    bool ok = from(sort, value, &begin) && (sort->last ? above : behind)(&begin, out);
    value_bytes_free(&begin);
    return ok;
}

static bool prefix(const struct sort_key *sort, struct bounds *out)
{
    return copy(&sort->known, &out->low) &&
           key_parts_add(&out->low, sort->query->low, sort->last ? KEY_PART_LAST : KEY_PART_OPEN) &&
           behind(&out->low, &out->high);
}

static bool encode_bounds(const struct sort_key *sort, struct bounds *out)
{
    const struct expr_key_query *query = sort->query;
    const struct value_bytes *known = &sort->known;
    switch (query->op) {
    case EXPR_RANGE_ALL:
        return copy(known, &out->low) && behind(known, &out->high);
    case EXPR_RANGE_EQ:
        return from(sort, query->low, &out->low) && past(sort, query->low, &out->high);
    case EXPR_RANGE_LT:
        return copy(known, &out->low) && from(sort, query->low, &out->high);
    case EXPR_RANGE_LE:
        return copy(known, &out->low) && past(sort, query->low, &out->high);
    case EXPR_RANGE_GT:
        return past(sort, query->low, &out->low) && behind(known, &out->high);
    case EXPR_RANGE_GE:
        return from(sort, query->low, &out->low) && behind(known, &out->high);
    case EXPR_RANGE_BETWEEN:
        return from(sort, query->low, &out->low) && past(sort, query->high, &out->high);
    case EXPR_RANGE_BEGINS_WITH:
        return prefix(sort, out);
    case EXPR_RANGE_NONE:
        break;
    }
    return false;
}

/* The values of the first attributes of a key, `all` or not. */
static bool join(const json_t *const *values, size_t n, bool all, struct value_bytes *out)
{
    bool ok = true;
    for (size_t i = 0; ok && i < n; i++)
        ok = key_parts_add(out, values[i], all && i + 1 == n ? KEY_PART_LAST : KEY_PART_CLOSED);
    return ok;
}

static bool encode(const struct expr_key_query *query, const struct expr_key_schema *keys,
                   struct bounds *out)
{
    struct sort_key sort = {.query = query, .last = keys->n_hash + query->n_equal + 1 >= keys->n};
    bool ok = join(query->hash, keys->n_hash, true, &out->key.pk) &&
              join(query->equal, query->n_equal, false, &sort.known) && encode_bounds(&sort, out);
    out->key.hash = key_hash(&out->key.pk);
    value_bytes_free(&sort.known);
    return ok;
}

static void bounds_free(struct bounds *bounds)
{
    item_key_free(&bounds->key);
    value_bytes_free(&bounds->low);
    value_bytes_free(&bounds->high);
}

static int compare(const struct value_bytes *a, const struct value_bytes *b)
{
    size_t common = a->size < b->size ? a->size : b->size;
    int order = common == 0 ? 0 : memcmp(a->data, b->data, common);
    return order != 0 ? order : (a->size > b->size) - (a->size < b->size);
}

/* A query goes on only within its own bounds. */
static bool check_start(struct read *read, const struct expr_key_query *query,
                        const struct bounds *bounds)
{
    struct fault *fault = &read->call->fault;
    const struct item_key *after = &read->after.key;
    bool same_partition = compare(&after->pk, &bounds->key.pk) == 0;
    if (query->op == EXPR_RANGE_ALL) {
        return same_partition || fault_invalid(fault, "The provided starting key is outside query "
                                                      "boundaries based on provided conditions");
    }
    if (compare(&after->sk, &bounds->low) < 0 || compare(&after->sk, &bounds->high) >= 0) {
        return fault_invalid(fault,
                             "The provided starting key does not match the range key predicate");
    }
    return same_partition || fault_invalid(fault, "The query can return at most one row and cannot "
                                                  "be restarted");
}

/* In a table the place to go on from is one of the bounds. */
static bool move_bound(const struct read *read, struct bounds *bounds)
{
    struct value_bytes *bound = read->range.backward ? &bounds->high : &bounds->low;
    struct value_bytes moved = {0};
    if (!above(&read->after.key.sk, &moved))
        return false;
    moved.size -= read->range.backward ? 1 : 0;
    value_bytes_free(bound);
    *bound = moved;
    return true;
}

static bool go_on(struct read *read, const struct expr_key_query *query, struct bounds *bounds)
{
    if (read->start == NULL)
        return true;
    if (!read_encode_start(read) || !check_start(read, query, bounds))
        return false;
    return read->index != NULL || move_bound(read, bounds) || fault_internal(&read->call->fault);
}

static bool read_conditions(struct read *read, struct expr_key_query *query)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    const struct expr *keys = read->expressions.of[EXPR_KEY_CONDITION];
    return expr_key_query(keys, read->keys, query, &error) ||
           fault_expr(&read->call->fault, &error);
}

static bool check_filter(struct read *read)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    const struct expr *filter = read->expressions.of[EXPR_FILTER];
    return filter == NULL || read->call->is_statement ||
           expr_check_filter_keys(filter, read->keys, &error) ||
           fault_expr(&read->call->fault, &error);
}

static bool check_expressions(struct read *read)
{
    const struct expressions *expressions = &read->expressions;
    struct fault *fault = &read->call->fault;
    return expressions_check_keys(expressions, EXPR_PROJECTION, read->table, fault) &&
           check_filter(read) && read_check_select(read) &&
           expressions_check_keys(expressions, EXPR_FILTER, read->table, fault) &&
           read_check_projection(read);
}

/* AWS goes through the schema: of each key first the place to start from, then its condition. */
static bool check_in_turn(struct read *read)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    const struct expr *keys = read->expressions.of[EXPR_KEY_CONDITION];
    if (read->start == NULL)
        return true;
    if (!read_check_start_hash(read))
        return false;
    if (!expr_key_check_hash(keys, read->keys, &error))
        return fault_expr(&read->call->fault, &error);
    return read_check_start_range(read);
}

static json_t *run(struct read *read, struct bounds *bounds)
{
    struct expr_key_query query = {0};
    struct fault *fault = &read->call->fault;
    if (!check_in_turn(read) || !read_conditions(read, &query))
        return NULL;
    read->range.backward = !call_bool(read->call, "ScanIndexForward", true);
    if (!encode(&query, read->keys, bounds)) {
        fault_internal(fault);
        return NULL;
    }
    if (!go_on(read, &query, bounds) || !check_expressions(read))
        return NULL;
    read->range.key = &bounds->key;
    read->range.low = &bounds->low;
    read->range.high = &bounds->high;
    return read_page(read);
}

static bool has_conditions(struct call *call)
{
    return json_object_get(call->args, "KeyConditions") != NULL ||
           json_object_get(call->args, "KeyConditionExpression") != NULL ||
           fault_invalid(&call->fault,
                         "Either the KeyConditions or KeyConditionExpression parameter "
                         "must be specified in the request.");
}

json_t *op_query(struct call *call)
{
    struct read read = {.call = call, .keyed = true};
    struct bounds bounds = {0};
    json_t *result = NULL;
    if (read_begin(&read, &expressions_of_query) && has_conditions(call) &&
        read_table(&read, &expressions_of_query))
        result = run(&read, &bounds);
    bounds_free(&bounds);
    read_end(&read);
    return result;
}
