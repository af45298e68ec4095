/* SPDX-License-Identifier: Apache-2.0 */
/* Key conditions against a schema, and rules about key attributes. */
#include <string.h>

#include "ast.h"
#include "check.h"
#include "value_internal.h"

/* One condition on one attribute, the attribute on the left. */
struct key_test {
    const char *name;
    enum expr_range_op op;
    const json_t *low;
    const json_t *high;
};

struct key_tests {
    struct key_test tests[EXPR_OPERATORS_MAX + 1];
    size_t count;
    bool legacy; /* of KeyConditions */
    struct expr_error *error;
};

static const enum expr_range_op straight[] = {
    [COMPARE_EQ] = EXPR_RANGE_EQ, [COMPARE_LT] = EXPR_RANGE_LT, [COMPARE_LE] = EXPR_RANGE_LE,
    [COMPARE_GT] = EXPR_RANGE_GT, [COMPARE_GE] = EXPR_RANGE_GE,
};

/* For ":v < name". */
static const enum expr_range_op mirrored[] = {
    [COMPARE_EQ] = EXPR_RANGE_EQ, [COMPARE_LT] = EXPR_RANGE_GT, [COMPARE_LE] = EXPR_RANGE_GE,
    [COMPARE_GT] = EXPR_RANGE_LT, [COMPARE_GE] = EXPR_RANGE_LE,
};

/* The operator as AWS names it where key conditions do not know it; NULL where they do. */
static const char *foreign_operator(const struct node *node)
{
    switch (node->kind) {
    case NODE_OR:
        return "OR";
    case NODE_NOT:
        return "NOT";
    case NODE_IN:
        return "IN";
    case NODE_COMPARE:
        return node->comparison == COMPARE_NE ? "<>" : NULL;
    case NODE_CALL:
        return node->function == FUNCTION_BEGINS_WITH ? NULL : node->source;
    default:
        return NULL;
    }
}

static bool check_first_operand(const struct node *node, struct expr_error *error)
{
    const char *name = node->kind == NODE_BETWEEN ? "BETWEEN" : node->source;
    if (node->kind == NODE_COMPARE || node->args->kind == NODE_PATH)
        return true;
    return expr_fail(error,
                     "Invalid condition in KeyConditionExpression: %s operator must have the key "
                     "attribute as its first operand",
                     name);
}

/* Looks at the operands in their order; *path is set to the one attribute. */
static bool check_operands(const struct node *node, const struct node **path,
                           struct expr_error *error)
{
    for (const struct node *arg = node->args; arg != NULL; arg = arg->next) {
        if (arg->kind == NODE_CALL)
            return expr_fail(error, "KeyConditionExpressions cannot contain nested operations");
        if (arg->kind != NODE_PATH)
            continue;
        if (*path != NULL) {
            return expr_fail(error, "Invalid condition in KeyConditionExpression: Multiple "
                                    "attribute names used in one condition");
        }
        if (arg->arg_count > 1) {
            return expr_fail(error,
                             "KeyConditionExpressions cannot have conditions on nested attributes");
        }
        *path = arg;
    }
    return *path != NULL || expr_fail(error, "Invalid condition in KeyConditionExpression: No key "
                                             "attribute specified");
}

static struct key_test read_test(const struct node *node, const struct node *path)
{
    const struct node *first = node->args;
    const struct node *second = first->next;
    struct key_test test = {path->steps->name, EXPR_RANGE_BEGINS_WITH, second->value, NULL};
    if (node->kind == NODE_BETWEEN) {
        test.op = EXPR_RANGE_BETWEEN;
        test.high = second->next->value;
    } else if (node->kind == NODE_COMPARE && path == first) {
        test.op = straight[node->comparison];
    } else if (node->kind == NODE_COMPARE) {
        test.op = mirrored[node->comparison];
        test.low = first->value;
    }
    return test;
}

static const struct key_test *find(const struct key_tests *tests, const char *name)
{
    for (size_t i = 0; i < tests->count; i++)
        if (strcmp(tests->tests[i].name, name) == 0)
            return &tests->tests[i];
    return NULL;
}

