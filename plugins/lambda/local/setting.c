/* SPDX-License-Identifier: Apache-2.0 */
/* What functions have besides code and configuration: concurrency, asynchronous invocation, tags.
 */
#include <stdio.h>
#include <string.h>

#include "local/bytes.h"
#include "local/function.h"
#include "local/run/invocation.h"

enum { UNRESERVED_MIN = 100 };

/* ---- concurrency ---- */

/* ":$LATEST" stands behind the name in AWS's error. */
static struct function *concurrency_target(struct call *call)
{
    struct function_name name;
    char arn[ARN_SIZE];
    if (!function_name_read(call, call_string(call, "FunctionName"), NULL, &name))
        return NULL;
    struct function *f = function_find(call->service, name.account, name.region, name.name);
    if (f)
        return call_unqualified(call, &name);
    name_arn(&name, LATEST, arn);
    call_fail(call, "ResourceNotFoundException", "Function not found: %s", arn);
    return NULL;
}

static json_int_t reserved_by_others(const struct call *call, const struct function *of)
{
    json_int_t sum = 0;
    for (struct function *f = call->service->functions; f; f = f->next)
        if (f != of && strcmp(f->region, call->region) == 0 &&
            strcmp(f->account, call->account) == 0)
            sum += json_integer_value(json_object_get(f->doc, "Reserved"));
    return sum;
}

json_t *op_put_function_concurrency(struct call *call)
{
    struct function *f = concurrency_target(call);
    json_int_t wanted = json_integer_value(call_get(call, "ReservedConcurrentExecutions"));
    if (!f)
        return NULL;
    if (wanted > 0 && CONCURRENCY_MAX - reserved_by_others(call, f) - wanted < UNRESERVED_MIN)
        return call_fail(call, "InvalidParameterValueException",
                         "Specified ReservedConcurrentExecutions for function decreases account's "
                         "UnreservedConcurrentExecution below its minimum value of [%d].",
                         UNRESERVED_MIN);
    (void)put(f->doc, "Reserved", json_integer(wanted));
    function_save(f);
    return json_pack("{s:I}", "ReservedConcurrentExecutions", wanted);
}

json_t *op_get_function_concurrency(struct call *call)
{
    struct function_name name;
    struct function *f = call_unqualified(call, &name);
    return f ? json_pack("{s:O*}", "ReservedConcurrentExecutions",
                         json_object_get(f->doc, "Reserved"))
             : NULL;
}

json_t *op_delete_function_concurrency(struct call *call)
{
    struct function *f = concurrency_target(call);
    if (!f)
        return NULL;
    json_object_del(f->doc, "Reserved");
    function_save(f);
    return json_null();
}

/* ---- code signing: no configuration is ever attached ---- */

json_t *op_get_function_code_signing_config(struct call *call)
{
    struct function_name name;
    const struct function *f = call_unqualified(call, &name);
    return f ? json_pack("{s:s}", "FunctionName", f->name) : NULL;
}

/* ---- provisioned concurrency: kept and told; processes are warm as they are used ---- */

static json_t *provisioned_of(const struct function *f, const char *qualifier)
{
    return json_object_get(json_object_get(f->doc, "Provisioned"), qualifier);
}

json_t *op_put_provisioned_concurrency_config(struct call *call)
{
    struct function_name name;
    struct function *f = call_function(call, &name);
    char date[DATE_SIZE];
    const struct slrun_cloud *cloud = call->service->cloud;
    const json_t *wanted = call_get(call, "ProvisionedConcurrentExecutions");
    if (!f)
        return NULL;
    if (!*name.qualifier || strcmp(name.qualifier, LATEST) == 0)
        return call_fail(
            call, "InvalidParameterValueException",
            "Provisioned Concurrency Configs cannot be applied to unpublished function "
            "versions.");
    date_text(cloud->now_ms(cloud), false, date);
    json_t *config =
        json_pack("{s:O, s:O, s:O, s:s, s:s}", "RequestedProvisionedConcurrentExecutions", wanted,
                  "AvailableProvisionedConcurrentExecutions", wanted,
                  "AllocatedProvisionedConcurrentExecutions", wanted, "Status", "READY",
                  "LastModified", date);
    if (!config || !put(function_member(f, "Provisioned"), name.qualifier, config))
        return call_no_memory(call);
    function_save(f);
    return json_deep_copy(config);
}

json_t *op_get_provisioned_concurrency_config(struct call *call)
{
    struct function_name name;
    struct function *f = call_function(call, &name);
    json_t *config = f ? provisioned_of(f, name.qualifier) : NULL;
    if (f && !config)
        return call_fail(call, "ProvisionedConcurrencyConfigNotFoundException",
                         "No Provisioned Concurrency Config found for this function");
    return json_deep_copy(config);
}

json_t *op_delete_provisioned_concurrency_config(struct call *call)
{
    struct function_name name;
    struct function *f = call_function(call, &name);
    if (!f)
        return NULL;
    json_object_del(function_member(f, "Provisioned"), name.qualifier);
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

/* ---- the account, and runtimes ---- */

json_t *op_get_account_settings(struct call *call)
{
    json_int_t size = 0, n = 0;
    for (struct function *f = call->service->functions; f; f = f->next) {
        const char *number;
        json_t *entry;
        if (strcmp(f->region, call->region) != 0 || strcmp(f->account, call->account) != 0)
            continue;
        n++;
        json_object_foreach (json_object_get(f->doc, "Versions"), number, entry)
            size +=
                json_integer_value(json_object_get(json_object_get(entry, "Config"), "CodeSize"));
    }
    return json_pack("{s:{s:I, s:I, s:I, s:i, s:I}, s:{s:I, s:I}}", "AccountLimit", "TotalCodeSize",
                     (json_int_t)80530636800, "CodeSizeUnzipped", (json_int_t)262144000,
                     "CodeSizeZipped", (json_int_t)52428800, "ConcurrentExecutions",
                     CONCURRENCY_MAX, "UnreservedConcurrentExecutions",
                     (json_int_t)CONCURRENCY_MAX - reserved_by_others(call, NULL), "AccountUsage",
                     "TotalCodeSize", size, "FunctionCount", n);
}

json_t *op_get_runtime_management_config(struct call *call)
{
    struct function_name name;
    struct function *f = call_function(call, &name);
    char arn[ARN_SIZE];
    if (!f)
        return NULL;
    function_arn(f, name.qualifier, arn);
    json_t *kept = json_object_get(f->doc, "RuntimeManagement");
    json_t *result = kept ? json_deep_copy(kept) : json_pack("{s:s}", "UpdateRuntimeOn", "Auto");
    (void)put(result, "FunctionArn", json_string(arn));
    return result;
}

json_t *op_put_runtime_management_config(struct call *call)
{
    struct function_name name;
    struct function *f = call_function(call, &name);
    if (!f)
        return NULL;
    (void)put(f->doc, "RuntimeManagement",
              json_pack("{s:s, s:s*}", "UpdateRuntimeOn", call_string(call, "UpdateRuntimeOn"),
                        "RuntimeVersionArn", call_string(call, "RuntimeVersionArn")));
    function_save(f);
    return op_get_runtime_management_config(call);
}
