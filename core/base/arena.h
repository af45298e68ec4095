/* SPDX-License-Identifier: Apache-2.0 */
/* Memory that is freed all at once: what one call of an operation, or one case, needs. */
#ifndef SLRUN_BASE_ARENA_H
#define SLRUN_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct slrun_arena;

/* A new arena that gives out at most `limit` bytes in all; NULL: out of memory. */
struct slrun_arena *arena_new(size_t limit);

/* Frees the arena and everything from it. NULL is allowed. */
void arena_free(struct slrun_arena *arena);

/* Zeroed memory, aligned for any type; NULL when out of memory or over the limit. */
void *arena_alloc(struct slrun_arena *arena, size_t size);

/* Copies of bytes (with a NUL behind them), of a string, of a printf. NULL as above. */
char *arena_copy(struct slrun_arena *arena, const void *data, size_t size);
char *arena_str(struct slrun_arena *arena, const char *str);
char *arena_format(struct slrun_arena *arena, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vformat(struct slrun_arena *arena, const char *fmt, va_list args)
    __attribute__((format(printf, 2, 0)));

/* Hands an allocation of malloc (jansson's, say) to the arena, which then frees it. NULL (and
 * `memory` freed) when out of memory. */
void *arena_adopt(struct slrun_arena *arena, void *memory);

#endif
