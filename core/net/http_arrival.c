/* SPDX-License-Identifier: Apache-2.0 */
#include "net/http_arrival.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <uv.h>

#include "base/error.h"
#include "base/platform.h"

enum {
    AT_ONCE = 64,  /* connections that are accepted before the loop looks at all else */
    AGAIN_MS = 100 /* where the system refused to accept: descriptors may be short elsewhere */
};

/* No other method begins so, and one that does is HTTP/2's alone. */
static const char http2_words[] = {'P', 'R', 'I'};

/* A connection that has said nothing yet. */
struct arrival {
    uv_poll_t poll;
    uv_timer_t timer;
    struct arrivals *all;
    struct arrival *prev, *next;
    int fd;   /* -1: gone on its way */
    int open; /* handles of the two */
};

struct arrivals {
    struct arrivals_options o;
    uv_loop_t *loop;
    uv_poll_t poll; /* of what listens */
    uv_timer_t timer;
    int open; /* handles of the two */
    bool paused;
    unsigned n_silent;
    struct arrival *silent;
};

static void on_arrival_closed(uv_handle_t *handle)
{
    struct arrival *one = handle->data;
    if (!--one->open)
        free(one);
}

/* It goes on its way, or ends; the descriptor is the caller's. */
static int leave(struct arrival *one)
{
    int fd = one->fd;
    one->fd = -1;
    *(one->prev ? &one->prev->next : &one->all->silent) = one->next;
    if (one->next)
        one->next->prev = one->prev;
    one->all->n_silent--;
    uv_close((uv_handle_t *)&one->poll, on_arrival_closed);
    uv_close((uv_handle_t *)&one->timer, on_arrival_closed);
    return fd;
}

static void set_least(int fd, int bytes)
{
    (void)setsockopt(fd, SOL_SOCKET, SO_RCVLOWAT, &bytes, sizeof bytes);
}

/* What it said first, or all that it will say: less than that is no request. */
static void on_words(uv_poll_t *poll, int status, int events)
{
    struct arrival *one = poll->data;
    struct arrivals *all = one->all;
    char words[sizeof http2_words];
    int fd = leave(one);
    set_least(fd, 1);
    ssize_t n = recv(fd, words, sizeof words, MSG_PEEK | MSG_DONTWAIT);
    if (n == sizeof words || (n > 0 && !status && !(events & UV_DISCONNECT))) {
        all->o.come(all->o.arg, fd, n == sizeof words && !memcmp(words, http2_words, sizeof words));
        return;
    }
    close(fd);
    arrivals_go_on(all);
}

static void on_quiet(uv_timer_t *timer)
{
    struct arrival *one = timer->data;
    struct arrivals *all = one->all;
    close(leave(one));
    arrivals_go_on(all);
}

/* Waits for enough bytes to tell by: of fewer the loop is not told, so that a client cannot keep it
 * awake. */
static bool await(struct arrivals *a, int fd)
{
    struct arrival *one = calloc(1, sizeof *one);
    if (!one || uv_poll_init_socket(a->loop, &one->poll, fd)) {
        free(one);
        return false;
    }
    uv_timer_init(a->loop, &one->timer);
    one->poll.data = one->timer.data = one;
    one->open = 2;
    one->all = a;
    one->fd = fd;
    one->next = a->silent;
    if (one->next)
        one->next->prev = one;
    a->silent = one;
    a->n_silent++;
    set_least(fd, sizeof http2_words);
    uv_timer_start(&one->timer, on_quiet, (uint64_t)a->o.quiet_s * 1000, 0);
    uv_poll_start(&one->poll, UV_READABLE | UV_DISCONNECT, on_words);
    return true;
}

/* Most requests are there as soon as their connection is. */
static void receive(struct arrivals *a, int fd)
{
    char words[sizeof http2_words];
    ssize_t n = recv(fd, words, sizeof words, MSG_PEEK | MSG_DONTWAIT);
    if (n == sizeof words)
        a->o.come(a->o.arg, fd, !memcmp(words, http2_words, sizeof words));
    else if (!await(a, fd))
        close(fd);
}

/* ---- listening ---- */

static void on_again(uv_timer_t *timer)
{
    arrivals_go_on(timer->data);
}

static void pause_for(struct arrivals *a, uint64_t ms)
{
    a->paused = true;
    uv_poll_stop(&a->poll);
    if (ms)
        uv_timer_start(&a->timer, on_again, ms, 0);
}

static void on_connections(uv_poll_t *poll, int status, int events)
{
    struct arrivals *a = poll->data;
    (void)status, (void)events;
    for (unsigned i = 0; i < AT_ONCE; i++) {
        if (!a->o.has_room(a->o.arg)) {
            pause_for(a, 0);
            return;
        }
        int fd = platform_accept(a->o.fd);
        if (fd >= 0)
            receive(a, fd);
        else if (errno == EAGAIN || errno == EWOULDBLOCK)
            return;
        else if (errno != EINTR && errno != ECONNABORTED) {
            pause_for(a, AGAIN_MS);
            return;
        }
    }
}

void arrivals_go_on(struct arrivals *a)
{
    if (!a->paused || !a->o.has_room(a->o.arg))
        return;
    a->paused = false;
    uv_timer_stop(&a->timer);
    uv_poll_start(&a->poll, UV_READABLE, on_connections);
}

unsigned arrivals_silent(const struct arrivals *a)
{
    return a->n_silent;
}

struct arrivals *arrivals_new(struct uv_loop_s *loop, const struct arrivals_options *options,
                              struct slrun_error *error)
{
    struct arrivals *a = calloc(1, sizeof *a);
    if (!a || uv_poll_init_socket(loop, &a->poll, options->fd)) {
        error_set(error, SLRUN_E_MEMORY, "cannot watch for connections");
        close(options->fd);
        free(a);
        return NULL;
    }
    a->o = *options;
    a->loop = loop;
    uv_timer_init(loop, &a->timer);
    a->poll.data = a->timer.data = a;
    a->open = 2;
    uv_poll_start(&a->poll, UV_READABLE, on_connections);
    return a;
}

static void on_closed(uv_handle_t *handle)
{
    struct arrivals *a = handle->data;
    if (!--a->open)
        free(a);
}

void arrivals_free(struct arrivals *a)
{
    if (!a)
        return;
    while (a->silent)
        close(leave(a->silent));
    uv_close((uv_handle_t *)&a->poll, on_closed);
    uv_close((uv_handle_t *)&a->timer, on_closed);
    close(a->o.fd);
}
