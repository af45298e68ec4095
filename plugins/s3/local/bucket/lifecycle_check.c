/* SPDX-License-Identifier: Apache-2.0 */
/* What the shape of a lifecycle configuration cannot say; texts as AWS was seen to answer. */
#include <stdlib.h>
#include <string.h>

#include <slrun/time.h>

#include "bucket/config.h"
#include "bucket/lifecycle.h"

enum { PREFIX_MAX = 1024, TAG_KEY_MAX = 128, TAG_VALUE_MAX = 256 };

#define SIZE_MAX_OF_OBJECTS INT64_C(1099511627776000)

static bool refuse(struct call *call, const char *message)
{
    return fault_say(&call->fault, FAULT_INVALID_REQUEST, "%s", message);
}

static bool malformed(struct call *call)
{
    return fault_set(&call->fault, FAULT_MALFORMED_XML);
}

/* A number that its rule has let through; `otherwise` where there is none. */
static int64_t number(const struct xml_node *node, const char *name, int64_t otherwise)
{
    const char *text = xml_text(node, name);
    return text == NULL ? otherwise : strtoll(text, NULL, 10);
}

/* ---- filters ---- */

/* The element that holds the conditions of a rule: <And>, <Filter> or the rule itself. */
static const struct xml_node *conditions_of(const struct xml_node *rule)
{
    const struct xml_node *filter = xml_child(rule, "Filter");
    const struct xml_node *both = filter == NULL ? NULL : xml_child(filter, "And");
    return both != NULL ? both : filter != NULL ? filter : rule;
}

static const char *prefix_of(const struct xml_node *rule)
{
    const char *prefix = xml_text(conditions_of(rule), "Prefix");
    return prefix == NULL ? "" : prefix;
}

/* One condition, or with And two and more; sizes in bounds. */
static bool check_filter(struct call *call, const struct xml_node *rule)
{
    const struct xml_node *filter = xml_child(rule, "Filter"), *all = conditions_of(rule);
    const struct xml_node *first = filter == NULL ? NULL : filter->first;
    int64_t more = number(all, "ObjectSizeGreaterThan", 0);
    int64_t less = number(all, "ObjectSizeLessThan", SIZE_MAX_OF_OBJECTS);
    if ((first != NULL && first->next != NULL) ||
        (all != filter && all != rule && (all->first == NULL || all->first->next == NULL)))
        return malformed(call);
    if (less < 1 || less > SIZE_MAX_OF_OBJECTS)
        return refuse(call, "'ObjectSizeLessThan' should be between 1 and 1099511627776000.");
    if (more < 0 || more > SIZE_MAX_OF_OBJECTS)
        return refuse(call, "'ObjectSizeGreaterThan' should be between 0 and 1099511627776000.");
    return more < less || refuse(call, "'ObjectSizeLessThan' has to be a value greater than "
                                       "'ObjectSizeGreaterThan'.");
}

static bool check_tags(struct call *call, const struct xml_node *rule)
{
    const struct xml_node *tag = xml_child(conditions_of(rule), "Tag"), *other;
    for (; tag != NULL; tag = xml_again(tag)) {
        const char *key = xml_text(tag, "Key"), *value = xml_text(tag, "Value");
        if (key[0] == '\0' || strlen(key) > TAG_KEY_MAX || strlen(value) > TAG_VALUE_MAX)
            return refuse(call, "A tag's key has 1 to 128 characters, its value up to 256.");
        for (other = xml_again(tag); other != NULL; other = xml_again(other))
            if (strcmp(key, xml_text(other, "Key")) == 0)
                return refuse(call, "Duplicate Tag Keys are not allowed.");
    }
    return true;
}

/* What goes by the key's name alone. */
static bool check_plain(struct call *call, const struct xml_node *rule)
{
    const struct xml_node *all = conditions_of(rule);
    bool sizes = xml_child(all, "ObjectSizeGreaterThan") != NULL ||
                 xml_child(all, "ObjectSizeLessThan") != NULL;
    bool tags = xml_child(all, "Tag") != NULL;
    bool aborts = xml_child(rule, "AbortIncompleteMultipartUpload") != NULL;
    bool markers = xml_child(xml_child(rule, "Expiration"), "ExpiredObjectDeleteMarker") != NULL;
    if ((!tags && !sizes) || (!aborts && !markers))
        return true;
    return fault_say(&call->fault, FAULT_INVALID_REQUEST, "%s cannot be specified with %s.",
                     aborts ? "AbortIncompleteMultipartUpload" : "ExpiredObjectDeleteMarker",
                     tags ? "Tags" : "Object Size");
}

/* ---- forms: version 1 has a prefix in each rule, version 2 a filter ---- */

