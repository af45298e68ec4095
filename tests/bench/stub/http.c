/* SPDX-License-Identifier: Apache-2.0 */
/* Parsing requests, writing answers. */
#define _GNU_SOURCE /* memmem */

#include "stub/http.h"

#include "common/util.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <zlib.h>

#define BUFFER_START 2048u
#define HEAD_MAX     320

void buffer_reserve(struct buffer *b, size_t n)
{
    if (b->len + n <= b->cap)
        return;
    size_t cap = b->cap > 0 ? b->cap : BUFFER_START;
    while (cap < b->len + n)
        cap *= 2;
    b->data = grow(b->data, cap, 1);
    b->cap = cap;
}

void buffer_append(struct buffer *b, const void *data, size_t n)
{
    buffer_reserve(b, n);
    memcpy(b->data + b->len, data, n);
    b->len += n;
}

void buffer_drop(struct buffer *b, size_t n)
{
    memmove(b->data, b->data + n, b->len - n);
    b->len -= n;
}

void buffer_free(struct buffer *b)
{
    free(b->data);
    *b = (struct buffer){0};
}

/* Whether the line is the header `name` (with its colon); then *value is what follows it. */
static bool header_is(struct slice line, const char *name, struct slice *value)
{
    size_t n = strlen(name);
    if (line.len < n || strncasecmp(line.at, name, n) != 0)
        return false;
    *value = (struct slice){line.at + n, line.len - n};
    while (value->len > 0 && *value->at == ' ') {
        value->at++;
        value->len--;
    }
    return true;
}

/* Adds what one header line says to the request; false when it cannot be served. */
static bool read_header(struct slice line, struct http_request *r, size_t *body_len)
{
    struct slice value;
    if (header_is(line, "x-amz-target:", &value))
        r->target = value;
    else if (header_is(line, "content-length:", &value))
        *body_len = strtoul(value.at, NULL, 10);
    else if (header_is(line, "authorization:", &value))
        r->signed_v4 = slice_cut(&value, "AWS4-HMAC-SHA256 ");
    else if (header_is(line, "connection:", &value))
        r->close = value.len >= 5 && strncasecmp(value.at, "close", 5) == 0;
    else if (header_is(line, "transfer-encoding:", &value))
        return false;
    return true;
}

/* Takes the next line, without its CRLF, from the head; false behind the last. */
static bool next_line(struct slice *head, struct slice *line)
{
    const char *end = head->len > 0 ? memmem(head->at, head->len, "\r\n", 2) : NULL;
    if (end == NULL)
        return false;
    *line = (struct slice){head->at, (size_t)(end - head->at)};
    head->at = end + 2;
    head->len -= line->len + 2;
    return true;
}

static bool read_request_line(struct slice line, struct http_request *r)
{
    const char *path = memchr(line.at, ' ', line.len);
    if (path == NULL)
        return false;
    path++;
    const char *end = memchr(path, ' ', (size_t)(line.at + line.len - path));
    if (end == NULL)
        return false;
    r->path = (struct slice){path, (size_t)(end - path)};
    return true;
}

enum http_state http_parse(struct slice bytes, struct http_request *r)
{
    *r = (struct http_request){0};
    const char *blank = bytes.len > 0 ? memmem(bytes.at, bytes.len, "\r\n\r\n", 4) : NULL;
    if (blank == NULL)
        return bytes.len > HTTP_REQUEST_MAX ? HTTP_BAD : HTTP_PARTIAL;
    size_t head_len = (size_t)(blank - bytes.at) + 4;
    size_t body_len = 0;
    struct slice head = {bytes.at, head_len - 2};
    struct slice line;
    if (!next_line(&head, &line) || !read_request_line(line, r))
        return HTTP_BAD;
    while (next_line(&head, &line))
        if (!read_header(line, r, &body_len))
            return HTTP_BAD;
    if (body_len > HTTP_REQUEST_MAX)
        return HTTP_BAD;
    if (bytes.len < head_len + body_len)
        return HTTP_PARTIAL;
    r->body = (struct slice){bytes.at + head_len, body_len};
    r->size = head_len + body_len;
    return HTTP_COMPLETE;
}

void http_answer(struct http_answer *answer, int status, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(answer->body, sizeof answer->body, format, args);
    va_end(args);
    if (n < 0 || (size_t)n >= sizeof answer->body)
        die("an answer is larger than HTTP_ANSWER_MAX");
    answer->status = status;
    answer->len = (size_t)n;
}

void http_write(struct buffer *out, const struct http_answer *answer, unsigned long id, bool close)
{
    char head[HEAD_MAX];
    unsigned long crc = crc32(0, (const Bytef *)answer->body, (uInt)answer->len);
    int n = snprintf(head, sizeof head,
                     "HTTP/1.1 %d %s\r\nContent-Type: application/x-amz-json-1.0\r\n"
                     "x-amzn-RequestId: STUB%012lu\r\nx-amz-crc32: %lu\r\n"
                     "Content-Length: %zu\r\n%s\r\n",
                     answer->status, answer->status == 200 ? "OK" : "Bad Request", id, crc,
                     answer->len, close ? "Connection: close\r\n" : "");
    buffer_append(out, head, (size_t)n);
    buffer_append(out, answer->body, answer->len);
}
