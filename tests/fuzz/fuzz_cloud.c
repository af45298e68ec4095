/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The whole local cloud, with all services, as its HTTP server sees it: routing, its own addresses,
 * signatures, bodies in pieces, what services do together, stacks of all resource types. Input:
 * requests with a line "%%" between them; each has lines "METHOD TARGET", headers, an empty line,
 * and the body. "As: SERVICE" is a signature of a key that is not known. "^" in target and body is
 * the latest id in an answer. Each request is answered once, or waits, with a status that is not
 * 500, and JSON or XML that can be read. No process is started. Needs the plugins.
 */
#define _XOPEN_SOURCE 700 /* mkdtemp */

#include <expat.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>
#include <uv.h>

#include "folder.h"
#include "heads.h"
#include "kept.h"
#include "local/clock/jump.h"
#include "local/cloud.h"
#include "net/loop.h"
#include "plugin/host.h"
#include "plugins.h"

enum { REQUESTS_MAX = 64, TURNS_MAX = 400, IDLE_MAX = 10, ID_SIZE = 600, TEXT_MAX = 65536 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct asked {
    struct http_exchange http; /* first */
    struct slrun_header headers[HEADS_MAX + 1];
    char *target, *body; /* owned, with the id in them */
    char signature[400];
    bool heard; /* the whole of it */
    bool open, over;
};

static char last_id[ID_SIZE];

/* ---- answers ---- */

static void check_xml(const struct slrun_reply *reply)
{
    XML_Parser parser = XML_ParserCreate("UTF-8");
    if (parser == NULL || XML_Parse(parser, reply->body, (int)reply->size, 1) != XML_STATUS_OK)
        abort();
    XML_ParserFree(parser);
}

/* What may be an id: the value behind one of these. */
static void keep_id(const char *text)
{
    static const char *const marks[] = {
        "Arn\":\"",    "ARN\":\"", "\"id\":\"",  "Token\":\"",       "Iterator\":\"",
        "Handle\":\"", "Url\":\"", "UUID\":\"",  "<StackId>",        "<NextToken>",
        "<UploadId>",  "Arn>",     "apiId\":\"", "FunctionUrl\":\"", "<Id>"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const char *at = strstr(text, marks[i]);
        if (at != NULL) {
            at += strlen(marks[i]);
            (void)snprintf(last_id, sizeof last_id, "%.*s", (int)strcspn(at, "\"<"), at);
        }
    }
}

/* What functions and APIs of users answer is theirs. */
static bool is_of_users(const struct asked *asked)
{
    return strncmp(asked->http.target, "/_api/", 6) == 0 ||
           strncmp(asked->http.target, "/_url/", 6) == 0;
}

static void check(const struct asked *asked, const struct slrun_reply *reply)
{
    const char *type = reply->content_type == NULL ? "" : reply->content_type;
    if (asked->over || asked->open || reply->status < 200 || reply->status > 599)
        abort();
    if (is_of_users(asked))
        return;
    if (reply->status == 500)
        abort();
    if (reply->body == NULL || reply->size == 0)
        return;
    if (strstr(type, "json") != NULL && asked->http.method[0] != 'G') {
        json_t *json = json_loadb(reply->body, reply->size, JSON_ALLOW_NUL | JSON_DECODE_ANY, NULL);
        if (json == NULL)
            abort();
        json_decref(json);
    } else if (strcmp(type, "text/xml") == 0) {
        check_xml(reply);
    }
}

/* ---- the server, in place of net/server/http_server.c ---- */

static void end(struct http_exchange *x)
{
    ((struct asked *)x)->over = true;
}

void http_server_reply(struct http_exchange *x, const struct slrun_reply *reply)
{
    check((struct asked *)x, reply);
    if (reply->body != NULL && memchr(reply->body, '\0', reply->size) == NULL) {
        char *text = heads_text(reply->body, reply->size);
        keep_id(text == NULL ? "" : text);
        free(text);
    }
    end(x);
}

void http_server_reply_file(struct http_exchange *x, const struct slrun_reply *reply,
                            const struct http_file *file)
{
    char last;
    check((struct asked *)x, &(struct slrun_reply){.status = reply->status});
    if (file->fd >= 0 && file->size > 0 &&
        pread(file->fd, &last, 1, (off_t)(file->offset + file->size - 1)) != 1)
        abort();
    if (file->fd >= 0)
        (void)close(file->fd);
    end(x);
}

void http_server_reply_open(struct http_exchange *x, const struct slrun_reply *reply)
{
    check((struct asked *)x, &(struct slrun_reply){.status = reply->status});
    ((struct asked *)x)->open = true;
}

int http_server_feed(struct http_exchange *x, const void *data, size_t size)
{
    if (!((struct asked *)x)->open || (data == NULL && size > 0))
        abort();
    return 1;
}

void http_server_feed_end(struct http_exchange *x, bool whole)
{
    (void)whole;
    end(x);
}

void http_server_drop(struct http_exchange *x)
{
    end(x);
}

/* ---- the cloud ---- */

static void log_nothing(enum slrun_log_level level, const char *format, ...)
{
    (void)level, (void)format;
}

static struct slrun_process *start_nothing(const struct slrun_cloud *cloud,
                                           const struct slrun_process_options *options,
                                           struct slrun_error *error)
{
    (void)cloud, (void)options;
    error->kind = SLRUN_E_IO;
    return NULL;
}

static char folder[FOLDER_SIZE];

static void remove_folder(void)
{
    (void)rmdir(folder); /* services have removed what they put there */
}

/* Where services put what is too large for memory. */
static void make_folder(void)
{
    static bool made;
    if (made)
        return;
    made = true;
    folder_make(folder);
    if (setenv("TMPDIR", folder, 1) != 0 || atexit(remove_folder) != 0)
        abort();
}

static struct cloud *cloud_open(struct uv_loop_s *loop, struct auth *auth, size_t size)
{
    static struct slrun_host host;
    struct slrun_error error;
    host = *host_table();
    host.log = log_nothing;
    struct plugin *const *all = plugins_all();
    make_folder();
    struct cloud *cloud = cloud_new(loop, &host, NULL, auth);
    if (cloud == NULL || (cloud->jump = jump_new(cloud, -1)) == NULL)
        abort();
    cloud->api.stores = kept_stores(size);
    cloud->api.process_start = cloud->api.process_zygote = start_nothing;
    cloud->random[0] = 1; /* the same ids each time */
    cloud->random[1] = 2;
    for (; *all != NULL; all++)
        if (cloud_add(cloud, &(struct cloud_plugin){&(*all)->entry, (*all)->state}, &error) != 0)
            abort();
    cloud_set_address(cloud, NULL, 4566);
    return cloud;
}

/* What can be done now is; who moves the clock needs some turns for it. */
static void turn(const struct cloud *cloud, const struct asked *asked)
{
    for (int i = 0; i < TURNS_MAX; i++) {
        if (!turn_waits(cloud->turn) && cloud->works == NULL && (asked->over || i >= IDLE_MAX))
            return;
        (void)uv_run(cloud->loop, cloud->works == NULL ? UV_RUN_NOWAIT : UV_RUN_ONCE);
    }
}

/* ---- requests ---- */

static char *fill(const char *text, size_t size, size_t *filled)
{
    char *out = malloc(TEXT_MAX + ID_SIZE);
    size_t n = 0;
    for (size_t i = 0; out != NULL && i < size && n < TEXT_MAX; i++) {
        if (text[i] == '^' && last_id[0] != '\0') {
            memcpy(out + n, last_id, strlen(last_id));
            n += strlen(last_id);
        } else {
            out[n++] = text[i];
        }
    }
    if (out == NULL)
        abort();
    out[n] = '\0';
    *filled = n;
    return out;
}

static void sign(struct asked *asked)
{
    struct slrun_header *headers = asked->headers;
    for (size_t i = 0; i < asked->http.n_headers; i++) {
        if (strcmp(headers[i].name, "As") == 0) {
            (void)snprintf(asked->signature, sizeof asked->signature,
                           "AWS4-HMAC-SHA256 Credential=AKIAFUZZ/20231114/us-east-1/%.100s/"
                           "aws4_request, SignedHeaders=host, Signature=%064d",
                           headers[i].value, 0);
            headers[i] = (struct slrun_header){"Authorization", asked->signature};
        }
    }
}

/* As the server brings it. */
static void ask(struct cloud *cloud, struct asked *asked, const char *body, size_t size)
{
    struct http_exchange *http = &asked->http;
    enum http_body way = cloud_head(cloud, http);
    if (way == HTTP_BODY_STREAM) {
        for (size_t at = 0, step = size / 2 + 1; at < size && !asked->over; at += step) {
            size_t n = size - at < step ? size - at : step;
            char *piece = heads_text(body + at, n);
            cloud_data(cloud, http, piece, n);
            free(piece);
        }
    } else if (way == HTTP_BODY_COLLECT) {
        http->body = body;
        http->size = size;
    }
    asked->heard = way != HTTP_BODY_DROP && !asked->over;
    if (asked->heard)
        cloud_serve(cloud, http);
    else if (!asked->over && way != HTTP_BODY_DROP)
        abort();
    turn(cloud, asked);
}

static bool begin(struct cloud *cloud, struct asked *asked, char *text, char *stop)
{
    size_t size;
    asked->http = (struct http_exchange){.headers = asked->headers, .body = ""};
    asked->http.method = heads_line(&text);
    char *target = strchr(asked->http.method, ' ');
    if (target == NULL || target[1] != '/')
        return false;
    *target++ = '\0';
    asked->target = fill(target, strlen(target), &size);
    asked->http.target = asked->target;
    asked->http.n_headers = heads_read(&text, asked->headers);
    sign(asked);
    asked->body = fill(text, text < stop ? (size_t)(stop - text) : 0, &size);
    ask(cloud, asked, asked->body, size);
    return true;
}

/* Clients that wait leave, as when the server is freed. */
static void leave(struct cloud *cloud, struct asked *asked, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!asked[i].over)
            (void)cloud_gone(cloud, &asked[i].http, true);
    cloud_free(cloud);
    for (size_t i = 0; i < n; i++) {
        free(asked[i].target);
        free(asked[i].body);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct asked asked[REQUESTS_MAX];
    struct slrun_error error;
    struct uv_loop_s *loop = loop_new(&error);
    struct auth *auth = auth_new(false);
    char *text = heads_text(data, size);
    size_t n = 0;
    if (loop == NULL || auth == NULL || text == NULL)
        abort();
    last_id[0] = '\0';
    struct cloud *cloud = cloud_open(loop, auth, size);
    for (char *at = text, *next; at != NULL && n < REQUESTS_MAX; at = next) {
        next = strstr(at, "\n%%\n");
        char *stop = next == NULL ? text + size : next;
        *stop = '\0';
        next = next == NULL ? NULL : next + 4;
        asked[n] = (struct asked){.over = false};
        n += begin(cloud, &asked[n], at, stop);
    }
    leave(cloud, asked, n);
    loop_free(loop);
    auth_free(auth);
    free(text);
    return 0;
}
