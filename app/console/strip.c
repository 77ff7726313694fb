#include "app/console/device.h"
#include "app/console/screen.h"

#include "app/base/text.h"
#include "app/queue/calendar.h"

#include <string.h>

/* The bottom line: the devices in words, what staff have to decide, what they ought to know,
 * today's share. */
enum {
	HEIGHT = 56,
	ICON = 22,
	WORDS_X = 54,
	PART_GAP = 28,
	BAR_W = 96,
	BAR_H = 8,
	HINT = 24,
	HINT_GAP = 10
};

/* ---- the devices ---- */

struct devices_look {
	const char *icon;
	enum theme_token icon_color, color;
	struct ui_style style;
	char words[2 * DEVICE_TEXT_SIZE]; /* what is wrong and what to do */
	char brief[DEVICE_TEXT_SIZE];     /* only what is wrong */
	char more[64];                    /* "dan 2 lagi"; "" = no other */
};

static void look_needy(const struct ui *ui, const struct shift *shift,
	const struct view_device *device, enum device_need need, int64_t now,
	struct devices_look *look)
{
	int others = device_count_needy(shift->view, shift->paper_low, now) - 1;
	bool broken = need == DEVICE_BROKEN;
	look->icon = device_icon(device, need);
	look->icon_color = broken ? THEME_LATE : THEME_SOON_INK;
	look->color = broken ? THEME_LATE_INK : THEME_SOON_INK;
	device_say(ui, shift->office, device, need, look->brief);
	text_format(look->words, sizeof(look->words), "%s. %s", look->brief,
		device_mend(ui, device, need));
	if (others > 0) {
		parts_say_number(ui, look->more, sizeof(look->more), "console.more", others);
	}
}

/* The worst device speaks; when all is well, the printer does. */
static void look_at_devices(
	const struct ui *ui, const struct shift *shift, int64_t now, struct devices_look *out_look)
{
	const struct view_device *device = device_worst(shift->view, shift->paper_low, now);
	*out_look = (struct devices_look){
		"printer", THEME_DISABLED_ICON, THEME_INK2, PARTS_TEXT_MEDIUM, "", "", ""};
	if (device == NULL) {
		text_copy(out_look->words, sizeof(out_look->words),
			ui_say(ui, "console.printer.none"));
		return;
	}
	enum device_need need = device_need(device, shift->paper_low, now);
	if (need >= DEVICE_LOW) {
		out_look->style = PARTS_TEXT_SEMIBOLD;
		look_needy(ui, shift, device, need, now, out_look);
		return;
	}
	out_look->icon = device_icon(device, need);
	out_look->icon_color = THEME_OK;
	out_look->color = need == DEVICE_CURED ? THEME_OK_INK : THEME_INK;
	if (need == DEVICE_CURED) {
		device_say(ui, shift->office, device, need, out_look->brief);
	}
	text_copy(out_look->words, sizeof(out_look->words),
		need == DEVICE_CURED ? out_look->brief : ui_say(ui, "console.printer.fine"));
}

/* In one line, or in two small ones, or, where there is no room at all, only what is wrong. Returns
 * the width it took. */
static int draw_words(struct ui *ui, const struct devices_look *look, int width)
{
	struct rect box = {WORDS_X, PARTS_STRIP, width, HEIGHT};
	struct ui_style small = look->style.face == PARTS_TEXT_SEMIBOLD.face ? PARTS_NOTE_SEMIBOLD
									     : PARTS_NOTE_MEDIUM;
	int taken = ui_text_width(ui, look->style, look->words);
	if (taken <= width) {
		ui_text(ui, box, look->style, UI_LEFT, look->color, look->words);
		return taken;
	}
	bool two = ui_paragraph_height(ui, width, small, look->words) <= 2 * small.line;
	const char *words = two ? look->words : look->brief;
	taken = ui_text_width(ui, small, words);
	box.y += (HEIGHT - (taken <= width ? 1 : 2) * small.line) / 2;
	parts_lines(ui, box, small, UI_LEFT, 2, look->color, words);
	return taken <= width ? taken : width;
}

/* The waiting room's screen and board, while there is nothing to say of any device and as far as
 * there is room before `right`. Returns where the last part ends. */
static int draw_room(struct ui *ui, const struct shift *shift, int x, int right, int64_t now)
{
	static const struct {
		enum view_device_kind kind;
		const char *words;
	} parts[] = {{VIEW_SCREEN, "console.strip.screen"}, {VIEW_BOARD, "console.strip.board"}};
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		const struct view_device *device =
			device_fine(shift->view, parts[i].kind, shift->paper_low, now);
		const char *words = ui_say(ui, parts[i].words);
		int width = ui_text_width(ui, PARTS_TEXT_MEDIUM, words);
		if (device == NULL || x + PART_GAP + ICON + 8 + width > right) {
			continue;
		}
		x += PART_GAP;
		ui_icon(ui, (struct rect){x, PARTS_STRIP, ICON, HEIGHT}, ICON, THEME_OK,
			device_icon(device, DEVICE_FINE));
		x += ICON + 8;
		ui_text(ui, (struct rect){x, PARTS_STRIP, width, HEIGHT}, PARTS_TEXT_MEDIUM,
			UI_LEFT, THEME_INK, words);
		x += width;
	}
	return x;
}

