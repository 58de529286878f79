#!/usr/bin/env bash
# What a user installs. From BUILD, a build folder:
#
#   package_test.sh install BUILD   cmake --install puts every file in its place, and they work there
#   package_test.sh archive BUILD   the archive of CPack, unpacked anywhere, runs
#   package_test.sh deb BUILD       the deb installs with apt-get in a fresh Debian and runs there
#   package_test.sh manual BUILD    mandoc has no complaint about the manual page
#
# Exit 0: so it is, 1: it is not, 77: a tool or a right that it takes is not there.
set -euo pipefail

kind=$1 build=$(realpath "$2")
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." >/dev/null && pwd)

fail() { printf '%s\n' "$*"; exit 1; }
skip() { printf 'skipped: %s\n' "$*"; exit 77; }

# What the program prints of an example must be what the example says.
check_program() { # PROGRAM…
  local folder=$root/examples
  env -u HEGUI_AMBIGUOUS_WIDTH COLUMNS=100 "$@" --version
  (cd "$folder" && env -u HEGUI_AMBIGUOUS_WIDTH COLUMNS=100 "$@" check --color never good.txt) |
    diff -u "$folder/good.txt.expected" -
}

install_to_folder() {
  DESTDIR=$scratch cmake --install "$build" --prefix /usr >/dev/null
  diff -u --label expected --label installed - <(cd "$scratch" && find . -type f | LC_ALL=C sort) <<END
./usr/bin/hegui
./usr/share/bash-completion/completions/hegui
./usr/share/doc/hegui/LICENSE
./usr/share/doc/hegui/README.md
./usr/share/doc/hegui/README.zh.md
./usr/share/doc/hegui/copyright
./usr/share/fish/vendor_completions.d/hegui.fish
$(cd "$root/rules" && printf './usr/share/hegui/rules/%s\n' *.yaml | grep -v '[.]test[.]yaml$')
./usr/share/man/man1/hegui.1.gz
./usr/share/man/zh_CN/man1/hegui.1.gz
./usr/share/zsh/vendor-completions/_hegui
END
  check_program "$scratch/usr/bin/hegui"
  cmp <("$scratch/usr/bin/hegui" completions bash) \
    "$scratch/usr/share/bash-completion/completions/hegui"
  gzip -dc "$scratch/usr/share/man/man1/hegui.1.gz" | grep -q '^\.SH EXIT STATUS$' ||
    fail 'the manual page has no exit status'
}

pack() { # GENERATOR
  cpack --config "$build/CPackConfig.cmake" -G "$1" -B "$scratch/packed" >"$scratch/cpack.log" 2>&1 ||
    { cat "$scratch/cpack.log"; exit 1; }
}

# Linked of what the other program is made of.
unpack_archive() {
  cmake --build "$build" --target hegui_static >"$scratch/build.log" 2>&1 ||
    { cat "$scratch/build.log"; exit 1; }
  pack TGZ
  mkdir "$scratch/any folder"
  tar -xzf "$scratch"/packed/hegui-*.tar.gz -C "$scratch/any folder" --strip-components=1
  check_program "$scratch/any folder/bin/hegui"
}

# In mount and process namespaces of its own: whatever is mounted or left running in there ends with
# them, however the test ends.
install_deb() {
  local suite mirror fresh=$scratch/fresh
  [[ ${HEGUI_TESTS:-} == all ]] || skip 'takes minutes, so only with HEGUI_TESTS=all'
  command -v debootstrap dpkg-shlibdeps apt-get >/dev/null || skip 'needs debootstrap and dpkg-dev'
  [[ $(id -u) == 0 ]] || skip 'only root can make another system'
  unshare --mount true 2>/dev/null || skip 'has no right to mount'
  pack DEB
  # Nothing in there has to outlive a power failure.
  export DPKG_FORCE=unsafe-io
  # From where this machine gets its own packages.
  # shellcheck source=/dev/null
  suite=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  # shellcheck disable=SC2016
  mirror=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' |
    awk -v suite="$suite" '$2 == suite && $3 == "main" { print $1; exit }')
  [[ -n $mirror ]] || skip "apt has no source for $suite"
  unshare --mount --pid --fork --kill-child debootstrap --variant=minbase "$suite" "$fresh" \
    "$mirror" >"$scratch/debootstrap.log" 2>&1 || { tail "$scratch/debootstrap.log"; exit 1; }
  cp "$scratch"/packed/hegui_*.deb "$fresh/hegui.deb"
  cp -r "$root/examples" "$fresh/examples"
  cp -r /etc/apt/apt.conf.d/. "$fresh/etc/apt/apt.conf.d/"
  unshare --mount --pid --fork --kill-child chroot "$fresh" bash -euc '
    export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 COLUMNS=100
    apt-get -q -y --no-install-recommends install ./hegui.deb
    hegui --version
    cd examples
    hegui check --color never good.txt | diff good.txt.expected -
    test -f /usr/share/doc/hegui/copyright' >"$scratch/fresh.log" 2>&1 </dev/null ||
    { cat "$scratch/fresh.log"; exit 1; }
  tail -n 1 "$scratch/fresh.log"
}

scratch=$(mktemp -d)
trap 'rm -rf --one-file-system "$scratch"' EXIT
case $kind in
  install) install_to_folder ;;
  archive) unpack_archive ;;
  deb) install_deb ;;
  manual)
    command -v mandoc >/dev/null || skip 'needs mandoc'
    mandoc -Tlint "$build/share/hegui.1" "$build/share/zh_CN/hegui.1"
    ;;
  *) fail "there is no test $kind" ;;
esac
