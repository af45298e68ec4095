/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/watch/watch_keys.h"

#include <unistd.h>

static void on_input(uv_poll_t *handle, int status, int events)
{
    struct watch_keys *keys = handle->data;
    char pressed[64];
    ssize_t n = status == 0 && events ? read(STDIN_FILENO, pressed, sizeof pressed) : 0;
    if (n <= 0)
        uv_poll_stop(handle); /* the terminal has gone */
    for (ssize_t i = 0; i < n; i++)
        keys->pressed(keys->arg, pressed[i]);
}

bool watch_keys_open(struct watch_keys *keys, uv_loop_t *loop, void (*pressed)(void *, char),
                     void *arg)
{
    *keys = (struct watch_keys){.pressed = pressed, .arg = arg};
    if (!isatty(STDIN_FILENO) || tcgetpgrp(STDIN_FILENO) != getpgrp() ||
        tcgetattr(STDIN_FILENO, &keys->before) != 0 ||
        uv_poll_init(loop, &keys->poll, STDIN_FILENO) != 0)
        return false;
    struct termios now = keys->before;
    now.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    now.c_cc[VMIN] = 1;
    now.c_cc[VTIME] = 0;
    keys->open = true;
    keys->poll.data = keys;
    tcsetattr(STDIN_FILENO, TCSANOW, &now);
    return uv_poll_start(&keys->poll, UV_READABLE, on_input) == 0;
}

void watch_keys_close(struct watch_keys *keys)
{
    if (!keys->open)
        return;
    keys->open = false;
    uv_close((uv_handle_t *)&keys->poll, NULL);
    tcsetattr(STDIN_FILENO, TCSANOW, &keys->before);
}
