/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A message (Smithy, "Amazon Event Stream Specification"): its length and that of its headers, the
 * CRC-32 of those two, the headers, the payload, the CRC-32 of all before. Numbers are big-endian.
 */
#include "local/protocol/event_stream.h"

#include <stdint.h>
#include <string.h>
#include <zlib.h>

#include "base/error.h"
#include "base/log.h"
#include "net/library.h"

enum {
    PRELUDE = 12, /* bytes, with its CRC */
    CRC = 4,
    HEADER_NAME_MAX = 255,
    HEADER_VALUE_MAX = 32767,
    TYPE_STRING = 7
};

/* Loaded when the first message is written: no other part of the program needs it. */
struct zlib {
    LIBRARY_FIELD(, crc32)
};

static const struct zlib *zlib_api(void)
{
    static const struct library_symbol symbols[] = {LIBRARY_SYMBOL(, struct zlib, crc32)};
    static const struct library library = {"libz.so.1", "zlib1g", symbols, 1};
    static struct zlib api; /* written once; the library is never unloaded */
    static bool loaded;
    struct slrun_error error = {0};
    loaded = loaded || !library_load(&library, &api, &error);
    if (!loaded)
        log_line(SLRUN_LOG_ERROR, "event streams: %s; %s", error.message, error.hint);
    error_clear(&error);
    return loaded ? &api : NULL;
}

static void put_number(struct buf *to, uint32_t n, size_t size)
{
    while (size-- > 0)
        buf_putc(to, (char)(n >> (8 * size)));
}

static void put_header(struct buf *to, const char *name, const char *value)
{
    size_t n = strlen(name), size = strlen(value);
    if (n > HEADER_NAME_MAX || size > HEADER_VALUE_MAX) {
        to->failed = true;
        return;
    }
    put_number(to, (uint32_t)n, 1);
    buf_add(to, name, n);
    put_number(to, TYPE_STRING, 1);
    put_number(to, (uint32_t)size, 2);
    buf_add(to, value, size);
}

static void put_headers(struct buf *to, const struct slrun_event *event)
{
    put_header(to, event->exception ? ":exception-type" : ":event-type", event->name);
    if (event->content_type)
        put_header(to, ":content-type", event->content_type);
    put_header(to, ":message-type", event->exception ? "exception" : "event");
}

/* Of what stands in `to` from `from` on. */
static void put_crc(struct buf *to, const struct zlib *zlib, size_t from)
{
    const Bytef *at = (const Bytef *)buf_str(to) + from;
    put_number(to, (uint32_t)zlib->crc32(0, at, (uInt)(to->len - from)), CRC);
}

bool event_stream_write(struct buf *to, const struct slrun_event *event)
{
    const struct zlib *zlib = zlib_api();
    struct buf headers = BUF_INIT(EVENT_STREAM_MESSAGE_MAX);
    size_t from = to->len, size = event->payload ? event->size : 0;
    put_headers(&headers, event);
    bool ok = zlib && !headers.failed && size < to->max;
    if (ok) {
        put_number(to, (uint32_t)(PRELUDE + headers.len + size + CRC), 4);
        put_number(to, (uint32_t)headers.len, 4);
        put_crc(to, zlib, from);
        buf_add(to, headers.data, headers.len);
        buf_add(to, event->payload, size);
        put_crc(to, zlib, from);
    }
    buf_free(&headers);
    return ok && !to->failed;
}
