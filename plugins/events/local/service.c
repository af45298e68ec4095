/* SPDX-License-Identifier: Apache-2.0 */
/* Amazon EventBridge as a local half: opening and closing, and the way of a request to its
 * operation. */
#include "local/service.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "client/ops.h"
#include "local/delivery.h"
#include "local/local.h"
#include "local/look.h"
#include "local/resource.h"

static const struct {
    const char *api;
    operation *run;
} operations[] = {
    {"CreateEventBus", op_create_event_bus},
    {"DeleteEventBus", op_delete_event_bus},
    {"DeleteRule", op_delete_rule},
    {"DescribeEventBus", op_describe_event_bus},
    {"DescribeRule", op_describe_rule},
    {"DisableRule", op_disable_rule},
    {"EnableRule", op_enable_rule},
    {"ListEventBuses", op_list_event_buses},
    {"ListRuleNamesByTarget", op_list_rule_names_by_target},
    {"ListRules", op_list_rules},
    {"ListTagsForResource", op_list_tags_for_resource},
    {"ListTargetsByRule", op_list_targets_by_rule},
    {"PutEvents", op_put_events},
    {"PutPermission", op_put_permission},
    {"PutRule", op_put_rule},
    {"PutTargets", op_put_targets},
    {"RemovePermission", op_remove_permission},
    {"RemoveTargets", op_remove_targets},
    {"TagResource", op_tag_resource},
    {"TestEventPattern", op_test_event_pattern},
    {"UntagResource", op_untag_resource},
    {"UpdateEventBus", op_update_event_bus},
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

json_t *call_page(struct call *call, const char *member, json_t *list)
{
    const char *token = call_text(call, "NextToken");
    const json_t *limit = json_object_get(call->args, "Limit");
    char *end = NULL;
    size_t most = limit ? (size_t)json_integer_value(limit) : PAGE_SIZE;
    size_t from = token ? strtoul(token, &end, 10) : 0, n = json_array_size(list);
    json_t *page = json_array();
    for (size_t i = from; i < n && i - from < most; i++)
        (void)json_array_append(page, json_array_get(list, i));
    json_decref(list);
    json_t *result = json_pack("{s:o}", member, page);
    if (end && (*end || from > n)) {
        json_decref(result);
        return call_invalid(call, "Parameter NextToken is not valid.");
    }
    if (from < n && n - from > most)
        (void)json_object_set_new(result, "NextToken", json_sprintf("%zu", from + most));
    return result;
}

/* ---- requests ---- */

static operation *find_operation(struct call *call)
{
    const char *name = strcmp(call->x->method, "POST") == 0 ? call->x->operation : NULL;
    for (size_t i = 0; name && i < EVENTS_OPS; i++)
        if (strcmp(events_ops[i].api, name) == 0)
            call->op = &events_ops[i];
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
    call->args = serves ? cloud->json_read(cloud, call->x, call->op, events_bounds, &error) : NULL;
    if (serves && !call->args)
        return strcmp(error.code, "SerializationException") == 0
                   ? call_fail(call, "SerializationException", "%s", error.message)
                   : call_invalid(call, "%s", error.message);
    json_t *result = serves ? serves(call) : NULL;
    return result ? result : call_fail(call, "InternalException", "out of memory");
}

#define CONTENT_TYPE "application/x-amz-json-1.1"

static void refuse(const struct call *call)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    bool internal = strcmp(call->code, "InternalException") == 0;
    cloud->fault(cloud, call->x,
                 &(struct slrun_fault){.status = internal ? 500 : 400,
                                       .code = call->code,
                                       .message = call->message,
                                       .content_type = CONTENT_TYPE});
}

static void serve(void *state, struct slrun_exchange *x)
{
    struct call call = {.service = state, .x = x};
    json_t *result = run(&call);
    if (result)
        call.service->cloud->json_reply(call.service->cloud, x, &events_service, result);
    else
        refuse(&call);
    json_decref(result);
    json_decref(call.args);
}

/* ---- opening and closing ---- */

static void close_service(void *state)
{
    delivery_end_all(state);
    schedules_end(state);
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
    delivery_take_up(service);
    *state = service;
    return 0;
}

static void reset(void *state)
{
    struct service *service = state;
    delivery_end_all(service);
    schedules_end(service);
    json_object_clear(service->buses);
    json_object_clear(service->rules);
}

const struct slrun_local events_local = {
    .open = open_service,
    .close = close_service,
    .serve = serve,
    .reset = reset,
    .resources = events_resources,
    .looks = events_looks,
};
