#!/bin/sh
# boot.sh FOLDER: this computer's own files under another systemd, in namespaces of its own (run by
# `unshare`): what is written lies in FOLDER/written and is there again at the next start, as on a
# disk; /run and /dev are new each time.
set -eu
folder=$1
root=$folder/root
mkdir -p "$folder/written" "$folder/work" "$folder/tmp" "$root"
mount --make-rprivate /
mount -t overlay -o "lowerdir=/,upperdir=$folder/written,workdir=$folder/work" all "$root"
mount --bind "$folder/tmp" "$root/tmp"
mount -t proc proc "$root/proc"
mount -t sysfs -o ro sys "$root/sys"
mount -t tmpfs -o mode=755 run "$root/run"
mount -t tmpfs -o mode=755 dev "$root/dev"
for device in null zero full random urandom tty; do
  : >"$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mkdir "$root/dev/pts" "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666 pts "$root/dev/pts"
mount -t tmpfs shm "$root/dev/shm"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
mount -t tmpfs groups "$root/sys/fs/cgroup"
mkdir "$root/sys/fs/cgroup/unified" "$root/sys/fs/cgroup/systemd"
mount -t cgroup2 groups "$root/sys/fs/cgroup/unified"
mount -t cgroup -o none,name=systemd groups "$root/sys/fs/cgroup/systemd"
exec env -i container=other PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  chroot "$root" /lib/systemd/systemd --system --show-status=no
