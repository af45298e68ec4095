/* SPDX-License-Identifier: Apache-2.0 */
/* The service's state, and what its operations share. */
#ifndef SLRUN_PIPES_SERVICE_H
#define SLRUN_PIPES_SERVICE_H

#include <stdbool.h>

#include <slrun/arn.h>
#include <slrun/local.h>
#include <slrun/member.h>
#include <slrun/op.h>

#include "deliveries/destination.h"

enum { PIPES_MAX_COUNT = 1000, PAGE_SIZE = 10, ID_SIZE = 37 };

#define PIPES_PRINCIPAL "pipes.amazonaws.com"

struct batch;
struct engine;
struct starting;

/*
 * Pipes are JSON documents by their ARN, as they are kept: what DescribePipe tells, and
 *   "UUID"    of its reader
 *   "Counts"  of records, since it was made: {"Passed", "FilteredOut", "Failed"}
 * StateReason says here why the last batch failed, until one goes through, or how many records were
 * filtered out.
 */
struct service {
    const struct slrun_cloud *cloud;
    json_t *pipes;
    struct engine *engine;
    struct destinations destinations;
    struct batch *batches;     /* on their way */
    struct starting *starting; /* CreatePipe, until the place in the source is taken */
    struct slrun_timer *begin; /* of the readers, once all services are there */
};

typedef json_t *operation(struct slrun_json_call *call);
operation op_create_pipe, op_delete_pipe, op_describe_pipe, op_list_pipes, op_start_pipe,
    op_stop_pipe, op_update_pipe, op_tag_resource, op_untag_resource, op_list_tags_for_resource;

/* Fills the error, unless there is one; json_t's NULL. */
#define call_fail(call, ...)    ((call)->cloud->json_fail(call, __VA_ARGS__))
#define call_invalid(call, ...) call_fail(call, "ValidationException", __VA_ARGS__)

static inline struct service *service_of(const struct slrun_json_call *call)
{
    return call->service;
}

static inline const char *call_text(const struct slrun_json_call *call, const char *name)
{
    return slrun_text(call->args, name);
}

/* The pipe of that ARN, borrowed; NULL: there is none. */
static inline json_t *pipe_find(const struct service *service, const char *arn)
{
    return json_object_get(service->pipes, arn);
}

/* Keeps the pipe of that ARN as it stands, or that it is gone. */
void pipe_keep(struct service *service, const char *arn);
/* Begins to read for it, or no more, as its DesiredState says. */
void pipe_run(struct service *service, json_t *pipe);
/* Ends what waits for a pipe to begin, unanswered. */
void starting_end_all(struct service *service);

/* ---- check.c ---- */

extern const struct slrun_bound pipes_bounds[];
/* Whether a pipe can be as it is. False after call_fail(). */
bool pipe_check(struct slrun_json_call *call, const json_t *pipe);

#endif
