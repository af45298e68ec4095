/* SPDX-License-Identifier: Apache-2.0 */
/* libcurl's multi handles on the libuv loop. */
#include "net/client/http_multi.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/*
 * One socket. `owned`: opened by http_socket_open(), so that its closing is told to us. libcurl
 * also has sockets that it makes and closes by itself (the wake-up pair of its resolver thread):
 * those are forgotten as soon as libcurl says that it does not watch them any more.
 */
struct http_poller {
    uv_poll_t poll;
    struct http_multi *multi;
    curl_socket_t fd;
    int wanted, armed; /* UV_READABLE | UV_WRITABLE */
    bool owned;
};

/* ---- the table of sockets ---- */

static int table_reserve(struct http_sockets *sockets, size_t fd)
{
    if (fd < sockets->n)
        return 0;
    size_t n = sockets->n ? sockets->n : 64;
    while (n <= fd)
        n *= 2;
    struct http_poller **by_fd = realloc(sockets->by_fd, n * sizeof *by_fd);
    if (!by_fd)
        return -1;
    memset(by_fd + sockets->n, 0, (n - sockets->n) * sizeof *by_fd);
    sockets->by_fd = by_fd;
    sockets->n = n;
    return 0;
}

static struct http_poller *poller_find(struct http_sockets *sockets, curl_socket_t fd)
{
    return fd >= 0 && (size_t)fd < sockets->n ? sockets->by_fd[fd] : NULL;
}

static struct http_poller *poller_new(struct http_sockets *sockets, curl_socket_t fd)
{
    struct http_poller *p =
        fd < 0 || table_reserve(sockets, (size_t)fd) ? NULL : calloc(1, sizeof *p);
    if (!p || uv_poll_init_socket(sockets->loop, &p->poll, fd)) {
        free(p);
        return NULL;
    }
    p->poll.data = p;
    p->fd = fd;
    sockets->by_fd[fd] = p;
    return p;
}

static void poller_freed(uv_handle_t *handle)
{
    free(handle->data);
}

static void poller_close(struct http_sockets *sockets, struct http_poller *p)
{
    sockets->by_fd[p->fd] = NULL;
    uv_close((uv_handle_t *)&p->poll, poller_freed);
}

curl_socket_t http_socket_open(void *request, curlsocktype purpose, struct curl_sockaddr *address)
{
    struct http_socket_request *r = request;
    (void)purpose;
    curl_socket_t fd = socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    if (fd < 0) {
        r->failure = errno;
        return CURL_SOCKET_BAD;
    }
    struct http_poller *p = poller_find(r->sockets, fd); /* see poller_rest() */
    if (p)
        poller_close(r->sockets, p);
    p = poller_new(r->sockets, fd);
    if (!p) {
        r->failure = ENOMEM;
        close(fd);
        return CURL_SOCKET_BAD;
    }
    p->owned = true;
    r->sockets->opened++;
    return fd;
}

int http_socket_close(void *arg, curl_socket_t fd)
{
    struct http_sockets *sockets = arg;
    struct http_poller *p = poller_find(sockets, fd);
    if (p)
        poller_close(sockets, p);
    return close(fd);
}

void http_sockets_free(struct http_sockets *sockets)
{
    for (size_t fd = 0; fd < sockets->n; fd++)
        if (sockets->by_fd[fd])
            poller_close(sockets, sockets->by_fd[fd]); /* see poller_rest() */
    free(sockets->by_fd);
    sockets->by_fd = NULL;
    sockets->n = 0;
}

/* ---- libcurl's sides of the multi handle ---- */

/* Hands an event to libcurl, then tells of the transfers that have ended with it. */
static void act(struct http_multi *m, curl_socket_t fd, int events)
{
    int running, left;
    m->sockets->inside = true;
    m->api->multi_socket_action(m->cm, fd, events, &running);
    m->sockets->inside = false;
    const CURLMsg *message;
    while ((message = m->api->multi_info_read(m->cm, &left))) {
        CURL *easy = message->easy_handle;
        CURLcode result = message->data.result;
        http_multi_remove(m, easy); /* `message` is gone with it */
        m->ended(m->arg, easy, result);
    }
    m->turned(m->arg);
}

static void on_socket(uv_poll_t *handle, int status, int events)
{
    struct http_poller *p = handle->data;
    /* Reading tells libcurl what the error is; of one that it was not told, a connection that the
     * server has reset while it was idle, it would not send the request again. */
    int flags = status < 0 ? CURL_CSELECT_ERR | CURL_CSELECT_IN : 0;
    if (!p->wanted) {
        /* The server closes an idle connection; libcurl finds that out before it is used again. */
        uv_poll_stop(handle);
        p->armed = 0;
        return;
    }
    if (events & UV_READABLE)
        flags |= CURL_CSELECT_IN;
    if (events & UV_WRITABLE)
        flags |= CURL_CSELECT_OUT;
    act(p->multi, p->fd, flags);
}

