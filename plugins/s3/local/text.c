/* SPDX-License-Identifier: Apache-2.0 */
/* Growing text and the XML writer. */
#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "utf8.h"

void text_put(struct text *text, const char *data, size_t size)
{
    if (text->failed)
        return;
    if (text->size + size + 1 > text->capacity) {
        size_t capacity = (text->size + size + 64) * 2;
        char *more = pool_take(text->pool, capacity);
        if (more == NULL) {
            text->failed = true;
            return;
        }
        if (text->size > 0)
            memcpy(more, text->data, text->size);
        text->data = more;
        text->capacity = capacity;
    }
    if (size > 0)
        memcpy(text->data + text->size, data, size);
    text->size += size;
    text->data[text->size] = '\0';
}

void text_string(struct text *text, const char *string)
{
    text_put(text, string, strlen(string));
}

void text_format(struct text *text, const char *format, ...)
{
    char small[512];
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(small, sizeof small, format, arguments);
    va_end(arguments);
    if (size < 0 || (size_t)size >= sizeof small) {
        text->failed = true; /* long texts are put with text_string() */
        return;
    }
    text_put(text, small, (size_t)size);
}

static const char *name_of(unsigned char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return NULL;
    }
}

static bool is_control(unsigned char c)
{
    return c < 0x20 && c != '\n' && c != '\t';
}

/* How many bytes from there on are ASCII that stands for itself. */
static size_t plain_size(struct slice slice, size_t from)
{
    size_t i = from;
    for (; i < slice.size; i++) {
        unsigned char c = (unsigned char)slice.data[i];
        if (c >= 0x80 || is_control(c) || name_of(c) != NULL)
            break;
    }
    return i - from;
}

void text_escaped(struct text *text, struct slice slice)
{
    for (size_t i = 0, n; i < slice.size; i += n) {
        n = plain_size(slice, i);
        if (n > 0) {
            text_put(text, slice.data + i, n);
            continue;
        }
        unsigned char c = (unsigned char)slice.data[i];
        n = utf8_size(slice.data + i, slice.size - i);
        if (n == 0) {
            n = 1;
            text_string(text, "\xef\xbf\xbd");
        } else if (n > 1) {
            text_put(text, slice.data + i, n);
        } else if (is_control(c)) {
            text_format(text, "&#x%X;", c);
        } else {
            text_string(text, name_of(c));
        }
    }
}

void xml_open(struct text *text, const char *name)
{
    text_put(text, "<", 1);
    text_string(text, name);
    text_put(text, ">", 1);
}

void xml_close(struct text *text, const char *name)
{
    text_put(text, "</", 2);
    text_string(text, name);
    text_put(text, ">", 1);
}

void xml_root(struct text *text, const char *name)
{
    text_string(text, XML_HEAD "<");
    text_string(text, name);
    text_string(text, " xmlns=\"" XML_NAMESPACE "\">");
}

void xml_slice(struct text *text, const char *name, struct slice value)
{
    xml_open(text, name);
    text_escaped(text, value);
    xml_close(text, name);
}

void xml_element(struct text *text, const char *name, const char *value)
{
    if (value != NULL)
        xml_slice(text, name, (struct slice){value, strlen(value)});
}

void xml_number(struct text *text, const char *name, long long value)
{
    xml_open(text, name);
    text_format(text, "%lld", value);
    xml_close(text, name);
}

void xml_bool(struct text *text, const char *name, bool value)
{
    xml_element(text, name, value ? "true" : "false");
}

static bool is_unreserved(unsigned char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           (c != '\0' && strchr("-_.~", c) != NULL);
}

void text_encoded(struct text *text, struct slice slice, const char *keep)
{
    for (size_t i = 0; i < slice.size; i++) {
        unsigned char c = (unsigned char)slice.data[i];
        if (is_unreserved(c) || (c != '\0' && strchr(keep, c) != NULL))
            text_put(text, slice.data + i, 1);
        else
            text_format(text, "%%%02X", c);
    }
}
