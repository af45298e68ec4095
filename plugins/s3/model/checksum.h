/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The checksums of S3's objects ("Checking object integrity", Amazon S3 User Guide): CRC32 (ISO
 * 3309), CRC32C (Castagnoli, RFC 9260 appendix A), CRC64NVME (NVM Express command set), SHA-1,
 * SHA-256, SHA-512, MD5, and xxHash of 64 bits (XXH64 and XXH3) and of 128 (XXH3), all with seed 0.
 * On the wire each is the base64 of its bytes, the most significant first.
 */
#ifndef SLRUN_S3_CHECKSUM_H
#define SLRUN_S3_CHECKSUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum s3_checksum_kind {
    S3_CHECKSUM_CRC32,
    S3_CHECKSUM_CRC32C,
    S3_CHECKSUM_CRC64NVME,
    S3_CHECKSUM_SHA1,
    S3_CHECKSUM_SHA256,
    S3_CHECKSUM_SHA512,
    S3_CHECKSUM_MD5,
    S3_CHECKSUM_XXHASH64,
    S3_CHECKSUM_XXHASH3,
    S3_CHECKSUM_XXHASH128,
    S3_CHECKSUM_KINDS
};

enum { S3_CHECKSUM_BYTES_MAX = 64, S3_CHECKSUM_TEXT_SIZE = 96 };

/* "CRC32", the header "x-amz-checksum-crc32", the element "ChecksumCRC32". */
extern const char *const s3_checksum_names[S3_CHECKSUM_KINDS];
extern const char *const s3_checksum_headers[S3_CHECKSUM_KINDS];
extern const char *const s3_checksum_elements[S3_CHECKSUM_KINDS];

/* The kind of a name; false: there is none. */
bool s3_checksum_kind(const char *name, enum s3_checksum_kind *kind);

/* One that is being computed. */
struct s3_checksum {
    enum s3_checksum_kind kind;
    uint64_t crc;
    void *state; /* of the others: OpenSSL's or xxHash's */
};

/* false: no memory. After true, s3_checksum_end() or s3_checksum_drop() must follow. */
bool s3_checksum_begin(struct s3_checksum *c, enum s3_checksum_kind kind);
bool s3_checksum_add(struct s3_checksum *c, const void *data, size_t size);
/* Its base64 in `text`. */
bool s3_checksum_end(struct s3_checksum *c, char text[S3_CHECKSUM_TEXT_SIZE]);
void s3_checksum_drop(struct s3_checksum *c);

/* Begun, added and ended at once. */
bool s3_checksum(enum s3_checksum_kind kind, const void *data, size_t size,
                 char text[S3_CHECKSUM_TEXT_SIZE]);

#endif
