/* SPDX-License-Identifier: Apache-2.0 */
#include "run/session/looks.h"

#include <stdio.h>

void looks_add(struct looks *looks, const struct look *look)
{
    size_t at = looks->n;
    while (at > 0 && look->seconds > looks->list[at - 1].seconds)
        at--;
    if (at == LOOKS_MAX)
        return;
    for (size_t i = LOOKS_MAX - 1; i > at; i--)
        looks->list[i] = looks->list[i - 1];
    looks->list[at] = *look;
    looks->n += looks->n < LOOKS_MAX;
}

void looks_add_life(struct looks *looks, struct life *life)
{
    looks->in_flight++;
    looks_add(
        looks,
        &(struct look){.life = life, .result = life_result(life), .seconds = life_in_phase(life)});
}

void look_at_expects(const struct look *look, char text[LOOKS_EXPECTS_MAX])
{
    if (look->life)
        life_expects(look->life, text, LOOKS_EXPECTS_MAX);
    else
        snprintf(text, LOOKS_EXPECTS_MAX, "%s", look->expects ? look->expects : "");
}
