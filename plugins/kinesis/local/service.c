/* SPDX-License-Identifier: Apache-2.0 */
/* Kinesis as a local half: opening and closing, and the way of a request to its operation. */
#include "service.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "front.h"
#include "local.h"
#include "look.h"
#include "record/sender.h"
#include "record/subscription.h"
#include "resource/stack_types.h"
#include "stream/store.h"

/* The largest record that the stream of this request takes. */
static int64_t blob_max(const struct call *call)
{
    const struct stream *stream = call_find_stream(call);
    return (stream == NULL ? RECORD_KIB_MIN : stream->record_kib) * 1024;
}

static json_t *run(struct call *call)
{
    const struct param *params = call->operation->params;
    if (!param_check_types(params, call->args, &call->fault) ||
        !param_check_constraints(params, call->args, blob_max(call), &call->fault))
        return NULL;
    return call->operation->run(call);
}

/* What is not on the disk has not happened for those that ask after the next start: no answer may
 * say that it has. */
bool service_commit(struct service *service)
{
    if (store_commit(service->store))
        return true;
    service->cloud->host->log(SLRUN_LOG_ERROR, "kinesis: the state could not be written");
    return false;
}

static void on_due(void *arg)
{
    struct service *service = arg;
    service->timer = NULL;
    service_settle(service, service_now(service));
    (void)service_commit(service);
    service_set_timer(service);
}

void service_set_timer(struct service *service)
{
    const struct slrun_cloud *cloud = service->cloud;
    if (service->timer != NULL && service->timer_ms != service->next_ms) {
        cloud->timer_stop(service->timer);
        service->timer = NULL;
    }
    if (service->timer == NULL && service->next_ms != INT64_MAX) {
        service->timer_ms = service->next_ms;
        service->timer = cloud->timer_start(cloud, service->next_ms, on_due, service);
    }
}

static void serve(void *state, struct slrun_exchange *x)
{
    struct service *service = state;
    struct call call = {.service = service, .exchange = x, .now = service_now(service)};
    service_settle(service, call.now);
    if (front_read(&call)) {
        json_t *result = run(&call);
        if (!service_commit(service)) {
            json_decref(result);
            result = no_answer(fault_bare(&call.fault, FAULT_INTERNAL));
        }
        if (!call.answered)
            front_answer(&call, result);
    }
    service_set_timer(service);
    json_decref(call.args);
    fault_free(&call.fault);
}

/* The body is read before anybody asks who sent it. */
static void refuse(void *state, struct slrun_exchange *x, const struct slrun_fault *fault)
{
    struct call call = {.service = state, .exchange = x};
    if (front_read(&call)) {
        sender_refuse(&call, fault);
        front_answer(&call, NULL);
    }
    json_decref(call.args);
    fault_free(&call.fault);
}

/* ---- opening and closing ---- */

static bool add_stream(void *arg, struct stream *stream)
{
    return service_add(arg, stream);
}

static void close_service(void *state)
{
    struct service *service = state;
    subscription_forget(service);
    service_forget(service);
    (void)store_commit(service->store);
    service->cloud->stores->close(service->store);
    json_decref(service->commitments);
    free(service->streams.all);
    free(service);
}

static bool open_store(struct service *service, struct slrun_error *error)
{
    if (service->cloud->data == NULL)
        return true;
    service->store = store_open(service->cloud, error);
    if (service->store == NULL)
        return false;
    if (!store_load(service->store, add_stream, service)) {
        error->kind = SLRUN_E_IO;
        (void)snprintf(error->message, sizeof error->message,
                       "kinesis: the kept streams cannot be read");
        return false;
    }
    return true;
}

static int open_service(const struct slrun_cloud *cloud, void **state, struct slrun_error *error)
{
    struct service *service = calloc(1, sizeof *service);
    if (service == NULL) {
        error->kind = SLRUN_E_MEMORY;
        return -1;
    }
    service->cloud = cloud;
    service->next_ms = INT64_MAX;
    service->commitments = json_object();
    if (!open_store(service, error)) {
        close_service(service);
        return -1;
    }
    service_set_timer(service);
    *state = service;
    return 0;
}

static void reset(void *state)
{
    struct service *service = state;
    subscription_forget(service);
    service_forget(service);
    json_object_clear(service->commitments);
    if (service->cloud->stores->clear(service->store) != 0)
        service->cloud->host->log(SLRUN_LOG_ERROR, "kinesis: the state could not be deleted");
}

const struct slrun_local kinesis_local = {
    .open = open_service,
    .close = close_service,
    .serve = serve,
    .reset = reset,
    .resources = kinesis_resources,
    .claims = front_claims,
    .refuse = refuse,
    .looks = kinesis_looks,
    .grant_args = front_grant_args,
};
