/* SPDX-License-Identifier: Apache-2.0 */
#include "base/text.h"

#include <stdint.h>
#include <string.h>

static const char replacement[] = "\xef\xbf\xbd";
static const char xml_specials[] = "&<>\"\r"; /* a carriage return is read as a line feed (2.11) */

size_t text_char(const char *text)
{
    const unsigned char *c = (const unsigned char *)text;
    size_t n = c[0] < 0x80   ? 1
               : c[0] < 0xc2 ? 0
               : c[0] < 0xe0 ? 2
               : c[0] < 0xf0 ? 3
               : c[0] < 0xf5 ? 4
                             : 0;
    for (size_t i = 1; i < n; i++)
        if ((c[i] & 0xc0) != 0x80) /* also the NUL at the end */
            return 0;
    if ((c[0] == 0xe0 && c[1] < 0xa0) || (c[0] == 0xed && c[1] > 0x9f) ||
        (c[0] == 0xf0 && c[1] < 0x90) || (c[0] == 0xf4 && c[1] > 0x8f))
        return 0;
    return n;
}

void text_copy(char *to, size_t room, const char *from, size_t n)
{
    if (n >= room)
        n = room - 1;
    memcpy(to, from, n);
    to[n] = '\0';
}

void text_append(char *to, size_t room, const char *more)
{
    size_t n = strlen(to);
    text_copy(to + n, room - n, more, strlen(more));
}

size_t text_char_in(const char *text, size_t left)
{
    char end[5] = {0};
    if (left < sizeof end)
        text = memcpy(end, text, left);
    return text_char(text);
}

/* How many bytes are ASCII, in whole words of eight. */
static size_t ascii_run(const char *bytes, size_t size)
{
    size_t n = 0;
    for (uint64_t word; size - n >= sizeof word; n += sizeof word) {
        memcpy(&word, bytes + n, sizeof word);
        if (word & UINT64_C(0x8080808080808080))
            break;
    }
    return n;
}

bool text_is_utf8(const char *bytes, size_t size)
{
    for (size_t at = 0, n; at < size; at += n) {
        n = ascii_run(bytes + at, size - at);
        if (n == 0)
            n = text_char_in(bytes + at, size - at);
        if (n == 0)
            return false;
    }
    return true;
}

bool text_is_shown(const char *bytes, size_t size)
{
    return !memchr(bytes, '\0', size) && text_is_utf8(bytes, size);
}

void text_add(struct buf *to, const char *text)
{
    const char *from = text; /* what is not added yet */
    for (size_t n; *text; text += n ? n : 1) {
        n = text_char(text);
        if (n > 0)
            continue;
        buf_add(to, from, (size_t)(text - from));
        buf_puts(to, replacement);
        from = text + 1;
    }
    buf_add(to, from, (size_t)(text - from));
}

/* U+FFFE and U+FFFF are no characters of XML. */
static bool is_forbidden(const char *text, size_t n)
{
    const unsigned char *c = (const unsigned char *)text;
    if (n == 1)
        return c[0] < 0x20 && !strchr("\t\n\r", c[0]);
    return n == 3 && c[0] == 0xef && c[1] == 0xbf && c[2] >= 0xbe;
}

static void add_forbidden(struct buf *to, const char *text, size_t n)
{
    if (n == 1)
        buf_printf(to, "#x%02X", (unsigned)text[0]);
    else
        buf_printf(to, "#x%04X", 0xffc0u | ((unsigned char)text[2] & 0x3fu));
}

/* What stands for the character of `n` bytes (0: a byte of none) that cannot stand itself. */
static void add_xml_substitute(struct buf *to, const char *text, size_t n)
{
    static const char *const names[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#xD;"};
    const char *special = n == 1 ? strchr(xml_specials, *text) : NULL;
    if (special)
        buf_puts(to, names[special - xml_specials]);
    else if (n == 0)
        buf_puts(to, replacement);
    else
        add_forbidden(to, text, n);
}

/* ASCII that stands for itself: nearly all of what there is. */
static size_t xml_run(const char *text)
{
    size_t n = 0;
    for (unsigned char c; (c = (unsigned char)text[n]) >= ' ' && c < 0x7f; n++)
        if (c == '&' || c == '<' || c == '>' || c == '"')
            break;
    return n;
}

void text_add_xml(struct buf *to, const char *text)
{
    const char *from = text; /* what is not added yet */
    while (*(text += xml_run(text))) {
        size_t n = text_char(text);
        bool plain = n > 1 || (n == 1 && !strchr(xml_specials, *text));
        if (!plain || is_forbidden(text, n)) {
            buf_add(to, from, (size_t)(text - from));
            add_xml_substitute(to, text, n);
            from = text + (n ? n : 1);
        }
        text += n ? n : 1;
    }
    buf_add(to, from, (size_t)(text - from));
}

size_t text_control(const char *text, size_t left)
{
    const unsigned char *c = (const unsigned char *)text;
    if (left > 0 && (c[0] < 0x20 || c[0] == 0x7f))
        return 1;
    return left > 1 && c[0] == 0xc2 && c[1] >= 0x80 && c[1] < 0xa0 ? 2 : 0;
}

void text_escape(char to[TEXT_ESCAPED], const char *control, size_t n)
{
    static const char digits[] = "0123456789abcdef"; /* the code of C1 is its last byte */
    unsigned char code = (unsigned char)control[n - 1];
    memcpy(to, (const char[]){'\\', 'x', digits[code >> 4], digits[code & 15], '\0'}, TEXT_ESCAPED);
}

void text_add_shell(struct buf *to, const char *word)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                "@%+=:,./-_";
    if (*word && strspn(word, plain) == strlen(word)) {
        buf_puts(to, word);
        return;
    }
    buf_putc(to, '\'');
    for (; *word; word++)
        if (*word == '\'')
            buf_puts(to, "'\\''");
        else
            buf_putc(to, *word);
    buf_putc(to, '\'');
}
