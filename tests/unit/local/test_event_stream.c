/* SPDX-License-Identifier: Apache-2.0 */
/* Messages of event streams, against bytes that another implementation wrote and botocore reads. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "local/protocol/event_stream.h"

static size_t number(const char *at)
{
    const unsigned char *b = (const unsigned char *)at;
    return (size_t)b[0] << 24 | (size_t)b[1] << 16 | (size_t)b[2] << 8 | b[3];
}

static void test_event(void **state)
{
    static const char want[] =
        "\000\000\000y\000\000\000[mY\325\253\013:event-type\007\000\025SubscribeToSh"
        "ardEvent\015:content-type\007\000\020application/jso"
        "n\015:message-type\007\000\005event{\042Records\042:[]}\312\012N"
        "\031";
    static const struct slrun_event event = {.name = "SubscribeToShardEvent",
                                             .content_type = "application/json",
                                             .payload = "{\"Records\":[]}",
                                             .size = 14};
    struct buf to = BUF_INIT(1 << 20);
    (void)state;
    assert_true(event_stream_write(&to, &event));
    assert_int_equal(to.len, sizeof want - 1);
    assert_memory_equal(to.data, want, to.len);
    assert_true(event_stream_write(&to, &event)); /* one behind the other, each with its own CRC */
    assert_int_equal(to.len, 2 * (sizeof want - 1));
    assert_memory_equal(to.data + to.len / 2, want, to.len / 2);
    buf_free(&to);
}

static void test_exception(void **state)
{
    static const char want[] =
        "\000\000\000S\000\000\000C\365DzX\017:exception-type\007\000\026ResourceI"
        "nUseException\015:message-type\007\000\011exception\311"
        "A\227\012";
    static const struct slrun_event event = {.name = "ResourceInUseException", .exception = 1};
    struct buf to = BUF_INIT(1 << 20);
    (void)state;
    assert_true(event_stream_write(&to, &event));
    assert_int_equal(to.len, sizeof want - 1);
    assert_memory_equal(to.data, want, to.len);
    buf_free(&to);
}

static void test_bounds(void **state)
{
    static char long_name[40000];
    struct buf to = BUF_INIT(EVENT_STREAM_MESSAGE_MAX), small = BUF_INIT(64);
    size_t size = 10 << 20;
    char *payload = calloc(1, size);
    (void)state;
    assert_true(event_stream_write(&to, &(struct slrun_event){"A", 0, NULL, payload, size}));
    assert_int_equal(number(to.data), to.len);
    assert_int_equal(number(to.data + 4), to.len - size - 16);
    assert_false(event_stream_write(&small, &(struct slrun_event){"A", 0, NULL, payload, size}));
    memset(long_name, 'x', sizeof long_name - 1);
    assert_false(event_stream_write(&to, &(struct slrun_event){.name = long_name}));
    buf_free(&to);
    buf_free(&small);
    free(payload);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_event),
                                       cmocka_unit_test(test_exception),
                                       cmocka_unit_test(test_bounds)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
