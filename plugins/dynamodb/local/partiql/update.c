/* SPDX-License-Identifier: Apache-2.0 */
/* SET and REMOVE of statements as update expressions. */
#include <string.h>
#include <strings.h>

#include "partiql/compile.h"

/* set_add() and set_delete() are the sections ADD and DELETE of an update expression. */
static const struct set_function {
    const char *name;
    const char *section;
} set_functions[] = {{"SET_ADD", "ADD"}, {"SET_DELETE", "DELETE"}};

static const struct set_function *set_function_of(const struct partiql_node *action)
{
    const struct partiql_node *value = action->args->next;
    for (size_t i = 0; i < sizeof set_functions / sizeof *set_functions; i++)
        if (value != NULL && value->kind == PARTIQL_CALL &&
            strcasecmp(value->text, set_functions[i].name) == 0)
            return &set_functions[i];
    return NULL;
}

static const char *section_of(const struct partiql_node *action)
{
    const struct set_function *function = set_function_of(action);
    return function != NULL ? function->section : action->kind == PARTIQL_REMOVE ? "REMOVE" : "SET";
}

static bool same_path(const struct partiql_node *path, const struct partiql_node *other)
{
    const struct partiql_node *a = path->args;
    const struct partiql_node *b = other->args;
    while (other->kind == PARTIQL_PATH && a != NULL && b != NULL && a->is_index == b->is_index &&
           strcmp(a->text, b->text) == 0) {
        a = a->next;
        b = b->next;
    }
    return other->kind == PARTIQL_PATH && a == NULL && b == NULL;
}

static bool takes_set(const struct partiql_request *request, const struct partiql_node *node)
{
    const json_t *given = json_array_get(request->scope->parameters, node->index);
    return node->kind == PARTIQL_BAG_VALUE ||
           (node->kind == PARTIQL_PARAMETER_VALUE && value_is_set(value_type_of(given)));
}

/* `a = set_add(a, set)`: nothing else may stand there. */
static bool check_set_function(const struct partiql_request *request,
                               const struct partiql_node *action)
{
    const struct set_function *function = set_function_of(action);
    const struct partiql_node *call = action->args->next;
    if (function == NULL)
        return true;
    if (call->count != 2) {
        return expr_fail(request->error, "%s must have exactly two arguments" PARTIQL_AT,
                         function->name, PARTIQL_PLACE(call));
    }
    if (!same_path(action->args, call->args)) {
        return expr_fail(request->error,
                         "The first argument to %s must equal the assignment value" PARTIQL_AT,
                         function->name, PARTIQL_PLACE(call));
    }
    return takes_set(request, call->args->next) ||
           expr_fail(request->error,
                     "The second argument to %s must be a value with type SET" PARTIQL_AT,
                     function->name, PARTIQL_PLACE(call->args));
}

static bool render_action(struct partiql_request *request, const struct partiql_node *action,
                          const char *section, struct text *text)
{
    const struct partiql_node *value = action->args->next;
    if (!partiql_render(request, action->args, text))
        return false;
    if (value == NULL)
        return true;
    bool set = strcmp(section, "SET") == 0;
    text_add(text, "%s", set ? " = " : " ");
    return partiql_render(request, set ? value : value->args->next, text);
}

bool partiql_put_update(struct partiql_request *request)
{
    static const char *const sections[] = {"SET", "REMOVE", "ADD", "DELETE"};
    struct text text = {0};
    request->is_update = true;
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        bool first = true;
        const struct partiql_node *action = request->statement->actions;
        for (; action != NULL; action = action->next) {
            if (strcmp(section_of(action), sections[i]) != 0)
                continue;
            text_add(&text, "%s%s ", first ? " " : ",", first ? sections[i] : "");
            first = false;
            if (!check_set_function(request, action) ||
                !render_action(request, action, sections[i], &text)) {
                text_free(&text);
                return false;
            }
        }
    }
    request->is_update = false;
    return partiql_put_text(request, "UpdateExpression", &text);
}
