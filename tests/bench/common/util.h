/* SPDX-License-Identifier: Apache-2.0 */
/* What the benchmark's programs share: the clock, memory that is there or ends the program. */
#ifndef SLRUN_BENCH_UTIL_H
#define SLRUN_BENCH_UTIL_H

#include <stddef.h>
#include <stdint.h>

/* The exit code of a benchmark program that could not do its work. */
#define EXIT_BROKEN 3

/* Nanoseconds of the monotonic clock. */
uint64_t clock_ns(void);

/* Says what went wrong and exits with EXIT_BROKEN; die_errno adds the text of errno. */
_Noreturn void die(const char *what);
_Noreturn void die_errno(const char *what);

/* calloc and realloc of count elements of the given size; they end the program when there is no
 * memory. The caller frees. */
void *zeroed(size_t count, size_t size);
void *grow(void *old, size_t count, size_t size);

/* Raises the soft limit of open files to the hard one. */
void raise_open_files(void);

#endif
