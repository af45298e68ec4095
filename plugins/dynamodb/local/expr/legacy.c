/* SPDX-License-Identifier: Apache-2.0 */
/* Expected, QueryFilter, ScanFilter and KeyConditions as conditions. */
#include "legacy.h"

#include <string.h>

#include "legacy_condition.h"
#include "value_internal.h"

static bool is_shaped(const json_t *entry, struct expr_error *error)
{
    const json_t *list = json_object_get(entry, "AttributeValueList");
    if (json_is_object(entry) && (list == NULL || json_is_array(list)))
        return true;
    return expr_fail_as(error, EXPR_ERROR_SERIALIZATION, "Unexpected field type");
}

/* One entry of a filter or of KeyConditions. */
static struct node *filter_entry(struct legacy *legacy, const char *attribute, const json_t *entry)
{
    struct legacy_condition condition = {attribute, NULL,
                                         json_object_get(entry, "AttributeValueList")};
    condition.rule =
        legacy_operator(legacy, attribute, json_object_get(entry, "ComparisonOperator"));
    if (condition.rule == NULL)
        return NULL;
    struct node *node = legacy_translate(legacy, &condition);
    if (node == NULL || legacy->expr->kind != EXPR_KEY_CONDITION || condition.rule->key)
        return node;
    return legacy_foreign(legacy, &condition);
}

static bool check_exists(struct legacy *legacy, const char *attribute, const json_t *entry)
{
    const json_t *exists = json_object_get(entry, "Exists");
    bool has_value = json_object_get(entry, "Value") != NULL;
    if (!json_is_false(exists) && !has_value) {
        return expr_fail(legacy->error,
                         LEGACY_INVALID
                         "Value must be provided when Exists is %s for Attribute: %s",
                         exists == NULL ? "null" : "true", attribute);
    }
    if (json_is_false(exists) && has_value) {
        return expr_fail(legacy->error,
                         LEGACY_INVALID
                         "Value cannot be used when Exists is false for Attribute: %s",
                         attribute);
    }
    return true;
}

/* The combinations of Value, Exists, ComparisonOperator and AttributeValueList that AWS refuses. */
static bool check_members(struct legacy *legacy, const char *attribute, const json_t *entry)
{
    bool value = json_object_get(entry, "Value") != NULL;
    bool list = json_object_get(entry, "AttributeValueList") != NULL;
    const json_t *operation = json_object_get(entry, "ComparisonOperator");
    if (value && list) {
        return expr_fail(legacy->error,
                         LEGACY_INVALID "Value and AttributeValueList cannot be used together for "
                                        "Attribute: %s",
                         attribute);
    }
    if (operation != NULL && json_object_get(entry, "Exists") != NULL) {
        return expr_fail(legacy->error,
                         LEGACY_INVALID "Exists and ComparisonOperator cannot be used together for "
                                        "Attribute: %s",
                         attribute);
    }
    if (operation == NULL && list) {
        return expr_fail(legacy->error,
                         LEGACY_INVALID
                         "AttributeValueList can only be used with a ComparisonOperator for "
                         "Attribute: %s",
                         attribute);
    }
    return operation != NULL || check_exists(legacy, attribute, entry);
}

static struct node *with_value(struct legacy *legacy, struct legacy_condition *condition,
                               const json_t *value)
{
    json_t *list = value != NULL ? json_pack("[O]", value) : NULL;
    condition->values = list;
    struct node *node = value == NULL || list != NULL ? legacy_translate(legacy, condition)
                                                      : legacy_no_memory(legacy);
    json_decref(list);
    return node;
}

