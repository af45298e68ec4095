/* SPDX-License-Identifier: Apache-2.0 */
/* What Query and Scan have in common in their requests. */
#include "item/read.h"

#include <string.h>

#define START_INVALID "The provided starting key is invalid"

static bool read_start(struct read *read)
{
    struct expr_error error = {.words = read->call->fault.words};
    const json_t *start = json_object_get(read->call->args, "ExclusiveStartKey");
    if (start == NULL)
        return true;
    read->start = value_item_canonical(start, &error);
    if (read->start != NULL)
        return true;
    /* AWS puts the prefix before some of the texts only. */
    bool bare = strstr(error.message, "contains duplicates") != NULL ||
                strstr(error.message, "number set") != NULL ||
                strstr(error.message, "numeric value") != NULL ||
                strstr(error.message, "significant digits") != NULL ||
                strstr(error.message, "number with magnitude") != NULL;
    return bare || error.kind != EXPR_ERROR_VALIDATION
               ? fault_expr(&read->call->fault, &error)
               : fault_invalid(&read->call->fault, START_INVALID ": %s", error.message);
}

static bool find_index(struct read *read)
{
    const char *name = call_string(read->call, "IndexName");
    struct fault *fault = &read->call->fault;
    read->keys = &read->table->keys;
    read->range.part = read->table->part;
    if (name == NULL)
        return true;
    read->index = table_index(read->table, name);
    if (read->index == NULL)
        return fault_invalid(fault, "The table does not have the specified index: %s", name);
    if (read->index->global && call_bool(read->call, "ConsistentRead", false)) {
        return fault_invalid(fault,
                             "Consistent reads are not supported on global secondary indexes");
    }
    read->keys = &read->index->keys;
    read->range.part = read->index->part;
    read->range.index = true;
    return true;
}

/* Select has to agree with the projection parameters, whatever table it is. */
static bool check_select(struct read *read)
{
    static const struct {
        const char *word;
        const char *what; /* AWS's name for it in the message */
    } others[] = {{"ALL_ATTRIBUTES", "ALL_ATTRIBUTES"},
                  {"ALL_PROJECTED_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES"},
                  {"COUNT", "only the Count"}};
    struct call *call = read->call;
    const char *given = json_object_get(call->args, "AttributesToGet") != NULL ? "AttributesToGet"
                        : json_object_get(call->args, "ProjectionExpression") != NULL
                            ? "ProjectionExpression"
                            : NULL;
    if (call_says(call, "Select", "SPECIFIC_ATTRIBUTES") && given == NULL) {
        return fault_invalid(&call->fault, "Must specify the AttributesToGet or "
                                           "ProjectionExpression when choosing to get "
                                           "SPECIFIC_ATTRIBUTES");
    }
    if (call_says(call, "Select", "ALL_PROJECTED_ATTRIBUTES") &&
        call_string(call, "IndexName") == NULL) {
        return fault_invalid(&call->fault,
                             "ALL_PROJECTED_ATTRIBUTES can be used only when Querying "
                             "using an IndexName");
    }
    for (size_t i = 0; given != NULL && i < sizeof others / sizeof *others; i++) {
        if (call_says(call, "Select", others[i].word)) {
            return fault_invalid(&call->fault, "Cannot specify the %s when choosing to get %s",
                                 given, others[i].what);
        }
    }
    return true;
}

static bool is_projected(const struct read *read, const char *name)
{
    const struct index *index = read->index;
    if (key_has(&read->table->keys, name) || key_has(&index->keys, name))
        return true;
    for (size_t i = 0; i < json_array_size(index->non_key); i++)
        if (strcmp(json_string_value(json_array_get(index->non_key, i)), name) == 0)
            return true;
    return false;
}

/* The attributes that an expression needs and the index does not have: "a, b". */
static struct text not_projected(const struct read *read, enum expr_kind kind)
{
    const struct expr *expr = read->expressions.of[kind];
    struct text names = {0};
    const char *name;
    for (size_t i = 0; expr != NULL && (name = expr_attribute(expr, i)) != NULL; i++)
        if (!is_projected(read, name))
            text_add(&names, "%s%s", names.size == 0 ? "" : ", ", name);
    return names;
}

bool read_check_select(struct read *read)
{
    const struct index *index = read->index;
    bool all = call_says(read->call, "Select", "ALL_ATTRIBUTES");
    if (!all || index == NULL || index->all || !index->global)
        return true;
    return fault_invalid(
        &read->call->fault,
        "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is "
        "not supported for global secondary index %s because its projection type is "
        "not ALL",
        index->name);
}

