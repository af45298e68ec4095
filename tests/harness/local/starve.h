/* SPDX-License-Identifier: Apache-2.0 */
/* Allocations of the program's own objects, and jansson's, that fail when they are told to. */
#ifndef SLRUN_TESTS_LOCAL_STARVE_H
#define SLRUN_TESTS_LOCAL_STARVE_H

#include <stdbool.h>
#include <stddef.h>

/* Of the allocations between starve_begin() and starve_end(), the one behind `n` others fails. */
void starve_after(long n);
void starve_begin(void);
void starve_end(void);

/* Whether it has failed. */
bool starve_happened(void);

/* For json_set_alloc_funcs(). */
void *starve_malloc(size_t size);

#endif
