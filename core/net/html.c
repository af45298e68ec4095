/* SPDX-License-Identifier: Apache-2.0 */
/* A page with its style and script in it. */
#include "net/html.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>

#include "net/signature/sha256.h"

extern const char html_common_style[], html_common_text[], html_common_view[], html_common_system[];

/* "sha256-...", as the policy names what it allows (W3C, Content Security Policy Level 3). */
static void add_hash(struct buf *to, const struct buf *text)
{
    unsigned char hash[SHA256_SIZE];
    bool hashed = sha256(buf_str(text), text->len, hash);
    char *base64 = hashed ? slrun_base64_text(hash, sizeof hash, NULL) : NULL;
    to->failed |= !base64;
    buf_printf(to, "'sha256-%s'", base64 ? base64 : "");
    free(base64);
}

enum { STYLE, STYLE_HASH, SCRIPT, SCRIPT_HASH };

/* What stands in the markup where something is to be put in. */
static const char *const marks[] = {"@@style@@", "@@style-hash@@", "@@script@@", "@@script-hash@@"};

static void insert(struct buf *to, int mark, const struct buf texts[2])
{
    const struct buf *text = &texts[mark / 2];
    if (mark == STYLE || mark == SCRIPT)
        buf_add(to, buf_str(text), text->len);
    else
        add_hash(to, text);
}

static void fill_in(struct buf *to, const char *page, const struct buf texts[2])
{
    const char *at;
    while ((at = strstr(page, "@@"))) {
        int mark = STYLE;
        while (mark < SCRIPT_HASH && strncmp(at, marks[mark], strlen(marks[mark])) != 0)
            mark++;
        buf_add(to, page, (size_t)(at - page));
        insert(to, mark, texts);
        page = at + strlen(marks[mark]);
    }
    buf_puts(to, page);
}

void html_write(struct buf *to, const struct html_page *page)
{
    struct buf texts[] = {BUF_INIT(to->max), BUF_INIT(to->max)}; /* style, script */
    buf_puts(&texts[0], html_common_style);
    buf_puts(&texts[0], page->style);
    buf_puts(&texts[1], html_common_text);
    buf_puts(&texts[1], html_common_view);
    buf_puts(&texts[1], html_common_system);
    for (size_t i = 0; page->scripts[i]; i++)
        buf_puts(&texts[1], page->scripts[i]);
    fill_in(to, page->markup, texts);
    to->failed |= texts[0].failed || texts[1].failed;
    buf_free(&texts[0]);
    buf_free(&texts[1]);
}
