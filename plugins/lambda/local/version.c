/* SPDX-License-Identifier: Apache-2.0 */
/* Versions of functions, and what is told of functions. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/code/package.h"
#include "local/function.h"

json_t *function_told(const struct function *f, const char *qualifier)
{
    char arn[ARN_SIZE];
    json_t *config = json_deep_copy(function_config(f, qualifier));
    function_arn(f, qualifier, arn);
    (void)put(config, "FunctionArn", json_string(arn));
    return config;
}

/* Lists tell less (API Reference, ListFunctions). */
static json_t *listed(const struct function *f, const char *qualifier)
{
    static const char *const left_out[] = {"State",
                                           "StateReason",
                                           "StateReasonCode",
                                           "LastUpdateStatus",
                                           "LastUpdateStatusReason",
                                           "LastUpdateStatusReasonCode",
                                           "RuntimeVersionConfig"};
    json_t *told = function_told(f, qualifier);
    for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++)
        json_object_del(told, left_out[i]);
    return told;
}

/* ---- versions ---- */

static bool same_as_last(const struct function *f, const json_t *latest, json_int_t next)
{
    static const char *const ignored[] = {"FunctionArn", "Version", "RevisionId", "LastModified"};
    char number[24];
    (void)snprintf(number, sizeof number, "%lld", (long long)next - 1);
    json_t *last = json_deep_copy(function_config(f, number)), *now = json_deep_copy(latest);
    for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++) {
        json_object_del(last, ignored[i]);
        json_object_del(now, ignored[i]);
    }
    bool same = last && json_equal(last, now);
    json_decref(last);
    json_decref(now);
    return same;
}

json_t *function_publish(struct call *call, struct function *f, const char *description)
{
    json_t *latest = json_object_get(json_object_get(f->doc, "Versions"), LATEST);
    json_int_t next = json_integer_value(json_object_get(f->doc, "Next"));
    char number[24], arn[ARN_SIZE];
    if (same_as_last(f, json_object_get(latest, "Config"), next)) {
        (void)snprintf(number, sizeof number, "%lld", (long long)next - 1);
        return function_told(f, number);
    }
    (void)snprintf(number, sizeof number, "%lld", (long long)next);
    json_t *entry = json_deep_copy(latest), *config = json_object_get(entry, "Config");
    function_arn(f, number, arn);
    if (description)
        (void)put(config, "Description", json_string(description));
    (void)(put(config, "Version", json_string(number)) &&
           put(config, "FunctionArn", json_string(arn)));
    revise(config);
    (void)(put(json_object_get(f->doc, "Versions"), number, entry) &&
           put(f->doc, "Next", json_integer(next + 1)));
    function_save(f);
    return config ? function_told(f, number) : call_no_memory(call);
}

json_t *op_publish_version(struct call *call)
{
    struct function_name name;
    const char *sha = call_string(call, "CodeSha256");
    struct function *f = call_unqualified(call, &name);
    const json_t *config = f ? function_config(f, "") : NULL;
    const char *is = json_string_value(json_object_get(config, "CodeSha256"));
    if (!f || !same_revision(call, config))
        return NULL;
    if (sha && *sha && strcmp(sha, is) != 0)
        return call_fail(call, "InvalidParameterValueException",
                         "CodeSHA256 (%s) is different from current CodeSHA256 in $LATEST (%s). "
                         "Please try again with the CodeSHA256 in $LATEST.",
                         sha, is);
    return function_may_change(call, f)
               ? function_publish(call, f, call_string(call, "Description"))
               : NULL;
}

json_t *op_list_versions_by_function(struct call *call)
{
    struct function_name name;
    struct function *f = call_unqualified(call, &name);
    const char *number;
    json_t *entry, *list = f ? json_array() : NULL;
    if (!f)
        return NULL;
    json_object_foreach (json_object_get(f->doc, "Versions"), number, entry)
        json_array_append_new(list, listed(f, number));
    return call_page(call, "Versions", list);
}

/* ---- get and list ---- */

json_t *op_get_function_configuration(struct call *call)
{
    struct function_name name;
    struct function *f = call_function(call, &name);
    if (!f)
        return NULL;
    function_is_seen(f);
    return function_told(f, name.qualifier);
}

json_t *op_get_function(struct call *call)
{
    struct function_name name;
    struct function *f = call_function(call, &name);
    if (!f)
        return NULL;
    function_is_seen(f);
    const json_t *code = json_object_get(function_version(f, name.qualifier), "Code");
    json_t *tags = json_object_get(f->doc, "Tags"), *own = json_object_get(f->doc, "Reserved");
    json_t *result = json_pack("{s:o, s:o}", "Configuration", function_told(f, name.qualifier),
                               "Code", package_told(call->service, code));
    if (json_object_size(tags) > 0)
        (void)put(result, "Tags", json_deep_copy(tags));
    if (own)
        (void)put(result, "Concurrency", json_pack("{s:O}", "ReservedConcurrentExecutions", own));
    return result;
}

static int by_name(const void *a, const void *b)
{
    return strcmp((*(struct function *const *)a)->name, (*(struct function *const *)b)->name);
}

json_t *op_list_functions(struct call *call)
{
    bool all = call_string(call, "FunctionVersion") != NULL;
    struct function **sorted = calloc(call->service->n_functions + 1, sizeof(struct function *));
    size_t n = 0;
    const char *number;
    json_t *entry, *list = json_array();
    if (!sorted || !list) {
        free(sorted);
        json_decref(list);
        return call_no_memory(call);
    }
    for (struct function *f = call->service->functions; f; f = f->next)
        if (strcmp(f->region, call->region) == 0 && strcmp(f->account, call->account) == 0)
            sorted[n++] = f;
    qsort(sorted, n, sizeof *sorted, by_name);
    for (size_t i = 0; i < n; i++)
        json_object_foreach (json_object_get(sorted[i]->doc, "Versions"), number, entry)
            if (all || strcmp(number, LATEST) == 0)
                json_array_append_new(list, listed(sorted[i], all ? number : ""));
    free(sorted);
    return call_page(call, "Functions", list);
}
