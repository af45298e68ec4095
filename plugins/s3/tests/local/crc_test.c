/* SPDX-License-Identifier: Apache-2.0 */
/* CRCs: the check values of their catalogues, zlib's, and both ways to compute them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <zlib.h>

#include "model/crc.h"

enum { TEXT_SIZE = 4096, LENGTHS = 700 };

static uint64_t crc_of(enum crc_kind kind, const void *data, size_t size)
{
    uint64_t all = crc_begin(kind);
    return all ^ crc_add(kind, all, data, size);
}

/* "123456789", which catalogues of CRCs compute. */
static void test_known(void **state)
{
    (void)state;
    assert_int_equal(crc_of(CRC_32, "123456789", 9), 0xcbf43926);
    assert_int_equal(crc_of(CRC_32C, "123456789", 9), 0xe3069283);
    assert_int_equal(crc_of(CRC_64NVME, "123456789", 9), UINT64_C(0xae8b14860a799888));
    assert_int_equal(crc_of(CRC_64NVME, "", 0), 0);
}

static void fill(unsigned char text[TEXT_SIZE])
{
    uint64_t random = 88172645463325252;
    for (size_t i = 0; i < TEXT_SIZE; i++) {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        text[i] = (unsigned char)random;
    }
}

/* All lengths around what is taken at once, from odd addresses, in one piece and in two. */
static void test_same(void **state)
{
    static unsigned char text[TEXT_SIZE];
    (void)state;
    fill(text);
    for (int k = 0; k < CRC_KINDS; k++) {
        enum crc_kind kind = (enum crc_kind)k;
        uint64_t all = crc_begin(kind);
        for (size_t size = 0; size < LENGTHS; size++) {
            const unsigned char *at = text + size % 17;
            uint64_t wanted = crc_add_by_tables(kind, all, at, size);
            assert_int_equal(crc_add(kind, all, at, size), wanted);
            uint64_t half = crc_add(kind, all, at, size / 3);
            assert_int_equal(crc_add(kind, half, at + size / 3, size - size / 3), wanted);
        }
        assert_int_equal(crc_add(kind, all, text, TEXT_SIZE),
                         crc_add_by_tables(kind, all, text, TEXT_SIZE));
    }
    assert_int_equal(crc_of(CRC_32, text, TEXT_SIZE), crc32_z(0, text, TEXT_SIZE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known),
        cmocka_unit_test(test_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
