/* SPDX-License-Identifier: Apache-2.0 */
#include "local/secret.h"

#include <stdlib.h>
#include <string.h>

#include "local/thing.h"

/* What is done for one connection. */
struct secret_work {
    struct secret_work *next;
    struct service *service;
    json_t *key;    /* of the connection's document */
    json_t *secret; /* its value */
    struct slrun_calling *calling;
    struct destination *asking;
};

/* ---- the value ---- */

/* Lists of {"Key", "Value", "IsValueSecret"} as the secret has them. */
static json_t *parameters_of(const json_t *given)
{
    static const char *const names[][2] = {{"HeaderParameters", "header_parameters"},
                                           {"QueryStringParameters", "query_string_parameters"},
                                           {"BodyParameters", "body_parameters"}};
    json_t *all = json_object(), *one;
    size_t k;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const json_t *list = json_object_get(given, names[i][0]);
        json_t *told = list ? json_array() : NULL;
        json_array_foreach (list, k, one)
            (void)json_array_append_new(
                told, json_pack("{s:O*, s:O*, s:b}", "key", json_object_get(one, "Key"), "value",
                                json_object_get(one, "Value"), "is_value_secret",
                                json_is_true(json_object_get(one, "IsValueSecret"))));
        if (told)
            (void)json_object_set_new(all, names[i][1], told);
    }
    return all;
}

static void add_parameters(json_t *value, const char *name, const json_t *given)
{
    if (given)
        (void)json_object_set_new(value, name, parameters_of(given));
}

static json_t *oauth_value(const json_t *oauth)
{
    const json_t *client = json_object_get(oauth, "ClientParameters");
    json_t *value =
        json_pack("{s:O*, s:O*, s:O*, s:O*}", "client_id", json_object_get(client, "ClientID"),
                  "client_secret", json_object_get(client, "ClientSecret"),
                  "authorization_endpoint", json_object_get(oauth, "AuthorizationEndpoint"),
                  "http_method", json_object_get(oauth, "HttpMethod"));
    add_parameters(value, "oauth_http_parameters", json_object_get(oauth, "OAuthHttpParameters"));
    return value;
}

static json_t *value_of(const json_t *connection)
{
    const json_t *auth = json_object_get(connection, "AuthParameters");
    const json_t *basic = json_object_get(auth, "BasicAuthParameters");
    const json_t *key = json_object_get(auth, "ApiKeyAuthParameters");
    const json_t *oauth = json_object_get(auth, "OAuthParameters");
    json_t *value =
        basic ? json_pack("{s:O*, s:O*}", "username", json_object_get(basic, "Username"),
                          "password", json_object_get(basic, "Password"))
        : key ? json_pack("{s:O*, s:O*}", "api_key_name", json_object_get(key, "ApiKeyName"),
                          "api_key_value", json_object_get(key, "ApiKeyValue"))
              : oauth_value(oauth);
    add_parameters(value, "invocation_http_parameters",
                   json_object_get(auth, "InvocationHttpParameters"));
    return value;
}

/* ---- the work ---- */

static void work_over(struct secret_work *w)
{
    struct secret_work **at = &w->service->secrets;
    while (*at != w)
        at = &(*at)->next;
    *at = w->next;
    if (w->calling)
        w->service->cloud->call_cancel(w->calling);
    if (w->asking)
        destination_free(w->asking);
    json_decref(w->key);
    json_decref(w->secret);
    free(w);
}

void secrets_end(struct service *service)
{
    while (service->secrets)
        work_over(service->secrets);
}

static struct secret_work *work_new(struct service *service, const json_t *connection)
{
    struct secret_work *w = calloc(1, sizeof *w);
    if (!w)
        return NULL;
    *w = (struct secret_work){.next = service->secrets,
                              .service = service,
                              .key = json_incref(json_object_get(connection, "Key"))};
    service->secrets = w;
    return w;
}

