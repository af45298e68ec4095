/* SPDX-License-Identifier: Apache-2.0 */
/* Amazon EventBridge as a local half: its operations, opening and closing. */
#include "local/service.h"

#include <stdlib.h>

#include "client/ops.h"
#include "local/archive.h"
#include "local/local.h"
#include "local/look.h"
#include "local/resource.h"
#include "local/secret.h"

static const struct slrun_json_operation operations[] = {
    {"CancelReplay", op_cancel_replay},
    {"CreateApiDestination", op_create_api_destination},
    {"CreateArchive", op_create_archive},
    {"CreateConnection", op_create_connection},
    {"CreateEventBus", op_create_event_bus},
    {"DeauthorizeConnection", op_deauthorize_connection},
    {"DeleteApiDestination", op_delete_api_destination},
    {"DeleteArchive", op_delete_archive},
    {"DeleteConnection", op_delete_connection},
    {"DeleteEventBus", op_delete_event_bus},
    {"DeleteRule", op_delete_rule},
    {"DescribeApiDestination", op_describe_api_destination},
    {"DescribeArchive", op_describe_archive},
    {"DescribeConnection", op_describe_connection},
    {"DescribeEventBus", op_describe_event_bus},
    {"DescribeReplay", op_describe_replay},
    {"DescribeRule", op_describe_rule},
    {"DisableRule", op_disable_rule},
    {"EnableRule", op_enable_rule},
    {"ListApiDestinations", op_list_api_destinations},
    {"ListArchives", op_list_archives},
    {"ListConnections", op_list_connections},
    {"ListEventBuses", op_list_event_buses},
    {"ListReplays", op_list_replays},
    {"ListRuleNamesByTarget", op_list_rule_names_by_target},
    {"ListRules", op_list_rules},
    {"ListTagsForResource", op_list_tags_for_resource},
    {"ListTargetsByRule", op_list_targets_by_rule},
    {"PutEvents", op_put_events},
    {"PutPermission", op_put_permission},
    {"PutRule", op_put_rule},
    {"PutTargets", op_put_targets},
    {"RemovePermission", op_remove_permission},
    {"RemoveTargets", op_remove_targets},
    {"StartReplay", op_start_replay},
    {"TagResource", op_tag_resource},
    {"TestEventPattern", op_test_event_pattern},
    {"UntagResource", op_untag_resource},
    {"UpdateApiDestination", op_update_api_destination},
    {"UpdateArchive", op_update_archive},
    {"UpdateConnection", op_update_connection},
    {"UpdateEventBus", op_update_event_bus},
    {NULL, NULL},
};

/* ---- what operations share ---- */

json_t *call_page(struct slrun_json_call *call, json_t *list)
{
    json_t *page = call->cloud->page(call->op, call->args, list, PAGE_SIZE);
    return page ? page : call_invalid(call, "Parameter NextToken is not valid.");
}

static const struct slrun_json_service served = {.service = &events_service,
                                                 .ops = events_ops,
                                                 .n_ops = EVENTS_OPS,
                                                 .operations = operations,
                                                 .bounds = events_bounds,
                                                 .internal = "InternalException"};

/* ---- opening and closing ---- */

static void close_service(void *state)
{
    struct service *service = state;
    secrets_end(service);
    deliverer_end(&service->deliverer);
    replays_end(service);
    alarms_end(&service->alarms);
    state_close(service);
    free(service);
}

static int open_service(const struct slrun_cloud *cloud, void **state, struct slrun_error *error)
{
    struct service *service = calloc(1, sizeof *service);
    if (service)
        *service = (struct service){.cloud = cloud,
                                    .alarms = {.cloud = cloud,
                                               .arg = service,
                                               .fire = schedule_fire,
                                               .remember = schedule_remember},
                                    .deliverer = {.cloud = cloud,
                                                  .service = "events",
                                                  .principal = "events.amazonaws.com",
                                                  .origin = "RULE_ARN",
                                                  .transits.kept = {"events", "delivery/"}}};
    if (!service || !state_open(service)) {
        error->kind = SLRUN_E_MEMORY;
        free(service);
        return -1;
    }
    deliverer_open(&service->deliverer);
    *state = service;
    return 0;
}

static void reset(void *state)
{
    struct service *service = state;
    secrets_end(service);
    deliverer_end(&service->deliverer);
    replays_end(service);
    alarms_end(&service->alarms);
    json_object_clear(service->buses);
    json_object_clear(service->rules);
    json_object_clear(service->things);
}

const struct slrun_local events_local = {
    .open = open_service,
    .close = close_service,
    .json = &served,
    .reset = reset,
    .resources = events_resources,
    .looks = events_looks,
};
