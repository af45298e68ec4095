/* SPDX-License-Identifier: Apache-2.0 */
#include "request.h"

#include <string.h>
#include <strings.h>
#include <zlib.h>

#include "text.h"

enum {
    BLOCK = 64 * 1024,
    DEFLATE = MAX_WBITS,  /* the format of zlib (RFC 1950) */
    GZIP = MAX_WBITS + 16 /* RFC 1952 */
};

/* RFC 1952: members may stand one behind the other. */
static bool goes_on(const z_stream *stream)
{
    static const unsigned char magic[] = {0x1f, 0x8b};
    return stream->avail_in >= sizeof magic && memcmp(stream->next_in, magic, sizeof magic) == 0;
}

/* AWS lets be what is behind the last member of gzip, and refuses what is behind a deflate. */
static bool inflate_all(z_stream *stream, int format, struct text *plain)
{
    unsigned char block[BLOCK];
    int result = Z_OK;
    while (result == Z_OK && plain->size <= REQUEST_BYTES_MAX && !plain->failed) {
        stream->next_out = block;
        stream->avail_out = sizeof block;
        result = inflate(stream, Z_NO_FLUSH);
        text_append(plain, (const char *)block, sizeof block - stream->avail_out);
        if (result == Z_STREAM_END && goes_on(stream))
            result = inflateReset(stream);
    }
    return result == Z_STREAM_END && (format == GZIP || stream->avail_in == 0) &&
           plain->size <= REQUEST_BYTES_MAX && !plain->failed;
}

static bool unpack(const struct slrun_exchange *x, int format, struct text *plain)
{
    z_stream stream = {
        .zalloc = Z_NULL, .next_in = (z_const Bytef *)x->body, .avail_in = (uInt)x->size};
    if (inflateInit2(&stream, format) != Z_OK)
        return false;
    bool ok = inflate_all(&stream, format, plain);
    inflateEnd(&stream);
    return ok;
}

json_t *request_read(const struct slrun_cloud *cloud, const struct slrun_exchange *x,
                     struct fault *fault)
{
    const char *encoding = cloud->host->header_get(x->headers, x->n_headers, "content-encoding");
    struct text plain = {0};
    json_t *json = NULL;
    if (encoding == NULL || *encoding == '\0')
        json = cloud->host->json_read(x->body, x->size, JSON_ALLOW_NUL, NULL);
    else if ((strcasecmp(encoding, "gzip") == 0 && unpack(x, GZIP, &plain)) ||
             (strcasecmp(encoding, "deflate") == 0 && unpack(x, DEFLATE, &plain)))
        json = cloud->host->json_read(text_string(&plain), plain.size, JSON_ALLOW_NUL, NULL);
    else
        fault_internal(fault);
    text_free(&plain);
    if (!json_is_object(json) && fault->kind == FAULT_NONE) {
        fault_set(fault, FAULT_SERIALIZATION, NULL);
        json_decref(json);
        json = NULL;
    }
    return json;
}
