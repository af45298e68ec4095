/* SPDX-License-Identifier: Apache-2.0 */
/* Connections: how API destinations authorize. What is secret in them is told to nobody. */
#include <string.h>

#include "local/secret.h"
#include "local/thing.h"

#define KIND "connection"

static json_t *named(struct slrun_json_call *call)
{
    const char *name = call_text(call, "Name");
    json_t *doc = thing_find(call, KIND, name);
    return doc ? doc
               : call_fail(call, "ResourceNotFoundException",
                           "Failed to describe the connection(s). Connection '%s' does not exist.",
                           name);
}

/* ---- parameters of authorization ---- */

/* Parameters of requests without the values that are secret. */
static json_t *told_parameters(const json_t *given)
{
    json_t *told = json_object(), *list, *one;
    const char *kind;
    size_t i;
    json_object_foreach ((json_t *)(uintptr_t)given, kind, list) {
        json_t *all = json_array();
        json_array_foreach (list, i, one) {
            json_t *copy = json_copy(one);
            if (json_is_true(json_object_get(one, "IsValueSecret")))
                (void)json_object_del(copy, "Value");
            else
                (void)json_object_set_new(copy, "IsValueSecret", json_false());
            (void)json_array_append_new(all, copy);
        }
        (void)json_object_set_new(told, kind, all);
    }
    return told;
}

static void tell_oauth(json_t *told, const json_t *oauth)
{
    static const char *const same[] = {"AuthorizationEndpoint", "HttpMethod", NULL};
    const json_t *client = json_object_get(oauth, "ClientParameters");
    json_t *one = json_pack("{s:{s:O*}}", "ClientParameters", "ClientID",
                            json_object_get(client, "ClientID"));
    slrun_copy_members(one, oauth, same);
    if (json_object_get(oauth, "OAuthHttpParameters"))
        (void)json_object_set_new(one, "OAuthHttpParameters",
                                  told_parameters(json_object_get(oauth, "OAuthHttpParameters")));
    (void)json_object_set_new(told, "OAuthParameters", one);
}

static json_t *told_auth(const json_t *auth)
{
    const json_t *basic = json_object_get(auth, "BasicAuthParameters");
    const json_t *key = json_object_get(auth, "ApiKeyAuthParameters");
    const json_t *more = json_object_get(auth, "InvocationHttpParameters");
    json_t *told = json_object();
    if (basic)
        (void)json_object_set_new(
            told, "BasicAuthParameters",
            json_pack("{s:O*}", "Username", json_object_get(basic, "Username")));
    if (key)
        (void)json_object_set_new(
            told, "ApiKeyAuthParameters",
            json_pack("{s:O*}", "ApiKeyName", json_object_get(key, "ApiKeyName")));
    if (json_object_get(auth, "OAuthParameters"))
        tell_oauth(told, json_object_get(auth, "OAuthParameters"));
    if (more)
        (void)json_object_set_new(told, "InvocationHttpParameters", told_parameters(more));
    return told;
}

/* Whether what the type of authorization wants is there. False after call_fail(). */
static bool check(struct slrun_json_call *call, const char *type, const json_t *auth)
{
    static const struct {
        const char *type, *member;
    } wanted[] = {{"BASIC", "BasicAuthParameters"},
                  {"API_KEY", "ApiKeyAuthParameters"},
                  {"OAUTH_CLIENT_CREDENTIALS", "OAuthParameters"}};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (strcmp(wanted[i].type, type) == 0 && !json_object_get(auth, wanted[i].member))
            return call_invalid(call,
                                "Parameter(s) %s must be specified for authorization type %s.",
                                wanted[i].member, type);
    return true;
}

/* OAuth is on its way until its endpoint gives a token (secret.c). */
static const char *state_for(const char *type)
{
    return strcmp(type, "OAUTH_CLIENT_CREDENTIALS") == 0 ? "AUTHORIZING" : "AUTHORIZED";
}

/* ---- operations ---- */

static json_t *changed(const json_t *doc, bool with_authorized)
{
    static const char *const members[] = {"ConnectionArn", "ConnectionState", "CreationTime",
                                          "LastModifiedTime", NULL};
    json_t *one = json_object();
    slrun_copy_members(one, doc, members);
    if (with_authorized)
        slrun_copy_members(one, doc, (const char *const[]){"LastAuthorizedTime", NULL});
    return one;
}

