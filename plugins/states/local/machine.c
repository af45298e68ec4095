/* SPDX-License-Identifier: Apache-2.0 */
/* State machines: made, changed, told, removed; definitions judged. */
#include <stdlib.h>
#include <string.h>

#include "asl/asl.h"
#include "local/service.h"

static const char *const configurations[] = {"loggingConfiguration", "tracingConfiguration",
                                             "encryptionConfiguration", NULL};

bool machine_is_express(const json_t *machine)
{
    const char *type = slrun_text(machine, "type");
    return type && strcmp(type, "EXPRESS") == 0;
}

/* ---- finding ---- */

/* arn:...:stateMachine:NAME, perhaps with :VERSION behind it, which is cut. */
json_t *machine_find(const struct service *service, const char *arn)
{
    static const char word[] = ":stateMachine:";
    const char *at = strstr(arn, word), *end = at ? strchr(at + strlen(word), ':') : NULL;
    return end ? json_object_getn(service->machines, arn, (size_t)(end - arn))
               : json_object_get(service->machines, arn);
}

json_t *call_machine(struct slrun_json_call *call, const char *argument)
{
    static const struct kind kind = {"stateMachine", "StateMachineDoesNotExist", "State Machine"};
    return call_found(call, call_text(call, argument), service_of(call)->machines, &kind);
}

/* ---- definitions ---- */

/* "CODE: MESSAGE at LOCATION, ..." */
static json_t *worded(json_t *found)
{
    json_t *text = json_string(""), *one, *more;
    size_t i;
    json_array_foreach (found, i, one) {
        more = json_sprintf("%s%s%s: %s at %s", json_string_value(text), i ? ", " : "",
                            slrun_text(one, "code"), slrun_text(one, "message"),
                            slrun_text(one, "location"));
        json_decref(text);
        text = more;
    }
    return text;
}

bool call_no_diagnostics(struct slrun_json_call *call, json_t *found)
{
    if (json_array_size(found) == 0)
        return true;
    json_t *text = worded(found);
    (void)call_fail(call, "InvalidDefinition", "Invalid State Machine Definition: '%s'",
                    json_string_value(text));
    json_decref(text);
    return false;
}

/* An error unless the definition is good. */
static bool call_definition(struct slrun_json_call *call, const char *definition, bool express)
{
    json_t *found = asl_check(definition, express, 10);
    bool good = call_no_diagnostics(call, found);
    json_decref(found);
    return good;
}

json_t *op_validate_state_machine_definition(struct slrun_json_call *call)
{
    const json_t *limit = json_object_get(call->args, "maxResults");
    size_t most = limit && json_integer_value(limit) > 0 ? (size_t)json_integer_value(limit)
                                                         : DIAGNOSTICS_MAX;
    json_t *found = asl_check(call_text(call, "definition"), machine_is_express(call->args), most);
    bool more = json_array_size(found) > most;
    if (more)
        (void)json_array_remove(found, most);
    const char *result = json_array_size(found) > 0 ? "FAIL" : "OK";
    return json_pack("{s:s, s:o, s:b}", "result", result, "diagnostics", found, "truncated", more);
}

/* ---- making ---- */

static bool same(const json_t *a, const json_t *b, const char *const *names)
{
    for (; *names; names++) {
        const json_t *x = json_object_get(a, *names), *y = json_object_get(b, *names);
        if (x != y && !(x && y && json_equal(x, y)))
            return false;
    }
    return true;
}

/* With all that is asked about it later. */
static json_t *machine_new(struct slrun_json_call *call, const char *arn)
{
    static const char *const given[] = {"name", "definition", "roleArn", "type", NULL};
    int64_t now = now_of(call);
    json_t *machine = json_pack(
        "{s:s, s:s, s:I, s:I, s:[], s:{}, s:i, s:{}, s:{s:s, s:b}, s:{s:b}, s:{s:s}}",
        "stateMachineArn", arn, "type", "STANDARD", "creationDate", (json_int_t)now, "updateDate",
        (json_int_t)now, "tags", "versions", "versionCount", 0, "aliases", "loggingConfiguration",
        "level", "OFF", "includeExecutionData", 0, "tracingConfiguration", "enabled", 0,
        "encryptionConfiguration", "type", "AWS_OWNED_KEY");
    slrun_copy_members(machine, call->args, given);
    slrun_copy_members(machine, call->args, configurations);
    return machine;
}

static json_t *told_new(struct slrun_json_call *call, json_t *machine)
{
    json_t *result =
        json_pack("{s:O}", "stateMachineArn", json_object_get(machine, "stateMachineArn"));
    copy_dates(result, machine, (const char *const[]){"creationDate", NULL});
    if (json_is_true(json_object_get(call->args, "publish")))
        (void)json_object_set_new(
            result, "stateMachineVersionArn",
            version_publish(call, machine, call_text(call, "versionDescription")));
    return result;
}

/* The same again answers as the first time; another one of that name is an error. */
static json_t *exists(struct slrun_json_call *call, json_t *old, json_t *made)
{
    static const char *const members[] = {"definition", "type", "loggingConfiguration",
                                          "tracingConfiguration", NULL};
    if (same(old, made, members))
        return told_new(call, old);
    return call_fail(call, "StateMachineAlreadyExists", "State Machine Already Exists: '%s'",
                     slrun_text(old, "stateMachineArn"));
}

static bool check_new(struct slrun_json_call *call)
{
    bool publish = json_is_true(json_object_get(call->args, "publish"));
    if (!call_name(call, call_text(call, "name")))
        return false;
    if (call_text(call, "versionDescription") && !publish)
        return call_fail(call, "ValidationException",
                         "Version description can only be set when publish is true");
    return call_logging(call) &&
           call_definition(call, call_text(call, "definition"), machine_is_express(call->args));
}

