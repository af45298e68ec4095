/* SPDX-License-Identifier: Apache-2.0 */
/* Permissions, layers, URLs and configurations of asynchronous invocation of stacks. */
#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>

#include "local/bytes.h"
#include "local/resource_ops.h"

/* ---- permissions ---- */

void resource_create_permission(void *service, struct slrun_resource *r)
{
    struct work *w = work_new(service, r, work_end);
    if (!w)
        return;
    json_t *args = json_deep_copy(r->properties);
    (void)put(args, "StatementId", json_string(r->suggested_name));
    work_name(w, r->suggested_name);
    (void)put(w->attributes, "Id", json_string(r->suggested_name));
    work_add(w, "add_permission", args);
    work_run(w);
}

void resource_remove_permission(void *service, struct slrun_resource *r)
{
    const char *function = slrun_text(r->properties, "FunctionName");
    work_once(service, r, "remove_permission",
              json_pack("{s:s, s:s}", "FunctionName", function ? function : "", "StatementId",
                        r->physical_id));
}

/* ---- layers ---- */

static void layer_made(struct work *w)
{
    work_name(w, slrun_text(w->result, "LayerVersionArn"));
    (void)put(w->attributes, "LayerVersionArn", json_string(w->physical_id));
    work_end(w);
}

void resource_create_layer(void *service, struct slrun_resource *r)
{
    struct work *w = work_new(service, r, layer_made);
    if (!w)
        return;
    json_t *args = json_deep_copy(r->properties);
    if (!slrun_text(args, "LayerName"))
        (void)put(args, "LayerName", json_string(r->suggested_name));
    work_add(w, "publish_layer_version", args);
    work_run(w);
}

void resource_remove_layer(void *service, struct slrun_resource *r)
{
    const char *colon = strrchr(r->physical_id, ':');
    size_t n = colon ? (size_t)(colon - r->physical_id) : 0;
    work_once(service, r, "delete_layer_version",
              json_pack("{s:s%, s:I}", "LayerName", r->physical_id, n, "VersionNumber",
                        (json_int_t)strtoll(colon ? colon + 1 : "0", NULL, 10)));
}

/* Everybody may use every layer here: nothing to do. */
void resource_create_nothing(void *service, struct slrun_resource *r)
{
    struct work *w = work_new(service, r, work_end);
    if (!w)
        return;
    work_name(w, r->suggested_name);
    (void)put(w->attributes, "Id", json_string(r->suggested_name));
    work_run(w);
}

void resource_remove_nothing(void *service, struct slrun_resource *r)
{
    struct work *w = work_new(service, r, work_end);
    if (w)
        work_run(w);
}

/* ---- URLs ---- */

static json_t *url_args(const struct slrun_resource *r)
{
    static const char *const members[] = {"AuthType", "Qualifier", "Cors", "InvokeMode", NULL};
    json_t *args = resource_some(r->properties, members);
    (void)put(args, "FunctionName",
              json_incref(json_object_get(r->properties, "TargetFunctionArn")));
    return args;
}

static void url_made(struct work *w)
{
    static const char *const members[] = {"FunctionArn", "FunctionUrl", NULL};
    work_name(w, slrun_text(w->result, "FunctionArn"));
    json_decref(w->attributes);
    w->attributes = resource_some(w->result, members);
    work_end(w);
}

void resource_create_url(void *service, struct slrun_resource *r)
{
    struct work *w = work_new(service, r, url_made);
    if (!w)
        return;
    work_add(w, "create_function_url_config", url_args(r));
    work_run(w);
}

void resource_update_url(void *service, struct slrun_resource *r)
{
    struct work *w = work_new(service, r, url_made);
    if (!w)
        return;
    work_add(w, "update_function_url_config", url_args(r));
    work_run(w);
}

void resource_remove_url(void *service, struct slrun_resource *r)
{
    work_once(service, r, "delete_function_url_config",
              json_pack("{s:s}", "FunctionName", r->physical_id));
}

