#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"

#include <string.h>

/* Where a row's title and its sentence stand beside the icon. */
struct point {
	int side; /* of the icon */
	struct rect title, text;
};

static struct point point_of(
	const struct ui *ui, struct rect row, const char *text, struct ui_style style)
{
	const bool small = row.h < 110;
	const int side = small ? 56 : 80, x = row.x + side + (small ? 16 : 32);
	const int line = ui_line(ui, UI_LABEL), width = row.x + row.w - x;
	const int height = ui_paragraph_height(ui, width, style, text);
	const int room = row.h - line - (small ? 4 : 8);
	return (struct point){side, {x, row.y, width, line},
		{x, row.y + line + 2, width, height < room ? height : room}};
}

/* Icon, title and a sentence in a row of its own. */
static void draw_point(struct ui *ui, struct rect row, const char *icon, const char *title,
	const char *text, struct ui_style style)
{
	const struct point point = point_of(ui, row, text, style);
	ui_icon_tile(ui, row.x, row.y, point.side, icon, false);
	chrome_words(ui, point.title, UI_LABEL, UI_LEFT, THEME_INK, title, title);
	chrome_words(ui, point.text, style, UI_LEFT, THEME_INK2, text, text);
}

/* What the notice calls by one word. The answers about oneself go under the occupation's, and who
 * is asked for nothing else is asked how many came. */
enum part {
	PART_NAME,
	PART_CONTACT,
	PART_ADDRESS,
	PART_YEAR,
	PART_ABOUT,
	PART_OCCUPATION,
	PART_PURPOSE,
	PART_PARTY,
	PARTS
};

static bool asks(const struct office_service *service, enum guest_field field)
{
	return guest_asked(service, field) != GUEST_NO;
}

/* Of a child nothing that says who it is is kept, where its age is known (guest_is_child). */
static bool asks_age(const struct office_service *service)
{
	return asks(service, GUEST_AGE_BAND) || asks(service, GUEST_BIRTH_YEAR);
}

static int list_parts(const struct office_service *service, const char *out_keys[PARTS])
{
	static const char *const keys[PARTS] = {
		"name", "contact", "address", "year", "about", "occupation", "purpose", "party"};
	bool occupation = asks(service, GUEST_OCCUPATION);
	const bool asked[PARTS] = {
		[PART_NAME] = asks(service, GUEST_NAME),
		[PART_CONTACT] = asks(service, GUEST_EMAIL) || asks(service, GUEST_PHONE),
		[PART_ADDRESS] = asks(service, GUEST_ADDRESS),
		[PART_YEAR] = asks(service, GUEST_BIRTH_YEAR),
		[PART_ABOUT] =
			!occupation && (asks(service, GUEST_SEX) || asks(service, GUEST_AGE_BAND) ||
					       asks(service, GUEST_EDUCATION)),
		[PART_OCCUPATION] = occupation || asks(service, GUEST_INSTITUTION) ||
				    asks(service, GUEST_INSTITUTION_KIND),
		[PART_PURPOSE] = asks(service, GUEST_PURPOSE) || asks(service, GUEST_DATA_NEEDED) ||
				 asks(service, GUEST_DTSEN),
	};
	int count = 0;
	for (int i = 0; i < PARTS; i++) {
		if (asked[i] || (i == PART_PARTY && count == 0)) {
			out_keys[count++] = keys[i];
		}
	}
	return count;
}

/* "Nama, kontak, pekerjaan, dan keperluan. Tanpa NIK, tanpa foto." */
static void say_parts(
	const struct ui *ui, const struct office_service *service, char *out_text, size_t size)
{
	const char *keys[PARTS];
	char key[64];
	size_t used = 0;
	int count = list_parts(service, keys);
	for (int i = 0; i < count; i++) {
		const char *between = i == 0          ? ""
				      : i + 1 < count ? ", "
				      : count == 2    ? ui_say(ui, "kiosk.notice.two")
						      : ui_say(ui, "kiosk.notice.last");
		text_format(key, sizeof(key), "kiosk.notice.part.%s", keys[i]);
		text_format(out_text + used, size - used, "%s%s", between, ui_say(ui, key));
		used = strlen(out_text);
	}
	if (out_text[0] >= 'a' && out_text[0] <= 'z') {
		out_text[0] = (char)(out_text[0] - 'a' + 'A');
	}
	text_format(out_text + used, size - used, ". %s", ui_say(ui, "kiosk.notice.never"));
}

/* What differs between the guest book and a complaint: a sentence, and keys. */
struct said {
	const char *asked, *why, *kept, *code;
};

enum { KEPT_SIZE = 160, RIGHTS_SIZE = 128 + OFFICE_NAME_SIZE };

/* By whom: staff, and who answers for personal data where the office has said it (UU 27/2022 art.
 * 53); where its line has no room, the full notice alone tells who that is. */
static const char *say_rights(
	struct ui *ui, const struct office *office, struct rect room, char out_text[RIGHTS_SIZE])
{
	const char *plain = ui_say(ui, "kiosk.notice.rights_text");
	language_with(ui->language, "kiosk.notice.rights_contact", out_text, RIGHTS_SIZE,
		office->privacy_contact);
	const bool fits = ui_paragraph_height(ui, room.w, UI_NOTE, out_text) <= room.h;
	return office->privacy_contact[0] != '\0' && fits ? out_text : plain;
}

