/* SPDX-License-Identifier: Apache-2.0 */
#include "report/html.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/error.h"
#include "report/file.h"
#include "report/html_page.h"
#include "report/html_record.h"
#include "report/record.h"
#include "run/result_json.h"

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

static void put_event(struct html *h, const char *event, json_t *json)
{
    json_object_set_new(json, "event", json_string(event));
    json_object_set_new(json, "time_ms", json_integer((json_int_t)clock_wall_ms()));
    html_line(&h->text, json);
    put(h);
}

static json_t *notes(const char *const *note)
{
    json_t *list = json_array();
    for (; note && *note; note++)
        json_array_append_new(list, result_text(*note));
    return list;
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
    json_t *json = record_run(info);
    json_object_set_new(json, "notes", notes(info->notes));
    json_object_set_new(json, "seed", json_integer(info->seed));
    begin(h);
    put_event(h, "run_begin", json);
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
    put_event(self, "fixture", fixture_to_json(f));
}

static void on_notice(void *self, const char *notice)
{
    put_event(self, "notice", json_pack("{s:o}", "text", result_text(notice)));
}

static void on_run_end(void *self, const struct run_summary *s)
{
    struct html *h = self;
    begin(h);
    put_event(h, "run_end", record_end(s));
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
