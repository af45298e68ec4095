/* SPDX-License-Identifier: Apache-2.0 */
/* The service's state, one call of an operation, and what operations share. */
#ifndef SLRUN_STATES_SERVICE_H
#define SLRUN_STATES_SERVICE_H

#include <stdbool.h>

#include <slrun/arn.h>
#include <slrun/local.h>
#include <slrun/member.h>
#include <slrun/op.h>

#include "deliveries/destination.h"
#include "deliveries/log_writer.h"

/* "Service quotas" of AWS Step Functions. */
enum {
    PAGE_SIZE = 100,
    MACHINES_MAX = 10000,
    EXECUTIONS_MAX = 20000, /* that are kept; the oldest that have ended go */
    TAGS_MAX = 50,
    DATA_MAX = 262144, /* bytes of an input */
    DIAGNOSTICS_MAX = 100,
    ARN_SIZE = 600,
    UUID_SIZE = 37
};

struct execution;
struct poller;

/*
 * All by ARN, as JSON documents that are kept:
 *   machines    {"stateMachineArn", "name", "definition", "roleArn", "type", "creationDate",
 *                "updateDate", "revisionId", "tags", "versions": {NUMBER: {...}}, "versionCount",
 *                "aliases": {NAME: {...}}, and configurations}
 *   activities  {"activityArn", "name", "creationDate", "tags"}
 *   executions  {"executionArn", "stateMachineArn", "name", "status", "startDate", "input",
 *                "machine": (as it was), and what of "stopDate", "output", "error", "cause",
 *                "stateMachineVersionArn", "stateMachineAliasArn", "mapRunArn", "itemCount",
 *                "index" (of the iteration), "redriveCount", "redriveDate", "redrives": [{"token",
 *                "date"}] there is}
 *   map_runs    {"mapRunArn", "executionArn", "stateMachineArn", "status", "startDate",
 *                "executionCounts", "itemCounts", settings, "stopDate" once it has ended}
 * Dates are milliseconds since 1970. `histories` has a list of events for each execution.
 */
struct service {
    const struct slrun_cloud *cloud;
    json_t *machines, *activities, *executions, *histories, *map_runs;
    json_t *trees; /* branches of executions that ended without success, as they are kept */
    struct execution *running;
    struct poller *pollers;           /* of activities */
    struct destinations destinations; /* requests of HTTP tasks */
    struct log_writers logs;
    json_t *log_streams; /* of what logs: its ARN, and the stream */
    bool closing;        /* what runs goes on when the local cloud begins again */
};

/* An operation: a new reference, JSON's null for an empty body, or NULL after call_fail(). */
typedef json_t *operation(struct slrun_json_call *call);
operation op_create_activity, op_create_state_machine, op_create_state_machine_alias,
    op_delete_activity, op_delete_state_machine, op_delete_state_machine_alias,
    op_delete_state_machine_version, op_describe_activity, op_describe_execution,
    op_describe_map_run, op_describe_state_machine, op_describe_state_machine_alias,
    op_describe_state_machine_for_execution, op_get_activity_task, op_get_execution_history,
    op_list_activities, op_list_executions, op_list_map_runs, op_list_state_machine_aliases,
    op_list_state_machine_versions, op_list_state_machines, op_list_tags_for_resource,
    op_publish_state_machine_version, op_redrive_execution, op_send_task_failure,
    op_send_task_heartbeat, op_send_task_success, op_start_execution, op_start_sync_execution,
    op_stop_execution, op_tag_resource, op_test_state, op_untag_resource, op_update_map_run,
    op_update_state_machine, op_update_state_machine_alias, op_validate_state_machine_definition;

/* Fills the error, unless there is one; json_t's NULL. */
#define call_fail(call, ...) ((call)->cloud->json_fail(call, __VA_ARGS__))

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
/* Members that are milliseconds, as AWS JSON's seconds. */
void copy_dates(json_t *to, const json_t *from, const char *const *names);
int64_t now_of(const struct slrun_json_call *call);
/* One page of a list (taken over), as the result. */
json_t *call_page(struct slrun_json_call *call, json_t *list);
/* "Invalid Name" unless `name` may be one. */
bool call_name(struct slrun_json_call *call, const char *name);
/* "Invalid Arn" unless a text is the ARN of a `kind` ("activity"). */
bool call_arn(struct slrun_json_call *call, const char *arn, const char *kind);

