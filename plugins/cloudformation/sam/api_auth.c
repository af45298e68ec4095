/* SPDX-License-Identifier: Apache-2.0 */
/* Auth of a REST API: the default authorizer, API keys. ResourcePolicy has no effect here:
 * the local cloud grants everything. */
#include <string.h>

#include "sam/api.h"
#include "sam/value.h"

void sam_define_api_key(struct sam *s, json_t *body)
{
    json_t *schemes = sam_object_at(s, body, "securityDefinitions");
    if (schemes != NULL && json_object_get(schemes, "api_key") == NULL) {
        sam_put(
            s, schemes, "api_key",
            json_pack("{s:s, s:s, s:s}", "type", "apiKey", "name", "x-api-key", "in", "header"));
    }
}

static json_t *iam_scheme(void)
{
    return json_pack("{s:s, s:s, s:s, s:s}", "x-amazon-apigateway-authtype", "awsSigv4", "type",
                     "apiKey", "name", "Authorization", "in", "header");
}

void sam_define_iam(struct sam *s, json_t *body)
{
    json_t *schemes = sam_object_at(s, body, "securityDefinitions");
    if (schemes != NULL && json_object_get(schemes, "AWS_IAM") == NULL)
        sam_put(s, schemes, "AWS_IAM", iam_scheme());
}

struct defaults {
    const json_t *auth;
    const char *authorizer; /* DefaultAuthorizer */
    json_t *body;
};

static bool names_one(const json_t *security, const json_t *authorizers)
{
    const char *key;
    json_t *value;
    json_object_foreach ((json_t *)security, key, value)
        if (strcmp(key, "AWS_IAM") == 0 || json_object_get(authorizers, key) != NULL)
            return true;
    return false;
}

/* Removes the first item of `list` that has the key; whether there was one. */
static bool take_out(json_t *list, const char *key)
{
    size_t i;
    json_t *item;
    json_array_foreach (list, i, item) {
        if (json_object_get(item, key) != NULL) {
            json_array_remove(list, i);
            return true;
        }
    }
    return false;
}

/* `from` without those that fit, which go to the end. */
static json_t *sort_out(struct sam *s, const json_t *from, const json_t *authorizers, json_t *ours)
{
    json_t *others = json_array(), *item;
    size_t i;
    json_array_foreach (from, i, item)
        sam_append(s, names_one(item, authorizers) ? ours : others, json_incref(item));
    return others;
}

static bool default_authorizer(struct sam *s, const struct sam_visit *visit, json_t *definition)
{
    const struct defaults *d = visit->arg;
    const json_t *preflight = sam_get(d->auth, "AddDefaultAuthorizerToCorsPreflight");
    if (strcmp(visit->method, "options") == 0 && preflight != NULL && !sam_given(preflight))
        return true;
    json_t *existing = sam_security(s, visit, definition), *ours = json_array();
    if (existing == NULL) {
        json_decref(ours);
        return false;
    }
    const json_t *authorizers = sam_get(d->auth, "Authorizers");
    json_t *security = sort_out(s, existing, authorizers, ours);
    if (take_out(security, "NONE")) {
        json_array_clear(ours);
    } else if (json_array_size(ours) == 0) {
        const json_t *scopes = sam_get(sam_get(authorizers, d->authorizer), "AuthorizationScopes");
        sam_append(s, ours,
                   json_pack("{s:o}", d->authorizer,
                             scopes == NULL ? json_array() : json_deep_copy(scopes)));
    }
    s->failed = json_array_extend(security, ours) != 0 || s->failed;
    json_decref(ours);
    if (json_array_size(security) == 0) { /* as it was: with NONE alone */
        json_decref(security);
        if (json_array_size(existing) == 0)
            json_object_del(definition, "security");
        return true;
    }
    bool iam = json_object_get(json_array_get(security, 0), "AWS_IAM") != NULL;
    sam_put(s, definition, "security", security);
    if (iam)
        sam_define_iam(s, d->body);
    return true;
}

static bool default_api_key(struct sam *s, const struct sam_visit *visit, json_t *definition)
{
    const struct defaults *d = visit->arg;
    const json_t *preflight = sam_get(d->auth, "AddApiKeyRequiredToCorsPreflight");
    bool before = json_object_get(definition, "security") != NULL;
    json_t *security = sam_security(s, visit, definition);
    if (security == NULL)
        return false;
    bool exempt =
        strcmp(visit->method, "options") == 0 && preflight != NULL && !sam_given(preflight);
    if (take_out(security, "api_key_false"))
        exempt = true;
    while (take_out(security, "api_key")) {
    }
    if (!exempt)
        sam_append(s, security, json_pack("{s:[]}", "api_key"));
    if (!before && json_array_size(security) == 0)
        json_object_del(definition, "security");
    return true;
}

static bool set_default(struct sam *s, json_t *body, const json_t *auth)
{
    const json_t *wanted = sam_get(auth, "DefaultAuthorizer");
    struct defaults d = {auth, json_string_value(wanted), body};
    if (!sam_given(wanted))
        return true;
    if (d.authorizer == NULL)
        return sam_fail(s, s->id, "DefaultAuthorizer is not a string.");
    bool iam = strcmp(d.authorizer, "AWS_IAM") == 0;
    if (!iam && !sam_has(auth, "Authorizers"))
        return true;
    if (!iam && !sam_has(sam_get(auth, "Authorizers"), d.authorizer)) {
        return sam_fail(
            s, s->id,
            "Unable to set DefaultAuthorizer because '%s' was not defined in 'Authorizers'.",
            d.authorizer);
    }
    if (iam)
        sam_define_iam(s, body);
    struct sam_visit visit = {default_authorizer, &d, NULL, NULL};
    return sam_visit(s, body, &visit);
}

static bool check_auth(struct sam *s, const json_t *body, const json_t *auth)
{
    static const char *const keys[] = {"Authorizers",
                                       "DefaultAuthorizer",
                                       "InvokeRole",
                                       "AddDefaultAuthorizerToCorsPreflight",
                                       "AddApiKeyRequiredToCorsPreflight",
                                       "ApiKeyRequired",
                                       "ResourcePolicy",
                                       "UsagePlan"};
    enum { N = sizeof keys / sizeof *keys };
    const char *key;
    json_t *value;
    if (!sam_given(body)) {
        return sam_fail(
            s, s->id,
            "Auth works only with inline Swagger specified in 'DefinitionBody' property.");
    }
    json_object_foreach ((json_t *)auth, key, value) {
        size_t i = 0;
        while (i < N && strcmp(keys[i], key) != 0)
            i++;
        if (i == N)
            return sam_fail(s, s->id, "Invalid value for 'Auth' property");
    }
    return sam_body_valid(body, SAM_REST) ||
           sam_fail(s, s->id,
                    "Unable to add Auth configuration because 'DefinitionBody' does not contain a "
                    "valid Swagger definition.");
}

bool sam_rest_auth(struct sam *s, json_t *body)
{
    const json_t *auth = sam_get(s->properties, "Auth");
    if (!sam_given(auth))
        return true;
    if (!check_auth(s, body, auth) || !sam_body_check(s, body, SAM_REST) ||
        (sam_has(auth, "Authorizers") &&
         !sam_rest_authorizers(s, body, sam_get(auth, "Authorizers"))) ||
        !set_default(s, body, auth))
        return false;
    if (sam_has(auth, "ApiKeyRequired")) {
        struct defaults d = {auth, NULL, body};
        struct sam_visit visit = {default_api_key, &d, NULL, NULL};
        sam_define_api_key(s, body);
        if (!sam_visit(s, body, &visit))
            return false;
    }
    return true;
}
