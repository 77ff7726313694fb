#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"

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

/* Kind and address, in at most the height of `room`. */
static void draw_words(
	struct ui *ui, const struct office_address *address, struct rect room, enum ui_align align)
{
	char key[48];
	text_format(
		key, sizeof(key), "kiosk.complaint.kind_of.%s", office_address_name(address->kind));
	const char *kind = ui_say(ui, key);
	/* An address stays on one line; where the box is takes two. */
	int first = ui_line(ui, UI_LABEL) + 8, second = ui_line(ui, UI_CARD_TEXT);
	second = address->kind == OFFICE_BOX ? 2 * second : second;
	int all = first + second, top = room.y;
	if (align == UI_LEFT && all < room.h) {
		top += (room.h - all) / 2;
	}
	if (all > room.h) {
		first = room.h * first / all;
		second = room.h - first;
	}
	chrome_words(ui, (struct rect){room.x, top, room.w, first - 8}, UI_LABEL, align, THEME_INK,
		kind, kind);
	chrome_words(ui, (struct rect){room.x, top + first, room.w, second}, UI_CARD_TEXT, align,
		THEME_INK2, address->text, address->text);
}

/* The code over the words; beside them on a card that is too low for that. */
static void draw_address(struct ui *ui, const struct office_address *address, struct rect card)
{
	enum { PAD = 32, WORDS = 176, MOST = 264, LOW = 260, ICON = 160 };
	const bool low = card.h < LOW || (card.w > 2 * card.h);
	const int pad = low ? 24 : PAD, room = low ? card.h - 2 * pad : card.h - 48 - WORDS;
	const int most = low ? card.w / 3 : card.w - 2 * PAD;
	int code = room < most ? room : most;
	code = code < MOST ? code : MOST;
	char link[OFFICE_NAME_SIZE + 32];
	int x = low ? card.x + pad : card.x + (card.w - code) / 2;
	int y = low ? card.y + (card.h - code) / 2 : card.y + 48;
	ui_card(ui, card);
	if (write_link(address, link, sizeof(link))) {
		chrome_code(ui, x, y, code, link);
	} else {
		int side = code < ICON ? code : ICON;
		ui_icon_tile(ui, x + (code - side) / 2, y + (code - side) / 2, side,
			icons[address->kind], false);
	}
	struct rect words = {card.x + PAD, y + code + PAD, card.w - 2 * PAD, 0};
	if (low) {
		words = (struct rect){x + code + 24, card.y + 12, 0, card.h - 24};
		words.w = card.x + card.w - 12 - words.x;
	} else {
		words.h = card.y + card.h - 12 - words.y;
	}
	draw_words(ui, address, words, low ? UI_LEFT : UI_CENTER);
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
	for (int i = 0; i < count; i++) {
		draw_address(ui, &feedback->addresses[i], layout_cell(&grid, i));
	}
}
