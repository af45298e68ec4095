/* SPDX-License-Identifier: Apache-2.0 */
/* One request to the local cloud. */
#include "local/exchange.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/json_text.h"
#include "local/clock/jump.h"
#include "local/failures.h"
#include "local/feed.h"
#include "local/iam/judge.h"
#include "local/inject.h"
#include "local/protocol/fault.h"
#include "local/protocol/rest.h"
#include "local/store/docs.h"
#include "net/http_header.h"
#include "net/signature/sigv4.h"

enum { EXCHANGE_DETAILS_MAX = 1 << 20 /* bytes of what S3 says it has signed */ };

enum { ERROR_TYPE_MAX = 128 };

#define QUERY_DENIED "AccessDenied;Sender"

static const char *operation_of(const struct http_exchange *http)
{
    const char *target = http_header(http->headers, http->n_headers, "X-Amz-Target");
    const char *dot = target ? strrchr(target, '.') : NULL;
    return dot ? dot + 1 : NULL;
}

struct exchange *exchange_inner(struct cloud *cloud, const struct http_exchange *from)
{
    struct exchange *e = malloc(sizeof *e); /* glibc's calloc() takes nothing from its caches */
    if (!e)
        return NULL;
    *e = (struct exchange){.cloud = cloud};
    cloud->n_exchanges++;
    cloud_request_id(cloud, e->request_id);
    e->x.method = from->method;
    e->x.target = from->target;
    e->x.operation = operation_of(from);
    e->x.region = CLOUD_REGION;
    e->x.account = cloud->account;
    e->x.request_id = e->request_id;
    e->x.headers = from->headers;
    e->x.n_headers = from->n_headers;
    e->x.body = from->body;
    e->x.size = from->size;
    return e;
}

struct exchange *exchange_new(struct cloud *cloud, struct http_exchange *http)
{
    struct exchange *e = exchange_inner(cloud, http);
    if (!e) {
        http_server_reply(http, &(struct slrun_reply){.status = 500});
        return NULL;
    }
    e->http = http;
    http->data = e;
    jump_meets(cloud, e);
    return e;
}

void exchange_free(struct exchange *e)
{
    e->cloud->n_exchanges--;
    e->cloud->n_parked -= e->gone != NULL;
    if (e->flight)
        flights_remove(&e->cloud->flights, e->flight);
    inject_forget(e->held);
    fed_free(e->fed);
    body_free(e->body);
    form_free(e->form);
    free(e);
}

static bool copy(char *to, size_t room, struct sigv4_slice from)
{
    if (!from.size || from.size >= room)
        return false;
    memcpy(to, from.at, from.size);
    to[from.size] = '\0';
    return true;
}

void exchange_set_signer(struct exchange *e, const struct sigv4_authorization *authorization)
{
    if (copy(e->region, sizeof e->region, authorization->region))
        e->x.region = e->region;
    struct sigv4_slice key = authorization->access_key;
    if (key.size >= sizeof e->access_key)
        key.size = sizeof e->access_key - 1;
    copy(e->access_key, sizeof e->access_key, key);
    e->x.access_key = e->access_key;
    if (cloud_is_account(e->access_key)) /* so there can be several */
        e->x.account = e->access_key;
    const char *given = accounts_find(&e->cloud->accounts, e->access_key);
    if (given) {
        (void)snprintf(e->account, sizeof e->account, "%s", given);
        e->x.account = e->account;
        e->session = judge_session_find(e->cloud->judge, e->access_key);
    }
}

const char *exchange_operation(struct exchange *e, bool served)
{
    const struct slrun_plugin *plugin = e->service->plugin;
    const struct slrun_local *half = plugin->local;
    if (e->x.operation)
        return e->x.operation;
    if (half->operation)
        return served ? NULL : half->operation(e->service->state, &e->x);
    const struct slrun_op *op = rest_find(plugin->ops, plugin->n_ops, &e->x);
    return op ? op->api : exchange_form_get(&e->x, "Action");
}

