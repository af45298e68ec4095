/* SPDX-License-Identifier: Apache-2.0 */
/* Versions and aliases of state machines. */
#include <stdlib.h>
#include <string.h>

#include "local/service.h"

static json_t *keep(struct slrun_json_call *call, json_t *machine, json_t *result)
{
    state_keep(service_of(call), &kept_machines, slrun_text(machine, "stateMachineArn"), machine);
    return result;
}

/* ---- finding ---- */

/* What stands behind the name of a state machine in an ARN, or NULL. */
static const char *qualifier(const char *arn)
{
    const char *at = strstr(arn, ":stateMachine:");
    at = at ? strchr(at + strlen(":stateMachine:"), ':') : NULL;
    return at ? at + 1 : NULL;
}

static json_t *missing(struct slrun_json_call *call, const char *arn)
{
    return call_fail(call, "StateMachineDoesNotExist", "State Machine Does Not Exist: '%s'", arn);
}

/* One of an alias's versions, by their weights. */
static const char *route(const struct slrun_json_call *call, const json_t *alias)
{
    json_t *routes = json_object_get(alias, "routingConfiguration");
    const json_t *first = json_array_get(routes, 0), *second = json_array_get(routes, 1);
    int64_t weight = json_integer_value(json_object_get(first, "weight"));
    bool other = second && (int64_t)(call->cloud->random(call->cloud) % 100) >= weight;
    return slrun_text(other ? second : first, "stateMachineVersionArn");
}

static json_t *of_version(struct slrun_json_call *call, json_t *machine, const char *arn)
{
    static const char *const members[] = {"definition",  "roleArn",    "creationDate",
                                          "description", "revisionId", NULL};
    const char *number = qualifier(arn);
    json_t *version = number ? json_object_get(json_object_get(machine, "versions"), number) : NULL;
    if (!version)
        return missing(call, arn);
    json_t *found = json_copy(machine);
    (void)json_object_del(found, "revisionId");
    slrun_copy_members(found, version, members);
    (void)json_object_set_new(found, "stateMachineVersionArn", json_string(arn));
    return found;
}

json_t *call_executable(struct slrun_json_call *call, const char *arn)
{
    json_t *machine = machine_find(service_of(call), arn), *found;
    const char *behind = qualifier(arn);
    json_t *alias = behind ? json_object_get(json_object_get(machine, "aliases"), behind) : NULL;
    if (!machine)
        return missing(call, arn);
    if (!behind)
        return json_copy(machine);
    found = of_version(call, machine, alias ? route(call, alias) : arn);
    if (found && alias)
        (void)json_object_set_new(found, "stateMachineAliasArn", json_string(arn));
    return found;
}

/* ---- versions ---- */

json_t *version_publish(struct slrun_json_call *call, json_t *machine, const char *description)
{
    static const char *const members[] = {"definition", "roleArn", "revisionId", NULL};
    int64_t n = json_integer_value(json_object_get(machine, "versionCount")) + 1;
    json_t *number = json_sprintf("%lld", (long long)n);
    json_t *version = json_pack("{s:I}", "creationDate", (json_int_t)now_of(call));
    slrun_copy_members(version, machine, members);
    if (description)
        (void)json_object_set_new(version, "description", json_string(description));
    (void)json_object_set_new(json_object_get(machine, "versions"), json_string_value(number),
                              version);
    (void)json_object_set_new(machine, "versionCount", json_integer(n));
    json_decref(number);
    return json_sprintf("%s:%lld", slrun_text(machine, "stateMachineArn"), (long long)n);
}

/* The latest version, if the machine has not changed since. */
static json_t *unchanged(const json_t *machine)
{
    json_t *count = json_object_get(machine, "versionCount");
    json_t *number = json_sprintf("%lld", (long long)json_integer_value(count));
    json_t *version =
        json_object_get(json_object_get(machine, "versions"), json_string_value(number));
    json_decref(number);
    return version &&
                   json_equal(json_object_get(version, "definition"),
                              json_object_get(machine, "definition")) &&
                   json_equal(json_object_get(version, "roleArn"),
                              json_object_get(machine, "roleArn"))
               ? version
               : NULL;
}

