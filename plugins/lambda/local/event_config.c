/* SPDX-License-Identifier: Apache-2.0 */
/* How functions are invoked asynchronously: attempts, age of events, destinations. */
#include <stdio.h>
#include <string.h>

#include "local/function.h"

static struct function *event_target(struct call *call, struct function_name *name)
{
    if (!function_name_read(call, call_string(call, "FunctionName"), call_string(call, "Qualifier"),
                            name))
        return NULL;
    struct function *f = function_find(call->service, name->account, name->region, name->name);
    if (!*name->qualifier)
        (void)snprintf(name->qualifier, sizeof name->qualifier, "%s", LATEST);
    if (f && function_version(f, name->qualifier))
        return f;
    call_fail(call, "ResourceNotFoundException", "The function doesn't exist.");
    return NULL;
}

static json_t *event_config_of(struct call *call, struct function **f, struct function_name *name)
{
    char arn[ARN_SIZE];
    if (!function_name_read(call, call_string(call, "FunctionName"), call_string(call, "Qualifier"),
                            name))
        return NULL;
    if (!*name->qualifier)
        (void)snprintf(name->qualifier, sizeof name->qualifier, "%s", LATEST);
    *f = function_find(call->service, name->account, name->region, name->name);
    json_t *config =
        *f ? json_object_get(json_object_get((*f)->doc, "InvokeConfigs"), name->qualifier) : NULL;
    name_arn(name, name->qualifier, arn);
    return config ? config
                  : call_fail(call, "ResourceNotFoundException",
                              "The function %s doesn't have an EventInvokeConfig", arn);
}

/* As far as its expression goes: the partition and the service. */
static bool is_arn(const char *text)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";
    size_t n = strncmp(text, "arn:aws", 7) == 0 ? 4 + strspn(text + 4, letters) : 0;
    size_t service = n && text[n] == ':' ? strspn(text + n + 1, letters) : 0;
    return service && text[n + 1 + service] == ':';
}

static bool is_target(const char *arn)
{
    static const char *const services[] = {":sqs:", ":sns:", ":lambda:", ":events:", ":s3:", NULL};
    bool known = false;
    for (size_t i = 0; services[i]; i++)
        known = known || strstr(arn, services[i]) != NULL;
    return known;
}

/* The destinations of a call: of services that can be one, and functions that are there. */
static bool destinations_ok(struct call *call, const struct function_name *name)
{
    static const char *const conditions[] = {"OnSuccess", "OnFailure"};
    const json_t *config = call_get(call, "DestinationConfig");
    char own[ARN_SIZE];
    name_arn(name, NULL, own);
    for (size_t i = 0; i < 2 && !call->fault.code; i++) {
        const char *arn = json_string_value(
            json_object_get(json_object_get(config, conditions[i]), "Destination"));
        struct function_name target;
        if (!arn || !*arn)
            continue;
        if (!is_arn(arn))
            call_fail(
                call, "ValidationException",
                "1 validation error detected: Value '%.350s' at "
                "'destinationConfig.%s.destination' failed to satisfy constraint: Member must "
                "satisfy regular expression pattern: "
                "$|kafka://([^.]([a-zA-Z0-9\\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9"
                "\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:("
                ".*)",
                arn, i ? "onFailure" : "onSuccess");
        else if (!is_target(arn))
            call_fail(
                call, "InvalidParameterValueException",
                "The provided destination config DestinationConfig(%s=%s(destination=%.300s), "
                "%s=null) is invalid.",
                i ? "onFailure" : "onSuccess", conditions[i], arn, i ? "onSuccess" : "onFailure");
        else if (strcmp(arn, own) == 0)
            call_fail(call, "InvalidParameterValueException",
                      "You can't specify the function as a destination for itself.");
        else if (strstr(arn, ":lambda:") &&
                 (!function_name_read(call, arn, NULL, &target) ||
                  !function_find(call->service, target.account, target.region, target.name)))
            call_fail(call, "InvalidParameterValueException",
                      "The destination ARN %.300s is invalid.", arn);
    }
    return !call->fault.code;
}

