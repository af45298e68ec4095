/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/reports.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/error.h"
#include "report/behind.h"
#include "report/github.h"
#include "report/har.h"
#include "report/html.h"
#include "report/jsonl.h"
#include "report/junit.h"
#include "report/tap.h"
#include "report/term.h"
#include "report/trace.h"
#include "run/collect/path.h"

static const struct {
    size_t option; /* of struct report_options: the file's name */
    const struct reporter_kind *kind;
} kinds[] = {
    {offsetof(struct report_options, junit), &junit_reporter},
    {offsetof(struct report_options, tap), &tap_reporter},
    {offsetof(struct report_options, json), &jsonl_reporter},
    {offsetof(struct report_options, trace), &har_reporter},
    {offsetof(struct report_options, html), &html_reporter},
};

enum { KINDS = sizeof kinds / sizeof kinds[0] };

enum { EVERY_MS = 10 }; /* what happens in so long a time is written together */

struct reports {
    struct reporters all;
    struct reporters files; /* that are written as cases end */
    struct behind *behind;  /* tells `files` */
    void *opened[KINDS];    /* NULL: not asked for */
    struct github github;
    struct trace trace;
    uv_timer_t *later; /* what was told is to be written; or NULL */
    uint64_t flushed_ns;
};

static void flush(struct reports *r)
{
    uv_timer_stop(r->later);
    r->flushed_ns = clock_mono_ns();
    reporters_observer.flush(&r->all);
}

static void on_later(uv_timer_t *later)
{
    flush(later->data);
}

static void later(struct reports *r)
{
    if (!uv_is_active((uv_handle_t *)r->later))
        uv_timer_start(r->later, on_later, EVERY_MS, 0);
}

/* Lua code may run for long before the loop comes to the timer. */
static void now_or_later(struct reports *r)
{
    if (clock_mono_ns() - r->flushed_ns > EVERY_MS * 1000000u)
        flush(r);
    else
        later(r);
}

static void on_case_begin(void *self, const struct result *result)
{
    (void)result;
    later(self);
}

static void on_case_end(void *self, const struct result *result)
{
    (void)result;
    now_or_later(self);
}

static void on_call_end(void *self, const struct call_end *call)
{
    (void)call;
    now_or_later(self);
}

/* Comes last of all reporters. */
static const struct observer keeps_up = {
    .case_begin = on_case_begin, .case_end = on_case_end, .call_end = on_call_end};

void reports_follow(struct reports *r, uv_loop_t *loop)
{
    behind_start(r->behind);
    r->later = calloc(1, sizeof *r->later);
    if (!r->later)
        return;
    uv_timer_init(loop, r->later);
    r->later->data = r;
    uv_unref((uv_handle_t *)r->later);
    reporters_add(&r->all, &keeps_up, r);
}

static void on_later_closed(uv_handle_t *handle)
{
    free(handle);
}

/* "": it is not asked for. */
static const char *file_of(const struct report_options *options, size_t kind)
{
    const char *const *path = (const void *)((const char *)options + kinds[kind].option);
    return *path ? *path : "";
}

/* `--html specs/orders.lua`, where a name was forgotten. */
static bool is_spec(const char *path)
{
    size_t n = strlen(path);
    return n > 4 && strcmp(path + n - 4, ".lua") == 0;
}

/* Two reports in one file would write over each other, and one over a spec would replace it. */
static int check_file(const struct reports *r, const struct report_options *options, size_t kind,
                      struct slrun_error *error)
{
    struct stat is, other;
    const char *path = file_of(options, kind);
    if (stat(path, &is) != 0 || !S_ISREG(is.st_mode))
        return 0;
    if (is_spec(path)) {
        error_set(error, SLRUN_E_USAGE, "%s: a report there would replace this Lua file", path);
        return error_hint(error, "an option such as --html takes the file to write: --html "
                                 "report.html");
    }
    for (size_t i = 0; i < kind; i++)
        if (r->opened[i] && stat(file_of(options, i), &other) == 0 && is.st_dev == other.st_dev &&
            is.st_ino == other.st_ino) {
            error_set(error, SLRUN_E_USAGE, "%s: two reports are to be written to it", path);
            return error_hint(error, "give each report a file of its own");
        }
    return 0;
}

