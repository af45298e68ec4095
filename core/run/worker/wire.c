/* SPDX-License-Identifier: Apache-2.0 */
#include "run/worker/wire.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct writing {
    uv_write_t request;
    char *text;
};

static void on_written(uv_write_t *request, int status)
{
    struct writing *w = (struct writing *)request;
    (void)status; /* a side that is gone is noticed by reading */
    free(w->text);
    free(w);
}

/* As text with its end; NULL: out of memory. */
static char *line_of(json_t *message, size_t *size)
{
    const size_t flags = JSON_COMPACT | JSON_REAL_PRECISION(17);
    size_t n = json_dumpb(message, NULL, 0, flags);
    char *text = n ? malloc(n + 1) : NULL;
    if (text && json_dumpb(message, text, n, flags) == n)
        text[n] = '\n';
    *size = n + 1;
    return text;
}

static void write_now(const struct wire *wire, const char *text, size_t size)
{
    int fd = -1;
    uv_fileno((const uv_handle_t *)&wire->pipe, &fd);
    for (size_t done = 0; done < size;) {
        ssize_t n = write(fd, text + done, size - done);
        if (n < 0 && errno == EAGAIN) {
            struct pollfd ready = {.fd = fd, .events = POLLOUT};
            poll(&ready, 1, -1);
        } else if (n < 0 && errno != EINTR) {
            return;
        }
        done += n > 0 ? (size_t)n : 0;
    }
}

static void write_later(struct wire *wire, char *text, size_t size)
{
    struct writing *w = malloc(sizeof *w);
    if (w) {
        w->text = text;
        uv_buf_t buf = uv_buf_init(text, (unsigned)size);
        if (uv_write(&w->request, (uv_stream_t *)&wire->pipe, &buf, 1, on_written) == 0)
            return;
    }
    free(w);
    free(text);
}

void wire_say(struct wire *wire, json_t *message, bool wait)
{
    size_t size;
    char *text = message && !wire->over && !wire->closing ? line_of(message, &size) : NULL;
    json_decref(message);
    if (!text)
        return;
    if (!wait) {
        write_later(wire, text, size);
        return;
    }
    write_now(wire, text, size);
    free(text);
}

void wire_say_text(struct wire *wire, struct buf *text, bool wait)
{
    char *copy;
    buf_putc(text, '\n');
    if (text->failed || wire->over || wire->closing)
        return;
    if (wait)
        write_now(wire, text->data, text->len);
    else if ((copy = malloc(text->len)) != NULL)
        write_later(wire, memcpy(copy, text->data, text->len), text->len);
}

/* Reading ------------------------------------------------------------------------------------- */

/* The next whole line of what has come, as a message; NULL: none is whole. */
static json_t *next_message(struct wire *wire)
{
    while (wire->in.len > wire->scanned) {
        const char *from = wire->in.data + wire->scanned;
        const char *end = memchr(from, '\n', wire->in.len - wire->scanned);
        if (!end) {
            wire->scanned = wire->in.len;
            return NULL;
        }
        size_t n = (size_t)(end - wire->in.data);
        json_t *message = json_loadb(wire->in.data, n, JSON_ALLOW_NUL, NULL);
        memmove(wire->in.data, end + 1, wire->in.len - n - 1);
        wire->in.len -= n + 1;
        wire->scanned = 0;
        if (message)
            return message;
    }
    return NULL;
}

static void hand_out(struct wire *wire)
{
    json_t *message;
    while (!wire->closing && (message = next_message(wire)) != NULL) {
        wire->heard(wire, message);
        json_decref(message);
    }
}

static void on_alloc(uv_handle_t *handle, size_t suggested, uv_buf_t *buf)
{
    (void)handle;
    (void)suggested;
    *buf = uv_buf_init(malloc(WIRE_READ), WIRE_READ);
}

static void hand_out_kept(struct wire *wire)
{
    while (json_array_size(wire->kept) > 0 && !wire->closing) {
        json_t *message = json_incref(json_array_get(wire->kept, 0));
        json_array_remove(wire->kept, 0);
        wire->heard(wire, message);
        json_decref(message);
    }
}

static void end(struct wire *wire)
{
    if (wire->over || wire->closing)
        return;
    wire->over = true;
    uv_read_stop((uv_stream_t *)&wire->pipe);
    wire->ended(wire);
}

static void on_read(uv_stream_t *stream, ssize_t n, const uv_buf_t *buf)
{
    struct wire *wire = stream->data;
    if (n > 0)
        buf_add(&wire->in, buf->base, (size_t)n);
    free(buf->base);
    hand_out_kept(wire);
    hand_out(wire);
    if (n < 0)
        end(wire);
}

static void on_later(uv_idle_t *idle)
{
    struct wire *wire = idle->data;
    uv_idle_stop(idle);
    hand_out_kept(wire);
    hand_out(wire);
    if (!wire->closing && wire->over)
        wire->ended(wire);
}

void wire_init(struct wire *wire, uv_loop_t *loop)
{
    uv_pipe_init(loop, &wire->pipe, 0);
    uv_idle_init(loop, &wire->later);
    wire->pipe.data = wire->later.data = wire;
    wire->in = BUF_INIT(WIRE_LINE_MAX);
    wire->kept = json_array();
    wire->scanned = 0;
    wire->listens = wire->over = wire->closing = false;
    wire->open = 2;
}

void wire_listen(struct wire *wire)
{
    wire->listens = true;
    uv_read_start((uv_stream_t *)&wire->pipe, on_alloc, on_read);
    if (wire->in.len > 0 || json_array_size(wire->kept) > 0)
        uv_idle_start(&wire->later, on_later);
}

/* Whether something came. */
static bool read_more(struct wire *wire)
{
    char bytes[4096];
    int fd = -1;
    uv_fileno((const uv_handle_t *)&wire->pipe, &fd);
    for (;;) {
        ssize_t n = read(fd, bytes, sizeof bytes);
        struct pollfd ready = {.fd = fd, .events = POLLIN};
        if (n > 0)
            return buf_add(&wire->in, bytes, (size_t)n);
        if (n == 0 || (errno != EAGAIN && errno != EINTR))
            return false;
        poll(&ready, 1, -1);
    }
}

json_t *wire_await(struct wire *wire, const char *key)
{
    json_t *message = NULL;
    do {
        while ((message = next_message(wire)) != NULL && !json_object_get(message, key))
            json_array_append_new(wire->kept, message);
    } while (!message && read_more(wire));
    wire->over |= !message;
    if (wire->listens)
        uv_idle_start(&wire->later, on_later);
    return message;
}

static void on_closed(uv_handle_t *handle)
{
    struct wire *wire = handle->data;
    if (--wire->open > 0)
        return;
    buf_free(&wire->in);
    json_decref(wire->kept);
    wire->closed(wire);
}

void wire_close(struct wire *wire, void (*closed)(struct wire *wire))
{
    wire->closing = true;
    wire->closed = closed;
    uv_close((uv_handle_t *)&wire->pipe, on_closed);
    uv_close((uv_handle_t *)&wire->later, on_closed);
}
