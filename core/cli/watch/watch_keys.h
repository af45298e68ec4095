/* SPDX-License-Identifier: Apache-2.0 */
/* Keys that are pressed while specs are watched: each counts at once, and none is shown. */
#ifndef SLRUN_CLI_WATCH_KEYS_H
#define SLRUN_CLI_WATCH_KEYS_H

#include <stdbool.h>
#include <termios.h>

#include <uv.h>

struct watch_keys {
    uv_poll_t poll;
    struct termios before;
    void (*pressed)(void *arg, char key);
    void *arg;
    bool open;
};

/* Where standard input is a terminal and this process has it; false: there are no keys. Ctrl-C
 * stays a signal. */
bool watch_keys_open(struct watch_keys *keys, uv_loop_t *loop, void (*pressed)(void *, char),
                     void *arg);

/* The terminal is as it was before. */
void watch_keys_close(struct watch_keys *keys);

#endif