/* What is read by key is filtered by what the index has; a scan takes the rest for missing. */
static bool check_filter_projected(const struct read *read)
{
    struct text names = not_projected(read, EXPR_FILTER);
    bool ok = names.size == 0 ||
              fault_invalid(&read->call->fault,
                            "One or more parameter values were invalid: Secondary index %s does "
                            "not project one or more filter attributes: [%s]",
                            read->index->name, text_string(&names));
    text_free(&names);
    return ok;
}

/* A local index fetches what it lacks from the table; a global one cannot. */
static bool check_shown_projected(struct read *read)
{
    const struct index *index = read->index;
    struct text names = not_projected(read, EXPR_PROJECTION);
    bool lacks = names.size > 0;
    read->whole = !index->global && (lacks || call_says(read->call, "Select", "ALL_ATTRIBUTES"));
    bool ok = !lacks || !index->global ||
              fault_invalid(&read->call->fault,
                            "One or more parameter values were invalid: Global secondary index %s "
                            "does not project [%s]",
                            index->name, text_string(&names));
    text_free(&names);
    return ok;
}

bool read_check_projection(struct read *read)
{
    if (read->index == NULL || read->index->all)
        return true;
    return check_shown_projected(read) &&
           (!(read->keyed || read->call->is_keyed) || check_filter_projected(read));
}

bool read_begin(struct read *read, const struct expression_rules *rules)
{
    struct call *call = read->call;
    return expressions_check(call->args, rules, &call->fault) &&
           expressions_legacy(call->args, &read->expressions, &call->fault) && read_start(read);
}

/* What a key condition must fulfil whatever the table is. */
static bool check_conditions(struct read *read)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    const struct expr *conditions = read->expressions.of[EXPR_KEY_CONDITION];
    bool index = call_string(read->call, "IndexName") != NULL;
    return conditions == NULL || expr_check_key_condition(conditions, index, &error) ||
           fault_expr(&read->call->fault, &error);
}

bool read_table(struct read *read, const struct expression_rules *rules)
{
    struct call *call = read->call;
    if (!expressions_parse(call->args, rules, &read->expressions, &call->fault) ||
        !expressions_key_conditions(call->args, &read->expressions, &call->fault) ||
        !check_conditions(read) || !check_select(read))
        return false;
    read->table = call_table(call, call_string(call, "TableName"));
    return read->table != NULL && find_index(read);
}

static bool check_element(struct read *read, bool hash)
{
    const struct expr_key_schema *keys = read->keys;
    for (size_t i = hash ? 0 : keys->n_hash; i < (hash ? keys->n_hash : keys->n); i++)
        if (json_object_get(read->start, keys->of[i].name) == NULL)
            return fault_invalid(&read->call->fault, START_INVALID);
    return key_check_element(read->keys, hash, read->start, &read->call->fault);
}

/* The number of different attributes in the two keys. */
static size_t wanted_size(const struct read *read)
{
    const struct expr_key_schema *table = &read->table->keys;
    size_t size = table->n;
    for (size_t i = 0; read->index != NULL && i < read->keys->n; i++)
        size += !key_has(table, read->keys->of[i].name);
    return size;
}

bool read_check_start_hash(struct read *read)
{
    if (read->start == NULL)
        return true;
    if (json_object_size(read->start) != wanted_size(read))
        return fault_invalid(&read->call->fault, START_INVALID);
    return check_element(read, true);
}

bool read_check_start_range(struct read *read)
{
    return read->start == NULL || check_element(read, false);
}

bool read_encode_start(struct read *read)
{
    struct fault *fault = &read->call->fault;
    if (read->start == NULL)
        return true;
    json_t *key = read->index == NULL ? json_incref(read->start)
                                      : key_attributes(read->table, NULL, read->start);
    if (key == NULL)
        return fault_internal(fault);
    bool ok = key_of_key(read->table, key, &read->after.base, fault);
    json_decref(key);
    if (!ok && fault->kind == FAULT_VALIDATION && fault->message != NULL) {
        struct fault inner = *fault;
        *fault = (struct fault){.kind = FAULT_NONE};
        fault_invalid(fault, START_INVALID ": %s", inner.message);
        fault_clear(&inner);
    }
    if (!ok)
        return false;
    if (!key_encode(read->keys, read->start, &read->after.key))
        return fault_internal(fault);
    read->range.after = &read->after;
    return true;
}

void read_end(struct read *read)
{
    expressions_clear(&read->expressions);
    item_key_free(&read->after.key);
    item_key_free(&read->after.base);
    json_decref(read->start);
}
