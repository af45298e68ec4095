/* SPDX-License-Identifier: Apache-2.0 */
/* Who may call a method: API keys, signatures, tokens, authorizers. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <slrun/iam.h>

#include "exec/exec.h"

/* ---- API keys ---- */

/* Whether a plan is for this API and stage, and has the key. */
static bool plan_allows(const struct exec *e, const json_t *plan, const char *value)
{
    size_t i;
    const char *id;
    json_t *stage, *key;
    bool covers = false;
    json_array_foreach (json_object_get(doc_it(plan), "apiStages"), i, stage) {
        covers = covers || (text_is(stage, "apiId", text_get(e->doc, "id")) &&
                            text_is(stage, "stage", e->stage_name));
    }
    json_object_foreach (json_object_get(plan, "keys"), id, key) {
        const json_t *doc = json_object_get(e->service->docs, id);
        if (covers && text_is(key, "value", value) && doc &&
            json_is_true(json_object_get(doc_it(doc), "enabled")))
            return true;
    }
    return false;
}

static bool has_api_key(const struct exec *e)
{
    const char *id, *value = exec_header(e, "x-api-key");
    json_t *doc;
    if (!json_is_true(json_object_get(e->method, e->v2 ? "ApiKeyRequired" : "apiKeyRequired")) ||
        e->v2)
        return true;
    json_object_foreach (e->service->docs, id, doc)
        if (value && text_is(doc, "kind", "usageplans") && plan_allows(e, doc, value))
            return true;
    return false;
}

static void go_on(struct exec *e)
{
    if (has_api_key(e))
        e->authorized(e);
    else
        exec_fail(e, "INVALID_API_KEY", NULL);
}

/* ---- JSON Web Tokens ---- */

/* The claims of a JSON Web Token, whose signature is not checked; NULL: it is none. */
static json_t *jwt_claims(const char *token)
{
    struct text part = TEXT_INIT, json = TEXT_INIT;
    if (strncmp(token, "Bearer ", 7) == 0 || strncmp(token, "bearer ", 7) == 0)
        token += 7;
    const char *dot = strchr(token, '.'), *end = dot ? strchr(dot + 1, '.') : NULL;
    if (!end)
        return NULL;
    text_add(&part, dot + 1, (size_t)(end - dot - 1));
    bool good = text_add_unbase64(&json, text_str(&part));
    json_t *claims = good ? json_loadb(text_str(&json), json.n, 0, NULL) : NULL;
    text_free(&part);
    text_free(&json);
    return claims;
}

static bool contains(const json_t *list, const json_t *value)
{
    size_t i;
    json_t *item, *other;
    if (json_is_array(value)) {
        json_array_foreach (value, i, other)
            if (contains(list, other))
                return true;
        return false;
    }
    json_array_foreach (list, i, item)
        if (json_equal(item, value))
            return true;
    return false;
}

static bool is_current(const struct exec *e, const json_t *claims)
{
    const struct slrun_cloud *cloud = e->service->cloud;
    json_int_t now = cloud->now_ms(cloud) / 1000;
    const json_t *until = json_object_get(claims, "exp"), *from = json_object_get(claims, "nbf");
    return (!until || json_number_value(until) > (double)now) &&
           (!from || json_number_value(from) <= (double)now);
}

/* The scopes of the token that the route asks for one of. */
static json_t *scopes_of(const json_t *claims)
{
    const char *at = text_get(claims, "scope");
    json_t *list = json_array();
    while (at && *at) {
        size_t n = strcspn(at, " ");
        if (n)
            json_array_append_new(list, json_stringn(at, n));
        at += n + (at[n] == ' ');
    }
    return list;
}

static bool jwt_is_for(const struct exec *e, const json_t *authorizer, const json_t *claims)
{
    const json_t *wanted = json_object_get(authorizer, "JwtConfiguration");
    const json_t *audience = json_object_get(claims, "aud");
    const char *issuer = text_get(wanted, "Issuer");
    if (!audience)
        audience = json_object_get(claims, "client_id");
    return is_current(e, claims) && (!issuer || text_is(claims, "iss", issuer)) &&
           (!json_object_get(wanted, "Audience") ||
            contains(json_object_get(wanted, "Audience"), audience));
}

