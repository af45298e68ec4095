/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/stand_in.h"

#include <stddef.h>
#include <string.h>

/* ID.MARK.REGION and then the domain of a partition of AWS. */
static const struct family {
    const char *mark;
    const char *domains[3];
    bool keeps_region;   /* also behind an endpoint */
    const char *service; /* by which requests are signed */
} families[] = {
    {".execute-api.", {".amazonaws.com", ".amazonaws.com.cn", NULL}, false, "execute-api"},
    {".lambda-url.", {".on.aws", NULL}, true, "lambda"},
};

static bool is_domain(const struct family *family, const char *rest)
{
    for (size_t i = 0; family->domains[i]; i++)
        if (!strcmp(rest, family->domains[i]))
            return true;
    return false;
}

/* How much of `host` a stand-in keeps; 0: it is no host of the family. */
static size_t kept(const struct family *family, const char *host)
{
    const char *dot = strchr(host, '.');
    size_t n_mark = strlen(family->mark);
    if (!dot || dot == host || strncmp(dot, family->mark, n_mark) != 0)
        return 0;
    const char *region = dot + n_mark, *rest = strchr(region, '.');
    if (!rest || rest == region || !is_domain(family, rest))
        return 0;
    return (size_t)((family->keeps_region ? rest : region - 1) - host);
}

static const char *host_of(const char *base)
{
    const char *host = strstr(base, "://");
    return host ? host + 3 : base;
}

const char *stand_in_host(struct slrun_arena *arena, const char *endpoint, const char *base)
{
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        const char *host = host_of(base);
        size_t n = kept(&families[i], host);
        if (n)
            return arena_format(arena, "%.*s.%s", (int)n, host, host_of(endpoint));
    }
    return NULL;
}

bool stand_in_signing(struct slrun_arena *arena, const char *base, const char **service,
                      const char **region)
{
    const char *host = base ? host_of(base) : "";
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        const char *at = strstr(host, families[i].mark);
        const char *own =
            at && kept(&families[i], host)
                ? arena_format(arena, "%.*s", (int)strcspn(at + strlen(families[i].mark), "."),
                               at + strlen(families[i].mark))
                : NULL;
        if (own) {
            *service = families[i].service;
            *region = own;
            return true;
        }
    }
    return false;
}
