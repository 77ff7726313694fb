#include "app/admin/doctor.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "drivers/hid.h"
#include "drivers/printer.h"

#include <stdlib.h>

/* The printer named on the command line, asked directly. */
static void check_printer(struct report *report, const char *uri)
{
	struct printer *printer = NULL;
	struct printer_status status = {0};
	enum result result = printer_open(uri, NULL, &printer);
	if (result != RESULT_OK) {
		doctor_find_result(report, "printer", result, uri);
		return;
	}
	printer_get_status(printer, &status);
	const char *name = printer_get_name(printer);
	if (status.reason != RESULT_OK) {
		doctor_find_result(report, "printer", status.reason, name);
	} else {
		doctor_find_text(report, "printer",
			status.near_end || !status.answers ? WARN : FINE,
			status.near_end  ? "admin.doctor.printer_low"
			: status.answers ? "admin.doctor.printer_fine"
					 : "admin.doctor.printer_silent",
			name);
	}
	printer_close(printer);
}

/* The installer may have to name one of these. */
static void find_others(struct report *report, const char *what)
{
	struct hid_found *found = memory_zeroed(HID_LIST, sizeof *found);
	size_t count = hid_list(found, HID_LIST);
	for (size_t i = 0; i < count; i++) {
		const struct hid_facts *facts = &found[i].facts;
		char uri[64];
		text_format(uri, sizeof uri, "%s:%04x:%04x", what, (unsigned)facts->vendor,
			(unsigned)facts->product);
		doctor_find_text(report, what, WARN, "admin.doctor.input_other", facts->name, uri);
	}
	free(found);
}

/* The scanner or keypad named on the command line; it is grabbed for a moment only. */
static void check_input(struct report *report, const char *what, const char *uri)
{
	struct hid_wish wish;
	struct hid_device *device = NULL;
	enum result result =
		hid_wish_read(uri, &wish) ? hid_open(&wish, &device) : RESULT_DEVICE_UNKNOWN;
	if (result == RESULT_OK) {
		const struct hid_found *found = hid_get_found(device);
		doctor_find_text(report, what, FINE, "admin.doctor.input_fine", found->facts.name,
			found->path);
	} else if (result == RESULT_DEVICE_HELD) {
		doctor_find_text(report, what, WARN, "admin.doctor.input_held", uri);
	} else {
		doctor_find_result(report, what, result, uri);
		find_others(report, what);
	}
	hid_close(device);
}

/* The kind of a device by the second part of its name. */
static const char *part_of(const struct view_device *device)
{
	static const char *const parts[VIEW_DEVICE_KINDS] = {
		[VIEW_PRINTER] = "printer",
		[VIEW_BOARD] = "board",
		[VIEW_SCANNER] = "scanner",
		[VIEW_KEYPAD] = "keypad",
		[VIEW_OTHER] = "device",
	};
	return parts[device->kind];
}

void doctor_check_reported(struct report *report)
{
	struct desk_view *view = memory_zeroed(1, sizeof *view);
	if (desk_view(report->admin->desk, 0, view) == RESULT_OK) {
		for (int i = 0; i < view->device_count; i++) {
			const struct view_device *device = &view->devices[i];
			if (device->reason != RESULT_OK) {
				doctor_find_result(
					report, part_of(device), device->reason, device->name);
			} else {
				doctor_find_text(report, part_of(device),
					device->near_end ? WARN : FINE,
					device->near_end ? "admin.doctor.device_low"
							 : "admin.doctor.device_fine",
					device->name);
			}
		}
	}
	free(view);
}

void doctor_check_named(struct report *report)
{
	struct admin *admin = report->admin;
	if (admin_flag(admin, OPTION_PRINTER)) {
		check_printer(report, admin_value(admin, OPTION_PRINTER));
	}
	if (admin_flag(admin, OPTION_SCANNER)) {
		check_input(report, "scanner", admin_value(admin, OPTION_SCANNER));
	}
	if (admin_flag(admin, OPTION_KEYPAD)) {
		check_input(report, "keypad", admin_value(admin, OPTION_KEYPAD));
	}
}
