/* SPDX-License-Identifier: Apache-2.0 */
/*
 * S3's checksums (user guide, "Checking object integrity"): CRC-32 and CRC-32C of 32 bits, big
 * endian; CRC-64/NVME of 64; SHA-1 and SHA-256; all as base64.
 */
#ifndef SLRUN_S3_CHECKSUM_H
#define SLRUN_S3_CHECKSUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* X(symbol, name, bytes) */
#define CHECKSUMS(X)                                                                               \
    X(CRC32, "CRC32", 4)                                                                           \
    X(CRC32C, "CRC32C", 4)                                                                         \
    X(CRC64NVME, "CRC64NVME", 8)                                                                   \
    X(SHA1, "SHA1", 20)                                                                            \
    X(SHA256, "SHA256", 32)

enum checksum_kind {
#define CHECKSUM_ENUM(symbol, name, bytes) CHECKSUM_##symbol,
    CHECKSUMS(CHECKSUM_ENUM)
#undef CHECKSUM_ENUM
        CHECKSUM_COUNT,
    CHECKSUM_NONE = CHECKSUM_COUNT
};

enum { CHECKSUM_BYTES_MAX = 32, CHECKSUM_TEXT_SIZE = 64, CRC_KINDS = 3 };

/* The tables of the three CRCs: made once, then read only. */
struct crc_tables {
    uint64_t slices[CRC_KINDS][8][256];
};

void crc_tables_fill(struct crc_tables *tables);

struct evp_md_ctx_st;

/* One running checksum. */
struct checksum {
    enum checksum_kind kind;
    const struct crc_tables *tables;
    uint64_t crc;
    struct evp_md_ctx_st *digest;
};

/* "CRC32C" of the kind, and the kind of a name in any case (NONE: none is called so). */
const char *checksum_name(enum checksum_kind kind);
enum checksum_kind checksum_kind(const char *name);
bool checksum_is_crc(enum checksum_kind kind);

/* false: no memory. end() frees what is in it; `out` may be NULL. */
bool checksum_begin(struct checksum *sum, enum checksum_kind kind,
                    const struct crc_tables *tables);
void checksum_add(struct checksum *sum, const void *data, size_t size);
void checksum_end(struct checksum *sum, char out[CHECKSUM_TEXT_SIZE]);

/* Whether the text is base64 of as many bytes as the kind has. */
bool checksum_well_formed(enum checksum_kind kind, const char *text);

/* The CRC of a text whose first part has the CRC `first` and whose second, of `size` bytes, has
 * `second`; base64 all. */
void crc_combine(enum checksum_kind kind, char first[CHECKSUM_TEXT_SIZE], const char *second,
                 uint64_t size);

#endif
