/* SPDX-License-Identifier: Apache-2.0 */
/* Operations on executions. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/run.h"

static const char *const dates[] = {"startDate", "stopDate", "redriveDate", NULL};

/* ---- starting ---- */

static bool call_input(struct slrun_json_call *call, json_t **value)
{
    const char *text = call_text(call, "input");
    json_error_t error;
    *value = text ? json_loads(text, JSON_DECODE_ANY | JSON_ALLOW_NUL, &error) : json_object();
    return *value ||
           call_fail(call, "InvalidExecutionInput", "Invalid State Machine Execution Input: '%s'",
                     *text ? error.text : "Invalid execution input.");
}

/* Standard: arn:aws:states:R:A:execution:MACHINE:NAME; express: ...:express:MACHINE:NAME:ID. */
static json_t *new_arn(const struct slrun_json_call *call, const json_t *machine, const char *name)
{
    const char *arn = slrun_text(machine, "stateMachineArn");
    int n = (int)(strstr(arn, ":stateMachine:") - arn);
    char id[UUID_SIZE];
    if (!machine_is_express(machine))
        return json_sprintf("%.*s:execution:%s:%s", n, arn, slrun_text(machine, "name"), name);
    call->cloud->uuid(call->cloud, id);
    return json_sprintf("%.*s:express:%s:%s:%s", n, arn, slrun_text(machine, "name"), name, id);
}

/* `value` is taken over. */
static json_t *new_doc(struct slrun_json_call *call, const json_t *machine, const char *name,
                       json_t *value)
{
    static const char *const of_machine[] = {"name",
                                             "definition",
                                             "roleArn",
                                             "type",
                                             "creationDate",
                                             "updateDate",
                                             "revisionId",
                                             "loggingConfiguration",
                                             "tracingConfiguration",
                                             "encryptionConfiguration",
                                             "stateMachineArn",
                                             NULL};
    json_t *snapshot = json_object();
    slrun_copy_members(snapshot, machine, of_machine);
    const char *input = call_text(call, "input");
    json_t *doc = json_pack("{s:o, s:s, s:s, s:I, s:s, s:o, s:o}", "executionArn",
                            new_arn(call, machine, name), "name", name, "status", "RUNNING",
                            "startDate", (json_int_t)now_of(call), "input", input ? input : "{}",
                            "inputValue", value, "machine", snapshot);
    slrun_copy_members(doc, machine,
                       (const char *const[]){"stateMachineArn", "stateMachineVersionArn",
                                             "stateMachineAliasArn", NULL});
    slrun_copy_members(doc, call->args, (const char *const[]){"traceHeader", NULL});
    return doc;
}

/* An execution of that name: the same again, or an error. */
static json_t *exists(struct slrun_json_call *call, json_t *old, const json_t *doc)
{
    bool same = strcmp(slrun_text(old, "status"), "RUNNING") == 0 &&
                json_equal(json_object_get(old, "input"), json_object_get(doc, "input"));
    return same ? old
                : call_fail(call, "ExecutionAlreadyExists", "Execution Already Exists: '%s'",
                            slrun_text(old, "executionArn"));
}

static json_t *start(struct slrun_json_call *call, const json_t *machine,
                     struct slrun_exchange *waiting)
{
    const char *given = call_text(call, "name");
    char id[UUID_SIZE];
    json_t *value, *doc, *old;
    call->cloud->uuid(call->cloud, id);
    if ((given && !call_name(call, given)) || !call_input(call, &value))
        return NULL;
    doc = new_doc(call, machine, given ? given : id, value);
    old = json_object_get(service_of(call)->executions, slrun_text(doc, "executionArn"));
    if (old) {
        old = exists(call, old, doc);
        json_decref(doc);
        return old;
    }
    bool good = execution_start(call->service, doc, waiting);
    json_decref(doc); /* the service has it */
    return good ? doc : call_fail(call, "InternalServerError", "out of memory");
}

json_t *call_start(struct slrun_json_call *call, struct slrun_exchange *waiting)
{
    const char *arn = call_text(call, "stateMachineArn");
    json_t *machine = call_arn(call, arn, "stateMachine") ? call_executable(call, arn) : NULL;
    json_t *doc = NULL;
    if (machine && waiting && !machine_is_express(machine))
        (void)call_fail(call, "StateMachineTypeNotSupported",
                        "This operation is not supported by this type of state machine");
    else if (machine)
        doc = start(call, machine, waiting);
    json_decref(machine);
    return doc;
}

json_t *op_start_execution(struct slrun_json_call *call)
{
    json_t *doc = call_start(call, NULL), *result = doc ? json_object() : NULL;
    slrun_copy_members(result, doc, (const char *const[]){"executionArn", NULL});
    copy_dates(result, doc, (const char *const[]){"startDate", NULL});
    return result;
}

/* ---- finding ---- */

