/* SPDX-License-Identifier: Apache-2.0 */
/* The loop: libcurl tells which sockets and times it waits for, libuv watches them. */
#define _POSIX_C_SOURCE 200809L /* uv.h */

#include "floor/http.h"

#include "common/sign.h"
#include "common/util.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

#define URL_MAX       128
#define HEADERS       4
#define BODY_START    512u
#define IDLE_CONNS    100000L /* libcurl may keep any number of idle connections */
#define HEADER_TYPE   0
#define HEADER_TARGET 1
#define HEADER_DATE   2
#define HEADER_AUTH   3
#define JSON_TYPE     "application/x-amz-json-1.0"

/* One easy handle, used again for call after call. */
struct transfer {
    struct transfer *next;
    CURL *easy;
    struct tcase *tcase;
    char *body;
    size_t len;
    size_t cap;
    struct curl_slist list[HEADERS];
    char headers[HEADERS][SIGN_VALUE_LEN + 32];
};

struct socket_watch {
    uv_poll_t poll;
    struct floor *floor;
    curl_socket_t fd;
};

struct http {
    uv_loop_t loop;
    uv_timer_t curl_timer;
    uv_timer_t case_timer;
    CURLM *multi;
    struct signer signer;
    struct transfer *idle;
    size_t active;
    size_t max_active;
    struct tcase *queue;
    struct tcase **queue_end;
    char url[URL_MAX];
};

static size_t on_body(char *data, size_t size, size_t count, void *arg)
{
    struct transfer *t = arg;
    size_t n = size * count;
    if (t->len + n > t->cap) {
        t->cap = (t->len + n) * 2 > BODY_START ? (t->len + n) * 2 : BODY_START;
        t->body = grow(t->body, t->cap, 1);
    }
    memcpy(t->body + t->len, data, n);
    t->len += n;
    return n;
}