/* ---- event source mappings ---- */

static const char *const not_of_update[] = {"EventSourceArn",
                                            "StartingPosition",
                                            "StartingPositionTimestamp",
                                            "SelfManagedEventSource",
                                            "Topics",
                                            "Queues",
                                            "Tags",
                                            NULL};

static json_t *mapping_args(const struct slrun_resource *r)
{
    json_t *args = json_deep_copy(r->properties);
    if (json_object_get(args, "KmsKeyArn"))
        (void)put(args, "KMSKeyArn", json_incref(json_object_get(args, "KmsKeyArn")));
    (void)json_object_del(args, "KmsKeyArn");
    (void)put(args, "Tags", resource_tags(r->properties));
    return args;
}

static void mapping_made(struct work *w)
{
    work_name(w, slrun_text(w->result, "UUID"));
    (void)put(w->attributes, "Id", json_string(w->physical_id));
    (void)put(w->attributes, "EventSourceMappingArn",
              json_incref(json_object_get(w->result, "EventSourceMappingArn")));
    work_end(w);
}

/* Brokers and clusters, which nothing here is: such a mapping is accepted, and told. */
static bool is_unserved(const struct slrun_resource *r)
{
    static const char *const services[] = {":kafka:", ":mq:", ":rds:", ":docdb-elastic:", NULL};
    const char *source = slrun_text(r->properties, "EventSourceArn");
    const char *const *s = services;
    while (source && *s && !strstr(source, *s))
        s++;
    return json_object_get(r->properties, "SelfManagedEventSource") || (source && *s);
}

static void accept_unserved(struct work *w)
{
    char id[UUID_SIZE];
    uuid_make(id);
    w->service->host->log(SLRUN_LOG_WARNING,
                          "lambda: %s: nothing is read from its source here: the local cloud has "
                          "neither Kafka nor MQ nor DocumentDB",
                          w->resource->logical_id);
    work_name(w, id);
    (void)put(w->attributes, "Id", json_string(id));
    work_end(w);
}

void resource_create_mapping(void *service, struct slrun_resource *r)
{
    if (is_unserved(r)) {
        struct work *accepted = work_new(service, r, accept_unserved);
        if (accepted)
            work_run(accepted);
        return;
    }
    struct work *w = work_new(service, r, mapping_made);
    if (!w)
        return;
    work_add(w, "create_event_source_mapping", mapping_args(r));
    work_run(w);
}

void resource_update_mapping(void *service, struct slrun_resource *r)
{
    bool unserved = is_unserved(r);
    struct work *w = work_new(service, r, unserved ? work_end : mapping_made);
    if (!w)
        return;
    if (unserved) {
        work_name(w, r->physical_id);
        work_run(w);
        return;
    }
    json_t *args = mapping_args(r), *rest = resource_all_but(args, not_of_update);
    (void)put(rest, "UUID", json_string(r->physical_id));
    json_decref(args);
    work_add(w, "update_event_source_mapping", rest);
    work_run(w);
}

void resource_remove_mapping(void *service, struct slrun_resource *r)
{
    work_once(service, r, "delete_event_source_mapping",
              json_pack("{s:s}", "UUID", r->physical_id));
}

/* ---- asynchronous invocation ---- */

void resource_put_event_config(void *service, struct slrun_resource *r)
{
    struct work *w = work_new(service, r, work_end);
    if (!w)
        return;
    work_name(w, r->physical_id ? r->physical_id : r->suggested_name);
    work_add(w, "put_function_event_invoke_config", json_deep_copy(r->properties));
    work_run(w);
}

void resource_remove_event_config(void *service, struct slrun_resource *r)
{
    static const char *const members[] = {"FunctionName", "Qualifier", NULL};
    work_once(service, r, "delete_function_event_invoke_config",
              resource_some(r->properties, members));
}
