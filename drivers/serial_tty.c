#include "drivers/serial_driver.h"

#include "app/base/clock.h"
#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

/* "tty:/dev/ttyS0": a serial port of the system, raw, without flow control. */

enum {
	PATH_SIZE = 256,
	LAST_MS = 1000, /* the last message is given so long to leave */
	LAST_LOOK_MS = 5,
};

struct tty {
	struct serial port;
	int fd;
	char path[PATH_SIZE];
};

struct tty_watch {
	struct serial_watch watch;
	struct file_watch node;
};

static struct tty *tty_of(struct serial *port)
{
	return (struct tty *)port;
}

static bool read_rest(const char *rest, char *out_path, struct serial_format *format)
{
	return serial_read_address(rest, out_path, PATH_SIZE, format) && out_path[0] == '/';
}

/* Built from nothing, so that whatever a program before us has left does not matter. */
static void make_settings(const struct serial_format *format, struct termios *out_settings)
{
	static const speed_t speeds[SERIAL_SPEEDS] = {
		B1200, B2400, B4800, B9600, B19200, B38400, B57600, B115200};
	speed_t speed = speeds[serial_find_speed(format->speed)];

	memset(out_settings, 0, sizeof(*out_settings));
	out_settings->c_iflag = IGNBRK | (format->seven_even ? ISTRIP : 0);
	/* CLOCAL: a board's cable seldom has a carrier line. */
	out_settings->c_cflag = CREAD | CLOCAL | (format->seven_even ? CS7 | PARENB : CS8);
	out_settings->c_cc[VMIN] = 0;
	out_settings->c_cc[VTIME] = 0;
	cfsetispeed(out_settings, speed);
	cfsetospeed(out_settings, speed);
}

static enum result set_up(const struct tty *tty, const struct serial_format *format)
{
	struct termios settings;

	if (!isatty(tty->fd)) {
		log_error("serial", "%s is no serial port", tty->path);
		return RESULT_DEVICE_UNKNOWN;
	}
	make_settings(format, &settings);
	if (tcsetattr(tty->fd, TCSANOW, &settings) != 0) {
		return serial_reason_of(errno);
	}
	/* No second program between our bytes; root would be let in all the same. */
	ioctl(tty->fd, TIOCEXCL);
	tcflush(tty->fd, TCIOFLUSH);
	return RESULT_OK;
}

/* Bytes that have not left the port, after a wait for them. */
static int wait_for_last(const struct tty *tty)
{
	int64_t until = clock_ticks_ms() + LAST_MS;
	int left = 0;

	while (ioctl(tty->fd, TIOCOUTQ, &left) == 0 && left > 0 && clock_ticks_ms() < until) {
		poll(NULL, 0, LAST_LOOK_MS);
	}
	return left;
}

static void tty_close(struct serial *port)
{
	struct tty *tty = tty_of(port);

	if (tty->fd >= 0) {
		/* What is still to go to a board that takes nothing would hold close() up. */
		if (wait_for_last(tty) > 0) {
			tcflush(tty->fd, TCOFLUSH);
		}
		ioctl(tty->fd, TIOCNXCL);
		close(tty->fd);
	}
	free(tty);
}