/* One entry of Expected. */
static struct node *expected_entry(struct legacy *legacy, const char *attribute,
                                   const json_t *entry)
{
    const json_t *value = json_object_get(entry, "Value");
    const json_t *list = json_object_get(entry, "AttributeValueList");
    const json_t *name = json_object_get(entry, "ComparisonOperator");
    struct legacy_condition condition = {attribute, NULL, list};
    if (!check_members(legacy, attribute, entry))
        return NULL;
    json_t *implied = json_string(value != NULL ? "EQ" : "NULL");
    condition.rule = legacy_operator(legacy, attribute, name != NULL ? name : implied);
    json_decref(implied);
    if (condition.rule == NULL)
        return NULL;
    if (name != NULL && condition.rule->least > 0 && value == NULL && list == NULL) {
        expr_fail(legacy->error,
                  LEGACY_INVALID
                  "Value or AttributeValueList must be used with ComparisonOperator: %s for "
                  "Attribute: %s",
                  condition.rule->name, attribute);
        return NULL;
    }
    return list != NULL ? legacy_translate(legacy, &condition)
                        : with_value(legacy, &condition, value);
}

static bool add_entry(struct legacy *legacy, const char *attribute, const json_t *entry)
{
    struct node *node = NULL;
    if (!is_shaped(entry, legacy->error))
        return false;
    node = legacy->expr->kind == EXPR_CONDITION ? expected_entry(legacy, attribute, entry)
                                                : filter_entry(legacy, attribute, entry);
    if (node != NULL && legacy->expr->condition != NULL)
        node = legacy_join(legacy, legacy->join, legacy->expr->condition, node);
    legacy->expr->condition = node;
    return node != NULL;
}

static bool read_operator(struct legacy *legacy, const char *name, size_t entries)
{
    legacy->join = NODE_AND;
    if (name == NULL)
        return true;
    if (strcmp(name, "AND") != 0 && strcmp(name, "OR") != 0) {
        return expr_fail(legacy->error,
                         "1 validation error detected: Value '%s' at 'conditionalOperator' failed "
                         "to satisfy constraint: Member must satisfy enum value set: [OR, AND]",
                         name);
    }
    if (entries == 0) {
        return expr_fail(legacy->error,
                         "ConditionalOperator cannot be used without Filter or Expected");
    }
    if (entries == 1) {
        return expr_fail(legacy->error, "ConditionalOperator can only be used when Filter or "
                                        "Expected has two or more elements");
    }
    legacy->join = name[0] == 'O' ? NODE_OR : NODE_AND;
    return true;
}

static bool read_entries(struct legacy *legacy, const json_t *entries)
{
    const char *attribute;
    json_t *entry;
    legacy->expr->values = json_array();
    if (legacy->expr->values == NULL)
        return expr_fail_memory(legacy->error);
    json_object_foreach (value_loose(entries), attribute, entry)
        if (!value_check_name(attribute, legacy->error) || !add_entry(legacy, attribute, entry))
            return false;
    return expr_finish(legacy->expr, legacy->error);
}

static struct expr *read(struct legacy legacy, enum expr_kind kind, const json_t *entries,
                         const char *conditional_operator)
{
    legacy.expr = expr_new(kind);
    if (legacy.expr == NULL) {
        expr_fail_memory(legacy.error);
        return NULL;
    }
    legacy.expr->legacy = true;
    if (!read_operator(&legacy, conditional_operator, json_object_size(entries)) ||
        !read_entries(&legacy, entries)) {
        expr_free(legacy.expr);
        return NULL;
    }
    return legacy.expr;
}

struct expr *legacy_expected(const json_t *expected, const char *conditional_operator,
                             struct expr_error *error)
{
    return read((struct legacy){.parameter = "expected", .error = error}, EXPR_CONDITION, expected,
                conditional_operator);
}

struct expr *legacy_filter(const json_t *filter, const char *conditional_operator,
                           struct expr_error *error)
{
    return read((struct legacy){.parameter = "queryFilter", .error = error}, EXPR_FILTER, filter,
                conditional_operator);
}

struct expr *legacy_key_conditions(const json_t *conditions, struct expr_error *error)
{
    size_t count = json_object_size(conditions);
    struct expr *expr = read((struct legacy){.parameter = "keyConditions", .error = error},
                             EXPR_KEY_CONDITION, conditions, NULL);
    if (expr != NULL && count == 0) { /* more: expr_check_key_condition() */
        expr_free(expr);
        expr_fail(error, "Conditions can be of length 1 or 2 only");
        return NULL;
    }
    return expr;
}
