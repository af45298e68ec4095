/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the page of --html knows of a case, in two lines: a short one, which is read when the page
 * opens, and behind a tab the one with everything else, read when the case is looked at.
 */
#ifndef SLRUN_REPORT_HTML_RECORD_H
#define SLRUN_REPORT_HTML_RECORD_H

#include "base/buf.h"
#include "run/session/observer.h"

enum {
    HTML_ATTACHMENT_MAX = 1 << 20,   /* bytes of one that stands in the page */
    HTML_ATTACHMENTS_MAX = 64 << 20, /* of all; of others the page has the name */
    HTML_EXCHANGES_MAX = 64 << 20,   /* of requests and responses; later calls go without */
};

/* What of it stands in the page already, in bytes. */
struct html_room {
    size_t attached, exchanged;
};

/* Ends a line of JSON, which began at `from`: no markup can begin in it. */
void html_end_line(struct buf *to, size_t from);

/* Adds the lines of a case; what is empty or null in them is left out. */
void html_case(struct buf *to, const struct result *result, struct html_room *room);

/* Adds the line of a call of a case: "#" and the case's t.id stand before it. It is written when
 * the call ends, so that thousands of cases in flight hold none. */
void html_call(struct buf *to, const struct call_end *call, struct html_room *room);

#endif
