/* SPDX-License-Identifier: Apache-2.0 */
/* base64, and addresses as JavaScript escapes them (ECMA-262, encodeURIComponent and the like). */
#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>

#include "jsonata/functions/native.h"
#include "jsonata/values/text.h"

/* ---- base64 of bytes, each of which is a character ---- */

static struct jn base64encode(struct jn_run *run, const struct jn_call *call)
{
    struct jn text = jn_argument(call, 0);
    struct jn_text bytes = {0};
    size_t size;
    if (text.type != JN_STRING)
        return JN_NOTHING;
    for (size_t i = 0; i < text.size && jn_step(run, 1); i += size) {
        char byte = (char)jn_point(text.text + i, text.text + text.size, &size);
        jn_add(run, &bytes, &byte, 1);
    }
    char *made = jn_take(run, SLRUN_BASE64_TEXT(bytes.size));
    if (!made || jn_failed(run))
        return JN_NOTHING;
    return jn_string(made, slrun_base64_write(bytes.at, bytes.size, made));
}

static struct jn base64decode(struct jn_run *run, const struct jn_call *call)
{
    struct jn text = jn_argument(call, 0);
    struct jn_text made = {0};
    uint32_t bits = 0;
    int count = 0;
    if (text.type != JN_STRING)
        return JN_NOTHING;
    for (size_t i = 0; i < text.size && text.text[i] != '=' && jn_step(run, 1); i++) {
        char c = text.text[i];
        uint32_t value = slrun_base64_digit(c == '-' ? '+' : c == '_' ? '/' : c);
        if (value > 63)
            continue;
        bits = (bits << 6 | value) & 0xFFFFFF;
        count += 6;
        if (count >= 8) {
            count -= 8;
            jn_add_point(run, &made, bits >> count & 0xFF);
        }
    }
    return jn_text_value(run, &made);
}

/* ---- addresses ---- */

#define UNRESERVED "-_.!~*'()"
#define RESERVED   ";/?:@&=+$,#"

static bool is_alphanumeric(unsigned char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static struct jn fail(struct jn_run *run, const char *function, struct jn text)
{
    return jn_fail_with(
        run,
        &(struct jn_failure){.code = "D3140", .position = -1, .value = text, .function = function});
}

/* Escapes all but letters, digits and `plain`. */
static struct jn encoded(struct jn_run *run, struct jn text, const char *plain,
                         const char *function)
{
    static const char hex[] = "0123456789ABCDEF";
    struct jn_text made = {0};
    size_t bytes;
    for (size_t i = 0; text.type == JN_STRING && i < text.size && jn_step(run, 1); i += bytes) {
        uint32_t point = jn_point(text.text + i, text.text + text.size, &bytes);
        if (point >= 0xD800 && point < 0xE000)
            return fail(run, function, text);
        for (size_t b = 0; b < bytes; b++) {
            unsigned char c = (unsigned char)text.text[i + b];
            const char escaped[] = {'%', hex[c >> 4], hex[c & 15]};
            bool stays = c && (is_alphanumeric(c) || strchr(plain, c));
            jn_add(run, &made, stays ? (const char *)&text.text[i + b] : escaped, stays ? 1 : 3);
        }
    }
    return text.type == JN_STRING ? jn_text_value(run, &made) : JN_NOTHING;
}

/* The byte of %XX at `at`; -1: it is none. */
static int escaped_byte(struct jn text, size_t at)
{
    char digits[3] = {0}, *end;
    if (text.size - at < 3 || text.text[at] != '%' ||
        !is_alphanumeric((unsigned char)text.text[at + 1]))
        return -1;
    memcpy(digits, text.text + at + 1, 2);
    long value = strtol(digits, &end, 16);
    return *end ? -1 : (int)value;
}

/* Bytes of the character that %XX%XX... at `at` stands for; 0: none. */
static size_t escaped_character(struct jn text, size_t at, char bytes[4])
{
    int first = escaped_byte(text, at);
    size_t size = first < 0x80   ? 1
                  : first < 0xC2 ? 0
                  : first < 0xE0 ? 2
                  : first < 0xF0 ? 3
                                 : 4,
           used;
    if (first < 0 || first > 0xF4)
        return 0;
    for (size_t i = 0; i < size; i++) {
        int byte = escaped_byte(text, at + 3 * i);
        if (byte < 0)
            return 0;
        bytes[i] = (char)byte;
    }
    uint32_t point = size ? jn_point(bytes, bytes + size, &used) : 0;
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    bool good = size && used == size && point >= least[size] && point <= 0x10FFFF &&
                (point < 0xD800 || point > 0xDFFF);
    return good ? size : 0;
}

/* Undoes escapes, but for those of `kept`. */
static struct jn decoded(struct jn_run *run, struct jn text, const char *kept, const char *function)
{
    struct jn_text made = {0};
    char bytes[4];
    for (size_t i = 0, size; text.type == JN_STRING && i < text.size && jn_step(run, 1);) {
        if (text.text[i] != '%') {
            jn_add(run, &made, text.text + i++, 1);
            continue;
        }
        size = escaped_character(text, i, bytes);
        if (!size)
            return fail(run, function, text);
        bool stays = size == 1 && *bytes && strchr(kept, *bytes);
        jn_add(run, &made, stays ? text.text + i : bytes, stays ? 3 : size);
        i += 3 * size;
    }
    return text.type == JN_STRING ? jn_text_value(run, &made) : JN_NOTHING;
}

static struct jn encode_component(struct jn_run *run, const struct jn_call *call)
{
    return encoded(run, jn_argument(call, 0), UNRESERVED, "encodeUrlComponent");
}

static struct jn encode_url(struct jn_run *run, const struct jn_call *call)
{
    return encoded(run, jn_argument(call, 0), UNRESERVED RESERVED, "encodeUrl");
}

static struct jn decode_component(struct jn_run *run, const struct jn_call *call)
{
    return decoded(run, jn_argument(call, 0), "", "decodeUrlComponent");
}

static struct jn decode_url(struct jn_run *run, const struct jn_call *call)
{
    return decoded(run, jn_argument(call, 0), RESERVED, "decodeUrl");
}

static const struct jn_native natives[] = {
    {"base64encode", "<s-:s>", base64encode, 1, JN_ALWAYS},
    {"base64decode", "<s-:s>", base64decode, 1, JN_ALWAYS},
    {"encodeUrlComponent", "<s-:s>", encode_component, 1, JN_ALWAYS},
    {"encodeUrl", "<s-:s>", encode_url, 1, JN_ALWAYS},
    {"decodeUrlComponent", "<s-:s>", decode_component, 1, JN_ALWAYS},
    {"decodeUrl", "<s-:s>", decode_url, 1, JN_ALWAYS},
};
const struct jn_native_table jn_encoding_natives = {natives, sizeof natives / sizeof *natives};
