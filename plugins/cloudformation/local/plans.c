/* SPDX-License-Identifier: Apache-2.0 */
/* Plans for stacks out of requests: template, parameters, capabilities. */
#include <stdlib.h>
#include <string.h>

#include "engine/roles.h"
#include "engine/stack_policy.h"
#include "engine/transforms.h"
#include "local/call.h"
#include "template/parameters.h"
#include "template/wants.h"

/* Nobody wants that; AWS takes it all the same. */
static void tell_twice(const struct call *call, const struct plan_of *of, const struct plan *plan)
{
    const struct template *t = &plan->template;
    if (t->twice_line)
        call->cloud->host->log(
            SLRUN_LOG_WARNING,
            "cloudformation: %s%sstack %s: the key %s stands twice in its map; the "
            "later one counts (line %d)",
            of->file ? of->file : "", of->file ? ": " : "", stack_text(of->stack, "StackName"),
            t->twice, t->twice_line);
}

/* `exports` is borrowed. */
static struct plan_input input_of(const struct call *call, const struct plan_of *of,
                                  const json_t *exports)
{
    const char *name = call_text(call, "StackName");
    return (struct plan_input){.cloud = call->cloud,
                               .source = {of->text, of->size, of->directory != NULL},
                               .directory = of->directory,
                               .transforms = transforms,
                               .given = of->given,
                               .found = of->found,
                               .exports = exports,
                               .notification_arns = of->notification_arns,
                               .region = call->x->region,
                               .account = call->x->account,
                               .stack_name = of->stack ? stack_text(of->stack, "StackName")
                                             : name    ? name
                                                       : "",
                               .stack_id = of->stack ? stack_text(of->stack, "StackId") : ""};
}

json_t *call_wanted(struct call *call, const struct plan_of *of)
{
    json_t *exports = engine_export_values(call->engine, call->x->region, call->x->account);
    struct plan_input in = input_of(call, of, exports);
    json_t *wanted = plan_wanted(&in);
    json_decref(exports);
    return wanted;
}

bool call_plan(struct call *call, const struct plan_of *of, struct plan *plan)
{
    struct problems problems = {.n = 0};
    json_t *exports = engine_export_values(call->engine, call->x->region, call->x->account);
    struct plan_input in = input_of(call, of, exports);
    bool ok = plan_make(plan, &in, &problems) == 0;
    json_decref(exports);
    if (ok)
        tell_twice(call, of, plan);
    if (ok)
        return true;
    char text[CALL_MESSAGE_SIZE];
    problems_text(&problems, text, sizeof text);
    call_invalid(call, "%s", text);
    call->by_macro = problems.by_macro;
    plan_free(plan);
    return false;
}

json_t *call_given(struct call *call, const struct stack *stack)
{
    json_t *given = json_object(), *parameter;
    const json_t *before = stack ? json_object_get(stack->doc, "Given") : NULL;
    size_t i;
    json_array_foreach (json_object_get(call->args, "Parameters"), i, parameter) {
        const char *key = json_string_value(json_object_get(parameter, "ParameterKey"));
        bool previous = json_is_true(json_object_get(parameter, "UsePreviousValue"));
        json_t *value = json_object_get(parameter, "ParameterValue");
        const json_t *declared =
            stack ? json_object_get(json_object_get(stack->doc, "Declared"), key ? key : "") : NULL;
        if (!key)
            call_invalid(call, "Parameter keys must be given");
        else if (previous && !declared)
            call_invalid(call,
                         "Invalid input for parameter key %s. Cannot specify usePreviousValue as "
                         "true for a parameter key not in the previous template",
                         key);
        else if (previous)
            value = json_object_get(before, key);
        else if (!value)
            call_invalid(call,
                         "Invalid input for parameter key %s. Need to specify either "
                         "usePreviousValue as true or a value for the parameter",
                         key);
        if (key && value)
            (void)json_object_set(given, key, value);
    }
    if (!call->code)
        return given;
    json_decref(given);
    return NULL;
}

