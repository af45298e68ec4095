/* SPDX-License-Identifier: Apache-2.0 */
/* The control plane: what is done with which kind of things, and whether the arguments are right.
 */
#include <ctype.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "local/service.h"

/* ---- kinds ---- */

#define REST            "restapis", "restApiId"
#define HTTP            "apis", "ApiId"
#define NO(w)           "Invalid " w " identifier specified"
#define KIND(name, ...) static const struct kind name = {__VA_ARGS__}

KIND(rest_api, "restapis", NULL, NULL, "restApiId", "id", NO("API"), NULL);
KIND(rest_model, REST, "models", "modelName", "name", "Invalid model name specified",
     "Model name already exists for this REST API");
KIND(rest_validator, REST, "requestvalidators", "requestValidatorId", "id",
     "Invalid Request Validator identifier specified", NULL);
KIND(rest_authorizer, REST, "authorizers", "authorizerId", "id", NO("Authorizer"), NULL);
KIND(rest_stage, REST, "stages", "stageName", "stageName", NO("stage"), "Stage already exists");
KIND(rest_deployment, REST, "deployments", "deploymentId", "id", NO("Deployment"), NULL);
KIND(rest_response, REST, "gatewayresponses", "responseType", "responseType",
     "Gateway response type not defined on api", "");
KIND(rest_part, REST, "documentationparts", "documentationPartId", "id",
     "Invalid Documentation part identifier specified", NULL);
KIND(api_key, "apikeys", NULL, NULL, "apiKey", "id", "Invalid API Key identifier specified", NULL);
KIND(usage_plan, "usageplans", NULL, NULL, "usagePlanId", "id", "Invalid Usage Plan ID specified",
     NULL);
KIND(usage_plan_key, "usageplans", "usagePlanId", "keys", "keyId", "id",
     "Invalid API Key identifier specified", NULL);
KIND(domain, "domainnames", NULL, NULL, "domainName", "domainName",
     "Invalid domain name identifier specified", "The domain name you provided already exists.");
KIND(mapping, "domainnames", "domainName", "basepathmappings", "basePath", "basePath",
     "Invalid base path mapping identifier specified",
     "Base path already exists for this domain name");
KIND(http_api, "apis", NULL, NULL, "ApiId", "ApiId", NO("API"), NULL);
KIND(http_route, HTTP, "routes", "RouteId", "RouteId", NO("Route"), NULL);
KIND(http_integration, HTTP, "integrations", "IntegrationId", "IntegrationId", NO("Integration"),
     NULL);
KIND(http_authorizer, HTTP, "authorizers", "AuthorizerId", "AuthorizerId", NO("Authorizer"), NULL);
KIND(http_stage, HTTP, "stages", "StageName", "StageName", NO("Stage"), "Stage already exists");
KIND(http_deployment, HTTP, "deployments", "DeploymentId", "DeploymentId", NO("Deployment"), NULL);
KIND(http_domain, "domainnames", NULL, NULL, "DomainName", "DomainName",
     "The domain name resource specified in the request was not found.",
     "The domain name you provided already exists.");
KIND(http_mapping, "domainnames", "DomainName", "apimappings", "ApiMappingId", "ApiMappingId",
     "The api mapping resource specified in the request was not found.", NULL);

/* ---- operations ---- */

/* What names begin with tells what happens to things of a kind. */
static const struct {
    const char *noun; /* "create_NOUN", "get_NOUN", ... */
    const char *plural;
    const struct kind *kind[2]; /* of v1, v2 */
} nouns[] = {
    {"rest_api", "rest_apis", {&rest_api, NULL}},
    {"api", "apis", {NULL, &http_api}},
    {"model", "models", {&rest_model, NULL}},
    {"request_validator", "request_validators", {&rest_validator, NULL}},
    {"authorizer", "authorizers", {&rest_authorizer, &http_authorizer}},
    {"stage", "stages", {&rest_stage, &http_stage}},
    {"deployment", "deployments", {&rest_deployment, &http_deployment}},
    {"gateway_response", "gateway_responses", {&rest_response, NULL}},
    {"documentation_part", "documentation_parts", {&rest_part, NULL}},
    {"api_key", "api_keys", {&api_key, NULL}},
    {"usage_plan", "usage_plans", {&usage_plan, NULL}},
    {"usage_plan_key", "usage_plan_keys", {&usage_plan_key, NULL}},
    {"domain_name", "domain_names", {&domain, &http_domain}},
    {"base_path_mapping", "base_path_mappings", {&mapping, NULL}},
    {"api_mapping", "api_mappings", {NULL, &http_mapping}},
    {"route", "routes", {NULL, &http_route}},
    {"integration", "integrations", {NULL, &http_integration}},
};

