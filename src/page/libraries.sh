#!/usr/bin/env bash
# Fetches the sources of the libraries that the page and the program for Windows are built of, in the
# versions of Debian 12, into a folder, with a source list of its own, so that nothing outside the
# folder changes.
#
#   src/page/libraries.sh FOLDER
set -euo pipefail

(($# == 1)) || { echo "usage: $0 FOLDER" >&2; exit 2; }
mkdir -p "$1"
cd "$1"
[[ ! -e complete ]] || exit 0

# From wherever this machine gets the packages of Debian 12.
# shellcheck disable=SC2016  # The names are apt's.
sources=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' |
  sed -n 's|^\(.*\) bookworm main$|deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] \1 bookworm main|p' |
  sort -u)
[[ -n $sources ]] || { echo "$0: this machine has no list of the packages of Debian 12" >&2; exit 1; }

mkdir -p apt/lists/partial apt/cache/archives/partial archives
echo "$sources" >apt/sources.list
cat >apt/apt.conf <<CONF
Dir::Etc::sourcelist "$PWD/apt/sources.list";
Dir::Etc::sourceparts "-";
Dir::State::lists "$PWD/apt/lists";
Dir::Cache "$PWD/apt/cache";
APT::Sandbox::User "root";
CONF
export APT_CONFIG=$PWD/apt/apt.conf
apt-get -q -o Acquire::Retries=3 update

# fetch NAME PACKAGE: the original archive, whose checksum the signed list has, without Debian's
# patches, which are about packaging.
fetch() {
  (cd archives && apt-get -q -o Acquire::Retries=3 source --download-only --tar-only "$2") || return
  local -a found=(archives/"$2"_*.orig.tar.*)
  unpack "$1" "${found[0]}"
}

# unpack NAME ARCHIVE
unpack() {
  rm -rf "$1"
  mkdir "$1"
  tar -x -f "$2" -C "$1" --strip-components=1
}

fetch pcre2 pcre2
fetch yaml-cpp yaml-cpp
fetch fmt fmtlib
fetch pugixml-all pugixml
fetch md4c-all md4c
fetch zlib zlib
fetch minizip minizip
# Mirrors that keep only part of Debian may lack it; an npm package has the same version in it.
fetch gumbo-all gumbo-parser || {
  (cd archives && npm pack --silent gumbo-parser@0.3.0 >/dev/null)
  unpack gumbo-npm archives/gumbo-parser-0.3.0.tgz
  rm -rf gumbo-all
  mv gumbo-npm/deps/gumbo-parser gumbo-all
}
for name in pugixml md4c gumbo; do
  rm -rf "$name"
  cp -r "$name-all/src" "$name"
done
touch complete
