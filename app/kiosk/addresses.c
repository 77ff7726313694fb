#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"

#include <string.h>

static const char *const icons[OFFICE_ADDRESS_KINDS] = {
	[OFFICE_BOX] = "comment-text",
	[OFFICE_WEB] = "television",
	[OFFICE_EMAIL] = "email",
	[OFFICE_WHATSAPP] = "whatsapp",
	[OFFICE_PHONE] = "phone",
};

/* The digits of a number, as they are dialled from abroad: 0812… is 62812…. */
static void write_number(const char *text, char *out_digits, size_t size)
{
	size_t length = 0;
	if (text[0] == '0' && size > 2) {
		text_copy(out_digits, size, "62");
		length = 2;
		text++;
	}
	for (; *text != '\0' && length + 1 < size; text++) {
		if (*text >= '0' && *text <= '9') {
			out_digits[length++] = *text;
		}
	}
	out_digits[length] = '\0';
}

/* What a telephone opens when it scans the code; false where there is nothing to open. */
static bool write_link(const struct office_address *address, char *out_link, size_t size)
{
	char digits[24];
	write_number(address->text, digits, sizeof(digits));
	switch (address->kind) {
	case OFFICE_WEB: return text_format(out_link, size, "https://%s", address->text);
	case OFFICE_EMAIL: return text_format(out_link, size, "mailto:%s", address->text);
	case OFFICE_WHATSAPP: return text_format(out_link, size, "https://wa.me/%s", digits);
	case OFFICE_PHONE: return text_format(out_link, size, "tel:+%s", digits);
	default: return false;
	}
}

enum { ADDRESS_SIZE = OFFICE_NAME_SIZE + 1 };

/* What stands on a card: the code over the words, beside them on one that is too low for that. */
struct parts {
	struct rect code, kind, text;
	enum ui_align align;
	char address[ADDRESS_SIZE];
};

/* An address that is longer than its line goes on under it after a stroke, where `lines` are two.
 */
static void write_address(const struct ui *ui, const struct office_address *address, int width,
	int lines, char out_text[ADDRESS_SIZE])
{
	const char *text = address->text, *stroke = strchr(text, '/');
	if (stroke == NULL || lines < 2 || ui_text_width(ui, UI_CARD_TEXT, text) <= width) {
		text_copy(out_text, ADDRESS_SIZE, text);
		return;
	}
	text_format(out_text, ADDRESS_SIZE, "%.*s %s", (int)(stroke + 1 - text), text, stroke + 1);
}

/* Kind and address, in at most the height of `room`. */
static void place_words(const struct ui *ui, const struct office_address *address, struct rect room,
	struct parts *parts)
{
	enum { GAP = 8 };
	int first = ui_line(ui, UI_LABEL) + GAP;
	write_address(
		ui, address, room.w, (room.h - first) / ui_line(ui, UI_CARD_TEXT), parts->address);
	int second = ui_line(ui, UI_CARD_TEXT); /* a word is set smaller rather than broken */
	if (strchr(parts->address, ' ') != NULL) {
		second = ui_paragraph_height(ui, room.w, UI_CARD_TEXT, parts->address);
	}
	const int all = first + second;
	if (parts->align == UI_LEFT && all < room.h) {
		room.y += (room.h - all) / 2;
	}
	if (all > room.h) {
		first = room.h * first / all;
		second = room.h - first;
	}
	parts->kind = (struct rect){room.x, room.y, room.w, first - GAP};
	parts->text = (struct rect){room.x, room.y + first, room.w, second};
}

static struct parts parts_of(
	const struct ui *ui, const struct office_address *address, struct rect card)
{
	enum { PAD = 32, WORDS = 176, MOST = 264, LOW = 260, TOP = 48, CLOSE = 12 };
	const bool low = card.h < LOW || (card.w > 2 * card.h);
	const int pad = low ? 24 : PAD, room = low ? card.h - 2 * pad : card.h - TOP - WORDS;
	const int most = low ? card.w / 3 : card.w - 2 * PAD;
	int side = room < most ? room : most;
	side = side < MOST ? side : MOST;
	const int x = low ? card.x + pad : card.x + (card.w - side) / 2;
	const int y = low ? card.y + (card.h - side) / 2 : card.y + TOP;
	struct parts parts = {.code = {x, y, side, side}, .align = low ? UI_LEFT : UI_CENTER};
	struct rect words = {card.x + PAD, y + side + PAD, card.w - 2 * PAD, 0};
	words.h = card.y + card.h - CLOSE - words.y;
	if (low) {
		words = (struct rect){x + side + 24, card.y + CLOSE, 0, card.h - 2 * CLOSE};
		words.w = card.x + card.w - CLOSE - words.x;
	}
	place_words(ui, address, words, &parts);
	return parts;
}

static const char *kind_of(const struct ui *ui, const struct office_address *address)
{
	char key[48];
	text_format(
		key, sizeof(key), "kiosk.complaint.kind_of.%s", office_address_name(address->kind));
	return ui_say(ui, key);
}

/* How the words of all are set: in one size. */
struct sizes {
	struct ui_style kind, text;
};

static void draw_address(struct ui *ui, const struct office_address *address, struct rect card,
	const struct sizes *sizes)
{
	enum { ICON = 160 };
	const struct parts parts = parts_of(ui, address, card);
	const struct rect code = parts.code;
	const char *kind = kind_of(ui, address);
	char link[OFFICE_NAME_SIZE + 32];
	ui_card(ui, card);
	if (write_link(address, link, sizeof(link))) {
		chrome_code(ui, code.x, code.y, code.w, link);
	} else {
		const int side = code.w < ICON ? code.w : ICON, inset = (code.w - side) / 2;
		ui_icon_tile(ui, code.x + inset, code.y + inset, side, icons[address->kind], false);
	}
	chrome_words(ui, parts.kind, sizes->kind, parts.align, THEME_INK, kind, kind);
	chrome_words(
		ui, parts.text, sizes->text, parts.align, THEME_INK2, parts.address, parts.address);
}

void addresses_draw(struct ui *ui, const struct lobby *lobby, const struct layout *layout)
{
	enum { ROW = 4, MOST = 560 };
	const struct office_feedback *feedback = &lobby->office->feedback;
	const int count = feedback->address_count;
	const bool wide = layout->shape == LAYOUT_WIDE, small = layout->shape == LAYOUT_SMALL;
	const int gap = small ? 12 : 24;
	const bool row = small && layout->upright && count <= ROW; /* each has a row */
	const int columns = wide ? (count <= ROW ? count : 3) : row ? 1 : 2;
	const struct layout_need need = {LAYOUT_TOUCH, LAYOUT_TOUCH, MOST, gap, gap};
	chrome_heading(ui, layout, "kiosk.complaint.elsewhere_title");
	if (count == 0) {
		return;
	}
	const struct layout_grid grid = layout_grid(layout->body, count, columns, need, 0);
	struct sizes sizes = {UI_LABEL, UI_CARD_TEXT};
	for (int i = 0; i < count; i++) {
		const struct office_address *address = &feedback->addresses[i];
		const struct parts parts = parts_of(ui, address, layout_cell(&grid, i));
		const char *kind = kind_of(ui, address);
		sizes.kind = chrome_fitting(ui, parts.kind, sizes.kind, kind, kind);
		sizes.text =
			chrome_fitting(ui, parts.text, sizes.text, parts.address, parts.address);
	}
	for (int i = 0; i < count; i++) {
		draw_address(ui, &feedback->addresses[i], layout_cell(&grid, i), &sizes);
	}
}