json_t *call_execution(struct slrun_json_call *call)
{
    static const struct kind kind = {"execution", "ExecutionDoesNotExist", "Execution"};
    return call_found(call, call_text(call, "executionArn"), service_of(call)->executions, &kind);
}

/* As call_execution(); also an express one, if it is of a Map Run. */
static json_t *call_described(struct slrun_json_call *call)
{
    json_t *doc = json_object_get(service_of(call)->executions, call_text(call, "executionArn"));
    return json_object_get(doc, "mapRunArn") ? doc : call_execution(call);
}

/* ---- telling ---- */

/* The execution of a Map Run is redriven with it. */
static void tell_redrive(const struct service *service, const json_t *doc, json_t *told)
{
    const char *status = slrun_text(doc, "status");
    bool ended = strcmp(status, "RUNNING") != 0 && strcmp(status, "SUCCEEDED") != 0;
    bool inner = ended && json_object_get(doc, "mapRunArn");
    json_t *why = inner ? NULL : redrive_obstacle(service, doc);
    (void)json_object_set_new(
        told, "redriveCount",
        json_integer(json_integer_value(json_object_get(doc, "redriveCount"))));
    (void)json_object_set_new(told, "redriveStatus",
                              json_string(inner ? "REDRIVABLE_BY_MAP_RUN"
                                          : why ? "NOT_REDRIVABLE"
                                                : "REDRIVABLE"));
    if (why)
        (void)json_object_set_new(told, "redriveStatusReason", why);
}

json_t *execution_told(const struct service *service, const json_t *doc)
{
    static const char *const members[] = {"executionArn",
                                          "stateMachineArn",
                                          "name",
                                          "status",
                                          "input",
                                          "output",
                                          "error",
                                          "cause",
                                          "traceHeader",
                                          "stateMachineVersionArn",
                                          "stateMachineAliasArn",
                                          "mapRunArn",
                                          NULL};
    json_t *told = json_pack("{s:{s:b}}", "inputDetails", "included", 1);
    slrun_copy_members(told, doc, members);
    copy_dates(told, doc, dates);
    if (json_object_get(doc, "output"))
        (void)json_object_set_new(told, "outputDetails", json_pack("{s:b}", "included", 1));
    tell_redrive(service, doc, told);
    return told;
}

json_t *execution_capitalized(const json_t *told)
{
    json_t *all = json_object(), *value;
    const char *name;
    json_object_foreach ((json_t *)(uintptr_t)told, name, value) {
        json_t *upper = json_sprintf("%c%s", toupper((unsigned char)*name), name + 1);
        bool details = json_is_object(value) && strstr(name, "Details");
        (void)json_object_set_new(all, json_string_value(upper),
                                  details ? json_pack("{s:b}", "Included", 1) : json_incref(value));
        json_decref(upper);
    }
    return all;
}

json_t *op_describe_execution(struct slrun_json_call *call)
{
    const json_t *doc = call_described(call);
    const char *wanted = call_text(call, "includedData");
    json_t *told = doc ? execution_told(service_of(call), doc) : NULL;
    if (told && wanted && strcmp(wanted, "METADATA_ONLY") == 0) {
        (void)json_object_del(told, "input");
        (void)json_object_del(told, "output");
    }
    return told;
}

json_t *op_describe_state_machine_for_execution(struct slrun_json_call *call)
{
    static const char *const members[] = {"name",
                                          "definition",
                                          "roleArn",
                                          "stateMachineArn",
                                          "loggingConfiguration",
                                          "tracingConfiguration",
                                          "encryptionConfiguration",
                                          "revisionId",
                                          NULL};
    const json_t *doc = call_described(call), *machine = json_object_get(doc, "machine");
    const char *of = slrun_text(doc, "mapRunArn");
    const json_t *run = of ? json_object_get(service_of(call)->map_runs, of) : NULL;
    json_t *told = doc ? json_object() : NULL;
    slrun_copy_members(told, machine, members);
    slrun_copy_members(told, run, (const char *const[]){"mapRunArn", "label", NULL});
    copy_dates(told, machine, (const char *const[]){"updateDate", NULL});
    if (told)
        tell_variables(told);
    return told;
}

static json_t *listed(const json_t *doc)
{
    static const char *const members[] = {
        "executionArn",         "stateMachineArn", "name",      "status", "stateMachineVersionArn",
        "stateMachineAliasArn", "mapRunArn",       "itemCount", NULL};
    json_t *one = json_pack("{s:I}", "redriveCount",
                            json_integer_value(json_object_get(doc, "redriveCount")));
    slrun_copy_members(one, doc, members);
    copy_dates(one, doc, dates);
    return one;
}

/* Whether an execution is of the state machine, version, alias or Map Run of an ARN. */
static bool is_of(const json_t *doc, const char *arn)
{
    static const char *const members[] = {"stateMachineArn", "stateMachineVersionArn",
                                          "stateMachineAliasArn", "mapRunArn"};
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        const char *own = slrun_text(doc, members[i]);
        if (own && strcmp(own, arn) == 0)
            return true;
    }
    return false;
}

