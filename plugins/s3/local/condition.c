/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions of policies (IAM user guide, "IAM JSON policy elements: Condition operators"). */
#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "date.h"
#include "object.h"
#include "policy.h"
#include "tags.h"

enum { VALUES_MAX = 64 };

/* The values of a condition key in this request. */
struct values {
    const char *items[VALUES_MAX];
    size_t n;
};

/* ---- the keys ---- */

static void add(struct values *values, const char *value)
{
    if (value != NULL && values->n < VALUES_MAX) {
        values->items[values->n++] = value;
    }
}

/* s3:ExistingObjectTag/NAME, s3:RequestObjectTag/NAME, s3:RequestObjectTagKeys */
static void add_tags(struct values *values, const json_t *tags, const char *name)
{
    size_t i;
    json_t *tag;
    json_array_foreach ((json_t *)(uintptr_t)tags, i, tag) {
        const char *key = json_string_value(json_array_get(tag, 0));
        if (name == NULL) {
            add(values, key);
        } else if (strcmp(key, name) == 0) {
            add(values, json_string_value(json_array_get(tag, 1)));
        }
    }
}

static void request_values(struct call *call, const char *key, const struct access_ask *ask,
                           struct values *values)
{
    static const struct {
        const char *key, *parameter;
    } parameters[] = {{"s3:prefix", "prefix"},
                      {"s3:delimiter", "delimiter"},
                      {"s3:max-keys", "max-keys"},
                      {"s3:VersionId", "versionId"}};
    static const char existing[] = "s3:ExistingObjectTag/", request[] = "s3:RequestObjectTag/";
    for (size_t i = 0; i < sizeof parameters / sizeof *parameters; i++) {
        if (strcasecmp(key, parameters[i].key) == 0) {
            const char *value = call_query(call, parameters[i].parameter);
            add(values, value == NULL && i == 0 ? ask->prefix : value);
        }
    }
    if (strncasecmp(key, existing, sizeof existing - 1) == 0) {
        const json_t *info = ask->object == NULL ? NULL : ask->object->info;
        add_tags(values, json_object_get(info, "tags"), key + sizeof existing - 1);
    } else if (strncasecmp(key, request, sizeof request - 1) == 0) {
        add_tags(values, tags_requested(call), key + sizeof request - 1);
    } else if (strcasecmp(key, "s3:RequestObjectTagKeys") == 0) {
        add_tags(values, tags_requested(call), NULL);
    } else if (strncasecmp(key, "s3:x-amz-", 9) == 0) {
        add(values, call_header(call, key + 3));
    }
}

static void global_values(struct call *call, const char *key, struct values *values)
{
    const char *arn = pool_format(&call->pool, "arn:aws:iam::%s:root", call->account);
    const char *account = call->anonymous ? NULL : call->account;
    /* What policies ask for of TLS holds: here nothing leaves the machine. Buckets that SAM's CLI
     * makes deny all else. */
    const struct {
        const char *key, *value;
    } rows[] = {{"aws:SourceIp", "127.0.0.1"},
                {"aws:SecureTransport", "true"},
                {"aws:PrincipalAccount", account},
                {"aws:PrincipalArn", call->anonymous ? NULL : arn},
                {"aws:PrincipalType", call->anonymous ? "Anonymous" : "Account"},
                {"aws:userid", account},
                {"aws:Referer", call_header(call, "Referer")},
                {"aws:UserAgent", call_header(call, "User-Agent")},
                {"s3:authType", call_query(call, "X-Amz-Signature") != NULL ? "REST-QUERY-STRING"
                                : call->anonymous                           ? NULL
                                                                            : "REST-HEADER"},
                {"s3:signatureversion", call->anonymous ? NULL : "AWS4-HMAC-SHA256"},
                {"aws:RequestedRegion", call->x->region}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (strcasecmp(key, rows[i].key) == 0) {
            add(values, rows[i].value);
        }
    }
    if (strcasecmp(key, "aws:CurrentTime") == 0) {
        char *now = pool_alloc(&call->pool, DATE_SIZE);
        if (now != NULL) {
            date_iso(call->now, now);
        }
        add(values, now);
    }
}

/* ---- the operators ---- */

static bool same(const char *wanted, const char *have)
{
    return strcmp(wanted, have) == 0;
}

static bool same_folded(const char *wanted, const char *have)
{
    return strcasecmp(wanted, have) == 0;
}

static int sign(double a, double b)
{
    return a < b ? -1 : a > b;
}

static int compare_numbers(const char *wanted, const char *have)
{
    return sign(strtod(have, NULL), strtod(wanted, NULL));
}

static int compare_dates(const char *wanted, const char *have)
{
    int64_t a = 0, b = 0;
    a = date_read_iso(have, &a) ? a : strtoll(have, NULL, 10) * 1000;
    b = date_read_iso(wanted, &b) ? b : strtoll(wanted, NULL, 10) * 1000;
    return a < b ? -1 : a > b;
}

#define COMPARISON(name, compare, test)                                                            \
    static bool name(const char *wanted, const char *have)                                         \
    {                                                                                              \
        return compare(wanted, have) test;                                                         \
    }
COMPARISON(number_equal, compare_numbers, == 0)
COMPARISON(number_less, compare_numbers, < 0)
COMPARISON(number_less_equal, compare_numbers, <= 0)
COMPARISON(number_greater, compare_numbers, > 0)
COMPARISON(number_greater_equal, compare_numbers, >= 0)
COMPARISON(date_equal, compare_dates, == 0)
COMPARISON(date_less, compare_dates, < 0)
COMPARISON(date_less_equal, compare_dates, <= 0)
COMPARISON(date_greater, compare_dates, > 0)
COMPARISON(date_greater_equal, compare_dates, >= 0)
#undef COMPARISON

