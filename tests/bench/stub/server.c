/* SPDX-License-Identifier: Apache-2.0 */
/* Connections and the event loop of the stub server. */
#define _GNU_SOURCE /* accept4 */

#include "stub/server.h"

#include "common/util.h"

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <unistd.h>

#define BACKLOG    4096
#define EVENTS_MAX 512
#define READ_ROOM  1024u

struct conn {
    struct conn *next;
    struct conn *prev;
    int fd;
    bool closing;   /* close once everything is sent */
    bool wants_out; /* epoll watches for room to write */
    struct buffer in;
    struct buffer out;
    size_t sent;
    struct hold hold; /* while it is held, further requests of the connection wait */
};

static void watch(const struct server *s, int how, int fd, void *what, bool write)
{
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = what};
    if (write)
        event.events |= EPOLLOUT;
    if (epoll_ctl(s->epoll, how, fd, &event) != 0)
        die_errno("epoll_ctl");
}

static void conn_close(struct server *s, struct conn *c)
{
    sqs_cancel(&s->sqs, &c->hold);
    if (c->prev != NULL)
        c->prev->next = c->next;
    else
        s->conns = c->next;
    if (c->next != NULL)
        c->next->prev = c->prev;
    close(c->fd);
    buffer_free(&c->in);
    buffer_free(&c->out);
    free(c);
    s->stats.open--;
}

/* Sends what is buffered; false when the connection was closed. */
static bool conn_flush(struct server *s, struct conn *c)
{
    while (c->sent < c->out.len) {
        ssize_t n = write(c->fd, c->out.data + c->sent, c->out.len - c->sent);
        if (n < 0 && errno == EAGAIN) {
            if (!c->wants_out)
                watch(s, EPOLL_CTL_MOD, c->fd, c, true);
            c->wants_out = true;
            return true;
        }
        if (n < 0) {
            conn_close(s, c);
            return false;
        }
        c->sent += (size_t)n;
    }
    c->out.len = 0;
    c->sent = 0;
    if (c->wants_out)
        watch(s, EPOLL_CTL_MOD, c->fd, c, false);
    c->wants_out = false;
    if (c->closing) {
        conn_close(s, c);
        return false;
    }
    return true;
}

static void conn_answer(struct server *s, struct conn *c, const struct http_answer *answer)
{
    http_write(&c->out, answer, ++s->answers, c->closing);
}

static void reset(struct server *s)
{
    dynamodb_reset(&s->dynamodb);
    sqs_reset(&s->sqs);
    unsigned long open = s->stats.open;
    s->stats = (struct stats){.open = open, .max_open = open};
}

/* The server's own two addresses; false when the request is for neither. */
static bool serve_control(struct server *s, const struct http_request *r,
                          struct http_answer *answer)
{
    if (slice_is(r->path, "/_stats")) {
#define NAME(field)  "\"" #field "\":%lu,"
#define VALUE(field) , s->stats.field
        http_answer(answer, 200, "{" STATS_COUNTERS(NAME) "\"pid\":%ld}" STATS_COUNTERS(VALUE),
                    (long)getpid());
#undef NAME
#undef VALUE
        return true;
    }
    if (slice_is(r->path, "/_reset")) {
        reset(s);
        http_answer(answer, 200, "{}");
        return true;
    }
    return false;
}

/* Answers a request, or holds it. */
static void serve(struct server *s, struct conn *c, struct http_request *r)
{
    struct http_answer answer;
    c->closing = r->close;
    if (serve_control(s, r, &answer)) {
        conn_answer(s, c, &answer);
        return;
    }
    s->stats.requests++;
    bool answered = true;
    if (r->signed_v4 && slice_cut(&r->target, "DynamoDB_20120810.")) {
        dynamodb_serve(&s->dynamodb, &s->stats, r, &answer);
    } else if (r->signed_v4 && slice_cut(&r->target, "AmazonSQS.")) {
        answered = sqs_serve(&s->sqs, &s->stats, r, &c->hold, &answer);
    } else {
        s->stats.other++;
        http_answer(&answer, 400, "{\"__type\":\"UnknownOperationException\"}");
    }
    if (answered)
        conn_answer(s, c, &answer);
}

