/* SPDX-License-Identifier: Apache-2.0 */
/* TagResource, UntagResource, ListTagsOfResource, and the tags of CreateTable. */
#include <ctype.h>
#include <string.h>

#include "params/constraint.h"
#include "table/table.h"

enum { TAGS_MAX = 50, TAG_KEY_MAX = 128, TAG_VALUE_MAX = 256, ACCOUNT_SIZE = 12 };

/* Letters, blanks, digits and + - = . _ : / @, where letters are those of all scripts (AWS General
 * Reference, "Tag naming limits and requirements"). */
static bool is_tag_text(const char *text)
{
    for (; *text != '\0'; text++) {
        unsigned char c = (unsigned char)*text;
        if (c < 0x80 && !isalnum(c) && strchr(" \t+-=._:/@", c) == NULL)
            return false;
    }
    return true;
}

/* Characters of UTF-8. */
static size_t length_of(const json_t *string)
{
    size_t length = 0;
    for (const char *at = json_string_value(string); *at != '\0'; at++)
        length += ((unsigned char)*at & 0xc0) != 0x80;
    return length;
}

static bool too_long(const json_t *string, size_t most, struct fault *fault)
{
    return length_of(string) > most &&
           !fault_invalid(fault,
                          "1 validation error detected: Value '%s' at 'tags' failed to satisfy "
                          "constraint: Member must have length less than or equal to %zu",
                          json_string_value(string), most);
}

static bool read_tag(const json_t *tag, json_t *into, struct fault *fault)
{
    const json_t *key = json_object_get(tag, "Key");
    json_t *value = json_object_get(tag, "Value");
    if (key == NULL || value == NULL || json_string_length(key) == 0) {
        return fault_invalid(fault, "One or more parameter values were invalid: Each Tag needs a "
                                    "Key of at least one character and a Value");
    }
    if (too_long(key, TAG_KEY_MAX, fault) || too_long(value, TAG_VALUE_MAX, fault))
        return false;
    if (!is_tag_text(json_string_value(key)) || !is_tag_text(json_string_value(value))) {
        return fault_invalid(fault,
                             "One or more parameter values were invalid: The Tag '%s' has "
                             "characters that are not allowed in tags",
                             json_string_value(key));
    }
    return json_object_set(into, json_string_value(key), value) == 0 || fault_internal(fault);
}

bool tags_read(const json_t *tags, json_t *into, struct fault *fault)
{
    size_t i;
    json_t *tag;
    json_array_foreach (tags, i, tag)
        if (!read_tag(tag, into, fault))
            return false;
    return json_object_size(into) <= TAGS_MAX ||
           fault_invalid(fault,
                         "One or more parameter values were invalid: Too many tags: a "
                         "resource has at most %d",
                         TAGS_MAX);
}

/* An ARN has six parts, the last with a slash; less than that is nobody's resource. */
static bool looks_like_arn(const char *arn)
{
    for (int colons = 0; colons < 5; colons++) {
        arn = strchr(arn, ':');
        if (arn == NULL)
            return false;
        arn++;
    }
    return strchr(arn, '/') != NULL;
}

/* Of a table, not of one of its indexes. */
static bool is_table_arn(const char *arn)
{
    const char *slash = strchr(arn, '/');
    return strncmp(arn, "arn:aws:dynamodb:", strlen("arn:aws:dynamodb:")) == 0 &&
           strstr(arn, ":table/") == slash - strlen(":table") && strchr(slash + 1, '/') == NULL &&
           strlen(slash + 1) >= TABLE_NAME_MIN;
}

/* Is the table of another account? Nobody has given this one leave. */
static bool is_foreign(const struct call *call, const char *arn)
{
    const char *account = strstr(arn, ":table/") - ACCOUNT_SIZE;
    return strncmp(account, call->exchange->account, ACCOUNT_SIZE) != 0 && account[-1] == ':';
}

static struct table *deny(struct call *call, const char *operation, const char *arn)
{
    fault_set(&call->fault, FAULT_ACCESS_DENIED,
              "User: arn:aws:iam::%s:root is not authorized to perform: dynamodb:%s on "
              "resource: %s",
              call->exchange->account, operation, *arn == '\0' ? "*" : arn);
    return NULL;
}

