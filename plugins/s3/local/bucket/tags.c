/* SPDX-License-Identifier: Apache-2.0 */
/* Tags. */
#include "bucket/tags.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "bucket/access.h"
#include "event/event.h"
#include "object/object.h"
#include "utf8.h"

enum { TAG_KEY_MAX = 128, TAG_VALUE_MAX = 256 }; /* characters */

static size_t characters(const char *text)
{
    size_t n = 0;
    for (; *text != '\0'; text++)
        n += ((unsigned char)*text & 0xc0) != 0x80;
    return n;
}

struct tag {
    const char *key, *value;
    bool of_bucket;
};

static bool has_key(const json_t *tags, const char *key)
{
    size_t i;
    json_t *tag;
    json_array_foreach ((json_t *)(uintptr_t)tags, i, tag)
        if (strcmp(json_string_value(json_array_get(tag, 0)), key) == 0)
            return true;
    return false;
}

/* Letters, digits, blanks and + - = . _ : / @; what is not ASCII passes. */
static bool has_wrong_letter(const char *text)
{
    for (; *text != '\0'; text++)
        if ((unsigned char)*text < 0x80 && !isalnum((unsigned char)*text) &&
            strchr("+-=._:/@ \t\n", *text) == NULL)
            return true;
    return false;
}

static bool add_tag(struct call *call, json_t *tags, const struct tag *tag)
{
    const char *key = tag->key, *value = tag->value;
    const char *wrong = NULL;
    if (has_key(tags, key)) {
        fault_say(&call->fault, FAULT_INVALID_TAG,
                  "Cannot provide multiple Tags with the same key");
        fault_detail(&call->fault, "TagKey", key);
        return false;
    }
    if (key[0] == '\0' || characters(key) > TAG_KEY_MAX || has_wrong_letter(key)) {
        wrong = "The TagKey you have provided is invalid";
    } else if (characters(value) > TAG_VALUE_MAX || has_wrong_letter(value)) {
        wrong = "The TagValue you have provided is invalid";
    } else if (strncmp(key, "aws:", 4) == 0) {
        wrong = tag->of_bucket ? "System tags cannot be added/updated by requester"
                               : "Your TagKey cannot be prefixed with aws:";
    }
    if (wrong != NULL) {
        fault_say(&call->fault, FAULT_INVALID_TAG, "%s", wrong);
        fault_detail(&call->fault, "TagKey", key);
        fault_detail(&call->fault, "TagValue", strstr(wrong, "TagValue") != NULL ? value : NULL);
        return false;
    }
    return json_array_append_new(tags, json_pack("[s, s]", key, value)) == 0 || call_internal(call);
}

static bool check_count(struct call *call, const json_t *tags, size_t max)
{
    if (json_array_size(tags) <= max)
        return true;
    if (max == OBJECT_TAGS_MAX)
        return fault_set(&call->fault, FAULT_TOO_MANY_TAGS);
    return fault_say(&call->fault, FAULT_TOO_MANY_TAGS,
                     "Bucket tag count cannot be greater than %zu", max);
}

static const struct xml_rule tag_rules[] = {
    {"Key", XML_TEXT, 1, 1, NULL, NULL}, {"Value", XML_TEXT, 1, 1, NULL, NULL}, {NULL}};
static const struct xml_rule set_rules[] = {{"Tag", XML_GROUP, 0, 1000, NULL, tag_rules}, {NULL}};
static const struct xml_rule root_rules[] = {{"TagSet", XML_GROUP, 0, 1, NULL, set_rules}, {NULL}};
static const struct xml_rule document_rule = {"Tagging", XML_GROUP, 1, 1, NULL, root_rules};

json_t *tags_from_set(struct call *call, const struct xml_node *set, size_t max)
{
    json_t *tags = pool_json(&call->pool, json_array());
    for (const struct xml_node *t = set == NULL ? NULL : xml_child(set, "Tag"); t != NULL;
         t = xml_again(t)) {
        const struct tag tag = {xml_text(t, "Key"), xml_text(t, "Value"), max == BUCKET_TAGS_MAX};
        if (!add_tag(call, tags, &tag))
            return NULL;
    }
    return check_count(call, tags, max) ? tags : NULL;
}

json_t *tags_from_xml(struct call *call, const struct xml_node *tagging, size_t max)
{
    if (!xml_valid(tagging, &document_rule)) {
        fault_set(&call->fault, FAULT_MALFORMED_XML);
        return NULL;
    }
    return tags_from_set(call, xml_child(tagging, "TagSet"), max);
}

/* Moves the last one to where its key belongs: S3 gives the tags of a header back in the order of
 * their keys. */
static void settle_last(json_t *tags)
{
    size_t last = json_array_size(tags) - 1, i = last;
    json_t *tag = json_array_get(tags, last);
    const char *key = json_string_value(json_array_get(tag, 0));
    while (i > 0 &&
           strcmp(json_string_value(json_array_get(json_array_get(tags, i - 1), 0)), key) > 0)
        i--;
    if (i < last && json_array_insert(tags, i, tag) == 0)
        json_array_remove(tags, last + 1);
}

