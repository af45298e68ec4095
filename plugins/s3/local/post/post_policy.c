/* SPDX-License-Identifier: Apache-2.0 */
/* The policy of a posted form (API reference, "POST policy"). */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <slrun/base64.h>
#include <slrun/time.h>

#include "post/post.h"

static bool malformed(struct call *call, const char *message)
{
    return fault_say(&call->fault, FAULT_INVALID_POLICY, "Invalid Policy: %s", message);
}

static bool failed(struct call *call, const json_t *condition)
{
    char *text = json_dumps(condition, JSON_ENCODE_ANY);
    fault_say(&call->fault, FAULT_ACCESS_DENIED,
              "Invalid according to Policy: Policy Condition failed: %s", text == NULL ? "" : text);
    free(text);
    return false;
}

/* What a condition compares: a field, or the bucket, or the key as it came out. */
static const char *value_of(const struct call *call, const struct form *form, const char *name)
{
    name += name[0] == '$';
    return strcasecmp(name, "bucket") == 0 ? call->bucket.name
           : strcasecmp(name, "key") == 0  ? call->address.key.data
                                           : form_value(form, name);
}

static bool equals(const char *value, const char *wanted)
{
    return value != NULL && wanted != NULL && strcmp(value, wanted) == 0;
}

static bool check_range(struct call *call, const json_t *condition, uint64_t size)
{
    json_t *ends[2] = {json_array_get(condition, 1), json_array_get(condition, 2)};
    json_int_t values[2];
    for (int i = 0; i < 2; i++) {
        const char *text = json_string_value(ends[i]);
        if (!json_is_integer(ends[i]) && text == NULL)
            return malformed(call, "Invalid content-length-range");
        values[i] = text != NULL ? strtoll(text, NULL, 10) : json_integer_value(ends[i]);
        if (values[i] < 0)
            return malformed(call, "Invalid content-length-range");
    }
    if ((json_int_t)size < values[0])
        return fault_set(&call->fault, FAULT_ENTITY_TOO_SMALL);
    return (json_int_t)size <= values[1] || fault_set(&call->fault, FAULT_ENTITY_TOO_LARGE);
}

static bool check_list(struct call *call, const struct form *form, const json_t *condition,
                       uint64_t size)
{
    const char *op = json_string_value(json_array_get(condition, 0));
    const char *name = json_string_value(json_array_get(condition, 1));
    const char *wanted = json_string_value(json_array_get(condition, 2));
    if (json_array_size(condition) != 3 || op == NULL)
        return malformed(call, "Invalid Condition");
    if (strcasecmp(op, "content-length-range") == 0)
        return check_range(call, condition, size);
    if (name == NULL || wanted == NULL || name[0] != '$')
        return malformed(call, "Invalid Condition");
    const char *value = value_of(call, form, name);
    if (strcasecmp(op, "eq") == 0)
        return equals(value, wanted) || failed(call, condition);
    if (strcasecmp(op, "starts-with") != 0)
        return malformed(call, "Invalid Condition");
    if (wanted[0] == '\0')
        return true; /* anything, also nothing */
    return (value != NULL && strncmp(value, wanted, strlen(wanted)) == 0) ||
           failed(call, condition);
}

static bool check_condition(struct call *call, const struct form *form, const json_t *condition,
                            uint64_t size)
{
    const char *name;
    json_t *wanted;
    if (json_is_array(condition))
        return check_list(call, form, condition, size);
    if (!json_is_object(condition) || json_object_size(condition) == 0)
        return malformed(call, "Invalid Condition");
    json_object_foreach ((json_t *)(uintptr_t)condition, name, wanted)
        if (!equals(value_of(call, form, name), json_string_value(wanted)))
            return failed(call, condition);
    return true;
}

static bool is_covered(const json_t *conditions, const char *field)
{
    size_t i;
    json_t *condition, *value;
    const char *key;
    json_array_foreach ((json_t *)(uintptr_t)conditions, i, condition) {
        const char *name = json_string_value(json_array_get(condition, 1));
        if (name != NULL && name[0] == '$' && strcasecmp(name + 1, field) == 0)
            return true;
        json_object_foreach (condition, key, value)
            if (strcasecmp(key, field) == 0)
                return true;
    }
    return false;
}

/* Every field must stand in the policy, but these. */
static bool check_fields(struct call *call, const struct form *form, const json_t *conditions)
{
    static const char *const free_fields[] = {"x-amz-signature", "signature", "file", "policy",
                                              "AWSAccessKeyId"};
    for (size_t i = 0; i < form->n; i++) {
        const char *name = form->fields[i].name;
        bool exempt =
            strncasecmp(name, "x-ignore-", 9) == 0 || strncasecmp(name, "x-amz-checksum-", 15) == 0;
        for (size_t k = 0; k < sizeof free_fields / sizeof *free_fields; k++)
            exempt = strcasecmp(name, free_fields[k]) == 0 || exempt;
        if (!exempt && !is_covered(conditions, name)) {
            return fault_say(&call->fault, FAULT_ACCESS_DENIED,
                             "Invalid according to Policy: Extra input fields: %.256s", name);
        }
    }
    return true;
}

static bool check_expiration(struct call *call, const json_t *policy)
{
    const char *text = json_string_value(json_object_get(policy, "expiration"));
    int64_t ms;
    if (text == NULL)
        return malformed(call, "Policy missing expiration.");
    if (strchr(text, 'T') == NULL || !slrun_time_read(text, SLRUN_TIME_ANY, &ms))
        return malformed(call, "Invalid 'expiration' value.");
    return ms > call->now || fault_say(&call->fault, FAULT_ACCESS_DENIED,
                                       "Invalid according to Policy: Policy expired.");
}

static json_t *read_policy(struct call *call, const char *text)
{
    size_t room = strlen(text) + 1;
    uint8_t *bytes = pool_alloc(&call->pool, room);
    long size = bytes == NULL ? -1 : slrun_base64_read(text, strlen(text), bytes, room);
    return size < 0
               ? NULL
               : pool_json(&call->pool, json_loadb((const char *)bytes, (size_t)size, 0, NULL));
}

bool post_policy_check(struct call *call, const struct form *form, uint64_t size)
{
    json_t *policy = read_policy(call, form_value(form, "policy"));
    json_t *conditions = json_object_get(policy, "conditions"), *condition;
    size_t i;
    if (!json_is_object(policy))
        return malformed(call, "Invalid JSON.");
    if (!check_expiration(call, policy))
        return false;
    if (!json_is_array(conditions))
        return malformed(call, "Policy missing conditions.");
    json_array_foreach (conditions, i, condition)
        if (!check_condition(call, form, condition, size))
            return false;
    return check_fields(call, form, conditions);
}
