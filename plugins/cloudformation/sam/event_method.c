/* SPDX-License-Identifier: Apache-2.0 */
/* What an Api event says of its method: Auth, RequestModel, RequestParameters. */
#include <ctype.h>
#include <string.h>

#include "sam/api.h"
#include "sam/implicit.h"
#include "sam/resolve.h"
#include "sam/value.h"

/* The definitions of the method; how many. */
static size_t definitions(const struct sam_method_event *m, json_t *found[SAM_DEFINITIONS])
{
    return sam_definitions(m->route, found);
}

static bool unable(struct sam *s, const struct sam_method_event *m, const char *what,
                   const char *why)
{
    return sam_fail_event(s, m->event->name, "Unable to set %s on API method [%s] for path [%s] %s",
                          what, m->route->method, m->route->path, why);
}

static bool check_authorizer(struct sam *s, const struct sam_method_event *m, const json_t *all)
{
    const json_t *wanted = sam_get(sam_get(m->event->p, "Auth"), "Authorizer");
    const json_t *known = sam_get(all, "Authorizers");
    const char *name = json_string_value(wanted);
    char what[SAM_ID_MAX];
    if (!sam_given(wanted) || sam_equals(wanted, "AWS_IAM"))
        return true;
    if (sam_equals(wanted, "NONE")) {
        return sam_has(all, "DefaultAuthorizer") ||
               unable(s, m, "Authorizer",
                      "because 'NONE' is only a valid value when a DefaultAuthorizer on the API is "
                      "specified.");
    }
    sam_id(what, "Authorizer [%s]", name == NULL ? "" : name);
    if (!sam_given(known))
        return unable(s, m, what, "because the related API does not define any Authorizers.");
    if (name == NULL || !json_is_object(known)) {
        return unable(s, m, what,
                      "The method authorizer must be a string with a corresponding dict entry in "
                      "the api authorizer.");
    }
    return sam_has(known, name) ||
           unable(s, m, what, "because it wasn't defined in the API's Authorizers.");
}

static bool check_auth(struct sam *s, const struct sam_method_event *m, const json_t *all)
{
    const json_t *auth = sam_get(m->event->p, "Auth"), *key = sam_get(auth, "ApiKeyRequired");
    const json_t *scopes = sam_get(auth, "AuthorizationScopes");
    if (!check_authorizer(s, m, all))
        return false;
    if (sam_given(scopes)) {
        if (!sam_expect_event(s, scopes, SAM_LIST, "Auth.AuthorizationScopes"))
            return false;
        if (!sam_has(auth, "Authorizer")) {
            return sam_fail_event(s, m->event->name,
                                  "AuthorizationScopes works only when Authorizer is set");
        }
    }
    return key == NULL || sam_given(key) || sam_has(all, "ApiKeyRequired") ||
           unable(s, m, "ApiKeyRequired [False]",
                  "because the related API does not specify any ApiKeyRequired.");
}

/* security: + [{name: scopes}] */
static bool add_security(struct sam *s, const struct sam_method_event *m, const char *name,
                         const json_t *scopes)
{
    struct sam_visit at = {NULL, NULL, m->route->path, m->route->method};
    json_t *found[SAM_DEFINITIONS];
    size_t n = definitions(m, found);
    for (size_t i = 0; i < n; i++) {
        json_t *security = sam_security(s, &at, found[i]);
        if (security == NULL)
            return false;
        json_t *list = scopes == NULL ? json_array() : json_deep_copy(scopes);
        sam_append(s, security, json_pack("{s:o}", name, list));
        if (json_object_get(json_array_get(security, 0), "AWS_IAM") != NULL)
            sam_define_iam(s, m->route->body);
    }
    return true;
}

