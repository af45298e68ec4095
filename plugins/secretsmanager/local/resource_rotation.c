/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::SecretsManager::RotationSchedule in stacks. */
#include <slrun/table.h>

#include "local/service.h"

static const struct slrun_param rules[] = {
    {"AutomaticallyAfterDays", S_INTEGER, 0, "1 to 1000."},
    {"Duration", S_STRING, 0, "Length of the window."},
    {"ScheduleExpression", S_STRING, 0, "rate(...) or cron(...)."},
    {.name = NULL},
};

const struct slrun_param rotation_properties[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"RotationLambdaARN", S_STRING, SLRUN_REQUIRED, "Function that rotates it."},
    {"RotationRules", S_STRUCTURE(rules), 0, "When it is rotated."},
    {"RotateImmediatelyOnUpdate", S_BOOLEAN, 0,
     "Whether it is rotated when this is made or changed; so unless told."},
    {.name = NULL},
};

static void finished(void *state, struct slrun_resource *r, const json_t *results)
{
    const struct service *service = state;
    const char *arn =
        r->physical_id ? r->physical_id : slrun_text(json_array_get(results, 0), "ARN");
    json_t *all = json_pack("{s:s}", "Id", arn ? arn : "");
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){.physical_id = arn, .attributes = all});
    json_decref(all);
}

void rotation_make(void *state, struct slrun_resource *r)
{
    const struct service *service = state;
    json_t *args = json_object();
    const json_t *now = json_object_get(r->properties, "RotateImmediatelyOnUpdate");
    slrun_copy_members(
        args, r->properties,
        (const char *const[]){"SecretId", "RotationLambdaARN", "RotationRules", NULL});
    if (now)
        (void)json_object_set_new(args, "RotateImmediately", json_boolean(json_is_true(now)));
    struct slrun_resource_call call = {.operation = "rotate_secret", .args = args};
    service->cloud->resource_run(
        service->cloud, r, &(struct slrun_resource_run){"secretsmanager", &call, 1, finished});
}

void rotation_remove(void *state, struct slrun_resource *r)
{
    const struct service *service = state;
    struct slrun_resource_call call = {.operation = "cancel_rotate_secret",
                                       .args = json_pack("{s:s}", "SecretId", r->physical_id),
                                       .ignored = "ResourceNotFoundException"};
    service->cloud->resource_run(service->cloud, r,
                                 &(struct slrun_resource_run){"secretsmanager", &call, 1, NULL});
}
