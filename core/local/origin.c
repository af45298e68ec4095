/* SPDX-License-Identifier: Apache-2.0 */
#include "local/origin.h"

#include <arpa/inet.h>
#include <string.h>
#include <strings.h>

enum { HOST_MAX = 255 };

static const char *header(const struct slrun_exchange *x, const char *name)
{
    for (size_t i = 0; i < x->n_headers; i++)
        if (!strcasecmp(x->headers[i].name, name))
            return x->headers[i].value;
    return NULL;
}

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
    const char *host = header(x, "Host"), *site = header(x, "Sec-Fetch-Site");
    if (header(x, "Origin") || (host && !origin_host(host)))
        return false;
    return !site || !strcasecmp(site, "same-origin") || !strcasecmp(site, "none");
}
