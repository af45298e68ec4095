/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8 (RFC 3629) and percent-encoding (RFC 3986). */
#ifndef SLRUN_S3_UTF8_H
#define SLRUN_S3_UTF8_H

#include "pool.h"

/* Bytes of the character that begins at `data`; 0: it is not UTF-8. size > 0. */
size_t utf8_size(const char *data, size_t size);
bool utf8_valid(struct slice slice);

/* Decodes %XX, and '+' as a blank where `form`; a percent sign that begins no escape stays. `data`
 * NULL: no memory. */
struct slice percent_decode(struct pool *pool, struct slice slice, bool form);

#endif
