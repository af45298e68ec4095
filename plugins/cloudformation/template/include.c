/* SPDX-License-Identifier: Apache-2.0 */
#include "template/include.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "template/at.h"

enum { INCLUDE_PATH_MAX = 4096 };

#define INCLUDE "AWS::Include"
#define KEY     "Fn::Transform"
#define S3      "s3://"

struct expansion {
    struct include_from from;
    struct problems *problems;
    size_t n; /* snippets so far */
};

/* ---- files ---- */

/* The text of a file, with its size; NULL: it cannot be read, or is too large. */
static char *file_text(const struct expansion *e, const char *path, size_t *size)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    return e->from.read(path, TEMPLATE_FILE_MAX, size, &error);
}

static bool path_of(const struct expansion *e, const char *location, char path[INCLUDE_PATH_MAX])
{
    bool absolute = *location == '/';
    int n = snprintf(path, INCLUDE_PATH_MAX, "%s%s%s", absolute ? "" : e->from.directory,
                     absolute ? "" : "/", location);
    return n > 0 && n < INCLUDE_PATH_MAX;
}

/* ---- one snippet ---- */

/* The first problem of a snippet, as one of the place where it is included. */
static bool snippet_problem(const struct expansion *e, const struct at *at, const char *location,
                            const struct problems *inner)
{
    return at_problem(at, e->problems, "Transform " INCLUDE ": %.200s: %.300s (line %d of it)",
                      location, inner->all[0].text, inner->all[0].line);
}

/* The text of a snippet, with its size; NULL after a problem. free() it. */
static char *snippet_text(const struct expansion *e, const struct at *at, const char *location,
                          size_t *size)
{
    bool stored = strncmp(location, S3, strlen(S3)) == 0;
    const json_t *found = stored ? json_object_get(e->from.snippets, location) : NULL;
    char path[INCLUDE_PATH_MAX];
    char *text = found                                   ? strdup(json_string_value(found))
                 : !stored && path_of(e, location, path) ? file_text(e, path, size)
                                                         : NULL;
    if (found)
        *size = json_string_length(found);
    if (!text)
        at_problem(at, e->problems,
                   stored
                       ? "Transform " INCLUDE ": %.300s cannot be read: there is no such object, "
                         "or no text of at most %d bytes"
                       : "Transform " INCLUDE ": %.300s cannot be read: Location is a file of at "
                         "most %d bytes, relative to the template",
                   location, (int)TEMPLATE_FILE_MAX);
    return text;
}

/* The members of the snippet, a new reference; NULL after a problem. */
static json_t *snippet_read(const struct expansion *e, const struct at *at, const char *location)
{
    size_t size = 0;
    char *text = snippet_text(e, at, location, &size);
    if (!text)
        return NULL;
    struct problems inner = {.n = 0};
    struct template snippet;
    struct template_source source = {text, size, true};
    json_t *members =
        template_read(&snippet, &source, &inner) == 0 ? json_incref(snippet.root) : NULL;
    if (!members)
        snippet_problem(e, at, location, &inner);
    template_free(&snippet);
    free(text);
    return members;
}

static bool is_include(const json_t *transform)
{
    const char *name = json_string_value(json_object_get(transform, "Name"));
    return name && strcmp(name, INCLUDE) == 0;
}

static json_t *location_in(const json_t *transform)
{
    return json_object_get(json_object_get(transform, "Parameters"), "Location");
}

json_t *include_location(const json_t *map)
{
    const json_t *transform = json_object_get(map, KEY);
    json_t *location = is_include(transform) ? location_in(transform) : NULL;
    return json_is_string(location) ? location : NULL;
}

/* What the transform asks for, where it is this one and the snippet a file; NULL with a problem, or
 * where it is another (function.c refuses it). */
static const char *location_of(const struct expansion *e, const json_t *transform,
                               const struct at *at)
{
    const char *location = json_string_value(location_in(transform));
    if (!is_include(transform))
        return NULL;
    if (location && (strstr(location, "://") ? strncmp(location, S3, strlen(S3)) == 0
                                             : e->from.directory != NULL))
        return location;
    at_problem(at, e->problems,
               "Transform " INCLUDE ": Location must be s3://BUCKET/KEY or, where the template is "
               "a file, a path");
    return NULL;
}

/* Puts the snippet's members beside those that are there; these count. */
static bool include_here(struct expansion *e, json_t *map, const struct at *up)
{
    struct at at = at_key(up, KEY);
    const json_t *transform = json_object_get(map, KEY);
    size_t before = e->problems->total;
    const char *location = location_of(e, transform, &at);
    if (!location)
        return e->problems->total == before;
    if (++e->n > INCLUDES_MAX)
        return at_problem(&at, e->problems, "Transform " INCLUDE ": a template has at most %d",
                          (int)INCLUDES_MAX);
    json_t *members = snippet_read(e, &at, location);
    bool ok =
        members && json_object_update_missing(map, members) == 0 && json_object_del(map, KEY) == 0;
    json_decref(members);
    return ok;
}

/* ---- all of them ---- */

static bool expand(struct expansion *e, json_t *value, const struct at *at);

static bool expand_members(struct expansion *e, json_t *map, const struct at *at)
{
    const char *key;
    json_t *inner;
    bool ok = true;
    json_object_foreach (map, key, inner) {
        struct at here = at_key(at, key);
        ok = expand(e, inner, &here) && ok;
    }
    return (!json_object_get(map, KEY) || include_here(e, map, at)) && ok;
}

/* Templates are at most TEMPLATE_DEPTH_MAX deep (template_read()). A snippet has none of its own,
 * as with AWS, so it is not looked into. */
static bool expand(struct expansion *e, json_t *value, const struct at *at)
{
    size_t i;
    json_t *inner;
    bool ok = true;
    if (json_is_object(value))
        return expand_members(e, value, at);
    json_array_foreach (value, i, inner) {
        struct at here = at_index(at, i);
        ok = expand(e, inner, &here) && ok;
    }
    return ok;
}

bool include_expand(struct template *t, const struct include_from *from, struct problems *problems)
{
    struct expansion e = {.from = *from, .problems = problems};
    struct at root = at_root(t);
    return expand(&e, t->root, &root);
}
