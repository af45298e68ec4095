/* SPDX-License-Identifier: Apache-2.0 */
/* What a worker process says to its run, as bytes from anywhere and in pieces of any size. The
 * first byte is the size of a piece. Needs slrun_run. */
#define _XOPEN_SOURCE 700 /* pthread_rwlock_t of uv.h */

#include <stdint.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "run/worker/wire.h"

enum { INPUT_MAX = 32768 /* what a socket holds */ };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void heard(struct wire *wire, json_t *message)
{
    (void)wire;
    if (message == NULL)
        abort();
}

static void closed(struct wire *wire)
{
    *(bool *)wire->owner = true;
}

static void ended(struct wire *wire)
{
    wire_close(wire, closed);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct wire wire = {.heard = heard, .ended = ended};
    bool done = false;
    uv_loop_t loop;
    int ends[2];
    if (size < 1 || size > INPUT_MAX)
        return 0;
    if (uv_loop_init(&loop) != 0 || socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        abort();
    wire.owner = &done;
    wire_init(&wire, &loop);
    if (uv_pipe_open(&wire.pipe, ends[0]) != 0)
        abort();
    wire_listen(&wire);
    size_t piece = (size_t)data[0] * data[0] + 1;
    for (size_t at = 1; at < size && !done; at += piece) {
        size_t n = size - at < piece ? size - at : piece;
        if (write(ends[1], data + at, n) != (ssize_t)n)
            abort();
        (void)uv_run(&loop, UV_RUN_NOWAIT);
    }
    (void)close(ends[1]);
    (void)uv_run(&loop, UV_RUN_DEFAULT);
    if (!done || uv_loop_close(&loop) != 0)
        abort();
    return 0;
}