static bool overlap(struct call *call, const struct xml_node *rule, const struct xml_node *before)
{
    static const char *const actions[] = {"Expiration", "Transition", "NoncurrentVersionExpiration",
                                          "NoncurrentVersionTransition",
                                          "AbortIncompleteMultipartUpload"};
    const char *a = prefix_of(before), *b = prefix_of(rule);
    size_t shorter = strlen(a) < strlen(b) ? strlen(a) : strlen(b);
    for (size_t i = 0; strncmp(a, b, shorter) == 0 && i < sizeof actions / sizeof *actions; i++) {
        if (xml_child(before, actions[i]) != NULL && xml_child(rule, actions[i]) != NULL) {
            fault_say(&call->fault, FAULT_INVALID_REQUEST,
                      "Found overlapping prefixes '%.100s' and '%.100s' for same action type '%s'",
                      a, b, actions[i]);
            return true;
        }
    }
    return false;
}

static bool check_form(struct call *call, const struct xml_node *rule)
{
    bool filter = xml_child(rule, "Filter") != NULL;
    const struct xml_node *old = xml_child(rule, "NoncurrentVersionExpiration");
    if (filter == (xml_child(rule, "Prefix") != NULL))
        return malformed(call);
    if (filter != (xml_child(call->xml->first, "Filter") != NULL)) {
        return refuse(call, filter ? "Filter element can only be used in Lifecycle V2."
                                   : "Base level prefix cannot be used in Lifecycle V2, prefixes "
                                     "are only supported in the Filter.");
    }
    if (!filter && xml_child(old, "NewerNoncurrentVersions") != NULL)
        return refuse(call, "NewerNoncurrentVersions element can only be used in Lifecycle V2.");
    return strlen(prefix_of(rule)) <= PREFIX_MAX ||
           refuse(call, "The maximum size of a prefix is 1024.");
}

/* In version 2 S3 settles it between rules that overlap. */
static bool check_overlaps(struct call *call, const struct xml_node *rule)
{
    bool filter = xml_child(rule, "Filter") != NULL;
    for (const struct xml_node *r = call->xml->first; !filter && r != rule; r = r->next)
        if (overlap(call, rule, r))
            return false;
    return true;
}

/* ---- actions ---- */

/* Times of the day are not to be had: midnight UTC it must be. */
static bool check_date(struct call *call, const struct xml_node *node)
{
    const char *date = xml_text(node, "Date");
    int64_t ms;
    if (date == NULL || (slrun_time_read(date, SLRUN_TIME_ANY, &ms) && ms % INT64_C(86400000) == 0))
        return true;
    return fault_argument(&call->fault, "'Date' must be at midnight GMT", "Date", date);
}

static bool check_positive(struct call *call, const struct xml_node *rule)
{
    static const struct {
        const char *action, *days;
    } rows[] = {{"Expiration", "Days"},
                {"NoncurrentVersionExpiration", "NoncurrentDays"},
                {"NoncurrentVersionExpiration", "NewerNoncurrentVersions"},
                {"AbortIncompleteMultipartUpload", "DaysAfterInitiation"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (number(xml_child(rule, rows[i].action), rows[i].days, 1) < 1) {
            return fault_say(&call->fault, FAULT_INVALID_ARGUMENT,
                             "'%s' for %s action must be a positive integer", rows[i].days,
                             rows[i].action);
        }
    }
    return true;
}

/* An expiration has one time or the markers; old versions and uploads go by their days. */
static bool check_removals(struct call *call, const struct xml_node *rule)
{
    const struct xml_node *expiration = xml_child(rule, "Expiration");
    const struct xml_node *old = xml_child(rule, "NoncurrentVersionExpiration");
    const struct xml_node *uploads = xml_child(rule, "AbortIncompleteMultipartUpload");
    if ((expiration != NULL && (expiration->first == NULL || expiration->first->next != NULL)) ||
        (old != NULL && xml_child(old, "NoncurrentDays") == NULL) ||
        (uploads != NULL && uploads->first == NULL))
        return malformed(call);
    return check_date(call, expiration) && check_positive(call, rule);
}

static bool check_any(struct call *call, const struct xml_node *rule)
{
    static const char *const actions[] = {"Expiration", "Transition", "NoncurrentVersionTransition",
                                          "NoncurrentVersionExpiration",
                                          "AbortIncompleteMultipartUpload"};
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (xml_child(rule, actions[i]) != NULL)
            return true;
    return refuse(call, "At least one action needs to be specified in a rule");
}

bool config_check_lifecycle(struct call *call)
{
    for (struct xml_node *rule = call->xml->first; rule != NULL; rule = rule->next)
        if (!check_form(call, rule) || !check_filter(call, rule) || !config_check_id(call, rule) ||
            !check_overlaps(call, rule) || !check_any(call, rule) || !check_tags(call, rule) ||
            !check_plain(call, rule) || !check_removals(call, rule) ||
            !lifecycle_check_transitions(call, rule))
            return false;
    return lifecycle_put_minimum(call);
}
