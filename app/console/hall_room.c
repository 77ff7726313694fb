#include "app/console/device.h"
#include "app/console/hall_frame.h"

#include "app/base/text.h"
#include "app/queue/calendar.h"

#include <string.h>

/* The room at a glance: queues and counters at the left, calls and devices at the right, and below
 * them what the head has to put right. */
enum {
	GAP = 40,
	PITCH = 28,
	PITCH_MIN = 20,
	HEADING = 38,
	BETWEEN = 14,
	NOTE_H = 56,
	CALL_H = 26,
	DEVICE_H = 50
};

/* Lines of one height under each other, and what they may fill. */
struct lines {
	struct rect at; /* of the next one */
	int bottom;
};

static bool has_room(const struct lines *lines)
{
	return lines->at.y + lines->at.h <= lines->bottom;
}

static struct rect next_line(struct lines *lines)
{
	struct rect line = lines->at;
	lines->at.y += lines->at.h;
	return line;
}

static struct ui_style style_of(const struct lines *lines, bool strong)
{
	if (lines->at.h >= PITCH - 4) {
		return strong ? PARTS_TEXT_SEMIBOLD : PARTS_TEXT;
	}
	return strong ? PARTS_NOTE_SEMIBOLD : PARTS_NOTE;
}

static void heading(struct ui *ui, struct lines *lines, const char *words)
{
	struct rect line = lines->at;
	lines->at.y = hall_heading(ui, line, words);
}

/* A name, and at the right of the line what there is to say of it, each cut where it must be: a
 * name that is longer than `name_w` has what the words leave. */
static void draw_line(struct ui *ui, struct lines *lines, const char *name, int name_w,
	const char *words, enum theme_token color)
{
	struct rect line = next_line(lines);
	struct ui_style strong = style_of(lines, true), plain = style_of(lines, false);
	char shown[PARTS_COUNTER_SIZE + OFFICE_NAME_SIZE];
	int wanted = ui_text_width(ui, strong, name) + 12;
	int left = line.w - ui_text_width(ui, color == THEME_INK2 ? plain : strong, words);
	if (wanted > name_w && left > name_w) {
		name_w = wanted < left ? wanted : left;
	}
	strong.line = plain.line = line.h;
	parts_lines(ui, (struct rect){line.x, line.y, name_w - 12, line.h}, strong, UI_LEFT, 1,
		THEME_INK, parts_at_word(ui, strong, name_w - 12, name, shown, sizeof(shown)));
	parts_lines(ui, (struct rect){line.x + name_w, line.y, line.w - name_w, line.h},
		color == THEME_INK2 ? plain : strong, UI_RIGHT, 1, color, words);
}

/* ---- queues ---- */

/* "kira-kira 10 sampai 20 menit"; from an hour on in half hours, as the waiting room reads it. */
static const char *say_estimate(
	const struct ui *ui, const struct view_service *service, char *out_text, size_t size)
{
	enum { HOUR_MIN = 60, HALF_MIN = 30 };
	char low[16], high[16];
	if (service->low_min < HOUR_MIN) {
		text_format(low, sizeof(low), "%d", service->low_min);
		text_format(high, sizeof(high), "%d", service->high_min);
		return parts_say(ui, out_text, size, "console.room.estimate", low, high);
	}
	int from = service->low_min / HALF_MIN;
	int to = (service->high_min + HALF_MIN - 1) / HALF_MIN;
	text_format(low, sizeof(low), "%d%s", from / 2, from % 2 ? "\u00bd" : "");
	text_format(high, sizeof(high), "%d%s", to / 2, to % 2 ? "\u00bd" : "");
	return from == to ? parts_say(ui, out_text, size, "console.room.about_hours", high, "")
			  : parts_say(ui, out_text, size, "console.room.estimate_hours", low, high);
}

