/* SPDX-License-Identifier: Apache-2.0 */
/*
 * AWS looks at method, body, content type, target and the body's form in this order, and then at
 * who asks (sender.c). What comes without a body is answered in CBOR unless it says JSON; what has
 * another content type is answered in XML, or in the form of a protocol that is gone
 * (application/json). A web page of any origin may ask and read.
 */
#include "front.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <slrun/base64.h>

#include "cbor/cbor_form.h"

#define JSON_TYPE "application/x-amz-json-1.1"
#define CBOR_TYPE "application/x-amz-cbor-1.1"
#define OLD_TYPE  "application/json"

/* Of "CORS" (Fetch, 3.3): what a page may read of an answer. */
#define EXPOSED                                                                                    \
    "x-amzn-RequestId,x-amzn-ErrorType,x-amz-request-id,x-amz-id-2,x-amzn-ErrorMessage,Date"

enum { ID_BYTES = 72, ID_SIZE = SLRUN_BASE64_TEXT(ID_BYTES), REAL_DIGITS = 15 };

static const char *header(const struct call *call, const char *name)
{
    const struct slrun_exchange *x = call->exchange;
    return call->service->cloud->host->header_get(x->headers, x->n_headers, name);
}

enum form front_form(const struct call *call)
{
    static const struct {
        const char *type;
        enum form form;
    } forms[] = {{JSON_TYPE, FORM_JSON}, {CBOR_TYPE, FORM_CBOR}, {OLD_TYPE, FORM_OLD}};
    const char *type = header(call, "Content-Type");
    type = type == NULL ? "" : type + strspn(type, " \t");
    size_t length = strcspn(type, "; \t");
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (strlen(forms[i].type) == length && strncmp(type, forms[i].type, length) == 0)
            return forms[i].form;
    return FORM_OTHER;
}

/* ---- answering ---- */

/* AWS's second id of a request: an opaque text of 72 bytes in base64. */
static void second_id(struct service *service, char id[ID_SIZE])
{
    uint64_t random[ID_BYTES / sizeof(uint64_t)];
    for (size_t i = 0; i < sizeof random / sizeof *random; i++)
        random[i] = service->cloud->random(service->cloud);
    slrun_base64_write(random, ID_BYTES, id);
}

struct answer {
    int status;
    const char *type; /* or NULL */
    const void *body;
    size_t size;
};

/* With the headers that all answers have. */
struct dressed {
    char id[ID_SIZE];
    struct slrun_header headers[3];
    struct slrun_reply reply;
};

static const struct slrun_reply *dress(const struct call *call, const struct answer *answer,
                                       struct dressed *dressed)
{
    second_id(call->service, dressed->id);
    dressed->headers[0] = (struct slrun_header){"x-amz-id-2", dressed->id};
    dressed->headers[1] = (struct slrun_header){"Access-Control-Allow-Origin", "*"};
    dressed->headers[2] = (struct slrun_header){"Access-Control-Expose-Headers", EXPOSED};
    dressed->reply = (struct slrun_reply){.status = answer->status,
                                          .content_type = answer->type,
                                          .headers = dressed->headers,
                                          .n_headers = header(call, "Origin") ? 3 : 1,
                                          .body = answer->body,
                                          .size = answer->size};
    return &dressed->reply;
}

static void send(const struct call *call, const struct answer *answer)
{
    struct dressed dressed;
    call->service->cloud->reply(call->exchange, dress(call, answer, &dressed));
}

void front_open(const struct call *call, const char *type, void (*room)(struct slrun_exchange *x))
{
    struct dressed dressed;
    const struct answer answer = {.status = 200, .type = type};
    call->service->cloud->reply_open(call->exchange, dress(call, &answer, &dressed), room);
}

