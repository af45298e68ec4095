/* SPDX-License-Identifier: Apache-2.0 */
/* Expressions and references. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "vtl/run.h"

enum { RANGE_MAX = 10000 };

/* ---- references ---- */

static json_t *property(json_t *value, const char *name)
{
    if (json_is_object(value))
        return json_incref(json_object_get(value, name));
    if (strcmp(name, "empty") == 0 || strcmp(name, "bytes") == 0) /* isEmpty() as a property */
        return vtl_method(value, "isEmpty", NULL);
    return NULL;
}

static json_t *element(const json_t *value, const json_t *index)
{
    json_int_t i = json_integer_value(index), n = (json_int_t)json_array_size(value);
    if (json_is_object(value) && json_is_string(index))
        return json_incref(json_object_get(value, json_string_value(index)));
    if (!json_is_array(value) || !json_is_integer(index))
        return NULL;
    i = i < 0 ? i + n : i;
    return i >= 0 && i < n ? json_incref(json_array_get(value, (size_t)i)) : NULL;
}

static json_t *vtl_eval_arguments(struct vtl_run *run, const struct vtl_node *node)
{
    json_t *list = json_array();
    for (; node; node = node->next) {
        json_t *value = vtl_eval(run, node);
        json_array_append_new(list, value ? value : json_null());
    }
    return list;
}

/* The first access of $input and $util, which are no values. */
static json_t *builtin(struct vtl_run *run, bool input, const struct vtl_node *access)
{
    if (access->kind == VTL_PROPERTY)
        return input && strcmp(access->text, "body") == 0
                   ? text_json_bytes(run->input->body, strlen(run->input->body))
                   : NULL;
    if (access->kind != VTL_METHOD)
        return NULL;
    json_t *args = vtl_eval_arguments(run, access->body);
    json_t *value =
        input ? vtl_input_method(run, access->text, args) : vtl_util_method(access->text, args);
    json_decref(args);
    return value;
}

static json_t *access_value(struct vtl_run *run, json_t *value, const struct vtl_node *access)
{
    json_t *result = NULL, *of = NULL;
    if (access->kind == VTL_PROPERTY)
        return property(value, access->text);
    if (access->kind == VTL_INDEX) {
        of = vtl_eval(run, access->left);
        result = element(value, of);
    } else {
        of = vtl_eval_arguments(run, access->body);
        result = vtl_method(value, access->text, of);
    }
    json_decref(of);
    return result;
}

/* What `node` refers to, without its last access where `owner`. */
static json_t *follow(struct vtl_run *run, const struct vtl_node *node, bool owner)
{
    const struct vtl_node *access = node->body;
    bool input = strcmp(node->text, "input") == 0, util = strcmp(node->text, "util") == 0;
    json_t *value = NULL;
    if (strcmp(node->text, "context") == 0)
        value = json_incref(run->input->context);
    else if (strcmp(node->text, "stageVariables") == 0)
        value = json_incref(run->input->stage_variables);
    else if (!input && !util)
        value = json_incref(json_object_get(run->variables, node->text));
    if ((input || util) && access) {
        value = builtin(run, input, access);
        access = access->next;
    }
    for (; access && value && !(owner && !access->next); access = access->next) {
        json_t *next = access_value(run, value, access);
        json_decref(value);
        value = next;
    }
    if (json_is_null(value)) {
        json_decref(value);
        return NULL;
    }
    return value;
}

json_t *vtl_eval_reference(struct vtl_run *run, const struct vtl_node *node)
{
    return follow(run, node, false);
}

json_t *vtl_eval_owner(struct vtl_run *run, const struct vtl_node *node)
{
    return follow(run, node, true);
}

/* ---- expressions ---- */

static json_t *eval_quoted(struct vtl_run *run, const struct vtl_node *node)
{
    struct text text = TEXT_INIT, *out = run->out;
    run->out = &text;
    vtl_run_block(run, node->body);
    run->out = out;
    return text_json(&text);
}

static json_t *eval_map(struct vtl_run *run, const struct vtl_node *node)
{
    json_t *map = json_object();
    for (const struct vtl_node *key = node->body; key && key->next; key = key->next->next) {
        json_t *name = vtl_eval(run, key), *text = vtl_to_string(name);
        json_t *value = vtl_eval(run, key->next);
        json_object_set_new(map, json_string_value(text), value ? value : json_null());
        json_decref(text);
        json_decref(name);
    }
    return map;
}

static json_t *eval_range(struct vtl_run *run, const struct vtl_node *node)
{
    json_t *left = vtl_eval(run, node->left), *right = vtl_eval(run, node->right);
    json_t *list = json_is_integer(left) && json_is_integer(right) ? json_array() : NULL;
    json_int_t from = json_integer_value(left), to = json_integer_value(right);
    json_int_t step = from <= to ? 1 : -1;
    for (json_int_t n = 0; list && n < RANGE_MAX; n++, from += step) {
        json_array_append_new(list, json_integer(from));
        if (from == to)
            break;
    }
    json_decref(left);
    json_decref(right);
    return list;
}

static json_t *eval_binary(struct vtl_run *run, const struct vtl_node *node)
{
    json_t *left = vtl_eval(run, node->left), *right = NULL, *result;
    bool is = vtl_is_true(left);
    if (node->op == VTL_OR || node->op == VTL_AND) {
        if (is == (node->op == VTL_AND)) {
            right = vtl_eval(run, node->right);
            is = vtl_is_true(right);
        }
        result = json_boolean(is);
    } else {
        right = vtl_eval(run, node->right);
        result = vtl_calculate(node->op, left, right);
        if (!result && (json_is_string(left) || json_is_string(right)) && node->op == VTL_ADD)
            snprintf(run->error, VTL_ERROR_MAX, "a string is too large");
        run->steps += (int)(json_string_length(result) >> 10);
    }
    json_decref(left);
    json_decref(right);
    return result;
}

static json_t *eval_unary(struct vtl_run *run, const struct vtl_node *node)
{
    json_t *value = vtl_eval(run, node->left), *result = NULL;
    if (node->kind == VTL_NOT)
        result = json_boolean(!vtl_is_true(value));
    else if (json_is_integer(value))
        result = json_integer(-json_integer_value(value));
    else if (json_is_real(value))
        result = json_real(-json_real_value(value));
    json_decref(value);
    return result;
}

static json_t *eval_kind(struct vtl_run *run, const struct vtl_node *node)
{
    switch (node->kind) {
    case VTL_LITERAL:
        return json_incref(node->json);
    case VTL_REFERENCE:
        return vtl_eval_reference(run, node);
    case VTL_QUOTED:
        return eval_quoted(run, node);
    case VTL_LIST:
        return vtl_eval_arguments(run, node->body);
    case VTL_MAP:
        return eval_map(run, node);
    case VTL_RANGE:
        return eval_range(run, node);
    case VTL_NOT:
    case VTL_NEGATIVE:
        return eval_unary(run, node);
    case VTL_BINARY:
        return eval_binary(run, node);
    default:
        return NULL;
    }
}

json_t *vtl_eval(struct vtl_run *run, const struct vtl_node *node)
{
    if (!node || run->error[0])
        return NULL;
    if (++run->steps > VTL_STEPS_MAX || run->depth > 4 * VTL_DEPTH_MAX) {
        snprintf(run->error, VTL_ERROR_MAX, "the template runs too long");
        return NULL;
    }
    run->depth++;
    json_t *value = eval_kind(run, node);
    run->depth--;
    return value;
}