static void touch(struct slrun_json_call *call, json_t *doc, const char *state)
{
    (void)json_object_set_new(doc, "ConnectionState", json_string(state));
    (void)json_object_set_new(doc, "LastModifiedTime", thing_now(call->service));
}

static const char *const given[] = {"Name",
                                    "Description",
                                    "AuthorizationType",
                                    "AuthParameters",
                                    "InvocationConnectivityParameters",
                                    "KmsKeyIdentifier",
                                    NULL};

json_t *op_create_connection(struct slrun_json_call *call)
{
    const char *name = call_text(call, "Name"), *type = call_text(call, "AuthorizationType");
    char id[UUID_SIZE];
    if (thing_find(call, KIND, name))
        return call_fail(call, "ResourceAlreadyExistsException", "Connection %s already exists.",
                         name);
    if (!check(call, type, json_object_get(call->args, "AuthParameters")))
        return NULL;
    call->cloud->uuid(call->cloud, id);
    json_t *key = thing_key(call, KIND, name);
    json_t *doc = json_pack(
        "{s:o, s:o, s:o}", "ConnectionArn", json_sprintf("%s/%s", json_string_value(key), id),
        "CreationTime", thing_now(call->service), "LastAuthorizedTime", thing_now(call->service));
    json_decref(key);
    slrun_copy_members(doc, call->args, given);
    touch(call, doc, state_for(type));
    doc = thing_add(call, KIND, name, doc);
    if (doc)
        secret_put(call->service, doc);
    return doc ? changed(doc, false) : NULL;
}

json_t *op_update_connection(struct slrun_json_call *call)
{
    json_t *doc = named(call);
    if (!doc)
        return NULL;
    const char *type = call_text(call, "AuthorizationType");
    const json_t *auth = json_object_get(call->args, "AuthParameters");
    if (type && auth && !check(call, type, auth))
        return NULL;
    slrun_copy_members(doc, call->args, given);
    if (auth)
        (void)json_object_set_new(doc, "LastAuthorizedTime", thing_now(call->service));
    touch(call, doc,
          auth ? state_for(slrun_text(doc, "AuthorizationType"))
               : slrun_text(doc, "ConnectionState"));
    thing_keep(call->service, doc);
    if (auth)
        secret_put(call->service, doc);
    return changed(doc, true);
}

json_t *op_deauthorize_connection(struct slrun_json_call *call)
{
    json_t *doc = named(call);
    if (!doc)
        return NULL;
    json_t *auth = told_auth(json_object_get(doc, "AuthParameters"));
    (void)json_object_set_new(doc, "AuthParameters", auth);
    touch(call, doc, "DEAUTHORIZED");
    secret_remove(call->service, doc);
    (void)json_object_del(doc, "SecretArn");
    thing_keep(call->service, doc);
    json_t *one = changed(doc, true);
    (void)json_object_set_new(one, "ConnectionState", json_string("DEAUTHORIZING"));
    return one;
}

json_t *op_delete_connection(struct slrun_json_call *call)
{
    json_t *doc = named(call);
    if (!doc)
        return NULL;
    touch(call, doc, "DELETING");
    json_t *one = changed(doc, true);
    secret_remove(call->service, doc);
    thing_remove(call, KIND, call_text(call, "Name"));
    return one;
}

static const char *const members[] = {"ConnectionArn",      "Name",
                                      "ConnectionState",    "AuthorizationType",
                                      "CreationTime",       "LastModifiedTime",
                                      "LastAuthorizedTime", NULL};

json_t *op_describe_connection(struct slrun_json_call *call)
{
    static const char *const more[] = {"Description",      "InvocationConnectivityParameters",
                                       "KmsKeyIdentifier", "SecretArn",
                                       "StateReason",      NULL};
    const json_t *doc = named(call);
    json_t *one = doc ? json_pack("{s:o}", "AuthParameters",
                                  told_auth(json_object_get(doc, "AuthParameters")))
                      : NULL;
    if (one) {
        slrun_copy_members(one, doc, members);
        slrun_copy_members(one, doc, more);
    }
    return one;
}

static json_t *listed(const struct slrun_json_call *call, const json_t *doc)
{
    const char *state = call_text(call, "ConnectionState");
    json_t *one = json_object();
    slrun_copy_members(one, doc, members);
    if (!state || strcmp(state, slrun_text(doc, "ConnectionState")) == 0)
        return one;
    json_decref(one);
    return NULL;
}

json_t *op_list_connections(struct slrun_json_call *call)
{
    return thing_list(call, KIND, listed);
}
