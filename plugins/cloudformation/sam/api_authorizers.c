/* SPDX-License-Identifier: Apache-2.0 */
/* Authorizers of a REST API, by a function or a Cognito user pool. */
#include <string.h>

#include "sam/api.h"
#include "sam/value.h"

json_t *sam_authorizer_uri(const struct sam *s, const json_t *function)
{
    return json_pack("{s:[o, {s:o}]}", "Fn::Sub",
                     json_sprintf("arn:%s:apigateway:${AWS::Region}:lambda:path/2015-03-31/"
                                  "functions/${__FunctionArn__}/invocations",
                                  s->partition),
                     "__FunctionArn__", json_deep_copy(function));
}

void sam_authorizer_permission(struct sam *s, const char *name, const json_t *function)
{
    char id[SAM_ID_MAX];
    bool http = sam_equals(json_object_get(s->body, "Type"), "AWS::Serverless::HttpApi");
    json_t *arn = json_pack("{s:[o, {s:o}]}", "Fn::Sub",
                            json_sprintf("arn:%s:execute-api:${AWS::Region}:${AWS::AccountId}:"
                                         "${__ApiId__}/authorizers/*",
                                         http ? "${AWS::Partition}" : s->partition),
                            "__ApiId__", sam_ref(s->id));
    struct sam_permission permission = {sam_id(id, "%s%sAuthorizerPermission", s->id, name),
                                        "apigateway.amazonaws.com", arn, NULL, NULL};
    sam_permission(s, json_deep_copy(function), &permission);
}

bool sam_identity_check(struct sam *s, const json_t *identity, const char *path)
{
    static const char *const lists[] = {"Headers", "QueryStrings", "StageVariables", "Context"};
    for (size_t k = 0; k < 4; k++) {
        const json_t *list = sam_get(identity, lists[k]);
        char at[SAM_ID_MAX];
        sam_id(at, "%.400s.%s", path, lists[k]);
        if (sam_given(list) && !sam_expect(s, list, SAM_LIST, at))
            return false;
        for (size_t i = 0; i < json_array_size(list); i++) {
            sam_id(at, "%.400s.%s[%zu]", path, lists[k], i);
            if (!sam_expect(s, json_array_get(list, i), SAM_STR, at))
                return false;
        }
    }
    return true;
}

/* One of Authorizers. */
struct authorizer {
    const char *name;
    const json_t *p;
    const char *payload; /* FunctionPayloadType: "TOKEN" or "REQUEST" */
    bool cognito;
};

static bool has_source(const json_t *identity)
{
    const json_t *every = sam_get(identity, "ReauthorizeEvery");
    return sam_has(identity, "Headers") || sam_has(identity, "QueryStrings") ||
           sam_has(identity, "StageVariables") || sam_has(identity, "Context") ||
           (json_is_integer(every) && json_integer_value(every) <= 0);
}

static bool check_identity(struct sam *s, const struct authorizer *a)
{
    char path[SAM_ID_MAX];
    const json_t *identity = sam_get(a->p, "Identity");
    if (sam_given(identity) && !json_is_object(identity)) {
        return sam_fail(s, s->id,
                        "Auth.Authorizers.<Authorizer>.Identity must be a dict "
                        "(LambdaTokenAuthorizationIdentity, LambdaRequestAuthorizationIdentity or "
                        "CognitoAuthorizationIdentity).");
    }
    sam_id(path, "Auth.Authorizers.%.200s.Identity", a->name);
    return strcmp(a->payload, "REQUEST") != 0 || sam_identity_check(s, identity, path);
}

static bool read_authorizer(struct sam *s, struct authorizer *a)
{
    char path[SAM_ID_MAX];
    const json_t *payload = sam_get(a->p, "FunctionPayloadType");
    const json_t *scopes = sam_get(a->p, "AuthorizationScopes");
    sam_id(path, "Auth.Authorizers.%s", a->name);
    if (!sam_expect(s, a->p, SAM_MAP, path))
        return false;
    a->payload = payload == NULL ? "TOKEN" : json_string_value(payload);
    a->cognito = sam_has(a->p, "UserPoolArn");
    if (a->payload == NULL ||
        (strcmp(a->payload, "TOKEN") != 0 && strcmp(a->payload, "REQUEST") != 0)) {
        return sam_fail(s, s->id, "%s Authorizer has invalid 'FunctionPayloadType': %s.", a->name,
                        a->payload == NULL ? "" : a->payload);
    }
    if (strcmp(a->payload, "REQUEST") == 0 && !has_source(sam_get(a->p, "Identity"))) {
        return sam_fail(s, s->id,
                        "%s Authorizer must specify Identity with at least one of Headers, "
                        "QueryStrings, StageVariables, or Context.",
                        a->name);
    }
    if (!a->cognito && sam_get(a->p, "FunctionArn") == NULL) {
        return sam_fail(s, s->id, "%s Authorizer must specify UserPoolArn or FunctionArn.",
                        a->name);
    }
    sam_id(path, "Authorizers.%s.AuthorizationScopes", a->name);
    return (scopes == NULL || sam_expect(s, scopes, SAM_LIST, path)) && check_identity(s, a);
}