/* What has ARNs: its word in them, the code of the error that one is not there, and its name there.
 */
struct kind {
    const char *name, *absent, *title;
};

/* The one of `all` that has this ARN (borrowed), or NULL once the call has its error. */
json_t *call_found(struct slrun_json_call *call, const char *arn, json_t *all,
                   const struct kind *kind);

/* ---- bounds.c ---- */

extern const struct slrun_bound states_bounds[];

/* ---- state.c ---- */

bool state_open(struct service *service);
void state_close(struct service *service);
void state_clear(struct service *service);
/* Documents by ARN; runs are those of executions that ran when the local cloud ended. */
extern const struct slrun_doc_kind kept_machines, kept_activities, kept_executions, kept_runs,
    kept_map_runs;
/* Keeps the document of a kind; NULL: it is gone. */
void state_keep(const struct service *service, const struct slrun_doc_kind *kind, const char *arn,
                const json_t *doc);
/* Keeps one event of an execution. */
void state_keep_event(const struct service *service, const char *arn, const json_t *event);
/* Forgets the oldest execution that has ended, if there are too many. */
void state_trim(struct service *service);

/* ---- machine.c ---- */

/* The state machine of that ARN, also of one of its versions or aliases; borrowed or NULL. */
json_t *machine_find(const struct service *service, const char *arn);
/* Adds variableReferences to what is told of a state machine, by its definition. */
void tell_variables(json_t *machine);
/* That of an argument. NULL after call_fail(). */
json_t *call_machine(struct slrun_json_call *call, const char *argument);
bool machine_is_express(const json_t *machine);
/* Whether nothing was found in a definition; else the call has the error. */
bool call_no_diagnostics(struct slrun_json_call *call, json_t *found);

/* ---- version.c ---- */

/* What an ARN stands for: what is executed, a new reference, with "stateMachineVersionArn" and
 * "stateMachineAliasArn" where it is of these. NULL after call_fail(). */
json_t *call_executable(struct slrun_json_call *call, const char *arn);
/* Makes a version of a machine as it stands; its ARN, a new reference. */
json_t *version_publish(struct slrun_json_call *call, json_t *machine, const char *description);

/* ---- execution_ops.c ---- */

/* Starts an execution as StartExecution does; its document, borrowed; NULL after call_fail(). */
json_t *call_start(struct slrun_json_call *call, struct slrun_exchange *waiting);
/* What DescribeExecution tells. */
json_t *execution_told(const struct service *service, const json_t *doc);
/* The one of the argument executionArn. NULL after call_fail(). */
json_t *call_execution(struct slrun_json_call *call);
/* The same as states see it: its members begin with capital letters. */
json_t *execution_capitalized(const json_t *told);

/* ---- map_ops.c ---- */

/* Forgets the oldest Map Run that has ended, if there are too many. */
void map_runs_trim(struct service *service);

/* ---- activity.c ---- */

/* A task waits at that activity: a poller may have it. */
void activity_wake(struct service *service, const char *arn);
/* All who poll get nothing. */
void pollers_end(struct service *service);

/* ---- sync.c ---- */

/* Answers StartSyncExecution: the execution has ended. */
void sync_answer(struct service *service, struct slrun_exchange *x, const json_t *doc);

/* ---- log.c ---- */

/* Whether the logging configuration of the arguments may be one, where there is one; it gets what
 * is not said. False after call_fail(). */
bool call_logging(struct slrun_json_call *call);
/* Makes the stream by which AWS sees whether a machine may log, if it is to. */
void log_try(struct service *service, const json_t *machine);
/* Whether a loggingConfiguration (or NULL) has anything logged. */
bool log_is_on(const json_t *logging);

/* ---- role.c ---- */

/* Whether the role of the state machine with that ARN may be its role, where the call names one or
 * what is logged; `machine` NULL: it is made. False after call_fail(). */
bool call_role(struct slrun_json_call *call, const char *arn, const json_t *machine);

/* ---- tag.c ---- */

/* Sets tags of a document. False after call_fail(). */
bool tags_put(struct slrun_json_call *call, json_t *owner, const json_t *tags);

/* ---- resource.c, look.c ---- */

extern const struct slrun_resource_type states_resources[];
extern const struct slrun_look_kind states_looks[];

#endif
