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
    if (name != NULL) {
        text_add(place->path, ".%s", name);
    } else {
        text_add(place->path, "[%zu]", index);
    }
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

static json_t *map_value(struct place *place, const struct partiql_node *node)
{
    json_t *map = json_object();
    for (const struct partiql_node *arg = node->args; arg != NULL; arg = arg->next) {
        json_t *value = convert_inside(place, arg->args, arg->text, 0);
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
    if (node->args == NULL) {
        return bag_fail(place, "Empty bags are not supported");
    }
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
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    json_t *canonical = value == NULL ? NULL : value_canonical(value, &error);
    json_decref(value);
    if (canonical == NULL && error.kind != EXPR_ERROR_NONE) {
        if (strstr(error.message, "contains duplicates") != NULL) {
            bag_fail(place, "Input collection contains duplicates");
        } else {
            *place->request->error = error;
        }
    }
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
        expr_fail(place->request->error, PARTIQL_MALFORMED "Unexpected term");
        return NULL;
    }
}

json_t *partiql_value(const struct partiql_request *request, const struct partiql_node *node)
{
    struct text path = {0};
    struct place place = {request, &path};
    text_add(&path, "root");
    json_t *value = convert(&place, node);
    json_t *canonical = value == NULL ? NULL : value_canonical(value, request->error);
    json_decref(value);
    text_free(&path);
    if (canonical == NULL && request->error->kind == EXPR_ERROR_NONE) {
        expr_fail_memory(request->error);
    }
    return canonical;
}
