/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/call_copy.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/json_text.h"
#include "base/text.h"
#include "plugin/marked.h"

enum { TEXT_MAX = 256 * 1024 * 1024 };

struct writer {
    struct buf *to;
    struct mask *mask;
    struct call_copy_head head;
};

/* Pieces -------------------------------------------------------------------------------------- */

/* Mostly there is some. */
static inline char *room(struct buf *to, size_t more)
{
    bool there = !to->failed && to->cap > to->len && more < to->cap - to->len;
    return there ? to->data + to->len : buf_room(to, more);
}

/* Its size stands before it. */
static void put(struct writer *w, const void *data, size_t size)
{
    const uint32_t n = (uint32_t)size;
    char *at = n == size ? room(w->to, sizeof n + size) : NULL;
    w->to->failed |= !at;
    if (!at)
        return;
    memcpy(at, &n, sizeof n);
    if (size)
        memcpy(at + sizeof n, data, size);
    w->to->len += sizeof n + size;
}

static void put_string(struct writer *w, const char *text)
{
    put(w, text, strlen(text));
}

static void put_buf(struct writer *w, const struct buf *from)
{
    w->to->failed |= from->failed;
    put(w, buf_str(from), from->len);
}

/* The first `max` bytes of a text, without secrets. */
static void put_clean(struct writer *w, const char *text, size_t max)
{
    size_t whole = strlen(text), size = whole < max ? whole : max;
    if (mask_is_needless(w->mask, text, whole)) {
        put(w, text, size);
        return;
    }
    struct buf masked = BUF_INIT(TEXT_MAX);
    mask_bytes(w->mask, &masked, &(struct mask_shown){text, size, whole});
    mask_text(w->mask, &masked);
    put_buf(w, &masked);
    buf_free(&masked);
}

/* Parameters, tries, errors ------------------------------------------------------------------- */

/* As JSON, if it is JSON still. */
static void put_masked_json(struct writer *w, struct call_value value, const char *text)
{
    size_t size = strlen(text), n = 0;
    struct buf masked = BUF_INIT(TEXT_MAX);
    mask_bytes(w->mask, &masked, &(struct mask_shown){text, size, size});
    mask_text(w->mask, &masked);
    json_t *json = json_loads(buf_str(&masked), JSON_DECODE_ANY, NULL);
    char *made = json ? json_text(json, JSON_REAL_PRECISION(15), &n) : NULL;
    w->to->failed |= masked.failed || (json && !made);
    value.kind = json ? CALL_VALUE_JSON : CALL_VALUE_STRING;
    put(w, &value, sizeof value);
    if (json)
        put(w, made, made ? n : 0);
    else
        put_buf(w, &masked);
    free(made);
    json_decref(json);
    buf_free(&masked);
}

static void put_parameter(struct writer *w, const struct call_parameter *p)
{
    struct call_value value = {p->name, p->text ? CALL_VALUE_STRING : CALL_VALUE_NULL};
    const char *text = p->text ? p->text : "";
    size_t size = strlen(text);
    bool is_json = p->text && !p->is_string && size <= CALL_PARAMETER_MAX;
    if (!p->is_string && w->mask->has_short && (*text == '{' || *text == '[')) {
        is_json = false;
        text = MASK_HIDDEN;
    }
    if (is_json && !mask_is_needless(w->mask, text, size)) {
        put_masked_json(w, value, text);
        return;
    }
    value.kind = is_json ? CALL_VALUE_JSON : value.kind;
    put(w, &value, sizeof value);
    if (is_json)
        put(w, text, size);
    else
        put_clean(w, text, CALL_PARAMETER_MAX);
}

static void put_tries(struct writer *w, const struct call_record *r)
{
    size_t n = r->n_tries < CALL_TRIES_KEPT ? r->n_tries : CALL_TRIES_KEPT;
    w->head.n_tries = n;
    w->head.n_more_tries = r->n_tries - n;
    for (size_t i = 0; i < n; i++) {
        const struct call_try *t = &r->tries[i];
        const struct call_try_head head = {t->status, t->delay_ms, t->queued_ms, t->ms};
        put(w, &head, sizeof head);
        put_string(w, t->request_id);
        put_string(w, t->code);
    }
}

static void put_error(struct writer *w, const struct slrun_error *error)
{
    w->head.failed = true;
    w->head.error_kind = error_name(error->kind);
    w->head.error_status = error->status;
    put_clean(w, error->code, sizeof error->code);
    if (w->mask->has_short)
        put_string(w, MASK_HIDDEN);
    else
        put_clean(w, error->message, sizeof error->message);
}

/* Request and response ------------------------------------------------------------------------ */

/* A name that needs no mask is that of no secret. */
static void put_header(struct writer *w, const struct slrun_header *header)
{
    const char *name = header->name;
    const size_t size = strlen(name);
    const bool plain = size <= CALL_HEADER_MAX && mask_is_needless(w->mask, name, size);
    if (plain || mask_header_is_listed(name))
        put(w, name, size);
    else
        put_clean(w, name, CALL_HEADER_MAX);
    if (!plain && mask_header(name))
        put_string(w, MASK_HIDDEN);
    else
        put_clean(w, header->value, CALL_HEADER_MAX);
}

