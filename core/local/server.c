/* SPDX-License-Identifier: Apache-2.0 */
/* The local cloud's process. */
#include "local/server.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <uv.h>

#include "base/directory.h"
#include "base/error.h"
#include "base/log.h"
#include "base/platform.h"
#include "local/clock/jump.h"
#include "local/cloud.h"
#include "local/iam/judge.h"
#include "local/lifeline.h"
#include "local/stack/deploy.h"
#include "local/warnings.h"
#include "net/loop.h"

struct process {
    const struct local_options *options;
    uv_loop_t *loop;
    struct auth *auth;
    struct cloud *cloud;
    struct http_server *server;
    uv_signal_t signals[2];
    uv_poll_t lifeline;
    int n_signals;
    bool watching;
    struct slrun_error *failed; /* why it stopped by itself; its caller's */
};

static void on_signal(uv_signal_t *signal, int number)
{
    (void)number;
    loop_stop(signal->loop);
}

/* Its end means: the runner is gone, or wants us gone. */
static void on_lifeline(uv_poll_t *poll, int status, int events)
{
    const struct process *p = poll->data;
    (void)events;
    if (status < 0 || !jump_hear(p->cloud->jump))
        loop_stop(poll->loop);
}

/* Alone it ends by signal. A runner that gets one from the terminal still has to tear down its
 * cases, and needs its local cloud for that: then only the lifeline counts. */
static void watch_signals(struct process *p)
{
    static const int numbers[2] = {SIGINT, SIGTERM};
    for (; p->n_signals < 2; p->n_signals++) {
        uv_signal_init(p->loop, &p->signals[p->n_signals]);
        uv_signal_start(&p->signals[p->n_signals], on_signal, numbers[p->n_signals]);
    }
}

static int watch_lifeline(struct process *p, struct slrun_error *error)
{
    const struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGINT, &ignore, NULL);
    sigaction(SIGTERM, &ignore, NULL);
    sigaction(SIGHUP, &ignore, NULL);
    if (uv_poll_init(p->loop, &p->lifeline, p->options->lifeline))
        return error_set(error, SLRUN_E_USAGE, "--lifeline: not a descriptor that can be watched");
    p->watching = true;
    p->lifeline.data = p;
    uv_poll_start(&p->lifeline, UV_READABLE | UV_DISCONNECT, on_lifeline);
    return 0;
}

static int watch(struct process *p, struct slrun_error *error)
{
    if (p->options->lifeline >= 0)
        return watch_lifeline(p, error);
    watch_signals(p);
    return 0;
}

/* The runner's greeting comes first: the keys of its run. */
static int greet(struct process *p, struct slrun_error *error)
{
    struct lifeline_keys keys;
    if (p->options->lifeline < 0)
        return 0;
    if (lifeline_read_keys(p->options->lifeline, &keys))
        return error_set(error, SLRUN_E_CANCELLED, "--lifeline: no runner at the other end");
    int rc = *keys.access ? auth_add_key(p->auth, keys.access, keys.secret) : 0;
    lifeline_wipe(&keys);
    return rc ? error_set(error, SLRUN_E_MEMORY, "out of memory for the local cloud") : 0;
}

/* Services make files in it and would each say in its own way that they cannot. */
static int prepare_data(const char *data, struct slrun_error *error)
{
    if (!data)
        return 0;
    if (directory_make(data, 0777))
        return error_set(error, SLRUN_E_USAGE, "--data %s: cannot be made: %s", data,
                         strerror(errno));
    if (access(data, R_OK | W_OK | X_OK))
        return error_set(error, SLRUN_E_USAGE, "--data %s: %s", data, strerror(errno));
    (void)directory_sync_up(data); /* one above that may not be read is no new one of ours */
    return 0;
}

/* Its text is for the end of the runner's report. What does not go at once is only in its log. */
static void on_refusal(void *arg, const json_t *refusal)
{
    const struct process *p = arg;
    char line[LIFELINE_LINE_MAX];
    int n = lifeline_write_denied(line, refusal);
    if (n == 0 || send(p->options->lifeline, line, (size_t)n, MSG_DONTWAIT | MSG_NOSIGNAL) != n)
        log_line(SLRUN_LOG_WARNING, "%s", json_string_value(json_object_get(refusal, "text")));
}

