#!/bin/sh
# After the removal of the deb or rpm: nothing of it stays. An upgrade runs this too, after the new files are there.
set -e

# dpkg says "upgrade", rpm says 1, where another version takes this one's place.
case "$1" in upgrade | 1) exit 0 ;; esac

if [ "$(readlink /usr/bin/casepack)" = '/opt/${sanitizedProductName}/bin/casepack' ]; then
  rm -f /usr/bin/casepack
fi

if [ -f '/etc/apparmor.d/${executable}' ]; then
  if command -v apparmor_parser >/dev/null 2>&1; then
    apparmor_parser --remove '/etc/apparmor.d/${executable}' || true
  fi
  rm -f '/etc/apparmor.d/${executable}'
fi

if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database /usr/share/applications || true
fi
