/* SPDX-License-Identifier: Apache-2.0 */
/* Answers of HTTP/1.1, from memory and from files. */
#include <stdlib.h>
#include <unistd.h>

#include "net/server/http_serving.h"

enum { FILE_BLOCK = 64 << 10 /* of a file that is sent: read and written at once */ };

/* Of a HEAD nothing is read but the size. */
static ssize_t read_nothing(void *arg, uint64_t at, char *to, size_t size)
{
    (void)arg, (void)at, (void)to, (void)size;
    return MHD_CONTENT_READER_END_WITH_ERROR;
}

/* A body that is read while it is sent. libmicrohttpd's own takes 4 KiB at a time, and with
 * sendfile() it would try for ever where the file is too short. */
struct reading {
    int fd;
    uint64_t offset;
};

static ssize_t read_on(void *arg, uint64_t at, char *to, size_t size)
{
    const struct reading *r = arg;
    ssize_t n = pread(r->fd, to, size, (off_t)(r->offset + at));
    return n > 0 ? n : MHD_CONTENT_READER_END_WITH_ERROR;
}

static void end_reading(void *arg)
{
    struct reading *r = arg;
    close(r->fd);
    free(r);
}

static struct MHD_Response *make_reading(const struct mhd_api *api, const struct http_file *file)
{
    struct reading *r = malloc(sizeof *r);
    if (!r)
        return NULL;
    *r = (struct reading){file->fd, file->offset};
    size_t block = file->size < FILE_BLOCK ? (size_t)file->size : FILE_BLOCK;
    struct MHD_Response *response =
        api->create_response_from_callback(file->size, block, read_on, r, end_reading);
    if (!response)
        free(r);
    return response;
}

static struct MHD_Response *make_body(const struct mhd_api *api, const struct slrun_reply *reply,
                                      const struct http_file *file)
{
    if (file && file->size && file->fd >= 0)
        return make_reading(api, file);
    uint64_t size = file ? file->size : reply->size;
    if (file && file->fd >= 0)
        close(file->fd);
    if (size && (file || !reply->body))
        return api->create_response_from_callback(size, 1, read_nothing, NULL, NULL);
    return api->create_response_from_buffer((size_t)size, (void *)reply->body,
                                            MHD_RESPMEM_MUST_COPY);
}

/* libmicrohttpd takes no empty value; blanks around one mean nothing (RFC 9110, 5.5). */
static const char *sendable(const char *value)
{
    return *value ? value : " ";
}

static bool add_headers(const struct mhd_api *api, struct MHD_Response *response,
                        const struct slrun_reply *reply)
{
    bool ok = true;
    if (reply->content_type)
        ok = api->add_response_header(response, "Content-Type", sendable(reply->content_type)) ==
             MHD_YES;
    for (size_t i = 0; ok && i < reply->n_headers; i++)
        ok = api->add_response_header(response, reply->headers[i].name,
                                      sendable(reply->headers[i].value)) == MHD_YES;
    return ok;
}

void serving_answer(struct serving *s, const struct slrun_reply *reply,
                    struct MHD_Response *response)
{
    const struct mhd_api *api = s->server->api;
    s->in.handed = false;
    s->in.replied = true;
    s->status = (unsigned)reply->status;
    s->response = response;
    if (response && !add_headers(api, response, reply)) {
        api->destroy_response(response);
        s->response = NULL; /* a header that cannot be sent: the connection is closed */
    }
    if (s->stage == STAGE_WAITING)
        serving_resume(s, STAGE_ANSWERED);
}

static void reply_to(struct http_exchange *x, const struct slrun_reply *reply,
                     const struct http_file *file)
{
    struct serving *s = (struct serving *)x;
    struct MHD_Response *response = make_body(s->server->api, reply, file);
    if (!response && file && file->size && file->fd >= 0)
        close(file->fd);
    serving_answer(s, reply, response);
}

static void drop(struct http_exchange *x)
{
    struct serving *s = (struct serving *)x;
    s->in.handed = false;
    s->in.replied = true; /* without a response libmicrohttpd is told to close */
    if (s->stage == STAGE_WAITING)
        serving_resume(s, STAGE_ANSWERED);
}

const struct http_carrier serving_carrier = {.reply = reply_to,
                                             .reply_open = serving_reply_open,
                                             .feed = serving_feed,
                                             .feed_end = serving_feed_end,
                                             .drop = drop};
