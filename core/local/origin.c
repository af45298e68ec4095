/* SPDX-License-Identifier: Apache-2.0 */
#include "local/origin.h"

#include <arpa/inet.h>
#include <string.h>
#include <strings.h>

#include "net/http_header.h"

enum { HOST_MAX = 255 };

static bool is_below(const char *name, const char *domain)
{
    size_t n = strlen(name), m = strlen(domain);
    return n > m && !strcasecmp(name + n - m, domain);
}

bool origin_host(const char *host)
{
    char name[HOST_MAX + 1];
    struct in_addr address;
    if (*host == '[')
        return true; /* an IPv6 address, the one thing that may stand so */
    size_t n = strcspn(host, ":");
    if (!n || n > HOST_MAX)
        return false;
    memcpy(name, host, n);
    name[n] = '\0';
    if (name[n - 1] == '.')
        name[n - 1] = '\0';
    return !strchr(name, '.') || inet_pton(AF_INET, name, &address) == 1 ||
           is_below(name, ".localhost") || is_below(name, ".internal");
}

bool origin_is_own(const struct slrun_exchange *x)
{
    const char *host = http_header(x->headers, x->n_headers, "Host"),
               *site = http_header(x->headers, x->n_headers, "Sec-Fetch-Site");
    if (http_header(x->headers, x->n_headers, "Origin") || (host && !origin_host(host)))
        return false;
    return !site || !strcasecmp(site, "same-origin") || !strcasecmp(site, "none");
}
