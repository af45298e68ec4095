/* SPDX-License-Identifier: Apache-2.0 */
/* Errors in the words of each protocol. */
#include "local/fault.h"

#include <jansson.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { FAULT_SIZE_MAX = 4 << 20, FAULT_HEADERS_MAX = 16 };

/* A carriage return would be read as a line feed (XML 1.0, 2.11), others cannot stand there. */
void xml_escape(struct buf *to, const char *text)
{
    static const char specials[] = "&<>\"\r\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0e\x0f\x10\x11"
                                   "\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f";
    static const char *const names[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#xD;"};
    while (*text) {
        size_t n = strcspn(text, specials);
        buf_add(to, text, n);
        text += n;
        if (!*text)
            break;
        size_t which = (size_t)(strchr(specials, *text++) - specials);
        buf_puts(to, which < sizeof names / sizeof *names ? names[which] : "?");
    }
}

/* Text as JSON's string; every byte of another encoding becomes "?". */
static json_t *utf8(const char *text)
{
    json_t *json = json_string(text);
    char *copy = json ? NULL : strdup(text);
    for (char *c = copy; c && *c; c++)
        if ((unsigned char)*c >= 0x80)
            *c = '?';
    if (copy)
        json = json_string(copy);
    free(copy);
    return json;
}

static void add_element(struct buf *to, const char *name, const char *text)
{
    json_t *safe = text ? utf8(text) : NULL;
    if (safe && json_string_length(safe) == 0) {
        buf_printf(to, "<%s/>", name);
    } else if (safe) {
        buf_printf(to, "<%s>", name);
        xml_escape(to, json_string_value(safe));
        buf_printf(to, "</%s>", name);
    }
    json_decref(safe);
}

static const char *write_query(struct buf *to, const struct slrun_fault *f, const char *request_id)
{
    buf_puts(to, XML_HEAD "<ErrorResponse");
    if (f->xmlns)
        buf_printf(to, " xmlns=\"%s\"", f->xmlns);
    buf_puts(to, "><Error>");
    add_element(to, "Type", f->status < 500 ? "Sender" : "Receiver");
    add_element(to, "Code", f->code);
    add_element(to, "Message", f->message);
    add_element(to, "Detail", f->detail);
    buf_puts(to, "</Error>");
    add_element(to, "RequestId", request_id);
    buf_puts(to, "</ErrorResponse>");
    return "text/xml";
}

static const char *write_s3(struct buf *to, const struct slrun_fault *f, const char *request_id)
{
    buf_puts(to, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>");
    add_element(to, "Code", f->code);
    add_element(to, "Message", f->message);
    add_element(to, "RequestId", request_id);
    buf_puts(to, "</Error>");
    return "application/xml";
}

static void put_json(struct buf *to, const struct slrun_fault *f, bool typed)
{
    json_t *json = json_object();
    if (typed)
        json_object_set_new(json, "__type", json_string(f->type ? f->type : f->code));
    if (f->message)
        json_object_set_new(json, "message", utf8(f->message));
    if (f->members)
        json_object_update(json, (json_t *)f->members);
    char *text = json ? json_dumps(json, JSON_COMPACT) : NULL;
    buf_puts(to, text ? text : "{}");
    free(text);
    json_decref(json);
}

static const char *write_json(struct buf *to, const struct slrun_fault *f, const char *request_id)
{
    (void)request_id;
    put_json(to, f, true);
    return "application/x-amz-json-1.0";
}

static const char *write_rest_json(struct buf *to, const struct slrun_fault *f,
                                   const char *request_id)
{
    (void)request_id;
    put_json(to, f, false);
    return "application/json";
}

void fault_send(void (*reply)(struct slrun_exchange *x, const struct slrun_reply *reply),
                struct slrun_exchange *x, const struct slrun_fault *f)
{
    static const char *(*const writers[])(struct buf *, const struct slrun_fault *,
                                          const char *) = {
        [SLRUN_ERRORS_JSON] = write_json,
        [SLRUN_ERRORS_QUERY] = write_query,
        [SLRUN_ERRORS_S3] = write_s3,
        [SLRUN_ERRORS_REST_JSON] = write_rest_json,
    };
    struct slrun_header headers[FAULT_HEADERS_MAX];
    struct buf body = BUF_INIT(FAULT_SIZE_MAX);
    struct slrun_reply answer = {.status = f->status, .headers = headers};
    for (; answer.n_headers < f->n_headers && answer.n_headers < FAULT_HEADERS_MAX - 1;
         answer.n_headers++)
        headers[answer.n_headers] = f->headers[answer.n_headers];
    if (f->how == SLRUN_ERRORS_REST_JSON)
        headers[answer.n_headers++] = (struct slrun_header){"x-amzn-ErrorType", f->code};
    const char *type = writers[f->how](&body, f, x->request_id);
    answer.content_type = f->content_type ? f->content_type : type;
    answer.body = buf_str(&body);
    answer.size = body.len;
    reply(x, &answer);
    buf_free(&body);
}

void fault_reply(const struct slrun_cloud *cloud, struct slrun_exchange *x,
                 const struct slrun_fault *fault)
{
    fault_send(cloud->reply, x, fault);
}
