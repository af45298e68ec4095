/* SPDX-License-Identifier: Apache-2.0 */
#include "report/junit.h"

#include <inttypes.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <slrun/time.h>

#include "base/number.h"
#include "base/text.h"
#include "report/document.h"

/* Who reads XML takes an end of a line in an attribute for a blank, unless it is a reference. */
static void add_lines(struct buf *to, const char *value)
{
    struct buf line = BUF_INIT(to->max);
    for (size_t n; n = strcspn(value, "\n"), value[n]; value += n + 1) {
        buf_clear(&line);
        buf_add(&line, value, n);
        text_add_xml(to, buf_str(&line));
        buf_puts(to, "&#10;");
    }
    text_add_xml(to, value);
    buf_free(&line);
}

static void attribute(struct buf *to, const char *name, const char *value)
{
    buf_putc(to, ' ');
    buf_puts(to, name);
    buf_puts(to, "=\"");
    add_lines(to, value);
    buf_putc(to, '"');
}

/* A number in as much room as any number takes, so that the head keeps its length. */
static void number(struct buf *to, const char *name, size_t n)
{
    char text[32];
    snprintf(text, sizeof text, "\"%zu\"", n);
    buf_printf(to, " %s=%-9s", name, text);
}

/* Like pytest, in UTC: 2026-11-21T01:47:01.471+00:00 */
static void timestamp(struct buf *to, int64_t ms)
{
    char text[SLRUN_TIME_SIZE];
    slrun_time_text(ms, 1, text);
    buf_printf(to, " timestamp=\"%.*s+00:00\"", (int)strlen(text) - 1, text);
}

static void head(struct buf *to, const struct document_counts *c)
{
    char host[256] = "localhost", time[32];
    gethostname(host, sizeof host - 1);
    snprintf(time, sizeof time, "\"%.3f\"", c->seconds);
    buf_puts(to, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<testsuites name=\"slrun tests\">\n"
                 "<testsuite name=\"slrun\"");
    number(to, "errors", c->outcomes[OUTCOME_ERROR] + c->problems);
    number(to, "failures", c->outcomes[OUTCOME_FAILED] + c->outcomes[OUTCOME_TIMEOUT]);
    number(to, "skipped", c->outcomes[OUTCOME_SKIPPED] + c->outcomes[OUTCOME_XFAILED]);
    number(to, "tests", c->parts);
    buf_printf(to, " time=%-14s", time);
    timestamp(to, c->started_ms);
    attribute(to, "hostname", host);
    buf_puts(to, ">\n");
}

static void foot(struct buf *to)
{
    buf_puts(to, "</testsuite>\n</testsuites>\n");
}

/* specs/orders.lua -> specs.orders */
static void classname(struct buf *to, const char *path)
{
    buf_puts(to, " classname=\"");
    size_t from = to->len, n = strlen(path);
    text_add_xml(to, path);
    if (n > 4 && strcmp(path + n - 4, ".lua") == 0 && !to->failed)
        to->len -= 4;
    for (size_t i = from; i < to->len; i++)
        if (to->data[i] == '/')
            to->data[i] = '.';
    buf_putc(to, '"');
}

static void open_case(struct buf *to, const char *path, const char *name, double seconds)
{
    buf_puts(to, "<testcase");
    classname(to, path);
    attribute(to, "name", name);
    buf_puts(to, " time=\"");
    number_add_fixed(to, seconds, 3);
    buf_puts(to, "\">");
}

/* The type is for readers that want one: "failed", "timeout", "error". */
static void element(struct buf *to, enum outcome outcome, const char *message, const char *text)
{
    const char *name = outcome == OUTCOME_ERROR ? "error" : "failure";
    buf_printf(to, "<%s", name);
    attribute(to, "message", message ? message : "");
    attribute(to, "type", outcome_word(outcome));
    buf_putc(to, '>');
    text_add_xml(to, text ? text : "");
    buf_printf(to, "</%s>", name);
}

