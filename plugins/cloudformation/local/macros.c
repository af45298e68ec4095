/* SPDX-License-Identifier: Apache-2.0 */
/* Macros: functions that change templates (CloudFormation User Guide, "Create a CloudFormation
 * macro definition"). Which there are, the stacks say that have made them. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <slrun/member.h>

#include "engine/names.h"
#include "local/call.h"

#define TYPE "AWS::CloudFormation::Macro"

/* As errors name it: with the account, but for one that names its own. */
static json_t *full_name(const struct call *call)
{
    const char *name = slrun_text_or(call->missing, "macro", "");
    return json_sprintf("%s%s%s", strstr(name, "::") ? "" : call->x->account,
                        strstr(name, "::") ? "" : "::", name);
}

/* ---- the function ---- */

static bool is_macro(const json_t *record, const char *name)
{
    const char *status = slrun_text_or(record, "ResourceStatus", "");
    return strcmp(slrun_text_or(record, "ResourceType", ""), TYPE) == 0 &&
           strcmp(slrun_text_or(record, "PhysicalResourceId", ""), name) == 0 &&
           strstr(status, "_COMPLETE") != NULL;
}

static const char *function_in(const struct stack *stack, const char *name)
{
    const char *id;
    json_t *record;
    json_object_foreach (json_object_get(stack->doc, "Resources"), id, record)
        if (is_macro(record, name))
            return slrun_text_or(json_object_get(record, "Properties"), "FunctionName", "");
    return NULL;
}

const char *macro_function(const struct call *call)
{
    const char *name = slrun_text_or(call->missing, "macro", ""), *function = NULL;
    const char *own = strstr(name, "::"); /* 123456789012::Name */
    for (const struct stack *s = call->engine->first; s && !function; s = s->next)
        if (!stack_is_deleted(s) && strcmp(stack_text(s, "Region"), call->x->region) == 0 &&
            strcmp(stack_text(s, "Account"), call->x->account) == 0)
            function = function_in(s, own ? own + 2 : name);
    return function;
}

json_t *macro_unknown(const struct call *call)
{
    json_t *full = full_name(call);
    json_t *text = json_sprintf("No transform named %s found.", json_string_value(full));
    json_decref(full);
    return json_pack("{s:o, s:b}", "problem", text, "unknown", 1);
}

/* ---- what it is asked ---- */

/* Without pseudo parameters. */
static json_t *values_of(const struct call *call)
{
    json_t *all = json_object(), *value;
    const char *name;
    json_object_foreach (json_object_get(call->missing, "values"), name, value)
        if (strncmp(name, "AWS::", 5) != 0)
            (void)json_object_set(all, name, value);
    return all;
}

json_t *macro_payload(const struct call *call)
{
    char uuid[UUID_SIZE];
    name_uuid(uuid);
    json_t *event = json_pack("{s:s, s:s, s:O, s:o, s:O, s:s, s:o}", "region", call->x->region,
                              "accountId", call->x->account, "fragment",
                              json_object_get(call->missing, "fragment"), "transformId",
                              full_name(call), "params", json_object_get(call->missing, "params"),
                              "requestId", uuid, "templateParameterValues", values_of(call));
    char *text = event ? json_dumps(event, JSON_COMPACT | JSON_REAL_PRECISION(15)) : NULL;
    json_t *payload = text ? json_string(text) : NULL;
    free(text);
    json_decref(event);
    return payload;
}

/* ---- what it answers ---- */

/* AWS's words for an answer that is none, or that says no; `why` may be NULL. */
static json_t *problem(const struct call *call, bool refused, const char *why)
{
    json_t *full = full_name(call);
    const char *name = json_string_value(full);
    json_t *text = !refused ? json_sprintf("Received malformed response from transform %s", name)
                   : why    ? json_sprintf("Transform %s failed with: %s", name, why)
                            : json_sprintf("Transform %s failed without an error message.", name);
    json_decref(full);
    return json_pack("{s:o}", "problem", text);
}

json_t *macro_answer(const struct call *call, const json_t *result, const struct slrun_error *error)
{
    const json_t *payload = json_object_get(result, "Payload");
    json_t *fragment = json_object_get(payload, "fragment");
    const char *status = slrun_text(payload, "status");
    bool failed = error || json_object_get(result, "FunctionError") || !status;
    if (failed)
        return problem(call, false, NULL);
    if (strcasecmp(status, "success") != 0)
        return problem(call, true, slrun_text(payload, "errorMessage"));
    return fragment ? json_pack("{s:O}", "fragment", fragment) : problem(call, false, NULL);
}

/* ---- AWS::CloudFormation::Macro ---- */

static const struct slrun_param properties[] = {
    {"Name", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "What templates call it by."},
    {"FunctionName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "The function: its ARN or name."},
    {"Description", {.type = SLRUN_STRING}, 0, "What it is for."},
    {"LogGroupName", {.type = SLRUN_STRING}, 0, "Accepted, and without effect here."},
    {"LogRoleARN", {.type = SLRUN_STRING}, 0, "Accepted, and without effect here."},
    {.name = NULL},
};

static void made(void *state, struct slrun_resource *r)
{
    const struct engine *engine = state;
    engine->cloud->resource_done(r, &(struct slrun_resource_result){
                                        .physical_id = slrun_text_or(r->properties, "Name", "")});
}

static void removed(void *state, struct slrun_resource *r)
{
    const struct engine *engine = state;
    engine->cloud->resource_done(r, &(struct slrun_resource_result){.physical_id = r->physical_id});
}

const struct slrun_resource_type macro_types[] = {
    {.type = TYPE,
     .doc = "A function that changes templates.",
     .properties = properties,
     .replacing = (const char *const[]){"Name", NULL},
     .create = made,
     .update = made,
     .remove = removed},
    {.type = NULL},
};
