/* SPDX-License-Identifier: Apache-2.0 */
/* Opening and closing; which requests are of the control plane and which of deployed APIs. */
#include "local/service.h"

#include <stdlib.h>
#include <string.h>

#include "exec/exec.h"
#include "local/look.h"

static void close_service(void *state)
{
    struct service *service = state;
    exec_close_all(service);
    log_writers_end(&service->logs);
    json_decref(service->docs);
    json_decref(service->cache);
    free(service);
}

static int open_service(const struct slrun_cloud *cloud, void **state, struct slrun_error *error)
{
    struct service *service = calloc(1, sizeof *service);
    if (service) {
        service->cloud = cloud;
        service->logs = (struct log_writers){.cloud = cloud, .service = "apigateway"};
        service->cache = json_object();
    }
    if (!service || !docs_load(service) || !service->cache) {
        error->kind = SLRUN_E_MEMORY;
        free(service);
        return -1;
    }
    *state = service;
    return 0;
}

static void serve(void *state, struct slrun_exchange *x)
{
    if (exec_is_ours(x))
        exec_serve(state, x);
    else
        control_serve(state, x);
}

static void reset(void *state)
{
    log_writers_end(&((struct service *)state)->logs);
    docs_forget(state);
}

static int claims(const struct slrun_exchange *x)
{
    return exec_is_ours(x) ? SLRUN_CLAIM_OPEN : SLRUN_CLAIM_NONE;
}

const struct slrun_local apigateway_local = {
    .open = open_service,
    .close = close_service,
    .serve = serve,
    .reset = reset,
    .claims = claims,
    .errors = SLRUN_ERRORS_REST_JSON,
    .resources = apigateway_resources,
    .looks = apigateway_looks,
};