/* What is no ARN at all is invalid (TagResource, recorded in 2026), or nobody's resource (the
 * others, recorded before). */
static bool is_no_arn(const char *operation, const char *arn)
{
    return strcmp(operation, "TagResource") == 0 && *arn != '\0' && strchr(arn, ':') == NULL;
}

/* The table of ResourceArn, with AWS's order of complaints; `list` names what must be there too. */
static struct table *tagged(struct call *call, const char *operation, const char *list)
{
    const char *arn = call_string(call, "ResourceArn");
    struct fault *fault = &call->fault;
    if (arn == NULL) {
        fault_invalid(fault, "Invalid TableArn");
        return NULL;
    }
    if (is_no_arn(operation, arn)) {
        fault_invalid(fault, "Invalid TableArn: Invalid ResourceArn provided as input %s", arn);
        return NULL;
    }
    if (!looks_like_arn(arn))
        return deny(call, operation, arn);
    if (list != NULL && json_object_get(call->args, list) == NULL) {
        fault_invalid(fault,
                      "1 validation error detected: Value null at '%c%s' failed to satisfy "
                      "constraint: Member must not be null",
                      list[0] + ('a' - 'A'), list + 1);
        return NULL;
    }
    if (!is_table_arn(arn)) {
        fault_invalid(fault, "Invalid TableArn: Invalid ResourceArn provided as input %s", arn);
        return NULL;
    }
    if (is_foreign(call, arn))
        return deny(call, operation, arn);
    if (list != NULL && json_array_size(json_object_get(call->args, list)) == 0) {
        fault_invalid(fault, "Atleast one %s needs to be provided as Input.",
                      strcmp(list, "Tags") == 0 ? "Tag" : "Tag Key");
        return NULL;
    }
    return call_table(call, arn);
}

static bool not_found(struct call *call)
{
    return call->fault.kind != FAULT_NOT_FOUND ||
           fault_set(&call->fault, FAULT_NOT_FOUND,
                     "Requested resource not found: ResourcArn: %s not found",
                     call_string(call, "ResourceArn"));
}

/* Replaces the table's tags by `tags` (taken over); the answer has an empty body. */
static json_t *save(struct call *call, struct table *table, json_t *tags)
{
    json_t *old = table->tags;
    table->tags = tags;
    if (!catalog_save_tags(call->service->catalog, table)) {
        table->tags = old;
        json_decref(tags);
        fault_internal(&call->fault);
        return NULL;
    }
    json_decref(old);
    return json_null();
}

json_t *op_tag_resource(struct call *call)
{
    struct table *table = tagged(call, "TagResource", "Tags");
    const json_t *given = json_object_get(call->args, "Tags");
    if (table == NULL) {
        not_found(call);
        return NULL;
    }
    json_t *tags = value_copy(table->tags);
    if (tags == NULL || !tags_read(given, tags, &call->fault)) {
        json_decref(tags);
        return NULL;
    }
    return save(call, table, tags);
}

json_t *op_untag_resource(struct call *call)
{
    struct table *table = tagged(call, "UntagResource", "TagKeys");
    const json_t *keys = json_object_get(call->args, "TagKeys");
    size_t i;
    json_t *key;
    if (table == NULL)
        return NULL;
    json_t *tags = value_copy(table->tags);
    json_array_foreach (keys, i, key)
        json_object_del(tags, json_string_value(key)); /* one that is not there is no error */
    if (tags == NULL) {
        fault_internal(&call->fault);
        return NULL;
    }
    return save(call, table, tags);
}

json_t *op_list_tags_of_resource(struct call *call)
{
    const struct table *table = tagged(call, "ListTagsOfResource", NULL);
    const char *key;
    json_t *value;
    if (table == NULL) {
        not_found(call);
        return NULL;
    }
    json_t *list = json_array();
    json_object_foreach (table->tags, key, value) {
        if (json_array_append_new(list, json_pack("{s:s, s:O}", "Key", key, "Value", value)) != 0) {
            json_decref(list);
            fault_internal(&call->fault);
            return NULL;
        }
    }
    return json_pack("{s:o}", "Tags", list);
}
