/* SPDX-License-Identifier: Apache-2.0 */
#include "local/warnings.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "local/clock/timer.h"

struct warning {
    int64_t at_ms;
    char text[WARNING_SIZE];
};

struct warnings {
    struct cloud *cloud;
    pthread_t thread; /* of the loop: other threads must not touch this */
    size_t n;         /* so many there have been; the last ones are in the ring */
    struct warning ring[WARNINGS_MAX];
};

/* What AWS would refuse has a list of its own (judge.h). */
static bool is_wanted(enum slrun_log_level level, const char *text)
{
    static const char refusal[] = "AWS would refuse";
    return level <= SLRUN_LOG_WARNING && strncmp(text, refusal, sizeof refusal - 1) != 0;
}

static void on_line(void *arg, enum slrun_log_level level, const char *text)
{
    struct warnings *w = arg;
    if (!pthread_equal(w->thread, pthread_self()) || !is_wanted(level, text))
        return;
    struct warning *one = &w->ring[w->n++ % WARNINGS_MAX];
    one->at_ms = timer_now_ms(&w->cloud->api);
    (void)snprintf(one->text, sizeof one->text, "%s", text);
}

struct warnings *warnings_new(struct cloud *cloud)
{
    struct warnings *w = calloc(1, sizeof *w);
    if (!w)
        return NULL;
    w->cloud = cloud;
    w->thread = pthread_self();
    log_hear(on_line, w);
    return w;
}

void warnings_free(struct warnings *w)
{
    if (w)
        log_hear(NULL, NULL);
    free(w);
}

void warnings_answer(struct cloud *cloud, struct slrun_exchange *x)
{
    const struct warnings *w = cloud->warnings;
    json_t *list = json_array();
    size_t n = !w ? 0 : w->n < WARNINGS_MAX ? w->n : WARNINGS_MAX;
    for (size_t i = 1; i <= n; i++) {
        const struct warning *one = &w->ring[(w->n - i) % WARNINGS_MAX];
        json_t *text = json_stringn_nocheck(one->text, strlen(one->text));
        json_array_append_new(
            list, json_pack("{s:I, s:o*}", "at_ms", (json_int_t)one->at_ms, "text", text));
    }
    exchange_json(x, 200, json_pack("{s:o}", "warnings", list));
}

void warnings_clear(struct warnings *w)
{
    if (w)
        w->n = 0;
}
