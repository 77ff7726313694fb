#include "drivers/serial_driver.h"

#include "app/base/clock.h"
#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "drivers/bridge.h"
#include "drivers/usb.h"

#include <stdlib.h>
#include <string.h>

/*
 * "serial:auto", "serial:0403:6001:NUMBER": a USB-serial bridge. "usb:8765:1234": a board that
 * takes its bytes from a bulk endpoint, a BetaBrite Prism, which has no speed to be set.
 */
enum {
	NUMBER_SIZE = 64,
	PLACE_SIZE = 96,
	READ_SIZE = 512,
	NAMES = BRIDGES * BRIDGE_NAMES,
	LAST_MS = 1000,      /* the last message is given so long to leave the chip */
	BITS_OF_A_BYTE = 10, /* on the line, by both formats: start, 8 or 7 and parity, stop */
};

const struct usb_bulk_name serial_usb_board = {0x8765, 0x1234};

struct usb_serial {
	struct serial port;
	struct usb_bulk *bulk;
	const struct bridge *bridge; /* NULL: bytes go as they are */
	uint8_t heard[READ_SIZE];    /* data that came and nobody has read */
	size_t heard_size;
	int speed;          /* of the bridge's line, in bits a second */
	int64_t sending_to; /* clock_ticks_ms when the bridge has sent all it was given */
};

struct usb_serial_watch {
	struct serial_watch watch;
	struct usb_watch *usb;
};

static struct usb_serial *usb_of(struct serial *port)
{
	return (struct usb_serial *)port;
}

/* Asks for what stands in `list`; what a clone refuses to tell of itself does not matter. */
static enum result ask_all(struct usb_bulk *bulk, struct bridge_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		struct usb_request *request = &list->requests[i];
		bool question = (request->type & 0x80) != 0;
		enum result result = usb_bulk_control(bulk, request);
		if (result != RESULT_OK && !(question && result == RESULT_DEVICE_STOPPED)) {
			log_warn("serial", "request %02x %02x %04x: %s", request->type,
				request->request, request->value, result_key(result));
			return result == RESULT_DEVICE_STOPPED ? RESULT_DEVICE_FAILED : result;
		}
	}
	return RESULT_OK;
}

/* The bridge has taken `size` bytes and sends them at the speed of its line. */
static void note_taken(struct usb_serial *usb, size_t size)
{
	int64_t now = clock_ticks_ms();
	int64_t bits = (int64_t)size * BITS_OF_A_BYTE;

	if (usb->bridge && size > 0) {
		usb->sending_to = (usb->sending_to > now ? usb->sending_to : now) +
				  (bits * 1000 + usb->speed - 1) / usb->speed;
	}
}

/* Closing throws away what a bridge still holds (CP210x: PURGE), or takes the board's power. */
static void wait_for_last(const struct usb_serial *usb)
{
	int64_t left = usb->sending_to - clock_ticks_ms();

	if (left > 0) {
		poll(NULL, 0, left < LAST_MS ? (int)left : LAST_MS);
	}
}

static void close_port(struct serial *port)
{
	struct usb_serial *usb = usb_of(port);
	struct bridge_list list;

	if (usb->bridge) {
		wait_for_last(usb);
		usb->bridge->close(&list);
		ask_all(usb->bulk, &list);
	}
	usb_bulk_close(usb->bulk);
	free(usb);
}

/* Opens one of `names`; *out_which is which. */
static enum result open_port(const struct serial_driver *driver, const struct usb_bulk_name *names,
	size_t count, const char *number, struct usb_serial **out_usb, size_t *out_which)
{
	struct usb_serial *usb = memory_zeroed(1, sizeof(*usb));
	enum result result = usb_bulk_open(names, count, number, &usb->bulk, out_which);

	*out_usb = NULL;
	if (result != RESULT_OK) {
		free(usb);
		return result;
	}
	usb->port.driver = driver;
	usb->port.two_way = usb_bulk_is_two_way(usb->bulk);
	*out_usb = usb;
	return RESULT_OK;
}

/* The bridges that `place` may mean; 0 when it is none of them. */
static size_t find_bridges(
	const char *place, struct usb_bulk_name out_names[NAMES], char *out_number)
{
	int vendor, product;
	size_t count = 0;
	bool any = strcmp(place, "auto") == 0;

	out_number[0] = '\0';
	if (!any && !serial_read_numbers(place, &vendor, &product, out_number, NUMBER_SIZE)) {
		return 0;
	}
	const struct usb_bulk_name *name;
	for (size_t i = 0; (name = bridge_name_at(i)) != NULL; i++) {
		if (any || (name->vendor == vendor && name->product == product)) {
			out_names[count++] = *name;
		}
	}
	return count;
}

static enum result bridge_open(
	const char *rest, const struct serial_format *usual, struct serial **out_port)
{
	char place[PLACE_SIZE], number[NUMBER_SIZE];
	struct serial_format format = *usual;
	struct usb_bulk_name names[NAMES];
	struct usb_serial *usb;
	struct bridge_list list;
	size_t which;
	size_t count = serial_read_address(rest, place, sizeof(place), &format)
			       ? find_bridges(place, names, number)
			       : 0;

	if (count == 0) {
		log_error("serial",
			"\"serial:%s\" is not auto or VVVV:PPPP[:NUMBER] of a known "
			"bridge, with [,SPEED[,8N1|7E1]]",
			rest);
		return RESULT_DEVICE_UNKNOWN;
	}
	enum result result = open_port(&serial_bridge, names, count, number, &usb, &which);
	if (result != RESULT_OK) {
		return result;
	}
	usb->bridge = bridge_find(names[which].vendor, names[which].product);
	usb->speed = format.speed;
	text_format(usb->port.name, sizeof(usb->port.name), "%s %04x:%04x", usb->bridge->name,
		(unsigned)names[which].vendor, (unsigned)names[which].product);
	usb->bridge->open(&format, &list);
	result = ask_all(usb->bulk, &list);
	if (result != RESULT_OK) {
		close_port(&usb->port);
		return result;
	}
	*out_port = &usb->port;
	return RESULT_OK;
}

