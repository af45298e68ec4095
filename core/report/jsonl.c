/* SPDX-License-Identifier: Apache-2.0 */
#include "report/jsonl.h"

#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/text.h"
#include "report/file.h"

enum { TEXT_MAX = 64 << 20 };

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

/* NULL is null; what is no UTF-8 becomes U+FFFD. */
static json_t *text(const char *value)
{
    struct buf safe = BUF_INIT(TEXT_MAX);
    if (!value)
        return json_null();
    text_add(&safe, value);
    json_t *json = json_string(buf_str(&safe));
    buf_free(&safe);
    return json ? json : json_null();
}

static json_t *failure(const struct failure *f)
{
    if (!f->summary)
        return json_null();
    return json_pack("{s:o, s:o}", "summary", text(f->summary), "text", text(f->text));
}

static json_t *problems(const struct problem *p)
{
    json_t *list = json_array();
    for (; p; p = p->next)
        json_array_append_new(
            list, json_pack("{s:o, s:o}", "of", text(p->what), "failure", failure(&p->failure)));
    return list;
}

static json_t *attachments(const struct attachment *a)
{
    json_t *list = json_array();
    for (; a; a = a->next)
        json_array_append_new(
            list, json_pack("{s:o, s:I}", "name", text(a->name), "size", (json_int_t)a->size));
    return list;
}

static json_t *phases(const struct result *r)
{
    json_t *list = json_array();
    for (size_t i = 0; i < r->n_phases; i++)
        json_array_append_new(list, json_pack("{s:s, s:f}", "name", r->phases[i].name, "seconds",
                                              r->phases[i].seconds));
    return list;
}

/* The tries before the last, the first of them first. */
static json_t *tries(const struct result *r)
{
    json_t *list = json_array();
    for (const struct result *e = r->earlier; e; e = e->earlier)
        json_array_insert_new(list, 0,
                              json_pack("{s:s, s:f, s:o, s:o}", "outcome", outcome_word(e->outcome),
                                        "seconds", e->seconds, "failure", failure(&e->failure),
                                        "notes", text(e->notes)));
    return list;
}

static json_t *id(const char *path, const char *name)
{
    struct buf both = BUF_INIT(TEXT_MAX);
    buf_printf(&both, "%s::%s", path, name);
    json_t *json = text(buf_str(&both));
    buf_free(&both);
    return json;
}

static json_t *counts(const struct run_summary *s)
{
    json_t *json = json_object();
    for (int i = 0; i < OUTCOME_COUNT; i++)
        json_object_set_new(json, outcome_word((enum outcome)i),
                            json_integer((json_int_t)s->counts[i]));
    json_object_set_new(json, "deselected", json_integer((json_int_t)s->n_deselected));
    json_object_set_new(json, "collection_errors", json_integer((json_int_t)s->n_errors));
    return json;
}

static json_t *collect_errors(const struct collect_error *errors, size_t n)
{
    json_t *list = json_array();
    for (size_t i = 0; i < n; i++)
        json_array_append_new(list, json_pack("{s:o, s:o}", "path", text(errors[i].path), "text",
                                              text(errors[i].text)));
    return list;
}

/* A line, which leaves at once: who follows the file sees whole lines. */
static void line(struct jsonl *j, const char *event, json_t *members)
{
    json_t *head = json_pack("{s:s, s:s, s:I}", "schema", JSONL_SCHEMA, "event", event, "time_ms",
                             (json_int_t)clock_wall_ms());
    if (!head || !members || json_object_update(head, members) != 0)
        j->problem = j->problem ? j->problem : ENOMEM;
    else if (!j->problem &&
             (json_dumpf(head, j->file, JSON_COMPACT | JSON_REAL_PRECISION(9)) != 0 ||
              fputc('\n', j->file) == EOF || fflush(j->file) != 0))
        j->problem = errno ? errno : EIO;
    json_decref(head);
    json_decref(members);
}

static void on_run_begin(void *self, const struct run_info *info)
{
    line(self, "run_begin",
         json_pack("{s:s, s:s, s:s, s:o, s:s, s:I, s:I, s:I, s:i}", "version", info->version, "run",
                   info->run_id, "target", info->target, "endpoint", text(info->endpoint), "region",
                   info->region, "cases", (json_int_t)info->n_cases, "files",
                   (json_int_t)info->n_files, "deselected", (json_int_t)info->n_deselected, "jobs",
                   (int)info->jobs));
}

static void on_case_begin(void *self, const struct result *r)
{
    line(self, "case_begin",
         json_pack("{s:o, s:i}", "id", id(r->path, r->name), "try", (int)r->tries + 1));
}

static void on_case_end(void *self, const struct result *r)
{
    line(self, "case_end",
         json_pack("{s:o, s:o, s:o, s:i, s:s, s:f, s:o, s:o, s:O?, s:o, s:o, s:o, s:o, s:o, s:b}",
                   "id", id(r->path, r->name), "path", text(r->path), "name", text(r->name), "line",
                   r->line, "outcome", outcome_word(r->outcome), "seconds", r->seconds, "phases",
                   phases(r), "failure", failure(&r->failure), "autopsy", r->autopsy, "expected",
                   text(r->expected), "problems", problems(r->problems), "tries", tries(r),
                   "attachments", attachments(r->attachments), "notes", text(r->notes),
                   "interrupted", (int)r->interrupted));
}

static void on_fixture_end(void *self, const struct fixture_result *f)
{
    line(self, "fixture_end",
         json_pack("{s:o, s:o, s:i, s:s, s:f, s:f, s:o}", "path", text(f->path), "name",
                   text(f->name), "line", f->line, "scope", f->scope, "setup_seconds",
                   f->setup_seconds, "teardown_seconds", f->teardown_seconds, "problems",
                   problems(f->problems)));
}

static void on_notice(void *self, const char *notice)
{
    line(self, "notice", json_pack("{s:o}", "text", text(notice)));
}

static void on_run_end(void *self, const struct run_summary *s)
{
    line(self, "run_end",
         json_pack("{s:o, s:f, s:o, s:o}", "counts", counts(s), "seconds", s->seconds, "stopped",
                   text(s->stopped), "collection_errors", collect_errors(s->errors, s->n_errors)));
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
