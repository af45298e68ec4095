/* SPDX-License-Identifier: Apache-2.0 */
#include "template/include.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "template/at.h"

enum { INCLUDE_PATH_MAX = 4096 };

#define INCLUDE "AWS::Include"
#define KEY     "Fn::Transform"

struct expansion {
    const char *directory;
    struct problems *problems;
    size_t n; /* snippets so far */
};

/* ---- files ---- */

/* The text of a file, with its size; NULL: it cannot be read, or is too large. */
static char *file_text(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    char *text = file ? malloc(TEMPLATE_FILE_MAX + 1) : NULL;
    *size = text ? fread(text, 1, TEMPLATE_FILE_MAX + 1, file) : 0;
    bool ok = text && !ferror(file) && *size <= TEMPLATE_FILE_MAX;
    if (file)
        (void)fclose(file);
    if (ok)
        return text;
    free(text);
    return NULL;
}

static bool path_of(const struct expansion *e, const char *location, char path[INCLUDE_PATH_MAX])
{
    bool absolute = *location == '/';
    int n = snprintf(path, INCLUDE_PATH_MAX, "%s%s%s", absolute ? "" : e->directory,
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

/* The members of the snippet, a new reference; NULL after a problem. */
static json_t *snippet_read(const struct expansion *e, const struct at *at, const char *location)
{
    char path[INCLUDE_PATH_MAX];
    size_t size = 0;
    char *text = path_of(e, location, path) ? file_text(path, &size) : NULL;
    if (!text) {
        at_problem(at, e->problems,
                   "Transform " INCLUDE ": %.300s cannot be read: Location is a file of at most "
                   "%d bytes, relative to the template",
                   location, (int)TEMPLATE_FILE_MAX);
        return NULL;
    }
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

/* What the transform asks for, where it is this one and the snippet a file; NULL with a problem, or
 * where it is another (function.c refuses it). */
static const char *location_of(const struct expansion *e, const json_t *transform,
                               const struct at *at)
{
    const char *name = json_string_value(json_object_get(transform, "Name"));
    const json_t *parameters = json_object_get(transform, "Parameters");
    const char *location = json_string_value(json_object_get(parameters, "Location"));
    if (!name || strcmp(name, INCLUDE) != 0)
        return NULL;
    if (location && e->directory && !strstr(location, "://"))
        return location;
    at_problem(at, e->problems,
               "Transform " INCLUDE ": the local cloud includes files: Location must be a path, "
               "and the template itself a file");
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

bool include_expand(struct template *t, const char *directory, struct problems *problems)
{
    struct expansion e = {.directory = directory, .problems = problems};
    struct at root = at_root(t);
    return expand(&e, t->root, &root);
}
