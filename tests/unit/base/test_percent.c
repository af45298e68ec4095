/* SPDX-License-Identifier: Apache-2.0 */
#include "harness/cmocka_all.h"

#include <string.h>

#include "base/percent.h"

static void decoded(void **state)
{
    static const struct {
        const char *text, *plain;
    } rows[] = {
        {"", ""},
        {"a/b+c", "a/b+c"},
        {"%61%2F%2f%C3%bc", "a//\xc3\xbc"},
        {"100%", "100%"},
        {"%4", "%4"},
        {"%4g%g4%%41", "%4g%g4%A"},
        {"%\x14\x11", "%\x14\x11"}, /* no digits, but for one bit */
        {"%2541", "%41"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buf plain = BUF_INIT(64);
        assert_true(percent_decode(&plain, rows[i].text, strlen(rows[i].text)));
        assert_string_equal(buf_str(&plain), rows[i].plain);
        buf_free(&plain);
    }
}

/* Not beyond the size, and not beyond the buffer. */
static void bounds(void **state)
{
    struct buf plain = BUF_INIT(2);
    (void)state;
    assert_int_equal(percent_byte("%41", 2), -1);
    assert_int_equal(percent_byte("%ff", 3), 0xff);
    assert_false(percent_decode(&plain, "%41%41%41", 9));
    buf_free(&plain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(decoded), cmocka_unit_test(bounds)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
