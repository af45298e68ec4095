/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes in hexadecimal digits, lower case. */
#ifndef SLRUN_S3_HEX_H
#define SLRUN_S3_HEX_H

#include <stddef.h>
#include <stdint.h>

/* out: 2 * size + 1 bytes. */
void hex_encode(const void *data, size_t size, char *out);
/* The number of bytes, or -1: it is none, or more than `room`. */
long hex_decode(const char *text, uint8_t *out, size_t room);

#endif