json_t *op_publish_state_machine_version(struct slrun_json_call *call)
{
    const char *wanted = call_text(call, "revisionId");
    json_t *machine = call_machine(call, "stateMachineArn"), *latest, *arn, *result;
    const char *revision = machine ? slrun_text(machine, "revisionId") : NULL;
    if (!machine)
        return NULL;
    if (wanted && strcmp(wanted, revision ? revision : "INITIAL") != 0)
        return call_fail(call, "ConflictException",
                         "Failed to publish the State Machine version for revision %s. The "
                         "current State Machine revision is %s.",
                         wanted, revision ? revision : "INITIAL");
    if ((latest = unchanged(machine)))
        arn = json_sprintf("%s:%lld", slrun_text(machine, "stateMachineArn"),
                           (long long)json_integer_value(json_object_get(machine, "versionCount")));
    else
        arn = version_publish(call, machine, call_text(call, "description"));
    result = json_pack("{s:o}", "stateMachineVersionArn", arn);
    latest = latest ? latest : unchanged(machine);
    copy_dates(result, latest, (const char *const[]){"creationDate", NULL});
    return keep(call, machine, result);
}

static bool routes_to(const json_t *alias, const char *version)
{
    json_t *one;
    size_t i;
    json_array_foreach (json_object_get(alias, "routingConfiguration"), i, one)
        if (strcmp(slrun_text(one, "stateMachineVersionArn"), version) == 0)
            return true;
    return false;
}

/* An alias that routes to a version, or NULL. */
static const char *routed_by(const json_t *machine, const char *version)
{
    const char *name;
    json_t *alias;
    json_object_foreach (json_object_get(machine, "aliases"), name, alias)
        if (routes_to(alias, version))
            return name;
    return NULL;
}

json_t *op_delete_state_machine_version(struct slrun_json_call *call)
{
    const char *arn = call_text(call, "stateMachineVersionArn"), *number = qualifier(arn), *alias;
    json_t *machine = machine_find(service_of(call), arn);
    if (!call_arn(call, arn, "stateMachine"))
        return NULL;
    if (!machine || !number)
        return json_object();
    if ((alias = routed_by(machine, arn)))
        return call_fail(call, "ConflictException",
                         "Version to be deleted must not be referenced by an alias. Current list "
                         "of aliases referencing this version: [%s]",
                         alias);
    (void)json_object_del(json_object_get(machine, "versions"), number);
    return keep(call, machine, json_object());
}

json_t *op_list_state_machine_versions(struct slrun_json_call *call)
{
    json_t *machine = call_machine(call, "stateMachineArn"), *list, *version;
    const char *number;
    if (!machine)
        return NULL;
    list = json_array();
    json_object_foreach (json_object_get(machine, "versions"), number, version) {
        json_t *one =
            json_pack("{s:o}", "stateMachineVersionArn",
                      json_sprintf("%s:%s", slrun_text(machine, "stateMachineArn"), number));
        copy_dates(one, version, (const char *const[]){"creationDate", NULL});
        (void)json_array_insert_new(list, 0, one);
    }
    return call_page(call, list);
}

/* ---- aliases ---- */

static json_t *call_alias(struct slrun_json_call *call, json_t **machine)
{
    const char *arn = call_text(call, "stateMachineAliasArn"), *name = qualifier(arn);
    if (!call_arn(call, arn, "stateMachine"))
        return NULL;
    *machine = machine_find(service_of(call), arn);
    json_t *alias = name ? json_object_get(json_object_get(*machine, "aliases"), name) : NULL;
    return alias ? alias
                 : call_fail(call, "ResourceNotFound",
                             "Request references a resource that does not exist.");
}

