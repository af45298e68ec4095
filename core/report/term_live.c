/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The live line of a terminal: how far the run is, and what waits longest for what. It stands in
 * the line below the letters (or in the line of the cursor, where that is empty), never scrolls
 * away, and is gone before anything else is printed there.
 */
#include <string.h>

#include "base/width.h"
#include "report/term_state.h"

/* Moves that every terminal since the VT100 knows. All below is erased: a line that was drawn
 * before the terminal became narrower has wrapped into several. */
static const char erase[] = "\r\033[J";

static void back_to_letters(const struct term *t)
{
    fputs("\033[A\r", t->o.out);
    if (t->column)
        fprintf(t->o.out, "\033[%uC", t->column);
}

void term_live_hide(struct term *t)
{
    if (!t->live)
        return;
    term_measure(t);
    size_t wrapped = (t->live - 1) / t->o.width;
    t->live = 0;
    if (t->column) {
        fprintf(t->o.out, "\n%s", erase);
        back_to_letters(t);
        return;
    }
    if (wrapped)
        fprintf(t->o.out, "\033[%zuA", wrapped);
    fputs(erase, t->o.out);
}

/* `room`: columns for the id; where it does not fit for the name alone, for what is expected says
 * more than where. */
static void add_wait(struct buf *line, const struct term_wait *w, size_t room)
{
    const struct result *r = w->result;
    const char *phase = r->n_phases ? r->phases[r->n_phases - 1].name : "setup";
    struct buf id = BUF_INIT(TERM_TEXT_MAX);
    buf_printf(&id, "%s::%s", r->path, r->name);
    buf_puts(line, " | ");
    width_fit(line, width_of(buf_str(&id)) > room ? r->name : buf_str(&id), room);
    buf_free(&id);
    buf_printf(line, ": %s %.0fs", term_phase_name(phase), w->seconds);
    if (*w->expects)
        buf_printf(line, ", %s", w->expects);
}

static void add_text(const struct term *t, const struct term_live *live, struct buf *line)
{
    buf_printf(line, "%zu/%zu", t->seen, t->total);
    if (t->failed)
        buf_printf(line, ", %zu failed", t->failed);
    buf_printf(line, ", %zu in flight", live->in_flight);
    for (size_t i = 0; i < live->n_waits; i++)
        add_wait(line, &live->waits[i], t->o.width * 2 / 5);
}

void term_live_show(struct term *t, const struct term_live *live)
{
    struct buf line = BUF_INIT(TERM_TEXT_MAX), shown = BUF_INIT(TERM_TEXT_MAX);
    term_live_hide(t);
    term_measure(t);
    if (t->column + 1 >= t->o.width) /* narrower than the row of letters by now */
        term_fresh_line(t);
    add_text(t, live, &line);
    /* the last column stays free: a terminal goes to the next line when it is written */
    width_fit(&shown, buf_str(&line), t->o.width - 1);
    if (t->column)
        fputc('\n', t->o.out);
    fputs(buf_str(&shown), t->o.out);
    if (t->column)
        back_to_letters(t);
    fflush(t->o.out);
    t->live = width_of(buf_str(&shown));
    buf_free(&line);
    buf_free(&shown);
}
