/* SPDX-License-Identifier: Apache-2.0 */
/* Checksums: three families of algorithms, each with the same four steps. */
#include "model/checksum.h"

#include <string.h>

#include <openssl/evp.h>
#include <slrun/base64.h>

#include "model/crc.h"
#include "model/xxh.h"

const char *const s3_checksum_names[] = {"CRC32",  "CRC32C", "CRC64NVME", "SHA1",    "SHA256",
                                         "SHA512", "MD5",    "XXHASH64",  "XXHASH3", "XXHASH128"};
const char *const s3_checksum_headers[] = {"x-amz-checksum-crc32",     "x-amz-checksum-crc32c",
                                           "x-amz-checksum-crc64nvme", "x-amz-checksum-sha1",
                                           "x-amz-checksum-sha256",    "x-amz-checksum-sha512",
                                           "x-amz-checksum-md5",       "x-amz-checksum-xxhash64",
                                           "x-amz-checksum-xxhash3",   "x-amz-checksum-xxhash128"};
const char *const s3_checksum_elements[] = {
    "ChecksumCRC32",   "ChecksumCRC32C",   "ChecksumCRC64NVME", "ChecksumSHA1",
    "ChecksumSHA256",  "ChecksumSHA512",   "ChecksumMD5",       "ChecksumXXHASH64",
    "ChecksumXXHASH3", "ChecksumXXHASH128"};

struct family {
    bool (*begin)(struct s3_checksum *c);
    bool (*add)(struct s3_checksum *c, const void *data, size_t size);
    /* Bytes written; 0: it failed. */
    size_t (*end)(struct s3_checksum *c, unsigned char *bytes);
    void (*drop)(struct s3_checksum *c);
};

/* ---- CRC ---- */

_Static_assert((int)S3_CHECKSUM_CRC32 == (int)CRC_32 && (int)S3_CHECKSUM_CRC32C == (int)CRC_32C &&
                   (int)S3_CHECKSUM_CRC64NVME == (int)CRC_64NVME,
               "the two count alike");

static bool crc_family_begin(struct s3_checksum *c)
{
    c->crc = crc_begin((enum crc_kind)c->kind);
    return true;
}

static bool crc_family_add(struct s3_checksum *c, const void *data, size_t size)
{
    c->crc = crc_add((enum crc_kind)c->kind, c->crc, data, size);
    return true;
}

static size_t crc_family_end(struct s3_checksum *c, unsigned char *bytes)
{
    size_t size = crc_bytes((enum crc_kind)c->kind);
    for (size_t i = 0; i < size; i++)
        bytes[i] = (unsigned char)(~c->crc >> (8 * (size - 1 - i)));
    return size;
}

static void crc_family_drop(struct s3_checksum *c)
{
    (void)c;
}

static const struct family crc_family = {crc_family_begin, crc_family_add, crc_family_end,
                                         crc_family_drop};

/* ---- digests of OpenSSL ---- */

static const EVP_MD *digest_of(enum s3_checksum_kind kind)
{
    return kind == S3_CHECKSUM_SHA1     ? EVP_sha1()
           : kind == S3_CHECKSUM_SHA256 ? EVP_sha256()
           : kind == S3_CHECKSUM_SHA512 ? EVP_sha512()
                                        : EVP_md5();
}

static bool digest_begin(struct s3_checksum *c)
{
    c->state = EVP_MD_CTX_new();
    return c->state != NULL && EVP_DigestInit_ex(c->state, digest_of(c->kind), NULL) == 1;
}

static bool digest_add(struct s3_checksum *c, const void *data, size_t size)
{
    return EVP_DigestUpdate(c->state, data, size) == 1;
}

static size_t digest_end(struct s3_checksum *c, unsigned char *bytes)
{
    unsigned size = 0;
    return EVP_DigestFinal_ex(c->state, bytes, &size) == 1 ? size : 0;
}

static void digest_drop(struct s3_checksum *c)
{
    EVP_MD_CTX_free(c->state);
}

static const struct family digest_family = {digest_begin, digest_add, digest_end, digest_drop};

/* ---- xxHash ---- */

_Static_assert((int)S3_CHECKSUM_XXHASH64 + 1 == (int)S3_CHECKSUM_XXHASH3 &&
                   (int)S3_CHECKSUM_XXHASH64 + 2 == (int)S3_CHECKSUM_XXHASH128 &&
                   (int)XXH_64 == 0 && (int)XXH_3 == 1 && (int)XXH_128 == 2,
               "the two count alike");

static enum xxh_kind xxh_of(const struct s3_checksum *c)
{
    return (enum xxh_kind)(c->kind - S3_CHECKSUM_XXHASH64);
}

static bool xxh_family_begin(struct s3_checksum *c)
{
    c->state = xxh_begin(xxh_of(c));
    return c->state != NULL;
}

static bool xxh_family_add(struct s3_checksum *c, const void *data, size_t size)
{
    return xxh_add(xxh_of(c), c->state, data, size);
}

static size_t xxh_family_end(struct s3_checksum *c, unsigned char *bytes)
{
    return xxh_end(xxh_of(c), c->state, bytes);
}

static void xxh_family_drop(struct s3_checksum *c)
{
    xxh_drop(xxh_of(c), c->state);
}

static const struct family xxh_family = {xxh_family_begin, xxh_family_add, xxh_family_end,
                                         xxh_family_drop};

/* ---- all of them ---- */

static const struct family *family_of(enum s3_checksum_kind kind)
{
    return kind <= S3_CHECKSUM_CRC64NVME ? &crc_family
           : kind <= S3_CHECKSUM_MD5     ? &digest_family
                                         : &xxh_family;
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
    if (family_of(kind)->begin(c))
        return true;
    s3_checksum_drop(c);
    return false;
}

bool s3_checksum_add(struct s3_checksum *c, const void *data, size_t size)
{
    return family_of(c->kind)->add(c, data, size);
}

bool s3_checksum_end(struct s3_checksum *c, char text[S3_CHECKSUM_TEXT_SIZE])
{
    unsigned char bytes[S3_CHECKSUM_BYTES_MAX];
    size_t size = family_of(c->kind)->end(c, bytes);
    s3_checksum_drop(c);
    if (size > 0)
        slrun_base64_write(bytes, size, text);
    return size > 0;
}

void s3_checksum_drop(struct s3_checksum *c)
{
    if (c->state != NULL)
        family_of(c->kind)->drop(c);
    c->state = NULL;
}

bool s3_checksum(enum s3_checksum_kind kind, const void *data, size_t size,
                 char text[S3_CHECKSUM_TEXT_SIZE])
{
    struct s3_checksum c;
    if (!s3_checksum_begin(&c, kind))
        return false;
    if (s3_checksum_add(&c, data, size))
        return s3_checksum_end(&c, text);
    s3_checksum_drop(&c);
    return false;
}