/*
 * The connection is idle: it stays armed, but does not keep the loop running. One that was still
 * connecting libcurl 7.88 closes without telling us: the loop must forget it, for its number comes
 * again, here or anywhere in the process.
 */
static void poller_rest(struct http_poller *p)
{
    if (!(p->armed & UV_READABLE)) {
        uv_poll_stop(&p->poll);
        p->armed = 0;
    }
    p->wanted = 0;
    uv_unref((uv_handle_t *)&p->poll);
}

/* CURLMOPT_SOCKETFUNCTION: what libcurl wants to know about a socket. */
static int watch(CURL *easy, curl_socket_t fd, int what, void *arg, void *socket_data)
{
    struct http_multi *m = arg;
    struct http_poller *p = poller_find(m->sockets, fd);
    (void)easy;
    (void)socket_data;
    if (what == CURL_POLL_REMOVE) {
        if (p && p->owned)
            poller_rest(p);
        else if (p)
            poller_close(m->sockets, p);
        return 0;
    }
    if (!p && !(p = poller_new(m->sockets, fd)))
        return -1;
    p->multi = m;
    uv_ref((uv_handle_t *)&p->poll);
    p->wanted = (what & CURL_POLL_IN ? UV_READABLE : 0) | (what & CURL_POLL_OUT ? UV_WRITABLE : 0);
    if (p->wanted == p->armed)
        return 0;
    p->armed = p->wanted;
    return uv_poll_start(&p->poll, p->wanted, on_socket) ? -1 : 0;
}

static void on_timer(uv_timer_t *timer)
{
    act(timer->data, CURL_SOCKET_TIMEOUT, 0);
}

static void on_now(uv_idle_t *now)
{
    uv_idle_stop(now);
    act(now->data, CURL_SOCKET_TIMEOUT, 0);
}

/* CURLMOPT_TIMERFUNCTION. None of the calls into libuv can fail. */
static int set_timer(CURLM *cm, long ms, void *arg)
{
    struct http_multi *m = arg;
    (void)cm;
    if (ms == 0)
        uv_idle_start(&m->now, on_now);
    else
        uv_idle_stop(&m->now);
    if (ms > 0)
        uv_timer_start(&m->timer, on_timer, (uint64_t)ms, 0);
    else
        uv_timer_stop(&m->timer);
    return 0;
}

/* ---- the multi handle ---- */

static CURLM *multi_make(struct http_multi *m)
{
    CURLM *cm = m->api->multi_init();
    if (!cm)
        return NULL;
    bool ok = !m->api->multi_setopt(cm, CURLMOPT_SOCKETFUNCTION, watch) &&
              !m->api->multi_setopt(cm, CURLMOPT_SOCKETDATA, m) &&
              !m->api->multi_setopt(cm, CURLMOPT_TIMERFUNCTION, set_timer) &&
              !m->api->multi_setopt(cm, CURLMOPT_TIMERDATA, m) &&
              !m->api->multi_setopt(cm, CURLMOPT_MAXCONNECTS, (long)m->limit) &&
              /* Idle connections to one host make room for new ones to another. */
              !m->api->multi_setopt(cm, CURLMOPT_MAX_TOTAL_CONNECTIONS, (long)m->limit);
    if (ok)
        return cm;
    m->api->multi_cleanup(cm);
    return NULL;
}

struct http_multi *http_multi_new(const struct curl_api *api, struct http_sockets *sockets,
                                  unsigned limit)
{
    struct http_multi *m = calloc(1, sizeof *m);
    if (!m)
        return NULL;
    m->api = api;
    m->sockets = sockets;
    m->limit = limit;
    m->cm = multi_make(m);
    if (!m->cm) {
        free(m);
        return NULL;
    }
    uv_timer_init(sockets->loop, &m->timer); /* neither can fail */
    uv_idle_init(sockets->loop, &m->now);
    m->timer.data = m->now.data = m;
    m->open = 2;
    return m;
}

int http_multi_add(struct http_multi *multi, CURL *easy)
{
    if (multi->api->multi_add_handle(multi->cm, easy))
        return -1;
    multi->active++;
    return 0;
}

void http_multi_remove(struct http_multi *multi, CURL *easy)
{
    multi->api->multi_remove_handle(multi->cm, easy);
    multi->active--;
}

static void multi_freed(uv_handle_t *handle)
{
    struct http_multi *m = handle->data;
    if (!--m->open)
        free(m);
}

void http_multi_free(struct http_multi *multi)
{
    multi->api->multi_cleanup(multi->cm);
    uv_close((uv_handle_t *)&multi->timer, multi_freed);
    uv_close((uv_handle_t *)&multi->now, multi_freed);
}
