/* SPDX-License-Identifier: Apache-2.0 */
/* Auth of an HTTP API: JWT and Lambda authorizers, IAM, the default one. */
#include <ctype.h>
#include <string.h>

#include "sam/api.h"
#include "sam/value.h"

/* Which properties an authorizer of which kind has. */
static const struct {
    const char *name, *only_for;
    bool jwt;
} known[] = {
    {"AuthorizationScopes", "OAuth2 Authorizer", true},
    {"JwtConfiguration", "OAuth2 Authorizer", true},
    {"IdentitySource",
     "OAuth2 Authorizer. For Lambda Authorizer, use the 'Identity' property instead", true},
    {"FunctionArn", "Lambda Authorizer", false},
    {"FunctionInvokeRole", "Lambda Authorizer", false},
    {"Identity", "Lambda Authorizer", false},
    {"AuthorizerPayloadFormatVersion", "Lambda Authorizer", false},
    {"EnableSimpleResponses", "Lambda Authorizer", false},
    {"EnableFunctionDefaultPermissions", "Lambda Authorizer", false},
};

static bool need(struct sam *s, const json_t *p, const char *authorizer, const char *name)
{
    bool jwt = sam_has(p, "JwtConfiguration");
    return sam_has(p, name) || sam_fail(s, s->id, "%s %s Authorizer must define '%s'.", authorizer,
                                        jwt ? "OAuth2" : "Lambda", name);
}

static bool check(struct sam *s, const char *name, const json_t *p)
{
    char path[SAM_ID_MAX];
    bool jwt = sam_has(p, "JwtConfiguration");
    const json_t *scopes = sam_get(p, "AuthorizationScopes");
    const json_t *permit = sam_get(p, "EnableFunctionDefaultPermissions");
    if (!sam_expect(s, p, SAM_MAP, sam_id(path, "Auth.Authorizers.%s", name)))
        return false;
    if (json_object_get(p, "OpenIdConnectUrl") != NULL) {
        return sam_fail(s, s->id,
                        "'OpenIdConnectUrl' is no longer a supported property for authorizer '%s'. "
                        "Please refer to the AWS SAM documentation.",
                        name);
    }
    if (jwt && !sam_expect(s, sam_get(p, "JwtConfiguration"), SAM_MAP, "JwtConfiguration"))
        return false;
    if (scopes != NULL && !json_is_array(scopes))
        return sam_fail(s, s->id, "AuthorizationScopes must be a list.");
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (known[i].jwt != jwt && sam_get(p, known[i].name) != NULL) {
            return sam_fail(s, s->id, "%s is only supported for %s.", known[i].name,
                            known[i].only_for);
        }
    }
    if (jwt)
        return need(s, p, name, "IdentitySource");
    if (!need(s, p, name, "FunctionArn") || !need(s, p, name, "AuthorizerPayloadFormatVersion"))
        return false;
    sam_id(path, "Authorizers.%.200s.Identity", name);
    if (!sam_identity_check(s, sam_get(p, "Identity"), path))
        return false;
    sam_id(path, "Authorizers.%s.EnableFunctionDefaultPermissions", name);
    return permit == NULL || sam_expect(s, permit, SAM_BOOL, path);
}

static json_t *lower_keys(struct sam *s, const json_t *object)
{
    json_t *made = json_object(), *value;
    const char *key;
    json_object_foreach ((json_t *)object, key, value) {
        char lower[SAM_ID_MAX];
        size_t length = strlen(sam_id(lower, "%s", key));
        for (size_t i = 0; i < length; i++)
            lower[i] = (char)tolower((unsigned char)lower[i]);
        sam_put(s, made, lower, json_deep_copy(value));
    }
    return made;
}

static json_t *identity_sources(struct sam *s, const json_t *identity)
{
    static const struct {
        const char *key, *prefix;
    } kinds[] = {{"Headers", "$request.header."},
                 {"QueryStrings", "$request.querystring."},
                 {"StageVariables", "$stageVariables."},
                 {"Context", "$context."}};
    json_t *list = json_array(), *item;
    for (size_t k = 0; k < 4; k++) {
        size_t i;
        json_array_foreach (sam_get(identity, kinds[k].key), i, item) {
            const char *name = json_string_value(item);
            sam_append(s, list, json_sprintf("%s%s", kinds[k].prefix, name == NULL ? "" : name));
        }
    }
    return list;
}

static json_t *jwt_scheme(struct sam *s, const json_t *p)
{
    return json_pack("{s:s, s:{s:o, s:o, s:s}}", "type", "oauth2", "x-amazon-apigateway-authorizer",
                     "jwtConfiguration", lower_keys(s, sam_get(p, "JwtConfiguration")),
                     "identitySource", json_deep_copy(sam_get(p, "IdentitySource")), "type", "jwt");
}