/* The state machine that all versions of a routing are of, with weights that make 100. */
static json_t *check_routing(struct slrun_json_call *call, json_t *routes)
{
    json_t *machine = NULL, *one;
    size_t i;
    int64_t sum = 0;
    json_array_foreach (routes, i, one) {
        const char *arn = slrun_text(one, "stateMachineVersionArn");
        json_t *of = machine_find(service_of(call), arn);
        json_t *version = of ? of_version(call, of, arn) : missing(call, arn);
        json_decref(version);
        if (machine && of != machine)
            return call_fail(call, "ValidationException",
                             "Alias routing configuration must be of one state machine");
        machine = of;
        sum += json_integer_value(json_object_get(one, "weight"));
    }
    if (sum != 100)
        return call_fail(call, "ValidationException",
                         "Sum of routing configuration weights must equal 100. Received: %lld",
                         (long long)sum);
    return call->code ? NULL : machine;
}

static json_t *told(const json_t *alias, const char *const *dates)
{
    json_t *one = json_object();
    slrun_copy_members(one, alias, (const char *const[]){"stateMachineAliasArn", NULL});
    copy_dates(one, alias, dates);
    return one;
}

json_t *op_create_state_machine_alias(struct slrun_json_call *call)
{
    const char *name = call_text(call, "name");
    json_t *routes = json_object_get(call->args, "routingConfiguration"), *alias, *old;
    json_t *machine = call_name(call, name) ? check_routing(call, routes) : NULL;
    if (!machine)
        return NULL;
    alias = json_pack("{s:o, s:s, s:O, s:I, s:I}", "stateMachineAliasArn",
                      json_sprintf("%s:%s", slrun_text(machine, "stateMachineArn"), name), "name",
                      name, "routingConfiguration", routes, "creationDate",
                      (json_int_t)now_of(call), "updateDate", (json_int_t)now_of(call));
    slrun_copy_members(alias, call->args, (const char *const[]){"description", NULL});
    old = json_object_get(json_object_get(machine, "aliases"), name);
    if (old && !json_equal(json_object_get(old, "routingConfiguration"), routes))
        (void)call_fail(call, "ConflictException",
                        "Failed to create alias because an alias with the same name and a "
                        "different routing configuration already exists.");
    else if (!old)
        (void)json_object_set(json_object_get(machine, "aliases"), name, alias);
    json_t *result =
        call->code ? NULL : told(old ? old : alias, (const char *const[]){"creationDate", NULL});
    json_decref(alias);
    return keep(call, machine, result);
}

json_t *op_update_state_machine_alias(struct slrun_json_call *call)
{
    json_t *machine = NULL, *alias = call_alias(call, &machine);
    json_t *routes = json_object_get(call->args, "routingConfiguration");
    if (!alias || (routes && !check_routing(call, routes)))
        return NULL;
    slrun_copy_members(alias, call->args,
                       (const char *const[]){"description", "routingConfiguration", NULL});
    (void)json_object_set_new(alias, "updateDate", json_integer(now_of(call)));
    json_t *result = json_object();
    copy_dates(result, alias, (const char *const[]){"updateDate", NULL});
    return keep(call, machine, result);
}

json_t *op_describe_state_machine_alias(struct slrun_json_call *call)
{
    json_t *machine = NULL, *alias = call_alias(call, &machine), *result;
    if (!alias)
        return NULL;
    result = told(alias, (const char *const[]){"creationDate", "updateDate", NULL});
    slrun_copy_members(result, alias,
                       (const char *const[]){"name", "description", "routingConfiguration", NULL});
    return result;
}

json_t *op_delete_state_machine_alias(struct slrun_json_call *call)
{
    json_t *machine = NULL, *alias = call_alias(call, &machine);
    if (!alias)
        return NULL;
    (void)json_object_del(json_object_get(machine, "aliases"),
                          qualifier(call_text(call, "stateMachineAliasArn")));
    return keep(call, machine, json_object());
}

json_t *op_list_state_machine_aliases(struct slrun_json_call *call)
{
    const char *arn = call_text(call, "stateMachineArn"), *name;
    json_t *machine, *list, *alias;
    if (!call_arn(call, arn, "stateMachine"))
        return NULL;
    if (!(machine = machine_find(service_of(call), arn)))
        return missing(call, arn);
    list = json_array();
    json_object_foreach (json_object_get(machine, "aliases"), name, alias)
        if (!qualifier(arn) || routes_to(alias, arn))
            (void)json_array_append_new(list,
                                        told(alias, (const char *const[]){"creationDate", NULL}));
    return call_page(call, list);
}
