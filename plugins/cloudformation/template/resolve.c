/* SPDX-License-Identifier: Apache-2.0 */
/* Values with their intrinsic functions done. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "template/functions.h"
#include "template/nearest.h"
#include "template/scope.h"
#include "template/types.h"
#include "template/value.h"

/* ---- Ref and Fn::GetAtt ---- */

const json_t *scope_resource(const struct scope *scope, const char *name)
{
    const json_t *resource =
        json_object_get(json_object_get(scope->template->root, "Resources"), name);
    const char *condition = json_string_value(json_object_get(resource, "Condition"));
    return condition && !json_is_true(json_object_get(scope->conditions, condition)) ? NULL
                                                                                     : resource;
}

static json_t *unresolved(const struct scope *scope, const char *name, const struct at *at)
{
    char hint[300];
    struct slrun_nearest nearest = {.word = name};
    const char *key;
    json_t *value;
    json_object_foreach (json_object_get(scope->template->root, "Resources"), key, value)
        slrun_nearest_offer(&nearest, key);
    json_object_foreach (json_object_get(scope->template->root, "Parameters"), key, value)
        slrun_nearest_offer(&nearest, key);
    if (strcmp(at_block(at), "Conditions") == 0)
        at_problem(
            at, scope->problems,
            "Template format error: Unresolved dependencies [%s]. Cannot reference resources "
            "in the Conditions block of the template",
            name);
    else
        at_problem(
            at, scope->problems,
            "Template format error: Unresolved resource dependencies [%s] in the %s block of "
            "the template%s",
            name, at_block(at), nearest_hint(&nearest, hint, sizeof hint));
    return NULL;
}

/* A resource that may be referred to from here; NULL after a problem. */
static const json_t *resource_used(const struct scope *scope, const char *name, const struct at *at)
{
    const json_t *resource =
        strcmp(at_block(at), "Conditions") == 0 ? NULL : scope_resource(scope, name);
    if (!resource)
        unresolved(scope, name, at);
    else if (scope->uses)
        json_object_set_new(scope->uses, name, json_true());
    return resource;
}

json_t *resolve_reference(const struct scope *scope, const char *name, const struct at *at)
{
    json_t *value = json_object_get(scope->parameters, name);
    if (strcmp(name, "AWS::NoValue") == 0)
        return json_null();
    if (value)
        return json_incref(value);
    if (!resource_used(scope, name, at))
        return NULL;
    value = json_object_get(json_object_get(scope->resources, name), "PhysicalResourceId");
    if (!value && scope->early)
        return value_unknown();
    return value ? json_incref(value) : unresolved(scope, name, at);
}

static json_t *ref(const struct scope *scope, const json_t *args, const struct at *at)
{
    const char *name = json_string_value(args);
    if (name)
        return resolve_reference(scope, name, at);
    at_problem(at, scope->problems,
               "Template format error: Every Ref object must have a single String value.");
    return NULL;
}

json_t *get_att_name(const json_t *value, json_t **attribute)
{
    const char *text = json_string_value(value);
    const char *dot = text ? strchr(text, '.') : NULL;
    if (dot && dot > text && dot[1]) {
        *attribute = NULL;
        return json_stringn(text, (size_t)(dot - text));
    }
    *attribute = json_array_get(value, 1);
    const json_t *name = json_array_get(value, 0);
    return json_array_size(value) == 2 && json_string_length(name) > 0 ? json_incref((json_t *)name)
                                                                       : NULL;
}

static json_t *attribute_of(const struct scope *scope, const char *name, const char *attribute,
                            const struct at *at)
{
    const json_t *resource = resource_used(scope, name, at);
    const char *type = json_string_value(json_object_get(resource, "Type"));
    if (!type)
        return NULL;
    if (!type_has_attribute(scope->cloud, type, attribute)) {
        const struct slrun_resource_type *acting = type_acting(scope->cloud, type);
        char hint[NEAREST_HINT_MAX];
        at_problem(at, scope->problems,
                   "Template error: resource %s does not support attribute type %s in Fn::GetAtt%s",
                   name, attribute,
                   nearest_in(acting ? acting->attributes : NULL, attribute, hint, sizeof hint));
        return NULL;
    }
    const json_t *there = json_object_get(scope->resources, name);
    const json_t *all = json_object_get(there, "Attributes");
    json_t *value = json_object_get(all, attribute);
    if (!value)
        value = json_object_get(all, "*"); /* a type without behaviour */
    if (!value && scope->early)
        return value_unknown();
    if (!value)
        at_problem(at, scope->problems,
                   type_is_custom(type) ? "CustomResource attribute error: Vendor response doesn't "
                                          "contain %s attribute in object %s"
                                        : "Attribute '%s' of resource %s does not exist",
                   attribute, name);
    return json_incref(value);
}

