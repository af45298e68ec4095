/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/causes.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <slrun/member.h>

#include "template/scope.h"

struct walk {
    const struct cause_look *look;
    json_t *parameters, *resources; /* details */
};

static json_t *detail(const char *source, const char *entity, bool dynamic)
{
    return json_pack("{s:s, s:s, s:s*}", "Evaluation", dynamic ? "Dynamic" : "Static",
                     "ChangeSource", source, "CausingEntity", entity);
}

static void add_once(json_t *list, json_t *one)
{
    size_t i;
    json_t *other;
    bool there = false;
    json_array_foreach (list, i, other)
        there = there || json_equal(other, one);
    if (there)
        json_decref(one);
    else
        (void)json_array_append_new(list, one);
}

/* ---- parameters ---- */

static const json_t *parameter_before(const struct stack *stack, const char *name)
{
    size_t i;
    json_t *parameter;
    json_array_foreach (json_object_get(stack->doc, "Parameters"), i, parameter)
        if (strcmp(slrun_text_or(parameter, "ParameterKey", ""), name) == 0)
            return parameter;
    return NULL;
}

/* Whether a text is the list's elements, with commas between them. */
static bool is_joined(const char *text, const json_t *list)
{
    size_t i;
    json_t *one;
    json_array_foreach (list, i, one) {
        const char *element = json_string_value(one);
        size_t n = element ? strlen(element) : 0;
        text += i && *text == ',';
        if (!element || strncmp(text, element, n) != 0)
            return false;
        text += n;
    }
    return !*text;
}

/* What is looked up elsewhere changes by itself, and not as a parameter. */
static bool parameter_changes(const struct cause_look *look, const char *name)
{
    const json_t *parameter = parameter_before(look->stack, name);
    const json_t *now = json_object_get(look->plan->values, name);
    const char *before = slrun_text_or(parameter, "ParameterValue", "");
    if (!parameter || json_object_get(parameter, "ResolvedValue"))
        return !parameter;
    if (strcmp(before, "****") == 0)
        before = slrun_text_or(json_object_get(look->stack->doc, "Given"), name, before);
    return json_is_array(now) ? !is_joined(before, now)
                              : strcmp(before, slrun_text_or(look->plan->values, name, "")) != 0;
}

/* ---- what an expression names ---- */

/* A resource that changes; one that is replaced is sure to have another value. */
static void found_resource(struct walk *w, const char *id, const char *attribute)
{
    const json_t *change = json_object_get(json_object_get(w->look->changes, id), "ResourceChange");
    const char *action = slrun_text_or(change, "Action", "");
    bool replaced = strcmp(slrun_text_or(change, "Replacement", ""), "True") == 0;
    char entity[SUB_VARIABLE_MAX * 2];
    (void)snprintf(entity, sizeof entity, "%s%s%s", id, attribute ? "." : "",
                   attribute ? attribute : "");
    if (strcmp(action, "Modify") == 0 && (attribute || replaced))
        add_once(w->resources,
                 detail(attribute ? "ResourceAttribute" : "ResourceReference", entity, !replaced));
}

static void found_name(struct walk *w, const char *name)
{
    const json_t *declared = json_object_get(w->look->plan->template.root, "Parameters");
    if (!json_object_get(declared, name))
        found_resource(w, name, NULL);
    else if (parameter_changes(w->look, name))
        add_once(w->parameters, detail("ParameterReference", name, false));
}

struct sub {
    struct walk *walk;
    const json_t *own;
};

static bool found_piece(void *arg, const struct sub_piece *piece)
{
    struct sub *sub = arg;
    char name[SUB_VARIABLE_MAX];
    if (!piece->variable || piece->size == 0 || piece->size >= sizeof name)
        return true;
    (void)snprintf(name, sizeof name, "%.*s", (int)piece->size, piece->text);
    char *dot = strchr(name, '.');
    if (json_object_get(sub->own, name))
        return true;
    if (dot)
        *dot++ = '\0';
    if (dot)
        found_resource(sub->walk, name, dot);
    else
        found_name(sub->walk, name);
    return true;
}

static void found_att(struct walk *w, const json_t *value)
{
    json_t *attribute = NULL, *name = get_att_name(value, &attribute);
    if (name && json_is_string(attribute))
        found_resource(w, json_string_value(name), json_string_value(attribute));
    json_decref(name);
}

/* Templates are at most TEMPLATE_DEPTH_MAX deep (template_read()). */
static void look_in(struct walk *w, const json_t *value)
{
    const char *key;
    size_t i;
    json_t *inner;
    json_object_foreach ((json_t *)(uintptr_t)value, key, inner) {
        bool list = json_is_array(inner);
        const char *text = json_string_value(list ? json_array_get(inner, 0) : inner);
        struct sub sub = {w, list ? json_array_get(inner, 1) : NULL};
        if (strcmp(key, "Ref") == 0 && json_is_string(inner))
            found_name(w, json_string_value(inner));
        else if (strcmp(key, "Fn::GetAtt") == 0)
            found_att(w, inner);
        else if (strcmp(key, "Fn::Sub") == 0 && text)
            (void)sub_split(text, found_piece, &sub);
        look_in(w, inner);
    }
    json_array_foreach (value, i, inner)
        look_in(w, inner);
}

/* ---- all of it ---- */

static json_t *expression(const json_t *root, const struct cause_of *of)
{
    const json_t *resource = json_object_get(json_object_get(root, "Resources"), of->id);
    return json_object_get(json_object_get(resource, "Properties"), of->property);
}

json_t *causes_list(const struct cause_look *look, const struct cause_of *of)
{
    const json_t *before = expression(json_object_get(look->stack->doc, "Processed"), of);
    const json_t *now = expression(look->plan->template.root, of);
    bool same = before && now && json_equal(before, now);
    struct walk w = {look, json_array(), json_array()};
    json_t *list = json_array();
    look_in(&w, now);
    size_t n = json_array_size(w.parameters), m = json_array_size(w.resources);
    if (n && !same)
        (void)json_array_append_new(list, detail("DirectModification", NULL, true));
    (void)json_array_extend(list, w.parameters);
    if (n && same)
        (void)json_array_append_new(list, detail("DirectModification", NULL, true));
    (void)json_array_extend(list, w.resources);
    if (!n && !m)
        (void)json_array_append_new(list, of->unknown ? detail("ResourceReference", NULL, true)
                                                      : detail("DirectModification", NULL, false));
    json_decref(w.parameters);
    json_decref(w.resources);
    return list;
}
