#include "app/kiosk/guest_screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/slip/say_choice.h"

/* Where the pills of a row stand: as many beside each other as can be read and hit. */
struct pills {
	int columns, lines, height;
};

static struct pills pills_of(const struct ui *ui, const struct layout *layout, int count)
{
	enum { GAP = 16 };
	const bool small = layout->shape == LAYOUT_SMALL;
	const bool many = count > 8; /* words of many kinds: two lines of them */
	const int least = small ? 124 : ui->large ? 300 : many ? 228 : 160;
	int fit = (layout->inner + GAP) / (least + GAP);
	struct pills pills = {.columns = fit < count ? fit : count};
	pills.lines = (count + pills.columns - 1) / pills.columns;
	pills.columns = (count + pills.lines - 1) / pills.lines;
	pills.height = small ? LAYOUT_TOUCH : layout->low || pills.lines > 1 ? 96 : 112;
	return pills;
}

static int row_height(const struct ui *ui, const struct office *office, const struct layout *layout,
	enum guest_field field)
{
	struct guest_choice choices[GUEST_CHOICES];
	const struct pills pills = pills_of(ui, layout, guest_choices(office, field, choices));
	return ui_line(ui, UI_BODY) + 12 + pills.lines * (pills.height + 16) - 16;
}

/* The question, in its short form where the line is too short for it. */
static const char *fitting_label(
	const struct ui *ui, enum guest_field field, int width, char *out_text, size_t size)
{
	const struct ui_style bold = {DRAW_SEMIBOLD, 28, 40};
	char key[64];
	const char *forms[] = {guest_label(ui, field, out_text, size), NULL, NULL};
	text_format(key, sizeof(key), "kiosk.guest.%s", guest_field_name(guest_field_first(field)));
	forms[1] = language_short(ui->language, key);
	return ui_fitting(ui, width, bold, forms);
}

enum { PILL_GAP = 16 };

/* Pill `index` of a row whose first line has its top at `y`. */
static struct rect pill_at(const struct layout *layout, const struct pills *pills, int index, int y)
{
	const int whole = layout->inner - (pills->columns - 1) * PILL_GAP;
	const int width = whole / pills->columns, rest = whole % pills->columns;
	const int column = index % pills->columns;
	const int before = column < rest ? column : rest; /* the first ones take it */
	return (struct rect){layout->left + column * (width + PILL_GAP) + before,
		y + index / pills->columns * (pills->height + PILL_GAP), width + (column < rest),
		pills->height};
}

static struct action draw_pills(struct ui *ui, const struct lobby *lobby, struct guest *guest,
	const struct layout *layout, enum guest_field field, int y)
{
	struct guest_choice choices[GUEST_CHOICES];
	const int count = guest_choices(lobby->office, field, choices);
	const struct pills pills = pills_of(ui, layout, count);
	struct action action = {.kind = ACTION_NONE};
	struct ui_style style = guest_pill_whole;
	for (int i = 0; i < count; i++) {
		style = guest_pill_fit(ui, pill_at(layout, &pills, i, y), style,
			say_choice_short(ui->language, &choices[i]));
	}
	for (int i = 0; i < count; i++) {
		const struct guest_pill_look look = {say_choice_short(ui->language, &choices[i]),
			style, *guest_code(guest, field) == choices[i].code};
		char id[UI_ID_SIZE];
		guest_option_id(field, choices[i].code, id, sizeof(id));
		if (guest_pill(ui, id, pill_at(layout, &pills, i, y), &look)) {
			action = (struct action){
				.kind = ACTION_CHOOSE, .field = field, .value = choices[i].code};
		}
	}
	return action;
}

static struct action draw_row(struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, const struct layout *layout, enum guest_field field, int y)
{
	enum { LABEL_SIZE = 96, BELOW = 12 };
	struct guest *guest = (struct guest *)&journey->visit.guest;
	const bool required = guest_is_required(field, journey_service(journey, lobby), guest);
	const char *error = step_error_key(field, journey->visit.errors[field]);
	const int line = ui_line(ui, UI_BODY);
	char label[LABEL_SIZE];
	guest_question(ui, (struct rect){layout->left, y, layout->inner, line},
		fitting_label(ui, field, layout->inner, label, sizeof(label)),
		required ? NULL : ui_say(ui, "kiosk.guest.optional"),
		error != NULL ? ui_say(ui, error) : NULL);
	return draw_pills(ui, lobby, guest, layout, field, y + line + BELOW);
}

/* Which page a row is on: a page takes rows as long as they fit. */
static int page_of(const struct ui *ui, const struct office *office, const struct layout *layout,
	const struct step *step, int row)
{
	const int gap = layout->shape == LAYOUT_SMALL || layout->low ? 16 : 32;
	int page = 0, used = 0;
	for (int i = 0; i <= row; i++) {
		int height = row_height(ui, office, layout, step->fields[i]) + gap;
		if (used > 0 && used + height - gap > layout->body.h) {
			page++;
			used = 0;
		}
		used += height;
	}
	return page;
}

/* Rows of one line each stand as in the picture, evenly. */
static bool is_even(const struct ui *ui, const struct office *office, const struct layout *layout,
	const struct step *step)
{
	enum { EVEN = 180 };
	for (int i = 0; i < step->field_count; i++) {
		if (row_height(ui, office, layout, step->fields[i]) > EVEN) {
			return false;
		}
	}
	return layout->shape == LAYOUT_WIDE && !layout->low && !layout->large;
}

struct action guest_rows_frame(struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, const struct step *step, struct guest_pages *out_pages)
{
	enum { TOP = 268, PITCH = 212 };
	const struct office *office = lobby->office;
	const struct layout layout = layout_of(ui, journey);
	const bool even = is_even(ui, office, &layout, step);
	const int gap = layout.shape == LAYOUT_SMALL || layout.low ? 16 : 32;
	struct action action = {.kind = ACTION_NONE};
	out_pages->count = page_of(ui, office, &layout, step, step->field_count - 1) + 1;
	int y = even ? TOP : layout.body.y;
	for (int i = 0; i < step->field_count; i++) {
		if (page_of(ui, office, &layout, step, i) !=
			journey->visit.page % out_pages->count) {
			continue;
		}
		out_pages->last = step->fields[i];
		action = chrome_either(
			action, draw_row(ui, lobby, journey, &layout, step->fields[i], y));
		y += even ? PITCH : row_height(ui, office, &layout, step->fields[i]) + gap;
	}
	return action;
}