static const char *token_of(struct exec *e, const json_t *authorizer)
{
    const char *token = exec_header(e, "Authorization");
    const json_t *source = json_array_get(json_object_get(authorizer, "IdentitySource"), 0);
    const char *name = json_string_value(source);
    if (name && strncmp(name, "$request.header.", 16) == 0)
        token = exec_header(e, name + 16);
    return token;
}

/* Claims are read, the signature is not: the issuer is not of this machine. */
static void authorize_jwt(struct exec *e, const json_t *authorizer)
{
    const char *token = token_of(e, authorizer);
    json_t *claims = token ? jwt_claims(token) : NULL, *scopes = scopes_of(claims);
    const json_t *wanted = json_object_get(e->method, "AuthorizationScopes");
    if (!claims || !jwt_is_for(e, authorizer, claims)) {
        exec_fail(e, "UNAUTHORIZED", NULL);
    } else if (json_array_size(wanted) && !contains(wanted, scopes)) {
        exec_fail(e, "ACCESS_DENIED", "Forbidden");
    } else {
        e->authorizer = json_pack("{s:{s:O, s:o}}", "jwt", "claims", claims, "scopes",
                                  json_array_size(wanted) ? json_incref(scopes) : json_null());
        json_object_set(e->context, "authorizer", e->authorizer);
        go_on(e);
    }
    json_decref(scopes);
    json_decref(claims);
}

/* A user pool is of no behaviour here: a token has to be there, its claims are passed on. */
static void authorize_cognito(struct exec *e)
{
    const char *token = exec_header(e, "Authorization");
    json_t *claims = token ? jwt_claims(token) : NULL;
    if (!claims || !is_current(e, claims)) {
        exec_fail(e, "UNAUTHORIZED", NULL);
    } else {
        e->authorizer = json_pack("{s:O}", "claims", claims);
        json_object_set(e->context, "authorizer", e->authorizer);
        go_on(e);
    }
    json_decref(claims);
}

/* ---- which of them ---- */

/* Over the wire a signature has been checked before; a service of this cloud writes none. */
static bool is_signed(const struct exec *e)
{
    const char *given = exec_header(e, "Authorization");
    return e->x->caller ? given && strncmp(given, "AWS4-", 5) == 0 : e->x->access_key != NULL;
}

/* Whether AWS lets a role in whose key has signed it, or it shall be let in here all the same
 * (slrun/iam.h). Not judged: what a resource policy may allow besides, and which ARN the default
 * route has. */
static bool role_may(const struct exec *e)
{
    const struct slrun_cloud *cloud = e->service->cloud;
    bool other = e->v2 && text_is(e->method, "RouteKey", "$default");
    if (!cloud->iam || !e->x->access_key || other || json_object_get(doc_it(e->config), "policy"))
        return true;
    json_t *arn = exec_method_arn(e);
    const struct slrun_iam_visit visit = {.access_key = e->x->access_key,
                                          .action = "execute-api:Invoke",
                                          .resource = json_string_value(arn)};
    bool may = !arn || !cloud->iam->visit(cloud, &visit);
    json_decref(arn);
    return may;
}

static void authorize_by_key(struct exec *e)
{
    if (!is_signed(e))
        exec_fail(e, "MISSING_AUTHENTICATION_TOKEN", e->v2 ? "Forbidden" : NULL);
    else if (!role_may(e))
        exec_fail(e, "ACCESS_DENIED", e->v2 ? "Forbidden" : NULL);
    else
        go_on(e);
}

void exec_authorize(struct exec *e)
{
    const char *type = text_get(e->method, e->v2 ? "AuthorizationType" : "authorizationType");
    const char *id = text_get(e->method, e->v2 ? "AuthorizerId" : "authorizerId");
    json_t *authorizer = json_object_get(json_object_get(e->config, "authorizers"), id ? id : "");
    if (!type || strcasecmp(type, "NONE") == 0)
        go_on(e);
    else if (strcmp(type, "AWS_IAM") == 0)
        authorize_by_key(e);
    else if (strcmp(type, "JWT") == 0 && authorizer)
        authorize_jwt(e, authorizer);
    else if (strcmp(type, "COGNITO_USER_POOLS") == 0)
        authorize_cognito(e);
    else if (authorizer)
        exec_ask_authorizer(e, authorizer);
    else
        exec_fail(e, "AUTHORIZER_CONFIGURATION_ERROR", NULL);
}