/* How many there are. */
static size_t put_headers(struct writer *w, const struct slrun_header *list, size_t n)
{
    if (w->mask->has_short)
        return 0;
    for (size_t i = 0; i < n; i++)
        put_header(w, &list[i]);
    return n;
}

static void put_url(struct writer *w, const char *base, const char *target)
{
    struct buf whole = BUF_INIT(TEXT_MAX);
    buf_puts(&whole, base);
    buf_puts(&whole, w->mask->has_short ? "/" MASK_HIDDEN : target);
    put_clean(w, buf_str(&whole), CALL_URL_MAX);
    w->to->failed |= whole.failed;
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

static void put_masked(struct writer *w, const struct slrun_body *body, size_t size)
{
    struct buf bytes = BUF_INIT(TEXT_MAX);
    mask_bytes(w->mask, &bytes, &(struct mask_shown){body->data, size, (size_t)body->size});
    if (size < body->size)
        bytes.len = without_half(buf_str(&bytes), bytes.len);
    if (text_is_shown(buf_str(&bytes), bytes.len))
        mask_text(w->mask, &bytes);
    put_buf(w, &bytes);
    buf_free(&bytes);
}

static void put_bytes(struct writer *w, const struct slrun_body *body, size_t max)
{
    bool cut = body->size > max;
    size_t size = cut ? max : (size_t)body->size;
    if (!mask_is_needless(w->mask, body->data, (size_t)body->size))
        put_masked(w, body, size);
    else
        put(w, body->data, cut ? without_half(body->data, size) : size);
}

static struct call_body put_body(struct writer *w, const struct slrun_body *body, size_t max)
{
    struct call_body is = {.size = body->kind ? body->size : 0};
    if (body->kind == SLRUN_BODY_FILE) {
        is.kind = CALL_BODY_FILE;
        put_clean(w, body->path, CALL_HEADER_MAX);
    } else if (body->kind == SLRUN_BODY_NONE || body->size == 0) {
        is.kind = CALL_BODY_NONE;
    } else if (w->mask->has_short || w->mask->failed) {
        is.kind = CALL_BODY_HIDDEN;
    } else {
        is.kind = CALL_BODY_BYTES;
        is.cut = body->size > max;
        put_bytes(w, body, max);
    }
    return is;
}

static void put_exchange(struct writer *w, const struct call_record *r, size_t max)
{
    const struct slrun_response *response = r->response;
    w->head.exchanged = true;
    put_string(w, r->request->method);
    put_url(w, r->base ? r->base : "", r->request->target);
    w->head.n_request_headers = put_headers(w, r->request->headers, r->request->n_headers);
    w->head.request = put_body(w, &r->request->body, max);
    w->head.answered = response != NULL;
    if (!response)
        return;
    const struct slrun_body body = {
        .kind = SLRUN_BODY_BYTES, .data = response->body, .size = response->size};
    w->head.status = response->status;
    w->head.n_response_headers = put_headers(w, response->headers, response->n_headers);
    w->head.response = put_body(w, &body, max);
}

/* All of it ----------------------------------------------------------------------------------- */

static void also_secret(void *arg, const char *name, const char *value)
{
    (void)name;
    mask_add(arg, value);
}

static void add_secrets(const struct call_record *r, struct mask *mask)
{
    size_t i;
    json_t *value;
    json_array_foreach (r->secrets, i, value)
        mask_add(mask, json_string_value(value));
    marked_each(r->op->result, r->result, also_secret, mask);
}

/* The head is completed at last. */
static bool put_head(struct buf *to, const struct call_copy_head *head)
{
    if (to->failed)
        return false;
    memcpy(to->data, head, sizeof *head);
    return true;
}

bool call_copy_put(struct buf *to, const struct call_record *r, const struct call_copy_options *o)
{
    struct writer w = {.to = to,
                       .mask = o->mask,
                       .head = {.service = r->plugin->entry.name,
                                .operation = r->op->name,
                                .action = r->op->api,
                                .start_ms = r->began_ms,
                                .ms = r->ms,
                                .n_parameters = r->n_parameters,
                                .cancelled = r->cancelled}};
    buf_add(to, &w.head, sizeof w.head);
    add_secrets(r, o->mask);
    put_string(&w, r->region ? r->region : "");
    for (size_t i = 0; i < r->n_parameters; i++)
        put_parameter(&w, &r->parameters[i]);
    put_tries(&w, r);
    if (r->error)
        put_error(&w, r->error);
    if (o->body_max)
        put_exchange(&w, r, o->body_max);
    return put_head(to, &w.head);
}

bool call_copy_put_text(struct buf *to, const char *text, size_t size, size_t brief)
{
    const struct call_copy_head head = {.is_text = true, .brief = brief};
    return buf_add(to, &head, sizeof head) && buf_add(to, text, size);
}

struct call_copy_head call_copy_head(const struct call_copy *copy, const char **at)
{
    struct call_copy_head head;
    memcpy(&head, copy->data, sizeof head);
    *at = copy->data + sizeof head;
    return head;
}

struct call_piece call_copy_next(const char **at)
{
    uint32_t n;
    memcpy(&n, *at, sizeof n);
    const struct call_piece piece = {*at + sizeof n, n};
    *at = piece.data + n;
    return piece;
}