static void say_queue(
	const struct ui *ui, const struct view_service *service, char *out_text, size_t size)
{
	char waiting[64], estimate[96];
	parts_say_number(ui, waiting, sizeof(waiting), "console.room.waiting", service->waiting);
	if (service->waiting == 0 && service->closed == RESULT_OK && service->low_min >= 0) {
		text_copy(out_text, size, ui_say(ui, "console.room.none_waiting"));
		return;
	}
	if (service->closed != RESULT_OK) {
		text_format(out_text, size, "%s \u00b7 %s", waiting,
			ui_say(ui, "console.room.no_numbers"));
		return;
	}
	text_format(out_text, size, "%s \u00b7 %s", waiting,
		service->low_min < 0 ? ui_say(ui, "console.room.unknown")
				     : say_estimate(ui, service, estimate, sizeof(estimate)));
}

/* The clock that has run longest, and whose it is. */
static void draw_oldest(struct ui *ui, const struct shift *shift, struct lines *lines, int64_t now)
{
	struct view_clock clock;
	char number[TICKET_NUMBER_SIZE], time[PARTS_TIME_SIZE], words[64];
	int counter = 0;
	bool runs = view_oldest_clock(shift->view, now, &clock, number, &counter);
	enum target_phase phase = TARGET_ON_TIME;
	text_copy(words, sizeof(words), ui_say(ui, "console.room.no_clock"));
	if (runs) {
		int64_t count = view_clock_count(&clock, now);
		phase = target_phase(clock.target_s, count);
		parts_duration(count, time);
		text_format(words, sizeof(words), "%s \u00b7 %s", number, time);
	}
	draw_line(ui, lines, ui_say(ui, "console.room.oldest"), lines->at.w / 2, words,
		!runs                     ? THEME_INK2
		: phase == TARGET_LATE    ? THEME_LATE_INK
		: phase == TARGET_ON_TIME ? THEME_OK_INK
					  : THEME_SOON_INK);
}

static void draw_queues(struct ui *ui, const struct shift *shift, struct lines *lines, int64_t now)
{
	char words[HALL_TEXT_SIZE];
	heading(ui, lines, ui_say(ui, "console.room.queues"));
	for (int i = 0; i < shift->office->service_count; i++) {
		if (hall_has_service(shift->office, i) && has_room(lines)) {
			say_queue(ui, &shift->view->services[i], words, sizeof(words));
			draw_line(ui, lines, parts_service_short(ui, shift->office, i),
				lines->at.w * 3 / 10, words, THEME_INK2);
		}
	}
	draw_oldest(ui, shift, lines, now);
	lines->at.y += BETWEEN;
}

/* ---- counters ---- */

static void say_counter(const struct ui *ui, const struct shift *shift,
	const struct view_counter *counter, int64_t now, char *out_text, size_t size)
{
	static const char *const keys[] = {
		[VIEW_CLOSED] = "console.room.closed",
		[VIEW_FREE] = "console.room.free",
		[VIEW_CALLED] = "console.room.called",
		[VIEW_SERVING] = "console.room.serving",
		[VIEW_BREAK] = "console.room.break",
	};
	char state[64], since[PARTS_TIME_SIZE], lasts[PARTS_TIME_SIZE];
	bool visitor = counter->state == VIEW_CALLED || counter->state == VIEW_SERVING;
	hall_say_hour(shift->office, counter->since_ms, since);
	parts_say(ui, state, sizeof(state), keys[counter->state],
		visitor ? counter->ticket.number : since, since);
	parts_duration(now - counter->since_ms, lasts);
	if (counter->state == VIEW_CALLED && counter->clock.running) {
		parts_duration(view_clock_count(&counter->clock, now), lasts);
	}
	text_format(out_text, size, "%s%s%s%s%s", state, visitor ? " \u00b7 " : "",
		visitor ? lasts : "", counter->staff_name[0] != '\0' ? " \u00b7 " : "",
		counter->staff_name);
	if (counter->left) {
		size_t used = strlen(out_text);
		text_format(out_text + used, size - used, " \u00b7 %s",
			ui_say(ui, "console.room.left"));
	}
}

