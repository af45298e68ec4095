/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud's page shows: state machines, executions, their events. */
#include <stdio.h>
#include <string.h>

#include "local/service.h"

static json_t *time_of(const json_t *object, const char *member)
{
    json_t *ms = json_object_get(object, member);
    return ms ? json_incref(ms) : json_null();
}

static json_t *or_null(const json_t *object, const char *member)
{
    json_t *value = json_object_get(object, member);
    return value ? json_incref(value) : json_null();
}

/* The value of a JSON text. */
static json_t *read(const json_t *object, const char *member)
{
    const char *text = slrun_text(object, member);
    json_t *value = text ? json_loads(text, JSON_DECODE_ANY, NULL) : NULL;
    return value ? value : or_null(object, member);
}

/* ---- state machines ---- */

static void box(const struct service *service, struct slrun_look *look, const json_t *machine)
{
    const char *own = slrun_text_or(machine, "stateMachineArn", ""), *arn;
    int n = 0, failed = 0;
    char says[64] = "state machine";
    json_t *doc;
    json_object_foreach (service->executions, arn, doc) {
        const char *status = slrun_text_or(doc, "status", "");
        bool is_own = strcmp(slrun_text_or(doc, "stateMachineArn", ""), own) == 0;
        n += is_own;
        failed += is_own && strcmp(status, "SUCCEEDED") != 0 && strcmp(status, "RUNNING") != 0;
    }
    if (n > 0)
        (void)snprintf(says, sizeof says, "executions: %d, %d failed", n, failed);
    service->cloud->looks->box(
        look, &(struct slrun_look_box){.says = says,
                                       .failed = failed > 0,
                                       .to = json_incref(json_object_get(machine, "definition"))});
}

static void list_machines(void *state, struct slrun_look *look)
{
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    const char *arn;
    json_t *machine;
    json_object_foreach (service->machines, arn, machine) {
        int wanted = looks->want(look);
        if (wanted < 0)
            return;
        if (!wanted)
            continue;
        looks->row(look, arn,
                   json_pack("[O, O, o]", json_object_get(machine, "name"),
                             json_object_get(machine, "type"), time_of(machine, "updateDate")));
        box(service, look, machine);
    }
}

static void add_executions(const struct service *service, struct slrun_look *look, const char *of)
{
    const struct slrun_looks *looks = service->cloud->looks;
    const char *arn;
    json_t *doc;
    json_object_foreach (service->executions, arn, doc) {
        if (of && strcmp(slrun_text(doc, "stateMachineArn"), of) != 0)
            continue;
        int wanted = looks->want(look);
        if (wanted < 0)
            return;
        if (wanted)
            looks->row(look, arn,
                       json_pack("[O, O, O, o, o, o, o]", json_object_get(doc, "name"),
                                 json_object_get(json_object_get(doc, "machine"), "name"),
                                 json_object_get(doc, "status"), time_of(doc, "startDate"),
                                 time_of(doc, "stopDate"), or_null(doc, "error"),
                                 or_null(doc, "cause")));
    }
}

#define EXECUTION_COLUMNS "name|state machine|status|started:time|stopped:time|error|cause"

static int show_machine(void *state, struct slrun_look *look, const char *key)
{
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    const json_t *machine = json_object_get(service->machines, key);
    if (!machine)
        return -1;
    looks->fact(look, "ARN", json_string(key));
    looks->fact(look, "Type", or_null(machine, "type"));
    looks->fact(look, "Role", or_null(machine, "roleArn"));
    looks->fact(look, "Definition", read(machine, "definition"));
    looks->table(look, "Executions", EXECUTION_COLUMNS, "states/executions");
    add_executions(service, look, key);
    return 0;
}

/* ---- executions ---- */

static void list_executions(void *state, struct slrun_look *look)
{
    add_executions(state, look, NULL);
}

/* The member that is called after the type of an event, and the name of a state in it. */
static json_t *details_of(json_t *event)
{
    const char *name;
    json_t *value;
    json_object_foreach (event, name, value)
        if (json_is_object(value))
            return value;
    return NULL;
}

static void add_events(const struct service *service, struct slrun_look *look, const char *arn)
{
    const struct slrun_looks *looks = service->cloud->looks;
    size_t i;
    json_t *event;
    json_array_foreach (json_object_get(service->histories, arn), i, event) {
        json_t *details = details_of(event);
        int wanted = looks->want(look);
        if (wanted < 0)
            return;
        if (wanted)
            looks->row(look, NULL,
                       json_pack("[O, o, O, o, o]", json_object_get(event, "id"),
                                 time_of(event, "timestamp"), json_object_get(event, "type"),
                                 or_null(details, "name"),
                                 details ? json_incref(details) : json_null()));
    }
}

static int show_execution(void *state, struct slrun_look *look, const char *key)
{
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    const json_t *doc = json_object_get(service->executions, key);
    if (!doc)
        return -1;
    looks->fact(look, "ARN", json_string(key));
    looks->fact(look, "Status", or_null(doc, "status"));
    looks->fact(look, "Input", read(doc, "input"));
    looks->fact(look, "Output", read(doc, "output"));
    looks->fact(look, "Error", or_null(doc, "error"));
    looks->fact(look, "Cause", or_null(doc, "cause"));
    looks->table(look, "Events", "id:number|at:time|type|state|details", NULL);
    add_events(service, look, key);
    return 0;
}

const struct slrun_look_kind states_looks[] = {
    {"machines", "State machines", "name|type|changed:time", list_machines, show_machine},
    {"executions", "Executions", EXECUTION_COLUMNS, list_executions, show_execution},
    {NULL, NULL, NULL, NULL, NULL},
};
