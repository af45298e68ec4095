/* SPDX-License-Identifier: Apache-2.0 */
/* Text that grows in a call's arena. */
#include "client/text.h"

#include <ctype.h>
#include <string.h>

enum { FIRST_ROOM = 128 };

int s3_no_memory(struct slrun_ctx *ctx)
{
    return ctx->host->fail(ctx, SLRUN_E_MEMORY, "out of memory");
}

/* The arena gives nothing back: rooms double, so that at most half is wasted. */
static bool reserve(struct s3_text *t, size_t more)
{
    if (t->failed || more > SIZE_MAX / 2 - t->size - 1) {
        t->failed = true;
        return false;
    }
    size_t need = t->size + more + 1, room = t->room != 0 ? t->room : FIRST_ROOM;
    if (need <= t->room)
        return true;
    while (room < need)
        room *= 2;
    char *at = t->ctx->host->alloc(t->ctx, room);
    if (at == NULL) {
        t->failed = true;
        return false;
    }
    if (t->size > 0)
        memcpy(at, t->at, t->size);
    t->at = at;
    t->room = room;
    return true;
}

void s3_add(struct s3_text *t, const void *bytes, size_t size)
{
    if (!reserve(t, size))
        return;
    if (size > 0)
        memcpy(t->at + t->size, bytes, size);
    t->size += size;
    t->at[t->size] = '\0';
}

void s3_adds(struct s3_text *t, const char *text)
{
    s3_add(t, text, strlen(text));
}

void s3_addc(struct s3_text *t, char c)
{
    s3_add(t, &c, 1);
}

static bool is_unreserved(unsigned char c)
{
    return (c < 0x80 && isalnum(c)) || (c != '\0' && strchr("-._~", c) != NULL);
}

void s3_add_encoded(struct s3_text *t, const char *bytes, size_t size, const char *keep)
{
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (is_unreserved(c) || (c != '\0' && strchr(keep, c) != NULL)) {
            s3_addc(t, (char)c);
        } else {
            char code[] = {'%', digits[c >> 4], digits[c & 15]};
            s3_add(t, code, sizeof code);
        }
    }
}

static int hex_value(char c)
{
    static const char digits[] = "0123456789abcdef";
    const char *at = c == '\0' ? NULL : strchr(digits, tolower((unsigned char)c));
    return at != NULL ? (int)(at - digits) : -1;
}

void s3_add_decoded(struct s3_text *t, const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        int high = text[i] == '%' && i + 2 < size ? hex_value(text[i + 1]) : -1;
        int low = high >= 0 ? hex_value(text[i + 2]) : -1;
        if (low >= 0) {
            s3_addc(t, (char)(high * 16 + low));
            i += 2;
        } else {
            s3_addc(t, text[i] == '+' ? ' ' : text[i]);
        }
    }
}

void s3_add_base64(struct s3_text *t, const void *bytes, size_t size)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const unsigned char *at = bytes;
    for (; size > 0; at += 3) {
        unsigned long group = (unsigned long)at[0] << 16;
        group |= size > 1 ? (unsigned long)at[1] << 8 : 0;
        group |= size > 2 ? (unsigned long)at[2] : 0;
        char four[] = {digits[group >> 18], digits[group >> 12 & 63],
                       size > 1 ? digits[group >> 6 & 63] : '=',
                       size > 2 ? digits[group & 63] : '='};
        s3_add(t, four, sizeof four);
        size -= size < 3 ? size : 3;
    }
}
