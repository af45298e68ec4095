/* SPDX-License-Identifier: Apache-2.0 */
/* Transitions to other storage classes: which may follow which, and when (user guide,
 * "Transitioning objects using Amazon S3 Lifecycle"); texts as AWS was seen to answer. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/time.h>

#include "bucket/lifecycle.h"

enum { FILTER_SIZE = 160, WARM_DAYS = 30 };

/* The transitions of current versions, and of those before. */
struct sort {
    const char *transition, *expiration, *days;
};
static const struct sort sorts[] = {
    {"Transition", "Expiration", "Days"},
    {"NoncurrentVersionTransition", "NoncurrentVersionExpiration", "NoncurrentDays"}};

static long days_of(const struct xml_node *node, const struct sort *sort)
{
    const char *text = xml_text(node, sort->days);
    return text == NULL ? -1 : strtol(text, NULL, 10);
}

/* One sort of transitions of one rule. */
struct check {
    struct call *call;
    const struct xml_node *rule;
    const struct sort *sort;
    char filter[FILTER_SIZE]; /* as errors name the rule: "(prefix=logs/)" */
};

static void name_filter(struct check *c)
{
    const struct xml_node *filter = xml_child(c->rule, "Filter");
    const struct xml_node *both = filter == NULL ? NULL : xml_child(filter, "And");
    const struct xml_node *at = both != NULL ? both : filter != NULL ? filter : c->rule;
    const char *prefix = xml_text(at, "Prefix");
    (void)snprintf(c->filter, FILTER_SIZE, "(prefix=%.120s)", prefix == NULL ? "" : prefix);
}

/* ---- one ---- */

/* The days of one, or its date. */
static bool check_time(const struct check *c, const struct xml_node *node)
{
    const char *date = xml_text(node, "Date");
    int64_t ms;
    if ((xml_child(node, c->sort->days) == NULL) == (date == NULL))
        return fault_set(&c->call->fault, FAULT_MALFORMED_XML);
    if (date != NULL &&
        !(slrun_time_read(date, SLRUN_TIME_ANY, &ms) && ms % INT64_C(86400000) == 0))
        return fault_argument(&c->call->fault, "'Date' must be at midnight GMT", "Date", date);
    return date != NULL || days_of(node, c->sort) >= 0 ||
           fault_say(&c->call->fault, FAULT_INVALID_ARGUMENT,
                     "'%s' in %s action must be nonnegative", c->sort->days, c->sort->transition);
}

static bool check_one(const struct check *c, const struct xml_node *node)
{
    static const char *const warm[] = {"STANDARD_IA", "ONEZONE_IA"};
    const char *class = xml_text(node, "StorageClass");
    if (!check_time(c, node))
        return false;
    for (size_t i = 0; i < sizeof warm / sizeof *warm; i++) {
        if (strcmp(class, warm[i]) == 0 && xml_child(node, "Date") == NULL &&
            days_of(node, c->sort) < WARM_DAYS) {
            return fault_say(&c->call->fault, FAULT_INVALID_ARGUMENT,
                             "'%s' in %s action must be greater than or equal to %d for "
                             "storageClass '%s'",
                             c->sort->days, c->sort->transition, WARM_DAYS, class);
        }
    }
    return true;
}

/* ---- two ---- */

/* How many days an object has to stay there before it goes where it is colder. */
static long least_stay(const char *from, const char *to)
{
    static const struct {
        const char *class;
        long stay;
    } classes[] = {{"STANDARD_IA", 30}, {"INTELLIGENT_TIERING", 30},
                   {"ONEZONE_IA", 30},  {"GLACIER_IR", 0},
                   {"GLACIER", 90},     {"DEEP_ARCHIVE", 0}};
    enum { CLASSES = sizeof classes / sizeof *classes, COLD = 4 };
    size_t a = 0, b = 0;
    while (a < CLASSES && strcmp(classes[a].class, from) != 0)
        a++;
    while (b < CLASSES && strcmp(classes[b].class, to) != 0)
        b++;
    return a < b && b < CLASSES && b >= COLD ? classes[a].stay : 0;
}

