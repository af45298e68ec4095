/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/plugins/plugins_elf.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    SECTIONS_MAX = 65535,
    TABLE_MAX = 64 * 1024 * 1024, /* bytes of symbols, or of their names */
};

struct elf {
    int fd;
    uint64_t size;
    ElfW(Ehdr) head;
};

/* A part of the file in memory (a NUL stands behind it), or NULL when it is not all there. */
static void *part(const struct elf *elf, uint64_t offset, uint64_t size)
{
    if (size > TABLE_MAX || offset > elf->size || size > elf->size - offset)
        return NULL;
    char *data = malloc((size_t)size + 1);
    if (data && pread(elf->fd, data, (size_t)size, (off_t)offset) != (ssize_t)size) {
        free(data);
        return NULL;
    }
    if (data)
        data[size] = '\0';
    return data;
}

static int open_elf(struct elf *elf, const char *path, struct verdict *v)
{
    struct stat st;
    elf->fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a FIFO must not hold us */
    if (elf->fd < 0 || fstat(elf->fd, &st) != 0 || !S_ISREG(st.st_mode)) {
        verdict_add(v, "%s", elf->fd < 0 ? strerror(errno) : "not a regular file");
        if (elf->fd >= 0)
            close(elf->fd);
        return -1;
    }
    elf->size = (uint64_t)st.st_size;
    void *head = part(elf, 0, sizeof elf->head);
    if (!head || memcmp(head, ELFMAG, SELFMAG) != 0) {
        verdict_add(v, "not an ELF file");
        free(head);
        close(elf->fd);
        return -1;
    }
    memcpy(&elf->head, head, sizeof elf->head);
    free(head);
    return 0;
}

/* The headers of all sections. */
static ElfW(Shdr) * sections(const struct elf *elf)
{
    size_t n = elf->head.e_shnum;
    if (n == 0 || n > SECTIONS_MAX || elf->head.e_shentsize != sizeof(ElfW(Shdr)))
        return NULL;
    return part(elf, elf->head.e_shoff, n * sizeof(ElfW(Shdr)));
}

/* Defined here and to be seen by others, as the loader would have it. */
static bool is_exported(const ElfW(Sym) * s)
{
    unsigned bind = s->st_info >> 4, see = s->st_other & 3;
    return s->st_shndx != SHN_UNDEF && bind != STB_LOCAL &&
           (see == STV_DEFAULT || see == STV_PROTECTED);
}

/* A table of symbols, and where their names lie. */
struct symbols {
    ElfW(Sym) * at;
    size_t n;
    char *names;
    size_t names_size;
};

static void judge_symbols(struct verdict *v, const struct symbols *s, const char *wanted)
{
    bool found = false;
    for (size_t i = 0; i < s->n; i++) {
        if (!is_exported(&s->at[i]))
            continue;
        const char *name = s->at[i].st_name < s->names_size ? s->names + s->at[i].st_name : "?";
        if (strcmp(name, wanted) == 0)
            found = true;
        else
            verdict_add(v, "it also exports %.200s", name);
    }
    if (!found)
        verdict_add(v, "it does not export %s", wanted);
}

/* `all`: the headers of all sections. */
static void judge_table(struct verdict *v, const struct elf *elf, const ElfW(Shdr) * all,
                        const char *wanted)
{
    size_t i = 0, n = elf->head.e_shnum;
    while (i < n && all[i].sh_type != SHT_DYNSYM)
        i++;
    if (i == n || all[i].sh_link >= n || all[i].sh_entsize != sizeof(ElfW(Sym))) {
        verdict_add(v, "it has no table of dynamic symbols");
        return;
    }
    const ElfW(Shdr) *strings = &all[all[i].sh_link];
    struct symbols s = {.at = part(elf, all[i].sh_offset, all[i].sh_size),
                        .n = all[i].sh_size / sizeof *s.at,
                        .names = part(elf, strings->sh_offset, strings->sh_size),
                        .names_size = strings->sh_size};
    if (s.at && s.names)
        judge_symbols(v, &s, wanted);
    else
        verdict_add(v, "its table of dynamic symbols is cut short");
    free(s.at);
    free(s.names);
}

void plugins_elf_symbols(struct verdict *v, const char *path, const char *symbol)
{
    struct elf elf;
    if (open_elf(&elf, path, v) != 0)
        return;
    ElfW(Shdr) *all = sections(&elf);
    if (all)
        judge_table(v, &elf, all, symbol);
    else
        verdict_add(v, "its section headers cannot be read");
    free(all);
    close(elf.fd);
}
