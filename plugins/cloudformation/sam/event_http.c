/* SPDX-License-Identifier: Apache-2.0 */
/* HttpApi: an integration in the definition of an HTTP API, and a permission. */
#include <ctype.h>
#include <string.h>

#include "sam/api.h"
#include "sam/implicit.h"
#include "sam/value.h"

const struct sam_property sam_http_event_properties[] = {
    {"Path", SAM_STR, 0, 0},
    {"Method", SAM_STR, 0, 0},
    {"ApiId", SAM_STR, 0, 0},
    {"Stage", SAM_STR, 0, 0},
    {"Auth", SAM_MAP, 0, 0},
    {"TimeoutInMillis", SAM_INT, 0, 0},
    {"RouteSettings", SAM_MAP, 0, 0},
    {"PayloadFormatVersion", SAM_STR, 0, 0},
    {NULL, 0, 0, 0},
};

static json_t *api_of(const struct sam *s, const struct sam_event *event)
{
    const char *id = sam_api_id(sam_get(event->p, "ApiId"));
    return id == NULL ? NULL : sam_get(json_object_get(s->source, id), "Properties");
}

bool sam_http_event_check(struct sam *s, const struct sam_event *event)
{
    const char *id = sam_api_id(sam_get(event->p, "ApiId"));
    if (id != NULL && json_object_get(s->source, id) != NULL)
        return true;
    return sam_fail_event(s, event->name,
                          "ApiId must be a valid reference to an 'AWS::Serverless::HttpApi' "
                          "resource in same template.");
}

/* Whether the API's $default route invokes this function: then it may be invoked by any. */
static bool is_default(const struct sam *s, json_t *body)
{
    struct sam_route route = {body, SAM_DEFAULT_ROUTE, SAM_ANY_METHOD};
    json_t *found[SAM_DEFINITIONS], *uris[SAM_BRANCHES];
    char arn[SAM_ID_MAX];
    size_t n = sam_definitions(&route, found);
    sam_id(arn, "${%s.Arn}", s->id);
    for (size_t i = 0; i < n; i++) {
        json_t *uri = json_object_get(json_object_get(found[i], SAM_INTEGRATION), "uri");
        size_t branches = json_is_object(uri) ? sam_contents(uri, uris) : 0;
        for (size_t j = 0; j < branches; j++) {
            const char *text = sam_text(uris[j], "Fn::Sub");
            if (text == NULL || strstr(text, arn) == NULL)
                return false;
        }
        if (branches == 0)
            return false;
    }
    return n > 0;
}

/* "GET/pets/<star>" behind the stage; "<star>" for the $default route. */
static void arn_rest(const char *method, const char *path, char *out)
{
    char whole[SAM_ID_MAX], short_path[SAM_ID_MAX], verb[SAM_METHOD_MAX];
    size_t length = strlen(sam_id(whole, "%s", path)), n = 0;
    if (length > 1 && whole[length - 1] == '/')
        whole[length - 1] = '\0';
    bool any = strcmp(method, "any") == 0 || strcmp(method, SAM_ANY_METHOD) == 0;
    bool route = strcmp(whole, SAM_DEFAULT_ROUTE) == 0;
    sam_arn_path(route ? "" : whole, SAM_HTTP, short_path);
    if (strcmp(method, "any") == 0 && strcmp(short_path, "/$default") == 0) {
        sam_id(out, "%s", short_path);
        return;
    }
    for (; method[n] != '\0' && n + 1 < sizeof verb; n++)
        verb[n] = (char)toupper((unsigned char)method[n]);
    verb[n] = '\0';
    sam_id(out, "/%s%.400s", any ? "*" : verb, short_path);
}

static void permit(struct sam *s, const struct sam_event *event, const struct sam_route *route)
{
    char id[SAM_ID_MAX], rest[SAM_ID_MAX];
    if (strcmp(route->path, SAM_DEFAULT_ROUTE) != 0 && sam_given(route->body) &&
        is_default(s, route->body))
        return;
    arn_rest(route->method, route->path, rest);
    json_t *arn =
        json_pack("{s:[o, {s:o, s:s}]}", "Fn::Sub",
                  json_sprintf("arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:"
                               "${__ApiId__}/${__Stage__}%s",
                               rest),
                  "__ApiId__", json_deep_copy(sam_get(event->p, "ApiId")), "__Stage__", "*");
    struct sam_permission permission = {sam_id(id, "%sPermission", event->id),
                                        "apigateway.amazonaws.com", arn, NULL, NULL};
    sam_permission(s, sam_target_name(event->target), &permission);
}

