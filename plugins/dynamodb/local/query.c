/* SPDX-License-Identifier: Apache-2.0 */
/* Query: one partition of a table or index, a range of its sort keys. */
#include <stdlib.h>
#include <string.h>

#include "read.h"

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
    if (out->data != NULL) {
        memset(out->data, 0xff, TOP_SIZE);
    }
    return out->data != NULL;
}

/* The least bytes above `bytes`: a NUL more. */
static bool above(const struct value_bytes *bytes, struct value_bytes *out)
{
    unsigned char *data = malloc(bytes->size + 1);
    if (data == NULL) {
        return false;
    }
    if (bytes->size != 0) {
        memcpy(data, bytes->data, bytes->size);
    }
    data[bytes->size] = 0;
    *out = (struct value_bytes){data, bytes->size + 1};
    return true;
}

static bool encode_above(const json_t *value, struct value_bytes *out)
{
    struct value_bytes bytes;
    if (!value_key_encode(value, &bytes)) {
        return false;
    }
    bool ok = above(&bytes, out);
    value_bytes_free(&bytes);
    return ok;
}

static bool prefix(const json_t *value, struct bounds *out)
{
    bool unbounded = false;
    return value_key_encode(value, &out->low) &&
           value_key_successor(&out->low, &out->high, &unbounded) &&
           (!unbounded || top(&out->high));
}

static bool encode_bounds(const struct expr_key_query *query, struct bounds *out)
{
    switch (query->op) {
    case EXPR_RANGE_ALL:
        return top(&out->high);
    case EXPR_RANGE_EQ:
        return value_key_encode(query->low, &out->low) && above(&out->low, &out->high);
    case EXPR_RANGE_LT:
        return value_key_encode(query->low, &out->high);
    case EXPR_RANGE_LE:
        return encode_above(query->low, &out->high);
    case EXPR_RANGE_GT:
        return encode_above(query->low, &out->low) && top(&out->high);
    case EXPR_RANGE_GE:
        return value_key_encode(query->low, &out->low) && top(&out->high);
    case EXPR_RANGE_BETWEEN:
        return value_key_encode(query->low, &out->low) && encode_above(query->high, &out->high);
    case EXPR_RANGE_BEGINS_WITH:
        return prefix(query->low, out);
    case EXPR_RANGE_NONE:
        break;
    }
    return false;
}

static bool encode(const struct expr_key_query *query, struct bounds *out)
{
    if (!value_key_encode(query->hash, &out->key.pk)) {
        return false;
    }
    out->key.hash = key_hash(&out->key.pk);
    return encode_bounds(query, out);
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
    if (!above(&read->after.key.sk, &moved)) {
        return false;
    }
    moved.size -= read->range.backward ? 1 : 0;
    value_bytes_free(bound);
    *bound = moved;
    return true;
}

static bool go_on(struct read *read, const struct expr_key_query *query, struct bounds *bounds)
{
    if (read->start == NULL) {
        return true;
    }
    if (!read_encode_start(read) || !check_start(read, query, bounds)) {
        return false;
    }
    return read->index != NULL || move_bound(read, bounds) || fault_internal(&read->call->fault);
}

static bool read_conditions(struct read *read, struct expr_key_query *query)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    const struct expr *keys = read->expressions.of[EXPR_KEY_CONDITION];
    if (!expr_key_query(keys, read->keys, query, &error) ||
        !value_check_key(read->keys->hash, query->hash, &error)) {
        return fault_expr(&read->call->fault, &error);
    }
    return true;
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
    if (read->start == NULL) {
        return true;
    }
    if (!read_check_start_hash(read)) {
        return false;
    }
    if (!expr_key_check_hash(keys, read->keys, &error)) {
        return fault_expr(&read->call->fault, &error);
    }
    return read_check_start_range(read);
}

static json_t *run(struct read *read, struct bounds *bounds)
{
    struct expr_key_query query = {0};
    struct fault *fault = &read->call->fault;
    if (!check_in_turn(read) || !read_conditions(read, &query)) {
        return NULL;
    }
    read->range.backward = !call_bool(read->call, "ScanIndexForward", true);
    if (!encode(&query, bounds)) {
        fault_internal(fault);
        return NULL;
    }
    if (!go_on(read, &query, bounds) || !check_expressions(read)) {
        return NULL;
    }
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
    struct read read = {.call = call};
    struct bounds bounds = {0};
    json_t *result = NULL;
    if (read_begin(&read, &expressions_of_query) && has_conditions(call) &&
        read_table(&read, &expressions_of_query)) {
        result = run(&read, &bounds);
    }
    bounds_free(&bounds);
    read_end(&read);
    return result;
}
