/* SPDX-License-Identifier: Apache-2.0 */
/* The client's side of tests of the HTTP server: raw sockets on the server's own thread, so that
 * whoever waits turns its loop. Needs cmocka's headers before it. */
#ifndef SLRUN_TESTS_HTTP_CLIENT_H
#define SLRUN_TESTS_HTTP_CLIENT_H

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <uv.h>

#include "base/clock.h"
#include "net/server/http_server.h"

enum { CLIENT_GUARD_S = 60 };

/* One turn of the loop, and a moment's sleep where it had nothing to do. */
static inline void client_nap(uv_loop_t *loop)
{
    const struct timespec pause = {.tv_nsec = 20000};
    if (!uv_run(loop, UV_RUN_NOWAIT))
        nanosleep(&pause, NULL);
}

/* The time after which a wait has failed, of clock_mono_ns(). */
static inline uint64_t client_guard(void)
{
    return clock_mono_ns() + CLIENT_GUARD_S * UINT64_C(1000000000);
}

/* Turns the loop of an `env` until the condition holds. */
#define WAIT_FOR(env, condition)                                                                   \
    for (uint64_t end_ = client_guard(); !(condition); client_nap((env)->loop))                    \
    assert_true(clock_mono_ns() < end_)

/* A connection to the server. */
static inline int client_dial(const struct http_server *server)
{
    struct sockaddr_in address = {.sin_family = AF_INET};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    address.sin_port = htons((uint16_t)http_server_port(server));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    assert_true(fd >= 0);
    assert_int_equal(connect(fd, (struct sockaddr *)&address, sizeof address), 0);
    return fd;
}

/* Sends all of it. */
static inline void client_put(uv_loop_t *loop, int fd, const void *bytes, size_t size)
{
    uint64_t guard = client_guard();
    for (const char *at = bytes; size > 0;) {
        ssize_t n = send(fd, at, size, MSG_DONTWAIT | MSG_NOSIGNAL);
        assert_true(n > 0 || (errno == EAGAIN && clock_mono_ns() < guard));
        at += n > 0 ? n : 0;
        size -= n > 0 ? (size_t)n : 0;
        if (n < 0)
            client_nap(loop);
    }
}

static inline void client_say(uv_loop_t *loop, int fd, const char *text)
{
    client_put(loop, fd, text, strlen(text));
}

/* What comes until it ends with `end`, until the next call; "" where the server has closed first.
 */
static inline const char *client_hear(uv_loop_t *loop, int fd, const char *end)
{
    static char text[8192];
    size_t len = 0, tail = strlen(end);
    for (uint64_t guard = client_guard();;) {
        ssize_t n = recv(fd, text + len, 1, MSG_DONTWAIT);
        if (n == 0 || (n < 0 && errno == ECONNRESET))
            return "";
        assert_true(len < sizeof text - 1 && clock_mono_ns() < guard);
        if (n < 0) {
            client_nap(loop);
            continue;
        }
        text[++len] = '\0';
        if (len >= tail && strcmp(text + len - tail, end) == 0)
            return text;
    }
}

#endif
