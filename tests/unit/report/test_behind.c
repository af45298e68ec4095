/* SPDX-License-Identifier: Apache-2.0 */
/* Reporters that are told on a thread: in order, of copies, and all of it before what must wait. */
#include "harness/cmocka_all.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plugin/call_text.h"
#include "report/behind.h"

enum {
    CASES = 20000,
    FIRST = 128 /* events, that decide whether there is a thread */,
    TEXT_MAX = 1 << 24
};

/* Writes down what it is told. */
struct listener {
    struct buf heard;
    size_t flushes;
    pthread_t by; /* told last */
    size_t elsewhere;
    pthread_t here;
};

static void hear(struct listener *l, const char *what, const char *name, const char *more)
{
    buf_printf(&l->heard, "%s %s %s\n", what, name, more);
    l->by = pthread_self();
    l->elsewhere += !pthread_equal(l->by, l->here);
}

static void on_case_begin(void *self, const struct result *r)
{
    hear(self, "begin", r->name, r->tries ? "again" : "first");
}

static void on_case_end(void *self, const struct result *r)
{
    hear(self, "end", r->name, r->timeline ? r->timeline : "-");
}

static void on_call_end(void *self, const struct call_end *end)
{
    struct buf text = BUF_INIT(TEXT_MAX);
    struct call_text call;
    assert_true(call_text_put(&text, &call, end->call));
    buf_printf(&text, " %s %s %s %g", end->path, end->name, end->phase, end->at_ms);
    hear(self, end->role, end->id, buf_str(&text));
    buf_free(&text);
}

static void on_notice(void *self, const char *text)
{
    hear(self, "notice", text, "");
}

static void on_run_end(void *self, const struct run_summary *s)
{
    hear(self, "over", s->stopped, "");
}

static void on_flush(void *self)
{
    ((struct listener *)self)->flushes++;
}

static const struct observer listening = {.case_begin = on_case_begin,
                                          .case_end = on_case_end,
                                          .call_end = on_call_end,
                                          .notice = on_notice,
                                          .run_end = on_run_end,
                                          .flush = on_flush};

/* What was told is changed and freed at once, as a session does. */
static void tell_case(struct behind *b, int i, struct buf *expected)
{
    struct result r = {.path = "a.lua", .name = "case", .timeline = strdup("{}")};
    behind_observer.case_begin(b, &r);
    behind_observer.case_end(b, &r);
    memset(r.timeline, 'x', 2);
    free(r.timeline);
    r = (struct result){0};
    buf_puts(expected, "begin case first\nend case {}\n");
    if (i % 1000 == 999)
        behind_observer.flush(b);
}

/* The same of a call, of a text of `size` bytes and more. */
static void tell_call(struct behind *b, int i, int size, struct buf *expected)
{
    struct buf copy = BUF_INIT(TEXT_MAX), text = BUF_INIT(TEXT_MAX);
    char id[16], phase[] = "act";
    snprintf(id, sizeof id, "id%d", i);
    buf_printf(&text, "{\"a\":\"%*d\"}", size, i);
    assert_true(call_copy_put_text(&copy, text.data, text.len, 6));
    behind_observer.call_end(b,
                             &(struct call_end){.path = "a.lua",
                                                .role = "case",
                                                .name = "case",
                                                .id = id,
                                                .phase = phase,
                                                .at_ms = i,
                                                .call = &(struct call_copy){copy.data, copy.len}});
    memset(copy.data, 'x', copy.len);
    *phase = *id = 'x';
    buf_printf(expected, "case id%d %s a.lua case act %g\n", i, text.data, (double)i);
    buf_free(&copy);
    buf_free(&text);
}

static void a_thread(void **state)
{
    (void)state;
    struct listener l = {.heard = BUF_INIT(TEXT_MAX), .here = pthread_self()};
    struct reporters reporters = {.n = 0};
    struct buf expected = BUF_INIT(TEXT_MAX);
    struct behind *b = behind_new(&reporters);
    reporters_add(&reporters, &listening, &l);
    behind_start(b);
    struct result r = {.told_ms = 1, .path = "a.lua", .name = "case", .tries = 1};
    for (int i = 0; i < CASES; i++)
        tell_case(b, i, &expected);
    behind_observer.flush(b);
    struct result bad = {
        .path = "a.lua", .name = "bad", .problems = &(struct problem){.next = NULL}};
    behind_observer.case_begin(b, &bad);
    behind_observer.case_end(b, &bad); /* told here, behind all others */
    assert_true(pthread_equal(l.by, pthread_self()));
    assert_true(l.elsewhere >= 2 * CASES - FIRST);
    buf_puts(&expected, "begin bad first\nend bad -\n");
    assert_string_equal(buf_str(&l.heard), buf_str(&expected));
    behind_observer.notice(b, "waits");
    buf_puts(&expected, "notice waits \n");
    assert_string_equal(buf_str(&l.heard), buf_str(&expected)); /* nothing is behind */
    behind_observer.case_begin(b, &r);
    behind_observer.flush(b);
    char why[] = "it failed";
    r.failure.summary = why;
    behind_observer.case_end(b, &r);
    assert_true(pthread_equal(l.by, pthread_self()));
    behind_observer.run_end(b, &(struct run_summary){.stopped = "by hand"});
    buf_puts(&expected, "begin case again\nend case -\nover by hand \n");
    assert_string_equal(buf_str(&l.heard), buf_str(&expected));
    assert_int_equal(l.flushes, CASES / 1000 + 2);
    behind_free(b);
    buf_free(&l.heard);
    buf_free(&expected);
}

static void what_is_left_is_told(void **state)
{
    (void)state;
    struct listener l = {.heard = BUF_INIT(TEXT_MAX), .here = pthread_self()};
    struct reporters reporters = {.n = 0};
    struct buf expected = BUF_INIT(TEXT_MAX);
    reporters_add(&reporters, &listening, &l);
    struct behind *b = behind_new(&reporters);
    behind_start(b);
    tell_case(b, 1, &expected);
    behind_free(b);
    assert_string_equal(buf_str(&l.heard), buf_str(&expected));
    buf_free(&l.heard);
    buf_free(&expected);
}

/* Many small ones, and some of which few are as much as may wait. */
static void calls(void **state)
{
    (void)state;
    struct listener l = {.heard = BUF_INIT(TEXT_MAX), .here = pthread_self()};
    struct reporters reporters = {.n = 0};
    struct buf expected = BUF_INIT(TEXT_MAX);
    reporters_add(&reporters, &listening, &l);
    struct behind *b = behind_new(&reporters);
    behind_start(b);
    for (int i = 0; i < CASES; i++) {
        tell_call(b, i, i >= 1000 && i < 1010 ? 1000000 : 1, &expected);
        if (i % 8 == 0)
            tell_case(b, i, &expected);
    }
    behind_observer.notice(b, "waits");
    buf_puts(&expected, "notice waits \n");
    assert_string_equal(buf_str(&l.heard), buf_str(&expected));
    assert_true(l.elsewhere >= CASES - FIRST);
    behind_free(b);
    buf_free(&l.heard);
    buf_free(&expected);
}

static void nobody_to_tell(void **state)
{
    (void)state;
    struct reporters reporters = {.n = 0};
    struct buf expected = BUF_INIT(TEXT_MAX);
    struct behind *b = behind_new(&reporters);
    behind_start(b);
    tell_case(b, 0, &expected);
    behind_free(b);
    behind_free(NULL);
    buf_free(&expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_thread),
        cmocka_unit_test(what_is_left_is_told),
        cmocka_unit_test(calls),
        cmocka_unit_test(nobody_to_tell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
