#include "drivers/printer.h"
#include "drivers/printer_driver.h"

#include "app/base/log.h"
#include "drivers/escpos.h"

#include <assert.h>
#include <string.h>

/* Every driver there is: a new one is one line here. */
static const struct printer_driver *const drivers[] = {
	&printer_usb,
	&printer_cups,
	&printer_file,
	&printer_fault,
};

static const struct printer_driver *find_driver(const char *uri, const char **out_rest)
{
	for (size_t i = 0; i < sizeof(drivers) / sizeof(*drivers); i++) {
		size_t length = strlen(drivers[i]->scheme);
		if (strncmp(uri, drivers[i]->scheme, length) == 0 && uri[length] == ':') {
			*out_rest = uri + length + 1;
			return drivers[i];
		}
	}
	return NULL;
}

enum result printer_open(
	const char *uri, const struct printer_profile *profile, struct printer **out_printer)
{
	const char *rest;
	const struct printer_driver *driver = find_driver(uri, &rest);

	*out_printer = NULL;
	if (!driver) {
		log_error("printer", "no driver for \"%s\"", uri);
		return RESULT_DEVICE_UNKNOWN;
	}
	return driver->open(rest, profile, out_printer);
}

void printer_close(struct printer *printer)
{
	if (printer) {
		printer->driver->close(printer);
	}
}

const struct printer_profile *printer_get_profile(const struct printer *printer)
{
	return printer->profile;
}

const char *printer_get_name(const struct printer *printer)
{
	return printer->name;
}

void printer_get_status(struct printer *printer, struct printer_status *out_status)
{
	*out_status = (struct printer_status){.reason = RESULT_OK};
	printer->driver->get_status(printer, out_status);
}

void printer_print(struct printer *printer, const struct printer_slip *slip,
	struct printer_outcome *out_outcome)
{
	assert(slip->bytes && slip->size > 0);
	*out_outcome = (struct printer_outcome){.reason = RESULT_OK};
	printer->driver->print(printer, slip, out_outcome);
}

void printer_print_dots(struct printer *printer, const struct printer_slip *slip,
	struct printer_outcome *out_outcome)
{
	struct escpos_bytes bytes = {0};
	struct printer_slip whole = *slip;
	escpos_page(&bytes, printer_get_profile(printer), slip->dots, slip->dots_width,
		slip->dots_height, slip->dots_pitch);
	whole.bytes = bytes.data;
	whole.size = bytes.size;
	printer_print(printer, &whole, out_outcome);
	escpos_finish(&bytes);
}

struct printer_watch *printer_watch_open(const char *uri)
{
	const char *rest;
	const struct printer_driver *driver = find_driver(uri, &rest);

	return driver && driver->watch_open ? driver->watch_open(rest) : NULL;
}

void printer_watch_close(struct printer_watch *watch)
{
	if (watch) {
		watch->driver->watch_close(watch);
	}
}

size_t printer_watch_fds(struct printer_watch *watch, struct pollfd *out_fds)
{
	return watch ? watch->driver->watch_fds(watch, out_fds) : 0;
}

bool printer_watch_read(struct printer_watch *watch)
{
	return watch && watch->driver->watch_read(watch);
}
