/* SPDX-License-Identifier: Apache-2.0 */
/* aws-chunked: what is taken, in pieces of every length, and what is not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "local/protocol/chunked.h"

/* What was found, as text: "[5 sig|hello][0 |]name=value;". */
struct found {
    struct buf text;
    const char *stop_at; /* an event that the sink refuses, or NULL */
};

static bool add(struct found *f, const char *event)
{
    return !f->stop_at || strcmp(f->stop_at, event) != 0;
}

static bool begin(void *arg, uint64_t size, const char *signature)
{
    struct found *f = arg;
    buf_printf(&f->text, "[%llu %s|", (unsigned long long)size, signature);
    return add(f, "begin");
}

static bool data(void *arg, const void *bytes, size_t size)
{
    struct found *f = arg;
    buf_add(&f->text, bytes, size);
    return add(f, "data");
}

static bool end(void *arg)
{
    struct found *f = arg;
    buf_puts(&f->text, "]");
    return add(f, "end");
}

static bool trailer(void *arg, const char *name, const char *value)
{
    struct found *f = arg;
    buf_printf(&f->text, "%s=%s;", name, value);
    return add(f, "trailer");
}

static enum chunked_state decode(const char *body, size_t step, struct found *f)
{
    const struct chunked_sink sink = {begin, data, end, trailer, f};
    struct chunked c = {.sink = &sink};
    size_t size = strlen(body);
    f->text = BUF_INIT(1 << 20);
    for (size_t at = 0; at < size; at += step)
        chunked_take(&c, body + at, size - at < step ? size - at : step);
    return c.state;
}

static void test_taken(void **state)
{
    static const struct {
        const char *body, *found;
        enum chunked_state state;
    } rows[] = {
        {"5\r\nhello\r\n0\r\n\r\n", "[5 |hello][0 |]", CHUNKED_DONE},
        {"5;chunk-signature=ab\r\nhello\r\nA;chunk-signature=cd\r\n0123456789\r\n"
         "0;chunk-signature=ef\r\n\r\n",
         "[5 ab|hello][10 cd|0123456789][0 ef|]", CHUNKED_DONE},
        {"1 ; chunk-signature = ab\r\n\n\r\n000\r\nA-b: c \t\r\nd:\r\n\r\n",
         "[1 ab|\n][0 |]A-b=c;d=;", CHUNKED_DONE},
        {"0;x=y;chunk-signature=ab\r\n\r\n", "[0 x=y;chunk-signature=ab|]", CHUNKED_DONE},
        {"0;chunk-signatur\r\n\r\n", "[0 |]", CHUNKED_DONE},
        {"0;chunk-signature=ab;z\r\n\r\n", "", CHUNKED_BAD},
        {"0\r\n\r\n", "[0 |]", CHUNKED_DONE},
        {"0\r\na:b\n\r\n\r\n", "[0 |]a=b;", CHUNKED_DONE},
        {"0\r\na:b\nc:d\n\r\ne:f\r\n\r\n", "[0 |]a=b;c=d;e=f;", CHUNKED_DONE},
        {"0\r\na:b\n\r\n", "[0 |]a=b;", CHUNKED_TRAILER},
        {"0\r\na:b\n\n", "[0 |]a=b;", CHUNKED_BAD},
        {"", "", CHUNKED_HEAD},
        {"5\r\nhel", "[5 |hel", CHUNKED_DATA},
        {"5\r\nhello", "[5 |hello", CHUNKED_DATA_END},
        {"0\r\n", "[0 |]", CHUNKED_TRAILER},
        {"0\r\n\r\nx\r\n", "[0 |]", CHUNKED_DONE},
        {"5\r\nhello!\r\n", "[5 |hello", CHUNKED_BAD},
        {"5\r\nhello\n", "[5 |hello", CHUNKED_BAD},
        {"5\nhello", "", CHUNKED_BAD},
        {"x\r\n", "", CHUNKED_BAD},
        {"\r\n", "", CHUNKED_BAD},
        {"-1\r\n", "", CHUNKED_BAD},
        {"5 \r\n", "", CHUNKED_BAD},
        {"1000000000000000\r\n", "", CHUNKED_BAD},
        {"0\r\nabc\r\n\r\n", "[0 |]", CHUNKED_BAD},
        {"0\r\n:abc\r\n\r\n", "[0 |]", CHUNKED_BAD},
        {"0\r\na:b\r\r\n\r\n", "[0 |]", CHUNKED_BAD},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (size_t step = 1; step <= strlen(rows[i].body) + 1; step++) {
            struct found f = {.stop_at = NULL};
            assert_int_equal(decode(rows[i].body, step, &f), rows[i].state);
            assert_string_equal(buf_str(&f.text), rows[i].found);
            buf_free(&f.text);
        }
    }
}

static void test_stopped(void **state)
{
    static const char *const events[] = {"begin", "data", "end", "trailer"};
    (void)state;
    for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
        struct found f = {.stop_at = events[i]};
        assert_int_equal(decode("5\r\nhello\r\n0\r\na:b\r\nc:d\r\n\r\n", 3, &f), CHUNKED_STOPPED);
        assert_null(strstr(buf_str(&f.text), "c=d"));
        buf_free(&f.text);
    }
}

static void test_bounds(void **state)
{
    struct buf body = BUF_INIT(1 << 20);
    struct found f = {.stop_at = NULL};
    (void)state;
    buf_puts(&body, "0\r\n");
    for (int i = 0; i < CHUNKED_TRAILERS_MAX; i++)
        buf_puts(&body, "a:b\r\n");
    size_t most = body.len;
    buf_puts(&body, "\r\n");
    assert_int_equal(decode(body.data, 7, &f), CHUNKED_DONE);
    buf_free(&f.text);
    body.len = most;
    buf_puts(&body, "a:b\r\n\r\n");
    assert_int_equal(decode(body.data, 7, &f), CHUNKED_BAD);
    buf_free(&f.text);
    for (int over = 0; over <= 1; over++) { /* a head of exactly as much as fits, and one more */
        buf_clear(&body);
        buf_puts(&body, "0;");
        while (body.len < CHUNKED_LINE_MAX - 2 + (size_t)over)
            buf_putc(&body, 'x');
        buf_puts(&body, "\r\n");
        assert_int_equal(decode(body.data, 100, &f), over ? CHUNKED_BAD : CHUNKED_TRAILER);
        buf_free(&f.text);
    }
    buf_free(&body);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_taken),
        cmocka_unit_test(test_stopped),
        cmocka_unit_test(test_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
