/* SPDX-License-Identifier: Apache-2.0 */
/* Aliases: names of versions, and how invocations are shared between two of them. */
#include <stdio.h>
#include <string.h>

#include "local/function.h"

static bool version_exists(struct call *call, struct function *f, const char *version)
{
    char arn[ARN_SIZE];
    if (json_object_get(json_object_get(f->doc, "Versions"), version))
        return true;
    function_arn(f, version, arn);
    call_fail(call, "ResourceNotFoundException", "Function not found: %s", arn);
    return false;
}

/* Whether the shares of RoutingConfig are some, for an alias of that version. */
static bool routing_ok(struct call *call, struct function *f, const char *version)
{
    json_t *weights = json_object_get(call_get(call, "RoutingConfig"), "AdditionalVersionWeights");
    const char *other;
    json_t *weight;
    if (json_object_size(weights) == 0)
        return true;
    if (json_object_size(weights) > 1)
        call_fail(call, "InvalidParameterValueException",
                  "Number of items in AdditionalVersionWeights cannot be greater than 1");
    if (strcmp(version, LATEST) == 0)
        call_fail(call, "InvalidParameterValueException",
                  "$LATEST is not supported for an alias pointing to more than 1 version"),
            call_plain(call);
    json_object_foreach (weights, other, weight) {
        double share = json_number_value(weight);
        if (share < 0 || share > 1)
            call_fail(
                call, "ValidationException",
                "1 validation error detected: Value '{%s=%.1f}' at "
                "'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map "
                "value must satisfy constraint: [Member must have value less than or equal to "
                "1.0, Member must have value greater than or equal to 0.0, Member must not be "
                "null]",
                other, share);
        else if (strcmp(other, version) == 0)
            call_fail(call, "InvalidParameterValueException",
                      "Invalid function version %s. Function version %s is already included in "
                      "routing configuration.",
                      other, other);
        else
            (void)version_exists(call, f, other);
    }
    return !call->fault.code;
}

static json_t *alias_not_found(struct call *call, const struct function *f, const char *name)
{
    char arn[ARN_SIZE];
    function_arn(f, name, arn);
    return call_fail(call, "ResourceNotFoundException", "Alias not found: %s", arn);
}

static void set_members(struct call *call, json_t *alias)
{
    const json_t *routing = call_get(call, "RoutingConfig");
    const char *version = call_string(call, "FunctionVersion");
    const char *description = call_string(call, "Description");
    if (version)
        (void)put(alias, "FunctionVersion", json_string(version));
    if (description)
        (void)put(alias, "Description", json_string(description));
    if (routing && json_object_size(json_object_get(routing, "AdditionalVersionWeights")) > 0)
        (void)put(alias, "RoutingConfig", json_deep_copy(routing));
    else if (routing)
        json_object_del(alias, "RoutingConfig");
    revise(alias);
}

/* Of one that is not there, AWS misses the version. */
static struct function *aliased_function(struct call *call)
{
    struct function_name name;
    char arn[ARN_SIZE];
    if (!function_name_read(call, call_string(call, "FunctionName"), NULL, &name))
        return NULL;
    struct function *f = function_find(call->service, name.account, name.region, name.name);
    if (f || *name.qualifier)
        return call_unqualified(call, &name);
    name_arn(&name, call_string(call, "FunctionVersion"), arn);
    call_fail(call, "ResourceNotFoundException", "Function not found: %s", arn);
    return NULL;
}

json_t *op_create_alias(struct call *call)
{
    struct function *f = aliased_function(call);
    const char *alias = call_string(call, "Name"), *version = call_string(call, "FunctionVersion");
    char arn[ARN_SIZE];
    if (!alias[strspn(alias, "0123456789")])
        return call_fail(call, "ValidationException",
                         "1 validation error detected: Value '%s' at 'name' failed to satisfy "
                         "constraint: Member must satisfy regular expression pattern: "
                         "(?!^[0-9]+$)([a-zA-Z0-9-_]+)",
                         alias);
    if (!f || !version_exists(call, f, version) || !routing_ok(call, f, version))
        return NULL;
    function_arn(f, alias, arn);
    if (function_alias(f, alias))
        return call_fail(call, "ResourceConflictException", "Alias already exists: %s", arn);
    json_t *made = json_pack("{s:s, s:s, s:s}", "AliasArn", arn, "Name", alias, "Description", "");
    if (!made || !put(json_object_get(f->doc, "Aliases"), alias, made))
        return call_no_memory(call);
    set_members(call, made);
    function_save(f);
    return json_deep_copy(made);
}

json_t *op_get_alias(struct call *call)
{
    struct function_name name;
    struct function *f = call_unqualified(call, &name);
    json_t *alias = f ? function_alias(f, call_string(call, "Name")) : NULL;
    char arn[ARN_SIZE];
    if (!f)
        return NULL;
    function_arn(f, call_string(call, "Name"), arn);
    return alias ? json_deep_copy(alias)
                 : call_fail(call, "ResourceNotFoundException", "Cannot find alias arn: %s", arn);
}

json_t *op_update_alias(struct call *call)
{
    struct function_name name;
    struct function *f = call_unqualified(call, &name);
    json_t *alias = f ? function_alias(f, call_string(call, "Name")) : NULL;
    const char *version = call_string(call, "FunctionVersion");
    if (!f)
        return NULL;
    if (!alias)
        return alias_not_found(call, f, call_string(call, "Name"));
    if (!version)
        version = json_string_value(json_object_get(alias, "FunctionVersion"));
    if (!same_revision(call, alias) || !version_exists(call, f, version) ||
        !routing_ok(call, f, version))
        return NULL;
    set_members(call, alias);
    function_save(f);
    return json_deep_copy(alias);
}

json_t *op_delete_alias(struct call *call)
{
    struct function_name name;
    struct function *f = call_unqualified(call, &name);
    if (!f)
        return NULL;
    json_object_del(json_object_get(f->doc, "Aliases"), call_string(call, "Name"));
    json_object_del(json_object_get(f->doc, "Provisioned"), call_string(call, "Name"));
    function_save(f);
    return json_null();
}

json_t *op_list_aliases(struct call *call)
{
    struct function_name name;
    struct function *f = call_unqualified(call, &name);
    const char *key, *version = call_string(call, "FunctionVersion");
    json_t *alias, *list = f ? json_array() : NULL;
    if (!f)
        return NULL;
    json_object_foreach (json_object_get(f->doc, "Aliases"), key, alias) {
        const char *of = json_string_value(json_object_get(alias, "FunctionVersion"));
        if (!version || strcmp(of, version) == 0)
            json_array_append(list, alias);
    }
    return call_page(call, "Aliases", list);
}