/* Who is planned and nowhere, once the office is open: a counter that stays closed for it. */
static bool is_missed(const struct shift *shift, const struct view_counter *counter, int64_t now)
{
	const struct calendar_hours *hours = &shift->view->hours;
	return hours->state == CALENDAR_OPEN && now >= hours->open_ms &&
	       counter->state == VIEW_CLOSED && view_presence(shift->view, counter) == VIEW_MISSING;
}

/* As wide as the widest name of a counter, half of the line at most. */
static int name_width(struct ui *ui, const struct shift *shift, const struct lines *lines)
{
	int width = lines->at.w / 5;
	for (int i = 0; i < shift->view->counter_count; i++) {
		char name[PARTS_COUNTER_SIZE];
		parts_say_counter(ui, shift->office, shift->view->counters[i].number, name);
		int wide = ui_text_width(ui, style_of(lines, true), name) + 16;
		width = wide > width ? wide : width;
	}
	return width < lines->at.w / 2 ? width : lines->at.w / 2;
}

static void draw_counters(
	struct ui *ui, const struct shift *shift, struct lines *lines, int64_t now)
{
	const struct desk_view *view = shift->view;
	int name_w = name_width(ui, shift, lines);
	heading(ui, lines, ui_say(ui, "console.room.counters"));
	for (int i = 0; i < view->counter_count && has_room(lines); i++) {
		const struct view_counter *counter = &view->counters[i];
		char name[PARTS_COUNTER_SIZE], words[OFFICE_NAME_SIZE + HALL_TEXT_SIZE];
		parts_say_counter(ui, shift->office, counter->number, name);
		say_counter(ui, shift, counter, now, words, sizeof(words));
		bool missing = is_missed(shift, counter, now);
		if (missing) {
			parts_say(ui, words, sizeof(words), "console.room.missing",
				counter->planned_name, "");
		}
		bool late = counter->state == VIEW_CALLED && counter->clock.running &&
			    target_phase(counter->clock.target_s,
				    view_clock_count(&counter->clock, now)) == TARGET_LATE;
		draw_line(ui, lines, name, name_w, words,
			late || counter->left ? THEME_LATE_INK
			: missing             ? THEME_SOON_INK
					      : THEME_INK2);
	}
}

/* ---- calls ---- */

static void say_announced(
	const struct ui *ui, const struct view_call *call, char *out_text, size_t size)
{
	static const char *const keys[ANNOUNCED_WAYS] = {
		[ANNOUNCED_SHOWN] = "console.room.shown",
		[ANNOUNCED_SPOKEN] = "console.room.spoken",
		[ANNOUNCED_LIT] = "console.room.lit",
	};
	out_text[0] = '\0';
	for (int i = 0; i < ANNOUNCED_WAYS; i++) {
		if (call->announced_ms[i] != TICKET_NEVER) {
			size_t used = strlen(out_text);
			text_format(out_text + used, size - used, "%s%s",
				used > 0 ? " \u00b7 " : "", ui_say(ui, keys[i]));
		}
	}
}

static void draw_call(
	struct ui *ui, const struct shift *shift, const struct view_call *call, struct lines *lines)
{
	char name[HALL_TEXT_SIZE], words[HALL_TEXT_SIZE], time[PARTS_TIME_SIZE], counter[64];
	hall_say_hour(shift->office, call->called_ms, time);
	parts_say_number(ui, counter, sizeof(counter), "console.counter", call->counter);
	text_format(name, sizeof(name), "%s  %s \u00b7 %s", time, call->number, counter);
	say_announced(ui, call, words, sizeof(words));
	bool told = words[0] != '\0', missing = !told && shift->view->announces;
	if (!told) {
		text_copy(words, sizeof(words),
			missing ? ui_say(ui, "console.room.untold") : "\u2013");
	}
	draw_line(ui, lines, name, lines->at.w / 2, words, missing ? THEME_LATE_INK : THEME_INK2);
}