static const struct {
    const char *verb;
    operation *run;
} verbs[] = {{"create_", thing_create},
             {"get_", thing_get},
             {"delete_", thing_delete},
             {"update_", thing_update}};

/* What is not the same for all kinds. */
static const struct {
    const char *name;
    operation *run[2]; /* of v1, v2; NULL: the verb's */
    const struct kind *kind[2];
} own[] = {
    {"create_rest_api", {op_create_rest_api, NULL}, {NULL, NULL}},
    {"import_rest_api", {op_import_rest_api, NULL}, {NULL, NULL}},
    {"put_rest_api", {op_put_rest_api, NULL}, {&rest_api, NULL}},
    {"create_resource", {op_create_resource, NULL}, {NULL, NULL}},
    {"get_resource", {op_get_resource, NULL}, {NULL, NULL}},
    {"get_resources", {op_get_resources, NULL}, {NULL, NULL}},
    {"delete_resource", {op_delete_resource, NULL}, {NULL, NULL}},
    {"update_resource", {op_update_resource, NULL}, {NULL, NULL}},
    {"put_method", {op_put_method, NULL}, {NULL, NULL}},
    {"get_method", {op_get_method, NULL}, {NULL, NULL}},
    {"delete_method", {op_delete_method, NULL}, {NULL, NULL}},
    {"update_method", {op_update_method, NULL}, {NULL, NULL}},
    {"put_method_response", {op_put_method, NULL}, {NULL, NULL}},
    {"get_method_response", {op_get_method, NULL}, {NULL, NULL}},
    {"delete_method_response", {op_delete_method, NULL}, {NULL, NULL}},
    {"update_method_response", {op_update_method, NULL}, {NULL, NULL}},
    {"put_integration", {op_put_method, NULL}, {NULL, NULL}},
    {"get_integration", {op_get_method, NULL}, {NULL, NULL}},
    {"delete_integration", {op_delete_method, NULL}, {NULL, NULL}},
    {"update_integration", {op_update_method, NULL}, {NULL, NULL}},
    {"put_integration_response", {op_put_method, NULL}, {NULL, NULL}},
    {"get_integration_response", {op_get_method, NULL}, {NULL, NULL}},
    {"delete_integration_response", {op_delete_method, NULL}, {NULL, NULL}},
    {"update_integration_response", {op_update_method, NULL}, {NULL, NULL}},
    {"put_gateway_response", {op_put_gateway_response, NULL}, {&rest_response, NULL}},
    {"get_gateway_response", {op_get_gateway_response, NULL}, {&rest_response, NULL}},
    {"get_gateway_responses", {op_get_gateway_responses, NULL}, {&rest_response, NULL}},
    {"update_gateway_response", {op_update_gateway_response, NULL}, {&rest_response, NULL}},
    {"create_deployment",
     {op_create_deployment, op_create_deployment_v2},
     {NULL, &http_deployment}},
    {"delete_deployment",
     {op_delete_deployment, op_delete_deployment},
     {&rest_deployment, &http_deployment}},
    {"create_stage", {op_create_stage, op_create_stage_v2}, {&rest_stage, &http_stage}},
    {"update_stage", {op_update_stage, NULL}, {&rest_stage, &http_stage}},
    {"create_api_key", {op_create_api_key, NULL}, {&api_key, NULL}},
    {"get_api_key", {op_get_api_key, NULL}, {&api_key, NULL}},
    {"get_api_keys", {op_get_api_keys, NULL}, {&api_key, NULL}},
    {"update_api_key", {op_update_api_key, NULL}, {&api_key, NULL}},
    {"delete_api_key", {op_delete_api_key, NULL}, {&api_key, NULL}},
    {"create_usage_plan", {op_create_usage_plan, NULL}, {&usage_plan, NULL}},
    {"update_usage_plan", {op_update_usage_plan, NULL}, {&usage_plan, NULL}},
    {"get_usage_plans", {op_get_usage_plans, NULL}, {&usage_plan, NULL}},
    {"get_usage_plan_keys", {op_get_usage_plan_keys, NULL}, {&usage_plan_key, NULL}},
    {"create_usage_plan_key", {op_create_usage_plan_key, NULL}, {&usage_plan_key, NULL}},
    {"create_domain_name", {op_create_domain, op_create_domain_v2}, {&domain, &http_domain}},
    {"get_account", {op_get_account, NULL}, {NULL, NULL}},
    {"update_account", {op_update_account, NULL}, {NULL, NULL}},
    {"create_api", {NULL, op_create_api}, {NULL, NULL}},
    {"import_api", {NULL, op_import_api}, {NULL, NULL}},
    {"reimport_api", {NULL, op_reimport_api}, {NULL, NULL}},
    {"delete_cors_configuration", {NULL, op_delete_cors}, {NULL, NULL}},
    {"delete_route_settings", {NULL, op_delete_route_settings}, {NULL, &http_stage}},
    {"get_tags", {op_get_tags, op_get_tags}, {NULL, NULL}},
    {"tag_resource", {op_tag_resource, op_tag_resource}, {NULL, NULL}},
    {"untag_resource", {op_untag_resource, op_untag_resource}, {NULL, NULL}},
};

