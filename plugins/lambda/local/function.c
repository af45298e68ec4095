/* SPDX-License-Identifier: Apache-2.0 */
/* The registry of functions: names, versions, documents. */
#include "local/function.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/bytes.h"
#include "local/run/pool.h"

static bool copy(char *to, size_t room, const char *from)
{
    int n = snprintf(to, room, "%s", from);
    return n > 0 && (size_t)n < room;
}

void function_arn(const struct function *function, const char *qualifier, char arn[ARN_SIZE])
{
    struct function_name name = {.name = ""};
    (void)copy(name.region, sizeof name.region, function->region);
    (void)copy(name.account, sizeof name.account, function->account);
    (void)copy(name.name, sizeof name.name, function->name);
    name_arn(&name, qualifier, arn);
}

/* ---- the registry ---- */

struct function *function_find(struct service *service, const char *account, const char *region,
                               const char *name)
{
    struct function *f = service->functions;
    while (f && (strcmp(f->name, name) != 0 || strcmp(f->region, region) != 0 ||
                 strcmp(f->account, account) != 0))
        f = f->next;
    return f;
}

static struct function *link_new(struct service *service, json_t *doc)
{
    struct function *f = calloc(1, sizeof *f);
    const char *region = json_string_value(json_object_get(doc, "Region"));
    const char *account = json_string_value(json_object_get(doc, "Account"));
    const char *name = json_string_value(json_object_get(doc, "Name"));
    if (!f || !region || !account || !name || !copy(f->region, sizeof f->region, region) ||
        !copy(f->account, sizeof f->account, account) || !copy(f->name, sizeof f->name, name)) {
        free(f);
        return NULL;
    }
    f->service = service;
    f->doc = json_incref(doc);
    f->next = service->functions;
    service->functions = f;
    service->n_functions++;
    return f;
}

struct function *function_add(struct call *call, const char *name)
{
    struct service *service = call->service;
    json_t *doc =
        json_pack("{s:s, s:s, s:s, s:i, s:{}, s:{}, s:{}}", "Account", call->account, "Region",
                  call->region, "Name", name, "Next", 1, "Versions", "Aliases", "Tags");
    struct function *f = service->n_functions < FUNCTIONS_MAX ? link_new(service, doc) : NULL;
    json_decref(doc);
    if (!f)
        call_no_memory(call);
    return f;
}

static void document_key(const struct function *f, char key[ARN_SIZE])
{
    (void)snprintf(key, ARN_SIZE, "function/%s/%s/%s", f->account, f->region, f->name);
}

void function_save(struct function *f)
{
    const struct slrun_cloud *cloud = f->service->cloud;
    char key[ARN_SIZE];
    document_key(f, key);
    if (cloud->doc_put)
        (void)cloud->doc_put(cloud, "lambda", key, f->doc);
}

void function_hold(struct function *f)
{
    f->references++;
}

/* Takes it out of the list that it is in. */
static void unlink_from(struct function **at, const struct function *f)
{
    while (*at && *at != f)
        at = &(*at)->next;
    if (*at)
        *at = f->next;
}

static void function_free(struct function *f)
{
    unlink_from(&f->service->leaving, f);
    json_decref(f->doc);
    free(f->recent);
    free(f);
}

void function_release(struct function *f)
{
    if (--f->references == 0 && f->removed)
        function_free(f);
}

/* Its processes go on with what they are at; until their end it is known where all ends. */
static void unlink_function(struct function *f)
{
    unlink_from(&f->service->functions, f);
    f->service->n_functions--;
    f->removed = true;
    f->next = f->service->leaving;
    f->service->leaving = f;
}

void function_remove(struct function *f)
{
    const struct slrun_cloud *cloud = f->service->cloud;
    char key[ARN_SIZE];
    document_key(f, key);
    if (cloud->doc_remove)
        (void)cloud->doc_remove(cloud, "lambda", key);
    function_hold(f);
    unlink_function(f);
    pools_retire(f);
    function_release(f);
}

static int load(void *arg, const char *key, const json_t *doc)
{
    struct service *service = arg;
    json_t *copied = json_deep_copy(doc);
    if (!link_new(service, copied))
        service->host->log(SLRUN_LOG_WARNING, "lambda: %s cannot be read", key);
    json_decref(copied);
    return 0;
}

bool functions_load(struct service *service)
{
    const struct slrun_cloud *cloud = service->cloud;
    return !cloud->doc_each || cloud->doc_each(cloud, "lambda", "function/", load, service) == 0;
}

void functions_close(struct service *service)
{
    while (service->functions)
        unlink_function(service->functions);
    while (service->leaving) {
        struct function *f = service->leaving;
        function_hold(f);
        service->leaving = f->next;
        pools_end(f);
        function_release(f);
    }
}