static void draw_calls(struct ui *ui, const struct shift *shift, struct lines *lines, int most)
{
	const struct desk_view *view = shift->view;
	heading(ui, lines, ui_say(ui, "console.room.calls"));
	for (int i = 0; i < view->call_count && i < most && has_room(lines); i++) {
		draw_call(ui, shift, &view->calls[i], lines);
	}
	if (view->call_count == 0) {
		ui_text(ui, next_line(lines), PARTS_TEXT, UI_LEFT, THEME_INK2,
			ui_say(ui, "console.room.no_calls"));
	}
	lines->at.y += BETWEEN;
}

/* ---- devices ---- */

/* What is wrong and what to do, or how the paper stands. */
static void draw_device(struct ui *ui, const struct shift *shift, const struct view_device *device,
	struct lines *lines, int64_t now)
{
	enum { ICON = 22, WORDS = 24, MORE = 20, SPACE = 6 };
	struct rect box = {lines->at.x, lines->at.y, lines->at.w, WORDS};
	enum device_need need = device_need(device, shift->paper_low, now);
	char said[DEVICE_TEXT_SIZE], paper[DEVICE_TEXT_SIZE];
	const char *more = need >= DEVICE_LOW ? device_mend(ui, device, need)
					      : device_paper(ui, device, paper);
	bool broken = need == DEVICE_BROKEN, low = need == DEVICE_LOW;
	ui_icon(ui, (struct rect){box.x, box.y, ICON, WORDS}, ICON,
		broken ? THEME_LATE
		: low  ? THEME_SOON_INK
		       : THEME_OK,
		device_icon(device, need));
	box.x += ICON + 10;
	box.w -= ICON + 10;
	parts_lines(ui, box, PARTS_TEXT_SEMIBOLD, UI_LEFT, 1,
		broken ? THEME_LATE_INK
		: low  ? THEME_SOON_INK
		       : THEME_INK,
		device_say(ui, shift->office, device, need, said));
	box.y += WORDS;
	box.h = MORE;
	lines->at.y += WORDS + SPACE;
	if (more[0] != '\0') {
		parts_lines(ui, box, PARTS_NOTE, UI_LEFT, 1, THEME_INK2, more);
		lines->at.y += MORE;
	}
}

static void draw_devices(struct ui *ui, const struct shift *shift, struct lines *lines, int64_t now)
{
	const struct desk_view *view = shift->view;
	char more[64];
	int shown = 0, last = view->device_count - 1;
	heading(ui, lines, ui_say(ui, "console.devices"));
	while (shown <= last &&
		lines->at.y + DEVICE_H + (shown < last ? CALL_H : 0) <= lines->bottom) {
		draw_device(ui, shift, &view->devices[shown++], lines, now);
	}
	if (view->device_count == 0) {
		ui_text(ui, next_line(lines), PARTS_TEXT, UI_LEFT, THEME_INK2,
			ui_say(ui, "console.printer.none"));
	} else if (shown <= last) {
		ui_text(ui, next_line(lines), PARTS_TEXT, UI_LEFT, THEME_INK2,
			parts_say_number(ui, more, sizeof(more), "console.more",
				view->device_count - shown));
	}
}

/* ---- what the head has to put right ---- */

/* Only the head is told the command; others, whom to ask. NULL = nothing. */
static const char *say_duty(
	const struct ui *ui, const struct shift *shift, int64_t now, char *out_text, size_t size)
{
	const struct desk_staff *person = shift_person(shift);
	bool head = person != NULL && person->role == DESK_HEAD;
	int year = calendar_missing_year(shift->office, now);
	if (shift->view->clock != DESK_CLOCK_RIGHT) {
		return ui_say(ui, head ? "console.room.clock_head" : "console.room.clock_clerk");
	}
	return year == 0 ? NULL
			 : parts_say_number(ui, out_text, size,
				   head ? "console.room.holidays_head"
					: "console.room.holidays_clerk",
				   year);
}