/* The whole opens the list of devices. Returns where the next part may begin. */
static int draw_devices(
	struct ui *ui, const struct shift *shift, int right, int64_t now, bool *out_tapped)
{
	struct devices_look look;
	bool held = false;
	look_at_devices(ui, shift, now, &look);
	ui_icon(ui, (struct rect){PARTS_MARGIN, PARTS_STRIP, ICON, HEIGHT}, ICON, look.icon_color,
		look.icon);
	int more =
		look.more[0] == '\0' ? 0 : ui_text_width(ui, PARTS_NOTE_SEMIBOLD, look.more) + 32;
	int end = right - more - HINT_GAP - HINT;
	int x = WORDS_X + draw_words(ui, &look, end - WORDS_X);
	if (look.icon_color == THEME_OK) {
		x = draw_room(ui, shift, x, end, now);
	}
	struct rect hint = {x + HINT_GAP, PARTS_STRIP + (HEIGHT - HINT) / 2, HINT, HINT};
	ui_fill(ui, hint, 6, THEME_PAGE);
	ui_text(ui, hint, PARTS_NOTE_SEMIBOLD, UI_CENTER, THEME_INK2, "E");
	x += HINT_GAP + HINT;
	if (more > 0) {
		x += 12 + parts_chip(ui, x + 12, PARTS_STRIP + 14, UI_LEFT,
				  (struct parts_chip){THEME_LATE_TINT, THEME_LATE_INK, NULL, false},
				  look.more);
	}
	struct rect whole = {PARTS_MARGIN - 12, PARTS_STRIP + 6, x - PARTS_MARGIN + 24, 44};
	*out_tapped = ui_touch(ui, "strip.devices", whole, &held, NULL) || ui_key(ui, "e");
	ui_focus_ring(ui, "strip.devices", whole, 8, THEME_INK);
	return x + PART_GAP;
}

/* ---- today's share ---- */

static const char *say_share(
	const struct ui *ui, const struct desk_view *view, char *out_text, size_t size)
{
	char met[16], counted[16];
	text_format(met, sizeof(met), "%d", view->met);
	text_format(counted, sizeof(counted), "%d", view->counted);
	return view->counted == 0 ? ui_say(ui, "console.share_none")
				  : parts_say(ui, out_text, size, "console.share_of", met, counted);
}

static int share_width(const struct ui *ui, const struct desk_view *view)
{
	char text[64];
	return ui_text_width(ui, PARTS_TEXT, ui_say(ui, "console.share")) + 8 + BAR_W + 8 +
	       ui_text_width(ui, PARTS_TEXT_SEMIBOLD, say_share(ui, view, text, sizeof(text)));
}

static void draw_share(struct ui *ui, const struct desk_view *view, int right)
{
	char text[64];
	const char *words = say_share(ui, view, text, sizeof(text));
	struct rect box = {right - 200, PARTS_STRIP, 200, HEIGHT};
	ui_text(ui, box, PARTS_TEXT_SEMIBOLD, UI_RIGHT, THEME_INK, words);
	int x = right - ui_text_width(ui, PARTS_TEXT_SEMIBOLD, words) - 8 - BAR_W;
	struct rect bar = {x, PARTS_STRIP + (HEIGHT - BAR_H) / 2, BAR_W, BAR_H};
	ui_fill(ui, bar, BAR_H / 2, THEME_LINE);
	if (view->counted > 0 && view->met > 0) {
		bar.w = BAR_W * view->met / view->counted;
		bar.w = bar.w < BAR_H ? BAR_H : bar.w;
		ui_fill(ui, bar, BAR_H / 2, view->met == view->counted ? THEME_OK : THEME_SOON);
	}
	const char *title = ui_say(ui, "console.share");
	int width = ui_text_width(ui, PARTS_TEXT, title);
	ui_text(ui, (struct rect){x - 8 - width, PARTS_STRIP, width, HEIGHT}, PARTS_TEXT, UI_LEFT,
		THEME_INK2, title);
}

/* ---- what staff ought to know, in one line ---- */

struct strip_word {
	const char *key; /* NULL = nothing to say */
	const char *icon;
	char value[48];
	char other[TICKET_NUMBER_SIZE]; /* what it says second */
};

