/* SPDX-License-Identifier: Apache-2.0 */
/* Looks headers up. */
#ifndef SLRUN_NET_HTTP_HEADER_H
#define SLRUN_NET_HTTP_HEADER_H

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

#endif
