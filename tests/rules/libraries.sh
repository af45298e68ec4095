#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# libcurl and libmicrohttpd bring some forty libraries: they are loaded when the first request needs
# them, and nothing may link them. usage: libraries.sh SLRUN
set -eu
linked=$(ldd "$1")
case $linked in
*libcurl* | *libmicrohttpd*)
    printf '%s\n' "$linked"
    exit 1
    ;;
esac