/* How a refusal is worded. A request for no service is taken for what it looks like. */
enum slrun_errors exchange_errors(const struct exchange *e)
{
    if (e->x.operation)
        return SLRUN_ERRORS_JSON;
    if (e->service)
        return e->service->plugin->local->errors;
    const char *type = http_header(e->x.headers, e->x.n_headers, "Content-Type");
    bool form = type && !strncasecmp(type, "application/x-www-form-urlencoded", 33);
    return form ? SLRUN_ERRORS_QUERY : SLRUN_ERRORS_JSON;
}

struct slrun_reply exchange_with_id(const struct exchange *e, const struct slrun_reply *reply,
                                    struct slrun_header headers[HTTP_SERVER_REPLY_HEADERS_MAX])
{
    struct slrun_reply with_id = *reply;
    if (reply->n_headers >= HTTP_SERVER_REPLY_HEADERS_MAX) {
        with_id.n_headers = HTTP_SERVER_REPLY_HEADERS_MAX + 1;
        return with_id;
    }
    bool s3 = exchange_errors(e) == SLRUN_ERRORS_S3;
    if (reply->n_headers)
        memcpy(headers, reply->headers, reply->n_headers * sizeof *headers);
    headers[with_id.n_headers++] =
        (struct slrun_header){s3 ? "x-amz-request-id" : "x-amzn-RequestId", e->request_id};
    with_id.headers = headers;
    return with_id;
}

static void send_reply(struct exchange *e, const struct slrun_reply *reply,
                       const struct http_file *file)
{
    struct slrun_header headers[HTTP_SERVER_REPLY_HEADERS_MAX];
    if (e->answer) {
        e->answer(e, reply, file);
        return;
    }
    const struct slrun_reply with_id = exchange_with_id(e, reply, headers);
    failures_note(e, reply->status);
    if (file)
        http_server_reply_file(e->http, &with_id, file);
    else
        http_server_reply(e->http, &with_id);
    exchange_free(e);
}

void exchange_drop(struct exchange *e)
{
    if (e->answer) {
        e->answer(e, NULL, NULL);
        return;
    }
    http_server_drop(e->http);
    exchange_free(e);
}

/* What is answered is kept. Inside the local cloud nobody relies on that yet. */
void exchange_reply(struct slrun_exchange *x, const struct slrun_reply *reply)
{
    struct exchange *e = (struct exchange *)x;
    const struct refusal_words lost = {500, "InternalFailure",
                                       "The local cloud cannot write its state."};
    if (e->answer || !docs_commit(e->cloud))
        send_reply(e, reply, NULL);
    else
        exchange_error(e, &lost);
}

void exchange_reply_file(struct slrun_exchange *x, const struct slrun_reply *reply, int fd,
                         uint64_t offset, uint64_t size)
{
    const struct http_file file = {fd, offset, size};
    send_reply((struct exchange *)x, reply, &file);
}

void exchange_on_gone(struct slrun_exchange *x, void (*gone)(struct slrun_exchange *x))
{
    struct exchange *e = (struct exchange *)x;
    e->cloud->n_parked += (size_t)(gone != NULL) - (size_t)(e->gone != NULL);
    e->gone = gone;
}

static const struct form *form(struct slrun_exchange *x)
{
    struct exchange *e = (struct exchange *)x;
    if (!e->form)
        e->form = form_of(x);
    return e->form;
}

const char *exchange_form_get(struct slrun_exchange *x, const char *name)
{
    const struct form *f = form(x);
    return f ? form_get(f, name) : NULL;
}

const struct slrun_field *exchange_form_at(struct slrun_exchange *x, size_t i)
{
    const struct form *f = form(x);
    return f ? form_at(f, i) : NULL;
}

