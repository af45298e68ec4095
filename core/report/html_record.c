/* SPDX-License-Identifier: Apache-2.0 */
#include "report/html_record.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>

#include "base/json_put.h"
#include "base/text.h"
#include "plugin/call_text.h"
#include "run/life/result_put.h"

enum { DIGITS = 3 /* of milliseconds */ };

static const char less[] = "\\u003c";

/* "<" is the one character that could end the element that the data stands in. */
static void escape_markup(struct buf *to, size_t from)
{
    struct buf line = BUF_INIT(to->max);
    buf_add(&line, to->data + from, to->len - from);
    to->len = from;
    for (const char *at = line.data, *end = at + line.len; at && at < end;) {
        const char *mark = memchr(at, '<', (size_t)(end - at));
        buf_add(to, at, (size_t)((mark ? mark : end) - at));
        if (mark)
            buf_puts(to, less);
        at = mark ? mark + 1 : end;
    }
    to->failed |= line.failed;
    buf_free(&line);
}

void html_end_line(struct buf *to, size_t from)
{
    if (!to->failed && memchr(to->data + from, '<', to->len - from))
        escape_markup(to, from);
    buf_putc(to, '\n');
}

static void put_data(struct buf *to, const struct attachment *a)
{
    if (text_is_utf8(a->data, a->size)) {
        json_put_bytes(to, "text", a->data, a->size);
        return;
    }
    char *text = slrun_base64_text(a->data, a->size, NULL);
    to->failed |= !text;
    json_put_text(to, "base64", text);
    free(text);
}

static void put_attachments(struct buf *to, const struct attachment *a, struct html_room *room)
{
    if (!a)
        return;
    json_put_open(to, "attachments", '[');
    for (; a; a = a->next) {
        json_put_open(to, NULL, '{');
        json_put_text(to, "name", a->name);
        json_put_integer(to, "size", (int64_t)a->size);
        if (a->data && a->size <= HTML_ATTACHMENT_MAX &&
            room->attached + a->size <= HTML_ATTACHMENTS_MAX) {
            room->attached += a->size;
            put_data(to, a);
        }
        json_put_close(to, '}');
    }
    json_put_close(to, ']');
}

/* What one try has besides, that no other report wants. */
static void put_course(struct buf *to, const struct result *r)
{
    if (r->timeline)
        json_put_raw(to, "timeline", r->timeline, strlen(r->timeline));
    if (r->failure.wait)
        json_put_json(to, "wait", r->failure.wait);
}

static void put_details(struct buf *to, const struct result *r, struct html_room *room)
{
    if (r->failure.summary)
        failure_put(to, "failure", &r->failure);
    if (r->autopsy)
        json_put_json(to, "autopsy", r->autopsy);
    if (r->problems)
        problems_put(to, r->problems);
    if (r->earlier)
        result_put_tries(to, r, put_course);
    put_attachments(to, r->attachments, room);
    if (r->notes)
        json_put_text(to, "notes", r->notes);
    put_course(to, r);
}

static void put_tags(struct buf *to, const struct result *r)
{
    json_put_open(to, "tags", '[');
    for (size_t i = 0; i < r->n_tags; i++)
        json_put_text(to, NULL, r->tags[i]);
    json_put_close(to, ']');
}

static size_t count(const struct problem *p)
{
    size_t n = 0;
    for (; p; p = p->next)
        n++;
    return n;
}

/* What the list of cases shows, and by which it is searched. */
static void put_summary(struct buf *to, const struct result *r)
{
    json_put_text(to, "event", "case");
    result_put_head(to, r);
    if (r->pattern)
        json_put_text(to, "pattern", r->pattern);
    if (r->n_tags)
        put_tags(to, r);
    if (r->failure.summary)
        json_put_text(to, "summary", r->failure.summary);
    if (r->tries)
        json_put_integer(to, "n_tries", (int64_t)r->tries + 1);
    if (r->problems)
        json_put_integer(to, "n_problems", (int64_t)count(r->problems));
    if (r->interrupted)
        json_put_bool(to, "interrupted", true);
    if (r->expected)
        json_put_text(to, "expected", r->expected);
}

void html_case(struct buf *to, const struct result *r, struct html_room *room)
{
    size_t from = to->len;
    json_put_open(to, NULL, '{');
    put_summary(to, r);
    buf_puts(to, "}\n\t");
    json_put_open(to, NULL, '{');
    put_details(to, r, room);
    json_put_close(to, '}');
    html_end_line(to, from);
}

/* As `call` has it, but for its last brace, and perhaps for request and response. */
static void put_call(struct buf *to, const struct call_copy *call, struct html_room *room)
{
    size_t from = to->len;
    struct call_text text;
    if (!call_text_put(to, &text, call))
        return;
    size_t exchanged = text.size - text.brief;
    bool fits = room->exchanged + exchanged <= HTML_EXCHANGES_MAX;
    room->exchanged += fits ? exchanged : 0;
    to->len = from + (fits ? text.size - 1 : text.brief);
}

void html_call(struct buf *to, const struct call_end *end, struct html_room *room)
{
    size_t from = to->len;
    buf_putc(to, '#');
    buf_puts(to, end->id);
    buf_putc(to, ' ');
    put_call(to, end->call, room);
    json_put_text(to, "phase", end->phase);
    json_put_real(to, "at_ms", end->at_ms, DIGITS);
    json_put_close(to, '}');
    html_end_line(to, from);
}
