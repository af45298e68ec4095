/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/call_json.h"

#include <stdlib.h>
#include <string.h>

#include "base/base64.h"
#include "base/error.h"
#include "base/text.h"
#include "plugin/marked.h"

enum { TEXT_MAX = 256 * 1024 * 1024 };

static void also_secret(void *arg, const char *value)
{
    mask_add(arg, value);
}

/* A text without secrets; what is no UTF-8 becomes U+FFFD. */
static json_t *clean(struct mask *mask, const char *text, size_t max)
{
    struct buf masked = BUF_INIT(TEXT_MAX), safe = BUF_INIT(TEXT_MAX);
    size_t whole = strlen(text);
    mask_bytes(mask, &masked, text, whole < max ? whole : max, whole);
    mask_text(mask, &masked);
    text_add(&safe, buf_str(&masked));
    json_t *json = json_string(buf_str(&safe));
    buf_free(&masked);
    buf_free(&safe);
    return json;
}

static json_t *clean_value(struct mask *mask, const json_t *value)
{
    char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY | JSON_SORT_KEYS);
    if (!text)
        return json_null();
    if (mask->has_short && (json_is_object(value) || json_is_array(value))) {
        free(text);
        return json_string(MASK_HIDDEN);
    }
    size_t n = strlen(text);
    json_t *shown = json_is_string(value)
                        ? clean(mask, json_string_value(value), CALL_PARAMETER_MAX)
                        : clean(mask, text, CALL_PARAMETER_MAX);
    json_t *again = n <= CALL_PARAMETER_MAX && !json_is_string(value)
                        ? json_loads(json_string_value(shown), JSON_DECODE_ANY, NULL)
                        : NULL;
    free(text);
    if (!again)
        return shown;
    json_decref(shown);
    return again;
}

static json_t *parameters(const struct call_record *r, struct mask *mask)
{
    const char *name;
    json_t *value, *all = json_object();
    json_object_foreach ((json_t *)r->parameters, name, value)
        json_object_set_new(all, name, clean_value(mask, value));
    return all;
}

static json_t *tries(const struct call_record *r)
{
    json_t *list = json_array();
    for (size_t i = 0; i < r->n_tries && i < CALL_TRIES_KEPT; i++) {
        const struct call_try *t = &r->tries[i];
        json_array_append_new(list,
                              json_pack("{s:i, s:s, s:s, s:f, s:f, s:f}", "status", t->status,
                                        "request_id", t->request_id, "code", t->code, "delay_ms",
                                        t->delay_ms, "queued_ms", t->queued_ms, "ms", t->ms));
    }
    return list;
}

static json_t *error_json(const struct slrun_error *error, struct mask *mask)
{
    return json_pack("{s:s, s:o, s:o, s:i}", "kind", error_name(error->kind), "code",
                     clean(mask, error->code, sizeof error->code), "message",
                     mask->has_short ? json_string(MASK_HIDDEN)
                                     : clean(mask, error->message, sizeof error->message),
                     "status", error->status);
}

static json_t *headers(struct mask *mask, const struct slrun_header *list, size_t n)
{
    json_t *all = json_array();
    for (size_t i = 0; i < n && !mask->has_short; i++) {
        json_t *value = mask_header(list[i].name) ? json_string(MASK_HIDDEN)
                                                  : clean(mask, list[i].value, CALL_HEADER_MAX);
        json_array_append_new(all, json_pack("[o, o]", clean(mask, list[i].name, CALL_HEADER_MAX),
                                             value ? value : json_null()));
    }
    return all;
}

static json_t *url(struct mask *mask, const char *base, const char *target)
{
    struct buf whole = BUF_INIT(TEXT_MAX);
    buf_puts(&whole, base);
    buf_puts(&whole, mask->has_short ? "/" MASK_HIDDEN : target);
    json_t *json = clean(mask, buf_str(&whole), CALL_URL_MAX);
    buf_free(&whole);
    return json;
}

static bool is_text(const struct buf *bytes)
{
    const char *at = buf_str(bytes), *end = at + bytes->len;
    while (at < end) {
        size_t n = *at ? text_char(at) : 0;
        if (n == 0)
            return false;
        at += n;
    }
    return true;
}

