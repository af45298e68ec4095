/* SPDX-License-Identifier: Apache-2.0 */
/* What a connector grants, as a policy document. */
#include "sam/connector.h"

#include <stdio.h>
#include <string.h>

#include "sam/value.h"

enum { PLACE_MAX = 256 };

static const json_t *value_of(const struct connector_link *c, char letter, const char **name)
{
    const struct {
        char letter;
        const char *name;
        const json_t *value;
    } all[] = {{'S', "SourceArn", c->source.arn},
               {'D', "DestinationArn", c->destination.arn},
               {'N', "DestinationName", c->destination.name},
               {'I', "SourceResourceId", c->source.resource},
               {'Q', "SourceQualifier", c->source.qualifier}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (all[i].letter == letter) {
            *name = all[i].name;
            return all[i].value;
        }
    }
    return NULL;
}

/* Appends as much as fits. */
static void append(char text[PLACE_MAX], const char *more, size_t n)
{
    size_t at = strlen(text);
    snprintf(text + at, PLACE_MAX - at, "%.*s", (int)n, more);
}

/* "arn:PARTITION:SERVICE:REGION:ACCOUNT" */
static void append_account(char text[PLACE_MAX], const char *service, size_t n)
{
    append(text, "arn:${AWS::Partition}:", PLACE_MAX);
    append(text, service, n);
    append(text, ":${AWS::Region}:${AWS::AccountId}", PLACE_MAX);
}

/* A place as a value: the ARN itself, or Fn::Sub. */
json_t *connector_place(const struct connector_link *c, const char *from, size_t size)
{
    char text[PLACE_MAX] = "", variable[64];
    const char *name = "";
    if (size == 2 && *from == '%')
        return json_deep_copy(value_of(c, from[1], &name));
    json_t *variables = json_object();
    for (const char *p = from; p < from + size; p++) {
        if (*p != '%') {
            append(text, p, 1);
        } else if (*++p == 'A') {
            size_t n = strcspn(p + 2, ":");
            append_account(text, p + 2, n);
            p += 1 + n;
        } else {
            const json_t *value = value_of(c, *p, &name);
            json_object_set_new(variables, name, json_deep_copy(value));
            snprintf(variable, sizeof variable, "${%s}", name);
            append(text, variable, sizeof variable);
        }
    }
    if (json_object_size(variables) == 0) {
        json_decref(variables);
        return json_pack("{s:s}", "Fn::Sub", text);
    }
    return json_pack("{s:[s, o]}", "Fn::Sub", text, variables);
}

/* Words as a list; `c` not NULL: each a place. */
static json_t *words(const struct connector_link *c, const char *text)
{
    json_t *list = json_array();
    for (const char *p = text; *p != '\0'; p += strspn(p, " ")) {
        size_t n = strcspn(p, " ");
        json_array_append_new(list, c != NULL ? connector_place(c, p, n) : json_stringn(p, n));
        p += n;
    }
    return list;
}

static bool has_category(const struct sam *s, const char *category)
{
    size_t i;
    json_t *word;
    json_array_foreach (sam_get(s->properties, "Permissions"), i, word)
        if (sam_equals(word, category))
            return true;
    return false;
}

/* Of a policy of a queue or topic, AWS's has single values, and who is let in. */
static json_t *statement(const struct connector_link *c, const struct connector_grant *grant)
{
    if (c->profile->service == NULL) {
        return json_pack("{s:s, s:o, s:o}", "Effect", "Allow", "Action",
                         words(NULL, grant->actions), "Resource", words(c, grant->resources));
    }
    return json_pack("{s:s, s:{s:s}, s:o, s:s, s:{s:{s:o}}}", "Effect", "Allow", "Principal",
                     "Service", c->profile->service, "Resource",
                     connector_place(c, grant->resources, strlen(grant->resources)), "Action",
                     grant->actions, "Condition", "ArnEquals", "aws:SourceArn",
                     connector_place(c, "%S", 2));
}

json_t *connector_policy(const struct sam *s, const struct connector_link *c)
{
    json_t *statements = json_array();
    for (const struct connector_grant *g = c->profile->grants; g->category != NULL; g++)
        if (has_category(s, g->category))
            json_array_append_new(statements, statement(c, g));
    return json_pack("{s:s, s:o}", "Version", "2012-10-17", "Statement", statements);
}
