/* SPDX-License-Identifier: Apache-2.0 */
/* From a request to its operation and back; what operations share. */
#include "local/route.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "client/ops.h"
#include "local/request.h"

static const struct {
    const char *name;
    operation_fn *run;
} operations[] = {
    {"add_layer_version_permission", op_add_layer_version_permission},
    {"add_permission", op_add_permission},
    {"create_alias", op_create_alias},
    {"create_event_source_mapping", op_create_event_source_mapping},
    {"create_function", op_create_function},
    {"create_function_url_config", op_create_function_url_config},
    {"delete_alias", op_delete_alias},
    {"delete_event_source_mapping", op_delete_event_source_mapping},
    {"delete_function", op_delete_function},
    {"delete_function_concurrency", op_delete_function_concurrency},
    {"delete_function_event_invoke_config", op_delete_function_event_invoke_config},
    {"delete_function_url_config", op_delete_function_url_config},
    {"delete_layer_version", op_delete_layer_version},
    {"delete_provisioned_concurrency_config", op_delete_provisioned_concurrency_config},
    {"get_account_settings", op_get_account_settings},
    {"get_alias", op_get_alias},
    {"get_event_source_mapping", op_get_event_source_mapping},
    {"get_function", op_get_function},
    {"get_function_code_signing_config", op_get_function_code_signing_config},
    {"get_function_concurrency", op_get_function_concurrency},
    {"get_function_configuration", op_get_function_configuration},
    {"get_function_event_invoke_config", op_get_function_event_invoke_config},
    {"get_function_recursion_config", op_get_function_recursion_config},
    {"get_function_url_config", op_get_function_url_config},
    {"get_layer_version", op_get_layer_version},
    {"get_layer_version_by_arn", op_get_layer_version_by_arn},
    {"get_layer_version_policy", op_get_layer_version_policy},
    {"get_policy", op_get_policy},
    {"get_provisioned_concurrency_config", op_get_provisioned_concurrency_config},
    {"get_runtime_management_config", op_get_runtime_management_config},
    {"invoke", op_invoke},
    {"list_aliases", op_list_aliases},
    {"list_event_source_mappings", op_list_event_source_mappings},
    {"list_function_event_invoke_configs", op_list_function_event_invoke_configs},
    {"list_function_url_configs", op_list_function_url_configs},
    {"list_functions", op_list_functions},
    {"list_layer_versions", op_list_layer_versions},
    {"list_layers", op_list_layers},
    {"list_provisioned_concurrency_configs", op_list_provisioned_concurrency_configs},
    {"list_tags", op_list_tags},
    {"list_versions_by_function", op_list_versions_by_function},
    {"publish_layer_version", op_publish_layer_version},
    {"publish_version", op_publish_version},
    {"put_function_concurrency", op_put_function_concurrency},
    {"put_function_event_invoke_config", op_put_function_event_invoke_config},
    {"put_function_recursion_config", op_put_function_recursion_config},
    {"put_provisioned_concurrency_config", op_put_provisioned_concurrency_config},
    {"put_runtime_management_config", op_put_runtime_management_config},
    {"remove_layer_version_permission", op_remove_layer_version_permission},
    {"remove_permission", op_remove_permission},
    {"tag_resource", op_tag_resource},
    {"untag_resource", op_untag_resource},
    {"update_alias", op_update_alias},
    {"update_event_source_mapping", op_update_event_source_mapping},
    {"update_function_code", op_update_function_code},
    {"update_function_configuration", op_update_function_configuration},
    {"update_function_event_invoke_config", op_update_function_event_invoke_config},
    {"update_function_url_config", op_update_function_url_config},
};
_Static_assert(sizeof operations / sizeof *operations == LAMBDA_OPS, "one for each operation");

/* ---- what operations share ---- */