static int open_services(struct process *p, struct slrun_error *error)
{
    const struct local_options *o = p->options;
    if (prepare_data(o->data, error))
        return -1;
    p->auth = auth_new(o->strict_signatures);
    p->cloud = p->auth ? cloud_new(p->loop, o->host, o->data, p->auth) : NULL;
    if (p->cloud)
        p->cloud->jump = jump_new(p->cloud, o->lifeline);
    if (p->cloud)
        p->cloud->warnings = warnings_new(p->cloud);
    if (!p->cloud || !p->cloud->jump || !p->cloud->warnings)
        return error_set(error, SLRUN_E_MEMORY, "out of memory for the local cloud");
    p->cloud->at_once = o->at_once;
    (void)judge_mode_parse(o->iam, &p->cloud->judge->mode);
    if (o->lifeline >= 0) {
        p->cloud->judge->heard = on_refusal;
        p->cloud->judge->heard_arg = p;
    }
    if (o->account)
        (void)snprintf(p->cloud->account, sizeof p->cloud->account, "%s", o->account);
    if (o->credentials && auth_add_file(p->auth, o->credentials, error))
        return -1;
    for (size_t i = 0; i < o->n_plugins; i++)
        if (cloud_add(p->cloud, &o->plugins[i], error))
            return -1;
    return 0;
}

static int listen_at(struct process *p, struct slrun_error *error)
{
    const struct http_server_options options = {
        .host = p->options->address, .port = p->options->port, CLOUD_HANDLERS(p->cloud)};
    p->server = http_server_new(p->loop, &options, error);
    if (!p->server)
        return -1;
    cloud_set_address(p->cloud, p->options->address, http_server_port(p->server));
    if (!http_server_is_loopback(p->server))
        log_line(SLRUN_LOG_WARNING,
                 "the local cloud listens at %s: whoever reaches that address can read and change "
                 "all that is in it, and run programs as this user (functions)",
                 p->options->address);
    return 0;
}

static int tell(const struct process *p, struct slrun_error *error)
{
    unsigned port = http_server_port(p->server);
    if (p->options->lifeline >= 0) {
        if (!lifeline_write_port(p->options->lifeline, port))
            return 0;
        return error_set(error, SLRUN_E_CANCELLED, "--lifeline: the runner is gone");
    }
    printf("slrun local cloud ready at %s with", p->cloud->url);
    for (size_t i = 0; i < p->cloud->n_services; i++)
        printf(" %s", p->cloud->services[i].plugin->name);
    printf("\n");
    if (fflush(stdout))
        return error_set(error, SLRUN_E_IO, "standard output: %s", strerror(errno));
    return 0;
}

static void show_outputs(const json_t *stack)
{
    const json_t *outputs = json_object_get(stack, "Outputs");
    printf("stack %s is up\n", json_string_value(json_object_get(stack, "StackName")));
    for (size_t i = 0; i < json_array_size(outputs); i++) {
        const json_t *output = json_array_get(outputs, i);
        printf("  %s  %s\n", json_string_value(json_object_get(output, "OutputKey")),
               json_string_value(json_object_get(output, "OutputValue")));
    }
    fflush(stdout);
}

static void on_deployed(void *arg, const json_t *stack, const struct slrun_error *error)
{
    struct process *p = arg;
    if (!error) {
        show_outputs(stack);
        return;
    }
    error_copy(p->failed, error);
    loop_stop(p->loop);
}

static int put_up(struct process *p, struct slrun_error *error)
{
    const struct deploy_options options = {.template = p->options->template,
                                           .parameters = p->options->parameters,
                                           .done = on_deployed,
                                           .arg = p};
    p->failed = error;
    if (!options.template || !deploy(p->cloud, &options))
        return 0;
    return error_set(error, SLRUN_E_MEMORY, "out of memory for a stack");
}

/* In this order: no exchange waits when the services close. */
static void close_all(struct process *p)
{
    http_server_free(p->server);
    cloud_free(p->cloud);
    for (int i = 0; i < p->n_signals; i++)
        uv_close((uv_handle_t *)&p->signals[i], NULL);
    if (p->watching)
        uv_close((uv_handle_t *)&p->lifeline, NULL);
    loop_free(p->loop);
    auth_free(p->auth);
}

int local_serve(const struct local_options *options, struct slrun_error *error)
{
    struct process p = {.options = options};
    if (options->lifeline >= 0)
        platform_die_with_parent();
    platform_keep_memory();
    p.loop = loop_new(error);
    if (!p.loop)
        return -1;
    int rc = open_services(&p, error) || greet(&p, error) || listen_at(&p, error) ||
             watch(&p, error) || tell(&p, error) || put_up(&p, error);
    if (!rc)
        loop_run(p.loop);
    close_all(&p);
    return rc || error->kind != SLRUN_E_NONE ? -1 : 0;
}
