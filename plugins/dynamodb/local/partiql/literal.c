/* SPDX-License-Identifier: Apache-2.0 */
/* Literals and parameters as AttributeValues. */
#include <string.h>

#include "expr/number.h"
#include "partiql/compile.h"

/* AWS puts the place inside the value behind what is wrong with a number: "root.a[1]". */
struct place {
    const struct partiql_request *request;
    struct text *path;
};

static json_t *convert(struct place *place, const struct partiql_node *node);

static json_t *number_value(const struct place *place, const struct partiql_node *node)
{
    struct number number;
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    if (!number_parse(node->text, strlen(node->text), &number, &error)) {
        expr_fail(place->request->error, "%.1024s under %.512s", error.message,
                  text_string(place->path));
        return NULL;
    }
    return json_pack("{s:s}", "N", node->text);
}

static json_t *parameter_value(const struct place *place, const struct partiql_node *node)
{
    const json_t *parameters = place->request->scope->parameters;
    const json_t *given = json_array_get(parameters, node->index);
    return given == NULL ? NULL : value_canonical(given, place->request->error);
}

/* One element of a list or map, whose place is its parent's and `step`. */
static json_t *convert_inside(struct place *place, const struct partiql_node *node,
                              const char *name, size_t index)
{
    size_t before = place->path->size;
    if (name != NULL)
        text_add(place->path, ".%s", name);
    else
        text_add(place->path, "[%zu]", index);
    json_t *value = place->path->failed ? NULL : convert(place, node);
    if (!place->path->failed) {
        place->path->size = before;
        place->path->data[before] = '\0';
    }
    return value;
}

static json_t *list_value(struct place *place, const struct partiql_node *node)
{
    json_t *list = json_array();
    size_t i = 0;
    for (const struct partiql_node *arg = node->args; arg != NULL; arg = arg->next) {
        json_t *value = convert_inside(place, arg, NULL, i++);
        if (value == NULL || json_array_append_new(list, value) != 0) {
            json_decref(list);
            return NULL;
        }
    }
    return json_pack("{s:o}", "L", list);
}

/* Names stand in single quotes, each once. */
static bool check_member(const struct place *place, const struct partiql_node *member,
                         const json_t *map)
{
    const char *path = text_string(place->path);
    if (member->is_name) {
        return expr_fail(place->request->error,
                         "Tuple keys must be of type String. Actual type: VariableReference under "
                         "%.512s" PARTIQL_AT,
                         path, PARTIQL_PLACE(member));
    }
    return json_object_get(map, member->text) == NULL ||
           expr_fail(place->request->error,
                     "Duplicate keys in tuple. Key: %.255s under %.512s" PARTIQL_AT, member->text,
                     path, PARTIQL_PLACE(member));
}

static json_t *map_value(struct place *place, const struct partiql_node *node)
{
    json_t *map = json_object();
    for (const struct partiql_node *arg = node->args; arg != NULL; arg = arg->next) {
        json_t *value =
            !check_member(place, arg, map) ? NULL : convert_inside(place, arg->args, arg->text, 0);
        if (value == NULL || json_object_set_new(map, arg->text, value) != 0) {
            json_decref(map);
            return NULL;
        }
    }
    return json_pack("{s:o}", "M", map);
}

static bool bag_fail(const struct place *place, const char *message)
{
    return expr_fail(place->request->error, "%s", message);
}

/* Sets are of strings or of numbers. */
static bool check_bag(const struct place *place, const struct partiql_node *node)
{
    if (node->args == NULL)
        return bag_fail(place, "Empty bags are not supported");
    for (const struct partiql_node *arg = node->args; arg != NULL; arg = arg->next) {
        bool scalar = arg->kind == PARTIQL_STRING_VALUE || arg->kind == PARTIQL_NUMBER_VALUE;
        if (!scalar || arg->kind != node->args->kind) {
            return bag_fail(place, "Unsupported data type in Bag. DynamoDB only supports either "
                                   "numbers or strings in bags");
        }
    }
    return true;
}

static json_t *bag_value(const struct place *place, const struct partiql_node *node)
{
    bool numbers = node->args != NULL && node->args->kind == PARTIQL_NUMBER_VALUE;
    json_t *set = check_bag(place, node) ? json_array() : NULL;
    for (const struct partiql_node *arg = node->args; set != NULL && arg != NULL; arg = arg->next) {
        if (json_array_append_new(set, json_string(arg->text)) != 0) {
            json_decref(set);
            set = NULL;
        }
    }
    json_t *value = set == NULL ? NULL : json_pack("{s:o}", numbers ? "NS" : "SS", set);
    json_t *canonical = value == NULL ? NULL : value_canonical(value, place->request->error);
    json_decref(value);
    return canonical;
}

static json_t *convert(struct place *place, const struct partiql_node *node)
{
    switch (node->kind) {
    case PARTIQL_STRING_VALUE:
        return json_pack("{s:s}", "S", node->text);
    case PARTIQL_NUMBER_VALUE:
        return number_value(place, node);
    case PARTIQL_TRUE_VALUE:
    case PARTIQL_FALSE_VALUE:
        return json_pack("{s:b}", "BOOL", node->kind == PARTIQL_TRUE_VALUE);
    case PARTIQL_NULL_VALUE:
        return json_pack("{s:b}", "NULL", 1);
    case PARTIQL_PARAMETER_VALUE:
        return parameter_value(place, node);
    case PARTIQL_LIST_VALUE:
        return list_value(place, node);
    case PARTIQL_BAG_VALUE:
        return bag_value(place, node);
    case PARTIQL_MAP_VALUE:
        return map_value(place, node);
    default:
        expr_fail(place->request->error,
                  "Unsupported data type: %.255s under key %.512s" PARTIQL_AT,
                  node->kind == PARTIQL_PATH ? node->args->text : node->text,
                  text_string(place->path), PARTIQL_PLACE(node));
        return NULL;
    }
}

json_t *partiql_value(const struct partiql_request *request, const struct partiql_node *node)
{
    struct text path = {0};
    struct place place = {request, &path};
    text_add(&path, "root");
    json_t *value = path.failed ? NULL : convert(&place, node);
    json_t *canonical = value == NULL ? NULL : value_canonical(value, request->error);
    json_decref(value);
    text_free(&path);
    if (canonical == NULL && request->error->kind == EXPR_ERROR_NONE)
        expr_fail_memory(request->error);
    return canonical;
}

json_t *partiql_item(const struct partiql_request *request)
{
    struct text path = {0};
    struct place place = {request, &path};
    const struct partiql_node *member = request->statement->item->args;
    json_t *item = json_object();
    text_add(&path, "root");
    bool ok = item != NULL && (!path.failed || expr_fail_memory(request->error));
    for (; ok && member != NULL; member = member->next) {
        json_t *value =
            check_member(&place, member, item) ? partiql_value(request, member->args) : NULL;
        ok = value != NULL && json_object_set_new(item, member->text, value) == 0;
    }
    text_free(&path);
    if (!ok) {
        json_decref(item);
        return NULL;
    }
    return item;
}
