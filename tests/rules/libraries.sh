#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# libcurl and libmicrohttpd (and libnghttp2) bring some forty libraries: they are loaded when the first request needs
# them, and nothing may link them. What is loaded so (struct library, core/net/library.h) no tool
# sees: the Debian package must name its package, and so must the scripts.
# usage: libraries.sh SLRUN SOURCE_DIR
set -eu
linked=$(ldd "$1")
case $linked in
*libcurl* | *libmicrohttpd* | *libnghttp2*)
    printf '%s\n' "$linked"
    exit 1
    ;;
esac

cd "$2"
packages=$(grep -rh --include='*.c' 'struct library ' core |
    sed -n 's/.*{"lib[^"]*\.so\.[0-9]*", "\([^"]*\)".*/\1/p')
[ "$(printf '%s\n' "$packages" | wc -l)" -ge 5 ] || { echo "the libraries are not found: $packages"; exit 1; }
for list in script/lib.sh:run_packages cmake/SlrunInstall.cmake:CPACK_DEBIAN_PACKAGE_DEPENDS; do
    line=$(grep "${list#*:}" "${list%:*}")
    for package in $packages; do
        printf '%s\n' "$line" | grep -qw "$package" || { echo "$list lacks $package"; exit 1; }
    done
done
