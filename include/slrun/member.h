/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Since 1.5. Members of JSON objects, and lists of objects that one member tells apart (tags),
 * as operations read and change them most. What is not there, or is of another type, is passed
 * over. Compiled into who includes it: no part of the binary interface.
 */
#ifndef SLRUN_MEMBER_H
#define SLRUN_MEMBER_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <jansson.h>

/* A member that is a text, borrowed; NULL: there is none. */
static inline const char *slrun_text(const json_t *object, const char *name)
{
    return json_string_value(json_object_get(object, name));
}

/* The same; where there is none, `otherwise`. */
static inline const char *slrun_text_or(const json_t *object, const char *name,
                                        const char *otherwise)
{
    const char *text = slrun_text(object, name);
    return text ? text : otherwise;
}

/* Copies the members that are there, of those that `names` has before its NULL. 0, or -1: not all,
 * for want of memory. */
static inline int slrun_copy_members(json_t *to, const json_t *from, const char *const *names)
{
    int copied = 0;
    for (; *names; names++)
        if (json_object_get(from, *names) &&
            json_object_set(to, *names, json_object_get(from, *names)) != 0)
            copied = -1;
    return copied;
}

/* Puts '?' for the bytes beyond ASCII of a text that is no UTF-8 (one that was cut inside a
 * character, or repeats what somebody sent), so that JSON can have it. */
static inline void slrun_text_mend(char *text)
{
    json_t *utf8 = json_string(text);
    for (; !utf8 && *text; text++)
        *text = (unsigned char)*text < 0x80 ? *text : '?';
    json_decref(utf8);
}

/* ---- lists ---- */

/* Whether a list of texts has this one (NULL: none has): 1 or 0. */
static inline int slrun_list_has(const json_t *list, const char *text)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *one = json_string_value(json_array_get(list, i));
        if (one && text && strcmp(one, text) == 0)
            return 1;
    }
    return 0;
}

/* Where in a list the first object stands whose member `name` ("Key") is this text; the list's
 * size: nowhere. */
static inline size_t slrun_list_at(const json_t *list, const char *name, const char *text)
{
    size_t i, n = json_array_size(list);
    for (i = 0; i < n; i++) {
        const char *one = slrun_text(json_array_get(list, i), name);
        if (one && strcmp(one, text) == 0)
            break;
    }
    return i;
}

/* Puts the objects of `more` into `list`: in the place of the one with the same `name`, or at the
 * end. */
static inline void slrun_list_put(json_t *list, const char *name, const json_t *more)
{
    for (size_t i = 0; i < json_array_size(more); i++) {
        json_t *one = json_array_get(more, i);
        const char *text = slrun_text(one, name);
        size_t at = text ? slrun_list_at(list, name, text) : json_array_size(list);
        (void)(at < json_array_size(list) ? json_array_set(list, at, one)
                                          : json_array_append(list, one));
    }
}

/* Takes the objects out whose `name` is one of the texts of `gone`. */
static inline void slrun_list_drop(json_t *list, const char *name, const json_t *gone)
{
    for (size_t i = 0; i < json_array_size(gone); i++) {
        const char *text = json_string_value(json_array_get(gone, i));
        if (text)
            (void)json_array_remove(list, slrun_list_at(list, name, text));
    }
}

/* What `old` has and `now` has not, as a new list of texts: of lists of objects, the texts of
 * their member `name`; of maps (`name` is NULL), the keys. What an update of tags takes away. */
static inline json_t *slrun_keys_gone(const json_t *old, const json_t *now, const char *name)
{
    json_t *gone = json_array();
    for (void *it = json_object_iter((json_t *)(uintptr_t)old); !name && it;
         it = json_object_iter_next((json_t *)(uintptr_t)old, it))
        if (!json_object_get(now, json_object_iter_key(it)))
            (void)json_array_append_new(gone, json_string(json_object_iter_key(it)));
    for (size_t i = 0; name && i < json_array_size(old); i++) {
        const char *text = slrun_text(json_array_get(old, i), name);
        if (text && slrun_list_at(now, name, text) == json_array_size(now))
            (void)json_array_append_new(gone, json_string(text));
    }
    return gone;
}

#endif
