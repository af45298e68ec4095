/* SPDX-License-Identifier: Apache-2.0 */
/* Amazon EventBridge Pipes as a local half: its operations, opening and closing. */
#include "local/service.h"

#include <stdlib.h>

#include "client/ops.h"
#include "local/batch.h"
#include "local/local.h"
#include "local/look.h"
#include "local/resource.h"
#include "local/source.h"

static const struct slrun_doc_kind kept = {"pipes", "pipe/"};

static const struct slrun_json_operation operations[] = {
    {"CreatePipe", op_create_pipe},
    {"DeletePipe", op_delete_pipe},
    {"DescribePipe", op_describe_pipe},
    {"ListPipes", op_list_pipes},
    {"ListTagsForResource", op_list_tags_for_resource},
    {"StartPipe", op_start_pipe},
    {"StopPipe", op_stop_pipe},
    {"TagResource", op_tag_resource},
    {"UntagResource", op_untag_resource},
    {"UpdatePipe", op_update_pipe},
    {NULL, NULL},
};

static const struct slrun_json_status statuses[] = {
    {"NotFoundException", 404},
    {"ConflictException", 409},
    {"ServiceQuotaExceededException", 402},
    {NULL, 0},
};

static const struct slrun_json_service served = {.service = &pipes_service,
                                                 .ops = pipes_ops,
                                                 .n_ops = PIPES_OPS,
                                                 .operations = operations,
                                                 .bounds = pipes_bounds,
                                                 .internal = "InternalException",
                                                 .statuses = statuses};

void pipe_keep(struct service *service, const char *arn)
{
    service->cloud->doc_keep(service->cloud, &kept, arn, pipe_find(service, arn));
}

/* ---- opening and closing ---- */

static void begin(void *arg)
{
    struct service *service = arg;
    const char *arn;
    json_t *pipe;
    service->begin = NULL;
    json_object_foreach (service->pipes, arn, pipe)
        pipe_run(service, pipe);
}

static void close_service(void *state)
{
    struct service *service = state;
    if (service->begin)
        service->cloud->timer_stop(service->begin);
    batches_end(service);
    destinations_end(&service->destinations);
    starting_end_all(service);
    source_close(service);
    json_decref(service->pipes);
    free(service);
}

static int open_service(const struct slrun_cloud *cloud, void **state, struct slrun_error *error)
{
    struct service *service = calloc(1, sizeof *service);
    *state = service;
    if (service) {
        service->cloud = cloud;
        service->destinations = (struct destinations){.cloud = cloud, .service = "pipes"};
        service->pipes = cloud->doc_load(cloud, &kept);
    }
    if (!service || !service->pipes || !source_open(service)) {
        error->kind = SLRUN_E_MEMORY;
        if (service)
            close_service(service);
        return -1;
    }
    if (json_object_size(service->pipes))
        service->begin = cloud->timer_start(cloud, cloud->now_ms(cloud), begin, service);
    return 0;
}

static void reset(void *state)
{
    struct service *service = state;
    const char *arn;
    json_t *pipe;
    batches_end(service);
    destinations_end(&service->destinations);
    starting_end_all(service);
    json_object_foreach (service->pipes, arn, pipe)
        source_stop(service, pipe, true);
    json_object_clear(service->pipes);
}

const struct slrun_local pipes_local = {
    .open = open_service,
    .close = close_service,
    .json = &served,
    .reset = reset,
    .errors = SLRUN_ERRORS_REST_JSON,
    .resources = pipes_resources,
    .looks = pipes_looks,
};
