/* SPDX-License-Identifier: Apache-2.0 */
/* Names of parameters (Systems Manager User Guide, "About requirements and constraints for
 * parameter names"). */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "local/service.h"

#define CHARACTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-/"

static size_t count(const char *text, char c)
{
    size_t n = 0;
    for (; *text; text++)
        n += *text == c;
    return n;
}

static bool has_reserved_prefix(const char *name)
{
    name += *name == '/';
    return strncasecmp(name, "aws", 3) == 0 || strncasecmp(name, "ssm", 3) == 0;
}

static bool no_path(struct slrun_json_call *call)
{
    return call_invalid(call,
                        "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If "
                        "formed as a path, it can consist of sub-paths divided by slash symbol; "
                        "each sub-path can be formed as a mix of letters, numbers and the "
                        "following 3 symbols .-_");
}

bool name_is_path(struct slrun_json_call *call, const char *name)
{
    return !strchr(name, '/') || (*name == '/' && !strstr(name, "//")) || no_path(call);
}

bool name_check(struct slrun_json_call *call, const char *name)
{
    size_t slashes = count(name, '/');
    if (has_reserved_prefix(name) && strncasecmp(name, "/aws", 4) == 0 && slashes > 1)
        return call_fail(call, "AccessDeniedException", "No access to reserved parameter name: %s.",
                         name);
    if (has_reserved_prefix(name) && slashes <= 1)
        return call_invalid(call, "Parameter name: can't be prefixed with \"aws\" or \"ssm\" "
                                  "(case-insensitive).");
    if (has_reserved_prefix(name) || name[strspn(name, CHARACTERS)] || strstr(name, "//"))
        return no_path(call);
    if (slashes > 0 && *name != '/')
        return call_invalid(call, "Parameter name must be a fully qualified name.");
    if (slashes > LEVELS_MAX)
        return call_fail(call, "HierarchyLevelLimitExceededException",
                         "A parameter name can have a maximum of %d levels.", LEVELS_MAX);
    return true;
}

void name_split(const char *given, char name[NAME_SIZE], const char **selector)
{
    static const char word[] = ":parameter/";
    const char *at = strncmp(given, "arn:", 4) == 0 ? strstr(given, word) : NULL;
    const char *from = at ? at + strlen(word) : given;
    size_t n = strcspn(from, ":");
    bool path = at && memchr(from, '/', n); /* the ARN of /a/b ends with parameter/a/b */
    (void)snprintf(name, NAME_SIZE, "%s%.*s", path ? "/" : "", (int)(n < NAME_SIZE ? n : 0), from);
    *selector = from + n;
}

bool name_is_below(const char *name, const char *path, bool recursive)
{
    size_t n = strlen(path);
    while (n > 0 && path[n - 1] == '/')
        n--;
    return strncmp(name, path, n) == 0 && name[n] == '/' &&
           (recursive || !strchr(name + n + 1, '/'));
}
