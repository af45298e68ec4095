/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A call as reporters get it: an object of JSON, as text, without a secret. It is written once and
 * stands in reports as it is; who wants single members reads it (call_text_read()).
 *
 *   service, operation, action   "dynamodb", "put_item", "PutItem"
 *   region
 *   start_ms                     since 1970
 *   ms                           from then until it was over
 *   parameters                   those that it cannot do without
 *   tries                        a list: status (0: no answer), request_id, code ("": it worked),
 *                                delay_ms (the back-off before it), queued_ms (for credentials and
 *                                a connection), ms
 *   more_tries                   how many are not in the list; absent: none
 *   error                        kind, code, message, status; absent: it worked
 *   cancelled                    true, or absent
 *   request                      of the last try: method, url, headers (pairs of name and value),
 *                                body, size; only with `body_max`
 *   response                     status, headers, body, size; absent where none came
 *
 * A body is absent where there is none, and has `encoding` "base64" beside it where it is no
 * UTF-8, `file` where it is a file's, `cut` (true) where not all of it is there, `hidden` (true)
 * where none of it may be shown.
 */
#ifndef SLRUN_PLUGIN_CALL_TEXT_H
#define SLRUN_PLUGIN_CALL_TEXT_H

#include <jansson.h>

#include "plugin/mask.h"
#include "plugin/observe.h"

enum {
    CALL_PARAMETER_MAX = 256, /* bytes of one as JSON; a longer one is shown as cut text */
    CALL_URL_MAX = 16 * 1024,
    CALL_HEADER_MAX = 8 * 1024,
};

struct call_text_options {
    struct mask *mask;
    size_t body_max;
};

struct call_text {
    const char *text;
    size_t size;
    size_t brief; /* of these bytes, before request and response; a brace would close it there */
};

/* Adds it to an empty buffer, and describes it by `call`, which lasts as long as the buffer is not
 * changed. The secrets of the call are added to `mask`. `body_max`: bytes of each body; 0: neither
 * request nor response is told. The record has its details. False: out of memory. */
bool call_text_put(struct buf *to, struct call_text *call, const struct call_record *record,
                   const struct call_text_options *options);

/* The object; a new reference. NULL: out of memory. */
json_t *call_text_read(const struct call_text *call);

#endif
