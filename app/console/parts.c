#include "app/console/parts.h"

#include "app/base/text.h"
#include "app/queue/calendar.h"

#include <string.h>

const struct ui_style PARTS_NOTE = {DRAW_REGULAR, 14, 20};
const struct ui_style PARTS_NOTE_MEDIUM = {DRAW_MEDIUM, 14, 20};
const struct ui_style PARTS_NOTE_SEMIBOLD = {DRAW_SEMIBOLD, 14, 20};
const struct ui_style PARTS_TEXT = {DRAW_REGULAR, 16, 24};
const struct ui_style PARTS_TEXT_MEDIUM = {DRAW_MEDIUM, 16, 24};
const struct ui_style PARTS_TEXT_SEMIBOLD = {DRAW_SEMIBOLD, 16, 24};
const struct ui_style PARTS_VALUE = {DRAW_MEDIUM, 18, 28};
const struct ui_style PARTS_VALUE_SEMIBOLD = {DRAW_SEMIBOLD, 18, 28};
const struct ui_style PARTS_HEADING = {DRAW_SEMIBOLD, 20, 28};
const struct ui_style PARTS_NUMBER = {DRAW_DISPLAY_BOLD, 26, 32};
const struct ui_style PARTS_CALL = {DRAW_DISPLAY_BOLD, 32, 40};
const struct ui_style PARTS_TITLE = {DRAW_DISPLAY_BOLD, 36, 44};
const struct ui_style PARTS_CLOCK = {DRAW_DISPLAY_BOLD, 60, 76};
const struct ui_style PARTS_TICKET = {DRAW_DISPLAY_BOLD, 96, 112};

enum { WIDTH = 1280, WIDTH_MAX = 1440, QUEUE = 352, QUEUE_WIDE = 416, WIDE_FROM_PX = 1600 };

struct parts_layout parts_canvas(struct ui *ui)
{
	int width = ui->width * PARTS_HEIGHT / ui->height;
	width = width < WIDTH ? WIDTH : width > WIDTH_MAX ? WIDTH_MAX : width;
	ui_canvas(ui, width, PARTS_HEIGHT);
	int queue = ui->width >= WIDE_FROM_PX ? QUEUE_WIDE : QUEUE;
	return (struct parts_layout){
		.width = width,
		.left_w = width - queue - 3 * PARTS_MARGIN,
		.queue_x = width - queue - PARTS_MARGIN,
		.queue_w = queue,
	};
}

void parts_frame(struct ui *ui, struct rect rect, int radius, int width)
{
	if (ui->theme->flat) {
		ui_outline(ui, rect, radius, width, THEME_WHITE);
	}
}

enum theme_token parts_on_late(const struct ui *ui)
{
	return ui->theme->flat ? THEME_ON_ACTION : THEME_WHITE;
}

/* Cells of 0.62 em for a digit and 0.28 em for a point (look.md §2), rounded up. */
int parts_digits_width(int size, const char *digits)
{
	int hundredths = 0;
	for (const char *at = digits; *at != '\0'; at++) {
		hundredths += *at == '.' ? 28 : 62;
	}
	return (hundredths * size + 99) / 100;
}

int parts_chip(
	struct ui *ui, int x, int y, enum ui_align align, struct parts_chip look, const char *label)
{
	enum { HEIGHT = 28, SIDE = 10, ICON = 18, GAP = 6 };
	int icon = look.icon == NULL ? 0 : ICON + GAP;
	int text = look.digits ? parts_digits_width(PARTS_NOTE_SEMIBOLD.size, label)
			       : ui_text_width(ui, PARTS_NOTE_SEMIBOLD, label);
	int width = SIDE + icon + text + SIDE;
	int left = align == UI_RIGHT ? x - width : x;
	struct rect shape = {left, y, width, HEIGHT};
	ui_fill(ui, shape, HEIGHT / 2, look.ground);
	parts_frame(ui, shape, HEIGHT / 2, 2);
	if (look.icon != NULL) {
		ui_icon(ui, (struct rect){left + SIDE, y, ICON, HEIGHT}, ICON, look.color,
			look.icon);
	}
	struct rect box = {left + SIDE + icon, y, text, HEIGHT};
	if (look.digits) {
		ui_counter(ui, box, PARTS_NOTE_SEMIBOLD.face, PARTS_NOTE_SEMIBOLD.size, UI_RIGHT,
			look.color, label);
	} else {
		ui_text(ui, box, PARTS_NOTE_SEMIBOLD, UI_LEFT, look.color, label);
	}
	return width;
}

