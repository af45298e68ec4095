/* SPDX-License-Identifier: Apache-2.0 */
/* Resources of stacks that one operation makes. */
#include "local/resource.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_SIZE = 128 };

static const struct type types[] = {
    {"AWS::ApiGateway::RestApi",
     false,
     "create_rest_api",
     "delete_rest_api",
     "id",
     "restApiId",
     "restapis",
     NULL,
     "Name",
     {NULL, NULL},
     {{"RootResourceId", "rootResourceId"}, {"RestApiId", "id"}}},
    {"AWS::ApiGateway::Resource",
     false,
     "create_resource",
     "delete_resource",
     "id",
     "resourceId",
     "restapis",
     "resources",
     NULL,
     {NULL, NULL},
     {{"ResourceId", "id"}}},
    {"AWS::ApiGateway::Deployment",
     false,
     "create_deployment",
     "delete_deployment",
     "id",
     "deploymentId",
     "restapis",
     "deployments",
     NULL,
     {NULL, NULL},
     {{"DeploymentId", "id"}}},
    {"AWS::ApiGateway::Stage",
     false,
     "create_stage",
     "delete_stage",
     "stageName",
     "stageName",
     "restapis",
     "stages",
     NULL,
     {NULL, NULL},
     {{NULL, NULL}}},
    {"AWS::ApiGateway::Model",
     false,
     "create_model",
     "delete_model",
     "name",
     "modelName",
     "restapis",
     "models",
     "Name",
     {NULL, NULL},
     {{NULL, NULL}}},
    {"AWS::ApiGateway::RequestValidator",
     false,
     "create_request_validator",
     "delete_request_validator",
     "id",
     "requestValidatorId",
     "restapis",
     "requestvalidators",
     NULL,
     {NULL, NULL},
     {{"RequestValidatorId", "id"}}},
    {"AWS::ApiGateway::GatewayResponse",
     false,
     "put_gateway_response",
     "delete_gateway_response",
     "responseType",
     "responseType",
     "restapis",
     "gatewayresponses",
     NULL,
     {NULL, NULL},
     {{"Id", "responseType"}}},
    {"AWS::ApiGateway::Authorizer",
     false,
     "create_authorizer",
     "delete_authorizer",
     "id",
     "authorizerId",
     "restapis",
     "authorizers",
     "Name",
     {NULL, NULL},
     {{"AuthorizerId", "id"}}},
    {"AWS::ApiGateway::ApiKey",
     false,
     "create_api_key",
     "delete_api_key",
     "id",
     "apiKey",
     "apikeys",
     NULL,
     "Name",
     {NULL, NULL},
     {{"APIKeyId", "id"}}},
    {"AWS::ApiGateway::UsagePlan",
     false,
     "create_usage_plan",
     "delete_usage_plan",
     "id",
     "usagePlanId",
     "usageplans",
     NULL,
     "UsagePlanName",
     {"name", "UsagePlanName"},
     {{"Id", "id"}}},
    {"AWS::ApiGateway::DomainName",
     false,
     "create_domain_name",
     "delete_domain_name",
     "domainName",
     "domainName",
     "domainnames",
     NULL,
     NULL,
     {NULL, NULL},
     {{NULL, NULL}}},
    {"AWS::ApiGatewayV2::Api",
     true,
     "create_api",
     "delete_api",
     "ApiId",
     "ApiId",
     "apis",
     NULL,
     "Name",
     {NULL, NULL},
     {{"ApiId", "ApiId"}, {"ApiEndpoint", "ApiEndpoint"}}},
    {"AWS::ApiGatewayV2::Stage",
     true,
     "create_stage",
     "delete_stage",
     "StageName",
     "StageName",
     "apis",
     "stages",
     NULL,
     {NULL, NULL},
     {{NULL, NULL}}},
    {"AWS::ApiGatewayV2::Route",
     true,
     "create_route",
     "delete_route",
     "RouteId",
     "RouteId",
     "apis",
     "routes",
     NULL,
     {NULL, NULL},
     {{"RouteId", "RouteId"}}},
    {"AWS::ApiGatewayV2::Integration",
     true,
     "create_integration",
     "delete_integration",
     "IntegrationId",
     "IntegrationId",
     "apis",
     "integrations",
     NULL,
     {NULL, NULL},
     {{"IntegrationId", "IntegrationId"}}},
    {"AWS::ApiGatewayV2::Deployment",
     true,
     "create_deployment",
     "delete_deployment",
     "DeploymentId",
     "DeploymentId",
     "apis",
     "deployments",
     NULL,
     {NULL, NULL},
     {{"DeploymentId", "DeploymentId"}}},
    {"AWS::ApiGatewayV2::Authorizer",
     true,
     "create_authorizer",
     "delete_authorizer",
     "AuthorizerId",
     "AuthorizerId",
     "apis",
     "authorizers",
     "Name",
     {NULL, NULL},
     {{"AuthorizerId", "AuthorizerId"}}},
    {"AWS::ApiGatewayV2::DomainName",
     true,
     "create_domain_name",
     "delete_domain_name",
     "DomainName",
     "DomainName",
     "domainnames",
     NULL,
     NULL,
     {NULL, NULL},
     {{NULL, NULL}}},
};

