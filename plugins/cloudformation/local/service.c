/* SPDX-License-Identifier: Apache-2.0 */
/* AWS CloudFormation as a local half: opening and closing, and the way of a request to its
 * operation. */
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "client/ops.h"
#include "engine/custom.h"
#include "engine/nested.h"
#include "local/call.h"
#include "local/local.h"
#include "local/look.h"

#define NAMESPACE "http://cloudformation.amazonaws.com/doc/2010-05-15/"

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
    {"GetStackPolicy", op_get_stack_policy},
    {"SetStackPolicy", op_set_stack_policy},
    {"CancelUpdateStack", op_cancel_update_stack},
    {"ContinueUpdateRollback", op_continue_update_rollback},
    {"RollbackStack", op_rollback_stack},
};

/* ---- what operations share ---- */

static void set_error(struct call *call, const char *code, const char *format, va_list args)
    SLRUN_PRINTF(3, 0);
static void set_error(struct call *call, const char *code, const char *format, va_list args)
{
    if (call->code)
        return;
    call->code = code;
    call->status = strcmp(code, "InternalFailure") == 0     ? 500
                   : strcmp(code, "ChangeSetNotFound") == 0 ? 404
                                                            : 400;
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

/* ---- arguments ---- */

/* StackName: stackName, as errors have it. */
static const char *lower_first(const char *name, char *buffer, size_t size)
{
    (void)snprintf(buffer, size, "%s", name);
    *buffer = (char)tolower((unsigned char)*buffer);
    return buffer;
}

static bool is_word(const char *const *words, const char *text)
{
    for (; *words; words++)
        if (strcmp(*words, text) == 0)
            return true;
    return false;
}

static void wrong_word(struct call *call, const struct slrun_param *param, const char *text)
{
    char words[512] = "", name[128];
    for (const char *const *word = param->shape.values; *word; word++) {
        size_t n = strlen(words);
        (void)snprintf(words + n, sizeof words - n, "%s%s", n ? ", " : "", *word);
    }
    call_invalid(call,
                 "1 validation error detected: Value '%.100s' at '%s' failed to satisfy "
                 "constraint: Member must satisfy enum value set: [%s]",
                 text, lower_first(param->name, name, sizeof name), words);
}

static void check_member(struct call *call, const struct slrun_param *param)
{
    const json_t *value = json_object_get(call->args, param->name);
    const char *text = json_string_value(value);
    char name[128];
    if (!value && param->flags & SLRUN_REQUIRED)
        call_invalid(call,
                     "1 validation error detected: Value null at '%s' failed to satisfy "
                     "constraint: Member must not be null",
                     lower_first(param->name, name, sizeof name));
    else if (text && param->shape.values && !is_word(param->shape.values, text))
        wrong_word(call, param, text);
}

/* The answers of these have an element for their result, which is empty. */
static const char *const wrapped[] = {"ExecuteChangeSet", "DeleteChangeSet",
                                      "ContinueUpdateRollback", NULL};
static const struct slrun_param empty_result[] = {{.name = "Nothing"}, {.name = NULL}};

static struct slrun_query query_of(const struct call *call)
{
    return (struct slrun_query){.api = call->op->api,
                                .params = call->op->params,
                                .result = is_word(wrapped, call->op->api) ? empty_result
                                                                          : call->op->result,
                                .xmlns = NAMESPACE};
}

static bool read_args(struct call *call)
{
    struct slrun_query query = query_of(call);
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    call->args = call->cloud->query_read(call->cloud, call->x, &query, &error);
    if (!call->args)
        call_invalid(call, "%s", error.message);
    for (const struct slrun_param *param = call->op->params; param->name && !call->code; param++)
        check_member(call, param);
    return call->code == NULL;
}

/* ---- requests ---- */

static void call_free(struct call *call)
{
    call_wait_end(call);
    json_decref(call->result);
    json_decref(call->args);
    json_decref(call->wanted);
    json_decref(call->missing);
    json_decref(call->found);
    free(call->text);
    free(call->directory);
    free(call->file);
    free(call);
}

void call_gone(struct slrun_exchange *x)
{
    struct call *call = x->service;
    if (call->fetching)
        call->cloud->call_cancel(call->fetching);
    call_free(call);
}

static void answer(struct call *call, const json_t *result)
{
    struct slrun_fault fault = {.how = SLRUN_ERRORS_QUERY,
                                .status = call->status,
                                .code = call->code,
                                .message = call->message,
                                .xmlns = NAMESPACE};
    if (call->code) {
        call->cloud->fault(call->cloud, call->x, &fault);
        return;
    }
    struct slrun_query query = query_of(call);
    call->cloud->query_reply(call->cloud, call->x, &query, result);
}

static void end(struct call *call)
{
    answer(call, call->result);
    call_free(call);
}

/* A change, which is answered when it is over where that is to be at once. */
static bool ends_later(struct call *call)
{
    static const char *const changes[] = {"CreateStack",
                                          "UpdateStack",
                                          "DeleteStack",
                                          "ExecuteChangeSet",
                                          "RollbackStack",
                                          "ContinueUpdateRollback",
                                          NULL};
    const struct slrun_cloud *cloud = call->cloud;
    return !call->code && is_word(changes, call->op->api) && cloud->chance &&
           cloud->chance(cloud, "at-once", call_text(call, "StackName")) &&
           call_wait(call, CALL_WAIT_LONG, end);
}

static void finish(struct call *call)
{
    call->result = call->code ? NULL : call->run(call);
    if (!call->result)
        call_fail(call, "InternalFailure", "out of memory");
    if (!ends_later(call))
        end(call);
}

/* A look at a stack waits a moment for what is under way: who finds it in progress looks again
 * after 30 s, if it is one of AWS's waiters. */
static void run(struct call *call)
{
    bool looks = !call->code && strcmp(call->op->api, "DescribeStacks") == 0;
    if (!looks || !call_wait(call, CALL_WAIT_LOOK_MS, finish))
        finish(call);
}

static void look_up(struct call *call)
{
    call_look_up(call, run);
}

static void get_template(struct call *call)
{
    call_get_template(call, look_up);
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
    if (response_is_ours(x)) {
        response_serve(engine, x);
        return;
    }
    struct call *call = calloc(1, sizeof *call);
    if (!call) {
        engine->cloud->reply(x, &(struct slrun_reply){.status = 500, .content_type = "text/xml"});
        return;
    }
    *call = (struct call){.cloud = engine->cloud, .engine = engine, .x = x};
    x->service = call;
    find_operation(call);
    if (call->code || !read_args(call)) {
        run(call);
        return;
    }
    call_get_policies(call, get_template);
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
    customs_end(state);
    nested_end(state);
    free(state);
}

static void reset(void *state)
{
    engine_clear(state, true);
    customs_end(state);
    nested_end(state);
}

static int claims(const struct slrun_exchange *x)
{
    return response_is_ours(x) ? SLRUN_CLAIM_OPEN : SLRUN_CLAIM_NONE;
}

const struct slrun_local cloudformation_local = {
    .open = open_service,
    .close = close_service,
    .serve = serve,
    .reset = reset,
    .claims = claims,
    .errors = SLRUN_ERRORS_QUERY,
    .looks = cloudformation_looks,
    .resources = macro_types,
};
