#include "app/ui/icon.h"

#include <string.h>

static const struct {
	const char *name, *text;
} icons[] = {
	{"ticket-confirmation", "\uF518"},
	{"calendar-check", "\uF0EF"},
	{"calendar-clock", "\uF0F0"},
	{"clipboard-text", "\uF14E"},
	{"clipboard-check", "\uF14C"},
	{"comment-text", "\uF188"},
	{"account-multiple", "\uF00E"},
	{"account-check", "\uF008"},
	{"account-off", "\uF012"},
	{"account-card-details", "\uF5D2"},
	{"forum", "\uF28C"},
	{"cart", "\uF110"},
	{"book-open-variant", "\uF0BE"},
	{"certificate", "\uF124"},
	{"help-circle", "\uF2D7"},
	{"heart", "\uF2D1"},
	{"school", "\uF474"},
	{"microscope", "\uF654"},
	{"bank", "\uF070"},
	{"domain", "\uF1D7"},
	{"briefcase", "\uF0D6"},
	{"store", "\uF4DC"},
	{"pencil", "\uF3EB"},
	{"shield", "\uF498"},
	{"emoticon-sad", "\uF1F8"},
	{"emoticon-neutral", "\uF1F6"},
	{"emoticon-happy", "\uF1F5"},
	{"emoticon", "\uF1F2"},
	{"format-size", "\uF27F"},
	{"contrast-circle", "\uF197"},
	{"format-vertical-align-bottom", "\uF621"},
	{"volume-high", "\uF57E"},
	{"arrow-left", "\uF04D"},
	{"arrow-right", "\uF054"},
	{"arrow-right-bold", "\uF055"},
	{"chevron-left", "\uF141"},
	{"chevron-right", "\uF142"},
	{"chevron-down", "\uF140"},
	{"check", "\uF12C"},
	{"check-circle", "\uF5E0"},
	{"alert-circle", "\uF028"},
	{"backspace", "\uF06E"},
	{"apple-keyboard-shift", "\uF636"},
	{"undo", "\uF54C"},
	{"clock", "\uF150"},
	{"timer", "\uF51B"},
	{"timer-sand", "\uF51F"},
	{"printer", "\uF42A"},
	{"printer-alert", "\uF42C"},
	{"television", "\uF502"},
	{"led-on", "\uF32C"},
	{"bullhorn", "\uF0E6"},
	{"bell-ring", "\uF09E"},
	{"pause", "\uF3E4"},
	{"swap-horizontal", "\uF4E1"},
	{"file-document", "\uF219"},
	{"file-excel", "\uF21B"},
	{"file-pdf", "\uF225"},
	{"chart-bar", "\uF128"},
	{"settings", "\uF493"},
	{"weather-night", "\uF594"},
	{"close", "\uF156"},
	{"information", "\uF2FC"},
	{"magnify", "\uF349"},
	{"lock", "\uF33E"},
	{"logout", "\uF343"},
	{"phone", "\uF3F2"},
	{"email", "\uF1EE"},
	{"whatsapp", "\uF5A3"},
	{"wifi-off", "\uF5AA"},
	{"lan-disconnect", "\uF319"},
	{"refresh", "\uF450"},
	{"keyboard-close", "\uF30F"},
	{"wheelchair-accessibility", "\uF5A4"},
	{"human-greeting", "\uF64A"},
	{"glasses", "\uF2AA"},
	{"headphones", "\uF2CB"},
	{"coffee", "\uF176"},
	{"usb", "\uF553"},
};

const char *icon_text(const char *name)
{
	for (size_t i = 0; i < sizeof(icons) / sizeof(icons[0]); i++) {
		if (strcmp(icons[i].name, name) == 0) {
			return icons[i].text;
		}
	}
	return icon_text("help-circle");
}

bool icon_at(size_t index, const char **out_name, const char **out_text)
{
	if (index >= sizeof(icons) / sizeof(icons[0])) {
		return false;
	}
	*out_name = icons[index].name;
	*out_text = icons[index].text;
	return true;
}
