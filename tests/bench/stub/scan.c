/* SPDX-License-Identifier: Apache-2.0 */
/* Finding single fields in a JSON body. */
#define _GNU_SOURCE /* memmem */

#include "stub/scan.h"

#include <stdio.h>
#include <string.h>

#define NAME_MAX_LEN 64

bool slice_is(struct slice s, const char *text)
{
    return strlen(text) == s.len && memcmp(s.at, text, s.len) == 0;
}

bool slice_cut(struct slice *s, const char *prefix)
{
    size_t n = strlen(prefix);
    if (s->len < n || memcmp(s->at, prefix, n) != 0)
        return false;
    s->at += n;
    s->len -= n;
    return true;
}

static void skip_space(struct slice *s)
{
    while (s->len > 0 && strchr(" \t\r\n", *s->at) != NULL) {
        s->at++;
        s->len--;
    }
}

/* Cuts `text`, and the space before it. */
static bool cut(struct slice *s, const char *text)
{
    skip_space(s);
    return slice_cut(s, text);
}

/* Moves `json` behind the colon of the first "name":. */
static bool find_value(struct slice *json, const char *name)
{
    char quoted[NAME_MAX_LEN];
    int n = snprintf(quoted, sizeof quoted, "\"%s\"", name);
    if (n < 0 || (size_t)n >= sizeof quoted)
        return false;
    const char *hit;
    while ((hit = memmem(json->at, json->len, quoted, (size_t)n)) != NULL) {
        json->len -= (size_t)(hit - json->at) + (size_t)n;
        json->at = hit + n;
        if (cut(json, ":"))
            return true;
    }
    return false;
}

static bool read_string(struct slice *json, struct slice *value)
{
    if (!cut(json, "\""))
        return false;
    const char *end = memchr(json->at, '"', json->len);
    if (end == NULL)
        return false;
    *value = (struct slice){json->at, (size_t)(end - json->at)};
    return true;
}

bool scan_string(struct slice json, const char *name, struct slice *value)
{
    return find_value(&json, name) && read_string(&json, value);
}

bool scan_attribute(struct slice json, const char *name, struct slice *value)
{
    return find_value(&json, name) && cut(&json, "{") && cut(&json, "\"S\"") && cut(&json, ":") &&
           read_string(&json, value);
}

double scan_number(struct slice json, const char *name)
{
    double value = 0;
    double unit = 1;
    bool fraction = false;
    if (!find_value(&json, name))
        return 0;
    skip_space(&json);
    for (; json.len > 0; json.at++, json.len--) {
        if (*json.at == '.') {
            fraction = true;
        } else if (*json.at >= '0' && *json.at <= '9') {
            value = value * 10 + (*json.at - '0');
            unit *= fraction ? 10 : 1;
        } else {
            break;
        }
    }
    return value / unit;
}
