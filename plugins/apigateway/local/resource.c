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
     {{"DistributionDomainName", "distributionDomainName"},
      {"DistributionHostedZoneId", "distributionHostedZoneId"},
      {"RegionalDomainName", "regionalDomainName"},
      {"RegionalHostedZoneId", "regionalHostedZoneId"},
      {"DomainNameArn", "domainNameArn"}}},
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
     {{"RegionalDomainName", "DomainNameConfigurations/ApiGatewayDomainName"},
      {"RegionalHostedZoneId", "DomainNameConfigurations/HostedZoneId"}}},
};

const struct type *type_of(const struct slrun_resource *resource)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].name, resource->type->type) == 0)
            return &types[i];
    return NULL;
}

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

/* A member of a result, borrowed; "LIST/MEMBER" is one of the list's first element. */
static json_t *member_of(const json_t *result, const char *path)
{
    const char *slash = strchr(path, '/');
    json_t *first = slash ? json_object_getn(result, path, (size_t)(slash - path)) : NULL;
    return slash ? json_object_get(json_array_get(first, 0), slash + 1)
                 : json_object_get(result, path);
}

void resource_finish(struct slrun_resource *resource, struct call *call, json_t *result)
{
    const struct type *type = type_of(resource);
    const char *id = text_get(result, type->id);
    json_t *attributes = json_object();
    for (size_t i = 0; i < TYPE_ATTRIBUTES_MAX && type->attributes[i].attribute; i++) {
        json_t *value = member_of(result, type->attributes[i].member);
        if (value)
            json_object_set(attributes, type->attributes[i].attribute, value);
    }
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
        json_object_foreach (before, name, value)
            if (!json_object_get(after, name) && strcmp(name, type->v2 ? "Name" : "name") != 0)
                json_object_del(it, name);
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
