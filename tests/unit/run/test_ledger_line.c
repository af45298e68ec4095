/* SPDX-License-Identifier: Apache-2.0 */
#include "harness/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "run/ledger/ledger_line.h"

static void what_was_written_is_read(void **state)
{
    (void)state;
    struct buf lines = BUF_INIT(LEDGER_LINE_MAX);
    json_t *entry = json_pack("{s:s, s:i, s:{s:s}, s:n}", "type", "intent", "n", 7, "args", "Name",
                              "\xc3\xa4 \"quoted\"\n", "gone");
    assert_true(ledger_line_add(&lines, entry));
    assert_int_equal(lines.data[lines.len - 1], '\n');
    json_t *whole = json_loads(lines.data, 0, NULL); /* any tool can read it */
    assert_true(json_equal(json_object_get(whole, "entry"), entry));
    json_t *back = ledger_line_parse(lines.data, lines.len - 1);
    assert_true(json_equal(back, entry));
    json_decref(back);
    json_decref(whole);
    json_decref(entry);
    buf_free(&lines);
}

/* The checksum is the one of gzip, so that others can check it. */
static void checksum_is_crc32(void **state)
{
    (void)state;
    struct buf lines = BUF_INIT(1000);
    json_t *entry = json_pack("{s:i}", "a", 1);
    assert_true(ledger_line_add(&lines, entry));
    assert_string_equal(buf_str(&lines), "{\"crc32\":\"561bacaf\",\"entry\":{\"a\":1}}\n");
    json_decref(entry);
    buf_free(&lines);
}

static void a_torn_or_changed_line_is_none(void **state)
{
    (void)state;
    struct buf lines = BUF_INIT(LEDGER_LINE_MAX);
    json_t *entry = json_pack("{s:s, s:i}", "type", "done", "n", 12);
    assert_true(ledger_line_add(&lines, entry));
    size_t n = lines.len - 1;
    for (size_t i = 0; i < n; i++) /* torn anywhere */
        assert_null(ledger_line_parse(lines.data, i));
    for (size_t i = 0; i < n; i++) { /* one bit anywhere */
        lines.data[i] ^= 1;
        assert_null(ledger_line_parse(lines.data, n));
        lines.data[i] ^= 1;
    }
    json_t *back = ledger_line_parse(lines.data, n);
    assert_non_null(back);
    json_decref(back);
    static const char *const garbage[] = {"", "\n", "{}", "[]", "{\"crc32\":\"\",\"entry\":{}}"};
    for (size_t i = 0; i < sizeof garbage / sizeof *garbage; i++)
        assert_null(ledger_line_parse(garbage[i], strlen(garbage[i])));
    json_decref(entry);
    buf_free(&lines);
}

static void sizes_are_bounded(void **state)
{
    (void)state;
    struct buf lines = BUF_INIT(4 * LEDGER_LINE_MAX), small = BUF_INIT(64);
    char *text = malloc(LEDGER_LINE_MAX + 1);
    memset(text, 'x', LEDGER_LINE_MAX);
    text[LEDGER_LINE_MAX] = '\0';
    json_t *large = json_pack("{s:s}", "a", text);
    assert_false(ledger_line_add(&lines, large));
    assert_int_equal(lines.len, 0);
    json_t *fits = json_pack("{s:i}", "a", 1);
    assert_true(ledger_line_add(&lines, fits)); /* the buffer is as good as before */
    assert_true(ledger_line_add(&small, fits));
    size_t before = small.len;
    assert_false(ledger_line_add(&small, fits));
    assert_int_equal(small.len, before);
    free(text);
    json_decref(large);
    json_decref(fits);
    buf_free(&lines);
    buf_free(&small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_written_is_read),
        cmocka_unit_test(checksum_is_crc32),
        cmocka_unit_test(a_torn_or_changed_line_is_none),
        cmocka_unit_test(sizes_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
