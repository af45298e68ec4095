/* SPDX-License-Identifier: Apache-2.0 */
/* Answers: documents, bodies, errors. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bucket/cors.h"
#include "service.h"
#include "website/website.h"

static void put_error(struct call *call)
{
    struct text *text = &call->out;
    const struct fault *fault = &call->fault;
    *text = (struct text){.pool = &call->pool};
    text_string(text, XML_HEAD "<Error>");
    xml_element(text, "Code", fault_code(fault));
    xml_element(text, "Message", fault_message(fault));
    for (size_t i = 0; i < fault->n_details; i++)
        xml_element(text, fault->details[i].name, fault->details[i].value);
    xml_element(text, "RequestId", call->x->request_id);
    xml_element(text, "HostId", call->x->request_id);
    xml_close(text, "Error");
}

/* What an error says of the object (a delete marker, its ETag) stays among the headers. */
static void answer_error(struct call *call)
{
    if (call->has_file && call->fd >= 0)
        (void)close(call->fd);
    call->has_file = false;
    call->status = fault_status(&call->fault);
    call->content_type = "application/xml";
    if (call->address.website && call->status != 304) {
        call->content_type = "text/html; charset=utf-8";
        website_error_headers(call, &call->fault);
    }
    if (call->status == 304 || call_is_head(call))
        call->out = (struct text){.pool = &call->pool};
    else if (call->address.website)
        website_page(call, call->custom);
    else
        put_error(call);
}

void call_answer(struct call *call, bool ok)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    if (!ok || call->out.failed) {
        if (ok)
            (void)call_internal(call);
        answer_error(call);
    }
    call_add(call, "x-amz-id-2", call->x->request_id);
    call_add(call, "Server", "AmazonS3");
    cors_add_headers(call);
    struct slrun_reply reply = {.status = call->status == 0 ? 200 : call->status,
                                .content_type = call->status == 304 ? NULL : call->content_type,
                                .headers = call->headers,
                                .n_headers = call->n_headers,
                                .body = call->out.data == NULL ? "" : call->out.data,
                                .size = call->out.size};
    if (call->has_file) {
        cloud->reply_file(call->x, &reply, call->fd, call->offset, call->size);
    } else {
        if (ok && call_is_head(call)) {
            reply.body = NULL;
            reply.size = (size_t)call->size;
        }
        cloud->reply(call->x, &reply);
    }
}
