/* SPDX-License-Identifier: Apache-2.0 */
/* Exchanges, as the service sees them: answers that are kept, open ones, clients that leave, forms.
 */
#include "cloud_inside.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "local/protocol/form.h"
#include "plugin/host.h"

static void add_header(struct exchange *x, const char *name, const char *value)
{
    assert_true(x->n_headers < ANSWER_HEADERS_MAX);
    x->headers[x->n_headers++] = (struct slrun_header){strdup(name), strdup(value)};
}

static struct exchange *keep(struct slrun_exchange *base, const struct slrun_reply *answer,
                             size_t size)
{
    struct exchange *x = (struct exchange *)base;
    assert_int_equal(x->status, 0); /* exactly once */
    x->status = answer->status;
    for (size_t i = 0; i < answer->n_headers; i++)
        add_header(x, answer->headers[i].name, answer->headers[i].value);
    if (answer->content_type)
        add_header(x, "Content-Type", answer->content_type);
    x->size = size;
    x->body = calloc(1, size + 1);
    assert_non_null(x->body);
    x->cloud->status = x->status;
    x->cloud->body = x->body;
    x->cloud->size = size;
    x->cloud->content_type = answer->content_type ? exchange_header(x, "Content-Type") : "";
    return x;
}

static void reply(struct slrun_exchange *base, const struct slrun_reply *answer)
{
    struct exchange *x = keep(base, answer, answer->size);
    if (answer->body)
        memcpy(x->body, answer->body, answer->size);
}

static void reply_file(struct slrun_exchange *base, const struct slrun_reply *answer, int fd,
                       uint64_t offset, uint64_t size)
{
    struct exchange *x = keep(base, answer, (size_t)size);
    x->from_file = true;
    assert_int_equal(pread(fd, x->body, x->size, (off_t)offset), size);
    close(fd);
}

/* ---- open answers ---- */

static void reply_open(struct slrun_exchange *base, const struct slrun_reply *answer,
                       void (*room)(struct slrun_exchange *x))
{
    struct exchange *x = (struct exchange *)base;
    assert_non_null(x->gone); /* required */
    keep(base, answer, 0);
    x->open = true;
    x->room = room;
}

static int feed(struct slrun_exchange *base, const void *data, size_t size)
{
    struct exchange *x = (struct exchange *)base;
    assert_true(x->open);
    x->body = realloc(x->body, x->size + size + 1);
    assert_non_null(x->body);
    memcpy(x->body + x->size, data, size);
    x->size += size;
    x->body[x->size] = '\0';
    return !x->full;
}

static int feed_event(struct slrun_exchange *x, const struct slrun_event *event)
{
    feed(x, event->exception ? "!" : "", event->exception != 0);
    feed(x, event->name, strlen(event->name));
    feed(x, " ", 1);
    feed(x, event->payload ? event->payload : "", event->payload ? event->size : 0);
    return feed(x, "\n", 1);
}

static void feed_end(struct slrun_exchange *base, int whole)
{
    struct exchange *x = (struct exchange *)base;
    assert_true(x->open);
    x->open = false;
    x->cut = !whole;
}

void exchange_read(struct exchange *x)
{
    x->full = false;
    x->room(&x->base);
}

static void on_gone(struct slrun_exchange *x, void (*gone)(struct slrun_exchange *x))
{
    ((struct exchange *)x)->gone = gone;
}

void exchange_leave(struct exchange *x)
{
    if ((x->status == 0 || x->open) && x->gone) {
        x->open = false;
        x->gone(&x->base);
        x->gone = NULL;
    }
}

const char *exchange_header(const struct exchange *x, const char *name)
{
    return host_table()->header_get(x->headers, x->n_headers, name);
}

/* ---- forms ---- */

static struct form *form(struct slrun_exchange *base)
{
    struct exchange *x = (struct exchange *)base;
    if (!x->form)
        x->form = form_of(base);
    return x->form;
}

static const char *field(struct slrun_exchange *x, const char *name)
{
    return form(x) ? form_get(form(x), name) : NULL;
}

static const struct slrun_field *field_at(struct slrun_exchange *x, size_t i)
{
    return form(x) ? form_at(form(x), i) : NULL;
}

void exchange_free(struct exchange *x)
{
    for (size_t i = 0; i < x->n_headers; i++) {
        free((char *)(uintptr_t)x->headers[i].name);
        free((char *)(uintptr_t)x->headers[i].value);
    }
    form_free(x->form);
    free(x->request);
    free(x->target);
    free(x->operation);
    free(x->body);
    free(x);
}

void cloud_answers_fill(struct slrun_cloud *api)
{
    api->reply = reply;
    api->reply_file = reply_file;
    api->reply_open = reply_open;
    api->feed = feed;
    api->feed_event = feed_event;
    api->feed_end = feed_end;
    api->on_gone = on_gone;
    api->form_get = field;
    api->form_at = field_at;
}
