/* SPDX-License-Identifier: Apache-2.0 */
/* Questions over HTTP, and what their answers hold. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/file.h"
#include "net/clock_skew.h"
#include "net/credential/credential_walk.h"

enum { EXCHANGE_MS = 10 * 1000 };

int64_t walk_exchange_ms(const struct credential_walk *walk)
{
    int64_t ms = walk->common->options->exchange_ms;
    return ms ? ms : EXCHANGE_MS;
}

static void again(uv_timer_t *timer)
{
    struct credential_walk *walk = timer->data;
    http_client_submit(walk->common->client, &walk->exchange.http);
}

static bool later(struct credential_walk *walk)
{
    struct walk_exchange *x = &walk->exchange;
    if (!x->timer) {
        uv_timer_t *timer = malloc(sizeof *timer);
        if (!timer || uv_timer_init(walk->common->options->loop, timer) != 0) {
            free(timer);
            return false;
        }
        timer->data = walk;
        x->timer = timer;
    }
    return uv_timer_start(x->timer, again, x->pause_ms, 0) == 0;
}

/* No answer, or one that says that it may be better later. */
static bool worth_another(const struct slrun_response *answer, const struct slrun_error *error)
{
    if (error)
        return error->kind == SLRUN_E_CONNECT || error->kind == SLRUN_E_CLOSED ||
               error->kind == SLRUN_E_TIMEOUT;
    return answer->status == 429 || answer->status >= 500;
}

static bool add_header(struct walk_exchange *x, const char *name, const char *value)
{
    if (!value || x->request.n_headers >= WALK_HEADERS_MAX)
        return false;
    x->headers[x->request.n_headers++] = (struct slrun_header){name, value};
    return true;
}

/* Its signature comes behind the other headers, in the place of an older one. */
static bool sign(struct credential_walk *walk)
{
    struct walk_exchange *x = &walk->exchange;
    x->request.n_headers = x->n_plain;
    struct sigv4_output out = {.buffer = arena_alloc(walk->arena, SIGV4_BUFFER_SIZE),
                               .size = SIGV4_BUFFER_SIZE};
    struct sigv4_request request = {.method = x->request.method,
                                    .target = x->request.target,
                                    .headers = x->headers,
                                    .n_headers = x->request.n_headers,
                                    .body = x->request.body.data,
                                    .body_size = x->request.body.size};
    struct sigv4_options options = {.credentials = &x->keys,
                                    .region = walk->common->region,
                                    .service = x->service,
                                    .time = clock_wall_ms() / 1000 + walk->common->skew_s};
    if (!out.buffer ||
        sigv4_sign(walk->common->options->signer, &request, &options, &out) != SIGV4_OK)
        return false;
    for (size_t i = 0; i < out.n_headers; i++)
        x->headers[x->request.n_headers++] = (struct slrun_header){
            out.headers[i].name, arena_str(walk->arena, out.headers[i].value)};
    return true;
}

/* Whether AWS has refused a signature for its time alone: it is made anew, by AWS's clock. */
static bool corrects(struct credential_walk *walk, const struct slrun_response *answer)
{
    struct walk_exchange *x = &walk->exchange;
    bool refused = answer && (answer->status == 400 || answer->status == 403);
    if (!refused || !x->keys.access_key || x->corrected)
        return false;
    x->corrected = true;
    return clock_skew_learn(&walk->common->skew_s, NULL, answer) && sign(walk);
}

static void on_done(struct http_call *http, const struct slrun_response *answer,
                    const struct slrun_error *error)
{
    struct credential_walk *walk = http->data;
    struct walk_exchange *x = &walk->exchange;
    if (corrects(walk, answer)) {
        http_client_submit(walk->common->client, http);
        return;
    }
    x->tries -= x->tries > 0;
    if (x->tries > 0 && worth_another(answer, error) && later(walk))
        return;
    x->answered(walk, answer, error);
}

static bool keep_keys(struct credential_walk *walk, const struct walk_question *q)
{
    const char *token = q->signer->session_token;
    struct sigv4_credentials keys = {arena_str(walk->arena, q->signer->access_key),
                                     arena_str(walk->arena, q->signer->secret_key),
                                     token ? arena_str(walk->arena, token) : NULL};
    walk->exchange.keys = keys;
    walk->exchange.service = q->service;
    walk->exchange.corrected = false;
    return keys.access_key && keys.secret_key && (!token || keys.session_token);
}

