/* SPDX-License-Identifier: Apache-2.0 */
#include "report/term.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "lua/listen.h"

enum { UNCLAIMED_SHOWN = 5 }; /* sources */

enum color { PLAIN, RED, GREEN, YELLOW, BOLD };

static const char *const escapes[] = {"\033[0m", "\033[31m", "\033[32m", "\033[33m", "\033[1m"};

static const enum color outcome_colors[OUTCOME_COUNT] = {
    [OUTCOME_PASSED] = GREEN,   [OUTCOME_FAILED] = RED,     [OUTCOME_ERROR] = RED,
    [OUTCOME_SKIPPED] = YELLOW, [OUTCOME_XFAILED] = YELLOW, [OUTCOME_XPASSED] = YELLOW,
    [OUTCOME_FLAKY] = YELLOW,   [OUTCOME_TIMEOUT] = RED};

struct term {
    struct term_options o;
    size_t total, seen;
    unsigned column;
};

struct term *term_new(const struct term_options *options)
{
    struct term *t = calloc(1, sizeof *t);
    if (t)
        t->o = *options;
    return t;
}

void term_free(struct term *t)
{
    free(t);
}

void term_break(struct term *t)
{
    if (t->column)
        fputc('\n', t->o.out);
    t->column = 0;
    fflush(t->o.out);
}

