/* SPDX-License-Identifier: Apache-2.0 */
/*
 * All three CRCs are reflected, start with all ones and end inverted, so that one engine does them:
 * eight bytes at a time with eight tables (Kounavis and Berry, 2005).
 */
#include "checksum.h"

#include <string.h>
#include <strings.h>

#include <openssl/evp.h>

#include "base64.h"

static const struct {
    const char *name;
    size_t bytes;
} kinds[] = {
#define CHECKSUM_ROW(symbol, name, bytes) {name, bytes},
    CHECKSUMS(CHECKSUM_ROW)
#undef CHECKSUM_ROW
};

/* Reflected polynomials. */
static const uint64_t polynomials[CRC_KINDS] = {0xedb88320, 0x82f63b78,
                                                UINT64_C(0x9a6c9329ac4bc9b5)};

const char *checksum_name(enum checksum_kind kind)
{
    return kinds[kind].name;
}

enum checksum_kind checksum_kind(const char *name)
{
    for (int i = 0; name != NULL && i < CHECKSUM_COUNT; i++) {
        if (strcasecmp(kinds[i].name, name) == 0) {
            return (enum checksum_kind)i;
        }
    }
    return CHECKSUM_NONE;
}

bool checksum_is_crc(enum checksum_kind kind)
{
    return kind <= CHECKSUM_CRC64NVME;
}

void crc_tables_fill(struct crc_tables *tables)
{
    for (int kind = 0; kind < CRC_KINDS; kind++) {
        uint64_t(*t)[256] = tables->slices[kind];
        for (unsigned i = 0; i < 256; i++) {
            uint64_t crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? crc >> 1 ^ polynomials[kind] : crc >> 1;
            }
            t[0][i] = crc;
        }
        for (unsigned i = 0; i < 256; i++) {
            for (int slice = 1; slice < 8; slice++) {
                t[slice][i] = t[slice - 1][i] >> 8 ^ t[0][t[slice - 1][i] & 255];
            }
        }
    }
}

static uint64_t mask_of(enum checksum_kind kind)
{
    return kinds[kind].bytes == 4 ? UINT32_MAX : UINT64_MAX;
}

static uint64_t little_endian(const uint8_t *p)
{
    uint64_t value = 0;
    for (int i = 7; i >= 0; i--) {
        value = value << 8 | p[i];
    }
    return value;
}

static uint64_t crc_add(const uint64_t t[8][256], uint64_t crc, const uint8_t *p, size_t size)
{
    for (; size >= 8; size -= 8, p += 8) {
        uint64_t x = little_endian(p) ^ crc;
        crc = t[7][x & 255] ^ t[6][x >> 8 & 255] ^ t[5][x >> 16 & 255] ^ t[4][x >> 24 & 255] ^
              t[3][x >> 32 & 255] ^ t[2][x >> 40 & 255] ^ t[1][x >> 48 & 255] ^ t[0][x >> 56];
    }
    for (; size > 0; size--) {
        crc = crc >> 8 ^ t[0][(crc ^ *p++) & 255];
    }
    return crc;
}

bool checksum_begin(struct checksum *sum, enum checksum_kind kind, const struct crc_tables *tables)
{
    *sum = (struct checksum){.kind = kind, .tables = tables};
    if (checksum_is_crc(kind)) {
        sum->crc = mask_of(kind);
        return true;
    }
    sum->digest = EVP_MD_CTX_new();
    return sum->digest != NULL &&
           EVP_DigestInit_ex(sum->digest, kind == CHECKSUM_SHA1 ? EVP_sha1() : EVP_sha256(),
                             NULL) == 1;
}

void checksum_add(struct checksum *sum, const void *data, size_t size)
{
    if (checksum_is_crc(sum->kind)) {
        const uint64_t(*t)[256] = sum->tables->slices[sum->kind];
        sum->crc = crc_add(t, sum->crc, data, size);
    } else {
        (void)EVP_DigestUpdate(sum->digest, data, size);
    }
}

static void put_crc(enum checksum_kind kind, uint64_t crc, char out[CHECKSUM_TEXT_SIZE])
{
    uint8_t bytes[8];
    size_t n = kinds[kind].bytes;
    for (size_t i = 0; i < n; i++) {
        bytes[i] = (uint8_t)(crc >> (8 * (n - 1 - i)));
    }
    base64_encode(bytes, n, out);
}

void checksum_end(struct checksum *sum, char out[CHECKSUM_TEXT_SIZE])
{
    uint8_t bytes[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    if (checksum_is_crc(sum->kind)) {
        if (out != NULL) {
            put_crc(sum->kind, sum->crc ^ mask_of(sum->kind), out);
        }
        return;
    }
    if (out != NULL && EVP_DigestFinal_ex(sum->digest, bytes, &size) == 1) {
        base64_encode(bytes, size, out);
    }
    EVP_MD_CTX_free(sum->digest);
    sum->digest = NULL;
}

bool checksum_well_formed(enum checksum_kind kind, const char *text)
{
    uint8_t bytes[CHECKSUM_BYTES_MAX];
    return base64_decode(text, bytes, sizeof bytes) == (long)kinds[kind].bytes;
}

/* ---- combining: CRC(A B) = CRC(A) x^(8 |B|) + CRC(B) modulo the polynomial ---- */

/* a times b; the coefficient of x^0 is the highest bit. */
static uint64_t multiply(enum checksum_kind kind, uint64_t a, uint64_t b)
{
    uint64_t top = kinds[kind].bytes == 4 ? UINT64_C(1) << 31 : UINT64_C(1) << 63, product = 0;
    for (uint64_t bit = top; bit != 0; bit >>= 1) {
        product ^= (a & bit) != 0 ? b : 0;
        b = (b & 1) != 0 ? b >> 1 ^ polynomials[kind] : b >> 1;
    }
    return product;
}

static uint64_t read_crc(enum checksum_kind kind, const char *text)
{
    uint8_t bytes[CHECKSUM_BYTES_MAX];
    uint64_t crc = 0;
    long n = base64_decode(text, bytes, sizeof bytes);
    for (long i = 0; i < n && n == (long)kinds[kind].bytes; i++) {
        crc = crc << 8 | bytes[i];
    }
    return crc;
}

void crc_combine(enum checksum_kind kind, char first[CHECKSUM_TEXT_SIZE], const char *second,
                 uint64_t size)
{
    uint64_t one = kinds[kind].bytes == 4 ? UINT64_C(1) << 31 : UINT64_C(1) << 63;
    uint64_t factor = one, power = one >> 8; /* x^8 */
    for (; size > 0; size >>= 1) {
        factor = (size & 1) != 0 ? multiply(kind, factor, power) : factor;
        power = multiply(kind, power, power);
    }
    put_crc(kind, multiply(kind, read_crc(kind, first), factor) ^ read_crc(kind, second), first);
}