/* A character of UTF-8 that was cut at the end goes as a whole. */
static void drop_half(struct buf *bytes)
{
    for (size_t n = 1; n <= 3 && n <= bytes->len; n++) {
        unsigned char c = (unsigned char)bytes->data[bytes->len - n];
        size_t needs = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : c >= 0xc0 ? 2 : 1;
        if (needs > n && c >= 0xc0) {
            bytes->len -= n;
            bytes->data[bytes->len] = '\0';
            return;
        }
        if (c < 0x80)
            return;
    }
}

static json_t *base64(const struct buf *bytes)
{
    char *text = base64_text(bytes->data, bytes->len, NULL);
    json_t *json = text ? json_string(text) : NULL;
    free(text);
    return json;
}

static void add_bytes(json_t *to, struct mask *mask, const struct slrun_body *body, size_t max)
{
    struct buf bytes = BUF_INIT(TEXT_MAX);
    size_t size = body->size < max ? (size_t)body->size : max;
    mask_bytes(mask, &bytes, body->data, size, (size_t)body->size);
    if (size < body->size) {
        json_object_set_new(to, "cut", json_true());
        drop_half(&bytes);
    }
    bool text = is_text(&bytes);
    if (text)
        mask_text(mask, &bytes);
    json_object_set_new(to, "body", text ? json_string(buf_str(&bytes)) : base64(&bytes));
    if (!text)
        json_object_set_new(to, "encoding", json_string("base64"));
    buf_free(&bytes);
}

static void add_body(json_t *to, struct mask *mask, const struct slrun_body *body, size_t max)
{
    bool file = body->kind == SLRUN_BODY_FILE;
    json_object_set_new(to, "size", json_integer(body->kind ? (json_int_t)body->size : 0));
    if (file)
        json_object_set_new(to, "file", clean(mask, body->path, CALL_HEADER_MAX));
    else if (body->kind == SLRUN_BODY_NONE || body->size == 0)
        return;
    else if (mask->has_short || mask->failed)
        json_object_set_new(to, "hidden", json_true());
    else
        add_bytes(to, mask, body, max);
}

static json_t *request_json(const struct call_record *r, struct mask *mask, size_t body_max)
{
    json_t *to = json_pack("{s:s, s:o, s:o}", "method", r->request->method, "url",
                           url(mask, r->base ? r->base : "", r->request->target), "headers",
                           headers(mask, r->request->headers, r->request->n_headers));
    if (to)
        add_body(to, mask, &r->request->body, body_max);
    return to;
}

static json_t *response_json(const struct call_record *r, struct mask *mask, size_t body_max)
{
    const struct slrun_body body = {
        .kind = SLRUN_BODY_BYTES, .data = r->response->body, .size = r->response->size};
    json_t *to = json_pack("{s:i, s:o}", "status", r->response->status, "headers",
                           headers(mask, r->response->headers, r->response->n_headers));
    if (to)
        add_body(to, mask, &body, body_max);
    return to;
}

static void add_secrets(const struct call_record *r, struct mask *mask)
{
    size_t i;
    json_t *value;
    json_array_foreach (r->secrets, i, value)
        mask_add(mask, json_string_value(value));
    marked_each(r->op->result, r->result, also_secret, mask);
}

json_t *call_json(const struct call_record *r, struct mask *mask, size_t body_max)
{
    add_secrets(r, mask);
    json_t *call =
        json_pack("{s:s, s:s, s:s, s:s?, s:f, s:f, s:o, s:o}", "service", r->plugin->entry.name,
                  "operation", r->op->name, "action", r->op->api, "region", r->region, "start_ms",
                  r->began_ms, "ms", r->ms, "parameters", parameters(r, mask), "tries", tries(r));
    if (!call)
        return NULL;
    if (r->n_tries > CALL_TRIES_KEPT)
        json_object_set_new(call, "more_tries",
                            json_integer((json_int_t)(r->n_tries - CALL_TRIES_KEPT)));
    if (r->error)
        json_object_set_new(call, "error", error_json(r->error, mask));
    if (r->cancelled)
        json_object_set_new(call, "cancelled", json_true());
    if (body_max)
        json_object_set_new(call, "request", request_json(r, mask, body_max));
    if (body_max && r->response)
        json_object_set_new(call, "response", response_json(r, mask, body_max));
    return call;
}
