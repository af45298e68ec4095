/* SPDX-License-Identifier: Apache-2.0 */
#include "run/life/result_put.h"

#include <stdlib.h>
#include <string.h>

#include "base/hex.h"
#include "base/json_put.h"
#include "run/life/result_json.h"

static void put_failure(struct buf *to, const char *key, const struct failure *f, bool wait)
{
    if (!f->summary) {
        json_put_text(to, key, NULL);
        return;
    }
    json_put_open(to, key, '{');
    json_put_text(to, "summary", f->summary);
    json_put_text(to, "text", f->text);
    json_put_text(to, "kind", result_kind(f->kind));
    if (wait && f->wait)
        json_put_json(to, "wait", f->wait);
    json_put_close(to, '}');
}

void failure_put(struct buf *to, const char *key, const struct failure *failure)
{
    put_failure(to, key, failure, false);
}

void problems_put(struct buf *to, const struct problem *p)
{
    json_put_open(to, "problems", '[');
    for (; p; p = p->next) {
        json_put_open(to, NULL, '{');
        json_put_text(to, "of", p->what);
        failure_put(to, "failure", &p->failure);
        json_put_close(to, '}');
    }
    json_put_close(to, ']');
}

static void put_attachments(struct buf *to, const struct attachment *a, bool data)
{
    json_put_open(to, "attachments", '[');
    for (; a; a = a->next) {
        char *hex = data ? hex_text(a->data, a->size) : NULL;
        json_put_open(to, NULL, '{');
        json_put_text(to, "name", a->name);
        json_put_integer(to, "size", (int64_t)a->size);
        if (hex)
            json_put_text(to, "hex", hex);
        json_put_close(to, '}');
        free(hex);
    }
    json_put_close(to, ']');
}

static void put_phases(struct buf *to, const struct result *r)
{
    json_put_open(to, "phases", '[');
    for (size_t i = 0; i < r->n_phases; i++) {
        json_put_open(to, NULL, '{');
        json_put_text(to, "name", r->phases[i].name);
        json_put_real(to, "seconds", r->phases[i].seconds, RESULT_DIGITS);
        json_put_close(to, '}');
    }
    json_put_close(to, ']');
}

/* The first of them first. */
static void put_tries(struct buf *to, const struct result *r,
                      void (*also)(struct buf *to, const struct result *earlier))
{
    if (!r)
        return;
    put_tries(to, r->earlier, also);
    json_put_open(to, NULL, '{');
    json_put_text(to, "outcome", outcome_word(r->outcome));
    json_put_real(to, "seconds", r->seconds, RESULT_DIGITS);
    failure_put(to, "failure", &r->failure);
    json_put_text(to, "notes", r->notes);
    if (also)
        also(to, r);
    json_put_close(to, '}');
}

void result_put_tries(struct buf *to, const struct result *r,
                      void (*also)(struct buf *to, const struct result *earlier))
{
    json_put_open(to, "tries", '[');
    put_tries(to, r->earlier, also);
    json_put_close(to, ']');
}

void result_put_id(struct buf *to, const struct result *r)
{
    json_put_key(to, "id");
    buf_putc(to, '"');
    json_escape(to, r->path, strlen(r->path));
    buf_puts(to, "::");
    json_escape(to, r->name, strlen(r->name));
    buf_putc(to, '"');
}

void result_put_head(struct buf *to, const struct result *r)
{
    result_put_id(to, r);
    json_put_text(to, "path", r->path);
    json_put_text(to, "name", r->name);
    json_put_integer(to, "line", r->line);
    json_put_integer(to, "order", (int64_t)r->order);
    json_put_text(to, "outcome", outcome_word(r->outcome));
    json_put_real(to, "seconds", r->seconds, RESULT_DIGITS);
    put_phases(to, r);
}

void result_put(struct buf *to, const struct result *r, bool data)
{
    result_put_head(to, r);
    put_failure(to, "failure", &r->failure, data);
    json_put_json(to, "autopsy", r->autopsy);
    json_put_text(to, "expected", r->expected);
    problems_put(to, r->problems);
    result_put_tries(to, r, NULL);
    put_attachments(to, r->attachments, data);
    json_put_text(to, "notes", r->notes);
    json_put_bool(to, "interrupted", r->interrupted);
    json_put_integer(to, "restarts", r->restarts);
    if (data && r->timeline)
        json_put_raw(to, "timeline", r->timeline, strlen(r->timeline));
}

void fixture_put(struct buf *to, const struct fixture_result *f)
{
    json_put_text(to, "path", f->path);
    json_put_text(to, "name", f->name);
    json_put_integer(to, "line", f->line);
    json_put_text(to, "scope", f->scope);
    json_put_text(to, "spec", f->spec);
    json_put_real(to, "setup_seconds", f->setup_seconds, RESULT_DIGITS);
    json_put_real(to, "teardown_seconds", f->teardown_seconds, RESULT_DIGITS);
    problems_put(to, f->problems);
}
