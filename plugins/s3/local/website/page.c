/* SPDX-License-Identifier: Apache-2.0 */
/* What a website says of an error: HTML for people, headers for programs. */
#include <string.h>

#include "website/website.h"

static const char *reason(int status)
{
    static const struct {
        int status;
        const char *text;
    } rows[] = {{302, "Found"},
                {400, "Bad Request"},
                {403, "Forbidden"},
                {404, "Not Found"},
                {405, "Method Not Allowed"},
                {412, "Precondition Failed"},
                {416, "Requested Range Not Satisfiable"},
                {500, "Internal Server Error"},
                {503, "Service Unavailable"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].status == status)
            return rows[i].text;
    return "Error";
}

/* A header's value: a key may have anything. */
static const char *printable(struct call *call, const char *value)
{
    struct text text = {.pool = &call->pool};
    text_encoded(&text, (struct slice){value, strlen(value)}, " /!#$&'()*+,;=:@?%[]\"<>{}|\\^`");
    return text.data;
}

void website_error_headers(struct call *call, const struct fault *fault)
{
    call_add(call, "x-amz-error-code", fault_code(fault));
    call_add(call, "x-amz-error-message", printable(call, fault_message(fault)));
    for (size_t i = 0; i < fault->n_details; i++) {
        call_add(call, pool_format(&call->pool, "x-amz-error-detail-%s", fault->details[i].name),
                 printable(call, fault->details[i].value));
    }
}

static void put_item(struct text *text, const char *name, const char *value)
{
    text_string(text, "<li>");
    text_string(text, name);
    text_string(text, ": ");
    text_escaped(text, (struct slice){value, strlen(value)});
    text_string(text, "</li>\n");
}

static void put_fault(struct text *text, const struct fault *fault)
{
    put_item(text, "Code", fault_code(fault));
    put_item(text, "Message", fault_message(fault));
    for (size_t i = 0; i < fault->n_details; i++)
        put_item(text, fault->details[i].name, fault->details[i].value);
}

void website_page(struct call *call, const struct fault *custom)
{
    struct text *text = &call->out;
    int status = fault_status(&call->fault);
    const char *title = pool_format(&call->pool, "%d %s", status, reason(status));
    *text = (struct text){.pool = &call->pool};
    text_string(text, "<html>\n<head><title>");
    text_string(text, title == NULL ? "" : title);
    text_string(text, "</title></head>\n<body>\n<h1>");
    text_string(text, title == NULL ? "" : title);
    text_string(text, "</h1>\n<ul>\n");
    put_fault(text, &call->fault);
    put_item(text, "RequestId", call->x->request_id);
    put_item(text, "HostId", call->x->request_id);
    text_string(text, "</ul>\n");
    if (custom != NULL) {
        text_string(text, "<h3>An Error Occurred While Attempting to Retrieve a Custom Error "
                          "Document</h3>\n<ul>\n");
        put_fault(text, custom);
        text_string(text, "</ul>\n");
    }
    text_string(text, "<hr/>\n</body>\n</html>\n");
}
