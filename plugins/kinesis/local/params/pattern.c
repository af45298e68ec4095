/* SPDX-License-Identifier: Apache-2.0 */
/* One function for each kind of expression. */
#include "params/pattern.h"

#include <ctype.h>
#include <string.h>

enum { SEQUENCE_DIGITS = 129, HASH_KEY_DIGITS = 39, ACCOUNT_DIGITS = 12 };

#define DIGITS "0123456789"
#define LOWER  "abcdefghijklmnopqrstuvwxyz"
#define UPPER  "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define NAME   LOWER UPPER DIGITS "_.-"

static bool is_name(const char *text)
{
    return *text != '\0' && text[strspn(text, NAME)] == '\0';
}

static bool is_number(const char *text, size_t most)
{
    size_t n = strspn(text, DIGITS);
    return n >= 1 && n <= most && text[n] == '\0' && (n == 1 || text[0] != '0');
}

static bool is_sequence(const char *text)
{
    return is_number(text, SEQUENCE_DIGITS);
}

static bool is_hash_key(const char *text)
{
    return is_number(text, HASH_KEY_DIGITS);
}

/* What stands behind arn:aws...:kinesis:REGION:ACCOUNT: */
static const char *resource_of(const char *arn)
{
    const char *service = strncmp(arn, "arn:aws", 7) == 0 ? strstr(arn, ":kinesis:") : NULL;
    const char *account = service == NULL ? NULL : strchr(service + strlen(":kinesis:"), ':');
    if (account == NULL || strspn(account + 1, DIGITS) != ACCOUNT_DIGITS ||
        account[1 + ACCOUNT_DIGITS] != ':')
        return NULL;
    return account + 1 + ACCOUNT_DIGITS + 1;
}

static bool is_stream(const char *resource)
{
    const size_t n = strlen("stream/");
    if (resource == NULL || strncmp(resource, "stream/", n) != 0 || resource[n] == '\0')
        return false;
    for (const char *at = resource + n; *at != '\0'; at++)
        if (isspace((unsigned char)*at))
            return false;
    return true;
}

static bool is_stream_arn(const char *text)
{
    return is_stream(resource_of(text));
}

/* ...stream/NAME/consumer/NAME:SECOND */
static bool is_consumer_arn(const char *text)
{
    const char *resource = resource_of(text);
    if (!is_stream(resource))
        return false;
    const char *at = resource + strlen("stream/");
    at += strspn(at, NAME);
    if (strncmp(at, "/consumer/", strlen("/consumer/")) != 0)
        return false;
    at += strlen("/consumer/");
    at += strspn(at, NAME);
    return *at == ':' && at[1] != '\0' && at[1 + strspn(at + 1, DIGITS)] == '\0';
}

static bool is_stream_id(const char *text)
{
    size_t n = strspn(text, LOWER DIGITS);
    return n == 20 && text[n] == '-' && strspn(text + n + 1, LOWER DIGITS) == 3 &&
           text[n + 4] == '\0';
}

static const struct {
    const char *text;
    bool (*matches)(const char *text);
} patterns[] = {
    [PATTERN_NAME] = {"[a-zA-Z0-9_.-]+", is_name},
    [PATTERN_SEQUENCE] = {"0|([1-9]\\d{0,128})", is_sequence},
    [PATTERN_HASH_KEY] = {"0|([1-9]\\d{0,38})", is_hash_key},
    [PATTERN_STREAM_ARN] = {"arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+", is_stream_arn},
    [PATTERN_CONSUMER_ARN] = {"^(arn):aws.*:kinesis:.*:\\d{12}:.*stream\\/[a-zA-Z0-9_.-]+\\/"
                              "consumer\\/[a-zA-Z0-9_.-]+:[0-9]+",
                              is_consumer_arn},
    [PATTERN_RESOURCE_ARN] = {"arn:aws.*:kinesis:.*:\\d{12}:.*stream/\\S+", is_stream_arn},
    [PATTERN_STREAM_ID] = {"[a-z0-9]{20}-[a-z0-9]{3}", is_stream_id},
};

bool pattern_matches(enum param_pattern pattern, const char *text)
{
    return pattern == PATTERN_NONE || patterns[pattern].matches(text);
}

const char *pattern_text(enum param_pattern pattern)
{
    return patterns[pattern].text;
}
