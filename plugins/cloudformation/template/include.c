/* SPDX-License-Identifier: Apache-2.0 */
#include "template/include.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INCLUDE_PATH_MAX = 4096 };

#define S3 "s3://"

/* ---- places ---- */

static bool is_stored(const char *location)
{
    return strncmp(location, S3, strlen(S3)) == 0;
}

bool include_is_wanted(const struct include_from *from, const char *location)
{
    return is_stored(location) && !json_object_get(from->snippets, location);
}

static bool is_possible(const struct include_from *from, const char *location)
{
    return location && (strstr(location, "://") ? is_stored(location) : from->directory != NULL);
}

static bool path_of(const struct include_from *from, const char *location,
                    char path[INCLUDE_PATH_MAX])
{
    bool absolute = *location == '/';
    int n = snprintf(path, INCLUDE_PATH_MAX, "%s%s%s", absolute ? "" : from->directory,
                     absolute ? "" : "/", location);
    return n > 0 && n < INCLUDE_PATH_MAX;
}

/* ---- texts ---- */

static char *file_text(const struct include_from *from, const char *location, size_t *size)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    char path[INCLUDE_PATH_MAX];
    return path_of(from, location, path) ? from->read(path, TEMPLATE_FILE_MAX, size, &error) : NULL;
}

static char *stored_text(const struct include_from *from, const char *location, size_t *size)
{
    const json_t *found = json_object_get(from->snippets, location);
    *size = json_string_length(found);
    return json_is_string(found) ? strdup(json_string_value(found)) : NULL;
}

/* The text of a snippet, with its size; NULL: it cannot be read. free() it. */
static char *snippet_text(const struct include_from *from, const char *location, size_t *size)
{
    return is_stored(location) ? stored_text(from, location, size)
                               : file_text(from, location, size);
}

/* ---- a snippet ---- */

json_t *include_read(const struct include_from *from, const char *location, const struct at *at,
                     struct problems *problems)
{
    size_t size = 0;
    if (!is_possible(from, location)) {
        at_problem(at, problems,
                   "Transform " INCLUDE ": Location must be s3://BUCKET/KEY or, where the template "
                   "is a file, a path");
        return NULL;
    }
    char *text = snippet_text(from, location, &size);
    if (!text) {
        bool stored = is_stored(location);
        at_problem(at, problems,
                   "Transform " INCLUDE ": %.300s cannot be read: %s of at most %d bytes%s",
                   location, stored ? "there is no such object, or no text" : "Location is a file",
                   (int)TEMPLATE_FILE_MAX, stored ? "" : ", relative to the template");
        return NULL;
    }
    struct problems inner = {.n = 0};
    struct template snippet;
    struct template_source source = {text, size, true};
    json_t *members =
        template_read(&snippet, &source, &inner) == 0 ? json_incref(snippet.root) : NULL;
    if (!members) /* the first problem of it, as one of the place where it is included */
        at_problem(at, problems, "Transform " INCLUDE ": %.200s: %.300s (line %d of it)", location,
                   inner.all[0].text, inner.all[0].line);
    template_free(&snippet);
    free(text);
    return members;
}
