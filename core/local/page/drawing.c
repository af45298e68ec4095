/* SPDX-License-Identifier: Apache-2.0 */
/* Ways between boxes, found by the names that stand in their texts. */
#include "local/page/drawing.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Of names of resources; all else parts the words of a text. */
#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."

enum { WORD_SIZE = 256 }; /* names of resources are no longer */

json_t *drawing_box(const char *key, const json_t *name, const struct slrun_look_box *box)
{
    return json_pack("{s:s?, s:O?, s:s, s:b, s:o*, s:o*}", "key", key, "name", name, "says",
                     box->says, "failed", box->failed, "from", box->from, "to", box->to);
}

void drawing_add(json_t *all, const json_t *boxes, const char *service, const char *kind)
{
    size_t i;
    json_t *box;
    json_array_foreach ((json_t *)(uintptr_t)boxes, i, box) {
        (void)json_object_set_new(box, "kind", json_sprintf("%s/%s", service, kind));
        (void)json_array_append(all, box);
    }
}

/* ---- words ---- */

/* The next word of a text from *at on, which is moved behind it; false: there are no more. */
static bool next_word(const char **at, const char *end, char word[WORD_SIZE])
{
    for (*at += strcspn(*at, LETTERS); *at < end; *at += strcspn(*at, LETTERS)) {
        size_t n = strspn(*at, LETTERS);
        const char *begin = *at;
        *at += n;
        if (n < WORD_SIZE) {
            memcpy(word, begin, n);
            word[n] = '\0';
            return true;
        }
    }
    return false;
}

static bool has_word(const char *text, const char *wanted)
{
    char word[WORD_SIZE];
    const char *end = text + strnlen(text, DRAWING_TEXT_MAX);
    while (next_word(&text, end, word))
        if (strcmp(word, wanted) == 0)
            return true;
    return false;
}

/* ---- names ---- */

static void add_name(json_t *names, const char *name, size_t place)
{
    json_t *places = name ? json_object_get(names, name) : NULL;
    if (name && !places && json_object_set_new(names, name, json_array()) == 0)
        places = json_object_get(names, name);
    (void)json_array_append_new(places, json_integer((json_int_t)place));
}

/* Places of boxes by what these are called: their names, and what stands last in their keys. */
static json_t *names_of(const json_t *boxes)
{
    json_t *names = json_object();
    for (size_t i = 0; names && i < json_array_size(boxes); i++) {
        const json_t *box = json_array_get(boxes, i);
        const char *name = json_string_value(json_object_get(box, "name"));
        const char *key = json_string_value(json_object_get(box, "key"));
        const char *last = key ? key + strlen(key) : NULL;
        while (last && last > key && !strchr(":/", last[-1]))
            last--;
        add_name(names, name, i);
        if (last && (!name || strcmp(name, last) != 0))
            add_name(names, last, i);
    }
    return names;
}

/* ---- ways ---- */

struct search {
    json_t *boxes, *names;
    json_t *ways, *known; /* by "FROM TO" */
    size_t own;           /* the box whose texts are read */
    bool back;            /* they name whom it gets from */
};

static void add_way(struct search *s, size_t other)
{
    char way[48];
    size_t from = s->back ? other : s->own, to = s->back ? s->own : other;
    (void)snprintf(way, sizeof way, "%zu %zu", from, to);
    if (from == to || json_object_get(s->known, way) ||
        json_array_size(s->ways) == DRAWING_WAYS_MAX)
        return;
    (void)json_object_set_new(s->known, way, json_true());
    (void)json_array_append_new(s->ways, json_pack("[I, I]", (json_int_t)from, (json_int_t)to));
}

/* Whether a text speaks of the service of that box: the ARN and the URL of a thing do. */
static bool is_of_service(const struct search *s, const char *text, size_t place)
{
    const json_t *box = json_array_get(s->boxes, place);
    const char *kind = json_string_value(json_object_get(box, "kind"));
    char service[WORD_SIZE];
    (void)snprintf(service, sizeof service, "%.*s", kind ? (int)strcspn(kind, "/") : 0,
                   kind ? kind : "");
    return has_word(text, service);
}

/* Of several with that name those of the service that the text speaks of, if it does of one. */
static void add_named(struct search *s, const char *text, const json_t *places)
{
    size_t n = json_array_size(places), of_service = 0;
    for (size_t pass = n > 1 ? 0 : 1; pass < 2 && of_service == 0; pass++)
        for (size_t i = 0; i < n; i++) {
            size_t place = (size_t)json_integer_value(json_array_get(places, i));
            bool counts = pass == 1 || is_of_service(s, text, place);
            if (counts)
                add_way(s, place);
            of_service += counts;
        }
}

static void read_text(struct search *s, const char *text)
{
    char word[WORD_SIZE];
    const char *at = text, *end = text + strnlen(text, DRAWING_TEXT_MAX);
    while (next_word(&at, end, word)) {
        const json_t *places = json_object_get(s->names, word);
        if (places)
            add_named(s, text, places);
    }
}

/* Values nest no deeper than the services' own bounds allow. */
static void read_all(struct search *s, const json_t *value)
{
    const char *name;
    json_t *member;
    if (json_is_string(value))
        read_text(s, json_string_value(value));
    for (size_t i = 0; i < json_array_size(value); i++)
        read_all(s, json_array_get(value, i));
    json_object_foreach ((json_t *)(uintptr_t)value, name, member)
        read_all(s, member);
}

static void read_box(struct search *s, json_t *box)
{
    static const char *const directions[] = {"to", "from"};
    for (size_t i = 0; i < 2; i++) {
        s->back = i == 1;
        read_all(s, json_object_get(box, directions[i]));
        (void)json_object_del(box, directions[i]);
    }
}

json_t *drawing_of(json_t *boxes)
{
    struct search s = {boxes, names_of(boxes), json_array(), json_object(), 0, false};
    for (; s.own < json_array_size(boxes); s.own++)
        read_box(&s, json_array_get(boxes, s.own));
    json_decref(s.names);
    json_decref(s.known);
    return json_pack("{s:O, s:o}", "boxes", boxes, "ways", s.ways);
}