static bool attempts_ok(struct call *call)
{
    const json_t *attempts = call_get(call, "MaximumRetryAttempts");
    json_int_t n = json_integer_value(attempts);
    if (!attempts || (n >= 0 && n <= 2))
        return true;
    call_fail(
        call, "ValidationException",
        "1 validation error detected: Value '%lld' at 'maximumRetryAttempts' failed to satisfy "
        "constraint: Member must have value %s",
        (long long)n, n > 2 ? "less than or equal to 2" : "greater than or equal to 0");
    return false;
}

/* Sets what the call gives; for put, on an empty configuration. */
static json_t *set_event_config(struct call *call, struct function *f, json_t *config)
{
    static const char *const members[] = {"MaximumRetryAttempts", "MaximumEventAgeInSeconds",
                                          "DestinationConfig"};
    const struct slrun_cloud *cloud = call->service->cloud;
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        (void)put(config, members[i], json_deep_copy(call_get(call, members[i])));
    json_t *destinations = json_object_get(config, "DestinationConfig");
    if (!destinations && put(config, "DestinationConfig", json_object()))
        destinations = json_object_get(config, "DestinationConfig");
    if (!json_object_get(destinations, "OnSuccess"))
        (void)put(destinations, "OnSuccess", json_object());
    if (!json_object_get(destinations, "OnFailure"))
        (void)put(destinations, "OnFailure", json_object());
    (void)put(config, "LastModified", json_real((double)cloud->now_ms(cloud) / 1000.0));
    function_save(f);
    return json_deep_copy(config);
}

json_t *op_put_function_event_invoke_config(struct call *call)
{
    struct function_name name;
    char arn[ARN_SIZE];
    if (!call_get(call, "MaximumRetryAttempts") && !call_get(call, "MaximumEventAgeInSeconds") &&
        !call_get(call, "DestinationConfig"))
        return call_fail(call, "InvalidParameterValueException",
                         "You must specify at least one of error handling or destination setting.");
    struct function *f = event_target(call, &name);
    if (!f || !attempts_ok(call) || !destinations_ok(call, &name))
        return NULL;
    function_arn(f, name.qualifier, arn);
    json_t *config = json_pack("{s:s}", "FunctionArn", arn);
    if (!config || !put(function_member(f, "InvokeConfigs"), name.qualifier, config))
        return call_no_memory(call);
    return set_event_config(call, f, config);
}

json_t *op_update_function_event_invoke_config(struct call *call)
{
    struct function_name name;
    struct function *f;
    if (!event_target(call, &name))
        return NULL;
    json_t *config = event_config_of(call, &f, &name);
    return config && attempts_ok(call) && destinations_ok(call, &name)
               ? set_event_config(call, f, config)
               : NULL;
}

json_t *op_get_function_event_invoke_config(struct call *call)
{
    struct function_name name;
    struct function *f;
    return json_deep_copy(event_config_of(call, &f, &name));
}

json_t *op_delete_function_event_invoke_config(struct call *call)
{
    struct function_name name;
    struct function *f;
    if (!event_config_of(call, &f, &name))
        return NULL;
    json_object_del(json_object_get(f->doc, "InvokeConfigs"), name.qualifier);
    function_save(f);
    return json_null();
}

json_t *op_list_function_event_invoke_configs(struct call *call)
{
    struct function_name name;
    const char *qualifier;
    json_t *config, *list = json_array();
    if (!function_name_read(call, call_string(call, "FunctionName"), NULL, &name)) {
        json_decref(list);
        return NULL;
    }
    struct function *f = function_find(call->service, name.account, name.region, name.name);
    if (!f) {
        json_decref(list);
        return call_fail(call, "ResourceNotFoundException", "The function doesn't exist.");
    }
    json_object_foreach (json_object_get(f->doc, "InvokeConfigs"), qualifier, config)
        json_array_append(list, config);
    return call_page(call, "FunctionEventInvokeConfigs", list);
}
