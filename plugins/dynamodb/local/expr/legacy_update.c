/* SPDX-License-Identifier: Apache-2.0 */
/* AttributeUpdates as an update, AttributesToGet as a projection. */
#include <string.h>

#include "ast.h"
#include "legacy.h"
#include "value_internal.h"

#define INVALID "One or more parameter values were invalid: "

#define BIT(type) (1U << (type))
#define SETS      (BIT(VALUE_SS) | BIT(VALUE_NS) | BIT(VALUE_BS))

static const struct update_rule {
    const char *name;
    enum action_kind kind;
    unsigned types; /* of the value, bits */
} updates_known[] = {
    {"PUT", ACTION_SET, ~0U},
    {"ADD", ACTION_ADD, SETS | BIT(VALUE_N) | BIT(VALUE_L)},
    {"DELETE", ACTION_DELETE, SETS},
};

static const struct update_rule *find_rule(const char *attribute, const json_t *action,
                                           struct expr_error *error)
{
    const char *name = action != NULL ? json_string_value(action) : "PUT";
    for (size_t i = 0; i < sizeof updates_known / sizeof updates_known[0] && name != NULL; i++)
        if (strcmp(updates_known[i].name, name) == 0)
            return &updates_known[i];
    expr_fail(
        error,
        "1 validation error detected: Value '%s' at 'attributeUpdates.%s.member.action' failed "
        "to satisfy constraint: Member must satisfy enum value set: [ADD, PUT, DELETE]",
        name != NULL ? name : "null", attribute);
    return NULL;
}

/* The value of an update as a node that the expression owns. */
static struct node *read_value(struct expr *expr, const struct update_rule *rule,
                               const json_t *value, struct expr_error *error)
{
    json_t *copy = value_canonical(value, error);
    if (copy == NULL)
        return NULL;
    if ((rule->types >> value_type_of(copy) & 1U) == 0) {
        expr_fail(error,
                  rule->kind == ACTION_ADD ? INVALID "ADD action is not supported for the type %s"
                                           : INVALID
                      "DELETE action with value is not supported for the type %s",
                  value_type_name(value_type_of(copy)));
        json_decref(copy);
        return NULL;
    }
    struct node *node = expr_new_value(expr, copy);
    if (json_array_append_new(expr->values, copy) != 0 || node == NULL) {
        expr_fail_memory(error);
        return NULL;
    }
    return node;
}

/* One entry, put in front of the actions: AttributeUpdates has no order. */
static bool add_update(struct expr *expr, const char *attribute, const json_t *entry,
                       struct expr_error *error)
{
    const json_t *value = json_object_get(entry, "Value");
    const struct update_rule *rule = find_rule(attribute, json_object_get(entry, "Action"), error);
    struct action *action = expr_alloc(expr, sizeof *action);
    if (rule == NULL)
        return false;
    if (value == NULL && rule->kind != ACTION_DELETE) {
        return expr_fail(error, INVALID
                         "Only DELETE action is allowed when no attribute value is specified");
    }
    struct node *path = expr_new_path(expr, attribute);
    if (action == NULL || path == NULL)
        return expr_fail_memory(error);
    action->kind = value == NULL ? ACTION_REMOVE : rule->kind;
    action->path = path;
    action->next = expr->actions;
    expr->actions = action;
    if (value == NULL)
        return true;
    action->value = read_value(expr, rule, value, error);
    return action->value != NULL;
}

static bool read_updates(struct expr *expr, const json_t *updates, struct expr_error *error)
{
    const char *attribute;
    json_t *entry;
    expr->legacy = true;
    expr->values = json_array();
    if (expr->values == NULL)
        return expr_fail_memory(error);
    json_object_foreach (value_loose(updates), attribute, entry) {
        if (!json_is_object(entry)) {
            return expr_fail_as(error, EXPR_ERROR_SERIALIZATION,
                                "Unexpected value type in payload");
        }
        if (!value_check_name(attribute, error) || !add_update(expr, attribute, entry, error))
            return false;
    }
    return expr_finish(expr, error);
}

struct expr *legacy_attribute_updates(const json_t *updates, struct expr_error *error)
{
    struct expr *expr = expr_new(EXPR_UPDATE);
    if (expr == NULL) {
        expr_fail_memory(error);
        return NULL;
    }
    if (!read_updates(expr, updates, error)) {
        expr_free(expr);
        return NULL;
    }
    return expr;
}

static bool is_named(const struct expr *expr, const char *name)
{
    for (const struct node *path = expr->paths; path != NULL; path = path->next)
        if (strcmp(path->steps->name, name) == 0)
            return true;
    return false;
}

static bool add_name(struct expr *expr, const json_t *name, struct expr_error *error)
{
    if (!json_is_string(name))
        return expr_fail_as(error, EXPR_ERROR_SERIALIZATION, "Unexpected field type");
    if (!value_check_name(json_string_value(name), error))
        return false;
    if (is_named(expr, json_string_value(name))) {
        return expr_fail(error, INVALID "Duplicate value in attribute name: %s",
                         json_string_value(name));
    }
    struct node *path = expr_new_path(expr, json_string_value(name));
    if (path == NULL)
        return expr_fail_memory(error);
    path->next = expr->paths;
    expr->paths = path;
    return true;
}

static bool read_names(struct expr *expr, const json_t *names, struct expr_error *error)
{
    size_t index;
    json_t *name;
    json_array_foreach (value_loose(names), index, name)
        if (!add_name(expr, name, error))
            return false;
    return expr_finish(expr, error);
}

struct expr *legacy_attributes_to_get(const json_t *names, struct expr_error *error)
{
    struct expr *expr = expr_new(EXPR_PROJECTION);
    if (expr == NULL) {
        expr_fail_memory(error);
        return NULL;
    }
    if (!read_names(expr, names, error)) {
        expr_free(expr);
        return NULL;
    }
    return expr;
}
