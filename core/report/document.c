/* SPDX-License-Identifier: Apache-2.0 */
#include "report/document.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/file.h"
#include "report/file.h"

enum { DOCUMENT_MAX = 1 << 30 };

struct document {
    const struct document_format *format;
    char *path, *ordered; /* the latter takes its place at the end */
    int fd;
    bool as_it_goes; /* a regular file */
    struct document_counts counts;
    struct buf head, text;
    off_t end;         /* where the foot begins */
    bool out_of_order; /* a case ended before another that was collected before it */
    size_t order;      /* of the case that ended last */
    int problem;       /* errno of the first write that failed */
    uint64_t began_ns;
};

static int open_file(struct document *d, struct slrun_error *error)
{
    struct stat st;
    d->fd = file_create(d->path, d->format->name, error);
    if (d->fd < 0)
        return -1;
    if (fstat(d->fd, &st) != 0)
        return error_set(error, SLRUN_E_IO, "%s: %s", d->path, strerror(errno));
    d->as_it_goes = S_ISREG(st.st_mode);
    return 0;
}

static void release(struct document *d)
{
    if (d->fd >= 0)
        close(d->fd);
    buf_free(&d->head);
    buf_free(&d->text);
    free(d->path);
    free(d->ordered);
    free(d);
}

struct document *document_open(const struct document_format *format, const char *path,
                               struct slrun_error *error)
{
    struct document *d = calloc(1, sizeof *d);
    size_t n = strlen(path) + sizeof ".part";
    if (d) {
        *d = (struct document){.format = format,
                               .path = strdup(path),
                               .ordered = malloc(n),
                               .fd = -1,

                               .counts.started_ms = clock_wall_ms(),
                               .head = BUF_INIT(DOCUMENT_MAX),
                               .text = BUF_INIT(DOCUMENT_MAX)};
    }
    if (!d || !d->path || !d->ordered) {
        error_set(error, SLRUN_E_MEMORY, "out of memory");
    } else {
        memcpy(d->ordered, path, n - sizeof ".part");
        memcpy(d->ordered + n - sizeof ".part", ".part", sizeof ".part");
        if (open_file(d, error) == 0)
            return d;
    }
    if (d)
        release(d);
    return NULL;
}

/* All of it at `offset`, or at the end of what is no regular file. */
static void put(struct document *d, int fd, const struct buf *text, off_t offset)
{
    if (text->failed && !d->problem)
        d->problem = ENOMEM;
    if (!d->problem)
        d->problem = file_write(fd, text->data, text->len, d->as_it_goes ? offset : -1);
}

/* The head with the counts as they are now, where it changed. */
static void put_head(struct document *d)
{
    struct buf head = BUF_INIT(DOCUMENT_MAX);
    d->format->head(&head, &d->counts);
    if (head.len != d->head.len || memcmp(buf_str(&head), buf_str(&d->head), head.len) != 0)
        put(d, d->fd, &head, 0);
    buf_free(&d->head);
    d->head = head;
}

/* Head and foot go out in one write, as later each part with the foot behind it. */
static void on_run_begin(void *self, const struct run_info *info)
{
    struct document *d = self;
    d->began_ns = clock_mono_ns();
    d->counts.planned = info->n_cases;
    if (!d->as_it_goes)
        return;
    d->format->head(&d->head, &d->counts);
    d->end = (off_t)d->head.len;
    buf_add(&d->text, buf_str(&d->head), d->head.len);
    d->format->foot(&d->text);
    put(d, d->fd, &d->text, 0);
    buf_clear(&d->text);
}

static void count(struct document_counts *c, const struct result *r)
{
    c->outcomes[r->outcome]++;
    for (const struct problem *p = r->problems; p; p = p->next)
        c->problems++;
}

/* The parts and the foot behind them go out in one write: whoever reads meanwhile finds a whole
 * file. */
static void on_flush(void *self)
{
    struct document *d = self;
    size_t parts = d->text.len;
    if (parts == 0)
        return;
    d->format->foot(&d->text);
    put(d, d->fd, &d->text, d->end);
    d->end += (off_t)parts;
    buf_clear(&d->text);
    d->counts.seconds = (double)(clock_mono_ns() - d->began_ns) / 1e9;
    put_head(d);
}

static void on_case_end(void *self, const struct result *result)
{
    struct document *d = self;
    count(&d->counts, result);
    d->out_of_order |= result->order < d->order;
    d->order = result->order;
    if (d->as_it_goes)
        d->format->result(&d->text, result, &d->counts.parts);
    if (d->text.len > REPORT_GATHERED)
        on_flush(d);
}

static void make_ordered(struct document *d, const struct run_summary *s, struct buf *parts)
{
    const struct document_format *f = d->format;
    struct document_counts *c = &d->counts;
    c->parts = 0;
    for (size_t i = 0; i < s->n_errors; i++)
        f->collect_error(parts, &s->errors[i], &c->parts);
    for (size_t i = 0; i < s->n_results; i++)
        if (s->results[i].name)
            f->result(parts, &s->results[i], &c->parts);
    c->problems += s->n_errors;
    for (const struct fixture_result *x = s->fixtures; x; x = x->next) {
        for (const struct problem *p = x->problems; p; p = p->next)
            c->problems++;
        if (x->problems)
            f->fixture(parts, x, &c->parts);
    }
    f->foot(parts);
}

/* Written beside the file, which it then replaces. */
static void put_ordered(struct document *d, const struct buf *text)
{
    int fd =
        d->as_it_goes ? open(d->ordered, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666) : d->fd;
    if (fd < 0) {
        d->problem = errno;
        return;
    }
    put(d, fd, text, 0);
    if (!d->as_it_goes)
        return;
    if (close(fd) != 0 && !d->problem)
        d->problem = errno;
    if (!d->problem && rename(d->ordered, d->path) != 0)
        d->problem = errno;
    if (d->problem)
        unlink(d->ordered);
}

/* The parts stand there as they are to stand, and the last head takes the place of the first. */
static bool is_ordered(const struct document *d, const struct run_summary *s)
{
    struct buf head = BUF_INIT(DOCUMENT_MAX);
    if (!d->as_it_goes || d->out_of_order || s->n_errors > 0)
        return false;
    for (const struct fixture_result *x = s->fixtures; x; x = x->next)
        if (x->problems)
            return false;
    d->format->head(&head, &d->counts);
    bool fits = head.len == d->head.len;
    buf_free(&head);
    return fits;
}

static void write_ordered(struct document *d, const struct run_summary *s)
{
    struct buf parts = BUF_INIT(DOCUMENT_MAX), text = BUF_INIT(DOCUMENT_MAX);
    make_ordered(d, s, &parts);
    d->format->head(&text, &d->counts);
    buf_add(&text, buf_str(&parts), parts.len);
    text.failed |= parts.failed;
    if (!d->problem)
        put_ordered(d, &text);
    buf_free(&parts);
    buf_free(&text);
}

static void on_run_end(void *self, const struct run_summary *s)
{
    struct document *d = self;
    on_flush(d); /* it stays where the other cannot be written */
    d->counts.ended = true;
    d->counts.seconds = s->seconds;
    if (is_ordered(d, s))
        put_head(d);
    else
        write_ordered(d, s);
}

int document_close(void *document, struct slrun_error *error)
{
    struct document *d = document;
    int result = d->problem ? file_incomplete(d->path, d->format->name, d->problem, error) : 0;
    release(d);
    return result;
}

const struct observer document_observer = {
    .run_begin = on_run_begin,
    .case_end = on_case_end,
    .run_end = on_run_end,
    .flush = on_flush,
};
