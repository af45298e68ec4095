/* SPDX-License-Identifier: Apache-2.0 */
/* A string that grows while it is put together. */
#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 256 };

static bool reserve(struct text *text, size_t more)
{
    size_t needed = text->size + more + 1;
    size_t capacity = text->capacity == 0 ? FIRST_CAPACITY : text->capacity;
    while (capacity < needed)
        capacity *= 2;
    if (capacity == text->capacity)
        return true;
    char *data = realloc(text->data, capacity);
    if (data == NULL) {
        text->failed = true;
        return false;
    }
    text->data = data;
    text->capacity = capacity;
    return true;
}

void text_add(struct text *text, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (text->failed || length < 0 || !reserve(text, (size_t)length))
        return;
    va_start(args, format);
    vsnprintf(text->data + text->size, (size_t)length + 1, format, args);
    va_end(args);
    text->size += (size_t)length;
}

void text_append(struct text *text, const char *data, size_t size)
{
    if (text->failed || !reserve(text, size))
        return;
    memcpy(text->data + text->size, data, size);
    text->size += size;
    text->data[text->size] = '\0';
}

const char *text_string(const struct text *text)
{
    return text->data == NULL ? "" : text->data;
}

void text_free(struct text *text)
{
    free(text->data);
    *text = (struct text){0};
}