/* A page asks whether it may send what it is about to send. */
static bool allow_page(const struct call *call)
{
    static const char *const asked[][2] = {
        {"Access-Control-Request-Headers", "Access-Control-Allow-Headers"},
        {"Access-Control-Request-Method", "Access-Control-Allow-Methods"}};
    struct slrun_header headers[4] = {{"Access-Control-Allow-Origin", "*"},
                                      {"Access-Control-Max-Age", "172800"}};
    size_t n = 2;
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        const char *value = header(call, asked[i][0]);
        if (value != NULL)
            headers[n++] = (struct slrun_header){asked[i][1], value};
    }
    call->service->cloud->reply(
        call->exchange,
        &(struct slrun_reply){.status = 200, .headers = headers, .n_headers = n, .body = ""});
    return false;
}

const char *front_type(enum form form)
{
    return form == FORM_CBOR ? CBOR_TYPE : JSON_TYPE;
}

char *front_write(const struct service *service, enum form form, const json_t *json, size_t *size)
{
    return form == FORM_CBOR
               ? cbor_form_write(json, size)
               : service->cloud->host->json_text(json, JSON_REAL_PRECISION(REAL_DIGITS), size);
}

/* Takes over the JSON; NULL: out of memory; JSON's null: no body. */
static void send_value(const struct call *call, enum form form, int status, json_t *json)
{
    struct answer answer = {status, front_type(form), "", 0};
    bool empty = json_is_null(json);
    char *bytes =
        json == NULL || empty ? NULL : front_write(call->service, form, json, &answer.size);
    if (bytes != NULL) {
        answer.body = bytes;
    } else if (!empty) {
        answer.status = 500;
        answer.size = 0;
    }
    send(call, &answer);
    free(bytes);
    json_decref(json);
}

/* SerializationException writes its message with a capital. */
static json_t *fault_json(const struct fault *fault)
{
    json_t *json = json_pack("{s:s}", "__type", fault_name(fault));
    if (fault->message != NULL) {
        json_object_set_new(json, fault->kind == FAULT_SERIALIZATION ? "Message" : "message",
                            json_string(fault->message));
    }
    return json;
}

void front_answer(struct call *call, json_t *result)
{
    enum form form = front_form(call);
    if (result != NULL)
        send_value(call, form, 200, result);
    else
        send_value(call, form, fault_status(&call->fault), fault_json(&call->fault));
}

/* ---- reading; each returns false, having answered ---- */

static bool refuse(struct call *call, enum form form, enum fault_kind kind)
{
    fault_bare(&call->fault, kind);
    send_value(call, form, 400, fault_json(&call->fault));
    return false;
}

/* What AWS has besides. */
static const char *const absent[] = {"AcknowledgeDeadLetterQueueRecords",
                                     "AcknowledgeQueueRecords",
                                     "CreateChannel",
                                     "CreateQueue",
                                     "DeleteChannel",
                                     "DeleteQueue",
                                     "DescribeChannel",
                                     "DescribeQueue",
                                     "ListChannels",
                                     "ListQueues",
                                     "ReceiveDeadLetterQueueRecords",
                                     "ReceiveQueueRecords",
                                     "RestoreDeadLetterQueueRecords",
                                     "UpdateChannel",
                                     "UpdateDeadLetterQueueRecordsVisibility",
                                     "UpdateQueue",
                                     "UpdateQueueRecordsVisibility"};

/* AWS says nothing of an operation that it does not have. */
static bool refuse_unknown(struct call *call, enum form form)
{
    const char *name = call->exchange->operation;
    for (size_t i = 0; name != NULL && i < sizeof absent / sizeof *absent; i++) {
        if (strcmp(absent[i], name) == 0) {
            fault_set(&call->fault, FAULT_UNKNOWN_OPERATION,
                      "The local cloud's Kinesis does not have %s.", name);
            send_value(call, form, 400, fault_json(&call->fault));
            return false;
        }
    }
    return refuse(call, form, FAULT_UNKNOWN_OPERATION);
}

static bool refuse_xml(const struct call *call, int status, const char *body)
{
    send(call, &(struct answer){status, NULL, body, strlen(body)});
    return false;
}

