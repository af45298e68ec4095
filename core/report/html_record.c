/* SPDX-License-Identifier: Apache-2.0 */
#include "report/html_record.h"

#include <stdlib.h>
#include <string.h>

#include "base/base64.h"
#include "base/json_text.h"
#include "run/result_json.h"

/* "<" is the one character that could end the element that the data stands in. */
void html_line(struct buf *to, json_t *json)
{
    char *text = json ? json_text(json, JSON_REAL_PRECISION(15), NULL) : NULL;
    for (const char *at = text; at && *at;) {
        size_t n = strcspn(at, "<");
        buf_add(to, at, n);
        if (at[n])
            buf_puts(to, "\\u003c");
        at += n + (at[n] != '\0');
    }
    buf_putc(to, '\n');
    to->failed |= !text;
    free(text);
    json_decref(json);
}

static json_t *base64(const char *data, size_t size)
{
    char *text = base64_text(data, size, NULL);
    json_t *json = text ? json_string(text) : NULL;
    free(text);
    return json;
}

static json_t *attachment(const struct attachment *a, struct html_room *room)
{
    json_t *json =
        json_pack("{s:o, s:I}", "name", result_text(a->name), "size", (json_int_t)a->size);
    if (a->size > HTML_ATTACHMENT_MAX || room->attached + a->size > HTML_ATTACHMENTS_MAX)
        return json;
    room->attached += a->size;
    json_t *text = json_stringn(a->data, a->size); /* NULL: it is no text */
    if (text)
        json_object_set_new(json, "text", text);
    else
        json_object_set_new(json, "base64", base64(a->data, a->size));
    return json;
}

static json_t *attachments(const struct attachment *a, struct html_room *room)
{
    json_t *list = json_array();
    for (; a; a = a->next)
        json_array_append_new(list, attachment(a, room));
    return list;
}

static void set(json_t *object, const char *key, json_t *value)
{
    if (value)
        json_object_set(object, key, value);
}

/* What one try has besides, that no other report wants. */
static void add_course(json_t *json, const struct result *r)
{
    set(json, "timeline", r->timeline);
    set(json, "wait", r->failure.wait);
}

/* The record of a case, and of each try the same as of the last. */
static json_t *details(const struct result *r, struct html_room *room)
{
    json_t *json = result_to_json(r, false);
    json_t *tries = json_object_get(json, "tries");
    size_t n = json_array_size(tries);
    for (const struct result *e = r->earlier; e && n > 0; e = e->earlier)
        add_course(json_array_get(tries, --n), e);
    add_course(json, r);
    json_object_set_new(json, "attachments", attachments(r->attachments, room));
    return json;
}

static json_t *tags(const struct result *r)
{
    json_t *list = json_array();
    for (size_t i = 0; i < r->n_tags; i++)
        json_array_append_new(list, result_text(r->tags[i]));
    return list;
}

/* Takes what the list of cases shows out of the details. */
static json_t *summary(const struct result *r, json_t *details)
{
    static const char *const keys[] = {"id",      "path",   "name",        "line",     "outcome",
                                       "seconds", "phases", "interrupted", "expected", "order"};
    json_t *json = json_pack(
        "{s:s, s:o, s:o, s:o, s:i, s:i}", "event", "case", "pattern", result_text(r->pattern),
        "tags", tags(r), "summary", result_text(r->failure.summary), "n_tries", (int)r->tries + 1,
        "n_problems", (int)json_array_size(json_object_get(details, "problems")));
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        set(json, keys[i], json_object_get(details, keys[i]));
        json_object_del(details, keys[i]);
    }
    return json;
}

void html_case(struct buf *to, const struct result *r, struct html_room *room)
{
    json_t *more = details(r, room);
    html_line(to, summary(r, more));
    buf_putc(to, '\t');
    html_line(to, more);
}

static size_t body_bytes(const json_t *call, const char *of)
{
    return json_string_length(json_object_get(json_object_get(call, of), "body"));
}

void html_call(struct buf *to, const struct call_end *end, struct html_room *room)
{
    json_t *call = json_copy((json_t *)end->call);
    size_t n = body_bytes(call, "request") + body_bytes(call, "response") + HTML_HEADERS;
    if (room->exchanged + n > HTML_EXCHANGES_MAX) {
        json_object_del(call, "request");
        json_object_del(call, "response");
    } else {
        room->exchanged += n;
    }
    json_object_set_new(call, "phase", json_string(end->phase));
    json_object_set_new(call, "at_ms", json_real(end->at_ms));
    buf_printf(to, "#%s ", end->id);
    html_line(to, call);
}
