/* SPDX-License-Identifier: Apache-2.0 */
#include "report/jsonl.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/file.h"
#include "base/json_put.h"
#include "report/file.h"
#include "report/record.h"
#include "run/life/result_put.h"

enum { TEXT_MAX = 1 << 30 };

struct jsonl {
    int fd;
    char *path;
    struct buf text; /* whole lines */
    int problem;     /* errno of the first write that failed */
};

static void *jsonl_open(const char *path, struct slrun_error *error)
{
    struct jsonl *j = calloc(1, sizeof *j);
    if (j) {
        j->text = BUF_INIT(TEXT_MAX);
        j->path = strdup(path);
        j->fd = j->path ? file_create(path, "JSON", error) : -1;
        if (j->fd >= 0)
            return j;
        free(j->path);
    }
    free(j);
    if (error->kind == SLRUN_E_NONE)
        error_set(error, SLRUN_E_MEMORY, "out of memory");
    return NULL;
}

/* Who follows the file sees whole lines. */
static void on_flush(void *self)
{
    struct jsonl *j = self;
    if (j->text.failed && !j->problem)
        j->problem = ENOMEM;
    if (!j->problem)
        j->problem = file_write(j->fd, j->text.data, j->text.len, -1);
    buf_clear(&j->text);
}

/* `when_ms`: since 1970; 0: now. */
static void begin_line(struct jsonl *j, const char *event, int64_t when_ms)
{
    buf_puts(&j->text, "{\"schema\":\"" JSONL_SCHEMA "\"");
    json_put_text(&j->text, "event", event);
    json_put_integer(&j->text, "time_ms", when_ms ? when_ms : clock_wall_ms());
}

static void end_line(struct jsonl *j)
{
    buf_puts(&j->text, "}\n");
    if (j->text.len > REPORT_GATHERED)
        on_flush(j);
}

static void on_run_begin(void *self, const struct run_info *info)
{
    struct jsonl *j = self;
    begin_line(j, "run_begin", 0);
    record_put_run(&j->text, info);
    end_line(j);
}

static void on_case_begin(void *self, const struct result *r)
{
    struct jsonl *j = self;
    begin_line(j, "case_begin", r->told_ms);
    result_put_id(&j->text, r);
    json_put_integer(&j->text, "try", (int64_t)r->tries + 1);
    end_line(j);
}

static void on_case_end(void *self, const struct result *r)
{
    struct jsonl *j = self;
    begin_line(j, "case_end", r->told_ms);
    result_put(&j->text, r, false);
    end_line(j);
}

static void on_fixture_end(void *self, const struct fixture_result *f)
{
    struct jsonl *j = self;
    begin_line(j, "fixture_end", 0);
    fixture_put(&j->text, f);
    end_line(j);
}

static void on_notice(void *self, const char *notice)
{
    struct jsonl *j = self;
    begin_line(j, "notice", 0);
    json_put_text(&j->text, "text", notice);
    end_line(j);
}

static void on_run_end(void *self, const struct run_summary *s)
{
    struct jsonl *j = self;
    begin_line(j, "run_end", 0);
    record_put_end(&j->text, s);
    end_line(j);
}

static int jsonl_close(void *self, struct slrun_error *error)
{
    struct jsonl *j = self;
    on_flush(j);
    if (close(j->fd) != 0 && !j->problem)
        j->problem = errno;
    buf_free(&j->text);
    int result = j->problem ? file_incomplete(j->path, "JSON", j->problem, error) : 0;
    free(j->path);
    free(j);
    return result;
}

static const struct observer observer = {
    .run_begin = on_run_begin,
    .case_begin = on_case_begin,
    .case_end = on_case_end,
    .fixture_end = on_fixture_end,
    .notice = on_notice,
    .run_end = on_run_end,
    .flush = on_flush,
};

const struct reporter_kind jsonl_reporter = {jsonl_open, &observer, jsonl_close};
