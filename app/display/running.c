#include "app/display/running.h"

#include "app/base/text.h"
#include "app/display/screen.h"

#include <string.h>

enum { RUNNING_PAGES = 128 };

static const char *const bullet = "•";

/* Width of a piece of text. Words are measured one by one: a frame has no time for whole lines. */
static int width_of(const struct ui *ui, struct ui_style style, const char *from, const char *to)
{
	char text[RUNNING_TEXT_SIZE];
	text_format(text, sizeof text, "%.*s", (int)(to - from), from);
	return ui_text_width(ui, style, text);
}

/* Past spaces and bullets, which begin no page. */
static const char *skip_marks(const char *at)
{
	size_t mark = strlen(bullet);
	while (*at == ' ' || strncmp(at, bullet, mark) == 0) {
		at += *at == ' ' ? 1 : mark;
	}
	return at;
}

/* Before the spaces and bullets that end a page. */
static const char *trim_end(const char *from, const char *to)
{
	size_t mark = strlen(bullet);
	for (;;) {
		if (to > from && to[-1] == ' ') {
			to--;
		} else if ((size_t)(to - from) >= mark && strncmp(to - mark, bullet, mark) == 0) {
			to -= mark;
		} else {
			return to;
		}
	}
}

/* The end of the page that starts at `from`. */
static const char *page_end(const struct ui *ui, struct ui_style style, int width, const char *from)
{
	const char *sentence = NULL, *word = NULL;
	for (const char *at = from; *at;) {
		const char *next = at + 1 + strcspn(at + 1, " ");
		width -= width_of(ui, style, at, next);
		if (width < 0) {
			break;
		}
		word = at = next;
		if (next[-1] == '.' ||
			strncmp(next + strspn(next, " "), bullet, strlen(bullet)) == 0) {
			sentence = next;
		}
	}
	if (word && !*word) {
		return word;
	}
	/* A word wider than the screen stands alone; the screen's edge cuts it. */
	return sentence ? sentence : word ? word : from + 1 + strcspn(from + 1, " ");
}

int running_page(const struct ui *ui, struct ui_style style, int width, const char *text,
	int64_t page, char *out_page, size_t size)
{
	const char *starts[RUNNING_PAGES], *ends[RUNNING_PAGES];
	int count = 0;
	const char *at = skip_marks(text);
	out_page[0] = '\0';
	while (*at && count < RUNNING_PAGES) {
		const char *end = page_end(ui, style, width, at);
		starts[count] = at;
		ends[count++] = trim_end(at, end);
		at = skip_marks(end);
	}
	if (count) {
		const char *start = starts[page % count], *end = ends[page % count];
		text_format(out_page, size, "%.*s", (int)(end - start), start);
	}
	return count ? count : 1;
}

static bool is_harmful(uint32_t letter)
{
	static const uint32_t ranges[][2] = {{0x01, 0x1F}, {0x7F, 0x9F}, {0x061C, 0x061C},
		{0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F}, {0xFEFF, 0xFEFF},
		{0xFFFD, 0xFFFD}};
	for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++) {
		if (letter >= ranges[i][0] && letter <= ranges[i][1]) {
			return true;
		}
	}
	return false;
}

bool running_clean(const char *text, char *out_text, size_t size)
{
	size_t used = 0;
	bool whole = true;
	for (const char *at = text; *at;) {
		const char *from = at;
		bool bad = is_harmful(text_next(&at));
		size_t length = (size_t)(at - from);
		whole = whole && !bad;
		if (bad) {
			continue;
		}
		if (used + length + 1 > size) {
			whole = false;
			break;
		}
		memcpy(out_text + used, from, length);
		used += length;
	}
	out_text[used] = '\0';
	return !whole;
}

void running_frame(struct ui *ui, const struct display_model *model, struct rect line)
{
	struct rect screen = ui_screen(ui);
	char page[RUNNING_TEXT_SIZE];
	bool closed = scene_kind(&model->scene, model->view) == SCENE_CLOSED;
	const char *text = closed ? ui_say(ui, "display.thanks")
				  : model->office->running[display_language(ui)];
	struct rect box = {line.x + LAYOUT_MARGIN, line.y, line.w - 2 * LAYOUT_MARGIN, line.h};
	int64_t turn = ui->ticks_ms / RUNNING_PAGE_MS;
	if (line.w == 0) {
		return;
	}
	ui_fill(ui, (struct rect){screen.x, line.y, screen.w, line.h}, 0, THEME_NIGHT_3);
	if (running_page(ui, DISPLAY_TEXT, box.w, text, turn, page, sizeof page) > 1) {
		ui_wake_at(ui, (turn + 1) * RUNNING_PAGE_MS);
	}
	ui_text(ui, box, DISPLAY_TEXT, UI_LEFT, THEME_WHITE, page);
}