static bool refuse_old(const struct call *call, int status, const char *name)
{
    json_t *json = json_pack("{s:{s:s+}, s:s}", "Output", "__type", "com.amazon.coral.service#",
                             name, "Version", "1.0");
    char *text = json == NULL ? NULL : json_dumps(json, JSON_COMPACT);
    send(call, &(struct answer){status, OLD_TYPE, text == NULL ? "" : text,
                                text == NULL ? 0 : strlen(text)});
    free(text);
    json_decref(json);
    return false;
}

static bool deny(const struct call *call)
{
    return refuse_xml(call, 403,
                      "<AccessDeniedException>\n  <Message>Unable to determine "
                      "service/operation name to be authorized</Message>\n"
                      "</AccessDeniedException>\n");
}

static bool refuse_type(const struct call *call)
{
    const char *operation = call->exchange->operation;
    return operation == NULL || *operation == '\0'
               ? deny(call)
               : refuse_xml(call, 404, "<UnknownOperationException/>\n");
}

/* The operation that is asked for, where it is Kinesis' and not one of no service. */
static const struct operation *operation_of(const struct call *call)
{
    static const char prefix[] = "Kinesis_20131202.";
    const char *target = header(call, "X-Amz-Target");
    bool ours = target == NULL || strncmp(target, prefix, sizeof prefix - 1) == 0;
    return ours ? operation_find(call->exchange->operation) : NULL;
}

bool front_read(struct call *call)
{
    const struct slrun_exchange *x = call->exchange;
    enum form form = front_form(call);
    call->operation = operation_of(call);
    if (strcmp(x->method, "OPTIONS") == 0 && header(call, "Origin") != NULL)
        return allow_page(call);
    if (strcmp(x->method, "POST") != 0)
        return deny(call);
    if (x->size == 0) {
        return refuse(call, form == FORM_JSON ? FORM_JSON : FORM_CBOR,
                      call->operation != NULL ? FAULT_SERIALIZATION : FAULT_UNKNOWN_OPERATION);
    }
    if (form == FORM_OTHER)
        return refuse_type(call);
    call->args = form == FORM_CBOR
                     ? cbor_form_read(x->body, x->size)
                     : call->service->cloud->host->json_read(x->body, x->size, 0, NULL);
    if (!json_is_object(call->args)) {
        return form == FORM_OLD ? refuse_old(call, 400, "SerializationException")
                                : refuse(call, form, FAULT_SERIALIZATION);
    }
    if (form == FORM_OLD)
        return refuse_old(call, 404, "UnknownOperationException");
    return call->operation != NULL || refuse_unknown(call, form);
}

int front_claims(const struct slrun_exchange *x)
{
    static const char form[] = "application/x-www-form-urlencoded";
    static const char json_1_0[] = "application/x-amz-json-1.0";
    const char *sender = NULL, *type = "";
    if (strcspn(x->target, "?") != 1)
        return SLRUN_CLAIM_NONE;
    for (size_t i = 0; i < x->n_headers; i++) {
        const struct slrun_header *h = &x->headers[i];
        sender = strcasecmp(h->name, "Authorization") == 0 ? h->value : sender;
        type = strcasecmp(h->name, "Content-Type") == 0 ? h->value : type;
    }
    bool for_none = sender != NULL && strncmp(sender, "AWS4-", 5) == 0 &&
                    strstr(sender, "//aws4_request") != NULL;
    bool old = sender != NULL && strncmp(sender, "AWS ", 4) == 0; /* S3's version 2 */
    bool others = strcmp(x->method, "GET") == 0 || strcmp(x->method, "HEAD") == 0 ||
                  strncasecmp(type, form, sizeof form - 1) == 0 ||
                  strncasecmp(type, json_1_0, sizeof json_1_0 - 1) == 0;
    return for_none || !(others || old) ? SLRUN_CLAIM_MAYBE : SLRUN_CLAIM_NONE;
}

json_t *front_grant_args(void *service, struct slrun_exchange *x, const struct slrun_op *op)
{
    const struct call call = {.service = service, .exchange = x};
    (void)op;
    return front_form(&call) == FORM_CBOR
               ? cbor_form_read(x->body, x->size)
               : call.service->cloud->host->json_read(x->body, x->size, JSON_ALLOW_NUL, NULL);
}