static void paint(const struct term *t, enum color color, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

static void paint(const struct term *t, enum color color, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    if (t->o.color && color != PLAIN)
        fputs(escapes[color], t->o.out);
    vfprintf(t->o.out, fmt, args);
    if (t->o.color && color != PLAIN)
        fputs(escapes[PLAIN], t->o.out);
    va_end(args);
}

/* "===== text =====", as wide as the terminal. */
static void rule(const struct term *t, enum color color, char mark, const char *text)
{
    char line[512];
    size_t width = t->o.width < sizeof line ? t->o.width : sizeof line - 1;
    size_t n = strlen(text) + 2, side = width > n ? (width - n) / 2 : 1;
    if (side < 1)
        side = 1;
    memset(line, mark, side);
    line[side] = '\0';
    paint(t, color, "%s %s %s", line, text, line);
    if (n + 2 * side < width)
        paint(t, color, "%c", mark);
    fputc('\n', t->o.out);
}

static void on_run_begin(void *self, const struct run_info *info)
{
    struct term *t = self;
    t->total = info->n_cases;
    if (t->o.verbosity < 0) {
        if (info->seed && t->o.verbosity == -1)
            fprintf(t->o.out, "shuffled by --seed %u\n", info->seed);
        return;
    }
    rule(t, BOLD, '=', info->n_reports ? "slrun merge" : "slrun run starts");
    fprintf(t->o.out, "slrun %s, run %s, target %s", info->version, info->run_id, info->target);
    if (info->endpoint)
        fprintf(t->o.out, " (%s)", info->endpoint);
    fprintf(t->o.out, ", region %s", info->region);
    if (info->jobs)
        fprintf(t->o.out, ", -j %u", info->jobs);
    if (info->n_reports)
        fprintf(t->o.out, ", %zu report%s", info->n_reports, info->n_reports == 1 ? "" : "s");
    fputc('\n', t->o.out);
    for (const char *const *note = info->notes; note && *note; note++)
        fprintf(t->o.out, "%s\n", *note);
    if (info->seed)
        fprintf(t->o.out, "shuffled by --seed %u\n", info->seed);
    size_t all = info->n_cases + info->n_deselected;
    fprintf(t->o.out, "collected %zu case%s in %zu file%s", all, all == 1 ? "" : "s", info->n_files,
            info->n_files == 1 ? "" : "s");
    if (info->n_errors)
        fprintf(t->o.out, " / %zu error%s", info->n_errors, info->n_errors == 1 ? "" : "s");
    if (info->n_deselected)
        fprintf(t->o.out, " / %zu deselected / %zu selected", info->n_deselected, info->n_cases);
    if (info->shard)
        fprintf(t->o.out, "\nshard %s: %zu of %zu cases", info->shard, info->n_cases,
                info->n_whole);
    if (info->recall)
        fprintf(t->o.out, "\n%s", info->recall);
    fputs("\n\n", t->o.out);
    fflush(t->o.out);
}

static unsigned percent(const struct term *t)
{
    return t->total ? (unsigned)(t->seen * 100 / t->total) : 100;
}

static void progress_percent(struct term *t)
{
    fprintf(t->o.out, "%*s[%3u%%]\n", (int)(t->o.width - 7 - t->column) + 1, "", percent(t));
    t->column = 0;
    fflush(t->o.out);
}

/* Whole lines leave at once, also into a pipe: who reads the log of a run that hangs sees how far
 * it came. */
static void verbose_line(struct term *t, const struct result *r)
{
    enum outcome outcome = r->outcome;
    int n = fprintf(t->o.out, "%s::%s ", r->path, r->name);
    paint(t, outcome_colors[outcome], "%s", outcome_verbose(outcome));
    n += (int)strlen(outcome_verbose(outcome));
    const char *why = outcome == OUTCOME_SKIPPED ? r->failure.summary : r->expected;
    if (why)
        n += fprintf(t->o.out, " (%s)", why);
    if (r->tries)
        n += fprintf(t->o.out, " (try %u)", r->tries + 1);
    int gap = (int)t->o.width - 7 - n;
    fprintf(t->o.out, "%*s[%3u%%]\n", gap > 1 ? gap : 1, "", percent(t));
}

static void attachments(const struct term *t, const struct attachment *a)
{
    for (; a; a = a->next)
        fprintf(t->o.out, "attached: %s (%zu byte%s)\n", a->name, a->size, a->size == 1 ? "" : "s");
}

static void on_case_end(void *self, const struct result *r)
{
    struct term *t = self;
    t->seen++;
    if (t->o.verbosity > 0) {
        verbose_line(t, r);
        attachments(t, r->attachments);
        fflush(t->o.out);
        return;
    }
    char letters[3] = {outcome_letter(r->outcome), r->problems ? 'E' : '\0', '\0'};
    paint(t, r->problems ? RED : outcome_colors[r->outcome], "%s", letters);
    t->column += (unsigned)strlen(letters);
    if (t->column + 9 >= t->o.width || t->seen == t->total)
        progress_percent(t);
    if (t->o.windowed)
        fflush(t->o.out);
}

static void text_block(const struct term *t, const char *text)
{
    for (const char *line = text; *line;) {
        size_t n = strcspn(line, "\n");
        paint(t, strncmp(line, "E  ", 3) == 0 ? RED : PLAIN, "%.*s\n", (int)n, line);
        line += n + (line[n] == '\n');
    }
}

static void case_title(const struct term *t, const char *before, const struct result *r)
{
    char title[512];
    snprintf(title, sizeof title, "%s%s::%s", before, r->path, r->name);
    rule(t, RED, '_', title);
}

/* What a case leaves beside its failure: attachments, tries before the last, what it has said. */
static void notes_block(const struct term *t, const struct result *r)
{
    for (const struct result *e = r->earlier; e; e = e->earlier)
        fprintf(t->o.out, "try %u %s: %s\n", e->tries + 1, outcome_word(e->outcome),
                e->failure.summary ? e->failure.summary : "");
    attachments(t, r->attachments);
    if (!r->notes)
        return;
    rule(t, PLAIN, '-', "Captured output");
    fprintf(t->o.out, "%s", r->notes);
}

static void show_fixtures(const struct term *t, const struct run_summary *s)
{
    for (const struct fixture_result *f = s->fixtures; f; f = f->next) {
        for (const struct problem *p = f->problems; p; p = p->next) {
            char title[512];
            snprintf(title, sizeof title, "ERROR in clean-up of fixture '%s' (%s:%d)", f->name,
                     f->path, f->line);
            rule(t, RED, '_', title);
            fprintf(t->o.out, "%s\n", p->what);
            text_block(t, p->failure.text);
        }
    }
}

/* The tries that failed before one passed. */
static void show_flaky(const struct term *t, const struct run_summary *s)
{
    for (size_t i = 0; i < s->n_results; i++) {
        const struct result *r = &s->results[i];
        for (const struct result *e = r->outcome == OUTCOME_FLAKY ? r->earlier : NULL; e;
             e = e->earlier) {
            char before[32];
            snprintf(before, sizeof before, "try %u of ", e->tries + 1);
            case_title(t, before, r);
            text_block(t, e->failure.text ? e->failure.text : "");
            notes_block(t, e);
        }
    }
}

static void show_errors(const struct term *t, const struct run_summary *s)
{
    for (size_t i = 0; i < s->n_errors; i++) {
        char title[512];
        snprintf(title, sizeof title, "ERROR collecting %s", s->errors[i].path);
        rule(t, RED, '_', title);
        fprintf(t->o.out, "%s\n", s->errors[i].text);
    }
    for (size_t i = 0; i < s->n_results; i++) {
        const struct result *r = &s->results[i];
        if (r->outcome == OUTCOME_ERROR && r->failure.text) {
            case_title(t, "ERROR in ", r);
            text_block(t, r->failure.text);
            notes_block(t, r);
        }
        for (const struct problem *p = r->problems; p; p = p->next) {
            case_title(t, "ERROR in clean-up of ", r);
            fprintf(t->o.out, "%s\n", p->what);
            text_block(t, p->failure.text);
        }
    }
    show_fixtures(t, s);
}

static bool is_failure(const struct result *r)
{
    return r->name && (r->outcome == OUTCOME_FAILED || r->outcome == OUTCOME_TIMEOUT) &&
           r->failure.text;
}

static void show_failures(const struct term *t, const struct run_summary *s)
{
    for (size_t i = 0; i < s->n_results; i++) {
        if (!is_failure(&s->results[i]))
            continue;
        case_title(t, "", &s->results[i]);
        text_block(t, s->results[i].failure.text);
        notes_block(t, &s->results[i]);
    }
}

static void short_line(const struct term *t, const struct result *r)
{
    paint(t, RED, "%s", outcome_verbose(r->outcome));
    fprintf(t->o.out, " %s::%s - %s\n", r->path, r->name, r->failure.summary);
}

static void short_errors(const struct term *t, const struct result *r)
{
    if (r->outcome == OUTCOME_ERROR && r->failure.text)
        short_line(t, r);
    for (const struct problem *p = r->problems; p; p = p->next) {
        paint(t, RED, "ERROR");
        fprintf(t->o.out, " %s::%s - clean-up of %s: %s\n", r->path, r->name, p->what,
                p->failure.summary);
    }
}

/* Failures first, as pytest's -r fE. */
static void show_short(const struct term *t, const struct run_summary *s)
{
    rule(t, BOLD, '=', "short test summary info");
    for (size_t i = 0; i < s->n_results; i++)
        if (is_failure(&s->results[i]))
            short_line(t, &s->results[i]);
    for (size_t i = 0; i < s->n_results; i++)
        short_errors(t, &s->results[i]);
    for (const struct fixture_result *f = s->fixtures; f; f = f->next) {
        for (const struct problem *p = f->problems; p; p = p->next) {
            paint(t, RED, "ERROR");
            fprintf(t->o.out, " %s - clean-up of fixture '%s': ", f->spec ? f->spec : f->path,
                    f->name);
            if (strncmp(p->what, "fixture ", 8) != 0)
                fprintf(t->o.out, "%s: ", p->what);
            fprintf(t->o.out, "%s\n", p->failure.summary);
        }
    }
    for (size_t i = 0; i < s->n_errors; i++) {
        paint(t, RED, "ERROR");
        fprintf(t->o.out, " %s - %.*s\n", s->errors[i].path, (int)strcspn(s->errors[i].text, "\n"),
                s->errors[i].text);
    }
}

/* What listeners heard, and gave back because no case wanted it. */
static void show_unclaimed(const struct term *t, const struct run_summary *s)
{
    size_t n = 0, more = 0;
    for (const struct listen_unclaimed *u = s->unclaimed; u; u = u->next) {
        if (++n > UNCLAIMED_SHOWN)
            more += u->records;
        else
            fprintf(t->o.out, "%zu record%s claimed by no listener: %s\n", u->records,
                    u->records == 1 ? "" : "s", u->source);
    }
    if (more)
        fprintf(t->o.out, "%zu record%s claimed by no listener: %zu more sources\n", more,
                more == 1 ? "" : "s", n - UNCLAIMED_SHOWN);
}

/* The counts, in pytest's order: "1 failed, 2 passed, 3 deselected". Their length. */
static size_t counts_text(const struct run_summary *s, char *text, size_t size)
{
    size_t n = 0;
    for (int i = 0; i < OUTCOME_COUNT; i++) {
        size_t count = s->counts[i] + (i == OUTCOME_ERROR ? s->n_errors : 0);
        if (count > 0)
            n += (size_t)snprintf(text + n, size - n, "%s%zu %s%s", n ? ", " : "", count,
                                  outcome_word((enum outcome)i),
                                  i == OUTCOME_ERROR && count != 1 ? "s" : "");
        if (i == OUTCOME_SKIPPED && s->n_deselected)
            n += (size_t)snprintf(text + n, size - n, "%s%zu deselected", n ? ", " : "",
                                  s->n_deselected);
    }
    return n;
}

static void last_line(const struct term *t, const struct run_summary *s)
{
    char text[256] = "";
    size_t n = counts_text(s, text, sizeof text);
    size_t bad = s->n_errors + outcomes_failing(s->counts);
    if (n == 0)
        n += (size_t)snprintf(text, sizeof text, "no tests ran");
    n += (size_t)snprintf(text + n, sizeof text - n, " in %.2fs", s->seconds);
    if (s->seconds >= 60)
        snprintf(text + n, sizeof text - n, " (%d:%02d:%02d)", (int)s->seconds / 3600,
                 (int)s->seconds / 60 % 60, (int)s->seconds % 60);
    bool doubts =
        !s->counts[OUTCOME_PASSED] || s->counts[OUTCOME_XPASSED] || s->counts[OUTCOME_FLAKY];
    enum color color = bad ? RED : doubts ? YELLOW : GREEN;
    if (t->o.verbosity < 0)
        paint(t, color, "%s\n", text);
    else
        rule(t, color, '=', text);
}

/* Between the letters of progress it has a line of its own. */
static void on_notice(void *self, const char *text)
{
    struct term *t = self;
    if (t->o.verbosity < 0)
        return;
    if (t->column)
        fputc('\n', t->o.out);
    t->column = 0;
    fprintf(t->o.out, "%s\n", text);
    fflush(t->o.out);
}

static void on_run_end(void *self, const struct run_summary *s)
{
    struct term *t = self;
    bool errors = s->counts[OUTCOME_ERROR] || s->n_errors;
    bool failures = s->counts[OUTCOME_FAILED] || s->counts[OUTCOME_TIMEOUT];
    if (t->column)
        progress_percent(t);
    if (errors) {
        rule(t, BOLD, '=', "ERRORS");
        show_errors(t, s);
    }
    if (failures) {
        rule(t, BOLD, '=', "FAILURES");
        show_failures(t, s);
    }
    if (s->counts[OUTCOME_FLAKY]) {
        rule(t, BOLD, '=', "FLAKY");
        show_flaky(t, s);
    }
    if (errors || failures)
        show_short(t, s);
    show_unclaimed(t, s);
    if (s->stopped)
        rule(t, RED, '!', s->stopped);
    last_line(t, s);
    fflush(t->o.out);
}

const struct observer term_observer = {
    .run_begin = on_run_begin,
    .case_end = on_case_end,
    .notice = on_notice,
    .run_end = on_run_end,
};
