/* SPDX-License-Identifier: Apache-2.0 */
/* Results to XML of the AWS query protocol. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <slrun/time.h>

#include "base/text.h"
#include "local/protocol/fault.h"
#include "local/protocol/query.h"
#include "plugin/json.h"

struct writer {
    const struct slrun_query *query;
    struct buf *to;
};

static void put_value(struct writer *w, const struct slrun_shape *shape, const json_t *value,
                      const struct query_form *form);

/* Seconds since 1970 as ISO 8601, with milliseconds where there are some. */
static void put_timestamp(struct writer *w, double seconds)
{
    char text[SLRUN_TIME_SIZE];
    int64_t ms = llround(seconds * 1000);
    buf_puts(w->to, slrun_time_text(ms, ms % 1000 != 0, text));
}

static void put_scalar(struct writer *w, enum slrun_type type, const json_t *value)
{
    if (type == SLRUN_TIMESTAMP && json_is_number(value))
        put_timestamp(w, json_number_value(value));
    else if (json_is_string(value))
        text_add_xml(w->to, json_string_value(value));
    else if (json_is_boolean(value))
        buf_puts(w->to, json_is_true(value) ? "true" : "false");
    else if (json_is_integer(value))
        buf_printf(w->to, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    else if (json_is_real(value))
        buf_printf(w->to, "%.*g", json_real_digits(value), json_real_value(value));
}

static void put_tagged(struct writer *w, const char *name, const struct slrun_shape *of,
                       const json_t *value)
{
    static const struct slrun_shape string = {.type = SLRUN_STRING};
    const struct slrun_shape *shape = of ? of : &string;
    const struct query_form form = {
        .inner = shape->type == SLRUN_MAP ? "entry" : "member", .key = "key", .value = "value"};
    buf_printf(w->to, "<%s>", name);
    put_value(w, shape, value, &form);
    buf_printf(w->to, "</%s>", name);
}

/* Elements stand in a tag each: the inner name, or flat the member's own. */
static void put_list(struct writer *w, const struct slrun_shape *of, const json_t *list,
                     const char *name)
{
    size_t i;
    json_t *element;
    json_array_foreach (list, i, element)
        put_tagged(w, name, of, element);
}

static void put_map(struct writer *w, const struct slrun_shape *of, const json_t *map,
                    const struct query_form *form)
{
    const char *key, *name = form->inner ? form->inner : form->wire;
    json_t *value;
    json_object_foreach ((json_t *)map, key, value) {
        buf_printf(w->to, "<%s><%s>", name, form->key);
        text_add_xml(w->to, key);
        buf_printf(w->to, "</%s>", form->key);
        put_tagged(w, form->value, of, value);
        buf_printf(w->to, "</%s>", name);
    }
}

static void put_members(struct writer *w, const struct slrun_param *members, const json_t *object)
{
    for (; members && members->name; members++) {
        const json_t *value = json_object_get(object, members->name);
        bool many = members->shape.type == SLRUN_LIST || members->shape.type == SLRUN_MAP;
        struct query_form form;
        if (!value || json_is_null(value))
            continue;
        query_form(w->query, members, &form);
        if (!many || form.inner)
            buf_printf(w->to, "<%s>", form.wire);
        put_value(w, &members->shape, value, &form);
        if (!many || form.inner)
            buf_printf(w->to, "</%s>", form.wire);
    }
}

static void put_value(struct writer *w, const struct slrun_shape *shape, const json_t *value,
                      const struct query_form *form)
{
    switch (shape->type) {
    case SLRUN_LIST:
        put_list(w, shape->of, value, form->inner ? form->inner : form->wire);
        break;
    case SLRUN_MAP:
        put_map(w, shape->of, value, form);
        break;
    case SLRUN_STRUCTURE:
        put_members(w, shape->members, value);
        break;
    default:
        put_scalar(w, shape->type, value);
    }
}

void query_reply(const struct slrun_cloud *cloud, struct slrun_exchange *x,
                 const struct slrun_query *query, const json_t *result)
{
    struct buf xml = BUF_INIT(QUERY_ANSWER_MAX);
    struct writer w = {query, &xml};
    const char *api = query->api;
    buf_printf(&xml, XML_HEAD "<%sResponse xmlns=\"%s\">", api, query->xmlns);
    if (query->result && query->result->name) {
        buf_printf(&xml, "<%sResult>", api);
        size_t begun = xml.len;
        put_members(&w, query->result, result);
        if (xml.len > begun) {
            buf_printf(&xml, "</%sResult>", api);
        } else if (!xml.failed) {
            xml.len--; /* AWS writes an empty one so */
            buf_puts(&xml, "/>");
        }
    }
    buf_printf(&xml, "<ResponseMetadata><RequestId>%s</RequestId></ResponseMetadata></%sResponse>",
               x->request_id, api);
    const struct slrun_reply reply = {.status = xml.failed ? 500 : 200,
                                      .content_type = "text/xml",
                                      .body = buf_str(&xml),
                                      .size = xml.failed ? 0 : xml.len};
    cloud->reply(x, &reply);
    buf_free(&xml);
}
