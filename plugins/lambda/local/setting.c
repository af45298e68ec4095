/* SPDX-License-Identifier: Apache-2.0 */
/* What functions have besides code and configuration: reserved concurrency, recursion, runtimes. */
#include <stdio.h>
#include <string.h>

#include <slrun/member.h>

#include "local/bytes.h"
#include "local/function.h"
#include "local/layer.h"
#include "local/run/invocation.h"
#include "local/setting.h"

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

json_int_t reserved_by_others(const struct call *call, const struct function *of)
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
    if (wanted > 0 && CONCURRENCY_MAX - reserved_by_others(call, f) - wanted < UNRESERVED_MIN) {
        call_fail(call, "InvalidParameterValueException",
                  "Specified ReservedConcurrentExecutions for function decreases account's "
                  "UnreservedConcurrentExecution below its minimum value of [%d].",
                  UNRESERVED_MIN);
        return call_plain(call);
    }
    if (wanted < provisioned_sum(f)) { /* AWS's blanks */
        call_fail(call, "InvalidParameterValueException",
                  " ReservedConcurrentExecutions  %lld should not be lower than function's total "
                  "provisioned concurrency [%lld].",
                  (long long)wanted, (long long)provisioned_sum(f));
        return call_plain(call);
    }
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

/* ---- recursion: kept and told ---- */

static json_t *recursion_told(const struct function *f)
{
    return json_pack("{s:s}", "RecursiveLoop", slrun_text_or(f->doc, "RecursiveLoop", "Terminate"));
}

json_t *op_get_function_recursion_config(struct call *call)
{
    struct function_name name;
    const struct function *f = call_unqualified(call, &name);
    return f ? recursion_told(f) : NULL;
}

json_t *op_put_function_recursion_config(struct call *call)
{
    struct function_name name;
    struct function *f = call_unqualified(call, &name);
    if (!f)
        return NULL;
    (void)put(f->doc, "RecursiveLoop", json_string(call_string(call, "RecursiveLoop")));
    function_save(f);
    return recursion_told(f);
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
    size += layers_size(call);
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
