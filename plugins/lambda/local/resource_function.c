/* SPDX-License-Identifier: Apache-2.0 */
/* Functions, versions and aliases of stacks. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>

#include "local/function.h"
#include "local/resource_ops.h"
#include "local/run/pool.h"

/* A copy of some members. */
json_t *resource_some(const json_t *from, const char *const *members)
{
    json_t *to = json_object();
    for (; *members; members++)
        (void)put(to, *members, json_deep_copy(json_object_get(from, *members)));
    return to;
}

json_t *resource_all_but(const json_t *from, const char *const *members)
{
    json_t *to = json_deep_copy(from);
    for (; *members; members++)
        json_object_del(to, *members);
    return to;
}

json_t *resource_tags(const json_t *properties)
{
    json_t *tags = json_object(), *list = json_object_get(properties, "Tags");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *tag = json_array_get(list, i);
        const char *key = slrun_text(tag, "Key");
        if (key)
            (void)put(tags, key, json_deep_copy(json_object_get(tag, "Value")));
    }
    return tags;
}

/* In templates ZipFile is the text of a file. */
static json_t *code_of(const json_t *properties)
{
    json_t *code = json_deep_copy(json_object_get(properties, "Code"));
    json_t *inline_text = json_object_get(code, "ZipFile");
    if (inline_text) {
        (void)put(code, "Inline", json_incref(inline_text));
        json_object_del(code, "ZipFile");
    }
    return code;
}

static const char *const not_of_create[] = {"Code",
                                            "Tags",
                                            "ReservedConcurrentExecutions",
                                            "RuntimeManagementConfig",
                                            "RecursiveLoop",
                                            "TenancyConfig",
                                            NULL};

static void add_reserved(struct work *w, const char *name)
{
    json_t *now = json_object_get(w->resource->properties, "ReservedConcurrentExecutions");
    json_t *before = json_object_get(w->resource->old, "ReservedConcurrentExecutions");
    if (now && !json_equal(now, before))
        work_add(
            w, "put_function_concurrency",
            json_pack("{s:s, s:O}", "FunctionName", name, "ReservedConcurrentExecutions", now));
    else if (!now && before)
        work_add(w, "delete_function_concurrency", json_pack("{s:s}", "FunctionName", name));
}

static void function_done(struct work *w)
{
    char arn[ARN_SIZE];
    struct function *f =
        function_find(w->service, w->resource->account, w->resource->region, w->physical_id);
    if (f) {
        function_arn(f, NULL, arn);
        (void)put(w->attributes, "Arn", json_string(arn));
    }
    work_end(w);
}

/* Its processes are warm before the stack is complete; a handler that cannot begin is said, and
 * no reason to wait. */
static void warmed(void *arg, const json_t *failure)
{
    struct work *w = arg;
    const char *message = slrun_text(failure, "errorMessage");
    const char *type = slrun_text(failure, "errorType");
    bool told = type && strncmp(type, "Runtime.", 8) != 0; /* KeyError: 'TABLE' */
    w->pool = NULL;
    if (failure)
        w->service->host->log(SLRUN_LOG_WARNING, "lambda: %s cannot begin: %s%s%s", w->physical_id,
                              told ? type : "", told ? ": " : "",
                              message ? message : "see its log");
    function_done(w);
}

static void function_made(struct work *w)
{
    struct function *f =
        function_find(w->service, w->resource->account, w->resource->region, w->physical_id);
    struct pool *pool = f ? pool_of(f, LATEST) : NULL;
    w->pool = pool;
    if (!pool || !pool_warm(pool, warmed, w)) {
        w->pool = NULL;
        function_done(w);
    }
}

/* The SDK of durable functions fails without what Lambda sends them, and does not say why. */
static void tell_durable(struct work *w)
{
    if (json_object_get(w->resource->properties, "DurableConfig"))
        w->service->host->log(SLRUN_LOG_WARNING,
                              "lambda: %s: DurableConfig has no effect here: the local cloud has "
                              "no durable executions, it invokes it as any other function",
                              w->physical_id);
}

void resource_create_function(void *service, struct slrun_resource *r)
{
    const char *name = slrun_text(r->properties, "FunctionName");
    struct work *w = work_new(service, r, function_made);
    if (!w)
        return;
    work_name(w, name ? name : r->suggested_name);
    tell_durable(w);
    json_t *args = resource_all_but(r->properties, not_of_create);
    (void)(put(args, "FunctionName", json_string(w->physical_id)) &&
           put(args, "Code", code_of(r->properties)) &&
           put(args, "Tags", resource_tags(r->properties)));
    if (!slrun_text(args, "Role"))
        (void)put(args, "Role", json_sprintf("arn:aws:iam::%s:role/none", r->account));
    work_add(w, "create_function", args);
    add_reserved(w, w->physical_id);
    work_run(w);
}

