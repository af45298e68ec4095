/* SPDX-License-Identifier: Apache-2.0 */
/* Checksums beside their published check values, whole and in pieces. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/checksum.h"

/* "123456789": the check value of the CRC catalogue (reveng.sourceforge.io); FIPS 180-4 for SHA;
 * xxHash's own Python binding for the rest. */
static const struct {
    enum s3_checksum_kind kind;
    const char *of_digits, *of_nothing;
} values[] = {
    {S3_CHECKSUM_CRC32, "y/Q5Jg==", "AAAAAA=="},
    {S3_CHECKSUM_CRC32C, "4waSgw==", "AAAAAA=="},
    {S3_CHECKSUM_CRC64NVME, "rosUhgp5mIg=", "AAAAAAAAAAA="},
    {S3_CHECKSUM_SHA1, "98O8HYCOBHMq32eZZczDTKeuNEE=", "2jmj7l5rSw0yVb/vlWAYkK/YBwk="},
    {S3_CHECKSUM_SHA256, "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=",
     "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="},
    {S3_CHECKSUM_SHA512,
     "2eZ2LdHI6vbWGzxhkvxAjU1tXxF20MKRabwk5xw/J0rSf81YEbMT1oH35V7ALXPUmclUVba1u1A6z1dPuo/+hQ==",
     "z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg=="},
    {S3_CHECKSUM_MD5, "JfnnlDI7RTiF9RgfG2JNCw==", "1B2M2Y8AsgTpgAmY7PhCfg=="},
    {S3_CHECKSUM_XXHASH64, "jLhB20DmroM=", "70bbN1HY6Zk="},
    {S3_CHECKSUM_XXHASH3, "ctyxi2ehff8=", "LQaABTjTlMI="},
    {S3_CHECKSUM_XXHASH128, "MxGUd+3l3NXpcWQnaB1YYA==", "maoG0wFHmNhgAcMkRo1Jfw=="},
};

static void checksums_have_their_published_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        char text[S3_CHECKSUM_TEXT_SIZE];
        assert_true(s3_checksum(values[i].kind, "123456789", 9, text));
        assert_string_equal(text, values[i].of_digits);
        assert_true(s3_checksum(values[i].kind, NULL, 0, text));
        assert_string_equal(text, values[i].of_nothing);
    }
}

static void pieces_make_the_same(void **state)
{
    char bytes[1000];
    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(i * 37);
    for (int kind = 0; kind < S3_CHECKSUM_KINDS; kind++) {
        char whole[S3_CHECKSUM_TEXT_SIZE], text[S3_CHECKSUM_TEXT_SIZE];
        assert_true(s3_checksum((enum s3_checksum_kind)kind, bytes, sizeof bytes, whole));
        for (size_t step = 1; step < 40; step++) {
            struct s3_checksum c;
            assert_true(s3_checksum_begin(&c, (enum s3_checksum_kind)kind));
            for (size_t at = 0; at < sizeof bytes; at += step) {
                size_t left = sizeof bytes - at;
                assert_true(s3_checksum_add(&c, bytes + at, left < step ? left : step));
            }
            assert_true(s3_checksum_end(&c, text));
            assert_string_equal(text, whole);
        }
    }
}

static void names_are_found(void **state)
{
    enum s3_checksum_kind kind;
    (void)state;
    assert_true(s3_checksum_kind("CRC64NVME", &kind));
    assert_int_equal(kind, S3_CHECKSUM_CRC64NVME);
    assert_string_equal(s3_checksum_headers[kind], "x-amz-checksum-crc64nvme");
    assert_false(s3_checksum_kind("MD4", &kind));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(checksums_have_their_published_values),
        cmocka_unit_test(pieces_make_the_same),
        cmocka_unit_test(names_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
