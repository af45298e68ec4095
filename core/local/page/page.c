/* SPDX-License-Identifier: Apache-2.0 */
/* The local cloud's page. */
#include "local/page/page.h"

#include "local/exchange.h"
#include "net/html.h"

enum { PAGE_MAX = 1 << 20 };

#define PARTS(X) X(place) X(cell) X(draw) X(system) X(main)

extern const char local_page_page[], local_page_style[];
#define PART_DECLARED(name) extern const char local_page_##name[];
PARTS(PART_DECLARED)

void page_answer(struct slrun_exchange *x)
{
#define PART_LISTED(name) local_page_##name,
    static const char *const scripts[] = {PARTS(PART_LISTED) NULL};
    static const struct slrun_header headers[] = {{"Cache-Control", "no-store"},
                                                  {"Referrer-Policy", "no-referrer"},
                                                  {"X-Content-Type-Options", "nosniff"},
                                                  {"X-Frame-Options", "DENY"}};
    struct buf page = BUF_INIT(PAGE_MAX);
    html_write(&page, &(struct html_page){local_page_page, local_page_style, scripts});
    exchange_reply(x, &(struct slrun_reply){.status = page.failed ? 500 : 200,
                                            .content_type = "text/html; charset=utf-8",
                                            .headers = headers,
                                            .n_headers = sizeof headers / sizeof *headers,
                                            .body = buf_str(&page),
                                            .size = page.len});
    buf_free(&page);
}
