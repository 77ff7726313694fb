#ifndef DRIVERS_HID_H
#define DRIVERS_HID_H

#include "app/base/result.h"
#include "drivers/hid_decode.h"
#include "drivers/hid_kind.h"

/*
 * A scanner or keypad as Linux shows it: /dev/input/event*, described in /sys/class/input. What a
 * device is, is read from sysfs, which anybody may: nobody's keyboard is opened to find out.
 */
enum { HID_LIST = 64 };

struct hid_found {
	struct hid_facts facts;
	char path[32]; /* "/dev/input/event5" */
};

/* The devices that can type, by their number; returns how many, at most `room`. */
size_t hid_list(struct hid_found *out_found, size_t room);

/* An open device whose keys nobody else receives. It belongs to one thread. */
struct hid_device;

/*
 * Opens and grabs the first device that fits: OK, DEVICE_MISSING, DEVICE_DENIED (it is there, but
 * its node may not be read), DEVICE_HELD (another program has grabbed it) or DEVICE_FAILED with
 * *out_device NULL and no log line, since it is asked again and again. One that is held is passed
 * over when another one fits.
 */
enum result hid_open(const struct hid_wish *wish, struct hid_device **out_device);

/* Gives the keys back to whoever wants them. NULL is fine. */
void hid_close(struct hid_device *device);

/* To be polled for POLLIN; and what was opened. Both last as long as the device. */
int hid_get_fd(const struct hid_device *device);
const struct hid_found *hid_get_found(const struct hid_device *device);

/* Takes what has come, at most `room` events, without waiting; DEVICE_MISSING when it is gone. */
enum result hid_read(
	struct hid_device *device, struct hid_event *out_events, size_t room, size_t *out_count);

/* News of nodes that come, go or get other rights: an inotify descriptor to be polled; -1 = none.
 */
int hid_watch_open(void);
/* To be called before each look for a device: folders may have come since. -1 is fine. */
void hid_watch_renew(int watch);
/* Empties it. */
void hid_watch_read(int watch);

#endif
