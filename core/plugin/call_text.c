/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/call_text.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>

#include "base/json_put.h"
#include "base/text.h"

enum {
    TEXT_MAX = 256 * 1024 * 1024,
    DIGITS = 3,      /* of milliseconds */
    DIGITS_SINCE = 2 /* of those since 1970, of which 15 are written at most */
};

/* What is read from: pieces are taken in the order in which they were put. */
struct reader {
    struct buf *to;
    const char *at;
    struct call_copy_head head;
};

static void put_next(struct reader *r, const char *key)
{
    const struct call_piece piece = call_copy_next(&r->at);
    json_put_bytes(r->to, key, piece.data, piece.size);
}

static void put_parameter(struct reader *r)
{
    struct call_value value;
    memcpy(&value, call_copy_next(&r->at).data, sizeof value);
    const struct call_piece text = call_copy_next(&r->at);
    if (value.kind == CALL_VALUE_NULL)
        json_put_text(r->to, value.name, NULL);
    else if (value.kind == CALL_VALUE_JSON)
        json_put_raw(r->to, value.name, text.data, text.size);
    else
        json_put_bytes(r->to, value.name, text.data, text.size);
}

static void put_parameters(struct reader *r)
{
    json_put_open(r->to, "parameters", '{');
    for (size_t i = 0; i < r->head.n_parameters; i++)
        put_parameter(r);
    json_put_close(r->to, '}');
}

static void put_try(struct reader *r)
{
    const struct call_piece piece = call_copy_next(&r->at);
    struct call_try_head t;
    memcpy(&t, piece.data, sizeof t);
    json_put_open(r->to, NULL, '{');
    json_put_integer(r->to, "status", t.status);
    put_next(r, "request_id");
    put_next(r, "code");
    json_put_real(r->to, "delay_ms", t.delay_ms, DIGITS);
    json_put_real(r->to, "queued_ms", t.queued_ms, DIGITS);
    json_put_real(r->to, "ms", t.ms, DIGITS);
    json_put_close(r->to, '}');
}

static void put_tries(struct reader *r)
{
    json_put_open(r->to, "tries", '[');
    for (size_t i = 0; i < r->head.n_tries; i++)
        put_try(r);
    json_put_close(r->to, ']');
    if (r->head.n_more_tries)
        json_put_integer(r->to, "more_tries", (int64_t)r->head.n_more_tries);
}

static void put_error(struct reader *r)
{
    json_put_open(r->to, "error", '{');
    json_put_text(r->to, "kind", r->head.error_kind);
    put_next(r, "code");
    put_next(r, "message");
    json_put_integer(r->to, "status", r->head.error_status);
    json_put_close(r->to, '}');
}

static void put_headers(struct reader *r, size_t n)
{
    json_put_open(r->to, "headers", '[');
    for (size_t i = 0; i < n; i++) {
        json_put_open(r->to, NULL, '[');
        put_next(r, NULL);
        put_next(r, NULL);
        json_put_close(r->to, ']');
    }
    json_put_close(r->to, ']');
}

static void put_bytes(struct buf *to, const struct call_piece *body)
{
    if (text_is_shown(body->data, body->size)) {
        json_put_bytes(to, "body", body->data, body->size);
        return;
    }
    char *text = slrun_base64_text(body->data, body->size, NULL);
    to->failed |= !text;
    json_put_text(to, "body", text);
    json_put_text(to, "encoding", "base64");
    free(text);
}

static void put_body(struct reader *r, const struct call_body *body)
{
    json_put_integer(r->to, "size", (int64_t)body->size);
    if (body->kind == CALL_BODY_FILE)
        put_next(r, "file");
    if (body->kind == CALL_BODY_HIDDEN)
        json_put_bool(r->to, "hidden", true);
    if (body->cut)
        json_put_bool(r->to, "cut", true);
    if (body->kind != CALL_BODY_BYTES)
        return;
    const struct call_piece bytes = call_copy_next(&r->at);
    put_bytes(r->to, &bytes);
}

static void put_request(struct reader *r)
{
    json_put_open(r->to, "request", '{');
    put_next(r, "method");
    put_next(r, "url");
    put_headers(r, r->head.n_request_headers);
    put_body(r, &r->head.request);
    json_put_close(r->to, '}');
}

static void put_response(struct reader *r)
{
    json_put_open(r->to, "response", '{');
    json_put_integer(r->to, "status", r->head.status);
    put_headers(r, r->head.n_response_headers);
    put_body(r, &r->head.response);
    json_put_close(r->to, '}');
}

static void put_brief(struct reader *r)
{
    const struct call_copy_head *head = &r->head;
    json_put_text(r->to, "service", head->service);
    json_put_text(r->to, "operation", head->operation);
    json_put_text(r->to, "action", head->action);
    put_next(r, "region");
    json_put_real(r->to, "start_ms", head->start_ms, DIGITS_SINCE);
    json_put_real(r->to, "ms", head->ms, DIGITS);
    put_parameters(r);
    put_tries(r);
    if (head->failed)
        put_error(r);
    if (head->cancelled)
        json_put_bool(r->to, "cancelled", true);
}

bool call_text_put(struct buf *to, struct call_text *call, const struct call_copy *copy)
{
    struct reader r = {.to = to};
    size_t from = to->len;
    r.head = call_copy_head(copy, &r.at);
    if (r.head.is_text) {
        buf_add(to, r.at, (size_t)(copy->data + copy->size - r.at));
        *call = (struct call_text){to->len - from, r.head.brief};
        return !to->failed;
    }
    json_put_open(to, NULL, '{');
    put_brief(&r);
    call->brief = to->len - from;
    if (r.head.exchanged)
        put_request(&r);
    if (r.head.answered)
        put_response(&r);
    json_put_close(to, '}');
    call->size = to->len - from;
    return !to->failed;
}

json_t *call_text_read(const struct call_copy *copy)
{
    struct buf text = BUF_INIT(TEXT_MAX);
    struct call_text call;
    json_t *json =
        call_text_put(&text, &call, copy) ? json_loadb(text.data, text.len, 0, NULL) : NULL;
    buf_free(&text);
    return json;
}