/* "method.request.header.A, context.b" of what Identity lists. */
static json_t *identity_source(struct sam *s, const struct authorizer *a)
{
    static const struct {
        const char *key, *prefix;
    } kinds[] = {{"Headers", "method.request.header."},
                 {"QueryStrings", "method.request.querystring."},
                 {"StageVariables", "stageVariables."},
                 {"Context", "context."}};
    const json_t *identity = sam_get(a->p, "Identity");
    json_t *text = json_string(""), *item;
    for (size_t k = 0; k < 4; k++) {
        size_t i;
        json_array_foreach (sam_get(identity, kinds[k].key), i, item) {
            const char *so_far = json_string_value(text), *name = json_string_value(item);
            json_t *more = json_sprintf("%s%s%s%s", so_far, *so_far == '\0' ? "" : ", ",
                                        kinds[k].prefix, name == NULL ? "" : name);
            json_decref(text);
            text = more;
            if (text == NULL) {
                s->failed = true;
                return NULL;
            }
        }
    }
    return text;
}

static void set_function(struct sam *s, const struct authorizer *a, json_t *made)
{
    const json_t *identity = sam_get(a->p, "Identity"), *role = sam_get(a->p, "FunctionInvokeRole");
    const json_t *function = sam_get(a->p, "FunctionArn");
    sam_put(s, made, "authorizerUri", sam_authorizer_uri(s, function));
    sam_copy_as(s, made, "authorizerResultTtlInSeconds", sam_get(identity, "ReauthorizeEvery"));
    if (sam_given(role) && !sam_equals(role, "NONE"))
        sam_copy_as(s, made, "authorizerCredentials", role);
    json_t *source = strcmp(a->payload, "REQUEST") == 0 ? identity_source(s, a) : NULL;
    if (sam_given(source))
        sam_put(s, made, "identitySource", json_incref(source));
    json_decref(source);
}

static json_t *scheme(struct sam *s, const struct authorizer *a)
{
    const json_t *identity = sam_get(a->p, "Identity"), *header = sam_get(identity, "Header");
    bool request = strcmp(a->payload, "REQUEST") == 0;
    const char *type = a->cognito ? "cognito_user_pools" : request ? "request" : "token";
    json_t *made = json_pack("{s:s}", "type", type);
    if (a->cognito) {
        const json_t *pools = sam_get(a->p, "UserPoolArn");
        sam_put(s, made, "providerARNs",
                json_is_array(pools) ? json_deep_copy(pools)
                                     : json_pack("[o]", json_deep_copy(pools)));
    } else {
        set_function(s, a, made);
    }
    if ((a->cognito || !request) && sam_has(identity, "ValidationExpression")) {
        sam_copy_as(s, made, "identityValidationExpression",
                    sam_get(identity, "ValidationExpression"));
    }
    json_t *name = !a->cognito && request ? json_string("Unused")
                   : sam_given(header)    ? json_deep_copy(header)
                                          : json_string("Authorization");
    return json_pack("{s:s, s:o, s:s, s:s, s:o}", "type", "apiKey", "name", name, "in", "header",
                     "x-amazon-apigateway-authtype", a->cognito ? type : "custom",
                     "x-amazon-apigateway-authorizer", made);
}

bool sam_rest_authorizers(struct sam *s, json_t *body, const json_t *all)
{
    const char *name;
    json_t *p;
    if (!sam_expect(s, all, SAM_MAP, "Auth.Authorizers"))
        return false;
    json_object_foreach ((json_t *)all, name, p) {
        struct authorizer a = {.name = name, .p = p};
        if (!read_authorizer(s, &a))
            return false;
        json_t *schemes = sam_object_at(s, body, "securityDefinitions");
        if (schemes == NULL)
            return sam_fail_template(s, "securityDefinitions must be a dictionary.");
        sam_put(s, schemes, name, scheme(s, &a));
    }
    return true;
}

void sam_rest_permissions(struct sam *s)
{
    const char *name;
    json_t *p;
    json_object_foreach (sam_get(sam_get(s->properties, "Auth"), "Authorizers"), name, p)
        if (sam_has(p, "FunctionArn") && !sam_has(p, "DisableFunctionDefaultPermissions"))
            sam_authorizer_permission(s, name, sam_get(p, "FunctionArn"));
}
