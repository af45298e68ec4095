/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/crash.h"

#include <string.h>
#include <unistd.h>

static const int signals[CRASH_SIGNALS] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

/* Handlers take no argument, so what they say stands here. */
static struct {
    const struct crash_watch *watch;
    const char *path, *in;
} watched;

static void put(const char *text)
{
    ssize_t written = write(STDERR_FILENO, text, strlen(text));
    (void)written; /* there is nobody else to tell */
}

/* The instruction that failed, or abort(), is tried again by whoever was asked before. */
static void crashed(int number)
{
    (void)number;
    put("slrun: ");
    put(watched.path);
    put(": the plugin crashed in ");
    put(watched.in);
    put("\n  hint: `slrun plugins check` judges a plugin in processes of its own\n");
    crash_forget(watched.watch);
}

void crash_watch(struct crash_watch *watch, const char *path, const char *in)
{
    struct sigaction action = {.sa_handler = crashed};
    sigemptyset(&action.sa_mask);
    watched.watch = watch;
    watched.path = path;
    watched.in = in;
    for (size_t i = 0; i < CRASH_SIGNALS; i++)
        sigaction(signals[i], &action, &watch->before[i]);
}

void crash_forget(const struct crash_watch *watch)
{
    for (size_t i = 0; i < CRASH_SIGNALS; i++)
        sigaction(signals[i], &watch->before[i], NULL);
}
