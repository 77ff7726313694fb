#include "app/kiosk/browse.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"

struct browse browse_at(const struct visit *visit, int count, int per_page)
{
	int pages = count > 0 ? (count + per_page - 1) / per_page : 1;
	int page = visit->leaf / per_page;
	page = page < pages ? page : pages - 1;
	return (struct browse){page, pages, page * per_page, per_page};
}

void browse_heading(struct ui *ui, const struct layout *layout, const struct browse *browse,
	const char *title, const char *brief)
{
	enum { GAP = 24 };
	char page[16], pages[16], text[SAY_SIZE];
	struct rect line = layout->title;
	line.w = layout->inner;
	if (browse->pages > 1) {
		text_format(page, sizeof(page), "%d", browse->page + 1);
		text_format(pages, sizeof(pages), "%d", browse->pages);
		language_with(ui->language, "kiosk.standard.page", text, sizeof(text), page, pages);
		int width = ui_text_width(ui, UI_NOTE_SEMIBOLD, text);
		ui_text(ui, (struct rect){line.x + line.w - width, line.y, width, line.h},
			UI_NOTE_SEMIBOLD, UI_RIGHT, THEME_INK2, text);
		line.w -= width + GAP;
	}
	chrome_words(ui, line, UI_TITLE, UI_LEFT, THEME_INK, title, brief);
}

struct action browse_foot(
	struct ui *ui, const struct journey *journey, const struct browse *browse, bool ends)
{
	bool last = browse->page + 1 == browse->pages;
	struct chrome_foot foot = {.back = true, .contrast = true};
	if (!last) {
		foot.forward = "kiosk.continue";
		foot.forward_icon = "arrow-right";
	} else if (ends) {
		foot.forward = "kiosk.done";
		foot.forward_icon = "check";
	}
	struct action action = chrome_foot(ui, journey, foot);
	if (action.kind == ACTION_CONTINUE && last) {
		action.kind = ACTION_BACK;
	} else if (action.kind == ACTION_CONTINUE) {
		action = (struct action){
			.kind = ACTION_LEAF, .value = browse->first + browse->per_page};
	} else if (action.kind == ACTION_BACK && browse->page > 0) {
		action = (struct action){
			.kind = ACTION_LEAF, .value = browse->first - browse->per_page};
	}
	return action;
}
