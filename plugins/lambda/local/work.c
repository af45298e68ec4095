/* SPDX-License-Identifier: Apache-2.0 */
/* Operations for resources of stacks, one after the other. */
#include "local/work.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void fail(struct service *service, struct slrun_resource *r, const struct fault *fault)
{
    struct slrun_error error = {.kind = SLRUN_E_SERVICE};
    error.status = fault_status(fault->code);
    (void)snprintf(error.code, sizeof error.code, "%s", fault->code);
    (void)snprintf(error.message, sizeof error.message, "%.2000s", fault->message);
    service->cloud->resource_done(r, &(struct slrun_resource_result){.error = &error});
}

static void work_free(struct work *w)
{
    json_decref(w->steps);
    json_decref(w->attributes);
    json_decref(w->result);
    free(w);
}

struct work *work_new(struct service *service, struct slrun_resource *resource,
                      void (*then)(struct work *w))
{
    struct work *w = calloc(1, sizeof *w);
    const struct fault fault = {.code = "ServiceException", .message = "out of memory"};
    if (!w) {
        fail(service, resource, &fault);
        return NULL;
    }
    w->service = service;
    w->resource = resource;
    w->then = then;
    w->steps = json_array();
    w->attributes = json_object();
    if (resource->physical_id)
        work_name(w, resource->physical_id);
    return w;
}

void work_name(struct work *w, const char *physical_id)
{
    (void)snprintf(w->physical_id, sizeof w->physical_id, "%s", physical_id ? physical_id : "");
}

void work_add(struct work *w, const char *operation, json_t *args)
{
    (void)json_array_append_new(w->steps, json_pack("[s, o]", operation, args));
}

void work_end(struct work *w)
{
    w->service->cloud->resource_done(w->resource,
                                     &(struct slrun_resource_result){.physical_id = w->physical_id,
                                                                     .attributes = w->attributes});
    work_free(w);
}

static bool is_gone(const struct work *w, const char *code)
{
    return w->forgiving || strcmp(code, "ResourceNotFoundException") == 0;
}

static void ended(struct call *call, const json_t *result)
{
    struct work *w = call->arg;
    bool removing = w->then == work_end && w->resource->physical_id;
    if (!result && !(removing && is_gone(w, call->fault.code))) {
        fail(w->service, w->resource, &call->fault);
        work_free(w);
        return;
    }
    json_decref(w->result);
    w->result = json_deep_copy(result);
    w->at++;
    work_run(w);
}

void work_run(struct work *w)
{
    const json_t *step = json_array_get(w->steps, w->at);
    if (!step) {
        w->then(w);
        return;
    }
    call_run(w->service,
             &(struct call_order){.operation = json_string_value(json_array_get(step, 0)),
                                  .args = json_incref(json_array_get(step, 1)),
                                  .region = w->resource->region,
                                  .account = w->resource->account,
                                  .ended = ended,
                                  .arg = w});
}

void work_once(struct service *service, struct slrun_resource *resource, const char *operation,
               json_t *args)
{
    struct work *w = work_new(service, resource, work_end);
    if (!w) {
        json_decref(args);
        return;
    }
    work_add(w, operation, args);
    work_run(w);
}
