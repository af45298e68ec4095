/* SPDX-License-Identifier: Apache-2.0 */
#include "base/width.h"

#include <locale.h>
#include <wchar.h>

#include "base/text.h"

static const char ellipsis[] = "\xe2\x80\xa6";

/* The code point of a character of n bytes. */
static wchar_t point(const char *text, size_t n)
{
    static const unsigned char first[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
    const unsigned char *c = (const unsigned char *)text;
    unsigned long code = c[0] & first[n];
    for (size_t i = 1; i < n; i++)
        code = code << 6 | (c[i] & 0x3fu);
    return (wchar_t)code;
}

/* wcwidth() knows wide characters only in a locale that has them; the process keeps its own. */
struct locales {
    locale_t utf8, before;
};

static struct locales enter(void)
{
    struct locales l = {.utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0)};
    if (l.utf8)
        l.before = uselocale(l.utf8);
    return l;
}

static void leave(struct locales l)
{
    if (!l.utf8)
        return;
    uselocale(l.before);
    freelocale(l.utf8);
}

/* Columns of what begins at `text`; its bytes in `n`. -1: it controls the terminal. */
static int one(const char *text, size_t *n)
{
    *n = text_char(text);
    if (*n == 0) {
        *n = 1;
        return 1;
    }
    if (*n == 1)
        return *text < 0x20 || *text == 0x7f ? -1 : 1;
    return wcwidth(point(text, *n));
}

size_t width_of(const char *text)
{
    struct locales l = enter();
    size_t columns = 0;
    for (size_t n; *text; text += n) {
        int width = one(text, &n);
        columns += width < 0 ? 1 : (size_t)width;
    }
    leave(l);
    return columns;
}

void width_fit(struct buf *to, const char *text, size_t columns)
{
    bool whole = width_of(text) <= columns;
    struct locales l = enter();
    size_t room = whole ? columns : columns > 0 ? columns - 1 : 0;
    for (size_t n; *text; text += n) {
        int width = one(text, &n);
        size_t takes = width < 0 ? 1 : (size_t)width;
        if (takes > room)
            break;
        room -= takes;
        if (width < 0 || !text_char(text))
            buf_putc(to, ' ');
        else
            buf_add(to, text, n);
    }
    leave(l);
    if (!whole && columns > 0)
        buf_puts(to, ellipsis);
}