bool exchange_gone(struct slrun_exchange *x, bool closing)
{
    struct exchange *e = (struct exchange *)x;
    if (!e->gone && !e->held && !closing)
        return false;
    if (e->gone)
        e->gone(x);
    exchange_free(e);
    return true;
}

void exchange_json(struct slrun_exchange *x, int status, json_t *json)
{
    size_t size = 0;
    char *text = json ? json_text(json, 0, &size) : NULL;
    struct slrun_reply reply = {.status = text ? status : 500,
                                .content_type = "application/x-amz-json-1.0",
                                .body = text,
                                .size = size};
    json_decref(json);
    exchange_reply(x, &reply);
    free(text);
}

/* JSON names the error with its namespace; REST's header does not. */
static void word(struct exchange *e, const struct refusal_words *words,
                 void (*give)(struct exchange *e, const struct slrun_fault *fault))
{
    char type[ERROR_TYPE_MAX];
    (void)snprintf(type, sizeof type, "com.amazon.coral.service#%s", words->code);
    const struct slrun_fault fault = {.how = exchange_errors(e),
                                      .status = words->http,
                                      .code = words->code,
                                      .type = type,
                                      .message = words->text};
    give(e, &fault);
}

static void send_fault(struct exchange *e, const struct slrun_fault *fault)
{
    fault_send(exchange_reply, &e->x, fault, NULL);
}

static void ask_service(struct exchange *e, const struct slrun_fault *fault)
{
    e->service->plugin->local->refuse(e->service->state, &e->x, fault);
}

void exchange_error(struct exchange *e, const struct refusal_words *words)
{
    word(e, words, send_fault);
}

/* A service that has left the query protocol behind names the code that it had there. */
static void send_with_query_code(struct exchange *e, const struct slrun_fault *fault)
{
    const struct slrun_header header = {"x-amzn-query-error", QUERY_DENIED};
    struct slrun_fault with = *fault;
    with.headers = &header;
    with.n_headers = fault->how == SLRUN_ERRORS_JSON && e->service->plugin->service->query_version;
    send_fault(e, &with);
}

void exchange_deny(struct exchange *e, const char *text)
{
    static const struct refusal_words ways[] = {
        [SLRUN_ERRORS_JSON] = {400, "AccessDeniedException", NULL},
        [SLRUN_ERRORS_QUERY] = {403, "AccessDenied", NULL},
        [SLRUN_ERRORS_S3] = {403, "AccessDenied", NULL},
        [SLRUN_ERRORS_REST_JSON] = {403, "AccessDeniedException", NULL}};
    struct refusal_words words = ways[exchange_errors(e)];
    words.text = text;
    if (e->service->plugin->local->denied)
        words.code = e->service->plugin->local->denied;
    word(e, &words, send_with_query_code);
}

bool exchange_refuses(const struct exchange *e)
{
    return e->service && e->service->plugin->local->refuse;
}

static void refuse_s3(struct exchange *e, const struct refusal *refusal)
{
    char message[SIGV4_MESSAGE_MAX];
    struct buf details = BUF_INIT(EXCHANGE_DETAILS_MAX);
    const struct refusal_words words = refusal_words_s3(refusal, e->http, message, &details);
    const struct slrun_fault fault = {
        .how = SLRUN_ERRORS_S3, .status = words.http, .code = words.code, .message = words.text};
    fault_send(exchange_reply, &e->x, &fault, details.len ? buf_str(&details) : NULL);
    buf_free(&details);
}

void exchange_refuse(struct exchange *e, const struct refusal *refusal)
{
    if (exchange_errors(e) == SLRUN_ERRORS_S3 && e->http) {
        refuse_s3(e, refusal);
        return;
    }
    const struct refusal_words words = refusal_words(refusal, exchange_errors(e));
    bool asked = refusal->kind == REFUSAL_SIGNATURE && exchange_refuses(e);
    word(e, &words, asked ? ask_service : send_fault);
}