/* Whether a state machine is there and has lists. */
static bool call_listable(struct slrun_json_call *call, const char *arn)
{
    json_t *machine = call_arn(call, arn, "stateMachine") ? call_executable(call, arn) : NULL;
    bool express = machine && machine_is_express(machine), there = machine;
    json_decref(machine);
    if (express)
        (void)call_fail(call, "StateMachineTypeNotSupported",
                        "This operation is not supported by this type of state machine");
    return there && !express;
}

/* Whether redriveFilter lets one through. */
static bool is_wanted(const json_t *doc, const char *filter)
{
    return !filter || (strcmp(filter, "REDRIVEN") == 0) ==
                          (json_integer_value(json_object_get(doc, "redriveCount")) > 0);
}

static bool call_map_run(struct slrun_json_call *call, const char *arn)
{
    return json_object_get(service_of(call)->map_runs, arn) ||
           call_fail(call, "ResourceNotFound", "Resource not found: '%s'", arn);
}

json_t *op_list_executions(struct slrun_json_call *call)
{
    const char *machine = call_text(call, "stateMachineArn"), *status, *filter, *key;
    const char *arn = machine ? machine : call_text(call, "mapRunArn");
    json_t *list, *doc;
    if (!arn)
        return call_fail(call, "ValidationException",
                         "Must provide a StateMachine ARN or MapRun ARN");
    if (!(machine ? call_listable(call, arn) : call_map_run(call, arn)))
        return NULL;
    status = call_text(call, "statusFilter");
    filter = call_text(call, "redriveFilter");
    if (filter && machine)
        return call_fail(call, "ValidationException",
                         "redriveFilter is supported with mapRunArn alone");
    list = json_array();
    json_object_foreach (service_of(call)->executions, key, doc)
        if (is_of(doc, arn) && is_wanted(doc, filter) &&
            (!status || strcmp(slrun_text(doc, "status"), status) == 0))
            (void)json_array_insert_new(list, 0, listed(doc));
    return call_page(call, list);
}

/* ---- histories ---- */

/* An event as it is told: without data unless that is wanted. */
static json_t *event_told(json_t *event, bool data)
{
    static const char *const members[] = {"input",
                                          "output",
                                          "inputDetails",
                                          "outputDetails",
                                          "parameters",
                                          "assignedVariables",
                                          "assignedVariablesDetails",
                                          NULL};
    json_t *told = json_copy(event), *details;
    const char *name;
    copy_dates(told, event, (const char *const[]){"timestamp", NULL});
    if (data)
        return told;
    json_object_foreach (event, name, details) {
        if (!json_is_object(details))
            continue;
        json_t *bare = json_copy(details);
        for (const char *const *m = members; *m; m++)
            (void)json_object_del(bare, *m);
        (void)json_object_set_new(told, name, bare);
    }
    return told;
}

json_t *op_get_execution_history(struct slrun_json_call *call)
{
    const json_t *doc = call_execution(call);
    bool reverse = json_is_true(json_object_get(call->args, "reverseOrder"));
    bool data = !json_is_false(json_object_get(call->args, "includeExecutionData"));
    json_t *page, *events, *told, *event;
    size_t i;
    if (!doc)
        return NULL;
    json_t *all =
        json_copy(json_object_get(service_of(call)->histories, slrun_text(doc, "executionArn")));
    size_t n = json_array_size(all);
    for (i = 0; reverse && i < n / 2; i++) {
        json_t *first = json_incref(json_array_get(all, i));
        (void)json_array_set(all, i, json_array_get(all, n - 1 - i));
        (void)json_array_set_new(all, n - 1 - i, first);
    }
    page = call_page(call, all);
    events = json_object_get(page, "events");
    json_array_foreach (events, i, event) {
        told = event_told(event, data);
        (void)json_array_set_new(events, i, told);
    }
    return page;
}

/* ---- stopping ---- */

json_t *op_stop_execution(struct slrun_json_call *call)
{
    json_t *doc = call_execution(call);
    struct asl_error error = {.cause = NULL};
    const char *name = call_text(call, "error"), *cause = call_text(call, "cause");
    struct execution *x =
        doc ? execution_running(service_of(call), slrun_text(doc, "executionArn")) : NULL;
    if (!doc)
        return NULL;
    if (x) {
        (void)snprintf(error.name, sizeof error.name, "%s", name ? name : "");
        error.cause = cause ? json_string(cause) : NULL;
        execution_end(x, "ABORTED", NULL, &error);
        execution_go(x);
        asl_error_clear(&error);
    }
    json_t *result = json_object();
    copy_dates(result, doc, (const char *const[]){"stopDate", NULL});
    return result;
}