json_t *resolve_get_att(const struct scope *scope, const json_t *args, const struct at *at)
{
    json_t *rest, *result = NULL;
    json_t *name = get_att_name(args, &rest);
    json_t *attribute = !name  ? NULL
                        : rest ? resolve(scope, rest, at)
                               : json_string(strchr(json_string_value(args), '.') + 1);
    if (json_string_length(attribute) > 0)
        result = attribute_of(scope, json_string_value(name), json_string_value(attribute), at);
    else if (!name || attribute)
        at_problem(at, scope->problems,
                   "Template error: every Fn::GetAtt object requires two non-empty parameters, the "
                   "resource name and the resource attribute");
    json_decref(name);
    json_decref(attribute);
    return result;
}

/* ---- Fn::If and Fn::FindInMap ---- */

static json_t *choose(const struct scope *scope, const json_t *args, const struct at *at)
{
    const char *name = json_string_value(json_array_get(args, 0));
    bool holds;
    if (!name || json_array_size(args) != 3) {
        at_problem(at, scope->problems,
                   "Template error: Fn::If requires a list argument with three elements: the name "
                   "of a condition and two values");
        return NULL;
    }
    if (!condition_holds(scope, name, at, &holds))
        return NULL;
    struct at branch = at_index(at, holds ? 1 : 2);
    return resolve(scope, json_array_get(args, holds ? 1 : 2), &branch);
}

#define MAP_FORM                                                                                   \
    "Template error: every Fn::FindInMap object requires three parameters, the map name, map key " \
    "and the attribute for return value"

/* The value in the mapping; NULL with the problem that there is to tell where no default is. */
static json_t *in_map(const struct scope *scope, json_t *const key[3], const struct at *at,
                      bool tell)
{
    const json_t *mappings = json_object_get(scope->template->root, "Mappings");
    const char *name = json_string_value(key[0]);
    const json_t *map = json_object_get(mappings, name);
    json_t *value =
        json_object_get(json_object_get(map, json_string_value(key[1])), json_string_value(key[2]));
    if (!map && tell)
        at_problem(at, scope->problems,
                   "Template error: Mapping named '%s' is not present in the 'Mappings' section of "
                   "template.",
                   name);
    else if (!value && tell)
        at_problem(at, scope->problems, "Template error: Unable to get mapping for %s::%s::%s",
                   name, json_string_value(key[1]), json_string_value(key[2]));
    return json_incref(value);
}

static json_t *find_in_map(const struct scope *scope, const json_t *args, const struct at *at)
{
    json_t *key[3] = {NULL}, *value = NULL;
    const json_t *otherwise = json_object_get(json_array_get(args, 3), "DefaultValue");
    size_t n = json_array_size(args);
    bool ok = n == 3 || (n == 4 && otherwise);
    if (otherwise && !scope->extensions)
        ok = at_problem(at, scope->problems,
                        "Template error: DefaultValue in Fn::FindInMap requires the transform "
                        "AWS::LanguageExtensions");
    else if (!ok)
        at_problem(at, scope->problems, MAP_FORM);
    bool unknown = false;
    for (size_t i = 0; ok && i < 3; i++) {
        json_t *part = resolve(scope, json_array_get(args, i), at);
        unknown = unknown || value_is_unknown(part);
        key[i] = part && !unknown ? value_text(part) : NULL;
        ok = key[i] != NULL;
        if (part && !ok)
            at_problem(at, scope->problems, MAP_FORM);
        json_decref(part);
    }
    if (ok)
        value = in_map(scope, key, at, !otherwise);
    for (size_t i = 0; i < 3; i++)
        json_decref(key[i]);
    return ok && !value && otherwise ? resolve(scope, otherwise, at) : value;
}

/* ---- all values ---- */

static const struct {
    const char *name;
    json_t *(*run)(const struct scope *scope, const json_t *args, const struct at *at);
} raw[] = {/* those that resolve their arguments themselves */
           {"Ref", ref},
           {"Fn::GetAtt", resolve_get_att},
           {"Fn::Sub", resolve_sub},
           {"Fn::If", choose},
           {"Fn::FindInMap", find_in_map}};

