/* SPDX-License-Identifier: Apache-2.0 */
#include "run/iam/iam_policy.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>

#include "base/buf.h"

enum { TEXT_MAX = 1 << 20 };

/* AWS's partitions by the beginning of their regions (AWS General Reference, "ARNs"). */
static const struct {
    const char *region, *name;
} partitions[] = {
    {"cn-", "aws-cn"},         {"us-gov-", "aws-us-gov"},
    {"us-iso-", "aws-iso"},    {"us-isob-", "aws-iso-b"},
    {"us-isof-", "aws-iso-f"}, {"eu-isoe-", "aws-iso-e"},
    {"eusc-", "aws-eusc"},     {"", "aws"},
};

static const char *partition_of(const char *region)
{
    size_t i = 0;
    while (strncmp(region, partitions[i].region, strlen(partitions[i].region)) != 0)
        i++;
    return partitions[i].name;
}

/* What stands for a letter of the ARN; the region of a target that is not AWS says nothing. */
static const char *field_text(const json_t *used, const struct iam_policy_options *o, char letter)
{
    bool aws = strcmp(slrun_text_or(used, "target", ""), "aws") == 0;
    const char *region = o->region ? o->region : aws ? slrun_text_or(used, "region", "") : "";
    const char *account = o->account ? o->account : aws ? slrun_text_or(used, "account", "") : "";
    if (letter == 'p')
        return o->cloudformation ? "${AWS::Partition}" : partition_of(region);
    if (letter == 'r')
        return o->cloudformation ? "${AWS::Region}" : *region ? region : "*";
    return o->cloudformation ? "${AWS::AccountId}" : *account ? account : "*";
}

/* "${" of a name is text, not a parameter, in Fn::Sub. */
static void add_text(struct buf *to, const char *text, bool escape)
{
    for (; *text; text++) {
        buf_putc(to, *text);
        if (escape && text[0] == '$' && text[1] == '{') {
            buf_puts(to, "{!");
            text++;
        }
    }
}

json_t *iam_resource(const json_t *used, const char *resource, const struct iam_policy_options *o)
{
    struct buf text = BUF_INIT(TEXT_MAX);
    static const char letters[] = {0, 'p', 0, 'r', 'a'};
    const char *at = resource;
    for (size_t field = 0; strncmp(resource, "arn:", 4) == 0 && field < 5 && strchr(at, ':');
         field++) {
        size_t n = strcspn(at, ":");
        if (n == 1 && letters[field] == *at)
            buf_puts(&text, field_text(used, o, *at));
        else
            buf_add(&text, at, n);
        buf_putc(&text, ':');
        at += n + 1;
    }
    add_text(&text, at, o->cloudformation);
    bool sub = o->cloudformation && strstr(buf_str(&text), "${");
    json_t *json =
        sub ? json_pack("{s:s}", "Fn::Sub", buf_str(&text)) : json_string(buf_str(&text));
    buf_free(&text);
    return json;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The keys of an object, sorted; free() the list, not the keys. */
static const char **sorted_keys(const json_t *object)
{
    const char *key;
    json_t *value;
    size_t n = 0;
    const char **keys = calloc(json_object_size(object) + 1, sizeof *keys);
    if (!keys)
        return NULL;
    json_object_foreach ((json_t *)object, key, value)
        keys[n++] = key;
    qsort(keys, n, sizeof *keys, by_text);
    return keys;
}

/* resource -> { action: true }, from action -> { resource: why }. */
static json_t *by_resource(const json_t *used)
{
    const char *action, *resource;
    json_t *resources, *why, *turned = json_object();
    json_object_foreach (json_object_get(used, "uses"), action, resources)
        json_object_foreach (resources, resource, why) {
            if (!json_object_get(turned, resource))
                json_object_set_new(turned, resource, json_object());
            json_object_set_new(json_object_get(turned, resource), action, json_true());
        }
    return turned;
}

/* The text of a set of actions, by which equal ones are found: a JSON list. */
static char *actions_text(const json_t *actions)
{
    const char **keys = sorted_keys(actions);
    json_t *list = json_array();
    for (size_t i = 0; keys && keys[i]; i++)
        json_array_append_new(list, json_string(keys[i]));
    char *text = json_dumps(list, JSON_COMPACT);
    json_decref(list);
    free(keys);
    return text;
}

/* Actions as text -> list of resources, which come sorted. */
static json_t *group(const json_t *used)
{
    json_t *turned = by_resource(used), *groups = json_object();
    const char **resources = sorted_keys(turned);
    for (size_t i = 0; resources && resources[i]; i++) {
        char *actions = actions_text(json_object_get(turned, resources[i]));
        if (actions && !json_object_get(groups, actions))
            json_object_set_new(groups, actions, json_array());
        if (actions)
            json_array_append_new(json_object_get(groups, actions), json_string(resources[i]));
        free(actions);
    }
    free(resources);
    json_decref(turned);
    return groups;
}

/* A list of one is its element. */
static json_t *one_or_all(json_t *list)
{
    if (json_array_size(list) != 1)
        return list;
    json_t *one = json_incref(json_array_get(list, 0));
    json_decref(list);
    return one;
}

static json_t *statement(const json_t *used, const char *actions, const json_t *resources,
                         const struct iam_policy_options *o)
{
    json_t *list = json_array(), *resource;
    size_t i;
    json_array_foreach (resources, i, resource)
        json_array_append_new(list, iam_resource(used, json_string_value(resource), o));
    return json_pack("{s:s, s:o, s:o}", "Effect", "Allow", "Action",
                     one_or_all(json_loads(actions, 0, NULL)), "Resource", one_or_all(list));
}

json_t *iam_policy(const json_t *used, const struct iam_policy_options *o)
{
    json_t *groups = group(used), *statements = json_array();
    const char **actions = sorted_keys(groups);
    for (size_t i = 0; actions && actions[i]; i++)
        json_array_append_new(statements,
                              statement(used, actions[i], json_object_get(groups, actions[i]), o));
    free(actions);
    json_decref(groups);
    return json_pack("{s:s, s:o}", "Version", "2012-10-17", "Statement", statements);
}

json_t *iam_unnarrowed(const json_t *used)
{
    json_t *list = json_array();
    const json_t *uses = json_object_get(used, "uses");
    const char **actions = sorted_keys(uses);
    for (size_t i = 0; actions && actions[i]; i++) {
        const char *why =
            json_string_value(json_object_get(json_object_get(uses, actions[i]), "*"));
        if (why)
            json_array_append_new(list, json_pack("{s:s, s:s}", "action", actions[i], "why", why));
    }
    free(actions);
    return list;
}