static void draw_duty(struct ui *ui, const char *words, struct rect box)
{
	ui_fill(ui, box, 14, THEME_SOON_TINT);
	parts_frame(ui, box, 14, 2);
	ui_icon(ui, (struct rect){box.x + 16, box.y, 24, box.h}, 22, THEME_SOON_INK,
		"alert-circle");
	struct rect line = {box.x + 52, box.y, box.w - 72, box.h};
	int height = ui_paragraph_height(ui, line.w, PARTS_TEXT, words);
	line.y += (box.h - height) / 2;
	ui_paragraph(ui, line, PARTS_TEXT, UI_LEFT, THEME_SOON_INK, words);
}

/* ---- the page ---- */

/* So small that all queues and counters are there. */
static int pitch_of(int rows, int headings, int height)
{
	int pitch = (height - headings * (HEADING + BETWEEN)) / (rows > 0 ? rows : 1);
	return pitch > PITCH ? PITCH : pitch < PITCH_MIN ? PITCH_MIN : pitch;
}

static int count_queues(const struct shift *shift)
{
	int rows = 1; /* the longest clock */
	for (int i = 0; i < shift->office->service_count; i++) {
		rows += hall_has_service(shift->office, i);
	}
	return rows;
}

/* More than one page holds: queues and calls first, counters and devices behind them. */
static void draw_half(struct ui *ui, const struct shift *shift, struct lines *left,
	struct lines *right, int64_t now)
{
	if (shift->hall.row == 0) {
		left->at.h = pitch_of(count_queues(shift), 1, left->bottom - left->at.y);
		draw_queues(ui, shift, left, now);
		draw_calls(ui, shift, right, VIEW_CALLS);
	} else {
		left->at.h = pitch_of(shift->view->counter_count, 1, left->bottom - left->at.y);
		draw_counters(ui, shift, left, now);
		draw_devices(ui, shift, right, now);
	}
}

void hall_room(struct ui *ui, const struct shift *shift, struct rect body, int64_t now)
{
	enum { CALLS = 8, HINT = 28 };
	char text[HALL_TEXT_SIZE];
	const char *duty = say_duty(ui, shift, now, text, sizeof(text));
	if (duty != NULL) {
		draw_duty(
			ui, duty, (struct rect){body.x, body.y + body.h - NOTE_H, body.w, NOTE_H});
		body.h -= NOTE_H + 12;
	}
	int rows = count_queues(shift) + shift->view->counter_count;
	int devices = body.h - 2 * HEADING - BETWEEN - CALLS * CALL_H;
	bool halves = rows * PITCH_MIN + 2 * HEADING + BETWEEN > body.h ||
		      shift->view->device_count * DEVICE_H > devices;
	if (halves) {
		body.h -= HINT;
		ui_text(ui, (struct rect){body.x, body.y + body.h + 8, body.w, 20}, PARTS_NOTE,
			UI_CENTER, THEME_INK2,
			ui_say(ui, shift->hall.row == 0 ? "console.room.down" : "console.room.up"));
	}
	int column = (body.w - GAP) / 2, bottom = body.y + body.h;
	struct lines left = {{body.x, body.y, column, pitch_of(rows, 2, body.h)}, bottom};
	struct lines right = {{body.x + column + GAP, body.y, column, CALL_H}, bottom};
	if (halves) {
		draw_half(ui, shift, &left, &right, now);
		return;
	}
	draw_queues(ui, shift, &left, now);
	draw_counters(ui, shift, &left, now);
	draw_calls(ui, shift, &right, CALLS);
	draw_devices(ui, shift, &right, now);
}
