/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes as text of hexadecimal digits. */
#ifndef SLRUN_BASE_HEX_H
#define SLRUN_BASE_HEX_H

#include <stddef.h>

/* Text of malloc's, two digits a byte; NULL: out of memory. */
char *hex_text(const void *data, size_t size);

/* `size` bytes and a NUL, of malloc's; bytes that `text` (NULL: "") does not have are 0. NULL: out
 * of memory. */
char *hex_bytes(const char *text, size_t size);

#endif
