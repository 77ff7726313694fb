#include "app/console/device.h"

#include "app/base/text.h"
#include "app/console/parts.h"
#include "app/queue/calendar.h"

#include <inttypes.h>
#include <string.h>

static const struct {
	const char *name; /* in text keys */
	const char *icon;
} kinds[VIEW_DEVICE_KINDS] = {
	[VIEW_PRINTER] = {"printer", "printer"},
	[VIEW_BOARD] = {"board", "led-on"},
	[VIEW_SCANNER] = {"scanner", "usb"},
	[VIEW_KEYPAD] = {"keypad", "keyboard-close"},
	[VIEW_SCREEN] = {"screen", "television"},
	[VIEW_OTHER] = {"other", "usb"},
};

/* How much is left of a roll that is perhaps another one by now, nobody knows. */
static int slips_left(const struct view_device *device)
{
	return device->roll.in_doubt ? ROLL_UNKNOWN : roll_slips_left(&device->roll);
}

static bool is_low(const struct view_device *device, int paper_low)
{
	int left = slips_left(device);
	return device->kind == VIEW_PRINTER &&
	       (device->near_end || (left != ROLL_UNKNOWN && left < paper_low));
}

enum device_need device_need(const struct view_device *device, int paper_low, int64_t now)
{
	int64_t since = now - device->since_ms;
	if (device->reason != RESULT_OK) {
		return DEVICE_BROKEN;
	}
	if (is_low(device, paper_low)) {
		return DEVICE_LOW;
	}
	bool cured = device->was != RESULT_OK && since < DEVICE_CURED_MS;
	return cured ? DEVICE_CURED : DEVICE_FINE;
}

static bool is_of_paper(enum result reason)
{
	return reason == RESULT_PAPER_OUT || reason == RESULT_COVER_OPEN;
}

bool device_may_renew(const struct view_device *device, int paper_low, int64_t now)
{
	enum device_need need = device_need(device, paper_low, now);
	return device->kind == VIEW_PRINTER &&
	       (device->roll.in_doubt || need == DEVICE_LOW ||
		       (need == DEVICE_BROKEN && is_of_paper(device->reason)) ||
		       (need == DEVICE_CURED && is_of_paper(device->was)));
}

int device_count_needy(const struct desk_view *view, int paper_low, int64_t now)
{
	int count = 0;
	for (int i = 0; i < view->device_count; i++) {
		count += device_need(&view->devices[i], paper_low, now) >= DEVICE_LOW;
	}
	return count;
}

const struct view_device *device_worst(const struct desk_view *view, int paper_low, int64_t now)
{
	const struct view_device *worst = NULL;
	int rank = -1;
	for (int i = 0; i < view->device_count; i++) {
		const struct view_device *device = &view->devices[i];
		bool prints = device->kind == VIEW_PRINTER;
		enum device_need need = device_need(device, paper_low, now);
		int own = 2 * (int)need + (prints ? 1 : 0);
		if (own > rank && (prints || need != DEVICE_FINE)) {
			worst = device;
			rank = own;
		}
	}
	return worst;
}

const struct view_device *device_fine(
	const struct desk_view *view, enum view_device_kind kind, int paper_low, int64_t now)
{
	for (int i = 0; i < view->device_count; i++) {
		const struct view_device *device = &view->devices[i];
		if (device->kind == kind && device_need(device, paper_low, now) == DEVICE_FINE) {
			return device;
		}
	}
	return NULL;
}

const char *device_icon(const struct view_device *device, enum device_need need)
{
	if (device->kind == VIEW_PRINTER && need >= DEVICE_LOW) {
		return "printer-alert";
	}
	return kinds[device->kind].icon;
}

