#include "app/console/details.h"

#include "app/base/text.h"
#include "app/console/answers.h"
#include "app/console/parts.h"
#include "app/slip/say_choice.h"

#include <string.h>

enum { PITCH = 62, GAP = 24, PAIRS_MAX = 6, TEXT_SIZE = 320, HEART_W = 30 };

struct pair { /* a label and what was answered */
	const char *key;
	char value[TEXT_SIZE];
};

struct pairs {
	struct pair items[PAIRS_MAX];
	int count;
};

static void add(struct pairs *pairs, const char *key, const char *value)
{
	if (value[0] != '\0' && pairs->count < PAIRS_MAX) {
		struct pair *pair = &pairs->items[pairs->count++];
		pair->key = key;
		text_copy(pair->value, sizeof(pair->value), value);
	}
}

static void add_choice(struct ui *ui, struct pairs *pairs, const char *label,
	const struct office *office, enum guest_field field, int code, const char *other)
{
	struct guest_choice choice;
	if (guest_find_choice(office, field, code, &choice)) {
		bool typed = choice.other && other[0] != '\0';
		add(pairs, label, typed ? other : say_choice(ui->language, &choice));
	}
}

static void add_person(
	struct ui *ui, struct pairs *pairs, const struct office *office, const struct guest *guest)
{
	add(pairs, "console.guest.name", guest->name);
	add_choice(ui, pairs, "console.guest.occupation", office, GUEST_OCCUPATION,
		guest->occupation, guest->occupation_other);
}

static void add_purpose(
	struct ui *ui, struct pairs *pairs, const struct office *office, const struct guest *guest)
{
	add_choice(ui, pairs, "console.guest.purpose", office, GUEST_PURPOSE, guest->purpose,
		guest->purpose_other);
}

static const char *say_party(
	const struct ui *ui, const struct guest *guest, char *out_text, size_t size)
{
	return parts_say_number(
		ui, out_text, size, "console.people", guest->party_male + guest->party_female);
}

/* Last of the pairs, so that it is the one that may go beside the needs. */
static void add_party(struct ui *ui, struct pairs *pairs, const struct guest *guest)
{
	char people[64];
	if (guest->party_male + guest->party_female > 1) {
		add(pairs, "console.guest.party", say_party(ui, guest, people, sizeof(people)));
	}
}

static int first_column(int width)
{
	return (width - GAP) * 5 / 9;
}

static void draw_pairs(struct ui *ui, const struct pairs *pairs, int x, int y, int width, int rows)
{
	int column = first_column(width);
	for (int i = 0; i < pairs->count && i < 2 * rows; i++) {
		struct rect box = {i % 2 == 0 ? x : x + column + GAP, y + i / 2 * PITCH,
			i % 2 == 0 ? column : width - column - GAP, 20};
		ui_text(ui, box, PARTS_NOTE, UI_LEFT, THEME_INK2, ui_say(ui, pairs->items[i].key));
		bool one = ui_text_width(ui, PARTS_NOTE_MEDIUM, pairs->items[i].value) <= box.w;
		box.y += one ? box.h : box.h - 3; /* two lines keep off the label below */
		box.h = PITCH - box.h;
		parts_value(ui, box, 2, THEME_INK, pairs->items[i].value);
	}
}

/* Special needs in words, or the asked-for priority; false when there is neither. */
static bool say_wants(const struct ui *ui, const struct office *office, const struct guest *guest,
	enum ticket_priority priority, char *out_text, size_t size)
{
	char words[TEXT_SIZE], key[64];
	answers_set(
		ui, office, GUEST_NEEDS, guest == NULL ? 0 : guest->needs, words, sizeof(words));
	if (words[0] != '\0') {
		parts_say(ui, out_text, size, "console.needs", words, "");
		return true;
	}
	if (priority == TICKET_ORDINARY) {
		return false;
	}
	text_format(key, sizeof(key), "console.priority.%s", ticket_priority_name(priority));
	parts_say(ui, out_text, size, "console.priority", ui_say(ui, key), "");
	return true;
}

static bool is_one_line(struct ui *ui, int width, const char *wants)
{
	return ui_paragraph_height(ui, width - HEART_W, PARTS_TEXT, wants) <= PARTS_TEXT.line;
}