static bool check_stay(const struct check *c, const struct xml_node *from,
                       const struct xml_node *to)
{
    const char *a = xml_text(from, "StorageClass"), *b = xml_text(to, "StorageClass");
    long stay = least_stay(a, b), first = days_of(from, c->sort), then = days_of(to, c->sort);
    return first < 0 || stay == 0 || then - first >= stay ||
           fault_say(&c->call->fault, FAULT_INVALID_ARGUMENT,
                     "'%s' in the '%s' action for StorageClass '%s' for filter '%s' must be %ld "
                     "days more than 'filter '%s'' in the '%s' action for StorageClass '%s'",
                     c->sort->days, c->sort->transition, b, c->filter, stay, c->filter,
                     c->sort->transition, a);
}

static bool check_two(const struct check *c, const struct xml_node *a, const struct xml_node *b)
{
    if (strcmp(xml_text(a, "StorageClass"), xml_text(b, "StorageClass")) == 0) {
        return fault_say(&c->call->fault, FAULT_INVALID_REQUEST,
                         "'StorageClass' must be different for '%s' actions in same 'Rule' with "
                         "filter '%s'",
                         c->sort->transition, c->filter);
    }
    if ((xml_child(a, "Date") == NULL) != (xml_child(b, "Date") == NULL)) {
        return fault_say(&c->call->fault, FAULT_INVALID_REQUEST,
                         "Found mixed 'Date' and 'Days' based Transition actions in lifecycle "
                         "rule for filter '%s'",
                         c->filter);
    }
    return check_stay(c, a, b) && check_stay(c, b, a);
}

/* ---- one and the end ---- */

/* Both are days, or both are dates. */
static bool is_before(const struct check *c, const struct xml_node *node,
                      const struct xml_node *end)
{
    int64_t moved = 0, gone = 0;
    const char *from = xml_text(node, "Date"), *to = xml_text(end, "Date");
    return from != NULL && to != NULL
               ? slrun_time_read(from, SLRUN_TIME_ANY, &moved) &&
                     slrun_time_read(to, SLRUN_TIME_ANY, &gone) && moved < gone
               : days_of(node, c->sort) < days_of(end, c->sort);
}

static bool check_end(const struct check *c, const struct xml_node *node)
{
    const struct xml_node *end = xml_child(c->rule, c->sort->expiration);
    bool dated = xml_child(node, "Date") != NULL;
    if (xml_child(end, "Date") == NULL && xml_child(end, c->sort->days) == NULL)
        return true; /* there is none, or one of delete markers */
    if ((xml_child(end, "Date") != NULL) != dated) {
        return fault_say(&c->call->fault, FAULT_INVALID_REQUEST,
                         "Found mixed 'Date' and 'Days' based Expiration and Transition actions in "
                         "lifecycle rule for filter '%s'",
                         c->filter);
    }
    const char *time = dated ? "Date" : c->sort->days;
    return is_before(c, node, end) ||
           fault_say(&c->call->fault, FAULT_INVALID_ARGUMENT,
                     "'%s' in the %s action for filter '%s' must be %s than '%s' in the %s action",
                     time, c->sort->expiration, c->filter, dated ? "later" : "greater", time,
                     c->sort->transition);
}

static bool check_sort(const struct check *c)
{
    const struct xml_node *a = xml_child(c->rule, c->sort->transition);
    for (; a != NULL; a = xml_again(a)) {
        if (!check_one(c, a) || !check_end(c, a))
            return false;
        for (const struct xml_node *b = xml_again(a); b != NULL; b = xml_again(b))
            if (!check_two(c, a, b))
                return false;
    }
    return true;
}

bool lifecycle_check_transitions(struct call *call, const struct xml_node *rule)
{
    for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++) {
        struct check check = {.call = call, .rule = rule, .sort = &sorts[i]};
        name_filter(&check);
        if (!check_sort(&check))
            return false;
    }
    return true;
}