const char *device_name(
	const struct ui *ui, const struct view_device *device, char out_text[DEVICE_TEXT_SIZE])
{
	char key[64], place[sizeof(device->name)];
	text_copy(place, sizeof(place), device->name);
	char *slash = strrchr(place, '/');
	if (device->kind != VIEW_OTHER && slash != NULL) {
		*slash = '\0';
	}
	text_format(key, sizeof(key), "console.device.%s", kinds[device->kind].name);
	return parts_say(ui, out_text, DEVICE_TEXT_SIZE, key, place, "");
}

/* A reason that no device has, which only a damaged store gives, is trouble all the same. */
static enum result reason_of(const struct view_device *device)
{
	enum result reason = device->kind == VIEW_SCREEN ? RESULT_DEVICE_MISSING : device->reason;
	bool printing = reason == RESULT_PAPER_OUT || reason == RESULT_COVER_OPEN ||
			reason == RESULT_PRINTER_ERROR || reason == RESULT_PRINT_SERVICE;
	bool known = reason >= RESULT_DEVICE_UNKNOWN && reason <= RESULT_PRINT_SERVICE;
	return !known || (printing && device->kind != VIEW_PRINTER) ? RESULT_DEVICE_FAILED : reason;
}

static const char *state_key(
	const struct view_device *device, enum device_need need, char *out_key, size_t size)
{
	switch (need) {
	case DEVICE_BROKEN:
		text_format(out_key, size, "console.trouble.%s", result_key(reason_of(device)));
		return out_key;
	case DEVICE_LOW: return "console.trouble.low";
	case DEVICE_CURED: return "console.device.cured";
	case DEVICE_FINE: break;
	}
	return "console.device.fine";
}

const char *device_say(const struct ui *ui, const struct office *office,
	const struct view_device *device, enum device_need need, char out_text[DEVICE_TEXT_SIZE])
{
	char name[DEVICE_TEXT_SIZE], key[64], value[16];
	struct calendar_local local;
	int left = slips_left(device);
	if (need == DEVICE_LOW && left != ROLL_UNKNOWN) {
		text_format(value, sizeof(value), "%d", left);
		return parts_say(ui, out_text, DEVICE_TEXT_SIZE, "console.trouble.low_left",
			device_name(ui, device, name), value);
	}
	calendar_split(office, device->since_ms, &local);
	text_format(value, sizeof(value), "%02d.%02d", local.hour, local.minute);
	return parts_say(ui, out_text, DEVICE_TEXT_SIZE, state_key(device, need, key, sizeof(key)),
		device_name(ui, device, name), value);
}

const char *device_mend(
	const struct ui *ui, const struct view_device *device, enum device_need need)
{
	char key[96];
	if (need == DEVICE_LOW) {
		return ui_say(ui, "console.mend.low");
	}
	if (need != DEVICE_BROKEN) {
		return "";
	}
	text_format(key, sizeof(key), "console.mend.%s.%s", kinds[device->kind].name,
		result_key(reason_of(device)));
	return ui_say(ui, key);
}

const char *device_paper(
	const struct ui *ui, const struct view_device *device, char out_text[DEVICE_TEXT_SIZE])
{
	const struct roll *roll = &device->roll;
	int left = slips_left(device);
	char metres[24], slips[24], rest[24];
	out_text[0] = '\0';
	if (device->kind != VIEW_PRINTER) {
		return out_text;
	}
	if (roll->slips == 0) {
		return text_copy(out_text, DEVICE_TEXT_SIZE, ui_say(ui, "console.paper.none"))
			       ? out_text
			       : "";
	}
	text_format(metres, sizeof(metres), "%" PRId64, (roll->fed_mm + 500) / 1000);
	text_format(slips, sizeof(slips), "%d", roll->slips);
	text_format(rest, sizeof(rest), "%d", left);
	const char *key = left == ROLL_UNKNOWN ? "console.paper.fed" : "console.paper.left";
	const char *const values[] = {slips, metres, rest};
	return language_fill(ui->language, key, out_text, DEVICE_TEXT_SIZE, values, 3);
}
