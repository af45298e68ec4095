/* SPDX-License-Identifier: Apache-2.0 */
/* AWS Secrets Manager as a local half: its operations, opening and closing. */
#include "local/service.h"

#include <stdlib.h>

#include "client/ops.h"
#include "local/local.h"
#include "local/look.h"

static const struct slrun_json_operation operations[] = {
    {"BatchGetSecretValue", op_batch_get_secret_value},
    {"CancelRotateSecret", op_cancel_rotate_secret},
    {"CreateSecret", op_create_secret},
    {"DeleteResourcePolicy", op_delete_resource_policy},
    {"DeleteSecret", op_delete_secret},
    {"DescribeSecret", op_describe_secret},
    {"GetRandomPassword", op_get_random_password},
    {"GetResourcePolicy", op_get_resource_policy},
    {"GetSecretValue", op_get_secret_value},
    {"ListSecretVersionIds", op_list_secret_version_ids},
    {"ListSecrets", op_list_secrets},
    {"PutResourcePolicy", op_put_resource_policy},
    {"PutSecretValue", op_put_secret_value},
    {"RestoreSecret", op_restore_secret},
    {"RotateSecret", op_rotate_secret},
    {"TagResource", op_tag_resource},
    {"UntagResource", op_untag_resource},
    {"UpdateSecret", op_update_secret},
    {"UpdateSecretVersionStage", op_update_secret_version_stage},
    {NULL, NULL},
};

/* ---- what operations share ---- */

json_t *seconds_now(const struct slrun_json_call *call)
{
    const struct slrun_cloud *cloud = call->cloud;
    return json_real((double)cloud->now_ms(cloud) / 1000);
}

json_t *call_page(struct slrun_json_call *call, json_t *list, size_t most)
{
    json_t *page = call->cloud->page(call->op, call->args, list, most);
    return page ? page
                : call_fail(call, "InvalidNextTokenException", "The NextToken value is invalid.");
}

static const struct slrun_json_service served = {.service = &secretsmanager_service,
                                                 .ops = secretsmanager_ops,
                                                 .n_ops = SECRETSMANAGER_OPS,
                                                 .operations = operations,
                                                 .bounds = secretsmanager_bounds,
                                                 .internal = "InternalServiceError",
                                                 .message = "Message"};

/* ---- opening and closing ---- */

static void close_service(void *state)
{
    rotations_end(state);
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
    rotations_plan(service);
    *state = service;
    return 0;
}

static void reset(void *state)
{
    struct service *service = state;
    rotations_end(service);
    json_object_clear(service->secrets);
}

const struct slrun_local secretsmanager_local = {
    .open = open_service,
    .close = close_service,
    .json = &served,
    .reset = reset,
    .resources = secretsmanager_resources,
    .looks = secretsmanager_looks,
};