static bool add_test(struct key_tests *tests, const struct node *node)
{
    const struct node *path = NULL;
    if (!check_first_operand(node, tests->error) || !check_operands(node, &path, tests->error))
        return false;
    if (find(tests, path->steps->name) != NULL) {
        return expr_fail(tests->error,
                         "Invalid KeyConditionExpression: KeyConditionExpressions must "
                         "only contain one condition per key");
    }
    tests->tests[tests->count++] = read_test(node, path);
    return true;
}

/* An operator of KeyConditions that keys do not know: AWS says so where it meets the key. */
static bool add_foreign(struct key_tests *tests, const struct node *node)
{
    tests->tests[tests->count++] =
        (struct key_test){.name = node->args->steps->name, .op = EXPR_RANGE_NONE};
    return true;
}

static bool gather(struct key_tests *tests, const struct node *node)
{
    const char *foreign = foreign_operator(node);
    if (foreign != NULL && tests->legacy)
        return add_foreign(tests, node);
    if (foreign != NULL) {
        return expr_fail(tests->error, "Invalid operator used in KeyConditionExpression: %s",
                         foreign);
    }
    if (node->kind == NODE_AND)
        return gather(tests, node->args) && gather(tests, node->args->next);
    return add_test(tests, node);
}

static bool read_tests(const struct expr *expr, struct key_tests *tests)
{
    tests->count = 0;
    tests->legacy = expr->legacy;
    return gather(tests, expr->condition);
}

static bool check_length(const struct key_tests *tests, size_t most)
{
    if (tests->count <= (most > 2 ? most : 2))
        return true;
    return tests->legacy
               ? expr_fail(tests->error, "Conditions can be of length 1 or 2 only")
               : expr_fail(tests->error,
                           "The number of query conditions (%zu) exceeds the number of key "
                           "attributes defined in the schema (%zu)",
                           tests->count, most);
}

bool expr_check_key_condition(const struct expr *expr, bool index, struct expr_error *error)
{
    struct key_tests tests;
    tests.error = error;
    return read_tests(expr, &tests) &&
           (!tests.legacy || check_length(&tests, index ? EXPR_KEY_MAX : 2));
}

static bool check_schema_type(const struct key_test *test, enum value_type type,
                              struct expr_error *error)
{
    if (test->op == EXPR_RANGE_NONE)
        return expr_fail(error, "Attempted conditional constraint is not an indexable operation");
    if (value_type_of(test->low) != type ||
        (test->high != NULL && value_type_of(test->high) != type)) {
        return expr_fail(error, "One or more parameter values were invalid: Condition parameter "
                                "type does not match schema type");
    }
    return value_check_key(test->name, test->low, error);
}

static bool fail_missing(const char *name, struct expr_error *error)
{
    return expr_fail(error, "Query condition missed key schema element: %s", name);
}

/* The partition key of several attributes is refused as a whole. */
static bool fail_hash(const struct expr_key_attribute *of, const struct expr_key_schema *keys,
                      bool there, struct expr_error *error)
{
    if (keys->n_hash > 1) {
        return expr_fail(error,
                         "HASH key attributes %s must have equality conditions specified in the "
                         "query",
                         of->name);
    }
    return there ? expr_fail(error, "Query key condition not supported")
                 : fail_missing(of->name, error);
}

/* Each attribute of the partition key has to be there, with `=`. */
static bool read_hash(const struct key_tests *tests, const struct expr_key_schema *keys,
                      struct expr_key_query *out)
{
    if (keys->n == 1 && tests->count > 1)
        return expr_fail(tests->error, "Query key condition not supported");
    for (size_t i = 0; i < keys->n_hash; i++) {
        const struct expr_key_attribute *of = &keys->of[i];
        const struct key_test *hash = find(tests, of->name);
        if (hash == NULL)
            return fail_hash(of, keys, false, tests->error);
        if (!check_schema_type(hash, of->type, tests->error))
            return false;
        if (hash->op != EXPR_RANGE_EQ)
            return fail_hash(of, keys, true, tests->error);
        out->hash[i] = hash->low;
    }
    return true;
}

/* The name of a tested attribute that the key does not have is not told, but what it could have
 * been meant for. */
