/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A call as reporters get it: plain data, without a secret.
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
#ifndef SLRUN_PLUGIN_CALL_JSON_H
#define SLRUN_PLUGIN_CALL_JSON_H

#include "plugin/mask.h"
#include "plugin/observe.h"

enum {
    CALL_PARAMETER_MAX = 256, /* bytes of one as JSON; a longer one is shown as cut text */
    CALL_URL_MAX = 16 * 1024,
    CALL_HEADER_MAX = 8 * 1024,
};

/* A new reference, or NULL: out of memory. The secrets of the call are added to `mask`. `body_max`:
 * bytes of each body; 0: neither request nor response is told. The record has its details. */
json_t *call_json(const struct call_record *record, struct mask *mask, size_t body_max);

#endif
