/* SPDX-License-Identifier: Apache-2.0 */
/* Filter policies: event patterns of EventBridge with bounds and messages of their own. */
#include "local/filter.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { KEYS_MAX = 5, COMBINATIONS_MAX = 150 }; /* Developer Guide, "Filter policy constraints" */

/* What is counted while a policy is walked. */
struct count {
    bool nested;
    size_t keys;
};

/* Combinations of values: each key's, times the depth where it stands; those of alternatives add
 * up. */
static double count_keys(struct count *count, const json_t *policy, double depth)
{
    const char *key;
    json_t *value, *alternative;
    size_t i;
    double combinations = 1;
    json_object_foreach ((json_t *)(uintptr_t)policy, key, value) {
        double of_key = 0;
        if (strcmp(key, "$or") == 0 && json_is_array(value)) {
            json_array_foreach (value, i, alternative)
                of_key += count_keys(count, alternative, depth);
        } else if (json_is_object(value)) {
            count->nested = true;
            of_key = count_keys(count, value, depth + 1);
        } else {
            count->keys++;
            of_key = (double)json_array_size(value) * depth;
        }
        combinations *= of_key;
    }
    return combinations;
}

/* The name and the operand of a matcher: {"prefix": "a"}. */
static const char *operator_of(const json_t *matcher, const json_t **operand)
{
    void *member = json_object_iter((json_t *)(uintptr_t)matcher);
    *operand = json_object_iter_value(member);
    return json_object_iter_key(member);
}

/* SNS knows no wildcards, and within anything-but prefixes alone (Developer Guide, "Amazon SNS
 * subscription filter policies"). */
static bool check_matcher(struct call *call, const json_t *matcher, const char *where)
{
    const json_t *operand, *inner;
    const char *name = operator_of(matcher, &operand);
    if (name && strcmp(name, "wildcard") == 0)
        return call_invalid(call, "%sFilterPolicy: Unrecognized match type wildcard", where);
    if (!name || strcmp(name, "anything-but") != 0 || !(name = operator_of(operand, &inner)))
        return true;
    if (strcmp(name, "prefix") != 0)
        return call_invalid(call, "%sFilterPolicy: Unsupported anything-but pattern: %.255s", where,
                            name);
    return json_is_string(inner) ||
           call_invalid(call, "%sFilterPolicy: prefix match pattern must be a string", where);
}

/* The matchers of a policy and of what stands inside it. */
static bool check_matchers(struct call *call, const json_t *policy, const char *where)
{
    const char *key;
    json_t *value, *item;
    size_t i;
    json_object_foreach ((json_t *)(uintptr_t)policy, key, value) {
        bool inside = strcmp(key, "$or") == 0;
        if (json_is_object(value) && !check_matchers(call, value, where))
            return false;
        json_array_foreach (value, i, item)
            if (!(inside ? check_matchers(call, item, where) : check_matcher(call, item, where)))
                return false;
    }
    return true;
}

static bool check(struct call *call, const json_t *policy, bool body)
{
    struct count count = {.nested = false};
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    const char *where = strcmp(call->op->api, "Subscribe") == 0 ? "Attributes Reason: " : "";
    if (!check_matchers(call, policy, where))
        return false;
    if (call->service->cloud->pattern_check(policy, &error) != 0)
        return call_invalid(call, "%sFilterPolicy: %s", where, error.message);
    double combinations = count_keys(&count, policy, 1);
    if (count.nested && !body)
        return call_invalid(
            call, "%sFilter policy scope MessageAttributes does not support nested filter policy",
            where);
    if (count.keys > KEYS_MAX)
        return call_invalid(call, "%sFilterPolicy: Filter policy can not have more than 5 keys",
                            where);
    if (combinations > COMBINATIONS_MAX)
        return call_invalid(call, "%sFilterPolicy: Filter policy is too complex", where);
    return true;
}

bool filter_check(struct call *call, const char *text, bool body)
{
    json_t *policy = *text ? json_loads(text, JSON_REJECT_DUPLICATES, NULL) : json_object();
    bool ok = !json_is_object(policy)
                  ? (bool)call_invalid(call, "FilterPolicy: failed to parse JSON.")
                  : json_object_size(policy) == 0 || check(call, policy, body);
    json_decref(policy);
    return ok;
}

/* Numbers count up to a digit behind the point: the sixth, as was seen at AWS. */
static void shorten(json_t *value)
{
    static const double most = 1e6;
    size_t i;
    const char *key;
    json_t *inner;
    if (json_is_real(value))
        (void)json_real_set(value, trunc(json_real_value(value) * most) / most);
    json_array_foreach (value, i, inner)
        shorten(inner);
    json_object_foreach (value, key, inner)
        shorten(inner);
}

json_t *filter_read(const json_t *attributes)
{
    const char *text = slrun_text(attributes, "FilterPolicy");
    json_t *policy = text && *text ? json_loads(text, 0, NULL) : NULL;
    shorten(policy);
    if (json_object_size(policy) > 0)
        return policy;
    json_decref(policy);
    return NULL;
}

/* ---- messages ---- */

/* "12" and "-1.5e3" are numbers, and "" and "x" are none. */
static json_t *number(const char *text)
{
    char *end;
    double value = strtod(text, &end);
    return *text && !*end ? json_real(value) : NULL;
}

/* The value that a policy sees; NULL: it sees none (Binary). */
static json_t *value_of(const json_t *attribute)
{
    const char *type = slrun_text(attribute, "DataType"),
               *text = slrun_text(attribute, "StringValue");
    if (!text)
        return NULL;
    if (strncmp(type, "Number", 6) == 0)
        return number(text);
    json_t *list = strcmp(type, "String.Array") == 0 ? json_loads(text, 0, NULL) : NULL;
    if (json_is_array(list))
        return list;
    json_decref(list);
    return json_string(text);
}

static json_t *from_attributes(const json_t *message)
{
    json_t *event = json_object(), *attribute;
    const char *name;
    json_object_foreach (json_object_get(message, "MessageAttributes"), name, attribute) {
        json_t *value = value_of(attribute);
        if (value)
            (void)json_object_set_new(event, name, value);
    }
    return event;
}

bool filter_passes(const struct service *service, const json_t *subscription, const json_t *message)
{
    const json_t *policy = json_object_get(subscription, "Filter");
    const char *scope =
        slrun_text(json_object_get(subscription, "Attributes"), "FilterPolicyScope");
    if (!policy)
        return true;
    json_t *event = scope && strcmp(scope, "MessageBody") == 0
                        ? json_loads(slrun_text(message, "Message"), 0, NULL)
                        : from_attributes(message);
    shorten(event);
    bool passes = json_is_object(event) && service->cloud->pattern_match(policy, event);
    json_decref(event);
    return passes;
}
