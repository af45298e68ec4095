/* SPDX-License-Identifier: Apache-2.0 */
/* The page of --html around its data: markup, style and script of the folder page/. */
#ifndef SLRUN_REPORT_HTML_PAGE_H
#define SLRUN_REPORT_HTML_PAGE_H

#include "base/buf.h"

/* Everything before the first line of data. Its Content-Security-Policy allows this script and this
 * style, by their hashes, and nothing else: no network, no other script. */
void html_page_head(struct buf *to);

/* Everything behind the last line. */
void html_page_foot(struct buf *to);

#endif
