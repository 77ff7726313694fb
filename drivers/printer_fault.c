#include "drivers/fault_options.h"
#include "drivers/printer_driver.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <time.h>
#include <unistd.h>

/* Wraps another printer and breaks it as its options say: fault_options.h. */

struct fault_printer {
	struct printer printer;
	struct printer *inner;
	struct fault_options options;
	int64_t slip;       /* number of the next slip */
	enum result broken; /* what it shows of itself for the next `looks` looks */
	int64_t looks;
	bool gone; /* unplugged: only opening it again helps */
};

struct fault_watch {
	struct printer_watch watch;
	struct printer_watch *inner;

	int inotify; /* -1 without a control file */
	char file[FAULT_PATH_SIZE];
};

static struct fault_printer *fault_of(struct printer *printer)
{
	return (struct fault_printer *)printer;
}

static void load_slip(struct fault_printer *fault)
{
	FILE *file = *fault->options.state ? fopen(fault->options.state, "r") : NULL;
	char line[32];

	if (!file) {
		return;
	}
	if (fgets(line, sizeof(line), file)) {
		line[strcspn(line, "\n")] = '\0';
		text_to_int(line, 0, INT32_MAX, &fault->slip);
	}
	fclose(file);
}

static void save_slip(const struct fault_printer *fault)
{
	FILE *file = *fault->options.state ? fopen(fault->options.state, "w") : NULL;

	if (file) {
		fprintf(file, "%lld\n", (long long)fault->slip);
		fclose(file);
	}
}

static enum result fault_open(
	const char *rest, const struct printer_profile *profile, struct printer **out_printer)
{
	struct fault_printer *fault = memory_zeroed(1, sizeof(*fault));
	enum result result;

	if (!fault_options_read(rest, &fault->options)) {
		log_error("printer", "\"fault:%s\" is not KEY=VALUE,.../URI", rest);
		free(fault);
		return RESULT_DEVICE_UNKNOWN;
	}
	result = fault_read_control(fault->options.control);
	if (result == RESULT_DEVICE_MISSING) {
		free(fault);
		return result;
	}
	result = printer_open(fault->options.inner, profile, &fault->inner);
	if (result != RESULT_OK) {
		free(fault);
		return result;
	}
	fault->printer.driver = &printer_fault;
	fault->printer.profile = fault->inner->profile;
	text_copy(fault->printer.name, sizeof(fault->printer.name), fault->inner->name);
	load_slip(fault);
	*out_printer = &fault->printer;
	return RESULT_OK;
}

static void fault_close(struct printer *printer)
{
	struct fault_printer *fault = fault_of(printer);

	printer_close(fault->inner);
	free(fault);
}

static enum result present_state(const struct fault_printer *fault)
{
	return fault->gone ? RESULT_DEVICE_MISSING : fault_read_control(fault->options.control);
}

static void fault_get_status(struct printer *printer, struct printer_status *out_status)
{
	struct fault_printer *fault = fault_of(printer);
	enum result state = present_state(fault);

	printer_get_status(fault->inner, out_status);
	if (state == RESULT_OK && fault->looks > 0) {
		fault->looks--;
		state = fault->broken;
	}
	if (state == RESULT_DEVICE_MISSING) {
		fault->gone = true;
	}
	if (state != RESULT_OK) {
		out_status->reason = state;
	}
	if (fault->options.silent) {
		out_status->answers = false;
		out_status->can = 0;
	}
}

static void pause_ms(int64_t ms)
{
	struct timespec wait = {ms / 1000, ms % 1000 * 1000000};

	nanosleep(&wait, NULL);
}

/* What this slip finds before its first byte. */
static enum result reason_before(const struct fault_printer *fault)
{
	const struct fault_options *options = &fault->options;

	if (fault->slip < options->fail_first) {
		return RESULT_DEVICE_FAILED;
	}
	if (fault_strikes(options->seed, fault->slip, 0, options->paper_out)) {
		return RESULT_PAPER_OUT;
	}
	if (fault_strikes(options->seed, fault->slip, 1, options->cover_open)) {
		return RESULT_COVER_OPEN;
	}
	return present_state(fault);
}

/* How many bytes of a slip of `size` go out, and what stops them (OK when nothing does). */
static size_t send_bytes(
	struct fault_printer *fault, const struct printer_slip *slip, enum result *out_reason)
{
	static const enum result reasons[FAULT_POINTS] = {
		RESULT_DEVICE_MISSING, RESULT_DEVICE_TIMEOUT, RESULT_PAPER_OUT, RESULT_COVER_OPEN};
	enum { STEP = 1024 };
	size_t stop = slip->size;

