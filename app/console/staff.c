#include "app/console/screen.h"

#include "app/base/text.h"

/* Who is on duty? Names as tiles; up to fifteen are large, more are small, and who finds no room is
 * on another page. */
enum { TILES = 28, TOP = 216, NOTICE = 190, KEYS = 9 };

struct grid {
	int columns, height, gap;
};

static struct grid staff_grid(size_t count)
{
	return count <= 15 ? (struct grid){3, 88, 16} : (struct grid){4, 60, 8};
}

/* The first nine have a digit for their key. */
static bool staff_tile(
	struct ui *ui, const struct shift *shift, size_t index, int place, struct rect box)
{
	const struct desk_staff *person = &shift->staff[index];
	char id[UI_ID_SIZE], role[48], words[64];
	text_format(id, sizeof(id), "staff.%s", person->code);
	bool tapped = ui_choice(ui, id, box, (struct ui_choice){.selected = false});
	const struct view_counter *planned =
		shift->view == NULL ? NULL : view_planned(shift->view, person->code);
	text_format(role, sizeof(role), "console.role.%s", desk_role_name(person->role));
	text_copy(words, sizeof(words), ui_say(ui, role));
	if (planned != NULL) {
		parts_say_number(
			ui, words, sizeof(words), "console.roster.today_at", planned->number);
	}

	bool small = box.h < 80;
	struct rect line = {box.x + 24, small ? box.y + 6 : box.y + 16, box.w - 60, 28};
	parts_value(ui, line, 1, THEME_INK, person->name);
	line.y += small ? 24 : 30;
	line.h = 20;
	ui_text(ui, line, planned != NULL ? PARTS_NOTE_SEMIBOLD : PARTS_NOTE, UI_LEFT,
		planned != NULL ? THEME_ACTION : THEME_INK2, words);
	if (place >= KEYS) {
		return tapped;
	}
	const char key[] = {(char)('1' + place), '\0'};
	parts_key_hint(ui, box, key, false);
	return ui_key(ui, key) || tapped;
}

static void demo_hint(struct ui *ui, const struct shift *shift, int x, int width)
{
	if (!shift->demo) {
		return;
	}
	struct rect box = {x, 656, width, 64};
	ui_fill(ui, box, 16, THEME_TINT);
	ui_icon(ui, (struct rect){x + 20, box.y, 28, box.h}, 28, THEME_ACTION, "information");
	ui_text(ui, (struct rect){x + 64, box.y, width - 84, box.h}, PARTS_VALUE, UI_LEFT,
		THEME_INK, ui_say(ui, "console.demo"));
}

/* In order of name; but who is planned for this device's counter comes first. */
static size_t staff_at(const struct shift *shift, size_t place)
{
	size_t first = shift->staff_count;
	for (size_t i = 0; shift->view != NULL && i < shift->staff_count; i++) {
		const struct view_counter *planned =
			view_planned(shift->view, shift->staff[i].code);
		if (planned != NULL && planned->number == shift->wanted_counter) {
			first = i;
		}
	}
	if (first == shift->staff_count || place > first) {
		return place;
	}
	return place == 0 ? first : place - 1;
}

static int pages_of(const struct shift *shift)
{
	int pages = ((int)shift->staff_count + TILES - 1) / TILES;
	return pages > 0 ? pages : 1;
}

/* The list may have become shorter since the page was turned. */
static int page_of(const struct shift *shift)
{
	return shift->staff_page < pages_of(shift) ? shift->staff_page : 0;
}

/* Where other pages follow: a button in the last row, and the page keys. */
static struct shift_action turn_page(struct ui *ui, const struct shift *shift, struct rect box)
{
	int pages = pages_of(shift), page = page_of(shift);
	char label[96], number[16], all[16];
	if (pages == 1) {
		return (struct shift_action){SHIFT_NOTHING, 0};
	}
	text_format(number, sizeof(number), "%d", page + 1);
	text_format(all, sizeof(all), "%d", pages);
	parts_say(ui, label, sizeof(label), "console.who_more", number, all);
	bool next = ui_button(ui, "staff.more", box, label,
		(struct ui_button){.kind = UI_SECONDARY, .text_size = 18});
	if (next || ui_key(ui, "pagedown")) {
		return (struct shift_action){SHIFT_MORE_STAFF, (page + 1) % pages};
	}
	if (ui_key(ui, "pageup")) {
		return (struct shift_action){SHIFT_MORE_STAFF, (page + pages - 1) % pages};
	}
	return (struct shift_action){SHIFT_NOTHING, 0};
}

/* Where this computer stands, and the way to say that it has been moved. Returns what it leaves of
 * the line. */
static int seat_button(struct ui *ui, const struct shift *shift, int right, bool *out_moved)
{
	enum { Y = 750, HEIGHT = 44 };
	char label[96];
	*out_moved = false;
	if (!shift->may_move || shift->wanted_counter == 0) {
		return right;
	}
	parts_say_number(ui, label, sizeof(label), "console.seat.move", shift->wanted_counter);
	int width = ui_text_width(ui, PARTS_TEXT_SEMIBOLD, label) + 40;
	*out_moved = ui_button(ui, "staff.seat", (struct rect){right - width, Y, width, HEIGHT},
			     label, (struct ui_button){.kind = UI_QUIET, .text_size = 16}) ||
		     ui_key(ui, "l");
	return right - width - 16;
}

struct shift_action staff_frame(struct ui *ui, const struct shift *shift, int64_t now)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	struct parts_layout layout = parts_canvas(ui);
	bar_plain(ui, shift, &layout, now);
	int x = PARTS_MARGIN + 64, width = layout.width - 2 * x;
	ui_text(ui, (struct rect){x, 112, width, 44}, PARTS_TITLE, UI_LEFT, THEME_INK,
		ui_say(ui, "console.who"));
	ui_text(ui, (struct rect){x, 160, width, 28}, PARTS_VALUE, UI_LEFT, THEME_INK2,
		ui_say(ui, "console.who_note"));

	struct grid grid = staff_grid(shift->staff_count);
	int tile = (width - (grid.columns - 1) * grid.gap) / grid.columns;
	int from = page_of(shift) * TILES;
	for (int i = 0; i < TILES && from + i < (int)shift->staff_count; i++) {
		int column = i % grid.columns, row = i / grid.columns;
		struct rect box = {x + column * (tile + grid.gap),
			TOP + row * (grid.height + grid.gap), tile, grid.height};
		size_t place = staff_at(shift, (size_t)(from + i));
		if (staff_tile(ui, shift, place, i, box)) {
			action = (struct shift_action){SHIFT_CHOOSE_STAFF, (int)place};
		}
	}
	struct rect more = {x + width - 2 * tile - grid.gap,
		TOP + TILES / grid.columns * (grid.height + grid.gap), 2 * tile + grid.gap, 52};
	struct shift_action turned = turn_page(ui, shift, more);
	action = turned.act != SHIFT_NOTHING ? turned : action;
	demo_hint(ui, shift, x, width);
	notice_frame(ui, shift, (struct rect){x + width / 2, 0, width - width / 2, 0}, NOTICE);
	bool moved;
	strip_word(ui, shift, x, seat_button(ui, shift, x + width, &moved), now);
	action = moved ? (struct shift_action){SHIFT_MOVE, 0} : action;
	trouble_banner(ui, shift, &layout);
	return action;
}
