/* SPDX-License-Identifier: Apache-2.0 */
/* Expressions and legacy parameters of a request. */
#include "item/expressions.h"

#include <string.h>

#include "expr/legacy.h"
#include "store/catalog.h"
#include "text.h"

#define KEY_CONDITIONS           "KeyConditions"
#define KEY_CONDITION_EXPRESSION "KeyConditionExpression"
#define PROJECTION_EXPRESSION    "ProjectionExpression"
#define VALUES                   "ExpressionAttributeValues"
#define NAMES                    "ExpressionAttributeNames"

const struct expression_rules expressions_of_get = {
    .expressions = (const char *const[]){PROJECTION_EXPRESSION, NULL},
    .legacy = (const char *const[]){"AttributesToGet", NULL}};

const struct expression_rules expressions_of_write = {
    .expressions = (const char *const[]){"ConditionExpression", NULL},
    .legacy = (const char *const[]){"Expected", "ConditionalOperator", NULL}};

const struct expression_rules expressions_of_update = {
    .expressions = (const char *const[]){"UpdateExpression", "ConditionExpression", NULL},
    .legacy = (const char *const[]){"AttributeUpdates", "Expected", "ConditionalOperator", NULL}};

const struct expression_rules expressions_of_query = {
    .expressions = (const char *const[]){PROJECTION_EXPRESSION, "FilterExpression",
                                         KEY_CONDITION_EXPRESSION, NULL},
    .legacy = (const char *const[]){"AttributesToGet", "QueryFilter", "ConditionalOperator",
                                    KEY_CONDITIONS, NULL}};

const struct expression_rules expressions_of_scan = {
    .expressions = (const char *const[]){PROJECTION_EXPRESSION, "FilterExpression", NULL},
    .legacy = (const char *const[]){"AttributesToGet", "ScanFilter", "ConditionalOperator", NULL}};

/* The order in which AWS reads them, for which error comes first. */
static const enum expr_kind reading_order[] = {EXPR_UPDATE, EXPR_CONDITION, EXPR_KEY_CONDITION,
                                               EXPR_FILTER, EXPR_PROJECTION};

/* The names of `list` that `args` has, joined by ", ". KeyConditions may stand beside expressions
 * as long as there is no KeyConditionExpression. */
static void present(const json_t *args, const char *const *list, struct text *out)
{
    for (; *list != NULL; list++) {
        if (json_object_get(args, *list) == NULL ||
            (strcmp(*list, KEY_CONDITIONS) == 0 &&
             json_object_get(args, KEY_CONDITION_EXPRESSION) == NULL))
            continue;
        text_add(out, "%s%s", out->size == 0 ? "" : ", ", *list);
    }
}

static bool check_mix(const json_t *args, const struct expression_rules *rules, struct fault *fault)
{
    struct text expressions = {0};
    struct text legacy = {0};
    bool ok = true;
    present(args, rules->expressions, &expressions);
    present(args, rules->legacy, &legacy);
    if (expressions.size != 0 && legacy.size != 0) {
        ok = fault_invalid(fault,
                           "Can not use both expression and non-expression parameters in the same "
                           "request: Non-expression parameters: {%s} Expression parameters: {%s}",
                           text_string(&legacy), text_string(&expressions));
    } else if (expressions.size == 0 && json_object_get(args, NAMES) != NULL) {
        ok = fault_invalid(fault, NAMES " can only be specified when using expressions");
    }
    text_free(&expressions);
    text_free(&legacy);
    return ok;
}

/* ExpressionAttributeValues wants one of the expressions that may have values. */
static bool check_values(const json_t *args, const struct expression_rules *rules,
                         struct fault *fault)
{
    struct text missing = {0};
    size_t n = 0;
    bool ok = false;
    if (json_object_get(args, VALUES) == NULL)
        return true;
    for (const char *const *name = rules->expressions; *name != NULL; name++) {
        if (strcmp(*name, PROJECTION_EXPRESSION) != 0) {
            ok = ok || json_object_get(args, *name) != NULL;
            text_add(&missing, "%s%s", n++ == 0 ? "" : " and ", *name);
        }
    }
    if (!ok && fault->words == EXPR_WORDS_ENVELOPED) {
        fault_invalid(fault, VALUES " can only be specified when using expressions");
    } else if (!ok) {
        fault_invalid(fault, VALUES " can only be specified when using expressions: %s %s null",
                      text_string(&missing), n > 1 ? "are" : "is");
    }
    text_free(&missing);
    return ok;
}

struct legacy {
    const char *logic; /* ConditionalOperator, or NULL */
    struct expressions *out;
    struct expr_error *error;
};

/* An empty map of conditions or updates asks for nothing. */
static bool read_map(const struct legacy *legacy, const json_t *json, enum expr_kind kind)
{
    if (json_object_size(json) == 0)
        return true;
    legacy->out->of[kind] = kind == EXPR_UPDATE ? legacy_attribute_updates(json, legacy->error)
                            : kind == EXPR_CONDITION
                                ? legacy_expected(json, legacy->logic, legacy->error)
                                : legacy_filter(json, legacy->logic, legacy->error);
    return legacy->out->of[kind] != NULL;
}