bool sam_method_auth(struct sam *s, const struct sam_method_event *m)
{
    const json_t *auth = sam_get(m->event->p, "Auth"), *key = sam_get(auth, "ApiKeyRequired");
    const json_t *all = sam_resolve_at(s, m->api, "Auth");
    const char *name = sam_text(auth, "Authorizer");
    if (!check_auth(s, m, all))
        return false;
    if (name != NULL && *name != '\0') {
        const json_t *authorizer = sam_get(sam_get(all, "Authorizers"), name);
        const json_t *scopes = sam_get(auth, "AuthorizationScopes");
        scopes = scopes == NULL ? sam_get(authorizer, "AuthorizationScopes") : scopes;
        bool scoped = authorizer != NULL && strcmp(name, "NONE") != 0;
        if (!add_security(s, m, name, scoped ? scopes : NULL))
            return false;
    }
    if (key == NULL)
        return true;
    if (sam_given(key))
        sam_define_api_key(s, m->route->body);
    return add_security(s, m, sam_given(key) ? "api_key" : "api_key_false", NULL);
}

/* ---- RequestModel ---- */

static void add_validator(struct sam *s, const struct sam_method_event *m, bool body, bool params)
{
    const char *name = body && params ? "body-and-params"
                       : body         ? "body-only"
                       : params       ? "params-only"
                                      : "no-validation";
    json_t *validators = sam_object_at(s, m->route->body, "x-amazon-apigateway-request-validators");
    if (!sam_has(validators, name)) {
        sam_put(s, validators, name,
                json_pack("{s:b, s:b}", "validateRequestBody", body, "validateRequestParameters",
                          params));
    }
    json_t *found[SAM_DEFINITIONS];
    size_t n = definitions(m, found);
    for (size_t i = 0; i < n; i++)
        sam_put(s, found[i], "x-amazon-apigateway-request-validator", json_string(name));
}

static void add_model(struct sam *s, const struct sam_method_event *m, const char *model,
                      const json_t *required)
{
    char lower[SAM_ID_MAX];
    size_t length = strlen(sam_id(lower, "%s", model));
    for (size_t i = 0; i < length; i++)
        lower[i] = (char)tolower((unsigned char)lower[i]);
    bool swagger = sam_get(m->route->body, "swagger") != NULL;
    json_t *found[SAM_DEFINITIONS];
    size_t n = definitions(m, found);
    for (size_t i = 0; i < n; i++) {
        json_t *schema = json_pack(
            "{s:o}", "$ref",
            json_sprintf("#/%s/%s", swagger ? "definitions" : "components/schemas", lower));
        json_t *made =
            swagger ? json_pack("{s:s, s:s, s:o}", "in", "body", "name", lower, "schema", schema)
                    : json_pack("{s:{s:{s:o}}}", "content", "application/json", "schema", schema);
        sam_copy_as(s, made, "required", required);
        if (swagger)
            sam_append(s, sam_list_at(s, found[i], "parameters"), made);
        else
            sam_put(s, found[i], "requestBody", made);
    }
}

static bool model_unknown(struct sam *s, const struct sam_method_event *m, const char *model,
                          const char *why)
{
    char what[SAM_ID_MAX];
    return unable(s, m, sam_id(what, "RequestModel [%s]", model), why);
}

bool sam_method_model(struct sam *s, const struct sam_method_event *m)
{
    const json_t *wanted = sam_get(m->event->p, "RequestModel"), *named = sam_get(wanted, "Model");
    const json_t *models = sam_get(m->api, "Models");
    const char *model = json_string_value(named);
    if (!sam_given(named))
        return true;
    if (!sam_given(models)) {
        return model_unknown(s, m, model == NULL ? "" : model,
                             "because the related API does not define any Models.");
    }
    if (model == NULL)
        return model_unknown(s, m, "", "because the related API does not contain valid Models.");
    if (!sam_has(models, model))
        return model_unknown(s, m, model, "because it wasn't defined in the API's Models.");
    add_model(s, m, model, sam_get(wanted, "Required"));
    const json_t *body = sam_get(wanted, "ValidateBody");
    const json_t *params = sam_get(wanted, "ValidateParameters");
    if ((body != NULL && !json_is_boolean(body)) || (params != NULL && !json_is_boolean(params))) {
        return sam_fail_event(
            s, m->event->name,
            "Unable to set Validator to RequestModel [%s] on API method [%s] for path [%s] "
            "ValidateBody and ValidateParameters must be a boolean type, strings or intrinsics are "
            "not supported.",
            model, m->route->method, m->route->path);
    }
    if (body != NULL || params != NULL)
        add_validator(s, m, sam_given(body), sam_given(params));
    return true;
}

