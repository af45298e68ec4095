/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes as base64, and what is none. */
#include "harness/cmocka_all.h"

#include <string.h>

#include <slrun/base64.h>

/* RFC 4648, section 10, and bytes that use the last digits. */
static const struct {
    const char *bytes, *text;
} rows[] = {{"", ""},
            {"f", "Zg=="},
            {"fo", "Zm8="},
            {"foo", "Zm9v"},
            {"foob", "Zm9vYg=="},
            {"fooba", "Zm9vYmE="},
            {"foobar", "Zm9vYmFy"},
            {"\xfb\xff\xbf", "+/+/"},
            {"\xff\xff\xff\xfe", "/////g=="}};

static void bytes_become_a_text_and_come_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t n = strlen(rows[i].bytes), length = strlen(rows[i].text), size = 99, written = 99;
        char *text = slrun_base64_text(rows[i].bytes, n, &written);
        char *bytes = slrun_base64_bytes(rows[i].text, length, &size);
        assert_string_equal(text, rows[i].text);
        assert_int_equal(written, length);
        assert_int_equal(slrun_base64_size(rows[i].text, length), n);
        assert_int_equal(size, n);
        assert_string_equal(bytes, rows[i].bytes);
        free(text);
        free(bytes);
    }
}

static void every_byte_comes_back(void **state)
{
    unsigned char bytes[256 * 3];
    size_t size;
    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)(i * 7 + i / 256);
    for (size_t n = 0; n <= sizeof bytes; n += n < 16 ? 1 : 47) {
        char *text = slrun_base64_text(bytes, n, NULL);
        char *again = slrun_base64_bytes(text, strlen(text), &size);
        assert_int_equal(size, n);
        assert_memory_equal(again, bytes, n);
        free(text);
        free(again);
    }
}

static void what_is_no_base64_is_refused(void **state)
{
    static const char *const wrong[] = {
        "a",        "ab",     "abc",  "====", "a===",    "ab=c", "ab c", "YQ=\n",
        "YWI=YWI=", "Zg==\n", " Zg=", "-_-_", "Zm9\x80", "@[`{", "=ab="};
    char bytes[8];
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (slrun_base64_read(wrong[i], strlen(wrong[i]), bytes, sizeof bytes) >= 0)
            fail_msg("%s", wrong[i]);
    assert_int_equal(slrun_base64_read("Zm9\0", 4, bytes, sizeof bytes), -1);
    assert_null(slrun_base64_bytes("YQ=", 3, &(size_t){0}));
}

static void a_reader_keeps_to_its_room(void **state)
{
    char bytes[4] = "xyz";
    (void)state;
    assert_int_equal(slrun_base64_read("Zm9v", 4, bytes, 2), -1);
    assert_string_equal(bytes, "xyz");
    assert_int_equal(slrun_base64_read("Zm8=", 4, bytes, 2), 2);
    assert_string_equal(bytes, "foz");
    assert_int_equal(slrun_base64_read("Zh==", 4, bytes, 1), 1); /* bits that are of no byte */
}

static void a_writer_reads_no_byte_too_many(void **state)
{
    char text[SLRUN_BASE64_TEXT(2)];
    (void)state;
    assert_int_equal(slrun_base64_write("fo\xff", 2, text), 4);
    assert_string_equal(text, "Zm8=");
    slrun_base64_write("f\xff\xff", 1, text);
    assert_string_equal(text, "Zg==");
}

static void json_texts(void **state)
{
    json_t *text = slrun_base64_json("foob", 4), *inner = slrun_base64_inner(text);
    json_t *binary = json_string("//8="), *number = json_integer(1);
    (void)state;
    assert_string_equal(json_string_value(text), "Zm9vYg==");
    assert_string_equal(json_string_value(inner), "foob");
    assert_null(slrun_base64_inner(binary)); /* no UTF-8 */
    assert_null(slrun_base64_inner(number));
    assert_null(slrun_base64_inner(NULL));
    json_decref(text);
    json_decref(inner);
    json_decref(binary);
    json_decref(number);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_become_a_text_and_come_back),
        cmocka_unit_test(every_byte_comes_back),
        cmocka_unit_test(what_is_no_base64_is_refused),
        cmocka_unit_test(a_reader_keeps_to_its_room),
        cmocka_unit_test(a_writer_reads_no_byte_too_many),
        cmocka_unit_test(json_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
