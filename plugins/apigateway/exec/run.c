/* SPDX-License-Identifier: Apache-2.0 */
/* The life of a request to a deployed API. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exec/exec.h"

/* ---- calls ---- */

/* For the access log; what an authorizer says is no integration's. */
static void note_answer(struct exec *e, int status)
{
    e->answered_ms = e->service->cloud->now_ms(e->service->cloud);
    e->integration_status = status;
}

static void note_question(struct exec *e)
{
    e->asked_ms = e->asked ? 0 : e->service->cloud->now_ms(e->service->cloud);
}

static void call_done(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct exec *e = arg;
    e->calling = NULL;
    note_answer(e, error ? error->status : 200);
    e->called(e, result, error);
}

/* "arn:aws:execute-api:REGION:ACCOUNT:ID/STAGE/METHOD/path", or ID/authorizers/AUTHORIZER, or of a
 * default route ID/STAGE/$default. */
static json_t *source_of(const struct exec *e)
{
    const char *id = text_get(e->asked, e->v2 ? "AuthorizerId" : "id");
    bool other = e->v2 && text_is(e->method, "RouteKey", "$default");
    if (!e->asked && !other)
        return exec_method_arn(e);
    return json_sprintf("arn:aws:execute-api:%s:%s:%s/%s/%s", text_get(e->doc, "region"),
                        text_get(e->doc, "account"), text_get(e->doc, "id"),
                        e->asked ? "authorizers" : e->stage_name,
                        !e->asked ? "$default"
                        : id      ? id
                                  : "");
}

/* By the role that is said there, or else as API Gateway itself. */
static void judge(const struct exec *e)
{
    const struct slrun_cloud *cloud = e->service->cloud;
    const char *role =
        e->asked ? text_get(e->asked, e->v2 ? "AuthorizerCredentialsArn" : "authorizerCredentials")
                 : text_get(e->integration, e->v2 ? "CredentialsArn" : "credentials");
    json_t *source = cloud->iam ? source_of(e) : NULL;
    if (source)
        cloud->iam->on_behalf(e->calling,
                              &(struct slrun_iam_caller){.service = "apigateway.amazonaws.com",
                                                         .role = role,
                                                         .name = text_get(e->doc, "id"),
                                                         .source = json_string_value(source)});
    json_decref(source);
}

void exec_call(struct exec *e, const char *service, const char *op, json_t *args)
{
    const struct slrun_cloud *cloud = e->service->cloud;
    e->calling =
        cloud->call(cloud, &(struct slrun_cloud_call){.service = service,
                                                      .operation = op,
                                                      .args = args,
                                                      .region = text_get(e->doc, "region"),
                                                      .account = text_get(e->doc, "account"),
                                                      .caller = "apigateway",
                                                      .done = call_done,
                                                      .arg = e});
    judge(e);
    note_question(e);
    e->traced = !e->asked;
    if (!e->calling)
        exec_fail(e, "DEFAULT_5XX", NULL);
}

static void request_done(void *arg, const struct slrun_response *response,
                         const struct slrun_error *error)
{
    struct exec *e = arg;
    e->calling = NULL;
    note_answer(e, response ? response->status : 0);
    struct exec_answer answer = {0};
    if (response)
        answer = (struct exec_answer){response->status, response->headers, response->n_headers,
                                      response->body, response->size};
    e->requested(e, response ? &answer : NULL, error);
}

void exec_request(struct exec *e, const struct slrun_cloud_request *request)
{
    const struct slrun_cloud *cloud = e->service->cloud;
    struct slrun_cloud_request mine = *request;
    mine.account = text_get(e->doc, "account");
    mine.caller = "apigateway";
    mine.done = request_done;
    mine.arg = e;
    e->traced = !text_is(e->integration, "type", "HTTP_PROXY");
    note_question(e);
    e->calling = cloud->request(cloud, &mine);
    judge(e);
    if (!e->calling)
        exec_fail(e, "DEFAULT_5XX", NULL);
}

void exec_cancel(struct exec *e)
{
    const struct slrun_cloud *cloud = e->service->cloud;
    if (e->calling)
        cloud->call_cancel(e->calling);
    if (e->timer)
        cloud->timer_stop(e->timer);
    e->calling = NULL;
    e->timer = NULL;
}

/* ---- the integration ---- */

