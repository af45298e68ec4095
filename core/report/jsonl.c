/* SPDX-License-Identifier: Apache-2.0 */
#include "report/jsonl.h"

#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/json_text.h"
#include "report/file.h"
#include "report/record.h"
#include "run/result_json.h"

struct jsonl {
    FILE *file;
    char *path;
    int problem; /* errno of the first write that failed */
};

static void *jsonl_open(const char *path, struct slrun_error *error)
{
    struct jsonl *j = calloc(1, sizeof *j);
    if (j) {
        j->path = strdup(path);
        int fd = j->path ? file_create(path, "JSON", error) : -1;
        j->file = fd < 0 ? NULL : fdopen(fd, "w");
        if (j->file)
            return j;
        free(j->path);
    }
    free(j);
    if (error->kind == SLRUN_E_NONE)
        error_set(error, SLRUN_E_MEMORY, "out of memory");
    return NULL;
}

/* A line, which leaves at once: who follows the file sees whole lines. */
static void line(struct jsonl *j, const char *event, json_t *members)
{
    json_t *head = json_pack("{s:s, s:s, s:I}", "schema", JSONL_SCHEMA, "event", event, "time_ms",
                             (json_int_t)clock_wall_ms());
    bool whole = head && members && json_object_update(head, members) == 0;
    char *text = whole ? json_text(head, JSON_REAL_PRECISION(9), NULL) : NULL;
    if (!text)
        j->problem = j->problem ? j->problem : ENOMEM;
    else if (!j->problem &&
             (fputs(text, j->file) == EOF || fputc('\n', j->file) == EOF || fflush(j->file) != 0))
        j->problem = errno ? errno : EIO;
    free(text);
    json_decref(head);
    json_decref(members);
}

static void on_run_begin(void *self, const struct run_info *info)
{
    line(self, "run_begin", record_run(info));
}

static void on_case_begin(void *self, const struct result *r)
{
    line(self, "case_begin",
         json_pack("{s:o, s:i}", "id", result_id(r->path, r->name), "try", (int)r->tries + 1));
}

static void on_case_end(void *self, const struct result *r)
{
    line(self, "case_end", result_to_json(r, false));
}

static void on_fixture_end(void *self, const struct fixture_result *f)
{
    line(self, "fixture_end", fixture_to_json(f));
}

static void on_notice(void *self, const char *notice)
{
    line(self, "notice", json_pack("{s:o}", "text", result_text(notice)));
}

static void on_run_end(void *self, const struct run_summary *s)
{
    line(self, "run_end", record_end(s));
}

static int jsonl_close(void *self, struct slrun_error *error)
{
    struct jsonl *j = self;
    if (fclose(j->file) != 0 && !j->problem)
        j->problem = errno;
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
};

const struct reporter_kind jsonl_reporter = {jsonl_open, &observer, jsonl_close};