static void integrate(struct sam *s, const struct sam_event *event, const struct sam_route *route,
                      json_t *definition)
{
    const struct sam_target *t = event->target;
    const char *condition = sam_text(s->body, "Condition");
    json_t *uri =
        sam_sub("arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/"
                "functions/${%s%s}/invocations",
                t->alias == NULL ? t->function : t->alias, t->alias == NULL ? ".Arn" : "");
    uri = condition == NULL ? uri : sam_if(condition, uri, NULL);
    json_t *integration = json_pack("{s:s, s:s, s:s, s:o}", "type", "aws_proxy", "httpMethod",
                                    "POST", "payloadFormatVersion", "2.0", "uri", uri);
    sam_put(s, definition, SAM_INTEGRATION, integration);
    if (strcmp(route->path, SAM_DEFAULT_ROUTE) == 0 && strcmp(route->method, SAM_ANY_METHOD) == 0)
        sam_put(s, definition, "isDefaultRoute", json_true());
    sam_object_at(s, definition, "responses");
}

static bool add_integration(struct sam *s, const struct sam_event *event,
                            const struct sam_route *route)
{
    char method[SAM_METHOD_MAX];
    json_t *branches[SAM_BRANCHES];
    if (!sam_add_path(s, route))
        return false;
    const char *condition = sam_text(s->body, "Condition"),
               *key = sam_method(route->method, method);
    size_t n =
        sam_contents(json_object_get(json_object_get(route->body, "paths"), route->path), branches);
    for (size_t i = 0; i < n; i++) {
        json_t *definition = sam_object_at(s, branches[i], key);
        if (definition == NULL) {
            return sam_fail_template(s, "Definition of method '%s' for path '%s' should be a map.",
                                     route->method, route->path);
        }
        integrate(s, event, route, definition);
        if (condition != NULL)
            sam_put(s, branches[i], key, sam_if(condition, json_incref(definition), NULL));
    }
    return true;
}

static void set_integration(struct sam *s, const struct sam_event *event,
                            const struct sam_route *route)
{
    json_t *found[SAM_DEFINITIONS];
    size_t n = sam_definitions(route, found);
    for (size_t i = 0; i < n; i++) {
        json_t *integration = json_object_get(found[i], SAM_INTEGRATION);
        if (sam_has(event->p, "PayloadFormatVersion")) {
            sam_copy_as(s, integration, "payloadFormatVersion",
                        sam_get(event->p, "PayloadFormatVersion"));
        }
        if (sam_has(event->p, "TimeoutInMillis"))
            sam_copy_as(s, integration, "timeoutInMillis", sam_get(event->p, "TimeoutInMillis"));
    }
}

/* {name} in the path are parameters of the method. */
static void add_path_parameters(struct sam *s, const struct sam_route *route)
{
    json_t *found[SAM_DEFINITIONS];
    size_t n = sam_definitions(route, found);
    for (const char *p = strchr(route->path, '{'); p != NULL; p = strchr(p + 1, '{')) {
        const char *end = strchr(p, '}');
        for (size_t i = 0; end != NULL && i < n; i++) {
            json_t *list = sam_list_at(s, found[i], "parameters"), *other;
            json_t *name = json_stringn(p + 1, (size_t)(end - p) - 1);
            size_t j;
            json_t *made = NULL;
            json_array_foreach (list, j, other)
                made = json_equal(sam_get(other, "name"), name) ? other : made;
            if (made == NULL) {
                made = json_pack("{s:O}", "name", name);
                sam_append(s, list, made);
            }
            sam_put(s, made, "in", json_string("path"));
            sam_put(s, made, "required", json_true());
            json_decref(name);
        }
    }
}

/* ---- Auth ---- */

static bool unable(struct sam *s, const struct sam_method_event *m, const char *name,
                   const char *why)
{
    return sam_fail_event(s, m->event->name,
                          "Unable to set Authorizer%s%s%s on API method [%s] for path [%s]%s",
                          *name == '\0' ? "" : " [", name, *name == '\0' ? "" : "]",
                          m->route->method, m->route->path, why);
}

