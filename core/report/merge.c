/* SPDX-License-Identifier: Apache-2.0 */
#include "report/merge.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>

#include "base/error.h"
#include "report/merge_errors.h"
#include "report/merge_read.h"
#include "run/life/result_json.h"

struct merge {
    struct merge_reports reports;
    bool rebase; /* they ran in different folders of their projects */
    struct result *results;
    size_t n, cap;
    json_t *ids;   /* to their places in `results` */
    json_t *names; /* every path and name that results point to */
    json_t *twice; /* ids that are in two reports */
    json_t *missing, *doubts;
    struct merge_errors errors;
    struct fixture_result *fixtures;
    struct run_summary summary;
    char stopped[256];
};

struct merge *merge_new(void)
{
    struct merge *m = calloc(1, sizeof *m);
    if (!m)
        return NULL;
    m->ids = json_object();
    m->names = json_object();
    m->twice = json_array();
    m->missing = json_array();
    m->doubts = json_array();
    return m;
}

int merge_read(struct merge *m, const char *path, struct slrun_error *error)
{
    return merge_reports_read(&m->reports, path, error);
}

static json_int_t number_of(const json_t *json, const char *key)
{
    return json_integer_value(json_object_get(json, key));
}

/* Cases --------------------------------------------------------------------------------------- */

/* The text as a key of `names`, which keeps it. NULL: out of memory. */
static const char *kept(struct merge *m, const char *text)
{
    if (!text ||
        (!json_object_get(m->names, text) && json_object_set_new(m->names, text, json_true()) != 0))
        return NULL;
    return json_object_iter_key(json_object_iter_at(m->names, text));
}

/* A place for the case: the one it has, emptied, or a new one. NULL: out of memory. */
static struct result *place(struct merge *m, const char *path, const char *name)
{
    json_t *id = result_id(path, name);
    const json_t *known = json_object_get(m->ids, json_string_value(id));
    struct result *r = NULL;
    if (known) {
        r = &m->results[json_integer_value(known)];
        result_free(r);
        json_array_append(m->twice, id);
    } else if (m->n == m->cap) {
        size_t cap = m->cap ? m->cap * 2 : 256;
        struct result *more = realloc(m->results, cap * sizeof *more);
        m->results = more ? more : m->results;
        m->cap = more ? cap : m->cap;
    }
    if (!r && m->n < m->cap &&
        json_object_set_new(m->ids, json_string_value(id), json_integer((json_int_t)m->n)) == 0) {
        r = &m->results[m->n++];
        *r = (struct result){0};
    }
    json_decref(id);
    return r;
}

static struct result *add(struct merge *m, const struct merge_report *report, const char *path,
                          const char *name)
{
    char *rebased = merge_rebased(report, path, m->rebase);
    const char *kept_path = kept(m, rebased), *kept_name = kept(m, name);
    struct result *r = kept_path && kept_name ? place(m, kept_path, kept_name) : NULL;
    free(rebased);
    if (r) {
        r->path = kept_path;
        r->name = kept_name;
    }
    return r;
}

static int add_cases(struct merge *m, const struct merge_report *report, struct slrun_error *error)
{
    size_t i;
    const json_t *line;
    json_array_foreach (report->cases, i, line) {
        struct result *r =
            add(m, report, slrun_text_or(line, "path", "?"), slrun_text_or(line, "name", "?"));
        if (!r)
            return error_set(error, SLRUN_E_MEMORY, "out of memory");
        if (result_from_json(line, r) != 0)
            return error_set(error, SLRUN_E_USAGE, "%s: %s: this result cannot be read",
                             report->file, slrun_text_or(line, "id", "?"));
    }
    return 0;
}

/* What was running when the run was lost. */
static int add_lost(struct merge *m, const struct merge_report *report, struct slrun_error *error)
{
    const char *id;
    json_t *line;
    json_object_foreach (report->begun, id, line) {
        const char *colons = strstr(id, "::");
        char *path = colons ? strndup(id, (size_t)(colons - id)) : NULL;
        struct result *r = path ? add(m, report, path, colons + 2) : NULL;
        free(path);
        if (!r)
            return error_set(error, SLRUN_E_MEMORY, "out of memory");
        r->outcome = OUTCOME_ERROR;
        r->order = SIZE_MAX;
        r->failure = (struct failure){.kind = FAILURE_ERROR,
                                      .summary = strdup("its run ended before it did"),
                                      .text = strdup("E  its run ended before it did")};
    }
    return 0;
}

