/* SPDX-License-Identifier: Apache-2.0 */
/* FunctionName: a name, or an ARN whole or in part. */
#include "local/name.h"

#include <stdio.h>
#include <string.h>

#include "local/function.h"

#define DIGITS  "0123456789"
#define LOWER   "abcdefghijklmnopqrstuvwxyz"
#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZ" LOWER
#define NAMES   LETTERS DIGITS "-_"

static bool copy(char *to, size_t room, const char *from)
{
    int n = snprintf(to, room, "%s", from);
    return n > 0 && (size_t)n < room;
}

static bool consists_of(const char *text, const char *set)
{
    return *text && !text[strspn(text, set)];
}

static bool is_account(const char *token)
{
    return strlen(token) == ACCOUNT_SIZE - 1 && consists_of(token, DIGITS);
}

static const char *behind(const char *text, const char *prefix)
{
    size_t n = strlen(prefix);
    return strncmp(text, prefix, n) == 0 ? text + n : text;
}

/* (eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-DIGIT */
static bool is_region(const char *token)
{
    const char *at = behind(token, "eusc-");
    if (strspn(at, LOWER) != 2)
        return false;
    at += 2;
    if (strncmp(at, "-gov-", 5) == 0)
        at += 4;
    else if (strncmp(at, "-iso", 4) == 0 && strspn(at + 1, LOWER) <= 4)
        at += 1 + strspn(at + 1, LOWER);
    size_t n = *at == '-' ? strspn(at + 1, LOWER) : 0;
    return n > 0 && at[n + 1] == '-' && strspn(at + n + 2, DIGITS) == 1 && !at[n + 3];
}

static bool is_partition(const char *token)
{
    return !*token || (strncmp(token, "aws", 3) == 0 && !token[strspn(token, LETTERS "-")]);
}

enum { TOKENS_MAX = 8 };

/* The parts between colons; their number, or 0: too many. */
static size_t split(char *text, char *tokens[TOKENS_MAX])
{
    size_t n = 0;
    for (char *at = text; at; n++) {
        char *colon = strchr(at, ':');
        if (n == TOKENS_MAX)
            return 0;
        tokens[n] = at;
        if (colon)
            *colon++ = '\0';
        at = colon;
    }
    return n;
}

static bool is_old(const struct call *call)
{
#define NAME(op) op,
    static const char *const old[] = {OLD_NAME_OPERATIONS(NAME)};
#undef NAME
    size_t i = 0;
    while (i < sizeof old / sizeof *old && strcmp(old[i], call->op->api) != 0)
        i++;
    return i < sizeof old / sizeof *old;
}

static bool read_qualifier(const char *token, bool old, struct function_name *name)
{
    bool latest = strcmp(token, LATEST) == 0 || (!old && strcmp(token, LATEST ".PUBLISHED") == 0);
    return (latest || consists_of(token, NAMES)) &&
           copy(name->qualifier, sizeof name->qualifier, token);
}

/* (arn:aws:lambda:)(REGION:)(ACCOUNT:)(function:)NAME(:QUALIFIER) */
static bool read_tokens(char *const tokens[], size_t n, bool old, struct function_name *name)
{
    size_t i = n > 3 && strcmp(tokens[0], "arn") == 0 && is_partition(tokens[1]) &&
                       strcmp(tokens[2], "lambda") == 0
                   ? 3
                   : 0;
    if (i + 1 < n && is_region(tokens[i]))
        (void)copy(name->region, sizeof name->region, tokens[i++]);
    if (i + 1 < n && is_account(tokens[i]))
        (void)copy(name->account, sizeof name->account, tokens[i++]);
    if (i + 1 < n && strcmp(tokens[i], "function") == 0)
        i++;
    return i < n && n - i <= 2 && consists_of(tokens[i], old ? NAMES : NAMES ".") &&
           copy(name->name, sizeof name->name, tokens[i]) &&
           (n - i == 1 || read_qualifier(tokens[i + 1], old, name));
}

static bool invalid_name(struct call *call, const char *text, bool old)
{
    call_fail(call, "ValidationException",
              "1 validation error detected: Value '%.300s' at 'functionName' failed to satisfy "
              "constraint: Member must satisfy regular expression pattern: %s",
              text, old ? OLD_NAME_PATTERN : NAME_PATTERN);
    return false;
}

bool function_name_read(struct call *call, const char *text, const char *qualifier,
                        struct function_name *name)
{
    char buffer[512], *tokens[TOKENS_MAX];
    bool old = is_old(call);
    *name = (struct function_name){.name = ""};
    (void)copy(name->region, sizeof name->region, call->region);
    (void)copy(name->account, sizeof name->account, call->account);
    if (!copy(buffer, sizeof buffer, text) ||
        !read_tokens(tokens, split(buffer, tokens), old, name))
        return invalid_name(call, text, old);
    if (strcmp(name->region, call->region) != 0) {
        call_fail(call, "ResourceNotFoundException",
                  "Functions from '%s' are not reachable in this region ('%s')", name->region,
                  call->region);
        return false;
    }
    if (qualifier && *name->qualifier && strcmp(name->qualifier, qualifier) != 0) {
        call_fail(call, "InvalidParameterValueException",
                  "The derived qualifier from the function name does not match the specified "
                  "qualifier.");
        return false;
    }
    return !qualifier || copy(name->qualifier, sizeof name->qualifier, qualifier);
}

void name_arn(const struct function_name *name, const char *qualifier, char arn[ARN_SIZE])
{
    bool qualified = qualifier && *qualifier;
    (void)snprintf(arn, ARN_SIZE, "arn:aws:lambda:%s:%s:function:%s%s%s", name->region,
                   name->account, name->name, qualified ? ":" : "", qualified ? qualifier : "");
}