/* The first counter whose console has died under its visitor; NULL. */
static const struct view_counter *find_left(const struct shift *shift)
{
	for (int i = 0; i < shift->view->counter_count; i++) {
		const struct view_counter *counter = &shift->view->counters[i];
		if (counter->left && counter->ticket.id != 0) {
			return counter;
		}
	}
	return NULL;
}

/* The services, by their codes, of which visitors are refused numbers for `reason`; as many as
 * there is room for. Returns how many there are. */
static int list_refused(const struct shift *shift, enum result reason, char *out_codes, size_t size)
{
	int count = 0;
	out_codes[0] = '\0';
	for (int i = 0; i < shift->office->service_count; i++) {
		if (shift->view->services[i].closed == reason) {
			size_t used = strlen(out_codes);
			const char *code = shift->office->services[i].code;
			if (used + strlen(code) + 3 <= size) {
				text_format(out_codes + used, size - used,
					count > 0 ? ", %s" : "%s", code);
			}
			count++;
		}
	}
	return count;
}

/* A visitor whom nobody may have in sight comes first. A list of holidays is the head's to get and
 * what visitors write the head's to read; a wrong clock, and what visitors are refused at the
 * kiosk, is everybody's to see. */
static struct strip_word find_word(const struct shift *shift, int64_t now)
{
	struct strip_word word = {NULL, "clock", "", ""};
	const struct desk_staff *person = shift_person(shift);
	const bool head = person != NULL && person->role == DESK_HEAD;
	if (shift->view == NULL) {
		return word;
	}
	int year = calendar_missing_year(shift->office, now);
	const struct view_counter *left = find_left(shift);
	if (left != NULL) {
		word.key = shift->phase == SHIFT_DESK ? "console.left.desk" : "console.left";
		word.icon = "alert-circle";
		text_format(word.value, sizeof(word.value), "%d", left->number);
		text_copy(word.other, sizeof(word.other), left->ticket.number);
	} else if (shift->view->clock != DESK_CLOCK_RIGHT && head) {
		word.key = "console.clock_head";
	} else if (shift->view->clock != DESK_CLOCK_RIGHT) {
		word.key = shift->view->clock == DESK_CLOCK_BEHIND ? "console.clock_behind"
								   : "console.clock_ahead";
	} else if (list_refused(shift, RESULT_QUOTA_FULL, word.value, sizeof(word.value)) > 0) {
		word.key = "console.quota_full";
		word.icon = "information";
	} else if (year != 0 && head) {
		word.key = "console.holidays_missing";
		text_format(word.value, sizeof(word.value), "%d", year);
	} else if (shift->view->complaints > 0 && head) {
		word.key = "console.complaints";
		word.icon = "comment-text";
		text_format(word.value, sizeof(word.value), "%d", shift->view->complaints);
	} else if (list_refused(shift, RESULT_ISSUE_OVER, word.value, sizeof(word.value)) > 0) {
		word.key = "console.issue_over";
	}
	return word;
}

void strip_word(struct ui *ui, const struct shift *shift, int x, int right, int64_t now)
{
	enum { GAP = 8 };
	struct strip_word word = find_word(shift, now);
	if (word.key == NULL) {
		return;
	}
	char whole[160], brief[160];
	const char *const values[] = {word.value, word.other};
	text_fill(whole, sizeof(whole), ui_say(ui, word.key), values, 2);
	text_fill(brief, sizeof(brief), language_short(ui->language, word.key), values, 2);
	const char *text = ui_fitting(ui, right - x - ICON - GAP, PARTS_TEXT_SEMIBOLD,
		(const char *const[]){whole, brief, NULL});
	int width = ui_text_width(ui, PARTS_TEXT_SEMIBOLD, text);
	ui_icon(ui, (struct rect){x, PARTS_STRIP, ICON, HEIGHT}, ICON, THEME_SOON_INK, word.icon);
	ui_text(ui, (struct rect){x + ICON + GAP, PARTS_STRIP, width, HEIGHT}, PARTS_TEXT_SEMIBOLD,
		UI_LEFT, THEME_SOON_INK, text);
}

/* ---- what staff have to decide, with one tap ---- */

struct question {
	char text[DEVICE_TEXT_SIZE]; /* "" = there is none */
	const char *ids[2];
	const char *labels[2]; /* with their keys */
	const char *keys[2];
	struct shift_action answers[2];
};