/* Beside cases -------------------------------------------------------------------------------- */

static int add_fixtures(struct merge *m, const struct merge_report *report)
{
    size_t i;
    const json_t *line;
    json_array_foreach (report->fixtures, i, line) {
        struct fixture_result *f = calloc(1, sizeof *f);
        if (!f)
            return -1;
        f->next = m->fixtures;
        m->fixtures = f;
        if (fixture_from_json(line, f) != 0)
            return -1;
    }
    return 0;
}

static void tell(json_t *list, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static void tell(json_t *list, const char *fmt, ...)
{
    char text[1024];
    va_list args;
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    json_array_append_new(list, result_text(text));
}

/* Every shard of each number of shards, once. */
static void check_shards(struct merge *m)
{
    const struct merge_reports *all = &m->reports;
    for (size_t i = 0; i < all->n; i++) {
        const struct merge_report *r = &all->list[i];
        bool first = r->n > 0;
        for (size_t k = 0; k < i && first; k++)
            first = all->list[k].n != r->n;
        for (unsigned s = 1; first && s <= r->n; s++) {
            size_t k = i;
            while (k < all->n && (all->list[k].n != r->n || all->list[k].shard != s))
                k++;
            if (k == all->n)
                tell(m->missing, "shard %u/%u is missing", s, r->n);
        }
        if (r->n != all->list[0].n ||
            number_of(r->begin, "whole") != number_of(all->list[0].begin, "whole"))
            tell(m->doubts,
                 "%s is shard %u/%u of %" JSON_INTEGER_FORMAT
                 " cases, %s %u/%u of %" JSON_INTEGER_FORMAT,
                 r->file, r->shard, r->n, number_of(r->begin, "whole"), all->list[0].file,
                 all->list[0].shard, all->list[0].n, number_of(all->list[0].begin, "whole"));
    }
}

static void check_ends(struct merge *m)
{
    for (size_t i = 0; i < m->reports.n; i++) {
        const struct merge_report *r = &m->reports.list[i];
        const char *stopped = slrun_text_or(r->end, "stopped", NULL);
        if (!r->end)
            tell(m->missing, "%s: the run did not come to its end", r->file);
        else if (stopped)
            tell(m->doubts, "%s: %s", r->file, stopped);
    }
}

static bool any_stopped(const struct merge *m)
{
    for (size_t i = 0; i < m->reports.n; i++)
        if (slrun_text_or(m->reports.list[i].end, "stopped", NULL))
            return true;
    return false;
}

/* The shards of a whole together have as many cases as the whole, each once; those of a run that
 * was stopped are told as such. */
static void check_whole(struct merge *m)
{
    const struct merge_report *first = &m->reports.list[0];
    size_t whole = (size_t)number_of(first->begin, "whole");
    if (first->n > 0 && whole != m->n && json_array_size(m->missing) == 0 && !any_stopped(m))
        tell(m->missing,
             "the shards have %zu cases of %zu: were they dealt out by different "
             "durations (.slrun/cache)?",
             m->n, whole);
    size_t n = json_array_size(m->twice);
    if (n > 0)
        tell(m->doubts, "%zu case%s in more than one report; the last counts:", n,
             n == 1 ? " is" : "s are");
    for (size_t i = 0; i < n && i < MERGE_TOLD_MAX; i++)
        tell(m->doubts, "  %s", json_string_value(json_array_get(m->twice, i)));
    if (n > MERGE_TOLD_MAX)
        tell(m->doubts, "  and %zu more", n - MERGE_TOLD_MAX);
}

/* Together ------------------------------------------------------------------------------------ */

/* Files by name, the cases of a file in the order of collection. */
static int by_order(const void *a, const void *b)
{
    const struct result *x = a, *y = b;
    int path = strcmp(x->path, y->path);
    if (path)
        return path;
    if (x->order != y->order)
        return x->order < y->order ? -1 : 1;
    return strcmp(x->name, y->name);
}

static void sum_up(struct merge *m)
{
    struct run_summary *s = &m->summary;
    *s = (struct run_summary){.results = m->results,
                              .n_results = m->n,
                              .fixtures = m->fixtures,
                              .errors = m->errors.list,
                              .n_errors = m->errors.n};
    for (size_t i = 0; i < m->n; i++) {
        s->counts[m->results[i].outcome]++;
        for (const struct problem *p = m->results[i].problems; p; p = p->next)
            s->counts[OUTCOME_ERROR]++;
    }
    for (const struct fixture_result *f = m->fixtures; f; f = f->next)
        for (const struct problem *p = f->problems; p; p = p->next)
            s->counts[OUTCOME_ERROR]++;
    for (size_t i = 0; i < m->reports.n; i++) {
        const struct merge_report *r = &m->reports.list[i];
        double seconds = json_number_value(json_object_get(r->end, "seconds"));
        size_t deselected = (size_t)number_of(r->begin, "deselected");
        bool again = r->n > 0 && i > 0 && m->reports.list[0].n > 0; /* shards of one selection */
        s->n_deselected = again ? s->n_deselected : s->n_deselected + deselected;
        s->seconds = seconds > s->seconds ? seconds : s->seconds;
        if (slrun_text_or(r->end, "stopped", NULL))
            s->stop = STOP_SIGNAL;
    }
    if (json_array_size(m->missing) > 0)
        s->stop = STOP_COLLECTION;
    const char *why = json_string_value(json_array_get(m->missing, 0));
    snprintf(m->stopped, sizeof m->stopped, "not the whole: %s", why ? why : "a run ended early");
    s->stopped = s->stop == STOP_NONE ? NULL : m->stopped;
}

int merge_join(struct merge *m, struct slrun_error *error)
{
    for (size_t i = 1; i < m->reports.n; i++)
        m->rebase |= strcmp(m->reports.list[i].prefix, m->reports.list[0].prefix) != 0;
    for (size_t i = 0; i < m->reports.n; i++) {
        const struct merge_report *r = &m->reports.list[i];
        if (add_cases(m, r, error) != 0 || add_lost(m, r, error) != 0)
            return -1;
        if (merge_errors_add(&m->errors, r, m->rebase) != 0 || add_fixtures(m, r) != 0)
            return error_set(error, SLRUN_E_MEMORY, "out of memory");
    }
    check_shards(m);
    check_ends(m);
    check_whole(m);
    if (m->n > 0)
        qsort(m->results, m->n, sizeof *m->results, by_order);
    for (size_t i = 0; i < m->n; i++)
        m->results[i].order = i;
    sum_up(m);
    return 0;
}

/* What all say alike, else "several". */
static const char *common(const struct merge *m, const char *key)
{
    const char *first = slrun_text_or(m->reports.list[0].begin, key, "");
    for (size_t i = 1; i < m->reports.n; i++)
        if (strcmp(slrun_text_or(m->reports.list[i].begin, key, ""), first) != 0)
            return "several";
    return first;
}

static size_t count_files(const struct merge *m)
{
    size_t n = 0;
    for (size_t i = 0; i < m->n; i++)
        n += i == 0 || strcmp(m->results[i].path, m->results[i - 1].path) != 0;
    return n;
}

void merge_info(const struct merge *m, struct run_info *info)
{
    const json_t *begin = m->reports.list[0].begin;
    const char *root = slrun_text_or(begin, "root", NULL);
    *info =
        (struct run_info){.version = common(m, "version"),
                          .run_id = common(m, "run"),
                          .target = common(m, "target"),
                          .region = common(m, "region"),
                          .directory = m->rebase ? root : slrun_text_or(begin, "directory", NULL),
                          .root = root,
                          .n_cases = m->n,
                          .n_files = count_files(m),
                          .n_deselected = m->summary.n_deselected,
                          .n_reports = m->reports.n,
                          .n_errors = m->errors.n,
                          .errors = m->errors.list};
}

const struct run_summary *merge_summary(const struct merge *m)
{
    return &m->summary;
}

const json_t *merge_missing(const struct merge *m)
{
    return m->missing;
}

const json_t *merge_doubts(const struct merge *m)
{
    return m->doubts;
}

void merge_free(struct merge *m)
{
    if (!m)
        return;
    for (size_t i = 0; i < m->n; i++)
        result_free(&m->results[i]);
    free(m->results);
    merge_errors_free(&m->errors);
    for (struct fixture_result *next, *f = m->fixtures; f; f = next) {
        next = f->next;
        problems_free(f->problems);
        free(f);
    }
    merge_reports_free(&m->reports);
    json_decref(m->ids);
    json_decref(m->names);
    json_decref(m->twice);
    json_decref(m->missing);
    json_decref(m->doubts);
    free(m);
}