static bool in_network(const char *wanted, const char *have)
{
    char text[64];
    struct in_addr network, address;
    size_t n = strcspn(wanted, "/");
    if (n >= sizeof text) {
        return false;
    }
    memcpy(text, wanted, n);
    text[n] = '\0';
    int bits = wanted[n] == '/' ? atoi(wanted + n + 1) : 32;
    if (inet_pton(AF_INET, text, &network) != 1 || inet_pton(AF_INET, have, &address) != 1 ||
        bits < 0 || bits > 32) {
        return false;
    }
    uint32_t mask = bits == 0 ? 0 : htonl(UINT32_MAX << (32 - bits));
    return ((network.s_addr ^ address.s_addr) & mask) == 0;
}

static const struct {
    const char *name;
    bool (*holds)(const char *wanted, const char *have);
    bool negated; /* holds where no wanted value does, and where the key is missing */
} operators[] = {
    {"StringEquals", same, false},
    {"StringNotEquals", same, true},
    {"StringEqualsIgnoreCase", same_folded, false},
    {"StringNotEqualsIgnoreCase", same_folded, true},
    {"StringLike", policy_match, false},
    {"StringNotLike", policy_match, true},
    {"ArnEquals", policy_match, false},
    {"ArnNotEquals", policy_match, true},
    {"ArnLike", policy_match, false},
    {"ArnNotLike", policy_match, true},
    {"NumericEquals", number_equal, false},
    {"NumericNotEquals", number_equal, true},
    {"NumericLessThan", number_less, false},
    {"NumericLessThanEquals", number_less_equal, false},
    {"NumericGreaterThan", number_greater, false},
    {"NumericGreaterThanEquals", number_greater_equal, false},
    {"DateEquals", date_equal, false},
    {"DateNotEquals", date_equal, true},
    {"DateLessThan", date_less, false},
    {"DateLessThanEquals", date_less_equal, false},
    {"DateGreaterThan", date_greater, false},
    {"DateGreaterThanEquals", date_greater_equal, false},
    {"Bool", same_folded, false},
    {"BinaryEquals", same, false},
    {"IpAddress", in_network, false},
    {"NotIpAddress", in_network, true},
    {"Null", NULL, false},
};

enum { OPERATORS = sizeof operators / sizeof *operators };

/* "ForAnyValue:StringLikeIfExists" taken apart; OPERATORS: there is no such operator. */
static size_t operator_of(const char *op, bool *all, bool *if_exists)
{
    size_t size = strlen(op);
    *all = strncmp(op, "ForAllValues:", 13) == 0;
    size_t prefix = *all || strncmp(op, "ForAnyValue:", 12) == 0 ? strcspn(op, ":") + 1 : 0;
    *if_exists = size > 8 && strcmp(op + size - 8, "IfExists") == 0;
    size -= prefix + (*if_exists ? 8 : 0);
    for (size_t i = 0; i < OPERATORS; i++) {
        if (strlen(operators[i].name) == size &&
            strncasecmp(operators[i].name, op + prefix, size) == 0) {
            return i;
        }
    }
    return OPERATORS;
}

bool condition_known(const char *op)
{
    bool all, if_exists;
    return operator_of(op, &all, &if_exists) < OPERATORS;
}

static const char *text_of(struct call *call, const json_t *value)
{
    if (json_is_boolean(value)) {
        return json_is_true(value) ? "true" : "false";
    }
    if (json_is_integer(value)) {
        return pool_format(&call->pool, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    }
    return json_string_value(value);
}

/* Whether one value is among those wanted. */
static bool is_wanted(struct call *call, size_t op, const json_t *wanted, const char *have)
{
    size_t n = json_is_array(wanted) ? json_array_size(wanted) : 1;
    for (size_t i = 0; i < n; i++) {
        const char *text =
            text_of(call, json_is_array(wanted) ? json_array_get(wanted, i) : wanted);
        if (text != NULL && operators[op].holds(text, have)) {
            return true;
        }
    }
    return false;
}

static bool is_null(struct call *call, const json_t *wanted, size_t n)
{
    const char *text = text_of(call, json_is_array(wanted) ? json_array_get(wanted, 0) : wanted);
    return text != NULL && (strcasecmp(text, "true") == 0) == (n == 0);
}

static bool key_holds(struct call *call, const char *name, const json_t *wanted,
                      const struct values *values)
{
    bool all, if_exists;
    size_t op = operator_of(name, &all, &if_exists);
    if (op == OPERATORS) {
        return false;
    }
    if (operators[op].holds == NULL) {
        return is_null(call, wanted, values->n);
    }
    if (values->n == 0) {
        return if_exists || all || operators[op].negated;
    }
    bool any = false, every = true;
    for (size_t i = 0; i < values->n; i++) {
        bool one = is_wanted(call, op, wanted, values->items[i]) != operators[op].negated;
        any = any || one;
        every = every && one;
    }
    return all || operators[op].negated ? every : any;
}

bool condition_holds(struct call *call, const json_t *condition, const struct access_ask *ask)
{
    const char *op, *key;
    json_t *block, *wanted;
    json_object_foreach ((json_t *)(uintptr_t)condition, op, block) {
        json_object_foreach (block, key, wanted) {
            struct values values = {.n = 0};
            request_values(call, key, ask, &values);
            global_values(call, key, &values);
            if (!key_holds(call, op, wanted, &values)) {
                return false;
            }
        }
    }
    return true;
}
