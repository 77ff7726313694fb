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

static void draw_address(
	struct ui *ui, const struct office_address *address, struct rect card, int code)
{
	enum { PAD = 32 };
	char key[48], link[OFFICE_NAME_SIZE + 32];
	text_format(
		key, sizeof(key), "kiosk.complaint.kind_of.%s", office_address_name(address->kind));
	/* An address stays on one line; where the box is takes two. */
	int height = address->kind == OFFICE_BOX ? 2 * UI_CARD_TEXT.line : UI_CARD_TEXT.line;
	ui_card(ui, card);
	if (write_link(address, link, sizeof(link))) {
		chrome_code(ui, card.x + (card.w - code) / 2, card.y + 48, code, link);
	} else {
		int side = code < 160 ? code : 160;
		ui_icon_tile(ui, card.x + (card.w - side) / 2, card.y + 48 + (code - side) / 2,
			side, icons[address->kind], false);
	}
	int y = card.y + 48 + code + 32;
	ui_text(ui, (struct rect){card.x + PAD, y, card.w - 2 * PAD, 40}, UI_LABEL, UI_CENTER,
		THEME_INK, ui_say(ui, key));
	chrome_words(ui, (struct rect){card.x + PAD, y + 48, card.w - 2 * PAD, height},
		UI_CARD_TEXT, UI_CENTER, THEME_INK2, address->text, address->text);
}

void addresses_draw(struct ui *ui, const struct lobby *lobby)
{
	enum { TOP = 240, GAP = 24, ROOM = 672, ROW = 4 };
	const struct office_feedback *feedback = &lobby->office->feedback;
	int columns = feedback->address_count <= ROW ? feedback->address_count : 3;
	int rows = columns > 0 ? (feedback->address_count + columns - 1) / columns : 0;
	chrome_title(ui, 132, "kiosk.complaint.elsewhere_title");
	for (int i = 0; i < feedback->address_count; i++) {
		int width = (CHROME_WIDTH - (ROW - 1) * GAP) / ROW;
		width = rows > 1 ? (CHROME_WIDTH - 2 * GAP) / 3 : width;
		int height = rows > 1 ? (ROOM - GAP) / 2 : 560;
		const struct rect card = {CHROME_LEFT + i % columns * (width + GAP),
			TOP + i / columns * (height + GAP), width, height};
		draw_address(ui, &feedback->addresses[i], card, rows > 1 ? 108 : 264);
	}
}
