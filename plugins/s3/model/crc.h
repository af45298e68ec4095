/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The reflected CRCs of S3's checksums: CRC32 (ISO 3309), CRC32C (Castagnoli, RFC 9260 appendix A),
 * CRC64NVME (NVM Express command set). Where the processor multiplies without carry (PCLMULQDQ) 64
 * bytes are taken at once, as in Gopal and others, "Fast CRC Computation for Generic Polynomials
 * Using PCLMULQDQ Instruction" (Intel, 2009); else 8, by tables.
 */
#ifndef SLRUN_S3_CRC_H
#define SLRUN_S3_CRC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum crc_kind { CRC_32, CRC_32C, CRC_64NVME, CRC_KINDS };

/* Bytes of a CRC. */
size_t crc_bytes(enum crc_kind kind);

/* The register before the first byte; the CRC is its complement behind the last one. Makes the
 * tables of this kind the first time, so it comes before the others; from any thread. */
uint64_t crc_begin(enum crc_kind kind);
uint64_t crc_add(enum crc_kind kind, uint64_t crc, const void *data, size_t size);

/* The same by tables alone: for tests. */
uint64_t crc_add_by_tables(enum crc_kind kind, uint64_t crc, const void *data, size_t size);

#endif
