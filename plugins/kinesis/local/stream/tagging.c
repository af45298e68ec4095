/* SPDX-License-Identifier: Apache-2.0 */
/* Which characters tags have, and how many tags there are. */
#include "stream/tagging.h"

#include <stdlib.h>
#include <string.h>

/* ---- characters ---- */

/* Latin to Greek Extended, Glagolitic to Hangul: what AWS takes for letters beyond ASCII. */
static bool is_letter(uint32_t c)
{
    return (c >= 0xc0 && c <= 0x1fff) || (c >= 0x2c00 && c <= 0xd7ff);
}

static bool is_ascii(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c != '\0' && strchr("_./=+-%@: ", c) != NULL);
}

/* jansson has checked the UTF-8; sequences of four bytes are letters of no plane that counts. */
static bool has_valid_characters(const char *text)
{
    const unsigned char *at = (const unsigned char *)text;
    while (*at != '\0') {
        if (*at < 0x80) {
            if (!is_ascii((char)*at++))
                return false;
            continue;
        }
        uint32_t c = *at < 0xe0 ? *at & 0x1fU : *at < 0xf0 ? *at & 0xfU : UINT32_MAX;
        if (c == UINT32_MAX)
            return false;
        for (at++; (*at & 0xc0) == 0x80; at++)
            c = c << 6 | (*at & 0x3fU);
        if (!is_letter(c))
            return false;
    }
    return true;
}

static bool invalid(struct call *call)
{
    return fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                     "Some tags contain invalid characters. Valid characters: Unicode letters, "
                     "digits, white space, _ . / = + - %% @.");
}

/* AWS's two lists of characters differ in the percent sign. */
static bool illegal(struct call *call, const struct tagged *tagged, const char *what)
{
    return fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                     "Failed to %s %s %s under account %s because some tags contained illegal "
                     "characters. The allowed characters are Unicode letters, white-spaces, "
                     "'_',',','/','=','+','-','@'.",
                     what, tagged->kind, tagged->name, call->exchange->account);
}

/* ---- changes ---- */

static bool check(struct call *call, const struct tagged *tagged, const json_t *more)
{
    const char *key;
    json_t *value;
    bool valid = true, percent = false;
    json_object_foreach ((json_t *)(uintptr_t)more, key, value) {
        const char *text = json_string_value(value);
        valid = valid && has_valid_characters(key) && has_valid_characters(text);
        percent = percent || strchr(key, '%') != NULL || strchr(text, '%') != NULL;
    }
    return valid ? !percent || illegal(call, tagged, "add tags to") : invalid(call);
}

bool tagging_add(struct call *call, const struct tagged *tagged, const json_t *more)
{
    if (more == NULL)
        return true;
    if (!check(call, tagged, more))
        return false;
    json_t *all = json_copy(tagged->tags);
    bool ok = all != NULL && json_object_update(all, (json_t *)(uintptr_t)more) == 0;
    size_t n = json_object_size(all);
    json_decref(all);
    if (!ok || (n <= TAGS_MAX && json_object_update(tagged->tags, (json_t *)(uintptr_t)more) != 0))
        return fault_bare(&call->fault, FAULT_INTERNAL);
    /* the limit is 50, AWS's text says 10 */
    return n <= TAGS_MAX ||
           fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                     "Failed to add tags to %s %s under account %s because a given stream cannot "
                     "have more than 10 tags associated with it.",
                     tagged->kind, tagged->name, call->exchange->account);
}

bool tagging_remove(struct call *call, const struct tagged *tagged, const json_t *keys)
{
    bool valid = true, percent = false;
    for (size_t i = 0; i < json_array_size(keys); i++) {
        const char *key = json_string_value(json_array_get(keys, i));
        valid = valid && has_valid_characters(key);
        percent = percent || strchr(key, '%') != NULL;
    }
    if (!valid || percent)
        return valid ? illegal(call, tagged, "remove tags from") : invalid(call);
    for (size_t i = 0; i < json_array_size(keys); i++)
        json_object_del(tagged->tags, json_string_value(json_array_get(keys, i)));
    return true;
}

/* ---- lists ---- */

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

json_t *tagging_list(const struct tagged *tagged, const char *after, size_t limit, bool *more)
{
    const char **keys = calloc(json_object_size(tagged->tags) + 1, sizeof *keys), *key;
    json_t *list = json_array(), *value;
    size_t n = 0;
    *more = false;
    json_object_foreach (tagged->tags, key, value)
        if (keys != NULL && (after == NULL || strcmp(key, after) > 0))
            keys[n++] = key;
    if (keys != NULL)
        qsort(keys, n, sizeof *keys, by_text);
    for (size_t i = 0; i < n && i < limit; i++) {
        json_array_append_new(list, json_pack("{s:s, s:O}", "Key", keys[i], "Value",
                                              json_object_get(tagged->tags, keys[i])));
    }
    *more = n > limit;
    free(keys);
    return list;
}
