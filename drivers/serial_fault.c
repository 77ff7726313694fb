#include "drivers/fault_options.h"
#include "drivers/serial_driver.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/*
 * Wraps another port and breaks it. Of fault_options.h these mean something here; a slip is what is
 * written at once: unplug_at, stall_at, slip, fail_first, slow, silent (nothing comes back),
 * control with "unplugged", "offline" or "stopped". Those of paper are refused.
 */
struct fault_port {
	struct serial port;
	struct serial *inner;
	struct fault_options options;
	int64_t write; /* number of the next write */
	bool gone;     /* unplugged: only opening it again helps */
};

struct fault_port_watch {
	struct serial_watch watch;
	struct serial_watch *inner;
	struct file_watch control;
};

static struct fault_port *fault_of(struct serial *port)
{
	return (struct fault_port *)port;
}

static bool read_options(const char *rest, struct fault_options *out_options)
{
	return fault_options_read(rest, out_options) && out_options->paper_out == 0 &&
	       out_options->cover_open == 0 && out_options->at[FAULT_PAPER_OUT] < 0 &&
	       out_options->at[FAULT_COVER] < 0;
}

static enum result fault_open(
	const char *rest, const struct serial_format *usual, struct serial **out_port)
{
	struct fault_port *fault = memory_zeroed(1, sizeof(*fault));
	enum result result = RESULT_DEVICE_UNKNOWN;

	if (!read_options(rest, &fault->options)) {
		log_error("serial", "\"fault:%s\" is not KEY=VALUE,.../URI", rest);
	} else if (fault_read_control(fault->options.control) == RESULT_DEVICE_MISSING) {
		result = RESULT_DEVICE_MISSING;
	} else {
		result = serial_open(fault->options.inner, usual, &fault->inner);
	}
	if (result != RESULT_OK) {
		free(fault);
		return result;
	}
	fault->port = *fault->inner;
	fault->port.driver = &serial_fault;
	fault->port.two_way = fault->inner->two_way && !fault->options.silent;
	*out_port = &fault->port;
	return RESULT_OK;
}

static void fault_close(struct serial *port)
{
	serial_close(fault_of(port)->inner);
	free(port);
}

static enum result fault_check(struct serial *port)
{
	struct fault_port *fault = fault_of(port);
	enum result state = fault_read_control(fault->options.control);

	fault->gone |= state == RESULT_DEVICE_MISSING;
	if (fault->gone) {
		return RESULT_DEVICE_MISSING;
	}
	return state != RESULT_OK ? state : serial_check(fault->inner);
}

static void pause_ms(int64_t ms)
{
	struct timespec wait = {ms / 1000, ms % 1000 * 1000000};

	nanosleep(&wait, NULL);
}

/* How many of `size` bytes go out, and what stops the rest. */
static size_t find_end(const struct fault_port *fault, size_t size, enum result *out_reason)
{
	static const enum result reasons[] = {RESULT_DEVICE_MISSING, RESULT_DEVICE_TIMEOUT};

	*out_reason = RESULT_OK;
	for (int i = FAULT_UNPLUG; i <= FAULT_STALL && fault->write == fault->options.slip; i++) {
		int64_t at = fault->options.at[i];
		if (at >= 0 && (size_t)at < size) {
			size = (size_t)at;
			*out_reason = reasons[i];
		}
	}
	return size;
}

static enum result fault_write(
	struct serial *port, const uint8_t *data, size_t size, int timeout_ms, size_t *out_written)
{
	struct fault_port *fault = fault_of(port);
	enum result reason = fault_check(port), result;

	if (fault->write < fault->options.fail_first) {
		reason = RESULT_DEVICE_FAILED;
	}
	if (reason != RESULT_OK) {
		fault->write++;
		return reason;
	}
	size = find_end(fault, size, &reason);
	fault->write++;
	pause_ms(fault->options.slow);
	result = size > 0 ? serial_write(fault->inner, data, size, timeout_ms, out_written)
			  : RESULT_OK;
	fault->gone |= reason == RESULT_DEVICE_MISSING;
	return reason != RESULT_OK ? reason : result;
}

static enum result fault_read(
	struct serial *port, uint8_t *out_data, size_t size, int timeout_ms, size_t *out_read)
{
	struct fault_port *fault = fault_of(port);
	enum result state = fault_check(port);

	return state != RESULT_OK ? state
				  : serial_read(fault->inner, out_data, size, timeout_ms, out_read);
}

static void fault_note(struct serial *port, const char *text)
{
	serial_note(fault_of(port)->inner, text);
}

static struct serial_watch *fault_watch_open(const char *rest)
{
	struct fault_options options;
	struct fault_port_watch *watch;

	if (!read_options(rest, &options)) {
		return NULL;
	}
	watch = memory_zeroed(1, sizeof(*watch));
	watch->watch.driver = &serial_fault;
	watch->inner = serial_watch_open(options.inner);
	watch->control.inotify = -1;
	if (*options.control) {
		file_watch_init(&watch->control, options.control);
	}
	return &watch->watch;
}

static void fault_watch_close(struct serial_watch *base)
{
	struct fault_port_watch *watch = (struct fault_port_watch *)base;

	serial_watch_close(watch->inner);
	file_watch_finish(&watch->control);
	free(watch);
}

static size_t fault_watch_fds(struct serial_watch *base, struct pollfd *out_fds)
{
	struct fault_port_watch *watch = (struct fault_port_watch *)base;
	size_t count = serial_watch_fds(watch->inner, out_fds);

	if (watch->control.inotify >= 0 && count < SERIAL_WATCH_FDS) {
		out_fds[count++] = (struct pollfd){.fd = watch->control.inotify, .events = POLLIN};
	}
	return count;
}

static bool fault_watch_read(struct serial_watch *base)
{
	struct fault_port_watch *watch = (struct fault_port_watch *)base;
	bool changed = serial_watch_read(watch->inner);

	return file_watch_read(&watch->control) || changed;
}

const struct serial_driver serial_fault = {
	.scheme = "fault",
	.open = fault_open,
	.close = fault_close,
	.write = fault_write,
	.read = fault_read,
	.check = fault_check,
	.note = fault_note,
	.watch_open = fault_watch_open,
	.watch_close = fault_watch_close,
	.watch_fds = fault_watch_fds,
	.watch_read = fault_watch_read,
};
