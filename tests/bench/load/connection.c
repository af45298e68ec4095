/* SPDX-License-Identifier: Apache-2.0 */
/* Connections of the load client. */
#define _GNU_SOURCE /* accept4's flags, strcasestr */

#include "load/connection.h"

#include "common/util.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#define LAST_CHUNK "0\r\n\r\n"

void connection_open(struct connection *c, int epoll, int port)
{
    c->fd = -1;
    c->epoll = epoll;
    c->port = port;
}

void connection_close(struct connection *c)
{
    if (c->fd >= 0)
        close(c->fd);
    c->fd = -1;
}

static void watch(struct connection *c, int operation)
{
    struct epoll_event event = {.events = EPOLLIN | (c->writing ? (unsigned)EPOLLOUT : 0u),
                                .data.ptr = c};
    if (epoll_ctl(c->epoll, operation, c->fd, &event) != 0)
        die_errno("epoll_ctl");
}

bool connection_connect(struct connection *c)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)c->port)};
    int one = 1;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connection_close(c);
    c->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (c->fd < 0)
        die_errno("socket");
    if (connect(c->fd, (struct sockaddr *)&address, sizeof address) != 0) {
        connection_close(c);
        return false;
    }
    setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    /* The system's own choice may pace segments by a model of the network. */
    setsockopt(c->fd, IPPROTO_TCP, TCP_CONGESTION, "reno", 4);
    fcntl(c->fd, F_SETFL, O_NONBLOCK);
    c->writing = false;
    watch(c, EPOLL_CTL_ADD);
    return true;
}

/* Writes what is left; false when the server has closed the connection. */
static bool write_on(struct connection *c)
{
    const struct request *out = c->out;
    size_t total = out->len + out->fill_len;
    while (c->out_sent < total) {
        size_t head = c->out_sent < out->len ? out->len - c->out_sent : 0;
        size_t filled = c->out_sent > out->len ? c->out_sent - out->len : 0;
        const struct iovec parts[2] = {
            {.iov_base = (char *)(uintptr_t)out->bytes + out->len - head, .iov_len = head},
            {.iov_base = (char *)(uintptr_t)out->fill + filled, .iov_len = out->fill_len - filled}};
        struct msghdr message = {.msg_iov = (struct iovec *)(uintptr_t)parts,
                                 .msg_iovlen = out->fill_len > 0 ? 2 : 1};
        ssize_t n = sendmsg(c->fd, &message, MSG_NOSIGNAL);
        if (n < 0 && errno == EAGAIN)
            break;
        if (n < 0)
            return false;
        c->out_sent += (size_t)n;
    }
    if (c->writing != (c->out_sent < total)) {
        c->writing = !c->writing;
        watch(c, EPOLL_CTL_MOD);
    }
    return true;
}

void connection_send(struct connection *c, const struct request *request)
{
    c->out = request;
    c->out_sent = c->in_len = c->head_len = 0;
    c->body_len = 0;
    if (c->fd >= 0)
        write_on(c); /* a connection that was closed is found out by reading */
}

/* What stands behind the name, if the line is that header; else NULL. */
static const char *header(const char *line, const char *name)
{
    size_t n = strlen(name);
    bool same = (*line | 0x20) == *name && strncasecmp(line, name, n) == 0 && line[n] == ':';
    return same ? line + n + 1 : NULL;
}

static void read_line(struct connection *c, const char *line)
{
    const char *value;
    if ((value = header(line, "content-length")) != NULL)
        c->body_want = strtoull(value, NULL, 10);
    else if (header(line, "transfer-encoding") != NULL)
        c->chunked = true;
    else if ((value = header(line, "connection")) != NULL)
        c->closes = strncasecmp(value + strspn(value, " "), "close", 5) == 0;
}

/* Looks whether the head is there, and what it says. */
static void read_head(struct connection *c)
{
    c->in[c->in_len] = '\0';
    char *end = strstr(c->in, "\r\n\r\n");
    if (end == NULL)
        return;
    end[2] = '\0';
    c->status = atoi(c->in + strcspn(c->in, " "));
    c->head_len = (size_t)(end - c->in) + 4;
    c->chunked = c->closes = false;
    c->body_want = UINT64_MAX;
    for (char *at = memchr(c->in, '\n', c->head_len); at < end;
         at = memchr(at + 1, '\n', c->head_len))
        read_line(c, at + 1);
    if (c->chunked)
        c->body_want = UINT64_MAX;
    if (c->status == 204 || c->status == 304)
        c->body_want = 0;
    c->body_len = c->in_len - c->head_len;
}

static bool is_whole(const struct connection *c)
{
    size_t last = strlen(LAST_CHUNK);
    if (c->chunked)
        return c->in_len >= c->head_len + last &&
               memcmp(c->in + c->in_len - last, LAST_CHUNK, last) == 0;
    return c->body_len >= c->body_want;
}

/* The server has closed the connection: which may be how its answer ends. */
static enum answer at_end(struct connection *c)
{
    bool whole = c->head_len > 0 && c->body_want == UINT64_MAX && !c->chunked;
    connection_close(c);
    return whole ? ANSWER_WHOLE : ANSWER_LOST;
}

enum answer connection_go_on(struct connection *c)
{
    if (c->writing && !write_on(c))
        return at_end(c);
    for (;;) {
        if (c->in_len == ANSWER_MAX) { /* a large body: nothing is taken from it */
            if (c->head_len == 0)
                die("the head of an answer is too long");
            c->in_len = ANSWER_MAX / 2;
        }
        ssize_t n = recv(c->fd, c->in + c->in_len, ANSWER_MAX - c->in_len, 0);
        if (n < 0 && errno == EAGAIN)
            return ANSWER_PENDING;
        if (n <= 0)
            return at_end(c);
        c->in_len += (size_t)n;
        c->body_len += (uint64_t)n;
        if (c->head_len == 0)
            read_head(c);
        if (c->head_len == 0 || !is_whole(c))
            continue;
        if (c->closes)
            connection_close(c);
        return ANSWER_WHOLE;
    }
}

const char *connection_body(struct connection *c)
{
    c->in[c->in_len] = '\0';
    return c->in + c->head_len;
}
