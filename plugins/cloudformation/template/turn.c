/* SPDX-License-Identifier: Apache-2.0 */
#include "template/turn.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "template/template.h"

/* Counts one value more with that much text; whether it still is a template of a size that may
 * be. */
static bool within(struct turn_made *made, size_t bytes)
{
    made->nodes++;
    made->bytes += bytes;
    return made->nodes <= TEMPLATE_NODES_MAX && made->bytes <= TEMPLATE_FILE_MAX;
}

/* The size of the placeholder that begins at `c`; 0: none does. */
static size_t placeholder(const struct turn *turn, const char *c)
{
    size_t n = strlen(turn->identifier);
    bool begins = (*c == '$' || *c == '&') && c[1] == '{';
    return begins && strncmp(c + 2, turn->identifier, n) == 0 && c[2 + n] == '}' ? n + 3 : 0;
}

bool turn_has_placeholder(const struct turn *turn, const char *text)
{
    while (*text && placeholder(turn, text) == 0)
        text++;
    return *text != '\0';
}

/* Writes `text` with its placeholders filled in; the size that this takes. `to` may be NULL. */
static size_t fill(const struct turn *turn, const char *text, char *to)
{
    size_t n = 0;
    while (*text) {
        size_t skip = placeholder(turn, text);
        const char *piece = skip == 0 ? text : *text == '$' ? turn->value : turn->plain;
        size_t size = skip == 0 ? 1 : strlen(piece);
        if (to)
            memcpy(to + n, piece, size);
        n += size;
        text += skip == 0 ? 1 : skip;
    }
    return n;
}

static json_t *filled_text(const struct turn *turn, const char *text)
{
    size_t n = fill(turn, text, NULL);
    char *to = within(turn->made, n) ? malloc(n + 1) : NULL;
    if (!to)
        return NULL;
    (void)fill(turn, text, to);
    json_t *result = json_stringn(to, n);
    free(to);
    return result;
}

static json_t *filled_map(const struct turn *turn, const json_t *value)
{
    const char *name = json_string_value(json_object_get(value, "Ref"));
    if (name && json_object_size(value) == 1 && strcmp(name, turn->identifier) == 0)
        return filled_text(turn, turn->value);
    json_t *all = json_object(), *inner;
    const char *key;
    bool ok = all != NULL;
    json_object_foreach ((json_t *)value, key, inner) {
        json_t *own = ok ? filled_text(turn, key) : NULL;
        ok = own && json_object_set_new(all, json_string_value(own), turn_fill(turn, inner)) == 0;
        json_decref(own);
    }
    if (ok)
        return all;
    json_decref(all);
    return NULL;
}

static json_t *filled_list(const struct turn *turn, const json_t *value)
{
    json_t *all = json_array(), *inner;
    size_t i;
    bool ok = all != NULL;
    json_array_foreach (value, i, inner)
        ok = ok && json_array_append_new(all, turn_fill(turn, inner)) == 0;
    if (ok)
        return all;
    json_decref(all);
    return NULL;
}

json_t *turn_fill(const struct turn *turn, const json_t *value)
{
    if (!within(turn->made, 0))
        return NULL;
    return json_is_object(value)   ? filled_map(turn, value)
           : json_is_array(value)  ? filled_list(turn, value)
           : json_is_string(value) ? filled_text(turn, json_string_value(value))
                                   : json_incref((json_t *)value);
}

static char *letters_of(const char *text)
{
    char *plain = malloc(strlen(text) + 1), *end = plain;
    for (; plain && *text; text++)
        if (isalnum((unsigned char)*text))
            *end++ = *text;
    if (plain)
        *end = '\0';
    return plain;
}

bool turn_begin(struct turn *turn)
{
    turn->plain = letters_of(turn->value);
    return turn->plain != NULL;
}

void turn_end(struct turn *turn)
{
    free(turn->plain);
}