	*out_reason = RESULT_OK;
	for (int i = 0; i < FAULT_POINTS && fault->slip == fault->options.slip; i++) {
		if (fault->options.at[i] >= 0 && (size_t)fault->options.at[i] < stop) {
			stop = (size_t)fault->options.at[i];
			*out_reason = reasons[i];
		}
	}
	for (size_t sent = 0; sent < stop; sent += STEP) {
		enum result state = present_state(fault);
		if (state != RESULT_OK) {
			*out_reason = state;
			return sent;
		}
		if (slip->is_cancelled && slip->is_cancelled(slip->context)) {
			*out_reason = RESULT_DEVICE_TIMEOUT;
			return sent;
		}
		if (fault->options.slow > 0) {
			pause_ms(fault->options.slow);
		}
	}
	return stop;
}

/* What reached the device goes to the wrapped printer as a torn slip, NAME.part. */
static void print_part(struct fault_printer *fault, const struct printer_slip *slip, size_t sent)
{
	struct printer_slip part = *slip;
	struct printer_outcome ignored;
	char name[128];

	text_format(name, sizeof(name), "%s.part", slip->name ? slip->name : "slip");
	part.name = name;
	part.size = sent;
	part.dots = NULL;
	if (sent > 0) {
		printer_print(fault->inner, &part, &ignored);
	}
}

static void fault_print(struct printer *printer, const struct printer_slip *slip,
	struct printer_outcome *out_outcome)
{
	struct fault_printer *fault = fault_of(printer);
	enum result reason = reason_before(fault);
	size_t sent = 0;

	if (reason == RESULT_OK) {
		sent = send_bytes(fault, slip, &reason);
	}
	fault->slip++;
	save_slip(fault);
	if (reason == RESULT_OK) {
		printer_print(fault->inner, slip, out_outcome);
		out_outcome->confirmed &= !fault->options.silent;
		return;
	}
	print_part(fault, slip, sent);
	if (reason == RESULT_DEVICE_MISSING) {
		fault->gone = true;
	} else if (reason != RESULT_DEVICE_FAILED && present_state(fault) == RESULT_OK) {
		fault->broken = reason;
		fault->looks = fault->options.lasts;
	}
	out_outcome->sent_any = sent > 0;
	out_outcome->reason = reason;
}

/* The folder is watched, not the file: the file may be made later or be replaced. */
static void watch_control(struct fault_watch *watch, const char *path)
{
	char dir[FAULT_PATH_SIZE];
	char *slash;

	text_copy(dir, sizeof(dir), path);
	slash = strrchr(dir, '/');
	text_copy(watch->file, sizeof(watch->file), slash ? slash + 1 : dir);
	if (slash) {
		slash[slash == dir] = '\0';
	}
	watch->inotify = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (watch->inotify >= 0 && inotify_add_watch(watch->inotify, slash ? dir : ".",
					   IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE) < 0) {
		close(watch->inotify);
		watch->inotify = -1;
	}
}

static struct printer_watch *fault_watch_open(const char *rest)
{
	struct fault_options options;
	struct fault_watch *watch;

	if (!fault_options_read(rest, &options)) {
		return NULL;
	}
	watch = memory_zeroed(1, sizeof(*watch));
	watch->watch.driver = &printer_fault;
	watch->inner = printer_watch_open(options.inner);
	watch->inotify = -1;
	if (*options.control) {
		watch_control(watch, options.control);
	}
	return &watch->watch;
}

static void fault_watch_close(struct printer_watch *base)
{
	struct fault_watch *watch = (struct fault_watch *)base;

	printer_watch_close(watch->inner);
	if (watch->inotify >= 0) {
		close(watch->inotify);
	}
	free(watch);
}

static size_t fault_watch_fds(struct printer_watch *base, struct pollfd *out_fds)
{
	struct fault_watch *watch = (struct fault_watch *)base;
	size_t count = printer_watch_fds(watch->inner, out_fds);

	if (watch->inotify >= 0 && count < PRINTER_WATCH_FDS) {
		out_fds[count++] = (struct pollfd){.fd = watch->inotify, .events = POLLIN};
	}
	return count;
}

static bool fault_watch_read(struct printer_watch *base)
{
	struct fault_watch *watch = (struct fault_watch *)base;
	bool changed = printer_watch_read(watch->inner);
	_Alignas(struct inotify_event) char buffer[4096];
	ssize_t size;

	while (watch->inotify >= 0 && (size = read(watch->inotify, buffer, sizeof(buffer))) > 0) {
		for (char *at = buffer; at < buffer + size;) {
			const struct inotify_event *event = (const void *)at;
			changed |= event->len > 0 && strcmp(event->name, watch->file) == 0;
			at += sizeof(*event) + event->len;
		}
	}
	return changed;
}

const struct printer_driver printer_fault = {
	.scheme = "fault",
	.open = fault_open,
	.close = fault_close,
	.get_status = fault_get_status,
	.print = fault_print,
	.watch_open = fault_watch_open,
	.watch_close = fault_watch_close,
	.watch_fds = fault_watch_fds,
	.watch_read = fault_watch_read,
};
