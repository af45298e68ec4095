/* SPDX-License-Identifier: Apache-2.0 */
#include "report/html.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/file.h"
#include "base/json_put.h"
#include "report/file.h"
#include "report/html_page.h"
#include "report/html_record.h"
#include "report/record.h"
#include "run/life/result_put.h"

enum {
    TEXT_MAX = 1 << 30,
};

struct html {
    char *path;
    int fd;
    bool as_it_goes; /* a regular file */
    struct buf text; /* of the lines under way */
    off_t end;       /* where the foot begins */
    int problem;     /* errno of the first write that failed */
    bool begun;
    struct html_room used;
};

static void release(struct html *h)
{
    if (h->fd >= 0)
        close(h->fd);
    buf_free(&h->text);
    free(h->path);
    free(h);
}

static void *html_open(const char *path, struct slrun_error *error)
{
    struct stat st;
    struct html *h = calloc(1, sizeof *h);
    if (!h || !(h->path = strdup(path))) {
        free(h);
        error_set(error, SLRUN_E_MEMORY, "out of memory");
        return NULL;
    }
    h->text = BUF_INIT(TEXT_MAX);
    h->fd = file_create(path, "HTML", error);
    if (h->fd < 0) {
        release(h);
        return NULL;
    }
    h->as_it_goes = fstat(h->fd, &st) == 0 && S_ISREG(st.st_mode);
    return h;
}

/* What has gathered in `text`, and in a file the foot behind it, in one write: whoever reads
 * meanwhile finds a whole page. The next lines take the foot's place. */
static void put(struct html *h)
{
    size_t lines = h->text.len;
    if (h->as_it_goes)
        html_page_foot(&h->text);
    if (h->text.failed && !h->problem)
        h->problem = ENOMEM;
    if (!h->problem)
        h->problem = file_write(h->fd, h->text.data, h->text.len, h->as_it_goes ? h->end : -1);
    h->end += (off_t)lines;
    buf_clear(&h->text);
}

/* A line of its own, in an object that is to be closed by end_event(); where it begins. */
static size_t begin_event(struct html *h, const char *event)
{
    size_t from = h->text.len;
    json_put_open(&h->text, NULL, '{');
    json_put_text(&h->text, "event", event);
    json_put_integer(&h->text, "time_ms", clock_wall_ms());
    return from;
}

static void end_event(struct html *h, size_t from)
{
    json_put_close(&h->text, '}');
    html_end_line(&h->text, from);
    put(h);
}

static void put_notes(struct buf *to, const char *const *note)
{
    json_put_open(to, "notes", '[');
    for (; note && *note; note++)
        json_put_text(to, NULL, *note);
    json_put_close(to, ']');
}

static void begin(struct html *h)
{
    if (!h->begun)
        html_page_head(&h->text);
    h->begun = true;
}

static void on_run_begin(void *self, const struct run_info *info)
{
    struct html *h = self;
    begin(h);
    size_t from = begin_event(h, "run_begin");
    record_put_run(&h->text, info);
    put_notes(&h->text, info->notes);
    json_put_integer(&h->text, "seed", info->seed);
    end_event(h, from);
}

static void on_case_end(void *self, const struct result *r)
{
    struct html *h = self;
    html_case(&h->text, r, &h->used);
    if (h->text.len > REPORT_GATHERED)
        put(h);
}

static void on_call_end(void *self, const struct call_end *call)
{
    struct html *h = self;
    if (strcmp(call->role, "case") != 0)
        return;
    html_call(&h->text, call, &h->used);
    if (h->text.len > REPORT_GATHERED)
        put(h);
}

static void on_flush(void *self)
{
    struct html *h = self;
    if (h->text.len > 0)
        put(h);
}

static void on_fixture_end(void *self, const struct fixture_result *f)
{
    struct html *h = self;
    size_t from = begin_event(h, "fixture");
    fixture_put(&h->text, f);
    end_event(h, from);
}

static void on_notice(void *self, const char *notice)
{
    struct html *h = self;
    size_t from = begin_event(h, "notice");
    json_put_text(&h->text, "text", notice);
    end_event(h, from);
}

static void on_run_end(void *self, const struct run_summary *s)
{
    struct html *h = self;
    begin(h);
    size_t from = begin_event(h, "run_end");
    record_put_end(&h->text, s);
    end_event(h, from);
}

static int html_close(void *self, struct slrun_error *error)
{
    struct html *h = self;
    begin(h); /* nothing was collected */
    if (!h->as_it_goes)
        html_page_foot(&h->text);
    put(h);
    int result = h->problem ? file_incomplete(h->path, "HTML", h->problem, error) : 0;
    release(h);
    return result;
}

static const struct observer observer = {
    .run_begin = on_run_begin,
    .case_end = on_case_end,
    .fixture_end = on_fixture_end,
    .notice = on_notice,
    .run_end = on_run_end,
    .call_end = on_call_end,
    .flush = on_flush,
    .calls = CALLS_TOLD | CALLS_BODIES,
};

const struct reporter_kind html_reporter = {html_open, &observer, html_close};
