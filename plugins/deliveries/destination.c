/* SPDX-License-Identifier: Apache-2.0 */
/* What a request to an API destination takes: who may, where to, how fast, by which secret. */
#include "deliveries/destination.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/arn.h>
#include <slrun/base64.h>
#include <slrun/member.h>

#include "deliveries/destination_inner.h"

#define ACTION "events:InvokeApiDestination"

enum { RATE = 300 };

bool destination_is(const char *arn)
{
    const char *resource = slrun_arn_behind(arn, 5);
    return resource && strncmp(resource, "api-destination/", 16) == 0;
}

/* ---- its life ---- */

void destination_free(struct destination *d)
{
    const struct slrun_cloud *cloud = d->all->cloud;
    if (d->timer) {
        cloud->timer_stop(d->timer);
        cloud->pending(cloud, -1);
    }
    if (d->calling)
        cloud->call_cancel(d->calling);
    json_decref(d->arn);
    json_decref(d->parameters);
    json_decref(d->text);
    json_decref(d->told);
    json_decref(d->connection);
    json_decref(d->secret);
    json_decref(d->version);
    free(d);
}

void destination_over(struct destination *d, const struct slrun_response *response,
                      const struct slrun_error *error)
{
    d->done(d->arg, response, error);
    destination_free(d);
}

void destinations_end(struct destinations *all)
{
    json_decref(all->tokens);
    json_decref(all->next_ms);
    all->tokens = all->next_ms = NULL;
}

static void fail(struct destination *d, const char *code, const char *message)
{
    struct slrun_error error = {.kind = SLRUN_E_SERVICE, .status = 400};
    (void)snprintf(error.code, sizeof error.code, "%s", code);
    (void)snprintf(error.message, sizeof error.message, "%s", message);
    destination_over(d, NULL, &error);
}

static void no_memory(struct destination *d)
{
    fail(d, "UNKNOWN", "out of memory");
}

/* ---- the request ---- */

static void responded(void *arg, const struct slrun_response *response,
                      const struct slrun_error *why)
{
    struct destination *d = arg;
    struct slrun_error error;
    d->calling = NULL;
    if (response && (response->status == 401 || response->status == 407))
        destination_token_forget(d);
    bool good = destination_succeeded(d, response, why, &error);
    json_t *detail = error.detail;
    destination_over(d, good ? response : NULL, good ? NULL : &error);
    json_decref(detail);
}

static void authorize_basic(const struct destination *d, json_t *headers)
{
    json_t *both = json_sprintf("%s:%s", slrun_text_or(d->secret, "username", ""),
                                slrun_text_or(d->secret, "password", ""));
    char *text =
        both ? slrun_base64_text(json_string_value(both), json_string_length(both), NULL) : NULL;
    json_t *value = text ? json_sprintf("Basic %s", text) : NULL;
    if (value)
        destination_header(headers, "Authorization", json_string_value(value));
    json_decref(both);
    json_decref(value);
    free(text);
}

static void authorize(const struct destination *d, json_t *headers)
{
    const char *key = slrun_text(d->secret, "api_key_name");
    const char *token = destination_authorization(d);
    if (slrun_text(d->secret, "username"))
        authorize_basic(d, headers);
    else if (key)
        destination_header(headers, key, slrun_text_or(d->secret, "api_key_value", ""));
    else if (token)
        destination_header(headers, "Authorization", token);
}

static json_t *headers_of(const struct destination *d)
{
    json_t *headers =
        json_pack("{s:s, s:s, s:s}", "User-Agent", "Amazon/EventBridge/ApiDestinations",
                  "Content-Type", "application/json; charset=utf-8", "Range", "bytes=0-1048575");
    const char *name;
    json_t *value;
    json_object_foreach (json_object_get(d->parameters, "HeaderParameters"), name, value)
        if (json_is_string(value))
            destination_header(headers, name, json_string_value(value));
    destination_merge(headers, json_object_get(d->secret, "invocation_http_parameters"),
                      "header_parameters");
    authorize(d, headers);
    return headers;
}

