/* SPDX-License-Identifier: Apache-2.0 */
/* The sections about what went wrong, each failure as --tb wants it. */
#include <ctype.h>
#include <string.h>

#include "report/term_state.h"

static bool is_expectation(const char *line)
{
    return strncmp(line, "E  ", 3) == 0;
}

/* As far as --tb=short tells: to the last of the first lines that say what was expected. */
static size_t short_length(const char *text)
{
    size_t length = 0;
    bool told = false;
    for (const char *line = text; *line;) {
        size_t n = strcspn(line, "\n");
        bool expectation = is_expectation(line);
        if (told && !expectation)
            break;
        told = expectation;
        line += n + (line[n] == '\n');
        length = (size_t)(line - text);
    }
    return length;
}

static void text_block(const struct term *t, const char *text)
{
    const char *end = text + (t->o.traceback == TERM_SHORT ? short_length(text) : strlen(text));
    for (const char *line = text; line < end;) {
        size_t n = strcspn(line, "\n");
        term_paint(t, is_expectation(line) ? RED : PLAIN, "%.*s\n", (int)n, line);
        line += n + (line[n] == '\n');
    }
}

static void title_of(const struct term *t, const char *before, const char *path, const char *name)
{
    struct buf title = BUF_INIT(TERM_TEXT_MAX);
    buf_printf(&title, "%s%s%s%s", before, path, name ? "::" : "", name ? name : "");
    term_rule(t, RED, '_', buf_str(&title));
    buf_free(&title);
}

static void attachments(const struct term *t, const struct attachment *a)
{
    for (; a; a = a->next)
        term_print(t, "attached: %s (%zu byte%s)\n", a->name, a->size, a->size == 1 ? "" : "s");
}

static void captured(const struct term *t, const struct result *r)
{
    if (!r->notes || t->o.says)
        return;
    term_rule(t, PLAIN, '-', "Captured output");
    fputs(r->notes, t->o.out); /* raw, as pytest's */
}

/* Tries before the last, a line each, the first of them first. */
static void earlier_lines(const struct term *t, const struct result *e)
{
    if (!e)
        return;
    earlier_lines(t, e->earlier);
    term_print(t, "try %u %s: %s\n", e->tries + 1, outcome_word(e->outcome),
               e->failure.summary ? e->failure.summary : "");
}

/* The bytes of the place that a failure's text begins with ("orders.lua:12", a line of its own). */
static size_t place_of(const char *text)
{
    size_t n = text ? strcspn(text, "\n") : 0, digits = 0;
    while (digits < n && isdigit((unsigned char)text[n - digits - 1]))
        digits++;
    return digits > 0 && digits < n && text[n - digits - 1] == ':' ? n : 0;
}

/* --tb=line: where, or else where it is declared, and what; errors of Lua say where themselves. */
static void line_block(const struct term *t, const char *path, int line, const struct failure *f)
{
    const char *summary = f->summary ? f->summary : "";
    int n = (int)place_of(f->text);
    if (n == 0)
        term_print(t, "%s:%d: %s\n", path, line, summary);
    else if (strncmp(summary, f->text, (size_t)n) == 0 && strncmp(summary + n, ": ", 2) == 0)
        term_print(t, "%s\n", summary);
    else
        term_print(t, "%.*s: %s\n", n, f->text, summary);
}

/* One failure of a case: its own, with what it leaves beside (tries before it, attachments, what it
 * has said), or (`p`) that of a step of its clean-up. */
static void failure_block(const struct term *t, const char *before, const struct result *r,
                          const struct problem *p)
{
    const struct failure *failure = p ? &p->failure : &r->failure;
    if (t->o.traceback == TERM_LINE) {
        line_block(t, r->path, r->line, failure);
        return;
    }
    title_of(t, before, r->path, r->name);
    if (p)
        term_print(t, "%s\n", p->what);
    text_block(t, failure->text ? failure->text : "");
    if (p)
        return;
    earlier_lines(t, r->earlier);
    attachments(t, r->attachments);
    captured(t, r);
}