json_t *call_fail(struct call *call, const char *code, const char *format, ...)
{
    va_list args;
    if (call->fault.code)
        return NULL;
    call->fault.code = code;
    va_start(args, format);
    (void)vsnprintf(call->fault.message, sizeof call->fault.message, format, args);
    va_end(args);
    return NULL;
}

json_t *call_no_memory(struct call *call)
{
    return call_fail(call, "ServiceException", "%s", service_lacks(call->service));
}

json_t *call_plain(struct call *call)
{
    call->fault.plain = true;
    return NULL;
}

const char *call_string(const struct call *call, const char *name)
{
    return json_string_value(json_object_get(call->args, name));
}

const json_t *call_get(const struct call *call, const char *name)
{
    return json_object_get(call->args, name);
}

bool put(json_t *object, const char *key, json_t *value)
{
    return !value || json_object_set_new(object, key, value) == 0;
}

int fault_status(const char *code)
{
    static const struct {
        const char *code;
        int status;
    } known[] = {{"ResourceNotFoundException", 404},
                 {"ProvisionedConcurrencyConfigNotFoundException", 404},
                 {"UnknownOperationException", 404},
                 {"ResourceConflictException", 409},
                 {"PreconditionFailedException", 412},
                 {"RequestTooLargeException", 413},
                 {"RequestEntityTooLargeException", 413},
                 {"TooManyRequestsException", 429},
                 {"AccessDeniedException", 403},
                 {"ServiceException", 500}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].code, code) == 0)
            return known[i].status;
    return 400;
}

/* ---- pages ---- */

json_t *call_page(struct call *call, const char *name, json_t *list)
{
    const char *marker = call_string(call, "Marker");
    const json_t *most = call_get(call, "MaxItems");
    size_t from = marker ? strtoul(marker, NULL, 10) : 0, n = json_array_size(list);
    size_t end = most ? from + (size_t)json_integer_value(most) : from + 50;
    json_t *page = json_array(), *result = json_pack("{s:o}", name, page);
    char next[24];
    for (size_t i = from; i < n && i < end; i++)
        json_array_append(page, json_array_get(list, i));
    (void)snprintf(next, sizeof next, "%zu", end);
    if (end < n)
        put(result, "NextMarker", json_string(next));
    json_decref(list);
    return result ? result : call_no_memory(call);
}

/* ---- answers ---- */

/* AWS spells the message of some errors with a capital. */
static json_t *error_document(const struct fault *fault)
{
    bool capital = strcmp(fault->code, "ResourceNotFoundException") == 0;
    const char *type = fault_status(fault->code) < 500 ? "User" : "Server";
    return json_pack("{s:s*, s:s*, s:s}", "Type", fault->plain ? NULL : type, "Reason",
                     fault->reason, capital ? "Message" : "message", fault->message);
}

/* Answers an exchange with an error. */
static void route_refuse(struct service *service, struct slrun_exchange *x,
                         const struct fault *fault)
{
    struct slrun_header headers[] = {{"x-amzn-ErrorType", fault->code}};
    json_t *document = error_document(fault);
    char *text = document ? json_dumps(document, JSON_COMPACT) : NULL;
    service->cloud->reply(x, &(struct slrun_reply){.status = fault_status(fault->code),
                                                   .content_type = "application/json",
                                                   .headers = headers,
                                                   .n_headers = 1,
                                                   .body = text ? text : "{}",
                                                   .size = text ? strlen(text) : 2});
    free(text);
    json_decref(document);
}

static void reply(struct call *call, const json_t *result)
{
    struct slrun_exchange *x = call->arg;
    if (call->raw) {
        call->service->cloud->reply(x, call->raw);
        return;
    }
    if (!result) {
        route_refuse(call->service, x, &call->fault);
        return;
    }
    char *text = json_is_null(result) ? NULL : json_dumps(result, JSON_COMPACT);
    call->service->cloud->reply(
        x, &(struct slrun_reply){.status = call->status ? call->status : call->wire->status,
                                 .content_type = "application/json",
                                 .body = text ? text : "",
                                 .size = text ? strlen(text) : 0});
    free(text);
}