static bool read_names(const struct legacy *legacy, const json_t *names)
{
    if (names == NULL)
        return true;
    legacy->out->of[EXPR_PROJECTION] = legacy_attributes_to_get(names, legacy->error);
    return legacy->out->of[EXPR_PROJECTION] != NULL;
}

/* A Scan's AttributesToGet comes before its filter, a Query's after it. */
static bool read_legacy(const json_t *args, struct expressions *out, struct expr_error *error)
{
    struct legacy legacy = {json_string_value(json_object_get(args, "ConditionalOperator")), out,
                            error};
    const json_t *expected = json_object_get(args, "Expected");
    const json_t *query_filter = json_object_get(args, "QueryFilter");
    const json_t *scan_filter = json_object_get(args, "ScanFilter");
    if (legacy.logic != NULL && json_object_size(expected) == 0 &&
        json_object_size(query_filter) == 0 && json_object_size(scan_filter) == 0)
        return expr_fail(error, "ConditionalOperator cannot be used without Filter or Expected");
    return read_map(&legacy, json_object_get(args, "AttributeUpdates"), EXPR_UPDATE) &&
           read_map(&legacy, expected, EXPR_CONDITION) &&
           read_map(&legacy, query_filter, EXPR_FILTER) &&
           read_names(&legacy, json_object_get(args, "AttributesToGet")) &&
           read_map(&legacy, scan_filter, EXPR_FILTER);
}

bool expressions_key_conditions(const json_t *args, struct expressions *out, struct fault *fault)
{
    struct expr_error error = {.words = fault->words};
    const json_t *conditions = json_object_get(args, KEY_CONDITIONS);
    if (conditions == NULL)
        return true;
    out->of[EXPR_KEY_CONDITION] = legacy_key_conditions(conditions, &error);
    return out->of[EXPR_KEY_CONDITION] != NULL || fault_expr(fault, &error);
}

static bool parse(const json_t *args, struct expr_scope *scope, struct expressions *out,
                  struct expr_error *error)
{
    for (size_t i = 0; i < sizeof reading_order / sizeof *reading_order; i++) {
        enum expr_kind kind = reading_order[i];
        const char *text = json_string_value(json_object_get(args, expr_kind_name(kind)));
        if (text == NULL)
            continue;
        out->of[kind] = expr_parse(scope, kind, text, error);
        if (out->of[kind] == NULL)
            return false;
    }
    return expr_scope_all_used(scope, error);
}

static bool has_expression(const json_t *args, const struct expression_rules *rules)
{
    for (const char *const *name = rules->expressions; *name != NULL; name++)
        if (json_object_get(args, *name) != NULL)
            return true;
    return false;
}

bool expressions_check(const json_t *args, const struct expression_rules *rules,
                       struct fault *fault)
{
    return check_mix(args, rules, fault) && check_values(args, rules, fault);
}

bool expressions_legacy(const json_t *args, struct expressions *out, struct fault *fault)
{
    struct expr_error error = {.words = fault->words};
    return read_legacy(args, out, &error) || fault_expr(fault, &error);
}

bool expressions_parse(const json_t *args, const struct expression_rules *rules,
                       struct expressions *out, struct fault *fault)
{
    struct expr_error error = {.words = fault->words};
    if (!has_expression(args, rules))
        return true;
    struct expr_scope *scope =
        expr_scope_open(json_object_get(args, NAMES), json_object_get(args, VALUES), &error);
    bool ok = scope != NULL && parse(args, scope, out, &error);
    expr_scope_close(scope);
    return ok || fault_expr(fault, &error);
}

bool expressions_read(const json_t *args, const struct expression_rules *rules,
                      struct expressions *out, struct fault *fault)
{
    return expressions_check(args, rules, fault) && expressions_legacy(args, out, fault) &&
           expressions_parse(args, rules, out, fault);
}

static bool check_key(const struct expr *expr, const char *name, const char *what,
                      struct fault *fault)
{
    return name == NULL || !expr_looks_into(expr, name) ||
           fault_invalid(fault,
                         "Key attributes must be scalars; list random access '[]' and map lookup "
                         "'.' are not allowed: %s: %s",
                         what, name);
}

static bool check_keys(const struct expr *expr, const struct expr_key_schema *keys,
                       const char *what, struct fault *fault)
{
    for (size_t i = 0; i < keys->n; i++)
        if (!check_key(expr, keys->of[i].name, what, fault))
            return false;
    return true;
}

bool expressions_check_keys(const struct expressions *expressions, enum expr_kind kind,
                            const struct table *table, struct fault *fault)
{
    const struct expr *expr = expressions->of[kind];
    if (expr == NULL)
        return true;
    bool ok = check_keys(expr, &table->keys, "Key", fault);
    for (size_t i = 0; ok && i < table->n_indexes; i++)
        ok = check_keys(expr, &table->indexes[i].keys, "IndexKey", fault);
    return ok;
}

void expressions_clear(struct expressions *expressions)
{
    for (size_t i = 0; i < EXPR_KIND_COUNT; i++)
        expr_free(expressions->of[i]);
    *expressions = (struct expressions){0};
}
