#!/bin/sh
# One Debian package of what `make install PREFIX=/usr` brought below ROOT:
#   deb.sh ROOT VERSION FILE.deb PACKAGE...
# The libraries it depends on are those its programs are linked with, as dpkg-shlibdeps finds them; PACKAGE... are the
# programs and fonts it runs. The same programs give the same bytes, for a given SOURCE_DATE_EPOCH.
set -eu
root=$1 version=$2 file=$3
shift 3

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/debian"
printf 'Source: volgstuur\n\nPackage: volgstuur\nArchitecture: any\n' >"$work/debian/control"
programs=$(cd "$root" && find "$PWD/usr/bin" -type f | LC_ALL=C sort)
# shellcheck disable=SC2086 # one word a program
strip --strip-unneeded $programs
# shellcheck disable=SC2086
libraries=$(cd "$work" && dpkg-shlibdeps -O --ignore-missing-info $programs 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
[ -n "$libraries" ] || { echo "deb.sh: dpkg-shlibdeps found no library" >&2; exit 3; }

find "$root/usr/share/man" -name '*.1' -exec gzip -9nf {} +
mv "$root/usr/share/doc/volgstuur/LICENSE" "$root/usr/share/doc/volgstuur/copyright"
find "$root" -type d -exec chmod 755 {} +
mkdir -p "$root/DEBIAN"
{
    printf 'Package: volgstuur\nVersion: %s\nArchitecture: %s\n' "$version" "$(dpkg --print-architecture)"
    printf 'Maintainer: volgstuur <volgstuur@localhost>\nSection: science\nPriority: optional\n'
    printf 'Installed-Size: %s\n' "$(du -sk --apparent-size "$root/usr" | cut -f 1)"
    printf 'Depends: %s' "$libraries"
    printf ', %s' "$@"
    printf '\nDescription: numbers, charts and reports on the guidance of student teachers\n'
    printf ' Turns coded conversations and surveys of werkplekbegeleiders and aanstaande\n'
    printf ' leraren into numbers, charts and a Dutch report. Everything happens on this\n machine.\n'
} >"$root/DEBIAN/control"
dpkg-deb --root-owner-group -Zxz --build "$root" "$file" >/dev/null
