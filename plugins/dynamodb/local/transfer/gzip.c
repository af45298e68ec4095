/* SPDX-License-Identifier: Apache-2.0 */
#include "transfer/gzip.h"

enum { BLOCK = 64 * 1024, MEMORY_LEVEL = 8 };

bool gzip_pack(const struct text *plain, struct text *packed)
{
    z_stream stream = {.zalloc = Z_NULL};
    unsigned char block[BLOCK];
    int result = deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, GZIP_WINDOW, MEMORY_LEVEL,
                              Z_DEFAULT_STRATEGY);
    stream.next_in = (z_const Bytef *)text_string(plain);
    stream.avail_in = (uInt)plain->size;
    while (result == Z_OK) {
        stream.next_out = block;
        stream.avail_out = sizeof block;
        result = deflate(&stream, Z_FINISH);
        text_append(packed, (const char *)block, sizeof block - stream.avail_out);
    }
    deflateEnd(&stream);
    return result == Z_STREAM_END && !packed->failed;
}

bool gzip_unpack(z_stream *stream, const void *data, size_t size, struct text *plain)
{
    unsigned char block[BLOCK];
    stream->next_in = (z_const Bytef *)data;
    stream->avail_in = (uInt)size;
    int result = Z_OK;
    do {
        stream->next_out = block;
        stream->avail_out = sizeof block;
        result = inflate(stream, Z_NO_FLUSH);
        text_append(plain, (const char *)block, sizeof block - stream->avail_out);
        if (result == Z_STREAM_END && inflateReset(stream) != Z_OK)
            return false;
    } while ((result == Z_OK || result == Z_STREAM_END) &&
             (stream->avail_in > 0 || stream->avail_out == 0));
    return (result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR) && !plain->failed;
}
