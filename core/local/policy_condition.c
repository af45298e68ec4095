/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions of policies (IAM User Guide, "IAM JSON policy elements: Condition operators"), as far
 * as their keys are known here. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "local/policy.h"

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
    return policy_covers(wanted, have, false);
}

#define NUMERIC(name, test)                                                                        \
    static bool name(const char *wanted, const char *have)                                         \
    {                                                                                              \
        return strtod(have, NULL) test strtod(wanted, NULL);                                       \
    }
NUMERIC(less, <)
NUMERIC(less_equal, <=)
NUMERIC(greater, >)
NUMERIC(greater_equal, >=)
#undef NUMERIC

static bool number_equal(const char *wanted, const char *have)
{
    return !(strtod(have, NULL) < strtod(wanted, NULL)) &&
           !(strtod(have, NULL) > strtod(wanted, NULL));
}

/* Dates and addresses are not here: what is asked for by those is not known. */
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
    {"NumericLessThan", less, false},
    {"NumericLessThanEquals", less_equal, false},
    {"NumericGreaterThan", greater, false},
    {"NumericGreaterThanEquals", greater_equal, false},
    {"Bool", equal_folded, false},
    {"Null", NULL, false},
};

/* "ForAnyValue:StringLikeIfExists": each key known here has one value, so that the prefix makes no
 * difference. NULL: it is none of these. */
static const struct operator* find(const char *name)
{
    const char *colon = strchr(name, ':');
    name = colon ? colon + 1 : name;
    size_t size = strlen(name);
    if (size > 8 && !strcmp(name + size - 8, "IfExists"))
        size -= 8;
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (strlen(operators[i].name) == size && !strncasecmp(operators[i].name, name, size))
            return &operators[i];
    return NULL;
}

/* ---- values ---- */

/* A value as text; booleans and numbers may stand for theirs. */
static const char *text_of(const json_t *value, char number[32])
{
    if (json_is_boolean(value))
        return json_is_true(value) ? "true" : "false";
    if (json_is_integer(value)) {
        snprintf(number, 32, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        return number;
    }
    return json_string_value(value);
}

static enum policy_holds key_holds(const struct operator* o, const json_t *wanted, const char *have)
{
    const json_t *value;
    char number[32];
    bool any = false;
    for (size_t i = 0; !any && (value = policy_value(wanted, i)); i++) {
        const char *text = text_of(value, number);
        if (!text || strstr(text, "${"))
            return POLICY_PERHAPS;
        any = o->holds ? o->holds(text, have) : !strcasecmp(text, "false");
    }
    return any != o->negated ? POLICY_YES : POLICY_NO;
}

/* Keys that only calls by services have, for somebody's resource; and the first not even those
 * (Developer Guide of Amazon SNS: it is deprecated, in favour of the others). */
static bool is_absent(const char *key, const struct policy_ask *ask)
{
    static const char *const keys[] = {"aws:SourceOwner", "aws:SourceArn", "aws:SourceAccount",
                                       "aws:SourceOrgID", "aws:SourceOrgPaths"};
    for (size_t i = 0; i < (ask->service ? 1 : sizeof keys / sizeof *keys); i++)
        if (!strcasecmp(keys[i], key))
            return true;
    return false;
}

static enum policy_holds absent_holds(const struct operator* o, const char *name,
                                      const json_t *wanted)
{
    const char *colon = strchr(name, ':');
    char number[32];
    bool all = colon && !strncasecmp(name, "ForAllValues", 12);
    bool none = strstr(name, "IfExists") || all || (o->negated && !colon);
    const char *text = o->holds ? NULL : text_of(policy_value(wanted, 0), number);
    bool holds = o->holds ? none : text && !strcasecmp(text, "true");
    return holds ? POLICY_YES : POLICY_NO;
}

static enum policy_holds block_holds(const char *name, const json_t *block,
                                     const struct policy_ask *ask)
{
    const struct operator* o = find(name);
    enum policy_holds least = POLICY_YES;
    const char *key;
    json_t *wanted;
    json_object_foreach ((json_t *)block, key, wanted) {
        const char *have = o ? policy_key(ask, key, strlen(key)) : NULL;
        enum policy_holds holds = have                       ? key_holds(o, wanted, have)
                                  : o && is_absent(key, ask) ? absent_holds(o, name, wanted)
                                                             : POLICY_PERHAPS;
        least = holds < least ? holds : least;
    }
    return least;
}

enum policy_holds policy_condition(const json_t *condition, const struct policy_ask *ask)
{
    enum policy_holds least = POLICY_YES;
    const char *name;
    json_t *block;
    json_object_foreach ((json_t *)condition, name, block) {
        enum policy_holds holds = block_holds(name, block, ask);
        least = holds < least ? holds : least;
    }
    return least;
}
