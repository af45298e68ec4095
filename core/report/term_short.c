/* SPDX-License-Identifier: Apache-2.0 */
/* The short summary: a line for each case of the kinds that -r names, its id as a word for a shell.
 */
#include <string.h>

#include <jansson.h>

#include "base/text.h"
#include "base/width.h"
#include "report/term_state.h"

struct summary {
    const struct term *t;
    const struct run_summary *s;
    const char *title;
    bool begun;
};

static void begin(struct summary *sum)
{
    if (!sum->begun)
        term_rule(sum->t, BOLD, '=', sum->title);
    sum->begun = true;
}

/* A word in its colour. */
struct painted {
    enum color color;
    const char *text;
};

static const struct painted error_word = {RED, "ERROR"};

/* "WORD ID - why"; on a terminal what does not fit into the line is left out of `why`. */
static void line(struct summary *sum, struct painted word, const char *id, const char *why)
{
    const struct term *t = sum->t;
    struct buf quoted = BUF_INIT(TERM_TEXT_MAX), fitted = BUF_INIT(TERM_TEXT_MAX);
    begin(sum);
    text_add_shell(&quoted, id);
    term_paint(t, word.color, "%s", word.text);
    term_print(t, " %s", buf_str(&quoted));
    size_t used = strlen(word.text) + 1 + width_of(buf_str(&quoted)) + 3;
    if (why && t->o.windowed && t->o.verbosity < 2)
        width_fit(&fitted, why, used < t->o.width ? t->o.width - used : 0);
    else if (why)
        buf_puts(&fitted, why);
    if (fitted.len)
        term_print(t, " - %s", buf_str(&fitted));
    fputc('\n', t->o.out);
    buf_free(&quoted);
    buf_free(&fitted);
}

static void case_line(struct summary *sum, const struct result *r, const char *word,
                      const char *why)
{
    struct buf id = BUF_INIT(TERM_TEXT_MAX);
    buf_printf(&id, "%s::%s", r->path, r->name);
    line(sum, (struct painted){term_color(r->outcome), word}, buf_str(&id), why);
    buf_free(&id);
}

/* A step of a clean-up that failed. */
static void problem_line(struct summary *sum, const char *id, const char *what,
                         const struct problem *p)
{
    struct buf why = BUF_INIT(TERM_TEXT_MAX);
    buf_printf(&why, "%s%s: %s", problem_of(what), what, p->failure.summary);
    line(sum, error_word, id, buf_str(&why));
    buf_free(&why);
}

static void fixture_problem(struct summary *sum, const struct fixture_result *f,
                            const struct problem *p)
{
    struct buf what = BUF_INIT(TERM_TEXT_MAX);
    buf_printf(&what, "fixture '%s'", f->name);
    if (strncmp(p->what, "fixture ", 8) != 0)
        buf_printf(&what, ": %s", p->what);
    problem_line(sum, f->spec ? f->spec : f->path, buf_str(&what), p);
    buf_free(&what);
}

/* Kinds --------------------------------------------------------------------------------------- */

/* Cases of one outcome. */
static void each_of(struct summary *sum, enum outcome outcome, bool expected)
{
    for (size_t i = 0; i < sum->s->n_results; i++) {
        const struct result *r = &sum->s->results[i];
        if (r->name && r->outcome == outcome)
            case_line(sum, r, outcome_verbose(outcome),
                      expected ? r->expected : r->failure.summary);
    }
}

static void failed(struct summary *sum)
{
    for (size_t i = 0; i < sum->s->n_results; i++) {
        const struct result *r = &sum->s->results[i];
        if (r->name && (r->outcome == OUTCOME_FAILED || r->outcome == OUTCOME_TIMEOUT))
            case_line(sum, r, outcome_verbose(r->outcome), r->failure.summary);
    }
}

static void errors(struct summary *sum)
{
    const struct run_summary *s = sum->s;
    for (size_t i = 0; i < s->n_results; i++) {
        const struct result *r = &s->results[i];
        struct buf id = BUF_INIT(TERM_TEXT_MAX);
        if (r->name && r->outcome == OUTCOME_ERROR && r->failure.text)
            case_line(sum, r, "ERROR", r->failure.summary);
        if (r->problems)
            buf_printf(&id, "%s::%s", r->path, r->name);
        for (const struct problem *p = r->problems; p; p = p->next)
            problem_line(sum, buf_str(&id), p->what, p);
        buf_free(&id);
    }
    for (const struct fixture_result *f = s->fixtures; f; f = f->next)
        for (const struct problem *p = f->problems; p; p = p->next)
            fixture_problem(sum, f, p);
    for (size_t i = 0; i < s->n_errors; i++) {
        struct buf why = BUF_INIT(TERM_TEXT_MAX);
        buf_add(&why, s->errors[i].text, strcspn(s->errors[i].text, "\n"));
        line(sum, error_word, s->errors[i].path, buf_str(&why));
        buf_free(&why);
    }
}

