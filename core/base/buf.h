/* SPDX-License-Identifier: Apache-2.0 */
/* A growing byte buffer with a stated maximum. */
#ifndef SLRUN_BASE_BUF_H
#define SLRUN_BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/*
 * `data` is NULL while the buffer is empty and never used; otherwise a NUL stands behind the last
 * byte. A write that would pass `max` or for which there is no memory adds nothing and sets
 * `failed`, which stays set: check it once, at the end.
 */
struct buf {
    char *data;
    size_t len, cap, max;
    bool failed;
};

#define BUF_INIT(limit) ((struct buf){.max = (limit)})

void buf_free(struct buf *b);
/* Forgets the content, keeps the memory. */
void buf_clear(struct buf *b);
bool buf_add(struct buf *b, const void *data, size_t len);
/* Room for `more` bytes behind the content, and a NUL; NULL: there is none, and the buffer failed.
 * What was written there becomes content when `len` says so. */
char *buf_room(struct buf *b, size_t more);
bool buf_puts(struct buf *b, const char *str);
bool buf_putc(struct buf *b, char c);
bool buf_printf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
bool buf_vprintf(struct buf *b, const char *fmt, va_list args)
    __attribute__((format(printf, 2, 0)));
/* The content as a string, "" when there is none; belongs to the buffer. */
const char *buf_str(const struct buf *b);

#endif
