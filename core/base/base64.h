/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes as text: base64 of RFC 4648 section 4, with padding. */
#ifndef SLRUN_BASE_BASE64_H
#define SLRUN_BASE_BASE64_H

#include <stddef.h>

/* To be free()d; `length` (may be NULL) gets that of the text. NULL: there is no memory, or there
 * are more than 1.5 GiB of bytes. */
char *base64_text(const void *bytes, size_t size, size_t *length);

#endif
