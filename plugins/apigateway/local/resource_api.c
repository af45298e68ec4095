/* SPDX-License-Identifier: Apache-2.0 */
/*
 * APIs of stacks, whose definition may stand in the template (Body), in a bucket (BodyS3Location)
 * or, with our extension of the same property, in a file ({"Directory": "/abs/path/openapi.yaml"}).
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/resource.h"

enum { DEFINITION_MAX = 8 << 20 };

/* ---- the definition ---- */

static void import(struct slrun_resource *resource, struct call *call, json_t *doc,
                   json_t *definition)
{
    const struct type *type = type_of(resource);
    json_t *result = NULL, *before = json_deep_copy(doc);
    bool good = definition && (type->v2 ? openapi_http(call, doc, definition)
                                        : openapi_rest(call, doc, definition, false));
    if (good) {
        doc_save(call->service, doc);
        result = json_deep_copy(doc_it(doc));
    } else if (!resource->physical_id) {
        doc_delete(call->service, text_get(doc, "id"));
    } else {
        json_object_update(doc, before);
    }
    json_decref(before);
    json_decref(definition);
    resource_finish(resource, call, result);
}

static json_t *read_file(struct call *call, const char *path)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    size_t n = 0;
    char *data = call->service->cloud->host->file_read(path, DEFINITION_MAX, &n, &error);
    json_t *definition = data ? openapi_read(call, data, n) : NULL;
    if (!data)
        call_fail(call, "BadRequestException", "The definition cannot be read: %s", error.message);
    free(data);
    return definition;
}

/* ---- from a bucket ---- */

struct fetch {
    struct service *service;
    struct slrun_resource *resource;
    char id[ID_SIZE]; /* of the API */
};

static void fetched(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct fetch *f = arg;
    struct call call = resource_call(f->service, f->resource);
    json_t *doc = json_object_get(f->service->docs, f->id), *inner = NULL, *definition = NULL;
    json_t *body = json_object_get(result, "Body");
    const char *tag = body ? f->service->cloud->host->tagged_get(body, &inner) : NULL;
    struct text t = TEXT_INIT;
    if (tag && strcmp(tag, SLRUN_TAG_BINARY) == 0)
        text_add_unbase64(&t, json_string_value(inner));
    else if (json_is_string(body))
        text_adds(&t, json_string_value(body));
    if (error)
        call_fail(&call, "BadRequestException", "%s", error->message);
    else
        definition = openapi_read(&call, text_str(&t), t.n);
    if (doc)
        import(f->resource, &call, doc, definition);
    else
        resource_finish(f->resource, &call, NULL);
    text_free(&t);
    free(f);
}

static void fetch(struct call *call, struct slrun_resource *resource, const json_t *doc,
                  const json_t *location)
{
    struct fetch *f = calloc(1, sizeof *f);
    const struct slrun_cloud *cloud = call->service->cloud;
    const char *version = text_get(location, "Version");
    bool started = false;
    if (f) {
        *f = (struct fetch){.service = call->service, .resource = resource};
        snprintf(f->id, sizeof f->id, "%s", text_get(doc, "id"));
        json_t *args = json_pack("{s:O?, s:O?}", "Bucket", json_object_get(location, "Bucket"),
                                 "Key", json_object_get(location, "Key"));
        if (version)
            json_object_set_new(args, "VersionId", json_string(version));
        started = cloud->call(cloud, &(struct slrun_cloud_call){.service = "s3",
                                                                .operation = "get_object",
                                                                .args = args,
                                                                .region = resource->region,
                                                                .account = resource->account,
                                                                .caller = "apigateway",
                                                                .done = fetched,
                                                                .arg = f}) != NULL;
    }
    if (!started) {
        free(f);
        call_fail(call, "BadRequestException", "out of memory");
        resource_finish(resource, call, NULL);
    }
}

/* ---- create, update ---- */

/* Puts the definition that the properties have into the API, or ends at once. */
static void define(struct call *call, struct slrun_resource *resource, json_t *doc, json_t *result)
{
    json_t *body = json_object_get(resource->properties, "Body");
    json_t *location = json_object_get(resource->properties, "BodyS3Location");
    const char *file = text_get(location, "Directory");
    if (call->code || !(body || location)) {
        resource_finish(resource, call, result);
        return;
    }
    json_decref(result);
    if (body)
        import(resource, call, doc, json_deep_copy(body));
    else if (file)
        import(resource, call, doc, read_file(call, file));
    else
        fetch(call, resource, doc, location);
}

void resource_api_create(void *service, struct slrun_resource *resource)
{
    const struct type *type = type_of(resource);
    struct call call = resource_call(service, resource);
    const json_t *properties = resource->properties;
    json_t *args = resource_args(type, resource_params(type->v2, type->create), properties);
    const char *name = type->v2 ? "Name" : "name";
    json_t *title =
        json_object_get(json_object_get(json_object_get(properties, "Body"), "info"), "title");
    if (!json_object_get(args, name))
        json_object_set_new(args, name,
                            json_is_string(title) ? json_incref(title)
                                                  : json_string(resource->suggested_name));
    if (type->v2 && !json_object_get(args, "ProtocolType"))
        json_object_set_new(args, "ProtocolType", json_string("HTTP"));
    json_t *result = call_run(&call, type->create, args);
    json_t *doc = json_object_get(((struct service *)service)->docs,
                                  result ? text_get(result, type->id) : "");
    define(&call, resource, doc, result);
}

void resource_api_update(void *service, struct slrun_resource *resource)
{
    const struct type *type = type_of(resource);
    struct call call = resource_call(service, resource);
    json_t *args =
        resource_args(type, resource_params(type->v2, type->create), resource->properties);
    json_t *doc = doc_find(&call, type->kind, resource->physical_id);
    if (doc) {
        json_object_del(args, "Target");
        json_object_del(args, "RouteKey");
        json_object_update(doc_it(doc), args);
        doc_save(service, doc);
    } else {
        call_fail(&call, "NotFoundException", "Invalid API identifier specified %s:%s",
                  resource->account, resource->physical_id);
    }
    json_decref(args);
    define(&call, resource, doc, doc ? json_deep_copy(doc_it(doc)) : NULL);
}