/* Serves the complete requests that are buffered; the connection may be closed by it. */
static void conn_serve(struct server *s, struct conn *c)
{
    struct http_request request;
    enum http_state state = HTTP_PARTIAL;
    while (c->hold.queue == NULL && !c->closing) {
        state = http_parse((struct slice){c->in.data, c->in.len}, &request);
        if (state != HTTP_COMPLETE)
            break;
        serve(s, c, &request);
        buffer_drop(&c->in, request.size);
    }
    if (state == HTTP_BAD) {
        struct http_answer answer;
        s->stats.requests++;
        s->stats.other++;
        c->closing = true;
        http_answer(&answer, 400, "{\"__type\":\"SerializationException\"}");
        conn_answer(s, c, &answer);
    }
    if (c->out.len > 0)
        (void)conn_flush(s, c);
}

static void conn_read(struct server *s, struct conn *c)
{
    buffer_reserve(&c->in, READ_ROOM);
    ssize_t n = read(c->fd, c->in.data + c->in.len, c->in.cap - c->in.len);
    if (n < 0 && errno == EAGAIN)
        return;
    if (n <= 0) {
        conn_close(s, c);
        return;
    }
    c->in.len += (size_t)n;
    conn_serve(s, c);
}

static void conn_event(struct server *s, struct conn *c, uint32_t events)
{
    if ((events & EPOLLOUT) != 0 && !conn_flush(s, c))
        return;
    if ((events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0)
        conn_read(s, c);
}

static void accept_all(struct server *s)
{
    const int one = 1;
    int fd;
    while ((fd = accept4(s->listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
        struct conn *c = zeroed(1, sizeof *c);
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        c->fd = fd;
        c->next = s->conns;
        if (c->next != NULL)
            c->next->prev = c;
        s->conns = c;
        s->stats.connections++;
        if (++s->stats.open > s->stats.max_open)
            s->stats.max_open = s->stats.open;
        watch(s, EPOLL_CTL_ADD, fd, c, false);
    }
}

static void answer_due(struct server *s)
{
    struct http_answer answer;
    struct hold *hold;
    while ((hold = sqs_due(&s->sqs, &s->stats, &answer)) != NULL) {
        struct conn *c = (struct conn *)((char *)hold - offsetof(struct conn, hold));
        conn_answer(s, c, &answer);
        conn_serve(s, c);
    }
}

static int open_listener(uint16_t port)
{
    const int one = 1;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        die_errno("socket");
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(fd, (struct sockaddr *)&address, sizeof address) != 0 || listen(fd, BACKLOG) != 0)
        die_errno("cannot listen");
    return fd;
}

static int open_stop(void)
{
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    sigprocmask(SIG_BLOCK, &ends, NULL);
    return signalfd(-1, &ends, SFD_NONBLOCK | SFD_CLOEXEC);
}

uint16_t server_open(struct server *s, uint16_t port)
{
    *s = (struct server){.listener = open_listener(port), .stop = open_stop()};
    s->epoll = epoll_create1(EPOLL_CLOEXEC);
    if (s->epoll < 0 || s->stop < 0)
        die_errno("epoll_create1 or signalfd");
    watch(s, EPOLL_CTL_ADD, s->listener, &s->listener, false);
    watch(s, EPOLL_CTL_ADD, s->stop, &s->stop, false);
    dynamodb_init(&s->dynamodb);
    sqs_init(&s->sqs);
    struct sockaddr_in address;
    socklen_t len = sizeof address;
    if (getsockname(s->listener, (struct sockaddr *)&address, &len) != 0)
        die_errno("getsockname");
    return ntohs(address.sin_port);
}

static void server_close(struct server *s)
{
    while (s->conns != NULL)
        conn_close(s, s->conns);
    dynamodb_close(&s->dynamodb);
    sqs_close(&s->sqs);
    close(s->listener);
    close(s->stop);
    close(s->epoll);
}

void server_run(struct server *s)
{
    struct epoll_event events[EVENTS_MAX];
    for (;;) {
        int n = epoll_wait(s->epoll, events, EVENTS_MAX, heap_timeout_ms(&s->sqs.holds));
        if (n < 0 && errno != EINTR)
            die_errno("epoll_wait");
        for (int i = 0; i < n; i++) {
            void *what = events[i].data.ptr;
            if (what == &s->stop) {
                server_close(s);
                return;
            }
            if (what == &s->listener)
                accept_all(s);
            else
                conn_event(s, what, events[i].events);
        }
        answer_due(s);
    }
}
