/* SPDX-License-Identifier: Apache-2.0 */
/* Looks headers up, and judges their names and values. */
#ifndef SLRUN_NET_HTTP_HEADER_H
#define SLRUN_NET_HTTP_HEADER_H

#include <stdbool.h>
#include <stddef.h>
#include <strings.h>

#include <slrun/http.h>

/* The value of the first header of that name (RFC 9110, 5.1: without regard to case), or NULL. Most
 * names differ in their first letter, and a request is asked for a dozen. */
static inline const char *http_header(const struct slrun_header *headers, size_t n,
                                      const char *name)
{
    for (size_t i = 0; i < n; i++)
        if ((*headers[i].name | 0x20) == (*name | 0x20) && !strcasecmp(headers[i].name, name))
            return headers[i].value;
    return NULL;
}

/* Whether these bytes are a token (RFC 9110, 5.6.2), as the name of a header and a method must be.
 */
bool http_is_token(const char *at, size_t size);

/* Whether a header may have these bytes as its value (RFC 9110, 5.5): no control characters but
 * tabs; CR and LF would begin another header. */
bool http_is_value(const char *at, size_t size);

/* How many bytes come that are digits or lower-case letters, in eights: a hash is all that. */
size_t http_plain_words(const char *at, size_t size);

#endif
