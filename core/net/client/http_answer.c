/* SPDX-License-Identifier: Apache-2.0 */
/* Collects an answer. */
#include "net/client/http_answer.h"

#include <stdlib.h>
#include <string.h>

#include "net/client/http_client.h"

enum { KEEP_MAX = 256 << 10 }; /* a buffer that grew beyond this is not kept for the next answer */

void http_answer_clear(struct http_answer *answer, size_t max_body)
{
    if (answer->body.cap > KEEP_MAX)
        buf_free(&answer->body);
    buf_clear(&answer->body);
    buf_clear(&answer->head);
    answer->body.max = max_body;
    answer->head.max = HTTP_CLIENT_HEAD_MAX;
    answer->status = 0;
    answer->head_whole = false;
    answer->n_headers = 0;
    answer->fault = SLRUN_E_NONE;
}

void http_answer_free(struct http_answer *answer)
{
    buf_free(&answer->head);
    buf_free(&answer->body);
    free(answer->headers);
    *answer = (struct http_answer){0};
}

static bool refuse(struct http_answer *answer, enum slrun_errno fault)
{
    answer->fault = fault;
    return false;
}

static bool too_large(struct http_answer *answer, const struct buf *full, size_t more)
{
    return refuse(answer, full->len + more > full->max ? SLRUN_E_TOO_LARGE : SLRUN_E_MEMORY);
}

/* "HTTP/1.1 200 OK". Each block of lines (100 Continue, then the answer) starts over. */
static bool status_line(struct http_answer *answer, const char *line, size_t len)
{
    const char *space = memchr(line, ' ', len);
    buf_clear(&answer->head);
    answer->n_headers = 0;
    answer->status = 0;
    answer->head_whole = false;
    for (const char *p = space ? space + 1 : line;
         p < line + len && *p >= '0' && *p <= '9' && answer->status <= 999; p++)
        answer->status = answer->status * 10 + (*p - '0');
    return answer->status >= 100 && answer->status <= 999 ? true : refuse(answer, SLRUN_E_PROTOCOL);
}

static void trim(const char **text, size_t *len)
{
    while (*len && (**text == ' ' || **text == '\t'))
        ++*text, --*len;
    while (*len && strchr(" \t\r\n", (*text)[*len - 1]))
        --*len;
}

/* A line that starts with a space continues the value before it (RFC 9112, section 5.2). */
static bool continuation(struct http_answer *answer, const char *line, size_t len)
{
    trim(&line, &len);
    if (!answer->n_headers)
        return refuse(answer, SLRUN_E_PROTOCOL);
    answer->head.data[answer->head.len - 1] = ' '; /* in place of the NUL */
    if (!buf_add(&answer->head, line, len) || !buf_putc(&answer->head, '\0'))
        return too_large(answer, &answer->head, len + 1);
    return true;
}

bool http_answer_line(struct http_answer *answer, const char *line, size_t len)
{
    if (len >= 5 && !memcmp(line, "HTTP/", 5))
        return status_line(answer, line, len);
    if (memchr(line, '\0', len))
        return refuse(answer, SLRUN_E_PROTOCOL);
    if (len && (*line == ' ' || *line == '\t'))
        return continuation(answer, line, len);
    const char *colon = memchr(line, ':', len);
    if (!colon) /* the empty line; libcurl lets nothing else of the kind through */
        return answer->head_whole = true;
    size_t name = (size_t)(colon - line), value = len - name - 1;
    const char *text = colon + 1;
    trim(&text, &value);
    if (answer->n_headers == HTTP_CLIENT_HEADERS_MAX)
        return refuse(answer, SLRUN_E_TOO_LARGE);
    answer->n_headers++;
    if (buf_add(&answer->head, line, name) && buf_putc(&answer->head, '\0') &&
        buf_add(&answer->head, text, value) && buf_putc(&answer->head, '\0'))
        return true;
    return too_large(answer, &answer->head, name + value + 2);
}

bool http_answer_body(struct http_answer *answer, const char *data, size_t len)
{
    return buf_add(&answer->body, data, len) || too_large(answer, &answer->body, len);
}

bool http_answer_view(struct http_answer *answer, struct slrun_response *response)
{
    if (answer->n_headers > answer->cap_headers) {
        size_t cap = answer->n_headers + 8;
        struct slrun_header *headers = realloc(answer->headers, cap * sizeof *headers);
        if (!headers)
            return false;
        answer->headers = headers;
        answer->cap_headers = cap;
    }
    const char *p = answer->head.data;
    for (size_t i = 0; i < answer->n_headers; i++) {
        answer->headers[i].name = p;
        p += strlen(p) + 1;
        answer->headers[i].value = p;
        p += strlen(p) + 1;
    }
    *response = (struct slrun_response){.status = answer->status,
                                        .headers = answer->headers,
                                        .n_headers = answer->n_headers,
                                        .body = buf_str(&answer->body),
                                        .size = answer->body.len};
    return true;
}