static json_t *lambda_scheme(struct sam *s, const json_t *p)
{
    const json_t *role = sam_get(p, "FunctionInvokeRole"), *identity = sam_get(p, "Identity");
    json_t *made = json_pack("{s:s, s:o}", "type", "request", "authorizerUri",
                             sam_authorizer_uri(s, sam_get(p, "FunctionArn")));
    if (sam_given(role) && !sam_equals(role, "NONE"))
        sam_copy_as(s, made, "authorizerCredentials", role);
    if (sam_given(identity)) {
        sam_copy_as(s, made, "authorizerResultTtlInSeconds", sam_get(identity, "ReauthorizeEvery"));
        sam_put(s, made, "identitySource", identity_sources(s, identity));
    }
    sam_copy_as(s, made, "authorizerPayloadFormatVersion",
                sam_get(p, "AuthorizerPayloadFormatVersion"));
    if (sam_has(p, "EnableSimpleResponses"))
        sam_copy_as(s, made, "enableSimpleResponses", sam_get(p, "EnableSimpleResponses"));
    return json_pack("{s:s, s:s, s:s, s:o}", "type", "apiKey", "name", "Unused", "in", "header",
                     "x-amazon-apigateway-authorizer", made);
}

static bool add_authorizers(struct sam *s, json_t *body, const json_t *auth)
{
    const json_t *all = sam_get(auth, "Authorizers");
    bool iam = json_is_true(sam_get(auth, "EnableIamAuthorizer"));
    if (sam_given(all) && !sam_expect(s, all, SAM_MAP, "Auth.Authorizers"))
        return false;
    if (!sam_given(all) && !iam)
        return true;
    json_t *components = sam_object_at(s, body, "components"), *p;
    json_t *schemes = components == NULL ? NULL : sam_object_at(s, components, "securitySchemes");
    if (schemes == NULL) {
        return sam_fail_template(s, "Invalid OpenApi document: The value of 'components' should be "
                                    "a map");
    }
    if (iam) {
        sam_put(s, schemes, "AWS_IAM",
                json_pack("{s:s, s:s, s:s, s:s}", "type", "apiKey", "name", "Authorization", "in",
                          "header", "x-amazon-apigateway-authtype", "awsSigv4"));
    }
    const char *name;
    json_object_foreach ((json_t *)all, name, p) {
        if (!check(s, name, p))
            return false;
        sam_put(s, schemes, name,
                sam_has(p, "JwtConfiguration") ? jwt_scheme(s, p) : lambda_scheme(s, p));
    }
    return true;
}

struct defaults {
    const char *name;
    const json_t *scopes;
};

static bool default_authorizer(struct sam *s, const struct sam_visit *visit, json_t *definition)
{
    const struct defaults *d = visit->arg;
    if (strcmp(visit->method, "options") != 0 && !sam_has(definition, "security")) {
        json_t *scopes = d->scopes == NULL ? json_array() : json_deep_copy(d->scopes);
        sam_put(s, definition, "security", json_pack("[{s:o}]", d->name, scopes));
    }
    return true;
}

static bool set_default(struct sam *s, json_t *body, const json_t *auth)
{
    const json_t *wanted = sam_get(auth, "DefaultAuthorizer");
    const json_t *all = sam_get(auth, "Authorizers");
    if (!sam_given(wanted) || sam_no_value(wanted))
        return true;
    if (!sam_expect(s, wanted, SAM_STR, "Auth.DefaultAuthorizer"))
        return false;
    struct defaults d = {json_string_value(wanted), NULL};
    bool iam = strcmp(d.name, "AWS_IAM") == 0 && json_is_true(sam_get(auth, "EnableIamAuthorizer"));
    if (!iam && json_object_get(all, d.name) == NULL) {
        return sam_fail(
            s, s->id,
            "Unable to set DefaultAuthorizer because '%s' was not defined in 'Authorizers'.",
            d.name);
    }
    d.scopes = sam_get(sam_get(all, d.name), "AuthorizationScopes");
    struct sam_visit visit = {default_authorizer, &d, NULL, NULL};
    return sam_visit(s, body, &visit);
}

bool sam_http_auth(struct sam *s, json_t *body)
{
    const json_t *auth = sam_get(s->properties, "Auth");
    const char *key;
    json_t *value;
    if (!sam_given(auth))
        return true;
    if (!sam_given(body)) {
        return sam_fail(
            s, s->id,
            "Auth works only with inline OpenApi specified in the 'DefinitionBody' property.");
    }
    json_object_foreach ((json_t *)auth, key, value)
        if (strcmp(key, "Authorizers") != 0 && strcmp(key, "DefaultAuthorizer") != 0 &&
            strcmp(key, "EnableIamAuthorizer") != 0)
            return sam_fail(s, s->id, "Invalid value for 'Auth' property");
    if (!sam_body_valid(body, SAM_HTTP)) {
        return sam_fail(
            s, s->id,
            "Unable to add Auth configuration because 'DefinitionBody' does not contain "
            "a valid OpenApi definition.");
    }
    return sam_body_check(s, body, SAM_HTTP) && add_authorizers(s, body, auth) &&
           set_default(s, body, auth);
}

void sam_http_permissions(struct sam *s)
{
    const char *name;
    json_t *p;
    json_object_foreach (sam_get(sam_get(s->properties, "Auth"), "Authorizers"), name, p)
        if (sam_has(p, "FunctionArn") && sam_has(p, "EnableFunctionDefaultPermissions"))
            sam_authorizer_permission(s, name, sam_get(p, "FunctionArn"));
}
