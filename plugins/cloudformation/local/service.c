/* SPDX-License-Identifier: Apache-2.0 */
/* AWS CloudFormation as a local half: opening and closing, and the way of a request to its
 * operation. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "client/ops.h"
#include "local/call.h"
#include "local/local.h"

static const struct {
    const char *api;
    operation *run;
} operations[] = {
    {"CreateStack", op_create_stack},
    {"UpdateStack", op_update_stack},
    {"DeleteStack", op_delete_stack},
    {"UpdateTerminationProtection", op_update_termination_protection},
    {"DescribeStacks", op_describe_stacks},
    {"ListStacks", op_list_stacks},
    {"DescribeStackEvents", op_describe_stack_events},
    {"DescribeStackResource", op_describe_stack_resource},
    {"DescribeStackResources", op_describe_stack_resources},
    {"ListStackResources", op_list_stack_resources},
    {"ListExports", op_list_exports},
    {"ListImports", op_list_imports},
    {"GetTemplate", op_get_template},
    {"GetTemplateSummary", op_get_template_summary},
    {"ValidateTemplate", op_validate_template},
    {"CreateChangeSet", op_create_change_set},
    {"DescribeChangeSet", op_describe_change_set},
    {"ExecuteChangeSet", op_execute_change_set},
    {"DeleteChangeSet", op_delete_change_set},
    {"ListChangeSets", op_list_change_sets},
};

/* ---- what operations share ---- */

static void set_error(struct call *call, const char *code, const char *format, va_list args)
{
    if (call->code)
        return;
    call->code = code;
    call->status = strcmp(code, "InternalFailure") == 0 ? 500 : 400;
    (void)vsnprintf(call->message, sizeof call->message, format, args);
}

json_t *call_fail(struct call *call, const char *code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    set_error(call, code, format, args);
    va_end(args);
    return NULL;
}

json_t *call_invalid(struct call *call, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    set_error(call, "ValidationError", format, args);
    va_end(args);
    return NULL;
}

const char *call_text(const struct call *call, const char *name)
{
    return json_string_value(json_object_get(call->args, name));
}

bool call_flag(const struct call *call, const char *name)
{
    return json_is_true(json_object_get(call->args, name));
}

struct stack_name call_stack_name(const struct call *call, const char *name)
{
    return (struct stack_name){name, call->x->region, call->x->account};
}

struct stack *call_find_stack(struct call *call)
{
    const char *text = call_text(call, "StackName");
    struct stack_name name = call_stack_name(call, text ? text : "");
    return stack_find(call->engine, &name);
}

struct stack *call_stack(struct call *call)
{
    struct stack *stack = call_find_stack(call);
    if (!stack)
        call_invalid(call, "Stack with id %s does not exist", call_text(call, "StackName"));
    return stack;
}

json_t *call_page(struct call *call, const char *member, json_t *list)
{
    const char *token = call_text(call, "NextToken");
    size_t from = token ? strtoul(token, NULL, 10) : 0, n = json_array_size(list);
    json_t *page = json_array(), *result;
    for (size_t i = from; i < n && i < from + PAGE_SIZE; i++)
        (void)json_array_append(page, json_array_get(list, i));
    json_decref(list);
    result = json_pack("{s:o}", member, page);
    if (from + PAGE_SIZE < n)
        (void)json_object_set_new(result, "NextToken", json_sprintf("%zu", from + PAGE_SIZE));
    return result;
}

/* ---- requests ---- */

static void call_free(struct call *call)
{
    json_decref(call->args);
    free(call->text);
    free(call->directory);
    free(call);
}

void call_gone(struct slrun_exchange *x)
{
    struct call *call = x->service;
    if (call->fetching)
        call->cloud->call_cancel(call->fetching);
    call_free(call);
}

static void run(struct call *call)
{
    json_t *result = call->code ? NULL : call->run(call);
    if (!result)
        call_fail(call, "InternalFailure", "out of memory");
    call_answer(call, result);
    json_decref(result);
    call_free(call);
}

static void find_operation(struct call *call)
{
    const char *action = call->cloud->form_get(call->x, "Action");
    const char *version = call->cloud->form_get(call->x, "Version");
    for (size_t i = 0; action && i < CLOUDFORMATION_OPS; i++)
        if (strcmp(cloudformation_ops[i].api, action) == 0)
            call->op = &cloudformation_ops[i];
    for (size_t i = 0; call->op && i < sizeof operations / sizeof *operations; i++)
        if (strcmp(operations[i].api, action) == 0)
            call->run = operations[i].run;
    if (!call->run)
        call_fail(call, "InvalidAction", "Could not find operation %.100s for version %.20s",
                  action ? action : "null", version ? version : "null");
}

static void serve(void *state, struct slrun_exchange *x)
{
    struct engine *engine = state;
    struct call *call = calloc(1, sizeof *call);
    if (!call) {
        engine->cloud->reply(x, &(struct slrun_reply){.status = 500, .content_type = "text/xml"});
        return;
    }
    *call = (struct call){.cloud = engine->cloud, .engine = engine, .x = x};
    x->service = call;
    find_operation(call);
    if (call->code || !call_read_form(call)) {
        run(call);
        return;
    }
    call_get_template(call, run);
}

/* ---- opening and closing ---- */

static int open_service(const struct slrun_cloud *cloud, void **state, struct slrun_error *error)
{
    struct engine *engine = calloc(1, sizeof *engine);
    if (!engine) {
        error->kind = SLRUN_E_MEMORY;
        return -1;
    }
    engine->cloud = cloud;
    engine_load(engine);
    *state = engine;
    return 0;
}

static void close_service(void *state)
{
    engine_clear(state, false);
    free(state);
}

static void reset(void *state)
{
    engine_clear(state, true);
}

const struct slrun_local cloudformation_local = {
    .open = open_service,
    .close = close_service,
    .serve = serve,
    .reset = reset,
    .errors = SLRUN_ERRORS_QUERY,
};