/* What a property becomes that the template does not have any more. */
static void add_defaults(json_t *args, const struct slrun_resource *r)
{
    static const struct {
        const char *member, *json;
    } defaults[] = {{"Description", "\"\""},
                    {"Environment", "{\"Variables\": {}}"},
                    {"Timeout", "3"},
                    {"MemorySize", "128"},
                    {"Layers", "[]"},
                    {"DeadLetterConfig", "{\"TargetArn\": \"\"}"},
                    {"TracingConfig", "{\"Mode\": \"PassThrough\"}"}};
    for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++)
        if (json_object_get(r->old, defaults[i].member) &&
            !json_object_get(r->properties, defaults[i].member))
            (void)put(args, defaults[i].member,
                      json_loads(defaults[i].json, JSON_DECODE_ANY, NULL));
}

static void update_tags(struct work *w, const char *name)
{
    struct slrun_resource *r = w->resource;
    struct function *f = function_find(w->service, r->account, r->region, name);
    if (f && !json_equal(json_object_get(r->old, "Tags"), json_object_get(r->properties, "Tags"))) {
        (void)put(f->doc, "Tags", resource_tags(r->properties));
        function_save(f);
    }
}

void resource_update_function(void *service, struct slrun_resource *r)
{
    static const char *const not_of_update[] = {"Code",
                                                "Tags",
                                                "ReservedConcurrentExecutions",
                                                "RuntimeManagementConfig",
                                                "RecursiveLoop",
                                                "TenancyConfig",
                                                "PackageType",
                                                "Architectures",
                                                "CodeSigningConfigArn",
                                                NULL};
    struct work *w = work_new(service, r, function_made);
    if (!w)
        return;
    work_name(w, r->physical_id);
    json_t *args = resource_all_but(r->properties, not_of_update);
    add_defaults(args, r);
    (void)put(args, "FunctionName", json_string(r->physical_id));
    work_add(w, "update_function_configuration", args);
    json_t *code = code_of(r->properties);
    (void)put(code, "FunctionName", json_string(r->physical_id));
    (void)put(code, "Architectures",
              json_deep_copy(json_object_get(r->properties, "Architectures")));
    /* a directory may have other files now */
    work_add(w, "update_function_code", code);
    add_reserved(w, r->physical_id);
    update_tags(w, r->physical_id);
    work_run(w);
}

void resource_remove_function(void *service, struct slrun_resource *r)
{
    work_once(service, r, "delete_function", json_pack("{s:s}", "FunctionName", r->physical_id));
}

/* ---- versions and aliases ---- */

static void version_made(struct work *w)
{
    work_name(w, slrun_text(w->result, "FunctionArn"));
    (void)(put(w->attributes, "FunctionArn", json_string(w->physical_id)) &&
           put(w->attributes, "Version", json_incref(json_object_get(w->result, "Version"))));
    work_end(w);
}

void resource_create_version(void *service, struct slrun_resource *r)
{
    static const char *const members[] = {"FunctionName", "Description", "CodeSha256", NULL};
    struct work *w = work_new(service, r, version_made);
    if (!w)
        return;
    work_add(w, "publish_version", resource_some(r->properties, members));
    work_run(w);
}

/* Two versions of a template may be the same one: aliases keep it alive. */
void resource_remove_version(void *service, struct slrun_resource *r)
{
    struct work *w = work_new(service, r, work_end);
    if (!w)
        return;
    w->forgiving = true;
    work_name(w, r->physical_id);
    work_add(w, "delete_function", json_pack("{s:s}", "FunctionName", r->physical_id));
    work_run(w);
}

static json_t *alias_args(const struct slrun_resource *r)
{
    static const char *const members[] = {"FunctionName", "FunctionVersion", "Name", "Description",
                                          NULL};
    json_t *args = resource_some(r->properties, members), *weights = json_object();
    json_t *list = json_object_get(json_object_get(r->properties, "RoutingConfig"),
                                   "AdditionalVersionWeights");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *weight = json_array_get(list, i);
        if (slrun_text(weight, "FunctionVersion"))
            (void)put(weights, slrun_text(weight, "FunctionVersion"),
                      json_incref(json_object_get(weight, "FunctionWeight")));
    }
    (void)put(args, "RoutingConfig", json_pack("{s:o}", "AdditionalVersionWeights", weights));
    return args;
}

static void alias_made(struct work *w)
{
    work_name(w, slrun_text(w->result, "AliasArn"));
    (void)put(w->attributes, "AliasArn", json_string(w->physical_id));
    work_end(w);
}

void resource_create_alias(void *service, struct slrun_resource *r)
{
    struct work *w = work_new(service, r, alias_made);
    if (!w)
        return;
    work_add(w, "create_alias", alias_args(r));
    work_run(w);
}

void resource_update_alias(void *service, struct slrun_resource *r)
{
    struct work *w = work_new(service, r, alias_made);
    if (!w)
        return;
    work_add(w, "update_alias", alias_args(r));
    work_run(w);
}

void resource_remove_alias(void *service, struct slrun_resource *r)
{
    const char *colon = strrchr(r->physical_id, ':');
    int n = colon ? (int)(colon - r->physical_id) : 0;
    work_once(service, r, "delete_alias",
              json_pack("{s:s%, s:s}", "FunctionName", r->physical_id, (size_t)n, "Name",
                        colon ? colon + 1 : ""));
}