/* ---- RequestParameters ---- */

#define PREFIX "method.request."

/* "querystring.name" of "method.request.querystring.name"; NULL: it is something else. */
static const char *parameter_name(const char *text)
{
    static const char *const places[] = {"querystring.", "path.", "header."};
    for (size_t i = 0; text != NULL && i < 3; i++) {
        size_t prefix = strlen(PREFIX);
        if (strncmp(text, PREFIX, prefix) == 0 &&
            strncmp(text + prefix, places[i], strlen(places[i])) == 0)
            return text + prefix;
    }
    return NULL;
}

static void add_parameter(struct sam *s, const struct sam_method_event *m, const char *whole,
                          const json_t *settings)
{
    const char *place = parameter_name(whole), *dot = strchr(place, '.');
    const json_t *required = sam_get(settings, "Required");
    bool query = strncmp(place, "querystring.", 12) == 0;
    json_t *found[SAM_DEFINITIONS];
    size_t n = definitions(m, found);
    for (size_t i = 0; i < n; i++) {
        json_t *made =
            json_pack("{s:s%, s:s, s:o, s:s}", "in", query ? "query" : place,
                      query ? strlen("query") : (size_t)(dot - place), "name", dot + 1, "required",
                      required == NULL ? json_false() : json_deep_copy(required), "type", "string");
        sam_append(s, sam_list_at(s, found[i], "parameters"), made);
        if (sam_has(settings, "Caching")) {
            json_t *integration = json_object_get(found[i], SAM_INTEGRATION);
            sam_append(s, sam_list_at(s, integration, "cacheKeyParameters"), json_string(whole));
        }
    }
}

static bool settings_fit(const json_t *settings)
{
    const char *key;
    json_t *value;
    json_object_foreach ((json_t *)settings, key, value)
        if (strcmp(key, "Required") != 0 && strcmp(key, "Caching") != 0)
            return false;
    return json_is_object(settings);
}

static bool take_parameter(struct sam *s, const struct sam_method_event *m, const json_t *parameter)
{
    const char *name = json_string_value(parameter);
    void *first = json_object_iter((json_t *)parameter);
    const json_t *settings = NULL;
    if (name == NULL && first == NULL) {
        return sam_fail_event(s, m->event->name,
                              "Invalid value for 'RequestParameters' property. Property must be "
                              "either a string or an object");
    }
    if (name == NULL) {
        name = json_object_iter_key(first);
        settings = json_object_iter_value(first);
    }
    if (parameter_name(name) == NULL) {
        return sam_fail_event(
            s, m->event->name,
            "Invalid value for 'RequestParameters' property. Keys must be in the format "
            "'method.request.[querystring|path|header].{value}', e.g "
            "'method.request.header.Authorization'.");
    }
    if (first != NULL && !settings_fit(settings)) {
        return sam_fail_event(s, m->event->name,
                              "Invalid value for 'RequestParameters' property. Values must be an "
                              "object, e.g { Required: true, Caching: false }");
    }
    add_parameter(s, m, name, settings);
    return true;
}

bool sam_method_parameters(struct sam *s, const struct sam_method_event *m)
{
    size_t i;
    json_t *parameter;
    json_array_foreach (sam_get(m->event->p, "RequestParameters"), i, parameter)
        if (!take_parameter(s, m, parameter))
            return false;
    return true;
}
