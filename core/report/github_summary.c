/* SPDX-License-Identifier: Apache-2.0 */
#include "report/github_summary.h"

#include <stdio.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/text.h"

enum {
    STEP_MAX = 1024 * 1024, /* GitHub takes so much of a step, or nothing */
    SPARE = 24 * 1024,      /* for whoever adds to it after us */
    TEXT_MAX = 16 * 1024,   /* of one failure in it */
};

struct summary {
    struct buf text;
    size_t room;     /* for details */
    size_t left_out; /* details that did not fit */
};

/* What the file may still take. */
static size_t room_in(const char *path)
{
    struct stat s;
    size_t used = stat(path, &s) == 0 && s.st_size > 0 ? (size_t)s.st_size : 0;
    return used < STEP_MAX - SPARE ? STEP_MAX - SPARE - used : 0;
}

static void counts(struct buf *to, const struct run_summary *s)
{
    const char *between = "";
    buf_puts(to, "### slrun: ");
    for (int i = 0; i < OUTCOME_COUNT; i++) {
        size_t n = s->counts[i] + (i == OUTCOME_ERROR ? s->n_errors : 0);
        if (n) {
            buf_printf(to, "%s%zu %s%s", between, n, outcome_word((enum outcome)i),
                       i == OUTCOME_ERROR && n > 1 ? "s" : "");
            between = ", ";
        }
    }
    buf_printf(to, "%s in %.2f s\n\n", *between ? "" : "no tests ran", s->seconds);
    if (s->stopped)
        buf_printf(to, "%s\n\n", s->stopped);
}

/* A text in <pre>, where nothing but markup is special. */
static void add_text(struct buf *to, const char *text)
{
    struct buf cut = BUF_INIT(TEXT_MAX);
    text_add_xml(&cut, text ? text : ""); /* what is too long is cut */
    buf_printf(to, "<pre>%s%s</pre>\n", buf_str(&cut), cut.failed ? "\n(cut)" : "");
    buf_free(&cut);
}

/* What is told of: "FAILED path::name". */
struct heading {
    const char *word, *path, *name; /* name NULL: none */
};

static void begin(struct buf *to, const struct heading *h)
{
    buf_printf(to, "<details><summary>%s <code>", h->word);
    text_add_xml(to, h->path);
    if (h->name)
        buf_puts(to, "::");
    text_add_xml(to, h->name ? h->name : "");
    buf_puts(to, "</code></summary>\n\n");
}

/* Adds `one`, whole or not at all, and frees it. */
static void end(struct summary *sum, struct buf *one)
{
    buf_puts(one, "</details>\n\n");
    if (one->failed || one->len > sum->room) {
        sum->left_out++;
    } else {
        sum->room -= one->len;
        buf_add(&sum->text, one->data, one->len);
    }
    buf_free(one);
}

static void details(struct summary *sum, const struct heading *h, const char *text)
{
    struct buf one = BUF_INIT(STEP_MAX);
    begin(&one, h);
    add_text(&one, text);
    end(sum, &one);
}

/* The tries before the last, the first of them first. */
static void add_tries(struct buf *to, const struct result *r)
{
    if (!r)
        return;
    add_tries(to, r->earlier);
    buf_printf(to, "\ntry %u:\n\n", r->tries + 1);
    add_text(to, r->failure.text);
}

static void flaky(struct summary *sum, const struct result *r)
{
    struct buf one = BUF_INIT(STEP_MAX);
    begin(&one, &(struct heading){outcome_verbose(r->outcome), r->path, r->name});
    buf_printf(&one, "passed at try %u\n", r->tries + 1);
    add_tries(&one, r->earlier);
    end(sum, &one);
}

static void of_result(struct summary *sum, const struct result *r)
{
    if (!r->name)
        return;
    if (outcome_fails(r->outcome))
        details(sum, &(struct heading){outcome_verbose(r->outcome), r->path, r->name},
                r->failure.text);
    for (const struct problem *p = r->problems; p; p = p->next)
        details(sum, &(struct heading){"ERROR in clean-up of", r->path, r->name}, p->failure.text);
}

static void all_details(struct summary *sum, const struct run_summary *s)
{
    for (size_t i = 0; i < s->n_errors; i++)
        details(sum, &(struct heading){"ERROR collecting", s->errors[i].path, NULL},
                s->errors[i].text);
    for (size_t i = 0; i < s->n_results; i++)
        of_result(sum, &s->results[i]);
    for (const struct fixture_result *f = s->fixtures; f; f = f->next)
        for (const struct problem *p = f->problems; p; p = p->next)
            details(sum, &(struct heading){"ERROR in clean-up of fixture", f->name, NULL},
                    p->failure.text);
    for (size_t i = 0; i < s->n_results; i++)
        if (s->results[i].name && s->results[i].outcome == OUTCOME_FLAKY)
            flaky(sum, &s->results[i]);
}

void github_summary_add(const char *path, const struct run_summary *s)
{
    struct summary sum = {.text = BUF_INIT(2 * STEP_MAX), .room = room_in(path)};
    counts(&sum.text, s);
    all_details(&sum, s);
    if (sum.left_out)
        buf_printf(&sum.text,
                   "%zu more, for which GitHub has no room here: the log of the step tells them\n",
                   sum.left_out);
    FILE *file = fopen(path, "a");
    bool written = file && fputs(buf_str(&sum.text), file) != EOF;
    if (!file || fclose(file) != 0 || !written)
        log_line(SLRUN_LOG_WARNING, "%s: the step summary could not be written", path);
    buf_free(&sum.text);
}
