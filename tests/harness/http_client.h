/* SPDX-License-Identifier: Apache-2.0 */
/* The client's side of tests of the HTTP server: raw sockets on the server's own thread, so that
 * whoever waits turns its loop. Needs cmocka's headers before it. */
#ifndef SLRUN_TESTS_HTTP_CLIENT_H
#define SLRUN_TESTS_HTTP_CLIENT_H

#include <arpa/inet.h>
#include <netinet/in.h>
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

#endif
