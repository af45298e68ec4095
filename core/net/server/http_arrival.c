/* SPDX-License-Identifier: Apache-2.0 */
#include "net/server/http_arrival.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <uv.h>

#include "base/error.h"
#include "base/platform.h"

enum {
    AT_ONCE = 64,   /* connections that are accepted before the loop looks at all else */
    AGAIN_MS = 100, /* where the system refused to accept: descriptors may be short elsewhere */
    LOOK_MS = 1000, /* a silent connection is looked at so often */
    MORE_MS = 20    /* and one that has begun as HTTP/2 does */
};

/* No other method begins so, and one that does is HTTP/2's alone. */
static const char http2_words[] = {'P', 'R', 'I'};

/* A connection that has said nothing yet. */
struct arrival {
    uv_poll_t poll;
    uv_timer_t timer;
    struct arrivals *all;
    struct arrival *prev, *next;
    uint64_t until; /* ms of the loop's time */
    int fd;
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
    *(one->prev ? &one->prev->next : &one->all->silent) = one->next;
    if (one->next)
        one->next->prev = one->prev;
    one->all->n_silent--;
    uv_close((uv_handle_t *)&one->poll, on_arrival_closed);
    uv_close((uv_handle_t *)&one->timer, on_arrival_closed);
    return one->fd; /* the handles are closed later, and it with them */
}

/* What can be told of it by now. */
enum verdict { VERDICT_WAIT, VERDICT_MORE, VERDICT_HTTP1, VERDICT_HTTP2, VERDICT_LEFT };

static enum verdict judge(int fd)
{
    char words[sizeof http2_words];
    ssize_t n = recv(fd, words, sizeof words, MSG_PEEK | MSG_DONTWAIT);
    if (n < 0)
        return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? VERDICT_WAIT
                                                                         : VERDICT_LEFT;
    if (!n)
        return VERDICT_LEFT;
    if (memcmp(words, http2_words, (size_t)n))
        return VERDICT_HTTP1;
    return n == sizeof words ? VERDICT_HTTP2 : VERDICT_MORE;
}

static void on_look(uv_timer_t *timer);

/* Sends it on its way, if that is known. */
static void look(struct arrival *one, bool gone)
{
    struct arrivals *all = one->all;
    enum verdict verdict = judge(one->fd);
    if (verdict == VERDICT_HTTP1 || verdict == VERDICT_HTTP2) {
        all->o.come(all->o.arg, leave(one), verdict == VERDICT_HTTP2);
    } else if (verdict == VERDICT_LEFT || gone) {
        close(leave(one));
        arrivals_go_on(all);
    } else if (verdict == VERDICT_MORE) {
        /* who says one letter must not keep the loop awake */
        uv_poll_stop(&one->poll);
        uv_timer_start(&one->timer, on_look, MORE_MS, MORE_MS);
    }
}

static void on_words(uv_poll_t *poll, int status, int events)
{
    look(poll->data, status < 0 || events & UV_DISCONNECT);
}

/* Now and then it is looked at unasked: what has come while nobody was told is found so. */
static void on_look(uv_timer_t *timer)
{
    struct arrival *one = timer->data;
    look(one, uv_now(one->all->loop) >= one->until);
}

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
    one->until = uv_now(a->loop) + (uint64_t)a->o.quiet_s * 1000;
    one->next = a->silent;
    if (one->next)
        one->next->prev = one;
    a->silent = one;
    a->n_silent++;
    uv_timer_start(&one->timer, on_look, LOOK_MS, LOOK_MS);
    uv_poll_start(&one->poll, UV_READABLE | UV_DISCONNECT, on_words);
    return true;
}

/* Most requests are there as soon as their connection is. */
static void receive(struct arrivals *a, int fd)
{
    enum verdict verdict = judge(fd);
    if (verdict == VERDICT_HTTP1 || verdict == VERDICT_HTTP2)
        a->o.come(a->o.arg, fd, verdict == VERDICT_HTTP2);
    else if (verdict == VERDICT_LEFT || !await(a, fd))
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
