/* SPDX-License-Identifier: Apache-2.0 */
/* Api: an integration in the definition of a REST API, and a permission. */
#include <ctype.h>
#include <string.h>

#include "sam/api.h"
#include "sam/events.h"
#include "sam/id.h"
#include "sam/implicit.h"
#include "sam/resolve.h"
#include "sam/swagger.h"
#include "sam/value.h"

const struct sam_property sam_api_event_properties[] = {
    {"Path", SAM_STR, 0, SAM_REQUIRED},
    {"Method", SAM_STR, 0, SAM_REQUIRED},
    {"RestApiId", SAM_STR, 0, SAM_REQUIRED},
    {"Stage", SAM_STR, 0, 0},
    {"Auth", SAM_MAP, 0, 0},
    {"RequestModel", SAM_MAP, 0, 0},
    {"RequestParameters", SAM_LIST, 0, 0},
    {"TimeoutInMillis", SAM_INT, 0, 0},
    {"ResponseTransferMode", SAM_STR, 0, 0},
    {NULL, 0, 0, 0},
};

/* Of state machines. */
const struct sam_property sam_machine_api_properties[] = {
    {"Path", SAM_STR, 0, SAM_REQUIRED},
    {"Method", SAM_STR, 0, SAM_REQUIRED},
    {"RestApiId", SAM_STR, 0, SAM_REQUIRED},
    {"Stage", SAM_STR, 0, 0},
    {"Auth", SAM_MAP, 0, 0},
    {"UnescapeMappingTemplate", SAM_BOOL, 0, 0},
    {NULL, 0, 0, 0},
};

/* The properties of the API that the event names; NULL: it names none of this template. */
static json_t *api_of(const struct sam *s, const struct sam_event *event)
{
    const char *id = sam_api_id(sam_get(event->p, "RestApiId"));
    return id == NULL ? NULL : sam_get(json_object_get(s->source, id), "Properties");
}

bool sam_api_event_check(struct sam *s, const struct sam_event *event)
{
    const char *id = sam_api_id(sam_get(event->p, "RestApiId"));
    if (id == NULL)
        return true;
    if (!json_is_object(json_object_get(s->source, id))) {
        return sam_fail_event(s, event->name,
                              "RestApiId property of Api event must reference a valid resource in "
                              "the same template.");
    }
    return !sam_equals(sam_get(api_of(s, event), "StageName"), "") ||
           sam_fail(s, id, "StageName cannot be empty.");
}

/* "Stage", or the stage's name where it is a text; what the permission's id ends in. */
static void permission_id(const struct sam *s, const struct sam_event *event, char *id)
{
    const json_t *stage = sam_get(api_of(s, event), "StageName");
    const char *suffix = json_string_value(stage);
    bool named = sam_api_id(sam_get(event->p, "RestApiId")) != NULL;
    suffix = suffix != NULL ? suffix : named ? "Stage" : "AllStages";
    char hex[SAM_DIGEST_HEX] = "";
    if (!sam_alphanumeric(suffix)) {
        sam_digest_text(suffix, hex);
        hex[SAM_DIGEST_SHORT] = '\0';
        suffix = hex;
    }
    sam_id(id, "%sPermission%s", event->id, suffix);
}

/* The path without a slash at its end, as ARNs have it. */
static void arn_path(const char *path, enum sam_api api, char *out)
{
    char whole[SAM_ID_MAX];
    size_t length = strlen(sam_id(whole, "%s", path));
    if (length > 1 && whole[length - 1] == '/')
        whole[length - 1] = '\0';
    sam_arn_path(whole, api, out);
}

static void arn_method(const char *method, char out[SAM_METHOD_MAX])
{
    size_t n = 0;
    for (; method[n] != '\0' && n + 1 < SAM_METHOD_MAX; n++)
        out[n] = (char)toupper((unsigned char)method[n]);
    out[n] = '\0';
    if (strcmp(out, "ANY") == 0)
        strcpy(out, "*");
}

static void permit(struct sam *s, const struct sam_event *event)
{
    char id[SAM_ID_MAX], path[SAM_ID_MAX], method[SAM_METHOD_MAX];
    const char *text = sam_text(event->p, "Path"), *verb = sam_text(event->p, "Method");
    arn_path(text == NULL ? "" : text, SAM_REST, path);
    arn_method(verb == NULL ? "any" : verb, method);
    permission_id(s, event, id);
    json_t *arn =
        json_pack("{s:[o, {s:o, s:s}]}", "Fn::Sub",
                  json_sprintf("arn:%s:execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/"
                               "${__Stage__}/%s%s",
                               s->partition, method, path),
                  "__ApiId__", json_deep_copy(sam_get(event->p, "RestApiId")), "__Stage__", "*");
    struct sam_permission permission = {id, "apigateway.amazonaws.com", arn, NULL, NULL};
    sam_permission(s, sam_target_name(event->target), &permission);
}

