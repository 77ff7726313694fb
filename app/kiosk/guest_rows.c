#include "app/kiosk/guest_screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"

static int count_options(const struct guest_option *options)
{
	int count = 0;
	while (options[count].code != 0) {
		count++;
	}
	return count;
}

/* Where the pills of a row stand: as many beside each other as can be read and hit. */
struct pills {
	int columns, lines, height;
};

static struct pills pills_of(const struct ui *ui, const struct layout *layout, int count)
{
	enum { GAP = 16 };
	const bool small = layout->shape == LAYOUT_SMALL;
	int least = small ? 124 : ui->large ? 228 : 160;
	int fit = (layout->inner + GAP) / (least + GAP);
	struct pills pills = {.columns = fit < count ? fit : count};
	pills.lines = (count + pills.columns - 1) / pills.columns;
	pills.columns = (count + pills.lines - 1) / pills.lines;
	pills.height = small ? LAYOUT_TOUCH : layout->low || pills.lines > 1 ? 96 : 112;
	return pills;
}

static int row_height(const struct ui *ui, const struct layout *layout, enum guest_field field)
{
	const struct pills pills = pills_of(ui, layout, count_options(guest_options(field)));
	return ui_line(ui, UI_BODY) + 12 + pills.lines * (pills.height + 16) - 16;
}

static struct action draw_row(struct ui *ui, const struct journey *journey,
	const struct layout *layout, enum guest_field field, bool required, int y)
{
	enum { GAP = 16 };
	struct guest *guest = (struct guest *)&journey->visit.guest;
	const struct guest_option *options = guest_options(field);
	const char *error = step_error_key(field, journey->visit.errors[field]);
	const int count = count_options(options), line = ui_line(ui, UI_BODY);
	const struct pills pills = pills_of(ui, layout, count);
	struct action action = {.kind = ACTION_NONE};
	char label[64], id[UI_ID_SIZE];
	text_format(label, sizeof(label), "kiosk.guest.%s", guest_field_name(field));
	guest_question(ui, (struct rect){layout->left, y, layout->inner, line}, ui_say(ui, label),
		required ? NULL : ui_say(ui, "kiosk.guest.optional"),
		error != NULL ? ui_say(ui, error) : NULL);
	const int whole = layout->inner - (pills.columns - 1) * GAP, width = whole / pills.columns;
	const int rest = whole % pills.columns; /* the first ones take it */
	for (int i = 0; i < count; i++) {
		int column = i % pills.columns;
		int before = column < rest ? column : rest;
		struct rect rect = {layout->left + column * (width + GAP) + before,
			y + line + 12 + i / pills.columns * (pills.height + GAP),
			width + (column < rest), pills.height};
		guest_option_id(field, options[i].code, id, sizeof(id));
		if (guest_pill(ui, id, rect, guest_option_short(ui, &options[i]),
			    *guest_code(guest, field) == options[i].code)) {
			action = (struct action){
				.kind = ACTION_CHOOSE, .field = field, .value = options[i].code};
		}
	}
	return action;
}

/* Which page a row is on: a page takes rows as long as they fit. */
static int page_of(
	const struct ui *ui, const struct layout *layout, const struct step *step, int row)
{
	const int gap = layout->shape == LAYOUT_SMALL || layout->low ? 16 : 32;
	int page = 0, used = 0;
	for (int i = 0; i <= row; i++) {
		int height = row_height(ui, layout, step->fields[i]) + gap;
		if (used > 0 && used + height - gap > layout->body.h) {
			page++;
			used = 0;
		}
		used += height;
	}
	return page;
}

struct action guest_rows_frame(struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, const struct step *step, int *out_pages)
{
	enum { TOP = 268, PITCH = 212 };
	const struct office_service *service = journey_service(journey, lobby);
	const struct layout layout = layout_of(ui, journey);
	const bool plain = layout.shape == LAYOUT_WIDE && !layout.low && !layout.large;
	const int gap = layout.shape == LAYOUT_SMALL || layout.low ? 16 : 32;
	struct action action = {.kind = ACTION_NONE};
	*out_pages = page_of(ui, &layout, step, step->field_count - 1) + 1;
	int y = plain ? TOP : layout.body.y;
	for (int i = 0; i < step->field_count; i++) {
		bool required = guest_is_required(step->fields[i], service, &journey->visit.guest);
		if (page_of(ui, &layout, step, i) != journey->visit.page % *out_pages) {
			continue;
		}
		action = chrome_either(
			action, draw_row(ui, journey, &layout, step->fields[i], required, y));
		y += plain ? PITCH : row_height(ui, &layout, step->fields[i]) + gap;
	}
	return action;
}