static json_t *query_of(const struct destination *d)
{
    json_t *given = json_object_get(d->parameters, "QueryStringParameters");
    json_t *query = given ? json_copy(given) : json_object();
    destination_merge(query, json_object_get(d->secret, "invocation_http_parameters"),
                      "query_string_parameters");
    return query;
}

/* The text, with the connection's own members where it is an object. */
static json_t *body_of(const struct destination *d)
{
    const json_t *more = json_object_get(d->secret, "invocation_http_parameters");
    json_t *body = json_object_get(more, "body_parameters")
                       ? json_loads(json_string_value(d->text), 0, NULL)
                       : NULL;
    if (json_is_object(body))
        destination_merge(body, more, "body_parameters");
    char *text = json_is_object(body) ? json_dumps(body, JSON_COMPACT) : NULL;
    json_t *made = text ? json_string(text) : json_incref(d->text);
    json_decref(body);
    free(text);
    return made;
}

static void invoke(struct destination *d)
{
    const char *method = slrun_text_or(d->told, "HttpMethod", "POST");
    bool empty = strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0;
    json_t *url = destination_url(slrun_text_or(d->told, "InvocationEndpoint", ""),
                                  json_object_get(d->parameters, "PathParameterValues"));
    json_t *headers = headers_of(d), *query = query_of(d), *body = body_of(d);
    const struct destination_request request = {method, url ? json_string_value(url) : "", headers,
                                                query,
                                                empty || !body ? "" : json_string_value(body)};
    bool sent = url && destination_request(d, &request, responded);
    json_decref(url);
    json_decref(headers);
    json_decref(query);
    json_decref(body);
    if (!sent)
        no_memory(d);
}

/* ---- what comes before ---- */

struct question {
    const char *service, *operation;
    json_t *args; /* taken over */
    void (*done)(void *arg, const json_t *result, const struct slrun_error *error);
};

/* Asks where the destination is. False: out of memory, and no done() comes. */
static bool ask(struct destination *d, const struct question *question)
{
    const struct slrun_cloud *cloud = d->all->cloud;
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    slrun_arn_place(json_string_value(d->arn), region, account);
    const struct slrun_cloud_call order = {.service = question->service,
                                           .operation = question->operation,
                                           .args = question->args,
                                           .region = region,
                                           .account = account,
                                           .caller = d->all->service,
                                           .done = question->done,
                                           .arg = d};
    d->calling = cloud->call(cloud, &order);
    return d->calling != NULL;
}

/* NAME in arn:aws:events:REGION:ACCOUNT:KIND/NAME/ID */
static json_t *name_in(const char *arn)
{
    const char *name = arn ? strchr(arn, '/') : NULL;
    return name ? json_stringn(name + 1, strcspn(name + 1, "/")) : json_string("");
}

static void got_secret(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct destination *d = arg;
    d->calling = NULL;
    if (error) {
        fail(d, "NO_PERMISSIONS", error->message);
        return;
    }
    d->secret = json_loads(slrun_text_or(result, "SecretString", "{}"), 0, NULL);
    d->version = json_incref(json_object_get(result, "VersionId"));
    if (!slrun_text(d->secret, "client_id"))
        invoke(d);
    else if (!destination_token(d, invoke))
        no_memory(d);
}

static void got_connection(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct destination *d = arg;
    const char *secret = slrun_text(result, "SecretArn");
    struct question question = {
        .service = "secretsmanager", .operation = "get_secret_value", .done = got_secret};
    d->calling = NULL;
    if (error) {
        fail(d, "NO_RESOURCE", error->message);
        return;
    }
    d->connection = json_incref((json_t *)(uintptr_t)result);
    if (!secret) {
        fail(d, "NO_PERMISSIONS", "The connection of the API destination is not authorized.");
        return;
    }
    question.args = json_pack("{s:s}", "SecretId", secret);
    if (!ask(d, &question))
        no_memory(d);
}

