/* SPDX-License-Identifier: Apache-2.0 */
/* Base64 (RFC 4648) and hexadecimal. */
#ifndef SLRUN_S3_BASE64_H
#define SLRUN_S3_BASE64_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BASE64_SIZE(n) (((n) + 2) / 3 * 4 + 1)

/* out: BASE64_SIZE(size) bytes. */
void base64_encode(const void *data, size_t size, char *out);
/* Strict: whole groups, padding, no blanks. The number of bytes, or -1: not base64, or more than
 * `room`. */
long base64_decode(const char *text, uint8_t *out, size_t room);

/* out: 2 * size + 1 bytes. */
void hex_encode(const void *data, size_t size, char *out);
long hex_decode(const char *text, uint8_t *out, size_t room);

#endif