/* The exchange of a call over the wire, or NULL when its client has left. */
static void answered(struct call *call, const json_t *result)
{
    struct slrun_exchange *x = call->arg;
    if (x)
        x->service = NULL;
    if (x)
        reply(call, result);
}

static void gone(struct slrun_exchange *x)
{
    struct call *call = x->service;
    if (call)
        call->arg = NULL;
}

/* ---- running ---- */

static void call_free(struct call *call)
{
    json_decref(call->args);
    free(call);
}

void call_end(struct call *call, json_t *result)
{
    if (!result && !call->raw && !call->fault.code)
        call_no_memory(call);
    call->ended(call, result);
    json_decref(result);
    call_free(call);
}

/* Whether it ends later. */
static bool run(struct call *call)
{
    size_t i = (size_t)(call->wire - lambda_calls);
    json_t *result = NULL;
    if (!call->fault.code && check_args(call))
        result = operations[i].run(call);
    bool later = call->later && !result && !call->fault.code;
    if (!later)
        call_end(call, result);
    return later;
}

static struct call *call_new(struct service *service, const char *region, const char *account)
{
    struct call *call = calloc(1, sizeof *call);
    if (!call)
        return NULL;
    call->service = service;
    (void)snprintf(call->region, sizeof call->region, "%s", region ? region : "us-east-1");
    (void)snprintf(call->account, sizeof call->account, "%s", account ? account : "000000000000");
    return call;
}

static void set_operation(struct call *call, const struct lambda_call *wire)
{
    call->wire = wire;
    call->op = &lambda_ops[wire - lambda_calls];
}

const char *route_operation(const struct slrun_exchange *x)
{
    json_t *args = NULL;
    const struct lambda_call *wire = request_find(x, &args);
    json_decref(args);
    if (wire && request_streams(x))
        return "InvokeWithResponseStream";
    return wire ? lambda_ops[wire - lambda_calls].api : NULL;
}

json_t *route_args(struct service *service, const struct slrun_exchange *x)
{
    struct call call = {.service = service};
    json_t *args = NULL;
    const struct lambda_call *wire = request_find(x, &args);
    if (!wire)
        return args;
    set_operation(&call, wire);
    call.args = args;
    request_places(&call, x);
    (void)request_body(&call, &(struct route_body){x->body, x->size, false});
    return call.args;
}

void route_serve(struct service *service, struct slrun_exchange *x, const struct route_body *body)
{
    json_t *args = NULL;
    const struct lambda_call *wire = request_find(x, &args);
    struct call *call = call_new(service, x->region, x->account);
    if (!wire || !call) {
        struct fault fault = {.code = wire ? "ServiceException" : "UnknownOperationException"};
        route_refuse(service, x, &fault);
        json_decref(args);
        free(call);
        return;
    }
    set_operation(call, wire);
    call->args = args;
    call->ended = answered;
    call->arg = x;
    call->streams = request_streams(x);
    call->by_service = x->caller != NULL;
    (void)snprintf(call->request_id, sizeof call->request_id, "%s", x->request_id);
    if (body->too_large)
        call_fail(call, "RequestEntityTooLargeException",
                  "Request must be smaller than %d bytes for the %s operation", BODY_MAX,
                  call->op->api);
    request_places(call, x);
    (void)request_body(call, body);
    if (run(call)) {
        x->service = call;
        service->cloud->on_gone(x, gone);
    }
}

void call_run(struct service *service, const struct call_order *order)
{
    const struct lambda_call *wire = lambda_call_find(order->operation);
    struct call *call = call_new(service, order->region, order->account);
    if (!call) {
        json_decref(order->args);
        return;
    }
    set_operation(call, wire);
    call->args = order->args;
    call->ended = order->ended;
    call->arg = order->arg;
    call->own = true;
    if (!call->args)
        call_no_memory(call);
    (void)run(call);
}
