/* SPDX-License-Identifier: Apache-2.0 */
/* GetObjectAttributes. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <slrun/time.h>

#include "object/intake.h"
#include "object/list.h"
#include "object/object.h"
#include "object/sse.h"

/* The names that are asked for are told apart by commas, with blanks around them; empty ones at the
 * end do not count. */
static struct slice next_name(const char **at)
{
    const char *from = *at + strspn(*at, " ");
    size_t size = strcspn(from, ",");
    *at = from + size + (from[size] == ',');
    while (size > 0 && from[size - 1] == ' ')
        size--;
    return (struct slice){from, size};
}

/* The SDK for Java sends a header for each name, which is the same as one list of them. */
static const char *asked_for(struct call *call)
{
    struct text text = {.pool = &call->pool};
    const char *first = call_header(call, "x-amz-object-attributes");
    for (size_t i = 0; first != NULL && i < call->n_in; i++) {
        if (strcasecmp(call->in[i].name, "x-amz-object-attributes") == 0) {
            text_string(&text, text.size > 0 ? "," : "");
            text_string(&text, call->in[i].value);
        }
    }
    return text.data == NULL ? first : text.data;
}

static bool is_asked(const char *list, const char *name)
{
    while (*list != '\0')
        if (slice_compare(next_name(&list), (struct slice){name, strlen(name)}) == 0)
            return true;
    return false;
}

static bool is_name(struct slice name)
{
    static const char *const known[] = {"ETag", "Checksum", "ObjectParts", "StorageClass",
                                        "ObjectSize"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (slice_compare(name, (struct slice){known[i], strlen(known[i])}) == 0)
            return true;
    return false;
}

bool attributes_check(struct call *call)
{
    const char *asked = asked_for(call);
    if (asked == NULL || (asked[0] != '\0' && asked[strspn(asked, ",")] == '\0'))
        return true; /* nothing at all is refused later */
    do {
        struct slice name = next_name(&asked);
        if (!is_name(name)) {
            return fault_argument(&call->fault, "Invalid attribute name specified.",
                                  "x-amz-object-attributes",
                                  pool_copy(&call->pool, name.data, name.size));
        }
    } while (asked[strspn(asked, ",")] != '\0');
    return true;
}

static long header_number(struct call *call, const char *name, long otherwise)
{
    const char *text = call_header(call, name);
    return text == NULL ? otherwise : strtol(text, NULL, 10);
}

/* A page of an object's parts, from behind a number. */
struct part_page {
    long marker, max, last; /* `last`: the number of the last part on it */
    bool more;
};

static void write_part(struct text *text, const json_t *part, enum s3_checksum_kind kind)
{
    const char *sum = json_string_value(json_array_get(part, 2));
    xml_open(text, "Part");
    xml_number(text, "PartNumber", json_integer_value(json_array_get(part, 0)));
    xml_number(text, "Size", json_integer_value(json_array_get(part, 1)));
    if (kind != SUM_NONE && sum != NULL && sum[0] != '\0')
        xml_element(text, s3_checksum_elements[kind], sum);
    xml_close(text, "Part");
}

static void write_page(struct text *text, const struct object *object, struct part_page *page)
{
    const json_t *parts = json_object_get(object->info, "parts");
    const json_t *sum = json_object_get(object->info, "sum");
    enum s3_checksum_kind kind = sum_kind(json_string_value(json_object_get(sum, "kind")));
    long n = 0;
    for (size_t i = 0; i < json_array_size(parts) && !page->more; i++) {
        const json_t *part = json_array_get(parts, i);
        long number = (long)json_integer_value(json_array_get(part, 0));
        if (number <= page->marker)
            continue;
        page->more = n++ == page->max;
        if (!page->more) {
            page->last = number;
            write_part(text, part, kind);
        }
    }
}

static void write_parts(struct call *call, struct text *text, const struct object *object)
{
    const json_t *parts = json_object_get(object->info, "parts");
    const char *type =
        json_string_value(json_object_get(json_object_get(object->info, "sum"), "type"));
    bool named = json_array_get(json_array_get(parts, 0), 2) != NULL;
    bool listed = !named || type == NULL || strcmp(type, "FULL_OBJECT") != 0;
    struct part_page page = {.marker = header_number(call, "x-amz-part-number-marker", 0),
                             .max = header_number(call, "x-amz-max-parts", LIST_MAX)};
    struct text list = {.pool = &call->pool};
    xml_open(text, "ObjectParts");
    xml_number(text, "PartsCount", (long long)json_array_size(parts));
    if (listed) {
        write_page(&list, object, &page);
        xml_number(text, "PartNumberMarker", page.marker);
        xml_number(text, "NextPartNumberMarker", page.last);
        xml_number(text, "MaxParts", page.max);
        xml_bool(text, "IsTruncated", page.more);
        text_put(text, list.data, list.size);
    }
    xml_close(text, "ObjectParts");
}

/* That of parts without their number ("-3"), which only other operations tell. */
static void write_checksum(struct call *call, struct text *text, const json_t *info)
{
    const json_t *sum = json_object_get(info, "sum");
    const char *value = json_string_value(json_object_get(sum, "value"));
    enum s3_checksum_kind kind = sum_kind(json_string_value(json_object_get(sum, "kind")));
    if (kind != SUM_NONE) {
        xml_element(text, s3_checksum_elements[kind],
                    pool_copy(&call->pool, value, strcspn(value, "-")));
        xml_element(text, "ChecksumType", json_string_value(json_object_get(sum, "type")));
    }
}

static void write(struct call *call, const char *asked, const struct object *object)
{
    struct text *text = call_xml(call, "GetObjectAttributesResponse");
    if (is_asked(asked, "ETag"))
        xml_element(text, "ETag", object->etag);
    if (is_asked(asked, "Checksum") && json_object_get(object->info, "sum") != NULL) {
        xml_open(text, "Checksum");
        write_checksum(call, text, object->info);
        xml_close(text, "Checksum");
    }
    if (is_asked(asked, "ObjectParts") && json_object_get(object->info, "parts") != NULL)
        write_parts(call, text, object);
    if (is_asked(asked, "StorageClass"))
        xml_element(text, "StorageClass", object_class(object));
    if (is_asked(asked, "ObjectSize"))
        xml_number(text, "ObjectSize", (long long)object->size);
    xml_close(text, "GetObjectAttributesResponse");
}

bool op_get_object_attributes(struct call *call)
{
    const char *asked = asked_for(call);
    struct object object;
    if (asked == NULL || asked[strspn(asked, ", ")] == '\0') {
        return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                         "The x-amz-object-attributes header specifying the attributes to be "
                         "retrieved is either missing or empty");
    }
    if (!object_find(call, &object) || !sse_may_read(call, object.info))
        return false;
    char *date = pool_alloc(&call->pool, SLRUN_TIME_HTTP_SIZE);
    if (date != NULL)
        slrun_time_http(object.modified_ms, date);
    call_add(call, "Last-Modified", date);
    object_add_version(call, &object);
    write(call, asked, &object);
    return true;
}