/* The tries before the last, the first of them first. */
static void earlier(struct buf *to, const struct result *r, bool passed_at_last)
{
    if (!r)
        return;
    bool error = r->outcome == OUTCOME_ERROR;
    const char *name = passed_at_last ? (error ? "flakyError" : "flakyFailure")
                                      : (error ? "rerunError" : "rerunFailure");
    earlier(to, r->earlier, passed_at_last);
    buf_printf(to, "<%s", name);
    attribute(to, "message", r->failure.summary ? r->failure.summary : "");
    attribute(to, "type", outcome_word(r->outcome));
    buf_puts(to, "><stackTrace>");
    text_add_xml(to, r->failure.text ? r->failure.text : "");
    buf_printf(to, "</stackTrace></%s>", name);
}

static void skipped(struct buf *to, const struct result *r)
{
    const char *reason = r->failure.summary ? r->failure.summary : "";
    buf_puts(to, "<skipped");
    attribute(to, "type", "slrun.skip");
    attribute(to, "message", reason);
    buf_putc(to, '>');
    text_add_xml(to, r->path);
    buf_printf(to, ":%d: ", r->line);
    text_add_xml(to, reason);
    buf_puts(to, "</skipped>");
}

static void xfailed(struct buf *to, const struct result *r)
{
    buf_puts(to, "<skipped");
    attribute(to, "type", "slrun.xfail");
    attribute(to, "message", r->expected ? r->expected : "");
    buf_puts(to, "/>");
}

static void outcome(struct buf *to, const struct result *r)
{
    if (r->outcome == OUTCOME_SKIPPED)
        skipped(to, r);
    else if (r->outcome == OUTCOME_XFAILED)
        xfailed(to, r);
    else if (outcome_fails(r->outcome))
        element(to, r->outcome, r->failure.summary, r->failure.text);
}

static void notes(struct buf *to, const char *text)
{
    if (!text)
        return;
    buf_puts(to, "<system-out>");
    text_add_xml(to, text);
    buf_puts(to, "</system-out>");
}

static void problem(struct buf *to, const struct problem *p)
{
    struct buf message = BUF_INIT(to->max);
    buf_printf(&message, "failed on %s%s with \"%s\"", problem_of(p->what), p->what,
               p->failure.summary ? p->failure.summary : "");
    element(to, OUTCOME_ERROR, buf_str(&message), p->failure.text);
    buf_free(&message);
}

/* As pytest: a case that failed and whose clean-up failed too is two testcases of one name. */
static void problems(struct buf *to, const struct result *r, size_t *parts)
{
    if (outcome_fails(r->outcome) && r->problems) {
        buf_puts(to, "</testcase>\n");
        open_case(to, r->path, r->name, 0);
        ++*parts;
    }
    for (const struct problem *p = r->problems; p; p = p->next)
        problem(to, p);
}

static void result(struct buf *to, const struct result *r, size_t *parts)
{
    open_case(to, r->path, r->name, r->seconds);
    ++*parts;
    outcome(to, r);
    earlier(to, r->earlier, r->outcome == OUTCOME_FLAKY);
    if (outcome_fails(r->outcome))
        notes(to, r->notes);
    problems(to, r, parts);
    buf_puts(to, "</testcase>\n");
}

static void collect_error(struct buf *to, const struct collect_error *error, size_t *parts)
{
    struct buf message = BUF_INIT(to->max);
    buf_puts(&message, "collection failure: ");
    buf_add(&message, error->text, strcspn(error->text, "\n"));
    open_case(to, error->path, "collection", 0);
    ++*parts;
    element(to, OUTCOME_ERROR, buf_str(&message), error->text);
    buf_puts(to, "</testcase>\n");
    buf_free(&message);
}

static void fixture(struct buf *to, const struct fixture_result *f, size_t *parts)
{
    struct buf name = BUF_INIT(to->max);
    buf_printf(&name, "fixture %s", f->name);
    open_case(to, f->path, buf_str(&name), f->teardown_seconds);
    ++*parts;
    for (const struct problem *p = f->problems; p; p = p->next)
        problem(to, p);
    buf_puts(to, "</testcase>\n");
    buf_free(&name);
}

static const struct document_format format = {
    .name = "JUnit",
    .head = head,
    .result = result,
    .collect_error = collect_error,
    .fixture = fixture,
    .foot = foot,
};

static void *junit_open(const char *path, struct slrun_error *error)
{
    return document_open(&format, path, error);
}

const struct reporter_kind junit_reporter = {junit_open, &document_observer, document_close};