json_t *op_create_state_machine(struct slrun_json_call *call)
{
    struct service *service = service_of(call);
    if (!check_new(call))
        return NULL;
    json_t *arn = json_sprintf("arn:aws:states:%s:%s:stateMachine:%s", call->x->region,
                               call->x->account, call_text(call, "name"));
    json_t *old = json_object_get(service->machines, json_string_value(arn)), *result = NULL;
    json_t *machine = machine_new(call, json_string_value(arn));
    if (old)
        result = exists(call, old, machine);
    else if (!call_role(call, json_string_value(arn), NULL))
        result = NULL;
    else if (json_object_size(service->machines) >= MACHINES_MAX)
        (void)call_fail(call, "StateMachineLimitExceeded", "State Machine Limit Exceeded: '%d'",
                        MACHINES_MAX);
    else if (tags_put(call, machine, json_object_get(call->args, "tags"))) {
        (void)json_object_set(service->machines, json_string_value(arn), machine);
        result = told_new(call, machine);
        log_try(service, machine);
        state_keep(service, &kept_machines, json_string_value(arn), machine);
    }
    json_decref(machine);
    json_decref(arn);
    return result;
}

/* ---- changing ---- */

static bool change(struct slrun_json_call *call, json_t *machine)
{
    static const char *const given[] = {"definition", "roleArn", NULL};
    char id[UUID_SIZE];
    json_t *before = json_copy(machine);
    slrun_copy_members(machine, call->args, given);
    slrun_copy_members(machine, call->args, configurations);
    bool changed = !json_equal(before, machine);
    json_decref(before);
    if (!changed)
        return false;
    call->cloud->uuid(call->cloud, id);
    (void)json_object_set_new(machine, "revisionId", json_string(id));
    (void)json_object_set_new(machine, "updateDate", json_integer(now_of(call)));
    return true;
}

json_t *op_update_state_machine(struct slrun_json_call *call)
{
    static const char *const any[] = {"definition",
                                      "roleArn",
                                      "loggingConfiguration",
                                      "tracingConfiguration",
                                      "encryptionConfiguration",
                                      NULL};
    const char *definition = call_text(call, "definition");
    json_t *machine = call_machine(call, "stateMachineArn"), *said = json_object(), *result;
    bool publish = json_is_true(json_object_get(call->args, "publish"));
    slrun_copy_members(said, call->args, any);
    if (json_object_size(said) == 0)
        (void)call_fail(call, "MissingRequiredParameter",
                        "Either the definition, the role ARN, the LoggingConfiguration, or the "
                        "TracingConfiguration must be specified");
    json_decref(said);
    if (call->code || !call_logging(call) ||
        (definition && !call_definition(call, definition, machine_is_express(machine))) ||
        !call_role(call, slrun_text(machine, "stateMachineArn"), machine))
        return NULL;
    if (change(call, machine) && json_object_get(call->args, "loggingConfiguration"))
        log_try(service_of(call), machine);
    result = json_object();
    copy_dates(result, machine, (const char *const[]){"updateDate", NULL});
    slrun_copy_members(result, machine, (const char *const[]){"revisionId", NULL});
    if (publish)
        (void)json_object_set_new(
            result, "stateMachineVersionArn",
            version_publish(call, machine, call_text(call, "versionDescription")));
    state_keep(service_of(call), &kept_machines, slrun_text(machine, "stateMachineArn"), machine);
    return result;
}

json_t *op_delete_state_machine(struct slrun_json_call *call)
{
    const char *arn = call_text(call, "stateMachineArn");
    if (!call_arn(call, arn, "stateMachine"))
        return NULL;
    if (json_object_del(service_of(call)->machines, arn) == 0)
        state_keep(service_of(call), &kept_machines, arn, NULL);
    return json_object();
}

/* ---- telling ---- */

void tell_variables(json_t *machine)
{
    json_t *variables = asl_variables(slrun_text(machine, "definition"));
    if (variables)
        (void)json_object_set_new(machine, "variableReferences", variables);
}

json_t *op_describe_state_machine(struct slrun_json_call *call)
{
    static const char *const members[] = {"stateMachineArn", "name",         "definition",
                                          "roleArn",         "type",         "revisionId",
                                          "description",     "creationDate", NULL};
    const char *arn = call_text(call, "stateMachineArn");
    json_t *found, *result;
    if (!call_arn(call, arn, "stateMachine") || !(found = call_executable(call, arn)))
        return NULL;
    result = json_pack("{s:s}", "status", "ACTIVE");
    slrun_copy_members(result, found, members);
    slrun_copy_members(result, found, configurations);
    copy_dates(result, found, (const char *const[]){"creationDate", NULL});
    (void)json_object_set_new(result, "stateMachineArn", json_string(arn));
    tell_variables(result);
    json_decref(found);
    return result;
}

json_t *op_list_state_machines(struct slrun_json_call *call)
{
    static const char *const members[] = {"stateMachineArn", "name", "type", NULL};
    json_t *list = json_array(), *machine;
    const char *arn;
    json_object_foreach (service_of(call)->machines, arn, machine) {
        char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
        slrun_arn_place(arn, region, account);
        if (strcmp(region, call->x->region) != 0 || strcmp(account, call->x->account) != 0)
            continue;
        json_t *one = json_object();
        slrun_copy_members(one, machine, members);
        copy_dates(one, machine, (const char *const[]){"creationDate", NULL});
        (void)json_array_append_new(list, one);
    }
    return call_page(call, list);
}
