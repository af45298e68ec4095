/* SPDX-License-Identifier: Apache-2.0 */
#include "report/github.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <slrun/member.h>

#include "base/buf.h"
#include "base/text.h"
#include "report/github_summary.h"
#include "run/collect/path.h"

enum { LINE_MAX_BYTES = 64 * 1024 }; /* of one annotation; GitHub shows less */

/* As GitHub's toolkit escapes: values of properties also what ends them. */
static void escape(struct buf *to, const char *text, const char *specials)
{
    for (; *text; text++)
        if (strchr(specials, *text))
            buf_printf(to, "%%%02X", (unsigned char)*text);
        else
            buf_putc(to, *text);
}

void github_place(struct github *g, const char *directory, const char *root, const char *workspace)
{
    char git[GITHUB_PATH_MAX + sizeof "/.git"];
    snprintf(git, sizeof git, "%s/.git", root);
    bool checked_out = access(git, F_OK) == 0;
    if (!checked_out && workspace && *workspace && path_is_in(root, workspace))
        root = workspace;
    snprintf(g->root, sizeof g->root, "%s", root);
    snprintf(g->directory, sizeof g->directory, "%s", directory);
}

/* The path as seen from the root; what lies elsewhere stays as it is. */
static const char *from_root(const struct github *g, const char *path, char out[GITHUB_PATH_MAX])
{
    char whole[2 * GITHUB_PATH_MAX];
    size_t n = strlen(g->root);
    snprintf(whole, sizeof whole, "%s%s%s", *path == '/' ? "" : g->directory,
             *path == '/' ? "" : "/", path);
    bool below = n > 1 && path_is_in(whole, g->root) && whole[n] == '/';
    const char *rest = below ? whole + n + 1 : path;
    return path_tidy(rest, strlen(rest), out, GITHUB_PATH_MAX) == 0 ? out : path;
}

struct annotation {
    const char *path;
    int line; /* 0: none */
    const char *title, *message;
};

static void annotate(const struct github *g, const struct annotation *a)
{
    char seen[GITHUB_PATH_MAX];
    struct buf text = BUF_INIT(LINE_MAX_BYTES);
    buf_puts(&text, "::error file=");
    escape(&text, from_root(g, a->path, seen), "%\r\n:,");
    if (a->line > 0)
        buf_printf(&text, ",line=%d", a->line);
    buf_puts(&text, ",title=");
    escape(&text, a->title, "%\r\n:,");
    buf_puts(&text, "::");
    escape(&text, a->message ? a->message : "", "%\r\n");
    fprintf(g->out, "%s\n", buf_str(&text));
    buf_free(&text);
}

/* The line that a failure begins with ("PATH:12"), or `otherwise`. Of a report that was merged it
 * may have the end of the path alone. */
static int line_of(const char *text, const char *path, int otherwise)
{
    for (const char *tail = path, *slash; text && tail; tail = slash ? slash + 1 : NULL) {
        size_t n = strlen(tail);
        int line = strncmp(text, tail, n) == 0 && text[n] == ':' ? atoi(text + n + 1) : 0;
        if (line > 0)
            return line;
        slash = strchr(tail, '/');
    }
    return otherwise;
}

/* What AWS would refuse, where it can be mended: its hint begins so ("template.yaml:14: "). */
static void warn(const struct github *g, const json_t *refusal)
{
    const char *hint = slrun_text_or(refusal, "hint", "");
    char seen[GITHUB_PATH_MAX], path[GITHUB_PATH_MAX];
    struct buf text = BUF_INIT(LINE_MAX_BYTES);
    size_t n = strcspn(hint, ":");
    int line = hint[n] && n < sizeof path ? atoi(hint + n + 1) : 0;
    buf_puts(&text, "::warning ");
    if (line > 0) {
        text_copy(path, sizeof path, hint, n);
        buf_puts(&text, "file=");
        escape(&text, from_root(g, path, seen), "%\r\n:,");
        buf_printf(&text, ",line=%d,", line);
    }
    buf_puts(&text, "title=what AWS would refuse::");
    escape(&text, slrun_text_or(refusal, "text", ""), "%\r\n");
    escape(&text, "\n", "\n");
    escape(&text, hint, "%\r\n");
    fprintf(g->out, "%s\n", buf_str(&text));
    buf_free(&text);
}

static bool has_failed(const struct result *r)
{
    return r->name && outcome_fails(r->outcome);
}

static void annotations(const struct github *g, const struct run_summary *s)
{
    char title[512];
    for (size_t i = 0; i < json_array_size(s->denied); i++)
        warn(g, json_array_get(s->denied, i));
    for (size_t i = 0; i < s->n_errors; i++)
        annotate(g, &(struct annotation){s->errors[i].path,
                                         line_of(s->errors[i].text, s->errors[i].path, 0),
                                         "ERROR in collection", s->errors[i].text});
    for (size_t i = 0; i < s->n_results; i++) {
        const struct result *r = &s->results[i];
        if (has_failed(r)) {
            snprintf(title, sizeof title, "%s %s", outcome_verbose(r->outcome), r->name);
            annotate(g, &(struct annotation){r->path, line_of(r->failure.text, r->path, r->line),
                                             title, r->failure.summary});
        }
        for (const struct problem *p = r->problems; p; p = p->next) {
            snprintf(title, sizeof title, "ERROR in clean-up of %s", r->name);
            annotate(g, &(struct annotation){r->path, line_of(p->failure.text, r->path, r->line),
                                             title, p->failure.summary});
        }
    }
    for (const struct fixture_result *f = s->fixtures; f; f = f->next) {
        for (const struct problem *p = f->problems; p; p = p->next) {
            snprintf(title, sizeof title, "ERROR in clean-up of fixture %s", f->name);
            annotate(g, &(struct annotation){f->path, f->line, title, p->failure.summary});
        }
    }
}

/* Merged reports say where they are from. */
static void on_run_begin(void *self, const struct run_info *info)
{
    if (info->n_reports && info->directory && info->root)
        github_place(self, info->directory, info->root, NULL);
}

static void on_run_end(void *self, const struct run_summary *s)
{
    const struct github *g = self;
    annotations(g, s);
    fflush(g->out);
    if (g->summary && *g->summary)
        github_summary_add(g->summary, s);
}

const struct observer github_observer = {.run_begin = on_run_begin, .run_end = on_run_end};
