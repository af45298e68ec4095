/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::ApiGateway::Stage: what it says of logs, methods and canaries, which CreateStage takes
 * otherwise or not at all. */
#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "local/resource.h"

enum { MEMBER_SIZE = 80 };

/* {"DestinationArn": ...} as {"destinationArn": ...}. */
static json_t *lowered(const json_t *from)
{
    const char *name;
    json_t *value, *to = json_object();
    char member[MEMBER_SIZE];
    json_object_foreach ((json_t *)(uintptr_t)from, name, value) {
        (void)snprintf(member, sizeof member, "%s", name);
        member[0] = (char)tolower((unsigned char)member[0]);
        json_object_set(to, member, value);
    }
    return to;
}

/* [{"ResourcePath": "/a", "HttpMethod": "GET", ...}] as {"a/GET": {...}}. */
static json_t *settings_of(const json_t *list)
{
    json_t *all = json_object(), *one;
    size_t i;
    json_array_foreach (list, i, one) {
        const char *path = text_get(one, "ResourcePath"), *method = text_get(one, "HttpMethod");
        json_t *key = json_sprintf("%s/%s", path && path[0] == '/' && path[1] ? path + 1 : "~1",
                                   method ? method : "*");
        json_t *settings = lowered(one);
        json_object_del(settings, "resourcePath");
        json_object_del(settings, "httpMethod");
        json_object_set_new(all, json_string_value(key), settings);
        json_decref(key);
    }
    return all;
}

static void set(json_t *stage, const char *member, json_t *value)
{
    if (json_object_size(value))
        json_object_set(stage, member, value);
    else
        json_object_del(stage, member);
    json_decref(value);
}

static void apply(struct call *call, const json_t *properties, json_t *doc, json_t *stage)
{
    json_t *canary = lowered(json_object_get(properties, "CanarySetting"));
    const char *percent = text_get(canary, "percentTraffic"); /* of a parameter */
    if (percent)
        json_object_set_new(canary, "percentTraffic", json_real(strtod(percent, NULL)));
    set(stage, "accessLogSettings", lowered(json_object_get(properties, "AccessLogSetting")));
    set(stage, "canarySettings", canary);
    json_object_set_new(stage, "methodSettings",
                        settings_of(json_object_get(properties, "MethodSettings")));
    canary_settle(stage);
    if (canary_stage_ok(call, doc, stage))
        doc_save(call->service, doc);
}

void resource_stage_create(void *service, struct slrun_resource *resource)
{
    const struct type *type = type_of(resource);
    struct call call = resource_call(service, resource);
    const json_t *properties = resource->properties;
    const char *api = text_get(properties, "RestApiId"), *name = text_get(properties, "StageName");
    json_t *result =
        call_run(&call, type->create,
                 resource_args(type, resource_params(type->v2, type->create), properties));
    json_t *doc = result ? doc_find(&call, type->kind, api ? api : "") : NULL;
    if (doc)
        apply(&call, properties, doc,
              json_object_get(doc_collection(doc, type->collection), name ? name : ""));
    resource_finish(resource, &call, result);
}

void resource_stage_update(void *service, struct slrun_resource *resource)
{
    const struct type *type = type_of(resource);
    struct call call = resource_call(service, resource);
    const char *api = text_get(resource->properties, "RestApiId");
    json_t *doc = doc_find(&call, type->kind, api ? api : "");
    json_t *stage =
        doc ? json_object_get(doc_collection(doc, type->collection), resource->physical_id) : NULL;
    if (stage)
        apply(&call, resource->properties, doc, stage);
    if (call.code)
        resource_finish(resource, &call, NULL);
    else
        resource_update(service, resource);
}
