/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8 (RFC 3629) and percent-encoding (RFC 3986). */
#ifndef SLRUN_S3_UTF8_H
#define SLRUN_S3_UTF8_H

#include "store/pool.h"

/* Bytes of the character that begins at `data`; 0: it is not UTF-8. size > 0. */
size_t utf8_size(const char *data, size_t size);
bool utf8_valid(struct slice slice);

/* ISO 8859-1 as UTF-8, and back (what is not in it: '?'). NULL: no memory. */
const char *latin_to_utf8(struct pool *pool, const char *latin);
const char *utf8_to_latin(struct pool *pool, const char *text);

/* Decodes %XX, and '+' as a blank where `form`; a percent sign that begins no escape stays. `data`
 * NULL: no memory. */
struct slice percent_decode(struct pool *pool, struct slice slice, bool form);

#endif