static json_t *integration_uri(const struct sam *s, const struct sam_event *event)
{
    bool stream = sam_equals(sam_get(event->p, "ResponseTransferMode"), "RESPONSE_STREAM");
    const struct sam_target *t = event->target;
    return sam_sub("arn:%s:apigateway:${AWS::Region}:lambda:path/%s/functions/${%s%s}/%s",
                   s->partition, stream ? "2021-11-15" : "2015-03-31",
                   t->alias == NULL ? t->function : t->alias, t->alias == NULL ? ".Arn" : "",
                   stream ? "response-streaming-invocations" : "invocations");
}

/* With AWS_IAM the integration runs as the caller, or as InvokeRole. */
static void set_credentials(struct sam *s, const struct sam_event *event, const json_t *api,
                            json_t *integration)
{
    const json_t *mine = sam_get(event->p, "Auth"), *all = sam_get(api, "Auth");
    bool iam = sam_equals(sam_get(mine, "Authorizer"), "AWS_IAM") ||
               (!sam_given(mine) && sam_equals(sam_get(all, "DefaultAuthorizer"), "AWS_IAM"));
    if (!iam)
        return;
    const json_t *role = json_object_get(mine, "InvokeRole");
    role = role == NULL ? json_object_get(all, "InvokeRole") : role;
    if (sam_equals(role, "NONE") || (role != NULL && !sam_given(role)))
        return;
    bool caller = role == NULL || sam_equals(role, "CALLER_CREDENTIALS");
    sam_put(s, integration, "credentials",
            caller ? json_sprintf("arn:%s:iam::*:user/*", s->partition) : json_deep_copy(role));
}

/* StartExecution of a state machine, with the body of the request as its input. */
static void integrate_machine(struct sam *s, const struct sam_event *event, json_t *definition)
{
    bool plain = json_is_true(sam_get(event->p, "UnescapeMappingTemplate"));
    const char *condition = sam_text(s->body, "Condition");
    json_t *uri = json_pack("{s:s}", "Fn::Sub",
                            "arn:${AWS::Partition}:apigateway:${AWS::Region}:states:action/"
                            "StartExecution");
    json_t *template = json_sprintf("{\"input\": \"$util.escapeJavaScript($input.json('$'))%s\", "
                                    "\"stateMachineArn\": \"${%s}\"}",
                                    plain ? ".replaceAll(\"\\\\'\",\"'\")" : "", s->id);
    uri = condition == NULL ? uri : sam_if(condition, uri, NULL);
    json_t *integration = json_pack(
        "{s:s, s:s, s:o, s:{s:{s:s}, s:{s:s}}, s:o, s:{s:{s:o}}}", "type", "aws", "httpMethod",
        "POST", "uri", uri, "responses", "200", "statusCode", "200", "400", "statusCode", "400",
        "credentials", sam_machine_role(s, event, "apigateway.amazonaws.com"), "requestTemplates",
        "application/json", "Fn::Sub", template);
    sam_put(s, definition, SAM_INTEGRATION, integration);
    if (json_object_get(definition, "responses") == NULL) {
        sam_put(s, definition, "responses",
                json_pack("{s:{s:s}, s:{s:s}}", "200", "description", "OK", "400", "description",
                          "Bad Request"));
    }
}

/* `definition` of the method becomes a proxy integration; in Fn::If where the function is. */
static void integrate(struct sam *s, const struct sam_event *event, const json_t *api,
                      json_t *definition)
{
    const char *condition = sam_text(s->body, "Condition");
    if (event->target->machine) {
        integrate_machine(s, event, definition);
        return;
    }
    json_t *uri = integration_uri(s, event);
    uri = condition == NULL ? uri : sam_if(condition, uri, NULL);
    json_t *integration =
        json_pack("{s:s, s:s, s:o}", "type", "aws_proxy", "httpMethod", "POST", "uri", uri);
    if (sam_equals(sam_get(event->p, "ResponseTransferMode"), "RESPONSE_STREAM"))
        sam_put(s, integration, "responseTransferMode", json_string("STREAM"));
    set_credentials(s, event, api, integration);
    sam_put(s, definition, SAM_INTEGRATION, integration);
    sam_object_at(s, definition, "responses");
}

