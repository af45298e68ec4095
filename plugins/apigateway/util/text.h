/* SPDX-License-Identifier: Apache-2.0 */
/* Text that grows up to a bound; percent-encoding and base64. */
#ifndef SLRUN_APIGATEWAY_TEXT_H
#define SLRUN_APIGATEWAY_TEXT_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include <slrun/abi.h>

/* A NUL always stands behind `n` bytes at `at`, which is NULL while nothing was added. After a
 * failure (no memory, more than `max`) all that follows does nothing. */
struct text {
    char *at;
    size_t n, room, max;
    bool failed;
};

enum { TEXT_MAX = 16 << 20 };

#define TEXT_INIT                                                                                  \
    {                                                                                              \
        .max = TEXT_MAX                                                                            \
    }

void text_add(struct text *t, const void *bytes, size_t n);
void text_adds(struct text *t, const char *s);
void text_addc(struct text *t, char c);
void text_addf(struct text *t, const char *format, ...) SLRUN_PRINTF(2, 3);
/* Compact JSON. */
void text_add_json(struct text *t, const json_t *json);
/* Percent-encodes all but letters, digits and the characters in `keep`; a space as "+" where
 * `form`. */
void text_add_encoded(struct text *t, const char *s, const char *keep, bool form);
/* Takes percent-encoding away, and "+" for a space where `form`. */
void text_add_decoded(struct text *t, const char *s, size_t n, bool form);
/* RFC 4648; decoding takes both alphabets and false for what is none. */
void text_add_base64(struct text *t, const void *bytes, size_t n);
bool text_add_unbase64(struct text *t, const char *s);

/* The text as a C string, "" if there is none. */
const char *text_str(const struct text *t);
/* A JSON string of it (bytes that are no UTF-8 become U+FFFD); frees it. NULL: it has failed. */
json_t *text_json(struct text *t);
/* The same of bytes. */
json_t *text_json_bytes(const void *bytes, size_t n);
void text_free(struct text *t);

/* The string that stands in an object, or NULL. */
const char *text_get(const json_t *object, const char *name);
bool text_is(const json_t *object, const char *name, const char *value);

/* Words of requests, which may be NULL: then they are none and begin with none. */
bool word_is(const char *word, const char *other);
bool word_begins(const char *word, const char *start);
/* Whether it is one of a list that NULL ends. */
bool word_among(const char *const *words, const char *word);

#endif
