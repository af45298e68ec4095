/* SPDX-License-Identifier: Apache-2.0 */
#include "template/plan.h"

#include <stdio.h>
#include <string.h>

#include "template/fit.h"
#include "template/prepare.h"
#include "template/sections.h"
#include "template/types.h"
#include "template/value.h"

enum { NAMES_MAX = 512 };

struct scope plan_scope(const struct plan *plan, const struct plan_look *look)
{
    return (struct scope){.cloud = look->cloud,
                          .template = &plan->template,
                          .parameters = plan->values,
                          .conditions = plan->conditions,
                          .resources = look->resources,
                          .exports = look->exports,
                          .early = look->early,
                          .extensions = plan_has_extensions(plan),
                          .uses = look->uses,
                          .imports = plan->imports,
                          .problems = look->problems};
}

/* ---- properties ---- */

static const json_t *resources_of(const struct plan *plan)
{
    return json_object_get(plan->template.root, "Resources");
}

static json_t *fitted(const struct plan_look *look, const char *type, json_t *properties,
                      const struct at *at)
{
    const struct slrun_resource_type *acting = type_acting(look->cloud, type);
    if (!properties || !acting || !acting->properties)
        return properties;
    json_t *all = fit_members(acting->properties, properties, at, look->problems);
    json_decref(properties);
    return all;
}

json_t *plan_properties(const struct plan *plan, const struct plan_look *look, const char *id)
{
    struct scope scope = plan_scope(plan, look);
    const json_t *resource = json_object_get(resources_of(plan), id);
    const json_t *properties = json_object_get(resource, "Properties");
    struct at root = at_root(&plan->template), block = at_key(&root, "Resources");
    struct at here = at_key(&block, id), at = at_key(&here, "Properties");
    json_t *resolved = properties ? resolve(&scope, properties, &at) : json_object();
    return fitted(look, json_string_value(json_object_get(resource, "Type")), resolved, &at);
}

/* ---- resources ---- */

/* An attribute that AWS::LanguageExtensions lets be a function; Fn::If it may be without, whatever
 * AWS's documentation says: LocalStack's tests recorded it at AWS. "" where there is none, NULL
 * after a problem. */
static json_t *policy_of(const struct scope *scope, const json_t *resource, const char *name,
                         const struct at *at)
{
    const json_t *value = json_object_get(resource, name);
    struct at here = at_key(at, name);
    if (!value)
        return json_string("");
    bool may =
        !json_is_object(value) || scope->extensions || json_object_get(value, "Fn::If") != NULL;
    json_t *word = may ? resolve(scope, value, &here) : NULL;
    if (json_is_null(word)) { /* AWS::NoValue */
        json_decref(word);
        return json_string("");
    }
    if (sections_is_policy(json_string_value(word)))
        return word;
    if (!may)
        at_problem(&here, scope->problems,
                   "Template format error: Every %s member must be a string.", name);
    else if (word)
        at_problem(&here, scope->problems,
                   "Template format error: Unrecognized %s %s for resource %s", name,
                   json_is_string(word) ? json_string_value(word) : "", at_name(at));
    json_decref(word);
    return NULL;
}

static void add_depends_on(const struct scope *scope, const json_t *resource, json_t *uses)
{
    const json_t *value = json_object_get(resource, "DependsOn");
    size_t n = json_is_string(value) ? 1 : json_array_size(value);
    for (size_t i = 0; i < n; i++) {
        const char *name =
            json_string_value(json_is_string(value) ? value : json_array_get(value, i));
        if (name &&
            scope_resource(scope, name)) /* one whose condition does not hold is no matter */
            json_object_set_new(uses, name, json_true());
    }
}

static json_t *keys_of(const json_t *map)
{
    json_t *list = json_array(), *value;
    const char *key;
    json_object_foreach ((json_t *)map, key, value)
        json_array_append_new(list, json_string(key));
    return list;
}

static bool add_resource(struct plan *plan, const struct plan_look *look, const char *id)
{
    json_t *uses = json_object();
    struct plan_look own = *look;
    own.uses = uses;
    struct scope scope = plan_scope(plan, &own);
    const json_t *resource = json_object_get(resources_of(plan), id);
    const char *type = json_string_value(json_object_get(resource, "Type"));
    struct at root = at_root(&plan->template), block = at_key(&root, "Resources");
    struct at here = at_key(&block, id);
    json_t *properties = plan_properties(plan, &own, id);
    add_depends_on(&scope, resource, uses);
    json_t *entry =
        json_pack("{s:s, s:o, s:o, s:o, s:O*}", "Type", type, "DependsOn", keys_of(uses),
                  "DeletionPolicy", policy_of(&scope, resource, "DeletionPolicy", &here),
                  "UpdateReplacePolicy", policy_of(&scope, resource, "UpdateReplacePolicy", &here),
                  "Metadata", json_object_get(resource, "Metadata"));
    const char *capability = properties ? type_capability(type, properties) : NULL;
    if (capability)
        json_object_set_new(plan->capabilities, capability, json_true());
    bool ok = properties && entry && json_object_set(plan->resources, id, entry) == 0;
    json_decref(entry);
    json_decref(properties);
    json_decref(uses);
    return ok;
}