void functions_forget(struct service *service)
{
    const struct slrun_cloud *cloud = service->cloud;
    char key[ARN_SIZE];
    for (struct function *f = service->functions; f && cloud->doc_remove; f = f->next) {
        document_key(f, key);
        (void)cloud->doc_remove(cloud, "lambda", key);
    }
}

/* ---- versions ---- */

json_t *function_alias(const struct function *f, const char *name)
{
    return json_object_get(json_object_get(f->doc, "Aliases"), name);
}

json_t *function_version(const struct function *f, const char *qualifier)
{
    json_t *versions = json_object_get(f->doc, "Versions");
    json_t *found = json_object_get(versions, *qualifier ? qualifier : LATEST);
    const json_t *alias = found ? NULL : function_alias(f, qualifier);
    const char *version = json_string_value(json_object_get(alias, "FunctionVersion"));
    return found ? found : version ? json_object_get(versions, version) : NULL;
}

json_t *function_config(const struct function *f, const char *qualifier)
{
    return json_object_get(function_version(f, qualifier), "Config");
}

const char *function_routed(const struct function *f, const char *qualifier)
{
    const json_t *alias = function_alias(f, qualifier);
    json_t *weights =
        json_object_get(json_object_get(alias, "RoutingConfig"), "AdditionalVersionWeights");
    const char *version, *routed = json_string_value(json_object_get(alias, "FunctionVersion"));
    json_t *weight;
    double share = json_object_size(weights) > 0 ? random_share() : 1;
    json_object_foreach (weights, version, weight) {
        if (share < json_number_value(weight))
            return version;
        share -= json_number_value(weight);
    }
    if (alias)
        return routed;
    if (!*qualifier)
        return LATEST;
    return function_version(f, qualifier) ? qualifier : NULL;
}

json_t *function_member(struct function *f, const char *name)
{
    json_t *member = json_object_get(f->doc, name);
    if (!member && put(f->doc, name, json_object()))
        member = json_object_get(f->doc, name);
    return member;
}

/* ---- of a call ---- */

static struct function *not_found(struct call *call, const struct function_name *name)
{
    char arn[ARN_SIZE];
    bool latest = !*name->qualifier && strcmp(call->op->api, "Invoke") == 0;
    name_arn(name, latest ? LATEST : name->qualifier, arn);
    call_fail(call, "ResourceNotFoundException", "Function not found: %s", arn);
    return NULL;
}

struct function *call_function(struct call *call, struct function_name *name)
{
    if (!function_name_read(call, call_string(call, "FunctionName"), call_string(call, "Qualifier"),
                            name))
        return NULL;
    struct function *f = function_find(call->service, name->account, name->region, name->name);
    return f && function_version(f, name->qualifier) ? f : not_found(call, name);
}

struct function *qualifier_not_found(struct call *call, const struct function_name *name)
{
    const char *qualifier = name->qualifier;
    bool alias = !strchr(qualifier, '$') && qualifier[strspn(qualifier, "0123456789")];
    char arn[ARN_SIZE];
    name_arn(name, qualifier, arn);
    call_fail(call, "ResourceNotFoundException",
              alias ? "Cannot find alias arn: %s" : "Function not found: %s", arn);
    return NULL;
}

struct function *call_unqualified(struct call *call, struct function_name *name)
{
    if (!function_name_read(call, call_string(call, "FunctionName"), NULL, name))
        return NULL;
    if (*name->qualifier) {
        call_fail(call, "InvalidParameterValueException",
                  "This operation is permitted on Lambda functions only. Aliases and versions do "
                  "not support this operation. Please specify either a function name or an "
                  "unqualified function ARN.");
        return NULL;
    }
    struct function *f = function_find(call->service, name->account, name->region, name->name);
    return f ? f : not_found(call, name);
}

void revise(json_t *object)
{
    char id[UUID_SIZE];
    uuid_make(id);
    (void)put(object, "RevisionId", json_string(id));
}

bool same_revision_of(const struct call *call, const json_t *object)
{
    const char *wanted = call_string(call, "RevisionId");
    const char *is = json_string_value(json_object_get(object, "RevisionId"));
    return !wanted || (is && strcmp(wanted, is) == 0);
}

bool same_revision(struct call *call, const json_t *object)
{
    if (same_revision_of(call, object))
        return true;
    call_fail(call, "PreconditionFailedException",
              "The Revision Id provided does not match the latest Revision Id. Call the "
              "GetFunction/GetAlias API to retrieve the latest Revision Id");
    return false;
}
