/* SPDX-License-Identifier: Apache-2.0 */
/*
 * slrun watch: runs the specs, and again what a change touches. Each round is a process of slrun of
 * its own, and so is the reading of the specs that says what there is to watch (watch_plan.h).
 */
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <uv.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/options/run_options.h"
#include "cli/watch/watch_files.h"
#include "cli/watch/watch_keys.h"
#include "cli/watch/watch_plan.h"
#include "cli/watch/watch_words.h"
#include "net/loop.h"

enum { SETTLE_MS = 150, KEY_END = 4 /* Ctrl-D */, CHANGES_TOLD = 3 };

struct watcher {
    char exe[PATH_MAX];
    struct watch_words words;
    uv_loop_t *loop;
    json_t *plan, *changed; /* absolute paths as keys: since the last round */
    struct watch_files *files;
    struct watch_keys keys;
    uv_timer_t settle;
    uv_signal_t signals[4];
    uv_process_t round;
    bool running, keyed, screen, ending;
    char next; /* a key: what comes after this round; or 0 */
    enum exitcode code;
    struct slrun_error error;
};

static const int numbers[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH};

static void end(struct watcher *w, enum exitcode code)
{
    w->ending = true;
    w->code = code;
    if (!w->running)
        loop_stop(w->loop);
}

/* Rounds ----------------------------------------------------------------------------------------
 */

static void tell_waiting(const struct watcher *w)
{
    size_t n = json_array_size(json_object_get(w->plan, "specs"));
    printf("watching %zu spec%s: %s\n", n, n == 1 ? "" : "s",
           w->keyed ? "Enter runs all, f what failed, q quits" : "Ctrl-C ends");
    fflush(stdout);
}

static void take_up(struct watcher *w);

/* Its handle may be used for the next. */
static void on_round_closed(uv_handle_t *handle)
{
    struct watcher *w = handle->data;
    w->running = false;
    if (w->ending) {
        loop_stop(w->loop);
        return;
    }
    tell_waiting(w);
    take_up(w);
}

static void on_round_over(uv_process_t *process, int64_t status, int number)
{
    const struct watcher *w = process->data;
    (void)status;
    if (number && !w->ending)
        printf("slrun: the run was ended by %s\n", strsignal(number));
    uv_close((uv_handle_t *)process, on_round_closed);
}

static int spawn(struct watcher *w, char **argv)
{
    uv_stdio_container_t io[] = {{.flags = UV_IGNORE},
                                 {.flags = UV_INHERIT_FD, .data.fd = STDOUT_FILENO},
                                 {.flags = UV_INHERIT_FD, .data.fd = STDERR_FILENO}};
    /* a session of its own: a signal of the terminal reaches it once, through this process */
    uv_process_options_t o = {.exit_cb = on_round_over,
                              .file = w->exe,
                              .args = argv,
                              .flags = UV_PROCESS_DETACHED,
                              .stdio_count = 3,
                              .stdio = io};
    w->round.data = w;
    int rc = uv_spawn(w->loop, &w->round, &o);
    if (rc != 0)
        uv_close((uv_handle_t *)&w->round, NULL);
    return rc;
}

static void signal_round(struct watcher *w, int number)
{
    if (w->running && !uv_is_closing((uv_handle_t *)&w->round))
        uv_process_kill(&w->round, number);
}

static void run(struct watcher *w, const json_t *specs, const char *more)
{
    struct words words = {0};
    const struct watch_round round = {specs, more};
    fflush(stdout);
    int rc = watch_words_of_round(&words, &w->words, &round, &w->error);
    int why = rc == 0 ? spawn(w, words.at) : 0;
    w->running = rc == 0 && why == 0;
    if (why != 0)
        error_set(&w->error, SLRUN_E_INTERNAL, "%s: %s", w->exe, uv_strerror(why));
    if (!w->running) {
        command_fail(&w->error);
        end(w, EXITCODE_INTERNAL);
    }
    words_free(&words);
}

/* What there is to watch ------------------------------------------------------------------------
 */

