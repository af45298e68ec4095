/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/elf.h"

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

enum {
    NATIVE_CLASS = __SIZEOF_POINTER__ == 8 ? ELFCLASS64 : ELFCLASS32,
    NATIVE_DATA = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? ELFDATA2LSB : ELFDATA2MSB,
};

/* What is wrong with its head, or NULL. */
static const char *head_fault(const ElfW(Ehdr) * head)
{
    if (memcmp(head->e_ident, ELFMAG, SELFMAG) != 0)
        return "not an ELF file";
    if (head->e_ident[EI_CLASS] != NATIVE_CLASS || head->e_ident[EI_DATA] != NATIVE_DATA)
        return "made for another kind of machine";
    if (head->e_type != ET_DYN)
        return "an ELF file, and not a shared object";
    return head->e_phentsize == sizeof(ElfW(Phdr)) ? NULL : "its program headers are unreadable";
}

static const char *segments_fault(int fd, const ElfW(Ehdr) * head, uint64_t size)
{
    for (unsigned i = 0; i < head->e_phnum; i++) {
        ElfW(Phdr) p;
        uint64_t at = head->e_phoff + (uint64_t)i * sizeof p;
        if (at > size || size - at < sizeof p || pread(fd, &p, sizeof p, (off_t)at) != sizeof p)
            return "the file is cut short";
        if (p.p_type == PT_LOAD && (p.p_offset > size || p.p_filesz > size - p.p_offset))
            return "the file is cut short";
    }
    return NULL;
}

static const char *fault_of(int fd)
{
    struct stat st;
    ElfW(Ehdr) head;
    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
        return "not a regular file";
    if (pread(fd, &head, sizeof head, 0) != sizeof head)
        return "not an ELF file";
    const char *fault = head_fault(&head);
    return fault ? fault : segments_fault(fd, &head, (uint64_t)st.st_size);
}

int elf_check(const char *path, struct slrun_error *error)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a FIFO must not hold us */
    if (fd < 0)
        return error_set(error, SLRUN_E_PLUGIN, "%s: the plugin cannot be read", path);
    const char *fault = fault_of(fd);
    close(fd);
    return fault ? error_set(error, SLRUN_E_PLUGIN, "%s: not a loadable plugin: %s", path, fault)
                 : 0;
}