/* Those of one place and reason are one line, as with pytest. */
static void skipped(struct summary *sum)
{
    json_t *places = json_object();
    const char *place;
    json_t *count;
    for (size_t i = 0; i < sum->s->n_results; i++) {
        const struct result *r = &sum->s->results[i];
        struct buf key = BUF_INIT(TERM_TEXT_MAX);
        if (!r->name || r->outcome != OUTCOME_SKIPPED)
            continue;
        buf_printf(&key, "%s:%d: ", r->path, r->line);
        text_add(&key, r->failure.summary ? r->failure.summary : "");
        count = json_object_get(places, buf_str(&key));
        json_object_set_new(places, buf_str(&key), json_integer(json_integer_value(count) + 1));
        buf_free(&key);
    }
    json_object_foreach (places, place, count) {
        begin(sum);
        term_paint(sum->t, YELLOW, "SKIPPED");
        term_print(sum->t, " [%lld] %s\n", (long long)json_integer_value(count), place);
    }
    json_decref(places);
}

static void xfailed(struct summary *sum)
{
    each_of(sum, OUTCOME_XFAILED, true);
}

static void xpassed(struct summary *sum)
{
    each_of(sum, OUTCOME_XPASSED, true);
}

static void passed(struct summary *sum)
{
    each_of(sum, OUTCOME_PASSED, true);
    each_of(sum, OUTCOME_FLAKY, true);
}

/* Each try before the last, the first of them first. */
static void rerun_lines(struct summary *sum, const struct result *earlier)
{
    if (!earlier)
        return;
    rerun_lines(sum, earlier->earlier);
    struct result shown = *earlier;
    shown.outcome = OUTCOME_FLAKY;
    case_line(sum, &shown, "RERUN", earlier->failure.summary);
}

static void nothing(struct summary *sum)
{
    (void)sum;
}

static const struct {
    char letter;
    void (*show)(struct summary *sum);
} kinds[] = {
    {'f', failed},  {'E', errors},  {'s', skipped}, {'x', xfailed},
    {'X', xpassed}, {'p', passed},  {'P', nothing}, /* a section of its own, as the next two */
    {'R', nothing}, {'r', nothing}, {'w', nothing}, /* pytest's warnings: slrun prints its own as
                                                       they come */
};

enum { KINDS = sizeof kinds / sizeof *kinds };

static size_t kind_of(char letter)
{
    size_t i = 0;
    while (i < KINDS && kinds[i].letter != letter)
        i++;
    return i;
}

/* As pytest-rerunfailures: the tries of each case that was tried again, and what became of it. */
void term_reruns(const struct term *t, const struct run_summary *s)
{
    struct summary sum = {.t = t, .s = s, .title = "rerun test summary info"};
    if (!strpbrk(t->o.shown, "rR"))
        return;
    for (size_t i = 0; i < s->n_results; i++) {
        const struct result *r = &s->results[i];
        if (!r->name || !r->earlier)
            continue;
        rerun_lines(&sum, r->earlier);
        case_line(&sum, r, outcome_verbose(r->outcome), r->failure.summary);
    }
}

void term_short(const struct term *t, const struct run_summary *s)
{
    struct summary sum = {.t = t, .s = s, .title = "short test summary info"};
    for (const char *letter = t->o.shown; *letter; letter++)
        kinds[kind_of(*letter)].show(&sum);
}

const char *term_shown(const char *letters, char shown[TERM_SHOWN_MAX])
{
    size_t n = 0;
    for (; *letters; letters++) {
        const char *all = *letters == 'a'   ? "sxXEf"
                          : *letters == 'A' ? "PpsxXEf"
                          : *letters == 'N' ? ""
                                            : NULL;
        /* pytest takes these capitals, too */
        char letter = *letters == 'F' ? 'f' : *letters == 'S' ? 's' : *letters;
        if (all) {
            n = strlen(all);
            memcpy(shown, all, n);
        } else if (kind_of(letter) == KINDS) {
            return letters;
        } else if (!memchr(shown, letter, n)) {
            shown[n++] = letter;
        }
    }
    shown[n] = '\0';
    return NULL;
}
