/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A call as reports show it: an object of JSON, as text. It stands in reports as it is; who wants
 * single members reads it (call_text_read()).
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
 *                                body, size; only where it is wanted
 *   response                     status, headers, body, size; absent where none came
 *
 * A body is absent where there is none, and has `encoding` "base64" beside it where it is no
 * UTF-8, `file` where it is a file's, `cut` (true) where not all of it is there, `hidden` (true)
 * where none of it may be shown.
 */
#ifndef SLRUN_PLUGIN_CALL_TEXT_H
#define SLRUN_PLUGIN_CALL_TEXT_H

#include <jansson.h>

#include "plugin/call_copy.h"

struct call_text {
    size_t size;
    size_t brief; /* of these bytes, before request and response; a brace would close it there */
};

/* Adds it to a buffer, and says in `call` how long it is. False: out of memory. */
bool call_text_put(struct buf *to, struct call_text *call, const struct call_copy *copy);

/* The object; a new reference. NULL: out of memory. */
json_t *call_text_read(const struct call_copy *copy);

#endif
