/* SPDX-License-Identifier: Apache-2.0 */
/* Checksums. */
#include "model/checksum.h"

#include <string.h>

#include <openssl/evp.h>

#include "model/crc.h"

const char *const s3_checksum_names[] = {"CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"};
const char *const s3_checksum_headers[] = {"x-amz-checksum-crc32", "x-amz-checksum-crc32c",
                                           "x-amz-checksum-crc64nvme", "x-amz-checksum-sha1",
                                           "x-amz-checksum-sha256"};

static bool is_crc(enum s3_checksum_kind kind)
{
    return kind <= S3_CHECKSUM_CRC64NVME;
}

_Static_assert((int)S3_CHECKSUM_CRC32 == (int)CRC_32 && (int)S3_CHECKSUM_CRC32C == (int)CRC_32C &&
                   (int)S3_CHECKSUM_CRC64NVME == (int)CRC_64NVME,
               "the two count alike");

static enum crc_kind crc_of(enum s3_checksum_kind kind)
{
    return (enum crc_kind)kind;
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
    if (is_crc(kind)) {
        c->crc = crc_begin(crc_of(kind));
        return true;
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
    if (is_crc(c->kind)) {
        c->crc = crc_add(crc_of(c->kind), c->crc, data, size);
        return true;
    }
    return EVP_DigestUpdate(c->digest, data, size) == 1;
}

static size_t put_crc(const struct s3_checksum *c, unsigned char *bytes)
{
    size_t size = crc_bytes(crc_of(c->kind));
    for (size_t i = 0; i < size; i++) {
        bytes[i] = (unsigned char)(~c->crc >> (8 * (size - 1 - i)));
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
        size = (unsigned)put_crc(c, bytes);
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
