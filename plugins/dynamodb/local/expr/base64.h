/* SPDX-License-Identifier: Apache-2.0 */
/* Base64 of RFC 4648 section 4, with padding, as AWS requires it in JSON. */
#ifndef SLRUN_DYNAMODB_EXPR_BASE64_H
#define SLRUN_DYNAMODB_EXPR_BASE64_H

#include <stdbool.h>
#include <stddef.h>

/* The greatest number of bytes that `length` characters decode to. */
#define BASE64_DECODED_MAX(length) ((length) / 4 * 3)

/* Is the text in the one standard form: no foreign characters, all padding, no stray bits at the
 * end? */
bool base64_valid(const char *text, size_t length);

/* Decodes `length` characters into `out` (BASE64_DECODED_MAX(length) bytes) and sets *size. False
 * for what is not base64_valid. */
bool base64_decode(const char *text, size_t length, unsigned char *out, size_t *size);

/* The decoded size of a valid text, without decoding it. */
size_t base64_decoded_size(const char *text, size_t length);

#endif
