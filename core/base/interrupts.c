/* SPDX-License-Identifier: Apache-2.0 */
#include "base/interrupts.h"

#include <signal.h>
#include <stddef.h>

/* Of the process, as signals are. A handler has no other way to say something. */
static volatile sig_atomic_t come;
static void (*before[3])(int number); /* of SIGINT, SIGTERM and SIGHUP */

static size_t place_of(int number)
{
    return number == SIGINT ? 0 : number == SIGTERM ? 1 : 2;
}

static void on_signal(int number)
{
    void (*also)(int number) = before[place_of(number)];
    come = 1;
    if (also)
        also(number);
}

void interrupts_notice(int number)
{
    struct sigaction old, now;
    if (sigaction(number, NULL, &old) != 0 || old.sa_handler == on_signal)
        return;
    now = old;
    now.sa_flags |= SA_RESTART;
    now.sa_handler = on_signal;
    bool handled = old.sa_handler != SIG_IGN && old.sa_handler != SIG_DFL;
    before[place_of(number)] = handled ? old.sa_handler : NULL;
    sigaction(number, &now, NULL);
}

bool interrupts_come(void)
{
    return come;
}

void interrupts_heard(void)
{
    come = 0;
}
