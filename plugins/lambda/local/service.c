/* SPDX-License-Identifier: Apache-2.0 */
/* AWS Lambda as a local half: opening and closing, requests that come in pieces. */
#include "local/service.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "local/async.h"
#include "local/bytes.h"
#include "local/code/package.h"
#include "local/code/private.h"
#include "local/code/tree.h"
#include "local/function.h"
#include "local/layer.h"
#include "local/local.h"
#include "local/look.h"
#include "local/mapping/mapping.h"
#include "local/outgoing.h"
#include "local/resource.h"
#include "local/route.h"
#include "local/run/machine.h"
#include "local/run/runtime_api.h"
#include "local/url.h"

/* ---- bodies in pieces: above 16 MiB (archives), and streamed answers of handlers ---- */

struct intake {
    struct growing body;
    bool too_large;
};

static bool is_prefixed(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

/* What holds an archive: functions, their code, layers. And what a runtime streams. */
static int begin(void *state, struct slrun_exchange *x)
{
    if (is_prefixed(x->target, RUNTIME_PREFIX))
        return runtime_api_streams(state, x);
    const char *end = strrchr(x->target, '/');
    bool large = (is_prefixed(x->target, "/2015-03-31/functions") ||
                  is_prefixed(x->target, "/2018-10-31/layers/")) &&
                 end &&
                 (strcmp(end, "/functions") == 0 || strcmp(end, "/code") == 0 ||
                  strcmp(end, "/versions") == 0);
    if (!large || strcmp(x->method, "GET") == 0)
        return 0;
    x->service = calloc(1, sizeof(struct intake));
    return x->service ? 1 : 0;
}

static void data(void *state, struct slrun_exchange *x, const void *bytes, size_t size)
{
    struct intake *in = x->service;
    if (!in)
        runtime_api_piece(state, x, bytes, size);
    else if (!in->too_large)
        in->too_large = !growing_add(&in->body, bytes, size, BODY_MAX);
}

static void dropped(void *state, struct slrun_exchange *x)
{
    struct intake *in = x->service;
    (void)state;
    if (in)
        free(in->body.data);
    free(in);
    x->service = NULL;
}

/* ---- requests ---- */

static int claims(const struct slrun_exchange *x)
{
    return is_prefixed(x->target, URL_PREFIX) ? SLRUN_CLAIM_OPEN
           : is_prefixed(x->target, RUNTIME_PREFIX) || is_prefixed(x->target, ARCHIVE_PREFIX)
               ? SLRUN_CLAIM_SURE
               : SLRUN_CLAIM_NONE;
}

static void serve(void *state, struct slrun_exchange *x)
{
    struct service *service = state;
    struct intake *in = x->service;
    if (is_prefixed(x->target, RUNTIME_PREFIX)) {
        runtime_api_serve(service, x);
    } else if (is_prefixed(x->target, URL_PREFIX)) {
        url_serve(service, x);
    } else if (is_prefixed(x->target, ARCHIVE_PREFIX)) {
        archive_serve(service, x);
    } else if (!in) {
        route_serve(service, x, &(struct route_body){x->body, x->size, false});
    } else {
        struct route_body body = {in->body.data ? in->body.data : "", in->body.size, in->too_large};
        char *held = in->body.data;
        free(in);
        x->service = NULL;
        route_serve(service, x, &body);
        free(held);
    }
}

/* For faults that a test asks for. */
static const char *operation(void *state, struct slrun_exchange *x)
{
    (void)state;
    return claims(x) >= SLRUN_CLAIM_SURE ? NULL : route_operation(x);
}

/* For the roles of those who call. */
static json_t *grant_args(void *state, struct slrun_exchange *x, const struct slrun_op *op)
{
    (void)op;
    return route_args(state, x);
}

static json_t *policy(void *state, const char *arn)
{
    return permission_policy(state, arn);
}

/* ---- opening and closing ---- */

static void forget(struct service *service)
{
    mapping_close(service);
    async_close(service);
    functions_close(service);
    json_decref(service->layers);
    service->layers = NULL;
}

static void close_service(void *state)
{
    struct service *service = state;
    if (service->machine)
        service->machine->closing = true;
    outgoing_close(service);
    forget(service);
    machine_close(service);
    if (service->private_lock >= 0)
        private_close(service->private_dir, service->private_lock);
    free(service);
}

static int cannot(struct service *service, struct slrun_error *error, const char *what)
{
    error->kind = SLRUN_E_IO;
    (void)snprintf(error->message, sizeof error->message, "lambda: cannot make %.1024s", what);
    close_service(service);
    return -1;
}

/* Where code is kept beside the rest of the state; else it is in the private directory. */
static bool set_directory(struct service *service, const char *folder, const char *name)
{
    int n = snprintf(service->directory, sizeof service->directory, "%s/%s", folder, name);
    return n > 0 && (size_t)n < sizeof service->directory - 256 && tree_make(service->directory);
}

/* Without it no function runs: that is no want of memory, which is all that AWS's errors could say.
 */
static bool cannot_prepare(struct service *service, int why)
{
    if (!service->unprepared)
        service->host->log(SLRUN_LOG_ERROR,
                           "lambda: no function can run, for the directory of temporary files "
                           "(TMPDIR, or /tmp) cannot be written to: %s",
                           strerror(why));
    service->unprepared = true;
    return false;
}

bool service_prepare(struct service *service)
{
    if (service->private_lock >= 0)
        return true;
    service->private_lock = private_open(service->private_dir, sizeof service->private_dir);
    if (service->private_lock < 0)
        return cannot_prepare(service, errno);
    if ((service->cloud->data || set_directory(service, service->private_dir, "code")) &&
        machine_prepare(service))
        return true;
    int why = errno;
    private_close(service->private_dir, service->private_lock);
    service->private_lock = -1;
    return cannot_prepare(service, why);
}

const char *service_lacks(const struct service *service)
{
    return service->unprepared ? "The local cloud cannot write to the directory of temporary files."
                               : "The local cloud is out of memory.";
}

static int open_service(const struct slrun_cloud *cloud, void **state, struct slrun_error *error)
{
    struct service *service = calloc(1, sizeof *service);
    if (!service) {
        error->kind = SLRUN_E_MEMORY;
        return -1;
    }
    service->cloud = cloud;
    service->host = cloud->host;
    service->private_lock = -1;
    if (cloud->data && !set_directory(service, cloud->data, "lambda"))
        return cannot(service, error, "a directory for the code of functions");
    if (!machine_open(service) || !async_open(service) || !layers_load(service) ||
        !functions_load(service) || !mapping_open(service)) {
        close_service(service);
        error->kind = SLRUN_E_MEMORY;
        return -1;
    }
    async_take_up(service);
    *state = service;
    return 0;
}

static void reset(void *state)
{
    struct service *service = state;
    functions_forget(service);
    layers_forget(service);
    mapping_forget(service);
    forget(service);
    service->layers = json_object();
    (void)async_open(service);
    (void)mapping_open(service);
}

const struct slrun_local lambda_local = {
    .open = open_service,
    .close = close_service,
    .serve = serve,
    .reset = reset,
    .claims = claims,
    .begin = begin,
    .data = data,
    .dropped = dropped,
    .errors = SLRUN_ERRORS_REST_JSON,
    .resources = lambda_resources,
    .operation = operation,
    .looks = lambda_looks,
    .grant_args = grant_args,
    .policy = policy,
};
