/* SPDX-License-Identifier: Apache-2.0 */
/* Methods of stacks, with their integration and responses; keys of usage plans. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "local/resource.h"

static const struct type rest = {.name = "", .v2 = false};

static json_t *arguments(const char *op, const json_t *properties)
{
    return resource_args(&rest, resource_params(false, op), properties);
}

/* One operation below a method: its properties and the method's name. */
static void put(struct call *call, const char *op, const json_t *properties, const json_t *method)
{
    static const char *const names[][2] = {
        {"restApiId", "RestApiId"}, {"resourceId", "ResourceId"}, {"httpMethod", "HttpMethod"}};
    if (call->code)
        return;
    json_t *args = arguments(op, properties);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        json_object_set(args, names[i][0], json_object_get(method, names[i][1]));
    json_decref(call_run(call, op, args));
}

static void put_all(struct call *call, const char *op, const json_t *list, const json_t *method)
{
    size_t i;
    json_t *one;
    json_array_foreach (list, i, one)
        put(call, op, one, method);
}

static json_t *method_args(const json_t *properties)
{
    return json_pack("{s:O?, s:O?, s:O?}", "restApiId", json_object_get(properties, "RestApiId"),
                     "resourceId", json_object_get(properties, "ResourceId"), "httpMethod",
                     json_object_get(properties, "HttpMethod"));
}

static void make(struct call *call, const json_t *properties)
{
    json_t *integration = json_object_get(properties, "Integration");
    json_t *args = arguments("put_method", properties);
    if (!json_object_get(args, "authorizationType"))
        json_object_set_new(args, "authorizationType", json_string("NONE"));
    json_decref(call_run(call, "put_method", args));
    put_all(call, "put_method_response", json_object_get(properties, "MethodResponses"),
            properties);
    if (integration) {
        put(call, "put_integration", integration, properties);
        put_all(call, "put_integration_response",
                json_object_get(integration, "IntegrationResponses"), properties);
    }
}

/* Also for updates: a method is known by its place. */
void resource_method_create(void *service, struct slrun_resource *resource)
{
    struct call call = resource_call(service, resource);
    if (resource->physical_id) {
        json_decref(call_run(&call, "delete_method", method_args(resource->properties)));
        call.code = NULL;
    }
    make(&call, resource->properties);
    resource_finish_as(resource, &call,
                       resource->physical_id ? resource->physical_id : resource->suggested_name,
                       NULL);
}

void resource_method_remove(void *service, struct slrun_resource *resource)
{
    struct call call = resource_call(service, resource);
    json_decref(call_run(&call, "delete_method", method_args(resource->properties)));
    call.code = NULL; /* it goes with its resource, or with the API */
    resource_finish_as(resource, &call, resource->physical_id, NULL);
}

/* ---- keys of usage plans ---- */

void resource_key_create(void *service, struct slrun_resource *resource)
{
    struct call call = resource_call(service, resource);
    json_t *args = arguments("create_usage_plan_key", resource->properties);
    json_decref(call_run(&call, "create_usage_plan_key", args));
    json_t *id = json_sprintf("%s:%s", text_get(resource->properties, "KeyId"),
                              text_get(resource->properties, "UsagePlanId"));
    resource_finish_as(resource, &call, json_string_value(id), NULL);
    json_decref(id);
}

void resource_key_remove(void *service, struct slrun_resource *resource)
{
    struct call call = resource_call(service, resource);
    json_decref(call_run(&call, "delete_usage_plan_key",
                         arguments("delete_usage_plan_key", resource->properties)));
    call.code = NULL; /* it goes with its plan */
    resource_finish_as(resource, &call, resource->physical_id, NULL);
}