const struct type *type_of(const struct slrun_resource *resource)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].name, resource->type->type) == 0)
            return &types[i];
    return NULL;
}

/* ---- properties ---- */

static json_t *typed(const struct slrun_shape *shape, const json_t *value, bool v2);

/* [{Key, Value}] where a map of tags is meant. */
static json_t *tag_map(const json_t *list)
{
    size_t i;
    json_t *tag, *map = json_object();
    json_array_foreach (list, i, tag) {
        const char *key = text_get(tag, "Key");
        if (key)
            json_object_set(map, key, json_object_get(tag, "Value"));
    }
    return map;
}

static json_t *typed_map(const struct slrun_shape *of, const json_t *value, bool v2)
{
    const char *key;
    json_t *item, *map = json_object();
    json_object_foreach ((json_t *)(uintptr_t)value, key, item) {
        json_object_set_new(map, key, typed(of, item, v2));
    }
    return map;
}

static json_t *typed_list(const struct slrun_shape *of, const json_t *value, bool v2)
{
    size_t i;
    json_t *item, *list = json_array();
    json_array_foreach (value, i, item) {
        json_array_append_new(list, typed(of, item, v2));
    }
    return list;
}

/* The property of a parameter: with a capital letter in v1, by the same name in v2. */
static const json_t *property(const json_t *properties, const char *name, bool v2)
{
    char capital[NAME_SIZE];
    snprintf(capital, sizeof capital, "%s", name);
    if (!v2)
        capital[0] = (char)toupper((unsigned char)capital[0]);
    return json_object_get(properties, capital);
}

static json_t *structure(const struct slrun_param *members, const json_t *properties, bool v2)
{
    json_t *object = json_object();
    for (const struct slrun_param *p = members; p && p->name; p++) {
        const json_t *value = property(properties, p->name, v2);
        if (value && !json_is_null(value))
            json_object_set_new(object, p->name, typed(&p->shape, value, v2));
    }
    return object;
}

/* Templates write numbers as strings and strings as numbers; a schema may be an object. */
static json_t *typed_scalar(enum slrun_type type, const json_t *value)
{
    const char *text = json_string_value(value);
    struct text t = TEXT_INIT;
    if (type == SLRUN_INTEGER && text)
        return json_integer(strtoll(text, NULL, 10));
    if (type == SLRUN_FLOAT && text)
        return json_real(strtod(text, NULL));
    if (type == SLRUN_BOOLEAN && text)
        return json_boolean(strcmp(text, "true") == 0);
    if (type != SLRUN_STRING || text)
        return json_incref((json_t *)(uintptr_t)value);
    text_add_json(&t, value);
    return text_json(&t);
}

static json_t *typed(const struct slrun_shape *shape, const json_t *value, bool v2)
{
    switch (shape ? shape->type : SLRUN_DOCUMENT) {
    case SLRUN_MAP:
        return json_is_array(value) ? tag_map(value) : typed_map(shape->of, value, v2);
    case SLRUN_LIST:
        return json_is_array(value) ? typed_list(shape->of, value, v2)
                                    : json_pack("[o]", typed(shape->of, value, v2));
    case SLRUN_STRUCTURE:
        return structure(shape->members, value, v2);
    default:
        return typed_scalar(shape ? shape->type : SLRUN_DOCUMENT, value);
    }
}

const struct slrun_param *resource_params(bool v2, const char *op)
{
    const struct ag_version *v = &ag_versions[v2];
    for (size_t i = 0; i < v->n; i++)
        if (strcmp(v->ops[i].name, op) == 0)
            return v->ops[i].params;
    return NULL;
}

json_t *resource_args(const struct type *type, const struct slrun_param *params,
                      const json_t *properties)
{
    json_t *args = structure(params, properties, type->v2);
    const json_t *alias = type->alias[0] ? json_object_get(properties, type->alias[1]) : NULL;
    if (alias)
        json_object_set(args, type->alias[0], (json_t *)(uintptr_t)alias);
    return args;
}

/* ---- ends ---- */

struct call resource_call(struct service *service, const struct slrun_resource *resource)
{
    const struct type *type = type_of(resource);
    return (struct call){.service = service,
                         .version = &ag_versions[type && type->v2],
                         .region = resource->region,
                         .account = resource->account};
}

