/* SPDX-License-Identifier: Apache-2.0 */
/* Checksums. CRC32 is zlib's; the other CRCs go by tables, 8 bytes at a time. */
#include "model/checksum.h"

#include <limits.h>
#include <string.h>

#include <openssl/evp.h>
#include <pthread.h>
#include <zlib.h>

const char *const s3_checksum_names[] = {"CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"};
const char *const s3_checksum_headers[] = {"x-amz-checksum-crc32", "x-amz-checksum-crc32c",
                                           "x-amz-checksum-crc64nvme", "x-amz-checksum-sha1",
                                           "x-amz-checksum-sha256"};

/* Reflected polynomials. */
#define CASTAGNOLI 0x82f63b78ULL
#define NVME       0x9a6c9329ac4bc9b5ULL

enum { SLICES = 8 };

static uint64_t castagnoli[SLICES][256], nvme[SLICES][256];
static pthread_once_t tables_made = PTHREAD_ONCE_INIT;

static void make_table(uint64_t table[SLICES][256], uint64_t polynomial)
{
    for (unsigned i = 0; i < 256; i++) {
        uint64_t crc = i;
        for (int bit = 0; bit < 8; bit++) {
            crc = crc >> 1 ^ ((crc & 1) != 0 ? polynomial : 0);
        }
        table[0][i] = crc;
    }
    for (int slice = 1; slice < SLICES; slice++) {
        for (unsigned i = 0; i < 256; i++) {
            uint64_t crc = table[slice - 1][i];
            table[slice][i] = crc >> 8 ^ table[0][crc & 255];
        }
    }
}

static void make_tables(void)
{
    make_table(castagnoli, CASTAGNOLI);
    make_table(nvme, NVME);
}

/* Little-endian; compilers make one instruction of it. */
static uint64_t load(const unsigned char *at)
{
    return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 | (uint64_t)at[3] << 24 |
           (uint64_t)at[4] << 32 | (uint64_t)at[5] << 40 | (uint64_t)at[6] << 48 |
           (uint64_t)at[7] << 56;
}

/* Works for both widths: a CRC of 32 bits has nothing in the upper half. The eight are written out:
 * a loop over them takes three times as long. */
static uint64_t crc_add(uint64_t t[SLICES][256], uint64_t crc, const unsigned char *at, size_t size)
{
    for (; size >= SLICES; size -= SLICES, at += SLICES) {
        uint64_t w = load(at) ^ crc;
        crc = t[7][w & 255] ^ t[6][w >> 8 & 255] ^ t[5][w >> 16 & 255] ^ t[4][w >> 24 & 255] ^
              t[3][w >> 32 & 255] ^ t[2][w >> 40 & 255] ^ t[1][w >> 48 & 255] ^ t[0][w >> 56];
    }
    for (; size > 0; size--, at++) {
        crc = crc >> 8 ^ t[0][(crc ^ *at) & 255];
    }
    return crc;
}

bool s3_checksum_kind(const char *name, enum s3_checksum_kind *kind)
{
    for (int i = 0; i < S3_CHECKSUM_KINDS; i++) {
        if (strcmp(s3_checksum_names[i], name) == 0) {
            *kind = (enum s3_checksum_kind)i;
            return true;
        }
    }
    return false;
}

bool s3_checksum_begin(struct s3_checksum *c, enum s3_checksum_kind kind)
{
    *c = (struct s3_checksum){.kind = kind};
    if (kind == S3_CHECKSUM_CRC32) {
        return true;
    }
    if (kind == S3_CHECKSUM_CRC32C || kind == S3_CHECKSUM_CRC64NVME) {
        c->crc = kind == S3_CHECKSUM_CRC32C ? UINT32_MAX : UINT64_MAX;
        return pthread_once(&tables_made, make_tables) == 0;
    }
    c->digest = EVP_MD_CTX_new();
    if (c->digest != NULL &&
        EVP_DigestInit_ex(c->digest, kind == S3_CHECKSUM_SHA1 ? EVP_sha1() : EVP_sha256(), NULL)) {
        return true;
    }
    s3_checksum_drop(c);
    return false;
}

bool s3_checksum_add(struct s3_checksum *c, const void *data, size_t size)
{
    switch (c->kind) {
    case S3_CHECKSUM_CRC32:
        c->crc = crc32_z((uLong)c->crc, data, size);
        return true;
    case S3_CHECKSUM_CRC32C:
        c->crc = crc_add(castagnoli, c->crc, data, size);
        return true;
    case S3_CHECKSUM_CRC64NVME:
        c->crc = crc_add(nvme, c->crc, data, size);
        return true;
    default:
        return EVP_DigestUpdate(c->digest, data, size) == 1;
    }
}

static size_t crc_bytes(const struct s3_checksum *c, unsigned char *bytes)
{
    size_t size = c->kind == S3_CHECKSUM_CRC64NVME ? 8 : 4;
    uint64_t crc = c->kind == S3_CHECKSUM_CRC32 ? c->crc : ~c->crc;
    for (size_t i = 0; i < size; i++) {
        bytes[i] = (unsigned char)(crc >> (8 * (size - 1 - i)));
    }
    return size;
}

bool s3_checksum_end(struct s3_checksum *c, char text[S3_CHECKSUM_TEXT_SIZE])
{
    unsigned char bytes[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    bool ok = true;
    if (c->digest != NULL) {
        ok = EVP_DigestFinal_ex(c->digest, bytes, &size) == 1;
    } else {
        size = (unsigned)crc_bytes(c, bytes);
    }
    s3_checksum_drop(c);
    if (ok) {
        EVP_EncodeBlock((unsigned char *)text, bytes, (int)size);
    }
    return ok;
}

void s3_checksum_drop(struct s3_checksum *c)
{
    EVP_MD_CTX_free(c->digest);
    c->digest = NULL;
}

bool s3_checksum(enum s3_checksum_kind kind, const void *data, size_t size,
                 char text[S3_CHECKSUM_TEXT_SIZE])
{
    struct s3_checksum c;
    if (!s3_checksum_begin(&c, kind)) {
        return false;
    }
    if (s3_checksum_add(&c, data, size)) {
        return s3_checksum_end(&c, text);
    }
    s3_checksum_drop(&c);
    return false;
}
