/* SPDX-License-Identifier: Apache-2.0 */
/* Directives and text. */
#include <stdio.h>
#include <string.h>

#include "vtl/run.h"

static bool goes_on(struct vtl_run *run)
{
    if (++run->steps > VTL_STEPS_MAX && !run->error[0])
        snprintf(run->error, VTL_ERROR_MAX, "the template runs too long");
    if (run->out->failed && !run->error[0])
        snprintf(run->error, VTL_ERROR_MAX, "the template's result is too large");
    return !run->error[0] && run->flow == VTL_GO_ON;
}

/* Velocity writes what it does not know as it stands in the template; API Gateway's own objects and
 * what has been set are known, and null is empty there. */
static bool is_known(const struct vtl_run *run, const struct vtl_node *node)
{
    static const char *const own[] = {"input", "util", "context", "stageVariables"};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (strcmp(node->text, own[i]) == 0)
            return true;
    return json_object_get(run->variables, node->text) != NULL;
}

/* Maps in $context, which API Gateway writes as nothing. */
static bool is_inside(const json_t *map, const json_t *value)
{
    const char *name;
    json_t *one;
    json_object_foreach ((json_t *)(size_t)map, name, one)
        if (json_is_object(one) && (one == value || is_inside(one, value)))
            return true;
    return false;
}

static void run_reference(struct vtl_run *run, const struct vtl_node *node)
{
    json_t *value = vtl_eval_reference(run, node);
    bool nothing = !value || json_is_null(value);
    bool hidden = json_is_object(value) && is_inside(run->input->context, value);
    if (node->escaped) {
        text_adds(run->out, nothing ? "\\" : "");
        text_add(run->out, node->source, node->n_source);
    } else if (!nothing && !hidden) {
        vtl_add_value(run->out, value);
    } else if (nothing && !node->quiet && !is_known(run, node)) {
        text_add(run->out, node->source, node->n_source);
    }
    json_decref(value);
}

static void assign(json_t *owner, const struct vtl_node *access, json_t *index, json_t *value)
{
    const char *key = access->kind == VTL_PROPERTY ? access->text : json_string_value(index);
    if (json_is_object(owner) && key && owner != value)
        json_object_set(owner, key, value);
    else if (json_is_array(owner) && json_is_integer(index) && owner != value)
        json_array_set(owner, (size_t)json_integer_value(index), value);
}

/* Velocity leaves a reference as it is where the value is null; a new one is then known. */
static void run_set(struct vtl_run *run, const struct vtl_node *node)
{
    const struct vtl_node *left = node->left, *last = left->body;
    json_t *value = vtl_eval(run, node->right);
    if (!value && !last && !json_object_get(run->variables, left->text))
        json_object_set_new(run->variables, left->text, json_null());
    if (value && !last) {
        json_object_set(run->variables, left->text, value);
    } else if (value) {
        json_t *owner = vtl_eval_owner(run, left);
        while (last->next)
            last = last->next;
        json_t *index = last->kind == VTL_INDEX ? vtl_eval(run, last->left) : NULL;
        assign(owner, last, index, value);
        json_decref(index);
        json_decref(owner);
    }
    json_decref(value);
}

static void run_if(struct vtl_run *run, const struct vtl_node *node)
{
    json_t *value = vtl_eval(run, node->left);
    bool is = vtl_is_true(value);
    json_decref(value);
    vtl_run_block(run, is ? node->body : node->other);
}

static json_t *elements(const json_t *value)
{
    const char *key;
    json_t *item, *list;
    if (json_is_array(value))
        return json_copy((json_t *)(size_t)value);
    list = json_array();
    json_object_foreach ((json_t *)(size_t)value, key, item)
        json_array_append(list, item);
    return list;
}

static void set_foreach(struct vtl_run *run, size_t i, size_t n, json_t *parent)
{
    json_t *state =
        json_pack("{s:I, s:I, s:b, s:b, s:b}", "index", (json_int_t)i, "count", (json_int_t)i + 1,
                  "hasNext", i + 1 < n, "first", i == 0, "last", i + 1 == n);
    if (parent)
        json_object_set(state, "parent", parent);
    json_object_set_new(run->variables, "foreach", state);
    json_object_set_new(run->variables, "velocityCount", json_integer((json_int_t)i + 1));
}

static void restore(struct vtl_run *run, const char *name, json_t *value)
{
    if (value)
        json_object_set_new(run->variables, name, value);
    else
        json_object_del(run->variables, name);
}

static void run_foreach(struct vtl_run *run, const struct vtl_node *node)
{
    size_t i;
    json_t *item, *value = vtl_eval(run, node->left), *list = elements(value);
    json_t *outer = json_incref(json_object_get(run->variables, "foreach"));
    json_t *before = json_incref(json_object_get(run->variables, node->text));
    size_t n = json_array_size(list);
    json_array_foreach (list, i, item) {
        if (!goes_on(run) || i == VTL_LOOP_MAX)
            break;
        json_object_set(run->variables, node->text, item);
        set_foreach(run, i, n, outer);
        vtl_run_block(run, node->body);
    }
    if (run->flow == VTL_BROKEN)
        run->flow = VTL_GO_ON;
    restore(run, node->text, before);
    restore(run, "foreach", outer);
    json_decref(list);
    json_decref(value);
}

static void run_text(struct vtl_run *run, const struct vtl_node *node)
{
    text_add(run->out, node->text, node->n);
}

static void run_break(struct vtl_run *run, const struct vtl_node *node)
{
    run->flow = node->kind == VTL_STOP ? VTL_STOPPED : VTL_BROKEN;
}

void vtl_run_block(struct vtl_run *run, const struct vtl_node *node)
{
    static void (*const runs[])(struct vtl_run *, const struct vtl_node *) = {
        [VTL_TEXT] = run_text, [VTL_REFERENCE] = run_reference, [VTL_SET] = run_set,
        [VTL_IF] = run_if,     [VTL_FOREACH] = run_foreach,     [VTL_BREAK] = run_break,
        [VTL_STOP] = run_break};
    for (; node && goes_on(run); node = node->next)
        runs[node->kind](run, node);
}

int vtl_render(const char *template, const struct vtl_input *input, struct text *out,
               char error[VTL_ERROR_MAX])
{
    error[0] = '\0';
    struct vtl_parser p = {.at = template, .start = template, .error = error};
    struct vtl_node *block = vtl_parse_block(&p, 0);
    struct vtl_run run = {.input = input, .variables = json_object(), .out = out, .error = error};
    if (!error[0])
        vtl_run_block(&run, block);
    if (!error[0] && out->failed)
        snprintf(error, VTL_ERROR_MAX, "the template's result is too large");
    json_decref(run.variables);
    json_decref(run.body);
    vtl_free(p.made);
    return error[0] ? -1 : 0;
}