static bool check_known(const struct key_tests *tests, const struct expr_key_schema *keys)
{
    const char *missing = NULL;
    size_t known = keys->n_hash;
    for (size_t i = keys->n_hash; i < keys->n; i++) {
        bool there = find(tests, keys->of[i].name) != NULL;
        known += there;
        missing = there || missing != NULL ? missing : keys->of[i].name;
    }
    return tests->count == known ||
           (missing == NULL ? expr_fail(tests->error, "Query key condition not supported")
                            : fail_missing(missing, tests->error));
}

/* Only the last attribute of the sort key that is tested may be compared otherwise than with `=`,
 * and none before it may be left out. `open` is the first that is not tested with `=`. */
static bool check_before(const char *open, const char *name, struct expr_error *error)
{
    return open == NULL ||
           expr_fail(error,
                     "RANGE key attributes %s must have equality conditions specified in the query "
                     "because a condition is present on key attribute %s",
                     open, name);
}

static bool read_range(const struct key_tests *tests, const struct expr_key_schema *keys,
                       struct expr_key_query *out)
{
    const char *open = NULL;
    if (!check_known(tests, keys))
        return false;
    for (size_t i = keys->n_hash; i < keys->n; i++) {
        const struct expr_key_attribute *of = &keys->of[i];
        const struct key_test *range = find(tests, of->name);
        if (range != NULL && (!check_before(open, of->name, tests->error) ||
                              !check_schema_type(range, of->type, tests->error)))
            return false;
        if (range != NULL && out->op == EXPR_RANGE_EQ)
            out->equal[out->n_equal++] = out->low;
        if (range != NULL) {
            out->op = range->op;
            out->low = range->low;
            out->high = range->high;
        }
        open = open == NULL && (range == NULL || range->op != EXPR_RANGE_EQ) ? of->name : open;
    }
    return true;
}

bool expr_key_query(const struct expr *expr, const struct expr_key_schema *keys,
                    struct expr_key_query *out, struct expr_error *error)
{
    struct key_tests tests;
    tests.error = error;
    *out = (struct expr_key_query){.op = EXPR_RANGE_ALL};
    return read_tests(expr, &tests) && check_length(&tests, keys->n) &&
           read_hash(&tests, keys, out) && read_range(&tests, keys, out);
}

bool expr_key_check_hash(const struct expr *expr, const struct expr_key_schema *keys,
                         struct expr_error *error)
{
    struct key_tests tests;
    struct expr_key_query query;
    tests.error = error;
    return read_tests(expr, &tests) && check_length(&tests, keys->n) &&
           read_hash(&tests, keys, &query);
}

static enum value_type result_type(const struct node *node)
{
    bool sum = node->kind == NODE_PLUS || node->kind == NODE_MINUS;
    bool list = node->kind == NODE_CALL && node->function == FUNCTION_LIST_APPEND;
    return sum ? VALUE_N : list ? VALUE_L : node_type(node);
}

enum value_type expr_written_type(const struct expr *expr, const char *name)
{
    for (const struct action *action = expr->actions; action != NULL; action = action->next) {
        const struct node *path = action->path;
        if (path->arg_count == 1 && action->value != NULL && strcmp(path->steps->name, name) == 0)
            return result_type(action->value);
    }
    return VALUE_NONE;
}

bool expr_check_update_keys(const struct expr *expr, const struct expr_key_schema *keys,
                            struct expr_error *error)
{
    for (size_t i = 0; i < keys->n && expr->kind == EXPR_UPDATE; i++) {
        if (expr_touches(expr, keys->of[i].name)) {
            return expr_fail(error,
                             "One or more parameter values were invalid: Cannot update attribute "
                             "%s. This attribute is part of the key",
                             keys->of[i].name);
        }
    }
    return true;
}

bool expr_check_filter_keys(const struct expr *expr, const struct expr_key_schema *keys,
                            struct expr_error *error)
{
    for (size_t i = 0; i < keys->n; i++) {
        if (expr_touches(expr, keys->of[i].name)) {
            return expr_fail(error,
                             "%s can only contain non-primary key attributes: Primary key "
                             "attribute: %s",
                             expr->legacy ? "QueryFilter" : "Filter Expression", keys->of[i].name);
        }
    }
    return true;
}
