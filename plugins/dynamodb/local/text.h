/* SPDX-License-Identifier: Apache-2.0 */
/* A string that grows while it is put together. */
#ifndef SLRUN_DYNAMODB_TEXT_H
#define SLRUN_DYNAMODB_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* Zeroed at first. `data` is NUL-terminated, or NULL while nothing was added. */
struct text {
    char *data;
    size_t size;
    size_t capacity;
    bool failed; /* out of memory: what was added since is lost */
};

void text_add(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));

void text_append(struct text *text, const char *data, size_t size);

/* `data`, or "" where there is none. */
const char *text_string(const struct text *text);

void text_free(struct text *text);

#endif
