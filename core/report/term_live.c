/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The live line of a terminal: how far the run is, and what waits longest for what. It stands in
 * the line below the letters (or in the line of the cursor, where that is empty), never scrolls
 * away, and is gone before anything else is printed there.
 */
#include <string.h>

#include "base/width.h"
#include "report/term_state.h"

/* Moves that every terminal since the VT100 knows. */
#define ERASE "\r\033[2K"
#define UP    "\033[A"

static void back_to_letters(const struct term *t)
{
    fprintf(t->o.out, UP "\r");
    if (t->column)
        fprintf(t->o.out, "\033[%uC", t->column);
}

void term_live_hide(struct term *t)
{
    if (!t->live)
        return;
    t->live = false;
    if (t->column == 0) {
        fputs(ERASE, t->o.out);
        return;
    }
    fputs("\n" ERASE, t->o.out);
    back_to_letters(t);
}

static void add_wait(struct buf *line, const struct term_wait *w)
{
    const struct result *r = w->result;
    const char *phase = r->n_phases ? r->phases[r->n_phases - 1].name : "setup";
    buf_printf(line, " | %s::%s: %s %.0fs", r->path, r->name, term_phase_name(phase), w->seconds);
    if (*w->expects)
        buf_printf(line, ", %s", w->expects);
}

void term_live_show(struct term *t, const struct term_live *live)
{
    struct buf line = BUF_INIT(TERM_TEXT_MAX), shown = BUF_INIT(TERM_TEXT_MAX);
    term_measure(t);
    buf_printf(&line, "%zu/%zu", t->seen, t->total);
    if (t->failed)
        buf_printf(&line, ", %zu failed", t->failed);
    buf_printf(&line, ", %zu in flight", live->in_flight);
    for (size_t i = 0; i < live->n_waits; i++)
        add_wait(&line, &live->waits[i]);
    /* the last column stays free: a terminal goes to the next line when it is written */
    width_fit(&shown, buf_str(&line), t->o.width - 1);
    fputs(t->column ? "\n" ERASE : ERASE, t->o.out);
    fputs(buf_str(&shown), t->o.out);
    if (t->column)
        back_to_letters(t);
    fflush(t->o.out);
    t->live = true;
    buf_free(&line);
    buf_free(&shown);
}
