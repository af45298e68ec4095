/* SPDX-License-Identifier: Apache-2.0 */
#include "local/answer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { ANSWER_MAX = 8192, MESSAGE_MAX = 2048 };

#define NAMESPACE "https://sts.amazonaws.com/doc/2011-06-15/"

static void send_xml(const struct call *call, int status, const char *xml)
{
    const struct slrun_reply reply = {
        .status = status, .content_type = "text/xml", .body = xml, .size = strlen(xml)};
    call->cloud->reply(call->x, &reply);
}

void answer_result(const struct call *call, const char *format, ...)
{
    char result[ANSWER_MAX], xml[ANSWER_MAX + 512];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(result, sizeof result, format, args);
    va_end(args);
    (void)snprintf(xml, sizeof xml,
                   "<%sResponse xmlns=\"" NAMESPACE "\"><%sResult>%s</%sResult><ResponseMetadata>"
                   "<RequestId>%s</RequestId></ResponseMetadata></%sResponse>",
                   call->action, call->action, result, call->action, call->x->request_id,
                   call->action);
    send_xml(call, 200, xml);
}

/* What a client sent stands in messages. */
static void escape(char *out, size_t size, const char *text)
{
    static const char specials[] = "&<>\"";
    static const char *const names[] = {"&amp;", "&lt;", "&gt;", "&quot;"};
    size_t n = 0;
    for (; *text && n + 8 < size; text++) {
        const char *special = strchr(specials, *text);
        if (special)
            n += (size_t)snprintf(out + n, size - n, "%s", names[special - specials]);
        else
            out[n++] = *text;
    }
    out[n] = '\0';
}

void answer_error(const struct call *call, int status, const char *code, const char *format, ...)
{
    char message[MESSAGE_MAX], escaped[MESSAGE_MAX * 2], xml[ANSWER_MAX];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(message, sizeof message, format, args);
    va_end(args);
    escape(escaped, sizeof escaped, message);
    (void)snprintf(xml, sizeof xml,
                   "<ErrorResponse xmlns=\"" NAMESPACE "\"><Error><Type>%s</Type><Code>%s</Code>"
                   "<Message>%s</Message></Error><RequestId>%s</RequestId></ErrorResponse>",
                   status < 500 ? "Sender" : "Receiver", code, escaped, call->x->request_id);
    send_xml(call, status, xml);
}