static bool add_integration(struct sam *s, const struct sam_event *event, const json_t *api,
                            const struct sam_route *route)
{
    char method[SAM_METHOD_MAX];
    if (sam_integrated(route)) {
        return sam_fail_event(s, event->name,
                              "API method \"%s\" defined multiple times for path \"%s\".",
                              route->method, route->path);
    }
    if (!sam_add_path(s, route))
        return false;
    json_t *branches[SAM_BRANCHES];
    size_t n =
        sam_contents(json_object_get(json_object_get(route->body, "paths"), route->path), branches);
    const char *condition = sam_text(s->body, "Condition");
    for (size_t i = 0; i < n; i++) {
        const char *key = sam_method(route->method, method);
        json_t *definition = sam_object_at(s, branches[i], key);
        if (definition == NULL) {
            return sam_fail_template(s, "Definition of method '%s' for path '%s' should be a map.",
                                     route->method, route->path);
        }
        integrate(s, event, api, definition);
        if (condition != NULL)
            sam_put(s, branches[i], key, sam_if(condition, json_incref(definition), NULL));
    }
    return true;
}

/* What the event says of its method beyond the integration. */
static bool add_details(struct sam *s, const struct sam_event *event, json_t *api,
                        const struct sam_route *route)
{
    struct sam_method_event m = {event, api, route};
    json_t *found[SAM_DEFINITIONS];
    if (sam_has(event->p, "Auth") && !sam_method_auth(s, &m))
        return false;
    size_t n = sam_has(event->p, "TimeoutInMillis") ? sam_definitions(route, found) : 0;
    for (size_t i = 0; i < n; i++) {
        sam_copy_as(s, json_object_get(found[i], SAM_INTEGRATION), "timeoutInMillis",
                    sam_get(event->p, "TimeoutInMillis"));
    }
    return sam_method_model(s, &m) && sam_method_parameters(s, &m);
}

/* With MergeDefinitions: what is made for the method goes over what is written. */
static bool merge(struct sam *s, const struct sam_event *event, json_t *api,
                  struct sam_route *route)
{
    char method[SAM_METHOD_MAX];
    json_t *written = json_object_get(api, "DefinitionBody");
    route->body = sam_body_new(SAM_REST);
    bool well = add_integration(s, event, api, route) && add_details(s, event, api, route);
    const json_t *made = json_object_get(json_object_get(route->body, "paths"), route->path);
    made = json_object_get(made, sam_method(route->method, method));
    json_t *item = sam_object_at(s, sam_object_at(s, written, "paths"), route->path);
    json_t *there = sam_object_at(s, item, route->method);
    json_t *copy = json_deep_copy(made);
    if (well && (there == NULL || json_object_update(there, copy) != 0)) {
        well = sam_fail(s, sam_api_id(sam_get(event->p, "RestApiId")),
                        "Property 'DefinitionBody.paths.%s.%s' should be a map.", route->path,
                        route->method);
    }
    json_decref(copy);
    json_decref(route->body);
    return well;
}

static bool check_auth(struct sam *s, const struct sam_event *event, const json_t *api)
{
    const json_t *all = sam_get(api, "Auth");
    return !sam_given(all) || json_is_object(all) ||
           sam_fail(s, sam_api_id(sam_get(event->p, "RestApiId")),
                    "Property 'Auth' should be a map.");
}

static bool make(struct sam *s, const struct sam_event *event)
{
    json_t *api = api_of(s, event), *body = sam_get(api, "DefinitionBody");
    const char *path = sam_text(event->p, "Path"), *verb = sam_text(event->p, "Method");
    bool managed = sam_has(api, SAM_MANAGED), merged = sam_has(api, "MergeDefinitions");
    if (body == NULL || path == NULL || verb == NULL)
        return true;
    char method[SAM_METHOD_MAX];
    size_t n = 0;
    for (; verb[n] != '\0' && n + 1 < sizeof method; n++)
        method[n] = (char)tolower((unsigned char)verb[n]);
    method[n] = '\0';
    struct sam_route route = {body, path, method};
    if (!check_auth(s, event, api))
        return false;
    if (!managed && !merged) {
        struct sam_method_event m = {event, api, &route};
        return !sam_has(sam_get(event->p, "Auth"), "OverrideApiAuth") || sam_method_auth(s, &m);
    }
    if (merged)
        return merge(s, event, api, &route);
    return sam_body_check(s, body, SAM_REST) && add_integration(s, event, api, &route) &&
           add_details(s, event, api, &route);
}

bool sam_api_event_make(struct sam *s, const struct sam_event *event)
{
    permit(s, event);
    return make(s, event);
}

bool sam_machine_api_make(struct sam *s, const struct sam_event *event)
{
    json_decref(sam_machine_role(s, event, "apigateway.amazonaws.com"));
    return make(s, event);
}
