/* SPDX-License-Identifier: Apache-2.0 */
/* Wide numbers, sequence numbers, shard ids, iterators. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "record/iterator.h"
#include "record/sequence.h"
#include "stream/shard.h"
#include "wide.h"

#define MAX_128 "340282366920938463463374607431768211455"
#define MAX_192 "6277101735386680763835789423207666416102355444464034512895"

static void check_text(const struct wide *n, const char *wanted)
{
    char text[WIDE_TEXT_SIZE];
    wide_to_text(n, text);
    assert_string_equal(text, wanted);
}

static void numbers_to_text_and_back(void **state)
{
    static const char *const texts[] = {
        "0", "1", "999999999", "1000000000", "18446744073709551616", MAX_128, MAX_192};
    static const char *const wrong[] = {
        "", "-1", "1a", " 1", "0x1", "6277101735386680763835789423207666416102355444464034512896"};
    struct wide n;
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_true(wide_from_text(&n, texts[i]));
        check_text(&n, texts[i]);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(wide_from_text(&n, wrong[i]));
}

static void arithmetic(void **state)
{
    struct wide all = wide_power(128), last = wide_subtract_small(&all, 1), n;
    uint32_t rest;
    (void)state;
    check_text(&last, MAX_128);
    n = wide_add_small(&last, 1);
    assert_int_equal(wide_compare(&n, &all), 0);
    assert_true(wide_compare(&last, &all) < 0 && wide_compare(&all, &last) > 0);
    n = wide_divide(&all, 3, &rest);
    check_text(&n, "113427455640312821154458202477256070485");
    assert_int_equal(rest, 1);
    n = wide_multiply(&n, 3);
    assert_int_equal(wide_compare(&n, &last), 0);
    n = wide_subtract(&all, &all);
    assert_int_equal(wide_compare(&n, &(struct wide){{0}}), 0);
    unsigned char bytes[16] = {0x80};
    n = wide_from_bytes(bytes);
    check_text(&n, "170141183460469231731687303715884105728");
}

static void sequences(void **state)
{
    const struct sequence s = {
        .version = 2, .created_s = 1700000000, .index = 5, .second = 1700000001, .shard = 2};
    char text[WIDE_TEXT_SIZE];
    struct sequence r;
    (void)state;
    sequence_write(&s, text);
    assert_string_equal(text, "49646437577153077907313937652115045491228799613880238114");
    assert_int_equal(strlen(text), 56);
    assert_true(sequence_read(&r, text));
    assert_true(r.version == 2 && r.created_s == s.created_s && r.index == 5 &&
                r.second == s.second && r.shard == 2);
    assert_true(sequence_read(&r, "5"));
    assert_true(r.version == 0 && r.shard == 5 && r.created_s == 0);
    /* versions 0, 3 and 4 of the long form, a date too far away, and no number at all */
    assert_false(sequence_read(&r, "49039857307708443467467104868809893875799651909875269632"));
    assert_false(sequence_read(&r, "49039857307708443467467104868809893875799651909875269635"));
    assert_false(sequence_read(&r, "49039857307708443467467104868809893875799651909875269636"));
    assert_false(sequence_read(&r, "26227199374822427428162556223570313216"));
    assert_false(sequence_read(&r, "x"));
    assert_true(sequence_read(&r, "49039857307708443467467104868809893875799651909875269633"));
    assert_int_equal(r.version, 1);
    /* the highest bit of the shard is its sign */
    assert_true(sequence_read(&r, "49039857307708443467467104868809893875799651944235008002"));
    assert_int_equal(r.shard, INT32_MIN);
}

static void shard_ids(void **state)
{
    static const struct {
        const char *id;
        int32_t number; /* -1: none */
    } ids[] = {
        {"shardId-000000000007", 7}, {"x-7", 7},         {"7", 7},   {"-7", 7},   {"a-7-b", 7},
        {"2147483647", INT32_MAX},   {"2147483648", -1}, {"a-", -1}, {"ABC", -1}, {"1E4", -1},
        {"99999999999999999999", -1}};
    char text[SHARD_ID_SIZE];
    int32_t number;
    (void)state;
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        assert_int_equal(shard_read_id(ids[i].id, &number), ids[i].number >= 0);
        assert_true(ids[i].number < 0 || number == ids[i].number);
    }
    shard_id(12, text);
    assert_string_equal(text, "shardId-000000000012");
    shard_id(INT32_MIN, text);
    assert_string_equal(text, "shardId--02147483648");
}

static void iterators(void **state)
{
    struct iterator iterator = {1700000000000, 77, 1699999998, 3, ""}, read;
    char text[ITERATOR_TEXT_SIZE];
    (void)state;
    for (size_t n = 1; n <= NAME_MAX_LENGTH; n++) {
        memset(iterator.name, 'n', n);
        iterator.name[n] = '\0';
        assert_true(iterator_write(&iterator, text));
        assert_true(iterator_read(&read, text));
        assert_true(read.taken_ms == iterator.taken_ms && read.index == 77 && read.shard == 3 &&
                    read.created_s == iterator.created_s);
        assert_string_equal(read.name, iterator.name);
    }
    text[60] = text[60] == 'A' ? 'B' : 'A';
    assert_false(iterator_read(&read, text));
    assert_false(iterator_read(&read, "AAAAAAAAAAE="));
    assert_false(iterator_read(&read, ""));
    assert_false(iterator_read(&read, "*"));
}

static void limits(void **state)
{
    struct limits l = {0};
    (void)state;
    for (int i = 0; i < LIMITS_WRITE_RECORDS; i++)
        assert_true(limits_write(&l, 1000, 1));
    assert_false(limits_write(&l, 1000, 1));
    assert_true(limits_write(&l, 1001, 1)); /* one record comes back each millisecond */
    assert_false(limits_write(&l, 1001, 1));
    assert_true(limits_write(&l, 3000, LIMITS_WRITE_BYTES));
    assert_false(limits_write(&l, 3500, LIMITS_WRITE_BYTES));
    assert_true(limits_write(&l, 4000, LIMITS_WRITE_BYTES));
    for (int i = 0; i < LIMITS_READS; i++)
        assert_true(limits_read(&l, 1000));
    assert_false(limits_read(&l, 1000));
    assert_true(limits_read(&l, 1200));
    limits_count_read(&l, 10 * 1024 * 1024);
    assert_false(limits_read(&l, 5100));
    assert_true(limits_read(&l, 5300));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_to_text_and_back),
        cmocka_unit_test(arithmetic),
        cmocka_unit_test(sequences),
        cmocka_unit_test(shard_ids),
        cmocka_unit_test(iterators),
        cmocka_unit_test(limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