static struct transfer *new_transfer(const struct http *h)
{
    struct transfer *t = zeroed(1, sizeof *t);
    t->easy = curl_easy_init();
    if (t->easy == NULL)
        die("curl_easy_init");
    for (int i = 0; i < HEADERS; i++)
        t->list[i] = (struct curl_slist){t->headers[i], i + 1 < HEADERS ? &t->list[i + 1] : NULL};
    curl_easy_setopt(t->easy, CURLOPT_URL, h->url);
    curl_easy_setopt(t->easy, CURLOPT_PROXY, "");
    curl_easy_setopt(t->easy, CURLOPT_POST, 1L);
    curl_easy_setopt(t->easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(t->easy, CURLOPT_PRIVATE, t);
    curl_easy_setopt(t->easy, CURLOPT_WRITEDATA, t);
    curl_easy_setopt(t->easy, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(t->easy, CURLOPT_HTTPHEADER, t->list);
    return t;
}

static void set_header(struct transfer *t, int which, const char *name, const char *value)
{
    snprintf(t->headers[which], sizeof t->headers[which], "%s: %s", name, value);
}

static void send_call(struct http *h, struct tcase *c)
{
    char authorization[SIGN_VALUE_LEN];
    struct transfer *t = h->idle;
    if (t != NULL)
        h->idle = t->next;
    else
        t = new_transfer(h);
    t->tcase = c;
    t->len = 0;
    if (!c->holds)
        h->active++;
    const struct sign_request request = {.method = "POST",
                                         .path = "/",
                                         .service = c->call.service,
                                         .type = JSON_TYPE,
                                         .target = c->call.target,
                                         .body = c->call.body,
                                         .body_len = c->call.body_len};
    sign_request(&h->signer, &request, authorization);
    set_header(t, HEADER_TYPE, "Content-Type", JSON_TYPE);
    set_header(t, HEADER_TARGET, "X-Amz-Target", c->call.target);
    set_header(t, HEADER_DATE, "X-Amz-Date", h->signer.date);
    set_header(t, HEADER_AUTH, "Authorization", authorization);
    curl_easy_setopt(t->easy, CURLOPT_POSTFIELDSIZE, (long)c->call.body_len);
    curl_easy_setopt(t->easy, CURLOPT_POSTFIELDS, c->call.body);
    curl_multi_add_handle(h->multi, t->easy);
}

void http_start(struct floor *f, struct tcase *c)
{
    struct http *h = f->http;
    if (c->holds || (h->queue == NULL && h->active < h->max_active)) {
        send_call(h, c);
        return;
    }
    c->queued = NULL;
    *h->queue_end = c;
    h->queue_end = &c->queued;
}

static void send_queued(struct http *h)
{
    while (h->queue != NULL && h->active < h->max_active) {
        struct tcase *c = h->queue;
        h->queue = c->queued;
        if (h->queue == NULL)
            h->queue_end = &h->queue;
        send_call(h, c);
    }
}

/* Gives one finished transfer's answer to its case. */
static void finish(struct floor *f, const CURLMsg *message)
{
    struct http *h = f->http;
    CURL *easy = message->easy_handle;
    CURLcode code = message->data.result;
    struct transfer *t;
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_PRIVATE, &t);
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    curl_multi_remove_handle(h->multi, easy);
    struct tcase *c = t->tcase;
    lua_pushinteger(c->co, code == CURLE_OK ? status : 0);
    if (code == CURLE_OK)
        lua_pushlstring(c->co, t->body, t->len);
    else
        lua_pushstring(c->co, curl_easy_strerror(code));
    t->next = h->idle;
    h->idle = t;
    if (!c->holds)
        h->active--;
    send_queued(h);
    case_resume(f, c, 2);
}

static void on_case_timer(uv_timer_t *timer);

/* After anything happened: answers, woken and new cases, the time of the next sleeper. */
static void step(struct floor *f)
{
    struct http *h = f->http;
    CURLMsg *message;
    int left;
    while ((message = curl_multi_info_read(h->multi, &left)) != NULL)
        if (message->msg == CURLMSG_DONE)
            finish(f, message);
    case_step(f);
    int ms = heap_timeout_ms(&f->sleeping);
    if (ms >= 0)
        uv_timer_start(&h->case_timer, on_case_timer, (uint64_t)ms, 0);
    else
        uv_timer_stop(&h->case_timer);
}

static void act(struct floor *f, curl_socket_t fd, int events)
{
    int running;
    curl_multi_socket_action(f->http->multi, fd, events, &running);
    step(f);
}

static void on_case_timer(uv_timer_t *timer)
{
    step(timer->data);
}

static void on_curl_timer(uv_timer_t *timer)
{
    act(timer->data, CURL_SOCKET_TIMEOUT, 0);
}

static void on_socket(uv_poll_t *poll, int status, int events)
{
    struct socket_watch *w = poll->data;
    int flags = status < 0 ? CURL_CSELECT_ERR : 0;
    flags |= (events & UV_READABLE) != 0 ? CURL_CSELECT_IN : 0;
    flags |= (events & UV_WRITABLE) != 0 ? CURL_CSELECT_OUT : 0;
    act(w->floor, w->fd, flags);
}

static int set_timer(CURLM *multi, long ms, void *arg)
{
    struct floor *f = arg;
    (void)multi;
    if (ms < 0)
        return uv_timer_stop(&f->http->curl_timer);
    return uv_timer_start(&f->http->curl_timer, on_curl_timer, (uint64_t)ms, 0);
}

static void free_watch(uv_handle_t *handle)
{
    free(handle->data);
}

static struct socket_watch *new_watch(struct floor *f, curl_socket_t fd)
{
    struct socket_watch *w = zeroed(1, sizeof *w);
    w->floor = f;
    w->fd = fd;
    if (uv_poll_init_socket(&f->http->loop, &w->poll, fd) != 0)
        die("uv_poll_init_socket");
    w->poll.data = w;
    curl_multi_assign(f->http->multi, fd, w);
    return w;
}

static int set_socket(CURL *easy, curl_socket_t fd, int what, void *arg, void *watch)
{
    struct floor *f = arg;
    struct socket_watch *w = watch;
    (void)easy;
    if (what == CURL_POLL_REMOVE) {
        if (w != NULL) {
            uv_poll_stop(&w->poll);
            uv_close((uv_handle_t *)&w->poll, free_watch);
            curl_multi_assign(f->http->multi, fd, NULL);
        }
        return 0;
    }
    if (w == NULL)
        w = new_watch(f, fd);
    int events = (what & CURL_POLL_IN) != 0 ? UV_READABLE : 0;
    events |= (what & CURL_POLL_OUT) != 0 ? UV_WRITABLE : 0;
    return uv_poll_start(&w->poll, events, on_socket);
}

void http_open(struct floor *f, const char *endpoint, size_t max_connections)
{
    struct http *h = zeroed(1, sizeof *h);
    const char *host = strstr(endpoint, "//");
    f->http = h;
    h->max_active = max_connections;
    h->queue_end = &h->queue;
    snprintf(h->url, sizeof h->url, "%s/", endpoint);
    sign_open(&h->signer, host != NULL ? host + 2 : endpoint, "test", "test");
    if (curl_global_init(CURL_GLOBAL_NOTHING) != CURLE_OK || uv_loop_init(&h->loop) != 0)
        die("libcurl or libuv");
    uv_timer_init(&h->loop, &h->curl_timer);
    uv_timer_init(&h->loop, &h->case_timer);
    h->curl_timer.data = f;
    h->case_timer.data = f;
    h->multi = curl_multi_init();
    curl_multi_setopt(h->multi, CURLMOPT_MAXCONNECTS, IDLE_CONNS);
    curl_multi_setopt(h->multi, CURLMOPT_SOCKETFUNCTION, set_socket);
    curl_multi_setopt(h->multi, CURLMOPT_SOCKETDATA, f);
    curl_multi_setopt(h->multi, CURLMOPT_TIMERFUNCTION, set_timer);
    curl_multi_setopt(h->multi, CURLMOPT_TIMERDATA, f);
}

void http_run(struct floor *f)
{
    struct http *h = f->http;
    uv_timer_start(&h->case_timer, on_case_timer, 0, 0);
    while (f->finished < f->collected)
        uv_run(&h->loop, UV_RUN_ONCE);
}

void http_close(struct floor *f)
{
    struct http *h = f->http;
    while (h->idle != NULL) {
        struct transfer *t = h->idle;
        h->idle = t->next;
        curl_easy_cleanup(t->easy);
        free(t->body);
        free(t);
    }
    curl_multi_cleanup(h->multi);
    uv_close((uv_handle_t *)&h->curl_timer, NULL);
    uv_close((uv_handle_t *)&h->case_timer, NULL);
    uv_run(&h->loop, UV_RUN_DEFAULT);
    uv_loop_close(&h->loop);
    free(h);
    f->http = NULL;
}
