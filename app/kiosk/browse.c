#include "app/kiosk/browse.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"

struct browse browse_at(const struct visit *visit, int count, int per_page)
{
	int pages = count > 0 ? (count + per_page - 1) / per_page : 1;
	int page = visit->leaf < pages ? visit->leaf : pages - 1;
	return (struct browse){.page = page, .pages = pages, .first = page * per_page};
}

void browse_draw_page(struct ui *ui, const struct browse *browse)
{
	char page[16], pages[16], text[SAY_SIZE];
	if (browse->pages < 2) {
		return;
	}
	text_format(page, sizeof(page), "%d", browse->page + 1);
	text_format(pages, sizeof(pages), "%d", browse->pages);
	language_with(ui->language, "kiosk.standard.page", text, sizeof(text), page, pages);
	ui_text(ui, (struct rect){CHROME_RIGHT - 400, 152, 400, 40}, UI_NOTE_SEMIBOLD, UI_RIGHT,
		THEME_INK2, text);
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
		action = (struct action){.kind = ACTION_LEAF, .value = browse->page + 1};
	} else if (action.kind == ACTION_BACK && browse->page > 0) {
		action = (struct action){.kind = ACTION_LEAF, .value = browse->page - 1};
	}
	return action;
}
