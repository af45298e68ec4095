/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is said on the lifeline between a runner and its local cloud: lines of JSON. At the start
 * {"access_key":..,"secret_key":..} to the local cloud and {"port":N} back. Then, in this order, as
 * often as the clock jumps:
 *
 *   {"ask":N,"calls":K,"sum":S,"within":MS}   to the local cloud: I am quiet. My requests that are
 *                       not answered are these (plugin/flights.h); a jump may go so far (null:
 *                       nothing of mine is due, I only wait for answers).
 *   {"offer":N,"ms":MS}                       back: so am I, and nothing of mine is due earlier
 *   {"jump":N,"ms":MS}                        to the local cloud: I have jumped so far, now you
 *
 * And at any time, after the port:
 *
 *   {"denied":{"name":..,"target":..,"text":..,"hint":..}}   back: AWS would refuse a call
 * (judge.h)
 *
 * And in the end its end: whoever sees it knows that the other is gone.
 *
 * Why no case and no service ever sees a clock that has jumped over something at work:
 *
 * 1. The runner decides. It jumps when it reads the offer, and only if nothing has happened since
 *    it asked (lua/waiting/quiet.h): no Lua code has run, no request was sent, no answer has come.
 * A question that is not its latest has no offer worth anything. Whatever it does in between makes
 * it decline, and it asks again when it is quiet again.
 * 2. An answer on its way to the runner, or a request on its way to the local cloud, makes the two
 *    sets of unanswered requests different: there is no offer. Equal sets whose members are all
 *    parked mean that the runner waits for nothing but the clock.
 * 3. Between its offer and the runner's jump the local cloud can begin something only by a timer of
 *    its own, which is due no earlier than the jump ends (less the moment that has passed), or for
 *    a client that is neither the runner nor a handler. Such clients are not what the virtual clock
 *    is for; one that is another runner stops the jumps for good.
 * 4. The runner writes "jump" before it sends any later request, and a local socket delivers at
 *    once. The local cloud reads what stands on the lifeline before it looks at the head of a
 *    request, so it never serves one by a clock that is behind the runner's.
 * 5. Both add the same milliseconds, so their clocks never differ but between the two in 4.
 *
 * A line that cannot be written at once is not sent, and what it would have begun does not happen.
 */
#ifndef SLRUN_LOCAL_LIFELINE_H
#define SLRUN_LOCAL_LIFELINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <jansson.h>

#include "plugin/flights.h"

enum { LIFELINE_LINE_MAX = 4096, LIFELINE_KEY_MAX = 256, LIFELINE_WORD_MAX = 160 };

enum lifeline_kind { LIFELINE_ASK, LIFELINE_OFFER, LIFELINE_JUMP };

/* A word about the clock. */
struct lifeline_word {
    enum lifeline_kind kind;
    uint64_t number;        /* of the question */
    double ms;              /* how far: at most (INFINITY: no matter), offered, jumped */
    struct flights flights; /* of a question */
};

/* The word as a line with its end; its length. */
int lifeline_write_word(char line[LIFELINE_WORD_MAX], const struct lifeline_word *word);

/* The word in a line (without its end); false: it is none. */
bool lifeline_read_word(const char *line, size_t size, struct lifeline_word *word);

/* The line of a refusal, with its end; its length, or 0: it is too long. And back: a new reference,
 * or NULL: it is none. */
int lifeline_write_denied(char line[LIFELINE_LINE_MAX], const json_t *refusal);
json_t *lifeline_read_denied(const char *line, size_t size);

/* Lines out of what comes in pieces. Zeroed before its first use. */
struct lifeline_lines {
    char text[LIFELINE_LINE_MAX];
    size_t n;
};

/* Where the next bytes go, and how many fit: 0 when a line is too long. */
char *lifeline_room(struct lifeline_lines *lines, size_t *size);

/* So many have come. Each line that is whole goes to heard(). */
void lifeline_came(struct lifeline_lines *lines, size_t size,
                   void (*heard)(void *arg, const char *line, size_t size), void *arg);

struct lifeline_keys {
    char access[LIFELINE_KEY_MAX + 1], secret[LIFELINE_KEY_MAX + 1]; /* "": none */
};

/* The local cloud's side; it waits for the runner's line. 0, or -1: no such line came. */
int lifeline_read_keys(int fd, struct lifeline_keys *keys);
int lifeline_write_port(int fd, unsigned port);
void lifeline_wipe(struct lifeline_keys *keys);

/* The runner's side, as text. The greeting with its line end: malloc's, or NULL. The port of a line
 * (without its end), or 0. */
char *lifeline_greeting(const char *access_key, const char *secret_key);
unsigned lifeline_port(const char *line, size_t size);

#endif
