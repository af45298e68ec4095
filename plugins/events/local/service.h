/* SPDX-License-Identifier: Apache-2.0 */
/* The service's state, one call of an operation, and what operations share. */
#ifndef SLRUN_EVENTS_SERVICE_H
#define SLRUN_EVENTS_SERVICE_H

#include <stdbool.h>

#include <slrun/arn.h>
#include <slrun/local.h>
#include <slrun/member.h>
#include <slrun/op.h>

#include "deliveries/alarm.h"
#include "deliveries/delivery.h"
#include "deliveries/destination.h"

enum {
    PAGE_SIZE = 100,
    TARGETS_MAX = 5, /* of a rule; "Amazon EventBridge quotas" */
    RULES_MAX = 300, /* of a bus */
    BUSES_MAX = 100, /* of an account, with the default one */
    TAGS_MAX = 50,
    UUID_SIZE = 37
};

struct replay;
struct secret_work;

/*
 * Buses and rules are JSON documents by their ARN, as they are kept:
 *   bus    {"Name", "Arn", "Description", "Tags", "CreationTime", "LastModifiedTime", "Policy"}
 *   rule   {"Name", "Arn", "Bus": ARN, "EventBusName", "State", "EventPattern", "Pattern": (read),
 *           "ScheduleExpression", "Description", "RoleArn", "Targets", "Tags", "CreatedBy"}
 */
struct service {
    const struct slrun_cloud *cloud;
    json_t *buses, *rules, *things; /* things: archives and the like (thing.h) */
    struct replay *replays;
    struct alarms alarms; /* of rules with a schedule */
    struct deliverer deliverer;
    struct secret_work *secrets; /* of connections, that are being made */
    unsigned hops;               /* of the event that goes from bus to bus just now */
};

/* An operation: a new reference, JSON's null for an empty body, or NULL after call_fail(). */
typedef json_t *operation(struct slrun_json_call *call);
operation op_create_event_bus, op_delete_event_bus, op_delete_rule, op_describe_event_bus,
    op_describe_rule, op_disable_rule, op_enable_rule, op_list_event_buses,
    op_list_rule_names_by_target, op_list_rules, op_list_tags_for_resource, op_list_targets_by_rule,
    op_put_events, op_put_permission, op_put_rule, op_put_targets, op_remove_permission,
    op_remove_targets, op_tag_resource, op_test_event_pattern, op_untag_resource,
    op_update_event_bus, op_cancel_replay, op_create_api_destination, op_create_archive,
    op_create_connection, op_deauthorize_connection, op_delete_api_destination, op_delete_archive,
    op_delete_connection, op_describe_api_destination, op_describe_archive, op_describe_connection,
    op_describe_replay, op_list_api_destinations, op_list_archives, op_list_connections,
    op_list_replays, op_start_replay, op_update_api_destination, op_update_archive,
    op_update_connection;

/* Fill the error, unless there is one; json_t's NULL. Of the second the code is
 * ValidationException.
 */
#define call_fail(call, ...)    ((call)->cloud->json_fail(call, __VA_ARGS__))
#define call_invalid(call, ...) call_fail(call, "ValidationException", __VA_ARGS__)

/* The state of the service that a call is for. */
static inline struct service *service_of(const struct slrun_json_call *call)
{
    return call->service;
}

/* An argument that is a text, or NULL. */
static inline const char *call_text(const struct slrun_json_call *call, const char *name)
{
    return slrun_text(call->args, name);
}

/* One page of a list (taken over), as the result. */
json_t *call_page(struct slrun_json_call *call, json_t *list);

/* ---- bounds.c ---- */

extern const struct slrun_bound events_bounds[];

/* ---- state.c ---- */

bool state_open(struct service *service);
void state_close(struct service *service);
/* Keeps the bus or rule of that ARN as it stands, or that it is gone. */
void bus_keep(struct service *service, const char *arn);
void rule_keep(struct service *service, const char *arn);
/* Keeps what thing.h has, by its key; NULL: it is gone. */
void state_keep_thing(struct service *service, const char *key, const json_t *doc);
/* Keeps an archived event, and writes its key into it ("Doc", for state_forget_event()). */
void state_keep_event(struct service *service, json_t *event);
void state_forget_event(struct service *service, const char *key);

/* ---- bus.c ---- */

/* The bus of that name or ARN, in that region and account unless it says others; "default" and
 * NULL is always there. Borrowed; NULL: there is none. */
json_t *bus_find(struct service *service, const char *region, const char *account,
                 const char *name);
/* That of EventBusName or of another argument. NULL after call_fail(). */
json_t *call_bus(struct slrun_json_call *call, const char *argument);

/* ---- rule.c ---- */

/* The rule that an argument names, on EventBusName. NULL after call_fail(). */
json_t *call_rule(struct slrun_json_call *call, const char *argument);
/* Calls each() for every rule of a bus, until it returns false. */
void rules_each(struct service *service, const char *bus, bool (*each)(void *arg, json_t *rule),
                void *arg);

/* A pattern, read: a new reference. NULL after call_fail(). */
json_t *pattern_read(struct slrun_json_call *call, const char *text);

/* ---- put.c ---- */

/* Gives an event to the rules of a bus. */
void bus_dispatch(struct service *service, const char *bus, const json_t *event);
/* The same of one that was archived; `rules`: ARNs of those that are meant, or NULL: all. */
void bus_replay(struct service *service, const char *bus, const json_t *event, const json_t *rules);
/* A new event without a detail. */
json_t *event_new(const struct service *service, const char *region, const char *account);

/* ---- target.c ---- */

/* Delivers an event to a target of a rule. Nothing is sent before the next turn of the loop. */
void target_deliver(struct service *service, const json_t *rule, const json_t *target,
                    const json_t *event);

/* ---- schedule.c ---- */

/* Whether a text is a schedule expression. */
bool schedule_check(const char *text);
/* The rule of that ARN was made, changed or removed: fires when it is due, from now on. */
void schedule_set(struct service *service, const char *arn);
/* As schedule_set(), for a rule that was kept: it goes on where it was. */
void schedule_resume(struct service *service, const char *arn);
/* Of service->alarms. */
void schedule_fire(void *arg, const char *arn, bool last);
void schedule_remember(void *arg, const char *arn, int64_t due_ms);

#endif
