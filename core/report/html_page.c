/* SPDX-License-Identifier: Apache-2.0 */
#include "report/html_page.h"

#include "net/html.h"

#define PARTS(X) X(model) X(drawing) X(list) X(run) X(timeline) X(calls) X(system) X(case) X(main)

extern const char html_page_page[], html_page_style[];
#define PART_DECLARED(name) extern const char html_page_##name[];
PARTS(PART_DECLARED)

void html_page_head(struct buf *to)
{
#define PART_LISTED(name) html_page_##name,
    static const char *const scripts[] = {PARTS(PART_LISTED) NULL};
    html_write(to, &(struct html_page){html_page_page, html_page_style, scripts});
}

void html_page_foot(struct buf *to)
{
    buf_puts(to, "</script>\n</body>\n</html>\n");
}
