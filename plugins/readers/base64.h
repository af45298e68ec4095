/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SLRUN_READERS_BASE64_H
#define SLRUN_READERS_BASE64_H

#include <stddef.h>

/* The bytes of a base64 text, with a NUL behind them; free() them. NULL: it is none, or no memory.
 */
unsigned char *base64_decode(const char *text, size_t *size);

#endif
