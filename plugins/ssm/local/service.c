/* SPDX-License-Identifier: Apache-2.0 */
/* Parameter Store as a local half: opening and closing, and the way of a request to its
 * operation. */
#include "local/service.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "client/ops.h"
#include "local/local.h"
#include "local/look.h"

static const struct {
    const char *api;
    operation *run;
} operations[] = {
    {"AddTagsToResource", op_add_tags_to_resource},
    {"DeleteParameter", op_delete_parameter},
    {"DeleteParameters", op_delete_parameters},
    {"DescribeParameters", op_describe_parameters},
    {"GetParameter", op_get_parameter},
    {"GetParameterHistory", op_get_parameter_history},
    {"GetParameters", op_get_parameters},
    {"GetParametersByPath", op_get_parameters_by_path},
    {"LabelParameterVersion", op_label_parameter_version},
    {"ListTagsForResource", op_list_tags_for_resource},
    {"PutParameter", op_put_parameter},
    {"RemoveTagsFromResource", op_remove_tags_from_resource},
    {"UnlabelParameterVersion", op_unlabel_parameter_version},
};

/* ---- what operations share ---- */

static void SLRUN_PRINTF(3, 0)
    set_error(struct call *call, const char *code, const char *format, va_list args)
{
    if (call->code)
        return;
    call->code = code;
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
    set_error(call, "ValidationException", format, args);
    va_end(args);
    return NULL;
}

const char *text_of(const json_t *object, const char *name)
{
    return json_string_value(json_object_get(object, name));
}

const char *call_text(const struct call *call, const char *name)
{
    return text_of(call->args, name);
}

void copy_members(json_t *to, const json_t *from, const char *const *names)
{
    for (; *names; names++)
        if (json_object_get(from, *names))
            (void)json_object_set(to, *names, json_object_get(from, *names));
}

bool list_has(const json_t *list, const char *word)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (strcmp(json_string_value(json_array_get(list, i)), word) == 0)
            return true;
    return false;
}

json_t *call_page(struct call *call, json_t *list, size_t most)
{
    const char *token = call_text(call, "NextToken");
    const json_t *limit = json_object_get(call->args, "MaxResults");
    char *end = NULL;
    size_t from = token ? strtoul(token, &end, 10) : 0, n = json_array_size(list);
    size_t size = limit ? (size_t)json_integer_value(limit) : most;
    json_t *page = json_array(), *result = json_pack("{s:o}", "Parameters", page);
    if (token && (!*token || *end || from > n)) {
        json_decref(list);
        json_decref(result);
        return call_fail(call, "InvalidNextToken", "The specified token isn't valid.");
    }
    for (size_t i = from; i < n && i - from < size; i++)
        (void)json_array_append(page, json_array_get(list, i));
    json_decref(list);
    if (n - from > size)
        (void)json_object_set_new(result, "NextToken", json_sprintf("%zu", from + size));
    return result;
}

/* ---- requests ---- */

static operation *find_operation(struct call *call)
{
    const char *name = strcmp(call->x->method, "POST") == 0 ? call->x->operation : NULL;
    for (size_t i = 0; name && i < SSM_OPS; i++)
        if (strcmp(ssm_ops[i].api, name) == 0)
            call->op = &ssm_ops[i];
    for (size_t i = 0; call->op && i < sizeof operations / sizeof *operations; i++)
        if (strcmp(operations[i].api, name) == 0)
            return operations[i].run;
    call_fail(call, "UnknownOperationException", "%s", "");
    return NULL;
}

static json_t *run(struct call *call)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    operation *serves = find_operation(call);
    struct slrun_error error;
    call->args = serves ? cloud->json_read(cloud, call->x, call->op, ssm_bounds, &error) : NULL;
    if (serves && !call->args)
        return strcmp(error.code, "SerializationException") == 0
                   ? call_fail(call, "SerializationException", "%s", error.message)
                   : call_invalid(call, "%s", error.message);
    json_t *result = serves ? serves(call) : NULL;
    if (result && !call->code)
        return result;
    json_decref(result);
    return call_fail(call, "InternalServerError", "out of memory");
}

static void refuse(const struct call *call)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    bool internal = strcmp(call->code, "InternalServerError") == 0;
    cloud->fault(cloud, call->x,
                 &(struct slrun_fault){.status = internal ? 500 : 400,
                                       .code = call->code,
                                       .message = call->message,
                                       .content_type = "application/x-amz-json-1.1"});
}

static void serve(void *state, struct slrun_exchange *x)
{
    struct call call = {.service = state, .x = x};
    json_t *result = run(&call);
    if (result)
        call.service->cloud->json_reply(call.service->cloud, x, &ssm_service, result);
    else
        refuse(&call);
    json_decref(result);
    json_decref(call.args);
}

/* ---- opening and closing ---- */

static void close_service(void *state)
{
    state_close(state);
    free(state);
}

static int open_service(const struct slrun_cloud *cloud, void **state, struct slrun_error *error)
{
    struct service *service = calloc(1, sizeof *service);
    if (service)
        service->cloud = cloud;
    if (!service || !state_open(service)) {
        error->kind = SLRUN_E_MEMORY;
        free(service);
        return -1;
    }
    *state = service;
    return 0;
}

static void reset(void *state)
{
    struct service *service = state;
    json_object_clear(service->parameters);
}

const struct slrun_local ssm_local = {
    .open = open_service,
    .close = close_service,
    .serve = serve,
    .reset = reset,
    .resources = ssm_resources,
    .looks = ssm_looks,
};