static json_t *run_function(const struct scope *scope, const struct function *f,
                            const json_t *value, const struct at *at)
{
    if (f->extension && !scope->extensions) {
        at_problem(at, scope->problems,
                   "Template error: %s requires the transform AWS::LanguageExtensions", f->name);
        return NULL;
    }
    json_t *args = resolve(scope, value, at), *result = NULL;
    if (!args || value_is_unknown(args))
        return args;
    size_t n = json_array_size(args);
    if (f->least && (n < f->least || n > f->most))
        at_problem(at, scope->problems, "%s", f->form);
    else if (value_has_unknown(args))
        result = value_unknown();
    else
        result = f->run(scope, args, at);
    json_decref(args);
    return result;
}

/* The function that an object is, or NULL: {"Ref": ...} or {"Fn::...": ...}. */
static const char *function_name(const json_t *value)
{
    const char *key = json_object_size(value) == 1
                          ? json_object_iter_key(json_object_iter((json_t *)value))
                          : NULL;
    return key && (strcmp(key, "Ref") == 0 || strncmp(key, "Fn::", 4) == 0) ? key : NULL;
}

static json_t *call(const struct scope *scope, const char *name, const json_t *value,
                    const struct at *at)
{
    const json_t *args = json_object_get(value, name);
    struct at inside = at_key(at, name);
    for (size_t i = 0; i < sizeof raw / sizeof *raw; i++)
        if (strcmp(raw[i].name, name) == 0)
            return raw[i].run(scope, args, &inside);
    const struct function *f = function_find(name);
    if (f)
        return run_function(scope, f, args, &inside);
    at_problem(at, scope->problems, "Template error: unknown function %s", name);
    return NULL;
}

static json_t *resolve_object(const struct scope *scope, const json_t *value, const struct at *at)
{
    json_t *all = json_object(), *inner;
    const char *key;
    bool ok = all != NULL;
    json_object_foreach ((json_t *)value, key, inner) {
        struct at below = at_key(at, key);
        json_t *done = resolve(scope, inner, &below);
        ok = ok && done;
        if (done && !json_is_null(done))
            ok = json_object_set(all, key, done) == 0 && ok;
        json_decref(done);
    }
    if (ok)
        return all;
    json_decref(all);
    return NULL;
}

static json_t *resolve_list(const struct scope *scope, const json_t *value, const struct at *at)
{
    json_t *all = json_array(), *inner;
    size_t i;
    bool ok = all != NULL;
    json_array_foreach (value, i, inner) {
        struct at below = at_index(at, i);
        json_t *done = resolve(scope, inner, &below);
        ok = ok && done;
        if (done && !json_is_null(done))
            ok = json_array_append(all, done) == 0 && ok;
        json_decref(done);
    }
    if (ok)
        return all;
    json_decref(all);
    return NULL;
}

static bool has_known_service(const char *reference)
{
    static const char *const known[] = {"ssm:", "ssm-secure:", "secretsmanager:"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strncmp(reference, known[i], strlen(known[i])) == 0)
            return true;
    return false;
}

static bool in_function(const struct at *at)
{
    for (; at; at = at->up)
        if (at->key && strncmp(at->key, "Fn::", 4) == 0)
            return true;
    return false;
}

/* Whether what stands behind the opening is a reference; in a function it may be the begin of one,
 * of which Fn::Join and Fn::Sub make a whole. */
static bool is_reference(const char *text, const struct at *at)
{
    return strstr(text, "}}") ? has_known_service(text) : in_function(at);
}

/* Dynamic references are looked up when a resource is made (engine/dynamic.h). */
static json_t *resolve_text(const struct scope *scope, const json_t *value, const struct at *at)
{
    static const char opening[] = "{{resolve:";
    const char *text = json_string_value(value);
    while ((text = strstr(text, opening))) {
        text += strlen(opening);
        if (strcmp(at_block(at), "Resources") != 0) {
            at_problem(at, scope->problems,
                       "Dynamic references ({{resolve:...}}) stand in properties of resources "
                       "alone");
            return NULL;
        }
        if (!is_reference(text, at)) {
            at_problem(at, scope->problems,
                       "Dynamic references are {{resolve:SERVICE:...}}, and the services are ssm, "
                       "ssm-secure and secretsmanager");
            return NULL;
        }
    }
    return json_incref((json_t *)value);
}

json_t *resolve(const struct scope *scope, const json_t *value, const struct at *at)
{
    const char *name = function_name(value);
    if (name)
        return call(scope, name, value, at);
    if (json_is_object(value))
        return resolve_object(scope, value, at);
    if (json_is_array(value))
        return resolve_list(scope, value, at);
    return json_is_string(value) ? resolve_text(scope, value, at) : json_incref((json_t *)value);
}