struct parts_chip parts_phase_chip(const struct ui *ui, enum target_phase phase)
{
	switch (phase) {
	case TARGET_ON_TIME:
		return (struct parts_chip){.ground = THEME_OK_TINT, .color = THEME_OK_INK};
	case TARGET_SOON:
		return (struct parts_chip){.ground = THEME_SOON_TINT, .color = THEME_SOON_INK};
	case TARGET_LATE: break;
	}
	return (struct parts_chip){.ground = THEME_LATE, .color = parts_on_late(ui)};
}

/* Takes characters off the end until the text with "…" needs no more than `lines` lines. */
static void cut_to_lines(
	struct ui *ui, int width, struct ui_style style, int lines, char *text, size_t size)
{
	static const char dots[] = "…";
	while (ui_paragraph_height(ui, width, style, text) > lines * style.line) {
		size_t length = strlen(text);
		bool cut = length > sizeof(dots) && strcmp(text + length - strlen(dots), dots) == 0;
		length -= cut ? strlen(dots) : 0;
		text[length] = '\0';
		text[length - text_last_size(text)] = '\0';
		text_format(text + strlen(text), size - strlen(text), "%s", dots);
	}
}

int parts_lines(struct ui *ui, struct rect rect, struct ui_style style, enum ui_align align,
	int lines, enum theme_token color, const char *text)
{
	char shown[512];
	text_format(shown, sizeof(shown) - 4, "%s", text);
	cut_to_lines(ui, rect.w, style, lines, shown, sizeof(shown));
	return ui_paragraph(ui, rect, style, align, color, shown);
}

int parts_value(
	struct ui *ui, struct rect rect, int lines, enum theme_token color, const char *text)
{
	const struct ui_style *styles[] = {&PARTS_VALUE, &PARTS_TEXT_MEDIUM, &PARTS_NOTE_MEDIUM};
	struct rect line = {rect.x, rect.y, rect.w, PARTS_VALUE.line};
	for (size_t i = 0; i < sizeof(styles) / sizeof(styles[0]); i++) {
		if (ui_text_width(ui, *styles[i], text) <= rect.w) {
			ui_text(ui, line, *styles[i], UI_LEFT, color, text);
			return line.h;
		}
	}
	return parts_lines(ui, rect, PARTS_NOTE_MEDIUM, UI_LEFT, lines, color, text);
}

void parts_key_hint(struct ui *ui, struct rect rect, const char *key, bool disabled)
{
	enum { SIDE = 24, INSET = 8 };
	struct rect box = {rect.x + rect.w - INSET - SIDE, rect.y + INSET, SIDE, SIDE};
	if (!disabled) {
		ui_fill(ui, box, 6, THEME_PAGE);
	}
	ui_text(ui, box, PARTS_NOTE_SEMIBOLD, UI_CENTER, disabled ? THEME_DISABLED : THEME_INK2,
		key);
}

bool parts_button(struct ui *ui, const char *id, struct rect rect, const char *label,
	struct parts_button look)
{
	enum { RADIUS = 16, ICON = 26 };
	bool held = false;
	bool tapped = !look.disabled && ui_touch(ui, id, rect, &held, NULL);
	ui_fill(ui, rect, RADIUS, look.disabled ? THEME_PAGE : held ? THEME_TINT : THEME_CARD);
	ui_outline(ui, rect, RADIUS, 2, look.disabled ? THEME_LINE : THEME_EDGE);
	struct rect icon = {rect.x, rect.y + 18, rect.w, ICON};
	struct rect text = {rect.x, rect.y + rect.h - 42, rect.w, 24};
	ui_icon(ui, icon, ICON, look.disabled ? THEME_DISABLED_ICON : THEME_ACTION, look.icon);
	ui_text(ui, text, PARTS_TEXT_SEMIBOLD, UI_CENTER,
		look.disabled ? THEME_DISABLED : THEME_ACTION, label);
	if (look.key != NULL) {
		parts_key_hint(ui, rect, look.key, look.disabled);
	}
	ui_focus_ring(ui, id, rect, RADIUS, THEME_INK);
	return tapped;
}

