/* SPDX-License-Identifier: Apache-2.0 */
/* Errors in the words of each protocol. */
#include "local/protocol/fault.h"

#include <jansson.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/text.h"

enum { FAULT_SIZE_MAX = 4 << 20, FAULT_HEADERS_MAX = 16 };

/* Text as JSON's string. */
static json_t *json_text(const char *text)
{
    struct buf safe = BUF_INIT(FAULT_SIZE_MAX);
    text_add(&safe, text);
    json_t *json = json_string(buf_str(&safe));
    buf_free(&safe);
    return json;
}

static void add_element(struct buf *to, const char *name, const char *text)
{
    if (text && !*text) {
        buf_printf(to, "<%s/>", name);
    } else if (text) {
        buf_printf(to, "<%s>", name);
        text_add_xml(to, text);
        buf_printf(to, "</%s>", name);
    }
}

/* What an answer says besides its fault. */
struct beside {
    const char *request_id;
    const char *details; /* S3: elements; or NULL */
};

static const char *write_query(struct buf *to, const struct slrun_fault *f, const struct beside *b)
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
    add_element(to, "RequestId", b->request_id);
    buf_puts(to, "</ErrorResponse>");
    return "text/xml";
}

static const char *write_s3(struct buf *to, const struct slrun_fault *f, const struct beside *b)
{
    buf_puts(to, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>");
    add_element(to, "Code", f->code);
    add_element(to, "Message", f->message);
    buf_puts(to, b->details ? b->details : "");
    add_element(to, "RequestId", b->request_id);
    add_element(to, "HostId", b->request_id);
    buf_puts(to, "</Error>");
    return "application/xml";
}

static void put_json(struct buf *to, const struct slrun_fault *f, bool typed)
{
    json_t *json = json_object();
    if (typed)
        json_object_set_new(json, "__type", json_string(f->type ? f->type : f->code));
    if (f->message)
        json_object_set_new(json, "message", json_text(f->message));
    if (f->members)
        json_object_update(json, (json_t *)f->members);
    char *text = json ? json_dumps(json, JSON_COMPACT) : NULL;
    buf_puts(to, text ? text : "{}");
    free(text);
    json_decref(json);
}

static const char *write_json(struct buf *to, const struct slrun_fault *f, const struct beside *b)
{
    (void)b;
    put_json(to, f, true);
    return "application/x-amz-json-1.0";
}

static const char *write_rest_json(struct buf *to, const struct slrun_fault *f,
                                   const struct beside *b)
{
    (void)b;
    put_json(to, f, false);
    return "application/json";
}

void fault_send(void (*reply)(struct slrun_exchange *x, const struct slrun_reply *reply),
                struct slrun_exchange *x, const struct slrun_fault *f, const char *details)
{
    static const char *(*const writers[])(struct buf *, const struct slrun_fault *,
                                          const struct beside *) = {
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
    const struct beside beside = {x->request_id, details};
    const char *type = writers[f->how](&body, f, &beside);
    answer.content_type = f->content_type ? f->content_type : type;
    answer.body = buf_str(&body);
    answer.size = body.len;
    reply(x, &answer);
    buf_free(&body);
}

void fault_reply(const struct slrun_cloud *cloud, struct slrun_exchange *x,
                 const struct slrun_fault *fault)
{
    fault_send(cloud->reply, x, fault, NULL);
}
