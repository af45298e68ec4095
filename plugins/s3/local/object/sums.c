/* SPDX-License-Identifier: Apache-2.0 */
/* Names and forms of checksums; CRC(A B) = CRC(A) x^(8 |B|) + CRC(B) modulo the polynomial. */
#include "object/sums.h"

#include <string.h>
#include <strings.h>

#include <slrun/base64.h>

/* Bytes, and of a CRC the reflected polynomial. */
static const struct {
    size_t bytes;
    uint64_t polynomial;
} kinds[] = {[S3_CHECKSUM_CRC32] = {4, 0xedb88320},
             [S3_CHECKSUM_CRC32C] = {4, 0x82f63b78},
             [S3_CHECKSUM_CRC64NVME] = {8, UINT64_C(0x9a6c9329ac4bc9b5)},
             [S3_CHECKSUM_SHA1] = {20, 0},
             [S3_CHECKSUM_SHA256] = {32, 0},
             [S3_CHECKSUM_SHA512] = {64, 0},
             [S3_CHECKSUM_MD5] = {16, 0},
             [S3_CHECKSUM_XXHASH64] = {8, 0},
             [S3_CHECKSUM_XXHASH3] = {8, 0},
             [S3_CHECKSUM_XXHASH128] = {16, 0}};

enum s3_checksum_kind sum_kind(const char *name)
{
    for (int i = 0; name != NULL && i < S3_CHECKSUM_KINDS; i++)
        if (strcasecmp(s3_checksum_names[i], name) == 0)
            return (enum s3_checksum_kind)i;
    return SUM_NONE;
}

const char *sum_lower(enum s3_checksum_kind kind)
{
    static const char prefix[] = "x-amz-checksum-";
    return s3_checksum_headers[kind] + sizeof prefix - 1;
}

bool sum_well_formed(enum s3_checksum_kind kind, const char *text)
{
    uint8_t bytes[S3_CHECKSUM_BYTES_MAX];
    char same[S3_CHECKSUM_TEXT_SIZE];
    if (slrun_base64_read(text, strlen(text), bytes, sizeof bytes) != (long)kinds[kind].bytes)
        return false;
    slrun_base64_write(bytes, kinds[kind].bytes, same); /* no bits beside those of the bytes */
    return strcmp(same, text) == 0;
}

bool sum_combines(enum s3_checksum_kind kind)
{
    return kinds[kind].polynomial != 0;
}

/* The coefficient of x^0 is the highest bit. */
static uint64_t one_of(enum s3_checksum_kind kind)
{
    return UINT64_C(1) << (8 * kinds[kind].bytes - 1);
}

static uint64_t multiply(enum s3_checksum_kind kind, uint64_t a, uint64_t b)
{
    uint64_t product = 0;
    for (uint64_t bit = one_of(kind); bit != 0; bit >>= 1) {
        product ^= (a & bit) != 0 ? b : 0;
        b = (b & 1) != 0 ? b >> 1 ^ kinds[kind].polynomial : b >> 1;
    }
    return product;
}

static uint64_t read_crc(enum s3_checksum_kind kind, const char *text)
{
    uint8_t bytes[S3_CHECKSUM_BYTES_MAX];
    uint64_t crc = 0;
    long n = slrun_base64_read(text, strlen(text), bytes, sizeof bytes);
    for (long i = 0; i < n && n == (long)kinds[kind].bytes; i++)
        crc = crc << 8 | bytes[i];
    return crc;
}

static void write_crc(enum s3_checksum_kind kind, uint64_t crc, char out[S3_CHECKSUM_TEXT_SIZE])
{
    uint8_t bytes[8];
    size_t n = kinds[kind].bytes;
    for (size_t i = 0; i < n; i++)
        bytes[i] = (uint8_t)(crc >> (8 * (n - 1 - i)));
    slrun_base64_write(bytes, n, out);
}

void sum_combine(enum s3_checksum_kind kind, char first[S3_CHECKSUM_TEXT_SIZE], const char *second,
                 uint64_t size)
{
    uint64_t factor = one_of(kind), power = factor >> 8; /* x^8 */
    for (; size > 0; size >>= 1) {
        factor = (size & 1) != 0 ? multiply(kind, factor, power) : factor;
        power = multiply(kind, power, power);
    }
    write_crc(kind, multiply(kind, read_crc(kind, first), factor) ^ read_crc(kind, second), first);
}
