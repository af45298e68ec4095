/* SPDX-License-Identifier: Apache-2.0 */
#include "local/stack/steps.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "local/stack/provision.h"

enum { STEPS_SIZE_MAX = 64 << 10 /* its names */ };

struct steps {
    const struct slrun_cloud *cloud;
    struct slrun_resource *resource;
    struct slrun_arena *arena;
    const char *service;
    struct slrun_resource_call *calls;
    size_t n, at;
    json_t *results;
    void (*done)(void *service, struct slrun_resource *resource, const json_t *results);
};

void steps_free(struct steps *s)
{
    if (!s)
        return;
    for (size_t i = s->at; i < s->n; i++)
        json_decref(s->calls[i].args);
    json_decref(s->results);
    arena_free(s->arena);
    free(s);
}

static void fail(struct slrun_resource *resource, const struct slrun_error *error)
{
    provision_done(resource, &(struct slrun_resource_result){.error = error});
}

static void no_memory(struct slrun_resource *resource)
{
    struct slrun_error error = {.kind = SLRUN_E_MEMORY, .message = "out of memory"};
    fail(resource, &error);
}

static void next(struct steps *s);

static void called(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct steps *s = arg;
    const char *ignored = s->calls[s->at - 1].ignored;
    if (error && !(ignored && strcmp(ignored, error->code) == 0)) {
        fail(s->resource, error);
        return;
    }
    if (json_array_append_new(s->results, result ? json_deep_copy(result) : json_null()))
        no_memory(s->resource);
    else
        next(s);
}

static void finish(struct steps *s)
{
    struct slrun_resource *r = s->resource;
    if (!s->done) {
        provision_done(r, &(struct slrun_resource_result){.physical_id = r->physical_id});
        return;
    }
    json_t *results = json_incref(s->results); /* done() may run others */
    s->done(provision_service(r), r, results);
    json_decref(results);
}

static void next(struct steps *s)
{
    if (s->at == s->n) {
        finish(s);
        return;
    }
    struct slrun_resource_call *call = &s->calls[s->at++];
    struct slrun_cloud_call order = {.service = call->service,
                                     .operation = call->operation,
                                     .args = call->args,
                                     .region = s->resource->region,
                                     .account = s->resource->account,
                                     .caller = "cloudformation",
                                     .done = called,
                                     .arg = s};
    if (!call->args || !s->cloud->call(s->cloud, &order))
        no_memory(s->resource);
}

static bool keep(struct steps *s, const struct slrun_resource_run *run)
{
    s->n = run->n_calls;
    s->calls = arena_alloc(s->arena, (s->n + 1) * sizeof *s->calls);
    if (!s->calls)
        return false;
    for (size_t i = 0; i < s->n; i++) {
        const struct slrun_resource_call *from = &run->calls[i];
        s->calls[i] = (struct slrun_resource_call){
            .service = arena_str(s->arena, from->service ? from->service : run->service),
            .operation = arena_str(s->arena, from->operation),
            .args = from->args,
            .ignored = from->ignored ? arena_str(s->arena, from->ignored) : NULL};
        if (!s->calls[i].service || !s->calls[i].operation)
            return false;
    }
    return true;
}

void steps_run(const struct slrun_cloud *cloud, struct slrun_resource *resource,
               const struct slrun_resource_run *run)
{
    struct steps *s = calloc(1, sizeof *s);
    if (s) {
        *s = (struct steps){.cloud = cloud,
                            .resource = resource,
                            .arena = arena_new(STEPS_SIZE_MAX),
                            .results = json_array(),
                            .done = run->done};
        if (s->arena && s->results && keep(s, run)) {
            provision_keep(resource, s);
            next(s);
            return;
        }
        s->n = 0;
        steps_free(s);
    }
    for (size_t i = 0; i < run->n_calls; i++)
        json_decref(run->calls[i].args);
    no_memory(resource);
}