static void next(void *arg)
{
    struct destination *d = arg;
    if (d->timer)
        d->all->cloud->pending(d->all->cloud, -1);
    d->timer = NULL;
    const struct question question = {
        .service = "events",
        .operation = "describe_connection",
        .args = json_pack("{s:o}", "Name", name_in(slrun_text(d->told, "ConnectionArn"))),
        .done = got_connection};
    if (!ask(d, &question))
        no_memory(d);
}

/* Waits until InvocationRateLimitPerSecond lets it go. */
static void pace(struct destination *d)
{
    const struct slrun_cloud *cloud = d->all->cloud;
    const char *arn = json_string_value(d->arn);
    json_int_t rate = json_integer_value(json_object_get(d->told, "InvocationRateLimitPerSecond"));
    if (!d->all->next_ms)
        d->all->next_ms = json_object();
    double now = (double)cloud->now_ms(cloud);
    double due = json_number_value(json_object_get(d->all->next_ms, arn));
    due = due > now ? due : now;
    (void)json_object_set_new(d->all->next_ms, arn,
                              json_real(due + 1000.0 / (double)(rate > 0 ? rate : RATE)));
    if (due - now < 1) {
        next(d);
        return;
    }
    d->timer = cloud->timer_start(cloud, (int64_t)(due + 0.999), next, d);
    if (d->timer)
        cloud->pending(cloud, 1);
    else
        no_memory(d);
}

static void got_destination(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct destination *d = arg;
    d->calling = NULL;
    if (error) {
        fail(d, "NO_RESOURCE", error->message);
    } else if (d->refused) {
        fail(d, "NO_PERMISSIONS", "The role may not call " ACTION ".");
    } else {
        d->told = json_incref((json_t *)(uintptr_t)result);
        pace(d);
    }
}

/* ---- the beginning ---- */

static struct destination *destination_new(struct destinations *all,
                                           const struct destination_order *order)
{
    struct destination *d = calloc(1, sizeof *d);
    if (!d)
        return NULL;
    *d = (struct destination){.all = all,
                              .arn = json_string(order->arn),
                              .parameters = json_deep_copy(order->parameters),
                              .text = json_string(order->text ? order->text : ""),
                              .done = order->done,
                              .arg = order->arg};
    if (d->arn && d->text)
        return d;
    destination_free(d);
    return NULL;
}

struct destination *destination_send(struct destinations *all,
                                     const struct destination_order *order)
{
    const struct slrun_cloud *cloud = all->cloud;
    const struct slrun_iam_need need = {.caller = order->caller ? *order->caller
                                                                : (struct slrun_iam_caller){0},
                                        .action = ACTION,
                                        .resource = order->arn};
    struct destination *d = destination_new(all, order);
    if (!d)
        return NULL;
    const struct question question = {.service = "events",
                                      .operation = "describe_api_destination",
                                      .args = json_pack("{s:o}", "Name", name_in(order->arn)),
                                      .done = got_destination};
    d->refused = cloud->iam && order->caller && cloud->iam->need(cloud, &need);
    if (ask(d, &question))
        return d;
    destination_free(d);
    return NULL;
}

/* ---- authorizing ---- */

static void authorized(struct destination *d)
{
    const struct slrun_response none = {.status = 200, .body = ""};
    destination_over(d, &none, NULL);
}

struct destination *destination_authorize(struct destinations *all, const json_t *secret,
                                          json_t *version, const struct destination_order *order)
{
    struct destination *d = destination_new(all, order);
    if (!d)
        return NULL;
    d->connection = json_pack("{s:s}", "ConnectionArn", order->arn);
    d->secret = json_deep_copy(secret);
    d->version = json_incref(version);
    destination_token_forget(d);
    if (destination_token(d, authorized))
        return d;
    destination_free(d);
    return NULL;
}
