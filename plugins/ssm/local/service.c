/* SPDX-License-Identifier: Apache-2.0 */
/* Parameter Store as a local half: its operations, opening and closing. */
#include "local/service.h"

#include <stdlib.h>

#include "client/ops.h"
#include "local/local.h"
#include "local/look.h"

static const struct slrun_json_operation operations[] = {
    {"AddTagsToResource", op_add_tags_to_resource},
    {"DeleteParameter", op_delete_parameter},
    {"DeleteParameters", op_delete_parameters},
    {"DescribeParameters", op_describe_parameters},
    {"GetParameter", op_get_parameter},
    {"GetParameterHistory", op_get_parameter_history},
    {"GetParameters", op_get_parameters},
    {"GetParametersByPath", op_get_parameters_by_path},
    {"LabelParameterVersion", op_label_parameter_version},
    {"ListTagsForResource", op_list_tags_for_resource},
    {"PutParameter", op_put_parameter},
    {"RemoveTagsFromResource", op_remove_tags_from_resource},
    {"UnlabelParameterVersion", op_unlabel_parameter_version},
    {NULL, NULL},
};

/* ---- what operations share ---- */

json_t *call_page(struct slrun_json_call *call, json_t *list, size_t most)
{
    json_t *page = call->cloud->page(call->op, call->args, list, most);
    return page ? page : call_fail(call, "InvalidNextToken", "The specified token isn't valid.");
}

static const struct slrun_json_service served = {.service = &ssm_service,
                                                 .ops = ssm_ops,
                                                 .n_ops = SSM_OPS,
                                                 .operations = operations,
                                                 .bounds = ssm_bounds,
                                                 .internal = "InternalServerError"};

/* ---- opening and closing ---- */

static void close_service(void *state)
{
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
    *state = service;
    return 0;
}

static void reset(void *state)
{
    struct service *service = state;
    json_object_clear(service->parameters);
}

const struct slrun_local ssm_local = {
    .open = open_service,
    .close = close_service,
    .json = &served,
    .reset = reset,
    .resources = ssm_resources,
    .looks = ssm_looks,
};
