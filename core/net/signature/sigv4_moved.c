/* SPDX-License-Identifier: Apache-2.0 */
/* Headers that presigning has moved into the query. */
#include "net/signature/sigv4_parts.h"

#include <strings.h>

#define MOVED "x-amz-"

static bool has_header(const struct sigv4_request *request, const char *name)
{
    for (size_t i = 0; i < request->n_headers; i++)
        if (strcasecmp(request->headers[i].name, name) == 0)
            return true;
    return false;
}

/* Appends a part of the query, decoded and with a NUL; NULL: it does not fit. */
static const char *keep(struct sigv4_text *t, struct sigv4_slice part)
{
    char *kept = t->at + t->size;
    if (part.size + 1 > t->room - t->size)
        return NULL;
    t->size += sigv4_decode(kept, part);
    t->at[t->size++] = '\0';
    return kept;
}

size_t sigv4_moved_headers(const struct sigv4_request *request, struct sigv4_slice names,
                           const struct sigv4_moved *moved)
{
    const char *query = strchr(request->target, '?');
    struct sigv4_text t = {.at = moved->memory, .room = SIGV4_QUERY_MAX};
    size_t n = 0;
    for (const char *at = query == NULL ? "" : query + 1; *at != '\0' && n < moved->room;) {
        size_t size = strcspn(at, "&"), name = strcspn(at, "=&");
        size_t value = name < size ? name + 1 : size;
        struct sigv4_slice part = {at, name};
        if (name > strlen(MOVED) && strncasecmp(at, MOVED, strlen(MOVED)) == 0 &&
            sigv4_is_listed(names, part)) {
            const char *key = keep(&t, part);
            const char *text = keep(&t, (struct sigv4_slice){at + value, size - value});
            if (key == NULL || text == NULL)
                return n;
            moved->headers[n] = (struct slrun_header){key, text};
            n += has_header(request, key) ? 0 : 1;
        }
        at += size + (at[size] == '&');
    }
    return n;
}
