/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/call_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/base64.h"
#include "base/error.h"
#include "base/json_put.h"
#include "base/text.h"
#include "plugin/marked.h"

enum { TEXT_MAX = 256 * 1024 * 1024, DIGITS = 3 /* of milliseconds */ };

static void also_secret(void *arg, const char *name, const char *value)
{
    (void)name;
    mask_add(arg, value);
}

/* The first `max` bytes of a text, without secrets. */
static void put_clean(struct buf *to, const char *key, struct mask *mask, const char *text,
                      size_t max)
{
    struct buf masked = BUF_INIT(TEXT_MAX);
    size_t whole = strlen(text), size = whole < max ? whole : max;
    if (mask_is_needless(mask, text, whole)) {
        json_put_bytes(to, key, text, size);
        return;
    }
    mask_bytes(mask, &masked, text, size, whole);
    mask_text(mask, &masked);
    json_put_bytes(to, key, buf_str(&masked), masked.len);
    buf_free(&masked);
}

/* Text of JSON without secrets: as JSON, if it is short and JSON still. */
static void put_clean_json(struct buf *to, const char *key, struct mask *mask, const char *text)
{
    struct buf masked = BUF_INIT(TEXT_MAX);
    size_t size = strlen(text);
    if (size > CALL_PARAMETER_MAX) {
        put_clean(to, key, mask, text, CALL_PARAMETER_MAX);
        return;
    }
    if (mask_is_needless(mask, text, size)) {
        json_put_raw(to, key, text, size);
        return;
    }
    mask_bytes(mask, &masked, text, size, size);
    mask_text(mask, &masked);
    json_t *json = json_loads(buf_str(&masked), JSON_DECODE_ANY, NULL);
    if (json)
        json_put_json(to, key, json);
    else
        json_put_text(to, key, buf_str(&masked));
    json_decref(json);
    buf_free(&masked);
}

static void put_parameter(struct buf *to, const struct call_parameter *p, struct mask *mask)
{
    if (!p->text)
        json_put_text(to, p->name, NULL);
    else if (p->is_string)
        put_clean(to, p->name, mask, p->text, CALL_PARAMETER_MAX);
    else if (mask->has_short && (*p->text == '{' || *p->text == '['))
        json_put_text(to, p->name, MASK_HIDDEN);
    else
        put_clean_json(to, p->name, mask, p->text);
}

static void put_parameters(struct buf *to, const struct call_record *r, struct mask *mask)
{
    json_put_open(to, "parameters", '{');
    for (size_t i = 0; i < r->n_parameters; i++)
        put_parameter(to, &r->parameters[i], mask);
    json_put_close(to, '}');
}

static void put_tries(struct buf *to, const struct call_record *r)
{
    json_put_open(to, "tries", '[');
    for (size_t i = 0; i < r->n_tries && i < CALL_TRIES_KEPT; i++) {
        const struct call_try *t = &r->tries[i];
        json_put_open(to, NULL, '{');
        json_put_integer(to, "status", t->status);
        json_put_text(to, "request_id", t->request_id);
        json_put_text(to, "code", t->code);
        json_put_real(to, "delay_ms", t->delay_ms, DIGITS);
        json_put_real(to, "queued_ms", t->queued_ms, DIGITS);
        json_put_real(to, "ms", t->ms, DIGITS);
        json_put_close(to, '}');
    }
    json_put_close(to, ']');
    if (r->n_tries > CALL_TRIES_KEPT)
        json_put_integer(to, "more_tries", (int64_t)(r->n_tries - CALL_TRIES_KEPT));
}

static void put_error(struct buf *to, const struct slrun_error *error, struct mask *mask)
{
    json_put_open(to, "error", '{');
    json_put_text(to, "kind", error_name(error->kind));
    put_clean(to, "code", mask, error->code, sizeof error->code);
    if (mask->has_short)
        json_put_text(to, "message", MASK_HIDDEN);
    else
        put_clean(to, "message", mask, error->message, sizeof error->message);
    json_put_integer(to, "status", error->status);
    json_put_close(to, '}');
}

static void put_headers(struct buf *to, struct mask *mask, const struct slrun_header *list,
                        size_t n)
{
    json_put_open(to, "headers", '[');
    for (size_t i = 0; i < n && !mask->has_short; i++) {
        json_put_open(to, NULL, '[');
        put_clean(to, NULL, mask, list[i].name, CALL_HEADER_MAX);
        if (mask_header(list[i].name))
            json_put_text(to, NULL, MASK_HIDDEN);
        else
            put_clean(to, NULL, mask, list[i].value, CALL_HEADER_MAX);
        json_put_close(to, ']');
    }
    json_put_close(to, ']');
}

static void put_url(struct buf *to, struct mask *mask, const char *base, const char *target)
{
    struct buf whole = BUF_INIT(TEXT_MAX);
    buf_puts(&whole, base);
    buf_puts(&whole, mask->has_short ? "/" MASK_HIDDEN : target);
    put_clean(to, "url", mask, buf_str(&whole), CALL_URL_MAX);
    buf_free(&whole);
}

