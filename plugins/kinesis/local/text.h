/* SPDX-License-Identifier: Apache-2.0 */
/* A text that grows. What does not fit into memory is remembered and told at the end. */
#ifndef SLRUN_KINESIS_TEXT_H
#define SLRUN_KINESIS_TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct text {
    char *data; /* ends with NUL, or NULL while empty */
    size_t size;
    size_t capacity;
    bool failed; /* out of memory */
};

void text_add(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_append(struct text *text, const char *data, size_t size);
void text_free(struct text *text);

#endif
