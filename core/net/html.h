/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A page of HTML with its style and its script in it, and the Content-Security-Policy that allows
 * these two, by their hashes, and no others (W3C, Content Security Policy Level 3). The pages have
 * a style (page/common.css) and some functions (page/text.js, page/view.js) in common.
 */
#ifndef SLRUN_NET_HTML_H
#define SLRUN_NET_HTML_H

#include "base/buf.h"

struct html_page {
    /* Markup, with @@style@@, @@style-hash@@, @@script@@ and @@script-hash@@ where these go. */
    const char *markup;
    const char *style;          /* behind the common one */
    const char *const *scripts; /* behind the common ones; ended by NULL */
};

void html_write(struct buf *to, const struct html_page *page);

#endif
