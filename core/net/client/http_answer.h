/* SPDX-License-Identifier: Apache-2.0 */
/* An answer as it arrives: status, header lines and body, each bounded. */
#ifndef SLRUN_NET_HTTP_ANSWER_H
#define SLRUN_NET_HTTP_ANSWER_H

#include <stdbool.h>
#include <stddef.h>

#include <slrun/error.h>
#include <slrun/http.h>

#include "base/buf.h"

struct http_answer {
    int status;      /* of the last status line; 0: none came */
    bool head_whole; /* the empty line behind its header lines came */
    struct buf head; /* name NUL value NUL, again and again */
    struct buf body;
    struct slrun_header *headers; /* made by http_answer_view() */
    size_t n_headers, cap_headers;
    enum slrun_errno fault; /* why the rest was refused, or NONE */
};

/* Ready for the next answer, with at most `max_body` bytes. Keeps memory that is not much. */
void http_answer_clear(struct http_answer *answer, size_t max_body);
void http_answer_free(struct http_answer *answer);

/* Takes one header line, as libcurl gives them: complete, with its line end; the status line first,
 * the empty line last. false: refused, `fault` says why. */
bool http_answer_line(struct http_answer *answer, const char *line, size_t len);

/* Takes a piece of the body. false: refused. */
bool http_answer_body(struct http_answer *answer, const char *data, size_t len);

/* The answer as the ABI shows it; belongs to the answer. false: out of memory. */
bool http_answer_view(struct http_answer *answer, struct slrun_response *response);

#endif
