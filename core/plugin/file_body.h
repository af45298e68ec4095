/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A body that is a file is read once before it is sent: for its size where that is not known, for
 * the hash that the signature needs, and for what the plugin computes of it (struct slrun_digest).
 * It is read on a thread of libuv's pool, so that nothing else waits.
 */
#ifndef SLRUN_PLUGIN_FILE_BODY_H
#define SLRUN_PLUGIN_FILE_BODY_H

#include <stdatomic.h>
#include <stdbool.h>

#include <uv.h>

#include <slrun/error.h>
#include <slrun/http.h>

struct slrun_ctx;

enum { FILE_BODY_HEX_SIZE = 65 };

/* Part of the call; must stay in place until it has ended. */
struct file_body {
    struct slrun_request *request;
    void *data; /* the caller's */
    /* Once, on a later turn of the loop; `error` is NULL or borrowed. Not after file_body_cancel()
     * but for the last of it: `cancelled` is then true. */
    void (*ended)(struct file_body *file, const struct slrun_error *error);
    atomic_bool cancelled;

    /* Its own. */
    uv_work_t work;
    struct slrun_error *error;
    char hash[FILE_BODY_HEX_SIZE];
};

/* Starts to read `file->request->body`. 0, or -1 with `error` filled. */
int file_body_start(struct file_body *file, uv_loop_t *loop, struct slrun_error *error);

/* Stops as soon as it can; ended() still comes. */
void file_body_cancel(struct file_body *file);

/* After ended() without an error: fills in size and hash, and has the plugin add what it computed.
 * 0, or -1 with ctx->error filled. */
int file_body_finish(struct file_body *file, struct slrun_ctx *ctx);

#endif
