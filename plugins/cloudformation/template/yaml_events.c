/* SPDX-License-Identifier: Apache-2.0 */
#include "template/yaml_events.h"

#include <string.h>

int yaml_line(const yaml_mark_t *mark)
{
    return (int)mark->line + 1;
}

/* Whether only blanks stand before the mark, and a tab there. */
static bool is_tab(const struct yaml_reader *r, const yaml_mark_t *at)
{
    const char *line = r->text;
    for (size_t i = 0; line && i < at->line; i++) {
        line = memchr(line, '\n', (size_t)(r->end - line));
        if (line)
            line++;
    }
    size_t blanks = 0;
    while (line && line + blanks < r->end && line[blanks] == ' ')
        blanks++;
    return line && line + blanks < r->end && blanks == at->column && line[blanks] == '\t';
}

static bool syntax_error(struct yaml_reader *r)
{
    const yaml_mark_t *at = &r->parser.problem_mark;
    struct problem_place place = {.line = 0};
    return problems_add(r->problems, &place,
                        "Template format error: YAML not well-formed. (line %d, column %d)%s%s%s",
                        yaml_line(at), (int)at->column + 1, r->parser.problem ? ": " : "",
                        r->parser.problem ? r->parser.problem : "",
                        is_tab(r, at) ? "; it is a tab: YAML is indented by blanks" : "");
}

bool yaml_fails(struct yaml_reader *r, const yaml_event_t *event, const char *text,
                const char *what)
{
    struct problem_place place = {.line = yaml_line(&event->start_mark)};
    return problems_add(r->problems, &place, "Template format error: %s%s", text, what);
}

bool yaml_next(struct yaml_reader *r, yaml_event_t *event)
{
    return yaml_parser_parse(&r->parser, event) ? true : syntax_error(r);
}

bool yaml_count(struct yaml_reader *r, const yaml_event_t *event, size_t n)
{
    r->nodes += n;
    return r->nodes <= TEMPLATE_NODES_MAX
               ? true
               : yaml_fails(r, event, "the template has too many values", "");
}