static bool is_text(struct slice slice)
{
    return utf8_valid(slice) && memchr(slice.data, '\0', slice.size) == NULL &&
           !has_wrong_letter(slice.data);
}

/* A form: "key=value&key2=value2". */
static json_t *from_form(struct call *call, const char *header)
{
    const char *form = header;
    json_t *tags = pool_json(&call->pool, json_array());
    while (*form != '\0') {
        size_t size = strcspn(form, "&"), name = strcspn(form, "=&");
        size_t skip = name < size ? name + 1 : size;
        struct slice key = percent_decode(&call->pool, (struct slice){form, name}, true);
        struct slice value =
            percent_decode(&call->pool, (struct slice){form + skip, size - skip}, true);
        if (size == 0) {
            form++;
            continue;
        }
        if (key.data == NULL || value.data == NULL) {
            (void)call_internal(call);
            return NULL;
        }
        bool twice = memchr(form + skip, '=', size - skip) != NULL;
        if (has_key(tags, key.data) || key.size == 0 || twice || !is_text(key) || !is_text(value)) {
            fault_argument(&call->fault,
                           "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded "
                           "URL query parameters without tag name duplicates.",
                           "x-amz-tagging", header);
            return NULL;
        }
        if (!add_tag(call, tags, &(struct tag){key.data, value.data, false}))
            return NULL;
        settle_last(tags);
        form += size + (form[size] == '&');
    }
    return check_count(call, tags, OBJECT_TAGS_MAX) ? tags : NULL;
}

bool tags_read_header(struct call *call, json_t *info)
{
    const char *header = call_header(call, "x-amz-tagging");
    json_t *tags = header == NULL ? NULL : from_form(call, header);
    if (tags != NULL && json_array_size(tags) > 0)
        json_object_set(info, "tags", tags);
    return header == NULL || tags != NULL;
}

json_t *tags_requested(struct call *call)
{
    struct fault fault = call->fault;
    const char *header = call_header(call, "x-amz-tagging");
    const struct xml_node *document = NULL;
    if (call_query(call, "tagging") != NULL && call->body.size > 0)
        document = xml_parse(&call->pool, call->body);
    json_t *tags = header != NULL     ? from_form(call, header)
                   : document != NULL ? tags_from_xml(call, document, OBJECT_TAGS_MAX)
                                      : NULL;
    call->fault = fault;
    return tags;
}

/* ---- the operations ---- */

static void answer(struct call *call, const json_t *tags)
{
    size_t i;
    json_t *tag;
    struct text *text = call_xml(call, "Tagging");
    xml_open(text, "TagSet");
    json_array_foreach ((json_t *)(uintptr_t)tags, i, tag) {
        xml_open(text, "Tag");
        xml_element(text, "Key", json_string_value(json_array_get(tag, 0)));
        xml_element(text, "Value", json_string_value(json_array_get(tag, 1)));
        xml_close(text, "Tag");
    }
    xml_close(text, "TagSet");
    xml_close(text, "Tagging");
}

bool op_get_bucket_tagging(struct call *call)
{
    struct slice text = store_config(call->service->store, &call->pool, call->bucket.id, "tagging");
    json_t *tags = text.data == NULL
                       ? NULL
                       : pool_json(&call->pool, json_loadb(text.data, text.size, 0, NULL));
    if (tags == NULL) {
        fault_set(&call->fault, FAULT_NO_TAG_SET);
        fault_detail(&call->fault, "BucketName", call->bucket.name);
        return false;
    }
    answer(call, tags);
    return true;
}

bool tags_keep_bucket(struct call *call, const json_t *tags)
{
    char *text = json_dumps(tags, JSON_COMPACT);
    if (text == NULL)
        return call_internal(call);
    store_config_set(call->service->store, call->bucket.id, "tagging",
                     (struct slice){text, strlen(text)});
    free(text);
    return true;
}

bool op_put_bucket_tagging(struct call *call)
{
    const json_t *tags = tags_from_xml(call, call->xml, BUCKET_TAGS_MAX);
    call->status = 204;
    if (tags != NULL && json_array_size(tags) == 0) {
        store_config_remove(call->service->store, call->bucket.id, "tagging");
        return true;
    }
    return tags != NULL && tags_keep_bucket(call, tags);
}

bool op_get_object_tagging(struct call *call)
{
    struct object object;
    if (!object_find(call, &object))
        return false;
    object_add_version(call, &object);
    answer(call, json_object_get(object.info, "tags"));
    return true;
}

bool op_put_object_tagging(struct call *call)
{
    struct object object;
    json_t *tags = tags_from_xml(call, call->xml, OBJECT_TAGS_MAX);
    if (tags == NULL || !object_find(call, &object))
        return false;
    json_object_set(object.info, "tags", tags);
    store_object_set(call->service->store, &object);
    event_note(call, "ObjectTagging:Put", &object);
    object_add_version(call, &object);
    return true;
}

bool op_delete_object_tagging(struct call *call)
{
    struct object object;
    if (!object_find(call, &object))
        return false;
    json_object_del(object.info, "tags");
    store_object_set(call->service->store, &object);
    event_note(call, "ObjectTagging:Delete", &object);
    object_add_version(call, &object);
    call->status = 204;
    return true;
}