static operation *find_own(struct call *call)
{
    size_t v = call->version->lower;
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (strcmp(own[i].name, call->op->name) == 0 && own[i].run[v]) {
            call->kind = own[i].kind[v];
            return own[i].run[v];
        }
    return NULL;
}

static operation *find_verb(struct call *call)
{
    const char *name = call->op->name;
    for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++) {
        size_t n = strlen(verbs[v].verb);
        if (strncmp(name, verbs[v].verb, n) != 0)
            continue;
        for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
            call->kind = nouns[i].kind[call->version->lower];
            if (call->kind && strcmp(name + n, nouns[i].noun) == 0)
                return verbs[v].run;
            if (call->kind && strcmp(name + n, nouns[i].plural) == 0)
                return thing_list;
        }
    }
    return NULL;
}

/* ---- what operations share ---- */

json_t *call_fail(struct call *call, const char *code, const char *format, ...)
{
    va_list args;
    if (call->code)
        return NULL;
    call->code = code;
    va_start(args, format);
    (void)vsnprintf(call->message, sizeof call->message, format, args);
    va_end(args);
    return NULL;
}

const char *call_arg(const struct call *call, const char *name)
{
    return text_get(call->args, name);
}

static bool is_type(enum slrun_type type, const json_t *value)
{
    switch (type) {
    case SLRUN_STRING:
        return json_is_string(value);
    case SLRUN_INTEGER:
        return json_is_integer(value);
    case SLRUN_FLOAT:
    case SLRUN_TIMESTAMP:
        return json_is_number(value) || json_is_string(value);
    case SLRUN_BOOLEAN:
        return json_is_boolean(value);
    case SLRUN_LIST:
        return json_is_array(value);
    case SLRUN_MAP:
    case SLRUN_STRUCTURE:
        return json_is_object(value);
    default:
        return true;
    }
}

static bool is_word(const char *const *words, const json_t *value)
{
    if (!words || !json_is_string(value))
        return true;
    for (; *words; words++)
        if (strcmp(*words, json_string_value(value)) == 0)
            return true;
    return false;
}

static bool check(struct call *call)
{
    for (const struct slrun_param *p = call->op->params; p->name; p++) {
        const json_t *value = json_object_get(call->args, p->name);
        if (!value && (p->flags & SLRUN_REQUIRED))
            call_fail(call, "BadRequestException", "%s must be specified", p->name);
        else if (value && !is_type(p->shape.type, value))
            call_fail(call, "BadRequestException", "Invalid value for %s", p->name);
        else if (json_is_integer(value) && strcmp(p->name, "limit") == 0 &&
                 json_integer_value(value) < 1)
            call_fail(call, "BadRequestException", "Invalid value for limit");
        else if (value && !is_word(p->shape.values, value) && call->version->lower)
            call_fail(call, "BadRequestException", "Invalid value for %s: %s", p->name,
                      json_string_value(value));
    }
    return !call->code;
}

json_t *call_serve(struct call *call)
{
    operation *serves = find_own(call);
    if (!serves)
        serves = find_verb(call);
    if (!serves)
        return call_fail(call, "BadRequestException",
                         "The local cloud does not have this operation: %s", call->op->api);
    bool v1 = call->version->lower == 0;
    return (!v1 || check_constraints(call)) && check(call) && (!v1 || judge_call(call))
               ? serves(call)
               : NULL;
}

bool call_find(struct call *call, const char *name)
{
    const struct ag_version *v = call->version;
    for (size_t i = 0; i < v->n; i++)
        if (strcmp(v->ops[i].name, name) == 0) {
            call->op = &v->ops[i];
            call->wire = &v->calls[i];
            return true;
        }
    return false;
}

json_t *call_run(struct call *call, const char *op, json_t *args)
{
    json_t *result = NULL;
    call->args = args;
    if (call_find(call, op))
        result = call_serve(call);
    else
        call_fail(call, "BadRequestException", "There is no operation %s", op);
    json_decref(args);
    call->args = NULL;
    return result;
}