static bool fill(struct credential_walk *walk, const struct walk_question *q)
{
    struct walk_exchange *x = &walk->exchange;
    struct slrun_arena *arena = walk->arena;
    const char *base = arena_str(arena, q->base), *target = arena_str(arena, q->target);
    const char *body = q->body ? arena_str(arena, q->body) : NULL;
    if (!base || !target || (q->body && !body))
        return false;
    x->request =
        (struct slrun_request){.method = q->method, .target = target, .headers = x->headers};
    if (body)
        x->request.body =
            (struct slrun_body){.kind = SLRUN_BODY_BYTES, .data = body, .size = strlen(body)};
    bool good = add_header(x, "Host", strstr(base, "://") ? strstr(base, "://") + 3 : base);
    for (const struct slrun_header *h = q->headers; good && h && h->name; h++)
        good = add_header(x, h->name, arena_str(arena, h->value));
    x->http = (struct http_call){.base = base,
                                 .request = &x->request,
                                 .direct = q->direct,
                                 .timeout_ms = q->timeout_ms,
                                 .max_body = WALK_ANSWER_MAX,
                                 .done = on_done,
                                 .data = walk};
    x->n_plain = x->request.n_headers;
    x->keys = (struct sigv4_credentials){0};
    return good && (!q->signer || (keep_keys(walk, q) && sign(walk)));
}

bool walk_ask(struct credential_walk *walk, const struct walk_question *q, walk_answered *answered)
{
    struct walk_exchange *x = &walk->exchange;
    x->answered = answered;
    x->tries = q->tries ? q->tries : 1;
    x->pause_ms = q->pause_ms;
    if (!fill(walk, q)) {
        walk_failed(walk, "the request to %s could not be made", q->base);
        return false;
    }
    http_client_submit(walk->common->client, &x->http);
    return true;
}

const json_t *walk_json(struct credential_walk *walk, const void *data, size_t size)
{
    json_t *json = json_loadb(data, size, JSON_REJECT_DUPLICATES, NULL);
    if (!walk->kept)
        walk->kept = json_array();
    if (!json_is_object(json)) {
        json_decref(json);
        return NULL;
    }
    return json_array_append_new(walk->kept, json) == 0 ? json : NULL;
}

/* A member that must be there, as a string that is not empty. */
static const char *member(const json_t *object, const char *name)
{
    const char *text = json_string_value(json_object_get(object, name));
    return text && *text ? text : NULL;
}

static bool read_expiration(const json_t *object, const struct walk_members *m, int64_t *ms)
{
    const json_t *value = json_object_get(object, m->expiration);
    *ms = 0;
    if (!value || json_is_null(value))
        return true;
    if (m->milliseconds) {
        *ms = json_integer_value(value);
        return json_is_integer(value) && *ms > 0;
    }
    return json_is_string(value) && walk_time(json_string_value(value), ms);
}

void walk_found_json(struct credential_walk *walk, const json_t *object,
                     const struct walk_members *m)
{
    bool optional = *m->token == '?';
    struct credential found = {.access_key = member(object, m->access_key),
                               .secret_key = member(object, m->secret_key),
                               .session_token = member(object, m->token + optional)};
    const char *missing = !found.access_key                   ? m->access_key
                          : !found.secret_key                 ? m->secret_key
                          : !found.session_token && !optional ? m->token
                                                              : NULL;
    if (missing)
        walk_failed(walk, "the answer has no %s", missing);
    else if (!read_expiration(object, m, &found.expires_ms))
        walk_failed(walk, "the answer's %s is no time", m->expiration);
    else
        walk_found(walk, &found);
}

const char *walk_file(struct credential_walk *walk, const char *path)
{
    struct buf text = BUF_INIT(WALK_ANSWER_MAX);
    int number = file_read(path, &text);
    char *kept = number ? NULL : arena_str(walk->arena, buf_str(&text));
    size_t n = kept ? strlen(kept) : 0;
    buf_free(&text);
    errno = number ? number : ENOMEM;
    while (n > 0 && strchr(" \t\r\n", kept[n - 1]))
        kept[--n] = '\0';
    return kept;
}
