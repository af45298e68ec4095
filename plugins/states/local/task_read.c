/* SPDX-License-Identifier: Apache-2.0 */
/* What a task's Resource says, and what a token looks like. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/task.h"

/* ---- resources ---- */

static const struct {
    const char *end;
    enum pattern pattern;
} patterns[] = {
    {".waitForTaskToken", PATTERN_TOKEN}, {".sync:2", PATTERN_SYNC_2}, {".sync", PATTERN_SYNC}};

static void read_action(const char *text, struct resource *to)
{
    size_t n = strlen(text);
    (void)snprintf(to->resource, sizeof to->resource, "%s", text);
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        size_t m = strlen(patterns[i].end);
        if (n > m && strcmp(text + n - m, patterns[i].end) == 0) {
            to->pattern = patterns[i].pattern;
            n -= m;
            break;
        }
    }
    (void)snprintf(to->action, sizeof to->action, "%.*s", (int)n, text);
}

void resource_read(const char *arn, struct resource *to)
{
    static const char word[] = ":states:::", sdk[] = "aws-sdk:";
    const char *at = strstr(arn, word);
    *to =
        (struct resource){.kind = strstr(arn, ":activity:") ? RESOURCE_ACTIVITY : RESOURCE_LAMBDA};
    if (!at)
        return;
    at += strlen(word);
    to->kind = strncmp(at, sdk, strlen(sdk)) == 0 ? RESOURCE_SDK : RESOURCE_SERVICE;
    const char *service = to->kind == RESOURCE_SDK ? at + strlen(sdk) : at;
    const char *action = strchr(service, ':');
    if (!action)
        return;
    (void)snprintf(to->service, sizeof to->service, "%.*s", (int)(action - service), service);
    (void)snprintf(to->type, sizeof to->type, "%.*s", (int)(action - at), at);
    read_action(action + 1, to);
}

/* ---- tokens ---- */

/* FNV-1a of what stands before the mark of a token. */
static unsigned mark(const char *text, size_t n)
{
    unsigned hash = 2166136261U;
    for (size_t i = 0; i < n; i++)
        hash = (hash ^ (unsigned char)text[i]) * 16777619U;
    return hash;
}

void token_make(const struct slrun_cloud *cloud, char token[TOKEN_SIZE])
{
    char a[UUID_SIZE], b[UUID_SIZE];
    cloud->uuid(cloud, a);
    cloud->uuid(cloud, b);
    int n = snprintf(token, TOKEN_SIZE, "AQCQ%s%s", a, b);
    (void)snprintf(token + n, TOKEN_SIZE - (size_t)n, "%08x", mark(token, (size_t)n));
}

bool token_is_one(const char *token)
{
    size_t n = strlen(token);
    return n > 8 && n < TOKEN_SIZE && mark(token, n - 8) == strtoul(token + n - 8, NULL, 16);
}