static int open_kinds(struct reports *r, const struct report_options *options,
                      struct slrun_error *error)
{
    for (size_t i = 0; i < KINDS; i++) {
        const char *path = file_of(options, i);
        if (!*path)
            continue;
        if (check_file(r, options, i, error) != 0)
            return -1;
        r->opened[i] = kinds[i].kind->open(path, error);
        if (!r->opened[i])
            return -1;
        reporters_add(&r->files, kinds[i].kind->observer, r->opened[i]);
    }
    return 0;
}

static int open_files(struct reports *r, const struct report_options *options,
                      struct slrun_error *error)
{
    if (open_kinds(r, options, error) != 0)
        return -1;
    r->behind = behind_new(&r->files);
    if (!r->behind)
        return error_set(error, SLRUN_E_MEMORY, "out of memory");
    reporters_add(&r->all, &behind_observer, r->behind);
    return 0;
}

static int open_github(struct reports *r, const char *when, struct slrun_error *error)
{
    const char *there = getenv("GITHUB_ACTIONS");
    bool yes = when && strcmp(when, "yes") == 0, no = when && strcmp(when, "no") == 0;
    if (when && !yes && !no && strcmp(when, "auto") != 0)
        return error_set(error, SLRUN_E_USAGE, "--github: '%s' is none of yes, no and auto", when);
    r->github = (struct github){.out = stdout, .summary = getenv("GITHUB_STEP_SUMMARY")};
    char directory[GITHUB_PATH_MAX], root[GITHUB_PATH_MAX];
    path_here(directory, sizeof directory, root, sizeof root);
    github_place(&r->github, directory, root, getenv("GITHUB_WORKSPACE"));
    if (yes || (!no && there && strcmp(there, "true") == 0))
        reporters_add(&r->all, &github_observer, &r->github);
    return 0;
}

static void end_line(void *term)
{
    term_break(term);
}

/* Without a file, as lines between those of the terminal. */
static void open_trace(struct reports *r, const char *file, const struct reporter *terminal)
{
    if (!file || *file)
        return;
    r->trace = (struct trace){.fd = STDERR_FILENO};
    if (terminal) {
        r->trace.before = end_line;
        r->trace.arg = terminal->self;
    }
    reporters_add(&r->all, &trace_observer, &r->trace);
}

struct reports *reports_open(const struct report_options *options, const struct reporter *terminal,
                             struct slrun_error *error)
{
    struct reports *r = calloc(1, sizeof *r);
    if (!r) {
        error_set(error, SLRUN_E_MEMORY, "out of memory");
        return NULL;
    }
    if (terminal)
        reporters_add(&r->all, terminal->observer, terminal->self);
    open_trace(r, options->trace, terminal);
    if (open_files(r, options, error) == 0 && open_github(r, options->github, error) == 0)
        return r;
    reports_close(r, NULL);
    return NULL;
}

struct reporters *reports_all(struct reports *r)
{
    return &r->all;
}

unsigned reports_calls(const struct reports *r)
{
    return reporters_calls(&r->all) | reporters_calls(&r->files);
}

int reports_close(struct reports *r, report_tell *tell)
{
    int result = 0;
    if (r)
        behind_free(r->behind);
    for (size_t i = 0; r && i < KINDS; i++) {
        struct slrun_error error = {0};
        if (r->opened[i] && kinds[i].kind->close(r->opened[i], &error) != 0) {
            if (tell)
                tell(&error);
            result = -1;
        }
        error_clear(&error);
    }
    if (r && r->later)
        uv_close((uv_handle_t *)r->later, on_later_closed);
    free(r);
    return result;
}
