/* SPDX-License-Identifier: Apache-2.0 */
#include "harness/cmocka_all.h"

#include <string.h>

#include "base/buf.h"

static void grows_and_ends_with_nul(void **state)
{
    (void)state;
    struct buf b = BUF_INIT(100000);
    assert_string_equal(buf_str(&b), "");
    for (int i = 0; i < 1000; i++)
        assert_true(buf_printf(&b, "%d,", i));
    assert_true(buf_putc(&b, '.'));
    assert_int_equal(strlen(buf_str(&b)), b.len);
    assert_string_equal(buf_str(&b) + b.len - 5, "999,.");
    buf_clear(&b);
    assert_string_equal(buf_str(&b), "");
    assert_true(buf_puts(&b, "again"));
    assert_string_equal(buf_str(&b), "again");
    buf_free(&b);
}

static void maximum_adds_nothing_and_stays_failed(void **state)
{
    (void)state;
    struct buf b = BUF_INIT(8);
    assert_true(buf_puts(&b, "12345678"));
    assert_false(buf_putc(&b, '9'));
    assert_string_equal(buf_str(&b), "12345678");
    buf_clear(&b);
    assert_true(buf_puts(&b, "1234"));
    assert_false(buf_printf(&b, "%s", "56789"));
    assert_true(b.failed);
    assert_false(buf_puts(&b, "5"));
    assert_string_equal(buf_str(&b), "1234");
    buf_free(&b);
}

static void bytes_may_be_anything(void **state)
{
    (void)state;
    struct buf b = BUF_INIT(64);
    assert_true(buf_add(&b, "\0\1\0", 3));
    assert_true(buf_add(&b, NULL, 0));
    assert_int_equal(b.len, 3);
    assert_memory_equal(b.data, "\0\1\0\0", 4);
    buf_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grows_and_ends_with_nul),
        cmocka_unit_test(maximum_adds_nothing_and_stays_failed),
        cmocka_unit_test(bytes_may_be_anything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