/* Calls where the connection is; `args` is taken over. */
static void call(struct secret_work *w, const char *name, json_t *args,
                 void (*done)(void *arg, const json_t *result, const struct slrun_error *error))
{
    const struct slrun_cloud *cloud = w->service->cloud;
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    slrun_arn_place(json_string_value(w->key), region, account);
    w->calling = cloud->call(cloud, &(struct slrun_cloud_call){.service = "secretsmanager",
                                                               .operation = name,
                                                               .args = args,
                                                               .region = region,
                                                               .account = account,
                                                               .caller = "events",
                                                               .done = done,
                                                               .arg = w});
    if (!w->calling)
        work_over(w);
}

/* The document, unless the connection has gone meanwhile. */
static json_t *connection_of(const struct secret_work *w)
{
    return json_object_get(w->service->things, json_string_value(w->key));
}

/* ---- OAuth ---- */

static void authorized(void *arg, const struct slrun_response *response,
                       const struct slrun_error *error)
{
    struct secret_work *w = arg;
    json_t *connection = connection_of(w);
    w->asking = NULL;
    if (connection && response) {
        (void)json_object_set_new(connection, "ConnectionState", json_string("AUTHORIZED"));
        (void)json_object_set_new(connection, "LastAuthorizedTime", thing_now(w->service));
        (void)json_object_del(connection, "StateReason");
    } else if (connection) {
        (void)json_object_set_new(connection, "StateReason", json_string(error->message));
    }
    if (connection)
        thing_keep(w->service, connection);
    work_over(w);
}

static void ask_for_token(struct secret_work *w, const json_t *connection, json_t *version)
{
    const struct destination_order order = {
        .arn = slrun_text(connection, "ConnectionArn"), .done = authorized, .arg = w};
    w->asking =
        destination_authorize(&w->service->deliverer.destinations, w->secret, version, &order);
    if (!w->asking)
        work_over(w);
}

/* ---- operations ---- */

static void put(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct secret_work *w = arg;
    json_t *connection = connection_of(w);
    w->calling = NULL;
    if (error)
        w->service->cloud->host->log(SLRUN_LOG_WARNING, "events: the secret of %s: %s: %s",
                                     json_string_value(w->key), error->code, error->message);
    if (error || !connection) {
        work_over(w);
        return;
    }
    (void)json_object_set(connection, "SecretArn", json_object_get(result, "ARN"));
    thing_keep(w->service, connection);
    if (slrun_text(w->secret, "client_id"))
        ask_for_token(w, connection, json_object_get(result, "VersionId"));
    else
        work_over(w);
}

void secret_put(struct service *service, const json_t *connection)
{
    struct secret_work *w = work_new(service, connection);
    const char *arn = slrun_text(connection, "SecretArn");
    char id[UUID_SIZE];
    if (!w)
        return;
    w->secret = value_of(connection);
    char *text = json_dumps(w->secret, JSON_COMPACT);
    service->cloud->uuid(service->cloud, id);
    json_t *args =
        arn ? json_pack("{s:s, s:s}", "SecretId", arn, "SecretString", text ? text : "{}")
            : json_pack("{s:o, s:s}", "Name",
                        json_sprintf("events!connection/%s/%s", slrun_text(connection, "Name"), id),
                        "SecretString", text ? text : "{}");
    free(text);
    call(w, arn ? "put_secret_value" : "create_secret", args, put);
}

static void removed(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct secret_work *w = arg;
    (void)result, (void)error;
    w->calling = NULL;
    work_over(w);
}

void secret_remove(struct service *service, const json_t *connection)
{
    const char *arn = slrun_text(connection, "SecretArn");
    struct secret_work *w = arn ? work_new(service, connection) : NULL;
    if (w)
        call(w, "delete_secret",
             json_pack("{s:s, s:b}", "SecretId", arn, "ForceDeleteWithoutRecovery", true), removed);
}
