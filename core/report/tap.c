/* SPDX-License-Identifier: Apache-2.0 */
#include "report/tap.h"

#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "report/document.h"

/* While cases still run the plan says how many there are to be: a run that is killed shows. */
static void head(struct buf *to, const struct document_counts *c)
{
    buf_printf(to, "TAP version 13\n1..%zu\n", c->ended ? c->parts : c->planned);
}

static void foot(struct buf *to)
{
    (void)to;
}

/* Lines behind a test that say more: comments, which every reader of TAP passes over. */
static void comment(struct buf *to, const char *text)
{
    for (const char *line = text; line && *line;) {
        size_t n = strcspn(line, "\n");
        struct buf one = BUF_INIT(to->max);
        buf_add(&one, line, n);
        buf_puts(to, n ? "# " : "#");
        text_add(to, buf_str(&one));
        buf_putc(to, '\n');
        buf_free(&one);
        line += n + (line[n] == '\n');
    }
}

/* "#" begins a directive, and a line is a line. */
static void described(struct buf *to, const char *text)
{
    struct buf safe = BUF_INIT(to->max);
    if (!text)
        return;
    if (!text[strcspn(text, "#\\\n")]) {
        text_add(to, text);
        return;
    }
    text_add(&safe, text);
    for (const char *c = buf_str(&safe); *c; c++) {
        if (*c == '#' || *c == '\\')
            buf_putc(to, '\\');
        buf_putc(to, *c == '\n' ? ' ' : *c);
    }
    buf_free(&safe);
}

static void verdict(struct buf *to, bool ok, size_t number)
{
    buf_puts(to, ok ? "ok " : "not ok ");
    number_add(to, (int64_t)number);
    buf_puts(to, " - ");
}

static void id(struct buf *to, const char *path, const char *name)
{
    described(to, path);
    buf_puts(to, "::");
    described(to, name);
}

/* What is expected to fail is "TODO"; it counts as passed. */
static void directive(struct buf *to, const struct result *r)
{
    const char *word = r->outcome == OUTCOME_SKIPPED                                    ? "SKIP"
                       : r->outcome == OUTCOME_XFAILED || r->outcome == OUTCOME_XPASSED ? "TODO"
                                                                                        : NULL;
    if (!word)
        return;
    buf_printf(to, " # %s ", word);
    described(to, r->outcome == OUTCOME_SKIPPED ? r->failure.summary : r->expected);
}

static void problems(struct buf *to, const struct problem *p)
{
    for (; p; p = p->next) {
        buf_puts(to, "# ");
        buf_puts(to, problem_of(p->what));
        described(to, p->what);
        buf_putc(to, '\n');
        comment(to, p->failure.text);
    }
}

/* The tries before the last, the first of them first. */
static void tries(struct buf *to, const struct result *r)
{
    if (!r)
        return;
    tries(to, r->earlier);
    buf_printf(to, "# try %u %s:\n", r->tries + 1, outcome_word(r->outcome));
    comment(to, r->failure.text);
}

static void result(struct buf *to, const struct result *r, size_t *parts)
{
    bool ok = r->outcome == OUTCOME_PASSED || r->outcome == OUTCOME_SKIPPED ||
              r->outcome == OUTCOME_XPASSED || r->outcome == OUTCOME_FLAKY;
    verdict(to, ok && !r->problems, ++*parts);
    id(to, r->path, r->name);
    directive(to, r);
    buf_putc(to, '\n');
    if (!ok || r->outcome == OUTCOME_FLAKY)
        tries(to, r->earlier);
    if (!ok)
        comment(to, r->failure.text);
    problems(to, r->problems);
}

static void collect_error(struct buf *to, const struct collect_error *error, size_t *parts)
{
    verdict(to, false, ++*parts);
    described(to, error->path);
    buf_putc(to, '\n');
    comment(to, error->text);
}

static void fixture(struct buf *to, const struct fixture_result *f, size_t *parts)
{
    struct buf name = BUF_INIT(to->max);
    buf_printf(&name, "fixture %s", f->name);
    verdict(to, false, ++*parts);
    id(to, f->path, buf_str(&name));
    buf_putc(to, '\n');
    problems(to, f->problems);
    buf_free(&name);
}

static const struct document_format format = {
    .name = "TAP",
    .head = head,
    .result = result,
    .collect_error = collect_error,
    .fixture = fixture,
    .foot = foot,
};

static void *tap_open(const char *path, struct slrun_error *error)
{
    return document_open(&format, path, error);
}

const struct reporter_kind tap_reporter = {tap_open, &document_observer, document_close};