static enum result plain_open(
	const char *rest, const struct serial_format *usual, struct serial **out_port)
{
	struct usb_bulk_name name = serial_usb_board;
	char number[NUMBER_SIZE] = "";
	struct usb_serial *usb;
	size_t which;

	(void)usual;
	if (strcmp(rest, "auto") != 0 &&
		!serial_read_numbers(rest, &name.vendor, &name.product, number, sizeof(number))) {
		log_error("serial", "\"usb:%s\" is not auto or VVVV:PPPP[:NUMBER]", rest);
		return RESULT_DEVICE_UNKNOWN;
	}
	enum result result = open_port(&serial_usb, &name, 1, number, &usb, &which);
	if (result == RESULT_OK) {
		text_format(usb->port.name, sizeof(usb->port.name), "USB %04x:%04x",
			(unsigned)name.vendor, (unsigned)name.product);
		*out_port = &usb->port;
	}
	return result;
}

static enum result write_port(
	struct serial *port, const uint8_t *data, size_t size, int timeout_ms, size_t *out_written)
{
	int64_t until = clock_ticks_ms() + timeout_ms;

	while (*out_written < size) {
		size_t taken = 0;
		int64_t left = until - clock_ticks_ms();
		/* libusb takes 0 for "for ever". */
		enum result result =
			left <= 0 ? RESULT_DEVICE_TIMEOUT
				  : usb_bulk_write(usb_of(port)->bulk, data + *out_written,
					    size - *out_written, (int)left, &taken);
		*out_written += taken;
		note_taken(usb_of(port), taken);
		if (result != RESULT_OK) {
			return result;
		}
	}
	return RESULT_OK;
}

/* One read of whole packets, without what the bridge puts before the data. */
static enum result hear(struct usb_serial *usb, int timeout_ms)
{
	size_t packet = usb_bulk_packet(usb->bulk);
	size_t room = READ_SIZE - READ_SIZE % packet;
	enum result result =
		usb_bulk_read(usb->bulk, usb->heard, room, timeout_ms, &usb->heard_size);

	if (usb->bridge && usb->bridge->header > 0) {
		usb->heard_size =
			bridge_strip(usb->heard, usb->heard_size, packet, usb->bridge->header);
	}
	return result;
}

static enum result read_port(
	struct serial *port, uint8_t *out_data, size_t size, int timeout_ms, size_t *out_read)
{
	struct usb_serial *usb = usb_of(port);
	int64_t until = clock_ticks_ms() + timeout_ms;

	/* An FTDI bridge sends its status even when it has nothing to say. */
	while (usb->heard_size == 0) {
		int64_t left = until - clock_ticks_ms();
		enum result result = left > 0 ? hear(usb, (int)left) : RESULT_DEVICE_TIMEOUT;
		if (result != RESULT_OK) {
			return result;
		}
	}
	*out_read = usb->heard_size < size ? usb->heard_size : size;
	memcpy(out_data, usb->heard, *out_read);
	usb->heard_size -= *out_read;
	memmove(usb->heard, usb->heard + *out_read, usb->heard_size);
	return RESULT_OK;
}

static enum result check_port(struct serial *port)
{
	return usb_bulk_check(usb_of(port)->bulk);
}

static struct serial_watch *watch_open(const char *rest)
{
	struct usb_watch *usb = usb_watch_open();
	struct usb_serial_watch *watch;

	(void)rest;
	if (!usb) {
		return NULL;
	}
	watch = memory_zeroed(1, sizeof(*watch));
	watch->watch.driver = &serial_usb; /* both have the same functions */
	watch->usb = usb;
	return &watch->watch;
}

static void watch_close(struct serial_watch *base)
{
	struct usb_serial_watch *watch = (struct usb_serial_watch *)base;

	usb_watch_close(watch->usb);
	free(watch);
}

static size_t watch_fds(struct serial_watch *base, struct pollfd *out_fds)
{
	return usb_watch_fds(((struct usb_serial_watch *)base)->usb, out_fds, SERIAL_WATCH_FDS);
}

static bool watch_read(struct serial_watch *base)
{
	return usb_watch_read(((struct usb_serial_watch *)base)->usb);
}

const struct serial_driver serial_usb = {
	.scheme = "usb",
	.open = plain_open,
	.close = close_port,
	.write = write_port,
	.read = read_port,
	.check = check_port,
	.watch_open = watch_open,
	.watch_close = watch_close,
	.watch_fds = watch_fds,
	.watch_read = watch_read,
};

const struct serial_driver serial_bridge = {
	.scheme = "serial",
	.open = bridge_open,
	.close = close_port,
	.write = write_port,
	.read = read_port,
	.check = check_port,
	.watch_open = watch_open,
	.watch_close = watch_close,
	.watch_fds = watch_fds,
	.watch_read = watch_read,
};
