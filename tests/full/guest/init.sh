#!/bin/busybox sh
# The guest's first program. The host's file system is the guest's own, with memory over it for what
# is written; in it /command runs on the second serial port, then the machine is switched off.
/bin/busybox --install -s /bin
export PATH=/bin

end() {
  echo "guest: $1" >/dev/ttyS1
  sleep 1
  poweroff -f
}

mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs dev /dev
stty -F /dev/ttyS1 raw -echo
while read -r module; do
  insmod "/modules/$module.ko" || end "module $module does not load"
done </modules/order
mkdir -p /host /above /all /dev/pts /dev/shm
mount -t 9p -o trans=virtio,version=9p2000.L,msize=262144,ro,cache=loose host /host ||
  end "the host's file system is not there"
mount -t tmpfs above /above
mkdir /above/files /above/work
mount -t overlay -o lowerdir=/host,upperdir=/above/files,workdir=/above/work all /all ||
  end "no memory over the host's file system"
mount -t devpts devpts /dev/pts
mount -t tmpfs shm /dev/shm
for folder in proc sys dev; do mount -o bind "/$folder" "/all/$folder"; done
mount -t tmpfs run /all/run
mount -t configfs config /all/sys/kernel/config
ifconfig lo 127.0.0.1 up
cp /command /all/run/command
chroot /all /bin/sh /run/command </dev/ttyS1 >/dev/ttyS1 2>&1
end "exit $?"