static void timed_out(void *arg)
{
    struct exec *e = arg;
    e->timer = NULL;
    exec_fail(e, "INTEGRATION_TIMEOUT", e->v2 ? "Service Unavailable" : NULL);
}

static void start_timer(struct exec *e)
{
    const struct slrun_cloud *cloud = e->service->cloud;
    const json_t *set =
        json_object_get(e->integration, e->v2 ? "TimeoutInMillis" : "timeoutInMillis");
    json_int_t ms = json_integer_value(set);
    if (ms <= 0)
        ms = e->v2 ? EXEC_TIMEOUT_V2 : EXEC_TIMEOUT_V1;
    e->timer = cloud->timer_start(cloud, cloud->now_ms(cloud) + ms, timed_out, e);
}

static const struct {
    const char *type;
    void (*start)(struct exec *e);
} integrations[] = {{"AWS_PROXY", exec_lambda},
                    {"AWS", exec_aws},
                    {"MOCK", exec_mock},
                    {"HTTP", exec_http},
                    {"HTTP_PROXY", exec_http}};

/* Headers that API Gateway writes itself and refuses to be told, but when it runs: of services and
 * functions, and of all. */
static bool maps_own_header(struct exec *e)
{
    static const char *const own[] = {
        "Content-Length",    "Transfer-Encoding", "Authorization", "Connection", "Expect", "TE",
        "Proxy-Authenticate"};
    const char *type = text_get(e->integration, "type"), *name;
    size_t n = type && strncmp(type, "AWS", 3) == 0 ? sizeof own / sizeof *own : 2;
    json_t *headers = exec_parameters(e, "header"), *value;
    bool does = false;
    json_object_foreach (headers, name, value)
        for (size_t i = 0; i < n; i++)
            does = does || strcasecmp(name, own[i]) == 0;
    json_decref(headers);
    return does;
}

void exec_integrate(struct exec *e)
{
    const char *type = text_get(e->integration, e->v2 ? "IntegrationType" : "type");
    if (!exec_validate(e))
        return;
    if (!e->v2 && maps_own_header(e)) {
        exec_fail(e, "API_CONFIGURATION_ERROR", NULL);
        return;
    }
    start_timer(e);
    if (text_get(e->integration, "IntegrationSubtype")) {
        exec_subtype(e);
        return;
    }
    for (size_t i = 0; type && i < sizeof integrations / sizeof *integrations; i++)
        if (strcmp(integrations[i].type, type) == 0) {
            integrations[i].start(e);
            return;
        }
    exec_fail(e, "API_CONFIGURATION_ERROR", NULL);
}

/* ---- the request ---- */

static void link_exec(struct exec *e)
{
    e->next = e->service->execs;
    if (e->next)
        e->next->prev = e;
    e->service->execs = e;
}

struct exec *exec_new(struct service *service, struct slrun_exchange *x)
{
    struct exec *e = calloc(1, sizeof *e);
    if (!e)
        return NULL;
    e->service = service;
    e->x = x;
    e->began_ms = service->cloud->now_ms(service->cloud);
    e->raw_query = "";
    link_exec(e);
    return e;
}

void exec_serve(struct service *service, struct slrun_exchange *x)
{
    struct exec *e = exec_new(service, x);
    if (!e) {
        service->cloud->reply(x, &(struct slrun_reply){.status = 500});
        return;
    }
    if (!exec_find(e) || !exec_read(e) || !exec_match(e))
        return;
    exec_context(e);
    exec_log_request(e);
    e->authorized = exec_integrate;
    exec_authorize(e);
}

void exec_free(struct exec *e)
{
    json_t *const owned[] = {e->doc,         e->config,        e->stage,      e->variables,
                             e->headers,     e->multi_headers, e->query,      e->multi_query,
                             e->path_params, e->context,       e->authorizer, e->added};
    *(e->prev ? &e->prev->next : &e->service->execs) = e->next;
    if (e->next)
        e->next->prev = e->prev;
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
        json_decref(owned[i]);
    free(e->path);
    free(e->cache_key);
    exec_test_free(e->test);
    free(e);
}

void exec_close_all(struct service *service)
{
    while (service->execs) {
        struct exec *e = service->execs;
        e->calling = NULL; /* the local cloud has ended all calls */
        exec_cancel(e);
        exec_free(e);
    }
}