static bool has_capability(const struct call *call, const char *wanted)
{
    size_t i;
    json_t *word;
    json_array_foreach (json_object_get(call->args, "Capabilities"), i, word)
        if (strcmp(json_string_value(word), wanted) == 0)
            return true;
    return false;
}

bool call_may_expand(struct call *call)
{
    if (!has_capability(call, "CAPABILITY_AUTO_EXPAND"))
        call_fail(call, "InsufficientCapabilitiesException",
                  "Requires capabilities : [CAPABILITY_AUTO_EXPAND]");
    return call->code == NULL;
}

bool call_check_capabilities(struct call *call, const struct plan *plan, bool expands)
{
    bool named = json_object_get(plan->capabilities, "CAPABILITY_NAMED_IAM") != NULL;
    bool iam = json_object_get(plan->capabilities, "CAPABILITY_IAM") != NULL;
    const char *wanted = named ? "CAPABILITY_NAMED_IAM" : "CAPABILITY_IAM";
    bool allowed = has_capability(call, "CAPABILITY_NAMED_IAM") ||
                   (!named && has_capability(call, "CAPABILITY_IAM"));
    if ((named || iam) && !allowed)
        call_fail(call, "InsufficientCapabilitiesException", "Requires capabilities : [%s]",
                  wanted);
    else if (expands && json_array_size(plan->transforms) > 0)
        (void)call_may_expand(call);
    return call->code == NULL;
}

/* ---- the document ---- */

/* A value of a parameter; a list with commas. */
static json_t *as_text(const json_t *value)
{
    json_t *text = json_is_array(value) ? json_string("") : json_deep_copy(value), *one;
    size_t i;
    json_array_foreach (value, i, one) {
        json_t *more =
            json_sprintf("%s%s%s", json_string_value(text), i ? "," : "", json_string_value(one));
        json_decref(text);
        text = more;
    }
    return text;
}

/* Parameters as DescribeStacks shows them. */
static json_t *shown_parameters(const struct plan *plan, const json_t *given)
{
    json_t *list = json_array(), *declaration;
    const char *name;
    json_object_foreach (json_object_get(plan->template.root, "Parameters"), name, declaration) {
        json_t *text = parameter_is_secret(&plan->template, name)
                           ? json_string("****")
                           : parameter_text(&plan->template, name, given);
        const char *type = json_string_value(json_object_get(declaration, "Type"));
        json_t *resolved = wants_type(type) ? as_text(json_object_get(plan->values, name)) : NULL;
        (void)json_array_append_new(list,
                                    json_pack("{s:s, s:o*, s:o*}", "ParameterKey", name,
                                              "ParameterValue", text, "ResolvedValue", resolved));
    }
    return list;
}

/* Members that the request and the document have under one name. */
static void copy_members(const struct call *call, json_t *change)
{
    static const char *const members[] = {"Tags",       "Capabilities",         "NotificationARNs",
                                          "RoleARN",    "DisableRollback",      "TimeoutInMinutes",
                                          STACK_POLICY, "RollbackConfiguration"};
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        json_t *value = json_object_get(call->args, members[i]);
        if (value)
            (void)json_object_set(change, members[i], value);
    }
}

json_t *call_change(struct call *call, const struct plan *plan, const struct plan_of *of)
{
    const json_t *root = plan->template.root;
    json_t *declared = json_object_get(root, "Parameters"), *processed = json_copy((json_t *)root);
    (void)json_object_del(processed, "Transform"); /* as AWS shows it */
    json_t *change =
        json_pack("{s:s%, s:O, s:O*, s:o, s:o, s:o, s:O*, s:s*, s:s*, s:o}", "Body", of->text,
                  of->size, "Given", of->given, "Found", of->found, "Declared",
                  declared ? json_incref(declared) : json_object(), "Parameters",
                  shown_parameters(plan, of->given), "Processed", processed, "Description",
                  json_object_get(root, "Description"), "Directory", of->directory, "File",
                  of->file, "Lines", roles_lines(&plan->template, plan->resources));
    if (change)
        copy_members(call, change);
    return change;
}
