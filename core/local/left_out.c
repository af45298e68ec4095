/* SPDX-License-Identifier: Apache-2.0 */
#include "local/left_out.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "local/clock/timer.h"

enum { KIND_SIZE = 32, NAME_SIZE = 512, WHY_SIZE = 256 };

struct left_out {
    int64_t at_ms;
    char kind[KIND_SIZE], name[NAME_SIZE], why[WHY_SIZE];
    struct buf what;
};

struct left_outs {
    size_t n; /* so many there have been; the last ones are in the ring */
    struct left_out ring[LEFT_OUT_MAX];
};

static int add_piece(const char *piece, size_t size, void *arg)
{
    struct buf *text = arg;
    size_t room = text->max - text->len;
    (void)buf_add(text, piece, size < room ? size : room);
    return size < room ? 0 : -1;
}

/* What fits of it, as JSON, with whole characters. */
static struct buf text_of(const json_t *what)
{
    struct buf text = BUF_INIT(LEFT_OUT_TEXT_MAX);
    (void)json_dump_callback(what, add_piece, &text, JSON_COMPACT | JSON_ENCODE_ANY);
    size_t last = text.len;
    while (last > 0 && (text.data[last - 1] & 0xc0) == 0x80)
        last--;
    if (last > 0 && text_char(text.data + last - 1) == 0)
        text.data[last - 1] = '\0';
    return text;
}

static void put(char *to, size_t room, const char *text)
{
    text_copy(to, room, text, strlen(text));
}

void left_out_note(const struct slrun_cloud *api, const struct slrun_left_out *what)
{
    struct cloud *cloud = (struct cloud *)api;
    struct left_outs *all = cloud->left_outs;
    if (!all && !(all = cloud->left_outs = calloc(1, sizeof *all)))
        return;
    struct left_out *one = &all->ring[all->n++ % LEFT_OUT_MAX];
    buf_free(&one->what);
    one->at_ms = timer_now_ms(api);
    one->what = text_of(what->what);
    put(one->kind, sizeof one->kind, what->kind);
    put(one->name, sizeof one->name, what->name);
    put(one->why, sizeof one->why, what->why);
}

void left_out_answer(struct cloud *cloud, struct slrun_exchange *x)
{
    const struct left_outs *all = cloud->left_outs;
    json_t *list = json_array();
    size_t n = !all ? 0 : all->n < LEFT_OUT_MAX ? all->n : LEFT_OUT_MAX;
    for (size_t i = 1; i <= n; i++) {
        const struct left_out *one = &all->ring[(all->n - i) % LEFT_OUT_MAX];
        json_array_append_new(list,
                              json_pack("{s:I, s:s, s:s, s:s, s:s}", "at_ms",
                                        (json_int_t)one->at_ms, "kind", one->kind, "name",
                                        one->name, "why", one->why, "what", buf_str(&one->what)));
    }
    exchange_json(x, 200, json_pack("{s:o}", "left_out", list));
}

void left_out_clear(struct cloud *cloud)
{
    for (size_t i = 0; cloud->left_outs && i < LEFT_OUT_MAX; i++)
        buf_free(&cloud->left_outs->ring[i].what);
    free(cloud->left_outs);
    cloud->left_outs = NULL;
}
