/* SPDX-License-Identifier: Apache-2.0 */
#include "report/merge_read.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>

#include "base/error.h"
#include "base/file.h"
#include "report/jsonl.h"
#include "run/collect/path.h"

#define REPORTS_WANTED "run the specs with --report-json FILE, and merge these files"

/* Where it ran: what lies between the root of the project and the directory. */
static bool find_place(struct merge_report *r)
{
    const char *directory = slrun_text(r->begin, "directory"), *root = slrun_text(r->begin, "root");
    size_t n = root ? strlen(root) : 0;
    bool below = directory && n > 1 && strncmp(directory, root, n) == 0 && directory[n] == '/';
    size_t size = below ? strlen(directory + n + 1) + 2 : 1;
    r->root = root ? strdup(root) : NULL;
    r->prefix = malloc(size);
    if (r->prefix && below)
        snprintf(r->prefix, size, "%s/", directory + n + 1);
    else if (r->prefix)
        *r->prefix = '\0';
    return r->prefix && (r->root || !root);
}

/* Room for one more. */
static int grow(struct merge_reports *reports, struct slrun_error *error)
{
    size_t cap = reports->cap ? reports->cap * 2 : 16;
    if (reports->n == MERGE_REPORTS_MAX)
        return error_set(error, SLRUN_E_USAGE, "%s: more than %d reports",
                         reports->files[reports->n_files - 1], MERGE_REPORTS_MAX);
    if (reports->n < reports->cap)
        return 0;
    struct merge_report *more = realloc(reports->list, cap * sizeof *more);
    if (!more)
        return error_set(error, SLRUN_E_MEMORY, "out of memory");
    reports->list = more;
    reports->cap = cap;
    return 0;
}

/* The shard that a report says it is of; none where that cannot be. */
static struct shard shard_of(const json_t *line)
{
    struct shard shard = {0};
    struct slrun_error ignored = {0};
    const char *text = slrun_text(line, "shard");
    if (text)
        (void)shard_read(text, &shard, &ignored);
    error_clear(&ignored);
    return shard;
}

static int begin_report(struct merge_reports *reports, json_t *line, struct slrun_error *error)
{
    if (grow(reports, error) != 0)
        return -1;
    struct shard shard = shard_of(line);
    struct merge_report *r = &reports->list[reports->n++];
    *r = (struct merge_report){.file = reports->files[reports->n_files - 1],
                               .begin = json_incref(line),
                               .cases = json_array(),
                               .fixtures = json_array(),
                               .begun = json_object(),
                               .shard = shard.i,
                               .n = shard.n};
    return r->cases && r->fixtures && r->begun && find_place(r)
               ? 0
               : error_set(error, SLRUN_E_MEMORY, "out of memory");
}

static int take_line(struct merge_reports *reports, size_t first, json_t *line,
                     struct slrun_error *error)
{
    const char *event = slrun_text(line, "event"), *id = slrun_text(line, "id");
    bool ends = event && strcmp(event, "run_end") == 0;
    if (event && strcmp(event, "run_begin") == 0)
        return begin_report(reports, line, error);
    /* a run whose files could not be collected has an end only */
    bool lone = ends && (reports->n == first || reports->list[reports->n - 1].end);
    if (lone && begin_report(reports, line, error) != 0)
        return -1;
    if (!event || reports->n == first)
        return -1;
    struct merge_report *r = &reports->list[reports->n - 1];
    if (strcmp(event, "case_begin") == 0 && id) {
        json_object_set(r->begun, id, line);
    } else if (strcmp(event, "case_end") == 0 && id) {
        json_object_del(r->begun, id);
        json_array_append(r->cases, line);
    } else if (strcmp(event, "fixture_end") == 0) {
        if (json_array_size(json_object_get(line, "problems")) > 0)
            json_array_append(r->fixtures, line);
    } else if (ends) {
        r->end = json_incref(line);
    }
    return 0;
}

static bool is_ours(const json_t *line)
{
    const char *schema = slrun_text(line, "schema");
    return schema && strcmp(schema, JSONL_SCHEMA) == 0;
}

static int no_report(const char *path, size_t number, struct slrun_error *error)
{
    if (error->kind == SLRUN_E_NONE) {
        error_set(error, SLRUN_E_USAGE, "%s:%zu: this is no report of --report-json (%s)", path,
                  number, JSONL_SCHEMA);
        error_hint(error, REPORTS_WANTED);
    }
    return -1;
}

static int read_lines(struct merge_reports *reports, FILE *file, struct slrun_error *error)
{
    const char *path = reports->files[reports->n_files - 1];
    size_t number = 0, first = reports->n;
    struct buf text = BUF_INIT(MERGE_LINE_MAX);
    int result = 0;
    while (result == 0 && file_line(file, &text)) {
        bool whole = text.data[text.len - 1] == '\n';
        json_t *line = json_loadb(text.data, text.len, 0, NULL);
        number++;
        if ((!line && whole) ||
            (line && (!is_ours(line) || take_line(reports, first, line, error))))
            result = no_report(path, number, error);
        json_decref(line);
    }
    int problem = ferror(file) ? errno : text.failed ? EFBIG : 0;
    buf_free(&text);
    if (result == 0 && problem) {
        error_set(error, SLRUN_E_USAGE, "%s: no report of --report-json can be read: %s", path,
                  strerror(problem));
        return error_hint(error, REPORTS_WANTED);
    }
    return result == 0 && reports->n == first ? no_report(path, 1, error) : result;
}

int merge_reports_read(struct merge_reports *reports, const char *path, struct slrun_error *error)
{
    char **more = realloc(reports->files, (reports->n_files + 1) * sizeof *more);
    char *name = strdup(path);
    if (more)
        reports->files = more;
    if (!more || !name) {
        free(name);
        return error_set(error, SLRUN_E_MEMORY, "out of memory");
    }
    reports->files[reports->n_files++] = name;
    FILE *file = file_open(path);
    if (!file) {
        error_set(error, SLRUN_E_USAGE, "%s: no report of --report-json can be read: %s", path,
                  file_why(errno));
        return error_hint(error, REPORTS_WANTED);
    }
    int result = read_lines(reports, file, error);
    fclose(file);
    return result;
}

void merge_reports_free(struct merge_reports *reports)
{
    for (size_t i = 0; i < reports->n; i++) {
        struct merge_report *r = &reports->list[i];
        json_decref(r->begin);
        json_decref(r->end);
        json_decref(r->cases);
        json_decref(r->fixtures);
        json_decref(r->begun);
        free(r->prefix);
        free(r->root);
    }
    free(reports->list);
    for (size_t i = 0; i < reports->n_files; i++)
        free(reports->files[i]);
    free(reports->files);
}

char *merge_rebased(const struct merge_report *r, const char *path, bool rebase)
{
    char whole[PATH_MAX], tidy[PATH_MAX];
    size_t n = r->root ? strlen(r->root) : 0;
    if (*path == '/') /* a spec outside of the directory where it ran */
        return strdup(rebase && n > 1 && path_is_in(path, r->root) && path[n] ? path + n + 1
                                                                              : path);
    if (!rebase)
        return strdup(path);
    int length = snprintf(whole, sizeof whole, "%s%s", r->prefix, path);
    if (length < 0 || (size_t)length >= sizeof whole ||
        path_tidy(whole, (size_t)length, tidy, sizeof tidy) != 0)
        return strdup(path);
    return strdup(tidy);
}