void resource_finish_as(struct slrun_resource *resource, struct call *call, const char *id,
                        json_t *attributes)
{
    struct slrun_error error = {.kind = SLRUN_E_SERVICE, .status = 400};
    if (call->code) {
        snprintf(error.code, sizeof error.code, "%s", call->code);
        snprintf(error.message, sizeof error.message, "%s", call->message);
    }
    call->service->cloud->resource_done(
        resource, &(struct slrun_resource_result){.error = call->code ? &error : NULL,
                                                  .physical_id = id,
                                                  .attributes = attributes});
    json_decref(attributes);
}

void resource_finish(struct slrun_resource *resource, struct call *call, json_t *result)
{
    const struct type *type = type_of(resource);
    const char *id = text_get(result, type->id);
    json_t *attributes = json_object();
    for (size_t i = 0; i < TYPE_ATTRIBUTES_MAX && type->attributes[i].attribute; i++)
        if (json_object_get(result, type->attributes[i].member))
            json_object_set(attributes, type->attributes[i].attribute,
                            json_object_get(result, type->attributes[i].member));
    resource_finish_as(resource, call, id ? id : resource->physical_id, attributes);
    json_decref(result);
}

/* ---- the three actions ---- */

static void set_name(const struct type *type, const struct slrun_resource *resource, json_t *args)
{
    char name[NAME_SIZE];
    size_t n = 0;
    const char *arg = type->v2 ? "Name" : "name";
    if (!type->named || json_object_get(args, arg))
        return;
    for (const char *at = resource->suggested_name; *at && n + 1 < sizeof name; at++)
        if (isalnum((unsigned char)*at) || strcmp(type->create, "create_model") != 0)
            name[n++] = *at;
    name[n] = '\0';
    json_object_set_new(args, arg, json_string(name));
}

void resource_create(void *service, struct slrun_resource *resource)
{
    const struct type *type = type_of(resource);
    struct call call = resource_call(service, resource);
    json_t *args =
        resource_args(type, resource_params(type->v2, type->create), resource->properties);
    set_name(type, resource, args);
    resource_finish(resource, &call, call_run(&call, type->create, args));
}

static json_t *find_it(struct call *call, const struct type *type,
                       const struct slrun_resource *resource, json_t **doc)
{
    const json_t *top = json_object_get(resource->properties, type->v2 ? "ApiId" : "RestApiId");
    const char *id = type->collection ? json_string_value(top) : resource->physical_id;
    *doc = doc_find(call, type->kind, id);
    return type->collection
               ? json_object_get(json_object_get(*doc, type->collection), resource->physical_id)
               : doc_it(*doc);
}

/* What the properties say takes the place of what the old ones said. */
void resource_update(void *service, struct slrun_resource *resource)
{
    const struct type *type = type_of(resource);
    struct call call = resource_call(service, resource);
    const struct slrun_param *params = resource_params(type->v2, type->create);
    json_t *doc, *it = find_it(&call, type, resource, &doc), *value, *result = NULL;
    json_t *before = resource_args(type, params, resource->old);
    json_t *after = resource_args(type, params, resource->properties);
    const char *name;
    if (it) {
        json_object_foreach (before, name, value) {
            if (!json_object_get(after, name) && strcmp(name, type->v2 ? "Name" : "name") != 0)
                json_object_del(it, name);
        }
        json_object_del(after, "restApiId");
        json_object_update(it, after);
        api_changed(doc);
        doc_save(service, doc);
        result = json_deep_copy(it);
    } else {
        call_fail(&call, "NotFoundException", "%s is not there", resource->physical_id);
    }
    json_decref(before);
    json_decref(after);
    resource_finish(resource, &call, result);
}

void resource_remove(void *service, struct slrun_resource *resource)
{
    const struct type *type = type_of(resource);
    struct call call = resource_call(service, resource);
    json_t *args =
        resource_args(type, resource_params(type->v2, type->remove), resource->properties);
    json_object_set_new(args, type->arg, json_string(resource->physical_id));
    json_decref(call_run(&call, type->remove, args));
    /* what is gone is gone; a deployment goes with its stage, or with the API */
    if (call.code && (strcmp(call.code, "NotFoundException") == 0 ||
                      strcmp(type->remove, "delete_deployment") == 0))
        call.code = NULL;
    resource_finish_as(resource, &call, resource->physical_id, NULL);
}

void resource_nothing(void *service, struct slrun_resource *resource)
{
    struct call call = {.service = service};
    resource_finish_as(resource, &call,
                       resource->physical_id ? resource->physical_id : resource->suggested_name,
                       NULL);
}