/* `close`: sentences of two lines have room. */
static void draw_points(struct ui *ui, const struct office *office, const struct said *said,
	struct rect card, bool close)
{
	static const char *const icons[] = {"pencil", "clipboard-check", "clock", "shield"};
	static const char *const keys[] = {"what", "why", "long", "rights"};
	const int count = 4, pad = card.w < 700 ? 16 : 48,
		  top = card.h < 500 || ui->large ? 16 : 68;
	const int pitch = top == 68 && card.h < 700 ? 144 : (card.h - 2 * top) / count;
	const struct rect room = {0, 0, card.w - 2 * pad - 112, ui_line(ui, UI_NOTE)};
	char months[16], kept[KEPT_SIZE], rights[RIGHTS_SIZE], key[64];
	text_format(months, sizeof(months), "%d", office->retention_months);
	language_with(ui->language, said->kept, kept, sizeof(kept), months);
	const char *const texts[] = {
		said->asked, ui_say(ui, said->why), kept, say_rights(ui, office, room, rights)};
	struct rect row = {card.x + pad, card.y + top, card.w - 2 * pad + (close ? 0 : 16),
		close ? pitch : pitch - 8};
	struct ui_style style = close ? UI_NOTE : UI_BODY;
	for (int i = 0; i < count; i++) { /* one size for all */
		const struct point point = point_of(ui, row, texts[i], style);
		style = chrome_fitting(ui, point.text, style, texts[i], texts[i]);
	}
	ui_card(ui, card);
	for (int i = 0; i < count; i++, row.y += pitch) {
		text_format(key, sizeof(key), "kiosk.notice.%s", keys[i]);
		draw_point(ui, row, icons[i], ui_say(ui, key), texts[i], style);
	}
}

/* The full notice as the code's own text: it can be read without a network. */
static void draw_full(struct ui *ui, const struct office *office, const char *key, struct rect card)
{
	enum { FULL_SIZE = 640 };
	const bool beside = card.w > card.h * 2; /* words beside the code, or under it */
	const int pad = card.h < 300 ? 16 : 40;
	const int code = beside ? card.h - 2 * pad : card.w < 300 ? card.w - 32 : 348;
	const char *full = ui_say(ui, "kiosk.notice.full"),
		   *hint = ui_say(ui, "kiosk.notice.full_text");
	const struct ui_style bold = {DRAW_SEMIBOLD, 28, 40};
	char months[16], text[FULL_SIZE];
	text_format(months, sizeof(months), "%d", office->retention_months);
	language_with(ui->language, key, text, sizeof(text), office->name, office->notice_version,
		months);
	if (office->privacy_contact[0] != '\0') {
		const size_t used = strlen(text);
		text_format(text + used, sizeof(text) - used, " %s: %s.",
			ui_say(ui, "kiosk.notice.contact"), office->privacy_contact);
	}
	ui_card(ui, card);
	int top = card.w < 300 ? 16 : 72, x = card.x + (card.w - code) / 2, y = card.y + top;
	struct rect words = {card.x + 16, y + code + (top < 72 ? 18 : 60), card.w - 32, 0};
	if (beside) {
		x = card.x + pad;
		y = card.y + pad;
		words = (struct rect){x + code + 8 + pad, y, 0, 0};
		words.w = card.x + card.w - pad + 8 - words.x;
	}
	chrome_code(ui, x, y, code, text);
	enum ui_align align = beside ? UI_LEFT : UI_CENTER;
	words.h = ui_line(ui, bold);
	chrome_words(ui, words, bold, align, THEME_INK, full, full);
	words.y += words.h + 4;
	int height = ui_paragraph_height(ui, words.w, UI_NOTE, hint);
	int room = card.y + card.h - 16 - words.y;
	words.h = height < room ? height : room;
	chrome_words(ui, words, UI_NOTE, align, THEME_INK2, hint, hint);
}

void notice_draw(struct ui *ui, const struct lobby *lobby, const struct layout *layout,
	const struct office_service *service)
{
	struct rect points = layout->body, full = layout->body;
	struct said said = {ui_say(ui, "kiosk.complaint.notice.what"), "kiosk.complaint.notice.why",
		"kiosk.complaint.notice.long", "kiosk.complaint.notice.code"};
	char asked[256];
	if (service != NULL) {
		say_parts(ui, service, asked, sizeof(asked));
		said = (struct said){asked, "kiosk.notice.why_text",
			asks_age(service) ? "kiosk.notice.long_child" : "kiosk.notice.long_text",
			asks_age(service) ? "kiosk.notice.code_child" : "kiosk.notice.code"};
	}
	if (layout->upright) {
		full.h = layout->shape == LAYOUT_SMALL ? 180 : 360;
		points.h -= full.h + layout->gap;
		full.y += points.h + layout->gap;
	} else {
		points.h = full.h = layout->shape == LAYOUT_WIDE ? 648 : layout->body.h;
		full.w = layout->shape == LAYOUT_WIDE ? 512 : 236;
		points.w -= full.w + layout->gap;
		full.x += points.w + layout->gap;
	}
	chrome_heading(ui, layout, "kiosk.notice.title");
	draw_points(
		ui, lobby->office, &said, points, layout->shape == LAYOUT_SMALL && layout->upright);
	draw_full(ui, lobby->office, said.code, full);
	ui_focus_first(ui, "kiosk.continue");
}

struct action notice_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct layout layout = layout_still(ui, journey);
	chrome_header(ui, lobby, journey, 0);
	notice_draw(ui, lobby, &layout, journey_service(journey, lobby));
	return chrome_foot(ui, journey,
		(struct chrome_foot){.back = true,
			.contrast = true,
			.forward = "kiosk.notice.agree",
			.forward_icon = "arrow-right"});
}