/* With a heart before it. */
static void draw_needs(struct ui *ui, const struct office *office, const struct guest *guest,
	enum ticket_priority priority, struct rect box)
{
	char line[TEXT_SIZE + 64];
	if (!say_wants(ui, office, guest, priority, line, sizeof(line))) {
		ui_text(ui, box, PARTS_TEXT, UI_LEFT, THEME_INK2,
			ui_say(ui,
				guest == NULL ? "console.guest.unsigned" : "console.needs_none"));
		return;
	}
	ui_icon(ui, (struct rect){box.x, box.y, 22, box.h}, 22, THEME_ACTION, "heart");
	bool one = is_one_line(ui, box.w, line);
	box.x += HEART_W;
	box.w -= HEART_W;
	box.y -= one ? 0 : 8; /* two small ones keep off the line below */
	ui_paragraph(ui, box, one ? PARTS_TEXT : PARTS_NOTE, UI_LEFT, THEME_INK, line);
}

/* The party, when the pairs had no room for it. */
static void draw_party(struct ui *ui, const struct guest *guest, struct rect box)
{
	char people[64];
	ui_icon(ui, (struct rect){box.x, box.y, 22, box.h}, 22, THEME_INK2, "account-multiple");
	box.x += 30;
	ui_text(ui, box, PARTS_TEXT, UI_LEFT, THEME_INK,
		say_party(ui, guest, people, sizeof(people)));
}

static void draw_last_line(struct ui *ui, const struct office *office, const struct guest *guest,
	enum ticket_priority priority, struct rect box, bool with_party)
{
	if (with_party) {
		int column = first_column(box.w) + GAP;
		draw_party(ui, guest,
			(struct rect){box.x + column, box.y, box.w - column - 30, box.h});
		box.w = column - GAP;
	}
	draw_needs(ui, office, guest, priority, box);
}

/* "Jumlah penduduk · Inflasi 2025"; false when no data is asked for. */
static bool join_data(const struct guest *guest, char *out_text, size_t size)
{
	size_t used = 0;
	out_text[0] = '\0';
	for (int i = 0; i < GUEST_ITEMS && guest->data_needed[i][0] != '\0'; i++) {
		text_format(out_text + used, size - used, "%s%s", i > 0 ? " \u00b7 " : "",
			guest->data_needed[i]);
		used = strlen(out_text);
	}
	return used > 0;
}

void details_all(struct ui *ui, const struct office *office, const struct guest *guest,
	enum ticket_priority priority, int x, int width)
{
	struct pairs pairs = {.count = 0};
	add_person(ui, &pairs, office, guest);
	add(&pairs, "console.guest.institution", guest->institution);
	add_purpose(ui, &pairs, office, guest);
	add_party(ui, &pairs, guest);
	char items[GUEST_ITEMS * GUEST_NOTE_SIZE];
	bool data = join_data(guest, items, sizeof(items));
	int rows = data ? 2 : 3;
	int last = DETAILS_Y + 3 * PITCH;
	draw_pairs(ui, &pairs, x, DETAILS_Y, width, rows);
	if (data) {
		int y = DETAILS_Y + 2 * PITCH;
		ui_text(ui, (struct rect){x, y, width, 20}, PARTS_NOTE, UI_LEFT, THEME_INK2,
			ui_say(ui, "console.guest.data_needed"));
		char wants[TEXT_SIZE + 64];
		bool roomy = !say_wants(ui, office, guest, priority, wants, sizeof(wants)) ||
			     is_one_line(ui, width, wants);
		int bottom = y + 22 +
			     parts_value(ui, (struct rect){x, y + 20, width, 40}, roomy ? 2 : 1,
				     THEME_INK, items);
		last = bottom > last ? bottom : last;
	}
	bool party = pairs.count > 2 * rows;
	if (party && data) { /* beside the heading of the data: long needs have the whole line */
		int column = first_column(width) + GAP;
		draw_party(ui, guest,
			(struct rect){
				x + column, DETAILS_Y + 2 * PITCH - 2, width - column - 30, 24});
	}
	draw_last_line(
		ui, office, guest, priority, (struct rect){x, last, width, 24}, party && !data);
}

void details_brief(struct ui *ui, const struct office *office, const struct guest *guest,
	enum ticket_priority priority, const char *service, int x, int width)
{
	enum { TOP = DETAILS_Y + 42, ROWS = 2 };
	struct pairs pairs = {.count = 0};
	add(&pairs, "console.guest.service", service);
	if (guest != NULL) {
		add_purpose(ui, &pairs, office, guest);
		add_person(ui, &pairs, office, guest);
		add_party(ui, &pairs, guest);
	}
	draw_pairs(ui, &pairs, x, TOP, width, ROWS);
	draw_last_line(ui, office, guest, priority, (struct rect){x, TOP + ROWS * PITCH, width, 24},
		pairs.count > 2 * ROWS);
}
