/* SPDX-License-Identifier: Apache-2.0 */
/* The linker sends the program's allocations here (--wrap). */
#include "starve.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
char *__real_strdup(const char *text);
char *__real_strndup(const char *text, size_t size);
#define SHOWN __attribute__((visibility("default"))) /* the linker insists */
SHOWN void *__wrap_malloc(size_t size);
SHOWN void *__wrap_calloc(size_t count, size_t size);
SHOWN void *__wrap_realloc(void *memory, size_t size);
SHOWN char *__wrap_strdup(const char *text);
SHOWN char *__wrap_strndup(const char *text, size_t size);

/* jansson's reader is not meant: that of version 2.14 reads behind what it could not allocate. */
json_t *__real_json_loads(const char *text, size_t flags, json_error_t *error);
json_t *__real_json_loadb(const char *bytes, size_t size, size_t flags, json_error_t *error);
SHOWN json_t *__wrap_json_loads(const char *text, size_t flags, json_error_t *error);
SHOWN json_t *__wrap_json_loadb(const char *bytes, size_t size, size_t flags, json_error_t *error);

static long countdown;
static bool on, happened;

void starve_after(long n)
{
    countdown = n;
    happened = false;
}

void starve_begin(void)
{
    on = true;
}

void starve_end(void)
{
    on = false;
}

bool starve_happened(void)
{
    return happened;
}

static bool fails(void)
{
    bool now = on && !happened && countdown-- == 0;
    happened = happened || now;
    return now;
}

void *starve_malloc(size_t size)
{
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_malloc(size_t size)
{
    return starve_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size)
{
    return fails() ? NULL : __real_realloc(memory, size);
}

char *__wrap_strdup(const char *text)
{
    return fails() ? NULL : __real_strdup(text);
}

char *__wrap_strndup(const char *text, size_t size)
{
    return fails() ? NULL : __real_strndup(text, size);
}

json_t *__wrap_json_loads(const char *text, size_t flags, json_error_t *error)
{
    bool was = on;
    on = false;
    json_t *json = __real_json_loads(text, flags, error);
    on = was;
    return json;
}

json_t *__wrap_json_loadb(const char *bytes, size_t size, size_t flags, json_error_t *error)
{
    bool was = on;
    on = false;
    json_t *json = __real_json_loadb(bytes, size, flags, error);
    on = was;
    return json;
}