static void show_fixtures(const struct term *t, const struct run_summary *s)
{
    for (const struct fixture_result *f = s->fixtures; f; f = f->next) {
        for (const struct problem *p = f->problems; p; p = p->next) {
            char title[512];
            snprintf(title, sizeof title, "ERROR in clean-up of fixture '%s' (%s:%d)", f->name,
                     f->path, f->line);
            if (t->o.traceback == TERM_LINE) {
                line_block(t, f->path, f->line, &p->failure);
                continue;
            }
            term_rule(t, RED, '_', title);
            term_print(t, "%s\n", p->what);
            text_block(t, p->failure.text);
        }
    }
}

/* A try that failed before one passed, and those before it, the first of them first. */
static void show_tries(const struct term *t, const struct result *e)
{
    char before[32];
    if (!e)
        return;
    show_tries(t, e->earlier);
    snprintf(before, sizeof before, "try %u of ", e->tries + 1);
    struct result alone = *e;
    alone.earlier = NULL; /* those have been shown */
    failure_block(t, before, &alone, NULL);
}

static void show_flaky(const struct term *t, const struct run_summary *s)
{
    for (size_t i = 0; i < s->n_results; i++)
        if (s->results[i].outcome == OUTCOME_FLAKY)
            show_tries(t, s->results[i].earlier);
}

static void show_errors(const struct term *t, const struct run_summary *s)
{
    for (size_t i = 0; i < s->n_errors; i++) {
        const char *text = s->errors[i].text;
        bool short_one = t->o.traceback == TERM_LINE;
        if (!short_one)
            title_of(t, "ERROR collecting ", s->errors[i].path, NULL);
        term_print(t, "%.*s\n", (int)(short_one ? strcspn(text, "\n") : strlen(text)), text);
    }
    for (size_t i = 0; i < s->n_results; i++) {
        const struct result *r = &s->results[i];
        if (r->outcome == OUTCOME_ERROR && r->failure.text)
            failure_block(t, "ERROR in ", r, NULL);
        for (const struct problem *p = r->problems; p; p = p->next)
            failure_block(t, "ERROR in clean-up of ", r, p);
    }
    show_fixtures(t, s);
}

static void show_failures(const struct term *t, const struct run_summary *s)
{
    for (size_t i = 0; i < s->n_results; i++) {
        const struct result *r = &s->results[i];
        if (r->name && (r->outcome == OUTCOME_FAILED || r->outcome == OUTCOME_TIMEOUT) &&
            r->failure.text)
            failure_block(t, "", r, NULL);
    }
}

void term_failures(const struct term *t, const struct run_summary *s)
{
    if (t->o.traceback == TERM_NO)
        return;
    if (s->counts[OUTCOME_ERROR] || s->n_errors) {
        term_rule(t, BOLD, '=', "ERRORS");
        show_errors(t, s);
    }
    if (s->counts[OUTCOME_FAILED] || s->counts[OUTCOME_TIMEOUT]) {
        term_rule(t, BOLD, '=', "FAILURES");
        show_failures(t, s);
    }
    if (s->counts[OUTCOME_FLAKY]) {
        term_rule(t, BOLD, '=', "FLAKY");
        show_flaky(t, s);
    }
}

void term_passes(const struct term *t, const struct run_summary *s)
{
    bool any = false;
    if (!strchr(t->o.shown, 'P') || t->o.says)
        return;
    for (size_t i = 0; i < s->n_results; i++) {
        const struct result *r = &s->results[i];
        if (!r->name || !r->notes || (r->outcome != OUTCOME_PASSED && r->outcome != OUTCOME_FLAKY))
            continue;
        if (!any)
            term_rule(t, BOLD, '=', "PASSES");
        any = true;
        title_of(t, "", r->path, r->name);
        captured(t, r);
    }
}