static bool add_resources(struct plan *plan, const struct plan_look *look)
{
    struct scope scope = plan_scope(plan, look);
    const char *id;
    json_t *resource;
    bool ok = true;
    json_object_foreach ((json_t *)resources_of(plan), id, resource)
        if (scope_resource(&scope, id))
            ok = add_resource(plan, look, id) && ok;
    return ok;
}

/* ---- cycles ---- */

static bool is_free(const json_t *left, const json_t *entry)
{
    size_t i;
    json_t *name;
    json_array_foreach (json_object_get(entry, "DependsOn"), i, name)
        if (json_object_get(left, json_string_value(name)))
            return false;
    return true;
}

static bool check_cycles(const struct plan *plan, struct problems *problems)
{
    json_t *left = json_copy(plan->resources), *entry;
    const char *id;
    void *next;
    size_t before;
    do {
        before = json_object_size(left);
        json_object_foreach_safe (left, next, id, entry)
            if (is_free(left, entry))
                json_object_del(left, id);
    } while (json_object_size(left) < before);
    char names[NAMES_MAX] = "";
    const char *first = json_object_iter_key(json_object_iter(left));
    json_object_foreach (left, id, entry) {
        size_t n = strlen(names);
        (void)snprintf(names + n, sizeof names - n, "%s%s", n ? ", " : "", id);
    }
    struct problem_place place = {.line = first ? template_resource_line(&plan->template, first, "")
                                                : 0};
    if (first)
        problems_add(problems, &place, "Circular dependency between resources: [%s]", names);
    json_decref(left);
    return !first;
}

/* ---- outputs ---- */

/* The text that a member of an output says: *text is a new reference, NULL where it has none. */
static bool output_text(const struct scope *scope, const json_t *value, const struct at *at,
                        json_t **text)
{
    json_t *resolved = value ? resolve(scope, value, at) : NULL;
    bool unknown = value_is_unknown(resolved);
    *text = resolved ? unknown ? json_string("") : value_text(resolved) : NULL;
    if (resolved && !*text)
        at_problem(
            at, scope->problems,
            "Template format error: The Value field of every Outputs member must evaluate to "
            "a String. (%s)",
            at_name(at));
    json_decref(resolved);
    return !value || *text;
}

static bool add_output(const struct scope *scope, json_t *all, const char *name,
                       const json_t *member)
{
    struct at root = at_root(scope->template), block = at_key(&root, "Outputs");
    struct at here = at_key(&block, name), at_value = at_key(&here, "Value");
    struct at at_export = at_key(&here, "Export");
    const json_t *export_name = json_object_get(json_object_get(member, "Export"), "Name");
    json_t *text, *exported;
    bool ok = output_text(scope, json_object_get(member, "Value"), &at_value, &text);
    ok = output_text(scope, export_name, &at_export, &exported) && ok;
    json_t *output = json_pack("{s:s, s:O*, s:o*, s:o*}", "OutputKey", name, "Description",
                               json_object_get(member, "Description"), "OutputValue", text,
                               "ExportName", exported);
    return json_array_append_new(all, output) == 0 && ok;
}

json_t *plan_outputs(const struct plan *plan, const struct plan_look *look)
{
    struct scope scope = plan_scope(plan, look);
    json_t *all = json_array(), *member;
    const char *name;
    bool ok = true;
    json_object_foreach (json_object_get(plan->template.root, "Outputs"), name, member) {
        const char *condition = json_string_value(json_object_get(member, "Condition"));
        if (!condition || json_is_true(json_object_get(plan->conditions, condition)))
            ok = add_output(&scope, all, name, member) && ok;
    }
    if (ok)
        return all;
    json_decref(all);
    return NULL;
}

/* ---- all of it ---- */

static bool judge(struct plan *plan, const struct plan_input *in, struct problems *problems)
{
    struct plan_look look = {
        .cloud = in->cloud, .exports = in->exports, .early = true, .problems = problems};
    struct scope scope = plan_scope(plan, &look);
    if (!conditions_judge(&scope) || !references_check(&scope) || !add_resources(plan, &look))
        return false;
    json_t *outputs = plan_outputs(plan, &look);
    json_decref(outputs);
    return outputs && check_cycles(plan, problems);
}

int plan_make(struct plan *plan, const struct plan_input *in, struct problems *problems)
{
    return plan_prepare(plan, in, problems) && judge(plan, in, problems) ? 0 : -1;
}

void plan_free(struct plan *plan)
{
    template_free(&plan->template);
    json_decref(plan->values);
    json_decref(plan->conditions);
    json_decref(plan->resources);
    json_decref(plan->imports);
    json_decref(plan->capabilities);
    json_decref(plan->transforms);
    json_decref(plan->wanted);
    *plan = (struct plan){.values = NULL};
}
