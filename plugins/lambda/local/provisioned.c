/* SPDX-License-Identifier: Apache-2.0 */
/* Provisioned concurrency: kept and told; processes are warm as they are used. */
#include <string.h>

#include <slrun/member.h>

#include "local/bytes.h"
#include "local/function.h"
#include "local/run/invocation.h"
#include "local/run/pool.h"
#include "local/setting.h"

static json_t *provisioned_of(const struct function *f, const char *qualifier)
{
    return json_object_get(json_object_get(f->doc, "Provisioned"), qualifier);
}

#define NOT_PUBLISHED "The function resource provided must be an alias or a published version."

/* The function with that version or alias; `latest` is what is said of $LATEST. */
static struct function *provisioned_target(struct call *call, struct function_name *name,
                                           const char *latest)
{
    if (!function_name_read(call, call_string(call, "FunctionName"), call_string(call, "Qualifier"),
                            name))
        return NULL;
    if (!*name->qualifier || strcmp(name->qualifier, LATEST) == 0) {
        call_fail(call, "InvalidParameterValueException", "%s", latest);
        return NULL;
    }
    struct function *f = function_find(call->service, name->account, name->region, name->name);
    return f && function_version(f, name->qualifier) ? f : qualifier_not_found(call, name);
}

static json_int_t count_of(const json_t *config)
{
    return json_integer_value(json_object_get(config, "RequestedProvisionedConcurrentExecutions"));
}

json_int_t provisioned_for(const struct function *f, const char *version)
{
    json_int_t n = count_of(provisioned_of(f, version));
    const char *name;
    json_t *alias;
    json_object_foreach (json_object_get(f->doc, "Aliases"), name, alias)
        if (strcmp(slrun_text_or(alias, "FunctionVersion", ""), version) == 0)
            n += count_of(provisioned_of(f, name));
    return n;
}

json_int_t provisioned_sum(const struct function *f)
{
    json_int_t n = 0;
    const char *qualifier;
    json_t *config;
    json_object_foreach (json_object_get(f->doc, "Provisioned"), qualifier, config)
        n += count_of(config);
    return n;
}

/* The version that a qualifier is, or stands for: its processes begin anew. */
static void start_anew(struct function *f, const char *qualifier)
{
    const json_t *alias = function_alias(f, qualifier);
    pool_retire(f, alias ? slrun_text(alias, "FunctionVersion") : qualifier);
}

/* A version has it by itself or by an alias, not by both. */
static bool provisioned_once(struct call *call, const struct function *f, const char *qualifier)
{
    const json_t *own = function_alias(f, qualifier);
    const char *version = own ? slrun_text(own, "FunctionVersion") : qualifier, *name;
    json_t *alias;
    if (own && provisioned_of(f, version))
        call_fail(call, "ResourceConflictException",
                  "Alias can't be used for Provisioned Concurrency configuration on an already "
                  "Provisioned version");
    json_object_foreach (json_object_get(f->doc, "Aliases"), name, alias)
        if (!own && strcmp(slrun_text(alias, "FunctionVersion"), version) == 0 &&
            provisioned_of(f, name))
            call_fail(call, "ResourceConflictException",
                      "Version is pointed by a Provisioned Concurrency alias");
    return !call->fault.code;
}

static bool provisioned_fits(struct call *call, const struct function *f, const char *qualifier,
                             json_int_t wanted)
{
    const json_t *own = json_object_get(f->doc, "Reserved");
    json_int_t others = provisioned_sum(f) - count_of(provisioned_of(f, qualifier));
    json_int_t left = CONCURRENCY_MAX - reserved_by_others(call, NULL);
    if (own && wanted + others > json_integer_value(own)) {
        call_fail(call, "InvalidParameterValueException",
                  "Requested Provisioned Concurrency should not be greater than the "
                  "reservedConcurrentExecution for function");
        return false;
    }
    if (!own && wanted > left)
        call_fail(call, "InvalidParameterValueException",
                  "Specified ConcurrentExecutions for function is greater than account's "
                  "unreserved concurrency [%lld].",
                  (long long)left);
    else if (!own && left - wanted < UNRESERVED_MIN)
        call_fail(call, "InvalidParameterValueException",
                  "Specified ConcurrentExecutions for function decreases account's "
                  "UnreservedConcurrentExecution below its minimum value of [%d].",
                  UNRESERVED_MIN);
    if (call->fault.code)
        call_plain(call);
    return !call->fault.code;
}

/* It has begun; the next request finds it ready. */
static json_t *provisioning(struct call *call, const struct function *f, const json_t *config)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    json_t *told = json_deep_copy(config);
    if (told && !cloud->chance(cloud, "at-once", f->name)) {
        (void)put(told, "AvailableProvisionedConcurrentExecutions", json_integer(0));
        (void)put(told, "AllocatedProvisionedConcurrentExecutions", json_integer(0));
        (void)put(told, "Status", json_string("IN_PROGRESS"));
    }
    return told;
}

json_t *op_put_provisioned_concurrency_config(struct call *call)
{
    struct function_name name;
    struct function *f = provisioned_target(call, &name,
                                            "Provisioned Concurrency Configs cannot be applied to "
                                            "unpublished function versions.");
    char date[DATE_SIZE];
    const struct slrun_cloud *cloud = call->service->cloud;
    const json_t *wanted = call_get(call, "ProvisionedConcurrentExecutions");
    if (!f || !provisioned_once(call, f, name.qualifier) ||
        !provisioned_fits(call, f, name.qualifier, json_integer_value(wanted)))
        return NULL;
    date_text(cloud->now_ms(cloud), date);
    json_t *config =
        json_pack("{s:O, s:O, s:O, s:s, s:s}", "RequestedProvisionedConcurrentExecutions", wanted,
                  "AvailableProvisionedConcurrentExecutions", wanted,
                  "AllocatedProvisionedConcurrentExecutions", wanted, "Status", "READY",
                  "LastModified", date);
    if (!config || !put(function_member(f, "Provisioned"), name.qualifier, config))
        return call_no_memory(call);
    start_anew(f, name.qualifier);
    function_save(f);
    return provisioning(call, f, config);
}

json_t *op_get_provisioned_concurrency_config(struct call *call)
{
    struct function_name name;
    struct function *f = provisioned_target(call, &name, NOT_PUBLISHED);
    json_t *config = f ? provisioned_of(f, name.qualifier) : NULL;
    if (f && !config)
        return call_fail(call, "ProvisionedConcurrencyConfigNotFoundException",
                         "No Provisioned Concurrency Config found for this function");
    return json_deep_copy(config);
}

json_t *op_delete_provisioned_concurrency_config(struct call *call)
{
    struct function_name name;
    struct function *f = provisioned_target(call, &name, NOT_PUBLISHED);
    if (!f)
        return NULL;
    json_object_del(function_member(f, "Provisioned"), name.qualifier);
    start_anew(f, name.qualifier);
    function_save(f);
    return json_null();
}

json_t *op_list_provisioned_concurrency_configs(struct call *call)
{
    struct function_name name;
    struct function *f = call_unqualified(call, &name);
    const char *qualifier;
    json_t *config, *list = f ? json_array() : NULL;
    char arn[ARN_SIZE];
    if (!f)
        return NULL;
    json_object_foreach (json_object_get(f->doc, "Provisioned"), qualifier, config) {
        json_t *told = json_deep_copy(config);
        function_arn(f, qualifier, arn);
        (void)put(told, "FunctionArn", json_string(arn));
        json_array_append_new(list, told);
    }
    return call_page(call, "ProvisionedConcurrencyConfigs", list);
}
