/* SPDX-License-Identifier: Apache-2.0 */
/*
 * AWS looks at method, body, content type, target and the body's form in this order. What comes
 * without a body is answered in CBOR unless it says JSON; what has another content type is answered
 * in XML, or in the form of a protocol that is gone (application/json).
 */
#include "front.h"

#include <stdlib.h>
#include <string.h>

#include <openssl/evp.h>

#include "cbor_form.h"

#define JSON_TYPE "application/x-amz-json-1.1"
#define CBOR_TYPE "application/x-amz-cbor-1.1"
#define OLD_TYPE  "application/json"

enum { ID_BYTES = 72, ID_SIZE = ID_BYTES / 3 * 4 + 1, REAL_DIGITS = 15 };

enum form { FORM_OTHER, FORM_JSON, FORM_CBOR, FORM_OLD };

static enum form form_of(const struct call *call)
{
    static const struct {
        const char *type;
        enum form form;
    } forms[] = {{JSON_TYPE, FORM_JSON}, {CBOR_TYPE, FORM_CBOR}, {OLD_TYPE, FORM_OLD}};
    const struct slrun_exchange *x = call->exchange;
    const struct slrun_host *host = call->service->cloud->host;
    const char *type = host->header_get(x->headers, x->n_headers, "Content-Type");
    type = type == NULL ? "" : type + strspn(type, " \t");
    size_t length = strcspn(type, "; \t");
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (strlen(forms[i].type) == length && strncmp(type, forms[i].type, length) == 0) {
            return forms[i].form;
        }
    }
    return FORM_OTHER;
}

/* ---- answering ---- */

/* AWS's second id of a request: an opaque text of 72 bytes in base64. */
static void second_id(struct service *service, char id[ID_SIZE])
{
    uint64_t random[ID_BYTES / sizeof(uint64_t)];
    for (size_t i = 0; i < sizeof random / sizeof *random; i++) {
        random[i] = service->cloud->random(service->cloud);
    }
    EVP_EncodeBlock((unsigned char *)id, (const unsigned char *)random, ID_BYTES);
}

struct answer {
    int status;
    const char *type; /* or NULL */
    const void *body;
    size_t size;
};

static void send(const struct call *call, const struct answer *answer)
{
    char id[ID_SIZE];
    const struct slrun_header header = {"x-amz-id-2", id};
    second_id(call->service, id);
    call->service->cloud->reply(call->exchange, &(struct slrun_reply){.status = answer->status,
                                                                      .content_type = answer->type,
                                                                      .headers = &header,
                                                                      .n_headers = 1,
                                                                      .body = answer->body,
                                                                      .size = answer->size});
}

/* Takes over the JSON; NULL: out of memory; JSON's null: no body. */
static void send_value(const struct call *call, enum form form, int status, json_t *json)
{
    struct answer answer = {status, form == FORM_CBOR ? CBOR_TYPE : JSON_TYPE, "", 0};
    char *bytes = NULL;
    if (json == NULL) {
        answer.status = 500;
    } else if (form == FORM_CBOR) {
        bytes = json_is_null(json) ? NULL : cbor_form_write(json, &answer.size);
    } else if (!json_is_null(json)) {
        bytes = call->service->cloud->host->json_text(json, JSON_REAL_PRECISION(REAL_DIGITS),
                                                      &answer.size);
    }
    if (bytes != NULL) {
        answer.body = bytes;
    } else if (json != NULL && !json_is_null(json)) {
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
    enum form form = form_of(call);
    if (result != NULL) {
        send_value(call, form, 200, result);
    } else {
        send_value(call, form, fault_status(&call->fault), fault_json(&call->fault));
    }
}

/* ---- reading; each returns false, having answered ---- */

static bool refuse(struct call *call, enum form form, enum fault_kind kind)
{
    fault_bare(&call->fault, kind);
    send_value(call, form, 400, fault_json(&call->fault));
    return false;
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

static bool refuse_type(const struct call *call)
{
    const char *operation = call->exchange->operation;
    return operation == NULL || *operation == '\0'
               ? refuse_xml(call, 403,
                            "<AccessDeniedException>\n  <Message>Unable to determine "
                            "service/operation name to be authorized</Message>\n"
                            "</AccessDeniedException>\n")
               : refuse_xml(call, 404, "<UnknownOperationException/>\n");
}

bool front_read(struct call *call)
{
    const struct slrun_exchange *x = call->exchange;
    enum form form = form_of(call);
    call->operation = operation_find(x->operation);
    if (strcmp(x->method, "POST") != 0) {
        return refuse_xml(call, 403,
                          "<AccessDeniedException>\n  <Message>Unable to determine "
                          "service/operation name to be authorized</Message>\n"
                          "</AccessDeniedException>\n");
    }
    if (x->size == 0) {
        return refuse(call, form == FORM_JSON ? FORM_JSON : FORM_CBOR,
                      call->operation != NULL ? FAULT_SERIALIZATION : FAULT_UNKNOWN_OPERATION);
    }
    if (form == FORM_OTHER) {
        return refuse_type(call);
    }
    call->args = form == FORM_CBOR ? cbor_form_read(x->body, x->size)
                                   : json_loadb(x->body, x->size, 0, NULL);
    if (!json_is_object(call->args)) {
        return form == FORM_OLD ? refuse_old(call, 400, "SerializationException")
                                : refuse(call, form, FAULT_SERIALIZATION);
    }
    if (form == FORM_OLD) {
        return refuse_old(call, 404, "UnknownOperationException");
    }
    return call->operation != NULL || refuse(call, form, FAULT_UNKNOWN_OPERATION);
}
