#include "app/kiosk/aloud.h"

void aloud_open(struct aloud *aloud, const struct settings *settings)
{
	const struct voice_options options = {.volume = settings->volume, .own = settings->clips};
	aloud->click = settings->click;
	if (settings->click || settings->volume > 0) {
		aloud->voice = voice_open(&options);
	}
}

void aloud_close(struct aloud *aloud)
{
	voice_close(aloud->voice);
	*aloud = (struct aloud){0};
}

void aloud_press(struct aloud *aloud)
{
	if (aloud->click) {
		voice_click(aloud->voice);
	}
}
