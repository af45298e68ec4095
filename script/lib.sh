# SPDX-License-Identifier: Apache-2.0
# What the scripts have in common; sourced by them with $name set.

say() { printf '%s\n' "script/$name: $*" >&2; }

fail() {
    say "$*"
    exit 2
}

# need_packages NAME...: installs the Debian packages among them that are missing.
need_packages() {
    missing=
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
            missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    sudo=
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "as root, or with sudo: apt-get install$missing"
        sudo=sudo
    fi
    say "installing Debian packages:$missing"
    log=$(mktemp)
    # shellcheck disable=SC2086 # a list of words
    if $sudo apt-get update >"$log" 2>&1 &&
        $sudo env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y --no-install-recommends $missing >>"$log" 2>&1; then
        rm -f "$log"
    else
        tail -n 30 "$log" >&2
        fail "apt-get could not install them; the whole log is $log"
    fi
}

# What slrun is built from.
build_packages='gcc libc6-dev cmake ninja-build pkg-config lemon liblua5.4-dev libuv1-dev
    libcurl4-openssl-dev libssl-dev libjansson-dev libyajl-dev libmicrohttpd-dev libnghttp2-dev libsqlite3-dev libexpat1-dev libyaml-dev
    zlib1g-dev libminizip-dev libxxhash-dev libpcre2-dev'
# What it loads when it runs; from python3 on it is for the functions of specs/stacks.
run_packages='libcurl4 libexpat1 libmicrohttpd12 libnghttp2-14 zlib1g lua-cjson python3 python3-boto3 nodejs curl'

# tell_progress LOG: beside a build whose output goes there, says every 15 s how far it is; until it, or this script, ends.
tell_progress() {
    while sleep 15 >/dev/null 2>&1 </dev/null && kill -0 $$ 2>/dev/null; do
        at=$(sed -n 's/^\[\([0-9]*\)\/\([0-9]*\)\].*/\1 of \2 steps/p' "$1" | tail -n 1)
        [ -z "$at" ] || say "$at"
    done
}

# build PRESET [TARGET...]: configures once, then builds what has changed. Quiet when there is nothing to do.
build() {
    preset=$1
    log=build/$preset.log
    shift
    mkdir -p build
    if [ ! -f "build/$preset/build.ninja" ]; then
        say "configuring build/$preset"
        cmake --preset "$preset" >"$log" 2>&1 || { cat "$log" >&2; fail "cmake failed"; }
    fi
    ninja -C "build/$preset" -n "$@" 2>/dev/null | grep -q 'no work to do' && return 0
    say "building build/$preset"
    [ $# -eq 0 ] || set -- --target "$@"
    : >"$log"
    tell_progress "$log" &
    teller=$!
    cmake --build --preset "$preset" "$@" >"$log" 2>&1 && built=yes || built=no
    kill $teller
    wait $teller 2>/dev/null || :
    if [ $built = no ]; then
        grep -E 'error|warning|FAILED' "$log" >&2 || tail -n 40 "$log" >&2
        fail "the build failed; the whole log is $log"
    fi
}
