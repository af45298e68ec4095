/* SPDX-License-Identifier: Apache-2.0 */
/* Fn::Sub. */
#include <stdlib.h>
#include <string.h>

#include "template/functions.h"
#include "template/value.h"

static const char *skip_blanks(const char *c, const char *end)
{
    while (c < end && strchr(" \t\r\n", *c))
        c++;
    return c;
}

bool sub_split(const char *text, bool (*piece)(void *arg, const struct sub_piece *piece), void *arg)
{
    while (*text) {
        const char *open = strstr(text, "${");
        const char *close = open ? strchr(open, '}') : NULL;
        if (!close)
            return piece(arg, &(struct sub_piece){text, strlen(text), false});
        if (open > text && !piece(arg, &(struct sub_piece){text, (size_t)(open - text), false}))
            return false;
        const char *name = skip_blanks(open + 2, close), *end = close;
        while (end > name && strchr(" \t\r\n", end[-1]))
            end--;
        bool literal = *name == '!';
        if (literal) {
            struct sub_piece dollar = {"${", 2, false};
            struct sub_piece rest = {name + 1, (size_t)(close - name), false};
            if (!piece(arg, &dollar) || !piece(arg, &rest))
                return false;
        } else if (!piece(arg, &(struct sub_piece){name, (size_t)(end - name), true}))
            return false;
        text = close + 1;
    }
    return true;
}

/* ---- the value ---- */

#define SUB_FORM                                                                                   \
    "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. "   \
    "Specify a string as first argument, and an optional second argument to specify a mapping of " \
    "values to replace in the string"

struct sub {
    const struct scope *scope;
    const struct at *at;
    const json_t *variables;
    json_t *parts; /* strings */
    bool unknown;
};

static json_t *variable(struct sub *sub, const char *name)
{
    const json_t *own = json_object_get(sub->variables, name);
    const char *dot = strchr(name, '.');
    if (own)
        return resolve(sub->scope, own, sub->at);
    if (!dot)
        return resolve_reference(sub->scope, name, sub->at);
    json_t *list = json_pack("[s%, s]", name, (size_t)(dot - name), dot + 1);
    json_t *value = resolve_get_att(sub->scope, list, sub->at);
    json_decref(list);
    return value;
}

static bool sub_piece_done(void *arg, const struct sub_piece *piece)
{
    struct sub *sub = arg;
    char name[SUB_VARIABLE_MAX];
    if (!piece->variable)
        return json_array_append_new(sub->parts, json_stringn(piece->text, piece->size)) == 0;
    if (piece->size >= sizeof name || piece->size == 0)
        return at_problem(sub->at, sub->scope->problems,
                          "Template error: variable names in Fn::Sub syntax must contain only "
                          "alphanumeric characters, underscores, periods, and colons");
    memcpy(name, piece->text, piece->size);
    name[piece->size] = '\0';
    json_t *value = variable(sub, name);
    sub->unknown = sub->unknown || value_is_unknown(value);
    json_t *text = !value ? NULL : value_is_unknown(value) ? json_string("") : value_text(value);
    if (value && !text)
        at_problem(sub->at, sub->scope->problems,
                   "Template error: variable %s in Fn::Sub expression does not resolve to a string",
                   name);
    json_decref(value);
    return text && json_array_append_new(sub->parts, text) == 0;
}

static json_t *concatenated(const json_t *parts)
{
    size_t n = 0, i;
    json_t *part;
    json_array_foreach (parts, i, part)
        n += json_string_length(part);
    char *text = n > TEMPLATE_FILE_MAX ? NULL : malloc(n + 1);
    char *end = text;
    if (!text)
        return NULL;
    json_array_foreach (parts, i, part) {
        memcpy(end, json_string_value(part), json_string_length(part));
        end += json_string_length(part);
    }
    json_t *all = json_stringn(text, n);
    free(text);
    return all;
}

json_t *resolve_sub(const struct scope *scope, const json_t *args, const struct at *at)
{
    bool list = json_is_array(args);
    const json_t *text = list ? json_array_get(args, 0) : args;
    struct sub sub = {.scope = scope, .at = at, .variables = list ? json_array_get(args, 1) : NULL};
    if (!json_is_string(text) || (list && json_array_size(args) != 2) ||
        (list && !json_is_object(sub.variables))) {
        at_problem(at, scope->problems, SUB_FORM);
        return NULL;
    }
    sub.parts = json_array();
    bool ok = sub_split(json_string_value(text), sub_piece_done, &sub);
    json_t *result = !ok ? NULL : sub.unknown ? value_unknown() : concatenated(sub.parts);
    json_decref(sub.parts);
    return result;
}
