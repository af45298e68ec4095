/* SPDX-License-Identifier: Apache-2.0 */
/* What a request to an API destination takes: who may, where to, how fast, by which secret. */
#include "deliveries/destination.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/arn.h>
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

void destination_timer_stop(struct destination *d)
{
    if (!d->timer)
        return;
    d->all->cloud->timer_stop(d->timer);
    d->all->cloud->pending(d->all->cloud, -1);
    d->timer = NULL;
}

void destination_free(struct destination *d)
{
    const struct slrun_cloud *cloud = d->all->cloud;
    destination_timer_stop(d);
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

void destination_fail(struct destination *d, const char *code, const char *message)
{
    struct slrun_error error = {.kind = SLRUN_E_SERVICE, .status = 400};
    (void)snprintf(error.code, sizeof error.code, "%s", code);
    (void)snprintf(error.message, sizeof error.message, "%s", message);
    destination_over(d, NULL, &error);
}

void destination_no_memory(struct destination *d)
{
    destination_fail(d, "UNKNOWN", "out of memory");
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
        destination_fail(d, "NO_PERMISSIONS", error->message);
        return;
    }
    d->secret = json_loads(slrun_text_or(result, "SecretString", "{}"), 0, NULL);
    d->version = json_incref(json_object_get(result, "VersionId"));
    if (!slrun_text(d->secret, "client_id"))
        destination_invoke(d);
    else if (!destination_token(d, destination_invoke))
        destination_no_memory(d);
}

/* Whether the caller is to be refused the secret. */
static bool may_not_read(const struct destination *d, const char *secret)
{
    static const char *const actions[] = {"secretsmanager:DescribeSecret",
                                          "secretsmanager:GetSecretValue", NULL};
    const struct slrun_cloud *cloud = d->all->cloud;
    struct slrun_iam_need need = {.caller = d->caller, .resource = secret};
    bool refused = false;
    for (const char *const *action = actions; d->judged && *action; action++) {
        need.action = *action;
        refused = cloud->iam->need(cloud, &need) || refused;
    }
    return refused;
}

static void got_connection(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct destination *d = arg;
    const char *secret = slrun_text(result, "SecretArn");
    struct question question = {
        .service = "secretsmanager", .operation = "get_secret_value", .done = got_secret};
    d->calling = NULL;
    if (error) {
        destination_fail(d, "NO_RESOURCE", error->message);
        return;
    }
    d->connection = json_incref((json_t *)(uintptr_t)result);
    if (!secret || may_not_read(d, secret)) {
        destination_fail(d, "NO_PERMISSIONS", "The connection is not authorized.");
        return;
    }
    question.args = json_pack("{s:s}", "SecretId", secret);
    if (!ask(d, &question))
        destination_no_memory(d);
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
        destination_no_memory(d);
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
        destination_no_memory(d);
}

static void got_destination(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct destination *d = arg;
    d->calling = NULL;
    if (error) {
        destination_fail(d, "NO_RESOURCE", error->message);
    } else if (d->refused) {
        destination_fail(d, "NO_PERMISSIONS", "The role may not call " ACTION ".");
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

struct destination *destination_http(struct destinations *all,
                                     const struct destination_order *order,
                                     const struct destination_http *http)
{
    struct destination *d = destination_new(all, order);
    if (!d)
        return NULL;
    const struct question question = {.service = "events",
                                      .operation = "describe_connection",
                                      .args = json_pack("{s:o}", "Name", name_in(order->arn)),
                                      .done = got_connection};
    d->plain = true;
    d->body = http->body;
    d->told = json_pack("{s:s, s:s}", "HttpMethod", http->method, "InvocationEndpoint", http->url);
    if (all->cloud->iam && order->caller) {
        d->judged = true;
        d->caller = *order->caller;
    }
    if (d->told && ask(d, &question))
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
