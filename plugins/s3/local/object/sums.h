/* SPDX-License-Identifier: Apache-2.0 */
/* Checksums as the service needs them beyond computing them (model/checksum.h). */
#ifndef SLRUN_S3_SUMS_H
#define SLRUN_S3_SUMS_H

#include "model/checksum.h"

/* No checksum at all. */
#define SUM_NONE S3_CHECKSUM_KINDS

/* The kind of a name in any case; NULL, and what is none: SUM_NONE. */
enum s3_checksum_kind sum_kind(const char *name);

/* "crc32c", as texts of errors have it. */
const char *sum_lower(enum s3_checksum_kind kind);

/* Whether the text is base64 of as many bytes as the kind has. */
bool sum_well_formed(enum s3_checksum_kind kind, const char *text);

/* Whether the sums of two parts make that of both: a CRC. */
bool sum_combines(enum s3_checksum_kind kind);

/* The CRC of a text whose first part has the CRC `first` and whose second, of `size` bytes, has
 * `second`; base64 all. */
void sum_combine(enum s3_checksum_kind kind, char first[S3_CHECKSUM_TEXT_SIZE], const char *second,
                 uint64_t size);

#endif
