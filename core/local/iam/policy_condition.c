/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions of policies (IAM User Guide, "IAM JSON policy elements: Condition operators" and
 * "Single-valued vs. multivalued context keys"). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <slrun/time.h>
#include <slrun/wild.h>

#include "base/pattern/pattern_operand.h"
#include "local/iam/policy.h"

/* ---- operators ---- */

static bool equal(const char *wanted, const char *have)
{
    return strcmp(wanted, have) == 0;
}

static bool equal_folded(const char *wanted, const char *have)
{
    return strcasecmp(wanted, have) == 0;
}

static bool like(const char *wanted, const char *have)
{
    return slrun_wild(wanted, have, SLRUN_WILD_ONE);
}

static double number(const char *text)
{
    return strtod(text, NULL);
}

/* ISO 8601, or seconds since 1970. */
static double date(const char *text)
{
    int64_t ms;
    return slrun_time_read(text, SLRUN_TIME_DAY, &ms) ? (double)ms / 1000 : strtod(text, NULL);
}

#define COMPARISON(name, value, test)                                                              \
    static bool name(const char *wanted, const char *have)                                         \
    {                                                                                              \
        return value(have) test value(wanted);                                                     \
    }
COMPARISON(number_less, number, <)
COMPARISON(number_less_equal, number, <=)
COMPARISON(number_greater, number, >)
COMPARISON(number_greater_equal, number, >=)
COMPARISON(date_less, date, <)
COMPARISON(date_less_equal, date, <=)
COMPARISON(date_greater, date, >)
COMPARISON(date_greater_equal, date, >=)
#undef COMPARISON

static bool number_equal(const char *wanted, const char *have)
{
    return number_less_equal(wanted, have) && number_greater_equal(wanted, have);
}

static bool date_equal(const char *wanted, const char *have)
{
    return date_less_equal(wanted, have) && date_greater_equal(wanted, have);
}

static const struct operator
{
    const char *name;
    bool (*holds)(const char *wanted, const char *have); /* NULL: Null */
    bool negated;                                        /* holds where no wanted value does */
}
operators[] = {
    {"StringEquals", equal, false},
    {"StringNotEquals", equal, true},
    {"StringEqualsIgnoreCase", equal_folded, false},
    {"StringNotEqualsIgnoreCase", equal_folded, true},
    {"StringLike", like, false},
    {"StringNotLike", like, true},
    {"ArnEquals", like, false},
    {"ArnNotEquals", like, true},
    {"ArnLike", like, false},
    {"ArnNotLike", like, true},
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
    {"Bool", equal_folded, false},
    {"BinaryEquals", equal, false},
    {"IpAddress", cidr_covers, false},
    {"NotIpAddress", cidr_covers, true},
    {"Null", NULL, false},
};

/* "ForAnyValue:StringLikeIfExists", taken apart. */
struct test {
    const struct operator* o; /* NULL: there is no such operator */
    bool all, any;            /* ForAllValues, ForAnyValue */
    bool if_exists;
};

static bool take_prefix(const char **name, const char *prefix)
{
    size_t size = strlen(prefix);
    if (strncasecmp(*name, prefix, size) != 0)
        return false;
    *name += size;
    return true;
}

static struct test read_operator(const char *name)
{
    struct test test = {.all = take_prefix(&name, "ForAllValues:")};
    test.any = take_prefix(&name, "ForAnyValue:");
    size_t size = strlen(name);
    test.if_exists = size > 8 && !strcmp(name + size - 8, "IfExists");
    size -= test.if_exists ? 8 : 0;
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (strlen(operators[i].name) == size && !strncasecmp(operators[i].name, name, size))
            test.o = &operators[i];
    return test;
}

int policy_operator(const char *name)
{
    return read_operator(name).o != NULL;
}

/* ---- values ---- */

/* A value as text; booleans and numbers may stand for theirs. */
static const char *text_of(const json_t *value, char digits[32])
{
    if (json_is_boolean(value))
        return json_is_true(value) ? "true" : "false";
    if (json_is_integer(value)) {
        snprintf(digits, 32, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        return digits;
    }
    return json_string_value(value);
}

/* Whether one value of a key is one of those wanted. */
static enum slrun_policy_holds is_wanted(const struct operator* o, const json_t *wanted,
                                         const char *have, const struct slrun_policy_ask *ask)
{
    enum slrun_policy_holds most = SLRUN_POLICY_NO;
    const json_t *value;
    char digits[32], filled[POLICY_PATTERN_MAX + 1];
    for (size_t i = 0; most < SLRUN_POLICY_YES && (value = policy_value(wanted, i)); i++) {
        enum slrun_policy_holds one = SLRUN_POLICY_PERHAPS;
        const char *text = text_of(value, digits);
        text = text ? policy_fill(text, ask, filled, &one) : NULL;
        if (one == SLRUN_POLICY_YES && !o->holds(text, have))
            one = SLRUN_POLICY_NO;
        most = one > most ? one : most;
    }
    return o->negated ? (enum slrun_policy_holds)(SLRUN_POLICY_YES - most) : most;
}

static enum slrun_policy_holds null_holds(const json_t *wanted, bool absent)
{
    char digits[32];
    const char *text = text_of(policy_value(wanted, 0), digits);
    return text && (strcasecmp(text, "true") == 0) == absent ? SLRUN_POLICY_YES : SLRUN_POLICY_NO;
}

static enum slrun_policy_holds absent_holds(const struct test *test)
{
    return test->if_exists || test->all || (test->o->negated && !test->any) ? SLRUN_POLICY_YES
                                                                            : SLRUN_POLICY_NO;
}

static enum slrun_policy_holds key_holds(const struct test *test, const char *key,
                                         const json_t *wanted, const struct slrun_policy_ask *ask)
{
    const char *values[SLRUN_POLICY_VALUES_MAX];
    enum slrun_policy_holds least = SLRUN_POLICY_YES, most = SLRUN_POLICY_NO;
    int n = test->o ? ask->key(ask->arg, key, values) : SLRUN_POLICY_KEY_UNKNOWN;
    if (n < 0)
        return SLRUN_POLICY_PERHAPS;
    if (!test->o->holds)
        return null_holds(wanted, n == 0);
    if (n == 0)
        return absent_holds(test);
    for (int i = 0; i < n; i++) {
        enum slrun_policy_holds one = is_wanted(test->o, wanted, values[i], ask);
        least = one < least ? one : least;
        most = one > most ? one : most;
    }
    return test->all || (test->o->negated && !test->any) ? least : most;
}

enum slrun_policy_holds policy_condition(const json_t *condition,
                                         const struct slrun_policy_ask *ask)
{
    enum slrun_policy_holds least = SLRUN_POLICY_YES;
    const char *name, *key;
    json_t *block, *wanted;
    json_object_foreach ((json_t *)condition, name, block) {
        const struct test test = read_operator(name);
        json_object_foreach (block, key, wanted) {
            enum slrun_policy_holds holds = key_holds(&test, key, wanted, ask);
            least = holds < least ? holds : least;
        }
    }
    return least;
}
