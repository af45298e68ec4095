/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON as text, written value by value into a buffer, without a tree. Each adds one value, and the
 * comma before it where it is not the first. `key`: of a member, ASCII without quotes; NULL: it is
 * an element of a list, or stands alone. What went wrong is in the buffer (`failed`).
 */
#ifndef SLRUN_BASE_JSON_PUT_H
#define SLRUN_BASE_JSON_PUT_H

#include <jansson.h>
#include <stdint.h>

#include "base/buf.h"

/* Opens an object or a list by its bracket; what is put from here on is in it, until it is closed.
 */
void json_put_open(struct buf *to, const char *key, char bracket);
void json_put_close(struct buf *to, char bracket);

/* A string, escaped as jansson does it, with U+FFFD for each byte that is no UTF-8; NULL: null. */
void json_put_text(struct buf *to, const char *key, const char *text);
void json_put_bytes(struct buf *to, const char *key, const char *text, size_t size);

void json_put_integer(struct buf *to, const char *key, int64_t n);
void json_put_bool(struct buf *to, const char *key, bool value);
/* Rounded to so many digits behind the point (base/number.h); what is not finite is null. */
void json_put_real(struct buf *to, const char *key, double value, unsigned digits);
/* A tree, with reals of 15 digits; NULL: null. */
void json_put_json(struct buf *to, const char *key, const json_t *json);
/* A value that is JSON already. */
void json_put_raw(struct buf *to, const char *key, const char *json, size_t size);

/* In pieces: what stands before a value; and the inside of a string. */
void json_put_key(struct buf *to, const char *key);
void json_escape(struct buf *to, const char *text, size_t size);

#endif