const char *parts_say(const struct ui *ui, char *out_text, size_t size, const char *key,
	const char *one, const char *two)
{
	return language_with(ui->language, key, out_text, size, one, two);
}

const char *parts_say_number(
	const struct ui *ui, char *out_text, size_t size, const char *key, int64_t number)
{
	char digits[24];
	text_format(digits, sizeof(digits), "%lld", (long long)number);
	return parts_say(ui, out_text, size, key, digits, "");
}

void parts_duration(int64_t ms, char out_text[PARTS_TIME_SIZE])
{
	int64_t all = ms < 0 ? 0 : ms / 1000;
	int hours = (int)(all / 3600), minutes = (int)(all / 60 % 60), seconds = (int)(all % 60);
	if (hours > 0) {
		text_format(out_text, PARTS_TIME_SIZE, "%d.%02d.%02d", hours, minutes, seconds);
	} else {
		text_format(out_text, PARTS_TIME_SIZE, "%02d.%02d", minutes, seconds);
	}
}

int64_t parts_minutes(int64_t ms)
{
	return ms < 0 ? 0 : ms / 60000;
}

void parts_time(const struct office *office, int64_t ms, char out_text[PARTS_TIME_SIZE])
{
	struct calendar_local local;
	calendar_split(office, ms, &local);
	text_format(out_text, PARTS_TIME_SIZE, "%02d.%02d.%02d", local.hour, local.minute,
		local.second);
}

void parts_hour(const struct office *office, int64_t ms, char out_text[PARTS_TIME_SIZE])
{
	struct calendar_local local;
	calendar_split(office, ms, &local);
	text_format(out_text, PARTS_TIME_SIZE, "%02d.%02d", local.hour, local.minute);
}

enum office_language parts_language(const struct ui *ui)
{
	return report_language(ui->language);
}

const char *parts_service(const struct ui *ui, const struct office *office, int service)
{
	return office->services[service].name[parts_language(ui)];
}

const char *parts_service_short(const struct ui *ui, const struct office *office, int service)
{
	return office->services[service].short_name[parts_language(ui)];
}

const char *parts_say_counter(const struct ui *ui, const struct office *office, int number,
	char out_text[PARTS_COUNTER_SIZE])
{
	return report_say_counter(ui->language, office, number, out_text);
}

const char *parts_say_minutes(const struct ui *ui, int64_t minutes, char out_text[PARTS_WAIT_SIZE])
{
	enum { HOUR = 60, LONGEST = 90 /* beyond it nobody reckons in minutes */ };
	char hours[24], rest[24];
	if (minutes <= LONGEST) {
		return parts_say_number(ui, out_text, PARTS_WAIT_SIZE, "console.minutes", minutes);
	}
	text_format(hours, sizeof(hours), "%lld", (long long)(minutes / HOUR));
	text_format(rest, sizeof(rest), "%lld", (long long)(minutes % HOUR));
	return parts_say(ui, out_text, PARTS_WAIT_SIZE,
		minutes % HOUR == 0 ? "console.hours" : "console.hours_minutes", hours, rest);
}

const char *parts_waited(
	const struct ui *ui, int64_t waited_ms, const char *key, char *out_text, size_t size)
{
	char wait[PARTS_WAIT_SIZE];
	int64_t minutes = parts_minutes(waited_ms);
	if (minutes == 0) {
		text_copy(out_text, size, ui_say(ui, "console.just_come"));
		return out_text;
	}
	parts_say_minutes(ui, minutes, wait);
	if (key == NULL) {
		text_copy(out_text, size, wait);
		return out_text;
	}
	return parts_say(ui, out_text, size, key, wait, "");
}
