/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A call that is over, as reporters get it: without a secret, in one piece of memory that may be
 * copied as it is and read on another thread. Making it takes little more than to look for
 * secrets; plugin/call_text.h writes it as JSON where somebody wants that.
 */
#ifndef SLRUN_PLUGIN_CALL_COPY_H
#define SLRUN_PLUGIN_CALL_COPY_H

#include "plugin/mask.h"
#include "plugin/observe.h"

enum {
    CALL_PARAMETER_MAX = 256, /* bytes of one as JSON; a longer one is shown as cut text */
    CALL_URL_MAX = 16 * 1024,
    CALL_HEADER_MAX = 8 * 1024,
};

struct call_copy {
    const char *data;
    size_t size;
};

struct call_copy_options {
    struct mask *mask;
    size_t body_max; /* bytes of each body; 0: neither request nor response is wanted */
};

/* Adds it to an empty buffer. The secrets of the call are added to the mask. The record has its
 * details. False: out of memory. */
bool call_copy_put(struct buf *to, const struct call_record *record,
                   const struct call_copy_options *options);

/* The same of one whose text somebody else has made (struct call_text). */
bool call_copy_put_text(struct buf *to, const char *text, size_t size, size_t brief);

/* What it consists of, for call_text.c: first the head, and behind it pieces, in this order:
 * region; of each parameter struct call_value and its text; of each try struct call_try_head,
 * request id, code; of an error its code and message; of request and response together, if they are
 * wanted: method, url, names and values of headers, body; names and values of headers, body. */

struct call_value {
    const char *name; /* static */
    enum { CALL_VALUE_NULL, CALL_VALUE_STRING, CALL_VALUE_JSON } kind;
};

struct call_try_head {
    int status;
    double delay_ms, queued_ms, ms;
};

struct call_body {
    enum { CALL_BODY_NONE, CALL_BODY_BYTES, CALL_BODY_FILE, CALL_BODY_HIDDEN } kind;
    bool cut;
    uint64_t size; /* of all of it */
};

struct call_copy_head {
    bool is_text; /* nothing stands here but `brief`, and behind it the text */
    bool failed, cancelled, exchanged, answered;
    size_t brief;
    const char *service, *operation, *action, *error_kind; /* static */
    double start_ms, ms;
    size_t n_parameters, n_tries, n_more_tries;
    int error_status, status;
    size_t n_request_headers, n_response_headers;
    struct call_body request, response;
};

struct call_piece {
    const char *data;
    size_t size;
};

/* The head, and where the pieces begin; the next piece, which *at then stands behind. */
struct call_copy_head call_copy_head(const struct call_copy *copy, const char **at);
struct call_piece call_copy_next(const char **at);

#endif
