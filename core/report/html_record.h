/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the page of --html knows of a case, in two lines: a short one, which is read when the page
 * opens, and behind a tab the one with everything else, read when the case is looked at.
 */
#ifndef SLRUN_REPORT_HTML_RECORD_H
#define SLRUN_REPORT_HTML_RECORD_H

#include <jansson.h>

#include "base/buf.h"
#include "run/result.h"

enum {
    HTML_ATTACHMENT_MAX = 1 << 20,   /* bytes of one that stands in the page */
    HTML_ATTACHMENTS_MAX = 64 << 20, /* of all; of others the page has the name */
};

/* Adds a line of JSON, in which no markup can begin; takes over the reference. */
void html_line(struct buf *to, json_t *json);

/* Adds the lines of a case. `attached`: bytes of attachments so far. */
void html_case(struct buf *to, const struct result *result, size_t *attached);

#endif
