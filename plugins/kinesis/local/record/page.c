/* SPDX-License-Identifier: Apache-2.0 */
/* Tokens: "list/milliseconds/stream/filter/after". No name has a slash. */
#include "record/page.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>

enum { PLAIN_MAX = 512, TOKEN_MAX = SLRUN_BASE64_TEXT(PLAIN_MAX), FIELDS = 5 };

json_t *page_token(const struct call *call, const struct page *page, const char *after)
{
    char plain[PLAIN_MAX];
    int n = snprintf(plain, sizeof plain, "%s/%" PRId64 "/%s/%s/%s", page->list, call->now,
                     page->stream, page->filter, after);
    return n < 0 || (size_t)n >= sizeof plain ? NULL : slrun_base64_json(plain, (size_t)n);
}

/* Splits the plain text at its slashes, in place. */
static bool split(char *plain, char *fields[FIELDS])
{
    for (int i = 0; i < FIELDS; i++) {
        fields[i] = plain;
        plain = strchr(plain, '/');
        if ((plain == NULL) != (i == FIELDS - 1))
            return false;
        if (plain != NULL)
            *plain++ = '\0';
    }
    return true;
}

static bool decode(const char *token, char plain[PLAIN_MAX])
{
    long size = slrun_base64_read(token, strlen(token), plain, PLAIN_MAX - 1);
    plain[size < 0 ? 0 : size] = '\0';
    return size > 0;
}

bool page_read(struct call *call, struct page *page)
{
    const char *token = call_string(call, "NextToken");
    char plain[PLAIN_MAX], *fields[FIELDS];
    if (token == NULL)
        return true;
    if (!decode(token, plain) || !split(plain, fields) || strcmp(fields[0], page->list) != 0)
        return fault_set(&call->fault, FAULT_INVALID_ARGUMENT, "NextToken is invalid.");
    int64_t given_ms = strtoll(fields[1], NULL, 10);
    if (call->now - given_ms > PAGE_TOKEN_MS)
        return fault_set(&call->fault, FAULT_EXPIRED_TOKEN, "NextToken has expired.");
    (void)snprintf(page->stream, sizeof page->stream, "%s", fields[2]);
    (void)snprintf(page->filter, sizeof page->filter, "%s", fields[3]);
    (void)snprintf(page->after, sizeof page->after, "%s", fields[4]);
    return true;
}
