/* SPDX-License-Identifier: Apache-2.0 */
/* The xxHashes of S3's checksums, with seed 0 and in their canonical form (xxHash's specification:
 * the most significant byte first). */
#ifndef SLRUN_S3_XXH_H
#define SLRUN_S3_XXH_H

#include <stdbool.h>
#include <stddef.h>

enum xxh_kind { XXH_64, XXH_3, XXH_128 };

enum { XXH_BYTES_MAX = 16 };

/* One that is being computed, to be dropped; NULL: no memory. */
void *xxh_begin(enum xxh_kind kind);
bool xxh_add(enum xxh_kind kind, void *state, const void *data, size_t size);
/* Of what was added so far; how many bytes it has. */
size_t xxh_end(enum xxh_kind kind, const void *state, unsigned char bytes[XXH_BYTES_MAX]);
void xxh_drop(enum xxh_kind kind, void *state);

#endif
