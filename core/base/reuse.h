/* SPDX-License-Identifier: Apache-2.0 */
/*
 * malloc() and free() for small objects that come and go all the time, as the values of JSON do.
 * What is freed is kept, a few of each size and for each thread, with fewer steps than malloc()
 * takes. All of it is malloc's own memory: free() may be given it, and reuse_free() what malloc()
 * gave. With AddressSanitizer, or another C library, these are malloc() and free() themselves.
 */
#ifndef SLRUN_BASE_REUSE_H
#define SLRUN_BASE_REUSE_H

#include <stddef.h>

enum {
    REUSE_STEP = 16,  /* sizes are rounded up to it, */
    REUSE_SIZES = 16, /* and kept up to so many steps */
    REUSE_MOST = 64   /* objects of a size that are kept */
};

void *reuse_alloc(size_t size);
void reuse_free(void *memory);

/* Has jansson use both from now on. */
void reuse_for_json(void);

#endif
