/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/place.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

enum { PROPERTY_MIN = 4 /* letters: a shorter name is in any sentence */ };

/* What is below a key in a tree of lines (template.c): [line, {key: tree}]. */
static const json_t *below(const json_t *lines, const char *key)
{
    return json_object_get(json_array_get(lines, 1), key);
}

/* The id in the text that `id` is, or that it begins with; NULL: there is none. */
static const char *id_in_text(const struct template *t, const char *id)
{
    const char *name, *best = NULL;
    json_t *lines;
    json_object_foreach (json_array_get(below(t->lines, "Resources"), 1), name, lines)
        if (strncmp(id, name, strlen(name)) == 0 && (!best || strlen(name) > strlen(best)))
            best = name;
    return best;
}

/* Whether the service's words, which stand in quotes between CloudFormation's, name a property. */
static bool names(const char *reason, const char *word)
{
    const char *from = strchr(reason, '"'), *to = strrchr(reason, '"');
    size_t n = strlen(word);
    for (const char *c = from ? from : reason; *c && (!from || c < to); c++)
        if (strncasecmp(c, word, n) == 0)
            return true;
    return false;
}

static int line_in(const json_t *lines)
{
    return (int)json_integer_value(json_array_get(lines, 0));
}

int place_line(const struct template *t, const char *id, const char *reason)
{
    const char *own = id_in_text(t, id), *name, *best = NULL;
    const json_t *resource = own ? below(below(t->lines, "Resources"), own) : NULL;
    const json_t *properties = below(resource, "Properties");
    json_t *lines;
    json_object_foreach (json_array_get(properties, 1), name, lines)
        if (strlen(name) >= PROPERTY_MIN && names(reason, name) &&
            (!best || strlen(name) > strlen(best)))
            best = name;
    return line_in(best ? below(properties, best) : resource);
}
