/* SPDX-License-Identifier: Apache-2.0 */
/* Answers of the AWS query protocol: results by their shapes, and errors. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "local/call.h"

#define NAMESPACE "http://cloudformation.amazonaws.com/doc/2010-05-15/"

static void put_text(FILE *out, const char *text)
{
    for (; *text; text++) {
        switch (*text) {
        case '<':
            fputs("&lt;", out);
            break;
        case '>':
            fputs("&gt;", out);
            break;
        case '&':
            fputs("&amp;", out);
            break;
        case '\r':
            fputs("&#13;", out);
            break;
        default: /* other control characters cannot stand in XML 1.0 */
            fputc((unsigned char)*text < ' ' && !strchr("\t\n", *text) ? '?' : *text, out);
        }
    }
}

static void put_time(FILE *out, double seconds)
{
    time_t whole = (time_t)seconds;
    struct tm tm;
    char text[32];
    int ms = (int)((seconds - (double)whole) * 1000 + 0.5);
    if (gmtime_r(&whole, &tm) && strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &tm))
        fprintf(out, "%s.%03dZ", text, ms < 999 ? ms : 999);
}

static void put_members(FILE *out, const struct slrun_param *members, const json_t *object);

static void put_value(FILE *out, const struct slrun_shape *shape, const json_t *value)
{
    size_t i;
    json_t *element;
    if (shape->type == SLRUN_STRUCTURE)
        put_members(out, shape->members, value);
    else if (shape->type == SLRUN_LIST) {
        json_array_foreach (value, i, element) {
            fputs("<member>", out);
            put_value(out, shape->of, element);
            fputs("</member>", out);
        }
    } else if (shape->type == SLRUN_TIMESTAMP)
        put_time(out, json_number_value(value));
    else if (json_is_string(value))
        put_text(out, json_string_value(value));
    else if (json_is_integer(value))
        fprintf(out, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    else
        fputs(json_is_true(value) ? "true" : "false", out);
}

static void put_members(FILE *out, const struct slrun_param *members, const json_t *object)
{
    for (; members && members->name; members++) {
        const json_t *value = json_object_get(object, members->name);
        if (!value || json_is_null(value))
            continue;
        fprintf(out, "<%s>", members->name);
        put_value(out, &members->shape, value);
        fprintf(out, "</%s>", members->name);
    }
}

static void put_result(FILE *out, const struct call *call, const json_t *result)
{
    const char *api = call->op->api;
    fprintf(out, "<%sResponse xmlns=\"" NAMESPACE "\">", api);
    if (call->op->result) {
        fprintf(out, "<%sResult>", api);
        put_members(out, call->op->result, result);
        fprintf(out, "</%sResult>", api);
    }
    fprintf(out,
            "<ResponseMetadata><RequestId>%s</RequestId></ResponseMetadata>"
            "</%sResponse>",
            call->x->request_id, api);
}

static void put_error(FILE *out, const struct call *call)
{
    fprintf(out, "<ErrorResponse xmlns=\"" NAMESPACE "\"><Error><Type>%s</Type><Code>%s</Code>",
            call->status < 500 ? "Sender" : "Receiver", call->code);
    fputs("<Message>", out);
    put_text(out, call->message);
    fprintf(out, "</Message></Error><RequestId>%s</RequestId></ErrorResponse>",
            call->x->request_id);
}

void call_answer(struct call *call, const json_t *result)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    if (out && !call->code)
        put_result(out, call, result);
    else if (out)
        put_error(out, call);
    bool ok = out && fclose(out) == 0;
    call->cloud->reply(call->x, &(struct slrun_reply){.status = !ok          ? 500
                                                                : call->code ? call->status
                                                                             : 200,
                                                      .content_type = "text/xml",
                                                      .body = ok ? text : "",
                                                      .size = ok ? size : 0});
    free(text);
}
