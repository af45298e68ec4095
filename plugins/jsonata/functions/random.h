/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SLRUN_JSONATA_RANDOM_H
#define SLRUN_JSONATA_RANDOM_H

#include <stddef.h>

/* From 0 to less than 1, by the system's random bytes. */
double jn_random(void);
void jn_random_bytes(void *bytes, size_t size);

#endif
