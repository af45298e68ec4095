/* SPDX-License-Identifier: Apache-2.0 */
/* AWS Step Functions as a local half: its operations, opening and closing. */
#include "local/service.h"

#include <stdlib.h>
#include <string.h>

#include "client/ops.h"
#include "local/local.h"
#include "local/run.h"

static const struct slrun_json_operation operations[] = {
    {"CreateActivity", op_create_activity},
    {"CreateStateMachine", op_create_state_machine},
    {"CreateStateMachineAlias", op_create_state_machine_alias},
    {"DeleteActivity", op_delete_activity},
    {"DeleteStateMachine", op_delete_state_machine},
    {"DeleteStateMachineAlias", op_delete_state_machine_alias},
    {"DeleteStateMachineVersion", op_delete_state_machine_version},
    {"DescribeActivity", op_describe_activity},
    {"DescribeExecution", op_describe_execution},
    {"DescribeMapRun", op_describe_map_run},
    {"DescribeStateMachine", op_describe_state_machine},
    {"DescribeStateMachineAlias", op_describe_state_machine_alias},
    {"DescribeStateMachineForExecution", op_describe_state_machine_for_execution},
    {"GetActivityTask", op_get_activity_task},
    {"GetExecutionHistory", op_get_execution_history},
    {"ListActivities", op_list_activities},
    {"ListExecutions", op_list_executions},
    {"ListMapRuns", op_list_map_runs},
    {"ListStateMachineAliases", op_list_state_machine_aliases},
    {"ListStateMachineVersions", op_list_state_machine_versions},
    {"ListStateMachines", op_list_state_machines},
    {"ListTagsForResource", op_list_tags_for_resource},
    {"PublishStateMachineVersion", op_publish_state_machine_version},
    {"RedriveExecution", op_redrive_execution},
    {"SendTaskFailure", op_send_task_failure},
    {"SendTaskHeartbeat", op_send_task_heartbeat},
    {"SendTaskSuccess", op_send_task_success},
    {"StartExecution", op_start_execution},
    {"StartSyncExecution", op_start_sync_execution},
    {"StopExecution", op_stop_execution},
    {"TagResource", op_tag_resource},
    {"TestState", op_test_state},
    {"UntagResource", op_untag_resource},
    {"UpdateMapRun", op_update_map_run},
    {"UpdateStateMachine", op_update_state_machine},
    {"UpdateStateMachineAlias", op_update_state_machine_alias},
    {"ValidateStateMachineDefinition", op_validate_state_machine_definition},
    {NULL, NULL},
};

/* ---- what operations share ---- */

void copy_dates(json_t *to, const json_t *from, const char *const *names)
{
    for (; *names; names++) {
        const json_t *date = json_object_get(from, *names);
        if (date)
            (void)json_object_set_new(to, *names,
                                      json_real((double)json_integer_value(date) / 1000));
    }
}

int64_t now_of(const struct slrun_json_call *call)
{
    return call->cloud->now_ms(call->cloud);
}

json_t *call_page(struct slrun_json_call *call, json_t *list)
{
    const json_t *limit = json_object_get(call->args, "maxResults");
    if (limit && json_integer_value(limit) == 0) /* the default */
        (void)json_object_del(call->args, "maxResults");
    json_t *page = call->cloud->page(call->op, call->args, list, PAGE_SIZE);
    return page ? page : call_fail(call, "InvalidToken", "Invalid Token: 'Invalid token'");
}

/* U+0080 to U+009F, U+FFFE, U+FFFF and U+10FFFF, in UTF-8. */
static bool is_no_character(const char *text)
{
    const unsigned char *c = (const unsigned char *)text;
    return (c[0] == 0xc2 && c[1] <= 0x9f) || strncmp(text, "\xef\xbf\xbe", 3) == 0 ||
           strncmp(text, "\xef\xbf\xbf", 3) == 0 || strncmp(text, "\xf4\x8f\xbf\xbf", 4) == 0;
}

bool call_name(struct slrun_json_call *call, const char *name)
{
    static const char wrong[] = " <>{}[]?*\"#%\\^|~`$&,;:/";
    for (const char *p = name; *p; p++)
        if ((unsigned char)*p < 0x20 || *p == 0x7f || strchr(wrong, *p) || is_no_character(p))
            return call_fail(call, "InvalidName", "Invalid Name: '%s'", name);
    return true;
}

bool call_arn(struct slrun_json_call *call, const char *arn, const char *kind)
{
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE], found[SLRUN_REGION_SIZE] = "";
    if (strncmp(arn, "arn:", 4) != 0)
        return call_fail(call, "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: %s'", arn);
    slrun_arn_place(arn, region, account);
    (void)sscanf(arn, "arn:%*[^:]:states:%*[^:]:%*[^:]:%31[^:]", found);
    if (!*region || !*account || !*found)
        return call_fail(call, "InvalidArn", "Invalid Arn: '%s'", arn);
    if (strcmp(found, kind) != 0)
        return call_fail(call, "InvalidArn",
                         "Invalid Arn: 'Resource type not valid in this context: %s'", found);
    return true;
}

json_t *call_found(struct slrun_json_call *call, const char *arn, json_t *all,
                   const struct kind *kind)
{
    json_t *found = NULL;
    if (!call_arn(call, arn, kind->name))
        return NULL;
    found = json_object_get(all, arn);
    return found ? found
                 : call_fail(call, kind->absent, "%s Does Not Exist: '%s'", kind->title, arn);
}

static const struct slrun_json_service served = {.service = &states_service,
                                                 .ops = states_ops,
                                                 .n_ops = STATES_OPS,
                                                 .operations = operations,
                                                 .bounds = states_bounds,
                                                 .internal = "InternalServerError"};

/* ---- opening and closing ---- */

static void close_service(void *state)
{
    pollers_end(state);
    executions_end(state);
    destinations_end(&((struct service *)state)->destinations);
    log_writers_end(&((struct service *)state)->logs);
    state_close(state);
    free(state);
}

static int open_service(const struct slrun_cloud *cloud, void **state, struct slrun_error *error)
{
    struct service *service = calloc(1, sizeof *service);
    if (service)
        *service = (struct service){.cloud = cloud,
                                    .destinations = {.cloud = cloud, .service = "states"},
                                    .logs = {.cloud = cloud, .service = "states"}};
    if (!service || !state_open(service)) {
        error->kind = SLRUN_E_MEMORY;
        free(service);
        return -1;
    }
    executions_take_up(service);
    *state = service;
    return 0;
}

static void reset(void *state)
{
    pollers_end(state);
    executions_end(state);
    destinations_end(&((struct service *)state)->destinations);
    log_writers_end(&((struct service *)state)->logs);
    state_clear(state);
}

const struct slrun_local states_local = {
    .open = open_service,
    .close = close_service,
    .json = &served,
    .reset = reset,
    .resources = states_resources,
    .looks = states_looks,
};