/* Without the character of UTF-8 that was cut at the end. */
static size_t without_half(const char *bytes, size_t size)
{
    for (size_t n = 1; n <= 3 && n <= size; n++) {
        unsigned char c = (unsigned char)bytes[size - n];
        size_t needs = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : c >= 0xc0 ? 2 : 1;
        if (needs > n && c >= 0xc0)
            return size - n;
        if (c < 0x80)
            return size;
    }
    return size;
}

static bool is_text(const char *bytes, size_t size)
{
    return !memchr(bytes, '\0', size) && text_is_utf8(bytes, size);
}

static void put_binary(struct buf *to, const char *bytes, size_t size)
{
    char *text = base64_text(bytes, size, NULL);
    json_put_text(to, "body", text);
    json_put_text(to, "encoding", "base64");
    free(text);
}

static void put_masked(struct buf *to, struct mask *mask, const struct slrun_body *body,
                       size_t size)
{
    struct buf bytes = BUF_INIT(TEXT_MAX);
    mask_bytes(mask, &bytes, body->data, size, (size_t)body->size);
    if (size < body->size)
        bytes.len = without_half(buf_str(&bytes), bytes.len);
    bool text = is_text(buf_str(&bytes), bytes.len);
    if (text) {
        mask_text(mask, &bytes);
        json_put_bytes(to, "body", buf_str(&bytes), bytes.len);
    } else {
        put_binary(to, bytes.data, bytes.len);
    }
    buf_free(&bytes);
}

static void put_bytes(struct buf *to, struct mask *mask, const struct slrun_body *body, size_t max)
{
    bool cut = body->size > max;
    size_t size = cut ? max : (size_t)body->size;
    if (cut)
        json_put_bool(to, "cut", true);
    if (!mask_is_needless(mask, body->data, (size_t)body->size)) {
        put_masked(to, mask, body, size);
        return;
    }
    size = cut ? without_half(body->data, size) : size;
    if (is_text(body->data, size))
        json_put_bytes(to, "body", body->data, size);
    else
        put_binary(to, body->data, size);
}

static void put_body(struct buf *to, struct mask *mask, const struct slrun_body *body, size_t max)
{
    json_put_integer(to, "size", body->kind ? (int64_t)body->size : 0);
    if (body->kind == SLRUN_BODY_FILE)
        put_clean(to, "file", mask, body->path, CALL_HEADER_MAX);
    else if (body->kind == SLRUN_BODY_NONE || body->size == 0)
        return;
    else if (mask->has_short || mask->failed)
        json_put_bool(to, "hidden", true);
    else
        put_bytes(to, mask, body, max);
}

static void put_request(struct buf *to, const struct call_record *r, struct mask *mask, size_t max)
{
    json_put_open(to, "request", '{');
    json_put_text(to, "method", r->request->method);
    put_url(to, mask, r->base ? r->base : "", r->request->target);
    put_headers(to, mask, r->request->headers, r->request->n_headers);
    put_body(to, mask, &r->request->body, max);
    json_put_close(to, '}');
}

static void put_response(struct buf *to, const struct call_record *r, struct mask *mask, size_t max)
{
    const struct slrun_body body = {
        .kind = SLRUN_BODY_BYTES, .data = r->response->body, .size = r->response->size};
    json_put_open(to, "response", '{');
    json_put_integer(to, "status", r->response->status);
    put_headers(to, mask, r->response->headers, r->response->n_headers);
    put_body(to, mask, &body, max);
    json_put_close(to, '}');
}

static void add_secrets(const struct call_record *r, struct mask *mask)
{
    size_t i;
    json_t *value;
    json_array_foreach (r->secrets, i, value)
        mask_add(mask, json_string_value(value));
    marked_each(r->op->result, r->result, also_secret, mask);
}

static void put_brief(struct buf *to, const struct call_record *r, struct mask *mask)
{
    json_put_text(to, "service", r->plugin->entry.name);
    json_put_text(to, "operation", r->op->name);
    json_put_text(to, "action", r->op->api);
    json_put_text(to, "region", r->region);
    json_put_real(to, "start_ms", r->began_ms, DIGITS);
    json_put_real(to, "ms", r->ms, DIGITS);
    put_parameters(to, r, mask);
    put_tries(to, r);
    if (r->error)
        put_error(to, r->error, mask);
    if (r->cancelled)
        json_put_bool(to, "cancelled", true);
}

bool call_text_put(struct buf *to, struct call_text *call, const struct call_record *r,
                   const struct call_text_options *o)
{
    add_secrets(r, o->mask);
    json_put_open(to, NULL, '{');
    put_brief(to, r, o->mask);
    call->brief = to->len;
    if (o->body_max)
        put_request(to, r, o->mask, o->body_max);
    if (o->body_max && r->response)
        put_response(to, r, o->mask, o->body_max);
    json_put_close(to, '}');
    call->text = buf_str(to);
    call->size = to->len;
    return !to->failed;
}

json_t *call_text_read(const struct call_text *call)
{
    return json_loadb(call->text, call->size, 0, NULL);
}