static bool watch_above(struct watcher *w, const char *path, const char *top)
{
    char folder[PATH_MAX];
    bool all = true;
    snprintf(folder, sizeof folder, "%s", path);
    for (char *slash; (slash = strrchr(folder, '/')) && slash != folder;) {
        *slash = '\0';
        all = watch_files_add(w->files, folder, false) && all;
        if (!top || strcmp(folder, top) == 0 || strncmp(folder, top, strlen(top)) != 0)
            break;
    }
    return all;
}

static bool watch_list(struct watcher *w, const json_t *list)
{
    size_t i;
    const json_t *one;
    bool all = true;
    json_array_foreach (list, i, one)
        all = watch_above(w, json_string_value(one), NULL) &&
              watch_files_add(w->files, json_string_value(one), true) && all;
    return all;
}

static void watch(struct watcher *w)
{
    size_t i;
    const json_t *spec;
    const char *top = json_string_value(json_object_get(w->plan, "top"));
    bool all = watch_list(w, json_object_get(w->plan, "trees")) &&
               watch_list(w, json_object_get(w->plan, "all"));
    json_array_foreach (json_object_get(w->plan, "specs"), i, spec)
        all = watch_above(w, json_string_value(json_object_get(spec, "file")), top) &&
              watch_list(w, json_object_get(spec, "stacks")) && all;
    if (!all)
        fprintf(stderr, "slrun: not all folders can be watched (fs.inotify.max_user_watches)\n");
}

/* The plan anew; the one before, or NULL where there is none now. */
static json_t *renew(struct watcher *w)
{
    json_t *before = w->plan, *plan = watch_plan_ask(w->words.plan.at);
    if (!plan)
        return NULL;
    w->plan = plan;
    watch(w);
    return before;
}

/* A round begins on a screen of its own, where there is one, and says why. */
static void tell_changes(const struct watcher *w, const json_t *changed)
{
    char here[PATH_MAX];
    size_t told = 0, n = getcwd(here, sizeof here) ? strlen(here) : 0;
    const char *path;
    json_t *unused;
    if (w->screen)
        fputs("\033[H\033[2J", stdout);
    json_object_foreach ((json_t *)changed, path, unused) {
        bool inside = n > 0 && strncmp(path, here, n) == 0 && path[n] == '/';
        if (told++ < CHANGES_TOLD)
            printf("%s%s", told == 1 ? "changed: " : ", ", inside ? path + n + 1 : path);
    }
    if (told > 0)
        printf("%s\n", told > CHANGES_TOLD ? ", ..." : "");
}

/* What was asked for by a key, or is touched by what has changed; else it goes on waiting. */
static void take_up(struct watcher *w)
{
    char key = w->next;
    w->next = 0;
    if (key) {
        json_object_clear(w->changed);
        json_decref(renew(w));
        tell_changes(w, w->changed);
        run(w, NULL, key == 'f' ? "--lf" : NULL);
    } else if (json_object_size(w->changed) > 0) {
        json_t *before = renew(w);
        json_t *specs = before ? watch_plan_touched(w->plan, before, w->changed) : NULL;
        size_t n = json_array_size(specs), all = json_array_size(json_object_get(w->plan, "specs"));
        if (n > 0)
            tell_changes(w, w->changed);
        json_object_clear(w->changed);
        json_decref(before);
        if (n > 0)
            run(w, n == all ? NULL : specs, NULL);
        json_decref(specs);
    }
}

/* Events ----------------------------------------------------------------------------------------
 */

static void on_settled(uv_timer_t *timer)
{
    struct watcher *w = timer->data;
    if (!w->running && !w->ending)
        take_up(w);
}

/* A save is several events: they are taken up together. */
static void on_changed(void *arg, const char *path)
{
    struct watcher *w = arg;
    json_object_set_new(w->changed, path, json_true());
    if (!uv_is_active((uv_handle_t *)&w->settle))
        uv_timer_start(&w->settle, on_settled, SETTLE_MS, 0);
}

