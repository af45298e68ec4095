/* SPDX-License-Identifier: Apache-2.0 */
/* The way of a request of AWS JSON to its operation and back. */
#include "local/protocol/json_serve.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/op.h>

#include "local/protocol/rest.h"

json_t *json_serve_fail(struct slrun_json_call *call, const char *code, const char *format, ...)
{
    va_list args;
    if (call->code)
        return NULL;
    call->code = code;
    va_start(args, format);
    (void)vsnprintf(call->message, sizeof call->message, format, args);
    va_end(args);
    return NULL;
}

json_t *json_serve_page(const struct slrun_op *op, const json_t *args, json_t *list, size_t most)
{
    const struct slrun_paging *paging = &op->paging;
    const char *token = json_string_value(json_object_get(args, paging->input));
    const json_t *limit = paging->limit ? json_object_get(args, paging->limit) : NULL;
    char *end = NULL;
    size_t from = token ? strtoul(token, &end, 10) : 0, n = json_array_size(list);
    size_t size = limit ? (size_t)json_integer_value(limit) : most;
    json_t *page = json_array(), *result = json_pack("{s:o}", paging->items, page);
    for (size_t i = from; i < n && i - from < size; i++)
        (void)json_array_append(page, json_array_get(list, i));
    json_decref(list);
    if ((token && *end) || from > n) {
        json_decref(result);
        return NULL;
    }
    if (n - from > size)
        (void)json_object_set_new(result, paging->output, json_sprintf("%zu", from + size));
    return result;
}

/* ---- requests ---- */

static const struct slrun_op *find_op(const struct slrun_json_service *service, const char *api)
{
    for (size_t i = 0; i < service->n_ops; i++)
        if (strcmp(service->ops[i].api, api) == 0)
            return &service->ops[i];
    return NULL;
}

static const struct slrun_json_operation *find_operation(const struct slrun_json_service *service,
                                                         const char *api)
{
    for (const struct slrun_json_operation *o = service->operations; o->api; o++)
        if (strcmp(o->api, api) == 0)
            return o;
    return NULL;
}

static const struct slrun_op *op_of(const struct slrun_json_service *service,
                                    const struct slrun_exchange *x)
{
    if (!x->operation)
        return rest_find(service->ops, service->n_ops, x);
    return strcmp(x->method, "POST") == 0 ? find_op(service, x->operation) : NULL;
}

static json_t *run(struct slrun_json_call *call, const struct slrun_json_service *service)
{
    struct slrun_error error;
    call->op = op_of(service, call->x);
    const struct slrun_json_operation *operation =
        call->op ? find_operation(service, call->op->api) : NULL;
    if (!operation)
        return json_serve_fail(call, "UnknownOperationException", "%s", "");
    call->args = call->cloud->json_read(call->cloud, call->x, call->op, service->bounds, &error);
    if (!call->args) {
        bool syntax = strcmp(error.code, "SerializationException") == 0;
        return json_serve_fail(call, syntax ? "SerializationException" : "ValidationException",
                               "%s", error.message);
    }
    json_t *result = operation->run(call);
    if (result && !call->code)
        return result;
    json_decref(result);
    return json_serve_fail(call, service->internal, "out of memory");
}

static int status_of(const char *code, const struct slrun_json_service *service)
{
    const struct slrun_json_status *status = service->statuses;
    while (status && status->code && strcmp(status->code, code) != 0)
        status++;
    return strcmp(code, service->internal) == 0 ? 500
           : status && status->code             ? status->status
                                                : 400;
}

static void refuse(const struct slrun_json_call *call, const struct slrun_json_service *service)
{
    const char *version = service->service->json_version;
    char type[48];
    json_t *named = service->message ? json_pack("{s:s}", service->message, call->message) : NULL;
    (void)snprintf(type, sizeof type, "application/x-amz-json-%s", version ? version : "");
    call->cloud->fault(
        call->cloud, call->x,
        &(struct slrun_fault){.how = version ? SLRUN_ERRORS_JSON : SLRUN_ERRORS_REST_JSON,
                              .status = status_of(call->code, service),
                              .code = call->code,
                              .message = named ? NULL : call->message,
                              .members = named,
                              .content_type = version ? type : NULL});
    json_decref(named);
}

void json_serve(const struct slrun_cloud *cloud, struct slrun_exchange *x,
                const struct slrun_json_service *service, void *state)
{
    struct slrun_json_call call = {.cloud = cloud, .service = state, .x = x};
    json_t *result = run(&call, service);
    if (result)
        cloud->json_reply(cloud, x, service->service, result);
    else if (!call.parked)
        refuse(&call, service);
    json_decref(result);
    json_decref(call.args);
}

void json_serve_half(const struct slrun_cloud *cloud, struct slrun_exchange *x,
                     const struct slrun_local *half, void *state)
{
    if (half->json)
        json_serve(cloud, x, half->json, state);
    else
        half->serve(state, x);
}
