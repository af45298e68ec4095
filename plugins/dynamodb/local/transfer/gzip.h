/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes by gzip (RFC 1952). */
#ifndef SLRUN_DYNAMODB_GZIP_H
#define SLRUN_DYNAMODB_GZIP_H

#include <zlib.h>

#include "text.h"

/* Packs `plain` into `packed`, which is empty. False without memory. */
bool gzip_pack(const struct text *plain, struct text *packed);

/* Unpacks the next bytes of a stream that inflateInit2(stream, GZIP_WINDOW) began, also of several
 * one behind the other, onto `plain`. False: it is none, or there is no memory. */
bool gzip_unpack(z_stream *stream, const void *data, size_t size, struct text *plain);
enum { GZIP_WINDOW = 15 + 16 };

#endif