/* Did a ticket come out? Only then: is there a new roll? */
static void find_question(
	const struct ui *ui, const struct shift *shift, struct question *out_question)
{
	const struct view_device *unsure = shift_unsure(shift);
	int doubtful = shift_doubtful_roll(shift);
	char name[DEVICE_TEXT_SIZE];
	*out_question = (struct question){.text = ""};
	if (unsure != NULL) {
		*out_question = (struct question){.ids = {"strip.reprint", "strip.settle"},
			.labels = {ui_say(ui, "console.slip.again"),
				ui_say(ui, "console.slip.there")},
			.keys = {"x", "y"},
			.answers = {{SHIFT_REPRINT, 0}, {SHIFT_SETTLE, 0}}};
		parts_say(ui, out_question->text, sizeof(out_question->text), "console.slip.unsure",
			unsure->unsure_number, "");
	} else if (doubtful >= 0) {
		*out_question = (struct question){.ids = {"strip.roll_new", "strip.roll_old"},
			.labels = {ui_say(ui, "console.roll.yes"), ui_say(ui, "console.roll.no")},
			.keys = {"y", "x"},
			.answers = {{SHIFT_ROLL_NEW, doubtful}, {SHIFT_ROLL_OLD, doubtful}}};
		parts_say(ui, out_question->text, sizeof(out_question->text), "console.roll.ask",
			device_name(ui, &shift->view->devices[doubtful], name), "");
	}
}

static int answer_width(const struct ui *ui, const char *label)
{
	return ui_text_width(ui, PARTS_TEXT_SEMIBOLD, label) + 32;
}

/* In the small style. */
static int question_width(const struct ui *ui, const struct question *question)
{
	return ui_text_width(ui, PARTS_NOTE_SEMIBOLD, question->text) + 24 +
	       answer_width(ui, question->labels[0]) + answer_width(ui, question->labels[1]);
}

static struct shift_action draw_question(
	struct ui *ui, const struct question *question, int x, int right, int *out_end)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	int room = right - x - question_width(ui, question);
	int small = ui_text_width(ui, PARTS_NOTE_SEMIBOLD, question->text);
	int width = ui_text_width(ui, PARTS_TEXT_SEMIBOLD, question->text);
	bool fits = width - small <= room;
	width = fits ? width : small;
	ui_text(ui, (struct rect){x, PARTS_STRIP, width, HEIGHT},
		fits ? PARTS_TEXT_SEMIBOLD : PARTS_NOTE_SEMIBOLD, UI_LEFT, THEME_SOON_INK,
		question->text);
	x += width + 16;
	for (int i = 0; i < 2; i++) {
		struct rect box = {x, PARTS_STRIP + 6, answer_width(ui, question->labels[i]), 44};
		struct ui_button look = {.kind = i == 0 ? UI_SECONDARY : UI_QUIET, .text_size = 16};
		if (ui_button(ui, question->ids[i], box, question->labels[i], look) ||
			ui_key(ui, question->keys[i])) {
			action = question->answers[i];
		}
		x += box.w + 8;
	}
	*out_end = x - 8 + PART_GAP;
	return action;
}

static void ground(struct ui *ui)
{
	struct rect screen = ui_screen(ui);
	struct rect box = {screen.x, PARTS_STRIP, screen.w, screen.y + screen.h - PARTS_STRIP};
	ui_fill(ui, box, 0, THEME_CARD);
	box.h = 1;
	ui_fill(ui, box, 0, THEME_LINE);
}

/* What a word takes where there is little room. */
static int word_width(const struct ui *ui, const struct shift *shift, int64_t now)
{
	char brief[160];
	struct strip_word word = find_word(shift, now);
	const char *const values[] = {word.value, word.other};
	if (word.key == NULL) {
		return 0;
	}
	text_fill(brief, sizeof(brief), language_short(ui->language, word.key), values, 2);
	return ICON + 8 + ui_text_width(ui, PARTS_TEXT_SEMIBOLD, brief) + PART_GAP;
}

struct shift_action strip_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	struct question question;
	struct shift_action action = {SHIFT_NOTHING, 0};
	bool tapped = false;
	find_question(ui, shift, &question);
	bool asks = question.text[0] != '\0', told = find_word(shift, now).key != NULL;
	bool needy = device_count_needy(shift->view, shift->paper_low, now) > 0;
	/* The share can wait when two of the others need the room. */
	bool shares = asks + told + needy < 2;
	int right = layout->width - PARTS_MARGIN;
	int end = right - (shares ? share_width(ui, shift->view) + 24 : 0);
	int word = word_width(ui, shift, now);
	int asked = asks ? question_width(ui, &question) + PART_GAP : 0;
	ground(ui);
	int x = draw_devices(ui, shift, end - word - asked, now, &tapped);
	if (tapped) {
		action.act = SHIFT_DEVICES;
	}
	if (shares) {
		draw_share(ui, shift->view, right);
	}
	if (asks) {
		struct shift_action answer = draw_question(ui, &question, x, end - word, &x);
		action = answer.act != SHIFT_NOTHING ? answer : action;
	}
	strip_word(ui, shift, x, end, now);
	return action;
}