static bool check_auth(struct sam *s, const struct sam_method_event *m, const json_t *all,
                       const json_t *wanted)
{
    const json_t *known = sam_get(all, "Authorizers");
    const json_t *scopes = sam_get(sam_get(m->event->p, "Auth"), "AuthorizationScopes");
    bool iam = json_is_true(sam_get(all, "EnableIamAuthorizer"));
    const char *name = json_string_value(wanted);
    if (sam_equals(wanted, "NONE")) {
        return sam_has(all, "DefaultAuthorizer") ||
               unable(s, m, "",
                      " because 'NONE' is only a valid value when a DefaultAuthorizer on the API "
                      "is specified.");
    }
    if (!(iam && sam_equals(wanted, "AWS_IAM"))) {
        bool none = known == NULL && !sam_given(all); /* no Auth at all: no authorizers */
        if (name == NULL || (!json_is_object(known) && !none)) {
            return unable(
                s, m, name == NULL ? "" : name,
                ". The method authorizer must be a string with a corresponding dict entry "
                "in the api authorizer.");
        }
        if (!sam_given(known))
            return unable(s, m, name, " because the related API does not define any Authorizers.");
        if (!sam_has(known, name))
            return unable(s, m, name, " because it wasn't defined in the API's Authorizers.");
    }
    return !sam_given(scopes) || json_is_array(scopes) ||
           unable(s, m, "", " because 'AuthorizationScopes' must be a list of strings.");
}

static bool add_auth(struct sam *s, const struct sam_method_event *m)
{
    json_t *auth = sam_get(m->event->p, "Auth");
    const json_t *all = sam_get(m->api, "Auth"), *wanted = sam_get(auth, "Authorizer");
    wanted = sam_given(wanted) ? wanted : sam_get(all, "DefaultAuthorizer");
    if (!sam_given(wanted)) {
        return sam_fail_event(s, m->event->name,
                              "'Auth' section requires either an explicit 'Authorizer' set or a "
                              "'DefaultAuthorizer' configured on the HttpApi.");
    }
    if (!check_auth(s, m, all, wanted))
        return false;
    const char *name = json_string_value(wanted);
    const json_t *authorizer = sam_get(sam_get(all, "Authorizers"), name);
    const json_t *scopes = sam_get(auth, "AuthorizationScopes");
    scopes = sam_given(scopes) ? scopes : sam_get(authorizer, "AuthorizationScopes");
    bool scoped =
        sam_given(scopes) && !sam_equals(wanted, "NONE") && !sam_equals(wanted, "AWS_IAM");
    struct sam_visit at = {NULL, NULL, m->route->path, m->route->method};
    json_t *found[SAM_DEFINITIONS];
    size_t n = sam_definitions(m->route, found);
    for (size_t i = 0; i < n; i++) {
        json_t *security = sam_security(s, &at, found[i]);
        if (security == NULL)
            return false;
        sam_append(s, security,
                   json_pack("{s:o}", name, scoped ? json_deep_copy(scopes) : json_array()));
    }
    return true;
}

bool sam_http_event_make(struct sam *s, const struct sam_event *event)
{
    json_t *api = api_of(s, event), *body = sam_get(api, "DefinitionBody");
    const char *path = sam_text(event->p, "Path"), *verb = sam_text(event->p, "Method");
    char method[SAM_METHOD_MAX];
    size_t n = 0;
    for (; verb != NULL && verb[n] != '\0' && n + 1 < sizeof method; n++)
        method[n] = (char)tolower((unsigned char)verb[n]);
    method[n] = '\0';
    struct sam_route route = {body, path == NULL ? "" : path, method};
    if (sam_given(body) && !sam_body_valid(body, SAM_HTTP)) {
        return sam_fail(s, sam_api_id(sam_get(event->p, "ApiId")),
                        "Structure of the SAM template is invalid. Invalid OpenApi document. "
                        "Invalid values or missing keys for 'openapi' or 'paths' in "
                        "'DefinitionBody'.");
    }
    permit(s, event, &route);
    if (body == NULL)
        return true;
    bool there = sam_integrated(&route);
    if (there && sam_has(api, SAM_MANAGED)) {
        return sam_fail_event(s, event->name,
                              "API method '%s' defined multiple times for path '%s'.", method,
                              route.path);
    }
    struct sam_method_event m = {event, api, &route};
    if (!sam_body_check(s, body, SAM_HTTP) || (!there && !add_integration(s, event, &route)) ||
        (sam_has(event->p, "Auth") && !add_auth(s, &m)))
        return false;
    set_integration(s, event, &route);
    add_path_parameters(s, &route);
    return true;
}