static void on_key(void *arg, char key)
{
    struct watcher *w = arg;
    if (key == 'q' || key == KEY_END) {
        end(w, EXITCODE_OK);
        signal_round(w, SIGINT);
    } else if (key == '\r' || key == '\n' || key == 'f') {
        w->next = key;
        if (!w->running)
            take_up(w);
    }
}

static void on_signal(uv_signal_t *handle, int number)
{
    struct watcher *w = handle->data;
    signal_round(w, number == SIGHUP ? SIGTERM : number);
    if (number != SIGWINCH)
        end(w, EXITCODE_INTERRUPTED);
}

/* From the command line to the first round ------------------------------------------------------
 */

static int open_all(struct watcher *w)
{
    w->loop = loop_new(&w->error);
    if (!w->loop)
        return -1;
    w->changed = json_object();
    w->files = watch_files_new(w->loop, on_changed, w);
    if (!w->changed || !w->files)
        return error_set(&w->error, SLRUN_E_MEMORY, "out of memory");
    uv_timer_init(w->loop, &w->settle);
    w->settle.data = w;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        uv_signal_init(w->loop, &w->signals[i]);
        w->signals[i].data = w;
        uv_signal_start(&w->signals[i], on_signal, numbers[i]);
    }
    const char *term = getenv("TERM");
    w->screen = isatty(STDOUT_FILENO) && term && strcmp(term, "dumb") != 0;
    w->keyed = watch_keys_open(&w->keys, w->loop, on_key, w);
    return 0;
}

static void close_all(struct watcher *w)
{
    watch_keys_close(&w->keys);
    watch_files_close(w->files);
    if (w->settle.data) {
        uv_close((uv_handle_t *)&w->settle, NULL);
        for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
            uv_close((uv_handle_t *)&w->signals[i], NULL);
    }
    loop_free(w->loop);
    watch_files_free(w->files);
    json_decref(w->plan);
    json_decref(w->changed);
    watch_words_free(&w->words);
}

static enum exitcode begin(struct watcher *w, int argc, char **argv)
{
    size_t n = sizeof w->exe;
    if (uv_exepath(w->exe, &n) != 0) {
        error_set(&w->error, SLRUN_E_INTERNAL, "slrun does not find itself");
        return command_fail(&w->error);
    }
    w->words.exe = w->exe;
    if (watch_words_read(&w->words, argc, argv, &w->error) != 0 || open_all(w) != 0)
        return command_fail(&w->error);
    w->plan = watch_plan_ask(w->words.plan.at);
    if (!w->plan)
        return EXITCODE_USAGE; /* its process has said why */
    watch(w);
    run(w, NULL, NULL);
    if (!w->ending || w->running)
        loop_run(w->loop);
    return w->code;
}

static enum exitcode command_watch_main(const struct command *self, int argc, char **argv)
{
    struct watcher *w = calloc(1, sizeof *w);
    struct run_options o = run_options_initial;
    struct arg_rest rest = {0};
    struct slrun_error error = {0};
    enum exitcode code = EXITCODE_INTERNAL;
    if (argc > 0 && strcmp(argv[0], WATCH_PLAN_WORD) == 0)
        code = watch_plan_print(argc - 1, argv + 1);
    else if (args_parse(run_options, &(struct arg_line){argc, argv, &o}, &rest, &error) != 0)
        code = command_fail(&error);
    else if (o.help)
        code = command_help(self);
    else if (o.version)
        code = command_version();
    else if (w) {
        code = begin(w, argc, argv);
        close_all(w);
        error_clear(&w->error);
    }
    free(rest.words);
    free(w);
    error_clear(&error);
    return code;
}

const struct command command_watch = {
    .name = "watch",
    .usage = "watch [options] [FILE | DIRECTORY | FILE::CASE]...",
    .about =
        "Runs specs, and again what a change touches: a spec, a conftest.lua, the template or a "
        "handler\nof a stack, slrun.yaml, a plugin. Options and arguments are those of a run.",
    .options = run_options,
    .run = command_watch_main,
    .words = COMMAND_SPECS,
};
