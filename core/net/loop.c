/* SPDX-License-Identifier: Apache-2.0 */
/* The event loop: made, run, closed. */
#include "net/loop.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <uv.h>

#include "base/error.h"
#include "base/log.h"

/* Raises the soft limit on open files to the hard one; the limit now in force. */
static unsigned long loop_raise_files(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit))
        return 0;
    if (limit.rlim_cur != limit.rlim_max) {
        rlim_t soft = limit.rlim_cur;
        limit.rlim_cur = limit.rlim_max;
        if (setrlimit(RLIMIT_NOFILE, &limit))
            limit.rlim_cur = soft;
    }
    return (unsigned long)limit.rlim_cur;
}

struct uv_loop_s *loop_new(struct slrun_error *error)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    uv_loop_t *loop = malloc(sizeof *loop);
    int rc = loop ? uv_loop_init(loop) : UV_ENOMEM;
    if (rc) {
        free(loop);
        error_set(error, SLRUN_E_INTERNAL, "cannot make an event loop: %s", uv_strerror(rc));
        return NULL;
    }
    sigaction(SIGPIPE, &ignore, NULL);
    sigaction(SIGXFSZ, &ignore, NULL);
    loop_raise_files();
    return loop;
}

int loop_run(struct uv_loop_s *loop)
{
    return uv_run(loop, UV_RUN_DEFAULT) != 0;
}

void loop_stop(struct uv_loop_s *loop)
{
    uv_stop(loop);
}

static void abort_if_open(uv_handle_t *handle, void *arg)
{
    (void)arg;
    if (uv_is_closing(handle))
        return;
    log_line(SLRUN_LOG_ERROR, "a %s handle is open as the loop closes",
             uv_handle_type_name(uv_handle_get_type(handle)));
    abort();
}

void loop_free(struct uv_loop_s *loop)
{
    if (!loop)
        return;
    uv_walk(loop, abort_if_open, NULL);
    /* A stop asked for before would end the first run at once: run until all is closed. */
    while (uv_run(loop, UV_RUN_DEFAULT))
        ;
    if (uv_loop_close(loop))
        abort();
    free(loop);
}
