/* SPDX-License-Identifier: Apache-2.0 */
/* Filters of ListSecrets and BatchGetSecretValue (API Reference, Filter): by prefix; those on
 * descriptions, and on all, word by word and without case. */
#include <string.h>
#include <strings.h>

#include "local/service.h"

static bool begins(const char *text, const char *value)
{
    return text && strncmp(text, value, strlen(value)) == 0;
}

#define BETWEEN " /-_+=.@!"

/* Whether a word of the text begins with these n bytes. */
static bool one_begins(const char *text, const char *word, size_t n)
{
    for (; text && *text; text += strcspn(text, BETWEEN)) {
        text += strspn(text, BETWEEN);
        if (strncasecmp(text, word, n) == 0)
            return true;
    }
    return false;
}

/* Each word of the value begins one of the text. */
static bool word_begins(const char *text, const char *value)
{
    for (value += strspn(value, BETWEEN); *value; value += strspn(value, BETWEEN)) {
        size_t n = strcspn(value, BETWEEN);
        if (!one_begins(text, value, n))
            return false;
        value += n;
    }
    return text != NULL;
}

/* What each key looks at. Neither replicas nor secrets of other services are here, which the keys
 * that are missing ask for. */
static const struct field {
    const char *key, *member;
    bool of_tags;
    bool (*fits)(const char *text, const char *value);
} fields[] = {
    {"name", "Name", false, begins},     {"description", "Description", false, word_begins},
    {"tag-key", "Key", true, begins},    {"tag-value", "Value", true, begins},
    {"all", "Name", false, word_begins}, {"all", "Description", false, word_begins},
    {"all", "Key", true, word_begins},   {"all", "Value", true, word_begins},
};

static bool field_has(const struct field *field, const json_t *secret, const char *value)
{
    size_t i;
    json_t *tag;
    if (!field->of_tags)
        return field->fits(slrun_text(secret, field->member), value);
    json_array_foreach (json_object_get(secret, "Tags"), i, tag)
        if (field->fits(slrun_text(tag, field->member), value))
            return true;
    return false;
}

static bool has(const json_t *secret, const char *key, const char *value)
{
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (strcmp(key, fields[i].key) == 0 && field_has(&fields[i], secret, value))
            return true;
    return false;
}

/* One of the values, and none of those with "!". */
static bool passes(const json_t *secret, const json_t *filter)
{
    const char *key = slrun_text(filter, "Key");
    const json_t *values = json_object_get(filter, "Values");
    bool wanted = false, any = false;
    for (size_t i = 0; key && i < json_array_size(values); i++) {
        const char *value = json_string_value(json_array_get(values, i));
        if (*value == '!' && has(secret, key, value + 1))
            return false;
        wanted = wanted || *value != '!';
        any = any || (*value != '!' && has(secret, key, value));
    }
    return any || !wanted;
}

bool filters_pass(const struct slrun_json_call *call, const json_t *secret)
{
    size_t i;
    json_t *filter;
    json_array_foreach (json_object_get(call->args, "Filters"), i, filter)
        if (!passes(secret, filter))
            return false;
    return true;
}