static enum result tty_open(
	const char *rest, const struct serial_format *usual, struct serial **out_port)
{
	struct tty *tty = memory_zeroed(1, sizeof(*tty));
	struct serial_format format = *usual;
	enum result result;

	tty->fd = -1;
	if (!read_rest(rest, tty->path, &format)) {
		log_error("serial", "\"tty:%s\" is not /dev/NAME[,SPEED[,8N1|7E1]]", rest);
		free(tty);
		return RESULT_DEVICE_UNKNOWN;
	}
	tty->port.driver = &serial_tty;
	tty->port.two_way = true;
	text_copy(tty->port.name, sizeof(tty->port.name), tty->path);
	tty->fd = open(tty->path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
	result = tty->fd >= 0 ? set_up(tty, &format) : serial_reason_of(errno);
	if (result != RESULT_OK) {
		tty_close(&tty->port);
		return result;
	}
	*out_port = &tty->port;
	return RESULT_OK;
}

/* OK when `events` has come, within the time that is left. */
static enum result wait_for(const struct tty *tty, short events, int64_t until)
{
	struct pollfd fd = {.fd = tty->fd, .events = events};
	int64_t left = until - clock_ticks_ms();
	int ready = poll(&fd, 1, left > 0 ? (int)left : 0);

	if (ready == 0 || (ready < 0 && errno == EINTR)) {
		return RESULT_DEVICE_TIMEOUT;
	}
	return fd.revents & events ? RESULT_OK : RESULT_DEVICE_MISSING;
}

static enum result tty_write(
	struct serial *port, const uint8_t *data, size_t size, int timeout_ms, size_t *out_written)
{
	struct tty *tty = tty_of(port);
	int64_t until = clock_ticks_ms() + timeout_ms;

	while (*out_written < size) {
		enum result result = wait_for(tty, POLLOUT, until);
		if (result != RESULT_OK) {
			return result;
		}
		ssize_t count = write(tty->fd, data + *out_written, size - *out_written);
		if (count >= 0) {
			*out_written += (size_t)count;
		} else if (errno != EAGAIN && errno != EINTR) {
			return serial_reason_of(errno);
		}
	}
	return RESULT_OK;
}

static enum result tty_read(
	struct serial *port, uint8_t *out_data, size_t size, int timeout_ms, size_t *out_read)
{
	struct tty *tty = tty_of(port);
	enum result result = wait_for(tty, POLLIN, clock_ticks_ms() + timeout_ms);

	if (result != RESULT_OK) {
		return result;
	}
	ssize_t count = read(tty->fd, out_data, size);
	if (count > 0) {
		*out_read = (size_t)count;
		return RESULT_OK;
	}
	if (count == 0) {
		return RESULT_DEVICE_MISSING; /* readable and yet nothing: hung up */
	}
	return errno == EAGAIN || errno == EINTR ? RESULT_DEVICE_TIMEOUT : serial_reason_of(errno);
}

/* A port that was hung up says so at once, and one that was pulled out has lost its name. */
static enum result tty_check(struct serial *port)
{
	struct tty *tty = tty_of(port);
	struct pollfd fd = {.fd = tty->fd, .events = POLLOUT};

	poll(&fd, 1, 0);
	if (fd.revents & (POLLHUP | POLLERR | POLLNVAL) || access(tty->path, F_OK) != 0) {
		return RESULT_DEVICE_MISSING;
	}
	return RESULT_OK;
}

static struct serial_watch *tty_watch_open(const char *rest)
{
	char path[PATH_SIZE];
	struct serial_format ignored = {.speed = 9600};
	struct tty_watch *watch;

	if (!read_rest(rest, path, &ignored)) {
		return NULL;
	}
	watch = memory_zeroed(1, sizeof(*watch));
	watch->watch.driver = &serial_tty;
	file_watch_init(&watch->node, path);
	return &watch->watch;
}

static void tty_watch_close(struct serial_watch *base)
{
	struct tty_watch *watch = (struct tty_watch *)base;

	file_watch_finish(&watch->node);
	free(watch);
}

static size_t tty_watch_fds(struct serial_watch *base, struct pollfd *out_fds)
{
	struct tty_watch *watch = (struct tty_watch *)base;

	out_fds[0] = (struct pollfd){.fd = watch->node.inotify, .events = POLLIN};
	return watch->node.inotify >= 0 ? 1 : 0;
}

static bool tty_watch_read(struct serial_watch *base)
{
	return file_watch_read(&((struct tty_watch *)base)->node);
}

const struct serial_driver serial_tty = {
	.scheme = "tty",
	.open = tty_open,
	.close = tty_close,
	.write = tty_write,
	.read = tty_read,
	.check = tty_check,
	.watch_open = tty_watch_open,
	.watch_close = tty_watch_close,
	.watch_fds = tty_watch_fds,
	.watch_read = tty_watch_read,
};
